"""The export command: every form, whole files, the same bytes twice, messages for what cannot be."""

import csv

import pytest
from typer.testing import CliRunner

from pactline.cli import app
from pactline.interop import FORMATS
from pactline.interop.exports import WRITERS, export

from .conftest import awkward

FILES = {"entities.ftm.json", "statements.ftm.json", "events.plover.csv", "annotations.jsonld", "articles.spacy"}


def test_every_form_has_a_writer():
    assert tuple(WRITERS) == FORMATS


def test_two_exports_are_the_same_to_the_byte(exported, tmp_path):
    first = {p.name: p.read_bytes() for p in export(exported, tmp_path / "one", FORMATS)}
    second = {p.name: p.read_bytes() for p in export(exported, tmp_path / "two", FORMATS)}
    assert first.keys() == FILES
    assert first == second


def test_no_cell_of_the_events_acts_as_a_formula(tmp_path):
    study = awkward()
    study.deals["quote"] = "=2+2"
    export(study, tmp_path, ["plover"])
    cells = [c for row in csv.reader((tmp_path / "events.plover.csv").open(encoding="utf-8")) for c in row]
    assert "'=2+2" in cells
    assert not [cell for cell in cells if cell.startswith("=")]


def test_the_command_writes_what_is_asked_for(tmp_path):
    (tmp_path / "a.txt").write_text("Russia sold Iran 24 Su-35 jets in November 2023.", encoding="utf-8")
    arguments = [
        "export",
        str(tmp_path / "a.txt"),
        "--topic",
        "russia-iran",
        "--out",
        str(tmp_path / "out"),
        "--format",
        "plover",
    ]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert {p.name for p in (tmp_path / "out").iterdir() if not p.name.startswith(".")} == {"events.plover.csv"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--format", "rdf"], "allowed are followthemoney, plover", id="unknown-form"),
        pytest.param(["--corrections", "nowhere.csv"], "there is no nowhere.csv", id="no-corrections"),
    ],
)
def test_what_cannot_be_exported_says_so_and_writes_nothing(tmp_path, arguments, message):
    result = CliRunner().invoke(app, ["export", str(tmp_path), "--out", str(tmp_path / "out"), *arguments])
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())
    assert not (tmp_path / "out").exists()
