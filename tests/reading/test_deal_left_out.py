"""Weapons told before and left out: counted again, meant by a pronoun, by an ordinal, by a relative clause."""

from __future__ import annotations

import pytest

from pactline.reading.actors import scan
from pactline.reading.deals import deal_statements
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import load_topic

VOCABULARY = Vocabulary(load_topic("venezuela-russia"))


def last(text: str, language: str) -> tuple[str, list[tuple[str, int | None]]] | None:
    """Status and items of the last statement where it is told in the last sentence."""
    article = Article(
        "a", "a", text, "h", "read", language=language, published="2019-08-16", body_spans=[(0, len(text))]
    )
    rows = deal_statements(scan(article, VOCABULARY), VOCABULARY)[0]
    if not rows or rows[-1]["start"] < text.rindex(". ", 0, len(text) - 1):
        return None
    return rows[-1]["status"], [(item["name"], item["quantity"]) for item in rows[-1]["items"]]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "Peru signed a contract with Russia for 24 Mi-171 helicopters. The first eight will reach Lima by October.",
            "en", ("agreed", [("Mi-17", 8)]), id="ordinal-and-number",
        ),
        pytest.param(
            "Argentina compró a Dinamarca 24 aviones F-16. Los primeros seis llegarán en diciembre.",
            "es", ("agreed", [("F-16", 6)]), id="ordinal-spanish",
        ),
        pytest.param(
            "Белоруссия заказала у России двенадцать Су-30СМ. На сегодня поставлено шесть машин.",
            "ru", ("delivering", [("Su-30SM", 6)]), id="number-and-a-word-for-pieces",
        ),
        pytest.param(
            "Rusia vendió a Colombia veinte helicópteros Mi-17. Caracas quiere comprárselos.",
            "es", ("requested", [("Mi-17", None)]), id="enclitic",
        ),
        pytest.param(
            "Russia sold Venezuela 24 Su-30 jets. It was the first time that a president flew to Moscow.",
            "en", None, id="first-time-is-no-ordinal",
        ),
        pytest.param(
            "Russia sold Venezuela 24 Su-30 jets. Three ministers arrived on Monday.", "en", None, id="number-of-people",
        ),
        pytest.param(
            "Russia sold Venezuela 24 Su-30 jets. At first, nobody in Caracas bought the story.", "en", None, id="at-first",
        ),
    ],
)  # fmt: skip
def test_what_is_left_out(text, language, expected):
    assert last(text, language) == expected
