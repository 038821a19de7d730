"""Runs over a small corpus, in a room of their own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from pactline import cache
from pactline.record.article import Document
from pactline.record.rooms import Room
from pactline.record.topic import load_topic
from pactline.scale.kept import Kept
from pactline.scale.results import Results
from pactline.scale.run import Run

TOPIC = load_topic("venezuela-russia")
Reading = tuple[Results, int]


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    """Read documents; the results, and how many documents were read anew."""

    def reading(documents: Iterable[Document], *, room: str | None = None, **options: Any) -> Reading:
        listed = list(documents)
        kept = Kept(Room(room or str(tmp_path / "room")), cache.version_of(TOPIC))
        run = Run(TOPIC, kept, **{"part": 4, **options})
        return run.results(lambda: listed), run.reread

    return reading


def digest(results: Results) -> dict[str, str]:
    """SHA-256 of each whole table."""
    room, name = results._kept.room, results._name
    files = [f for f in room.names(f"whole/{name}") if f.endswith(".parquet") and f != "texts.parquet"]
    return {file: hashlib.sha256(room.read(f"whole/{name}/{file}")).hexdigest() for file in files}
