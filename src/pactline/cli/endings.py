"""How a run ends: its tables are written, and the user is told what was read, what was not and which corrections took effect."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer
from rich.markup import escape

from pactline.cli.messages import FAILED, REFUSED, console, fail, printable
from pactline.record.files import sha256_of


def write_set(study: Any, folder: Path, page: dict[str, Path]) -> None:
    """Write the tables beside what the folder of this run holds already; the manifest knows all of it, and the page."""
    from pactline.report.bundle import write_tables
    from pactline.study import manifest

    beside = sorted(p for p in folder.rglob("*") if p.is_file())
    about = {**manifest(study), "page": {name: sha256_of(path) for name, path in page.items()}}
    with study.table_pieces() as tables:
        write_tables(tables, folder, manifest=about, beside=beside)


def stop_where_nothing_was_read(study: Any, corpus: str) -> None:
    if not study.holds_articles:
        tell_load(study.load_report)
        fail(
            f"nothing in {corpus} could be read as an article: `pactline check {corpus}` says why, document by document",
            FAILED,
        )


def tell_load(load_report: Any) -> None:
    for line in load_report.lines():
        console.print(escape(printable(line)), highlight=False)


def tell_corrections(study: Any) -> None:
    if not study.rulings:
        return
    console.print(f"corrections: {len(study.corrections_applied)} of {len(study.rulings)} applied", highlight=False)
    for row in study.corrections_unmatched.to_dict("records"):
        console.print(
            escape(printable(f"line {row['line']} ({row['action']} {row['claim_id']}) matches nothing: {row['why']}")),
            highlight=False,
        )


def finish(study: Any, strict: bool) -> None:
    refused = study.load_report.offered - study.load_report.read
    if refused:
        console.print(f"{refused} not read: `pactline check` names each and says why", highlight=False)
    if strict and refused:
        raise typer.Exit(REFUSED)
