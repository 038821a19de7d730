"""Forms and ambiguities: what counts as a mention of whom, and what does not."""

import csv
from pathlib import Path

import pytest

from pactline.reading.actors import scan
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import load_topic

with (Path(__file__).parent / "actor_cases.tsv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(load_topic("venezuela-russia"))


def article(text, *, language="en", published=None, spans=None):
    return Article("a", "a.txt", text, "", "read", language=language, published=published,
                   body_spans=spans or [(0, len(text))])  # fmt: skip


def told(mentions):
    return " ".join(f"{m['surface']}>{m['actor_id']}/{m['form']}" for m in mentions)


@pytest.mark.parametrize("case", [pytest.param(c, id=c["id"]) for c in CASES])
def test_mentions(case, vocabulary):
    text, expected = (case[name].replace("\\n", "\n") for name in ("text", "mentions"))
    found = scan(article(text, language=case["language"], published=case["published"] or None), vocabulary)
    assert told(found.mentions) == expected
    assert all(text[m["start"] : m["end"]] == m["surface"] for m in found.mentions)


def test_the_table_is_large_and_refuses_as_well_as_finds():
    assert len(CASES) >= 150
    assert sum(not c["mentions"] for c in CASES) >= 60


def test_only_the_body_counts_and_the_rest_is_told_apart(vocabulary):
    text = "Russia sold tanks. Comments: Cuba next!"
    found = scan(article(text, spans=[(0, 18)]), vocabulary)
    assert [m["actor_id"] for m in found.mentions] == ["russia"]
    assert [(m["actor_id"], m["kind"]) for m in found.outside] == [("cuba", "unclassified")]


def test_a_mention_outside_the_body_tells_the_kind_of_clutter(vocabulary):
    text = "Russia sold tanks. Comments: Cuba next! Photo: Iran"
    told_apart = article(text, spans=[(0, 18)])
    told_apart.clutter = [(40, len(text), "caption"), (19, 39, "comment")]
    found = scan(told_apart, vocabulary)
    assert [(m["actor_id"], m["kind"]) for m in found.outside] == [("cuba", "comment"), ("iran", "caption")]


def test_a_refused_name_says_why(vocabulary):
    found = scan(article("Billy Bush came."), vocabulary)
    assert [(h.entry.id, h.rule) for h in found.refused] == [("george-w-bush", "another-given-name")]
    assert not found.hits


def test_origin_and_place_stay_among_the_hits_with_their_country(vocabulary):
    found = scan(article("Russian-made tanks were shown in Caracas."), vocabulary)
    kept = [(h.entry.country, h.sense) for h in found.hits if h.entry.kind == "actor"]
    assert kept == [("RUS", "origin"), ("VEN", "place")]


def test_an_actor_without_an_alias_in_the_language_is_found_by_its_name(vocabulary):
    found = scan(article("В Каракасе Rafael Ramírez и Stuart Young.", language="ru"), vocabulary)
    assert [m["actor_id"] for m in found.mentions] == ["rafael-ramirez", "stuart-young"]


def test_an_empty_body_has_no_mentions(vocabulary):
    assert scan(article(""), vocabulary).mentions == []


def test_the_headline_names_actors_as_the_body_does_and_gives_the_deals_no_words(vocabulary):
    text = "The Ledger\nGuyana passes the half-million mark\nOutput rose, Venezuela said."
    first, body = text.index("Guyana"), text.index("Output")
    clutter = [(0, 10, "title"), (first, body - 1, "title")]
    page = Article("a", "a", text, "h", "read", body_spans=[(body, len(text))], clutter=clutter)
    found = scan(page, vocabulary)
    assert [m["actor_id"] for m in found.mentions] == ["guyana", "venezuela"]
    assert [h.entry.id for h in found.hits] == ["venezuela"]
    assert not found.outside


def test_a_short_line_above_the_body_is_no_headline(vocabulary):
    text = "Venezuela today\nOutput rose."
    page = Article("a", "a", text, "h", "read", body_spans=[(16, len(text))], clutter=[(0, 15, "title")])
    found = scan(page, vocabulary)
    assert not found.mentions
    assert [m["kind"] for m in found.outside] == ["title"]
