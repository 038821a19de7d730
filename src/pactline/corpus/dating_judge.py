"""Weighs the signs of a date against what the article says: which one is believed, which are not and why.

A sign falls to an objection: it lies in the future of the page, on another weekday than it says, before a past event.
Weak signs, such as the line above a headline, need a second sign beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pactline.corpus.dating_candidates import COARSE, NEEDS_SUPPORT, RANKS, WEAK_RANK, Candidate
from pactline.corpus.dating_evidence import Evidence
from pactline.corpus.dating_inference import inferred, refine
from pactline.corpus.dating_periods import RULE as PERIOD_RULE
from pactline.corpus.dating_spans import doubts
from pactline.corpus.dating_support import (
    LATER,
    NEVER,
    SAME_STORY_DAYS,
    close_to,
    day_of_year,
    filed_before,
    lead_weekdays,
    page_order,
    supports,
)
from pactline.record.dates import coarsen, compatible, days_between, precision, weekday

_SUSPICIONS = {
    "top-line": "it may be the page's clock",
    "url-seconds": "it may be a story number",
    "file-date": "a file may be made long after its article",
}
_OPEN = "nothing on the page settles which of its numbers are day, month and year"
_SURE_INFERENCES = frozenset(
    {"event-weekday", "event-ahead", "yearless-dateline", "yearless-stamp", "yearless-top-line"}
)
_SLACK_DAYS = (
    20  # an event's alias may mean an earlier one of its kind; a sure sign falls only to more than this, twice
)
_AMERICAN = re.compile(r"[\s,]{0,3}(?:at )?\d{1,2}:\d{2}(?::\d{2})? ?(?:[AaPp]\.?[Mm]\.? ?)?\(?(?:[ECMP][SD]T|ET|PT)\b")
"""A clock of the United States, where the month stands first."""

_DAY_FIRST_LANGUAGES = frozenset({"es", "pt", "ru", "uk", "fr", "de", "it", "tr", "ar", "nl", "pl"})


@dataclass(frozen=True)
class Verdict:
    """The date believed (None: none) with its basis, and the dates not believed, each with the reason."""

    published: str | None
    basis: str | None
    rule: str | None
    conflicts: list[str]


def objections(candidate: Candidate, evidence: Evidence, horizon: str | None) -> Iterator[str]:
    """Reasons against a sign, none for a good one."""
    date = candidate.date or ""
    if horizon and days_between(horizon, date) > 1:
        yield f"later than the page was fetched ({horizon})"
    named = candidate.written.weekday if candidate.written else None
    if named is not None and len(date) == 10 and all(weekday(d) != named for d in (date, *candidate.others)):
        yield "not the weekday it names"
    later = [
        e
        for e in evidence.past_events()
        if e.event_id != candidate.ahead
        and days_between(date, e.start) > (_SLACK_DAYS if candidate.rank < WEAK_RANK else 1)
    ]
    sure = any(m.named_year for m in evidence.mentions if m.event in later and not m.ahead)
    if later and (candidate.rank >= WEAK_RANK or sure or len(later) >= 2):
        yield f"tells as past what happened on {later[0].start} ({later[0].says})"
    years = [y for y in evidence.years if y > int(date[:4])]
    if years and len(years) >= (1 if WEAK_RANK <= candidate.rank != RANKS[PERIOD_RULE] else 3):
        yield f"tells of {max(years)} as past"
    yield from doubts(candidate, evidence)


def settle(candidate: Candidate, found: Sequence[Candidate], evidence: Evidence, language: str | None) -> Candidate:
    """A numeric date in one order, where something settles it; else as much of it as all orders share, which may be nothing.

    `11.12.2025` is dotted, so day first; `06/07/2019` beside `26/07/2019` too; alone in English it is only 2019, and
    `08-11-24` says nothing where no year told is near one of its readings.
    """
    if not candidate.others or candidate.date is None:
        return candidate
    readings = [candidate.date, *candidate.others]
    for reading in readings:
        if _bears_out(reading, found, evidence):
            return replace(candidate, date=reading, others=())
    readings = _near_told_years(readings, evidence)
    if len(readings) > 1:
        readings = _in_order(candidate, readings, found, evidence, language)
    if len(readings) > 1 and (weekdays := lead_weekdays(evidence)):
        fits = [d for d in readings if any(((weekday(d) or 0) - w) % 7 <= 1 for w in weekdays)]
        readings = fits if len(fits) == 1 else readings
    if len(readings) == 1:
        return replace(candidate, date=readings[0], others=())
    same_year = len({d[:4] for d in readings}) == 1
    return replace(candidate, date=coarsen(readings[0], "year") if same_year else None, others=())


def _near_told_years(readings: list[str], evidence: Evidence) -> list[str]:
    """Those of the last year told or the one after it, where readings differ in their year."""
    last = evidence.last_year
    near = [d for d in readings if last is not None and int(d[:4]) - last in (0, 1)]
    return near or readings


def _in_order(
    candidate: Candidate, readings: list[str], found: Sequence[Candidate], evidence: Evidence, language: str | None
) -> list[str]:
    """The reading in the order of the page's other dates, its punctuation, its time zone or its language."""
    if len({d[:4] for d in readings}) > 1:
        return readings
    text, written = evidence.page.text, candidate.written
    dotted = bool(written and "." in text[written.start : written.end])
    american = bool(written and _AMERICAN.match(text[written.end : written.end + 30]))
    order = "day" if dotted else page_order(found) or ("month" if american else None)
    if order is None and language in _DAY_FIRST_LANGUAGES:
        order = "day"
    return [readings[0] if order == "day" else readings[1]] if order else readings


def _bears_out(reading: str, found: Sequence[Candidate], evidence: Evidence) -> bool:
    for c in found:
        if c.date and not c.others and c.rule in RANKS and close_to(c, reading):
            return True
        if c.date and c.rule == "url-month" and compatible(c.date, reading):
            return True
        if (
            c.written
            and c.rule == "dateline"
            and c.written.year is None
            and abs(day_of_year(c.written.month, c.written.day or 0) - day_of_year(int(reading[5:7]), int(reading[8:])))
            <= 2
        ):
            return True
    named = {
        c.written.weekday
        for c in found
        if c.written and c.written.weekday is not None and reading in (c.date, *c.others)
    }
    return weekday(reading) in named


def _tail_is_a_list(found: Sequence[Candidate]) -> bool:
    return len({c.date for c in found if c.rule == "tail-stamp"}) > 1


def _order(found: Sequence[Candidate]) -> list[Candidate]:
    """Signs of a day by trust.

    Of two labels that disagree the earlier day, since a repost comes after the first; of two stamps the one nearer to the
    article, since other headlines stand above it.
    """
    days = [c for c in found if c.rule in RANKS and c.date and not (c.rule == "tail-stamp" and _tail_is_a_list(found))]
    stamps = [c.date or "" for c in days if c.rule == "stamp"]
    apart = bool(stamps) and days_between(min(stamps), max(stamps)) > SAME_STORY_DAYS

    def trust(candidate: Candidate) -> tuple[int, str, int]:
        nearness = candidate.written.start if candidate.written and candidate.rule == "stamp" and apart else 0
        return candidate.rank, (candidate.date or "") if candidate.rule == "published-label" else "", -nearness

    return sorted(days, key=trust)


def judge(found: list[Candidate], evidence: Evidence, *, language: str | None, horizon: str | None) -> Verdict:
    """The date the signs support, as precise as they are."""
    conflicts: list[str] = []
    written: list[Candidate] = []
    for candidate in _order(found):
        settled = settle(candidate, found, evidence, language)
        if settled.date is None:
            conflicts.append(f"{candidate.quote!r} ({candidate.rule}): {_OPEN}")
            continue
        against = next(objections(settled, evidence, horizon), None)
        if against is None and candidate.rule in NEEDS_SUPPORT and not supports(settled, found, evidence):
            against = _SUSPICIONS[candidate.rule]
            against += ", and nothing else on the page bears it out"
        if against:
            conflicts.append(f"{settled.date} ({candidate.rule}: {candidate.quote}): {against}")
        else:
            written.append(settled)
    chosen = _choose(written, found, evidence, horizon, conflicts)
    conflicts += _disbelieved(found, written, chosen)
    if chosen is None:
        return Verdict(None, None, None, conflicts)
    return Verdict(chosen.date, f"{chosen.quote} (rule {chosen.rule})", chosen.rule, conflicts)


def _choose(
    written: list[Candidate], found: list[Candidate], evidence: Evidence, horizon: str | None, conflicts: list[str]
) -> Candidate | None:
    """The first written day; else what follows from the words, held against the coarse sign of the address.

    A day of a later change yields to a day printed shortly before it, and to one that surely follows from the words.
    """
    first = written[0] if written else None
    if first and (filed := filed_before(first, found)):
        return filed
    if first and precision(first.date) == "day" and first.rule != LATER:
        return first
    follows = _standing(found, evidence, horizon, conflicts)
    if first and precision(first.date) == "day":
        printed = [
            c
            for c in written[1:]
            if precision(c.date) == "day" and 0 < days_between(c.date or "", first.date or "") <= SAME_STORY_DAYS
        ]
        if printed and (first.date or "") > (printed[0].date or ""):
            return printed[0]
        sure = next((c for c in follows if c.rule in _SURE_INFERENCES and precision(c.date) == "day"), None)
        return sure if sure and days_between(sure.date or "", first.date or "") > SAME_STORY_DAYS else first
    coarse = _coarsely(first, next((c for c in found if c.rule in COARSE and c.date), None))
    return _surest(follows, conflicts) if coarse is None else _with_coarse(coarse, follows, evidence, conflicts)


def _coarsely(printed: Candidate | None, address: Candidate | None) -> Candidate | None:
    """The finer of a printed month or year and that of the address; a line's period yields to an address that says another."""
    if printed is None or address is None:
        return printed or address
    agree = compatible(printed.date or "", address.date or "")
    finer = len(address.date or "") > len(printed.date or "")
    return address if (agree and finer) or (not agree and printed.rule == PERIOD_RULE) else printed


def _standing(found: list[Candidate], evidence: Evidence, horizon: str | None, conflicts: list[str]) -> list[Candidate]:
    """What follows from the words and meets no objection; the rest is added to `conflicts`."""
    follows = []
    for candidate in inferred(found, evidence):
        against = next(objections(candidate, evidence, horizon), None)
        if against:
            conflicts.append(f"{candidate.date} ({candidate.rule}: {candidate.quote}): {against}")
        else:
            follows.append(candidate)
    return follows


def _surest(follows: list[Candidate], conflicts: list[str]) -> Candidate | None:
    """The first that follows, its year made a month where another agrees; none where two weak ones disagree."""
    if not follows:
        return None
    first = follows[0]
    against = next((c for c in follows if days_between(c.date or "", first.date or "") not in range(-45, 46)), None)
    if against and first.rule not in _SURE_INFERENCES:
        conflicts += [
            f"{c.date} ({c.rule}: {c.quote}): {o.rule} says {o.date}" for c, o in ((first, against), (against, first))
        ]
        return None
    if precision(first.date) == "year":
        return next(
            (c for c in follows if precision(c.date) == "month" and compatible(c.date or "", first.date or "")), first
        )
    return first


def _with_coarse(coarse: Candidate, follows: list[Candidate], evidence: Evidence, conflicts: list[str]) -> Candidate:
    """An address's month, refined by a printed day or a numbered weekday, overruled by a recent day elsewhere."""
    month = coarse.date or ""
    if precision(month) == "month" and (day := refine(evidence, month)):
        return day
    for candidate in evidence.written:
        w = candidate.written
        if w and w.year is None and w.day and candidate.rule in ("dateline", "top-line", "stamp"):
            day_text = f"{month[:4]}-{w.month:02d}-{w.day:02d}"
            if day_text.startswith(month) and (w.weekday is None or w.weekday == weekday(day_text)):
                return Candidate(
                    day_text,
                    f"yearless-{candidate.rule}",
                    f"{candidate.quote}; the year: {coarse.quote}",
                )
    recent = next(
        (c for c in follows if c.rule == "recent-weekday" and c.date and days_between(c.date, month) > 31), None
    )
    if recent:
        conflicts.append(f"{month} ({coarse.rule}: {coarse.quote}): the article tells days of {recent.date} as recent")
        return recent
    if coarse.rule == "url-year" or (coarse.rule == PERIOD_RULE and precision(month) == "year"):
        return next((c for c in follows if c.date and c.date.startswith(month)), coarse)
    return coarse


def _disbelieved(found: Sequence[Candidate], written: Sequence[Candidate], chosen: Candidate | None) -> Iterator[str]:
    """Signs that lost to a surer one and those that never date an article."""
    for candidate in found:
        if candidate.date and candidate.rule in NEVER:
            yield f"{candidate.date} ({candidate.rule}: {candidate.quote}): {NEVER[candidate.rule]}"
    for candidate in written:
        if chosen and candidate is not chosen and candidate.date and not _same(candidate.date, chosen.date or ""):
            yield f"{candidate.date} ({candidate.rule}: {candidate.quote}): {chosen.rule} is the surer sign"


def _same(a: str, b: str) -> bool:
    return compatible(a, b)
