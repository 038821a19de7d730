"""Evidence shows the words that were read, where they are used, and no more of an article than the cap allows."""

import re

import pytest
from lxml import html as parser

from pactline.report import evidence
from pactline.report.citing import cite, claim_key, mention_key
from pactline.report.highlight import ROLES, highlighted, legend
from pactline.report.markup import TEMPLATES, block
from pactline.report.uses import uses

from .conftest import TEXT, article, deal, mention, study_of


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
        ("supplier", "Russia"), ("recipient", "Venezuela"), ("item", "Su-30"), ("quantity", "24"), ("status", "agreed"), ("date", "Monday"),
    ],
)  # fmt: skip
def test_what_was_read_is_marked_in_the_sentence(role, words):
    study = study_of([article(1)], [], [deal()])
    root = parser.fragment_fromstring(
        evidence.section(study, cite(1, [claim_key(study.deals["claim_id"][0])])), create_parent="div"
    )
    quote = root.find(".//blockquote")
    assert [m.text_content() for m in quote.iter("mark") if m.get("class") == f"m-{role}"] == [words]
    assert ROLES[role] in root.find(".//ul[@class='legend marks']").text_content()


def test_a_statement_without_marks_is_shown_without_any():
    study = study_of([article(1)], [], [deal(marks=None)])
    assert "<mark" not in evidence.section(study, cite(1, [claim_key(study.deals["claim_id"][0])]))


def test_every_role_has_a_look_of_its_own():
    css = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    looks = {role: re.search(rf"\.m-{role}(?:,[^{{]*)?{{([^}}]*)}}", css) for role in ROLES}
    assert all(looks.values())
    assert len({looks[role][1] for role in ROLES}) == len(set(ROLES.values()))
    assert legend(ROLES).count("<li>") == len(set(ROLES.values()))


def test_overlapping_marks_never_cut_a_tag():
    out = highlighted("abcdef", 0, 6, [(0, 4, "item"), (2, 6, "supplier"), (0, 2, "status")])
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
    article_part = out.split('<section class="groups"')[0]
    assert article_part.count("first place") == 1
    assert "All of them used in" in out
    assert out.count("second place") == 1


def test_the_page_says_what_its_evidence_leaves_out_and_which_files_have_it():
    study = study_of([article(i) for i in range(30)], [], [deal(f"x{i}") for i in range(30)])
    out = evidence.section(study, cite(30, [claim_key(c) for c in study.deals["claim_id"]], "statements"))
    assert "deals.csv" in out
    assert "and 18 more in the exported tables" in out


def test_of_too_much_evidence_every_figure_keeps_one_piece_and_the_most_used_stays():
    keys = [f"c-{i}" for i in range(40)]
    page = "".join(block(f"b{i}", f"place {i}", cite(2, [keys[0], keys[i]], "statements")).html for i in range(1, 40))
    cited = uses(page + cite("7", [keys[20]]), most=3)
    assert list(cited.places) == ["c-0", "c-1", "c-20"]
    assert all(cited.shown(group) for group in cited.groups.values())


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
