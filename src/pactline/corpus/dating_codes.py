"""Days in the codes that agencies and archives of news put on a story: MENAFN01112025..., AFP 282114 GMT AUG 09, AP-ES-07-27-09 1512EDT."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pactline.corpus.dating_address import AddressDate
from pactline.corpus.dating_expressions import day_exists, year_of_digits
from pactline.corpus.dating_words import month_of
from pactline.record.dates import partial

_ZONE = r"(?:GMT|UTC|Z|[A-Z]{1,3}[SD]?T)"
_DAY_MONTH_YEAR = re.compile(r"MENAFN\s?-?(\d{2})(\d{2})((?:19|20)\d{2})\d*")
_MONTH_DAY_YEAR = re.compile(rf"(?<!\d)(?<!\d[-/])(\d{{2}})([-/])(\d{{2}})\2(\d{{2}})\s\d{{2}}[:-]?\d{{2}}\s?{_ZONE}\b")
_DAY_AND_CLOCK = re.compile(
    rf"(?<!\d)(\d{{2}})\d{{4}}\s?{_ZONE}?\s([^\W\d_]{{3,4}})[.,]?\s'?(\d{{4}}|\d{{2}})(?!\d)", re.IGNORECASE
)
_YEAR_FIRST = re.compile(
    r"(?<![0-9A-Za-z])(?:[A-Z]{2,10}0{0,6}((?:19|20)\d{2})(\d{2})(\d{2})e[a-z0-9]{6,12}"  # Factiva: AFPR000020090828e58s005gt
    r"|((?:19|20)\d{2})(\d{2})(\d{2})(?:T\d{4,6}Z?|[ -]?(?:GMT|UTC) ?\d{4}|[ -]\d{4} ?(?:GMT|UTC|Z)))(?![0-9A-Za-z])"
)
_FIGURES = re.compile(r"\d\d(?:\d{4}|[-/]\d\d[-/]\d\d)")
"""What every code has in it."""
_CODE_LINE = re.compile(  # a line that is nothing but a code: TW24-EN-14052010-0931-BLR-VEN, DPA_20100514_0931
    r"^[ \t(\[]{0,4}(?=[^\n]{0,60}[A-Z]{2})(?:[A-Z0-9]{1,10}[-_./]){1,5}(?P<run>\d{8})(?:[-_./][A-Z0-9]{1,10}){0,6}[ \t)\]]{0,4}$",
    re.MULTILINE,
)
_MONITORING = re.compile(r"\bBBC Mon[\w ]{1,40}? (\d{2})(\d{2})(\d{2})\b")


def _from(
    pattern: re.Pattern[str], order: Callable[[re.Match[str]], tuple[int | None, int | None, int]]
) -> Callable[[str], Iterator[AddressDate]]:
    def find(text: str) -> Iterator[AddressDate]:
        for match in pattern.finditer(text):
            year, month, day = order(match)
            if year and month and day_exists(year, month, day):
                yield AddressDate(partial(year, month, day), match[0].strip(), "agency-code")

    return find


def _year_first(match: re.Match[str]) -> tuple[int, int, int]:
    year, month, day = (int(digits) for digits in match.groups() if digits)
    return year, month, day


def _of_line(text: str) -> Iterator[AddressDate]:
    """The eight figures in a line that is a code, the year last or first; the month first only where the day cannot be."""
    for match in _CODE_LINE.finditer(text):
        run = match["run"]
        orders = ((run[4:], run[2:4], run[:2]), (run[:4], run[4:6], run[6:]), (run[4:], run[:2], run[2:4]))
        real = [o for y, m, d in orders if y[:2] in ("19", "20") and day_exists(*(o := (int(y), int(m), int(d))))]
        if real:
            other = partial(*real[1]) if len(real) > 1 and real[1] != real[0] else None
            yield AddressDate(partial(*real[0]), match[0].strip(), "agency-code", swapped=other)


_CODES = (
    _from(_DAY_MONTH_YEAR, lambda m: (int(m[3]), int(m[2]), int(m[1]))),
    _from(_MONTH_DAY_YEAR, lambda m: (year_of_digits(m[4]), int(m[1]), int(m[3]))),
    _from(_DAY_AND_CLOCK, lambda m: (year_of_digits(m[3]), month_of(m[2], None, has_year=True), int(m[1]))),
    _from(_YEAR_FIRST, _year_first),
    _from(_MONITORING, lambda m: (year_of_digits(m[3]), int(m[2]), int(m[1]))),
    _of_line,
)


def code_date(text: str) -> AddressDate | None:
    """The day in an agency's code; None for serial numbers.

    >>> code_date("MENAFN2202201800450000ID1096496927").date, code_date("MA/IRN83789640")
    ('2018-02-22', None)
    >>> code_date("AP-ES-07-27-09 1512EDT").date, code_date("AFP 282114 GMT AUG 09").date
    ('2009-07-27', '2009-08-28')
    >>> code_date("TW24-EN-14052010-0931-BLR").date, code_date("ISBN 14052010")
    ('2010-05-14', None)
    """
    if not _FIGURES.search(text):
        return None
    return next((found for find in _CODES for found in find(text)), None)
