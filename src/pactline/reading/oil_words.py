"""The vocabulary figures are read by, compiled once a commodity from its word list (record/commodity.py)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from pactline.reading.literals import gate
from pactline.reading.vocabulary import WORDS
from pactline.record.commodity import Commodity

EDGE = r"(?<![^\W_])"
Section = tuple[list[str], re.Pattern[str], Callable[[str], bool]]
"""The names of a section of a word list, its pattern, and whether a text may hold a match of it."""


@dataclass(frozen=True)
class Cue:
    """A word of the vocabulary found in a sentence: name is what it stands for."""

    name: str
    start: int
    end: int


class FigureWords:
    """The patterns of one commodity, each compiled when it is first asked for."""

    def __init__(self, commodity: Commodity) -> None:
        self.commodity = commodity
        self._spoken_of = re.compile(commodity.spoken_of)
        self.may_be_spoken_of = gate(commodity.spoken_of)
        self._cues: dict[str, Section] = {}
        self._may_own = gate(*(owner[2] for owner in commodity.owners))
        owners = "|".join(f"(?P<o{at}>{owner[2]})" for at, owner in enumerate(commodity.owners))
        self.owners = re.compile(rf"{EDGE}(?:{owners or '(?!)'})(?![^\W_])")
        self._phrases: dict[tuple[str, str], re.Pattern[str]] = {}

    def spoken_of(self, text: str) -> bool:
        """Whether a `plain` text speaks of the commodity."""
        return self.may_be_spoken_of(text) and self._spoken_of.search(text) is not None

    def cues(self, section: str, text: str) -> list[Cue]:
        """Every word of a section in a `plain` text, in order."""
        if section not in self._cues:
            self._cues[section] = _compiled(self.commodity.words[section])
        return _found(*self._cues[section], text)

    def first_cue(self, section: str, text: str, names: tuple[str, ...]) -> str | None:
        """Name of the first word of a section that is one of `names`, in a `plain` text."""
        if section not in self._cues:
            self._cues[section] = _compiled(self.commodity.words[section])
        order, pattern, _ = self._cues[section]
        found = (order[int((m.lastgroup or "c0")[1:])] for m in pattern.finditer(text))
        return next((name for name in found if name in names), None)

    def named_owners(self, text: str) -> Iterator[tuple[int, int, str, str, str]]:
        """(start, end, name, ISO3, kind) of every producer and plant of the word list in a `plain` text."""
        if not self._may_own(text):
            return
        for match in self.owners.finditer(text):
            name, country, _, kind = self.commodity.owners[int((match.lastgroup or "o0")[1:])]
            yield match.start(), match.end(), name, country, kind

    def phrase(self, section: str, name: str) -> re.Pattern[str]:
        """One entry as a pattern of its own; one that finds nothing where the list has no such entry."""
        if (section, name) not in self._phrases:
            self._phrases[section, name] = re.compile(f"{EDGE}(?:{self.of(section, name)})")
        return self._phrases[section, name]

    def of(self, section: str, name: str) -> str:
        """The alternatives of an entry, to build a larger pattern from."""
        return self.commodity.words.get(section, {}).get(name) or "(?!)"


@cache
def figure_words(commodity: Commodity) -> FigureWords:
    """The patterns of a commodity, made once."""
    return FigureWords(commodity)


def cues(section: str, text: str) -> list[Cue]:
    """Every word of a section that all commodities share, in a `plain` text, in order.

    >>> [c.name for c in cues("change", "exports fell while output rose")]
    ['down', 'up']
    """
    return _found(*_shared(section), text)


def words_of(section: str, name: str) -> str:
    """The alternatives of an entry that all commodities share."""
    return _file()[section][name]


def _compiled(entries: dict[str, str]) -> Section:
    """The names of a section, one pattern for it, and whether a text may hold a match: each entry a named group `c0`, `c1`, ... in their order."""
    groups = "|".join(f"(?P<c{at}>{words})" for at, words in enumerate(entries.values()))
    return list(entries), re.compile(f"{EDGE}(?:{groups})"), gate(*entries.values())


def _found(names: list[str], pattern: re.Pattern[str], may_hold: Callable[[str], bool], text: str) -> list[Cue]:
    if not may_hold(text):
        return []
    return [Cue(names[int((m.lastgroup or "c0")[1:])], m.start(), m.end()) for m in pattern.finditer(text)]


@cache
def _shared(section: str) -> Section:
    return _compiled(_file()[section])


@cache
def _file() -> dict[str, dict[str, str]]:
    return tomllib.loads((WORDS / "figures.toml").read_text(encoding="utf-8"))
