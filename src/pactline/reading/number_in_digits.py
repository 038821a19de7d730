"""The part of a number that is written in digits, and where digits are no number of their own."""

from __future__ import annotations

import re

from pactline.reading.digits import Digits, digits
from pactline.reading.number_state import Reading
from pactline.reading.number_tokens import Token
from pactline.reading.number_words import SMALLEST_SCALE

_VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
_UNIT_AFTER_DIGITS = re.compile(
    r"(?:[kmt]*b/?p?d|[km]*bbls?|[km]?bo?pd|bpd|b|km|mm|m|kg|kw|mw|gw|t|pc|pct|th|st|nd|rd|bl|gb|usd|eur|mt|kt)\b"
)
_SIGNS_OF_MONEY = ("us", "usd", "r", "rs", "eur", "c")


def may_start(reading: Reading) -> bool:
    """Not inside a designation (Su-30, S300), a time, a date with slashes or a longer word."""
    token = reading.pieces[reading.at]
    if token.kind == "digits" and reading.at:
        before = reading.pieces[reading.at - 1]
        if token.glued and (before.kind == "word" or before.text in ":/_"):
            return before.kind == "word" and before.text in _SIGNS_OF_MONEY
        if token.glued and before.text == "-" and before.glued and reading.at > 1:
            further = reading.pieces[reading.at - 2]
            return further.kind != "word" or further.text in reading.words.scales
    return True


def take_digits(reading: Reading, token: Token) -> bool:
    """Read a run of digits as the next part; False where it belongs to no number or to another."""
    if reading.current is not None or (reading.groups and not _may_continue(reading, token)):
        return False
    read = digits(token.text, reading.language, scaled=_scale_follows(reading))
    if read is None or not _stands_alone(reading):
        return False
    value = read.value
    if reading.groups and _means_thousands(reading, read):
        value *= SMALLEST_SCALE
    reading.other = read.other if not reading.groups else None
    reading.plain_digits = token.text if token.text.isdigit() else None
    reading.current = value
    reading.at += 1
    return True


def take_vulgar(reading: Reading, token: Token) -> bool:
    """Read a fraction of one sign: 2½."""
    if reading.current is None and reading.groups:
        return False
    reading.current = (reading.current or 0.0) + _VULGAR[token.text]
    reading.plain_digits = None
    reading.at += 1
    return True


def _may_continue(reading: Reading, token: Token) -> bool:
    """A second group of digits belongs to the number only right after its scale word, and is no year."""
    gap = reading.text[reading.pieces[reading.at - 1].end : token.start]
    year = token.text.isdigit() and len(token.text) == 4
    return gap.strip(" ") == "" and not year


def _means_thousands(reading: Reading, read: Digits) -> bool:
    """The 50 of "un millón 50" are thousands, where no scale of their own follows."""
    after = reading.token(1)
    scaled = after is not None and after.text in reading.words.scales
    return reading.groups[-1][1] == 1e6 and read.value < SMALLEST_SCALE and not scaled


def _stands_alone(reading: Reading) -> bool:
    """Letters right behind digits must be a scale or a unit: 30MK2 is a name."""
    after = reading.token(1)
    if after is None or not after.glued:
        return True
    if after.kind == "word":
        if after.text in reading.words.attached or after.text in reading.words.scales:
            return True
        return bool(_UNIT_AFTER_DIGITS.match(reading.text, after.start))
    follower = reading.token(2)
    return not (after.text in "/:" and follower is not None and follower.glued and follower.kind == "digits")


def _scale_follows(reading: Reading) -> bool:
    after = reading.token(1)
    return after is not None and (after.text in reading.words.scales or reading.attached(after))
