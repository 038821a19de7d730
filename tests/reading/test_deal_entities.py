"""The entities of a sentence: which label each carries, for which state it counts, and what is no entity."""

from __future__ import annotations

import pytest

from pactline.reading.actors import scan
from pactline.reading.deal_entities import NAMES, hits_within, set_entities
from pactline.reading.deal_sentence import Words, windows
from pactline.reading.named_states import named
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import load_topic

VOCABULARY = Vocabulary(load_topic("venezuela-russia"))


def read(sentence: str, language: str) -> Words:
    article = Article("a", "a", sentence, "h", "read", language=language, body_spans=[(0, len(sentence))])
    (words,) = windows(sentence, (0, len(sentence)), language)
    (hits,) = hits_within(scan(article, VOCABULARY), [(0, len(sentence))])
    set_entities(words, hits)
    return words


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        pytest.param(
            "Rosoboronexport sold Caracas the Su-30MK2.", "en",
            [("Rosoboronexport", "GPE", "RUS"), ("Caracas", "GPE", "VEN"), ("Su-30MK2", "WEAPON", "RUS")],
            id="company-capital-weapon",
        ),
        pytest.param("los fusiles rusos", "es", [("fusiles", "WEAPON", ""), ("rusos", "NORP", "RUS")], id="demonym"),
        pytest.param("Chávez negocia con Brasil", "es", [("Chávez", "PERSON", "VEN"), ("Brasil", "GPE", "BRA")], id="person"),
        pytest.param("Fue a PDVSA ayer", "es", [("PDVSA", "ORG", "VEN")], id="actor-of-the-topic"),
        pytest.param("the weather was fine", "en", [], id="nothing"),
    ],
)  # fmt: skip
def test_entities(sentence, language, expected):
    words = read(sentence, language)
    assert [(ent.text, ent.label_, ent.kb_id_) for ent in words.doc.ents] == expected


def test_the_doc_has_the_text_of_its_sentence():
    sentence = "Moscow sold 24 Su-30s (for $1.5bn), it said."
    assert read(sentence, "en").doc.text == sentence


def test_weapons_and_media_are_no_sides():
    assert [state.iso3 for state in named(read("TASS: Su-35 и С-300 для Ирана", "ru"))] == ["IRN"]


def test_a_russian_name_tells_its_case():
    assert [state.case for state in named(read("Россия передаст Чавесу танки", "ru"))] == ["nom", "dat"]


def test_a_name_is_whole_beside_the_state_in_it():
    words = read("The Federal Service for Military-Technical Cooperation spoke.", "en")
    assert [name.text for name in words.doc.spans[NAMES]] == ["Federal Service for Military-Technical Cooperation"]
