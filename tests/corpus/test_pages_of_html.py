"""Whole pages of HTML in the shapes of news sites, made up for these tests: the body to the word, and the day.

Each page lies beside a text file with its day of publication and the paragraphs of its body.
"""

from pathlib import Path

import pytest

from pactline.corpus.articles import to_article
from pactline.corpus.page_head import head_of, same
from pactline.corpus.readers import documents

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
HEADLINES = {
    "blog-with-breaks": "Callao looks to Korea", "diario-con-cookies": "Moscú entregará diez helicópteros antes de fin de año",
    "press-with-sidebar": "Tankers to sail for Havana within the week",
}  # fmt: skip


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_body_and_day(path):
    day, *body = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    article = to_article(next(documents(path)), path.stem)
    assert article.published == day
    assert article.body.split() == " ".join(body).split()
    assert path.stem not in HEADLINES or article.title == HEADLINES[path.stem]


def test_there_are_pages():
    assert len(PAGES) >= 10


PARAGRAPH = "The minister said the two tankers would sail for Havana within the week, but he gave no price."


def parsed(markup):
    from lxml import html

    return html.document_fromstring(markup)


@pytest.mark.parametrize(
    ("above", "title", "heading", "lines"),
    [
        pytest.param("<h1>Tankers sail</h1><p class=byline>By Jane Roe</p><i>5/3/2019</i>", "Tankers sail | Paper", "Tankers sail", ("By Jane Roe", "5/3/2019"), id="byline-and-day"),
        pytest.param("<h1>The Paper</h1><div class=date>5 March 2019</div><h3>Tankers sail again</h3>", "The Paper: Tankers sail again", "Tankers sail again", ("5 March 2019",), id="day-above-the-heading"),
        pytest.param("<div class=clock>no day</div><h1>Tankers sail</h1>", "Tankers sail", "Tankers sail", (), id="no-byline"),
        pytest.param("<p class=date>Monday</p><h1>Tankers sail</h1>", "Tankers sail", "Tankers sail", (), id="no-day-above-the-heading"),
        pytest.param("<p>5 March 2019</p>" + "<p>x</p>" * 100, "Tankers sail", None, (), id="too-far-above"),
        pytest.param("<h1>" + "long " * 100 + "</h1>", "Tankers sail", None, (), id="no-heading-of-its-length"),
    ],
)  # fmt: skip
def test_the_head_of_an_article(above, title, heading, lines):
    head = head_of(parsed(f"<html><body>{above}<p>{PARAGRAPH}</p></body></html>"), PARAGRAPH, title)
    assert (head.heading, head.lines) == (heading, lines)


def test_an_article_that_is_not_on_the_page_has_no_head():
    assert head_of(parsed("<h1>Tankers sail</h1><p>Short.</p>"), PARAGRAPH, "Tankers sail").heading is None


def test_headings_are_compared_whatever_their_case():
    assert same("TANKERS SAIL", "Tankers sail - The Paper")


@pytest.mark.parametrize(
    ("byline", "day"),
    [
        pytest.param("<p class=date>Updated: 7 March 2019</p><p>Published: 5 March 2019</p>", "2019-03-05", id="a-later-change"),
        pytest.param("<p class=date>Expires: 7 March 2019</p>", None, id="the-day-of-something-else"),
        pytest.param("<span class=author>J. Roe</span><span>5 Mar 2019</span><span>3 min</span>", "2019-03-05", id="spans-side-by-side"),
    ],
)  # fmt: skip
def test_the_day_in_the_lines_above(tmp_path, byline, day):
    body = "".join(f"<p>{PARAGRAPH} He said so {n} times.</p>" for n in range(4))
    (tmp_path / "a.html").write_text(
        f"<html><body><article><h1>Tankers sail for Havana</h1>{byline}{body}</article></body></html>", encoding="utf-8"
    )
    assert to_article(next(documents(tmp_path)), "a").published == day
