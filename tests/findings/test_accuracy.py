"""The scorer is scored: right, missed and invented answers must each move the counts."""

import pandas as pd
import pytest

from pactline.findings.accuracy import MISSES, fold, misses, pair, same_date, score_gold, wilson
from pactline.record import schema

TEXT = "Russia sold 24 Su-30 fighters to Venezuela. Output fell to 1.4 million barrels per day in May 2019."
QUOTE = "Russia sold 24 Su-30 fighters to Venezuela"
GOLD_DEAL = {
    "kind": "transfer", "status": "delivered", "supplier": "RUS", "recipient": "VEN", "quote": QUOTE,
    "items": [{"name": "Su-30", "category": "aircraft", "quantity": 24}],
}  # fmt: skip
GOLD_OIL = {
    "measure": "production", "basis": "level", "subject": "Venezuela", "value": 1.4e6, "value_high": None, "unit": "b/d",
    "as_of": "2019-05", "quote": "Output fell to 1.4 million barrels per day",
}  # fmt: skip
CASE = {
    "id": "a",
    "set": "trial",
    "lang": "en",
    "text": TEXT,
    "deals": [GOLD_DEAL],
    "oil": [GOLD_OIL],
    "actors": ["Russia"],
}


def deal(**other):
    start = TEXT.index(QUOTE)
    return {
        "claim_id": "1", "article_id": "a", "start": start, "end": start + len(QUOTE), "quote": QUOTE, "kind": "transfer",
        "status": "delivered", "supplier": ["RUS"], "recipient": ["VEN"], "modality": "fact", "rule": "trial",
        "items": [{"name": "Su-30", "category": "aircraft", "quantity": 24, "bound": "exact"}], **other,
    }  # fmt: skip


def tables(deals=(), oil=(), mentions=()):
    rows = {"articles": [], "mentions": mentions, "deals": deals, "oil": oil}
    return {t.name: schema.frame(rows[t.name], t) for t in schema.EXTRACTED if t.name in rows}


def row(scores: pd.DataFrame, field: str) -> pd.Series:
    return scores[(scores["field"] == field) & (scores["language"] == "all")].iloc[0]


@pytest.mark.parametrize(
    ("found", "field", "right"),
    [
        pytest.param([deal()], "deals: parties, status, kind", 1, id="all-right"),
        pytest.param([deal(status="agreed")], "deals: parties", 1, id="status-wrong-keeps-parties"),
        pytest.param([deal(status="agreed")], "deals: parties, status", 0, id="status-wrong"),
        pytest.param([deal(supplier=["CHN"])], "deals: parties", 0, id="supplier-wrong"),
        pytest.param([deal(start=60, end=70)], "deals: found", 0, id="elsewhere-in-the-text"),
        pytest.param([], "deals: found", 0, id="nothing-found"),
    ],
)
def test_deals_are_counted(found, field, right):
    assert row(score_gold([CASE], tables(deals=found)), field)["right"] == right


def test_an_invented_claim_costs_precision_only():
    extra = deal(claim_id="2", start=44, end=60)
    scores = row(score_gold([CASE], tables(deals=[deal(), extra])), "deals: found")
    assert (scores["precision"], scores["recall"]) == (0.5, 1.0)


def test_the_parties_of_mutual_agreements_have_no_order():
    gold = {**GOLD_DEAL, "kind": "cooperation"}
    swapped = deal(kind="cooperation", supplier=["VEN"], recipient=["RUS"])
    scores = score_gold([{**CASE, "deals": [gold]}], tables(deals=[swapped]))
    assert row(scores, "deals: parties")["right"] == 1


def test_a_wrong_quantity_is_a_wrong_item():
    wrong = deal(items=[{"name": "Su-30", "category": "aircraft", "quantity": 30, "bound": "exact"}])
    assert row(score_gold([CASE], tables(deals=[wrong])), "deals: items with quantity")["right"] == 0


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("2019-08-15", "2019-08", True),
        ("2019-08", "2019-08-15", False),
        ("2019", None, False),
        (None, None, True),
        (None, "2019", False),
    ],
    ids=["coarser", "overprecise", "silent", "right-silent", "invented"],
)
def test_dates(gold, found, expected):
    assert same_date(gold, found) is expected


def test_pairs_are_one_to_one_and_the_likest_first():
    gold, found = [{"n": 1}, {"n": 5}], [{"n": 5}]
    assert pair(gold, found, lambda g, f: 10 - abs(g["n"] - f["n"])) == [({"n": 5}, {"n": 5})]


def test_intervals_hold_the_share_and_nothing_without_trials():
    low, high = wilson(8, 10)
    assert low < 0.8 < high
    assert wilson(0, 0) == (None, None)


def test_a_state_oil_company_counts_as_its_state():
    assert fold("PDVSA") == fold("Venezuela")


def test_what_nothing_found_stands_for_is_named():
    found = misses([CASE], tables(oil=[]))
    assert list(found.columns) == MISSES
    assert list(found["table"]) == ["deals", "oil"]
    assert list(found["quote"]) == [QUOTE, GOLD_OIL["quote"]]


def test_what_is_found_is_no_miss():
    assert list(misses([CASE], tables(deals=[deal()]))["table"]) == ["oil"]


def test_a_finding_elsewhere_in_the_text_leaves_a_miss():
    assert "deals" in list(misses([CASE], tables(deals=[deal(start=60, end=70)]))["table"])
