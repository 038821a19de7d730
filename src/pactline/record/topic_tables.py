"""The tables of a topic folder: CSV with `#` lines for comments, every row with the line it begins on."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

Row = tuple[int, dict[str, str]]

COMMENT = "#"
"""A line that begins so, outside a quoted cell, is for people."""


class Lines:
    """The lines of a text for `csv.reader`: comments left out between rows, kept inside a quoted cell.

    number  line handed out last, counted in the file
    """

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines(keepends=True)
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.number >= len(self._lines):
            raise StopIteration
        self.number += 1
        return self._lines[self.number - 1]

    def next_row(self) -> int:
        """Leave out comments before the next row; the line it begins on."""
        while self.number < len(self._lines) and self._lines[self.number].startswith(COMMENT):
            self.number += 1
        return self.number + 1


def rows_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of every row that is not blank, the heading first.

    raises  csv.Error where a quoted cell does not close or goes on behind its quotation mark

    >>> list(rows_of('# people\\nid,name\\n1,"a\\n# b"\\n\\n2,c\\n'))
    [(2, ['id', 'name']), (3, ['1', 'a\\n# b']), (6, ['2', 'c'])]
    """
    lines = Lines(text)
    reader = csv.reader(lines, strict=True)
    while True:
        begins = lines.next_row()
        cells = next(reader, None)
        if cells is None:
            return
        if cells:
            yield begins, cells


def read_rows(path: Path) -> tuple[dict[str, str], ...]:
    """Rows of a UTF-8 CSV file, every value a string as written."""
    rows = rows_of(path.read_text(encoding="utf-8-sig"))
    header = next(rows, (0, []))[1]
    return tuple(dict(zip(header, cells, strict=False)) for _, cells in rows)


def numbered_rows(path: Path, required: Iterable[str]) -> tuple[list[Row], list[str]]:
    """Rows of a CSV file with the line each begins on, and what is wrong with the file's shape."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return [], [f"{path.name}:1: there is no such file; it needs the columns {', '.join(required)}"]
    except OSError as error:
        return [], [f"{path.name}: cannot be read: {error.strerror}"]
    except UnicodeDecodeError as error:
        return [], [
            f"{path.name}:{_line_of(path, error.start)}: byte {error.start} is not UTF-8: save the file as UTF-8"
        ]
    rows: list[Row] = []
    header: list[str] | None = None
    faults: list[str] = []
    try:
        for line, cells in rows_of(text):
            if header is None:
                header, faults = cells, _header_faults(path.name, line, cells, required)
            elif len(cells) != len(header):
                faults.append(f"{path.name}:{line}: {len(cells)} cells where the header has {len(header)}")
            else:
                rows.append((line, dict(zip(header, cells, strict=True))))
    except csv.Error as error:
        last = rows[-1][0] if rows else 1
        return rows, [*faults, f"{path.name}:{last + 1}: no CSV from here on ({error}); is a quotation mark missing?"]
    if header is None:
        return [], [f"{path.name}:1: the file is empty; it needs the columns {', '.join(required)}"]
    return rows, faults


def _line_of(path: Path, byte: int) -> int:
    return path.read_bytes()[:byte].count(b"\n") + 1


def _header_faults(name: str, line: int, header: list[str], required: Iterable[str]) -> list[str]:
    faults = [f"{name}:{line}: missing column {column}" for column in required if column not in header]
    return faults + [
        f"{name}:{line}: column {c} stands twice" for c in sorted({c for c in header if header.count(c) > 1})
    ]
