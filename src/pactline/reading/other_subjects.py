"""Articles that are no news of deals, whatever weapons they name: films, novels and games."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from pactline.reading.vocabulary import WORDS
from pactline.record.article import Span

TOLD = 4
"""Different words of stories and games from which an article is about one."""
SHARE = 12
"""Sentences for each such word at most, so that a long article that mentions a film stays news."""


def is_of_trade(text: str, sentences: Sequence[Span], *, named: bool) -> bool:
    """Whether an article is about oil, gas or vaccines and its weapons are figures of speech (`our missile against the
    virus`).

    named  it names a weapon by its designation: then it is news of both
    """
    if named:
        return False
    found = {match[0].casefold() for a, b in sentences for match in _words("trade").finditer(text, a, b)}
    military = any(_words("military").search(text, a, b) for a, b in sentences)
    return len(found) >= TOLD and len(found) * SHARE >= len(sentences) and not military


def is_fiction(text: str, sentences: Sequence[Span]) -> bool:
    """Whether an article is about a story or a game.

    Catches the review of a thriller whose colonel sells missiles; lets news pass that call a deal `a thriller`.
    """
    found = {match[0].casefold() for a, b in sentences for match in _words("fiction").finditer(text, a, b)}
    return len(found) >= TOLD and len(found) * SHARE >= len(sentences)


@cache
def _words(subject: str) -> re.Pattern[str]:
    listed = tomllib.loads((WORDS / "other_subjects.toml").read_text(encoding="utf-8"))[subject]
    words = sorted({word for language in listed.values() for word in language}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
