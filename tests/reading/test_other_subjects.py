"""What an article is about: films, games and other trade give no deal, whatever weapons they name."""

from __future__ import annotations

import pytest

from pactline.reading.other_subjects import is_crime, is_fiction, is_of_trade
from pactline.reading.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The thriller about a colonel who sells missiles opened this week. The director shot the sequel in Peru, its producer said.",
            True, id="film-review",
        ),
        pytest.param("The minister called the talks on the jets a thriller. Russia will deliver 24 Su-30s.", False, id="figure-of-speech"),
        pytest.param("В прокат вышел триллер. Режиссер снял фильм о торговце оружием, сценарий написал актер.", True, id="russian"),
        pytest.param("Russia will deliver 24 Su-30s to Venezuela. " * 60 + "A film, a novel, an actor and a trailer.", False, id="long-news"),
    ],
)  # fmt: skip
def test_is_fiction(text, expected):
    assert is_fiction(text, sentences(text, [(0, len(text))], "en")) is expected


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        pytest.param("Vaccine doses, our missile against the virus, arrived. The vaccination with Sputnik V begins.", 0, True, id="vaccines"),
        pytest.param("Oil and gas: Rosneft will drill offshore and ship the LNG by pipeline.", 0, True, id="gas-fields"),
        pytest.param("Oil, gas, crude and barrels pay for it: the army gets arms and the navy weapons.", 2, False, id="arms-paid-with-oil"),
        pytest.param("Russia will deliver tanks for oil.", 1, False, id="a-word-of-oil"),
    ],
)  # fmt: skip
def test_is_of_trade(text, named, expected):
    assert is_of_trade(text, sentences(text, [(0, len(text))], "en"), named=named) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Police seized rifles that a gang had stolen from a barracks. Two suspects were arrested.", True, id="rifles-of-a-gang"),
        pytest.param("Las armas, robadas de un parque, eran de una banda; la policía las halló incautadas.", True, id="spanish"),
        pytest.param("Похищенное оружие изъято, банда задержана, полиция ищет контрабандистов, сказали бандиты.", True, id="russian"),
        pytest.param("Russia sold Venezuela 100,000 rifles; critics fear that some will be smuggled to a gang.", False, id="a-deal-that-critics-fear"),
    ],
)  # fmt: skip
def test_is_crime(text, expected):
    assert is_crime(text, sentences(text, [(0, len(text))], "en")) is expected
