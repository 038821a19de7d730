"""Fractions in words: "a third", "dos tercios", "пятая часть"; and halves of a scale, which are numbers."""

from __future__ import annotations

from collections.abc import Sequence

from pactline.reading.number_tokens import Phrase, Token
from pactline.reading.number_words import NumberWords

_ONLY_COUNTED = ("пятая", "пятую", "пятых", "десятая", "десятую", "десятых")


def read_fraction(
    pieces: Sequence[Token], first: int, words: NumberWords, text: str, language: str | None
) -> tuple[Phrase, int] | None:
    """The fraction that starts at a token, and the token behind it.

    "a third of output" is 1/3; "third" alone is an ordinal, "medio" alone a word: neither is read.
    """
    at, token = first, pieces[first]
    counted = token.text in words.words("articles") or token.text in words.small
    if counted and at + 1 < len(pieces):
        at += 1 + (pieces[at + 1].text == "-" and at + 2 < len(pieces))
    name = _name(pieces[at], words, text)
    if name is None or not (counted or _bare(name, words, language)):
        return None
    numerator = words.small.get(token.text, 1.0) if counted else 1.0
    end = pieces[at].start + len(name)
    while at < len(pieces) and pieces[at].end <= end:
        at += 1
    phrase = Phrase(token.start, end, numerator / words.fractions[name], "fraction", spelled=True)
    scaled = _of_a_scale(phrase, pieces, at, words)
    if scaled is not None:
        return scaled
    return None if name != "half" and name in words.words("half") else (phrase, at)


def _name(piece: Token, words: NumberWords, text: str) -> str | None:
    start = piece.start
    for name in words.begun.get(piece.text, ()):
        end = start + len(name)
        if text.startswith(name, start) and not text[end : end + 1].isalnum():
            return name
    return None


def _bare(name: str, words: NumberWords, language: str | None) -> bool:
    """Without a counting word only halves, and the Russian nouns, are shares."""
    return name in ("half", "mitad", "metade", *words.words("half")) or (language == "ru" and name not in _ONLY_COUNTED)


def _of_a_scale(phrase: Phrase, pieces: Sequence[Token], at: int, words: NumberWords) -> tuple[Phrase, int] | None:
    """ "Half a million" is a number; so are "a quarter of a million", "medio millón", "half a dozen"."""
    for word in ("of", "de", "a", "um"):
        at += at < len(pieces) and pieces[at].text == word
    if at >= len(pieces) or pieces[at].text not in words.scales:
        return None
    scale = words.scales[pieces[at].text]
    return Phrase(phrase.start, pieces[at].end, phrase.value * scale, spelled=True, scale=scale), at + 1
