"""The kind of a deal: what its event is, seen with what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pactline.reading.deal_clauses import Clause
from pactline.reading.deal_sentence import Words
from pactline.reading.items import Item
from pactline.reading.predicates import Frame, lexicon

_VISITORS = frozenset({"ship", "submarine"})
_SPARE_WORDS = frozenset(
    "spare spares part repuesto repuestos recambio pieza piezas refacción peça peças sobressalente запчасть запчасти комплектующий".split()
)
_SPARES = ("spare", "parts")
_BOMBERS = frozenset({"Tu-160", "Tu-95", "Tu-22M3", "B-52", "B-1B"})
_FLEETS = frozenset(
    {
        "warships",
        "flotilla",
        "navy vessels",
        "naval vessels",
        "cruiser",
        "destroyer",
        "aircraft carrier",
        "nuclear submarine",
    }
)
_ABOARD = re.compile(r"(?<!\w)(?:aboard|on board|carrying|a bordo|на борту)(?!\w)")
_PEOPLE = re.compile(r"(?<!\w)(?:soldiers?|troops|personnel|specialists?|advis[eo]rs|servicemen|soldados|militares|tropas|efectivos|asesores|especialistas|assessores|"
                     r"военн\w{0,12}|солдат\w{0,3}|специалист\w{0,3})(?!\w)")  # fmt: skip
_PLANE = re.compile(
    r"(?<!\w)(?:planes?|aircraft|jets?|transports?|il-\d+\w*|an-\d+\w*|avion(?:es)?|avión|aeronaves?|avi(?:ão|ões)|самол[её]т\w{0,3}|борт\w{0,2}|ил-\d+\w*|ан-\d+\w*)(?!\w)"
)
_SEND = frozenset("send dispatch bring enviar mandar направить отправить послать направлять посылать".split())
"""Verbs of giving that also send ships on a visit."""
_COMING = frozenset({"arrive", "come", "give", "visit", "base", "deploy"})


def kind_of(words: Words, clause: Clause, frame: Frame, status: str, items: Sequence[Item], *, worth: bool) -> str:
    """One of schema.DEAL_KINDS.

    Catches warships that come to a port (access) and a sale of spare parts (support); an embargo stays a transfer.
    """
    lent = frame.name == "lend" and items and clause.event.form == "verb" and not worth and not _paid(clause)
    if frame.name == "embargo" or lent:
        return "transfer"
    banned = status == "suspended" and any(turn.name == "forbid" for turn in clause.turns)
    if frame.name == "service" and banned and _SPARE_WORDS & words.senses[clause.event.first]:
        return "transfer"
    if frame.kind == "transfer" and items and _is_spare(items[0]):
        return "transfer" if status == "suspended" else "support"
    if frame.name in _COMING and items and all(_is_guest(item) for item in items):
        return "access"
    if frame.name in _COMING and items and all(item.category in _VISITORS for item in items):
        sent = frame.name == "give" and bool(_SEND & words.senses[clause.event.first])
        come = sent or frame.name in ("visit", "base", "deploy")
        return "access" if come or (frame.name != "give" and _hosting(words, clause)) else frame.kind
    return frame.kind


def _paid(clause: Clause) -> bool:
    """`the purchase will be financed`, `extend credit for the purchase`: money is lent, not what is bought."""
    whole = clause.event.last - clause.event.first > 1
    return whole or any(cue.name in ("buy", "order", "sell", "pay") for cue in clause.events)


def brought_people(words: Words, frame: Frame, items: Sequence[Item]) -> bool:
    """`two planes flew in with soldiers on board`: planes that bring people are let in, not supplied."""
    if frame.name not in ("arrive", "give", "visit", "deploy") or any(item.category != "aircraft" for item in items):
        return False
    text = " ".join(words.lower)
    return bool(_ABOARD.search(text) and _PEOPLE.search(text) and _PLANE.search(text))


def _is_guest(item: Item) -> bool:
    """Bombers, warships at large and ships by their own name come on a visit; a class of patrol boats comes to stay."""
    if item.category == "aircraft":
        return item.name in _BOMBERS or "bomber" in item.name
    own = (
        item.category in _VISITORS
        and item.name[:1].isupper()
        and "class" not in item.name
        and not any(c.isdigit() for c in item.name)
    )
    return own or item.name in _FLEETS


def _is_spare(item: Item) -> bool:
    return any(word in item.name.lower() for word in _SPARES)


def _hosting(words: Words, clause: Clause) -> bool:
    marks = lexicon(words.language).grammar["hosting"]
    return any(marks & words.senses[i] for i in range(clause.first, clause.last))
