"""Figures the source itself got wrong by a thousand: "802 bpd" of a country that makes 801,000."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
LARGEST_SLIP = 5000.0
"""b/d; no country whose output the news follows makes less."""
NEAR = 3.0
"""How many times as large as the article's other figure the mended one may be, or as small."""


def mended(rows: Sequence[Row], flow: str | None) -> tuple[list[Row], list[Row]]:
    """The rows, a slip of a thousand mended, and the rows that were mended as the text has them.

    A level of a country's output or exports is mended where another level of the same measure in the article is about a
    thousand times as large, and only there, where it is no bound ("wells of less than 500 bpd"): the words stated stay as they stand, the rule says `-slip`, and a near miss
    tells the reader. "Output was 802 bpd in December, 801,000 bpd in November" is mended, "the well gives 802 bpd" is not.
    """
    kept, slips, levels = [], [], _levels(rows, flow)
    for row in rows:
        if _may_slip(row, flow) and _has_like(row, levels):
            slips.append(row)
            high = row["value_high"]
            row = {**row, "value": row["value"] * 1e3, "value_high": high and high * 1e3, "rule": f"{row['rule']}-slip"}
        kept.append(row)
    return kept, slips


def _may_slip(row: Row, flow: str | None) -> bool:
    level = row["unit"] == flow and row["basis"] == "level" and row["measure"] in ("production", "exports", "target")
    return level and row["bound"] in ("exact", "about") and row["value"] < LARGEST_SLIP


def _levels(rows: Sequence[Row], flow: str | None) -> dict[tuple[str | None, str], list[float]]:
    """Owner and measure -> the levels told of them, in order of size."""
    levels: dict[tuple[str | None, str], list[float]] = {}
    for row in rows:
        if row["unit"] == flow and row["basis"] == "level":
            levels.setdefault((row["subject"], row["measure"]), []).append(row["value"])
    return {key: sorted(values) for key, values in levels.items()}


def _has_like(row: Row, levels: dict[tuple[str | None, str], list[float]]) -> bool:
    """Whether another figure is the same owner's, of the same kind, and about a thousand times as large."""
    large = row["value"] * 1e3
    told = (levels.get((row["subject"], measure), []) for measure in {"production", row["measure"]})
    return any(bisect_right(values, large / NEAR) < bisect_left(values, large * NEAR) for values in told)
