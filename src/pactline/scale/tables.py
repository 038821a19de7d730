"""Tables as they lie on disk in parts and as a whole: Arrow schemas made from record/schema.py."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from pactline.record import schema

ARTICLES = schema.ARTICLES.name
EXTRACTED = {table.name: table for table in schema.EXTRACTED}

_INNER = {ARTICLES: [("key", pa.binary(16)), ("runs", pa.int32())]}


def stored(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Rows of an extracted table as they lie in a part: with `doc`, the number of their document.

    raises  pa.ArrowInvalid, pa.ArrowTypeError for a value that is not of its column
    """
    table = EXTRACTED[name]
    listed = list(rows)
    inner = [("doc", pa.uint64()), *_INNER.get(name, [])]
    kinds = schema.arrow_schema(table)
    columns = {
        c.name: _column([row.get(c.name) for row in listed], c.dtype, kinds.field(c.name).type) for c in table.columns
    }
    columns |= {field: pa.array([row[field] for row in listed], kind) for field, kind in inner}
    return pa.table(columns)


def _column(values: list[Any], dtype: str, kind: pa.DataType) -> pa.Array:
    if dtype == "json":
        values = [json.dumps(value, ensure_ascii=False) for value in values]
    return pa.array(values, kind)
