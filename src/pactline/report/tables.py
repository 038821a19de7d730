"""HTML tables: caption, scopes, a box of their own to scroll in, and a last line that says what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

import pandas as pd

from pactline.report.markup import Fragment, block, escape

MOST_ROWS = 50
"""Rows of a table on the page; the rest are counted and left to the exported file."""
STYLED = 12
"""Columns that the stylesheet can set flush right by their number; those beyond carry a class in each cell."""


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """Rows of a frame, one named tuple each."""
    yield from frame.itertuples()


def table(
    caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]], *, total: int | None = None,
    file: str = "", numeric: Sequence[str] = (), most: int = MOST_ROWS, names: Sequence[str] = (),
) -> str:  # fmt: skip
    """A table of HTML cells; the first cell of a row is its heading.

    caption  HTML
    rows     cells as HTML, at most `most` of them are shown
    total    rows there are in all, where more than are given
    file     exported file that has all rows
    numeric  columns set flush right
    names    what each row is counted from, where that is no evidence on the page
    """
    total = len(rows) if total is None else total
    shown = rows[:most]
    flush = [i for i, column in enumerate(columns, start=1) if column in numeric]
    right = [' class="num"' if i > STYLED and i in flush else "" for i in range(1, len(columns) + 1)]
    styled = " ".join(f"r{i}" for i in flush if i <= STYLED)
    opening = f'<table class="{styled}">' if styled else "<table>"
    head = "".join(f'<th scope="col"{right[i]}>{escape(column)}</th>' for i, column in enumerate(columns))
    tags = [f'<tr data-row="{escape(name)}">' for name in names] or ["<tr>"] * len(shown)
    body = "".join(_row(row, right, tag) for row, tag in zip(shown, tags, strict=False))
    more = ""
    if total > len(shown):
        where = f"; <code>{escape(file)}</code> has all" if file else ""
        more = f'<p class="note" data-plain="">{len(shown)} of {total:,} rows{where}.</p>'
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(plain(caption))}">{opening}'
        f"<caption><span>{caption}</span></caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{more}"
    )


def _row(cells: Sequence[str], right: Sequence[str], tag: str) -> str:
    first, *rest = cells
    others = "".join(f"<td{right[i + 1]}>{cell}</td>" for i, cell in enumerate(rest))
    return f'{tag}<th scope="row">{first}</th>{others}</tr>'


def table_block(name: str, title: str, inner: str) -> Fragment:
    """A table or several as a named piece of the page."""
    return block(name, f"table: {title}", inner, kind="section")


def plain(html: str) -> str:
    """Words of an HTML text of ours, without its tags.

    >>> plain('the <a href="#x">2</a> deals')
    'the 2 deals'
    """
    return unescape(re.sub(r"<[^<>]*>", "", html))
