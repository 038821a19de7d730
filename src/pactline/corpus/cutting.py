"""Cuts a stream into lines or JSON values, holding one at a time, however long the stream or a line of it is."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from pactline.corpus.entry import Refusal

CHUNK = 1 << 16
_OUTSIDE = re.compile(rb'["{}\[\],]')
_INSIDE = re.compile(rb'["\\]')


def lines(stream: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines, cut at LF alone; None for one of more than `limit` bytes, which is passed over and never held."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield number, None


class Values:
    """Cuts a stream at the ends of its objects, those in an outer array included, holding one at a time.

    limit   bytes of one object; a larger one comes out as None
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held = bytearray()
        self._size = 0
        self._depth = 0
        self._base = 0
        self._inside = False
        self._escaped = False

    def split(self, stream: io.BufferedReader) -> Iterator[bytes | None]:
        """Each object's bytes in turn; Refusal `unreadable` where the array does not end."""
        while chunk := stream.read(CHUNK):
            yield from self._cut(chunk)
        cut_short = self._depth > 0
        if bytes(self._held).strip():
            yield self._taken()
        elif cut_short:
            raise Refusal("unreadable", "truncated: the array does not end; write the file again")

    def _cut(self, chunk: bytes) -> Iterator[bytes | None]:
        start = position = int(self._escaped)
        self._hold(chunk[:position])
        self._escaped = False
        while match := (_INSIDE if self._inside else _OUTSIDE).search(chunk, position):
            sign, position = match[0], match.end()
            if sign == b"\\":
                self._escaped = position == len(chunk)
                position += 1
            elif sign == b'"':
                self._inside = not self._inside
            else:
                ends, keep = self._step(sign)
                if ends:
                    self._hold(chunk[start : position if keep else position - 1])
                    if bytes(self._held).strip() or self._size > self._limit:
                        yield self._taken()
                    start = position
                elif not keep:
                    start = position
        self._hold(chunk[start:])

    def _step(self, sign: bytes) -> tuple[bool, bool]:
        """Follow a bracket or comma outside strings: whether a value ends here, and whether the sign belongs to it."""
        if sign == b",":
            return self._depth == self._base, self._depth != self._base
        if sign in b"{[":
            opens_array = sign == b"[" and self._depth == 0 and not bytes(self._held).strip()
            self._depth += 1
            self._base = 1 if opens_array else self._base if self._depth > 1 else 0
            return False, not opens_array
        self._depth = max(0, self._depth - 1)
        if self._depth < self._base:
            self._base = 0
            return True, False
        return self._depth == self._base, True

    def _hold(self, data: bytes) -> None:
        self._size += len(data)
        self._held += data[: max(0, self._limit + 1 - len(self._held))]

    def _taken(self) -> bytes | None:
        value = bytes(self._held) if self._size <= self._limit else None
        self._held.clear()
        self._size = 0
        return value
