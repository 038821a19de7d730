"""PLOVER rows: types and modes of the codebook, who acts by the status, nothing that was only thought."""

import pytest

from pactline.interop.plover import COLUMNS, EVENT_TYPES, codebook, events
from pactline.record.schema import DEAL_STATUSES

from .conftest import awkward, tables_of

QUADS = {"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}


def test_every_status_is_coded_by_the_codebook():
    coded = {name: entry for name, entry in codebook().items() if name != "aid"}
    assert coded.keys() == DEAL_STATUSES
    assert {entry["type"] for entry in coded.values()} | {codebook()["aid"]["type"]} <= EVENT_TYPES
    assert {entry["quad"] for entry in coded.values()} <= QUADS


def test_every_row_is_whole_and_points_at_its_words(tables):
    rows = events(tables)
    assert rows
    for row in rows:
        assert tuple(row) == COLUMNS
        assert row["Event Type"] in EVENT_TYPES
        assert row["Quad Class"] in QUADS
        assert tables.texts[row["Article ID"]][row["Start"] : row["End"]] == row["Sentence"]
        assert None not in row.values()


def test_what_was_only_thought_is_no_event():
    rows = events(tables_of(awkward()))
    assert [row["Event ID"] for row in rows] == ["c1", "c3"]
    assert [row["Event Type"] for row in rows] == ["SUPPORT", "REJECT"]
    assert rows[0]["Recipient Country"] == "IRN;TTO"
    assert rows[0]["Recipient Name"] == "Iran;Trinidad and Tobago"


@pytest.mark.parametrize(
    ("kind", "status", "kind_of_event", "actor", "mode"),
    [
        pytest.param("transfer", "requested", "REQUEST", "IRN;TTO", "assist", id="the-buyer-asks"),
        pytest.param("transfer", "offered", "AGREE", "RUS", "", id="the-seller-offers"),
        pytest.param("transfer", "delivered", "COOPERATE", "RUS", "", id="a-sale-is-an-exchange"),
        pytest.param("training", "delivered", "AID", "RUS", "military", id="training-is-aid"),
        pytest.param("training", "offered", "AGREE", "RUS", "", id="aid-that-is-only-offered"),
        pytest.param("transfer", "cancelled", "SANCTION", "RUS", "discontinue", id="cancelled"),
        pytest.param("finance", "delivering", "AID", "RUS", "military", id="a-loan"),
    ],
)
def test_who_does_what_by_status_and_kind(kind, status, kind_of_event, actor, mode):
    study = awkward()
    study.deals = study.deals.head(1).assign(kind=kind, status=status)
    (row,) = events(tables_of(study))
    assert (row["Event Type"], row["Actor Country"], row["Event Mode"]) == (kind_of_event, actor, mode)
