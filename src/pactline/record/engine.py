"""DuckDB for what looks across articles: out of core, closed to files and network, the same answer every time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import duckdb

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "preserve_insertion_order": "false",
    "memory_limit": "384MB",
    "threads": "1",
}
"""What is larger than the memory goes to a folder of its own below $TMPDIR, removed at the end. Nothing is read but what is
registered; no order is kept but what a query asks for, so every result that is shown needs its ORDER BY."""


@contextmanager
def engine() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database for the length of a step.

    >>> with engine() as db:
    ...     db.execute("select 1").fetchall()
    [(1,)]
    """
    with (
        TemporaryDirectory(prefix="pactline-") as room,
        duckdb.connect(config={**SETTINGS, "temp_directory": room}) as db,
    ):
        yield db
