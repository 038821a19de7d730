"""Bans by a union of states: nobody is the supplier, who is barred is told behind the ban."""

from __future__ import annotations

import re

from pactline.reading.deal_context import Candidate
from pactline.reading.parties import Sides

_STOPS = frozenset({"forbid", "suspend"})
_UNIONS = re.compile(
    r"(?<!\w)(?:european union|eu|brussels|united nations|security council|unión europea|ue|bruselas|la onu|naciones unidas|consejo de seguridad|"
    r"união europeia|bruxelas|nações unidas|conselho de segurança|евросоюз|ес|оон|совет безопасности|совбез)(?!\w)"
)
_UNION_OF_EMBARGO = re.compile(
    r"(?<!\w)(?:eu|european union|un|united nations)(?: arms| weapons)? (?:embargo|ban)|embargo(?: de armas)? de la (?:ue|onu|unión europea)|"
    r"embargo(?: de armas)? da (?:ue|onu|união europeia)|эмбарго (?:ес|оон|евросоюза)"
)
"""A ban of many states, of which none is the supplier."""


def barred_by_union(candidate: Candidate) -> Sides:
    """Sides of a ban by a union of states: nobody supplies, who is barred is told behind the ban."""
    clause = candidate.clause
    inside = [s for s in candidate.states if clause.first <= s.first < clause.last and not s.adjective]
    barred = inside[-1:] or candidate.states[-1:]
    return Sides([], [s.iso3 for s in barred], None, "stated" if inside else "context")


def banned_by_union(candidate: Candidate) -> bool:
    """`the European Union has banned arms exports to Russia`: who bans is a union of states, and no state stands before it."""
    words, clause, head = candidate.words, candidate.clause, candidate.head
    stop = next((turn for turn in clause.turns if turn.name in _STOPS), head)
    before = " ".join(words.lower[clause.first : max(stop.first, head.first)])
    stopped = candidate.frame.name == "embargo" or stop.name in _STOPS
    union = _UNIONS.search(before)
    told = clause.first + before[: union.end()].count(" ") if union else clause.first - 1
    alone = not any(told < s.first < stop.first for s in candidate.states)
    return stopped and alone and bool(union or _UNION_OF_EMBARGO.search(" ".join(words.lower)))
