"""docs/reliability.md from soak/results.json: what was run, with which command, and what it found."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pactline.record.files import write_whole

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
PAGE = HERE.parent / "docs" / "reliability.md"
ZERO = ("torn", "two_runs_unnamed", "not_repaired")
"""Counts of a result that must be nothing."""


def broken(found: Mapping[str, Any]) -> list[str]:
    """Promises that a run saw broken."""
    return [*found.get("violations", []), *(f"{name}: {found[name]}" for name in ZERO if found.get(name))]


def record(what: str, arguments: str, found: Mapping[str, Any]) -> None:
    """Keep what a run found, in the place of what the last one of its kind found."""
    results = load()
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    results[what] = {"command": f"python -m soak {arguments}", "machine": machine, **found}
    write_whole(RESULTS, json.dumps(results, indent=1, sort_keys=True) + "\n")


def load() -> dict[str, dict[str, Any]]:
    """Results by what was run."""
    return dict(json.loads(RESULTS.read_text(encoding="utf-8"))) if RESULTS.is_file() else {}


def write() -> None:
    """Write the page."""
    write_whole(PAGE, text(load()))


def text(results: Mapping[str, Mapping[str, Any]]) -> str:
    """The page, from the results."""
    rows = [row for what, tell in TELLING.items() if what in results for row in _rows(results[what], tell)]
    table = ["| what | figure | command |", "| --- | --- | --- |", *rows]
    seen = [fault for result in results.values() for fault in broken(result)]
    verdict = (
        "No promise was seen broken." if not seen else "**Broken:**\n\n" + "\n".join(f"- {fault}" for fault in seen)
    )
    return "\n\n".join((HEAD, "\n".join(table), verdict, TAIL)) + "\n"


def _rows(result: Mapping[str, Any], tell: Callable[[Mapping[str, Any]], list[tuple[str, str]]]) -> list[str]:
    return [f"| {what} | {figure} | `{result['command']}` |" for what, figure in tell(result)]


def _kills(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    kind = "page and tables" if found["page"] else "tables"
    return [
        (
            f"`kill -9` at random moments of a build of {kind}",
            f"{found['kills']}, of which {found['at_work']} met it at work",
        ),
        ("files, tables or pages left torn or mixed by them", f"{found['torn']}"),
        ("page of one run beside tables of the other, named by `pactline verify`", f"{found['two_runs_named']}"),
        ("the same, not named", f"{found['two_runs_unnamed']}"),
        ("builds afterwards that were not equal, byte for byte, to an undisturbed one", f"{found['not_repaired']}"),
    ]


def _faults(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (
            "calls to the disk made to fail in turn (disk full, disk broken, `kill -9` at the call)",
            f"{found['points']}",
        ),
        (
            "violations: a set that is neither old nor new, a failure not told, a traceback, no repair",
            f"{len(found['violations'])}",
        ),
    ]


def _fuzz(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    runs = found["targets"]
    engines = ", ".join(sorted({r["engine"] for r in runs}))
    each = ", ".join(f"{r['target']} {r['executions']:,}" for r in runs)
    return [
        (f"fuzzing ({engines}): time", f"{sum(r['seconds'] for r in runs)} s"),
        ("fuzzing: executions", f"{sum(r['executions'] for r in runs):,} ({each})"),
        ("fuzzing: findings of this run", f"{len(found['violations'])}"),
    ]


def _catalogue(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (
            "hostile inputs as one corpus: documents",
            f"{found['offered']}, of which {found['read']} could be read as articles",
        ),
        (
            "its report: exit code, time, memory of all its processes",
            f"{found['code']}, {found['seconds']} s, {found['megabytes']} MB",
        ),
        ("tests of bad inputs, texts, disks and machines that passed", f"{found['tests']}"),
    ]


def _size(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (
            "longest text read",
            f"{found['text_megabytes']} MB in {found['text_seconds']} s and {found['text_memory']} MB of memory",
        ),
        (
            "largest corpus read",
            f"{found['articles']:,} short articles in {found['seconds']} s and {found['memory']} MB of memory",
        ),
    ]


def _reading(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (
            "articles of one packed archive, as far as date, body and language",
            f"{found['articles']:,} in {found['seconds']} s and {found['memory']} MB of memory",
        ),
        (
            "files of one folder, likewise",
            f"{found['files']:,} in {found['files_seconds']} s and {found['files_memory']} MB of memory",
        ),
    ]


TELLING = {
    "catalogue": _catalogue, "kills": _kills, "faults": _faults, "fuzz": _fuzz, "reading": _reading, "size": _size,
}  # fmt: skip
HEAD = """# What it withstood

Written by `python -m soak`, from runs on the machine named in `soak/results.json`. Each line can be had again by its command;
`make soak` runs all of them. Times are those of one machine that did other work besides: they are no promise."""
TAIL = """What each promise is, and the test behind it, stands in [SECURITY.md](../SECURITY.md). What fuzzing has found once is kept in
`tests/hostile/found/` and read by the ordinary tests ever since."""
