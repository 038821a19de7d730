"""States and their roles: names in every inflection, and words that only look like a state."""

from __future__ import annotations

import pytest

from pactline.reading.countries import exporters, nations


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        pytest.param("Russia sold tanks to Caracas", "en", ["RUS", "VEN"], id="capital"),
        pytest.param("the Latin American country", "en", [], id="continent-is-no-state"),
        pytest.param("U.S. officials in Saudi Arabia", "en", ["USA", "SAU"], id="abbreviation-and-two-words"),
        pytest.param("it costs US $ 5 million", "en", [], id="currency-is-no-state"),
        pytest.param("a turkey and fine china", "en", [], id="common-nouns"),
        pytest.param("armas rusas, cazas chinos y fusiles iraníes", "es", ["RUS", "CHN", "IRN"], id="es-demonyms"),
        pytest.param("la Arabia Saudita y los Países Bajos", "es", ["SAU", "NLD"], id="es-two-words"),
        pytest.param("caças russos e radares chineses", "pt", ["RUS", "CHN"], id="pt-demonyms"),
        pytest.param("Венесуэле, Венесуэлой и Россией", "ru", ["VEN", "VEN", "RUS"], id="ru-cases"),
        pytest.param("китайские самолеты для Саудовской Аравии", "ru", ["CHN", "SAU"], id="ru-declined-together"),
        pytest.param("латиноамериканская страна", "ru", [], id="ru-continent"),
        pytest.param("Lula e Bachelet falaram em Manaus", "pt", ["BRA", "CHL", "BRA"], id="heads-of-state-and-a-city"),
        pytest.param("Ollanta Humala firmó en Arequipa", "es", ["PER", "PER"], id="name-and-surname-are-one"),
        pytest.param("визит Ахмадинежада в Харьков", "ru", ["IRN", "UKR"], id="ru-person-and-city-in-their-cases"),
        pytest.param("una manta y un duque", "es", [], id="common-nouns-are-no-signs"),
        pytest.param("он смотрел на реку", "ru", [], id="ru-none"),
    ],
)
def test_nations(sentence: str, language: str, expected: list[str]) -> None:
    assert [n.iso3 for n in nations(sentence.replace(",", " ,").split(), language)] == expected


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("Венесуэла", "nom"),
        ("Венесуэлы", "gen"),
        ("Венесуэле", "dat"),
        ("Венесуэлу", "acc"),
        ("Венесуэлой", "ins"),
        ("Ирану", "dat"),
    ],
)
def test_a_russian_form_tells_its_case(word: str, case: str) -> None:
    assert nations([word], "ru")[0].case == case


def test_the_great_exporters_rank_above_buyers() -> None:
    rank = exporters()
    assert rank["RUS"] > rank["IRN"] > rank["VEN"]
