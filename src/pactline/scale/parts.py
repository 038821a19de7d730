"""One pure function from a part of a corpus to its tables: what a worker does, wherever it runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from pactline.corpus.articles import to_article
from pactline.corpus.copies import RUNS
from pactline.corpus.copy_runs import runs_of_bodies
from pactline.corpus.dating_corpus import TESTIMONY, clocks, redated, table_of, testimony
from pactline.reading.actors import scan
from pactline.reading.deals import deal_statements
from pactline.reading.matching import disguised, matching
from pactline.reading.oil import oil_figures
from pactline.reading.vocabulary import Vocabulary
from pactline.record import schema
from pactline.record.article import Article, content_hash
from pactline.record.dates import precision
from pactline.record.topic import Topic
from pactline.scale.offered import Offered, doc_of
from pactline.scale.tables import ARTICLES, EXTRACTED, stored

CLAIMS = ("mentions", "outside_mentions", "deals", "oil", "near_misses")
Tables = dict[str, pa.Table]


def read_part(part: Sequence[Offered], topic: Topic, vocabulary: Vocabulary) -> Tables:
    """The tables of a part: those of schema.EXTRACTED with the number of each row's document, clocks and runs.

    Pure: the same documents give the same tables, whatever else is in the part and wherever it is read.
    """
    articles = [to_article(one.document, one.article_id, events=topic.events) for one in part]
    told = [(doc_of(one.key), article, clocks) for one, article in zip(part, articles, strict=True)]
    articles = [redated(a, one.redated) if one.redated else a for one, a in zip(part, articles, strict=True)]
    runs = runs_of_bodies([article.body if article.status == "read" else "" for article in articles])
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in EXTRACTED}
    for one, article, held in zip(part, articles, runs, strict=True):
        doc = doc_of(one.key)
        rows[ARTICLES].append({**_row(article), "doc": doc, "key": one.key, "runs": len(held)})
        for name, claims in read_articles([article], vocabulary).items():
            rows[name] += [{**claim, "doc": doc} for claim in claims]
    tables = {name: stored(name, found) for name, found in rows.items()}
    return {**tables, "clocks": _told(told), "runs": _in_ranges([doc_of(one.key) for one in part], runs)}


def ask_part(part: Sequence[Offered], articles: pa.Table) -> Tables:
    """What the articles of a part tell of others' dates: the table `testimony`.

    articles  what read_part gave for the same documents
    """
    rows = {row["key"]: row for row in articles.select(["key", "status", "body_spans"]).to_pylist()}
    read = [one for one in part if rows[one.key]["status"] == "read"]
    told = [(doc_of(one.key), _with_body(one, rows[one.key]["body_spans"]), testimony) for one in read]
    return {"testimony": _told(told)}


def refused_part(part: Sequence[Offered], problem: str) -> Tables:
    """The tables of documents that cannot be read: articles set aside with the reason, and nothing said."""
    rows = [{**_aside(one, problem), "doc": doc_of(one.key), "key": one.key, "runs": 0} for one in part]
    tables = {name: stored(name, rows if name == ARTICLES else []) for name in EXTRACTED}
    return {**tables, "clocks": _told([]), "runs": _in_ranges([], [])}


def read_articles(articles: Iterable[Article], vocabulary: Vocabulary) -> dict[str, list[dict[str, Any]]]:
    """What the texts say: rows of mentions, outside_mentions, deals, oil and near_misses.

    Pure: the same articles give the same rows.
    """
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in CLAIMS}
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


def _row(article: Article) -> dict[str, Any]:
    row: Mapping[str, Any] = {name: getattr(article, name, None) for name in schema.ARTICLES.names}
    return {
        **row,
        "problem": article.problem or _suspicion(article.text),
        "published_precision": precision(article.published),
        "body_spans": [list(span) for span in article.body_spans],
        "clutter": [list(span) for span in article.clutter],
    }


def _suspicion(text: str) -> str | None:
    """That words of the text are not what they look like; they are read as they look."""
    words = disguised(text)
    if not words:
        return None
    return f"suspicious: letters of two alphabets in {len(words)} words, such as {words[0]}; check where the text comes from"


def _aside(one: Offered, problem: str) -> dict[str, Any]:
    document = one.document
    article = Article(
        article_id=one.article_id, source=document.source, text="", content_hash=content_hash(document.text),
        status="unreadable", problem=problem, title=document.title, outlet=document.outlet, url=document.url,
    )  # fmt: skip
    return _row(article)


def _with_body(one: Offered, spans: str) -> Article:
    text = one.document.text
    body = [(start, end) for start, end in json.loads(spans)]
    return Article(one.article_id, one.document.source, text, "", "read", body_spans=body)


def _told(asked: Iterable[tuple[int, Article, Callable[[Article], Iterable[tuple[str, int]]]]]) -> pa.Table:
    return table_of([(doc, kind, n) for doc, article, tell in asked for kind, n in sorted(tell(article))], TESTIMONY)


def _in_ranges(docs: Sequence[int], runs: Sequence[np.ndarray]) -> pa.Table:
    """Runs in 64 ranges of their numbers, so that those of a range lie together on disk."""
    whose = np.repeat(np.array(docs, np.uint64), [len(held) for held in runs])
    held = np.concatenate([*runs, np.zeros(0, np.uint64)])
    order = np.argsort((held >> np.uint64(58)).astype(np.uint8), kind="stable")
    return pa.table([whose[order], held[order]], RUNS)
