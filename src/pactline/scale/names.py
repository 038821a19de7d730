"""Names that a corpus tells often and a topic does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import spacy

from pactline.reading.actors import scan
from pactline.reading.suggestions import as_csv, spacy_entities, suggest
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import Topic


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
