"""Folding, inflection and matching, apart from deciding."""

from itertools import pairwise

import pytest

from pactline.reading.folding import fold
from pactline.reading.forms import demonym_forms, russian_cases
from pactline.reading.vocabulary import Vocabulary
from pactline.record.topic import load_topic


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(load_topic("venezuela-russia"))


@pytest.mark.parametrize("text", ["Putin’s Guaidó–Türkiye", "İstanbul ß ﬁ 𝕏", "Соединённые\u00a0Штаты\r\n\t", ""])
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text) == len(fold(text).lower())


@pytest.mark.parametrize(
    "lemma, form",
    [("ruso", "rusas"), ("francés", "francesas"), ("español", "españolas"), ("alemán", "alemanes"), ("alemão", "alemãs"),
     ("iraní", "iraníes"), ("estadounidense", "estadounidenses"), ("венесуэльский", "венесуэльскими"),
     ("кубинец", "кубинцев"), ("россиянин", "россиян")],
)  # fmt: skip
def test_demonyms_inflect(lemma, form):
    assert form in demonym_forms(lemma)


@pytest.mark.parametrize(
    "name, kind, form",
    [("Уго Чавес", "person", "Уго Чавесом"), ("Белый дом", "state", "Белого дома"), ("Роснефть", "company", "Роснефтью"),
     ("Соединенные Штаты", "state", "Соединенных Штатов"), ("Дмитрий Медведев", "person", "Дмитрию Медведеву"),
     ("Министерство обороны РФ", "organisation", None)],
)  # fmt: skip
def test_russian_names_decline(name, kind, form):
    made = russian_cases(name, kind)
    assert form in made if form else not made


@pytest.mark.parametrize(
    "text, surfaces",
    [
        pytest.param("Su-30s and F-16s", ["Su-30", "F-16"], id="plural-s"),
        pytest.param("T-72B1Zx", [], id="longer-designation"),
        pytest.param("Su‑30MK2", ["Su‑30MK2"], id="non-breaking-hyphen"),
        pytest.param("Hugo Chavezland", [], id="longer-word"),
        pytest.param("Hugo Chavezes", [], id="unknown-ending"),
    ],
)
def test_word_boundaries(text, surfaces, vocabulary):
    assert [text[h.start : h.end] for h in vocabulary.scan(text)] == surfaces


def test_hits_are_in_order_and_apart(vocabulary):
    hits = vocabulary.scan("US President Hugo Chavez of Venezuela, RT, the UN and AFP; PDVSA.")
    assert all(a.end <= b.start for a, b in pairwise(hits))


def test_namesakes_are_all_known(vocabulary):
    assert {"delcy-rodriguez", "jorge-rodriguez"} <= {e.id for e in vocabulary.namesakes("Rodríguez")}
