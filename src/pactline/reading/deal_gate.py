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
    r"(?<!\w)(?:oil(?!-rich)|crude|barrels?|petrol\w*|vaccin\w*|vacun\w*|vacin\w*|doses?|dosis|wheat|trigo|gas|bonds?|bonos|films?|movies?|"
    r"video ?games?|videojuegos?|нефт\w*|вакцин\w*|зерн\w*|футбол\w*|películ\w*|soldado futuro|smuggl\w*|gangs?|homicid\w*|"
    r"contrabando|pandillas?|stake|joint venture in|refiner\w*|pdvsa|rosneft|gazprom|joint bank|equity|homicídi\w*|desfile|parade|парад\w*)",
    re.I,
)
"""Words of other trade; where one stands in a clause that names no weapon, the clause is about that."""
_TRADE = frozenset({"buy", "order", "sell", "deliver", "receive"})
_TOLD_AGAIN = _TRADE | {"deal", "lend", "produce"}
_MONEY = frozenset({"$", "€", "usd", "dollars", "dollar", "dólares", "dolares", "долларов", "долл", "euros", "евро"})
_HARDWARE = re.compile(
    r"military hardware|military technology|technolog\w+ militar|equipos? militar|военн\w+ техник\w+|defen[cs]e systems?|armament\w*|armas|weapons?|вооружени\w+|оружи\w+"
)
_CONTROL = re.compile(
    r"arms control|disarmament|control de arm|desarme|desarmamento|controle de arm|контрол\w+ над вооруж|разоружени|new start"
)
_PERSONNEL = frozenset(
    "personnel troops soldiers forces advisers advisors specialists mercenaries tropas soldados efectivos asesores militares "
    "especialistas assessores conselheiros военных военнослужащих солдат советников специалистов войска".split()
)
_MAKE = frozenset("manufacture fabricación producción fabricação fabrico produção производства производство".split())
_HELPERS = frozenset("have has had were was are will already ya han fueron serán foram já serão были уже будут".split())
VISITS = 75
"""Characters between a visit and the ships that make it: `visits by warships`, `on a visit to Moscow he asked for ships`."""
NO_TRADE = frozenset({"deploy", "exercise", "train", "cooperate", "visit", "base"})
NEED_ITEMS = frozenset({"buy", "order", "receive", "sell", "deliver", "give", "arrive", "produce", "visit"})
NEED_MILITARY = frozenset({"deal", "lend", "service", "train", "base", "deploy", "exercise", "embargo"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Which guard refused a candidate, and why, in words a reader can check."""

    rule: str
    reason: str


def refusal(
    words: Words, clause: Clause, frame: Frame, items: Sequence[Item], *, armed: bool, states: int, worth: bool
) -> Refusal | None:
    """The guard that refuses the clause, or None.

    armed   the sentence around it names weapons
    states  how many states the clause names
    worth   it names a sum

    Catches `a contract for the Sputnik V vaccine`, `sold 10 percent of Petropiar`; lets `sold 24 Su-30s` pass.
    """
    bare = _bare(words, clause, frame, items, states=states, worth=worth)
    if bare is not None:
        return bare
    if controls_arms(words):
        return Refusal("arms-control", "a treaty on arms control is no deal in arms")
    if frame.name == "exercise" and clause.event.last - clause.event.first > 1:
        return None
    if items:
        return _misplaced(words, clause, frame, items)
    text = " ".join(words.lower[clause.first : clause.last])
    if frame.name not in NO_TRADE and _OTHER_BUSINESS.search(text):
        return Refusal("other-trade", "no weapon in the clause, but words of another trade")
    if frame.name in NEED_ITEMS and not (frame.name in _TRADE and _hardware(text)):
        return Refusal("no-arms", "no weapon or military equipment in the clause")
    paid = frame.name == "lend" and worth and states > 1
    sent = frame.name == "deploy" and clause.event.form == "verb" and bool(_PERSONNEL & set(words.lower))
    beside = armed and frame.name in ("train", "service", "lend", "deal")
    if frame.name in NEED_MILITARY and not (paid or sent or beside or _military(words, clause)):
        return Refusal("no-military-word", "nothing military in the clause")
    return None


def _bare(
    words: Words, clause: Clause, frame: Frame, items: Sequence[Item], *, states: int, worth: bool
) -> Refusal | None:
    """Events that are only named: an alliance, a loan, a price, where a thing was made."""
    event, turned = clause.event, bool(clause.turns)
    if frame.name == "exercise" and states < 2 and event.last - event.first == 1:
        return Refusal("alone", "an exercise of one state alone")
    if not turned and (frame.name == "base" or (frame.name == "cooperate" and not items)):
        return Refusal("no-turn", "cooperation or a base is named, but nothing is agreed, asked for or begun")
    if frame.name == "lend" and not (worth or turned or items):
        return Refusal("no-sum", "a loan is named, but neither a sum nor what becomes of it")
    if frame.name == "service" and event.form == "verb" and not (states or turned):
        return Refusal("no-side", "what is modernised or repaired, but by or for no state")
    if not states and "cost" in words.senses[event.first]:
        return Refusal("price", "what a thing costs is no purchase")
    if frame.name == "produce" and event.form == "noun" and not turned and _MAKE & set(words.lower):
        return Refusal("made-in", "where a thing was made is no production deal")
    return None


def looks_back(words: Words, clause: Clause, frame: Frame) -> bool:
    """`the sale was suspended`, `un contrato de 290 millones`: an event told again without its weapons, but with news of it.

    Refuses `of the delivery he said`: no news; and other trades.
    """
    if frame.name not in _TOLD_AGAIN or _OTHER_BUSINESS.search(" ".join(words.lower[clause.first : clause.last])):
        return False
    if clause.event.form != "noun":
        return False
    news = {turn.name for turn in clause.turns} - {"wish", "offer", "ready", "remove", "request"}
    return bool(news) or any(words.lower[i] in _MONEY for i in range(clause.first, clause.last))


def bare_count(words: Words, clause: Clause, frame: Frame) -> int | None:
    """How many, where a number stands for things told of before: `34 have been delivered`, `34 ya han sido entregados`.

    Refuses years, sums, shares, and numbers with a word of their own behind them.
    """
    if frame.name not in _TRADE or clause.event.form != "verb":
        return None
    for at in range(clause.first, clause.event.first):
        word, after = words.lower[at], words.lower[at + 1] if at + 1 < len(words.lower) else ""
        helped = after in _HELPERS or at + 1 == clause.event.first
        if word.isascii() and word.isdigit() and len(word) < 6 and not 1900 <= int(word) <= 2100 and helped:
            return int(word)
    return None


def controls_arms(words: Words) -> bool:
    """True for a sentence on arms control: its article's talks and treaties are about that."""
    return bool(_CONTROL.search(" ".join(words.lower)))


def _hardware(text: str) -> bool:
    return bool(_HARDWARE.search(text))


def _military(words: Words, clause: Clause) -> bool:
    marks = lexicon(words.language).grammar["military"]
    return any(marks & words.senses[i] for i in range(clause.first, clause.last))


def _misplaced(words: Words, clause: Clause, frame: Frame, items: Sequence[Item]) -> Refusal | None:
    """Things arrive by themselves: an `arrive` needs its weapon beside it, a visit a ship or a plane."""
    start, end = words.offsets(clause.event.first, clause.event.last)
    visitors = [item for item in items if item.category in ("ship", "submarine", "aircraft")]
    if frame.name == "visit" and not any(item.start - end > -VISITS and item.start - end < VISITS for item in visitors):
        return Refusal("no-visitor", "no ship or plane that could visit")
    if frame.name == "give" and not any(-60 < item.start - end < 90 for item in items):
        return Refusal("no-arms-given", "what is given is no weapon")
    if frame.name != "arrive":
        return None
    near = [item for item in items if item.start < start or (words.language != "en" and item.start - end < 60)]
    return None if near else Refusal("no-arms-arriving", "what arrives is no weapon")
