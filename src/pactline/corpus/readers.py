"""Any archive of news in, one document after the other out: what a file is, its bytes say first, then its name."""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pactline.corpus.archives import members
from pactline.corpus.encodings import decode, mark_of
from pactline.corpus.entry import CorpusError, Entry, Refusal, buffered, read_whole, refused, shown, stem
from pactline.corpus.fields import checked_mapping
from pactline.corpus.limits import DEFAULT_LIMITS, Limits
from pactline.corpus.records import Fields, json_lines, json_values
from pactline.corpus.sniff import kind_of
from pactline.corpus.walk import Found, is_own_paper, opened, walk
from pactline.record.article import Document

__all__ = ["CorpusError", "documents"]

CONTAINERS = frozenset({"gzip", "bzip2", "xz", "zip", "tar"})


def documents(
    path: str | Path, *, fields: Mapping[str, str] | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Document]:
    """Every document that a file or folder offers, readable or not, in the order of the bytes of its path.

    fields  how records name their fields, ours to theirs: {"published": "pubDate", "text": "body"}
    raises  CorpusError where there is no such file or folder, or `fields` names a field that there is not
    """
    mapping = checked_mapping(fields)
    for found in walk(Path(path)):
        if not is_own_paper(found.relative):
            yield from _file(found, mapping, limits)


def _file(found: Found, fields: Fields, limits: Limits) -> Iterator[Document]:
    """A file's documents; the last is held back until it is known that the file stayed as it was."""
    source = shown(found.relative)
    own_id = stem(source.rsplit("/", 1)[-1])
    last: Document | None = None
    try:
        if found.refusal:
            raise found.refusal
        with os.fdopen(opened(found.path), "rb", buffering=0) as raw:
            before = _state(os.fstat(raw.fileno()))
            for document in read_entry(_entry(source, raw), fields, limits):
                if last:
                    yield last
                last = document
            if before != _now(found.path):
                last = last if last and "#" in last.source else None
                raise Refusal("unreadable", "changed: the file was written to while it was read; run again")
    except Refusal as refusal:
        if last:
            yield last
        last = refused(source, own_id, refusal)
    if last:
        yield last


def _entry(source: str, raw: io.FileIO) -> Entry:
    stream = buffered(raw)
    size = os.fstat(raw.fileno()).st_size
    return Entry(source, stream, lambda: min(size, raw.tell()) if not raw.closed else size)


def _state(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def _now(path: bytes) -> tuple[int, int, int] | None:
    try:
        return _state(os.stat(path))
    except OSError:
        return None


def read_entry(entry: Entry, fields: Fields, limits: Limits) -> Iterator[Document]:
    """The documents of one file, those of a container's members among them; there is at least one, or a Refusal."""
    offered = False
    for document in _documents(entry, kind_of(entry, fields), fields, limits):
        offered = True
        yield document
    if not offered:
        raise Refusal("empty", "no-records: nothing but white space, or a list without members")


def _documents(entry: Entry, kind: str, fields: Fields, limits: Limits) -> Iterator[Document]:
    if kind in CONTAINERS:
        yield from _contained(entry, kind, fields, limits)
    elif kind == "warc":
        from pactline.corpus.warc import read_warc

        yield from read_warc(entry, limits)
    elif kind == "parquet":
        from pactline.corpus.tables import parquet_rows

        yield from parquet_rows(entry, fields, limits)
    elif kind in {"jsonl", "json", "csv"}:
        yield from _records(_in_utf8(entry), kind, fields, limits)
    else:
        yield _article(entry, kind, limits)


def _contained(entry: Entry, kind: str, fields: Fields, limits: Limits) -> Iterator[Document]:
    offered = 0
    for member in members(entry, kind, limits):
        offered += 1
        if isinstance(member, Document):
            yield member
            continue
        try:
            yield from read_entry(member, fields, limits)
        except Refusal as refusal:
            yield refused(member.source, member.stem, refusal)
    if not offered:
        raise Refusal("empty", "no-files: an archive without files; fetch it again")


def _records(entry: Entry, kind: str, fields: Fields, limits: Limits) -> Iterator[Document]:
    if kind == "csv":
        from pactline.corpus.tables import csv_rows

        yield from csv_rows(entry, fields, limits)
    else:
        yield from (json_lines if kind == "jsonl" else json_values)(entry, fields, limits)


def _article(entry: Entry, kind: str, limits: Limits) -> Document:
    """The document of a file that is one article."""
    if kind == "pdf":
        from pactline.corpus.guarded import read_pdf

        return read_pdf(entry, limits)
    data = read_whole(entry.stream, limits.document_bytes)
    if kind == "html":
        from pactline.corpus.guarded import read_page

        return read_page(data, source=entry.source, own_id=entry.stem, limits=limits)
    decoded = decode(data)
    if not decoded.text.strip():
        raise Refusal("empty", "empty: nothing but white space")
    return Document(text=decoded.text, source=entry.source, own_id=entry.stem, problem=decoded.note)


class _Transcoded(io.RawIOBase):
    """UTF-16 or UTF-32 as UTF-8, so that lines can be cut at their bytes."""

    def __init__(self, inner: io.BufferedReader, encoding: str) -> None:
        self._inner = inner
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._inner.read(1 << 14)
            self._ready = self._decoder.decode(data, final=not data).encode("utf-8", "replace")
            if not data:
                break
        given = self._ready[: len(buffer)]
        buffer[: len(given)] = given
        self._ready = self._ready[len(given) :]
        return len(given)


def _in_utf8(entry: Entry) -> Entry:
    """The entry past its byte-order mark, in an encoding whose line ends are single bytes."""
    mark = mark_of(entry.head)
    if mark is None:
        return entry
    entry.stream.read(mark[1])
    if mark[0] == "utf-8":
        return entry
    return Entry(entry.source, buffered(_Transcoded(entry.stream, mark[0])), entry.taken, entry.nesting)
