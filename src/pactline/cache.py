"""What was read before, in Parquet, under a folder keyed by content, topic and code.

A key that differs in anything is a miss, never a wrong hit; a damaged file is set aside and read again.
"""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow

from pactline.record import schema
from pactline.record.topic import Topic

LIBRARIES = ("ahocorasick_rs", "lingua-language-detector", "pandas", "pyarrow", "simplemma", "spacy")
SUMS = "sums.sha256"
CODE_SUFFIXES = (".py", ".toml", ".csv")


def folder() -> Path:
    """Where results are kept: $PACTLINE_CACHE, else the user's cache folder."""
    named = os.environ.get("PACTLINE_CACHE")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pactline"


def key(topic: Topic, content: Iterable[tuple[Any, ...]]) -> str:
    """SHA-256 over code, libraries, topic and what identifies each document."""
    digest = hashlib.sha256()
    for part in (code_version(), tree_hash(topic.folder, CODE_SUFFIXES), *(f"{n} {version(n)}" for n in LIBRARIES)):
        digest.update(part.encode() + b"\x1e")
    for row in content:
        digest.update(repr(row).encode("utf-8", "surrogatepass") + b"\x1e")
    return digest.hexdigest()


@functools.cache
def code_version() -> str:
    """Hash of pactline's own code, words and shipped topics."""
    return tree_hash(Path(str(files("pactline"))), CODE_SUFFIXES)


def tree_hash(root: Path, suffixes: tuple[str, ...]) -> str:
    """SHA-256 over the names and bytes of the files below a folder."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in suffixes and "template" not in path.parts and path.is_file():
            digest.update(
                path.relative_to(root).as_posix().encode() + b"\x00" + hashlib.sha256(path.read_bytes()).digest()
            )
    return digest.hexdigest()


def load(name: str) -> dict[str, pd.DataFrame] | None:
    """The tables kept under a key, or None; what is not byte for byte what was kept is removed."""
    kept = folder() / name
    if not kept.is_dir():
        return None
    try:
        if (kept / SUMS).read_text(encoding="ascii") != sums(kept):
            raise ValueError("a byte differs from what was written")
        return {table.name: schema.from_parquet(kept / f"{table.name}.parquet", table) for table in schema.EXTRACTED}
    except (OSError, ValueError, KeyError, pyarrow.ArrowException):
        shutil.rmtree(kept, ignore_errors=True)
        return None


def sums(kept: Path) -> str:
    """SHA-256 of each table's file, a line each: Parquet reads many a flipped bit as other data without an error."""
    paths = [kept / f"{table.name}.parquet" for table in schema.EXTRACTED]
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.name}\n" for path in paths)


def store(name: str, tables: dict[str, pd.DataFrame]) -> None:
    """Keep tables under a key: written beside, then renamed, so that a reader sees all of them or none.

    A cache that cannot be written (read-only, disk full) costs time, not results: nothing is kept then.
    """
    try:
        folder().mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder(), prefix=".tmp-"))
    except OSError:
        return
    try:
        for table in schema.EXTRACTED:
            schema.to_parquet(tables[table.name], beside / f"{table.name}.parquet")
        (beside / SUMS).write_text(sums(beside), encoding="ascii")
        beside.rename(folder() / name)
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
