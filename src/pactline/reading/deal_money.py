"""What a deal is worth: the sum of a clause that is neither a unit price nor somebody's budget."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pactline.reading.numbers import money
from pactline.record.article import Span

_UNIT_PRICE = re.compile(
    r"^\s{0,2}(?:each|apiece|per\b|a piece|a unit|cada un[oa]|por unidad|la unidad|por unidade|cada\b|за штуку|за единицу|каждый)",
    re.I,
)
_BEFORE_UNIT = re.compile(
    r"(?:each|unit price|unit cost|unitario|unitário|каждый (?:стоит|стоимостью)|цена одного)[^.]{0,30}$", re.I
)


@dataclass(frozen=True, slots=True)
class Value:
    """Money as stated; usd only where dollars are stated; places: the words of its sums, in offsets of the clause."""

    amount: float | None = None
    currency: str | None = None
    usd: float | None = None
    places: tuple[Span, ...] = ()


def value_of(words: str, language: str) -> Value:
    """The value of the deal told in a clause.

    Catches `for $2.2 billion`; with `38 million euros ($43.27 million)` the euros are the value, the dollars its usd.
    Refuses `$40 million each`.
    """
    sums = [m for m in money(words, language) if not _is_unit_price(words, m.start, m.end)]
    if not sums:
        return Value()
    first, dollars = sums[0], next((m for m in sums if m.currency == "USD"), None)
    told = dict.fromkeys((m.start, m.end) for m in (first, dollars) if m is not None)
    return Value(first.value, first.currency, dollars.value if dollars else None, tuple(told))


def _is_unit_price(words: str, start: int, end: int) -> bool:
    return bool(_UNIT_PRICE.match(words[end : end + 20]) or _BEFORE_UNIT.search(words[max(0, start - 50) : start]))
