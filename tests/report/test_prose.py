"""In short: what an editor would write, right for none, one and many."""

import pandas as pd
import pytest
from lxml import html as parser

from pactline.findings.accuracy import COLUMNS
from pactline.report.prose import corpus_line, in_short

from .conftest import article, check, deal, mention, oil, study_of


def said(study, changed=None):
    return {name: words_of(told) for name, told in in_short(study, changed)}


def words_of(html):
    return " ".join(parser.fragment_fromstring(html, create_parent="div").text_content().split())


def deals(n, **other):
    return [deal("x1", start=i, event_date=f"2024-{i + 1:02}", items=[{"name": f"Su-{30 + i}", "category": "aircraft", "quantity": None, "bound": None}], **other) for i in range(n)]  # fmt: skip


NOTHING = study_of([article(1)])


@pytest.mark.parametrize(
    ("study", "under", "says"),
    [
        pytest.param(NOTHING, "Arms", "The articles tell of no arms deal and no military agreement.", id="no-deal"),
        pytest.param(study_of([article(1)], [], [deal()]), "Arms", "The articles tell of 1 arms deal or military agreement, from Russia to Venezuela: 1 agreed.", id="one-deal"),
        pytest.param(
            study_of([article(1)], [], [deal(), deal(start=7, supplier=["IRN"], status="requested")]), "Arms",
            "The articles tell of 2 arms deals and military agreements, 1 of them from Iran to Venezuela. By the latest word on each, 1 wished for or talked "
            "of and 1 agreed.", id="two-pairs",
        ),
        pytest.param(study_of([article(1)], [], [deal(event_date=None)]), "Newest", "No deal is dated in the articles.", id="no-date"),
        pytest.param(study_of([article(1)], [], [deal()]), "Newest", "The latest deal with a date is from November 2024: 24 Su-30 from Russia to Venezuela, agreed.", id="one-newest"),
        pytest.param(
            study_of([article(1)], [], [deal(event_date="2025"), deal(start=7, supplier=["IRN"], event_date="2025")]), "Newest",
            "2 deals bear the latest date, 2025; one of them: ", id="two-newest",
        ),
        pytest.param(
            study_of([article(1)], [], [deal(kind="access", supplier=["VEN"], recipient=["RUS"], items=[])]), "Newest",
            "is from November 2024: ports and bases of Russia in Venezuela, agreed.", id="visit",
        ),
        pytest.param(study_of([article(1)], [], [deal(kind="cooperation", items=[])]), "Newest", "military cooperation between Russia and Venezuela, agreed.", id="partners"),
        pytest.param(study_of([article(1)], [], [deal(supplier=[])]), "Newest", "24 Su-30 from a supplier that is not named to Venezuela, agreed.", id="one-side"),
        pytest.param(study_of([article(1)], oils=[oil()], checks=[check(oil())]), "Oil", "the reference (JODI-Oil, reported by the country) has 960,000 b/d, which agrees.", id="oil-agrees"),
        pytest.param(study_of([article(1)], [], [deal(value_usd=2e9)]), "Largest", "The largest sum named is 2 billion USD: 24 Su-30 from Russia to Venezuela, agreed.", id="sum"),
        pytest.param(study_of([article(1)], [], [deal()]), "Largest", "No sum is named. The largest number of one weapon is 24 Su-30 from Russia to Venezuela, agreed.", id="number"),
        pytest.param(study_of([article(1)], [], [deal(items=[])]), "Largest", "No deal is told with a sum or a number of weapons.", id="neither"),
        pytest.param(NOTHING, "Oil", "The articles state no oil figure.", id="no-oil"),
        pytest.param(study_of([article(1)], oils=[oil(measure="exports")]), "Oil", "The articles state 1 oil figure, but no level of output", id="one-other-figure"),
        pytest.param(
            study_of([article(1)], [], [deal()], [oil()], [check(oil(), verdict="differs")]), "Doubt",
            "1 stated output differs from every reference series, 1 deal told as agreed or delivered is not in the register of known transfers and "
            "1 deal rests on one independent source.", id="doubt-one",
        ),
        pytest.param(
            study_of([article(1), article(2)], [], deals(2)), "Doubt", "2 deals rest on one independent source.", id="doubt-many",
        ),
        pytest.param(study_of([article(1, published=None, outlet=None)]), "Missing", "1 article names no outlet and 1 article gives no full date.", id="missing-one"),
        pytest.param(
            study_of([article(1), article(2, published="2020-02-02"), article(3, status="empty", problem="empty", words=0)]), "Missing",
            "For 3 of 5 years between the first and the last there is no article and 1 document could not be read.", id="missing-years",
        ),
    ],
)  # fmt: skip
def test_what_is_said(study, under, says):
    assert says in said(study)[under]


@pytest.mark.parametrize("under", ["Newest", "Largest", "Doubt", "Missing"])
def test_nothing_is_said_where_there_is_nothing_to_say(under):
    assert under not in said(NOTHING)


def test_how_much_the_reading_finds_is_said_with_the_doubt():
    study = study_of([article(1)], [], [deal()])
    study.accuracy = pd.DataFrame(
        [["seeds", "deals: found", "all", 17, 18, 16, 0.9, 0.9, 0.9, 0.7, 0.99]], columns=COLUMNS
    )
    assert "it found 16 of 17." in said(study)["Doubt"]


def test_no_more_than_six_sentences_of_findings_and_no_number_without_a_link():
    study = study_of([article(1), article(2, published="2019")], [mention()], deals(3), [oil()], [check(oil())])
    told = in_short(study)
    assert 3 <= len(told) <= 6
    for _, html in told:
        root = parser.fragment_fromstring(html, create_parent="p")
        for link in root.findall(".//a"):
            link.drop_tree()
        assert not any(letter.isdigit() for letter in root.text_content())


@pytest.mark.parametrize(
    ("articles", "says"),
    [
        pytest.param([article(1)], "1 article from 1 named outlet, 8 November 2024", id="one"),
        pytest.param([article(1, outlet=None)], "1 article, 8 November 2024", id="no-outlet"),
        pytest.param([article(1), article(2, published="2019-08", outlet="Herald")], "2 articles from 2 named outlets, August 2019 to 8 November 2024", id="many"),
        pytest.param([article(1, published=None)], "1 article from 1 named outlet, undated", id="undated"),
        pytest.param([article(1, status="empty", problem="empty")], "no articles, undated", id="none"),
    ],
)  # fmt: skip
def test_the_corpus_in_one_line(articles, says):
    assert words_of(corpus_line(study_of(articles))) == says
