"""Dates that stand nowhere on a page but follow from its words: each rule a function, surest first.

Every rule gives candidates whose quote says what they follow from; the judge weighs them after everything written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pactline.corpus.dating_candidates import Candidate
from pactline.corpus.dating_counts import counted_years
from pactline.corpus.dating_events import Event, Mention
from pactline.corpus.dating_evidence import Evidence, fits_numbered
from pactline.corpus.dating_expressions import day_exists
from pactline.corpus.dating_relative import ages, month_told, near_event, today_written, told_year, week_told
from pactline.corpus.dating_spans import of_the_span
from pactline.corpus.dating_support import lead_weekdays
from pactline.corpus.dating_told import (
    anniversary,
    embedded_post,
    full_date_in_lead,
    holders_year,
    month_of_news,
    month_pair,
    monthly_report,
    part_of_year,
    present_year,
    year_after,
)
from pactline.corpus.dating_words import date_words
from pactline.corpus.dating_years import FRESH_DAYS, counted_back, year_of, year_of_holder, year_of_lead
from pactline.record.dates import (
    add_days,
    add_months,
    days_between,
    earliest,
    partial,
    weekday,
    weekday_on_or_before,
)

_LEAD = 1300  # characters after which a weekday no longer tells the story's own news
_LATER_DAYS = (
    3  # a story goes on naming weekdays after its event for this long: `landed on Monday ... on Wednesday's mission`
)
_WEEKEND = 5
_SAME_PASSAGE, _SAME_SENTENCE = 450, 160  # characters


def event_as_news(evidence: Evidence) -> Iterator[Candidate]:
    """`Two Tu-160s landed on Monday` beside an event of that Monday; nothing where two years fit alike."""
    soon = evidence.says("marks.soon", within=evidence.lead)
    found = [
        candidate
        for event in evidence.news
        if not _outlived(evidence, event)
        for candidate in (_soon(evidence, event) if soon else _just_told(evidence, event))
    ]
    dates = [c.date or "" for c in found]
    if found and days_between(min(dates), max(dates)) <= FRESH_DAYS:
        yield found[0]


def _outlived(evidence: Evidence, event: Event) -> bool:
    later_year = evidence.last_year is not None and evidence.last_year > int(event.start[:4])
    return later_year or any(days_between(event.end, past.start) > FRESH_DAYS for past in evidence.past_events())


def _days_of(event: Event) -> list[str]:
    length = (earliest(event.end) - earliest(event.start)).days if len(event.end) == 10 else 0
    return [add_days(event.start, n) for n in range(min(length, 6) + 1)]


def _just_told(evidence: Evidence, event: Event) -> Iterator[Candidate]:
    named = {day for at, day in evidence.weekdays if at < evidence.page.head_end + _LEAD}
    told = [day for day in _days_of(event) if weekday(day) in named]
    if not told or not fits_numbered(evidence, int(event.start[:4]), int(event.start[5:7])):
        return
    day = _day_told(evidence, event, told, named)
    yield Candidate(
        day, "event-weekday", f"tells as news what happened on {event.start} ({event.says}) and names the weekday"
    )


def _day_told(evidence: Evidence, event: Event, told: list[str], named: set[int]) -> str:
    """The day, where the event took one and no weekend follows, or `this Thursday` falls into it; else its month."""
    if len(_days_of(event)) > 1:
        this = [day for day in told if _called_this(evidence, weekday(day))]
        return this[0] if len(this) == 1 else month_of_news(told[0])
    later = [add_days(event.start, n) for n in range(1, _LATER_DAYS) if weekday(add_days(event.start, n)) in named]
    day = max(later, default=told[0])
    return day if (weekday(day) or 0) < _WEEKEND else month_of_news(day)


def _called_this(evidence: Evidence, name: int | None) -> bool:
    marks = date_words().lists["marks.this_day"]
    return any(day == name and marks.search(evidence.body[max(0, at - 9) : at]) for at, day in evidence.weekdays)


def _soon(evidence: Evidence, event: Event) -> Iterator[Candidate]:
    """`In a matter of hours they will be here, he said Sunday`: the last such weekday before the event."""
    in_lead = [day for at, day in evidence.weekdays if at < evidence.page.head_end + _LEAD]
    if in_lead:
        day = weekday_on_or_before(add_days(event.start, -1), in_lead[0])
        yield Candidate(
            day, "event-ahead", f"tells as imminent what happened on {event.start} ({event.says}) and names the weekday"
        )


def yearless_top(evidence: Evidence) -> Iterator[Candidate]:
    """`MOSCOW, September 12 (RIA Novosti)` in a story on an event of 10 September 2009."""
    top = ("dateline", "stamp", "top-line")
    for candidate in sorted((c for c in evidence.written if c.rule in top), key=lambda c: top.index(c.rule)):
        written = candidate.written
        if written and written.year is None and written.day:
            found = (
                counted_back(evidence, written)
                or year_of(evidence, written.month, written.day, written.weekday)
                or year_of_holder(evidence, written)
                or (candidate.rule == "dateline" and year_of_lead(evidence, written.month, written.day))
            )
            if found:
                day = partial(found[0], written.month, written.day)
                yield Candidate(
                    day, f"yearless-{candidate.rule}", f"{candidate.quote}; the year: {found[1]}", ahead=found[2]
                )


def day_of_event(evidence: Evidence) -> Iterator[Candidate]:
    """`arrived on 7 May ... should sign the treaty`, where the treaty is of 7 May 2025."""
    floor = evidence.last_year or 0
    for written in evidence.yearless:
        before = evidence.body[max(0, written.start - 12) : written.start]
        if written.start > evidence.page.head_end + 700 or date_words().lists["marks.since"].search(before):
            continue
        for mention in evidence.mentions:
            start = mention.event.start
            same = len(start) == 10 and (written.month, written.day) == (int(start[5:7]), int(start[8:]))
            fits = (
                same
                and int(start[:4]) >= floor
                and written.weekday in (None, weekday(start))
                and not _outlived(evidence, mention.event)
            )
            if fits and fits_numbered(evidence, int(start[:4]), int(start[5:7])):
                day = start if weekday(start) < _WEEKEND and mention.ahead else month_of_news(start)  # type: ignore[operator]
                yield Candidate(day, "event-day", f"names the day and month of {start} ({mention.event.says})")


def recent_weekday(evidence: Evidence) -> Iterator[Candidate]:
    """`el pasado sábado 17 de agosto` in the first sentences, where one year alone has that weekday."""
    for written in evidence.yearless:
        clock = written.clock and evidence.page.zone(written.start) == "head"
        if clock or written.weekday is None or written.start > evidence.page.head_end + 500 or not written.day:
            continue
        found = year_of(evidence, written.month, written.day, written.weekday)
        if found and fits_numbered(evidence, found[0], written.month):
            day = partial(found[0], written.month, written.day)
            yield Candidate(
                month_of_news(day), "recent-weekday", f"tells of {evidence.around(written)} as recent; {found[1]}"
            )


def relative_month(evidence: Evidence) -> Iterator[Candidate]:
    """`the presidential election this month`, `next month for the inauguration`, where the event is dated.

    Last and next month must stand in the event's sentence: `threatened last month. Unrest goes on since the oath` says nothing.
    """
    if not evidence.mentions:
        return
    for which, shift in (("this", 0), ("last", 1), ("next", -1)):
        for match in date_words().lists[f"month_words.{which}"].finditer(evidence.body):
            for mention in evidence.mentions:
                if (
                    len(mention.event.start) < 7
                    or not evidence.is_sure(mention)
                    or not _belongs(evidence, match, mention, which)
                ):
                    continue
                month = add_months(mention.event.start, shift)
                if not _outlived(evidence, mention.event) and fits_numbered(evidence, int(month[:4]), int(month[5:])):
                    says = f"puts {mention.event.start} ({mention.event.says}) in its {which} month"
                    yield Candidate(month, "relative-month", says)


def _belongs(evidence: Evidence, match: re.Match[str], mention: Mention, which: str) -> bool:
    first, last = sorted((match.start(), mention.at))
    if which == "this":
        return last - first <= _SAME_PASSAGE
    return last - first <= _SAME_SENTENCE and ". " not in evidence.body[first:last]


def in_its_year(years: list[Candidate], evidence: Evidence) -> Iterator[Candidate]:
    """`La Habana, 12 mar (PL)` with `the 80th anniversary of Victory, next May`: the day in the year that follows from the words."""
    filed = next((c for c in evidence.written if c.rule == "dateline" and c.written and c.written.year is None), None)
    told = {(c.date or "")[:4] for c in years}
    if filed is None or filed.written is None or not filed.written.day or len(told) != 1:
        return
    written, year = filed.written, int(told.pop())
    months = {c.date[5:7] for c in years if c.date and len(c.date) >= 7}
    if not day_exists(year, written.month, written.day or 1) or months - {f"{written.month:02d}"}:
        return
    day = partial(year, written.month, written.day)
    named = {written.weekday} if written.weekday is not None else lead_weekdays(evidence)
    if not named or any(((weekday(day) or 0) - name) % 7 <= 1 for name in named if name is not None):
        yield Candidate(day, "yearless-dateline", f"{filed.quote}; the year: {years[0].quote}")


def refine(evidence: Evidence, month: str) -> Candidate | None:
    """`nesta quinta-feira (18)` in a page of 2018-01: the day, where it is a Thursday and said of this week."""
    for match in re.finditer(
        r"\b(?:nesta|neste|esta|este|this|hoje|hoy)\s+(?:\w+\s+)?([^\W\d_]+(?:-feira)?)\s?\((\d{1,2})\)", evidence.lead
    ):
        day = f"{month}-{int(match[2]):02d}"
        if weekday(day) is not None and (weekday(day), int(match[2])) in evidence.numbered:
            return Candidate(day, "weekday-and-day", f"{match[0]} in {month}")
    return None


def inferred(found: list[Candidate], evidence: Evidence) -> list[Candidate]:
    """Everything that follows, surest first."""
    rules = (yearless_top, today_written, event_as_news, day_of_event)
    weaker = (
        recent_weekday,
        near_event,
        week_told,
        month_told,
        relative_month,
        month_pair,
        full_date_in_lead,
        present_year,
        told_year,
        counted_years,
        anniversary,
        monthly_report,
        part_of_year,
        holders_year,
        of_the_span,
    )
    sure = [candidate for rule in rules for candidate in rule(evidence)]
    less_sure = [candidate for rule in weaker for candidate in rule(evidence)]
    years = less_sure or list(year_after(evidence))
    return [
        *sure,
        *([] if sure else in_its_year(years, evidence)),
        *embedded_post(found, evidence),
        *less_sure,
        *ages(found, evidence),
    ]
