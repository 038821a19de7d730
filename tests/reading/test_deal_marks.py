"""Marks: the words that carry the fields of a statement, inside its sentence, none overlapping."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactline.reading.actors import scan
from pactline.reading.deal_marks import ROLES, apart
from pactline.reading.deals import deal_statements
from pactline.reading.matching import matching
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import load_topic

TOPIC = Path(__file__).parents[2] / "src" / "pactline" / "topics" / "venezuela_russia"
VOCABULARY = Vocabulary(load_topic(TOPIC))


def statements(text: str, language: str) -> list[dict[str, object]]:
    article = Article(
        "a", "a.txt", text, "", "read", language=language, published="2019-08-16", body_spans=[(0, len(text))]
    )
    plain = matching(article)
    return plain.in_source(deal_statements(scan(plain.article, VOCABULARY), VOCABULARY)[0])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "en",
            "Russia sold 24 Su-30 jets to Venezuela for $1.5 billion in 2006.",
            {
                "supplier": ["Russia"], "status": ["sold"], "quantity": ["24"], "item": ["Su-30 jets"],
                "recipient": ["Venezuela"], "value": ["$1.5 billion"], "date": ["2006"],
            },
            id="every-field",
        ),
        pytest.param(
            "es",
            "Venezuela firmó un contrato para comprar 100.000 fusiles a Rusia.",
            {
                "recipient": ["Venezuela"], "status": ["firmó", "comprar"], "quantity": ["100.000"], "item": ["fusiles"],
                "supplier": ["Rusia"],
            },
            id="signing-and-purchase",
        ),
        pytest.param(
            "en",
            "Ven\u00adezuela bought Russian rifles.",
            {"recipient": ["Ven\u00adezuela"], "status": ["bought"], "supplier": ["Russian"], "item": ["rifles"]},
            id="offsets-of-the-source-where-hidden-marks-stand",
        ),
    ],
)  # fmt: skip
def test_marks_name_the_words_of_each_field(language, text, expected):
    (row,) = statements(text, language)
    found: dict[str, list[str]] = {}
    for start, end, role in row["marks"]:
        found.setdefault(role, []).append(text[start:end])
    assert found == expected


def test_a_side_told_in_another_sentence_has_no_mark_here():
    text = "Venezuela and Russia met on Monday. Moscow will deliver 24 Su-30 jets."
    (row,) = statements(text, "en")
    assert row["recipient"] == ["VEN"]
    assert [text[a:b] for a, b, role in row["marks"] if role == "recipient"] == []


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([[0, 5, "item"], [6, 9, "date"]], [[0, 5, "item"], [6, 9, "date"]], id="apart-already"),
        pytest.param([[0, 14, "item"], [0, 7, "supplier"]], [[0, 7, "supplier"], [8, 14, "item"]], id="cut-in-two"),
        pytest.param([[0, 7, "item"], [0, 7, "supplier"]], [[0, 7, "supplier"]], id="one-place-two-roles"),
        pytest.param([[9, 12, "item"], [0, 3, "status"]], [[0, 3, "status"], [9, 12, "item"]], id="sorted"),
        pytest.param([[0, 9, "item"], [0, 9, "item"]], [[0, 9, "item"]], id="twice"),
    ],
)
def test_apart(marks, expected):
    assert apart(marks) == expected
    assert all(role in ROLES for _, _, role in apart(marks))
