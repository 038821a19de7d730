"""The year of a day that is written without one: from the event told before it, its weekday, the agency's copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pactline.corpus.dating_candidates import copyright_lines
from pactline.corpus.dating_events import Event
from pactline.corpus.dating_evidence import Evidence
from pactline.corpus.dating_expressions import Expression, day_exists
from pactline.corpus.dating_support import lead_weekdays
from pactline.corpus.dating_words import date_words, fold
from pactline.record.dates import add_months, days_between, partial, weekday, years_with_weekday

FRESH_DAYS = 45  # a dateline this soon after an event the story tells belongs to the event's year
_DAY_BEFORE = 6  # modulo a week: a stamp may be of the evening before, in another time zone
_FIGURES_DAYS = 60  # news of a month's figures come within two months of its end
_UNNAMED_DAYS = 150  # a month told with its year, where no weekday of the story can speak against the nearest such day
_NEWS_DAYS = 3  # an event told as the news itself lies at most this far back
_MOST_YEARS = 6  # in more of them a weekday fits by chance
_SHORT_SPAN_DAYS = 400  # a time in office or before an event this short fixes the year without a weekday
_SEARCH_YEARS = 1  # a weekday fixes the year only among the last year named and the one after it
_OWN = (("so_far", 0, "its own year"), ("last", 1, "the year before"), ("next", -1, "the year to come"))
_YEAR = re.compile(r"[\s,(]{0,3}(?:(?:in|en|em|в|im|nel|no ano de|en el año) )?((?:19|20)\d{2})(?!\d)")
_YEAR_IN_TEXT = re.compile(r"(?<![\d.,$-])(?:19|20)\d{2}(?![\d%]|[.,-]\d)")
_HOLDER = re.compile(r"[^\W\d_]{2,}")
_SIGNED = re.compile(r"^(?:[—–]|--?\s)([^\n\d]{3,60}?)\s((?:19|20)\d{2})[.)]?$", re.MULTILINE)
"""A line that signs the story with its year: `— Department of Public Information, 2024`."""

_COPYRIGHT_YEARS = re.compile(r"(?:©|\(c\)|copyright)[^\n\d]{0,40}(?:19|20)\d{2}\s?[-–—]\s?(?:19|20)\d{2}(?!\d)")
_COUNT = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (day|week|month|year)s? from (?:today|now)\b"
)
_NUMBERS = {
    w: n for n, w in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1)
}

YearFound = tuple[int, str, str | None]
"""A year, why, and the id of an event that is taken as still to come."""


def own_years(evidence: Evidence) -> Iterator[tuple[int, str]]:
    """(year, why) of statements on the article's own year: `so far in 2019`, `last year (2018)`, `next year, 2020`.

    None where a later year is told as past.
    """
    for name, shift, says in _OWN:
        for match in date_words().lists[f"year_words.{name}"].finditer(evidence.body):
            year = _YEAR.match(evidence.body, match.end())
            if year and (evidence.last_year or 0) <= int(year[1]) + max(shift, 0):
                yield int(year[1]) + shift, f"speaks of {match[0].strip(' ,(-–')} {year[1]} as {says}"


def year_of(evidence: Evidence, month: int, day: int, name: int | None) -> YearFound | None:
    """(year, why, event still to come) of a day written without one; None where it stays open.

    name    the weekday written beside it

    It follows from what the article says of its own year, from a month or an event told before it, or from its weekday among
    the years told.
    """
    for found in (_own(evidence), _year_of_months(evidence, month, day, name), _year_of_news(evidence, month, day)):
        if found and day_exists(found[0], month, day) and name in (None, weekday(partial(found[0], month, day))):
            return found
    past = evidence.past_events()
    if past and (after := _year_after(past[0], month, day, name)):
        return after, f"follows {past[0].start} ({past[0].says})", None
    floor = max([evidence.last_year or 0] + [int(e.start[:4]) for e in past])
    found = _year_of_weekday(evidence, month, day, name, floor) if floor else None
    found = found or _year_of_plans(evidence, month, day, name, floor)
    return found or _year_of_offices(evidence, month, day, name, floor)


def year_of_lead(evidence: Evidence, month: int, day: int) -> YearFound | None:
    """`Caracas, 12 jun` above `informó este martes ... En 2017 el promedio fue`: the last year told or the next, by the weekday."""
    named, floor = lead_weekdays(evidence), evidence.last_year
    if not floor or len(named) != 1:
        return None
    days = [partial(y, month, day) for y in (floor, floor + 1) if day_exists(y, month, day)]
    fits = [d for d in days if ((weekday(d) or 0) - min(named)) % 7 <= 1]
    if len(fits) != 1 or weekday(fits[0]) not in named:
        return None
    return int(fits[0][:4]), f"the last year told is {floor}, and the weekday named fits", None


def _year_of_plans(evidence: Evidence, month: int, day: int, name: int | None, floor: int) -> YearFound | None:
    """`MOSCOW, May 16` above `will start before the close of 2019, he said Thursday`: that year or the one before it."""
    body = evidence.body[evidence.page.head_end :]
    coming = sorted(year for m in _YEAR_IN_TEXT.finditer(body) if (year := int(m[0])) > floor)
    named = {name} if name is not None else lead_weekdays(evidence)
    if not coming or coming[0] in evidence.years or len(named) != 1:
        return None
    years = [y for y in (coming[0] - 1, coming[0]) if y >= floor and day_exists(y, month, day)]
    fits = [y for y in years if weekday(partial(y, month, day)) in named]
    return (fits[0], f"speaks of {coming[0]} as to come, and the weekday fits", None) if len(fits) == 1 else None


def _year_of_weekday(evidence: Evidence, month: int, day: int, name: int | None, floor: int) -> YearFound | None:
    if name is None:
        return _year_after_written(evidence, month, day, floor)
    years = years_with_weekday(month, day, name, floor, floor + _SEARCH_YEARS)
    return (years[0], f"of the years from {floor} on the weekday fits {years[0]}", None) if len(years) == 1 else None


def _year_of_offices(evidence: Evidence, month: int, day: int, name: int | None, floor: int) -> YearFound | None:
    """`MOSCOW, Sept 12` under `President Medvedev said Saturday`: the one year of those in office whose weekday fits."""
    named = {name} if name is not None else lead_weekdays(evidence)
    ends = [e.end for e in evidence.offices if e.end]
    if not ends:
        return None
    first, last = max([e.start for e in evidence.offices] + [f"{floor:04d}"]), min(ends)
    days = [partial(y, month, day) for y in range(int(first[:4]), int(last[:4]) + 1) if day_exists(y, month, day)]
    most = 0 if name is not None else 1
    held = [d for d in days if first <= d <= last]
    fits = [d for d in held if any(((weekday(d) or 0) - n) % 7 <= most for n in named)] if named else held
    if not named and days_between(first, last) > _SHORT_SPAN_DAYS:
        return None
    if len(fits) != 1 or len(days) > _MOST_YEARS:
        return None
    return (
        int(fits[0][:4]),
        f"the one year from {first[:4]} to {last[:4]}, with those named in office and what is told as to come, that fits",
        None,
    )


def _own(evidence: Evidence) -> YearFound | None:
    own = dict(own_years(evidence))
    return (*own.popitem(), None) if len(own) == 1 else None


def _year_of_news(evidence: Evidence, month: int, day: int) -> YearFound | None:
    """The year of an event that the article tells as its news, a few days before."""
    told = {
        int(e.start[:4]): f"tells as news what happened on {e.start} ({e.says})"
        for e in evidence.news
        if day_exists(year := int(e.start[:4]), month, day)
        and 0 <= days_between(e.start, partial(year, month, day)) <= _NEWS_DAYS
    }
    return (*told.popitem(), None) if len(told) == 1 else None


def _year_of_months(evidence: Evidence, month: int, day: int, name: int | None) -> YearFound | None:
    """`13 November` above `produced 1.1 mb/d in October 2025`: figures are told soon after their month; not `since October 2025`."""
    months = [
        (c.date, c.written.start)
        for c in evidence.written
        if c.rule == "in-text" and c.written and c.date and len(c.date) == 7
    ]
    since = date_words().lists["marks.since"]
    told = [m for m, at in months if not since.search(evidence.body[max(0, at - 14) : at])]
    newest = max(told, default=None)
    if newest is None or int(newest[:4]) < (evidence.last_year or 0):
        return None
    named = {name} if name is not None else lead_weekdays(evidence)
    reach = _FIGURES_DAYS if named else _UNNAMED_DAYS
    for year in (int(newest[:4]), int(newest[:4]) + 1):
        if day_exists(year, month, day) and 0 <= days_between(newest, partial(year, month, day)) <= reach:
            fits = partial(year, month, day) >= newest and name in (None, weekday(partial(year, month, day)))
            return (year, f"tells of {newest}", None) if fits else None
    return None


def _year_after_written(evidence: Evidence, month: int, day: int, floor: int) -> YearFound | None:
    """`Aug 6` above `since July 31, 2014`: a day is written with its year where it is another year than the story's."""
    out = [c.date or "" for c in evidence.written if c.rule == "in-text" and c.date and len(c.date) == 10]
    year = floor + 1
    named = lead_weekdays(evidence)
    if not any(int(d[:4]) == floor for d in out) or not named or not day_exists(year, month, day):
        return None
    fits = any(((weekday(partial(year, month, day)) or 0) - name) % 7 <= 1 for name in named)
    return (
        (year, f"days of {floor} are told with their year, and the weekday named fits {year}", None) if fits else None
    )


def _year_after(event: Event, month: int, day: int, name: int | None) -> int | None:
    for year in (int(event.start[:4]), int(event.start[:4]) + 1):
        if day_exists(year, month, day) and -1 <= days_between(event.start, partial(year, month, day)) <= FRESH_DAYS:
            return year if name is None or weekday(partial(year, month, day)) == name else None
    return None


def year_of_holder(evidence: Evidence, written: Expression) -> YearFound | None:
    """`Dec 18 (Reuters)` above `© Thomson Reuters 2013`: an agency's own copyright line bears the year of its story.

    Another holder's line may bear the year of the visit, so it counts only where the day is of a weekday that the story names,
    or the latest year and event told are of that year, too.
    """
    filed = re.split(r"[)—–]| -|\.-", evidence.page.folded[written.end : written.end + 40], maxsplit=1)[0]
    near = set(_HOLDER.findall(filed))
    named = {written.weekday} if written.weekday is not None else lead_weekdays(evidence)
    lines = [*copyright_lines(evidence.page.text), *((int(m[2]), m[1]) for m in _SIGNED.finditer(evidence.page.text))]
    if len({year for year, _ in lines}) != 1 or (evidence.last_year or 0) > lines[0][0]:
        return None
    year = lines[0][0]
    if _of_years(evidence) and evidence.last_year is not None and year - evidence.last_year > _SEARCH_YEARS:
        return None
    day = partial(year, written.month, written.day)
    fits = {((weekday(day) or 0) - name) % 7 for name in named if name is not None}
    own = any(near.intersection(_HOLDER.findall(fold(holder))) for _, holder in lines)
    told = max([evidence.last_year or 0, *(int(e.start[:4]) for e in evidence.past_events())]) == year
    borne_out = (
        fits & {0, 1}
        or (own and (not fits or not _of_years(evidence)))
        or (told and (not fits or fits & {_DAY_BEFORE}))
    )
    if day_exists(year, written.month, written.day or 1) and borne_out:
        return (
            year,
            f"{year} of the line with the copyright or the source" + (", which has the weekday named" if fits else ""),
            None,
        )
    return None


def _of_years(evidence: Evidence) -> bool:
    """Whether a line with a copyright names a first and a last year: the last may be that of the visit."""
    return bool(_COPYRIGHT_YEARS.search(evidence.page.folded))


def counted_back(evidence: Evidence, written: Expression) -> YearFound | None:
    """`expires six months from today` under a date that lies six months before a dated event."""
    match = _COUNT.search(evidence.body)
    if not match or match[2] not in ("month", "year"):
        return None
    months = (_NUMBERS.get(match[1]) or int(match[1])) * (12 if match[2] == "year" else 1)
    for mention in evidence.mentions:
        event = mention.event
        day = int(event.start[8:]) if len(event.start) == 10 else None
        if day == written.day and int(add_months(event.start, -months)[5:]) == written.month:
            year = int(add_months(event.start, -months)[:4])
            if written.weekday is None or weekday(partial(year, written.month, written.day)) == written.weekday:
                return year, f"{match[0]!r} counts back from {event.start} ({event.says})", event.event_id
    return None
