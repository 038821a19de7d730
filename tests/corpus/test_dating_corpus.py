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


EVENT = (
    "The frigate Kazanets and the tanker Pashin sailed into Puerto Cabello on Tuesday, Admiral Remigio Ceballos said, "
    "while Minister Padrino spoke of 13 salutes."
)
SAME = (
    "Admiral Remigio Ceballos welcomed the frigate Kazanets and the tanker Pashin in Puerto Cabello on Tuesday; there were "
    "13 salutes, as Minister Padrino had promised."
)
LATER = SAME.replace("Tuesday", "Friday")


@pytest.mark.parametrize(
    ("undated", "others", "expected"),
    [
        pytest.param(EVENT, [(SAME, "2024-07-03")], "2024-07-02", id="same-names-and-weekday"),
        pytest.param(EVENT, [(SAME, "2024-07-03"), (SAME, "2024-07-04")], "2024-07-02", id="two-agree"),
        pytest.param(EVENT, [(SAME, "2024-07-03"), (SAME, "2019-07-03")], None, id="two-of-different-years"),
        pytest.param(EVENT, [(LATER, "2024-07-06")], None, id="another-weekday"),
        pytest.param(EVENT, [(SAME, "2024-07-08")], None, id="published-too-long-after-that-weekday"),
        pytest.param(EVENT, [(SAME, "2024-07")], None, id="only-a-month-known"),
        pytest.param(EVENT, [("Oil fell on Tuesday, Minister Padrino said.", "2024-07-03")], None, id="one-name-and-a-weekday"),
        pytest.param(EVENT.replace(" on Tuesday", ""), [(SAME, "2024-07-03")], None, id="no-weekday-named"),
        pytest.param(EVENT.replace("Tuesday", "Sunday"), [(SAME.replace("Tuesday", "Sunday"), "2024-07-08")], "2024-07", id="weekend-only-its-month"),
    ],
)  # fmt: skip
def test_articles_on_one_event_date_each_other(undated, others, expected):
    articles = [article("u", [undated])] + [article(f"d{n}", [text], day) for n, (text, day) in enumerate(others)]
    assert days(articles)["u"] == expected
    assert days(articles[::-1])["u"] == expected


def test_thousands_of_articles_on_one_event_take_linear_time():
    articles = [article(f"d{n}", [SAME], "2024-07-03") for n in range(3000)] + [
        article(f"u{n}", [EVENT]) for n in range(3000)
    ]
    assert len(date_together(articles)) == 6000


FETCH = "2019-06-01 (fetched: warc:WARC-Date 2019-06-01T00:00:00Z): the day a page was fetched dates no article"
MANY = [article(f"m{n:02}", [f"{s} number {n}" for s in OTHER], f"2018-{n % 12 + 1:02}-11") for n in range(24)]


@pytest.mark.parametrize(
    ("corpus", "late", "published"),
    [
        pytest.param([article("a", STORY, "2019-05-30", conflicts=[FETCH])], "2019-06-09", None, id="after-the-last-fetch"),
        pytest.param([article("a", STORY, "2019-05-30", conflicts=[FETCH])], "2019-06-02", "2019-06-02", id="a-day-west-of-it"),
        pytest.param([article("a", STORY, "2019-05-30", conflicts=[FETCH])], "2020", None, id="year-after-the-last-fetch"),
        pytest.param([article("a", STORY, "2019-05-30", conflicts=[FETCH])], "2019", "2019", id="year-of-the-last-fetch"),
        pytest.param([article(n, OTHER, "2021-01-01", conflicts=[FETCH]) for n in "abc"], "2021-01-09", "2021-01-09", id="only-some-were-fetched"),
        pytest.param(MANY, "2034-01-01", None, id="years-after-many"),
        pytest.param(MANY, "2022-01-01", "2022-01-01", id="a-gap-of-some-years"),
        pytest.param(MANY[:5], "2034-01-01", "2034-01-01", id="years-after-few"),
        pytest.param([], "2034-01-01", "2034-01-01", id="alone"),
    ],
)  # fmt: skip
def test_the_future_of_the_corpus(corpus, late, published):
    found = date_together([*corpus, article("late", STORY[2:], late, basis="a stamp (rule stamp)")])[-1]
    assert found.published == published
    assert bool(found.published_conflicts) == (published is None)
    if published is None:
        assert found.published_conflicts[0].startswith(f"{late} (a stamp (rule stamp)): ")
