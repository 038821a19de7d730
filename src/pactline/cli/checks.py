"""What is asked on the command line, checked before anything runs."""

from __future__ import annotations

import re
from pathlib import Path

from pactline.cli.messages import WRONG, fail
from pactline.record.dates import earliest, is_partial_date, latest

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")
"""How an address begins, once a path was made of it."""


def check_dates(start: str | None, end: str | None) -> None:
    """Stop at a date that is none, or at a window that ends before it begins."""
    for name, value in (("--start", start), ("--end", end)):
        if value is not None and not is_partial_date(value):
            fail(f"{name} is {value!r}: write a date as 2019, 2019-08 or 2019-08-15", WRONG)
    if start and end and latest(end) < earliest(start):
        fail(f"--end {end} lies before --start {start}: swap them or widen the window", WRONG)


def check_period(period: str) -> None:
    """Stop at a step of the timelines that there is not."""
    from pactline.study import PERIODS

    if period not in PERIODS:
        fail(f"--period is {period!r}: allowed are {', '.join(PERIODS)}", WRONG)


def check_places(given: dict[str, Path | None]) -> None:
    """Stop at an address where something is to be written on this machine: it would become a folder of that name."""
    for name, path in given.items():
        if path is not None and _ADDRESS.match(str(path)):
            fail(f"{name} is {path}: name a file or folder of this machine, and copy it from there", WRONG)


def check_files(given: dict[str, Path | None]) -> None:
    """Stop at a file that is not there; option -> path."""
    for name, path in given.items():
        if path is not None and not path.exists():
            fail(f"{name}: there is no {path}", WRONG)


def fields_of(given: list[str] | None) -> dict[str, str] | None:
    """How records name their fields, from `published=pubDate`."""
    pairs = [f.partition("=") for f in given or []]
    for name, equals, column in pairs:
        if not (name and equals and column):
            fail(f"--field {name!r}: write it as published=pubDate, our name first", WRONG)
    return {name: column for name, _, column in pairs} or None


def topic_parameter(topic: str) -> str:
    """What the notebooks are given: a folder as an absolute path, a shipped topic by its name."""
    return str(Path(topic).resolve()) if (Path(topic) / "topic.toml").exists() else topic


def absolute(path: Path | None) -> str | None:
    """A path that means the same in the folder of a kernel."""
    return None if path is None else str(path.resolve())
