"""Many files that belong together change together: a folder's old files, all of them, or its new ones, all of them.

The new files are written into a folder beside, flushed, and the two folders change names in one call of the system
(renameat2 with RENAME_EXCHANGE on Linux, renamex_np with RENAME_SWAP on macOS). Where a system has no such call, or the
folder cannot be moved (a mount point, the working folder), the files are renamed one by one: the manifest goes first and
comes last, so that a reader who finds it finds all the rest, and one who does not is told.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path

from pactline.record.files import LOCK, STAGED, held, in_place_of, sha256_of, sync_folder

MANIFEST = "manifest.json"
KEPT_AT_MOST = 10_000
"""Files of others in the folder that are carried over; with more of them the folder is not moved."""

_HERE = -2 if sys.platform == "darwin" else -100
_SWAP = 2
"""AT_FDCWD, and RENAME_EXCHANGE, which macOS calls RENAME_SWAP: from the systems' headers fcntl.h and stdio.h."""


class MixedError(ValueError):
    """Files that are not all of one run, or not as they were written."""


@contextmanager
def page_and_tables(page: Path, tables: Path | None) -> Iterator[tuple[Path, Path | None]]:
    """Where to write a page and its tables; they take their places one right after the other when both are written.

    A page that lies in the folder of its tables changes together with them. Another comes first, and the manifest that
    comes with the tables knows its SHA-256: `faults` tells a page and tables of two runs.
    """
    if tables is None:
        yield page, None
        return
    folder, out = tables.resolve(), page.resolve()
    with nullcontext() if folder == out.parent else held(folder), together(folder) as room:
        if out.is_relative_to(folder):
            yield room / out.relative_to(folder), room
        else:
            with in_place_of(out) as staged:
                yield staged, room


def faults(folder: Path, page: Path | None = None) -> list[str]:
    """What is missing from a set that a run wrote, or is not as it was written; nothing where it is whole.

    page  the page that was written with it, if that is to be looked at
    """
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        wanted: Mapping[str, str] = told["outputs"]
        differing = [name for name, digest in sorted(wanted.items()) if _digest(folder / name) != digest]
        if page is not None and _digest(page) not in told.get("page", {}).values():
            differing.append(page.name)
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return [f"{MANIFEST}: is missing or cannot be read"]
    return [f"{name}: is missing or is not what this run wrote" for name in differing]


def _digest(path: Path) -> str | None:
    try:
        return sha256_of(path)
    except OSError:
        return None


@contextmanager
def together(folder: Path) -> Iterator[Path]:
    """A new folder to write into; when all is written, what it holds takes the place of the old set at once.

    folder   exists and is held by this run (files.held). What others have put there stays; the files of the last run,
             which its manifest names, are gone if they were not written again.
    raises   OSError where it cannot be written; the old set is untouched then
    """
    target = folder.resolve()
    beside = _beside(target)
    try:
        yield beside
        _flush(beside)
        _switch(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _beside(target: Path) -> Path:
    """An empty folder on the same disk: beside the target, or in it where that cannot be."""
    for place in (target.with_name(f".{target.name}.{os.getpid()}{STAGED}"), target / f".{os.getpid()}{STAGED}"):
        shutil.rmtree(place, ignore_errors=True)
        try:
            place.mkdir(mode=stat.S_IMODE(target.stat().st_mode))
        except OSError:
            if place.parent == target:
                raise
        else:
            return place
    raise AssertionError("the second place was made or raised")


def _flush(folder: Path) -> None:
    """Make the names in a folder and below durable; its files were flushed as they were written."""
    for inside, _, _ in os.walk(folder):
        sync_folder(Path(inside))


def _switch(new: Path, target: Path) -> None:
    ours = _written_before(target) | _names(new)
    if _may_move(new, target) and _carried(target, new, ours) and _exchange(new, target):
        sync_folder(target.parent)
        _carried(new, target, ours)
    else:
        _one_by_one(new, target, ours)


def _may_move(new: Path, target: Path) -> bool:
    """Not where the folder is where somebody stands: they would stand in one that is about to be removed."""
    return new.parent == target.parent and not Path.cwd().is_relative_to(target) and not os.path.ismount(target)


def _written_before(folder: Path) -> set[str]:
    """What the last run wrote, as its manifest says."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["outputs"]
        return {MANIFEST, *told}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _names(folder: Path) -> set[str]:
    """Files and links below a folder by their path in it."""
    return {
        os.path.relpath(os.path.join(inside, name), folder).replace(os.sep, "/")
        for inside, folders, files in os.walk(folder)
        for name in (*files, *(f for f in folders if os.path.islink(os.path.join(inside, f))))
    }


def _carried(old: Path, new: Path, ours: set[str]) -> bool:
    """Have in the new folder, too, what others have put into the old; False where that cannot be."""
    foreign = sorted(_names(old) - ours)
    if len(foreign) > KEPT_AT_MOST:
        return False
    try:
        for name in foreign:
            if not os.path.lexists(new / name):
                (new / name).parent.mkdir(parents=True, exist_ok=True)
                os.link(old / name, new / name, follow_symlinks=False)
    except OSError:
        return False
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; False where the system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    call = getattr(libc, "renameatx_np" if sys.platform == "darwin" else "renameat2", None)
    if call is None:
        return False
    return bool(call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _SWAP) == 0)


def _one_by_one(new: Path, target: Path, ours: set[str]) -> None:
    (target / MANIFEST).unlink(missing_ok=True)
    sync_folder(target)
    names = _names(new) - {LOCK}
    for name in sorted(names, key=lambda name: (name == MANIFEST, name)):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if name == MANIFEST:
            _flush_names(target, names)
        os.replace(new / name, target / name)
    for name in ours - names - {LOCK}:
        (target / name).unlink(missing_ok=True)
    sync_folder(target)


def _flush_names(target: Path, names: set[str]) -> None:
    for inside in {(target / name).parent for name in names}:
        sync_folder(inside)
