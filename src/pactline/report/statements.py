"""One statement as the evidence shows it: its words with what was read marked, and what it was read as."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from pactline.report.excerpts import Budget, around
from pactline.report.highlight import highlighted, marks_of
from pactline.report.markup import escape, label
from pactline.report.tables import each
from pactline.report.told_deals import pair_words
from pactline.report.wording import (
    KIND_WORDS,
    date_words,
    item_words,
    oil_amount,
    status_words,
)

RULED_WORDS = {"accept": "Confirmed", "correct": "Corrected", "add": "Added"}


def statement(
    row: Any, names: Mapping[str, str], budget: Budget, *, open_tag: str, ruled: str, used: str, context: bool = True
) -> str:
    """An item of the list of statements.

    open_tag   the opening tag of the item with its anchor and number
    ruled      what an analyst ruled about it;  used   links to the places that use it
    """
    start, end = budget.take(row.start, row.end, always=True) or (row.start, row.end)
    more = "…" if end < row.end else ""
    says = deal_says(row, dict(names)) if hasattr(row, "supplier") else oil_says(row)
    words = highlighted(budget.text, start, end, marks_of(row))
    around_it = _context(row, budget) if context else ""
    return (
        f"{open_tag}<blockquote><bdi>{words}{more}</bdi></blockquote>"
        f'<p class="reading">{says} <span class="rule">Rule: <code>{escape(row.rule)}</code>.{ruled}</span> '
        f'<span class="used">{used}</span></p>{around_it}</li>'
    )


def rulings(applied: pd.DataFrame) -> Callable[[str], str]:
    """A function that says what an analyst ruled about a statement, if anything."""
    ruled: dict[str, str] = {}
    for row in each(applied):
        ruled.setdefault(row.claim_id, f" {RULED_WORDS[row.action]} by an analyst.")
    return lambda claim_id: ruled.get(claim_id, "")


def deal_says(row: Any, names: dict[str, str]) -> str:
    """What a statement about a deal was read as."""
    parties = pair_words(row, names)
    inferred = [
        f"{side} {basis}" for side, basis in (("supplier", row.supplier_basis), ("recipient", row.recipient_basis))
        if pd.notna(basis) and basis != "stated"
    ]  # fmt: skip
    how = f" ({', '.join(inferred).replace('context', 'from the context')})" if inferred else ""
    what = item_words(row.items) or KIND_WORDS[row.kind]
    return escape(
        f"Read as: {KIND_WORDS[row.kind]}, {parties}{how}; {what}; {status_words(row.status, row.kind)}, told as {row.modality}; "
        f"{date_words(row.event_date)}."
    )


def oil_says(row: Any) -> str:
    """What a statement of an oil figure was read as."""
    subject = row.subject if pd.notna(row.subject) else "subject not named"
    who = f"; says {row.attributed_to}" if pd.notna(row.attributed_to) else ""
    when = date_words(row.as_of) if pd.notna(row.as_of) else "no period"
    return escape(f"Read as: {row.measure} ({row.basis}), {subject}: {oil_amount(row)}, {when}{who}.")


def _context(row: Any, budget: Budget) -> str:
    """The words before and after, on demand, as far as the cap allows."""
    before, after = around(budget.text, row.start, row.end)
    marks = marks_of(row)
    wide = budget.take(before, row.start), budget.take(row.end, after)
    if wide[0] is None and wide[1] is None:
        return ""
    left, right = (highlighted(budget.text, *place, marks) if place else "…" for place in wide)
    middle = escape(label(budget.text[row.start : row.end], 60))
    return f"<details><summary>in its context</summary><p><bdi>{left} <b>[{middle}]</b> {right}</bdi></p></details>"
