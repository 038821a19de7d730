"""Partial dates: `2019`, `2019-08` or `2019-08-15`, as precise as their evidence and no more.

They are strings, so they sort, compare for equality and travel through every format unchanged.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def is_partial_date(text: object) -> bool:
    """True for a date that exists, at year, month or day precision.

    >>> is_partial_date("2019-08"), is_partial_date("2019-13"), is_partial_date("2019-02-30")
    (True, False, False)
    """
    match = _FORM.fullmatch(text) if isinstance(text, str) else None
    if match is None or match[1] == "0000":
        return False
    if match[2] is None:
        return True
    if not 1 <= int(match[2]) <= 12:
        return False
    return match[3] is None or 1 <= int(match[3]) <= calendar.monthrange(int(match[1]), int(match[2]))[1]


def partial(year: int, month: int | None = None, day: int | None = None) -> str:
    """Write a partial date; ValueError where no such day exists.

    >>> partial(2019, 8), partial(2019, 8, 15)
    ('2019-08', '2019-08-15')
    """
    text = (
        f"{year:04d}"
        + (f"-{month:02d}" if month is not None else "")
        + (f"-{day:02d}" if day is not None and month is not None else "")
    )
    if not is_partial_date(text):
        raise ValueError(f"{text} is no date")
    return text


def precision(text: str | None) -> str:
    """`day`, `month`, `year`, or `unknown` for None."""
    return {None: "unknown", 4: "year", 7: "month", 10: "day"}[None if text is None else len(text)]


def earliest(text: str) -> date:
    """First day the partial date may mean."""
    parts = [int(p) for p in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def latest(text: str) -> date:
    """Last day the partial date may mean.

    >>> latest("2024-02")
    datetime.date(2024, 2, 29)
    """
    parts = [int(p) for p in text.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1])


def compatible(a: str, b: str) -> bool:
    """True where one may be the other told less precisely.

    >>> compatible("2019", "2019-08-15"), compatible("2019-07", "2019-08-15")
    (True, False)
    """
    return a.startswith(b) or b.startswith(a)


def coarsen(text: str, to: str) -> str:
    """Cut to `year` or `month`; never finer than it was.

    >>> coarsen("2019-08-15", "month")
    '2019-08'
    """
    return text[: {"year": 4, "month": 7, "day": 10}[to]]


def add_days(text: str, days: int) -> str:
    """A day-precise date moved by days."""
    return (earliest(text) + timedelta(days=days)).isoformat()


def add_months(text: str, months: int) -> str:
    """The month that many months away, at month precision.

    >>> add_months("2019-01-15", -1)
    '2018-12'
    """
    first = earliest(text)
    index = first.year * 12 + first.month - 1 + months
    return partial(index // 12, index % 12 + 1)


def weekday(text: str) -> int | None:
    """0 (Monday) to 6 of a day that exists; None for coarser dates and for days no calendar has.

    >>> weekday("2019-08-15"), weekday("2019-08"), weekday("2019-02-30")
    (3, None, None)
    """
    return date.fromisoformat(text).weekday() if len(text) == 10 and is_partial_date(text) else None


def days_between(a: str, b: str) -> int:
    """Days from a to b, the least that two partial dates can mean; negative where b lies before a.

    >>> days_between("2019-08-15", "2019-08-17"), days_between("2019-08", "2019-08-17")
    (2, 0)
    """
    if earliest(b) > latest(a):
        return (earliest(b) - latest(a)).days
    if earliest(a) > latest(b):
        return (latest(b) - earliest(a)).days
    return 0


def weekday_on_or_before(text: str, day: int) -> str:
    """The last such weekday (0 Monday) on or before a day.

    >>> weekday_on_or_before("2019-08-15", 0)
    '2019-08-12'
    """
    last = earliest(text)
    return (last - timedelta(days=(last.weekday() - day) % 7)).isoformat()


def years_with_weekday(month: int, day: int, wanted: int, first: int, last: int) -> list[int]:
    """Years from first to last in which the day falls on that weekday: about one in seven.

    >>> years_with_weekday(8, 15, 3, 2010, 2024)
    [2013, 2019, 2024]
    """
    return [year for year in range(first, last + 1) if weekday(f"{year:04d}-{month:02d}-{day:02d}") == wanted]
