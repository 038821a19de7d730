"""Documents on their way to be read: each with its id and the key by which its reading is kept, packed in parts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from pactline.corpus.dating_corpus import Redated
from pactline.record.article import Document, content_hash

PART_DOCUMENTS = 500
"""Documents read at once: few enough that a part which is lost or poisoned costs seconds."""
PART_CHARACTERS = 4_000_000

DOCUMENTS = pa.schema([
    ("key", pa.binary(16)), ("article_id", pa.string()), ("text", pa.string()), ("source", pa.string()),
    ("own_id", pa.string()), ("status", pa.string()), ("problem", pa.string()), ("title", pa.string()),
    ("outlet", pa.string()), ("url", pa.string()), ("language", pa.string()), ("published", pa.string()),
    ("date_hints", pa.string()), ("redated", pa.string()),
])  # fmt: skip
"""A part of the corpus on disk; date_hints and redated as JSON."""


ABOUT = attrgetter(*(field.name for field in fields(Document) if field.name not in ("text", "source")))
"""All that a document says of itself, beside its text. Where it lies is no part of it: a line put in before it moves it."""


class Offered(NamedTuple):
    """A document with its id in the corpus.

    key      16 bytes that change with anything its reading depends on, code and topic apart
    redated  what other articles say of its date, once that is known
    """

    key: bytes
    article_id: str
    document: Document
    redated: Redated | None = None


def offered(article_id: str, document: Document, redated: Redated | None = None) -> Offered:
    """The document with its key."""
    digest = hashlib.blake2b(digest_size=16)
    about = (article_id, ABOUT(document), tuple(redated) if redated else None)
    digest.update(repr(about).encode("utf-8", "surrogatepass") + b"\x1e")
    digest.update(document.text.encode("utf-8", "surrogatepass"))
    return Offered(digest.digest(), article_id, document, redated)


def doc_of(key: bytes) -> int:
    """The number of a document in the steps that look across articles: the beginning of its key."""
    return int.from_bytes(key[:8], "big")


def article_ids(documents: Iterable[Document]) -> Iterator[str]:
    """An id for each document: its own, with a suffix of its content hash where the id was given before."""
    given: set[int] = set()
    repeats: dict[str, int] = {}
    for document in documents:
        own = document.own_id
        if _number(own) in given:
            own = f"{own}-{content_hash(document.text)[:8]}"
        stem = own
        while _number(own) in given:
            repeats[stem] = repeats.get(stem, 1) + 1
            own = f"{stem}-{repeats[stem]}"
        given.add(_number(own))
        yield own


def _number(own: str) -> int:
    """64 bits for an id: a million of them fit into 100 MB, and two that meet by chance cost one a suffix."""
    return int.from_bytes(hashlib.blake2b(own.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def parts(documents: Iterable[Offered], *, most: int = PART_DOCUMENTS) -> Iterator[list[Offered]]:
    """Documents in their order, cut where a part is full."""
    part: list[Offered] = []
    characters = 0
    for one in documents:
        part.append(one)
        characters += len(one.document.text)
        if len(part) >= most or characters >= PART_CHARACTERS:
            yield part
            part, characters = [], 0
    if part:
        yield part


def packed(part: Iterable[Offered]) -> bytes:
    """A part as the bytes of a Parquet file, the same for the same documents."""
    rows = [_row(one) for one in part]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(rows, DOCUMENTS), sink, compression="zstd")
    return sink.getvalue().to_pybytes()


def unpacked(data: bytes) -> list[Offered]:
    """What packed was given."""
    return [_offered(row) for row in pq.read_table(pa.BufferReader(data)).to_pylist()]


def texts(data: bytes) -> dict[bytes, str]:
    """The texts of a packed part by their keys."""
    table = pq.read_table(pa.BufferReader(data), columns=["key", "text"])
    return dict(zip(table["key"].to_pylist(), table["text"].to_pylist(), strict=True))


def _row(one: Offered) -> dict[str, Any]:
    own = {name: getattr(one.document, name) for name in DOCUMENTS.names if hasattr(one.document, name)}
    redated = json.dumps(one.redated) if one.redated else None
    return own | {
        "key": one.key, "article_id": one.article_id, "redated": redated, "date_hints": json.dumps(one.document.date_hints),
    }  # fmt: skip


def _offered(row: dict[str, Any]) -> Offered:
    redated = Redated(*json.loads(row.pop("redated"))) if row["redated"] else row.pop("redated")
    hints = tuple((name, value) for name, value in json.loads(row.pop("date_hints")))
    key, article_id = row.pop("key"), row.pop("article_id")
    return Offered(key, article_id, Document(**row, date_hints=hints), redated)
