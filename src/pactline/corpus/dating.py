"""The date of an article, with its evidence, or none: signs are collected, judged, held against the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pactline.corpus.dating_candidates import candidates, copyright_lines, horizon, unusable_metadata
from pactline.corpus.dating_corpus import date_together
from pactline.corpus.dating_events import event_index
from pactline.corpus.dating_evidence import gather
from pactline.corpus.dating_expressions import Expression
from pactline.corpus.dating_judge import judge
from pactline.corpus.dating_page import excerpt, read_page
from pactline.corpus.dating_periods import period_lines
from pactline.record.article import Document, Span

_MOST_CONFLICTS = 20

__all__ = ["Dating", "date_article", "date_together"]


@dataclass(frozen=True)
class Dating:
    """The outcome for one article.

    published   partial date, None where the page does not say
    basis       the evidence in words a reader can check, with the rule's name
    conflicts   dates on the page that were not believed, each with the reason
    impossible  those of them that the record or the page's frame gives and no calendar has, such as 9999-12-31
    """

    published: str | None
    basis: str | None
    conflicts: list[str] = field(default_factory=list)
    impossible: list[str] = field(default_factory=list)


def date_article(
    text: str,
    *,
    document: Document,
    body_spans: Sequence[Span],
    clutter: Sequence[tuple[int, int, str]],
    language: str | None,
    events: Sequence[dict[str, str]],
    crawled: str | None = None,
) -> Dating:
    """Date one article from its page, its record and the dated events it tells. No clock is read.

    body_spans, clutter   the article in `text` and what lies around it; one span over all of it where unknown
    events                rows of a topic's events.csv
    crawled               the last day the corpus can hold, where it is known; later dates are impossible

    >>> record = Document("", "a.txt", "a", url="https://example.org/2019/08/16/port-visits")
    >>> date_article("", document=record, body_spans=[], clutter=[], language="en", events=[]).published
    '2019-08-16'
    """
    read, spans = excerpt(text, body_spans)
    _, moved = excerpt(text, [(start, end) for start, end, _ in clutter])
    page = read_page(read, spans, [(s, e, kind[2]) for (s, e), kind in zip(moved, clutter, strict=True)])
    found, unreal = candidates(page, document, language)
    found += period_lines(page, language)
    evidence = gather(page, found, event_index(events), document.title)
    verdict = judge(
        found, evidence, language=language, horizon=min(filter(None, (horizon(document), crawled)), default=None)
    )
    given = unusable_metadata(document)
    framed = _unreal(page.text, [e for e in unreal if page.zone(e.start) != "body"])
    conflicts = [
        *given,
        *_unreal(page.text, unreal),
        *verdict.conflicts,
        *_copyright(read, verdict.published),
    ]
    return Dating(verdict.published, verdict.basis, _first(conflicts), [*given, *framed])


def _unreal(text: str, unreal: Sequence[Expression]) -> list[str]:
    return [f"{text[e.start : e.end]!r}: no such day, or outside the years 1900-2100" for e in unreal[:_MOST_CONFLICTS]]


def _copyright(text: str, published: str | None) -> list[str]:
    years = dict.fromkeys(year for year, _ in copyright_lines(text))
    return [
        f"{year} (copyright): a copyright line dates no article"
        for year in years
        if not (published or "").startswith(str(year))
    ]


def _first(conflicts: list[str]) -> list[str]:
    distinct = list(dict.fromkeys(conflicts))
    rest = len(distinct) - _MOST_CONFLICTS
    return distinct if rest <= 0 else [*distinct[:_MOST_CONFLICTS], f"and {rest} more"]
