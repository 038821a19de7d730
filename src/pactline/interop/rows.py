"""What every form asks of the tables: rows with nulls as None, countries as states, addresses that are addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pactline.record.article import claim_id

Row = dict[str, Any]


@dataclass(frozen=True)
class Tables:
    """What is exported: rows of the tables of record/schema.py, the source texts, the topic's actors."""

    topic: str
    articles: Mapping[str, Row]
    mentions: list[Row]
    deals: list[Row]
    oil: list[Row]
    texts: Mapping[str, str]
    actors: Mapping[str, Mapping[str, str]]


def tables_of(study: Any) -> Tables:
    """The tables of a study; articles that were not read are left out."""
    articles = {row["article_id"]: row for row in rows(study.articles) if row["status"] == "read"}

    def of_read(frame: pd.DataFrame) -> list[Row]:
        return [row for row in rows(frame) if row["article_id"] in articles]

    return Tables(
        study.topic.name,
        articles,
        of_read(study.mentions),
        of_read(study.deals),
        of_read(study.oil),
        study.texts,
        {row["id"]: row for row in study.topic.actors},
    )


def rows(frame: pd.DataFrame) -> list[Row]:
    """Rows of a frame as plain dicts, nulls as None."""
    columns = [str(c) for c in frame.columns]
    return [dict(zip(columns, map(_plain, values), strict=True)) for values in frame.itertuples(index=False, name=None)]


def _plain(value: Any) -> Any:
    if isinstance(value, (list, dict, str)):
        return value
    return None if pd.isna(value) else value.item() if hasattr(value, "item") else value


def web_address(row: Mapping[str, Any]) -> str | None:
    """The article's address where it is one of the web, its scheme in small letters.

    >>> web_address({"url": "HTTP://example.org/A"}), web_address({"url": "javascript:alert(1)"})
    ('http://example.org/A', None)
    """
    scheme, mark, rest = (row.get("url") or "").strip().partition("://")
    return f"{scheme.lower()}{mark}{rest}" if scheme.lower() in ("http", "https") and rest else None


def item_names(items: Iterable[Mapping[str, Any]]) -> list[str]:
    """`24 Su-30`, `T-72`: each item with its number where it has one.

    >>> item_names([{"name": "Su-30", "quantity": 24}, {"name": "T-72", "quantity": None}])
    ['24 Su-30', 'T-72']
    """
    return [
        f"{item['quantity']:g} {item['name']}" if item.get("quantity") is not None else item["name"] for item in items
    ]


def stable_id(*parts: object) -> str:
    """An id that is the same for the same parts on every machine."""
    return claim_id(*parts)
