"""The vocabulary oil figures are read by, compiled once from words/oil_reading.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

EDGE = r"(?<![^\W_])"


@dataclass(frozen=True)
class Cue:
    """A word of the vocabulary found in a sentence: name is what it stands for."""

    name: str
    start: int
    end: int


@cache
def cues_of(section: str) -> re.Pattern[str]:
    """One pattern for a section: each entry a named group `c0`, `c1`, ... in the order of the file."""
    entries = vocabulary()[section]
    return re.compile(EDGE + "(?:" + "|".join(f"(?P<c{at}>{words})" for at, words in enumerate(entries.values())) + ")")


def cues(section: str, text: str) -> list[Cue]:
    """Every word of a section in a `plain` text, in order.

    >>> [c.name for c in cues("measures", "oil exports fell while output rose")]
    ['exports', 'production']
    """
    names = list(vocabulary()[section])
    return [Cue(names[int((m.lastgroup or "c0")[1:])], m.start(), m.end()) for m in cues_of(section).finditer(text)]


@cache
def phrase(section: str, name: str) -> re.Pattern[str]:
    """One entry as a pattern of its own."""
    return re.compile(f"{EDGE}(?:{vocabulary()[section][name]})")


def words_of(section: str, name: str) -> str:
    """The alternatives of an entry, to build a larger pattern from."""
    return str(vocabulary()[section][name])


@cache
def vocabulary() -> dict[str, dict[str, Any]]:
    """The file as it is."""
    return tomllib.loads((files("pactline") / "words" / "oil_reading.toml").read_text(encoding="utf-8"))
