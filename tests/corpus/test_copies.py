"""Copies of one story: told by shared words, whatever the order of the files."""

import json
import random
from importlib.resources import files

import pytest

from pactline.corpus.articles import to_article
from pactline.corpus.copies import find_copies, runs_of_words
from pactline.record.article import Document

GOLD = files("pactline") / "topics" / "venezuela_russia" / "gold" / "practice_copies.jsonl"
VOCABULARY = [f"word{i}" for i in range(5000)]


def story(seed, sentences=20):
    """Sentences of words that no other seed's story has in the same order."""
    chosen = random.Random(seed)
    return [" ".join(chosen.choices(VOCABULARY, k=15)) + "." for _ in range(sentences)]


A, B, C = story(1), story(2), story(3)

CASES = [
    pytest.param({"a": ("2019-01-02", A), "b": ("2019-01-01", A)}, {"a": "b"}, id="earliest-stands-for-the-others"),
    pytest.param({"b": ("2019-01-01", A), "a": ("2019-01-01", A)}, {"b": "a"}, id="smallest-id-on-one-day"),
    pytest.param({"a": (None, A), "b": ("2019-01-01", A)}, {"a": "b"}, id="dated-before-undated"),
    pytest.param({"a": ("2019", A), "b": ("2019-05-01", A)}, {"a": "b"}, id="known-day-before-a-mere-year"),
    pytest.param({"a": ("2019-05", A), "b": ("2019-05-31", A)}, {"a": "b"}, id="known-day-before-a-mere-month"),
    pytest.param({"b": ("2018", A), "a": ("2019-05-01", A)}, {"a": "b"}, id="earlier-year-before-a-later-day"),
    pytest.param({"a": (None, A), "b": (None, A)}, {"b": "a"}, id="none-dated"),
    pytest.param({"a": (None, A), "b": (None, A[:6])}, {"b": "a"}, id="cut-end"),
    pytest.param({"a": (None, A), "b": (None, B[:6] + A[:12])}, {"b": "a"}, id="new-top-of-an-updated-take"),
    pytest.param({"a": (None, A), "b": (None, A[::-1])}, {"b": "a"}, id="paragraphs-in-another-order"),
    pytest.param({"a": (None, A), "b": (None, [" ".join(A).upper()])}, {"b": "a"}, id="capitals-and-no-sentences"),
    pytest.param({"a": (None, A), "b": (None, [s.replace(" ", "\n") for s in A])}, {"b": "a"}, id="hard-wrapped"),
    pytest.param({"a": (None, ["Moscow sells jets, a source said."]), "b": (None, ["Moscow sells jets, a source said."])}, {"b": "a"}, id="one-line-twice"),
    pytest.param(
        {"a": ("2019-01-01", A), "b": ("2019-01-02", A[10:] + B[:10]), "c": ("2019-01-03", B)},
        {"b": "a", "c": "a"},
        id="takes-of-takes-are-takes",
    ),
    pytest.param({"a": (None, A + B + C + story(4) + story(5)), "b": (None, A)}, {"b": "a"}, id="digest-holds-a-brief"),
    pytest.param(
        {"a": ("2019-01-01", A), "b": ("2019-01-01", B), "z": ("2019-01-02", A + B + C + story(4) + story(5))},
        {"z": "a"},
        id="digest-joins-one-story-and-not-two-with-each-other",
    ),
    pytest.param({"a": (None, A), "b": (None, B)}, {}, id="different-stories"),
    pytest.param({"a": (None, A), "b": (None, A[:3] + B)}, {}, id="own-stories-with-shared-background"),
    pytest.param({"a": (None, A), "b": (None, A[:1] + B[:5])}, {}, id="one-quoted-sentence"),
    pytest.param({"a": (None, []), "b": (None, [])}, {}, id="empty-bodies"),
    pytest.param({"a": (None, ["No comment."]), "b": (None, ["No comment."])}, {}, id="too-short-to-tell"),
    pytest.param({"a": (None, A)}, {}, id="one-article"),
    pytest.param({}, {}, id="no-article"),
    pytest.param({"a": (None, ["\ud800 " + A[0]]), "b": (None, ["\0"])}, {}, id="lone-surrogate-and-nul"),
    pytest.param({"a": (None, ["委内瑞拉总统周四在莫斯科会见俄罗斯国防部长并签署协议"]), "b": (None, ["加拉加斯消息:委内瑞拉总统周四在莫斯科会见俄罗斯国防部长"])}, {"b": "a"}, id="script-without-spaces"),
    pytest.param({"a": (None, ["委内瑞拉总统周四在莫斯科会见俄罗斯国防部长并签署协议"]), "b": (None, ["石油产量上月增加到每天七十万桶,部长周五在首都表示"])}, {}, id="script-without-spaces-other-story"),
]  # fmt: skip


def copies(articles):
    return find_copies((name, published, sentences) for name, (published, sentences) in articles.items())


@pytest.mark.parametrize(("articles", "expected"), CASES)
def test_which_article_stands_for_which(articles, expected):
    found = copies(articles)
    assert set(found) == set(articles)
    assert {name: first for name, (first, _) in found.items() if first} == expected


@pytest.mark.parametrize(("articles", "expected"), CASES)
def test_order_makes_no_difference(articles, expected):
    names = sorted(articles)
    for _ in range(3):
        random.Random(len(names)).shuffle(names)
        assert copies({name: articles[name] for name in names}) == copies(articles)


def test_share_is_of_the_copy():
    found = copies({"a": ("2019-01-01", A), "b": ("2019-01-02", A), "c": ("2019-01-03", A[:10] + B[:10])})
    assert found["a"] == (None, None)
    assert found["b"] == ("a", 1.0)
    assert found["c"][1] == pytest.approx(0.5, abs=0.03)


def test_every_copy_has_a_share():
    takes = {f"{i:02d}": (f"2019-01-{i + 1:02d}", story(1)[i : i + 20 - i] + story(100 + i)[:i]) for i in range(12)}
    assert all((first is None) == (share is None) for first, share in copies(takes).values())
    assert all(0 < share <= 1 for _, share in copies(takes).values() if share is not None)


def test_sentence_ends_do_not_break_a_run():
    assert len(runs_of_words(["Russia and Venezuela.", "have signed", "An agreement"])) == 3
    assert len(runs_of_words(["four words are few"])) == 0


def test_thousands_of_articles_are_compared_by_what_they_share():
    boilerplate = story("legal", 1)
    articles = {
        f"{i:04d}": (f"2019-01-{1 + i % 28:02d}", story(i // 3 if i % 2 else 10_000 + i, 6) + boilerplate)
        for i in range(3000)
    }
    found = copies(articles)
    expected = {
        name
        for i, name in enumerate(articles)
        if i % 2 and sum(1 for j in range(i // 3 * 3, i // 3 * 3 + 3) if j % 2 and j < 3000) > 1
    }
    together = {name for name, (first, _) in found.items() if first} | {first for first, _ in found.values() if first}
    assert together == expected


def test_a_line_on_every_page_joins_nothing():
    boilerplate = story("legal", 2)
    found = copies({f"{i:03d}": (None, story(i, 8) + boilerplate) for i in range(200)})
    assert not any(first for first, _ in found.values())


def test_annotated_pairs():
    cases = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    bodies = [
        (case["id"], None, [to_article(Document(case["text"], "a", case["id"]), case["id"]).body]) for case in cases
    ]
    stands = {name: first or name for name, (first, _) in find_copies(bodies).items()}
    pairs = [
        (case["id"], other, want)
        for case in cases
        for want, key in ((True, "copies"), (False, "not_copies"))
        for other in case[key]
    ]
    found = [(stands[a] == stands[b], want) for a, b, want in pairs]
    right = sum(got and want for got, want in found)
    f1 = 2 * right / (sum(got for got, _ in found) + sum(want for _, want in found))
    assert f1 >= 0.95
