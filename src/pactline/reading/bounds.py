"""Hedges and bounds: "about", "more than", "up to", "or so" around a number, in four languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pactline.reading.number_words import number_words

REACH = 44
"""Characters before a number in which its hedge stands; the longest entry of the lists has 30."""

_FILLER = re.compile(
    r"(?:(?:us\$|usd|eur|r\$|[$€£₽])\s*|(?:^|(?<=\s))"
    r"(?:the|a|an|el|los|las|la|un|una|o|os|as|a marca de|la cifra de|los niveles de|отметки в|отметку в|уровня в|уровень в|в|на|de los|dos)\s+)+$"
)
_EXCEEDED = re.compile(
    r"(?<![^\W\d_])(?P<not>(?:not|never|no|nao|sin|sem|не)(?: (?:ha|han|have|has|been|had|did|does|do))? )?"
    r"(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|super(?:o|aron|a|an|aba|ando|ou|aram)|sobrepas(?:o|a|aron)|rebas(?:o|a|aron)"
    r"|ultrapass(?:ou|a|aram|am)|excedi?(?:o|eron|e|en|eu|eram)|превы(?:сил|шал|ша|си)[а-я]{1,3}|перевали[а-я]{1,3} за)"
    r"(?: (?!(?:per|por|by|en|em|на)\b)[^\W\d_]{1,14}){1,3} (?:us\$|[$€£₽])?$"
)
"""A verb of passing a mark with words between it and the number: "exceeded in May 3 million"."""
_MEASURED = re.compile(
    r"(?:\d|%|\bday|\bbpd|b/d|barrels?|barriles|barris|diarios|dia|percent|cent|points?|сутки|день)[ ,]*$"
)


@dataclass(frozen=True)
class _Lexicon:
    before: tuple[tuple[str, re.Pattern[str]], ...]
    after: tuple[tuple[str, re.Pattern[str]], ...]
    until: re.Pattern[str] | None
    reaching: re.Pattern[str]


def bound_of(text: str, start: int, end: int, language: str | None) -> str:
    """`about`, `at_least`, `at_most` or `exact` for the number at [start, end) of a `plain` text.

    "exceeded 3 million" is at_least; "750,000 b/d below the 3.22 million" says nothing about the 3.22;
    "rose to 3 million" and "aumentó hasta 3 millones" are reached, not bounded.

    >>> bound_of("close to 3 million", 9, 18, "en"), bound_of("3 million or so", 0, 9, "en")
    ('about', 'about')
    """
    lexicon = _lexicon(language)
    whole = text[max(0, start - REACH) : start]
    before = _FILLER.sub("", whole)
    matches = [
        (m.start(), bound)
        for bound, pattern in lexicon.before
        if (m := pattern.search(whole) or pattern.search(before))
    ]
    if matches:
        at, bound = min(matches)
        if not (bound != "about" and _MEASURED.search(before[:at])):
            return bound
    if (
        lexicon.until
        and lexicon.until.search(before)
        and not lexicon.reaching.search(text[max(0, start - 160) : start])
    ):
        return "at_most"
    if (verb := _EXCEEDED.search(text[max(0, start - 2 * REACH) : start])) is not None:
        return "at_most" if verb["not"] else "at_least"
    after = text[end : end + 60]
    return next((bound for bound, pattern in lexicon.after if pattern.match(after)), "exact")


@cache
def _lexicon(language: str | None) -> _Lexicon:
    words = number_words(language)
    kinds = ("about", "at_least", "at_most")
    before = tuple((kind, re.compile(rf"(?:^|(?<![^\W\d_]))(?:{_any(words.words(kind))})\s*$")) for kind in kinds)
    unit = r"(?:[ -](?:[^\W\d_]|[/.%])+){0,5}?(?:(?<![^\W\d_])|(?=[ +-]))"
    after = tuple(
        (kind, re.compile(rf"{unit}[ -]?(?:{_any(words.words(f'{kind}_after'))})(?![^\W\d_])")) for kind in kinds
    )
    until = re.compile(rf"(?:^|\s)(?:{_any(words.words('until'))})\s*$") if words.words("until") else None
    return _Lexicon(before, after, until, re.compile(rf"(?<![^\W\d_])(?:{_any(words.words('reaching'))})"))


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase) for phrase in phrases)
