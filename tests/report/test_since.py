"""What changed since the last run: counted, in words, with evidence or the words as they stood."""

import pandas as pd
import pytest
from lxml import html as parser

from pactline.findings.changes import changes
from pactline.record import schema
from pactline.report.audit import PageError, faults
from pactline.report.page import assemble
from pactline.report.proof import disproved, proved
from pactline.report.since import changes_part, counts

from .conftest import article, deal, mention, oil, page_of, study_of


def tables(study):
    return {name: getattr(study, name) for name in ("articles", "mentions", "deals", "oil")}


OLD = study_of(
    [article(1, published="2019-08")],
    [mention(actor_id="old", actor="Old Actor", surface="Old")],
    [deal(), deal("x1", start=7)],
    [oil(value=2e6)],
)
NEW = study_of([article(1), article(2)], [mention()], [deal(status="delivered"), deal("x2", status="offered")], [oil()])
CHANGED = changes(tables(OLD), tables(NEW))


def words_of(html):
    return " ".join(parser.fragment_fromstring(html, create_parent="div").text_content().split())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param("new", "transfer offered, Russia → Venezuela: 24 Su-30", id="new-deal"),
        pytest.param("gone", "agreed on Monday", id="gone-deal-by-its-words"),
        pytest.param("changed", "status: agreed → delivered", id="status-moved"),
        pytest.param("changed", "value: 2000000.0 → 1000000.0", id="figure-corrected"),
        pytest.param("changed", "published: 2019-08 → 2024-11-08", id="date-sharpened"),
        pytest.param("new", "Russia", id="new-actor"),
        pytest.param("gone", "Old Actor", id="gone-actor"),
        pytest.param("new", "Headline 2, read", id="new-article"),
    ],
)
def test_every_change_is_told(change, says):
    root = parser.fragment_fromstring(changes_part(CHANGED, NEW), create_parent="div")
    rows = [" ".join(r.text_content().split()) for r in root.iter("tr") if r.find("th").text_content() == change]
    assert any(says in row for row in rows), rows


def test_what_is_new_or_changed_links_to_its_evidence_and_what_is_gone_shows_its_words():
    root = parser.fragment_fromstring(changes_part(CHANGED, NEW), create_parent="div")
    for row in root.iter("tr"):
        change = row.find("th").text_content()
        if change in ("new", "changed"):
            assert row.find(".//a") is not None
        elif change == "gone":
            assert row.find(".//a") is None
            assert row.find(".//q") is not None


def test_the_page_with_changes_is_whole_and_its_counts_are_checked(monkeypatch):
    monkeypatch.setattr("pactline.report.page.slim", lambda html: html)  # keeps what the checks read
    html = assemble(NEW, [], title="T", changes=CHANGED)
    assert faults(html) == []
    assert "Since the last run" in words_of(html[html.index("<main") :])
    wrong = html.replace('data-count="change:gone|actors">1<', 'data-count="change:gone|actors">2<')
    assert wrong != html
    assert disproved(html, NEW, CHANGED) == []
    assert disproved(wrong, NEW, CHANGED) != []
    with pytest.raises(PageError, match="a change"):
        proved('<main><a data-keys="c-1" data-is="change">invented</a></main>', NEW, CHANGED)


def test_grammar_of_counts_for_one_and_many():
    def rows(*pairs):
        return pd.DataFrame(pairs, columns=["table", "change"])

    assert words_of(counts(rows(("deals", "new")))) == "1 deal statement is new"
    assert (
        words_of(counts(rows(("deals", "new"), ("deals", "new"), ("actors", "gone"))))
        == "2 deal statements are new; 1 actor is gone"
    )


def test_two_runs_alike_say_so():
    assert "Nothing is new" in changes_part(schema.frame([], schema.CHANGES), NEW)
    assert "Since the last run" not in page_of(NEW)
