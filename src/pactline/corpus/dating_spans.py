"""The time in which an article can have been written, from those it names in office and what it tells as still to come.

A row of a topic's events with the topic `office` or `ahead` is such a span: `outgoing President George W. Bush` is said from
the vote to the oath, `the election to be held on July 28` from its announcement to its day.
"""

from __future__ import annotations

from collections.abc import Iterator

from pactline.corpus.dating_candidates import RANKS, Candidate
from pactline.corpus.dating_events import AHEAD, Event
from pactline.corpus.dating_evidence import Evidence
from pactline.record.dates import coarsen, days_between

_AFTER_OFFICE_DAYS = 60  # an office is used for its last holder for this long; what is to come is told to its day
_LONG_AGO_DAYS = 60  # an event told as the news itself lies at most this far back
_FRESH_YEARS = 1  # a year told bears out a date in it or in the next
_EXEMPT = frozenset({"record", "text-prefix", "page-metadata", "agency-code", "url-day", "dateline", "print-issue"})
"""Made on the day itself; what the article looks back on does not speak against them."""

_TWO_STRIKES = RANKS["stamp"]
_LONGEST_YEARS = 1.5  # of a span that dates an article by itself


def doubts(candidate: Candidate, evidence: Evidence) -> Iterator[str]:
    """Why an article with such words was not written on the day of a sign; nothing where a word bears the day out.

    One reason is enough against a sign of less trust than a stamp; a stamp or a label needs two.
    """
    date = candidate.date or ""
    if candidate.rule not in RANKS or candidate.rule in _EXEMPT or _borne_out(date, evidence):
        return
    if candidate.written and evidence.page.under_byline(candidate.written.start):
        return
    found = [*_outside(date, evidence), *_overtaken(date, evidence), *_stale(date, evidence)]
    if len(found) > (candidate.rank <= _TWO_STRIKES):
        yield found[0]


def _outside(date: str, evidence: Evidence) -> Iterator[str]:
    for span in evidence.offices:
        if span.end and days_between(span.end, date) > _slack(span):
            yield f"tells of a time before {span.end} as its own ({span.says})"
        elif days_between(date, span.start) > 1:
            yield f"tells of a time after {span.start} as its own ({span.says})"


def _slack(span: Event) -> int:
    return 1 if span.topic == AHEAD else _AFTER_OFFICE_DAYS


def _overtaken(date: str, evidence: Evidence) -> Iterator[str]:
    """Events told as still to come, never as past, whose day was long before."""
    past = {m.event.event_id for m in evidence.mentions if not m.ahead}
    for mention in evidence.mentions:
        event = mention.event
        sure = mention.ahead and mention.proper and event.event_id not in past
        if sure and event.end and days_between(event.end, date) > _LONG_AGO_DAYS:
            yield f"tells as still to come what was on {event.start} ({event.says})"


def _stale(date: str, evidence: Evidence) -> Iterator[str]:
    """An event told as the news itself that is long past, and no other of its kind that is not."""
    gaps = [(days_between(e.end, date), e) for e in evidence.news]
    if gaps and min(gap for gap, _ in gaps) > _LONG_AGO_DAYS:
        newest = min(gaps, key=lambda g: (g[0], g[1].event_id))[1]
        yield f"tells as news what happened on {newest.start} ({newest.says})"


def _borne_out(date: str, evidence: Evidence) -> bool:
    """Whether the words tell of that time: its year or the one before, an event of the months before."""
    if evidence.last_year is not None and 0 <= int(date[:4]) - evidence.last_year <= _FRESH_YEARS:
        return True
    return any(0 <= days_between(e.start, date) <= _LONG_AGO_DAYS for e in evidence.past_events())


def common_span(evidence: Evidence) -> tuple[str, str] | None:
    """First and last day on which all of it can be said; None where nothing or too much is left, or a year told is later."""
    ends = [e.end for e in evidence.offices if e.end]
    if not ends:
        return None
    first, last = max(e.start for e in evidence.offices), min(ends)
    later = max([evidence.last_year or 0, *(int(e.start[:4]) for e in evidence.past_events())])
    fits = first <= last and later <= int(last[:4]) and days_between(first, last) <= _LONGEST_YEARS * 366
    return (first, last) if fits else None


def of_the_span(evidence: Evidence) -> Iterator[Candidate]:
    """`President-elect Bolsonaro criticised`: the year, or the month, in which alone it can be said."""
    span = common_span(evidence)
    if span is None:
        return
    shared = next(
        (coarsen(span[0], to) for to in ("month", "year") if coarsen(span[0], to) == coarsen(span[1], to)), None
    )
    if shared:
        says = "; ".join(dict.fromkeys(e.says for e in evidence.offices))
        yield Candidate(shared, "time-told", f"can be told only from {span[0]} to {span[1]} ({says})")
