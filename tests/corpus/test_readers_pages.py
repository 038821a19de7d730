"""Pages, PDF and web archives: the text a reader sees, what the page says of itself, and pages made to hurt."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from pactline.corpus.entry import Refusal
from pactline.corpus.limits import Limits
from pactline.corpus.load_report import reason_of
from pactline.corpus.pages import read_page
from pactline.corpus.readers import documents
from pactline.record.article import Document

SENTENCES = [f"Venezuela bought {n} tanks from Russia, the ministry said on Thursday in Caracas." for n in range(8)]
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Tanks | The Daily</title>
<style>.teaser {{display: none}} @media print {{.story {{display: none}}}}</style>
<link rel="canonical" href="https://daily.example/tanks"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2019-08-15T10:00:00Z"><meta name="session-timeout" content="2030">
<script type="application/ld+json">{{"@graph": [
 {{"@type": "ItemList", "itemListElement": [{{"@type": "NewsArticle", "datePublished": "2001-01-01"}}]}},
 {{"@type": "NewsArticle", "headline": "Tanks for Caracas", "datePublished": "2019-08-15"}}]}}</script></head>
<body><nav><a href="/">Home</a></nav><article class="story"><h1>Tanks for Caracas</h1>
<p class="byline">By A. B., <time datetime="2019-08-15">15 August 2019</time></p>{BODY}
<p class="teaser">Rule-hidden missiles were sold to Caracas on Monday.</p>
<p style="display:none">Style-hidden missiles were sold to Caracas.</p><p hidden>Plainly hidden missiles.</p>
<!-- Comment missiles --><noscript>Noscript missiles</noscript></article><footer>Copyright 2024</footer></body></html>"""


def page(markup: str | bytes, **options: object) -> Document:
    data = markup.encode() if isinstance(markup, str) else markup
    return read_page(data, source="a.html", own_id="a", limits=Limits(), **options)  # type: ignore[arg-type]


def test_the_text_is_heading_byline_and_article() -> None:
    lines = page(PAGE).text.split("\n")
    assert lines[:3] == ["Tanks for Caracas", "By A. B., 15 August 2019", SENTENCES[0]]
    assert lines[-1] == SENTENCES[-1]


def test_hidden_text_is_never_read() -> None:
    assert "missiles" not in page(PAGE).text


def test_what_the_page_says_of_itself_is_kept_unjudged() -> None:
    found = page(PAGE)
    assert (found.title, found.outlet, found.language) == ("Tanks for Caracas", "The Daily", "en")
    assert (found.url, found.published) == ("https://daily.example/tanks", None)
    assert found.date_hints == (
        ("JSON-LD datePublished", "2019-08-15"),
        ("meta article:published_time", "2019-08-15T10:00:00Z"),
        ("time", "2019-08-15"),
        ("line of the page's date", "By A. B., 15 August 2019"),
    )


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        pytest.param("<div>" * 100_000, "deep", id="35-100000-deep"),
        pytest.param("<div>" * 260, "deep", id="35-beyond-libxml2"),
        pytest.param("<div>" * 150, None, id="150-deep"),
        pytest.param("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">", None, id="36-attributes"),
        pytest.param("<i>x</i>" * 60_000, "large", id="many-tags"),
        pytest.param("<a " * 200_000 + ">", None, id="tags-that-never-close"),
        pytest.param("<style>" + "{" * 100_000 + "</style>", None, id="braces"),
        pytest.param("<p>&#xD800;&#0;&#x110000;</p>", None, id="43-references"),
        pytest.param("<base href='http://x'><meta http-equiv=refresh content='0;url=http://x'>", None, id="45-base"),
    ],
)
def test_a_page_made_to_hurt_still_gives_its_article(start: str, reason: str | None) -> None:
    found = page(f"<html><body>{start}{BODY}</body></html>")
    assert SENTENCES[3] in found.text
    assert (reason_of(found.problem) if found.problem else None) == reason
    assert "\ud800" not in found.text


@pytest.mark.parametrize(
    "doctype",
    [
        pytest.param("<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>", id="37-entities"),
        pytest.param("<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", id="38-outside"),
    ],
)
def test_a_document_type_is_cut_before_parsing(doctype: str) -> None:
    text = page(f"{doctype}<html><body><p>&a;</p>{BODY}</body></html>").text
    assert SENTENCES[0] in text
    assert "root:" not in text


@pytest.mark.parametrize(
    ("head", "encoding", "declared"),
    [
        pytest.param("<meta charset=windows-1252>", "cp1252", None, id="declared"),
        pytest.param("<meta charset=utf-8>", "cp1252", None, id="39-lie-utf8"),
        pytest.param("<?xml version='1.0' encoding='utf-16'?>", "cp1252", None, id="39-lie-utf16"),
        pytest.param("<meta charset=iso-8859-1>", "utf-8", None, id="39-lie-latin1"),
        pytest.param("", "utf-8", "windows-1251", id="39-lie-of-the-server"),
        pytest.param("", "utf-16", None, id="utf16"),
    ],
)
def test_the_encoding_of_a_page(head: str, encoding: str, declared: str | None) -> None:
    markup = f"{head}<html><body><p>Nicolás Maduro firmó la compra</p>{BODY}</body></html>"
    assert "Nicolás Maduro firmó" in page(markup.encode(encoding), declared=declared).text


def test_a_declared_alphabet_of_many_bytes_is_believed() -> None:
    markup = "<html><head><meta charset=shift_jis></head><body><p>ベネズエラの石油</p></body></html>"
    assert page(markup.encode("shift_jis")).text == "ベネズエラの石油"


def test_markup_that_was_escaped_is_text() -> None:
    assert "<script>" in page(f"<html><body><p>The tag &lt;script&gt; runs code.</p>{BODY}</body></html>").text


def test_a_short_page_is_read_whole() -> None:
    assert page("<html><body><h1>Oil</h1><p>Output fell.</p></body></html>").text == "Oil\nOutput fell."


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(Refusal, match="no-text"):
        page("<html><body><script>var oil</script><!-- never closed")


def pdf(text: str) -> bytes:
    stream = b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % text.encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Title(Oil Monthly)/CreationDate(D:20190815120000Z)>>",
    ]
    packed, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(packed))
        packed += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % len(packed)
    return packed + b"xref\n0 7\n0000000000 65535 f \n" + table + tail


def test_a_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(pdf("Output fell to 1.7 mb/d."))
    (document,) = documents(tmp_path)
    assert (document.text, document.title) == ("Output fell to 1.7 mb/d.", "Oil Monthly")
    assert document.date_hints == (("pdf:CreationDate", "2019-08-15"),)


@pytest.mark.parametrize(
    ("data", "limits", "expected"),
    [
        pytest.param(pdf(""), Limits(), ("empty", "no-text"), id="scan"),
        pytest.param(pdf("Oil"), Limits(pdf_pages=0), ("too_large", "too-large"), id="pages"),
        pytest.param(pdf("Oil")[:120], Limits(), ("unreadable", "damaged"), id="cut"),
    ],
)
def test_a_pdf_that_is_not_read(tmp_path: Path, data: bytes, limits: Limits, expected: tuple[str, str]) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    (document,) = documents(tmp_path, limits=limits)
    assert (document.status, reason_of(document.problem)) == expected


def warc_record(body: bytes, *, status: int = 200, kind: str = "text/html", extra: str = "") -> bytes:
    head = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(body)}\r\n\r\n"
    block = head.encode() + body
    fields = "WARC-Type: response\r\nWARC-Target-URI: https://a.example/x\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
    header = (
        f"WARC/1.0\r\n{fields}Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return header.encode() + block + b"\r\n\r\n"


def test_a_web_archive(tmp_path: Path) -> None:
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\na:b\r\n\r\n"
    spanish = "<html><body><p>Nicolás firmó.</p></body></html>"
    records = [
        info,
        warc_record(PAGE.encode()),
        warc_record(b"gone", status=404),
        warc_record(b"\x89PNG", kind="image/png"),
        warc_record(
            gzip.compress(spanish.encode("cp1252")),
            kind="text/html; charset=iso-8859-1",
            extra="Content-Encoding: gzip\r\n",
        ),
    ]
    (tmp_path / "news.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    found = list(documents(tmp_path))
    assert [(d.source, reason_of(d.problem) if d.problem else "") for d in found] == [
        ("news.warc.gz#1", ""), ("news.warc.gz#2", "http-404"), ("news.warc.gz#3", "format"), ("news.warc.gz#4", "")
    ]  # fmt: skip
    assert {d.url for d in found} == {"https://a.example/x"}
    assert ("warc:WARC-Date", "2020-01-02") in found[0].date_hints
    assert found[3].text == "Nicolás firmó."


def test_a_web_archive_that_ends_early_keeps_its_first_pages(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(warc_record(PAGE.encode()) + warc_record(PAGE.encode())[:-900])
    found = list(documents(tmp_path))
    assert [d.status for d in found] == ["read", "unreadable"]
    assert reason_of(found[1].problem) == "truncated"
