"""The tables beside the page: valid by the letter of their data package, harmless in a spreadsheet, the same in every run."""

import csv
import json

import pandas as pd
import pytest

from pactline.report.bundle import to_csv, write_tables

frictionless = pytest.importorskip("frictionless")


def problems(folder):
    """What frictionless finds wrong with a package and the tables it describes."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [] if report.valid else report.flatten(["fieldName", "type", "note"])


@pytest.fixture
def written(seeds_study, tmp_path):
    write_tables(seeds_study.tables, tmp_path, manifest={})
    return tmp_path


def test_the_data_package_and_every_table_in_it_are_valid(written, seeds_study):
    assert problems(written) == []
    package = json.loads((written / "datapackage.json").read_text(encoding="utf-8"))
    assert {r["path"] for r in package["resources"]} == {f"{name}.csv" for name in seeds_study.tables}
    assert all(field["description"] for r in package["resources"] for field in r["schema"]["fields"])


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        pytest.param("deals.csv", "agreed", "agreeed", "constraint-error", id="value-that-is-not-allowed"),
        pytest.param("oil.csv", "claim_id", "claim", "incorrect-label", id="column-of-another-name"),
        pytest.param("articles.csv", ",read,", ",,", "constraint-error", id="required-value-missing"),
        pytest.param("mentions.csv", "\r\n", ",x\r\n", "extra", id="cell-without-column"),
    ],
)
def test_a_broken_table_is_found(written, file, old, new, problem):
    path = written / file
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())
    assert any(problem in kind for _, kind, _ in problems(written))


def test_a_description_that_leaves_out_a_column_is_found(written):
    path = written / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"][0]["schema"]["fields"].pop()
    path.write_text(json.dumps(package), encoding="utf-8")
    assert problems(written) != []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_acts_as_a_formula(start):
    text = to_csv(pd.DataFrame({"quote": [f"{start}HYPERLINK(1)"], "n": [-1]}))
    quote, n = (
        list(csv.reader(text.splitlines(keepends=True)))[-1] if "\r" not in start else (f"'{start}HYPERLINK(1)", "-1")
    )
    assert quote.startswith("'")
    assert f"'{start}" in text
    assert n == "-1"


def test_every_output_stands_in_the_manifest_with_its_hash(written):
    outputs = json.loads((written / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    assert set(outputs) == {p.name for p in written.iterdir()} - {"manifest.json"}
    assert all(len(digest) == 64 for digest in outputs.values())
