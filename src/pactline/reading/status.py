"""How far a deal has come: what the words around an event make of it, what stops it, what turns it, and its own tense."""

from __future__ import annotations

from collections.abc import Sequence

from pactline.reading.deal_sentence import Words
from pactline.reading.part_of_more import first_part, part_of_more
from pactline.reading.predicates import Cue
from pactline.reading.status_stopped import standing, stopped
from pactline.reading.status_turned import ahead, awaited, impersonal, leading_turn
from pactline.reading.tense import BEFORE_GERUND, tense
from pactline.reading.verdicts import Told, Verdict, turned

_THOUGHT_OF = frozenset("about into on over".split())
"""Prepositions between a wish and what is wished: `was looking into buying`."""
HAD = frozenset({"buy", "order"})
"""Events that are over where the thing bought is flown or shown."""
_STOPS_OF_SENTENCES = frozenset('.!?"”»')
_BESIDE = frozenset({"arrive", "give", "receive", "deploy", "visit"})
"""Verbs beside a noun that say when it happens: `advisers arrived`."""
_DOINGS = frozenset({"exercise", "deploy", "visit", "train", "learn", "service"})
"""Nouns of doing, whose time any verb before them tells."""
_BARGAINS = frozenset({"buy", "order", "deal"})
"""Events that are signed where they are completed."""
_FORMS = {"gerund": "nominal", "conditional": "future"}
"""Tenses of tense.tense that read as another one in words/frames.toml."""


def verdict(told: Told) -> Verdict:
    """The status of an event with the turns of its clause."""
    covered = _is_covered(told)
    tensed = "nominal" if covered else _tense_of(told)
    return stopped(told, tensed) or _standing(told, tensed, worth=told.worth or covered)


def _is_covered(told: Told) -> bool:
    """`the contract covers spares and training for pilots`: what a deal is for, told by a noun, is agreed like the deal."""
    event = told.event
    nouns = event.form == "noun" and event.name in ("service", "train")
    return nouns and any(cue.name == "deal" and cue.first < event.first for cue in told.clause.events)


def _tense_of(told: Told) -> str:
    """Tense of the event; of a noun or a purpose, that of a verb of coming or giving beside it (`advisers arrived`, `flew in
    to train pilots`)."""
    words, event = told.words, told.event
    tensed = tense(words, event)
    purpose = tensed == "infinitive" and event.name in _DOINGS
    if not purpose and (tensed != "nominal" or event.name in ("buy", "order", "deal")):
        return tensed
    helpers = [cue for cue in told.clause.events if cue.form == "verb" and cue.name in _BESIDE]
    found = [t for t in (tense(words, cue) for cue in helpers) if t in ("past", "present", "progressive", "future")]
    if found:
        return found[0]
    return _tense_around(told) if event.name in _DOINGS and not purpose else tensed


def _tense_around(told: Told) -> str:
    """Tense of whatever verb stands before a noun of doing: `staged joint drills` is past, `will hold exercises` future."""
    words, event = told.words, told.event
    for at in range(event.first - 1, max(told.clause.first, event.first - 7) - 1, -1):
        tensed = tense(words, Cue(at, at + 1, True, event.name, "verb"))
        if tensed in ("future", "conditional"):
            return "future"
        if tensed == "past" and len(words.lower[at]) > 3 and words.forms[at].islower():
            return "nominal" if event.name == "service" else "past"
    return "nominal"


def _standing(told: Told, tensed: str, *, worth: bool) -> Verdict:
    """The status where nothing stops the deal: the outermost turn before the event decides, else the event's tense."""
    words, frame, event = told.words, told.frame, told.event
    left = standing(told)
    if event.form == "verb" and any(awaited(words, turn, event) for turn in left):
        left = [turn for turn in left if not awaited(words, turn, event)]
        tensed = "future"
    if event.form == "verb" and words.language != "en" and any(impersonal(words, turn) for turn in left):
        tensed = "future"
    left = [turn for turn in left if not impersonal(words, turn)]
    leading = leading_turn(told, left, tensed)
    if leading == "ready" and frame.name == "deliver" and first_part(words, told.span):
        return Verdict("delivering", "planned", "first-part-ready")
    if leading == "complete" and frame.name in _BARGAINS and event.form == "noun":
        return turned(_completed(words, left), told.side)
    to_come = event.form == "noun" and leading in ("begin", "complete")
    if to_come and leading and (verdict := ahead(words, frame, left, leading)):
        return verdict
    if leading is not None:
        return turned(leading, told.side)
    if tensed == "infinitive" or _is_thought_of(told, tensed):
        return turned("wish", told.side)
    return _by_tense(told, _form(words, event, tensed), worth=worth)


def _completed(words: Words, left: Sequence[Cue]) -> str:
    """`completed the purchase` is signed, `finaliza a compra` still talked about."""
    turn = next(turn for turn in left if turn.name == "complete")
    return "agree" if tense(words, turn) in ("past", "nominal") else "negotiate"


def _is_thought_of(told: Told, tensed: str) -> bool:
    """`was looking into buying`: a gerund of buying behind a preposition of thought."""
    before = told.words.lower[told.event.first - 1] if told.event.first else ""
    return tensed == "gerund" and told.frame.subject == "recipient" and before in _THOUGHT_OF


def _form(words: Words, event: Cue, tensed: str) -> str:
    """The tense as words/frames.toml names it; a gerund behind no preposition is under way (`Russia delivering jets`)."""
    if tensed == "gerund" and event.first and words.lower[event.first - 1] not in BEFORE_GERUND:
        return "progressive"
    return _FORMS.get(tensed, tensed)


def _by_tense(told: Told, form: str, *, worth: bool) -> Verdict:
    """The status that an event's own tense tells, with what the clause adds: a sum, a number, a first part, things shown."""
    words, frame = told.words, told.frame
    status = _told_status(told, form, worth=worth)
    how = "planned" if form == "future" else "fact"
    partial = frame.name in ("deliver", "arrive", "receive", "give", "buy")
    if status == "delivered" and partial and (first_part(words, told.span) or part_of_more(words, told.span)):
        return Verdict("delivering", how, f"event-{frame.name}-{form}-part")
    return Verdict(status, how, f"event-{frame.name}-{form}")


def _told_status(told: Told, form: str, *, worth: bool) -> str:
    """The status of words/frames.toml for a tense, but for the few events whose words say more than their tense."""
    words, frame, event = told.words, told.frame, told.event
    status = frame.statuses[form]
    if frame.name == "produce" and event.form == "verb" and form == "future":
        status = "agreed"
    if frame.name == "sell" and form == "past" and _has_sold(words, event):
        status = "agreed"
    general = frame.name == "buy" and form == "present" and not told.counted and not worth
    if general and words.lower[-1] in _STOPS_OF_SENTENCES:
        status = "delivering"
    if form == "nominal" and frame.name in ("service", "train") and worth:
        status = "agreed"
    had = (frame.name in HAD and told.held) or (frame.name == "lend" and told.lent)
    return "delivered" if status == "agreed" and form == "past" and had else status


def _has_sold(words: Words, event: Cue) -> bool:
    """`has sold`, `ha vendido`: news of a sale, not a sale of the past; refuses `have been sold`."""
    before = words.lower[max(0, event.first - 2) : event.first]
    return bool(before) and before[-1] in ("has", "have", "ha", "han", "vendeu") and len(before[-1]) > 1
