"""DocBin: spaCy loads it, the texts are the source texts, entities and spans stand on their words."""

import spacy
from spacy.tokens import DocBin

from pactline.interop.docbin import LABELS, docbin
from pactline.record.schema import ACTOR_TYPES


def loaded(tables):
    return list(DocBin(store_user_data=True).from_bytes(docbin(tables).to_bytes()).get_docs(spacy.blank("xx").vocab))


def test_spacy_loads_every_article_as_it_was_read(tables):
    docs = loaded(tables)
    assert [doc.user_data["article_id"] for doc in docs] == sorted(tables.articles)
    for doc in docs:
        assert doc.text == tables.texts[doc.user_data["article_id"]]


def test_spans_are_the_statements_and_hold_their_words(tables):
    spans = {span.id_: span for doc in loaded(tables) for group in ("deals", "oil") for span in doc.spans[group]}
    rows = [*tables.deals, *tables.oil]
    assert spans.keys() == {row["claim_id"] for row in rows}
    for row in rows:
        assert row["quote"] in spans[row["claim_id"]].text
        assert spans[row["claim_id"]].label_ == row.get("kind", row.get("measure"))


def test_entities_are_actors_with_their_id(tables):
    found = {(d.user_data["article_id"], e.kb_id_) for d in loaded(tables) for e in d.ents}
    assert found
    assert found <= {(row["article_id"], row["actor_id"]) for row in tables.mentions}
    assert {e.label_ for d in loaded(tables) for e in d.ents} <= set(LABELS.values())


def test_every_type_of_actor_has_a_label():
    assert LABELS.keys() == ACTOR_TYPES
