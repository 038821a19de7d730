"""Deal statements, sentence by sentence: every construction the engine claims, and as many that it must refuse."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pactline.reading.actors import scan
from pactline.reading.deals import deal_statements
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import load_topic

SENTENCES = Path(__file__).parent / "deal_sentences.csv"
KNOWN_MISSES: dict[str, str] = {}


def cases() -> list[tuple[str, str, str, str]]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return [
            (f"{row['language']}-{row['id']}", row["language"], row["sentence"], row["expected"])
            for row in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE)
        ]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(load_topic("venezuela-russia"))


def statements(sentence: str, language: str, vocabulary: Vocabulary) -> list[dict]:
    article = Article("a", "a", sentence, "h", "read", language=language, body_spans=[(0, len(sentence))])
    return deal_statements(scan(article, vocabulary), vocabulary)[0]


def told(row: dict) -> str:
    """`kind status SUP>REC`; both sides of cooperation, and of visits agreed on by both, in the order of the alphabet."""
    if row["kind"] == "cooperation" or (row["kind"] == "access" and row["status"] == "agreed"):
        return f"{row['kind']} {row['status']} {'+'.join(sorted({*row['supplier'], *row['recipient']}))}"
    return f"{row['kind']} {row['status']} {'+'.join(row['supplier'])}>{'+'.join(row['recipient'])}"


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        pytest.param(
            language, sentence, expected, id=name,
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN_MISSES[name])] if name in KNOWN_MISSES else [],
        )
        for name, language, sentence, expected in cases()
    ],
)  # fmt: skip
def test_sentence(language: str, sentence: str, expected: str, vocabulary: Vocabulary) -> None:
    rows = statements(sentence, language, vocabulary)
    wanted = sorted(part for part in expected.split("; ") if part)
    assert sorted(told(row) for row in rows) == wanted
    assert all(sentence[row["start"] : row["end"]] == row["quote"] for row in rows)


def test_a_third_of_the_sentences_are_refusals() -> None:
    refusals = [name for name, _, _, expected in cases() if not expected]
    assert len(cases()) >= 250
    assert len(refusals) * 3 >= len(cases())
