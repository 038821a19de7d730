"""A command run to its end: its exit code, what it said, its time and the most memory it and its children held at once."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.2
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Measured:
    """What became of a command. peak: bytes of the process and all below it, shared ones once; 0 where there is no /proc."""

    code: int
    said: str
    seconds: float
    peak: int


def measured(command: Sequence[str], *, variables: Mapping[str, str] | None = None) -> Measured:
    """Run a command; see Measured."""
    start, peak = time.monotonic(), 0
    environment = {**os.environ, **(variables or {})}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        while True:
            peak = max(peak, sum(_resident(one) for one in _family(process.pid)))
            try:
                said, _ = process.communicate(timeout=EVERY)
                break
            except subprocess.TimeoutExpired:
                continue
    return Measured(process.returncode, said.decode("utf-8", "replace"), time.monotonic() - start, peak)


def _family(process: int) -> list[int]:
    """A process and all below it."""
    found, waiting = [], [process]
    while waiting:
        one = waiting.pop()
        found.append(one)
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                waiting += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def _resident(process: int) -> int:
    """Bytes of a process, of what it shares with others its share."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    except (OSError, IndexError, StopIteration):
        return 0
