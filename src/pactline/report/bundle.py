"""The tables beside the page: JSONL, Parquet and CSV with a data dictionary, a datapackage and a manifest."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from pactline.record import schema
from pactline.record.files import sha256_of, sync_folder, whole, write_whole
from pactline.record.sets import MixedError, faults

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
ROWS = 50_000
"""Rows of a piece that is written at once, and of a row group in Parquet."""

COMPARED = (schema.ARTICLES, schema.MENTIONS, schema.DEALS, schema.OIL)
FRICTIONLESS_TYPES = {
    "string": "string",
    "date": "string",
    "Int64": "integer",
    "Float64": "number",
    "boolean": "boolean",
    "json": "string",
}


def write_tables(
    tables: Mapping[str, pd.DataFrame | Iterable[pd.DataFrame]], folder: Path, *, manifest: Mapping[str, Any],
    beside: Iterable[Path] = (),
) -> list[Path]:  # fmt: skip
    """Write every table three ways, the data dictionary and the manifest; each file whole or not at all.

    tables      name -> frame, or its pieces one after the other, names of schema tables
    manifest    versions, topic, parameters and inputs; the SHA-256 of every output is added
    beside      further files of the set, below the folder, whose SHA-256 the manifest tells too
    returns     the paths written, the manifest last
    raises      OSError where the folder cannot be written
    """
    written = []
    for name, frame in tables.items():
        pieces = [frame] if isinstance(frame, pd.DataFrame) else frame
        written += write_pieces(DEFINITIONS[name], pieces, folder)
    dictionary = datapackage([DEFINITIONS[name] for name in tables])
    written.append(_write(folder / "datapackage.json", _json(dictionary)))
    outputs = {path.relative_to(folder).as_posix(): sha256_of(path) for path in (*beside, *written)}
    written.append(_write(folder / "manifest.json", _json({**manifest, "outputs": outputs})))
    sync_folder(folder)
    return written


def write_pieces(table: schema.Table, pieces: Iterable[pd.DataFrame], folder: Path) -> list[Path]:
    """A table as JSONL, CSV and Parquet, however it comes in pieces; no more than some pieces are in memory."""
    jsonl, comma, parquet = paths = [folder / f"{table.name}.{kind}" for kind in ("jsonl", "csv", "parquet")]
    with whole(jsonl) as lines, whole(comma) as cells, whole(parquet) as rows:
        cells.write(to_csv(pd.DataFrame(columns=table.names)).encode())
        with pq.ParquetWriter(rows, schema.arrow_schema(table), write_page_checksum=True) as writer:
            for piece in regrouped(pieces):
                lines.write(schema.to_jsonl(piece).encode())
                cells.write(to_csv(piece, header=False).encode())
                writer.write_table(schema.to_arrow(piece, table), row_group_size=ROWS)
    return paths


def regrouped(pieces: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The same rows, ROWS at a time, so that the same rows are the same bytes."""
    waiting: list[pd.DataFrame] = []
    for piece in pieces:
        waiting.append(piece)
        if sum(map(len, waiting)) >= ROWS:
            together = pd.concat(waiting, ignore_index=True) if len(waiting) > 1 else waiting[0]
            cut = len(together) // ROWS * ROWS
            yield from (together.iloc[at : at + ROWS] for at in range(0, cut, ROWS))
            waiting = [together.iloc[cut:]]
    if any(map(len, waiting)):
        yield pd.concat(waiting, ignore_index=True) if len(waiting) > 1 else waiting[0]


def read_tables(folder: Path) -> dict[str, pd.DataFrame]:
    """The tables of an earlier run that two runs are compared by.

    raises  MixedError where they are not whole, or not of one run
    """
    if found := faults(folder):
        raise MixedError(
            f"{folder} is not whole: {found[0]}; write it again with `pactline extract CORPUS --out {folder}`"
        )
    return {table.name: schema.from_parquet(folder / f"{table.name}.parquet", table) for table in COMPARED}


def to_csv(frame: pd.DataFrame, *, header: bool = True) -> str:
    """CSV in which no cell can act as a spreadsheet formula: such cells begin with an apostrophe.

    >>> to_csv(pd.DataFrame({"quote": ["=1+1", "plain"], "n": [-1, 2]}))
    "quote,n\\r\\n'=1+1,-1\\r\\nplain,2\\r\\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
    if header:
        writer.writerow(frame.columns)
    writer.writerows([_cell(value) for value in row] for row in frame.itertuples(index=False))
    return out.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    if value is None or value is pd.NA or value != value:
        return ""
    text = f"{value:.15g}" if isinstance(value, float) else str(value)
    return "'" + text if isinstance(value, str) and text.startswith(FORMULA_STARTS) else text


def datapackage(tables: list[schema.Table]) -> dict[str, Any]:
    """A frictionless data package: every column with its type, meaning and allowed values."""
    return {
        "name": "pactline-tables",
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": table.name.replace("_", "-"),
                "path": f"{table.name}.csv",
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "schema": {
                    "fields": [_field(c) for c in table.columns],
                    "primaryKey": list(table.key),
                    "missingValues": [""],
                },
            }
            for table in tables
        ],
    }


def _field(column: schema.Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required and column.dtype != "json" else {}
    if column.allowed is not None:
        constraints["enum"] = sorted(column.allowed)
    return {
        "name": column.name,
        "type": FRICTIONLESS_TYPES[column.dtype],
        "description": column.says,
        "constraints": constraints,
    }


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _write(path: Path, data: bytes) -> Path:
    write_whole(path, data)
    return path


DEFINITIONS = {
    table.name: table
    for table in (
        *schema.EXTRACTED,
        schema.DEAL_EVENTS,
        schema.TIMELINES,
        schema.OIL_CHECKS,
        schema.REGISTER_CHECKS,
        schema.CHANGES,
    )
}
