"""The command line: exit codes and messages that name the parameter or file and say what to do."""

import json

import pytest
from typer.testing import CliRunner

from pactline.cli import app
from pactline.record.files import held

runner = CliRunner()
ARTICLE = (
    "CARACAS, Aug 15, 2019 - Russia agreed on Thursday to sell 24 Su-30 fighter jets to Venezuela for $1.5 billion, "
    "the Defense Ministry said. Venezuela's oil output fell to 742,000 barrels per day in July, according to OPEC."
)


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def run(*arguments):
    return runner.invoke(app, [str(a) for a in arguments])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--start", "yesterday"], "--start is 'yesterday'", id="unreadable-date"),
        pytest.param(["--start", "2019-02-30"], "--start is '2019-02-30'", id="impossible-date"),
        pytest.param(["--start", "2020", "--end", "2019"], "lies before --start", id="end-before-start"),
        pytest.param(["--period", "week"], "month, quarter, year", id="unknown-period"),
        pytest.param(["--topic", "mars-venus"], "no topic mars-venus", id="unknown-topic"),
        pytest.param(["--field", "published"], "published=pubDate", id="field-without-column"),
        pytest.param(["--since", "nowhere"], "--since: there is no nowhere", id="missing-earlier-run"),
        pytest.param(
            ["--corrections", "nowhere.csv"], "--corrections: there is no nowhere.csv", id="missing-corrections"
        ),
        pytest.param(["--zip", "all.zip"], "--zip packs what --tables writes", id="zip-without-tables"),
        pytest.param(["--excerpt", "3"], "--excerpt", id="excerpt-too-short"),
        pytest.param(["--yeers", "1"], "--yeers", id="unknown-option"),
    ],
)
def test_wrong_parameters_stop_before_anything_runs(corpus, tmp_path, arguments, message):
    out = tmp_path / "out" / "report.html"
    result = run("report", corpus, "--out", out, *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())
    assert not out.exists()


def test_a_missing_corpus_says_so(tmp_path):
    result = run("check", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "nowhere" in result.output


def test_an_empty_corpus_says_what_to_do(tmp_path):
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "put articles there" in " ".join(result.output.split())


def test_extract_writes_every_table_three_ways(corpus, tmp_path):
    out = tmp_path / "tables"
    result = run("extract", corpus, "--out", out)
    assert result.exit_code == 0, result.output
    for name in ("articles", "mentions", "deals", "oil"):
        assert {f"{name}.{kind}" for kind in ("jsonl", "csv", "parquet")} <= {p.name for p in out.iterdir()}
    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["inputs"].keys() == {"one.txt"}
    assert "articles.jsonl" in manifest["outputs"]
    (article,) = [json.loads(line) for line in (out / "articles.jsonl").read_text().splitlines()]
    assert article["article_id"] == "one"


def test_other_articles_are_read_beside_a_bad_one_and_strict_says_so(corpus, tmp_path):
    (corpus / "two.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (corpus / "three.txt").write_bytes(b"")
    result = run("extract", corpus, "--out", tmp_path / "tables")
    assert result.exit_code == 0
    assert "2 not read" in result.output
    assert run("check", corpus, "--strict").exit_code == 3
    named = run("check", corpus).output
    assert "two.txt" in named
    assert "three.txt" in named


def test_nothing_usable_fails(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "says why" in " ".join(result.output.split())


def test_a_second_run_on_one_output_is_turned_away(corpus, tmp_path):
    with held(tmp_path / "tables"):
        result = run("extract", corpus, "--out", tmp_path / "tables")
    assert result.exit_code == 75
    assert "another run" in result.output


def test_changes_tell_ci_whether_anything_moved(corpus, tmp_path):
    assert run("extract", corpus, "--out", tmp_path / "a").exit_code == 0
    assert run("changes", tmp_path / "a", tmp_path / "a").exit_code == 0
    (corpus / "one.txt").write_text(ARTICLE.replace("742,000", "700,000"), encoding="utf-8")
    assert run("extract", corpus, "--out", tmp_path / "b").exit_code == 0
    result = run("changes", tmp_path / "a", tmp_path / "b", "--json")
    assert result.exit_code == 1
    assert any("700,000" in json.loads(line)["what"] for line in result.output.splitlines())


def test_changes_of_a_folder_without_tables(tmp_path):
    result = run("changes", tmp_path, tmp_path)
    assert result.exit_code == 2
    assert "holds no tables" in " ".join(result.output.split())


def test_control_characters_of_names_never_reach_the_terminal(tmp_path):
    (tmp_path / "a\x1b[31m.txt").write_bytes(b"")
    assert "\x1b[31m" not in run("check", tmp_path).output


def test_names_that_the_topic_does_not_know_are_suggested_as_rows(corpus):
    (corpus / "two.txt").write_text(
        "Minister Anatol Brenko met reporters in the capital on Friday. Later Minister Anatol Brenko flew home again.",
        encoding="utf-8",
    )
    result = run("actors", "suggest", corpus)
    assert result.exit_code == 0, result.output
    assert "Anatol Brenko" in result.stdout
    assert result.stdout.startswith("id,canonical_name,type")


def test_a_pipeline_that_is_not_installed_is_named(corpus):
    result = run("actors", "suggest", corpus, "--model", "xx_no_such_pipeline")
    assert result.exit_code == 2
    assert "xx_no_such_pipeline" in result.output


def test_corrections_are_replayed_and_those_that_match_nothing_are_named(corpus, tmp_path):
    from pactline import open_study

    kept = tmp_path / "corrections.csv"
    study = open_study(corpus, corrections=kept)
    claims = study.oil["claim_id"].tolist()
    study.reject(claims[0], note="another year")
    text = kept.read_text(encoding="utf-8")
    kept.write_text(
        text + text.splitlines()[1].replace(claims[0], "gone").replace(",one,", ",two,") + "\n", encoding="utf-8"
    )
    result = run("extract", corpus, "--out", tmp_path / "out", "--corrections", kept)
    assert result.exit_code == 0, result.output
    assert "corrections: 1 of 2 applied" in result.output
    assert "line 3 (reject gone) matches nothing: the corpus does not hold its article" in " ".join(
        result.output.split()
    )
    assert claims[0] not in (tmp_path / "out" / "oil.jsonl").read_text(encoding="utf-8")


def test_a_corrections_file_edited_into_nonsense_stops_with_its_line(corpus, tmp_path):
    (tmp_path / "c.csv").write_text("action,status\nagreed\n", encoding="utf-8")
    result = run("extract", corpus, "--out", tmp_path / "out", "--corrections", tmp_path / "c.csv")
    assert result.exit_code == 2
    assert "line 1: the columns must be action,table" in " ".join(result.output.split())
    assert not (tmp_path / "out" / "oil.jsonl").exists()


def test_a_new_topic_is_sound_and_reads_a_corpus(corpus, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = run("topic", "new", "iran-russia")
    assert made.exit_code == 0
    assert "IRN and RUS" in made.output
    assert run("topic", "check", "iran-russia").exit_code == 0
    assert run("extract", corpus, "--topic", tmp_path / "iran-russia", "--out", tmp_path / "out").exit_code == 0


def test_a_name_without_countries_says_that_the_pair_is_an_example(tmp_path):
    assert "set it with --pair" in run("topic", "new", "gas", "--folder", tmp_path / "gas").output
    assert (
        "set it with --pair"
        not in run("topic", "new", "gas", "--folder", tmp_path / "g", "--pair", "TCD", "FRA").output
    )


def test_every_fault_of_a_topic_is_listed_and_the_exit_code_says_so(tmp_path):
    run("topic", "new", "own", "--folder", tmp_path / "own")
    (tmp_path / "own" / "actors.csv").write_text("id\n1\n", encoding="utf-8")
    (tmp_path / "own" / "topic.toml").write_text("name = 1\n", encoding="utf-8")
    result = run("topic", "check", tmp_path / "own")
    assert result.exit_code == 1
    assert f"{tmp_path}/own/actors.csv:1: missing column type" in result.output
    assert f"{tmp_path}/own/topic.toml:1: name is the number 1" in result.output
    refused = run("extract", tmp_path, "--topic", tmp_path / "own", "--out", tmp_path / "out")
    assert refused.exit_code == 2
    assert not (tmp_path / "out" / "deals.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["check", "nowhere"], "no topic nowhere", id="no-such-topic"),
        pytest.param(["new", "venezuela-russia"], "ships with pactline", id="name-of-a-shipped-topic"),
        pytest.param(["new", "own", "--pair", "RUS", "XXX"], "name two countries", id="no-such-country"),
    ],
)
def test_a_topic_that_cannot_be_is_a_wrong_parameter(tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    result = run("topic", *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())
    assert list(tmp_path.iterdir()) == []
