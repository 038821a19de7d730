"""Writing so that a reader sees the old file or the new one, and two runs never mix."""

from __future__ import annotations

import fcntl
import glob
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LOCK = ".pactline.lock"
STAGED = ".new"
"""What the name of a folder ends in while it is written into, beside the one whose place it takes."""


class OutputBusy(RuntimeError):
    """Another run holds the output folder."""


def write_whole(path: Path, content: str | bytes) -> None:
    """Write beside, flush to disk, rename: a crash at any moment leaves the old file or the new one.

    raises  OSError where the folder cannot be written; the old file is untouched then
    """
    with whole(path) as file:
        file.write(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into, which takes the place of the old one when all is written, and only then."""
    with in_place_of(path) as beside, beside.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """A name beside, on the same disk; what is written there, and flushed, takes the place of the old file at the end."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield beside
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, of which few are in memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold an output folder for one run; the system lets go of it when the process ends, however it ends.

    raises  OutputBusy where another run holds it, OSError where it cannot be written
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputBusy(f"another run is writing to {folder}: wait for it, or choose another output") from None
        _cleared(folder.resolve())
        yield


def _cleared(folder: Path) -> None:
    """Take away what a killed run has left half written."""
    for stale in folder.glob(".*.tmp"):
        stale.unlink(missing_ok=True)
    for stale in (*folder.parent.glob(f".{glob.escape(folder.name)}.*{STAGED}"), *folder.glob(f".*{STAGED}")):
        shutil.rmtree(stale, ignore_errors=True)
