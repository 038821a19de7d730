"""Who is mentioned: vocabulary hits in the body, decided where a name means more than one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pactline.reading.sentences import sentences
from pactline.reading.vocabulary import Hit, Vocabulary
from pactline.record.article import Article, Span


@dataclass(slots=True)
class Scan:
    """What one pass over an article's body finds; deals and oil start from it.

    sentences   offsets into article.text, in order
    hits        vocabulary hits inside the body, in order of place (actors and weapons)
    mentions    rows of the table `mentions`
    """

    article: Article
    sentences: list[Span]
    hits: list[Hit]
    mentions: list[dict[str, Any]]


def scan(article: Article, vocabulary: Vocabulary) -> Scan:
    """One pass: sentence boundaries, vocabulary hits, actor mentions."""
    hits = [h for h in vocabulary.scan(article.text) if any(s <= h.start and h.end <= e for s, e in article.body_spans)]
    mentions = [_mention(article, hit) for hit in hits if hit.entry.kind == "actor" and not hit.care]
    return Scan(article, sentences(article.text, article.body_spans, article.language), hits, mentions)


def _mention(article: Article, hit: Hit) -> dict[str, Any]:
    row = hit.entry.row
    return {
        "article_id": article.article_id, "start": hit.start, "end": hit.end, "surface": article.text[hit.start:hit.end],
        "actor_id": row["id"], "actor": row["canonical_name"], "actor_type": row["type"],
        "country": row["country_iso3"] or None, "form": "name",
    }  # fmt: skip
