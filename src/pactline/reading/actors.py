"""Who is mentioned: vocabulary hits in the body, decided where a name means more than one thing."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from pactline.reading.deciding import decide
from pactline.reading.folding import fold
from pactline.reading.sentences import sentences
from pactline.reading.story import Story
from pactline.reading.vocabulary import Hit, Vocabulary
from pactline.record.article import Article, Span

_HEADLINE = 4
"""Words of a headline at least."""


@dataclass(slots=True)
class Scan:
    """What one pass over an article's body finds; deals and oil start from it.

    sentences   offsets into article.text, in order
    hits        vocabulary hits inside the body, in order of place (actors and weapons), each with its sense; a name
                that turned out to be somebody else's is not among them
    mentions    rows of the table `mentions`: the hits that are actors, those of the article's own headline first
    outside     rows of the table `outside_mentions`: comments, captions, other headlines, each with its kind. Never
                counted.
    refused     names that turned out to mean something else, for the reader who asks why
    """

    article: Article
    sentences: list[Span]
    hits: list[Hit]
    mentions: list[dict[str, Any]]
    outside: list[dict[str, Any]] = field(default_factory=list)
    refused: list[Hit] = field(default_factory=list)


def scan(article: Article, vocabulary: Vocabulary) -> Scan:
    """One pass: sentence boundaries, vocabulary hits, actor mentions.

    The article's own headline names actors as its body does; deals and oil figures are read from the body alone.
    """
    inside, outside = _split(vocabulary.scan(article.text), [*article.body_spans, *headlines(article)])
    told, beyond = (_decide(article, hits, vocabulary) for hits in (inside, outside))
    decided, _ = _split(told, article.body_spans)
    return Scan(
        article,
        sentences(article.text, article.body_spans, article.language),
        hits=[hit for hit in decided if hit.sense != "other"],
        mentions=[_mention(article, hit) for hit in told if _is_mention(hit)],
        outside=_with_kinds([_mention(article, hit) for hit in beyond if _is_mention(hit)], article.clutter),
        refused=[hit for hit in decided if hit.sense == "other"],
    )


def headlines(article: Article) -> list[Span]:
    """The lines above the body that are its headline; a section's or an outlet's name is too short to be one."""
    found = [(a, b) for a, b, kind in article.clutter if kind == "title"]
    return [(a, b) for a, b in found if len(article.text[a:b].split()) >= _HEADLINE]


def _split(hits: list[Hit], spans: list[Span]) -> tuple[list[Hit], list[Hit]]:
    """Hits inside one of the spans, and the others."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    inside: list[Hit] = []
    outside: list[Hit] = []
    for hit in hits:
        at = bisect_right(starts, hit.start) - 1
        (inside if at >= 0 and hit.end <= ordered[at][1] else outside).append(hit)
    return inside, outside


def _decide(article: Article, hits: list[Hit], vocabulary: Vocabulary) -> list[Hit]:
    if not hits:
        return []
    return decide(hits, Story(fold(article.text), article.text, article.language, article.published, vocabulary))


def _is_mention(hit: Hit) -> bool:
    return hit.entry.kind == "actor" and hit.sense == "actor"


def _mention(article: Article, hit: Hit) -> dict[str, Any]:
    row = hit.entry.row
    return {
        "article_id": article.article_id, "start": hit.start, "end": hit.end, "surface": article.text[hit.start:hit.end],
        "actor_id": row["id"], "actor": row["canonical_name"], "actor_type": row["type"],
        "country": row["country_iso3"] or None, "form": hit.form,
    }  # fmt: skip


def _with_kinds(rows: list[dict[str, Any]], clutter: list[tuple[int, int, str]]) -> list[dict[str, Any]]:
    """The rows, each with the kind of clutter it stands in; `unclassified` where none holds it."""
    ordered = sorted(clutter)
    starts = [start for start, _, _ in ordered]
    kinds = []
    for row in rows:
        at = bisect_right(starts, row["start"]) - 1
        kinds.append(ordered[at][2] if at >= 0 and row["end"] <= ordered[at][1] else "unclassified")
    return [{**row, "kind": kind} for row, kind in zip(rows, kinds, strict=True)]
