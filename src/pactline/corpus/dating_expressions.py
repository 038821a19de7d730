"""Finds every expression of a date in a text, whole or partial, and believes none of them yet.

`26. October 2020`, `Sept. 27`, `15 августа, 2019`, `13 de mayo de 2020`, `2019年8月15日`, `06/29/2005`, `January 2019`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from pactline.corpus.dating_words import date_words, fold, month_of, weekday_of
from pactline.record.dates import is_partial_date, partial

_COUNTED = r"((?:19|20)\d{2}(?=\d{1,2}(?!\d))|\d{4}(?!\d))"  # a counter of comments may be glued to the year
_TAIL_YEAR = r"(?:[\s,.،\-/]{0,3}(?:de\s|del\s|of\s)?" + _COUNTED + r"|(?<=[a-z])(?:-|\s?['’])(\d{2})(?![\d-]))?"
_DAY_FIRST = re.compile(
    r"(?<![\d.,:$€£])(\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?(?:\.\s?|[\s\-/]\s?)(?:(?:de|of|del|d')\s)?([^\W\d_]{2,14}+)"
    + r"(?:\s?[(/]?\s?[\u0621-\u064a]{2,8}\)?)?\.?"  # Arabic papers give a month both its names
    + _TAIL_YEAR,
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|er|º|ª|°)?(?:\.\s?|[\s\-/]\s?)(?:(?:de|of|del|d')\s)?\Z", re.IGNORECASE
)
"""The beginning of _DAY_FIRST, up to the month."""
_MONTH_FIRST = re.compile(
    r"\b([^\W\d_]{3,40}+)\.?(?:\s{1,2}|-)(\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,:]\d|%)(?:[-–]\d{1,2}(?!\d))?(?:(?:\s?[,،.]\s?|\s)(?:(?:of|de|del)\s)?"
    + _COUNTED
    + r")?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(?<![\d/.\-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.\-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_SHORT = re.compile(r"(?<![\d/.,:\-])(\d{2}|\d)([-/.])(\d{1,2})\2(\d{2})(?![\d/\-]|[.,]\d|\s?%)")
_GLUED = re.compile(r"(?<!\w)(\d{2})([A-Z]{3})((?:19|20)\d{2})(?!\w)")
_FIGURES = re.compile(r"\d(?:[-/.]\d{1,2}[-/.]\d|[A-Z]{3}[12])")
_SEPARATED, _GLUE = re.compile(r"\d[-/.]\d{1,2}[-/.]\d"), re.compile(r"\d[A-Z]{3}[12]")
"""What any date in figures, and any glued one, has in it."""
_ROMAN = re.compile(r"(?<![\w./-])(\d{1,2})([./ -])(X|I[XV]|XI{1,2}|VI{0,3}|I{1,3})\2((?:19|20)\d{2})(?!\d)")
_SPACED = re.compile(r"(?<![\d/.\-])(\d{1,2})\.\s(\d{1,2})\.\s((?:19|20)\d{2})(?!\d)")
_FORMAL = re.compile(
    r"(?<!\d)(\d{1,2})(?: \(\d{1,2}\))? d[ií]as? d(?:el?|o) m[eê]s de ([^\W\d_]{4,10}) (?:del? )?(?:(?:año|ano) (?:de )?)?((?:19|20)\d{2})(?!\d)",
    re.IGNORECASE,
)
"""`12.III.2019`, `12. 3. 2019`, `a los 12 días del mes de marzo de 2019`."""
_OLD_STYLE = re.compile(r"\d[./ -][IVX]{1,4}[./ -]\d|\d\.\s\d{1,2}\.\s[12]|[ií]as? d(?:el?|o) m[eê]s de")
_ROMANS = {name: n for n, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), start=1)}
_CHINESE = re.compile(r"(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_MONTH_YEAR = re.compile(r"\b([^\W\d_]{3,14}+)\.?,?\s{1,2}(?:de\s|del\s|of\s)?(\d{4})(?!\d)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_BEFORE, _BEHIND = 24, 12
"""Characters before the month's name in which a day stands, with the word it ends; characters behind it for a day or year."""
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_WEEKDAY_BEFORE = re.compile(r"([^\W\d_]+(?:-feira)?)['.]?[\s,/]*(?:the\s|le\s|el\s|día\s|dia\s|\()?$")
_WEEKDAY_AFTER = re.compile(r"[\s,/]*\(?([^\W\d_]+(?:-feira)?)")

FIRST_YEAR, LAST_YEAR = (
    1900,
    2100,
)  # outside these no page of an archive was published; a bound of sense, not of any clock


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as written, at text[start:end].

    year, month, day    None where not written
    weekday             0-6 where one stands beside it
    others              partial dates of the other readings of a numeric date that can be read in more than one order
    clock               a time of day stands beside it
    short               the year is written with two digits
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None
    others: tuple[str, ...] = ()
    clock: bool = False
    short: bool = False

    @property
    def date(self) -> str | None:
        """The partial date, where the year is written."""
        return None if self.year is None else partial(self.year, self.month, self.day)


def day_exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has the day; in some year, where none is given.

    >>> day_exists(None, 2, 29), day_exists(2019, 2, 29), day_exists(9999, 1, 1)
    (True, False, False)
    """
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    return is_partial_date(f"{year or 2000:04d}-{month:02d}-{day:02d}")


PIVOT = 70
"""A year of two digits from here on is of the last century: no archive of web pages begins earlier."""


def year_of_digits(digits: str | None) -> int | None:
    """The year of four digits, or of two; None for none.

    >>> year_of_digits("2019"), year_of_digits("08"), year_of_digits("99"), year_of_digits(None)
    (2019, 2008, 1999, None)
    """
    if not digits:
        return None
    return int(digits) + (0 if len(digits) > 2 else 1900 if int(digits) >= PIVOT else 2000)


def _month_words(folded: str) -> Iterator[int]:
    """Where a word begins that ends like a month's name and stands near a figure."""
    known = -1
    for _, first, last in _month_names().find_matches_as_indexes(folded):
        if folded[last : last + 1].isalpha() or not _DIGIT.search(folded, first - _BEFORE, last + _BEHIND):
            continue
        start = first
        while start and folded[start - 1].isalpha():
            start -= 1
        if start > known:
            yield start
            known = start


@cache
def _month_names() -> AhoCorasick:
    """Finds the names of months, as parts of longer words, too."""
    names = sorted(date_words().months)
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def _day_first(text: str, language: str | None, at: int) -> Iterator[Expression]:
    day = _DAY_BEFORE.search(text, at - _BEFORE, at)
    if day and (m := _DAY_FIRST.match(text, day.start())):
        month = month_of(m[2], language, has_year=bool(m[3] or m[4]))
        if month:
            yield Expression(m.start(), m.end(), year_of_digits(m[3] or m[4]), month, int(m[1]), short=bool(m[4]))


def _month_first(text: str, language: str | None, at: int) -> Iterator[Expression]:
    if m := _MONTH_FIRST.match(text, at):
        month = month_of(m[1], language, has_year=bool(m[3]))
        if month:
            yield Expression(m.start(), m.end(), year_of_digits(m[3]), month, int(m[2]))


def _year_first(text: str, language: str | None) -> Iterator[Expression]:
    for m in _YEAR_FIRST.finditer(text):
        yield Expression(m.start(), m.end(), int(m[1]), int(m[3]), int(m[4]))


def _numeric(text: str, language: str | None) -> Iterator[Expression]:
    for m in _NUMERIC.finditer(text):
        yield numeric(m.start(), m.end(), int(m[1]), int(m[3]), int(m[4]))


def numeric(start: int, end: int, first: int, second: int, year: int) -> Expression:
    """A date of two numbers and a year, day first where both orders are possible.

    >>> numeric(0, 10, 6, 29, 2005).date, numeric(0, 10, 11, 12, 2025).others
    ('2005-06-29', ('2025-11-12',))
    """
    return _read(start, end, [(year, second, first), (year, first, second)])


def _read(start: int, end: int, orders: list[tuple[int, int, int]], *, short: bool = False) -> Expression:
    """The first of the orders that the calendar has, beside the others; the first of all where it has none."""
    real = list(dict.fromkeys(order for order in orders if day_exists(*order))) or orders[:1]
    others = tuple(partial(*order) for order in real[1:])
    return Expression(start, end, *real[0], others=others, short=short)


def _two_digits(text: str, language: str | None) -> Iterator[Expression]:
    """`24/11/08`, `5.03.19`, `08-11-24`: the year last, or first between hyphens; not a score or a section's number."""
    for m in _SHORT.finditer(text):
        first, second, third = int(m[1]), int(m[3]), int(m[4])
        last = year_of_digits(m[4]) or 0
        orders = [(last, second, first)]
        if m[2] != ".":
            orders.append((last, first, second))
        if len(m[1]) == 2 and (m[2] == "-" or first > 31):
            orders.append((year_of_digits(m[1]) or 0, second, third))
        if any(day_exists(*order) for order in orders):
            yield _read(m.start(), m.end(), orders, short=True)


def _glued(text: str, language: str | None) -> Iterator[Expression]:
    """`05MAR2019`, as cables have it."""
    for m in _GLUED.finditer(text):
        month = month_of(m[2], language, has_year=True)
        if month:
            yield Expression(m.start(), m.end(), int(m[3]), month, int(m[1]))


def _old_style(text: str, language: str | None) -> Iterator[Expression]:
    """Days as offices and older papers write them."""
    for m in _ROMAN.finditer(text):
        yield Expression(m.start(), m.end(), int(m[4]), _ROMANS[m[3]], int(m[1]))
    for m in _SPACED.finditer(text):
        yield Expression(m.start(), m.end(), int(m[3]), int(m[2]), int(m[1]))
    for m in _FORMAL.finditer(text):
        if month := month_of(m[2], language, has_year=True):
            yield Expression(m.start(), m.end(), int(m[3]), month, int(m[1]))


def _chinese(text: str, language: str | None) -> Iterator[Expression]:
    for m in _CHINESE.finditer(text):
        yield Expression(m.start(), m.end(), year_of_digits(m[1]), int(m[2]), int(m[3]))


def _month_year(text: str, language: str | None, at: int) -> Iterator[Expression]:
    if m := _MONTH_YEAR.match(text, at):
        month = month_of(m[1], language, has_year=True)
        if month and FIRST_YEAR <= int(m[2]) <= LAST_YEAR:
            yield Expression(m.start(), m.end(), int(m[2]), month, None)


def _beside(text: str, found: Expression) -> Expression:
    """The expression with the weekday and the clock that stand next to it."""
    before, after = text[max(0, found.start - 26) : found.start], text[found.end : found.end + 26]
    weekday = None
    for match in (_WEEKDAY_BEFORE.search(before), _WEEKDAY_AFTER.match(after)):
        if weekday is None and match:
            weekday = weekday_of(match[1])
    clock = bool(_CLOCK.search(before[-12:]) or _CLOCK.search(after[:14]))
    return replace(found, weekday=weekday, clock=clock)


_BY_SIGNS = (_year_first, _numeric, _two_digits)
"""Finders of dates in figures alone."""
_BY_MONTHS = (_day_first, _month_first, _month_year)
"""Finders of dates with a month's name."""


def all_expressions(text: str, language: str | None = None, *, folded: str | None = None) -> list[Expression]:
    """Every date written in the text, in order, the fullest reading where two overlap, days that do not exist included.

    >>> [e.date for e in all_expressions("Sept. 27, 2007 and 15 августа, 2019, not 24 Su-30")]
    ['2007-09-27', '2019-08-15']
    """
    finders = []
    if _FIGURES.search(text):
        finders += [*(_BY_SIGNS if _SEPARATED.search(text) else ()), *([_glued] if _GLUE.search(text) else ())]
    finders += [_chinese] if "月" in text else []
    finders += [_old_style] if _OLD_STYLE.search(text) else []
    months = list(_month_words(fold(text) if folded is None else folded))
    raw = [e for finder in _BY_MONTHS for at in months for e in finder(text, language, at)]
    raw += [e for finder in finders for e in finder(text, language) if 1 <= e.month <= 12]
    return _without_overlaps(sorted(raw, key=lambda e: (-_fullness(e), e.start, -e.end)), text)


def _fullness(found: Expression) -> int:
    return (found.year is not None) + 2 * (found.day is not None)


def _without_overlaps(ranked: list[Expression], text: str) -> list[Expression]:
    taken = bytearray(len(text) + 1)
    kept = []
    for found in ranked:
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
            kept.append(found)
    return [_beside(text, e) for e in sorted(kept, key=lambda e: e.start)]


def expressions(
    text: str, language: str | None = None, *, folded: str | None = None
) -> tuple[list[Expression], list[Expression]]:
    """(dates that exist, dates that do not) of a text; `folded` is the text in the fold of dating_words, where it is at hand.

    >>> [text.start for text in expressions("30 February 2019, 9999-12-31")[1]]
    [0, 18]
    """
    real: list[Expression] = []
    unreal: list[Expression] = []
    for found in all_expressions(text, language, folded=folded):
        exists = found.day is None or day_exists(found.year, found.month, found.day)
        (real if exists else unreal).append(found)
    return real, unreal
