"""The second topic: its chapters and its page come of its files alone, and the reading keeps what it reached on its pages."""

import html
import json
import os
import re

import pytest

from pactline import open_study
from pactline.record.topic import check_topic, load_topic
from pactline.report.render import render
from pactline.study import manifest

from .conftest import ROOT

FLOORS = {
    "publication date": 0.95,
    "actors": 0.88,
    "deals: found": 0.73,
    "deals: parties": 0.67,
    "deals: parties, status": 0.47,
    "deals: items with quantity": 0.78,
    "oil: value, unit": 0.95,
    "oil: measure, basis": 0.8,
    "oil: subject": 0.68,
    "oil: period": 0.7,
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """The texts of the annotated pages, without the annotations."""
    lines = (load_topic("russia-iran").folder / "gold" / "restated.jsonl").read_text(encoding="utf-8").splitlines()
    path = tmp_path_factory.mktemp("iran") / "pages.jsonl"
    cases = [json.loads(line) for line in lines]
    kept = [json.dumps({k: case[k] for k in ("id", "url", "text")}, ensure_ascii=False) for case in cases]
    path.write_text("\n".join(kept), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def study(corpus, own_cache):
    return open_study(corpus, topic="russia-iran")


@pytest.fixture(scope="module")
def words(study, corpus, tmp_path_factory):
    """What the page says, without markup, styles and pictures."""
    out = tmp_path_factory.mktemp("page") / "iran.html"
    parameters = {"corpus": str(corpus), "topic": "russia-iran", "period": "year"}
    cache = {"PACTLINE_CACHE": os.environ["PACTLINE_CACHE"]}
    render(ROOT / "notebooks", study=study, parameters=parameters, out=out, environment=cache, manifest=manifest(study))
    page = re.sub(r"<(style|script|svg)\b.*?</\1>", "", out.read_text(encoding="utf-8"), flags=re.DOTALL)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


def test_the_topic_has_no_fault_and_is_complete():
    loaded, faults = check_topic("russia-iran")
    assert faults == []
    iranian = [row for row in loaded.actors if row["country_iso3"] == "IRN"]
    assert {"state", "person", "company", "organisation", "armed-force", "media"} == {row["type"] for row in iranian}
    assert all(loaded.reference(n) for n in ("arms_transfers", "oil_production_annual", "oil_production_monthly"))


def test_every_fact_names_its_source():
    topic = load_topic("russia-iran")
    assert all(row["source_url"] or "general knowledge" in row["note"] for row in topic.events)
    assert all(
        row["source"] and row["source_location"]
        for name in ("arms_transfers", "oil_production_annual", "oil_production_monthly")
        for row in topic.reference(name)
    )
    assert all(row["dates_basis"] for row in topic.actors if row["valid_from"] or row["valid_to"])


def test_the_gold_has_what_it_should_have(study):
    cases = [json.loads(line) for line in (study.topic.folder / "gold" / "restated.jsonl").open(encoding="utf-8")]
    assert len(cases) >= 12
    assert {case["lang"] for case in cases} == {"en", "es", "pt", "ru"}
    assert sum(case["hard_negative"] for case in cases) >= 2
    assert sum(len(case["deals"]) for case in cases) >= 40
    assert sum(len(case["oil"]) for case in cases) >= 20


@pytest.mark.parametrize(("field", "floor"), FLOORS.items(), ids=list(FLOORS))
def test_the_reading_keeps_what_it_reached(study, field, floor):
    scores = study.accuracy.set_index(["field", "language"])["f1"]
    assert scores[field, "all"] >= floor


def test_the_page_tells_of_this_topic_and_of_no_other(words):
    assert "Russia and Iran" in words
    assert "Iran’s output is put at" in words
    assert "Venezuela" not in re.sub(
        r"Venezuela , \d+ mentions? as Venezuela :|Iran, Venezuela and|Saudi Arabia, Iraq, Venezuela|Venezuela \(VEN\)|Venezuela (?=–)",
        "",
        words,
    )


def test_every_chapter_is_there(words):
    for heading in ("The corpus", "Actors", "Arms deals", "Oil output", "How good is this?"):
        assert heading in words


def test_deals_run_both_ways(study):
    sides = {(tuple(r.supplier), tuple(r.recipient)) for r in study.deal_events.itertuples()}
    assert {(("RUS",), ("IRN",)), (("IRN",), ("RUS",))} <= sides


def test_iranian_output_stands_beside_iranian_series(study):
    checks = study.oil_checks[study.oil_checks["verdict"] != "no reference"]
    assert {"agrees"} <= set(checks["verdict"])
    assert any("OPEC secondary sources" in name for name in checks["series"])


def test_the_register_knows_deals_of_the_press(study):
    found = study.register_checks[study.register_checks["verdict"] == "on record"]
    assert {"Su-35", "Tor-M1"} <= set(found["item"]) | set(found["designation"])
