"""First and last mention, sides, and dates too coarse for a period."""

from lxml import html as parser

from pactline.findings.timeline import first_and_last, sides, uncertain
from pactline.report import figures_naming

from .conftest import article, mention, study_of

SIDES = {"russia": "russia", "venezuela": "venezuela"}
VENEZUELA = {"actor_id": "venezuela", "actor": "Venezuela", "country": "VEN"}


def cells(fragment):
    return [[c.text_content() for c in row] for row in parser.fragment_fromstring(fragment.html).iter("tr")]


def ends_of(study):
    return figures_naming.first_and_last(study, first_and_last(study.mentions, study.articles))


def sides_of(study):
    return figures_naming.by_side(study, SIDES, sides(study.timelines, SIDES))


def uncertain_of(study):
    return figures_naming.uncertain(study, uncertain(study.articles, period=study.period))


def test_first_and_last_are_as_precise_as_the_dates_and_linked():
    study = study_of(
        [article(1), article(2, published="2019-08"), article(3, published=None)],
        [mention(), mention("x2"), mention("x3", **VENEZUELA)],
    )
    html = ends_of(study)
    assert cells(html)[1:] == [
        ["Russia", "August 2019", "8 November 2024", "2"],
        ["Venezuela", "undated", "undated", "1"],
    ]
    assert html.html.count('data-keys="a-') == 2


def test_an_undated_article_is_neither_first_nor_last():
    study = study_of([article(1), article(3, published=None)], [mention(), mention("x3")])
    assert cells(ends_of(study))[1:] == [["Russia", "8 November 2024", "8 November 2024", "2"]]


def test_nobody_is_named_first():
    assert "No actor" in ends_of(study_of([article(1)])).html


def test_a_side_is_the_sum_of_its_actors_and_gaps_are_no_silence():
    study = study_of(
        [article(1, words=400), article(2, published="2022", words=500)],
        [mention(), mention("x1", 32, 41, **VENEZUELA)],
    )
    assert cells(sides_of(study)) == [
        ["side", "2022", "2023", "2024"],
        ["Russia", "–", "no articles", "2.5 (1)"],
        ["Venezuela", "–", "no articles", "2.5 (1)"],
    ]


def test_an_actor_without_a_side_stands_under_other():
    study = study_of([article(1)], [mention(actor_id="nobody", actor="Nobody")])
    assert cells(sides_of(study))[1][0] == "others"


def test_the_fullest_periods_are_shown_where_there_are_many():
    study = study_of(
        [article(i, published=f"{1990 + i}", words=i + 1) for i in range(30)], [mention(f"x{i}") for i in range(30)]
    )
    assert len(cells(sides_of(study))[0]) == 13


def test_nobody_has_a_side():
    assert "No actor" in sides_of(study_of([article(1)])).html


def test_an_article_of_a_month_has_its_days_and_stands_on_none():
    study = study_of([article(1), article(2, published="2019-08"), article(3, published=None)], period="month")
    assert cells(uncertain_of(study))[1:] == [["Headline 3", "not known", "not known"]]
    study = study_of([article(1), article(2, published="2019")], [mention("x2")], period="month")
    assert cells(uncertain_of(study))[1:] == [["Headline 2", "1 January 2019", "31 December 2019"]]


def test_no_date_is_too_coarse():
    assert "known to the year or finer" in uncertain_of(study_of([article(1)])).html
