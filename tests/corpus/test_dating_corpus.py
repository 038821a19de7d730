"""Articles that date each other: a site's clock taken away, a copy's day taken over, and the cases left alone."""

import random

import pytest

from pactline.corpus.dating import date_together
from pactline.record.article import Article

STORY = [
    "Two planes with freight and soldiers landed at the airport near the capital",
    "They were met by diplomats and by local officers who led them to the base",
    "Nobody would say for how long the soldiers are going to stay in the country",
    "The ministry called the flight a part of an agreement signed many years ago",
]
OTHER = [
    "Output of crude in the western fields kept falling through the whole season",
    "Engineers blamed broken compressors and a want of thinner for the heavy oil",
    "A tender for repairs drew three offers of which none met the stated terms",
    "The company says that it hopes to pump more once the parts have come in",
]


def article(name, sentences, published=None, *, basis=None, conflicts=(), url=None, status="read"):
    text = ". ".join(sentences) + "."
    return Article(
        name, name, text, name, status, url=url, published=published, published_basis=basis,
        published_conflicts=list(conflicts), body_spans=[(0, len(text))],
    )  # fmt: skip


def days(articles):
    return {a.article_id: a.published for a in date_together(articles)}


COPIES = [
    pytest.param(article("u", STORY), article("d", STORY, "2019-03-25"), "2019-03-25", id="undated-copy"),
    pytest.param(article("u", STORY, "2019-03"), article("d", STORY, "2019-03-25"), "2019-03-25", id="month-refined"),
    pytest.param(article("u", STORY, "2018-03"), article("d", STORY, "2019-03-25"), "2018-03", id="month-that-disagrees"),
    pytest.param(article("u", STORY, "2019-03-26"), article("d", STORY, "2019-03-25"), "2019-03-26", id="own-day-stays"),
    pytest.param(article("u", STORY), article("d", OTHER, "2019-03-25"), None, id="other-story"),
    pytest.param(article("u", STORY), article("d", STORY, "2019-03"), None, id="only-a-month-to-take"),
    pytest.param(article("u", STORY[:2]), article("d", STORY, "2019-03-25"), None, id="too-few-sentences"),
    pytest.param(article("u", STORY[:1] + OTHER), article("d", STORY, "2019-03-25"), None, id="one-shared-sentence-is-a-quotation"),
    pytest.param(article("u", STORY, status="empty"), article("d", STORY, "2019-03-25"), None, id="unread-article"),
]  # fmt: skip


@pytest.mark.parametrize(("undated", "dated", "expected"), COPIES)
def test_a_copy_is_of_its_twin_s_day(undated, dated, expected):
    assert days([undated, dated])["u"] == expected


def test_earliest_of_several_twins():
    assert (
        days([article("u", STORY), article("b", STORY, "2019-03-26"), article("a", STORY, "2019-03-25")])["u"]
        == "2019-03-25"
    )


CLOCK = "July 25, 2024 (rule top-line)"
AGAINST = ["2024-07-25 (top-line: July 25, 2024): tells as past what happened on 2020-01-01"]


@pytest.mark.parametrize(
    ("site", "basis", "expected"),
    [
        pytest.param("https://one.example/b", CLOCK, None, id="same-site-same-day-disbelieved"),
        pytest.param("https://www.one.example/b", CLOCK, None, id="www-is-the-same-site"),
        pytest.param("https://two.example/b", CLOCK, "2024-07-25", id="other-site"),
        pytest.param("https://one.example/b", "2024/07/25 (rule url-day)", "2024-07-25", id="day-rests-on-the-address"),
        pytest.param(None, CLOCK, "2024-07-25", id="no-site-known"),
    ],
)
def test_a_day_that_a_site_prints_over_two_stories_is_its_clock(site, basis, expected):
    first = article("a", OTHER, "2020-02", conflicts=AGAINST, url="https://one.example/a")
    second = article("b", STORY, "2024-07-25", basis=basis, url=site)
    found = date_together([first, second])
    assert found[1].published == expected
    assert bool(found[1].published_conflicts) == (expected is None)


def test_order_changes_nothing_and_the_argument_stays():
    articles = [
        article("u", STORY),
        article("d", STORY, "2019-03-25"),
        article("e", STORY, "2019-03-26"),
        article("o", OTHER),
    ]
    before = [a.published for a in articles]
    expected = days(articles)
    for seed in range(5):
        assert days(random.Random(seed).sample(articles, len(articles))) == expected
    assert [a.published for a in articles] == before


def test_empty_corpus():
    assert date_together([]) == []


def test_twice_is_once():
    articles = [article("u", STORY), article("d", STORY, "2019-03-25")]
    assert date_together(date_together(articles)) == date_together(articles)
