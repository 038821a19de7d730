"""Any archive of news in, one document after the other out: what a file is is told by its content, then by its name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from pactline.corpus.encodings import decode
from pactline.corpus.entry import CorpusError, Entry, Refusal, buffered, read_whole, refused, shown, stem
from pactline.corpus.fields import checked_mapping
from pactline.corpus.limits import DEFAULT_LIMITS, Limits
from pactline.corpus.records import Fields, json_lines
from pactline.corpus.walk import Found, is_own_paper, opened, walk
from pactline.record.article import Document

__all__ = ["CorpusError", "documents"]


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
    source = shown(found.relative)
    name = source.rsplit("/", 1)[-1]
    try:
        if found.refusal:
            raise found.refusal
        with os.fdopen(opened(found.path), "rb", buffering=0) as raw:
            yield from read_entry(Entry(source, name, buffered(raw)), fields, limits)
    except Refusal as refusal:
        yield refused(source, stem(name), refusal.status, refusal.problem)


def read_entry(entry: Entry, fields: Fields, limits: Limits) -> Iterator[Document]:
    """The documents of one file."""
    if entry.suffix in {"jsonl", "ndjson"}:
        yield from json_lines(entry, fields, limits)
    else:
        yield plain_text(entry, limits)


def plain_text(entry: Entry, limits: Limits) -> Document:
    """A file that is one article."""
    decoded = decode(read_whole(entry.stream, limits.document_bytes))
    if not decoded.text.strip():
        raise Refusal("empty", "empty: nothing but white space")
    return Document(text=decoded.text, source=entry.source, own_id=entry.stem, problem=decoded.note)
