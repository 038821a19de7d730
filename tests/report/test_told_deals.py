"""Whose deal it is, in words: an arrow where one side supplies, none where both act together."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pactline.report.told_deals import pair_words

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
