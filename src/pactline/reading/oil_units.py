"""The unit behind a number: a flow, a volume, a mass, per cent, money, or none written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pactline.reading.numbers import Money, Number
from pactline.reading.oil_words import FigureWords

_WHOLE = r"(?![^\W_])"
"""Behind a unit no letter or digit may follow."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit: kind is flow, volume, volume_year, mass, mass_year, percent, money or bare.

    value   in the unit the commodity's word list names for the kind; end: behind the unit
    """

    number: Number
    kind: str
    value: float
    value_high: float | None
    end: int
    currency: str | None = None


@cache
def _pattern(words: FigureWords) -> re.Pattern[str]:
    """One pattern of all units: those with a scale of their own first, the longest kinds before the shorter."""

    def unit(name: str) -> str:
        return words.of("units", name)

    filler = rf"(?:[ -](?:{words.of('words', 'filler')}){_WHOLE}){{0,5}}"
    aside = r"(?: \([^()]{1,12}\))?[ -]{0,2}"
    daily, yearly = f"(?:{unit('per_day')}){_WHOLE}", f"(?:{unit('per_year')}){_WHOLE}"
    scaled = [name for name in words.commodity.scaled if name != "per_day"]
    rates = "|".join(f"(?P<{n}>(?:{unit(n)}){_WHOLE})" for n in scaled if "day" in n or "flow" in n or "year" in n)
    sizes = "|".join(
        f"(?P<{n}>(?:{unit(n)}){_WHOLE})" for n in scaled if not ("day" in n or "flow" in n or "year" in n)
    )
    return re.compile(
        rf"(?:[ -]?(?:{words.of('words', 'filler')}){_WHOLE}){{0,3}}[ -]?(?:"
        rf"{rates or '(?!)'}"
        rf"|(?P<flow>(?:{unit('flow')}){_WHOLE}|(?:{unit('volume')}){filler}{aside}{daily})"
        rf"|(?P<volume_year>(?:{unit('volume')}){filler}{aside}{yearly})|(?P<volume>(?:{unit('volume')}){_WHOLE})"
        rf"|(?P<mass_year>(?:{unit('mass')}){filler} ?{yearly}|t/y\b|tpa\b)|(?P<mass>(?:{unit('mass')}){_WHOLE})"
        rf"|{sizes or '(?!)'}|(?P<percent>{unit('percent')})|(?P<per_day>{daily}))"
    )


def measured(text: str, number: Number, sums: dict[int, Money], words: FigureWords) -> Measured | None:
    """The number with the unit that follows it, or None where a separator leaves no possible reading.

    text    `plain` sentence; sums: money of the sentence by the start of its number

    A dollar sign before barrels is neither a sum nor a flow: None.
    """
    match = _pattern(words).match(text, number.end)
    kind = match.lastgroup if match else None
    kind, factor = words.commodity.scaled.get(kind or "", (kind, 1.0))
    paid = sums.get(number.start)
    if paid is not None:
        return None if kind in ("flow", "volume") else _money(number, paid)
    if match is None or kind is None:
        return Measured(number, "bare", number.value, number.value_high, number.end)
    if kind == "flow":
        if match.lastgroup == "mega_flow" and number.value >= words.commodity.limit("mega"):
            factor = 1e3
        return _flow(number, factor, match.end(), words)
    value, high = number.value * factor, None if number.value_high is None else number.value_high * factor
    if kind == "volume" and number.other is not None and value > words.commodity.limit("largest_volume"):
        value = number.other * factor
    return Measured(number, kind, value, high, match.end())


def _money(number: Number, paid: Money) -> Measured:
    return Measured(number, "money", paid.value, paid.value_high, max(paid.end, number.end), paid.currency)


def _flow(number: Number, factor: float, end: int, words: FigureWords) -> Measured | None:
    """The reading of the separators that a country or the world can make in a day; None where there is none."""
    value, limit = number.value * factor, words.commodity.limit
    if number.other is not None and not limit("smallest_flow") <= value <= limit("largest_flow"):
        value = number.other * factor
    if not 1.0 <= value <= limit("largest_flow"):
        return None
    high = None if number.value_high is None else number.value_high * factor
    return Measured(number, "flow", value, high, end)
