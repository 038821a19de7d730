"""What stops a deal, or seems to: denials, bans, cancellations, negations and suppositions, and the stops that are stopped."""

from __future__ import annotations

from collections.abc import Sequence

from pactline.reading.deal_sentence import Words
from pactline.reading.predicates import DETERMINERS, Cue, lexicon
from pactline.reading.tense import negated, tense
from pactline.reading.verdicts import Told, Verdict, turned

STOPS = frozenset({"cancel", "suspend", "forbid", "refuse", "deny", "remove"})
_PERMIT = frozenset(
    "permit allow authorise authorize permitir autorizar разрешить одобрить approve aprobar aprovar".split()
)
_UNWANTED = frozenset({"wish", "ready", "offer", "request", "negotiate"})
"""What a side says it does not want, offer, ask for or negotiate is denied."""
CONCEDED = 5
"""Words between `despite` and what is conceded."""
_YET = frozenset({"yet", "still", "aún", "todavía", "ainda", "пока", "еще", "ещё"})
_LIFT = frozenset(
    "lift lifting waive unfreeze repeal levantar levantamiento levantamento alzar снять отменить снятие отмена".split()
)
_IF = frozenset("if si se если caso unless whether".split())
_ABLE = frozenset(
    "can ca could cannot may podrá podrán puede pueden podía podían pode podem poderá poderão может могут мог могла могли".split()
)
_DENIABLE = frozenset(
    {"sell", "deliver", "give", "deal", "buy", "order", "lend", "receive", "produce", "deploy", "base"}
)
_STATUSES = (
    ("deny", "denied", "denied"),
    ("cancel", "cancelled", "fact"),
    ("forbid", "suspended", "fact"),
    ("suspend", "suspended", "fact"),
    ("refuse", "denied", "denied"),
)
"""Readings that stop a deal, the strongest first, with status and modality."""


def stopped(told: Told, tensed: str) -> Verdict | None:
    """What stops the deal of a clause, or turns it by negation or supposition; None where it stands.

    tensed  tense of the event

    Catches `the sale was blocked`, `did not sell`, `if Moscow sold`; lets `not managed to stop the sale` stand.
    """
    words, clause, event = told.words, told.clause, told.event
    if _is_lifted(told):
        return Verdict("agreed", "fact", "ban-lifted")
    kept = [
        (turn, negated(words, turn)) for turn in clause.turns
        if turn.name != "hold" and not is_conceded(words, turn)
    ]  # fmt: skip
    if _barred(words, event, kept):
        return Verdict("suspended", "fact", "not-permitted")
    if (by_turn := _by_turn(words, kept, tensed)) is not None:
        return by_turn
    unwanted = any(no and turn.name in _UNWANTED for turn, no in kept)
    if unwanted and not _later(words, told.span):
        return Verdict("denied", "denied", "negated-wish")
    left = standing(told)
    if any(no and turn.name == "proceed" for turn, no in kept) and event.form == "noun":
        return Verdict("cancelled", "fact", "never-proceeded")
    undone = any(no and turn.name in ("agree", "begin") for turn, no in kept)
    if undone or (negated(words, event) and not _freed(kept)):
        return _negative(told, left)
    if not _supposed(words, event, left, told.span):
        return None
    if told.own_words and not _IF & set(words.lower[max(clause.first, event.first - 8) : event.first]):
        return turned("ready", told.own_words)
    return Verdict(None, "hypothetical", "hypothetical", "an if, a could or a would: no fact")


def standing(told: Told) -> list[Cue]:
    """The turns of a clause that are not negated and stop nothing."""
    return [
        turn for turn in told.clause.turns
        if turn.name != "hold" and turn.name not in STOPS and not negated(told.words, turn)
        and not is_conceded(told.words, turn)
    ]  # fmt: skip


def is_conceded(words: Words, turn: Cue) -> bool:
    """`despite American objections`, `pese al veto`: what does not hold the deal back."""
    text = f" {' '.join(words.lower[max(0, turn.first - CONCEDED) : turn.first])} "
    return turn.form == "noun" and any(f" {mark} " in text for mark in lexicon(words.language).grammar["despite"])


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


def _by_turn(words: Words, kept: Sequence[tuple[Cue, bool]], tensed: str) -> Verdict | None:
    """The status that a word of stopping gives, negated or not; None where there is none that counts."""
    if _freed(kept) and tensed == "infinitive" and any(no and tense(words, turn) == "present" for turn, no in kept):
        return turned("ready", "supplier")
    if _freed(kept):
        return Verdict("delivering", "fact", "negated-stop") if tensed in ("nominal", "infinitive", "gerund") else None
    turns = [turn for turn, no in kept if not no]
    if _only_tried(words, turns):
        return Verdict(None, "hypothetical", "stop-wished", "that a deal should be stopped is wished, not done")
    names = {turn.name for turn in turns}
    if turns and turns[0].name == "forbid" and "deny" not in names:
        names -= {"cancel"}
    return next((Verdict(status, how, f"turn-{name}") for name, status, how in _STATUSES if name in names), None)


def _only_tried(words: Words, turns: Sequence[Cue]) -> bool:
    """`made an attempt to halt the sale`, `intentó frenar la venta`; refuses `plans to buy them were dropped`."""
    return any(
        turn.name in ("suspend", "forbid", "cancel")
        and turn.form == "verb"
        and tense(words, turn) == "infinitive"
        and any(wish.name in ("wish", "request") and 0 <= turn.first - wish.last <= 3 for wish in turns)
        for turn in turns
    )


def _is_lifted(told: Told) -> bool:
    """`lifted the ban on supplying S-300s`, `снял запрет на поставку`; refuses `did not lift the ban`."""
    words, turns = told.words, told.clause.turns
    lifts = [t for t in turns if t.name == "remove" and words.senses[t.first] & _LIFT and not negated(words, t)]
    return bool(lifts) and (told.frame.name == "embargo" or any(t.name == "forbid" and t.form == "noun" for t in turns))


def _later(words: Words, span: tuple[int, int]) -> bool:
    return bool(_YET & set(words.lower[span[0] : span[1]]))


def _negative(told: Told, left: Sequence[Cue]) -> Verdict:
    words, event = told.words, told.event
    if _later(words, told.span) or left:
        return Verdict(None, "denied", "negated", "the text says that it has not happened")
    near = set(words.lower[max(0, event.first - 3) : event.first])
    if told.frame.name not in _DENIABLE or not lexicon(words.language).grammar["negation"] & near:
        return Verdict(None, "denied", "negated", "a negation in the clause")
    return Verdict("denied", "denied", "negated-event")


def _supposed(words: Words, event: Cue, left: Sequence[Cue], span: tuple[int, int]) -> bool:
    near = words.lower[max(span[0], event.first - 8) : event.first + (8 if event.form == "noun" and not left else 0)]
    marks = lexicon(words.language).grammar["hypothetical"] - {"would"}
    if any(tense(words, cue) == "future" for cue in (event, *left) if cue.form == "verb"):
        marks = marks - {"should"}
    if words.language == "pt" and not _is_if(words, event):
        marks = marks - {"se"}
    if {turn.name for turn in left} & {"wish", "request", "offer", "ready", "negotiate"}:
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
