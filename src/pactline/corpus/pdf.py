"""PDF: the text of all pages in reading order, as `pypdf` renders it."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from pactline.corpus.encodings import settle
from pactline.corpus.entry import Refusal, shown
from pactline.corpus.limits import Limits
from pactline.record.article import Document

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # it warns of every small fault of a file
_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")


def read_pdf(data: bytes, *, source: str, own_id: str, limits: Limits) -> Document:
    """The document of one PDF.

    raises  Refusal: encrypted or damaged is `unreadable`, a scan without a text layer `empty`, too many pages `too_large`
    """
    try:
        reader = _opened(data, limits)
        text, replaced = settle("\n\n".join(_pages(reader, limits)))
        about = reader.metadata or {}
        title, hints = _word(about.get("/Title")), _hints(about)
    except Refusal:
        raise
    except Exception as error:  # pypdf answers a damaged file with whatever its code runs into
        what = shown(str(error))[:60] or type(error).__name__
        raise Refusal("unreadable", f"damaged: no PDF that can be read ({what}); print it to PDF again") from None
    if not text.strip():
        raise Refusal("empty", "no-text: pages without a text layer, probably a scan; run character recognition on it")
    note = f"replaced: {replaced} characters that cannot be kept stand as U+FFFD" if replaced else None
    return Document(text=text, source=source, own_id=own_id, problem=note, title=title, date_hints=hints)


def _opened(data: bytes, limits: Limits) -> Any:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _opens_freely(reader):
        raise Refusal("unreadable", "encrypted: needs a password; save it without one")
    if len(reader.pages) > limits.pdf_pages:
        raise Refusal("too_large", f"too-large: more than {limits.pdf_pages:,} pages; split it")
    return reader


def _opens_freely(reader: Any) -> bool:
    """True for a file that only forbids printing or copying: every viewer opens it without asking."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # a cipher that is not installed, or a broken key: no free reading either way
        return False


def _pages(reader: Any, limits: Limits) -> list[str]:
    texts, size = [], 0
    for page in reader.pages:
        text = page.extract_text()
        size += len(text)
        if size > limits.document_bytes:
            raise Refusal(
                "too_large", f"too-large: more than {limits.document_bytes:,} characters in one document; split it"
            )
        texts.append(text)
    return texts


def _hints(about: Any) -> tuple[tuple[str, str], ...]:
    """Dates of the file in ISO form; a PDF may well have been made long after its article."""
    found = ((name, _DATE.match(str(about.get(f"/{name}", "")))) for name in ("CreationDate", "ModDate"))
    names = {"CreationDate": "pdf:CreationDate", "ModDate": "pdf:ModifiedDate"}
    return tuple((names[name], "-".join(part for part in match.groups() if part)) for name, match in found if match)


def _word(value: Any) -> str | None:
    return (settle(str(value))[0].strip() or None) if value is not None else None
