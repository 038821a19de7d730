"""The form of a text in which words and digits are compared: same length, so every offset stays good."""

from __future__ import annotations

import sys
import unicodedata

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_QUOTES = {"\u2019": "'", "\u2018": "'", "\u00b4": "'", "\u02bc": "'", "\uff0e": ".", "\uff0c": ",", "\uff05": "%"}


def _table() -> dict[int, str]:
    table = {ord(c): "-" for c in _DASHES} | {ord(c): " " for c in _SPACES} | {ord(k): v for k, v in _QUOTES.items()}
    for code in range(0x80, sys.maxunicode + 1):
        character = chr(code)
        if (digit := unicodedata.decimal(character, None)) is not None:
            table[code] = str(digit)
    for code in (*range(0xC0, 0x250), *range(0x400, 0x460)):
        character = chr(code)
        base = unicodedata.normalize("NFD", character)[0]
        lowered = (base if base.isascii() or character in "Ёё" else character).lower()
        if len(lowered) == 1:
            table[code] = lowered
    return table


_MARKS = {chr(code): plain for code, plain in _table().items() if chr(code).lower() != plain}
"""What small letters alone do not make plain."""
_FOLDED = frozenset(_MARKS)
_ASCII = bytes(range(128))


def plain(text: str) -> str:
    """Lower case, Latin accents and ё folded, every kind of space, dash and decimal digit made the plain one.

    >>> plain("MILLÓN 1\\u00a0105–٣")
    'millon 1 105-3'
    """
    folded = text.replace("\t", " ")
    if folded.isascii():
        return folded.lower()
    odd = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    for mark in _FOLDED.intersection(odd):
        folded = folded.replace(mark, _MARKS[mark])
    lowered = folded.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
