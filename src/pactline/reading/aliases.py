"""The names of an actor or weapon: those its row lists, their inflections and spellings, and a person's surname alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pactline.reading.folding import fold
from pactline.reading.forms import demonym_forms, is_cyrillic, russian_cases
from pactline.reading.spellings import is_spelling, latin_spellings

ALIAS_COLUMNS = ("aliases", "aliases_en", "aliases_es", "aliases_ru", "aliases_pt")
_SHORT = 4
"""Names in capitals up to this length (US, AP, ELN) are read as they are written: in small letters they are words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor or weapon: row is the line of actors.csv or weapons.csv it comes from."""

    kind: str  # "actor" or "weapon"
    id: str
    row: dict[str, str]

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-3 an actor counts for, or a weapon comes from."""
        return self.row.get("country_iso3") or self.row.get("origin_iso3") or None


class Alias(NamedTuple):
    """One name of an entry as the automaton holds it.

    capitals    places in it that must be capitals in the text
    written     as most texts write it, folded
    rule        `alias` where the CSV lists it, else what made it: `inflected`, `spelled`, `made-surname`
    """

    entry: Entry
    care: bool
    form: str
    capitals: tuple[int, ...]
    rule: str
    written: str


def entry_aliases(entry: Entry) -> Iterator[tuple[str, bool, str, str]]:
    """Every name of an entry as (name, care, form, rule), the listed ones first.

    An alias may need care and be a demonym or metonym too (`Georgian`, `Caracas`): it then stands in both columns.
    """
    row = entry.row
    care = set(_split(row.get("aliases_need_care")))
    demonyms, metonyms = _split(row.get("demonyms")), _split(row.get("metonyms"))
    plain = [row["canonical_name"]] + [a for column in ALIAS_COLUMNS for a in _split(row.get(column))]
    listed = [(a, a in care, "name") for a in plain]
    listed += [(a, a in care, "demonym") for a in demonyms] + [(a, a in care, "metonym") for a in metonyms]
    listed += [(a, True, "name") for a in sorted(care.difference(demonyms, metonyms, plain))]
    yield from ((name, careful, form, "alias") for name, careful, form in listed)
    for name, careful, form in listed:
        yield from ((other, careful, form, "inflected") for other in _inflected(name, form, entry))
    for name in (*_spelled_otherwise(entry, plain), *_across_the_ocean(plain)):
        yield name, name in care, "name", "spelled"


def _spelled_otherwise(entry: Entry, listed: list[str]) -> list[str]:
    """Further Latin spellings of the full names of a Russian: of a person one of whose listed names is such a spelling."""
    if entry.row.get("type") != "person":
        return []
    latin = {fold(name).lower() for name in listed}
    full = [name for name in _split(entry.row.get("aliases_ru")) if " " in name]
    russian = [name for name in full if any(is_spelling(other, name) for other in latin)]
    return sorted(spelling for name in russian for spelling in latin_spellings(name))


_OCEAN = (("Centre", "Center"), ("Defence", "Defense"), ("Organisation", "Organization"), ("Programme", "Program"))
"""Words of names that Britain and America spell otherwise; both are found where one is listed."""


def _across_the_ocean(listed: list[str]) -> list[str]:
    """`Russian Defense Ministry` of `Russian Defence Ministry`, and the other way round."""
    other = [pair for words in _OCEAN for pair in (words, tuple(map(str.lower, words)))]
    pairs = [*other, *((b, a) for a, b in other)]
    made = {re.sub(rf"\b{a}\b", b, name) for name in listed for a, b in pairs if a in name}
    return sorted(made.difference(listed))


def surnames(entry: Entry) -> Iterator[tuple[str, bool]]:
    """Last words of a person's names, with whether the text may hold it alone."""
    if entry.row["type"] != "person":
        return
    listed = [entry.row["canonical_name"], *(a for column in ALIAS_COLUMNS for a in _split(entry.row.get(column)))]
    listed += _spelled_otherwise(entry, listed)
    last_words = {name.rsplit(" ", 1)[1] for name in listed if " " in name and not name.endswith(")")}
    last_words |= {a for a in _split(entry.row.get("aliases_need_care")) if " " not in a}
    for surname in sorted(last_words):
        yield surname, len(surname) > 2
        yield from ((form, True) for form in sorted(_inflected(surname, "name", entry)))


def _inflected(name: str, form: str, entry: Entry) -> set[str]:
    if form == "demonym":
        return demonym_forms(name) - {name}
    if entry.kind == "weapon" or not is_cyrillic(name):
        return set()
    full = next((a for a in _split(entry.row.get("aliases_ru")) if " " in a), "")
    woman = entry.row["type"] == "person" and full.split(" ")[0].endswith(("а", "я"))
    return russian_cases(name, entry.row["type"], feminine=woman)


def _split(cell: str | None) -> list[str]:
    return [alias.strip() for alias in (cell or "").split("|") if alias.strip()]


def keys_of(name: str, alias: Alias) -> Iterator[tuple[str, Alias, bool]]:
    """What to look for: folded letters for most names, the very capitals for short ones."""
    folded = fold(name)
    letters = [c for c in folded if c.isalpha()]
    if len(letters) > _SHORT or not folded[0].isupper() or " " in folded or any(c.isdigit() for c in folded):
        yield folded.lower(), alias, False
        return
    yield folded, alias, True
    if folded != folded.upper() and len(letters) > 2:
        yield folded.upper(), alias._replace(written=folded.upper()), True
    if len(letters) == _SHORT and folded.isupper() and folded.isalpha():
        yield folded.capitalize(), alias._replace(capitals=(0,), written=folded.capitalize()), True


def capitals_of(name: str) -> tuple[int, ...]:
    folded = fold(name)
    return tuple(m.start() for m in re.finditer(r"(?<![^\W_])[^\W\d_]", folded) if folded[m.start()].isupper())


def claim(table: dict[str, list[Alias]], key: str, alias: Alias) -> None:
    """A listed alias beats a made one; of two with other capitals the stricter is tried first; else the first stays."""
    held = table.setdefault(key, [])
    listed = alias.rule == "alias"
    if held and not listed and not _smaller(alias, held):
        return
    if listed and held and held[0].rule != "alias":
        held.clear()
    if all(alias.capitals != other.capitals for other in held):
        held.append(alias)
        held.sort(key=lambda other: -len(other.capitals))


def _smaller(alias: Alias, held: list[Alias]) -> bool:
    """The state's own adjective where its name has a capital: `la firma china`, `a Marinha argentina`."""
    return alias.form == "demonym" and not alias.capitals and all(other.entry is alias.entry for other in held)
