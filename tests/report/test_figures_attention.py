"""Shares stand beside counts; silence, gaps and unknown outlets each look like what they are."""

from lxml import html as parser

from pactline.report.figures_attention import outside, shares
from pactline.report.figures_corpus import left_out, outlet_of, title_of, titled
from pactline.report.tables import each

from .conftest import article, mention, study_of


def cells(fragment):
    return [[c.text_content() for c in row] for row in parser.fragment_fromstring(fragment.html).iter("tr")]


def test_share_is_mentions_per_thousand_words():
    study = study_of(
        [article(1, words=400), article(2, published="2022", words=500)], [mention(), mention(start=7, end=13)]
    )
    assert cells(shares(study)) == [["actor", "2022", "2023", "2024"], ["Russia", "–", "no articles", "5.0 (2)"]]


def test_the_fullest_periods_are_shown_where_there_are_many():
    study = study_of(
        [article(i, published=f"{1990 + i}", words=i + 1) for i in range(30)], [mention(f"x{i}") for i in range(30)]
    )
    head = cells(shares(study))[0]
    assert len(head) == 13
    assert head[-1] == "2019"
    assert "timelines.csv" in shares(study).html


def test_an_article_without_title_and_outlet_has_its_first_words_and_no_file_name():
    study = study_of([article(1, title=None, outlet=None)])
    row = next(each(titled(study.articles, study.texts)))
    assert title_of(row).startswith("“Russia agreed on Monday to sell")
    assert outlet_of(row) == "outlet not named"


def test_clutter_is_named_in_readers_words():
    study = study_of([article(1, clutter=[[0, 5, "headline-list"], [5, 6, "odd-thing"]])])
    assert [row[0] for row in cells(left_out(study))[1:]] == ["headlines of other articles", "odd thing"]


def test_who_is_named_around_the_articles_is_counted_apart():
    rows = [mention(start=s, end=s + 6, kind="comments") for s in (0, 10)]
    html = outside(study_of([article(1)], outside=rows)).html
    assert "Russia" in html
    assert ">2<" in html


def test_nobody_around_the_articles():
    assert "Nobody is named outside" in outside(study_of([article(1)])).html
