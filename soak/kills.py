"""kill -9 at random moments of a build: what stands there afterwards is one run's set, all of it, and the next build repairs."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pactline.record.sets import faults
from pactline.scale import guarded
from pactline.scale.workers import Here
from soak.builds import Build, killed, warm

EVERY = 5
"""After so many kills a build runs to its end and must give what a run that nobody disturbed gave."""


def run(number: int, *, page: bool = True, seed: int = 1) -> dict[str, Any]:
    """So many kills; what was found.

    returns  kills, those that met a build at work, torn sets, pages and tables of two runs that `verify` named,
             those that it did not name, builds afterwards that were not right, seconds
    """
    warm()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="pactline-soak-") as folder:
        build = Build(Path(folder), page=page)
        build.prepare()
        wanted, whole = _references(build)
        found = _killed_builds(build, wanted, whole, number, random.Random(seed))
    return {**found, "page": page, "seconds": round(time.monotonic() - start)}


def _references(build: Build) -> tuple[list[dict[str, bytes]], float]:
    """What the two undisturbed builds write, and how long a build takes that finds nothing kept."""
    wanted = []
    for which in (1, 2):
        build.forget()
        start = time.monotonic()
        code = build.built(which, _prepared(build))
        taken = time.monotonic() - start
        if code:
            raise RuntimeError(f"an undisturbed build failed with {code}: {build.log()}")
        wanted.append(build.snapshot())
    if wanted[0] == wanted[1]:
        raise RuntimeError("the two builds do not differ, so nothing can be told apart")
    return wanted, taken


def _killed_builds(
    build: Build, wanted: list[dict[str, bytes]], whole: float, number: int, picked: random.Random
) -> dict[str, int]:
    found = dict.fromkeys(("kills", "at_work", "torn", "two_runs_named", "two_runs_unnamed", "not_repaired"), 0)
    for n in range(number):
        if n % 2:
            build.forget()
        found["kills"] += 1
        found["at_work"] += killed(build.started(1 + n % 2, _prepared(build)), picked.uniform(0, 1.05 * whole))
        for verdict in _judged(build, wanted):
            found[verdict] += 1
        if n % EVERY == EVERY - 1:
            code = build.built(1 + n % 2, _prepared(build))
            found["not_repaired"] += code != 0 or build.snapshot() != wanted[n % 2]
    return found


def _prepared(build: Build) -> Callable[[], object]:
    """What a build does first: one of tables alone reads in its own process, so that kills meet the writing more often."""
    return (lambda: None) if build.page else (lambda: setattr(guarded, "Guarded", Here))


def _judged(build: Build, wanted: list[dict[str, bytes]]) -> list[str]:
    """What is wrong with what stands there, or worth counting."""
    there = build.snapshot()
    if there in wanted:
        return []
    pages = [_part(there, page=True) == _part(w, page=True) for w in wanted]
    tables = [_part(there, page=False) == _part(w, page=False) for w in wanted]
    if not (any(pages) and any(tables)):
        return ["torn"]
    return ["two_runs_named" if faults(build.tables, build.out / "page.html") else "two_runs_unnamed"]


def _part(files: dict[str, bytes], *, page: bool) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name.endswith(".html") is page}
