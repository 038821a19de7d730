"""Amounts and units: what a figure is worth in the unit it is compared in."""

from __future__ import annotations

BARRELS_PER_TONNE = 7.33
"""Barrels of crude in a tonne, world average (Energy Institute, Statistical Review: approximate conversion factors)."""

DAYS_PER_YEAR = 365.25

BARRELS_PER_DAY = {"b/d": 1.0, "t/y": BARRELS_PER_TONNE / DAYS_PER_YEAR}


def barrels_per_day(value: float, unit: str) -> float:
    """Convert a flow of crude to barrels per day.

    value   flow, in `unit`
    unit    one of BARRELS_PER_DAY
    returns b/d, not rounded
    raises  KeyError for any other unit: an unknown unit is never read as barrels
    source  BARRELS_PER_TONNE is a world average; heavy crude has fewer barrels a tonne (Venezuela 6.9-7.1)

    >>> barrels_per_day(1_745_000, "b/d")
    1745000.0
    """
    return value * BARRELS_PER_DAY[unit]
