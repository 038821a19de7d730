"""Names the topic does not list: by capitals and titles, and by a pipeline trained here."""

import csv
import io

import pytest
import spacy
from spacy.training import Example
from typer.testing import CliRunner

from pactline.cli import app
from pactline.reading.actors import scan
from pactline.reading.suggestions import as_csv, spacy_entities, suggest
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import load_topic


@pytest.fixture(scope="module")
def read():
    vocabulary = Vocabulary(load_topic("venezuela-russia"))

    def one(text, article_id="a"):
        return scan(Article(article_id, "a", text, "", "read", language="en", body_spans=[(0, len(text))]), vocabulary)

    return one


def names(scans, **options):
    return [(s.name, s.count, s.type) for s in suggest(scans, **options)]


def test_recurring_names_are_found_with_counts(read):
    scans = [
        read("President Nayib Bukele met oil men. Then Nayib Bukele left for the coast."),
        read("Nayib Bukele spoke.", "b"),
    ]
    assert names(scans) == [("Nayib Bukele", 3, "person")]
    assert suggest(scans)[0].articles == {"a", "b"}
    assert suggest(scans)[0].sentences[0].startswith("President Nayib Bukele met")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hugo Chavez met Vladimir Putin. Hugo Chavez met Vladimir Putin.", id="listed-names"),
        pytest.param("The plan failed. The plan failed.", id="sentence-openers"),
        pytest.param(
            "Big Crude Deal Signed By Happy Merchants. Big Crude Deal Signed By Happy Merchants.",
            id="headline-capitals",
        ),
        pytest.param("Nayib Bukele spoke.", id="named-once"),
        pytest.param("Billy Bush came. Billy Bush left.", id="refused-names-are-known"),
    ],
)
def test_not_suggested(text, read):
    assert names([read(text)]) == []


def test_rows_are_ready_to_paste(read):
    text = as_csv(suggest([read("Minister Freddy Lugo spoke. Freddy Lugo left.")]))
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(r["id"], r["canonical_name"], r["type"]) for r in rows] == [("freddy-lugo", "Freddy Lugo", "person")]
    assert rows[0]["note"].startswith("2 times in 1 articles: Minister Freddy Lugo spoke.")


@pytest.fixture(scope="module")
def tiny_pipeline():
    nlp = spacy.blank("en")
    nlp.add_pipe("ner").add_label("ORG")
    sentences = ["Zyrtex sold pumps.", "Pumps came from Zyrtex.", "Zyrtex left.", "Men sold pumps."]
    examples = [
        Example.from_dict(
            nlp.make_doc(t), {"entities": [(t.find("Zyrtex"), t.find("Zyrtex") + 6, "ORG")] if "Zyrtex" in t else []}
        )
        for t in sentences
    ]
    spacy.util.fix_random_seed(0)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimizer)
    return nlp


def test_a_trained_pipeline_adds_its_entities(read, tiny_pipeline):
    scans = [read("Zyrtex sold pumps. Pumps came from Zyrtex.")]
    assert names(scans) == []
    assert names(scans, entities=spacy_entities(tiny_pipeline)) == [("Zyrtex", 2, "organisation")]


def test_the_command_line_takes_a_trained_pipeline_by_its_folder(tiny_pipeline, tmp_path):
    corpus, model = tmp_path / "corpus", tmp_path / "model"
    corpus.mkdir()
    (corpus / "one.txt").write_text("Zyrtex sold pumps. Pumps came from Zyrtex. Men sold pumps.", encoding="utf-8")
    tiny_pipeline.to_disk(model)
    without, with_model = (
        CliRunner().invoke(app, ["actors", "suggest", str(corpus), *more]) for more in ([], ["--model", str(model)])
    )
    assert (without.exit_code, with_model.exit_code) == (0, 0), with_model.output
    assert "Zyrtex" not in without.stdout
    row = next(csv.DictReader(io.StringIO(with_model.stdout)))
    assert (row["id"], row["canonical_name"], row["type"]) == ("zyrtex", "Zyrtex", "organisation")
