"""Dates in addresses: /2019/08/16/, 20251211, /16/10/2010/, /2019/mar/05/, Unix seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote

from pactline.corpus.dating_expressions import day_exists
from pactline.corpus.dating_words import month_of
from pactline.record.dates import partial

_YEAR_FIRST = re.compile(r"(?<![\d])((?:19|20)\d{2})([/\-_.])(\d{1,2})\2(\d{1,2})(?![\d])")
_DAY_FIRST = re.compile(r"(?<![\d])(\d{1,2})([/\-_.])(\d{1,2})\2((?:19|20)\d{2})(?![\d])")
_RUN_OF_EIGHT = re.compile(r"(?<!\d)(\d{8})(?!\d)")
_RUN_AT_START = re.compile(r"(?<=/)((?:19|20)\d{6})(?=\d{1,6}(?!\d))")
_YEAR_WORD_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[/\-]([a-z]{3,12})[/\-](\d{1,2})(?!\d)", re.IGNORECASE)
_DAY_WORD_YEAR = re.compile(r"(?<!\d)(\d{1,2})[-_]?(?:de[-_])?([^\W\d_]{3,12})[-_]?(?:de[-_])?((?:19|20)\d{2})(?!\d)")
_WORD_DAY_YEAR = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,12})[-_](\d{1,2})[-_]((?:19|20)\d{2})(?!\d)")
_YEAR_MONTH = re.compile(r"(?<![\d])((?:19|20)\d{2})[/\-](\d{1,2})(?=/|$|-[^\W\d]|\.)")
_YEAR_ONLY = re.compile(r"(?<=/)((?:19|20)\d{2})(?=/)")
_ARCHIVE = re.compile(
    r"(?:https?://)?(?:[\w-]{1,20}\.)?(?:archive\.(?:org|ph|is|today|md|fo|li|vn)|webcache\.googleusercontent\.com|perma\.cc|webcitation\.org"
    r"|arquivo\.pt|archive-it\.org|webarchive\.[\w.-]{2,40})/[^\s]{0,60}?(?:((?:https?:)?/?/?[\w-]{1,60}\.[\w.-]{2,60}(?::\d{2,5})?/[^\s]*)|$)"
)
_SECONDS = re.compile(r"(?<!\d)(1\d{9})(?!\d)")

# Ten-digit story numbers that begin 10 or 11 are in use by agencies (Sputnik's run from 1010... to 1123...); Unix
# seconds of 2006 and later begin 1136 or higher, so smaller numbers are never read as a time.
FIRST_SECONDS = 1_136_073_600  # 2006-01-01


@dataclass(frozen=True, slots=True)
class AddressDate:
    """A date read off an address or a code: the partial date, the characters it was read from, and the rule."""

    date: str
    quote: str
    rule: str
    swapped: str | None = None


def _ymd(year: str, month: str, day: str) -> str | None:
    return partial(int(year), int(month), int(day)) if day_exists(int(year), int(month), int(day)) else None


def _with_separators(url: str) -> AddressDate | None:
    if (m := _YEAR_FIRST.search(url)) and (date := _ymd(m[1], m[3], m[4])):
        return AddressDate(date, m[0], "url-day")
    if m := _DAY_FIRST.search(url):
        first, second = _ymd(m[4], m[3], m[1]), _ymd(m[4], m[1], m[3])
        date = first or second
        other = second if first and second and first != second else None
        return AddressDate(date, m[0], "url-day", swapped=other) if date else None
    return None


def _with_month_word(url: str) -> AddressDate | None:
    """`/2019/mar/05/`, `-5-de-marzo-de-2019`, `march-5-2019`."""
    for pattern, (y, m, d) in ((_YEAR_WORD_DAY, (1, 2, 3)), (_DAY_WORD_YEAR, (3, 2, 1)), (_WORD_DAY_YEAR, (3, 1, 2))):
        for match in pattern.finditer(url):
            month = month_of(match[m], None, has_year=True)
            if month and (date := _ymd(match[y], str(month), match[d])):
                return AddressDate(date, match[0], "url-day")
    return None


def _without_separators(url: str) -> AddressDate | None:
    for m in (*_RUN_OF_EIGHT.finditer(url), *_RUN_AT_START.finditer(url)):
        run = m[1]
        date = _ymd(run[:4], run[4:6], run[6:]) if run[:2] in ("19", "20") else None
        date = date or (_ymd(run[4:], run[2:4], run[:2]) if run[4:6] in ("19", "20") else None)
        if date:
            return AddressDate(date, run, "url-day")
    return None


def _seconds(url: str) -> AddressDate | None:
    for m in _SECONDS.finditer(url):
        if int(m[1]) >= FIRST_SECONDS:
            day = datetime.fromtimestamp(int(m[1]), UTC).date().isoformat()
            return AddressDate(day, m[1], "url-seconds")
    return None


def _month_or_year(url: str) -> AddressDate | None:
    if (m := _YEAR_MONTH.search(url)) and 1 <= int(m[2]) <= 12:
        return AddressDate(partial(int(m[1]), int(m[2])), m[0], "url-month")
    if m := _YEAR_ONLY.search(url):
        return AddressDate(m[1], m[0], "url-year")
    return None


def _archived(url: str) -> str:
    """The address that an archive's own address holds, whose day is that of the copy: `web.archive.org/web/20210605/https://...`.

    >>> _archived("https://web.archive.org/web/20210605101010/https://a.example/b"), _archived("https://a.example/b")
    ('https://a.example/b', 'https://a.example/b')
    """
    archive = _ARCHIVE.match(url)
    return url if archive is None else archive[1] or "https://a/"


def address_date(url: str | None) -> AddressDate | None:
    """The fullest date an address carries; None for story numbers and for addresses without one.

    >>> address_date("https://example.org/16/10/2010/story").date, address_date("https://example.org/news/1081367354.html")
    ('2010-10-16', None)
    >>> address_date("https://web.archive.org/web/20210605101010/https://example.org/story")
    """
    if not url:
        return None
    path = re.sub(r"^[a-z]+://[^/]*", "", _archived(unquote(url[:2000])))
    return (
        _with_separators(path)
        or _with_month_word(path)
        or _without_separators(path)
        or _seconds(path)
        or _month_or_year(path)
    )
