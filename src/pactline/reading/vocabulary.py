"""Every name the reading knows, ready to scan with: actors of the topic, weapons, and where they stand in a text."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from pactline.reading.aliases import Alias, Entry, capitals_of, claim, entry_aliases, keys_of, surnames
from pactline.reading.automaton import Hit, by_letters, in_order
from pactline.reading.folding import fold
from pactline.record.commodity import Commodity
from pactline.record.topic import Topic

__all__ = ["WORDS", "Entry", "Hit", "Vocabulary"]

WORDS = Path(str(files("pactline"))) / "words"


class Vocabulary:
    """The names of a topic and of words/, ready to scan texts with."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.actors = {row["id"]: Entry("actor", row["id"], row) for row in topic.actors}
        self.weapons = {row["id"]: Entry("weapon", row["id"], row) for row in topic.weapons}
        loose: dict[str, list[Alias]] = {}
        exact: dict[str, list[Alias]] = {}
        for entry in (*self.actors.values(), *self.weapons.values()):
            for name, care, form, rule in entry_aliases(entry):
                for key, alias, as_written in keys_of(
                    name, Alias(entry, care, form, capitals_of(name), rule, fold(name))
                ):
                    claim(exact if as_written else loose, key, alias)
        self._namesakes = self._claim_surnames(loose, exact)
        latin, cyrillic, others = zip(by_letters(loose, small=True), by_letters(exact, small=False), strict=True)
        self._latin = [automaton for automaton in latin if automaton]
        self._cyrillic = [automaton for automaton in cyrillic if automaton]
        self._others = [automaton for automaton in others if automaton]

    @property
    def commodity(self) -> Commodity:
        """The commodity of the topic, with its words and units."""
        return self.topic.commodity

    def namesakes(self, surname: str) -> tuple[Entry, ...]:
        """Every person of the topic whose name ends in this word."""
        return self._namesakes.get(fold(surname).lower(), ())

    def _claim_surnames(
        self, loose: dict[str, list[Alias]], exact: dict[str, list[Alias]]
    ) -> dict[str, tuple[Entry, ...]]:
        """Let each person's last name be found, in need of care, where no alias has it; it counts after the full name."""
        bearers: dict[str, list[Entry]] = {}
        for entry in self.actors.values():
            for surname, nominative in surnames(entry):
                bearers.setdefault(fold(surname).lower(), []).append(entry)
                if not nominative:
                    continue
                made = Alias(entry, True, "name", (0,), "made-surname", fold(surname))
                for key, alias, as_written in keys_of(surname, made):
                    claim(exact if as_written else loose, key, alias)
        return {surname: tuple({entry.id: entry for entry in entries}.values()) for surname, entries in bearers.items()}

    def scan(self, text: str) -> list[Hit]:
        """Longest names at word boundaries, in order of place."""
        folded = fold(text) + " "
        raw = folded.encode("ascii", "replace")
        tried = self._latin
        if not folded.isascii():
            if b"\xd0" in folded.encode("utf-8", "surrogatepass"):
                tried = tried + self._cyrillic
            tried = tried + self._others
        hits: list[Hit] = []
        for automaton in tried:
            hits += automaton.hits(raw, folded)
        return in_order(hits)
