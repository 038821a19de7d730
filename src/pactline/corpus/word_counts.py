"""How many words a text holds, counted in bytes: several times as fast as one regular expression's matches."""

from __future__ import annotations

_ASCII = bytes(range(128))
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_FIGURES = frozenset(b"0123456789_")
_INNER = "'’-"
"""Marks that part no word."""
_OF_WORDS = bytes(c if c in _LETTERS or c in _FIGURES or c == ord("?") else 32 for c in range(256))
_OF_LETTERS = bytes(c if c in _LETTERS or c == ord("?") else 32 for c in range(256))


def runs_of_words(text: str) -> int:
    r"""Runs of letters, figures and low lines: as many as `\w+` matches.

    >>> runs_of_words("Два Су-30, 24 «Mi-17»; what?!"), runs_of_words("")
    (7, 0)
    """
    for mark in _odd(text):
        if not mark.isalnum():
            text = text.replace(mark, " ")
    return len(_bytes(text).translate(_OF_WORDS).split())


def words_with_letters(text: str) -> int:
    """Words that begin with a letter, with the hyphens and apostrophes in them: figures are none, `24-hour` is one.

    >>> words_with_letters("Oil-rich Venezuela’s 24 Су-30, in 2019, won't; 24-hour")
    6
    """
    for mark in _odd(text):
        if mark.isdecimal() or mark in _INNER:
            text = text.replace(mark, "")
        elif not mark.isalnum():
            text = text.replace(mark, " ")
    return len(_bytes(text).translate(_OF_LETTERS, b"0123456789_'-").split())


def _odd(text: str) -> set[str]:
    """The characters of a text that are not ASCII."""
    if text.isascii():
        return set()
    return set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def _bytes(text: str) -> bytes:
    """One byte for each character, a question mark for each letter that is not ASCII."""
    return text.replace("?", " ").encode("ascii", "replace")
