"""Whether a clause with an event is about arms at all: the guards that refuse oil, vaccines, parades, games and crime."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pactline.reading.deal_clauses import Clause
from pactline.reading.deal_sentence import Words
from pactline.reading.items import Item
from pactline.reading.predicates import Frame, lexicon

_OTHER_BUSINESS = re.compile(
    r"(?:oil|crude|barrels?|petrol\w*|vaccin\w*|vacun\w*|vacin\w*|doses?|dosis|wheat|trigo|gas|bonds?|bonos|films?|movies?|"
    r"video ?games?|videojuegos?|нефт\w*|вакцин\w*|зерн\w*|футбол\w*|películ\w*|soldado futuro|smuggl\w*|gangs?|homicid\w*|"
    r"contrabando|pandillas?|stake|joint venture in|refiner\w*|homicídi\w*|desfile|parade|парад\w*)",
    re.I,
)
"""Words of other trade; where one stands in a clause that names no weapon, the clause is about that."""
NEED_ITEMS = frozenset({"buy", "order", "receive", "sell", "deliver", "give", "arrive", "produce", "visit"})
NEED_MILITARY = frozenset({"deal", "lend", "service", "train", "base", "deploy", "exercise", "embargo"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Which guard refused a candidate, and why, in words a reader can check."""

    rule: str
    reason: str


def refusal(words: Words, clause: Clause, frame: Frame, items: Sequence[Item]) -> Refusal | None:
    """The guard that refuses the clause, or None.

    Catches `a contract for the Sputnik V vaccine`, `sold 10 percent of Petropiar`; lets `sold 24 Su-30s` pass.
    """
    if items:
        return None
    text = " ".join(words.lower[clause.first : clause.last])
    if _OTHER_BUSINESS.search(text):
        return Refusal("other-trade", "no weapon in the clause, but words of another trade")
    if frame.name in NEED_ITEMS:
        return Refusal("no-arms", "no weapon or military equipment in the clause")
    if frame.name in NEED_MILITARY and not _military(words, clause):
        return Refusal("no-military-word", "nothing military in the clause")
    return None


def _military(words: Words, clause: Clause) -> bool:
    marks = lexicon(words.language).grammar["military"]
    return any(marks & words.senses[i] for i in range(clause.first, clause.last))
