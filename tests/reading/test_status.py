"""Tense and negation: what the form of a verb and the words before it say."""

from __future__ import annotations

import pytest

from pactline.reading.deal_sentence import Words, windows
from pactline.reading.predicates import Cue, cues
from pactline.reading.tense import negated, tense


def first_verb(sentence: str, language: str) -> tuple[Words, Cue]:
    words = next(windows(sentence, (0, len(sentence)), language))
    return words, next(cue for cue in cues(words) if cue.form == "verb")


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        pytest.param("Russia sold tanks", "en", "past", id="en-irregular"),
        pytest.param("Russia has delivered tanks", "en", "past", id="en-perfect"),
        pytest.param("Russia will deliver tanks", "en", "future", id="en-will"),
        pytest.param("Russia is to deliver tanks", "en", "future", id="en-is-to"),
        pytest.param("Russia would deliver tanks", "en", "conditional", id="en-would"),
        pytest.param("Russia is delivering tanks", "en", "progressive", id="en-progressive"),
        pytest.param("to deliver tanks", "en", "infinitive", id="en-infinitive"),
        pytest.param("Rusia vendió tanques", "es", "past", id="es-preterite"),
        pytest.param("Rusia venderá tanques", "es", "future", id="es-future"),
        pytest.param("Rusia va a vender tanques", "es", "future", id="es-periphrastic"),
        pytest.param("Rusia vendería tanques", "es", "conditional", id="es-conditional"),
        pytest.param("a Rússia vendeu tanques", "pt", "past", id="pt-preterite"),
        pytest.param("a Rússia vai vender tanques", "pt", "future", id="pt-periphrastic"),
        pytest.param("os tanques foram entregues", "pt", "past", id="pt-irregular-participle"),
        pytest.param("Россия поставила танки", "ru", "past", id="ru-past"),
        pytest.param("Россия поставит танки", "ru", "future", id="ru-perfective-present"),
        pytest.param("Россия поставляет танки", "ru", "present", id="ru-imperfective"),
        pytest.param("Россия будет поставлять танки", "ru", "future", id="ru-periphrastic"),
    ],
)
def test_tense(sentence: str, language: str, expected: str) -> None:
    assert tense(*first_verb(sentence, language)) == expected


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        pytest.param("Russia did not sell tanks", "en", True, id="en-not"),
        pytest.param("Russia didn't sell tanks", "en", True, id="en-contracted"),
        pytest.param("Not today, but Russia sold tanks", "en", False, id="en-other-clause"),
        pytest.param("Russia not only sold tanks", "en", False, id="en-not-only"),
        pytest.param("Rusia no vendió tanques", "es", True, id="es-no"),
        pytest.param("Rusia vendió tanques", "es", False, id="es-none"),
        pytest.param("a Rússia nunca vendeu tanques", "pt", True, id="pt-nunca"),
        pytest.param("Россия не поставила танки", "ru", True, id="ru-ne"),
        pytest.param("Россия поставила танки", "ru", False, id="ru-none"),
    ],
)
def test_negation(sentence: str, language: str, expected: bool) -> None:
    assert negated(*first_verb(sentence, language)) is expected
