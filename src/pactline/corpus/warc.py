"""WARC, the form of web archives and of Common Crawl's news crawl: each page that was answered with 200 is a document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pactline.corpus.archives import damage
from pactline.corpus.encodings import decode
from pactline.corpus.entry import Entry, Refusal, refused
from pactline.corpus.guarded import read_page
from pactline.corpus.limits import Limits
from pactline.record.article import Document

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", ""})


def read_warc(entry: Entry, limits: Limits) -> Iterator[Document]:
    """One document for every response, resource and conversion record, numbered among them.

    The day of the crawl goes into date_hints as `warc:WARC-Date`: nothing on the page is younger.
    """
    number = 0
    for record in _records(entry):
        number += 1
        try:
            yield _document(record, entry, number, limits)
        except Refusal as refusal:
            document = refused(f"{entry.source}#{number}", f"{entry.stem}-{number}", refusal)
            document.url = record.headers.get("WARC-Target-URI")
            yield document
    if not number:
        raise Refusal("empty", "no-text: no page in this web archive")


def _records(entry: Entry) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        yield from ArchiveIterator(entry.stream, record_types=wanted, parse_http=False, fsspec_args=False)
    except Refusal:
        raise
    except Exception as error:
        raise damage(error) from None


def _document(record: Any, entry: Entry, number: int, limits: Limits) -> Document:
    raw = record.reader.read(limits.document_bytes + 1)
    if len(raw) > limits.document_bytes:
        raise Refusal("too_large", f"too-large: more than {limits.document_bytes:,} bytes in one page; skip it")
    if len(raw) < record.content_length:
        raise Refusal("unreadable", "truncated: the record ends early; fetch the archive again")
    url = record.headers.get("WARC-Target-URI")
    kind, charset, payload, hints = _answer(raw, limits) if record.is_http else _stored(record, raw)
    crawled = record.headers.get("WARC-Date")
    hints += (("warc:WARC-Date", crawled[:10]),) if crawled else ()
    document = _read(payload, kind, charset, url, limits, f"{entry.source}#{number}", f"{entry.stem}-{number}")
    document.date_hints += hints
    return document


def _stored(record: Any, raw: bytes) -> tuple[str, str | None, bytes, tuple[tuple[str, str], ...]]:
    """A record without an HTTP answer around it, such as the plain text of a WET file."""
    return (record.headers.get("Content-Type") or "").split(";")[0].strip().lower(), None, raw, ()


def _answer(raw: bytes, limits: Limits) -> tuple[str, str | None, bytes, tuple[tuple[str, str], ...]]:
    """Media type, encoding, unpacked body and dated headers of an HTTP answer; Refusal for one that is no page."""
    from fastwarc.warc import ArchiveIterator

    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n" % len(raw)
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(head + raw), auto_decode="all", fsspec_args=False)))
        status = record.http_headers.status_code
        payload = record.reader.read(limits.document_bytes + 1)
    except Exception as error:
        raise damage(error) from None
    if status != 200:
        raise Refusal("not_text", f"http-{status}: the server gave no page at this address; nothing to do")
    if len(payload) > limits.document_bytes:
        raise Refusal("too_large", f"too-large: more than {limits.document_bytes:,} bytes in one page; skip it")
    seen = record.http_last_modified
    hints = (("http:Last-Modified", seen.date().isoformat()),) if seen else ()
    return (record.http_content_type or "").lower(), record.http_charset, payload, hints


def _read(
    payload: bytes, kind: str, charset: str | None, url: str | None, limits: Limits, source: str, own_id: str
) -> Document:
    if kind not in _PAGES:
        raise Refusal("not_text", f"format: {kind[:40]} is no page; nothing to do")
    if kind != "text/plain":
        return read_page(payload, source=source, own_id=own_id, limits=limits, declared=charset, url=url)
    decoded = decode(payload, declared=charset)
    if not decoded.text.strip():
        raise Refusal("empty", "empty: nothing but white space")
    return Document(text=decoded.text, source=source, own_id=own_id, problem=decoded.note, url=url)
