"""JSON: a record a line, arrays, and answers of news services. One record is one document, one bad record one refusal."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from pactline.corpus import fields as names
from pactline.corpus.cutting import Values, lines
from pactline.corpus.encodings import LineDecoder, replaced_note, settle
from pactline.corpus.entry import Entry, Refusal, refused
from pactline.corpus.limits import Limits
from pactline.record.article import Document

Fields = tuple[tuple[str, str], ...]


def json_lines(entry: Entry, fields: Fields, limits: Limits) -> Iterator[Document]:
    """One document for every line that is not blank, in constant memory."""
    decoder = LineDecoder()
    for number, line in lines(entry.stream, limits.document_bytes):
        if line is None:
            yield _too_large(entry, number, limits)
        elif line.strip():
            yield from parsed(line, decoder, entry, number, fields, limits)


def json_values(entry: Entry, fields: Fields, limits: Limits) -> Iterator[Document]:
    """One document for every object of an array or a sequence; an envelope such as {"articles": [...]} is opened."""
    decoder = LineDecoder()
    number = 0
    for value in Values(limits.document_bytes).split(entry.stream):
        number += 1
        if value is None:
            yield _too_large(entry, number, limits)
            continue
        for document in parsed(value, decoder, entry, number, fields, limits):
            yield document
            number = int(document.source.rsplit("#", 1)[1])


def parsed(
    raw: bytes, decoder: LineDecoder, entry: Entry, number: int, fields: Fields, limits: Limits
) -> Iterator[Document]:
    """The document of one JSON record or its refusal; those of its list where it is an envelope, numbered on."""
    try:
        decoded = decoder.decode(raw)
        value = loads(decoded.text, limits.json_depth)
    except Refusal as refusal:
        yield _refused(entry, number, refusal)
        return
    for offset, record in enumerate(_opened(value, fields)):
        try:
            document = of_record(record, entry, number + offset, fields, limits)
        except Refusal as refusal:
            yield _refused(entry, number + offset, refusal)
            continue
        document.problem = document.problem or decoded.note
        yield document


def _opened(value: Any, fields: Fields) -> list[Any]:
    """The records in an envelope of one or two layers, such as {"response": {"results": [...]}}; else the value itself."""
    if not isinstance(value, Mapping) or _has_text(value, fields):
        return [value]
    layers = [value, *(inner for inner in value.values() if isinstance(inner, Mapping))]
    for inner in (inner for layer in layers for inner in layer.values()):
        if isinstance(inner, list) and any(_has_text(record, fields) for record in inner[:20]):
            return inner
    return [value]


def _has_text(value: Any, fields: Fields) -> bool:
    return isinstance(value, Mapping) and bool({"text", "html"} & names.resolve(tuple(value), fields).keys())


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
    except RecursionError:
        raise Refusal("unreadable", "too-deep: brackets inside one another; flatten the record") from None
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


def of_record(record: Any, entry: Entry, number: int, fields: Fields, limits: Limits) -> Document:
    """The document of a record; a field of HTML is rendered as a page where there is no field of text.

    number  line or place of the record in its file
    raises  Refusal `empty` without text, `unreadable` where the text is no string, `too_large` beyond the limit
    """
    if not isinstance(record, Mapping):
        raise Refusal("unreadable", f"no-record: a {_kind(record)} where an object should be; write one per article")
    found = names.resolve(tuple(record), fields)
    source = f"{entry.source}#{number}"
    known: dict[str, Any] = {
        name: _word(record.get(key)) for name, key in found.items() if name not in {"text", "html"}
    }
    own_id = known.pop("id", None) or entry.stem
    text, name = _text(record, found)
    if len(text) > limits.document_bytes:
        raise Refusal("too_large", f"too-large: more than {limits.document_bytes:,} characters in one record; split it")
    if name == "html":
        return _page(text, source, own_id, known, limits)
    settled, replaced = settle(text)
    return Document(text=settled, source=source, own_id=own_id, problem=replaced_note(replaced), **known)


def _page(markup: str, source: str, own_id: str, known: Mapping[str, str | None], limits: Limits) -> Document:
    """A record whose text is a page: what the record says of it outranks what the page says."""
    from pactline.corpus.guarded import read_page

    document = read_page(settle(markup)[0], source=source, own_id=own_id, limits=limits)
    for name, value in known.items():
        if value is not None:
            setattr(document, name, value)
    return document


def _text(record: Mapping[str, Any], found: Mapping[str, str]) -> tuple[str, str]:
    """The text of a record, and whether it is `text` or `html`."""
    held = [name for name in ("text", "html") if name in found]
    if not held:
        listed = names.columns_found(settle(key)[0] for key in record)
        raise Refusal("empty", f"no-text: no field holds the text; fields are {listed}; name it with text=FIELD")
    name = next((name for name in held if not _is_blank(record[found[name]])), None)
    shown = repr(settle(found[held[0]])[0][:40])
    if name is None:
        raise Refusal("empty", f"no-text: {shown} holds nothing")
    text = record[found[name]]
    if not isinstance(text, str):
        raise Refusal("unreadable", f"wrong-type: {shown} is a {_kind(text)}; write it as a string")
    return text, name


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


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
    return refused(f"{entry.source}#{number}", f"{entry.stem}-{number}", refusal)


def _too_large(entry: Entry, number: int, limits: Limits) -> Document:
    problem = f"too-large: a record of more than {limits.document_bytes:,} bytes; split it"
    return _refused(entry, number, Refusal("too_large", problem))
