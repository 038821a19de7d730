"""Number words, scales and hedges of a language, read once from words/numbers.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pactline.reading.plain import plain
from pactline.record.languages import DEFAULT, ruled

SMALLEST_SCALE = 1e3


@dataclass(frozen=True)
class NumberWords:
    """The vocabulary of one language, in the form of `plain`.

    small      words below a hundred; hundreds: whole hundreds; scales: thousand, million, dozen, ...
    attached   scales written onto the digits: 5m, 10k
    fractions  denominators, the longest phrases first
    starts     the words a number may begin with; starts_alone: one of which, or a digit, is in any number; begun: the phrases of `fractions` by their first word
    """

    small: dict[str, float]
    hundreds: dict[str, float]
    scales: dict[str, float]
    attached: dict[str, float]
    fractions: dict[str, float]
    lists: dict[str, tuple[str, ...]]
    begun: dict[str, tuple[str, ...]]
    starts: frozenset[str]
    starts_alone: frozenset[str]

    def words(self, name: str) -> tuple[str, ...]:
        """A word list by its name in the file, longest first."""
        return self.lists[name]


@cache
def number_words(language: str | None) -> NumberWords:
    """The vocabulary for a language; English where it has none of its own."""
    section = _file().get(ruled(language), _file()[DEFAULT])
    forms = {plain(word): float(value) for value, words in section.get("forms", {}).items() for word in words}
    small = _plain(section["ones"]) | {w: v for w, v in forms.items() if v < 100}
    hundreds = _plain(section["hundreds"]) | {w: v for w, v in forms.items() if 100 <= v < SMALLEST_SCALE}
    scales = _plain(section["scales"]) | {w: v for w, v in forms.items() if v >= SMALLEST_SCALE}
    lists = {
        name: tuple(sorted((plain(w) for w in words), key=len, reverse=True))
        for name, words in section.items()
        if isinstance(words, list)
    }
    fractions = dict(sorted(_plain(section["fractions"]).items(), key=lambda item: -len(item[0])))
    begun = {_first(name): tuple(n for n in fractions if _first(n) == _first(name)) for name in fractions}
    alone = frozenset((*small, *hundreds, *scales, *begun))
    starts = alone | frozenset(lists["articles"])
    return NumberWords(small, hundreds, scales, _plain(section["attached"]), fractions, lists, begun, starts, alone)


def _first(phrase: str) -> str:
    """The letters a phrase begins with, as the tokens have them."""
    return re.match(r"[^\W\d_]*", phrase)[0]  # type: ignore[index]  # matches always


def _plain(words: dict[str, Any]) -> dict[str, float]:
    return {plain(word): float(value) for word, value in words.items()}


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((files("pactline") / "words" / "numbers.toml").read_text(encoding="utf-8"))
