"""Records of many articles in one file: JSON lines, JSON arrays, tables. One record is one document, and one bad record is one line of the load report."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from pactline.corpus import fields as names
from pactline.corpus.encodings import decode, replaced_note, settle
from pactline.corpus.entry import Entry, Refusal, refused
from pactline.corpus.limits import Limits
from pactline.record.article import Document

Fields = tuple[tuple[str, str], ...]
_SKIP = 1 << 20
_OPENING, _CLOSING, _QUOTE, _ESCAPE = b"[{", b"]}", 0x22, 0x5C


def json_lines(entry: Entry, fields: Fields, limits: Limits) -> Iterator[Document]:
    """One document for every line that is not blank, in constant memory."""
    for number, line in lines(entry.stream, limits.document_bytes):
        if line is None:
            yield _refused(
                entry,
                number,
                Refusal("too_large", f"too-large: a line of more than {limits.document_bytes:,} bytes; split it"),
            )
        elif line.strip():
            yield parsed(line, entry, number, fields, limits)


def lines(stream: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines, cut at LF alone; None for one of more than `limit` bytes, which is passed over without being held."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(_SKIP)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def parsed(raw: bytes, entry: Entry, number: int, fields: Fields, limits: Limits) -> Document:
    """The document of one JSON record, or its refusal."""
    try:
        decoded = decode(raw)
        document = of_record(loads(decoded.text, limits.json_depth), entry, number, fields)
    except Refusal as refusal:
        return _refused(entry, number, refusal)
    if decoded.replaced and document.status == "read":
        document.problem = decoded.note
    return document


def loads(text: str, depth: int) -> Any:
    """JSON, strictly: no key twice, no NaN or infinity, no number beyond Python's limit, at most `depth` brackets deep.

    raises  Refusal `unreadable`

    >>> loads('{"id": 1, "id": 2}', 10)
    Traceback (most recent call last):
    pactline.corpus.entry.Refusal: duplicate-key: 'id' stands twice in one object; keep one
    """
    if text.count("[") + text.count("{") > depth and deepest(text) > depth:
        raise Refusal("unreadable", f"too-deep: more than {depth} brackets inside one another; flatten the record")
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        reason = (
            "truncated: the record ends early" if cut else f"bad-json: {error.msg.lower()} at character {error.pos}"
        )
        raise Refusal("unreadable", f"{reason}; write the record again") from None
    except ValueError:
        raise Refusal("unreadable", "huge-number: a number of thousands of digits; write it as a string") from None


def deepest(text: str) -> int:
    """How deep brackets nest outside strings.

    >>> deepest('[{"a": "[[["}]')
    2
    """
    depth = most = 0
    outside = True
    for ch in _structure(text):
        if ch == '"':
            outside = not outside
        elif outside:
            depth += 1 if ch in "[{" else -1
            most = max(most, depth)
    return most


def _structure(text: str) -> Iterator[str]:
    """Quotes and brackets of JSON, escaped ones left out."""
    escaped = False
    for ch in text:
        if escaped:
            escaped = False
        elif ch == "\\":
            escaped = True
        elif ch in '"[]{}':
            yield ch


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise Refusal("unreadable", f"duplicate-key: {settle(twice)[0][:40]!r} stands twice in one object; keep one")
    return record


def _no_constant(name: str) -> None:
    raise Refusal("unreadable", f"not-a-number: {name} is no JSON; write null")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise Refusal("unreadable", f"huge-number: {digits[:20]} is beyond a float; write it as a string")
    return value


def of_record(record: Any, entry: Entry, number: int, fields: Fields) -> Document:
    """The document of a record.

    number  line or place of the record in its file
    raises  Refusal `empty` without text, `unreadable` where the text is no string
    """
    if not isinstance(record, Mapping):
        raise Refusal(
            "unreadable", f"no-record: a {_kind(record)} stands where an object should; write one object per article"
        )
    found = names.resolve(tuple(record), fields)
    text, replaced = _text(record, found)
    own_id = _word(record.get(found.get("id", ""))) or entry.stem
    return Document(
        text=text,
        source=f"{entry.source}#{number}",
        own_id=own_id,
        problem=replaced_note(replaced),
        **{
            name: _word(record.get(found.get(name, ""))) for name in ("title", "outlet", "url", "language", "published")
        },
    )


def _text(record: Mapping[str, Any], found: Mapping[str, str]) -> tuple[str, int]:
    if "text" not in found:
        listed = names.columns_found(settle(key)[0] for key in record)
        raise Refusal("empty", f"no-text: no field holds the text; fields are {listed}; name it with text=FIELD")
    text = record[found["text"]]
    if text is None or (isinstance(text, str) and not text.strip()):
        raise Refusal("empty", f"no-text: {settle(found['text'])[0][:40]!r} holds nothing")
    if not isinstance(text, str):
        raise Refusal(
            "unreadable", f"wrong-type: {settle(found['text'])[0][:40]!r} is a {_kind(text)}; write it as a string"
        )
    return settle(text)


def _word(value: Any) -> str | None:
    """A metadata value as one text; None for what is neither text, number nor a named thing."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return settle(str(value))[0].strip() or None


def _kind(value: Any) -> str:
    kinds = {
        dict: "JSON object",
        list: "list",
        bool: "truth value",
        type(None): "null",
        str: "string",
        bytes: "byte string",
    }
    return kinds.get(type(value), "number" if isinstance(value, (int, float)) else type(value).__name__)


def _refused(entry: Entry, number: int, refusal: Refusal) -> Document:
    return refused(f"{entry.source}#{number}", f"{entry.stem}-{number}", refusal.status, refusal.problem)
