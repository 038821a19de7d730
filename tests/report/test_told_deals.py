"""Whose deal it is, in words: an arrow where one side supplies, none where both act together."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pactline.report.told_deals import drawn_events, pair_words

from .conftest import article, deal, study_of

NAMES = {"RUS": "Russia", "VEN": "Venezuela", "CHN": "China"}


@pytest.mark.parametrize(
    ("kind", "supplier", "recipient", "expected"),
    [
        pytest.param("transfer", ["RUS"], ["VEN"], "Russia → Venezuela", id="a-sale-has-a-direction"),
        pytest.param("access", ["VEN"], ["RUS"], "Russia in Venezuela", id="a-visitor-in-its-host"),
        pytest.param("cooperation", ["VEN"], ["RUS"], "Russia ↔ Venezuela", id="an-exercise-has-none"),
        pytest.param("cooperation", ["RUS"], ["VEN"], "Russia ↔ Venezuela", id="nor-told-the-other-way"),
    ],
)
def test_pair_words(kind, supplier, recipient, expected):
    event = SimpleNamespace(kind=kind, supplier=supplier, recipient=recipient)
    assert pair_words(event, NAMES) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param("an agreement on visits by warships to each other’s ports", "Russia ↔ Venezuela", id="each-others-ports"),
        pytest.param("firmaron un convenio sobre visitas mutuas de buques", "Russia ↔ Venezuela", id="spanish"),
        pytest.param("acordo sobre visitas mútuas de navios", "Russia ↔ Venezuela", id="portuguese"),
        pytest.param("соглашение о взаимных заходах кораблей", "Russia ↔ Venezuela", id="russian"),
        pytest.param("Russian ships may call at Venezuelan ports", "Russia in Venezuela", id="one-way"),
        pytest.param("both sides agreed that Russian ships may call", "Russia in Venezuela", id="both-agree-one-calls"),
    ],
)  # fmt: skip
def test_visits_that_go_both_ways_have_no_direction(quote, expected):
    said = deal(kind="access", supplier=["VEN"], recipient=["RUS"], quote=quote)
    study = study_of([article(1)], [], [said])
    event = next(drawn_events(study).itertuples())
    assert pair_words(event, NAMES) == pair_words(next(study.deals.itertuples()), NAMES) == expected
