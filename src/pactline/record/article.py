"""One article on its way through the reading: its source text and what is known of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int]


@dataclass(slots=True)
class Document:
    """What a reader hands over: one document that was offered, readable or not.

    text        the source text as read (decoded file, `text` field, or rendered page); offsets point here. "" where not read
    source      path relative to the corpus, with #line for a record in a file of many
    own_id      the record's own `id`, or the file's stem
    status      one of schema.ARTICLE_STATUSES; `problem` says why where it is not `read`
    title, outlet, url, language, published    metadata as the record or page gives it, not judged
    date_hints  further dated metadata of the page, as (name, value): `article:published_time`, JSON-LD `datePublished`, ...
    """

    text: str
    source: str
    own_id: str
    status: str = "read"
    problem: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    date_hints: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Article:
    """A document with an id, a body and a date; the row of `articles` is made from it.

    text        source text; body_spans and clutter are offsets into it
    """

    article_id: str
    source: str
    text: str
    content_hash: str
    status: str
    problem: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    wire: str | None = None
    language: str | None = None
    published: str | None = None
    published_basis: str | None = None
    published_conflicts: list[str] = field(default_factory=list)
    body_spans: list[Span] = field(default_factory=list)
    clutter: list[tuple[int, int, str]] = field(default_factory=list)
    words: int = 0

    @property
    def body(self) -> str:
        """The body's words, for matching only: offsets into it mean nothing."""
        return "\n".join(self.text[start:end] for start, end in self.body_spans)


def content_hash(text: str) -> str:
    """SHA-256 of a source text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def claim_id(*parts: Any) -> str:
    """Stable id of a claim: 12 hex digits from article, offsets, kind and rule, the same on every machine."""
    return hashlib.sha256("\x1f".join(str(p) for p in parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
