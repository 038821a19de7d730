"""The report in git is the one this code makes from the seeds, to the byte, wherever and however it is made."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def make(corpus, folder, *options, **variables):
    """Run `pactline report` on its own; the folder holds report.html, tables/ and report.zip afterwards."""
    folder.mkdir(parents=True)
    files = ["--out", folder / "report.html", "--tables", folder / "tables", "--zip", folder / "report.zip"]
    done = subprocess.run(
        [sys.executable, "-m", "pactline", "report", str(corpus), *map(str, files), *options],
        cwd=folder, env={**os.environ, **variables}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory, seeds_study):
    return make(ROOT / "seeds", tmp_path_factory.mktemp("reports") / "here")


@pytest.fixture(scope="module")
def made_elsewhere(tmp_path_factory):
    """From a copy in another folder, in another time zone and locale, by two workers, with nothing kept from before."""
    place = tmp_path_factory.mktemp("another place") / "ü é"
    shutil.copytree(ROOT / "seeds", place / "seeds")
    elsewhere = {
        "TZ": "Pacific/Chatham", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8", "PYTHONHASHSEED": "4711", "COLUMNS": "40",
        "PACTLINE_CACHE": str(place / "cache"), "SOURCE_DATE_EPOCH": "86400",
    }  # fmt: skip
    return make(place / "seeds", place / "out", "--workers", "2", **elsewhere)


def files_of(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.suffix != ".lock"
    }


def test_the_report_in_git_is_what_the_build_makes(made):
    same = (made / "report.html").read_bytes() == (ROOT / "reports" / "venezuela-russia.html").read_bytes()
    assert same, "run `make report` and commit reports/venezuela-russia.html with the change"


def test_page_tables_notebooks_and_zip_are_the_same_wherever_they_are_made(made, made_elsewhere):
    here, there = files_of(made), files_of(made_elsewhere)
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []


def test_the_zip_holds_the_page_and_all_that_lies_beside_it(made):
    with zipfile.ZipFile(made / "report.zip") as bundle:
        held = {name: bundle.read(name) for name in bundle.namelist()}
        assert {entry.date_time for entry in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert held == {name: data for name, data in files_of(made).items() if name != "report.zip"}
    for name in (
        "report.html", "tables/deals.csv", "tables/deals.jsonl", "tables/deals.parquet", "tables/datapackage.json",
        "tables/manifest.json", "tables/notebooks/arms_deals.ipynb",
    ):  # fmt: skip
        assert name in held


ONE = (
    "Venezuela oil output\n\nCARACAS, 12 April 2023 - Venezuela pumped 700,000 barrels per day of crude in March 2023, the ministry "
    "said. The state firm PDVSA expects more crude output in the months to come, the minister told reporters.\n"
)


def test_a_series_of_the_users_own_is_drawn_compared_and_cited(tmp_path):
    corpus, own = tmp_path / "corpus", tmp_path / "own.csv"
    corpus.mkdir()
    (corpus / "one.txt").write_text(ONE, encoding="utf-8")
    own.write_text(
        "country_iso3,month,kb_per_day,source\nVEN,2023-03,701,Harbour notes\nVEN,2023-04,712,Harbour notes\n",
        encoding="utf-8",
    )
    page = (make(corpus, tmp_path / "out", "--reference", str(own)) / "report.html").read_text(encoding="utf-8")
    drawn = re.search(r'<a [^>]*href="#(r-\w+)"[^>]*><title>[^<]*own: Harbour notes', page)
    assert drawn, "the series is a line of the chart, with its name"
    assert f'id="{drawn[1]}"' in page, "the line leads to its source"
    row = r">701,000 b/d</a></td><td><a class=\"fig\" href=\"#r-\w+\"[^>]*>own: Harbour notes</a>[^\n]{1,300}>agrees<"
    assert re.search(row, page), "the table sets the statement beside it"
    assert "the file given as --reference" in page
