"""What is new, gone or changed against an earlier run, row by row, each with the claims behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from pactline.record import schema

Tables = Mapping[str, pd.DataFrame]
COMPARED: dict[str, tuple[str, tuple[str, ...]]] = {
    "articles": ("article_id", ("status", "published", "duplicate_of")),
    "deals": ("claim_id", ("kind", "status", "supplier", "recipient", "items", "value", "currency", "event_date")),
    "oil": (
        "claim_id",
        ("measure", "basis", "subject", "value", "value_high", "unit", "bound", "as_of", "attributed_to"),
    ),
}


def changes(old: Tables, new: Tables) -> pd.DataFrame:
    """Compare two runs.

    old, new    the extracted tables of each run
    returns     one row per article, deal statement, oil figure or actor that is new, gone or changed
    """
    rows = []
    for name, (key, columns) in COMPARED.items():
        rows += _compare(name, _keyed(old[name], key), _keyed(new[name], key), columns)
    rows += _compare("actors", _actors(old["mentions"]), _actors(new["mentions"]), ())
    return schema.frame(rows, schema.CHANGES)


def _compare(table: str, old: dict[str, Any], new: dict[str, Any], columns: tuple[str, ...]) -> list[dict[str, Any]]:
    rows = [_change(table, i, "gone", old[i]) for i in old.keys() - new.keys()]
    rows += [_change(table, i, "new", new[i]) for i in new.keys() - old.keys()]
    for i in old.keys() & new.keys():
        moved = [c for c in columns if _plain(old[i][c]) != _plain(new[i][c])]
        if moved:
            told = "; ".join(f"{c}: {_plain(old[i][c])} → {_plain(new[i][c])}" for c in moved)
            rows.append({**_change(table, i, "changed", new[i]), "what": f"{DESCRIBE[table](new[i])}: {told}"})
    return rows


def _change(table: str, row_id: str, change: str, row: Mapping[str, Any]) -> dict[str, Any]:
    claims = [row["claim_id"]] if "claim_id" in row else []
    quote = _plain(row.get(QUOTED[table]))
    return {
        "table": table,
        "id": row_id,
        "change": change,
        "what": DESCRIBE[table](row),
        "claims": claims,
        "quote": quote,
    }


def _deal(row: Mapping[str, Any]) -> str:
    items = ", ".join(f"{i['quantity']:g} {i['name']}" if i.get("quantity") else i["name"] for i in row["items"])
    sides = f"{'/'.join(row['supplier']) or '?'} → {'/'.join(row['recipient']) or '?'}"
    return f"{row['kind']} {row['status']}, {sides}" + (f": {items}" if items else "")


def _figure(row: Mapping[str, Any]) -> str:
    subject = _plain(row["subject"])
    return f"{subject + ': ' if subject else ''}{row['measure']} {row['value_stated']}"


def _article(row: Mapping[str, Any]) -> str:
    return f"{_plain(row['title']) or row['article_id']}, {row['status']}, published {_plain(row['published']) or 'unknown'}"


DESCRIBE: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "articles": _article,
    "deals": _deal,
    "oil": _figure,
    "actors": lambda row: str(row["actor"]),
}


QUOTED = {"articles": "title", "deals": "quote", "oil": "quote", "actors": "surface"}
"""Column that holds the words behind a row."""


def _keyed(table: pd.DataFrame, key: str) -> dict[str, Any]:
    return {row[key]: row for row in table.to_dict("records")}


def _actors(mentions: pd.DataFrame) -> dict[str, Any]:
    """Each actor with the words by which it is named first."""
    found: dict[str, Any] = {}
    for row in mentions.to_dict("records"):
        found.setdefault(row["actor_id"], {"actor": row["actor"], "surface": row["surface"]})
    return found


def _plain(value: Any) -> Any:
    return None if value is pd.NA or value != value else value
