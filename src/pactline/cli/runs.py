"""The command line's `changes` and `verify`: two runs beside each other, and whether one is whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pactline.cli.messages import FAILED, WRONG, fail, printable, told
from pactline.record.sets import faults


def changes(
    old: Annotated[Path, typer.Argument(help="Tables of the earlier run, as extract wrote them.")],
    new: Annotated[Path, typer.Argument(help="Tables of the later run.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Say what is new, gone or changed between two runs; exit with 1 where anything is."""
    from pactline.findings.changes import changes as compare
    from pactline.record.schema import to_jsonl
    from pactline.report.bundle import read_tables

    for folder in (old, new):
        if not (folder / "articles.parquet").exists():
            fail(f"{folder} holds no tables: write them with `pactline extract CORPUS --out {folder}`", WRONG)
    with told():
        found = compare(read_tables(old), read_tables(new))
    if as_json:
        sys.stdout.write(to_jsonl(found))
    else:
        for row in found.to_dict("records"):
            typer.echo(printable(f"{row['change']:8} {row['table']:9} {row['what']}"))
            if isinstance(row["quote"], str):
                typer.echo(printable(f"{'':18} “{' '.join(row['quote'].split())}”"))
    if not found.empty:
        raise typer.Exit(1)


def verify(
    tables: Annotated[Path, typer.Argument(help="Folder that extract or report --tables wrote.")],
    page: Annotated[Path | None, typer.Option(help="The page that was written with them.")] = None,
) -> None:
    """Say whether tables, and their page, are whole and of one run; exit with 1 where they are not."""
    found = faults(tables, page)
    for fault in found:
        typer.echo(printable(fault))
    if found:
        raise typer.Exit(FAILED)
