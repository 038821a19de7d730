"""Which words of its sentence carry each field of a statement, for the reader who wants to see them marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pactline.reading.deal_context import Candidate
from pactline.reading.parties import Sides
from pactline.record.article import Span

Mark = list[Any]
"""[start, end, role]: offsets into the source text; role is one of ROLES."""
ROLES = ("quantity", "value", "supplier", "recipient", "status", "item", "date")
"""Of two words that claim one place the earlier role keeps it: `Russian` of `Russian rifles` is the supplier."""


def marks_of(candidate: Candidate, sides: Sides, sums: Sequence[Span], dated: Span | None) -> list[Mark]:
    """Marks inside the candidate's sentence, sorted, none overlapping.

    sums   places of the sums that are its value;  dated  the place of its date, None where the text around told it

    `Russia sold 24 Su-30s` has a supplier, a status, a quantity and an item; a recipient told elsewhere has no mark.
    """
    words, clause = candidate.words, candidate.clause
    found: list[tuple[Span, str]] = []
    for state in candidate.states:
        role = "supplier" if state.iso3 in sides.supplier else "recipient" if state.iso3 in sides.recipient else None
        if role is not None:
            found.append((words.offsets(state.first, state.last), role))
    for item in candidate.items:
        found.append(((item.start, item.end), "item"))
        if item.counted is not None:
            found.append((item.counted, "quantity"))
    found += [(words.offsets(cue.first, cue.last), "status") for cue in (candidate.cue, *clause.turns)]
    found += [(place, "value") for place in sums] + ([(dated, "date")] if dated else [])
    start, end = words.offsets(0, len(words.spans))
    inside = [[a, b, role] for (a, b), role in found if start <= a < b <= end]
    return apart(inside)


def apart(marks: Iterable[Mark], roles: Sequence[str] = ROLES) -> list[Mark]:
    """The marks in order of place; where two overlap the surer role (earlier in `roles`) keeps its words and the other is cut.

    >>> apart([[0, 14, "item"], [0, 7, "supplier"]])
    [[0, 7, 'supplier'], [8, 14, 'item']]
    """
    kept: list[Mark] = []
    for start, end, role in sorted(marks, key=lambda mark: (roles.index(mark[2]), mark[0])):
        left = _longest_free(start, end, [(a, b) for a, b, _ in kept])
        if left is not None:
            kept.append([*left, role])
    return sorted(kept, key=lambda mark: mark[0])


def _longest_free(start: int, end: int, taken: Iterable[Span]) -> Span | None:
    """The longest stretch of start..end that no other mark holds, without a blank at its ends."""
    free, at = [], start
    for a, b in sorted(span for span in taken if span[0] < end and start < span[1]):
        free.append((at, max(at, a - 1)))
        at = max(at, b + 1)
    free.append((at, end))
    longest = max(free, key=lambda span: span[1] - span[0])
    return longest if longest[1] > longest[0] else None
