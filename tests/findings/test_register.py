"""Deals beside the register of transfers."""

from __future__ import annotations

import copy

import pytest

from pactline.findings.register import against_register
from pactline.record import schema
from pactline.record.topic import load_topic


def deal(name="Su-30MK2", category="aircraft", quantity=None, dates=("2006-07",), **changes):
    items = [{"name": name, "category": category, "quantity": quantity, "bound": None}] if name else []
    row = {
        "deal_id": "d1", "kind": "transfer", "supplier": ["RUS"], "recipient": ["VEN"], "items": items, "value_usd": [],
        "status": "agreed", "history": [{"date": d, "status": "agreed", "claim_id": "c"} for d in dates],
        "first_date": min(dates) if dates else None, "last_date": max(dates) if dates else None, "modality": "fact",
        "claims": ["c"], "articles": 1, "sources": 1,
    }  # fmt: skip
    return schema.frame([row | changes], schema.DEAL_EVENTS)


def order(**changes):
    row = {
        "supplier_iso3": "RUS", "recipient_iso3": "VEN", "order_year": "2006", "order_year_estimated": "no",
        "designation": "Su-30MK", "canonical_name": "Su-30MK2", "category": "aircraft", "quantity_ordered": "24",
        "delivery_years": "2006-2008", "delivery_year_estimated": "no", "quantity_delivered": "24",
        "quantity_estimated": "no", "status": "delivered", "source_type": "sipri", "sipri_id": "1", "source": "a register",
    }  # fmt: skip
    return row | changes


def verdicts(deals, *orders):
    return list(against_register(deals, orders)["verdict"])


@pytest.mark.parametrize(
    ("deals", "expected"),
    [
        pytest.param(deal(), ["on record"], id="same-model-and-year"),
        pytest.param(deal("Su-30"), ["on record"], id="family"),
        pytest.param(deal("fighter jets"), ["on record"], id="dated-noun"),
        pytest.param(deal("fighter jets", quantity=24, dates=()), ["on record"], id="undated-noun-with-its-number"),
        pytest.param(deal("fighter jets", dates=()), ["no record"], id="undated-noun"),
        pytest.param(deal(dates=()), ["on record"], id="undated-model"),
        pytest.param(deal(dates=("2004",)), ["on record"], id="asked-for-before-the-order"),
        pytest.param(deal(dates=("2008",)), ["on record"], id="last-delivery"),
        pytest.param(deal(dates=("2015",)), ["no record"], id="years-after-the-last-delivery"),
        pytest.param(deal(dates=("1999",)), ["no record"], id="years-before-the-order"),
        pytest.param(deal("Su-35"), ["no record"], id="other-model"),
        pytest.param(deal("Mi-17", "helicopter"), ["no record"], id="other-category"),
        pytest.param(deal(None), ["no record"], id="no-items"),
        pytest.param(deal(supplier=["CHN"]), ["no record"], id="other-supplier"),
        pytest.param(deal(supplier=["CHN", "RUS"]), ["on record"], id="one-of-two-suppliers"),
        pytest.param(deal(recipient=["DZA"]), ["not covered"], id="recipient-not-in-the-register"),
        pytest.param(deal(kind="access"), ["not covered"], id="visit"),
        pytest.param(deal(kind="support"), ["not covered"], id="service"),
        pytest.param(deal(kind="production"), ["on record"], id="licence"),
    ],
)
def test_verdict(deals, expected):
    assert verdicts(deals, order()) == expected


def test_an_estimated_year_is_loose():
    assert verdicts(deal(dates=("2009",)), order(delivery_year_estimated="yes")) == ["on record"]


def test_what_the_register_says_stands_beside():
    row = against_register(deal(), [order()]).iloc[0]
    assert (row["order_year"], row["quantity_ordered"], row["quantity_delivered"]) == (2006, 24, 24)
    assert (row["designation"], row["register_status"], row["item"]) == ("Su-30MK", "delivered", "Su-30MK2")


def test_an_unknown_number_stays_unknown():
    assert against_register(deal(), [order(quantity_ordered="")])["quantity_ordered"].isna().all()


def test_several_orders_are_several_rows():
    assert verdicts(deal(), order(), order(sipri_id="2", order_year="2007")) == ["on record", "on record"]


def test_the_register_is_not_altered():
    orders = [order()]
    before = copy.deepcopy(orders)
    against_register(deal(), orders)
    assert orders == before


def test_an_empty_register_covers_nothing():
    assert verdicts(deal()) == ["not covered"]


def test_the_shipped_register_can_be_read():
    found = against_register(deal(), load_topic("venezuela-russia").reference("arms_transfers"))
    assert set(found["verdict"]) == {"on record"}
