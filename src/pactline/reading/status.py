"""How far a deal has come: what the words around an event make of it, and the traps of negation and supposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pactline.reading.deal_clauses import Clause
from pactline.reading.deal_sentence import Words
from pactline.reading.part_of_more import first_part, part_of_more
from pactline.reading.predicates import DETERMINERS, Cue, Frame, lexicon, readings
from pactline.reading.tense import BEFORE_GERUND, negated, tense

_STOPS = frozenset({"cancel", "suspend", "forbid", "refuse", "deny", "remove"})
_PERMIT = frozenset(
    "permit allow authorise authorize permitir autorizar разрешить одобрить approve aprobar aprovar".split()
)
_UNWANTED = frozenset({"wish", "ready", "offer", "request", "negotiate"})
"""What a side says it does not want, offer, ask for or negotiate is denied."""
_YET = frozenset({"yet", "still", "aún", "todavía", "ainda", "пока", "еще", "ещё"})
_LIFT = frozenset(
    "lift lifting waive unfreeze repeal levantar levantamiento levantamento alzar снять отменить снятие отмена".split()
)
_OPEN = frozenset("open inaugurate abrir inaugurar открыть".split())
_SIGN = frozenset(
    "sign ink conclude seal clinch finalize finalise firmar suscribir assinar concluir celebrar подписать заключить".split()
)
_IF = frozenset("if si se если caso unless whether".split())
_ABLE = frozenset(
    "can ca could cannot may podrá podrán puede pueden podía podían pode podem poderá poderão может могут мог могла могли".split()
)
_THOUGHT_OF = frozenset("about into on over".split())
"""Prepositions between a wish and what is wished: `was looking into buying`."""
_IN_FORCE = frozenset({"begin", "agree", "complete", "hold"})
"""What keeps, imposes or extends an embargo: it is in force."""
HAD = frozenset({"buy", "order"})
"""Events that are over where the thing bought is flown or shown."""
_STOPS_OF_SENTENCES = frozenset('.!?"”»')
_DENIABLE = frozenset(
    {"sell", "deliver", "give", "deal", "buy", "order", "lend", "receive", "produce", "deploy", "base"}
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of a candidate: a status and a modality, or the rule and reason of its refusal."""

    status: str | None
    modality: str
    rule: str
    reason: str = ""


def verdict(
    words: Words,
    frame: Frame,
    event: Cue,
    clause: Clause,
    side: str | None,
    *,
    worth: bool,
    held: bool = False,
    counted: bool = False,
    lent: bool = False,
    own_words: str | None = None,
) -> Verdict:
    """The status of an event with the turns of its clause.

    side   who acts: "recipient", "supplier" or None
    worth  the clause names a sum of money
    held   the sentence says that the buyer flies, fields or shows what it bought
    counted  the clause says how many
    lent   weapons, not money, are what is lent
    own_words  the side that says it, if one of them does: its own `could` is a hint, an outsider's is nothing
    """
    covered = _is_covered(clause, event)
    told = "nominal" if covered else _told(words, clause, event)
    if _is_lifted(words, clause, frame):
        return Verdict("agreed", "fact", "ban-lifted")
    kept = [(turn, negated(words, turn)) for turn in clause.turns if turn.name != "hold"]
    if _barred(words, event, kept):
        return Verdict("suspended", "fact", "not-permitted")
    stopped = _stopped(words, frame, kept, told)
    if stopped is not None:
        return stopped
    span = (clause.first, clause.last)
    standing = [turn for turn, no in kept if not no and turn.name not in _STOPS]
    if any(no and turn.name in _UNWANTED for turn, no in kept) and not _later(words, span):
        return Verdict("denied", "denied", "negated-wish")
    if any(no and turn.name in ("agree", "begin") for turn, no in kept) or (negated(words, event) and not _freed(kept)):
        return _negative(words, frame, event, span, standing)
    if _supposed(words, event, standing, span):
        if own_words and not _IF & set(words.lower[max(span[0], event.first - 8) : event.first]):
            return _turned("ready", own_words)
        return Verdict(None, "hypothetical", "hypothetical", "an if, a could or a would: no fact")
    return _standing(
        words, frame, event, standing, side, told, span, worth=worth or covered, held=held, counted=counted, lent=lent
    )


def _is_covered(clause: Clause, event: Cue) -> bool:
    """`the contract covers spares and training for pilots`: what a deal is for, told by a noun, is agreed like the deal."""
    nouns = event.form == "noun" and event.name in ("service", "train")
    return nouns and any(cue.name == "deal" and cue.first < event.first for cue in clause.events)


def _told(words: Words, clause: Clause, event: Cue) -> str:
    """Tense of the event; of a noun, that of a verb of coming or giving beside it (`advisers arrived`)."""
    told = tense(words, event)
    if told != "nominal" or event.name in ("buy", "order", "deal"):
        return told
    helpers = [
        cue
        for cue in clause.events
        if cue.form == "verb" and cue.name in ("arrive", "give", "receive", "deploy", "visit")
    ]
    found = [t for t in (tense(words, cue) for cue in helpers) if t in ("past", "present", "progressive", "future")]
    if found:
        return found[0]
    return (
        _tense_around(words, clause, event)
        if event.name in ("exercise", "deploy", "visit", "train", "learn", "service")
        else told
    )


def _tense_around(words: Words, clause: Clause, event: Cue) -> str:
    """Tense of whatever verb stands before a noun of doing: `staged joint drills` is past, `will hold exercises` future."""
    for at in range(event.first - 1, max(clause.first, event.first - 7) - 1, -1):
        told = tense(words, Cue(at, at + 1, True, event.name, "verb"))
        if told in ("future", "conditional") or (
            told == "past" and len(words.lower[at]) > 3 and words.forms[at].islower()
        ):
            if told == "past" and event.name == "service":
                return "nominal"
            return "future" if told == "conditional" else told
    return "nominal"


def _barred(words: Words, event: Cue, kept: Sequence[tuple[Cue, bool]]) -> bool:
    """`could not be sold`, `would not permit`: somebody with a say forbids it."""
    if any(no and turn.name == "agree" and words.senses[turn.first] & _PERMIT for turn, no in kept):
        return True
    before = set(words.lower[max(0, event.first - 5) : event.first])
    return bool(before & _ABLE and before & lexicon(words.language).grammar["negation"]) and event.form == "verb"


def _freed(kept: Sequence[tuple[Cue, bool]]) -> bool:
    """`not managed to stop X from buying`, `denied it would withdraw`: what is stopped from being stopped goes on."""
    names = {turn.name for turn, no in kept if not no}
    return (
        any(no and turn.name in ("forbid", "suspend", "cancel", "refuse") for turn, no in kept)
        or (bool(names & {"deny", "remove"}) and bool(names & {"cancel", "suspend", "forbid"}))
        or any(no and turn.name == "remove" for turn, no in kept)
    )


def _stopped(words: Words, frame: Frame, kept: Sequence[tuple[Cue, bool]], told: str) -> Verdict | None:
    if _freed(kept) and told == "infinitive" and any(no and tense(words, turn) == "present" for turn, no in kept):
        return _turned("ready", "supplier")
    if _freed(kept):
        return Verdict("delivering", "fact", "negated-stop") if told in ("nominal", "infinitive", "gerund") else None
    names = [turn.name for turn, no in kept if not no]
    if _only_tried(words, [turn for turn, no in kept if not no]):
        return Verdict(None, "hypothetical", "stop-wished", "that a deal should be stopped is wished, not done")
    for name, status, modality in (
        ("deny", "denied", "denied"), ("cancel", "cancelled", "fact"), ("forbid", "suspended", "fact"),
        ("suspend", "suspended", "fact"), ("refuse", "denied", "denied"),
    ):  # fmt: skip
        if name in names:
            return Verdict(status, modality, f"turn-{name}")
    return None


def _only_tried(words: Words, turns: Sequence[Cue]) -> bool:
    """`made an attempt to halt the sale`, `intentó frenar la venta`; refuses `plans to buy them were dropped`."""
    return any(
        turn.name in ("suspend", "forbid", "cancel")
        and turn.form == "verb"
        and tense(words, turn) == "infinitive"
        and any(wish.name in ("wish", "request") and 0 <= turn.first - wish.last <= 3 for wish in turns)
        for turn in turns
    )


def _is_lifted(words: Words, clause: Clause, frame: Frame) -> bool:
    """`lifted the ban on supplying S-300s`, `снял запрет на поставку`; refuses `did not lift the ban`."""
    lifts = [t for t in clause.turns if t.name == "remove" and words.senses[t.first] & _LIFT and not negated(words, t)]
    return bool(lifts) and (
        frame.name == "embargo" or any(t.name == "forbid" and t.form == "noun" for t in clause.turns)
    )


def _later(words: Words, span: tuple[int, int]) -> bool:
    return bool(_YET & set(words.lower[span[0] : span[1]]))


def _negative(words: Words, frame: Frame, event: Cue, span: tuple[int, int], standing: Sequence[Cue]) -> Verdict:
    if _later(words, span) or standing:
        return Verdict(None, "denied", "negated", "the text says that it has not happened")
    if frame.name not in _DENIABLE or not lexicon(words.language).grammar["negation"] & set(
        words.lower[max(0, event.first - 3) : event.first]
    ):
        return Verdict(None, "denied", "negated", "a negation in the clause")
    return Verdict("denied", "denied", "negated-event")


def _supposed(words: Words, event: Cue, standing: Sequence[Cue], span: tuple[int, int]) -> bool:
    near = words.lower[
        max(span[0], event.first - 8) : event.first + (8 if event.form == "noun" and not standing else 0)
    ]
    marks = lexicon(words.language).grammar["hypothetical"] - {"would"}
    if words.language == "pt" and not _is_if(words, event):
        marks = marks - {"se"}
    if {turn.name for turn in standing} & {"wish", "request", "offer", "ready", "negotiate"}:
        return bool({"if", "si", "если", "caso"} & set(near)) and words.language != "pt"
    return bool(marks & set(near))


def _is_if(words: Words, event: Cue) -> bool:
    """Portuguese `se a Rússia vendesse`, not the reflexive `se saíram`, `insere-se`: an article, a name or a subjunctive follows."""
    for at in range(max(0, event.first - 8), event.first):
        if words.lower[at] == "se" and at + 1 < len(words.lower):
            behind = words.lower[at + 1]
            if behind in DETERMINERS["pt"] or words.forms[at + 1][:1].isupper() or behind.endswith(("sse", "ssem")):
                return True
    return False


def _standing(
    words: Words,
    frame: Frame,
    event: Cue,
    standing: Sequence[Cue],
    side: str | None,
    told: str,
    span: tuple[int, int],
    *,
    worth: bool,
    held: bool,
    counted: bool,
    lent: bool,
) -> Verdict:
    """The status where nothing stops the deal: the outermost turn before the event decides, else the event's tense."""
    if event.form == "verb" and any(_awaited(words, turn, event) for turn in standing):
        standing = [turn for turn in standing if not _awaited(words, turn, event)]
        told = "future"
    standing = [turn for turn in standing if not _impersonal(words, turn)]
    before = [turn for turn in standing if turn.first < event.first]
    finite = told in ("past", "present", "progressive", "future", "conditional")
    leading = _leading(words, before or ([] if finite else list(standing)))
    if finite and told == "past" and (leading == "begin" or (leading == "agree" and _apart(before, event))):
        leading = None
    if leading == "remove" or (frame.name == "embargo" and leading in _IN_FORCE):
        leading = None
    if leading == "agree" and frame.kind in ("production", "support") and _opened(words, before):
        leading = "complete"
    if leading == "ready" and frame.name == "deliver" and first_part(words, span):
        return Verdict("delivering", "planned", "first-part-ready")
    if leading in ("begin", "complete") and event.form == "noun" and (ahead := _ahead(words, frame, standing, leading)):
        return ahead
    if leading is not None:
        return _turned(leading, side)
    if told == "infinitive":
        return _turned("wish", side)
    if told == "gerund" and event.first and words.lower[event.first - 1] not in BEFORE_GERUND:
        told = "progressive"
    if told == "gerund" and frame.subject == "recipient" and words.lower[event.first - 1] in _THOUGHT_OF:
        return _turned("wish", side)
    form = {"gerund": "nominal", "conditional": "future"}.get(told, told)
    return _by_tense(words, frame, event, form, span, worth=worth, held=held, counted=counted, lent=lent)


def _by_tense(
    words: Words,
    frame: Frame,
    event: Cue,
    form: str,
    span: tuple[int, int],
    *,
    worth: bool,
    held: bool,
    counted: bool,
    lent: bool,
) -> Verdict:
    """The status that an event's own tense tells, with what the clause adds: a sum, a number, a first part, things shown."""
    status = frame.statuses[form]
    if frame.name == "produce" and event.form == "verb" and form == "future":
        status = "agreed"
    if frame.name == "sell" and form == "past" and _has_sold(words, event):
        status = "agreed"
    if (
        frame.name == "buy"
        and form == "present"
        and words.lower[-1] in _STOPS_OF_SENTENCES
        and not counted
        and not worth
    ):
        status = "delivering"
    if form == "nominal" and frame.name in ("service", "train") and worth:
        status = "agreed"
    if status == "agreed" and form == "past" and ((frame.name in HAD and held) or (frame.name == "lend" and lent)):
        status = "delivered"
    if (
        status == "delivered"
        and frame.name in ("deliver", "arrive", "receive", "give", "buy")
        and (first_part(words, span) or part_of_more(words, span))
    ):
        return Verdict("delivering", "planned" if form == "future" else "fact", f"event-{frame.name}-{form}-part")
    return Verdict(status, "planned" if form == "future" else "fact", f"event-{frame.name}-{form}")


def _opened(words: Words, turns: Sequence[Cue]) -> bool:
    return any(words.senses[turn.first] & _OPEN and tense(words, turn) == "past" for turn in turns)


def _has_sold(words: Words, event: Cue) -> bool:
    """`has sold`, `ha vendido`: news of a sale, not a sale of the past; refuses `have been sold`."""
    before = words.lower[max(0, event.first - 2) : event.first]
    return bool(before) and before[-1] in ("has", "have", "ha", "han", "vendeu") and len(before[-1]) > 1


def _ahead(words: Words, frame: Frame, standing: Sequence[Cue], leading: str) -> Verdict | None:
    """`deliveries will begin in May` are agreed, `deliveries will be completed in May` under way."""
    turn = next((turn for turn in standing if turn.name == leading), None)
    if turn is None or frame.kind != "transfer" or tense(words, turn) not in ("future", "conditional"):
        return None
    status = "agreed" if leading == "begin" else "delivering"
    return Verdict(status, "planned", f"turn-{leading}-future")


def _awaited(words: Words, turn: Cue, event: Cue) -> bool:
    """`are expected to be delivered`: nobody's wish, but what is agreed for later; refuses `Egypt expects to buy`."""
    passive = lexicon(words.language).grammar["passive"]
    return (
        turn.name == "wish"
        and words.lower[turn.first] in ("expected", "planned")
        and bool(passive & set(words.lower[max(0, turn.first - 2) : turn.first]))
        and 0 < event.first - turn.last <= 3
        and words.lower[turn.last] in ("to", "for")
    )


def _impersonal(words: Words, turn: Cue) -> bool:
    """`the first of which are expected next year`: nobody wishes; what follows is no event of the lists."""
    passive = lexicon(words.language).grammar["passive"]
    told = turn.name == "wish" and words.lower[turn.first] == "expected"
    return told and bool(passive & set(words.lower[max(0, turn.first - 2) : turn.first]))


def _apart(before: Sequence[Cue], event: Cue) -> bool:
    return event.first - before[-1].last > 6


def _leading(words: Words, turns: Sequence[Cue]) -> str | None:
    """The reading that decides: signing that is still to come is a negotiation."""
    if not turns:
        return None
    names = [turn.name for turn in turns]
    if (
        names[0] == "agree"
        and tense(words, turns[0]) == "future"
        and words.senses[turns[0].first] & {"sign", "firmar", "assinar", "подписать", "suscribir"}
    ):
        return "negotiate"
    if "wish" in names and "agree" in names and names.index("wish") < names.index("agree"):
        return "negotiate"
    for name in ("negotiate", "request", "wish", "offer", "ready"):
        if name in names and ("agree" not in names or names.index(name) < names.index("agree")):
            return name
    return names[0]


def _turned(reading: str, side: str | None) -> Verdict:
    statuses = readings()[reading]
    status = statuses[{"recipient": 0, "supplier": 1}.get(side or "", 2)]
    return Verdict(
        status, "planned" if status in ("requested", "offered", "negotiating") else "fact", f"turn-{reading}"
    )
