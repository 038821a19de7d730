"""What a turn makes of a deal that nothing stops: wished for, offered, negotiated, agreed, begun, completed."""

from __future__ import annotations

from collections.abc import Sequence

from pactline.reading.deal_sentence import Words
from pactline.reading.predicates import Cue, Frame, lexicon
from pactline.reading.tense import tense
from pactline.reading.verdicts import Told, Verdict

_OPEN = frozenset("open inaugurate abrir inaugurar открыть".split())
_CLOSE = frozenset("close shut cerrar fechar закрыть encerrar".split())
_PLACES = frozenset({"production", "support", "access", "training"})
"""Kinds of deal about a plant, a centre, a base."""
_SIGN = frozenset(
    "sign ink initial conclude seal clinch close finalise finalize firmar suscribir rubricar cerrar concretar sellar concluir "
    "formalizar assinar fechar selar celebrar подписать заключить подписывать заключать парафировать".split()
)
_SUBJUNCTIVE = ("e", "en", "em", "a", "an", "am")
"""Endings of the Spanish and Portuguese present subjunctive, after `que`."""
_IN_FORCE = frozenset({"begin", "agree", "complete", "hold"})
"""What keeps, imposes or extends an embargo: it is in force."""
_UNDER_WAY = frozenset({"deliver", "give", "come", "arrive", "produce", "service", "train", "learn", "deploy"})
"""Events that go on as begun where they proceed; any other that proceeds is agreed."""
_DEALT = frozenset({"buy", "order", "deal", "lend", "pay"})
"""Events that are agreed, not begun: `Turkey went on with its purchase`."""
_AWAITED = frozenset(
    "планироваться ожидаться предполагаться намечаться планировать запланировать наметить намеченный".split()
)
_AHEAD = frozenset(
    "espera prevé prevê estima planea planeja proyecta projeta aguarda esperan prevén preveem esperam".split()
)
"""Verbs that, told of nobody, tell what is to come."""
APART = 6
"""Words behind which an event in the past is told for itself, whatever was agreed before."""


def leading_turn(told: Told, left: Sequence[Cue], tensed: str) -> str | None:
    """The reading that decides the status of an event, None where its own tense does.

    left    turns that stand, none of them awaited or impersonal
    tensed  tense of the event
    """
    words, frame, event = told.words, told.frame, told.event
    before = [turn for turn in left if turn.first < event.first]
    finite = tensed in ("past", "present", "progressive", "future", "conditional")
    leading = _outermost(words, before or ([] if finite else list(left)))
    apart = leading == "agree" and event.first - before[-1].last > APART if before else False
    if leading == "proceed":
        return "begin" if frame.name in _UNDER_WAY else "agree"
    if finite and tensed == "past" and ((leading == "begin" and event.form == "verb") or apart):
        return None
    verbal = any(turn.name == "begin" and turn.form == "verb" for turn in before)
    if leading == "begin" and event.form == "noun" and frame.name in _DEALT and verbal:
        return "agree"
    if leading == "remove" or (frame.name == "embargo" and leading in _IN_FORCE):
        return None
    if leading == "agree" and frame.kind in _PLACES:
        return _of_a_place(words, before or left)
    return leading


def _of_a_place(words: Words, before: Sequence[Cue]) -> str:
    """A plant, a centre or a base that was opened is there, one that opens is under way, one that was closed is no more."""
    turn = next((turn for turn in before if words.senses[turn.first] & (_OPEN | _CLOSE)), None)
    if turn is None:
        return "agree"
    past = tense(words, turn) == "past"
    if words.senses[turn.first] & _CLOSE:
        return "cancel" if past and not words.senses[turn.first] & {"deal"} else "agree"
    return "complete" if past else "begin"


def ahead(words: Words, frame: Frame, left: Sequence[Cue], leading: str) -> Verdict | None:
    """`deliveries will begin in May` are agreed, `deliveries will be completed in May` under way."""
    turn = next((turn for turn in left if turn.name == leading), None)
    if turn is None or frame.kind != "transfer" or tense(words, turn) not in ("future", "conditional"):
        return None
    status = "agreed" if leading == "begin" else "delivering"
    return Verdict(status, "planned", f"turn-{leading}-future")


def awaited(words: Words, turn: Cue, event: Cue) -> bool:
    """`are expected to be delivered`: nobody's wish, but what is agreed for later; refuses `Egypt expects to buy`."""
    passive = lexicon(words.language).grammar["passive"]
    return (
        turn.name == "wish"
        and words.lower[turn.first] in ("expected", "planned")
        and bool(passive & set(words.lower[max(0, turn.first - 2) : turn.first]))
        and 0 < event.first - turn.last <= 3
        and words.lower[turn.last] in ("to", "for")
    )


def impersonal(words: Words, turn: Cue) -> bool:
    """`the first of which are expected next year`, `se espera que`, `ожидается`: nobody wishes; what follows lies ahead."""
    if turn.name != "wish" or turn.form != "verb":
        return False
    form, before = words.lower[turn.first], words.lower[max(0, turn.first - 2) : turn.first]
    if words.language == "en":
        return form == "expected" and bool(lexicon("en").grammar["passive"] & set(before))
    if words.language == "ru":
        return form.endswith(("ется", "ются", "лось", "ено", "ана", "ено", "аны")) and bool(
            words.senses[turn.first] & _AWAITED
        )
    return form.startswith("previst") or (form.split("-")[0] in _AHEAD and ("se" in before or form.endswith("-se")))


def _is_to_be_signed(words: Words, turn: Cue) -> bool:
    """`will sign`, `should be signed`, `is finalising`, `se espera que firme`: a signature that is still to come."""
    if turn.form != "verb" or not words.senses[turn.first] & _SIGN:
        return False
    form, before = words.lower[turn.first], words.lower[max(0, turn.first - 3) : turn.first]
    awaited = "que" in before and form.endswith(_SUBJUNCTIVE)
    return awaited or tense(words, turn) in ("future", "conditional", "progressive")


def _outermost(words: Words, turns: Sequence[Cue]) -> str | None:
    """The reading that decides: signing that is still to come is a negotiation."""
    if not turns:
        return None
    names = [turn.name for turn in turns]
    if names[0] == "agree" and _is_to_be_signed(words, turns[0]):
        return "negotiate"
    if "wish" in names and "agree" in names and names.index("wish") < names.index("agree"):
        return "negotiate"
    for name in ("negotiate", "request", "wish", "offer", "ready"):
        if name in names and ("agree" not in names or names.index(name) < names.index("agree")):
            return name
    return names[0]
