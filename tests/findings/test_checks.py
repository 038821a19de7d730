"""Statements on production beside the reference series: which series, which verdict, and when there is none."""

import re

import pandas as pd
import pytest
from typer.testing import CliRunner

from pactline import open_study
from pactline.cli import app
from pactline.findings.checks import Point, SeriesError, oil_checks, own_series, verdict
from pactline.record import schema

MONTHLY = [
    {"country_iso3": "VEN", "month": "2017-12", "kb_per_day": "1621", "basis": "opec_direct"},
    {"country_iso3": "VEN", "month": "2017-12", "kb_per_day": "1745", "basis": "opec_secondary"},
]
ANNUAL = [
    {
        "country_iso3": "VEN",
        "year": "2017",
        "kb_per_day": "2223",
        "measure": "oil_total_liquids",
        "source_id": "ei2026",
    },
    {"country_iso3": "VEN", "year": "2017", "kb_per_day": "2035", "measure": "crude", "source_id": "jodi_mean"},
]


def claim(**given):
    plain = {
        "claim_id": "c1", "article_id": "a1", "start": 0, "end": 4, "quote": "text", "measure": "production", "basis": "level",
        "subject": "Venezuela", "country": "VEN", "value": 1_745_000.0, "value_high": None, "unit": "b/d",
        "value_stated": "1.745 mb/d", "bound": "exact", "direction": None, "as_of": "2017-12", "attributed_to": None, "rule": "r",
    }  # fmt: skip
    return plain | given


def articles(duplicate_of=None):
    row = {
        "article_id": "a1", "source": "a", "content_hash": "h", "status": "read", "published_precision": "day",
        "published_conflicts": [], "body_spans": [], "clutter": [], "words": 1, "duplicate_of": duplicate_of,
    }  # fmt: skip
    return schema.frame([row], schema.ARTICLES)


def checked(*claims, duplicate_of=None, extra=None) -> pd.DataFrame:
    oil = schema.frame(claims, schema.OIL)
    return oil_checks(oil, articles(duplicate_of), monthly=MONTHLY, annual=ANNUAL, extra=extra)


def verdicts(frame: pd.DataFrame) -> dict[str, str]:
    return dict(zip(frame["series"], frame["verdict"], strict=True))


def test_rival_series_stand_side_by_side():
    assert verdicts(checked(claim())) == {
        "OPEC direct communication, crude": "differs",
        "OPEC secondary sources, crude": "agrees",
    }


@pytest.mark.parametrize(
    ("given", "series"),
    [
        pytest.param({"as_of": "2017-12-31"}, 2, id="a-day-is-checked-by-its-month"),
        pytest.param({"as_of": "2017"}, 2, id="a-year-by-the-annual-series"),
        pytest.param({"as_of": "2017-11"}, 2, id="a-month-without-a-point-by-its-year"),
    ],
)
def test_the_period_chooses_the_series(given, series):
    found = checked(claim(**given))
    assert len(found) == series
    assert "no reference" not in set(found["verdict"])


@pytest.mark.parametrize(
    ("given", "note"),
    [
        pytest.param({"as_of": "past"}, "no period", id="past"),
        pytest.param({"as_of": None}, "no period", id="no-period"),
        pytest.param({"country": None}, "no country", id="no-country"),
        pytest.param({"subject": "Chevron"}, "company", id="company"),
        pytest.param({"subject": "PDVSA", "country": "CUW"}, "company", id="the-state-company-elsewhere"),
        pytest.param({"subject": "Rosneft", "country": "RUS"}, "company", id="a-company-beside-others"),
        pytest.param({"as_of": "1950"}, "no series", id="before-all-series"),
        pytest.param({"unit": "t"}, "daily flow", id="tonnes-of-no-period"),
    ],
)
def test_no_reference_says_why(given, note):
    found = checked(claim(**given))
    assert list(found["verdict"]) == ["no reference"]
    assert note in found["note"][0]


@pytest.mark.parametrize(
    "given",
    [{"measure": "exports"}, {"basis": "change", "direction": "down"}, {"measure": "target"}, {"measure": "capacity"}],
    ids=["exports", "change", "target", "capacity"],
)
def test_only_levels_of_production_are_checked(given):
    assert checked(claim(**given)).empty


def test_the_state_company_stands_for_its_state():
    found = checked(claim(subject="PDVSA"))
    assert verdicts(found)["OPEC secondary sources, crude"] == "agrees"
    assert found["note"].str.contains("stands for its state").all()


def test_a_wire_copy_is_not_checked_again():
    assert checked(claim(), duplicate_of="a0").empty


@pytest.mark.parametrize(
    ("given", "bpd", "expected"),
    [
        ({"bound": "exact"}, 1_790_000, "agrees"),
        ({"bound": "exact"}, 1_850_000, "differs"),
        ({"bound": "about"}, 1_850_000, "agrees"),
        ({"bound": "at_least"}, 3_000_000, "agrees"),
        ({"bound": "at_least"}, 1_000_000, "differs"),
        ({"bound": "at_most"}, 1_000_000, "agrees"),
        ({"bound": "at_most"}, 3_000_000, "differs"),
        ({"bound": "range", "value_high": 2_500_000.0}, 2_000_000, "agrees"),
        ({"bound": "range", "value_high": 2_500_000.0}, 3_000_000, "differs"),
    ],
)
def test_the_bound_decides_the_verdict(given, bpd, expected):
    assert verdict(claim(**given), Point("VEN", "2017-12", "s", bpd, 3.0, "")) == expected


def test_tonnes_a_year_are_checked_as_barrels_a_day():
    # 101 million tonnes a year at 7.33 barrels are 2.03 million b/d
    found = checked(claim(value=101e6, unit="t/y", as_of="2017"))
    assert verdicts(found)["JODI, crude, mean of twelve months"] == "agrees"


def test_tonnes_made_in_a_year_are_a_flow():
    assert (
        verdicts(checked(claim(value=101e6, unit="t", as_of="2017")))["JODI, crude, mean of twelve months"] == "agrees"
    )
    assert (
        verdicts(checked(claim(value=301e6, unit="t", as_of="2017")))["JODI, crude, mean of twelve months"] == "differs"
    )


def test_a_series_of_the_users_own_is_laid_over():
    extra = [{"country_iso3": "VEN", "month": "2017-12", "kb_per_day": "1700", "source": "my tanker count"}]
    assert verdicts(checked(claim(), extra=extra))["own: my tanker count"] == "agrees"


@pytest.mark.parametrize(
    "row",
    [
        {"country_iso3": "VEN", "month": "2017-13", "kb_per_day": "1"},
        {"country_iso3": "VEN", "month": "2017-12", "kb_per_day": "many"},
        {"country_iso3": "VEN", "month": "2017-12", "kb_per_day": "inf"},
        {"month": "2017-12", "kb_per_day": "1"},
    ],
    ids=["no-such-month", "words", "infinite", "no-country"],
)
def test_a_broken_series_is_refused_with_its_line(row):
    with pytest.raises(SeriesError, match="line 2"):
        checked(claim(), extra=[row])


def test_two_prints_of_one_month_stay_two_rows():
    twice = [*MONTHLY, MONTHLY[1] | {"kb_per_day": "1750"}]
    found = oil_checks(schema.frame([claim()], schema.OIL), articles(), monthly=twice, annual=[])
    assert "OPEC secondary sources, crude, print 2" in set(found["series"])


OWN = "country_iso3,month,kb_per_day,source\nVEN,2019-07,750,my tanker count\n"
STATEMENT = (
    "CARACAS, Aug 15, 2019 - Venezuela's oil output fell to 742,000 barrels per day in July, according to OPEC. "
    "State company PDVSA said it produced 1.1 million barrels per day in July."
)


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "one.txt").write_text(STATEMENT, encoding="utf-8")
    return folder


def series_file(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "own.csv"
    path.write_text(text, encoding=encoding)
    return path


def test_a_users_file_is_laid_over_the_study(corpus, tmp_path):
    found = open_study(corpus, "venezuela-russia", reference=series_file(tmp_path, OWN)).oil_checks
    own = found[found["series"] == "own: my tanker count"]
    assert own["reference_bpd"].to_list() == [750_000.0, 750_000.0]
    assert sorted(own["verdict"]) == ["agrees", "differs"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(OWN + "VEN,2019-08,many,x\n", "own.csv:3: kb_per_day is no number: 'many'", id="words"),
        pytest.param(OWN + "VEN,August,750,x\n", "own.csv:3: country_iso3 and month or year", id="no-month"),
        pytest.param("month,value\n2019-07,750\n", "own.csv:2: country_iso3", id="other-columns"),
        pytest.param("country_iso3,month\nVEN,2019-07\n", "own.csv:2: kb_per_day is no number: None", id="no-value"),
        pytest.param("country_iso3,month,kb_per_day\nVEN,2019-07\n", "own.csv:2: kb_per_day", id="short-row"),
        pytest.param("country_iso3,month,kb_per_day\n", "own.csv:1: no rows", id="heading-only"),
    ],
)
def test_a_broken_file_is_refused_with_file_and_line(corpus, tmp_path, text, message):
    path = series_file(tmp_path, text)
    with pytest.raises(SeriesError, match=re.escape(message)):
        own_series(path)
    said = CliRunner().invoke(app, ["report", str(corpus), "--reference", str(path), "--out", str(tmp_path / "r.html")])
    assert said.exit_code == 2
    assert message.partition(": ")[2] in " ".join(said.output.split())


def test_a_file_in_another_encoding_is_refused(tmp_path):
    with pytest.raises(SeriesError, match="no UTF-8 CSV file"):
        own_series(series_file(tmp_path, OWN + "VEN,2019-08,1,año\n", "latin-1"))
