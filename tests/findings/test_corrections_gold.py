"""Corrections as gold: what the analyst ruled measures the reading, and nothing else does."""

import json

import pytest
from typer.testing import CliRunner

from pactline import open_study
from pactline.cli import app
from pactline.findings.corrections import replay
from pactline.findings.corrections_gold import as_gold, gold_lines, score_corrections
from pactline.record.topic import check_topic
from pactline.record.topic_new import new_topic

from .test_corrections import FIRST, SECOND, TEXT, THIRD, deal, oil, ruling, tables

ARTICLE = (
    "CARACAS, Aug 15, 2019 - Russia agreed on Thursday to sell 24 Su-30 fighter jets to Venezuela for $1.5 billion, "
    "the Defense Ministry said. Venezuela's oil output fell to 742,000 barrels per day in July, according to OPEC."
)


def gold_of(rulings, deals=(), oils=(), **options):
    extracted = tables(deals, oils)
    done = replay(extracted, {"a1": TEXT}, rulings)
    return as_gold(done, extracted, {"a1": TEXT}, **options), extracted


def right(cases, extracted):
    table = score_corrections(cases, extracted)
    return {
        r["field"]: (r["right"], r["gold"], r["found"]) for r in table[table["language"] == "all"].to_dict("records")
    }


def test_an_accepted_statement_is_right_and_says_nothing_of_others():
    (case,), extracted = gold_of([ruling("accept")], [deal("c1"), deal("c2", THIRD)])
    assert [d["quote"] for d in case["deals"]] == [TEXT[slice(*FIRST)]]
    assert right([case], extracted)["deals: parties, status, kind"] == (1, 1, 1)


def test_a_corrected_status_is_a_mistake_of_the_reading():
    (case,), extracted = gold_of([ruling(status="agreed")], [deal("c1")])
    assert case["deals"][0]["status"] == "agreed"
    assert right([case], extracted)["deals: parties"] == (1, 1, 1)
    assert right([case], extracted)["deals: parties, status"] == (0, 1, 1)


def test_a_rejected_statement_is_a_false_find():
    (case,), extracted = gold_of([ruling("reject")], [deal("c1"), deal("c2", THIRD)])
    assert case["rejected"] == [{"table": "deals", "start": 0, "quote": TEXT[slice(*FIRST)]}]
    assert right([case], extracted)["deals: found"] == (0, 0, 1)


def test_an_added_statement_is_one_that_the_reading_missed():
    added = ruling("add", "x", span=THIRD, kind="access", status="delivered", supplier=["CUB"], recipient=["RUS"],
                   items=[], modality="fact")  # fmt: skip
    (case,), extracted = gold_of([added], [deal("c1")])
    assert right([case], extracted)["deals: found"] == (0, 1, 0)


def test_a_figure_is_measured_too():
    (case,), extracted = gold_of([ruling("correct", "o1", table="oil", span=SECOND, subject="Iran")], oils=[oil("o1")])
    assert right([case], extracted)["oil: value, unit"] == (1, 1, 1)
    assert right([case], extracted)["oil: subject"] == (0, 1, 1)


def test_of_an_article_read_to_the_end_the_rest_is_right():
    (case,), extracted = gold_of([ruling("reject")], [deal("c1"), deal("c2", THIRD)], whole=True)
    assert "rejected" not in case
    assert right([case], extracted)["deals: found"] == (1, 1, 2)


@pytest.mark.parametrize("rulings", [[], [ruling("accept", "gone", span=(0, 3), about="x")]], ids=["none", "unmatched"])
def test_without_a_ruling_that_matches_there_is_no_case(rulings):
    cases, extracted = gold_of(rulings, [deal("c2", THIRD)])
    assert cases == []
    assert score_corrections(cases, extracted).empty


def test_an_archive_corrected_by_hand_measures_the_reading_of_its_own_topic(tmp_path, own_cache):
    (tmp_path / "one.jsonl").write_text(json.dumps({"id": "one", "text": ARTICLE}) + "\n", encoding="utf-8")
    kept = tmp_path / "corrections.csv"
    study = open_study(tmp_path / "one.jsonl", corrections=kept)
    study.correct(study.deals["claim_id"][0], status="cancelled")
    study.accept(study.oil["claim_id"][0])
    new_topic("own", tmp_path / "own")
    (tmp_path / "own" / "gold").mkdir()
    out = tmp_path / "own" / "gold" / "mine.jsonl"
    arguments = ["corrections", "gold", tmp_path / "one.jsonl", "--corrections", kept, "--out", out]
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    assert result.exit_code == 0, result.output
    assert "deals: parties, status: right 0 of 1 annotated, 1 found" in result.output
    assert out.read_text(encoding="utf-8") == gold_lines(study.corrections_gold())
    assert check_topic(tmp_path / "own")[1] == []
    scores = open_study(tmp_path / "one.jsonl", topic=tmp_path / "own").accuracy
    assert set(scores["set"]) == {"mine"}
    assert scores.set_index(["field", "language"]).loc[("oil: value, unit", "all"), "right"] == 1


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        pytest.param(["--corrections", "nowhere.csv", "--out", "x.jsonl"], "there is no nowhere.csv", 2, id="no-file"),
        pytest.param(["--corrections", "c.csv", "--out", "no/x.jsonl"], "there is no folder no", 2, id="no-folder"),
        pytest.param(["--corrections", "c.csv", "--out", "x.jsonl"], "rules on no statement", 1, id="no-ruling"),
    ],
)
def test_what_cannot_be_exported_says_so_and_writes_nothing(tmp_path, monkeypatch, arguments, message, code):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "c.csv").write_text("action,table,claim_id,article_id,quote,about,values,who,note\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["corrections", "gold", "one.txt", *arguments])
    assert result.exit_code == code
    assert message in " ".join(result.output.split())
    assert not (tmp_path / "x.jsonl").exists()
