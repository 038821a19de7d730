"""Marks of an oil figure: the words that carry each field, inside its sentence, none overlapping."""

import pytest

from pactline.reading.actors import scan
from pactline.reading.matching import matching
from pactline.reading.oil import oil_figures
from pactline.reading.oil_marks import ROLES
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import load_topic


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(load_topic("venezuela-russia"))


def article(text, language="en"):
    return Article("a", "s", text, "h", "read", language=language, published="2018-01-20", body_spans=[(0, len(text))])


MARKED = [
    ("en", "Venezuela's oil output fell by 82,000 bpd in December, OPEC's secondary sources said.",
     {"subject": "Venezuela", "measure": "oil output", "direction": "fell", "value": "82,000", "unit": "bpd",
      "as_of": "December", "source": "secondary sources"}),
    ("es", "La producción de Rusia llegó a 10,5 millones de barriles diarios en 2017.",
     {"subject": "Rusia", "measure": "producción", "value": "10,5 millones", "unit": "de barriles diarios", "as_of": "2017"}),
    ("ru", "Добыча нефти в Венесуэле снизилась на 77 тыс. баррелей в сутки.",
     {"measure": "Добыча", "subject": "Венесуэле", "direction": "снизилась", "value": "77 тыс.", "unit": "баррелей в сутки"}),
    ("pt", "As exportações de petróleo caíram para 400 mil barris por dia.",
     {"measure": "exportações", "value": "400 mil", "unit": "barris por dia"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), MARKED, ids=[n for n, _, _ in MARKED])
def test_each_field_has_its_words(vocabulary, language, text, expected):
    rows, _ = oil_figures(scan(article(text, language), vocabulary), vocabulary)
    (row,) = rows
    assert {role: text[a:b] for a, b, role in row["marks"]} == expected


def test_what_another_sentence_told_has_no_mark(vocabulary):
    text = "Venezuela's oil output was 1.9 million bpd in May. Now it pumps 1.7 million bpd."
    row = oil_figures(scan(article(text), vocabulary), vocabulary)[0][1]
    assert row["subject"] == "Venezuela"
    assert "subject" not in [role for _, _, role in row["marks"]]


@pytest.mark.parametrize("text", [text for _, text, _ in MARKED])
def test_marks_are_sorted_apart_and_inside_the_sentence(vocabulary, text):
    lead = "Oil news of the day. "
    whole = lead + text
    for row in oil_figures(scan(article(whole), vocabulary), vocabulary)[0]:
        assert all(len(lead) <= a < b <= len(whole) and role in ROLES for a, b, role in row["marks"])
        assert all(left[1] <= right[0] for left, right in zip(row["marks"], row["marks"][1:], strict=False))


def test_hidden_characters_stand_in_the_quote_and_not_in_the_words_stated(vocabulary):
    hidden = chr(0xAD)
    text = f"Venezuela's oil output fell to 1.7 mil{hidden}lion bpd in May."
    plain = matching(article(text))
    (row,) = plain.in_source(oil_figures(scan(plain.article, vocabulary), vocabulary)[0])
    assert row["value_stated"] == "1.7 million bpd"
    assert hidden in row["quote"] == text[row["start"] : row["end"]]
    assert [text[a:b] for a, b, role in row["marks"] if role == "value"] == [f"1.7 mil{hidden}lion"]
