"""The oil chapter's charts: panels by measure, rival statements, and a series of the user's own."""

import re
from types import SimpleNamespace

import pytest

from pactline.record.commodity import SHIPPED, load_commodity
from pactline.record.topic import load_topic
from pactline.report import figures_oil, figures_oil_panels
from pactline.report.citing import claim_key, source_key
from pactline.report.drawing_oil import legend, round_step, scale_of, speakers
from pactline.report.told_oil import OWN, oil_title, production, reference_lines, series_keys
from pactline.report.wording import oil_amount

from .conftest import article, check, oil, page_of, study_of


def level(start, measure, value, unit="b/d", **fields):
    return oil(start=start, measure=measure, value=value, unit=unit, **fields)


def test_a_panel_for_each_measure_that_has_anything():
    study = study_of(
        [article(1)], oils=[level(0, "exports", 5e5), level(20, "reserves", 303e9, "bbl"), level(40, "share", 95, "%")]
    )
    assert [(p.measure, p.unit) for p in figures_oil_panels.panels(study)] == [("exports", "b/d"), ("reserves", "bbl")]
    html = figures_oil_panels.other_measures(study).html
    assert "fig-oil-exports" in html
    assert "fig-oil-revenue" not in html
    assert "million b/d" not in html.split("fig-oil-reserves-title")[0].split("fig-oil-exports-title")[0]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([], id="nothing"), pytest.param([level(0, "exports", 5e5, basis="change")], id="only-a-change"),
        pytest.param([level(0, "exports", 5e5, country="RUS")], id="another-country"),
        pytest.param([level(0, "exports", 5e5, as_of="past")], id="no-date"),
    ],
)  # fmt: skip
def test_no_panel_where_there_is_nothing(rows):
    study = study_of([article(1, published=None)], oils=rows)
    assert figures_oil_panels.panels(study) == []
    assert re.search("No dated level of|state no level of", figures_oil_panels.other_measures(study).html)


def test_of_several_units_the_commonest_is_drawn():
    study = study_of(
        [article(1)], oils=[level(0, "exports", 5e5), level(20, "exports", 6e5), level(40, "exports", 2e7, "bbl")]
    )
    (panel,) = figures_oil_panels.panels(study)
    assert (panel.unit, len(panel.placed)) == ("b/d", 2)


def test_of_very_many_statements_a_panel_draws_the_latest():
    most = figures_oil_panels.MOST_PANEL_DOTS
    rows = [level(i, "exports", 5e5 + i, as_of=f"{1980 + i % 40}") for i in range(most + 5)]
    (panel,) = figures_oil_panels.panels(study_of([article(1)], oils=rows))
    assert (len(panel.placed), panel.left_out) == (most, 5)
    assert panel.placed[-1][0].as_of == max(row["as_of"] for row in rows)


def test_every_dot_of_a_panel_links_to_its_sentence():
    rows = [level(0, "revenue", 5e9, "USD"), level(20, "revenue", 6e9, "USD")]
    html = figures_oil_panels.other_measures(study_of([article(1)], oils=rows)).html
    assert all(f'href="#{claim_key(row["claim_id"])}"' in html for row in rows)


def test_rival_statements_of_one_period_are_joined():
    apart = [oil(value=9e5, as_of="2019-07"), oil(start=20, value=9e5, as_of="2019-08")]
    rival = [oil(value=9e5, as_of="2019-07"), oil(start=20, value=7e5, as_of="2019-07", attributed_to="PDVSA")]
    lines = [
        figures_oil.output_over_time(study_of([article(1)], oils=rows)).html.count("<path") for rows in (apart, rival)
    ]
    assert lines[0] != lines[1]


OWN_ROWS = (
    {"country_iso3": "VEN", "month": "2019-06", "kb_per_day": "734", "source": "My desk"},
    {"country_iso3": "VEN", "month": "2019-07", "kb_per_day": "742", "source": "My desk"},
    {"country_iso3": "RUS", "month": "2019-07", "kb_per_day": "11000", "source": "Another"},
)


def test_a_series_of_ones_own_is_laid_over_and_cited():
    claim = oil()
    study = study_of([article(1)], oils=[claim], checks=[check(claim, series="own: My desk", reference_bpd=742_000)])
    study.own_reference = OWN_ROWS
    assert [name for name, _, _, _ in reference_lines(study)][-1] == "own: My desk"
    assert series_keys(study, "own: My desk") == [source_key(OWN, "My desk")]
    html = page_of(study)
    assert "own: My desk" in html
    assert "the file given as --reference" in html


def test_without_a_series_of_ones_own_none_is_drawn():
    study = study_of([article(1)], oils=[oil()])
    assert not [name for name, _, _, _ in reference_lines(study) if name.startswith("own")]
    assert series_keys(study, "own: nobody's") == []


def test_the_chapter_counts_in_the_commoditys_unit():
    study = study_of([article(1)], oils=[oil(value=520e6, unit="t/y"), oil(start=20, value=3e9, unit="m3")])
    (row,) = production(study).itertuples()
    assert row.bpd == pytest.approx(520e6 * 7.33 / 365.25, rel=1e-6)
    assert load_topic("venezuela-russia").commodity.axis_label == "million b/d"


def test_the_chapter_of_another_commodity_counts_in_its_own_unit():
    study = study_of(
        [article(1)],
        oils=[
            oil(value=638e9, unit="m3", as_of="2023"),
            oil(start=20, value=2e9, unit="m3/d", as_of="2023-05"),
            oil(start=30),
        ],
    )
    gas = load_commodity(SHIPPED, "natural-gas")
    study.topic = SimpleNamespace(settings=study.topic.settings, commodity=gas, reference=lambda _: ())
    assert sorted(production(study)["bpd"]) == [638e9, 2e9 * 365.25]
    assert "billion m³ a year" in figures_oil.output_over_time(study).html


def test_a_partners_or_a_fields_output_is_not_the_countrys():
    rows = [
        oil(),
        oil(start=20, subject="PDVSA"),
        oil(start=30, subject="Chevron"),
        oil(start=40, subject="Petropiar"),
        oil(start=50, subject=None),
    ]
    assert sorted(production(study_of([article(1)], oils=rows))["subject"].fillna("")) == ["", "PDVSA", "Venezuela"]


@pytest.mark.parametrize(("least", "step"), [(1, 1), (1.1, 2), (3e5, 5e5), (6e5, 1e6), (0, 1)])
def test_steps_of_the_axis_are_round(least, step):
    assert round_step(least) == pytest.approx(step)


@pytest.mark.parametrize(
    ("largest", "words"), [(5e4, "thousand b/d"), (3.2e6, "million b/d"), (12, "b/d"), (2e12, "trillion b/d")]
)
def test_the_axis_says_its_scale(largest, words):
    assert scale_of(largest, "b/d")[0] == words


@pytest.mark.parametrize(
    ("second", "joined"), [("Amuay refinery", True), ("Cardon refinery", False)], ids=["one-owner", "two-plants"]
)
def test_capacities_of_two_plants_are_no_rivals(second, joined):
    rows = [
        level(0, "capacity", 6e5, subject="Amuay refinery", as_of="2019"),
        level(20, "capacity", 3e5, subject=second, as_of="2019"),
    ]
    html = figures_oil_panels.other_measures(study_of([article(1)], oils=rows)).html
    assert ("stroke-dasharray" in html) is joined


def test_who_shares_a_colour_stands_together_in_the_legend():
    names = ["a", "b", "c", "d", "e", "f", "g"]
    html = legend(speakers(SimpleNamespace(attributed_to=name) for name in names))
    assert html.count("<li>") == 6
    assert "f, g" in re.sub(r"<[^>]*>", "", html)


@pytest.mark.parametrize(
    ("nearer", "leads"),
    [(True, "about 1 million b/d"), (False, "about 110,000 b/d")],
    ids=["a-whole-too", "only-a-part"],
)
def test_a_figure_far_off_every_series_leads_only_where_none_is_nearer(nearer, leads):
    part, whole = oil(value=1.1e5, as_of="2025-12"), oil(start=20, value=1e6, as_of="2024-11")
    rows, checks = [part], [check(part, difference_percent=-90.0, verdict="differs", reference_period="2025-12")]
    if nearer:
        rows, checks = [*rows, whole], [*checks, check(whole)]
    assert leads in re.sub(r"<[^>]*>", "", oil_title(study_of([article(1)], oils=rows, checks=checks)))


@pytest.mark.parametrize(
    ("stated", "words"),
    [("67 million monthly", "67 million USD a month"), ("$800 million", "67 million USD"), ("5.000 millones al año", "67 million USD a year")],
    ids=["monthly", "no-rate", "al-año"],
)  # fmt: skip
def test_a_sum_is_shown_with_how_often_it_comes(stated, words):
    row = SimpleNamespace(**oil(measure="revenue", value=67e6, value_high=None, unit="USD", bound="exact", direction=None,
                                value_stated=stated))  # fmt: skip
    assert oil_amount(row) == words
