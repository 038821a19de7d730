"""The kind of a deal: what its event is, seen with what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from pactline.reading.deal_clauses import Clause
from pactline.reading.deal_sentence import Words
from pactline.reading.items import Item
from pactline.reading.predicates import Frame, lexicon

_VISITORS = frozenset({"ship", "submarine"})
_SPARES = ("spare", "parts")
_COMING = frozenset({"arrive", "give", "visit", "base", "deploy"})


def kind_of(words: Words, clause: Clause, frame: Frame, status: str, items: Sequence[Item], *, worth: bool) -> str:
    """One of schema.DEAL_KINDS.

    Catches warships that come to a port (access) and a sale of spare parts (support); an embargo stays a transfer.
    """
    if frame.name == "embargo" or (frame.name == "lend" and items and clause.event.form == "verb" and not worth):
        return "transfer"
    if frame.kind == "transfer" and items and _is_spare(items[0]):
        return "transfer" if status == "suspended" else "support"
    if frame.name in _COMING and items and all(item.category in _VISITORS or item.name == "bomber" for item in items):
        return "access" if frame.name in ("visit", "base", "give", "deploy") or _hosting(words, clause) else frame.kind
    return frame.kind


def _is_spare(item: Item) -> bool:
    return any(word in item.name.lower() for word in _SPARES)


def _hosting(words: Words, clause: Clause) -> bool:
    marks = lexicon(words.language).grammar["hosting"]
    return any(marks & words.senses[i] for i in range(clause.first, clause.last))
