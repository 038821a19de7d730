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
        pytest.param(NOTHING, "Arms", "The articles report no arms deal and no military agreement.", id="no-deal"),
        pytest.param(study_of([article(1)], [], [deal()]), "Arms", "The articles report 1 arms deal or military agreement: a transfer of arms, at last report agreed.", id="one-deal"),
        pytest.param(
            study_of([article(1)], [], [deal(), deal(start=7, supplier=["IRN"], status="requested")]), "Arms",
            "The articles report 2 arms deals and military agreements, 1 of them between Venezuela and Russia, but no arms delivered between the two. All are transfers of arms, at last report 1 requested or offered and 1 agreed.", id="two-pairs",
        ),
        pytest.param(
            study_of([article(1)], [], [deal(status="delivered"), deal(start=7, kind="cooperation", status="delivered", items=[])]), "Arms",
            "military agreements, all between Venezuela and Russia, with arms delivered in 1. Of all deals, 1 is a transfer of arms, at last report delivered. The other is 1 exercise or other cooperation.",
            id="delivered-and-held",
        ),
        pytest.param(
            study_of([article(1)], [], [deal(kind="access", status="delivered", supplier=["VEN"], recipient=["RUS"], items=[])]), "Arms",
            "1 arms deal or military agreement: a visit or use of bases, at last report visited.", id="a-visit-delivers-nothing",
        ),
        pytest.param(study_of([article(1)], [], [deal(kind="cooperation", status="delivered", items=[])]), "Newest", "between Russia and Venezuela, held.", id="held"),
        pytest.param(study_of([article(1, outlet=None, wire="APP"), article(2, outlet=None)]), "Missing", "2 articles come without the name of an outlet (1 credits a news agency)", id="agency"),
        pytest.param(study_of([article(1)], [], [deal(event_date=None)]), "Newest", "No deal is dated in the articles.", id="no-date"),
        pytest.param(study_of([article(1)], [], [deal()]), "Newest", "Newest is a deal of November 2024: 24 Su-30 from Russia to Venezuela, agreed.", id="one-newest"),
        pytest.param(
            study_of([article(1)], [], [deal(event_date="2025"), deal(start=7, supplier=["IRN"], event_date="2025")]), "Newest",
            "Newest are 2 deals of 2025, both agreed, one of them 24 Su-30 from ", id="two-newest",
        ),
        pytest.param(
            study_of([article(1)], [], [deal(kind="access", supplier=["VEN"], recipient=["RUS"], items=[])]), "Newest",
            "Newest is a deal of November 2024: ports and bases of Russia in Venezuela, agreed.", id="visit",
        ),
        pytest.param(study_of([article(1)], [], [deal(kind="cooperation", items=[])]), "Newest", "military cooperation between Russia and Venezuela, agreed.", id="partners"),
        pytest.param(study_of([article(1)], [], [deal(supplier=[])]), "Newest", "24 Su-30 from a supplier that is not named to Venezuela, agreed.", id="one-side"),
        pytest.param(study_of([article(1)], oils=[oil()], checks=[check(oil())]), "Oil", "the reference (JODI-Oil, reported by the country) has 960,000 b/d, a difference of +4.2%, which agrees within its tolerance.", id="oil-agrees"),
        pytest.param(
            study_of([article(1)], oils=[oil()], checks=[check(oil()), check(oil(), series="OPEC", reference_bpd=860_000.0, difference_percent=16.3, verdict="differs")]),
            "Oil", "Of 2 reference series, which range from 860,000 b/d to 960,000 b/d, 1 agrees with it within tolerance (differences of +4.2% to +16.3%).", id="oil-range",
        ),
        pytest.param(study_of([article(1)], [], [deal(value_usd=2e9)]), "Largest", "The largest sum named is 2 billion USD, for 24 Su-30 from Russia to Venezuela, agreed.", id="sum"),
        pytest.param(study_of([article(1)], [], [deal()]), "Largest", "No article puts a sum on a deal; the largest number of one weapon is 24 Su-30 from Russia to Venezuela, agreed.", id="number"),
        pytest.param(study_of([article(1)], [], [deal(items=[])]), "Largest", "No article puts a sum or a number of weapons on a deal.", id="neither"),
        pytest.param(NOTHING, "Oil", "The articles state no oil figure.", id="no-oil"),
        pytest.param(study_of([article(1)], oils=[oil(measure="exports")]), "Oil", "The articles state 1 oil figure, but no level of output", id="one-other-figure"),
        pytest.param(
            study_of([article(1)], [], [deal()], [oil()], [check(oil(), verdict="differs")]), "Doubt",
            "Against the record, 1 stated output differs from every reference series and 1 deal reported as agreed or delivered is not in the register "
            "of known transfers. The only deal rests on a single independent source.", id="doubt-one",
        ),
        pytest.param(study_of([article(1)], [], deals(3)), "Doubt", "All 3 deals rest on a single independent source.", id="doubt-all"),
        pytest.param(
            study_of([article(1)], [], deals(3)), "Newest", "Newest is a deal of March 2024: Su-32 from Russia to Venezuela, agreed.", id="newest-of-many",
        ),
        pytest.param(
            study_of([article(1)], [], [deal(kind="cooperation", items=[]), deal(start=7, kind="access", items=[])]), "Arms",
            "2 arms deals and military agreements, all between Venezuela and Russia, but no arms delivered between the two. None is a transfer of arms. They are 1 visit or use of "
            "bases and 1 exercise or other cooperation.", id="no-transfer",
        ),
        pytest.param(
            study_of([article(1)], [], [deal(supplier=["IRN"]), deal(start=7, supplier=["CHN"], status="offered")]), "Arms",
            "2 arms deals and military agreements, none of them between Venezuela and Russia.", id="nothing-between-the-two",
        ),
        pytest.param(study_of([article(1)], oils=[oil()]), "Oil", "Venezuela’s output is put at about 1 million b/d (barrels a day).", id="unit-explained"),
        pytest.param(study_of([article(1)], [], [deal(kind="finance", items=[])]), "Arms", "agreement: an arms loan, at last report agreed.", id="an-arms-loan"),
        pytest.param(
            study_of([article(1), article(2)], [], deals(2)), "Doubt", "Both deals rest on a single independent source.", id="doubt-many",
        ),
        pytest.param(study_of([article(1, published=None, outlet=None)]), "Missing", "1 article comes without the name of an outlet and 1 article gives no full date.", id="missing-one"),
        pytest.param(
            study_of([article(1), article(2, published="2020-02-02"), article(3, status="empty", problem="empty", words=0)]), "Missing",
            "There is no article from 3 of the 5 years between the first and the last and 1 document could not be read.", id="missing-years",
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
    assert "it found 16 of 17 deal statements that people had marked here." in said(study)["Doubt"].replace(
        ", plus 2 false ones", ""
    )
    assert "plus 2 false ones" in said(study)["Doubt"]


def test_all_found_is_said_with_what_is_false_and_whose_sides_are_right():
    study = study_of([article(1)], [], [deal()])
    rows = [("deals: found", 17, 18, 17), ("deals: parties", 17, 18, 16)]
    study.accuracy = pd.DataFrame(
        [["seeds", f, "all", g, n, r, 0.9, 0.9, 0.9, 0.7, 0.99] for f, g, n, r in rows], columns=COLUMNS
    )
    says = "it found all 17 deal statements that people had marked here, plus 1 false one, and has both sides right in 16 of 18."
    assert says in said(study)["Doubt"]


def test_articles_that_its_authors_never_read_are_told_apart():
    study = study_of([article(1)], [], [deal()])
    study.accuracy_pooled = pd.DataFrame(
        [["unseen", "deals: found", "all", 60, 55, 41, 0.7, 0.7, 0.7, 0.6, 0.8]], columns=COLUMNS
    )
    assert "in articles that its authors had not read it found 41 of 60 deal statements." in said(study)["Doubt"]
    assert 'data-score="pooled unseen|deals: found|all"' in dict(in_short(study))["Doubt"]


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
