"""The pieces a number is read from, and what is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from pactline.reading.digits import DIGITS

_TOKEN = re.compile(rf"(?P<digits>{DIGITS})|(?P<vulgar>[½¼¾⅓⅔])|(?P<word>[^\W\d_]+)|(?P<sign>[^\s\w])")


class Token(NamedTuple):
    """A piece of text: kind is `digits`, `vulgar`, `word` or `sign`; glued where no space stands before it."""

    start: int
    end: int
    kind: str
    text: str
    glued: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """One number read: value, kind `number`, `fraction` or `times`; other: the second reading of its separator.

    scale  the largest scale word in it, 1 where none: "2 to 3 million" lends it to its neighbour
    """

    start: int
    end: int
    value: float
    kind: str = "number"
    spelled: bool = False
    scale: float = 1.0
    other: float | None = None
    year_like: bool = False


def tokens(text: str) -> list[Token]:
    """Words, runs of digits and signs of a text in the form of `plain`."""
    found = [(m.start(), m.end(), m.lastgroup or "", m[0]) for m in _TOKEN.finditer(text)]
    ends = [0, *(end for _, end, _, _ in found)]
    return [
        Token(s, e, kind, piece, glued=before == s and s > 0)
        for (s, e, kind, piece), before in zip(found, ends, strict=False)
    ]
