"""Event rows in the manner of PLOVER: who did what to whom, when, by which article, one row per statement about a deal."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pactline.interop.rows import Row, Tables, item_names, web_address
from pactline.record.countries import country_names

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Quad Class", "Contexts", "Actor Name", "Actor Country",
    "Recipient Name", "Recipient Country", "Items", "Value USD", "Status", "Modality", "Deal ID", "Publication Date", "Source",
    "URL", "Language", "Article ID", "Start", "End", "Sentence",
)  # fmt: skip
EVENT_TYPES = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip
"""The sixteen event types of PLOVER."""


def events(tables: Tables) -> list[Row]:
    """One row per statement that is more than a thought (modality other than hypothetical); columns COLUMNS.

    Requests, offers and denials are events; several countries of a side are parted by `;`. A side that the text leaves
    open stays empty. `Event Date` is as coarse as its evidence.
    """
    return [
        _event(row, tables.articles[row["article_id"]]) for row in tables.deals if row["modality"] != "hypothetical"
    ]


def _event(row: Row, article: Row) -> Row:
    coded = _coded(row["kind"], row["status"])
    supplier, recipient = row["supplier"], row["recipient"]
    acting = {"supplier": (supplier, recipient), "recipient": (recipient, supplier), "both": (supplier, recipient)}
    actor, other = acting[coded["actor"]]
    contexts = {"finance": "military;economic"}.get(row["kind"], "military")
    values = (
        row["claim_id"], row["event_date"], coded["type"], coded["mode"] or None, coded["quad"], contexts, _names(actor),
        ";".join(actor), _names(other), ";".join(other), "; ".join(item_names(row["items"])), row["value_usd"], row["status"],
        row["modality"], row["deal_id"], article["published"], article["outlet"], web_address(article), article["language"],
        row["article_id"], row["start"], row["end"], row["quote"],
    )  # fmt: skip
    return {name: "" if value is None else value for name, value in zip(COLUMNS, values, strict=True)}


def _coded(kind: str, status: str) -> dict[str, Any]:
    book = codebook()
    coded = dict(book[status])
    if status in ("delivering", "delivered") and kind in book["aid"]["kinds"]:
        coded |= {"type": book["aid"]["type"], "mode": book["aid"]["mode"]}
    return coded


@cache
def codebook() -> dict[str, dict[str, Any]]:
    """words/plover.toml."""
    return tomllib.loads((Path(str(files("pactline"))) / "words" / "plover.toml").read_text(encoding="utf-8"))


def _names(codes: list[str]) -> str:
    return ";".join(country_names().get(code, code) for code in codes)
