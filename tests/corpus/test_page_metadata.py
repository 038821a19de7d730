"""Where the head, the scripts and the elements of a page name its day of publication, and where they name another. Made up here."""

import pytest

from pactline.corpus.articles import to_article
from pactline.corpus.readers import documents

BODY = "".join(
    f"<p>The frigates left port number {n} with fuel for a month, and the admiral said that nobody should read more into it.</p>"
    for n in range(3)
)

HEADS = {
    "creation-of-an-article": ('<meta name="weibo: article:create_at" content="2019-03-12 16:15:22">', "2019-03-12"),
    "named-in-a-script": ('<script>dataLayer=[{"publishDate":"2019-03-12"}]</script>', "2019-03-12"),
    "state-of-an-application": (
        '<script id="__NEXT_DATA__" type="application/json">{"article":{"publishedAt":"2019-03-12T16:15:00Z"}}</script>', "2019-03-12",
    ),
    "several-stories-in-a-script": (
        '<script>x=[{"publishedAt":"2019-03-12"},{"publishedAt":"2019-03-14"}]</script>', None,
    ),
    "another-field-of-a-script": ('<script>x={"expiresAt":"2019-03-12","built":"2019-03-14"}</script>', None),
    "later-change-beside-it": (
        '<meta name="bt:modDate" content="2019-03-14"><meta name="bt:pubDate" content="2019-03-12">', "2019-03-12",
    ),
    "creator-with-a-number": ('<meta name="DC.creator" content="Agency 24">', None),
}  # fmt: skip

ELEMENTS = {
    "abbreviation": ('<abbr class="published" title="2019-03-12T16:15:00-05:00">Tuesday</abbr>', "2019-03-12"),
    "seconds-of-an-element": ('<span class="date" data-timestamp="1552407300">3 years ago</span>', "2019-03-12"),
    "thousandths-of-a-time": ('<time datetime="1552407300000">Tuesday</time>', "2019-03-12"),
    "seconds-of-several-stories": (
        '<span data-timestamp="1552407300">a</span><span data-timestamp="1552607300">b</span>', None,
    ),
}  # fmt: skip


def dated(tmp_path, head="", element=""):
    page = f"<html><head><title>Frigates leave</title>{head}</head><body><article><h1>Frigates leave</h1>{element}{BODY}</article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    return to_article(next(documents(tmp_path / "page.html")), "page", events=[]).published


@pytest.mark.parametrize(("head", "date"), HEADS.values(), ids=HEADS)
def test_fields_of_the_head(tmp_path, head, date):
    assert dated(tmp_path, head=head) == date


@pytest.mark.parametrize(("element", "date"), ELEMENTS.values(), ids=ELEMENTS)
def test_elements_of_the_page(tmp_path, element, date):
    assert dated(tmp_path, element=element) == date
