"""What can be wrong with the actors, events and weapons of a topic, every fault with file and line."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from pactline.record.countries import COUNTRY_CODES
from pactline.record.dates import earliest, is_partial_date, precision
from pactline.record.schema import ACTOR_TYPES, ITEM_CATEGORIES
from pactline.record.topic_tables import Row, read_rows

ACTOR_COLUMNS = ("id", "canonical_name", "type", "country_iso3", "aliases_need_care", "valid_from", "valid_to")
EVENT_COLUMNS = ("id", "date", "precision", "event", "aliases")
WEAPON_COLUMNS = ("id", "canonical_name", "category", "origin_iso3", "kind", "aliases", "aliases_need_care")
WEAPON_KINDS = ("system", "family", "generic")
_PRECISIONS = ("day", "month", "year")


def actor_faults(rows: list[Row], name: str = "actors.csv") -> list[str]:
    """Faults of actors.csv, in order of line."""
    faults = [(line, fault) for line, row in rows for fault in _actor_row_faults(row)]
    faults += _repeated(rows, "id")
    faults += _claimed_twice(rows, plain_aliases)
    return [f"{name}:{line}: {fault}" for line, fault in sorted(faults)]


def event_faults(rows: list[Row], name: str = "events.csv") -> list[str]:
    """Faults of events.csv, in order of line."""
    faults = [(line, fault) for line, row in rows for fault in _event_row_faults(row)]
    faults += _repeated(rows, "id")
    faults += _claimed_twice(rows, lambda row: split_cell(row["aliases"]))
    return [f"{name}:{line}: {fault}" for line, fault in sorted(faults)]


def weapon_faults(rows: list[Row], name: str = "weapons.csv") -> list[str]:
    """Faults of a topic's own weapons.csv, in order of line; a row with the id of a shipped one takes its place."""
    faults = [(line, fault) for line, row in rows for fault in _weapon_row_faults(row)]
    faults += _repeated(rows, "id")
    faults += _claimed_twice(rows, plain_aliases)
    return [f"{name}:{line}: {fault}" for line, fault in sorted(faults)]


def shared_faults(actors: list[Row], weapons: list[Row]) -> list[str]:
    """Plain names that shipped weapons have too: a topic can be used all the same, as words/weapons.csv grows without it.

    An actor's name that is a weapon's needs care; of two weapons the topic's own is taken.
    """
    owner = {alias: row["id"] for row in _others(weapons) for alias in plain_aliases(row)}
    own = {alias: row["id"] for _, row in weapons for alias in plain_aliases(row)}
    told = [
        ("actors.csv", line, alias, f"is the weapon {(owner | own)[alias]}, too: move it to aliases_need_care")
        for line, row in actors for alias in plain_aliases(row) if alias in owner or alias in own
    ]  # fmt: skip
    told += [
        ("weapons.csv", line, alias, f"belongs already to {owner[alias]} among the shipped weapons: give this row its id")
        for line, row in weapons for alias in plain_aliases(row) if alias in owner
    ]  # fmt: skip
    return [f"{name}:{line}: alias {alias!r} {fault}" for name, line, alias, fault in told]


def shipped_weapons() -> tuple[dict[str, str], ...]:
    """Rows of words/weapons.csv."""
    return read_rows(Path(str(files("pactline"))) / "words" / "weapons.csv")


def _others(rows: list[Row]) -> Iterator[dict[str, str]]:
    own = {row["id"] for _, row in rows}
    return (row for row in shipped_weapons() if row["id"] not in own)


def _weapon_row_faults(row: Mapping[str, str]) -> Iterator[str]:
    if not row["id"].strip() or not row["canonical_name"].strip():
        yield "a weapon needs an id and a canonical_name"
    if row["category"] not in ITEM_CATEGORIES:
        yield f"category {row['category']!r} is none of {', '.join(sorted(ITEM_CATEGORIES))}"
    if row["origin_iso3"] and row["origin_iso3"] not in COUNTRY_CODES:
        yield f"origin_iso3 {row['origin_iso3']!r} is no ISO 3166-1 alpha-3 code"
    if row["kind"] not in WEAPON_KINDS:
        yield f"kind {row['kind']!r} is none of {', '.join(WEAPON_KINDS)}"


def _actor_row_faults(row: Mapping[str, str]) -> Iterator[str]:
    if not row["id"].strip() or not row["canonical_name"].strip():
        yield "an actor needs an id and a canonical_name"
    if row["type"] not in ACTOR_TYPES:
        yield f"type {row['type']!r} is none of {', '.join(sorted(ACTOR_TYPES))}"
    if row["country_iso3"] and row["country_iso3"] not in COUNTRY_CODES:
        yield f"country_iso3 {row['country_iso3']!r} is no ISO 3166-1 alpha-3 code"
    yield from _term_faults(row["valid_from"], row["valid_to"])
    for alias in plain_aliases(row):
        if _is_common(alias):
            yield f"alias {alias!r} is a common word: move it to aliases_need_care"


def _term_faults(begins: str, ends: str) -> Iterator[str]:
    dates = {"valid_from": begins, "valid_to": ends}
    bad = [column for column, value in dates.items() if value and not is_partial_date(value)]
    yield from (f"{column} {dates[column]!r} is no date of the form 2019, 2019-08 or 2019-08-15" for column in bad)
    if begins and ends and not bad and earliest(begins) > earliest(ends):
        yield f"valid_from {begins} lies after valid_to {ends}"


def _event_row_faults(row: Mapping[str, str]) -> Iterator[str]:
    if not row["id"].strip():
        yield "an event needs an id"
    for column in ("date", "date_end"):
        value = row.get(column) or ""
        if (value or column == "date") and not is_partial_date(value):
            yield f"{column} {value!r} is no date of the form 2019, 2019-08 or 2019-08-15"
    if row["precision"] not in _PRECISIONS:
        yield f"precision {row['precision']!r} is none of {', '.join(_PRECISIONS)}"
    elif is_partial_date(row["date"]) and precision(row["date"]) != row["precision"]:
        yield f"date {row['date']} has not the precision {row['precision']}"


def plain_aliases(row: Mapping[str, str]) -> list[str]:
    """Names that stand for this actor wherever they stand: all but those that need care."""
    care = set(split_cell(row.get("aliases_need_care")))
    columns = [c for c in row if c.startswith("aliases") and c != "aliases_need_care"]
    names = [row["canonical_name"], *(a for c in (*columns, "demonyms", "metonyms") for a in split_cell(row.get(c)))]
    return [name for name in dict.fromkeys(names) if name not in care]


def split_cell(cell: str | None) -> list[str]:
    """The entries of a cell that holds several, parted by `|`."""
    return [entry.strip() for entry in (cell or "").split("|") if entry.strip()]


def _repeated(rows: list[Row], column: str) -> list[tuple[int, str]]:
    first: dict[str, int] = {}
    faults = []
    for line, row in rows:
        held = first.setdefault(row[column], line)
        if held != line:
            faults.append((line, f"{column} {row[column]!r} stands already on line {held}"))
    return faults


def _claimed_twice(rows: list[Row], aliases: Callable[[dict[str, str]], list[str]]) -> list[tuple[int, str]]:
    owner: dict[str, tuple[int, str]] = {}
    faults = []
    for line, row in rows:
        for alias in aliases(row):
            key = unicodedata.normalize("NFC", alias)
            held_line, held_id = owner.setdefault(key, (line, row["id"]))
            if held_id != row["id"]:
                faults.append((line, f"alias {alias!r} belongs already to {held_id} on line {held_line}"))
    return faults


def _is_common(alias: str) -> bool:
    """A single common word; in capitals (US, CAST) the case tells it from the word."""
    return not alias.isupper() and alias.lower() in _common_words()


@cache
def _common_words() -> frozenset[str]:
    path = files("pactline") / "words" / "common_words.txt"
    return frozenset(path.read_text(encoding="utf-8").split())
