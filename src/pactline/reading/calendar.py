"""Names of months per language, and the relative time expressions of words/periods.toml, compiled once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pactline.reading.plain import plain
from pactline.record.languages import DEFAULT, ruled

_SHORT = {"may", "maio", "mayo", "мая", "май", "мае"}
YEAR = r"(?:19[2-9]\d|20[0-6]\d)"


@dataclass(frozen=True)
class Calendar:
    """months: name to number; absolute and relative: what finds dates and relative expressions in `plain` text."""

    months: dict[str, int]
    absolute: re.Pattern[str]
    relative: re.Pattern[str]
    ago: re.Pattern[str]


@cache
def calendar(language: str | None) -> Calendar:
    """The calendar of a language; English where it has none of its own."""
    known, listed = ruled(language), _file("periods.toml")
    months = _months(known)
    phrases: dict[str, str] = listed.get(known, listed[DEFAULT])
    kinds = [f"(?P<{kind}>{phrase})" for kind, phrase in phrases.items() if kind != "ago"]
    bounded = r"(?<![^\W_])(?:{})(?![^\W_])"
    return Calendar(
        months,
        re.compile(_absolute("|".join(sorted(map(re.escape, months), key=len, reverse=True)))),
        re.compile(bounded.format("|".join(kinds))),
        re.compile(bounded.format(phrases["ago"])),
    )


def _months(language: str) -> dict[str, int]:
    """Full names and the abbreviations long enough to be no other word; English ones of three letters too."""
    listed = _file("dates.toml")["months"][language]
    shortest = 3 if language == "en" else 4
    names = {plain(name): at for at, forms in enumerate(listed, 1) for name in forms.split()}
    return {name: at for name, at in names.items() if len(name) >= shortest or name in _SHORT}


def _absolute(month: str) -> str:
    """Day, month and year in any order a newspaper writes them; then years, spans of years, decades."""
    of = r"(?:,? (?:(?:de |del |do |of )(?:ano )?)?|,)"
    return (
        rf"(?<![^\W_])(?:(?P<iso>{YEAR}-\d\d(?:-\d\d)?)(?!\d)"
        rf"|(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th|º)?(?: de| of|-го)? )?(?P<month>{month})\.?"
        rf"(?: (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.,]*\d|:| ?(?:million|mil|bpd|b/d|barrels)))?"
        rf"(?:{of}(?P<year>{YEAR})(?!\d))?(?![^\W_])"
        rf"|(?P<span>{YEAR})(?:-|/| to | and | y | a | e | и |-е )(?:19|20)?\d\d(?![\w.,]*\d)"
        rf"|(?P<decade>(?:19|20)\d0)(?:s|'s|-х|-е)(?![^\W_])"
        rf"|(?<!\d[.,])(?P<bare>{YEAR})(?![\w%]|[.,/:]\d| ?(?:bpd|b/d|barrels?|barriles|barris|million|mil\b|mln|баррел|млн|тыс|тонн|tonnes|tons)))"
    )


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((files("pactline") / "words" / name).read_text(encoding="utf-8"))
