"""A change told between two levels, beside the difference of these levels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pactline.record.quantity import BARRELS_PER_DAY, barrels_per_day

SERIES = "change against levels"
"""The name such a row bears in the column `series` of OIL_CHECKS: what it is set against is the text itself."""
REACH = 60
"""Characters between the quotes of two figures of one clause."""
LEFT = "-left"
"""End of the rule of a level left behind ("from 1.9 million"), as the reading writes it."""
IN_WORDS = 5.0
"""Percentage points a change told as "a third" or "half" may lie off."""
MOST = {"%": 0.5, "flow": 0.03}
"""Rounding allowed for at most: half a point of a percentage, 3 % of a flow, for zeros at the end may be told on purpose."""

Claim = Mapping[str, Any]


def change_checks(claims: Sequence[Claim]) -> Iterator[dict[str, Any]]:
    """A row of OIL_CHECKS for each change that stands in one clause with the level left and the level reached.

    claims   rows of OIL
    returns  reference_bpd is the difference of the levels; a percentage is checked against their ratio

    Figures are rounded by who tells them: `differs` is said only where rounding of all three cannot explain it.
    """
    for run in _clauses(sorted(claims, key=lambda c: (c["article_id"], c["start"], c["end"]))):
        changes = [c for c in run if c["basis"] == "change" and c["bound"] in ("exact", "about")]
        levels = [c for c in run if c["basis"] == "level" and c["unit"] in BARRELS_PER_DAY]
        left = [c for c in levels if str(c["rule"]).endswith(LEFT)]
        reached = [c for c in levels if c not in left]
        if len(changes) == len(left) == len(reached) == 1 and changes[0]["unit"] in {*BARRELS_PER_DAY, "%"}:
            yield _row(changes[0], left[0], reached[0])


def _clauses(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Runs of neighbouring figures on the same measure of the same subject."""
    run: list[Claim] = []
    for claim in claims:
        if run and not _together(run[-1], claim):
            yield run
            run = []
        run.append(claim)
    if run:
        yield run


def _together(one: Claim, other: Claim) -> bool:
    same = all(str(one[name]) == str(other[name]) for name in ("article_id", "measure", "subject"))
    return same and other["start"] - one["end"] <= REACH


def _row(change: Claim, left: Claim, reached: Claim) -> dict[str, Any]:
    before, after = _flow(left), _flow(reached)
    percent = change["unit"] == "%"
    told = float(change["value"]) * (-1 if _is_down(change, before, after) else 1)
    told_flow = told * before / 100 if percent else barrels_per_day(told, change["unit"])
    between = after - before
    loose = _rounding(left) + _rounding(reached)
    loose += _rounding(change) * before / 100 if percent else _rounding(change)
    loose += 0.05 * abs(told_flow) * (change["bound"] == "about")
    return {
        "claim_id": change["claim_id"], "series": SERIES, "reference_bpd": between, "reference_period": None,
        "difference_percent": round(100 * (told_flow - between) / abs(between), 1) if between else None,
        "verdict": "agrees" if abs(told_flow - between) <= loose else "differs",
        "note": f"the text goes from {before:,.0f} to {after:,.0f} b/d, a change of {between:+,.0f}; told is {told_flow:+,.0f}",
    }  # fmt: skip


def _is_down(change: Claim, before: float, after: float) -> bool:
    direction = change["direction"]
    return direction == "down" if direction in ("up", "down") else after < before


def _flow(claim: Claim) -> float:
    return barrels_per_day(float(claim["value"]), claim["unit"])


def _rounding(claim: Claim) -> float:
    """Half of the last decimal place told: 1.745 million is good to 500, 13 % to half a per cent, "a third" to five.

    >>> _rounding({"value": 1_745_000.0, "unit": "b/d", "value_stated": "1.745 mb/d"})
    500.0
    """
    if claim["unit"] == "%" and not any(c.isdigit() for c in claim["value_stated"]):
        return IN_WORDS
    digits = f"{float(claim['value']):.6f}".rstrip("0")
    whole, _, part = digits.partition(".")
    place = 10.0 ** -len(part) if part else 10.0 ** (len(whole) - len(whole.rstrip("0")))
    factor = 1.0 if claim["unit"] == "%" else BARRELS_PER_DAY[claim["unit"]]
    most = MOST["%"] if claim["unit"] == "%" else MOST["flow"] * _flow(claim)
    return min(place * factor / 2, most)
