"""Reading a corpus: documents to articles, articles to claims, and the steps that look across articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import spacy

from pactline.corpus.articles import to_article
from pactline.corpus.copies import find_copies
from pactline.corpus.dating import date_together
from pactline.reading.actors import scan
from pactline.reading.deals import deal_statements
from pactline.reading.matching import matching
from pactline.reading.oil import oil_figures
from pactline.reading.sentences import sentences
from pactline.reading.suggestions import as_csv, spacy_entities, suggest
from pactline.reading.vocabulary import Vocabulary
from pactline.record import schema
from pactline.record.article import Article, Document
from pactline.record.dates import precision
from pactline.record.topic import Topic

Progress = Callable[[Sequence[Any], str], Iterable[Any]]


def extract(numbered: list[tuple[str, Document]], topic: Topic, *, progress: Progress) -> dict[str, pd.DataFrame]:
    """The extracted tables of a corpus: articles, mentions, outside_mentions, deals, oil, near_misses.

    progress    passes items on while it shows how many are done
    """
    offered = progress(numbered, "finding bodies and dates")
    articles = [to_article(document, article_id, events=topic.events) for article_id, document in offered]
    articles = date_together(articles, topic.events)
    rows = read_articles(progress(articles, "reading articles"), Vocabulary(topic))
    copies = find_copies((a.article_id, a.published, _sentences(a)) for a in articles if a.status == "read")
    rows["articles"] = [_row(article, copies.get(article.article_id, (None, None))) for article in articles]
    return {table.name: schema.frame(rows[table.name], table) for table in schema.EXTRACTED}


def read_articles(articles: Iterable[Article], vocabulary: Vocabulary) -> dict[str, list[dict[str, Any]]]:
    """What the texts say: rows of mentions, outside_mentions, deals, oil and near_misses.

    Pure: the same articles give the same rows.
    """
    names = ("mentions", "outside_mentions", "deals", "oil", "near_misses")
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for article in articles:
        if article.status != "read":
            continue
        plain = matching(article)
        found = scan(plain.article, vocabulary)
        rows["mentions"] += plain.in_source(found.mentions)
        rows["outside_mentions"] += plain.in_source(found.outside)
        for name, read in (("deals", deal_statements), ("oil", oil_figures)):
            claims, near = read(found, vocabulary)
            rows[name] += plain.in_source(claims)
            rows["near_misses"] += plain.in_source(near)
    return rows


def _sentences(article: Article) -> list[str]:
    spans = sentences(article.text, article.body_spans, article.language)
    return [article.text[start:end] for start, end in spans]


def _row(article: Article, copy: tuple[str | None, float | None]) -> dict[str, Any]:
    row = {name: getattr(article, name, None) for name in schema.ARTICLES.names}
    return {
        **row,
        "published_precision": precision(article.published),
        "body_spans": [list(span) for span in article.body_spans],
        "clutter": [list(span) for span in article.clutter],
        "duplicate_of": copy[0],
        "duplicate_share": copy[1],
    }


def suggest_actors(
    articles: pd.DataFrame, texts: Mapping[str, str], topic: Topic, *, least: int = 2, model: str | None = None
) -> str:
    """Names that recur and that the topic does not list, as CSV rows for its actors.csv.

    articles   rows of the table `articles`
    texts      article_id -> source text
    least      how often a name must stand in the bodies
    model      an installed spaCy pipeline whose entities are counted too
    raises     OSError where no such pipeline is installed
    """
    vocabulary = Vocabulary(topic)
    entities = spacy_entities(spacy.load(model)) if model else None
    read = (_article(row, texts) for row in articles.to_dict("records") if row["status"] == "read")
    return as_csv(suggest((scan(article, vocabulary) for article in read), least=least, entities=entities))


def _article(row: Mapping[Any, Any], texts: Mapping[str, str]) -> Article:
    return Article(
        article_id=row["article_id"],
        source=row["source"],
        text=texts[row["article_id"]],
        content_hash=row["content_hash"],
        status=row["status"],
        language=None if pd.isna(row["language"]) else row["language"],
        published=None if pd.isna(row["published"]) else row["published"],
        body_spans=[(start, end) for start, end in row["body_spans"]],
    )
