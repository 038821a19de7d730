"""Periods that a page prints as its own: the month of an issue, a bulletin's week, quarter or season, on a line beside the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pactline.corpus.dating_candidates import Candidate
from pactline.corpus.dating_expressions import FIRST_YEAR, LAST_YEAR, all_expressions, year_of_digits
from pactline.corpus.dating_page import Page
from pactline.corpus.dating_words import date_words, fold, month_of
from pactline.record.article import Span
from pactline.record.dates import partial

RULE = "period-line"
_LONGEST_LINE = 80
_FEW_WORDS = 6
_NOTE_WORDS = 3  # of a place or a paper before a month at the end: `Haifa, October 2005`
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_LINK = r"[\s,/·|–-]{0,3}(?:(?:of|de|del|von|de l'annee|des jahres) )?(?:'(?=\d\d))?"
_WEEK = re.compile(
    r"(?<!\w)(?:week|wk|semana|semaine|woche|kw|kalenderwoche|settimana|hafta|недел[яи])\s?(?:no\.?|nº|n\.º|#|№)?\s?"
    + r"(?P<week>\d{1,2})(?:-я)?(?!\d)"
    + _LINK
    + _YEAR
)
_WEEK_FIRST = re.compile(
    r"(?<!\w)(?P<week>\d{1,2})(?:st|nd|rd|th|-?[яа]|ª|\.)\s(?:week|semana|woche|недел[яи])" + _LINK + _YEAR
)
_PART = re.compile(
    r"(?<!\w)(?:q[1-4]|[1-4]q|t[1-4]|[1-4]t|[1-4] ?кв\.?|(?:[1-4](?:st|nd|rd|th|er|º|\.|-?й)?|i{1,3}|iv|first|second|third|fourth|primer|segundo|"
    r"tercer|cuarto|primeiro|terceiro|quarto) (?:quarter|trimestre|quartal|trimestre|квартал)|spring|summer|autumn|fall|winter|primavera|verano|"
    r"verao|otono|outono|invierno|inverno|весна|лето|осень|зима|printemps|ete|automne|hiver|fruhling|fruhjahr|sommer|herbst|estate|autunno)"
    + _LINK
    + _YEAR
)
_PART_LAST = re.compile(r"(?<![\w/.-])" + _YEAR + r"[\s/-]?(?:q[1-4]|t[1-4])(?!\w)")
_SEPARATORS = "—–|·•/,;()[]:*+-=#"
_DOUBLE = re.compile(r"([^\W\d_]{3,12})\s?[/–-]\s?$")
"""The first month of two: `March/April 2019`."""
_INDEX = re.compile(r"(?<!\w)[a-zа-я]{1,2}(?:\s+[a-zа-я]{1,2}){5,6}(?!\w)")
"""The row of weekdays of a calendar: `M T W T F S S`."""


def period_lines(page: Page, language: str | None) -> Iterator[Candidate]:
    """The one period that the lines around the article print; nothing where they print several, as a list of archives does.

    `August 2012`, `DOSSIER — February 2010 — ARMS`, `Haifa, October 2005`, `Week 38, 2017`, `Q1 2013 · PLANS`; not `Oil output in October 2015`.
    """
    found = [c for start, end in _frame(page) for c in _of_line(page, start, end, language)]
    if len({c.date for c in found}) == 1:
        yield found[0]


def _frame(page: Page) -> Iterator[Span]:
    for start, end in page.lines:
        if end - start <= _LONGEST_LINE and page.zone(start) != "body" and not page.is_outside(start):
            yield start, end


def _of_line(page: Page, start: int, end: int, language: str | None) -> Iterator[Candidate]:
    line = page.folded[start:end]
    lists = date_words().lists
    if any(lists[f"labels.{kind}"].search(line) for kind in ("copyright", "other", "chrome")) or page.is_caption(start):
        return
    for first, last, found in _periods(line, page.text[start:end], language):
        if _is_printed(line[:first], line[last:], tail=page.zone(start) == "tail") and not _is_calendar(page, end):
            yield Candidate(found, RULE, " ".join(page.text[start:end].split()))


def _periods(line: str, text: str, language: str | None) -> Iterator[tuple[int, int, str]]:
    for written in all_expressions(text, language):
        if written.day is None and written.date:
            double = _DOUBLE.search(line[: written.start])
            several = bool(double and month_of(double[1], language, has_year=True))
            start = double.start() if double and several else written.start
            yield start, written.end, str(written.year) if several else written.date
    for pattern in (_WEEK, _WEEK_FIRST, _PART, _PART_LAST):
        for match in pattern.finditer(line):
            year = year_of_digits(match["year"]) or 0
            if FIRST_YEAR <= year <= LAST_YEAR:
                week = match.groupdict().get("week")
                found = month_of_week(year, int(week)) if week else str(year)
                if found:
                    yield match.start(), match.end(), found


def month_of_week(year: int, week: int) -> str | None:
    """The month in which an ISO week lies, its year where it lies in two months, None for a week there is not.

    >>> month_of_week(2017, 38), month_of_week(2017, 31), month_of_week(2017, 54)
    ('2017-09', '2017', None)
    """
    try:
        monday, sunday = date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    except ValueError:
        return None
    return partial(year, monday.month if monday.month == sunday.month else None)


def _is_printed(before: str, after: str, *, tail: bool) -> bool:
    """Whether a period stands apart from the other words of its line, which are few."""
    words = re.findall(r"[^\W\d_]+", f"{before} {after}")
    head, rest = before.rstrip(), after.lstrip(" .")
    apart = (not head or head[-1] in _SEPARATORS) and (not rest or rest[0] in _SEPARATORS)
    if not apart or len(words) > (_NOTE_WORDS if tail else _FEW_WORDS):
        return False
    return not (tail and head and head[-1] == ":")


def _is_calendar(page: Page, end: int) -> bool:
    """`August 2012` above `M T W T F S S`."""
    return bool(_INDEX.search(fold(page.text[end : end + 40])))
