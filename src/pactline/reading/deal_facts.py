"""One fact once: statements of an article that repeat another, less fully or just as fully, are dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def once(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without repetitions, in order of place.

    Two rows repeat each other where kind, sides and status agree and nothing in their items or sums speaks against it;
    the fuller one stays, the earlier where both are alike.
    """
    kept: list[dict[str, Any]] = []
    for row in rows:
        twin = next((i for i, other in enumerate(kept) if _repeats(row, other)), None)
        if twin is None:
            kept.append(row)
        elif _fullness(row) > _fullness(kept[twin]):
            kept[twin] = row
    return sorted(kept, key=lambda row: (row["start"], row["end"]))


def _repeats(row: dict[str, Any], other: dict[str, Any]) -> bool:
    same = ("kind", "status")
    if any(row[name] != other[name] for name in same):
        return False
    if set(row["supplier"]) | set(row["recipient"]) != set(other["supplier"]) | set(other["recipient"]):
        return False
    if row["value_usd"] and other["value_usd"] and row["value_usd"] != other["value_usd"]:
        return False
    return _akin(row["items"], other["items"])


def _akin(items: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]]) -> bool:
    """Nothing named on one side, or a name or category in common without rival numbers."""
    if not items or not others:
        return True
    for item in items:
        for other in others:
            rival = item["quantity"] and other["quantity"] and item["quantity"] != other["quantity"]
            if not rival and (item["name"] == other["name"] or item["category"] == other["category"]):
                return True
    return False


def _fullness(row: dict[str, Any]) -> int:
    return sum(2 + bool(item["quantity"]) for item in row["items"]) + bool(row["value_usd"]) + bool(row["event_date"])
