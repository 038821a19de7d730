"""Every call to the disk fails in turn, or is the last one before kill -9, and every file grows too large once.

SQLite tests itself this way: the n-th call fails, for n = 1, 2, 3, ... until a run meets no failure.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pactline.record import sets
from pactline.record.sets import faults
from pactline.scale import guarded
from pactline.scale.workers import Here
from soak.builds import Build, limited, warm

SIZES = (0, 100, 1_000, 4_000, 10_000, 20_000, 50_000)
"""Bytes beyond which no file may grow: the disk is full for the libraries in C and Rust, too."""
REPAIRED = 4
"""Of so many points one is followed by a build that must put everything right."""
CALLS = (
    (os, "open"), (os, "replace"), (os, "rename"), (os, "fsync"), (os, "link"), (os, "mkdir"), (os, "scandir"), (os, "listdir"),
    (os, "unlink"), (os, "stat"), (sets, "_exchange"),
)  # fmt: skip


class Raw(io.FileIO):
    """A file whose writes are counted; one that fails has written half."""

    disk: Disk

    def write(self, data: Any) -> int:
        """Write, or write half and fail."""
        if self.disk.is_turn(self.name):
            super().write(memoryview(data)[: len(data) // 2])
            self.disk.fail()
        return super().write(data)


class Disk:
    """Counts calls from the moment it is put in; the n-th fails with this error, or kills the process where it is None.

    Calls for files of the installation are not counted: a broken installation is no part of this.
    """

    def __init__(self, n: int, error: int | None, told: int) -> None:
        self.n, self.error, self.told, self.count = n, error, told, 0

    def is_turn(self, file: object) -> bool:
        """Count a call; True for the n-th."""
        if isinstance(file, (str, bytes, os.PathLike)) and "pactline-" not in os.fsdecode(file):
            return False
        self.count += 1
        if self.count == self.n:
            os.write(self.told, b"x")
            return True
        return False

    def fail(self) -> None:
        """Fail as a disk does, or as a process does whose machine loses power."""
        if self.error is None:
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(self.error, os.strerror(self.error or 0))

    def put_in(self) -> None:
        """Stand before the calls of this process, which is a fork that ends with the build; it reads without a process beside."""
        guarded.Guarded = Here  # type: ignore[assignment, misc]
        for owner, name in CALLS:
            setattr(owner, name, self._counting(getattr(owner, name)))
        real = io.open

        def opened(file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **options: Any) -> Any:
            if self.is_turn(file):
                self.fail()
            if isinstance(file, int) or not set(mode) & set("wax+"):
                return real(file, mode, buffering, *rest, **options)
            raw = Raw(os.fspath(file), mode.replace("b", "").replace("t", ""))
            raw.disk = self
            writer = io.BufferedWriter(raw)
            return writer if "b" in mode else io.TextIOWrapper(writer, *rest, **options)

        io.open = opened
        import builtins

        builtins.open = opened

    def _counting(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            if self.is_turn(arguments[0] if arguments else None):
                self.fail()
            return call(*arguments, **options)

        return counted


def run(*, step: int = 1, errors: tuple[int | None, ...] = (errno.ENOSPC, errno.EIO, None)) -> dict[str, Any]:
    """Every step-th call fails, with each of these errors; None is kill -9.

    returns  points that were tried, violations with what was seen, seconds
    """
    warm()
    start, points, violations = time.monotonic(), 0, []
    with tempfile.TemporaryDirectory(prefix="pactline-soak-") as folder:
        build = Build(Path(folder))
        build.prepare()
        wanted = [_reference(build, which) for which in (1, 2)]
        for error in errors:
            tried, seen = _all_calls(build, wanted, error, step)
            points, violations = points + tried, violations + seen
        for size in SIZES:
            points, violations = points + 1, violations + _full(build, wanted, size)
    return {"points": points, "violations": violations, "seconds": round(time.monotonic() - start)}


def _reference(build: Build, which: int) -> dict[str, bytes]:
    build.forget()
    if build.built(which):
        raise RuntimeError(f"an undisturbed build failed: {build.log()}")
    return build.snapshot()


def _all_calls(
    build: Build, wanted: list[dict[str, bytes]], error: int | None, step: int
) -> tuple[int, list[str]]:  # fmt: skip
    points, violations, n = 0, [], 1
    while True:
        which = 1 + points % 2
        build.forget()
        reading, told = os.pipe()
        before = build.snapshot()
        code = build.built(which, Disk(n, error, told).put_in)
        os.close(told)
        met = os.read(reading, 1)
        os.close(reading)
        if not met:
            return points, violations
        name = "kill" if error is None else errno.errorcode[error]
        repaired = points % REPAIRED == 0
        violations += [
            f"call {n}, {name}: {fault}"
            for fault in _wrong(build, wanted, which, code, before=before, repaired=repaired)
        ]
        points, n = points + 1, n + step


def _full(build: Build, wanted: list[dict[str, bytes]], size: int) -> list[str]:
    build.forget()

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        limited(file=size).__enter__()

    before = build.snapshot()
    code = build.built(1, full)
    return [f"files of {size} bytes: {fault}" for fault in _wrong(build, wanted, 1, code, before=before, repaired=True)]


def _wrong(
    build: Build, wanted: list[dict[str, bytes]], which: int, code: int, *, before: dict[str, bytes], repaired: bool
) -> list[str]:
    """What a build that met a fault did that it must not; `repaired`: the next one is looked at, too."""
    there, seen = build.snapshot(), []
    if code == 0 and "not read: `pactline check`" in build.log():
        return [
            f"not whole: {fault}" for fault in faults(build.tables)
        ]  # an article could not be opened, and that was said
    if there not in (before, wanted[which - 1]):
        seen.append("neither the old set nor the new one")
    if code == 0 and there != wanted[which - 1]:
        seen.append("said that it was done, and was not")
    if code not in (0, 1, -signal.SIGKILL) or "Traceback" in build.log():
        seen.append(f"ended with {code}: {build.log()[-300:]}")
    if repaired and (build.built(which) or build.snapshot() != wanted[which - 1]):
        seen.append(f"the next build did not repair it: {build.log()[-300:]}")
    return seen
