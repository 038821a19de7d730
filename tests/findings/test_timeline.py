"""Mentions over time: gaps, silence, uncertain dates, sides, outlets, company."""

import pandas as pd
import pytest

from pactline.findings.timeline import (
    co_mentions,
    first_and_last,
    outlets,
    period_of,
    sides,
    timelines,
    uncertain,
)


def articles(*rows):
    return pd.DataFrame(
        [{"article_id": a, "published": p, "words": w, "outlet": o, "status": "read"} for a, p, w, o in rows]
    )


def mentions(*rows):
    return pd.DataFrame(
        [{"article_id": a, "start": s, "end": s + 1, "actor_id": i, "actor": i.title()} for a, s, i in rows]
    )


ARTICLES = articles(
    ("a", "2018-03-05", 1000, "TASS"), ("b", "2020-07", 500, None), ("c", "2019", 100, "EFE"), ("d", None, 10, None)
)
MENTIONS = mentions(("a", 1, "russia"), ("a", 5, "russia"), ("a", 9, "cuba"), ("b", 1, "russia"), ("c", 1, "cuba"))


def cell(table, period, actor, column):
    return table[(table["period"] == period) & (table["actor_id"] == actor)][column].item()


@pytest.mark.parametrize(
    "published, period, expected",
    [("2019-12-31", "month", "2019-12"), ("2019-01", "quarter", "2019-Q1"), ("2019-12", "quarter", "2019-Q4"),
     ("2019", "year", "2019"), ("2019", "quarter", "undated"), (None, "year", "undated")],
)  # fmt: skip
def test_period(published, period, expected):
    assert period_of(published, period) == expected


def test_an_unknown_period_is_refused():
    with pytest.raises(ValueError, match="week"):
        period_of("2019", "week")


def test_counts_and_share_of_words():
    table = timelines(MENTIONS, ARTICLES, period="year")
    assert cell(table, "2018", "russia", "mentions") == 2
    assert cell(table, "2018", "russia", "articles") == 1
    assert cell(table, "2018", "russia", "share") == pytest.approx(2.0)


def test_silence_has_articles_and_a_gap_has_none():
    table = timelines(MENTIONS, ARTICLES, period="quarter")
    assert (cell(table, "2020-Q3", "cuba", "mentions"), cell(table, "2020-Q3", "cuba", "covered")) == (0, 1)
    assert cell(table, "2019-Q2", "cuba", "covered") == 0
    assert pd.isna(cell(table, "2019-Q2", "cuba", "share"))


def test_a_coarse_date_is_never_put_on_a_made_up_month():
    table = timelines(MENTIONS, ARTICLES, period="month")
    assert cell(table, "undated", "cuba", "mentions") == 1
    assert cell(table, "undated", "cuba", "covered") == 2
    assert cell(table, "2019-01", "cuba", "mentions") == 0


def test_uncertain_articles_carry_their_interval():
    table = uncertain(ARTICLES, period="month").set_index("article_id")
    assert list(table.loc["c", ["earliest", "latest"]]) == ["2019-01-01", "2019-12-31"]
    assert pd.isna(table.loc["d", "earliest"])
    assert "a" not in table.index


def test_order_of_articles_changes_nothing():
    again = timelines(MENTIONS[::-1], ARTICLES[::-1], period="year")
    pd.testing.assert_frame_equal(again, timelines(MENTIONS, ARTICLES, period="year"))


def test_nothing_named_gives_no_rows():
    assert timelines(MENTIONS[:0], ARTICLES, period="year").empty


def test_sides_add_up():
    table = sides(timelines(MENTIONS, ARTICLES, period="year"), {"russia": "russia"})
    held = {(p, s): n for p, s, n in zip(table["period"], table["side"], table["mentions"], strict=True)}
    assert held["2018", "russia"] == 2
    assert held["2018", "other"] == 1


def test_outlets_share_their_words():
    table = outlets(MENTIONS, ARTICLES)
    row = table[(table["outlet"] == "TASS") & (table["actor_id"] == "russia")].iloc[0]
    assert (row["mentions"], row["words"], row["share"]) == (2, 1000, 2.0)
    assert "not named" in set(table["outlet"])


def test_first_and_last_are_as_precise_as_the_dates():
    table = first_and_last(MENTIONS, ARTICLES).set_index("actor_id")
    assert list(table.loc["russia", ["first", "last"]]) == ["2018-03-05", "2020-07"]
    assert table.loc["cuba", "last"] == "2019"


def test_company_in_articles_and_in_sentences():
    whole = co_mentions(MENTIONS)
    assert whole[["actor_a", "actor_b", "together"]].to_numpy().tolist() == [["cuba", "russia", 1]]
    assert whole["articles"].item() == ["a"]
    assert co_mentions(MENTIONS, sentences={"a": [(0, 4), (4, 20)]})["together"].item() == 1
    assert co_mentions(MENTIONS, sentences={"a": [(0, 8), (8, 20)]}).empty


@pytest.mark.parametrize(
    "period, undated",
    [("month", {"c", "d"}), ("quarter", {"c", "d"}), ("year", {"d"})],
    ids=["month", "quarter", "year"],
)
def test_a_date_coarser_than_the_step_is_undated_and_loses_no_mention(period, undated):
    table = timelines(MENTIONS, ARTICLES, period=period)
    shown = table[table["period"] == "undated"]
    assert set(uncertain(ARTICLES, period=period)["article_id"]) == undated
    assert shown["covered"].unique().tolist() == [len(undated)]
    assert shown["mentions"].sum() == MENTIONS["article_id"].isin(undated).sum()
    assert table["mentions"].sum() == len(MENTIONS)
