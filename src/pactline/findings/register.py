"""Deals of the news beside a register of arms transfers. The register is read, never altered: the news is what is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from pactline.findings.alike import alike, is_generic
from pactline.findings.events import schema_rows
from pactline.record import schema
from pactline.record.article import claim_id

Transfer = Mapping[str, str]

KINDS = frozenset({"transfer", "production"})
"""What a transfer register lists; service, training, visits and loans are not in it."""
AHEAD = 3
"""Years a request or a talk may come before the order: Igla-S and T-72 were asked for two to three years ahead."""
ESTIMATE = 1
"""Years an estimated order or delivery year may be off."""


def against_register(deals: pd.DataFrame, transfers: Sequence[Transfer]) -> pd.DataFrame:
    """Each deal beside the orders of the register that match it, or the word that there is none.

    deals      table DEAL_EVENTS
    transfers  rows of arms_transfers.csv, every value a string; not changed
    returns    table REGISTER_CHECKS: one row per deal and matching order, one row where none matches
    """
    pairs: dict[tuple[str, str], list[Transfer]] = {}
    for transfer in transfers:
        pairs.setdefault((transfer["supplier_iso3"], transfer["recipient_iso3"]), []).append(transfer)
    recipients = {transfer["recipient_iso3"] for transfer in transfers}
    rows = [row for deal in schema_rows(deals) for row in _checks(deal, pairs, recipients)]
    return schema.frame(rows, schema.REGISTER_CHECKS)


def _checks(
    deal: Mapping[str, Any], pairs: Mapping[Any, Sequence[Transfer]], recipients: set[str]
) -> Iterator[dict[str, Any]]:
    sides = [(supplier, recipient) for supplier in deal["supplier"] for recipient in deal["recipient"]]
    orders = [order for side in sides for order in pairs.get(side, ())] if deal["kind"] in KINDS else []
    matching = {_record(order): (order, item) for order in orders if (item := _item(deal, order)) is not None}
    if matching:
        yield from (_row(deal, record, order, item) for record, (order, item) in matching.items())
        return
    covered = deal["kind"] in KINDS and any(recipient in recipients for recipient in deal["recipient"])
    yield {"deal_id": deal["deal_id"], "record": "none", "verdict": "no record" if covered else "not covered"}


def _item(deal: Mapping[str, Any], order: Transfer) -> str | None:
    """The deal's item that the order is about, or None; a deal without items matches no order."""
    name = order["canonical_name"] or order["designation"]
    known = {"name": name, "category": order["category"]}
    if not _times_meet(deal, order):
        return None
    dated = deal["first_date"] is not None
    return next((i["name"] for i in deal["items"] if alike(i, known) and (dated or _is_telling(i, order))), None)


def _is_telling(item: Mapping[str, Any], order: Transfer) -> bool:
    """An undated `helicopters` matches no order, unless by its number."""
    counted = (_number(order["quantity_ordered"]), _number(order["quantity_delivered"]))
    return not is_generic(item["name"]) or (item["quantity"] is not None and item["quantity"] in counted)


def _times_meet(deal: Mapping[str, Any], order: Transfer) -> bool:
    """Whether a date told of the deal falls between the talks before the order and its last delivery."""
    years = [int(date[:4]) for entry in deal["history"] if (date := entry["date"])]
    if not years or not order["order_year"]:
        return True
    loose = ESTIMATE if "yes" in (order["order_year_estimated"], order["delivery_year_estimated"]) else 0
    ordered = int(order["order_year"])
    done = max([ordered, *(int(year) for year in order["delivery_years"].replace("-", " ").split())])
    return any(ordered - AHEAD - loose <= year <= done + loose for year in years)


def _record(order: Transfer) -> str:
    """A stable id of a line of the register."""
    named = ("supplier_iso3", "recipient_iso3", "designation", "order_year", "source_type", "sipri_id")
    return claim_id("register", *(order.get(name, "") for name in named))


def _row(deal: Mapping[str, Any], record: str, order: Transfer, item: str) -> dict[str, Any]:
    return {
        "deal_id": deal["deal_id"],
        "record": record,
        "verdict": "on record",
        "item": item,
        "designation": order["designation"],
        "order_year": _number(order["order_year"]),
        "quantity_ordered": _number(order["quantity_ordered"]),
        "quantity_delivered": _number(order["quantity_delivered"]),
        "quantity_estimated": order["quantity_estimated"] == "yes",
        "delivery_years": order["delivery_years"] or None,
        "register_status": order["status"] or None,
        "source": order["source"] or None,
    }


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else None
