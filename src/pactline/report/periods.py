"""Periods of the time axes: which one a date falls into, and all between two of them."""

from __future__ import annotations

from collections.abc import Iterable

from pactline.record.dates import precision

UNDATED = "undated"
_NEEDS = {"year": {"year", "month", "day"}, "quarter": {"month", "day"}, "month": {"month", "day"}}


def period_of(date: str | None, step: str) -> str:
    """The period a date falls into; `undated` where the date is not as fine as the step.

    >>> period_of("2019-08-15", "quarter"), period_of("2019", "month"), period_of("2019-08", "year")
    ('2019-Q3', 'undated', '2019')
    """
    if date is None or precision(date) not in _NEEDS[step]:
        return UNDATED
    if step == "year":
        return date[:4]
    return date[:7] if step == "month" else f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}"


def between(periods: Iterable[str], step: str) -> list[str]:
    """Every period from the first to the last, gaps included; `undated` last where it occurs.

    >>> between(["2019-Q4", "2020-Q2", "undated"], "quarter")
    ['2019-Q4', '2020-Q1', '2020-Q2', 'undated']
    """
    found = set(periods)
    dated = sorted(found - {UNDATED})
    span = range(_index(dated[0], step), _index(dated[-1], step) + 1) if dated else range(0)
    return [_name(i, step) for i in span] + ([UNDATED] if UNDATED in found else [])


def coarser(step: str) -> str:
    """The next wider step.

    >>> coarser("month"), coarser("year")
    ('quarter', 'year')
    """
    return {"month": "quarter"}.get(step, "year")


def _index(period: str, step: str) -> int:
    year, _, rest = period.partition("-")
    per_year = {"year": 1, "quarter": 4, "month": 12}[step]
    return int(year) * per_year + (int(rest.lstrip("Q")) - 1 if rest else 0)


def _name(index: int, step: str) -> str:
    if step == "year":
        return f"{index:04d}"
    if step == "quarter":
        return f"{index // 4:04d}-Q{index % 4 + 1}"
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
