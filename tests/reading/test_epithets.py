"""Epithets: a state told without its name is the one of the article that the words fit."""

from __future__ import annotations

from collections import Counter

import pytest

from pactline.reading.deal_sentence import windows
from pactline.reading.epithets import with_epithets


def states(sentence: str, language: str, counts: dict[str, int], subject: str | None, group: list[str]) -> list[str]:
    (words,) = windows(sentence, (0, len(sentence)), language)
    return [state.iso3 for state in with_epithets(words, [], Counter(counts), subject, group)]


@pytest.mark.parametrize(
    ("sentence", "language", "counts", "subject", "group", "expected"),
    [
        pytest.param("tanks for the Latin American nation", "en", {"VEN": 3, "RUS": 9}, None, [], ["VEN"], id="region"),
        pytest.param("jets for the Andean country", "en", {"PER": 2, "BOL": 3}, None, [], ["BOL"], id="most-told-of"),
        pytest.param(
            "jets for the Andean country", "en", {"PER": 2, "BOL": 3}, "PER", [], ["PER"], id="subject-before"
        ),
        pytest.param("tanques para el país caribeño", "es", {"CUB": 1, "RUS": 4}, None, [], ["CUB"], id="spanish"),
        pytest.param("armas ao país sul-americano", "pt", {"BRA": 1}, None, [], ["BRA"], id="portuguese"),
        pytest.param("для латиноамериканской страны", "ru", {"VEN": 1}, None, [], ["VEN"], id="russian-in-its-case"),
        pytest.param(
            "The three countries supply it", "en", {}, None, ["CHN", "IRN", "PRK"], ["CHN", "IRN", "PRK"], id="group"
        ),
        pytest.param("tanks for the African nation", "en", {"VEN": 3}, None, [], [], id="no-state-of-the-region"),
        pytest.param("the country is poor", "en", {"VEN": 3}, None, ["CHN", "IRN"], [], id="one-country-is-no-group"),
        pytest.param("a nation of poets", "en", {"VEN": 3}, None, [], [], id="a-nation-at-large"),
    ],
)
def test_with_epithets(sentence, language, counts, subject, group, expected):
    assert states(sentence, language, counts, subject, group) == expected
