"""Time expressions of a sentence, resolved against the publication date, no finer than the words say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pactline.reading.calendar import Calendar, calendar
from pactline.reading.number_words import number_words
from pactline.reading.plain import plain
from pactline.record.dates import add_months, coarsen, is_partial_date, partial

_AHEAD = re.compile(
    r"(?:\b(?:by|until|through|next|from next|starting|beginning in|effective|hasta el"
    r"|a partir de|proximo|ate|para(?! el mes pasado)|antes de|before)|(?:^|\s)(?:к|до|начиная с))(?: the| end of| start of| late| early| in| el| mes de| o| fim de| конца| концу)*\s*$"
)
_FORECAST = re.compile(
    r"forecast|expected|intend|pretende|planea|намерен|\bwill\b|\bset to\b|going to|projected|quota|ceiling|target|goals?\b|aims?\b|objetiv|promet|promis|cuota|\bmeta\b|\bcota\b|квот|would|будет|прогноз|ожида|previs|se espera|preve|podr[ií]a|pod(?:era|ria)|\bcould\b|\bmight\b|может|сможет"
)
_POSSIBLE = re.compile(r"\b(?:could|might|will|would|podria|podran?|podera|poderia)\b|может|сможет|будет")
"""Words of what is still to come: the month behind them is the next one of its name."""
_GOAL = re.compile(
    r"\b(?:goals?|targets?|pledge[ds]?|promis(?:e[ds]?|ing)|metas?|objetiv[oa]s?|promet[a-z]+)\b|цел[ьиья]|обеща|намере"
)
_TO_COME = re.compile(
    r"[^.;:\d]{0,40}(?:\b(?:will|shall|(?:is|are) (?:to|due to|set to|going to|expected)|se (?:reducira|elevara|recortara)|(?:sera|seran)\b|devera)|будет|будут|планир|(?:добровольно )?(?:сократит|снизит|увеличит|повысит|вырастет|упадет|начнет)(?:ся)?(?![^\W_])|\b(?:recort|aument|elev|baj|reduc|produc|sub)(?:ara|ira)n?\b)"
)
"""Behind a month at the head of its clause: "In April production is to be lowered"."""
_CAPITALS = {"may", "mar", "march", "dec", "sun", "sat", "jan", "jun", "sep"}
_UNITS = {"y": 12, "a": 12, "л": 12, "г": 12, "d": 120, "m": 1, "м": 1}


@dataclass(frozen=True, slots=True)
class Period:
    """date: a partial date, `past`, or None where the words name a time that no year is known for; basis: the rule."""

    start: int
    end: int
    date: str | None
    basis: str


def periods(text: str, language: str | None, published: str | None, *, anchor: str | None = None) -> list[Period]:
    """Periods in a sentence, in order.

    published  partial date the relative ones count from; None leaves them without a date
    anchor     the period the text spoke of before, for "a year earlier" and "the month before"

    >>> [p.date for p in periods("1.7 million in December, 1.9 million a year earlier", "en", "2018-01-20")]
    ['2017-12', '2016-12']
    """
    known, folded = calendar(language), plain(text)
    found = [p for m in known.absolute.finditer(folded) if (p := _absolute(m, text, folded, known, published))]
    taken = [(p.start, p.end) for p in found]
    for match in known.relative.finditer(folded):
        if not any(s < match.end() and match.start() < e for s, e in taken):
            found.append(Period(match.start(), match.end(), None, match.lastgroup or ""))
    found += [p for m in known.ago.finditer(folded) if (p := _ago(m, language, published, taken))]
    return _resolved(_spanned(sorted(found, key=lambda p: (p.start, p.end)), folded), published, anchor)


def _absolute(match: re.Match[str], text: str, folded: str, known: Calendar, published: str | None) -> Period | None:
    start, end, groups = match.start(), match.end(), match.groupdict()
    if groups["iso"]:
        return Period(start, end, groups["iso"], "absolute") if is_partial_date(groups["iso"]) else None
    for kind in ("span", "decade", "bare"):
        if groups[kind]:
            return Period(start, end, groups[kind], kind)
    name = groups["month"]
    if name in _CAPITALS and not text[match.start("month")].isupper():
        return None
    month = known.months[name]
    day = int(groups["day1"] or groups["day2"] or 0) or None
    if groups["year"]:
        return Period(start, end, _safe(int(groups["year"]), month, day), "absolute")
    year = _year_of(month, folded[:start], folded[end : end + 60], published)
    return Period(start, end, None if year is None else _safe(year, month, day), "month")


def _safe(year: int, month: int, day: int | None) -> str:
    text = partial(year, month)
    full = f"{text}-{day:02d}" if day else text
    return full if is_partial_date(full) else text


def _year_of(month: int, before: str, after: str, published: str | None) -> int | None:
    """The year of a bare month: the last such month up to the publication's own, the next one after a word that looks ahead."""
    if published is None:
        return None
    year = int(published[:4])
    if len(published) == 4:
        return year
    own = int(published[5:7])
    reach = 12 if _POSSIBLE.search(before[-70:]) or _GOAL.search(before[-70:]) else 3
    if _AHEAD.search(before[-40:]) or (
        own < month <= own + reach and (_FORECAST.search(before) or _TO_COME.match(after))
    ):
        return year + 1 if month < own - 3 else year
    return year if month <= own else year - 1


def _ago(
    match: re.Match[str], language: str | None, published: str | None, taken: list[tuple[int, int]]
) -> Period | None:
    words, name, unit = number_words(language), match["n"], match["u"]
    count = (
        float(name) if name.isdigit() and len(name) < 4 else words.small.get(name, 1 if name in ("a", "um") else None)
    )
    if count is None or any(s < match.end() and match.start() < e for s, e in taken) or unit[0] in "wsн":
        return None
    months = int(count * (120 if unit.startswith(("dec", "десят")) else 1 if unit[0] in "mм" else 12))
    if published is None or (months < 12 and len(published) == 4) or int(published[:4]) <= months // 12 + 1:
        return Period(match.start(), match.end(), None, "ago")
    day = add_months(published, -months)
    return Period(match.start(), match.end(), coarsen(day, "month" if months < 12 else "year"), "ago")


_FROM_TO = re.compile(r" ?(?:-|to|through|and|until|a|al|y|e|hasta|ate|по|до|и) ?(?:el |the )?")
_SPAN = re.compile(r"(?<![^\W_])(?:between|from|entre|de|desde|с|со|в|за|for|in|the)(?: el)? $")


_BETWEEN = re.compile(r"(?:between|entre|между) (?:el )?$")
"""Before a span whose ends "and" joins; without it two months are a list."""


def _spanned(found: list[Period], folded: str) -> list[Period]:
    """Two months that are the ends of one span made its year: "between January and March" is told of the year."""
    merged: list[Period] = []
    for period in found:
        last = merged[-1] if merged else None
        gap = folded[last.end : period.start] if last is not None else ""
        if last is not None and _one_span(last, period, gap, folded):
            year = (period.date or last.date or "")[:4] or None
            merged[-1] = Period(last.start, period.end, year, "bare" if year else "month")
        else:
            merged.append(period)
    return merged


def _one_span(first: Period, second: Period, gap: str, folded: str) -> bool:
    months = {first.basis, second.basis} <= {"month", "absolute"} and len(first.date or "1234567") == 7
    if not months or len(second.date or "1234567") != 7 or not _FROM_TO.fullmatch(gap):
        return False
    before = folded[max(0, first.start - 12) : first.start]
    listed = gap.strip() in ("y", "e", "и", "and")
    return gap.strip() == "-" or bool((_BETWEEN if listed else _SPAN).search(before))


def _resolved(found: list[Period], published: str | None, anchor: str | None) -> list[Period]:
    resolved: list[Period] = []
    for period in found:
        if resolved and period.start < resolved[-1].end:
            continue
        if period.date is None and period.basis not in ("month", "ago", "absolute"):
            period = Period(period.start, period.end, _relative(period.basis, published, anchor), period.basis)
        resolved.append(period)
        if period.date and period.date != "past" and not period.basis.startswith(("month_before", "year_before")):
            anchor = period.date
    return resolved


def _relative(kind: str, published: str | None, anchor: str | None) -> str | None:
    """A relative expression as a date: `month_last` is the month before the publication's, `year_before` the anchor's."""
    if kind == "past":
        return "past"
    step = {"this": 0, "last": -1, "next": 1, "ago": -1, "before": -1}.get(kind.rpartition("_")[2], 0)
    base = (anchor or published) if kind.endswith("before") else published
    if kind == "quarter_last":
        return add_months(published, -3)[:4] if published is not None and len(published) > 4 else None
    if kind == "decade_end":
        return str((int(published[:4]) // 10 + 1) * 10) if published is not None else None
    if kind.startswith("same_"):
        return coarsen(anchor, kind[5:]) if anchor and anchor != "past" else None
    if kind == "quarter":
        base, step = (anchor or published), 0
    if base is None or base == "past":
        return None
    if kind.startswith("month"):
        return add_months(base, step) if len(base) > 4 else base if step == 0 else None
    year = f"{int(base[:4]) + step:04d}"
    return year + base[4:7] if kind == "year_before" else year
