"""Actors over time: every dot leads to its sentences, on a screen and on a phone."""

from lxml import html as parser

from pactline.report.figures_actors import over_time

from .conftest import article, mention, study_of


def test_every_dot_is_a_link_at_both_widths():
    study = study_of([article(1), article(2, published="2019-08")], [mention(), mention("x2")])
    page = parser.fragment_fromstring(over_time(study).html)
    for kind in ("wide", "narrow"):
        dots = page.xpath(f'.//div[@class="{kind}"]//circle')
        assert len(dots) == 2
        assert all(dot.getparent().tag == "a" and dot.getparent().get("href").startswith("#") for dot in dots)


def test_a_year_without_articles_is_told_apart_from_silence():
    study = study_of([article(1, published="2019"), article(2, published="2021")], [mention()])
    assert "no articles" in over_time(study).html
    assert "A shaded column has no article at all" in over_time(study).html
