"""Texts that lost their line ends: escaped in a record, or flattened to one line with the whole page in it."""

import pytest

from pactline.corpus.articles import to_article
from pactline.corpus.body import layout
from pactline.corpus.body_flat import cuts
from pactline.record.article import Document

STORY = (
    "The minister said on Tuesday that the two tankers would sail for Havana within the week. He gave no price for the cargo. "
    "The state company did not answer a request for comment, and the embassy in Moscow declined to say more about the talks. "
    "Two more tankers wait at anchor off the coast, according to a firm that follows ships from space. "
    "They had been chartered in spring, when the refinery stood still, and their owners have asked for money since then. "
    "A union of dockers said that its members would load the ships only after their pay of two months had reached them. "
    "Parliament is to look into the matter once its members are back from their long summer holidays in the islands."
)


def body(text):
    return [text[start:end] for start, end in layout(text).body_spans]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("Home News Sport Tankers to sail within the week By Jane Roe March 5, 2019 {} Related stories Oil falls Peso rises", id="stamp-and-related"),
        pytest.param("Tankers to sail within the week March 5, 2019 4:15 pm {} Share this: Facebook Twitter Leave a Reply Your email address", id="clock-and-share-bar"),
        pytest.param("{} Leave a Reply Your email address will not be published.", id="comment-form"),
        pytest.param("Inicio Mundo Zarpan los buques 5 de marzo de 2019 {} Te puede interesar Otra noticia del día", id="spanish-frame"),
        pytest.param("{}", id="nothing-around-it"),
    ],
)  # fmt: skip
def test_a_flattened_page_is_cut_where_its_parts_begin(page):
    assert body(page.format(STORY)) == [STORY]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"The deal of March 5, 2019 Moscow signed gladly, he said. {STORY}", id="day-inside-the-first-sentence"),
        pytest.param(STORY.replace("Two more", "Related stories of the press are false. Two more"), id="label-in-a-sentence-of-the-first-half"),
        pytest.param("Short line with March 5, 2019 Caracas in it. Related stories follow.", id="too-short-to-be-a-page"),
    ],
)  # fmt: skip
def test_an_article_on_one_line_stays_whole(text):
    assert cuts(text, 0, len(text)) == [(0, len(text))]


def test_the_stamp_of_a_flattened_page_dates_it():
    page = (
        f"Home News Sport Tankers to sail within the week By Jane Roe March 5, 2019 {STORY} Related stories Oil falls"
    )
    article = to_article(Document(page, "a.txt", "a"), "a")
    assert article.published == "2019-03-05"
    assert article.body == STORY


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("Oil falls again\\nThe minister met the press in Moscow on Friday.\\nNo price was given by him.", 3, id="escaped-ends"),
        pytest.param("Oil falls again\\r\\nThe minister met the press in Moscow on Friday.", 2, id="escaped-windows-ends"),
        pytest.param("The path C:\\new\\notes holds the minister's papers on the press in Moscow.", 1, id="a-path"),
        pytest.param("The path C:\\New\\Notes holds the minister's papers on the press in Moscow.", 1, id="a-path-in-capitals"),
        pytest.param("The sign \\nu stands for the neutrino, the minister told the press in Moscow.", 1, id="a-sign-of-mathematics"),
    ],
)  # fmt: skip
def test_a_backslash_and_an_n(text, lines):
    found = layout(text)
    assert len(found.clutter) + sum(text[a:b].count("\\n") + 1 for a, b in found.body_spans) >= lines
    if lines == 1:
        assert body(text) == [text]


def test_a_record_left_in_the_text_is_code_and_its_changes_date_nothing():
    page = (
        '{"headline":"A pact","modified":"2016-02-29T00:00:00Z","crawler":"2022-06-01"}\n\n'
        "MINSK, 3 December (BelTA) - The system will take six years to build, the secretary told reporters today.\n\n"
        "Next year, 2008, two groups of officers will be trained at the Military Academy, he said on his return.\n\n"
        '{"tags":["Belarus"],"related":[{"title":"He flies","text":"The visit is planned for 8 December 2007."}]}'
    )
    article = to_article(Document(page, "a.txt", "a"), "a")
    assert [kind for _, _, kind in article.clutter] == ["code", "code"]
    assert article.published == "2007-12-03"
