"""The grammar of one number: digits, words, scales and their compounds, without hedges or ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pactline.reading.number_fractions import read_fraction
from pactline.reading.number_in_digits import may_start, take_digits, take_vulgar
from pactline.reading.number_in_words import take_half, take_hyphen, take_word
from pactline.reading.number_state import Reading
from pactline.reading.number_tokens import Phrase, tokens
from pactline.reading.number_words import number_words

LARGEST = 1e16
DOZEN = 12
_TWICE = re.compile(r"\b(?:twice|дважды) $")


def phrases(text: str, language: str | None) -> Iterator[Phrase]:
    """Every number of a text in the form of `plain`, from left to right.

    >>> [p.value for p in phrases("un millon 448.000 y 29 millones 898", "es")]
    [1448000.0, 29898000.0]
    """
    words, pieces = number_words(language), tokens(text)
    at = 0
    while at < len(pieces):
        if (piece := pieces[at]).kind == "sign" or (piece.kind == "word" and piece.text not in words.starts):
            at += 1
            continue
        reading = Reading(pieces, at, words, language, text)
        phrase = _read(reading) if may_start(reading) else None
        if phrase is not None:
            yield phrase
        at = max(reading.at, at + 1)


def _read(reading: Reading) -> Phrase | None:
    """One number from the place where the reading stands, or None; the reading stands behind it then."""
    fraction = read_fraction(reading.pieces, reading.first, reading.words, reading.text, reading.language)
    if fraction is not None:
        phrase, reading.at = fraction
        return phrase
    _go_on(reading)
    if not reading.begun:
        reading.at = reading.first
        return None
    if take_half(reading):
        _go_on(reading)
    return _finished(reading)


def _go_on(reading: Reading) -> None:
    while _step(reading):
        pass


def _step(reading: Reading) -> bool:
    """Read the next token as a part of the number; False where the number ends before it."""
    token = reading.token()
    if token is None:
        return False
    if token.kind == "digits":
        return take_digits(reading, token)
    if token.kind == "vulgar":
        return take_vulgar(reading, token)
    if token.kind == "word":
        return take_word(reading, token)
    return token.text == "-" and take_hyphen(reading, token)


def _finished(reading: Reading) -> Phrase | None:
    """The number read, or None where it is none: zero in words, or more than anything of this world."""
    value = sum(v for v, _ in reading.groups) + (reading.current or 0.0)
    scale = max((s for _, s in reading.groups), default=1.0)
    if value >= LARGEST or (reading.current == 0 and reading.spelled):
        return None
    start, end = reading.pieces[reading.first].start, reading.pieces[reading.at - 1].end
    if scale == DOZEN and (twice := _TWICE.search(reading.text[max(0, start - 8) : start])):
        start, value = start - len(twice[0]), value * 2
    behind = reading.token()
    if behind is not None and behind.text in reading.words.words("times"):
        return Phrase(start, end, value, "times", reading.spelled, scale)
    other = None if reading.other is None else reading.other * scale
    return Phrase(start, end, value, "number", reading.spelled, scale, other, _year_like(reading, value))


def _year_like(reading: Reading, value: float) -> bool:
    """Four digits and nothing else, of this century or the one before."""
    digits = reading.plain_digits or ""
    return len(digits) == 4 and not reading.groups and 1900 <= value <= 2100
