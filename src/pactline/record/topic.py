"""A topic: a folder of small CSV files that says what a report is about. Loading it checks it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from pactline.record.commodity import DEFAULT, Commodity, load_commodity, topic_commodity_faults
from pactline.record.topic_checks import (
    ACTOR_COLUMNS,
    EVENT_COLUMNS,
    WEAPON_COLUMNS,
    actor_faults,
    event_faults,
    shared_faults,
    shipped_weapons,
    weapon_faults,
)
from pactline.record.topic_gold import gold_faults
from pactline.record.topic_reference import reference_faults
from pactline.record.topic_settings import FILE, placed, read_settings
from pactline.record.topic_tables import numbered_rows, read_rows

__all__ = ["TOPICS", "Topic", "TopicError", "check_topic", "load_topic", "read_rows", "shipped_names", "topic_folder"]

TOPICS = Path(str(files("pactline"))) / "topics"


class TopicError(ValueError):
    """A topic that cannot be used; the message lists every fault with file and line."""


@dataclass(frozen=True)
class Topic:
    """One topic.

    name        as the user names it, such as `venezuela-russia`
    folder      where its files are
    settings    topic.toml
    actors      rows of actors.csv (strings, as in the file)
    events      rows of events.csv
    weapons     rows of words/weapons.csv and of the topic's own weapons.csv
    """

    name: str
    folder: Path
    settings: dict[str, Any]
    actors: tuple[dict[str, str], ...]
    events: tuple[dict[str, str], ...]
    weapons: tuple[dict[str, str], ...] = ()

    @cached_property
    def commodity(self) -> Commodity:
        """The commodity its chapter follows: words, units and limits of commodity.toml, else of the shipped list it names."""
        return load_commodity(self.folder, self.settings.get("commodity", DEFAULT))

    def reference(self, name: str) -> tuple[dict[str, str], ...]:
        """Rows of reference/NAME.csv; none where the topic has no such file."""
        path = self.folder / "reference" / f"{name}.csv"
        return read_rows(path) if path.exists() else ()


def shipped_names() -> list[str]:
    """Names of the topics that come with pactline."""
    return sorted(p.parent.name.replace("_", "-") for p in TOPICS.glob(f"*/{FILE}"))


def topic_folder(topic: str | Path) -> Path:
    """The folder of a shipped topic by its name, or a path to one's own.

    raises  TopicError where there is none, listing the shipped ones
    """
    shipped = TOPICS / str(topic).replace("-", "_")
    if isinstance(topic, str) and (shipped / FILE).exists():
        return shipped
    if (Path(topic) / FILE).exists():
        return Path(topic)
    raise TopicError(f"no topic {topic}: name one of {', '.join(shipped_names())}, or a folder that holds a {FILE}")


def load_topic(topic: str | Path) -> Topic:
    """Read and check a topic.

    raises  TopicError listing every fault of every file at once, each with its line
    """
    folder = topic_folder(topic)
    loaded, faults, _ = _read(folder)
    if loaded is None:
        listed = "\n".join(f"  {fault}" for fault in faults)
        raise TopicError(f"topic {folder.name} cannot be used; mend these lines:\n{listed}")
    return loaded


def check_topic(topic: str | Path) -> tuple[Topic | None, list[str]]:
    """A topic, None where it cannot be loaded, with every fault of every file, its annotated articles included.

    raises  TopicError where there is no such topic
    """
    folder = topic_folder(topic)
    loaded, faults, shared = _read(folder)
    return loaded, faults + shared + gold_faults(folder / "gold")


def _read(folder: Path) -> tuple[Topic | None, list[str], list[str]]:
    """The topic, the faults that keep it from loading, and names that it shares with what is shipped."""
    settings, faults = read_settings(folder / FILE)
    actors, shape = numbered_rows(folder / "actors.csv", ACTOR_COLUMNS)
    faults += shape or actor_faults(actors)
    events, shape = numbered_rows(folder / "events.csv", EVENT_COLUMNS)
    faults += shape or event_faults(events)
    own = folder / "weapons.csv"
    weapons, shape = numbered_rows(own, WEAPON_COLUMNS) if own.exists() else ([], [])
    faults += shape or weapon_faults(weapons)
    faults += reference_faults(folder / "reference")
    faults += [
        placed(fault, folder / FILE, "commodity")
        for fault in topic_commodity_faults(folder, str(settings.get("commodity", DEFAULT)))
    ]
    if faults:
        return None, faults, []
    own_first = [*(row for _, row in weapons), *shipped_weapons()]
    merged = {row["id"]: row for row in reversed(own_first)}
    loaded = Topic(
        name=settings["name"],
        folder=folder,
        settings=settings,
        actors=tuple(row for _, row in actors),
        events=tuple(row for _, row in events),
        weapons=tuple(merged[i] for i in dict.fromkeys(row["id"] for row in own_first)),
    )
    return loaded, [], shared_faults(actors, weapons)
