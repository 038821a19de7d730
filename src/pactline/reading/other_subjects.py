"""Articles that are no news of deals, whatever weapons they name: films, novels, games and crime."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from pactline.reading.actors import Scan
from pactline.reading.verdicts import Refusal
from pactline.reading.vocabulary import WORDS
from pactline.record.article import Span

OTHER_TRADE = Refusal("other-subject", "an article about oil, gas or medicine whose weapons are figures of speech")
CRIME = Refusal("crime", "an article about stolen, smuggled or seized weapons")
FICTION = Refusal("fiction", "an article about a film, a novel or a game")
TOLD = 4
"""Different words of stories and games from which an article is about one."""
OUTWEIGHED = 3
"""Words of other trade for each word of arms from which an article is about that trade."""
SHARE = 12
"""Sentences for each such word at most, so that a long article that mentions a film stays news."""


def other_subject(scan: Scan) -> Refusal | None:
    """What an article is about where no deal of it is one, or None for news of arms."""
    text, sentences = scan.article.text, scan.sentences
    if is_fiction(text, sentences):
        return FICTION
    if is_crime(text, sentences):
        return CRIME
    named = sum(hit.entry.kind == "weapon" and hit.entry.row["kind"] != "generic" for hit in scan.hits)
    return OTHER_TRADE if is_of_trade(text, sentences, named=named) else None


def is_of_trade(text: str, sentences: Sequence[Span], *, named: int) -> bool:
    """Whether an article is about oil, gas or vaccines and its weapons are figures of speech (`our missile against the
    virus`).

    named  how often it names a weapon by its designation: with military words, what speaks for news of arms
    """
    if _kinds_of("trade", text) < TOLD:
        return False
    found = [match[0].casefold() for a, b in sentences for match in _words("trade").finditer(text, a, b)]
    if len(set(found)) < TOLD or len(found) * SHARE < len(sentences):
        return False
    military = named + sum(1 for a, b in sentences for _ in _words("military").finditer(text, a, b))
    return len(found) >= OUTWEIGHED * military


def is_crime(text: str, sentences: Sequence[Span]) -> bool:
    """Whether an article is about stolen, smuggled or seized weapons and who was caught with them.

    Catches rifles found on a gang; lets news of a deal pass that mentions smugglers once.
    """
    found = {match[0].casefold() for a, b in sentences for match in _words("crime").finditer(text, a, b)}
    return len(found) >= TOLD and len(found) * SHARE >= len(sentences)


def is_fiction(text: str, sentences: Sequence[Span]) -> bool:
    """Whether an article is about a story or a game.

    Catches the review of a thriller whose colonel sells missiles; lets news pass that call a deal `a thriller`.
    """
    if _kinds_of("fiction", text) < TOLD:
        return False
    found = {match[0].casefold() for a, b in sentences for match in _words("fiction").finditer(text, a, b)}
    return len(found) >= TOLD and len(found) * SHARE >= len(sentences)


def _kinds_of(subject: str, text: str) -> int:
    """How many different words of a subject a text may hold: all that stand in it, as parts of longer words, too."""
    found = _search(subject).find_matches_as_indexes(text.lower(), overlapping=True)
    return len({index for index, _, _ in found})


@cache
def _search(subject: str) -> AhoCorasick:
    return AhoCorasick(sorted({word.lower() for word in _listed(subject)}), implementation=Implementation.DFA)


@cache
def _words(subject: str) -> re.Pattern[str]:
    words = sorted(_listed(subject), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _listed(subject: str) -> set[str]:
    languages = tomllib.loads((WORDS / "other_subjects.toml").read_text(encoding="utf-8"))[subject]
    return {word for words in languages.values() for word in words}
