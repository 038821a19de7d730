"""One file that is offered: a folder's, an archive's or a compressed file's. And the word for not reading it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from pactline.record.article import Document

HEAD = 65_536  # bytes looked at to see what a file is
PACKED_SUFFIXES = frozenset({"gz", "bz2", "xz"})
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SUFFIX = re.compile(r"(?<=[^.])\.([A-Za-z0-9]{1,10})\s*\Z")


class CorpusError(ValueError):
    """A corpus that cannot be opened at all; the message says what to do."""


class Refusal(Exception):
    """A document, or the rest of a file, that is not read.

    status   one of schema.ARTICLE_STATUSES
    problem  `reason: what was found; what to do`, one line
    """

    def __init__(self, status: str, problem: str) -> None:
        super().__init__(problem)
        self.status = status
        self.problem = shown(problem)


@dataclass
class Entry:
    """A file as it is offered.

    source  path inside the corpus, archive members included, safe to show
    stream  its bytes; `head` can be looked at without taking them
    taken   how many bytes of the file on disk have been used so far, which what comes out is measured against
    nesting containers around it
    """

    source: str
    stream: io.BufferedReader
    taken: Callable[[], int]
    nesting: int = 0

    @property
    def head(self) -> bytes:
        return self.stream.peek(HEAD)[:HEAD]

    @property
    def name(self) -> str:
        return self.source.rsplit("/", 1)[-1]

    @property
    def suffix(self) -> str:
        """Of what is inside a packed file: `jsonl` for corpus.jsonl.gz."""
        outer = suffix(self.name)
        return suffix(without_suffix(self.name)) if outer in PACKED_SUFFIXES else outer

    @property
    def stem(self) -> str:
        return stem(self.name)


def suffix(name: str) -> str:
    """The suffix in lower case without its dot, "" where there is none.

    >>> suffix("A.TXT"), suffix("corpus.jsonl.gz"), suffix("README"), suffix("Talks in the U.S. begin")
    ('txt', 'gz', '', '')
    """
    match = _SUFFIX.search(name)
    return match[1].lower() if match else ""


def without_suffix(name: str) -> str:
    """The name up to its suffix.

    >>> without_suffix("corpus.jsonl.gz")
    'corpus.jsonl'
    """
    match = _SUFFIX.search(name)
    return name[: match.start()] if match else name


def stem(name: str) -> str:
    """The name without its suffix, and without the suffix of its packing.

    >>> stem("000_c0fe.txt"), stem("corpus.jsonl.gz"), stem("README")
    ('000_c0fe', 'corpus', 'README')
    """
    return without_suffix(without_suffix(name) if suffix(name) in PACKED_SUFFIXES else name)


def shown(name: str | bytes) -> str:
    """A file name as text that is safe in a table, on a page and on a terminal.

    Bytes that are no UTF-8, control characters and lone surrogates are written as escapes.

    >>> shown(b"caf\\xe9\\n.txt")
    'caf\\\\xe9\\\\x0a.txt'
    """
    text = name.decode("utf-8", "backslashreplace") if isinstance(name, bytes) else name
    return _CONTROLS.sub(lambda m: f"\\x{ord(m[0]):02x}" if ord(m[0]) < 256 else f"\\u{ord(m[0]):04x}", text)


def buffered(raw: io.RawIOBase) -> io.BufferedReader:
    """The stream with a look-ahead of HEAD bytes."""
    return io.BufferedReader(raw, HEAD)


def refused(source: str, own_id: str, refusal: Refusal) -> Document:
    """The row of a document that was offered and not read."""
    return Document(text="", source=source, own_id=own_id, status=refusal.status, problem=refusal.problem)


def read_whole(stream: io.BufferedReader, limit: int) -> bytes:
    """All bytes of one document; Refusal `too_large` above `limit` bytes, of which no more are taken."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise Refusal("too_large", f"too-large: more than {limit:,} bytes in one document; split it")
    return data
