"""States in four languages: names, capitals and demonyms in every inflection, found among the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pactline.reading.vocabulary import WORDS
from pactline.record.topic import read_rows

LONGEST_NAME = 5
"""Words in the longest name of words/countries.csv that is looked for (`Bosnia and Herzegovina` has three)."""
_LATIN = {
    "o": ("o", "a", "os", "as"),
    "e": ("e", "es"),
    "a": ("a", "o", "as", "os", "es"),
    "es": ("es", "esa", "eses", "esas"),
    "": ("", "s"),
}
_MADE = re.compile(r"-(?:made|built|designed|supplied|produced|manufactured|developed|assembled)$")
"""What stands behind a demonym in one word: `Russian-made`."""
_ADJECTIVE = ("ий", "ый", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими", "ые", "ых", "ым")
_RUSSIAN = {
    "а": {"а": "nom", "ы": "gen", "и": "gen", "е": "dat", "у": "acc", "ой": "ins"},
    "я": {"я": "nom", "и": "dat", "ю": "acc", "ей": "ins"},
    "": {"": "nom", "а": "gen", "у": "dat", "ом": "ins", "е": "loc", "ы": "nom", "ов": "gen", "ам": "dat", "ами": "ins", "ев": "gen"},
    "й": {"й": "nom", "я": "gen", "ю": "dat", "ем": "ins", "е": "loc"},
    "ь": {"ь": "nom", "я": "gen", "ю": "dat", "ем": "ins", "е": "loc", "и": "dat", "ью": "ins"},
    "ы": {"ы": "nom", "": "gen", "ов": "gen", "ам": "dat", "ами": "ins", "ах": "loc"},
    "е": {"е": "nom", "х": "gen", "м": "dat", "ми": "ins"},
    "ет": {"ет": "nom"},
    "ая": {"ая": "nom", "ой": "dat", "ую": "acc"},
    "ые": {"ые": "nom", "ых": "gen", "ым": "dat"},
    "ие": {"ие": "nom", "их": "gen", "им": "dat"},
    "ий": dict.fromkeys(_ADJECTIVE, "adj"),
}  # fmt: skip
"""Endings of Russian nouns and adjectives by the ending of the nominative; the value is the case they mostly stand for."""


@dataclass(frozen=True, slots=True)
class Nation:
    """A state among the words: words first..last (exclusive), and the grammar its form tells.

    adjective  the form is a demonym (`Russian`, `rusos`), which may also mark where a thing was made
    case       Russian case where the form tells it: nom, gen, dat, acc, ins, loc
    """

    first: int
    last: int
    iso3: str
    adjective: bool
    case: str | None


def nations(words: Sequence[str], language: str) -> list[Nation]:
    """States named among words, longest names first, none overlapping; a row of the list without a code names none.

    >>> [(n.iso3, n.adjective) for n in nations(["los", "tanques", "rusos", "de", "Venezuela"], "es")]
    [('RUS', True), ('VEN', False)]
    >>> nations(["a", "turkey", "dinner"], "en")
    []
    """
    table, longest, found, at = _forms(language), _longest(language), [], 0
    folded = [_MADE.sub("", word.casefold()) if "-" in word else word.casefold() for word in words]
    while at < len(words):
        for length in range(min(longest.get(folded[at], 0), len(words) - at), 0, -1):
            form = table.get(" ".join(folded[at : at + length]))
            if (
                form is not None
                and (not form[3] or words[at][:1].isupper())
                and words[at + length : at + length + 1] != ["$"]
            ):
                if form[0]:
                    found.append(Nation(at, at + length, form[0], form[1], form[2]))
                at += length - 1
                break
        at += 1
    return found


@cache
def exporters() -> dict[str, int]:
    """How often a state is the seller of arms in the world: 3 the great exporters, 2, 1, 0 the others.

    source  the order of exporters in SIPRI's yearly fact sheets on arms transfers, coarsened
    """
    return {row["iso3"]: int(row["exporter"]) for row in read_rows(WORDS / "countries.csv")}


@cache
def _longest(language: str) -> dict[str, int]:
    """First word of a form -> words in the longest form that begins with it, LONGEST_NAME at most."""
    found: dict[str, int] = {}
    for form in _forms(language):
        words = form.split(" ")
        found[words[0]] = max(found.get(words[0], 0), min(len(words), LONGEST_NAME))
    return found


@cache
def _forms(language: str) -> dict[str, tuple[str, bool, str | None, bool]]:
    """Folded form -> (iso3, is a demonym, case, must be capitalised)."""
    table: dict[str, tuple[str, bool, str | None, bool]] = {}
    for row in read_rows(WORDS / "countries.csv"):
        for listed in row.get(language, "").split("|"):
            for form, case in _inflected(listed, language):
                adjective = case == "adj" or (language == "en" and _is_english_demonym(form))
                known = None if case == "adj" else case
                table.setdefault(form.casefold(), (row["iso3"], adjective, known, listed[:1].isupper()))
    for row in read_rows(WORDS / "arms_makers.csv"):
        for maker in row["forms"].split("|"):
            table.setdefault(maker.casefold(), (row["iso3"], False, None, True))
    for row in read_rows(WORDS / "state_signs.csv"):
        signs = row["forms"].split("|") + row.get(language, "").split("|")
        for form, case in (found for sign in filter(None, signs) for found in _inflected(sign, language)):
            table.setdefault(form.casefold(), (row["iso3"], False, None if case == "adj" else case, True))
    return table


def _inflected(listed: str, language: str) -> Iterator[tuple[str, str | None]]:
    """Every form of one listed name: `~` stands before the ending of the nominative."""
    if "~" not in listed:
        lower = listed[:1].islower()
        yield listed, "adj" if lower else None
        return
    if language != "ru":
        stem, _, ending = listed.partition("~")
        yield from ((stem + e, "adj") for e in _LATIN[ending])
        return
    yield from _russian(listed)


def _russian(listed: str) -> Iterator[tuple[str, str | None]]:
    """Forms of a Russian name whose words are declined together."""
    declined: list[dict[str, str]] = []
    for word in listed.split(" "):
        stem, mark, ending = word.partition("~")
        declined.append({stem + e: case for e, case in _RUSSIAN[ending].items()} if mark else {word: ""})
    if len(declined) == 1:
        yield from ((form, case or None) for form, case in declined[0].items())
        return
    for head in declined[0]:
        for tail, case in declined[-1].items():
            middle = [next(iter(d)) for d in declined[1:-1]]
            yield " ".join([head, *middle, tail]), case if case != "adj" else None


def _is_english_demonym(form: str) -> bool:
    special = {"french", "greek", "dutch", "swiss", "thai", "czech", "kazakh", "uzbek", "tajik", "turkmen", "afghan", "filipino",
               "philippine", "argentine", "u.s.", "us", "american"}  # fmt: skip
    return form.casefold() in special or form.endswith(
        ("ian", "ean", "ese", "ish", "can", "ani", "aqi", "aeli", "udi", "eri", "uan")
    )
