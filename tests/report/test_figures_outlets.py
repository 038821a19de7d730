"""Outlets' differing attention, drawn for one outlet and for thirty."""

import pytest
from lxml import html as parser

from pactline.findings.timeline import outlets
from pactline.report.figures_outlets import MOST_OUTLETS, by_outlet

from .conftest import article, mention, page_of, study_of


def drawn(study):
    return by_outlet(study, outlets(study.mentions, study.articles)).html


def cells(html):
    return [[c.text_content() for c in row] for row in parser.fragment_fromstring(html).iter("tr")]


def pair():
    return study_of([article(1, outlet="A", words=100), article(2, outlet="B", words=1000), article(3, outlet=None)],
                    [mention(), mention("x2"), mention("x3")])  # fmt: skip


def test_the_table_says_what_each_outlet_gives_to_each_actor():
    assert cells(drawn(pair())) == [["outlet", "Russia"], ["B", "1.0 (1)"], ["A", "10.0 (1)"]]


def test_the_title_says_over_whom_they_differ_and_every_dot_is_a_link():
    html = drawn(pair())
    assert "Outlets differ most over" in html
    assert html.count("<title>Russia in A: 10.0 per thousand words</title>") == 2, "once for a screen, once for a phone"


def test_an_outlet_that_is_silent_has_no_dot_and_is_told_in_the_title():
    study = study_of([article(1, outlet="A", words=100), article(2, outlet="B", words=1000)],
                     [mention(), mention("x2", actor_id="cuba", actor="Cuba", country="CUB")])  # fmt: skip
    html = drawn(study)
    assert "Russia in B" not in html
    assert ["B", "–", "1.0 (1)"] in cells(html) or ["B", "1.0 (1)", "–"] in cells(html)
    assert "none in" in html


def test_one_outlet_is_drawn_and_says_whom_it_names_most():
    study = study_of([article(1), article(2, outlet=None)], [mention(), mention("x2")])
    assert "names <bdi" in drawn(study)
    assert "<svg" in drawn(study)


def test_no_outlet_is_told_in_words():
    study = study_of([article(1, outlet=None)], [mention()])
    assert "No article names its outlet" in drawn(study)
    assert "<svg" not in drawn(study)


def test_nobody_mentioned_is_told_in_words():
    assert "<svg" not in drawn(study_of([article(1)]))


@pytest.mark.parametrize("many", [30, 40])
def test_of_many_outlets_those_with_most_words_are_drawn(many):
    study = study_of([article(i, outlet=f"Paper {i}", words=100 + i) for i in range(1, many + 1)],
                     [mention(f"x{i}") for i in range(1, many + 1)])  # fmt: skip
    html = drawn(study)
    assert html.count("per thousand words</title>") == 2 * MOST_OUTLETS
    assert ("Only the outlets with most words are shown" in html) == (many > MOST_OUTLETS)


def test_an_outlet_with_digits_and_marks_in_its_name_passes_the_proof_of_the_page():
    study = study_of([article(1, outlet="France 24 <b>$x$", words=100), article(2, outlet="B & C 1", words=1000)],
                     [mention(), mention("x2")])  # fmt: skip
    assert "fig-outlets" in page_of(study)
