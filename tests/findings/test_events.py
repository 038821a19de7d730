"""When statements are one deal, and when they stay two."""

from __future__ import annotations

import time

import pandas as pd
import pytest

from pactline.findings.alike import alike
from pactline.findings.events import OPEN_DEALS, assign_deals, deal_events
from pactline.record import schema

WARSHIPS = {"name": "warships", "category": "ship", "quantity": None, "bound": None}


def item(name, quantity=None, category="aircraft"):
    return {"name": name, "category": category, "quantity": quantity, "bound": "exact" if quantity else None}


def claim(article="a", status="agreed", items=(), date=None, **changes):
    row = {
        "article_id": article, "start": 0, "end": 5, "quote": "words", "kind": "transfer", "status": status,
        "supplier": ["RUS"], "recipient": ["VEN"], "items": list(items), "event_date": date, "modality": "fact", "rule": "test",
    }  # fmt: skip
    return row | changes


def table(claims):
    return schema.frame([{"claim_id": f"c{n:04}"} | row for n, row in enumerate(claims)], schema.DEALS)


def articles(claims, *, copies=None, published=None):
    row = {
        "source": "x", "content_hash": "x", "status": "read", "published_precision": "unknown", "published_conflicts": [],
        "body_spans": [], "clutter": [], "words": 1,
    }  # fmt: skip
    names = sorted({c["article_id"] for c in claims} | set(copies or {}))
    rows = [
        row | {"article_id": n, "duplicate_of": (copies or {}).get(n), "published": (published or {}).get(n)}
        for n in names
    ]
    return schema.frame(rows, schema.ARTICLES)


def gathered(claims, **about):
    known = articles(claims, **about)
    return deal_events(assign_deals(table(claims), known), known)


ONE = [
    ("same-items-and-date", claim("a", items=[item("Su-30", 24)], date="2006"), claim("b", items=[item("Su-30", 24)], date="2006")),
    ("date-told-more-exactly", claim("a", items=[item("Su-30")], date="2006"), claim("b", items=[item("Su-30")], date="2006-07-27")),
    ("family-and-model", claim("a", items=[item("Su-30", 24)], date="2006"), claim("b", items=[item("Su-30MK2", 24)], date="2006-07")),
    ("generic-and-model", claim("a", items=[item("fighter jets", 24)], date="2006"), claim("b", items=[item("Su-30MK2", 24)], date="2006")),
    ("signed-then-delivered", claim("a", items=[item("Su-30", 24)], date="2006"), claim("b", "delivered", [item("Su-30", 24)], "2008")),
    ("a-part-delivered", claim("a", items=[item("Su-30", 24)], date="2006"), claim("b", "delivering", [item("Su-30", 4)], "2006-12")),
    ("asked-for-then-signed", claim("a", "requested", [item("T-72", 92, "armour")], "2008"), claim("b", items=[item("T-72", 92, "armour")], date="2009-09")),
    ("rival-numbers-at-one-date", claim("a", items=[item("Mi-17", 38)], date="2006-07"), claim("b", items=[item("Mi-17", 53)], date="2006-07")),
    ("rounded-number", claim("a", items=[item("Mi-17", 50)]), claim("b", items=[item("Mi-17", 53)])),
    ("undated-model", claim("a", items=[item("Su-35")]), claim("b", "requested", [item("Su-35")])),
    ("halted-later", claim("a", items=[item("Su-30")], date="2006"), claim("b", "suspended", [item("Su-30")], "2008")),
    ("visit-told-in-either-order", claim("a", kind="access", items=[WARSHIPS], date="2019-08-15"),
     claim("b", kind="access", items=[WARSHIPS], date="2019-08", supplier=["VEN"], recipient=["RUS"])),
    ("training-without-items", claim("a", kind="training", date="2019-08-15"), claim("b", kind="training", date="2019-08")),
    ("loan-of-one-sum", claim("a", kind="finance", value_usd=2.2e9), claim("b", kind="finance", value_usd=2.2e9, date="2009")),
    ("standing-embargo", claim("a", "suspended", supplier=["USA"]), claim("b", "suspended", supplier=["USA"], date="2006-05")),
    ("umbrella-words-narrow-nothing", claim("a", items=[item("weapons", None, "other")], date="2010-04", value_usd=5e9), claim("b", date="2010-04", value_usd=5e9)),
    ("requests-of-one-year", claim("a", "requested", [item("Su-35")], "2015-09"), claim("b", "requested", [item("Su-35")], "2015-10-29")),
]  # fmt: skip

TWO = [
    ("other-supplier", claim("a", items=[item("Su-30", 24)], date="2006"), claim("b", items=[item("Su-30", 24)], date="2006", supplier=["CHN"])),
    ("other-recipient", claim("a", items=[item("Su-30", 24)], date="2006"), claim("b", items=[item("Su-30", 24)], date="2006", recipient=["IND"])),
    ("transfer-is-not-told-in-either-order", claim("a", items=[item("Su-30")]), claim("b", items=[item("Su-30")], supplier=["VEN"], recipient=["RUS"])),
    ("other-kind", claim("a", items=[item("Su-30")], date="2006"), claim("b", kind="support", items=[item("Su-30")], date="2006")),
    ("other-model", claim("a", items=[item("Su-30")], date="2006"), claim("b", items=[item("Su-35")], date="2006")),
    ("other-category", claim("a", items=[item("Su-30")], date="2006"), claim("b", items=[item("Mi-17", None, "helicopter")], date="2006")),
    ("orders-years-apart", claim("a", items=[item("Mi-17", 6)], date="2005"), claim("b", items=[item("Mi-17", 14)], date="2010")),
    ("second-order-asked-for", claim("a", items=[item("Su-30", 24)], date="2006"), claim("b", "requested", [item("Su-30", 12)], "2006-09")),
    ("more-delivered-than-signed", claim("a", items=[item("Su-30", 4)], date="2006"), claim("b", "delivered", [item("Su-30", 24)], "2008")),
    ("delivered-before-signed", claim("a", items=[item("Su-30", 24)], date="2010"), claim("b", "delivered", [item("Su-30", 24)], "2006")),
    ("visits-years-apart", claim("a", kind="access", items=[WARSHIPS], date="2008-11"), claim("b", kind="access", items=[WARSHIPS], date="2019-08")),
    ("undated-generic-nouns", claim("a", items=[item("helicopters", None, "helicopter")]), claim("b", items=[item("helicopters", None, "helicopter")])),
    ("undated-without-items", claim("a", kind="cooperation"), claim("b", kind="cooperation")),
    ("loans-of-other-sums", claim("a", kind="finance", value_usd=2.2e9, date="2009"), claim("b", kind="finance", value_usd=8e8, date="2009")),
    ("numbers-that-go-on", claim("a", items=[item("Mi-2", None, "helicopter")]), claim("b", items=[item("Mi-26", None, "helicopter")])),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), [pytest.param(a, b, id=name) for name, a, b in ONE])
def test_one_deal(first, second):
    assert len(gathered([first, second])) == 1


@pytest.mark.parametrize(("first", "second"), [pytest.param(a, b, id=name) for name, a, b in TWO])
def test_two_deals(first, second):
    assert len(gathered([first, second])) == 2


def test_history_runs_from_the_earliest_and_ends_with_the_status():
    rows = [
        claim("a", "delivered", [item("Su-30", 24)], "2008"),
        claim("b", "agreed", [item("Su-30", 24)], "2006-07"),
        claim("c", "requested", [item("Su-30", 24)], "2006-02"),
    ]
    deal = gathered(rows).iloc[0]
    assert [entry["status"] for entry in deal["history"]] == ["requested", "agreed", "delivered"]
    assert (deal["status"], deal["first_date"], deal["last_date"]) == ("delivered", "2006-02", "2008")


def test_rival_numbers_stand_side_by_side():
    deal = gathered(
        [claim("a", items=[item("Mi-17", 38)], date="2006"), claim("b", items=[item("Mi-17", 53)], date="2006")]
    ).iloc[0]
    assert [i["quantity"] for i in deal["items"]] == [38, 53]


def test_an_item_without_number_adds_nothing_beside_one():
    deal = gathered(
        [claim("a", items=[item("Mi-17", 38)], date="2006"), claim("b", items=[item("Mi-17")], date="2006")]
    ).iloc[0]
    assert [i["quantity"] for i in deal["items"]] == [38]


def test_wire_copies_are_one_source():
    rows = [claim(name, items=[item("Su-30", 24)], date="2006") for name in "abcd"]
    deal = gathered(rows, copies={"b": "a", "c": "b"}).iloc[0]
    assert (deal["articles"], deal["sources"]) == (4, 2)


def test_copies_that_point_at_each_other_end():
    rows = [claim(name, items=[item("Su-30", 24)], date="2006") for name in "ab"]
    assert gathered(rows, copies={"a": "b", "b": "a"}).iloc[0]["articles"] == 2


def test_every_sum_in_dollars_is_kept():
    rows = [
        claim("a", items=[item("Su-30")], date="2006", value_usd=1e9),
        claim("b", items=[item("Su-30")], date="2006", value_usd=1.5e9),
    ]
    assert gathered(rows).iloc[0]["value_usd"] == [1e9, 1.5e9]


def test_the_firmest_modality_counts():
    rows = [
        claim("a", items=[item("Su-30")], date="2006", modality="planned"),
        claim("b", items=[item("Su-30")], date="2006", modality="reported"),
    ]
    assert gathered(rows).iloc[0]["modality"] == "reported"


def test_ids_do_not_depend_on_the_order_of_rows():
    rows = table([row for _, a, b in (*ONE, *TWO) for row in (a, b)])
    known = articles(rows.to_dict("records"))
    ids = assign_deals(rows, known).set_index("claim_id")["deal_id"]
    turned = assign_deals(rows.iloc[::-1], known).set_index("claim_id")["deal_id"]
    assert turned.sort_index().equals(ids.sort_index())


def test_the_tables_given_are_not_changed():
    rows = table([claim()])
    assign_deals(rows, articles([claim()]))
    assert rows["deal_id"].isna().all()


def test_no_statements_no_deals():
    empty = table([])
    assert len(deal_events(assign_deals(empty, articles([])), articles([]))) == 0


def test_many_statements_of_one_pair_take_no_square_time():
    few, many = (
        table([claim(f"a{n}", items=[item(f"X-{n}")], date="2006") for n in range(size)]) for size in (500, 4000)
    )
    known = [articles(rows.to_dict("records")) for rows in (few, many)]
    times = []
    for rows, about in zip((few, many), known, strict=True):
        begun = time.process_time()
        assert assign_deals(rows, about)["deal_id"].nunique() == len(rows)
        times.append(time.process_time() - begun)
    assert times[1] < 8 * times[0] * 3
    assert OPEN_DEALS < 500


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("Su-30", "Su-30MK2", True, id="family"),
        pytest.param("Sukhoi fighter", "Su-30", True, id="family-by-noun"),
        pytest.param("Su-30", "Su-35", False, id="models"),
        pytest.param("Tor", "Tor-M1", True, id="mark"),
        pytest.param("fighter jets", "bombers", True, id="two-nouns-of-a-category"),
    ],
)
def test_alike(a, b, expected):
    assert alike(item(a), item(b)) is expected
    assert alike(item(b), item(a)) is expected


def test_frames_are_what_the_schema_says():
    assert isinstance(gathered([claim()]), pd.DataFrame)
