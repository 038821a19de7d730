"""Pages and PDFs, parsed in a process that can be killed: a page that its parser does not survive is refused, the rest is read."""

from __future__ import annotations

import importlib
import json
from dataclasses import asdict, astuple
from functools import cache
from typing import Any

from pactline.corpus.entry import Entry, Refusal, read_whole
from pactline.corpus.limits import Limits
from pactline.record.article import Document
from pactline.record.killable import Killable, Note, NotSurvived

STARTING = 120
"""Seconds that the process may take to start and to import its parsers."""
_END = b"\n"


@cache
def _child() -> Killable:
    return Killable("pactline.corpus.guarded:parse")


def read_page(
    data: bytes | str, *, source: str, own_id: str, limits: Limits, declared: str | None = None, url: str | None = None
) -> Document:
    """As pages.read_page; Refusal, too, for a page that takes longer than `limits.page_seconds` or ends its process."""
    about = {
        "kind": "page",
        "source": source,
        "own_id": own_id,
        "declared": declared,
        "url": url,
        "text": isinstance(data, str),
    }
    packed = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return _asked(about, packed, limits, limits.page_seconds)


def read_pdf(entry: Entry, limits: Limits) -> Document:
    """As pdf.read_pdf, likewise."""
    data = read_whole(entry.stream, limits.document_bytes)
    return _asked({"kind": "pdf", "source": entry.source, "own_id": entry.stem}, data, limits, limits.pdf_seconds)


def _asked(about: dict[str, Any], data: bytes, limits: Limits, seconds: float) -> Document:
    header = json.dumps({**about, "limits": astuple(limits)}).encode()
    try:
        answer = json.loads(_child().ask(header + _END + data, lambda at: STARTING if at is None else seconds))
    except NotSurvived as error:
        reason = "timeout" if "seconds" in str(error) else "ended"
        raise Refusal("unreadable", f"{reason}: {error}; take its text out, or leave it out") from None
    if "refusal" in answer:
        raise Refusal(*answer["refusal"])
    hints = tuple((name, value) for name, value in answer.pop("date_hints"))
    return Document(**answer, date_hints=hints)


def parse(request: bytes, note: Note) -> bytes:
    """What the child does with a page or a PDF; it notes that it has begun, as imports are no fault of a page."""
    header, _end, data = request.partition(_END)
    about = json.loads(header)
    importlib.import_module("pypdf" if about["kind"] == "pdf" else "trafilatura")
    note(0)
    try:
        return json.dumps(asdict(_parsed(about, data, Limits(*about["limits"])))).encode()
    except Refusal as refusal:
        return json.dumps({"refusal": [refusal.status, refusal.problem]}).encode()
    except MemoryError:
        problem = "memory: parsing it takes more memory than an article may; take its text out, or leave it out"
        return json.dumps({"refusal": ["too_large", problem]}).encode()


def _parsed(about: dict[str, Any], data: bytes, limits: Limits) -> Document:
    if about["kind"] == "pdf":
        from pactline.corpus.pdf import read_pdf as parse_pdf

        return parse_pdf(data, source=about["source"], own_id=about["own_id"], limits=limits)
    from pactline.corpus.pages import read_page as parse_page

    page = data.decode("utf-8", "surrogatepass") if about["text"] else data
    named = {name: about[name] for name in ("source", "own_id", "declared", "url")}
    return parse_page(page, limits=limits, **named)
