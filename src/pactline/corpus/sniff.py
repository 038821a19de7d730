"""What a file is: by the bytes it begins with; by its name only where the bytes leave it open."""

from __future__ import annotations

import json
import re

from pactline.corpus.encodings import mark_of
from pactline.corpus.entry import Entry, Refusal
from pactline.corpus.fields import resolve

SIGNATURES = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"%PDF-", "pdf"),
)
REFUSED_SIGNATURES = (
    (b"\x28\xb5\x2f\xfd", "packed with zstd; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "packed with 7z; unpack it"),
    (b"Rar!", "packed with RAR; unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old office file; export it as text or PDF"),
    (b"{\\rtf", "rich text; export it as text or PDF"),
    (b"\x89PNG", "a picture; export the article as text"),
    (b"\xff\xd8\xff", "a picture; export the article as text"),
    (b"GIF8", "a picture; export the article as text"),
    (b"\x93NUMPY", "an array of numbers, never opened"),
    (b"\x7fELF", "a program, never opened"),
    (b"SQLite format 3\x00", "a database; export its articles as CSV"),
)
PICKLES = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")
TEXT_SUFFIXES = frozenset({"", "txt", "text", "md", "markdown", "asc"})
JSON_SUFFIXES = frozenset({"json", "jsonl", "ndjson"})
TABLE_SUFFIXES = frozenset({"csv", "tsv", "tab"})
PAGE_SUFFIXES = frozenset({"html", "htm", "xhtml", "shtml"})
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--[^>]*-->\s*){0,9}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_XML = re.compile(r"\s*<(?:\?xml|rss|feed|svg|!doctype)\b", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\{\s*(?:"|\})|\[\s*(?:\{|\]))')


def kind_of(entry: Entry, mapping: tuple[tuple[str, str], ...]) -> str:
    """gzip, bzip2, xz, zip, tar, parquet, warc, pdf, html, jsonl, json, csv or text.

    raises  Refusal `not_text` for what is none of these
    """
    head = entry.head
    for signature, kind in SIGNATURES:
        if head.startswith(signature):
            return kind
    for signature, what in REFUSED_SIGNATURES:
        if head.startswith(signature):
            raise Refusal("not_text", f"format: {what}")
    if (head.startswith(PICKLES) and b"\x00" in head[:200]) or entry.suffix in {
        "pkl",
        "pickle",
        "joblib",
        "npy",
        "npz",
    }:
        raise Refusal("not_text", "format: stored Python objects are never opened; export the articles as JSON")
    if head[257:262] == b"ustar":
        return "tar"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _text_kind(entry, _glance(head), mapping)


def _glance(head: bytes) -> str:
    """The head as text, well enough to recognise markup and names."""
    mark = mark_of(head)
    return head[mark[1] :].decode(mark[0], "replace") if mark else head.decode("utf-8", "replace")


def _text_kind(entry: Entry, glance: str, mapping: tuple[tuple[str, str], ...]) -> str:
    if _PAGE.match(glance):
        return "html"
    if entry.suffix in JSON_SUFFIXES or (_JSON.match(glance) and _is_json(glance)):
        return _json_kind(entry.suffix, glance)
    if entry.suffix in TABLE_SUFFIXES:
        return "csv"
    if entry.suffix in PAGE_SUFFIXES:
        return "html"
    if _XML.match(glance):
        raise Refusal("not_text", "format: XML that is no page; export the articles as JSON, CSV or HTML")
    if delimiter_of(glance.split("\n", 1)[0], mapping, sure=True):
        return "csv"
    if entry.suffix in TEXT_SUFFIXES or not glance.strip():
        return "text"
    raise Refusal("not_text", f"format: .{entry.suffix} is no form of article; rename it to .txt if it is one")


def _is_json(glance: str) -> bool:
    """True where a first record can be read, or is too long to be seen whole."""
    try:
        json.JSONDecoder().raw_decode(glance.lstrip().lstrip("[").lstrip() or "{}")
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        return isinstance(error, json.JSONDecodeError) and error.pos >= len(glance.rstrip()) - 1
    return True


def _json_kind(suffix: str, glance: str) -> str:
    """One record a line, or values that may run over lines."""
    start = glance.lstrip()
    if start.startswith("["):
        return "json"
    if suffix in {"jsonl", "ndjson"}:
        return "jsonl"
    first, newline, _ = start.partition("\n")
    try:
        whole = bool(newline) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return "json"
    return "jsonl" if whole else "json"


def delimiter_of(header: str, mapping: tuple[tuple[str, str], ...], *, sure: bool = False) -> str | None:
    """The sign between the columns of a header line that names a column of texts; None where it names none.

    sure    ask for a second known column too, as a line of prose may hold the word `text`

    >>> delimiter_of("id;fecha;texto", ()), delimiter_of("Moscow, Aug 15 - The text", ())
    (';', None)
    """
    for delimiter in ",;\t|":
        names = tuple(name.strip().strip('"') for name in header.lstrip("\ufeff").split(delimiter))
        found = resolve(names[:200], mapping)
        doubtful = sure and (len(found) < 2 or any(len(name.split()) > 3 for name in names))
        if len(names) > 1 and {"text", "html"} & found.keys() and not doubtful:
            return delimiter
    return None
