"""Text into HTML: everything that came from an article is escaped and its invisible characters are made visible."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MIME = "application/vnd.pactline.fragment+html"
"""The only kind of notebook output that the page takes over as HTML; nothing else writes it."""

SENTINEL = "pactline: chapter complete"
"""Stands in the last output of a chapter that ran to its end."""

TEMPLATES = Path(__file__).parent / "template"

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


@dataclass(frozen=True)
class Fragment:
    """A piece of the page. JupyterLab shows its HTML; the report takes it over as it is."""

    html: str

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, MIME: self.html, "text/plain": "page fragment"}


def visible(text: str) -> str:
    """Control, zero-width and bidirectional characters written out, so that nothing on the page is hidden or turned round.

    >>> visible("safe" + chr(0x202E) + "desrever")
    'safe⟦U+202E⟧desrever'
    """
    return _INVISIBLE.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", text)


def escape(text: object) -> str:
    """Any value as HTML text or attribute value.

    >>> escape('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return html.escape(visible(str(text)), quote=True)


def label(text: object, longest: int = 40) -> str:
    """One line of plain text for a chart or a table cell: white space collapsed, cut with an ellipsis.

    >>> label("a\\n b", 40), label("abcdef", 4)
    ('a b', 'abc…')
    """
    line = " ".join(visible(str(text)).split())
    return line if len(line) <= longest else cut(line, longest - 1).rstrip() + "…"


def cut(text: str, longest: int) -> str:
    """At most that many characters, never ending between a letter and its accent."""
    end = min(len(text), longest)
    while 0 < end < len(text) and unicodedata.combining(text[end]):
        end -= 1
    return text[:end]


def short_hash(*parts: object) -> str:
    """Ten hex digits for an anchor: any id, however hostile, becomes letters and digits."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def block(name: str, title: str, inner: str, *, kind: str = "div") -> Fragment:
    """A named piece of the page: evidence says "used in TITLE" and links back to it.

    name   id of the element; letters, digits and hyphens
    """
    return Fragment(f'<{kind} id="{name}" data-block="{escape(title)}">{inner}</{kind}>')
