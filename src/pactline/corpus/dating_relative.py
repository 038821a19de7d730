"""Days that an article tells by their distance: `today, March 5`, `the vote last week`, `3 hours ago` beside a page's clock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pactline.corpus.dating_candidates import Candidate
from pactline.corpus.dating_events import Mention
from pactline.corpus.dating_evidence import Evidence
from pactline.corpus.dating_expressions import FIRST_YEAR, Expression, day_exists
from pactline.corpus.dating_words import date_words, weekday_of
from pactline.corpus.dating_years import own_years, year_of, year_of_holder
from pactline.record.dates import add_days, add_months, coarsen, partial

_LEAD = 900  # characters after the first sentence in which a story tells its own day
_SAME_CLAUSE, _SAME_SENTENCE = 60, 160  # characters
_STAMP_LENGTH = 70  # characters of a line that tells an age and little else
_WEEK = 7
_EVERY_MONTH = 28  # days that every month has
_MONTHS = (("this", 0), ("last", 1), ("next", -1))
_GAP = re.compile(r"[\s,(–—:-]{1,3}(?:(?:in|en|em|в|de|o|im|nel|en el de)\s)?(?:el mes de |mês de )?")
_WEEKS = (
    ("day_words.last_week", 1, 2 * _WEEK - 1), ("marks.past_day", 1, 2 * _WEEK - 1), ("day_words.next_week", 1 - 2 * _WEEK, -1),
)  # fmt: skip
_BESIDE = 44
_LEADS_TO_A_DAY = re.compile(
    r"[\s,(]{0,3}(?:(?:on|el|em|no|na|в|dia|день|am|le|il)\s?)?(?:[^\W\d_]{2,12}(?:-feira)?)?[\s,(]{0,3}(?:el|the|dia)?"
)
"""What may stand between `last week` and the day: a preposition, a weekday."""

_LONGEST_GAP = 24
_UNITS = ("hour", "day", "week", "month", "year")


def today_written(evidence: Evidence) -> Iterator[Candidate]:
    """`today, March 5`, `este martes 5 de marzo de 2019`, `nesta segunda-feira (30 JUN)`, `yesterday (March 4)`; not `since March 5`."""
    for written in (c.written for c in evidence.written if c.written and c.written.day):
        if written.start > evidence.page.head_end + _LEAD or written.others:
            continue
        shift = _shift(evidence, written)
        if shift is None or (written.year and evidence.page.zone(written.start) != "body"):
            continue  # a page's clock says `today` above its article, with the year
        found = (written.year, "written beside it", None) if written.year else _year(evidence, written)
        if found:
            day = add_days(partial(found[0], written.month, written.day), shift)
            yield Candidate(
                day, "today-written", f"{evidence.around(written)} is told as its own day; the year: {found[1]}"
            )


def week_told(evidence: Evidence) -> Iterator[Candidate]:
    """`last week, on March 6, 2019`, `el pasado martes 5 de marzo de 2019`, `next week, on March 20`: the month that fits, else the year."""
    for candidate in evidence.written:
        written, day = candidate.written, candidate.date or ""
        if candidate.rule != "in-text" or written is None or len(day) != 10 or written.others:
            continue
        if written.start > evidence.page.head_end + _LEAD or evidence.page.zone(written.start) != "body":
            continue
        before = evidence.body[max(0, written.start - _BESIDE) : written.start].rstrip(" ,(")
        for name, first, last in _WEEKS:
            told = [
                m for m in date_words().lists[name].finditer(before) if _LEADS_TO_A_DAY.fullmatch(before[m.end() :])
            ]
            named = name != "marks.past_day" or written.weekday is not None
            date = _common(add_days(day, first), add_days(day, last)) if told and named else None
            if date:
                yield Candidate(date, "week-told", f"{evidence.around(written)} is told as of {told[-1][0]}")


def month_told(evidence: Evidence) -> Iterator[Candidate]:
    """`last month, in February 2019`: March 2019; `en el mes en curso, marzo de 2019`: that month."""
    months = [
        c.written for c in evidence.written if c.rule == "in-text" and c.written and c.date and c.written.day is None
    ]
    for which, shift in _MONTHS if months else ():
        for match in date_words().lists[f"month_words.{which}"].finditer(evidence.body):
            beside = (w for w in months if _GAP.fullmatch(evidence.body[match.end() : w.start][:_LONGEST_GAP]))
            for written in beside:
                if written.start > match.end() and written.date:
                    says = f"puts {evidence.around(written)} in its {which} month"
                    yield Candidate(add_months(written.date, shift), "month-told", says)


def _year(evidence: Evidence, written: Expression) -> tuple[int, str, str | None] | None:
    return year_of(evidence, written.month, written.day or 1, written.weekday) or year_of_holder(evidence, written)


def _shift(evidence: Evidence, written: Expression) -> int | None:
    """Days from the one written to that of the article: 0 for today, 1 for yesterday; None where the words do not say."""
    before = evidence.body[max(0, written.start - 44) : written.start].rstrip(" (,")
    word = before.rsplit(" ", 1)[-1]
    named = weekday_of(word.removesuffix("-feira")) is not None or weekday_of(word) is not None
    before = before[: -len(word)].rstrip(" (,") if named else before
    for name, shift in (("today", 0), ("yesterday", 1), ("tomorrow", -1)):
        if any(m.end() >= len(before) - 4 for m in date_words().lists[f"day_words.{name}"].finditer(before)):
            return shift
    this = date_words().lists["marks.this_weekday"]
    return 0 if named and any(m.end() == len(before) for m in this.finditer(before)) else None


def told_year(evidence: Evidence) -> Iterator[Candidate]:
    """`so far in 2019`, `en lo que va de 2019`: 2019; `last year (2018)`: 2019; `next year, 2020`: 2019."""
    for year, says in own_years(evidence):
        yield Candidate(str(year), "told-year", says)


def near_event(evidence: Evidence) -> Iterator[Candidate]:
    """`yesterday's vote`, `the election last week`, `the inauguration next week`, where the event is dated and named beside it."""
    if not evidence.mentions:
        return
    for name, first, last, reach in (
        ("yesterday", 1, 1, _SAME_CLAUSE), ("tomorrow", -1, -1, _SAME_CLAUSE),
        ("last_week", 1, 2 * _WEEK - 1, _SAME_SENTENCE), ("next_week", 1 - 2 * _WEEK, -1, _SAME_SENTENCE),
    ):  # fmt: skip
        for match in date_words().lists[f"day_words.{name}"].finditer(evidence.body):
            for mention in evidence.mentions:
                start = mention.event.start
                if len(start) == 10 and _told_together(evidence, match, mention, reach):
                    date = _common(add_days(start, first), add_days(start, last))
                    if date and (evidence.last_year or 0) <= int(date[:4]):
                        yield Candidate(date, "near-event", f"tells {start} ({mention.event.says}) as of {match[0]}")


def _told_together(evidence: Evidence, match: re.Match[str], mention: Mention, reach: int) -> bool:
    first, last = sorted((match.start(), mention.at))
    return last - first <= reach and ". " not in evidence.body[first:last] and evidence.is_sure(mention)


def _common(first: str, last: str) -> str | None:
    """The partial date that two days share: the day, the month, the year or nothing.

    >>> _common("2019-03-04", "2019-03-05"), _common("2018-12-31", "2019-01-01")
    ('2019-03', None)
    """
    return next(
        (coarsen(first, to) for to in ("day", "month", "year") if coarsen(first, to) == coarsen(last, to)), None
    )


def ages(found: list[Candidate], evidence: Evidence) -> Iterator[Candidate]:
    """`3 hours ago` above an article whose page prints its clock or was fetched on a known day: the month, never the day.

    A day of the month without its year that lies in the span is the day itself: `March 5` with `5 years ago`.
    """
    for age, first, last in spans_of_age(found, evidence):
        for written in evidence.yearless:
            days = [
                d for y in range(int(first[:4]), int(last[:4]) + 1) if (d := _day(y, written)) and first <= d <= last
            ]
            if len(days) == 1 and written.start <= evidence.page.head_end:
                yield Candidate(days[0], "age-and-day", f"{evidence.around(written)} lies in the span of {age}")
        if date := _common(first, last):
            yield Candidate(coarsen(date, "month"), "age", age)


def _day(year: int, written: Expression) -> str | None:
    day = written.day or 0
    return partial(year, written.month, day) if day_exists(year, written.month, day) else None


def spans_of_age(found: list[Candidate], evidence: Evidence) -> Iterator[tuple[str, str, str]]:
    """(words, first day, last day) of an age on a short line of the head, counted from the day the page was shown."""
    shown = [c.date for c in found if c.rule in ("fetched", "top-line") and c.date and len(c.date) == 10]
    if len(set(shown)) != 1:
        return
    head = evidence.page.folded[: evidence.page.head_end]
    for line in re.finditer(r"[^\n]{1,400}", head):
        told = _age(line[0]) if len(line[0]) <= _STAMP_LENGTH else None
        if told and (span := _span(shown[0] or "", *told))[0] >= f"{FIRST_YEAR}":
            first, last = span
            yield f"{line[0].strip()!r} beside the page's day {shown[0]}", first, last
            return


def _age(line: str) -> tuple[int, str] | None:
    """(3, `day`) of `3 days ago`, `hace 3 dias`, `3 дня назад`; None for a line without an age."""
    lists = date_words().lists
    for number in re.finditer(r"(?<!\d)(\d{1,3}) ?", line):
        rest = line[number.end() :]
        found = ((u, m) for u in _UNITS if (m := lists[f"ages.{u}"].match(rest)))
        unit, match = next(found, ("", None))
        if match is None:
            continue
        said_before = any(not line[m.end() : number.start()].strip() for m in lists["ages.before"].finditer(line))
        if said_before or lists["ages.after"].match(rest[match.end() :].lstrip()):
            return int(number[1]), unit
    return None


def _span(shown: str, count: int, unit: str) -> tuple[str, str]:
    """First and last day on which a page said so of its article: an age is cut to whole units."""
    if unit in ("month", "year"):
        months = count * (12 if unit == "year" else 1)
        width = 12 if unit == "year" else 1
        return _months_before(shown, months + width), _months_before(shown, months)
    length = {"hour": 0, "day": 1, "week": _WEEK}[unit]
    return add_days(shown, -count * length - max(length, 1)), add_days(shown, -count * length)


def _months_before(day: str, months: int) -> str:
    return f"{add_months(day, -months)}-{min(int(day[8:]), _EVERY_MONTH):02d}"
