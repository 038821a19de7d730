"""What a number of barrels may be instead of a figure: a cargo, a stock, a spill, demand, a bomb."""

from __future__ import annotations

import re

from pactline.reading.oil_measures import nearest
from pactline.reading.oil_units import Measured
from pactline.reading.oil_words import Cue

REASONS = {
    "stock": "oil in store", "cargo": "the load of a ship", "spill": "a spill", "demand": "demand or surplus, not supply",
    "stake": "a stake, a tax or another share", "processing": "throughput", "price": "a price", "gap": "a gap between two sources",
    "arms": "no oil barrel", "rigs": "rigs or wells", "petrochemicals": "products that are no oil", "in_place": "oil in place, which is no reserve", "gas": "gas", "oil": "oil",
}  # fmt: skip
_ALWAYS = {"arms", "spill", "gap", "petrochemicals", "in_place", "oil"}
REACH = {
    "stock": 60,
    "cargo": 60,
    "spill": 80,
    "demand": 45,
    "stake": 45,
    "processing": 40,
    "price": 25,
    "gap": 70,
    "arms": 30,
    "rigs": 6,
    "petrochemicals": 60,
    "in_place": 70,
    "oil": 30,
    "gas": 30,
}


def refusal(text: str, others: list[Cue], measures: list[Cue], figure: Measured, basis: str) -> str | None:
    """Why the figure is refused, or None.

    The word nearest to the figure decides: "exports of 500,000 b/d from stocks" is an export, "stocks fell by 3.8 million
    barrels" none. Spills, bombs and gaps between sources refuse whatever stands beside them.
    """
    start, end = figure.number.start, figure.end
    rival = nearest([c for c in others if _same_clause(text, c, start, end)], start, end)
    if rival is None or rival[1] > REACH[rival[0].name]:
        return None
    name, distance = rival[0].name, rival[1]
    if name == "stake" and (basis == "change" or figure.kind not in ("percent", "bare")):
        return None
    if name in ("price", "rigs", "cargo") and figure.kind in ("flow", "bare"):
        return None
    if name in _ALWAYS or (name in ("stock", "cargo") and figure.kind == "volume"):
        return REASONS[name]
    if name == "stock" and figure.kind == "percent":
        return REASONS[name]
    mine = nearest(measures, start, end)
    if mine is not None and mine[1] <= distance:
        return None
    return REASONS[name]


def _same_clause(text: str, cue: Cue, start: int, end: int) -> bool:
    gap = text[cue.end : start] if cue.end <= start else text[end : cue.start]
    return not re.search(r"[;]|\. ", gap)
