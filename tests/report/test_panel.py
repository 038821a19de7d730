"""The panel: filters let through what they name, charts follow, and missing packages are said."""

import re

import pytest

from pactline.report import panel
from pactline.report.panel import CHARTS, Choice, browse, drawn, filtered, options

from .conftest import article, check, deal, mention, oil, study_of


@pytest.fixture
def mixed():
    claim = oil("x2")
    return study_of(
        [article(1, outlet="Gazette"), article(2, published="2019-08", language="es", outlet="Diario"), article(3, published=None)],
        [mention(), mention("x2", actor="Iran", actor_id="iran", country="IRN", surface="Irán")],
        [deal(), deal("x2", status="denied", supplier=["IRN"]), deal("x3", kind="support")], [claim], [check(claim)],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("choice", "articles", "deals", "figures"),
    [
        pytest.param(Choice(), ["x1", "x2", "x3"], 3, 1, id="nothing-chosen"),
        pytest.param(Choice(actors=("Iran",)), ["x2"], 1, 1, id="actor"),
        pytest.param(Choice(pairs=("Russia → Venezuela",)), ["x1", "x2", "x3"], 2, 1, id="pair"),
        pytest.param(Choice(kinds=("support",)), ["x1", "x2", "x3"], 1, 1, id="kind"),
        pytest.param(Choice(statuses=("denied",)), ["x1", "x2", "x3"], 1, 1, id="status"),
        pytest.param(Choice(languages=("es",)), ["x2"], 1, 1, id="language"),
        pytest.param(Choice(outlets=("Gazette",)), ["x1", "x3"], 2, 0, id="outlet"),
        pytest.param(Choice(start="2020"), ["x1"], 1, 0, id="from-a-year-leaves-undated-out"),
        pytest.param(Choice(end="2019"), ["x2"], 1, 1, id="until-a-year"),
        pytest.param(Choice(actors=("Iran",), outlets=("Gazette",)), [], 0, 0, id="nothing-left"),
    ],
)
def test_a_choice_lets_through_what_it_names(mixed, choice, articles, deals, figures):
    view = filtered(mixed, choice)
    assert view.articles["article_id"].tolist() == articles
    assert (len(view.deals), len(view.oil)) == (deals, figures)
    assert len(view.deal_events) == deals
    assert len(mixed.deals) == 3


def test_every_filter_offers_what_there_is(mixed):
    offered = options(mixed)
    assert offered["languages"] == ["en", "es"]
    assert offered["years"] == ["2019", "2024"]
    assert set(offered["actors"]) == {"Russia", "Iran"}
    assert "Russia → Venezuela" in offered["pairs"]


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_is_drawn_for_every_choice(mixed, chart):
    assert "3 articles" in drawn(mixed, chart, Choice())
    assert "2 articles" in drawn(mixed, chart, Choice(outlets=("Gazette",), kinds=("access",)))
    assert "let go of one of the filters" in drawn(mixed, chart, Choice(actors=("Iran",), outlets=("Gazette",)))
    assert "choose a later end" in drawn(mixed, chart, Choice(start="2024", end="2019"))


def test_more_deals_than_can_be_drawn_while_one_waits_are_cut_and_said(monkeypatch, mixed):
    assert "Drawn are at most" not in drawn(mixed, "arms deals", Choice())
    monkeypatch.setattr(panel, "MOST_MARKS", 1)
    assert "Drawn are at most the latest 1 of each" in drawn(mixed, "arms deals", Choice())
    assert "Drawn are at most" not in drawn(mixed, "weapons", Choice())


def test_the_panel_redraws_when_a_filter_changes(mixed):
    pytest.importorskip("ipywidgets")
    chart, filters, picture, _ = panel.panel(mixed).children
    assert "3 articles" in picture.value
    boxes = {box.description: box for box in filters.children}
    boxes["languages"].value = ("es",)
    assert "1 article, 1 deal, 1 oil figure<" in picture.value
    chart.value = "oil"
    boxes["end"].value = "2019"
    assert "fig-oil" in picture.value


@pytest.mark.parametrize("name", ["deals", "oil", "articles"])
def test_tables_need_no_network_and_hold_no_markup_of_articles(name):
    pytest.importorskip("itables")
    words = "<img src=x onerror=alert(1)>"
    study = study_of([article(1, title=words, outlet=words, url="javascript:alert(1)")], [],
                     [deal(quote=words, items=[{"name": words, "category": "other", "quantity": None, "bound": None}])],
                     [oil(subject=words, attributed_to=words, quote=words)])  # fmt: skip
    html = browse(study, name).html
    assert words not in html
    assert "javascript:alert" not in html
    assert not re.search(r"(?:src|href|from|import)\s*=?\s*[\"']https?://", html)


def test_an_article_with_an_address_is_a_link():
    study = study_of([article(1, url="https://example.org/a")], [], [deal()])
    assert "https://example.org/a" in browse(study, "deals").html


def test_missing_packages_are_said_and_the_tables_still_shown(mixed, monkeypatch):
    monkeypatch.setattr(panel, "find_spec", lambda _: None)
    assert "needs ipywidgets: install it with" in panel.panel(mixed).html
    assert "needs itables" in panel.ready().html
    assert "needs itables" in browse(mixed, "deals").html
    assert mixed.deals["claim_id"][0] in browse(mixed, "deals").html


def test_a_table_that_does_not_exist_is_refused(mixed):
    with pytest.raises(ValueError, match="name one of deals, oil, articles"):
        browse(mixed, "events")


@pytest.mark.parametrize("chart", CHARTS)
def test_a_redraw_sends_one_picture_and_no_links_into_a_report(mixed, chart):
    html = drawn(mixed, chart, Choice())
    assert html.count("<svg") <= 1
    assert "data-keys" not in html
    assert not re.search(r'href="#[cmarg]-', html)
