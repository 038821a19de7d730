"""A topic: a folder of small CSV files that says what a report is about. Loading it checks it."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from pactline.record.topic_checks import (
    ACTOR_COLUMNS,
    EVENT_COLUMNS,
    actor_faults,
    event_faults,
    numbered_rows,
    settings_faults,
)

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
    """

    name: str
    folder: Path
    settings: dict[str, Any]
    actors: tuple[dict[str, str], ...]
    events: tuple[dict[str, str], ...]

    def reference(self, name: str) -> tuple[dict[str, str], ...]:
        """Rows of reference/NAME.csv; none where the topic has no such file."""
        path = self.folder / "reference" / f"{name}.csv"
        return read_rows(path) if path.exists() else ()


def read_rows(path: Path) -> tuple[dict[str, str], ...]:
    """Rows of a UTF-8 CSV file, every value a string as written."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


def topic_folder(topic: str | Path) -> Path:
    """The folder of a shipped topic by its name, or a path to one's own.

    raises  TopicError where there is none, listing the shipped ones
    """
    shipped = TOPICS / str(topic).replace("-", "_")
    if isinstance(topic, str) and (shipped / "topic.toml").exists():
        return shipped
    if (Path(topic) / "topic.toml").exists():
        return Path(topic)
    names = sorted(p.parent.name.replace("_", "-") for p in TOPICS.glob("*/topic.toml"))
    raise TopicError(f"no topic {topic}: name one of {', '.join(names)}, or a folder that holds a topic.toml")


def load_topic(topic: str | Path) -> Topic:
    """Read and check a topic.

    raises  TopicError listing every fault of every file at once, each with its line
    """
    folder = topic_folder(topic)
    settings, faults = _settings(folder / "topic.toml")
    actors, shape = numbered_rows(folder / "actors.csv", ACTOR_COLUMNS)
    faults += shape or actor_faults(actors)
    events, shape = numbered_rows(folder / "events.csv", EVENT_COLUMNS)
    faults += shape or event_faults(events)
    if faults:
        raise TopicError(f"topic {folder.name} cannot be used:\n" + "\n".join(f"  {fault}" for fault in faults))
    return Topic(
        name=settings["name"],
        folder=folder,
        settings=settings,
        actors=tuple(row for _, row in actors),
        events=tuple(row for _, row in events),
    )


def _settings(path: Path) -> tuple[dict[str, Any], list[str]]:
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, [f"topic.toml: {error}"]
    return settings, settings_faults(settings)
