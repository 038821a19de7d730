"""The tables beside the page: JSONL, Parquet and CSV with a data dictionary, a datapackage and a manifest."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from pactline.record import schema
from pactline.record.files import sync_folder, write_whole

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
COMPARED = (schema.ARTICLES, schema.MENTIONS, schema.DEALS, schema.OIL)
FRICTIONLESS_TYPES = {
    "string": "string",
    "date": "string",
    "Int64": "integer",
    "Float64": "number",
    "boolean": "boolean",
    "json": "string",
}


def write_tables(tables: Mapping[str, pd.DataFrame], folder: Path, *, manifest: Mapping[str, Any]) -> list[Path]:
    """Write every table three ways, the data dictionary and the manifest; each file whole or not at all.

    tables      name -> frame, names of schema tables
    manifest    versions, topic, parameters and inputs; the SHA-256 of every output is added
    returns     the paths written, the manifest last
    raises      OSError where the folder cannot be written
    """
    defined = [(DEFINITIONS[name], frame) for name, frame in tables.items()]
    written = []
    for table, frame in defined:
        written += [_write(folder / f"{table.name}.jsonl", schema.to_jsonl(frame).encode())]
        written += [_write(folder / f"{table.name}.csv", to_csv(frame).encode())]
        written += [_write(folder / f"{table.name}.parquet", _parquet(frame))]
    written.append(_write(folder / "datapackage.json", _json(datapackage([table for table, _ in defined]))))
    outputs = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in written}
    written.append(_write(folder / "manifest.json", _json({**manifest, "outputs": outputs})))
    sync_folder(folder)
    return written


def read_tables(folder: Path) -> dict[str, pd.DataFrame]:
    """The tables of an earlier run that two runs are compared by.

    raises  FileNotFoundError naming the file that is missing
    """
    return {table.name: schema.from_parquet(folder / f"{table.name}.parquet", table) for table in COMPARED}


def to_csv(frame: pd.DataFrame) -> str:
    """CSV in which no cell can act as a spreadsheet formula: such cells begin with an apostrophe.

    >>> to_csv(pd.DataFrame({"quote": ["=1+1", "plain"], "n": [-1, 2]}))
    "quote,n\\r\\n'=1+1,-1\\r\\nplain,2\\r\\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
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


def _parquet(frame: pd.DataFrame) -> bytes:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "table.parquet"
        schema.to_parquet(frame, path)
        return path.read_bytes()


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
