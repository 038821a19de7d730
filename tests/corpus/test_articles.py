"""From documents to articles: what could not be read keeps its reason, what could be is laid out, named and dated."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactline.corpus.articles import to_article
from pactline.record.article import Document, content_hash

PAGE = (
    "Tankers to sail within the week\n\nBy Jane Roe\n5 March 2019\n\n"
    "CARACAS, March 5 (Reuters) - The minister said on Tuesday that the tankers would sail within the week.\n\n"
    "No price was given, and the state company did not answer a request for comment.\n\n"
    "Leave a Reply\nGreat news for everybody, I must say, if only it were true."
)


def read(text, **fields):
    return to_article(Document(text, "a.txt", "a", **fields), "a")


@pytest.mark.parametrize("status", ["not_text", "unreadable", "too_large", "empty"])
def test_what_was_not_read_keeps_its_reason(status):
    article = read("", status=status, problem="why")
    assert (article.status, article.problem) == (status, "why")
    assert (article.body_spans, article.clutter, article.words, article.published) == ([], [], 0, None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param(PAGE, "read", id="page"),
        pytest.param("Tankers would sail within the week, the minister said.", "read", id="one-sentence"),
        pytest.param("部长星期一表示,油轮将在一周内起航前往哈瓦那港口。", "read", id="script-without-spaces"),
        pytest.param("", "empty", id="nothing"),
        pytest.param(" \n\t\u2028 ", "empty", id="white-space"),
        pytest.param("Home\nNews\nSign in\nShare\nFacebook\n", "no_body", id="menu"),
        pytest.param("Oil falls again\nPeso at new low\nRain in the south\nBallet opens\nBus fares rise\nSchools shut\n", "no_body", id="headlines"),
        pytest.param("12.03.2019 16:40 — 3", "no_body", id="digits"),
    ],
)  # fmt: skip
def test_status(text, status):
    article = read(text)
    assert article.status == status
    assert (article.problem is None) == (status == "read")
    assert (article.words > 0) == (status == "read")


def test_a_page_is_laid_out_named_and_dated():
    article = read(PAGE)
    assert article.body.startswith("CARACAS, March 5")
    assert article.body.endswith("request for comment.")
    assert article.title == "Tankers to sail within the week"
    assert (article.wire, article.language, article.published) == ("Reuters", "en", "2019-03-05")
    assert article.published_basis
    assert {kind for _, _, kind in article.clutter} >= {"title", "byline", "comments"}
    assert article.content_hash == content_hash(PAGE)


def test_metadata_goes_before_what_the_page_looks_like():
    article = read(PAGE, title="Another headline", outlet="The Paper", url="https://example.org/a")
    assert (article.title, article.outlet, article.url) == ("Another headline", "The Paper", "https://example.org/a")


def test_the_language_is_the_texts_own_whatever_the_template_declares():
    assert read(PAGE, language="vi-VN").language == "en"


def test_a_language_without_rules_is_kept_and_named():
    article = read("Minister powiedział w poniedziałek, że tankowce wypłyną w ciągu tygodnia do portu w Hawanie.")
    assert (article.status, article.language) == ("read", "pl")


@pytest.mark.parametrize(
    ("line", "wire"),
    [
        pytest.param("Source: Xinhua", "Xinhua", id="source-line"),
        pytest.param("By The Associated Press", "AP", id="byline"),
        pytest.param("(Reporting by Jane Roe; Editing by John Doe)", "Reuters", id="reporters"),
        pytest.param("A ship at anchor off La Guaira, March 2019. Photo: AFP", None, id="caption"),
        pytest.param("Leave a Reply\nReuters", None, id="comment"),
        pytest.param("Related\nReuters: ships have sailed", None, id="headline"),
    ],
)
def test_agency_from_the_lines_around(line, wire):
    body = "The minister said on Tuesday that the tankers would sail within the week.\n\n"
    assert (
        read(f"Tankers to sail\n\n{body}No price was given, and nobody in the capital would say why.\n\n{line}").wire
        == wire
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=50),
            st.sampled_from(
                ["\n", "\\n", "\0", "\ud800", "By Jane Roe", "5 March 2019", "MOSCOW (Reuters) - ", "Related", PAGE]
            ),
        ),
        max_size=15,
    ).map("".join)
)
def test_any_text(text):
    article = read(text)
    marked = sorted([*article.body_spans, *((a, b) for a, b, _ in article.clutter)])
    assert all(0 <= a < b <= len(text) for a, b in marked)
    assert all(first[1] <= second[0] for first, second in pairwise(marked))
    assert article.body_spans == sorted(article.body_spans)
    assert article.status in {"read", "empty", "no_body"}
