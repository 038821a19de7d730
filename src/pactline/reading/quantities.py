"""How many of a weapon: the number that belongs to a noun, and the numbers that belong to something else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pactline.reading.arms_nouns import forms, listed
from pactline.reading.numbers import Number

LARGEST = 10**9
"""More than any text counts of a weapon: above it a number is a slip or a hoax, and no quantity."""
REACH = 80
"""Characters a number may stand before its noun, adjectives between them."""
_DATING = frozenset(("since", "until", "before", "after", "year", "desde", "hasta", "para", "até", "ano", "año"))
_BLANK = re.compile(r"[\s\[\]()\"'«»“”’‘„-]*")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AFTER = re.compile(
    r"\s?(?:\(|[x×]\s?|:\s|[-–—]\s|,?\s(?:numbering|totalling|totaling|en número de|en cantidad de|em número de|в количестве)\s)\s?"
)
_UNITS = re.compile(
    r"\s?(?:units?|unidades|exemplares|ejemplares|единиц[аы]?|ед\.?|штук[аи]?|шт\.?|in all|in total|en total|no total|всего)?\s?\)?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count and how it is hedged; from where to where it stands."""

    start: int
    end: int
    count: int
    bound: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of a stretch that may count weapons, in order of place, in offsets of the text."""

    language: str
    found: tuple[Quantity, ...]

    def before(self, text: str, at: int, floor: int) -> Quantity | None:
        """The number whose noun starts at `at`; nothing but adjectives may stand between them.

        floor   where the noun before ends: a number left of it is that noun's
        Catches `24 new Russian-built Su-30`, `three of the ten jets` (three); refuses `in 2009 T-72`, `7.62 mm rifles`.
        """
        position = bisect_right(self.found, at, key=lambda quantity: quantity.end) - 1
        if position < 0:
            return None
        nearest = self.found[position]
        if nearest.start < floor or at - nearest.end > REACH or not is_filler(text[nearest.end : at], self.language):
            return None
        return self._part_of(text, position, floor)

    def _part_of(self, text: str, position: int, floor: int) -> Quantity:
        nearest = self.found[position]
        if position and self.found[position - 1].start >= floor:
            part = self.found[position - 1]
            if _among(self.language).fullmatch(text, part.end, nearest.start) and part.count <= nearest.count:
                return part
        return nearest

    def after(self, text: str, at: int, ceiling: int) -> Quantity | None:
        """The number behind its noun: `Su-30 (24)`, `Mi-17: 6 units`, `Т-72 в количестве 92 единиц`."""
        lead = _AFTER.match(text, at, min(ceiling, at + 30))
        if lead is None:
            return None
        position = bisect_right(self.found, lead.end() - 1, key=lambda quantity: quantity.start)
        if position == len(self.found) or self.found[position].start != lead.end():
            return None
        quantity = self.found[position]
        tail = _UNITS.match(text, quantity.end)
        return (
            quantity
            if tail and text[tail.end() : tail.end() + 1] in ("", ",", ";", ".", ")", " ") and _closes(text, lead, tail)
            else None
        )

    def part_after(self, text: str, at: int, whole: Quantity) -> Quantity | None:
        """The part in `of the ten jets, three`; `whole` is the ten."""
        if not _among_before(self.language).search(text, max(0, whole.start - 25), whole.start):
            return None
        position = bisect_right(self.found, at, key=lambda quantity: quantity.start)
        if position == len(self.found):
            return None
        part = self.found[position]
        near = part.start - at <= 12 and text[at : part.start].strip(" ,") in ("", "already", "ya", "já", "уже")
        return part if near and part.count <= whole.count else None


def counts(numbers: Sequence[Number], text: str, offset: int, language: str) -> Counts:
    """The numbers that can count weapons.

    numbers, offset   numbers of a stretch, and where the stretch starts in `text`
    """
    found = []
    for number in sorted(numbers, key=lambda number: number.start):
        start, end = number.start + offset, number.end + offset
        if (count := _whole(number)) is not None and not _names_something(text, start, end, language):
            found.append(Quantity(start, end, count, number.bound))
    return Counts(language, tuple(found))


def is_free(text: str, quantity: Quantity, language: str) -> bool:
    """Whether a number counts no word of its own: `34 have been handed over`, `a fleet of twelve`.

    Refuses `12 contracts`, `$5bn`, `May 15`: a noun, a unit or a month stands beside it.
    """
    after = text[quantity.end : quantity.end + 25]
    closed = re.match(r"\s*(?:$|[.,;:)\n])", after) is not None or _verb(language).match(after) is not None
    month = _MONTH.search(text, max(0, quantity.start - 12), quantity.start)
    return closed and month is None


@cache
def _verb(language: str) -> re.Pattern[str]:
    """What may stand after a number that counts things told before: a verb, an adverb, `of them`."""
    return re.compile(rf"\s(?:{forms(language, 'beside')})(?!\w)", re.IGNORECASE)


def is_filler(gap: str, language: str) -> bool:
    """Whether only adjectives, makers' names and brackets stand between a number and its noun.

    >>> is_filler(" new Russian-built Sukhoi ", "en"), is_filler(" contracts for ", "en")
    (True, False)
    """
    return _BLANK.fullmatch(_filler(language).sub(" ", gap)) is not None


def single(text: str, at: int, floor: int, language: str) -> Quantity | None:
    """The one that an indefinite article means: `a nuclear submarine`, `un avión`."""
    match = last(_article(language), text, max(floor, at - REACH), at)
    if match is None or not is_filler(text[match.end() : at], language):
        return None
    return Quantity(match.start(), match.end(), 1, "exact")


def last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match in text[start:end]; the stretch is short."""
    return max(pattern.finditer(text, start, end), key=lambda match: match.start(), default=None)


def _whole(number: Number) -> int | None:
    value = number.value
    if number.kind != "number":
        return None
    if not 1 <= value <= LARGEST or value != int(value):
        return None
    return int(value)


def _names_something(text: str, start: int, end: int, language: str) -> bool:
    """A year, an article's number, a sum of money, the digits of a name: no count."""
    if text[end : end + 1].isalpha() or text[end : end + 1] in ("%", "$", "€", "£", "°"):
        return True
    if re.match(r"(?:19|20)\d\d\s\D", text[start : start + 6]):
        return True
    if re.search(r"[^\W\d_]-$", text[max(0, start - 2) : start]):
        return True
    before = text[max(0, start - 20) : start].rstrip()
    if before[-1:] in ("$", "€", "£", "№", "#", "/", "¥"):
        return True
    word = re.split(r"[\s(]", before)[-1].lower()
    label = word in _labels(language)
    return label and (_YEAR.fullmatch(text, start, end) is not None or word in _numbering(language))


@cache
def _labels(language: str) -> frozenset[str]:
    return frozenset(listed(language, ("label",)))


@cache
def _numbering(language: str) -> frozenset[str]:
    """Labels that number a thing (`article 5`), as against those that only date it (`in 2009`)."""
    return frozenset(label for label in _labels(language) if len(label) > 3 and label not in _DATING)


@cache
def _filler(language: str) -> re.Pattern[str]:
    made = r"[\w.]+-(?:built|made|designed|supplied|type|class|era|manufactured|produced|standard|style|origin)"
    adjective = r"|\w{2,20}(?:ых|их|ые|ие|ый|ий|ой|ая|ое|ого|ую|ыми|ими)" if language == "ru" else ""
    words = forms(language, "filler", "origin", "qualifier")
    paired = rf"(?i:{forms(language, 'qualifier')})\s(?:and|or|y|e|o|ou|и|или)(?=\s)"
    return re.compile(rf"(?<![\w-])(?:{made}|{paired}|(?i:{words})|[A-ZА-ЯЁ][\w.’'&-]{{1,20}}{adjective})(?![\w])")


@cache
def _article(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{forms(language, 'one')})(?=\s)", re.IGNORECASE)


@cache
def _among(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{forms(language, 'among')})\s", re.IGNORECASE)


@cache
def _among_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{forms(language, 'among')})\s$", re.IGNORECASE)


def _closes(text: str, lead: re.Match[str], tail: re.Match[str]) -> bool:
    """A number in brackets must be alone in them; a bare `- 24` must carry its unit."""
    if "(" in lead[0]:
        return tail[0].endswith(")")
    return lead[0].strip() not in ("-", "–", "—", ":") or bool(tail[0].strip(" )"))
