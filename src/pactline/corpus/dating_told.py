"""Months and years that an article tells of as its own: `this year`, a report's month, an anniversary, a post quoted in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pactline.corpus.dating_candidates import Candidate, copyright_lines
from pactline.corpus.dating_events import Event
from pactline.corpus.dating_evidence import Evidence
from pactline.corpus.dating_expressions import FIRST_YEAR, LAST_YEAR, Expression
from pactline.corpus.dating_words import date_words
from pactline.record.dates import add_months, coarsen, days_between, latest, partial, weekday

_SAFE_DAY = 26  # news of a day up to here are still of its month
_FEWEST_YEARS = 5  # fewer are counted back from anywhere
_NUMBER = re.compile(
    r"(?:(?<!\d)(\d{1,3})(?:st|nd|rd|th|º|°|\.|'?(?:inci|uncu|nci|ncu))?|(?<!\w)([^\W\d_]{3,12}(?:-[a-z]{4})?))[\s-]*$"
)
_NUMBER_AFTER = re.compile(r"\s(?:n[uú]mero |n[º°] ?|de )?(\d{1,3})(?!\d)(?: an| añ)?()")
_DAY_NUMBER = re.compile(r"(?<!\w)(?:pasado|ultimo|passado|este|the|el|no|em)? ?dia (\d{1,2})(?!\d)")
_ANY_YEAR = re.compile(r"(?<![\d.,$€£/\-])(?:19|20)\d{2}(?![\d/%]|[.,]\d|-\d)")
_ANNIVERSARY_REACH = 90
_YEAR_AFTER = re.compile(r"(?:\s|-|de |del |do |of |in )*((?:19|20)\d{2})(?!\d)")


def month_of_news(day: str) -> str:
    """The month of a recent day, or its year where news of the day may run into the next month."""
    return coarsen(day, "month") if int(day[8:]) <= _SAFE_DAY else coarsen(day, "year")


def month_pair(evidence: Evidence) -> Iterator[Candidate]:
    """`last month ... on July 25` in a story whose last event is of January 2019: August 2019. Not `since Jan. 10`."""
    past = evidence.past_events()
    if not past or len(past[0].start) < 7:
        return
    since = date_words().lists["marks.since"]
    for match in date_words().lists["month_words.last"].finditer(evidence.body):
        near = (w for w in evidence.yearless if -40 <= w.start - match.start() <= 260)
        written = next((w for w in near if not since.search(evidence.body[max(0, w.start - 12) : w.start])), None)
        if written:
            yield from _after_last_month(evidence, written, past[0])


def _after_last_month(evidence: Evidence, written: Expression, event: Event) -> Iterator[Candidate]:
    year = int(event.start[:4])
    year += f"{year}-{written.month:02d}" <= event.start[:7]
    if (evidence.last_year or 0) <= year:
        says = f"puts {evidence.around(written)} in the month before; later than {event.start}"
        yield Candidate(add_months(partial(year, written.month), 1), "last-month", says)


def full_date_in_lead(evidence: Evidence) -> Iterator[Candidate]:
    """`On January 5, 2026, PDVSA started ...` with `last month` beside it: that month. Not a look back at 4 February 1992."""
    whole = [c for c in evidence.written if c.date and c.rule == "in-text"]
    if not whole:
        return
    newest = max(whole, key=lambda c: latest(c.date or ""))
    written, day = newest.written, newest.date or ""
    if written is None or len(day) != 10 or written.start > evidence.page.head_end + 400:
        return
    if (evidence.last_year or 0) > int(day[:4]) or any(days_between(day, e.start) > 0 for e in evidence.past_events()):
        return
    near = any(w.month in (written.month, written.month % 12 + 1) for w in evidence.yearless)
    if near or any(evidence.says(f"month_words.{w}") for w in ("this", "last", "next")):
        yield Candidate(
            month_of_news(day), "lead-date", f"{newest.quote} stands in its first sentences and nothing later is told"
        )


def monthly_report(evidence: Evidence) -> Iterator[Candidate]:
    """`the OPEC bulletin for July 2019` as its news: the year. One for November or December may come out in the next."""
    report = date_words().lists["period_words.report"]
    for candidate in evidence.written:
        written, date = candidate.written, candidate.date or ""
        if written is None or len(date) != 7 or written.start > evidence.page.head_end + 420:
            continue
        sentence = re.split(r"[.\n]", evidence.body[max(0, written.start - 90) : written.start])[-1]
        if report.search(sentence) and written.month <= 10 and (evidence.last_year or 0) <= int(date[:4]):
            yield Candidate(date[:4], "monthly-report", f"tells the report for {date} as its news")


def embedded_post(found: list[Candidate], evidence: Evidence) -> Iterator[Candidate]:
    """A post of July 2, 2025 inside the article: that month, never that day."""
    days = [c for c in found if c.rule == "embedded-post" and c.date and len(c.date) == 10]
    newest = max(days, key=lambda c: c.date or "", default=None)
    if newest and newest.date and (evidence.last_year or 0) <= int(newest.date[:4]):
        yield Candidate(month_of_news(newest.date), "embedded-post-month", f"quotes a post of {newest.date}")


def present_year(evidence: Evidence) -> Iterator[Candidate]:
    """`this year` beside `the second half of 2022`; `by the end of the year or early in 2017` means 2016."""
    if not evidence.says("year_words.this"):
        return
    early = {year - 1 for year in _years_after(evidence, "or_early")}
    parts = _years_after(evidence, "part")
    told = max(evidence.years - parts - {year + 1 for year in early}, default=0)
    years = sorted(early or parts)
    if len(years) != 1 or told > years[0]:
        return
    yield from _week_ended(evidence, years[0])
    yield Candidate(str(years[0]), "present-year", f"speaks of parts of {years[0]} as of its own year")


def part_of_year(evidence: Evidence) -> Iterator[Candidate]:
    """`durante el segundo semestre de 2023` where no other year is told: that year."""
    later = _years_after(evidence, "later_part")
    body = evidence.body[evidence.page.head_end :]
    if len(later) == 1 and {int(m[0]) for m in _ANY_YEAR.finditer(body)} == later:
        yield Candidate(str(*later), "part-of-year", f"speaks of a later part of {min(later)} and of no other year")


def year_after(evidence: Evidence) -> Iterator[Candidate]:
    """`In 2024 they launched two lines ... this year a third`: a year that is named is not the story's own, so the next."""
    last = evidence.last_year
    own = list(date_words().lists["year_words.own"].finditer(evidence.body))
    if last is None or not own or any(_YEAR_AFTER.match(evidence.body, m.end()) for m in own):
        return
    done = date_words().lists["period_words.in_year"]
    told = [
        m
        for m in done.finditer(evidence.body)
        if (y := _YEAR_AFTER.match(evidence.body, m.end())) and int(y[1]) == last
    ]
    coming = any(int(m[0]) > last for m in _ANY_YEAR.finditer(evidence.body[evidence.page.head_end :]))
    if told and not coming:
        yield Candidate(str(last + 1), "year-after", f"speaks of {last} by its name and of its own year as another")


def holders_year(evidence: Evidence) -> Iterator[Candidate]:
    """`(Bloomberg) --` above `©2024 Bloomberg L.P.` and `aims to end 2024`: an agency's own line, borne out by the last year told."""
    lines = copyright_lines(evidence.page.text)
    years = {year for year, _ in lines}
    body = evidence.body[evidence.page.head_end :]
    if len(years) != 1 or max((int(m[0]) for m in _ANY_YEAR.finditer(body)), default=0) not in years:
        return
    named = set(re.findall(r"\(([a-z]{3,14})\)\s{0,2}[-–—]", evidence.page.folded))
    if any(named.intersection(re.findall(r"[^\W\d_]+", holder.casefold())) for _, holder in lines):
        year = min(years)
        yield Candidate(
            str(year), "holders-year", f"{year} of the agency's own copyright line and as the last year told"
        )


def _years_after(evidence: Evidence, words: str) -> set[int]:
    """Years written right after one of the words: `the second half of 2022`."""
    ends = (m.end() for m in date_words().lists[f"period_words.{words}"].finditer(evidence.body))
    return {int(year[1]) for end in ends if (year := _YEAR_AFTER.match(evidence.body, end))}


def _week_ended(evidence: Evidence, year: int) -> Iterator[Candidate]:
    ended = date_words().lists["period_words.week_ended"]
    for written in evidence.yearless:
        before = evidence.body[max(0, written.start - 40) : written.start]
        if any(not before[m.end() :].strip() for m in ended.finditer(before)):
            month = month_of_news(partial(year, written.month, written.day))
            yield Candidate(month, "week-ended", f"{evidence.around(written)}, and {year} as its own year")


def anniversary(evidence: Evidence) -> Iterator[Candidate]:
    """`the 80th anniversary of Victory` (1945), `ten years after`: 2025; with its weekday or day told, its month. Not `5 years of war`."""
    for match in date_words().lists["period_words.anniversary"].finditer(evidence.body):
        number = _NUMBER.search(evidence.body[max(0, match.start() - 16) : match.start()]) or _NUMBER_AFTER.match(
            evidence.body, match.end()
        )
        count = _count(number) if number else 0
        if number is None or count < _FEWEST_YEARS:
            continue
        for mention in evidence.mentions:
            year = int(mention.event.start[:4]) + count
            possible = FIRST_YEAR <= year <= LAST_YEAR and (evidence.last_year or 0) <= year
            if possible and abs(mention.at - match.start()) <= _ANNIVERSARY_REACH:
                date = _anniversary_month(evidence, mention.event, year)
                says = f"{number[0].strip()} {match[0]} of {mention.event.start} ({mention.event.says})"
                yield Candidate(date, "anniversary", says)


def _count(number: re.Match[str]) -> int:
    return int(number[1]) if number[1] else date_words().counts.get(number[2], 0)


def _anniversary_month(evidence: Evidence, event: Event, year: int) -> str:
    day = f"{year}{event.start[4:]}"
    named = weekday(day) in {name for _, name in evidence.weekdays}
    numbered = len(event.start) == 10 and any(int(m[1]) == int(day[8:]) for m in _DAY_NUMBER.finditer(evidence.body))
    return month_of_news(day) if len(event.start) == 10 and (named or numbered) else str(year)
