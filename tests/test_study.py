"""The façade: gold values on the seeds, cache, windows, ids."""

import json
from pathlib import Path

import pandas as pd
import pytest

from pactline import cache, open_study
from pactline.record import schema
from pactline.record.article import Document
from pactline.scale.offered import article_ids
from pactline.study import StudyError, Window

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "src/pactline/topics/venezuela_russia/gold/seeds.jsonl"


def gold():
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", gold(), ids=lambda c: c["id"][:3])
def test_seed_dates_are_those_a_careful_reader_gives(seeds_study, case):
    found = seeds_study.articles.set_index("article_id").loc[case["id"], "published"]
    assert found in [case["published"]["date"], *case["published"].get("also_right", [])]


def test_every_quote_stands_at_its_offsets(seeds_study):
    for table in ("mentions", "outside_mentions", "deals", "oil", "near_misses"):
        for row in getattr(seeds_study, table).to_dict("records"):
            words = row.get("quote", row.get("surface"))
            assert seeds_study.texts[row["article_id"]][row["start"] : row["end"]] == words


def test_nothing_is_claimed_outside_the_body_and_nobody_counted_but_there_and_in_its_headline(seeds_study):
    articles = {row["article_id"]: row for row in seeds_study.articles.to_dict("records")}
    for table in ("mentions", "deals", "oil"):
        for row in getattr(seeds_study, table).to_dict("records"):
            article = articles[row["article_id"]]
            spans = list(article["body_spans"])
            if table == "mentions":
                spans += [span for span in article["clutter"] if span[2] == "title"]
            assert any(s <= row["start"] and row["end"] <= e for s, e, *_ in spans)


def test_mentions_outside_the_body_are_kept_apart_with_the_kind_of_clutter(seeds_study):
    bodies = dict(zip(seeds_study.articles["article_id"], seeds_study.articles["body_spans"], strict=True))
    outside = seeds_study.outside_mentions
    assert len(outside) > 0
    for row in outside.to_dict("records"):
        assert row["kind"]
        assert not any(s <= row["start"] and row["end"] <= e for s, e in bodies[row["article_id"]])


def test_the_load_report_adds_up(seeds_study):
    report = seeds_study.load_report
    assert report.offered == report.read + sum(report.aside.values()) == 5


def test_the_warship_agreement_is_one_deal_with_two_sources(seeds_study):
    access = seeds_study.deal_events[(seeds_study.deal_events["kind"] == "access")]
    both = [e for e in access.to_dict("records") if {"RUS", "VEN"} == set(e["supplier"]) | set(e["recipient"])]
    assert any(e["articles"] == 2 and e["sources"] == 2 for e in both)


def test_a_second_call_reads_the_cache(monkeypatch, seeds_study):
    monkeypatch.setattr("pactline.scale.workers.read_task", lambda *_: pytest.fail("read again"))
    monkeypatch.setattr("pactline.scale.run.write_whole", lambda *_: pytest.fail("joined again"))
    again = open_study(ROOT / "seeds")
    pd.testing.assert_frame_equal(again.deals, seeds_study.deals)
    pd.testing.assert_frame_equal(again.articles, seeds_study.articles)


def test_other_code_is_a_miss(monkeypatch, seeds_study):
    read = []
    monkeypatch.setattr(cache, "code_version", lambda: "other")
    monkeypatch.setattr("pactline.scale.parts.read_articles", lambda articles, _: read.extend(articles) or {})
    open_study(ROOT / "seeds")
    assert len(read) == 5


def test_a_damaged_cache_is_read_again(tmp_path, monkeypatch):
    monkeypatch.setenv("PACTLINE_CACHE", str(tmp_path / "cache"))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("Russia delivered 24 Su-30 fighters to Venezuela in 2006.", encoding="utf-8")
    first = open_study(corpus)
    (damaged,) = (tmp_path / "cache" / "whole").glob("*/deals.parquet")
    damaged.write_bytes(damaged.read_bytes()[:-20])
    pd.testing.assert_frame_equal(open_study(corpus).deals, first.deals)


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("PACTLINE_CACHE", str(blocked / "cache"))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("Russia and Venezuela met in Moscow on Monday, officials said.", encoding="utf-8")
    assert len(open_study(corpus).articles) == 1


def test_names_and_order_of_files_change_no_finding(tmp_path, seeds_study):
    (tmp_path / "z").mkdir()
    for i, path in enumerate(sorted((ROOT / "seeds").glob("*.txt"), reverse=True)):
        (tmp_path / "z" / f"{i}-{path.name}").write_bytes(path.read_bytes())
    other = open_study(tmp_path / "z")
    columns = ["quote", "kind", "status", "event_date"]
    for study in (other, seeds_study):
        assert len(study.deals)
    assert sorted(map(tuple, other.deals[columns].astype(str).to_numpy())) == sorted(
        map(tuple, seeds_study.deals[columns].astype(str).to_numpy())
    )


@pytest.mark.parametrize(
    ("window", "published", "inside"),
    [
        (Window(), None, True),
        (Window("2019"), None, False),
        (Window("2019"), "2019-08", True),
        (Window("2019-08-15"), "2019-08", True),
        (Window("2019-09"), "2019-08", False),
        (Window(None, "2019-07"), "2019-08-15", False),
        (Window("2018", "2019"), "2019-12-31", True),
    ],
)
def test_the_window_keeps_what_may_lie_inside(window, published, inside):
    assert window.holds(published) is inside


def test_two_records_of_one_id_are_both_kept():
    offered = [Document(text=t, source=str(i), own_id="a") for i, t in enumerate(["x", "y", "y"])]
    ids = list(article_ids(offered))
    assert len(set(ids)) == 3
    assert ids[0] == "a"
    assert all(i.startswith("a-") for i in ids[1:])


def test_an_unknown_period_names_the_allowed_ones():
    with pytest.raises(StudyError, match="month, quarter, year"):
        open_study(ROOT / "seeds", period="week")


def test_every_table_is_what_the_schema_says(seeds_study):
    for table in schema.EXTRACTED:
        schema.check(seeds_study.extracted[table.name], table)


def test_progress_is_told_of_every_article(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            f"Ministers of {name} met in Moscow on Monday, officials said.", encoding="utf-8"
        )
    heard = []
    open_study(tmp_path, progress=lambda items, what: heard.append((what, len(items := list(items)))) or items)
    assert heard == [("reading articles", 2)]
