"""The unit behind a number: flows, barrels, tonnes, per cent, money, or none written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pactline.reading.numbers import Money, Number
from pactline.reading.oil_words import words_of

LARGEST_FLOW = 130e6
"""b/d above which no country or world total lies (the world makes about 100 million): the other reading is tried."""
SMALLEST_FLOW = 1.0
MEGA_LIMIT = 150.0
"""`mbd` is million in OPEC and IEA usage and thousand in PDVSA's: 3.2 mbd is million, 3,200 mbd thousand."""
SCALED = {
    "mega": ("flow", 1e6), "kilo": ("flow", 1e3), "per_day": ("flow", 1.0),
    "mega_barrels": ("barrels", 1e6), "kilo_barrels": ("barrels", 1e3),
    "mega_tonnes_year": ("tonnes_year", 1e6), "mega_tonnes": ("tonnes", 1e6), "kilo_tonnes": ("tonnes", 1e3),
}  # fmt: skip
"""Units with a scale of their own, as (kind, factor to that kind's unit)."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit: kind is flow, barrels, tonnes, tonnes_year, percent, money or bare; end behind the unit."""

    number: Number
    kind: str
    value: float
    value_high: float | None
    end: int
    currency: str | None = None


@cache
def _pattern() -> re.Pattern[str]:
    barrels, per_day, per_year = (words_of("units", n) for n in ("barrels", "per_day", "per_year"))
    filler = rf"(?:[ -](?:{words_of('words', 'filler')})(?![^\W_])){{0,5}}"
    flow = "|".join(words_of("units", n) for n in ("flow",))
    return re.compile(
        rf"(?:[ -]?(?:{words_of('words', 'filler')})(?![^\W_])){{0,3}}[ -]?(?:"
        rf"(?P<mega>{words_of('units', 'mega_flow')})(?![^\W_])|(?P<kilo>{words_of('units', 'kilo_flow')})(?![^\W_])"
        rf"|(?P<flow>(?:{flow})(?![^\W_])|(?:{barrels}){filler}(?: \([^()]{{1,12}}\))?[ -]{{0,2}}(?:{per_day})(?![^\W_]))"
        rf"|(?P<barrels>(?:{barrels})(?![^\W_]))"
        rf"|(?P<tonnes_year>(?:{words_of('units', 'tonnes')}){filler} ?(?:{per_year})(?![^\W_])|t/y\b|tpa\b)"
        rf"|(?P<tonnes>(?:{words_of('units', 'tonnes')})(?![^\W_]))"
        rf"|(?P<mega_barrels>{words_of('units', 'mega_barrels')})(?![^\W_])|(?P<kilo_barrels>{words_of('units', 'kilo_barrels')})(?![^\W_])"
        rf"|(?P<mega_tonnes_year>{words_of('units', 'mega_tonnes_year')})(?![^\W_])"
        rf"|(?P<mega_tonnes>{words_of('units', 'mega_tonnes')})(?![^\W_])|(?P<kilo_tonnes>{words_of('units', 'kilo_tonnes')})(?![^\W_])"
        rf"|(?P<percent>{words_of('units', 'percent')})|(?P<per_day>(?:{per_day})(?![^\W_])))"
    )


def measured(text: str, number: Number, sums: dict[int, Money]) -> Measured | None:
    """The number with the unit that follows it, or None where a separator leaves no possible reading.

    text    `plain` sentence; sums: money of the sentence by the end of its number

    A dollar sign before barrels is neither a sum nor a flow: None.
    """
    match = _pattern().match(text, number.end)
    kind = match.lastgroup if match else None
    paid = sums.get(number.start)
    if paid is not None:
        return None if kind in ("flow", "mega", "kilo", "barrels", "mega_barrels") else _money(number, paid)
    if match is None or kind is None:
        return Measured(number, "bare", number.value, number.value_high, number.end)
    kind, factor = SCALED.get(kind, (kind, 1.0))
    if kind == "flow":
        if match.lastgroup == "mega" and number.value >= MEGA_LIMIT:
            factor = 1e3
        return _flow(number, factor, match.end())
    high = None if number.value_high is None else number.value_high * factor
    return Measured(number, kind, number.value * factor, high, match.end())


def _money(number: Number, paid: Money) -> Measured:
    return Measured(number, "money", paid.value, paid.value_high, max(paid.end, number.end), paid.currency)


def _flow(number: Number, factor: float, end: int) -> Measured | None:
    value = number.value * factor
    if value > LARGEST_FLOW and number.other is not None:
        value = number.other * factor
    if value < 100 and number.other is not None:
        value = number.other * factor
    if not SMALLEST_FLOW <= value <= LARGEST_FLOW:
        return None
    high = None if number.value_high is None else number.value_high * factor
    return Measured(number, "flow", value, high, end)
