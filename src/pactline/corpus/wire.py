"""The agency a text credits: in its dateline, its byline, or a credit at its end. A mere mention is no credit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from ahocorasick_rs import BytesAhoCorasick, Implementation

from pactline.record.topic import read_rows

AGENCIES = Path(__file__).parents[1] / "words" / "agencies.csv"

DATELINE = 110
"""Characters at the beginning of a body in which a dateline names its agency."""

ENDING = 260
LINE = 160
"""Characters of the longest line outside the body that is read for a credit."""

DAY_FIRST = re.compile(r"\d{1,2}(?:\.|º|st|nd|rd|th)?\s+(?:de\s+)?[^\W\d_]{3,12}\.?")
MONTH_FIRST = re.compile(r"[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?")
PARTICLES = frozenset({"de", "del", "do", "da", "la", "el", "le", "of", "the", "на", "по", "г", "al"})
PREFIX_WORDS = 10
PHOTOGRAPHER = re.compile(r"\w/ ?[A-ZÀ-ÞА-ЯЁ][\w.'’-]{1,20} [A-ZÀ-ÞА-ЯЁ][\w.'’-]{1,20}$")
"""A name of two words after the agency's and a stroke; a city of two words is lost for it."""

WORD = re.compile(r"\w+")
PHOTO = re.compile(r"(?:phot|foto|imag|pictur|фото|снимок|archiv|file\b|©.*getty)", re.IGNORECASE)
REPORTING = re.compile(
    r"\((?:reporting|writing|additional reporting) by [^()]{3,200}editing by|\((?:reporte|reportaje|información) de [^()]{3,200}editado|"
    r"\((?:reportagem|por) [^()]{3,200}edição|thomson reuters trust principles|los principios thomson reuters",
    re.IGNORECASE,
)
EDITED = ("editing by", "editado", "edição", "thomson reuters")
"""What every one of these notes holds."""
THANKS = (
    r"(?:(?:with|com|con)\s(?:inputs?|information|agency inputs|informaç(?:ão|ões)|información|informaciones|datos|dados)"
    r"\s(?:from|de|da|do|del)|по (?:материалам|сообщению|данным)|с использованием материалов)"
)
LEAD = (
    r"(?:by|por|de|da|do|par|von|от|via|from|sources?|fuentes?|fonte|источник|quelle|agencia|agência|provided by|"
    rf"(?:this|the) (?:story|article|report) (?:was|is|has been) [\w ]{{0,30}}(?:by|from)|{THANKS})"
)


@cache
def _agencies() -> dict[str, str]:
    return {name: row["agency"] for row in read_rows(AGENCIES) for name in row["names"].split("|")}


@cache
def _names() -> str:
    names = {*_agencies(), *(name.upper() for name in _agencies() if len(name) > 5)}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    """Brackets or slashes round the name; a name between a dash and a full stop; a name before a date; a Chinese dateline."""
    name = f"(?<!\\w)({_names()})"
    day = rf"(?:{DAY_FIRST.pattern}|{MONTH_FIRST.pattern})"
    return (
        re.compile(rf"[(/\[]\s?(?:by |por |de )?{name}(?:[ ,/–—-][^\n()\]/]{{0,40}})?\s?[)/\]]"),
        re.compile(rf"{name}\s?(?:[.:]?\s?[-–—]{{1,3}}\s|\.-)"),
        re.compile(rf"[-–—]\s?{name}[.,]\s"),
        re.compile(rf"^{name}(?:[.,]\s{day}\b|\s?[:|]\s)"),
        re.compile(rf"^[(（]?(?:据)?({_names()})(?:记者|\w{{0,12}}\d{{1,2}}月\d{{1,2}}日电|消息|报道)"),
    )


@cache
def _credit_lines() -> tuple[re.Pattern[str], ...]:
    """A line that is a name, with or without "by" or a place; a name at the end of a byline; a source; a copyright."""
    name = f"({_names()})"
    return (
        re.compile(
            rf"^[\s—–(/-]{{0,3}}(?i:{LEAD})?[:\s]{{0,3}}(?:[Tt]he )?{name}(?:\s?[,|/·–—-][^\n]{{0,60}})?\W{{0,3}}$"
        ),
        re.compile(
            rf"^(?:(?i:by|por|от|par|von)[:\s]|[A-ZÀ-ÞА-ЯЁ])[^\n]{{2,60}}[,|/·–—(-]\s?(?:[Tt]he )?{name}\W{{0,2}}$"
        ),
        re.compile(rf"(?i:\b(?:source|fuente|fonte|источник|quelle)\s?[:|])\s?{name}(?!\w)"),
        re.compile(rf"(?:©|\([cC]\)|(?i:copyright))[\s\d,©-]{{0,14}}(?:[Tt]he )?{name}(?!\w)(?![^\n]{{0,14}}/)"),
    )


@cache
def _ending() -> re.Pattern[str]:
    opened = rf"[(/\[—–]\s?(?i:{LEAD})?|[.!?”\"»]\s(?i:{THANKS})"
    return re.compile(rf"(?:{opened})\s?(?:[Tt]he )?({_names()})(?!\w)(?:[ ,/][^()\n]{{0,60}})?[)/\]]?\.?\s*$")


def wire_agency(body: str, around: Iterable[str] = ()) -> str | None:
    """The agency credited, by its short name.

    body    the article's words
    around  lines outside the body, captions and other stories left out

    >>> wire_agency("MOSCOW, Dec 11 (Reuters) - The Kremlin said")
    'Reuters'
    >>> wire_agency("The Kremlin told Reuters that talks go on.") is None
    True
    """
    body = body.strip()
    return (
        _in_dateline(body[:DATELINE])
        or _in_lines(around)
        or _in_lines([body[:LINE].split("\n", 1)[0], body[-LINE:].rsplit("\n", 1)[-1]] if "\n" in body else [])
        or _at_end(body[-ENDING:])
    )


@cache
def _any_name() -> Callable[[bytes], list[Any]]:
    """Finds the names of agencies, as parts of longer words, too: where none stands nothing is credited."""
    names = {*_agencies(), *(name.upper() for name in _agencies() if len(name) > 5)}
    return BytesAhoCorasick(
        [name.encode() for name in sorted(names)], implementation=Implementation.DFA
    ).find_matches_as_indexes


def _in_dateline(beginning: str) -> str | None:
    if not _any_name()(beginning.encode(errors="replace")):
        return None
    for pattern in _datelines():
        match = pattern.search(beginning)
        if match and _place_and_day(beginning[: match.start()]):
            return _agency(match[1])
    return None


def _place_and_day(prefix: str) -> bool:
    """Whether a text holds nothing but names of places and a day.

    >>> _place_and_day("La Habana, 3 de abr "), _place_and_day("In an interview with ")
    (True, False)
    """
    words = WORD.findall(MONTH_FIRST.sub(" ", DAY_FIRST.sub(" ", prefix)))
    return len(words) <= PREFIX_WORDS and all(w in PARTICLES or not w[0].islower() for w in words)


def _in_lines(lines: Iterable[str]) -> str | None:
    for line in lines:
        line = line.strip()
        if (
            len(line) > LINE
            or not (_any_name()(line.encode(errors="replace")) or _reported(line))
            or PHOTO.search(line)
            or PHOTOGRAPHER.search(line)
        ):
            continue
        if _reported(line):
            return "Reuters"
        for pattern in _credit_lines():
            if match := pattern.search(line):
                return _agency(match[1])
    return None


def _reported(text: str) -> bool:
    """Whether Reuters names who reported and edited the story, or its principles."""
    small = text.lower()
    return any(words in small for words in EDITED) and bool(REPORTING.search(text))


def _at_end(ending: str) -> str | None:
    if _reported(ending):
        return "Reuters"
    last = ending.rsplit("\n", 1)[-1]
    match = None if PHOTO.search(last[-60:]) else _ending().search(ending)
    return _agency(match[1]) if match else None


def _agency(name: str) -> str:
    known = _agencies()
    return known.get(name) or next(agency for spelling, agency in known.items() if spelling.upper() == name)
