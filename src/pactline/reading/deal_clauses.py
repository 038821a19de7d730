"""A sentence cut into clauses that each tell one thing: the event, the words that turn it, first and last word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pactline.reading.deal_sentence import Words
from pactline.reading.predicates import Cue, frames, lexicon
from pactline.reading.tense import attributive

_BREAKS = frozenset(',;:—–“”"«»…')
_RELATIVE = frozenset(
    "which that who whose whom whereby under que quienes quem cual cuyo по которому которым которого который которые qual pelo".split()
)
RELATIVE = frozenset("which that que который которые которых которое которую".split())
TRADE = frozenset({"sell", "buy", "deliver", "receive", "order"})
BESIDE = frozenset({"lend"})
"""Events that may stand beside a delivery in one clause without being it."""
TOLD_OF = frozenset({"buy", "order", "sell", "deliver", "give"})
"""Events whose participle may only tell which things are meant: `the jets bought from China have come`."""
COURSE = frozenset({"receive", "deliver", "arrive", "give", "come", "produce", "visit"})
"""Events that then say what becomes of them."""
_COUNTED = frozenset("quais cuales".split())
_PARTITIVE = frozenset("of dos das из los las".split())
_PLACE = frozenset("at in from near inside outside en desde cerca na no em perto на с из близ".split())
"""Prepositions before a base that is only a place."""
_AND = frozenset("and y e и".split())
_BUT = frozenset("but pero mas porém но aunque embora however sin though although".split())
WEIGHT = {
    "embargo": 9, "lend": 8, "train": 6, "learn": 6.1, "pay": 2.45, "service": 7, "visit": 5, "base": 4.7, "exercise": 5, "cooperate": 5, "produce": 4.35, "deploy": 3,
    "order": 4.5, "receive": 4.2, "own": 4.2, "buy": 4.4, "sell": 4.4, "deliver": 4.3, "arrive": 2.5, "come": 2.55, "give": 2.4, "deal": 2,
}  # fmt: skip
"""Which of two events of one clause names what it is about: a contract for a supply is a supply, a loan for a purchase a loan."""


@dataclass(slots=True)
class Clause:
    """Words first..last (exclusive); its events and turns in order of place; asides: participles of earlier events."""

    first: int
    last: int
    events: list[Cue] = field(default_factory=list)
    turns: list[Cue] = field(default_factory=list)
    asides: list[Cue] = field(default_factory=list)

    @property
    def event(self) -> Cue:
        """The event that says what the clause is about; `sold spare parts` is a sale, of parts."""
        first = min((cue.first for cue in self.events if cue.name == "service"), default=0)
        verbs = [cue for cue in self.events if cue.form == "verb" and cue.name in TRADE and cue.first < first]
        parts = verbs and all(cue.form == "noun" for cue in self.events if cue.name == "service")
        told = [cue for cue in self.events if cue.name != "service"] if parts else self.events
        barred = any(turn.name == "forbid" for turn in self.turns)
        told = [cue for cue in told if barred and cue.name in TRADE] or told
        return max(told, key=lambda cue: (WEIGHT[cue.name] + (0.3 if cue.form == "verb" else 0.0), -cue.first))

    @property
    def second(self) -> Clause | None:
        """The delivery told beside what pays for it or goes with it: `arrived under a credit line`; the order behind a
        delivery: `the ships ordered in 2008 have come`; None elsewhere."""
        if told := [cue for cue in self.asides if cue.name in TOLD_OF]:
            return Clause(self.first, self.last, told[:1])
        first = self.event
        if first.name not in BESIDE:
            return None
        paid = [cue for cue in self.events if cue.name == "pay"]
        told = paid or [cue for cue in self.events if cue.form == "verb" and cue.name in TRADE | {"arrive"}]
        if not paid and first.form == "verb":
            return None
        return Clause(self.first, self.last, told[:1], list(self.turns)) if told else None


def clauses(words: Words, cues: Sequence[Cue]) -> list[Clause]:
    """Clauses of a sentence that hold an event or a turn; words without one go with the clause before them.

    Catches two events of one sentence (`bought jets and will receive tanks`); refuses to part a signing from what is
    signed (`signed a contract for the supply of jets`) or a list of things into clauses.
    """
    found: list[Clause] = []
    for piece in _pieces(words, cues):
        if found and _continues(words, found[-1], piece):
            found[-1].last = piece.last
            found[-1].events += piece.events
            found[-1].turns += piece.turns
        else:
            if found and _is_further_object(words, piece):
                piece.turns = [turn for turn in found[-1].turns if turn.form == "verb"]
            found.append(piece)
    for clause in found:
        _set_aside(words, clause)
        clause.events = [cue for cue in clause.events if len(clause.events) < 2 or not _is_place(words, cue)]
    return [clause for clause in found if clause.events or clause.turns]


def _is_place(words: Words, cue: Cue) -> bool:
    """`are put together at the base in Maracay`: where it happens; refuses `access to the base`."""
    if cue.name != "base" or cue.form != "noun" or "use" in words.senses[cue.first]:
        return False
    before = words.lower[max(0, cue.first - 4) : cue.first]
    return bool(_PLACE & set(before))


def _set_aside(words: Words, clause: Clause) -> None:
    """Of `eight of the jets bought from China have arrived` the event is the arrival."""
    asides = [cue for cue in clause.events if cue.name in TOLD_OF and attributive(words, cue)]
    others = [cue for cue in clause.events if cue not in asides]
    if asides and any(cue.name in COURSE and (cue.form == "verb" or cue.name == "deliver") for cue in others):
        clause.events, clause.asides = others, asides


def _is_further_object(words: Words, piece: Clause) -> bool:
    """`requested the repair of radars, and the delivery of batteries`: one verb with two objects."""
    return bool(piece.events) and not piece.turns and all(cue.form == "noun" for cue in piece.events)


def _pieces(words: Words, cues: Sequence[Cue]) -> list[Clause]:
    breaks = lexicon(words.language).grammar["boundary"]
    starts = [0] + [
        i for i in range(1, len(words.lower))
        if (words.lower[i] in breaks or words.lower[i] in _BREAKS) and not _joins(words, i)
    ]  # fmt: skip
    pieces = [Clause(a, b) for a, b in zip(starts, [*starts[1:], len(words.lower)], strict=True)]
    at = 0
    for cue in cues:
        while at + 1 < len(pieces) and pieces[at].last <= cue.first:
            at += 1
        (pieces[at].events if cue.event else pieces[at].turns).append(cue)
    return pieces


def _joins(words: Words, at: int) -> bool:
    """The comma of `100,000 rifles`, the relative of `three of which`, `so far`: no clause begins there."""
    if words.lower[at] in RELATIVE | _RELATIVE | _COUNTED:
        return words.lower[at - 1] in _PARTITIVE
    if words.lower[at : at + 2] == ["so", "far"]:
        return True
    if words.lower[at] != "," or at + 1 >= len(words.lower):
        return False
    digits = words.lower[at - 1][-1:].isdigit() and words.lower[at + 1][:3].isdigit()
    return digits and words.spans[at - 1][1] == words.spans[at][0] and words.spans[at][1] == words.spans[at + 1][0]


def _continues(words: Words, before: Clause, piece: Clause) -> bool:
    """True where a piece belongs to the clause before it."""
    if not piece.events and not piece.turns:
        return True
    if not before.events:
        if piece.events and before.turns and all(turn.name == "hold" for turn in before.turns):
            return False
        return not (before.turns and piece.events and _is_aside(words, piece))
    if all(cue.name in ("deal", "deploy", "lend") and cue.form == "noun" for cue in before.events) and _is_told_of(
        words, piece
    ):
        return True
    if not piece.events and words.lower[piece.first] in _BUT:
        return any(turn.name in ("cancel", "suspend", "forbid", "refuse") for turn in piece.turns) or _is_predicate_of(
            before
        )
    if not piece.events:
        return _is_predicate_of(before) and not _is_aside(words, before)
    if _is_second_subject(words, before, piece):
        return True
    if all(cue.form == "noun" for cue in piece.events) and not piece.turns:
        return _same_event(before, piece) or not any(cue.form == "verb" for cue in (*before.events, *before.turns))
    return False


def _is_second_subject(words: Words, before: Clause, piece: Clause) -> bool:
    """`licences for the assembly of rifles and the production of ammunition have been granted`: two nouns, one verb."""
    nouns = all(cue.form == "noun" for cue in before.events) and not any(turn.form == "verb" for turn in before.turns)
    first = min((*piece.events, *piece.turns), key=lambda cue: cue.first)
    joined = words.lower[piece.first] in _AND and first.first - piece.first <= 2
    return nouns and joined and first.event and first.form == "noun" and _same_event(before, Clause(0, 0, [first]))


def _is_aside(words: Words, piece: Clause) -> bool:
    """`Caracas sounds out Damen, which sold it ships`: a relative clause behind a comma tells a thing of its own."""
    first = piece.first + (words.lower[piece.first] == ",")
    return first > 0 and words.lower[first - 1] == "," and words.lower[first] in _RELATIVE


def _is_predicate_of(before: Clause) -> bool:
    """`The sale, which Madrid defended, was suspended`: a turn without an event belongs to a noun that waits for its verb."""
    return all(cue.form == "noun" for cue in before.events)


def _same_event(before: Clause, piece: Clause) -> bool:
    """A further noun (`, a deal that`, `and delivery`) tells no new thing where its kind is that of the clause before."""
    kinds = {frames()[cue.name].kind for cue in before.events}
    return {frames()[cue.name].kind for cue in piece.events} <= kinds


def _is_told_of(words: Words, piece: Clause) -> bool:
    """`a contract, under which ten helicopters are supplied`: the relative clause says what was signed."""
    return bool(_RELATIVE & set(words.lower[piece.first : piece.first + 4]))
