"""Every name the reading knows, in one automaton: actors of the topic, weapons, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from pactline.record.topic import Topic, read_rows

WORDS = Path(str(files("pactline"))) / "words"
ALIAS_COLUMNS = ("aliases", "aliases_en", "aliases_es", "aliases_ru", "aliases_pt")


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor or weapon: row is the line of actors.csv or weapons.csv it comes from."""

    kind: str  # "actor" or "weapon"
    id: str
    row: dict[str, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias found in a text. care: the alias means more than one thing and needs deciding."""

    start: int
    end: int
    entry: Entry
    care: bool


class Vocabulary:
    """The names of a topic and of words/, ready to scan texts with."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.actors = {row["id"]: Entry("actor", row["id"], row) for row in topic.actors}
        self.weapons = {row["id"]: Entry("weapon", row["id"], row) for row in read_rows(WORDS / "weapons.csv")}
        self._aliases: dict[str, tuple[Entry, bool]] = {}
        for entry in (*self.actors.values(), *self.weapons.values()):
            for alias, care in _aliases(entry.row):
                self._aliases.setdefault(alias, (entry, care))
        self._patterns = sorted(self._aliases)
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.LeftmostLongest)

    def scan(self, text: str) -> list[Hit]:
        """Longest names at word boundaries, in order of place."""
        hits = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if _bounded(text, start, end):
                entry, care = self._aliases[self._patterns[index]]
                hits.append(Hit(start, end, entry, care))
        return hits


def _aliases(row: dict[str, str]) -> Iterator[tuple[str, bool]]:
    yield row["canonical_name"], False
    for column in ALIAS_COLUMNS:
        yield from ((alias, False) for alias in (row.get(column) or "").split("|") if alias)
    yield from ((alias, True) for alias in row["aliases_need_care"].split("|") if alias)


def _bounded(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
