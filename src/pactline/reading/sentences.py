"""Sentence boundaries inside the body, as offsets into the source text."""

from __future__ import annotations

from sentencex import get_sentence_boundaries

from pactline.record.article import Span


def sentences(text: str, spans: list[Span], language: str | None) -> list[Span]:
    """Sentences of the body, trimmed of white space; none crosses a line break or the end of a body span."""
    found = []
    for start, end in spans:
        for boundary in get_sentence_boundaries(language or "en", text[start:end]):
            for piece_start, piece_end in _lines(text, start + boundary["start_index"], start + boundary["end_index"]):
                found.append((piece_start, piece_end))
    return found


def _lines(text: str, start: int, end: int) -> list[Span]:
    pieces, at = [], start
    for line in text[start:end].split("\n"):
        stripped = line.strip()
        if stripped:
            first = at + line.index(stripped[0])
            pieces.append((first, first + len(stripped)))
        at += len(line) + 1
    return pieces
