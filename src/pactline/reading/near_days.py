"""Days told by their distance from the publication: `on Thursday`, `вчера`, `la semana pasada`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from pactline.reading.periods import Period
from pactline.reading.vocabulary import WORDS
from pactline.record.dates import add_days, coarsen, earliest, precision
from pactline.record.languages import DEFAULT

AHEAD_WITHIN = 40
"""Characters before a weekday in which a word of the future sends it ahead: `will sign it on Thursday`."""


def near_days(text: str, language: str, published: str | None) -> list[Period]:
    """Near days in a sentence, in order of place.

    published  where it has a day, weekdays are the last such day, or the next after `will`; where it has only a month
               or a year, the near day has no more; without it nothing is read

    >>> [p.date for p in near_days("signed on Thursday", "en", "2019-08-16")]
    ['2019-08-15']
    >>> [p.date for p in near_days("signed on Thursday", "en", "2019-08")]
    ['2019-08']
    """
    if published is None:
        return []
    found = []
    for match in _pattern(language).finditer(text):
        date = _date(match, text, language, published)
        found.append(Period(match.start(), match.end(), date, str(match.lastgroup)))
    return found


@cache
def listed(language: str) -> dict[str, Any]:
    """The words of a language in words/event_dates.toml."""
    table: dict[str, Any] = tomllib.loads((WORDS / "event_dates.toml").read_text(encoding="utf-8"))
    return dict(table.get(language, table[DEFAULT]))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = listed(language)
    return re.compile(rf"(?<!\w)(?:{'|'.join(_groups(words))})(?!\w)", re.IGNORECASE)


def _groups(words: dict[str, Any]) -> Iterator[str]:
    for number, names in enumerate(words["weekdays"]):
        yield f"(?P<day{number}>{'|'.join(map(re.escape, names))})"
    for name in ("today", "yesterday", "this_week", "last_week"):
        yield f"(?P<{name}>{'|'.join(re.escape(w) for w in sorted(words[name], key=len, reverse=True))})"


def _date(match: re.Match[str], text: str, language: str, published: str) -> str:
    name = str(match.lastgroup)
    if precision(published) != "day":
        return published
    if name.startswith("day"):
        ahead = _ahead(language).search(text, max(0, match.start() - AHEAD_WITHIN), match.start()) is not None
        return _weekday(published, int(name[3:]), ahead=ahead)
    distance = {"today": 0, "yesterday": -1, "this_week": 0, "last_week": -7}[name]
    day = add_days(published, distance)
    return day if name in ("today", "yesterday") else coarsen(day, "month")


def _weekday(published: str, weekday: int, *, ahead: bool) -> str:
    """The last such weekday, the day of publication included; the next one after it where it lies ahead."""
    back = (earliest(published).weekday() - weekday) % 7
    return add_days(published, 7 - back if ahead else -back)


@cache
def _ahead(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed(language)['ahead']))})(?!\w)", re.IGNORECASE)
