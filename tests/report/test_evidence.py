"""Evidence shows the words that were read, where they are used, and no more of an article than the cap allows."""

import pytest
from lxml import html as parser

from pactline.report import evidence
from pactline.report.citing import cite, claim_key, mention_key
from pactline.report.highlight import deal_marks, highlighted, oil_marks
from pactline.report.markup import block
from pactline.report.tables import each

from .conftest import TEXT, article, deal, mention, oil, study_of


def test_each_sentence_lists_where_it_is_used():
    study = study_of([article(1)], [mention()], [deal()])
    key = claim_key(study.deals["claim_id"][0])
    page = block("a", "first place", cite(1, [key])).html + block("b", "second place", cite(2, [key])).html
    root = parser.fragment_fromstring(evidence.section(study, page), create_parent="div")
    item = next(e for e in root.iter("li") if e.get("id") == key)
    assert [a.get("href") for a in item.iter("a")] == ["#a", "#b"]


def test_a_figure_on_several_sentences_lists_them():
    study = study_of([article(1), article(2)], [], [deal(), deal("x2")])
    keys = [claim_key(c) for c in study.deals["claim_id"]]
    out = evidence.section(study, block("a", "place", cite(2, keys)).html)
    assert all(f'href="#{key}"' in out for key in keys)


def test_anchors_do_not_change_when_other_articles_come():
    one, two = study_of([article(1)], [], [deal()]), study_of([article(1), article(2)], [], [deal("x2"), deal()])
    assert set(one.deals["claim_id"]) < set(two.deals["claim_id"])


def test_no_more_than_the_cap_is_shown():
    text = "Russia said this. " * 400
    names = [mention(start=i * 18, end=i * 18 + 6, actor_id=f"a{i}") for i in range(400)]
    study = study_of([article(1, text=text)], names, texts={"x1": text})
    page = block("a", "p", "".join(cite(1, [mention_key("x1", f"a{i}")]) for i in range(400))).html
    out = evidence.section(study, page, per_article=500)
    assert 0 < out.count("<q>") <= 500 / 18  # windows overlap: each new one shows 18 new characters
    assert out.count("<li id=") == 400


def test_a_long_statement_is_cut():
    study = study_of([article(1)], [], [deal(end=100, quote=TEXT[:100])])
    out = evidence.section(study, cite(1, [claim_key(study.deals["claim_id"][0])]), excerpt=30)
    assert "…" in out


@pytest.mark.parametrize(
    ("role", "words"),
    [
        pytest.param("party", {"Russia", "Venezuela"}, id="parties"),
        pytest.param("item", {"Su-30"}, id="item"),
        pytest.param("number", {"24"}, id="quantity"),
        pytest.param("status", {"agreed", "sell"}, id="status"),
        pytest.param("period", {"Monday"}, id="period"),
    ],
)
def test_what_a_deal_highlights(role, words):
    people = [mention(), mention(start=32, end=41, surface="Venezuela", actor_id="venezuela", country="VEN")]
    study = study_of([article(1)], people, [deal()])
    marks = deal_marks(next(each(study.deals)), TEXT, study.mentions)
    found = {TEXT[start:end] for start, end, r in marks if r == role}
    assert found
    assert found <= words


def test_what_an_oil_figure_highlights():
    study = study_of([article(1)], oils=[oil()])
    marks = oil_marks(next(each(study.oil)), TEXT, study.mentions)
    assert TEXT[marks[0][0] : marks[0][1]] == "one million barrels a day"


def test_overlapping_marks_never_cut_a_tag():
    out = highlighted("abcdef", 0, 6, [(0, 4, "item"), (2, 6, "party"), (0, 2, "status")])
    assert out == '<mark class="m-item">abcd</mark>ef'


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://example.org/a", True), ("javascript:alert(1)", False), ("data:text/html,x", False), ('https://e.org/" onclick="x', True)],
)  # fmt: skip
def test_addresses(url, linked):
    study = study_of([article(1, url=url)], [], [deal()])
    out = evidence.section(study, cite(1, [claim_key(study.deals["claim_id"][0])]))
    root = parser.fragment_fromstring(out, create_parent="div")
    links = [a for a in root.iter("a") if a.get("class") == "out"]
    assert bool(links) is linked
    assert all(a.get("rel") == "noopener noreferrer nofollow" and a.get("onclick") is None for a in links)


def test_what_all_mentions_of_an_article_share_is_said_once():
    names = [mention(), mention(start=32, end=41, surface="Venezuela", actor_id="venezuela", actor="Venezuela")]
    study = study_of([article(1)], names)
    keys = [mention_key("x1", "russia"), mention_key("x1", "venezuela")]
    page = block("a", "first place", cite(2, keys)).html + block("b", "second place", cite(1, keys[:1])).html
    out = evidence.section(study, page)
    assert out.count("first place") == 1
    assert "All of them used in" in out
    assert out.count("second place") == 1


def test_the_page_says_what_its_evidence_leaves_out():
    study = study_of([article(1)], [], [deal()])
    assert "The exported tables have all" in evidence.section(study, cite(1, [claim_key(study.deals["claim_id"][0])]))


def test_many_articles_share_the_passages_about_actors():
    study = study_of(
        [article(i) for i in range(300)],
        [mention(f"x{i}", start=s, end=s + 3, actor_id=f"a{s}") for i in range(300) for s in (0, 110)],
    )
    page = block("a", "p", "".join(cite(1, [mention_key(f"x{i}", f"a{s}")]) for i in range(300) for s in (0, 110))).html
    out = evidence.section(study, page)
    assert out.count("<q>") == 300
    assert out.count('<li id="m-') == 600


def test_every_statement_is_shown_however_many_articles_there_are():
    study = study_of([article(i) for i in range(300)], [], [deal(f"x{i}") for i in range(300)])
    page = block("a", "p", "".join(cite(1, [claim_key(c)]) for c in study.deals["claim_id"])).html
    assert evidence.section(study, page).count("<blockquote>") == 300
