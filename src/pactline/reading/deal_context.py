"""What the deal rules carry along: the article as it is read, and one candidate of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pactline.reading.actors import Scan
from pactline.reading.deal_clauses import Clause
from pactline.reading.deal_sentence import Words
from pactline.reading.items import Item
from pactline.reading.named_states import Named, preposition
from pactline.reading.parties import Sides
from pactline.reading.predicates import Cue, Frame
from pactline.reading.tense import tense
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Span

MONEY = frozenset({"$", "€", "usd", "dollar", "dollars", "dólares", "долларов", "долл", "euros", "евро"})
FINITE = frozenset({"past", "present", "progressive", "future", "conditional"})
PRONOUNS = frozenset("he she they it он она они ele ela él ella".split())


@dataclass(slots=True)
class Context:
    """What the rules know of an article while they read it sentence by sentence.

    counts   states named so far in the whole body, with how often
    before   states of the sentence before
    things   the weapons told of last, for `the sale`, `the delivery of the systems`; age: sentences since
    sides    of the statement before, and its kind
    item_sides  weapon -> the sides of the statement that told of it last
    dealt    weapons of the last deal that is signed or on its way, for `the first six`; last_status: of the statement before
    makers   weapon -> states whose it was told to be (`los F-16 daneses`), which is surer than who designed it
    subject  the state that the sentence before was about, for `he`, `it`
    """

    scan: Scan
    vocabulary: Vocabulary
    language: str
    counts: Counter[str]
    headline: set[str]
    before: set[str] = field(default_factory=set)
    things: list[Item] = field(default_factory=list)
    age: int = 0
    sides: Sides | None = None
    kind: str | None = None
    subject: str | None = None
    makers: dict[str, set[str]] = field(default_factory=dict)
    item_sides: dict[str, Sides] = field(default_factory=dict)
    dealt: list[Item] = field(default_factory=list)
    last_status: str | None = None
    groups: list[frozenset[str]] = field(default_factory=list)
    controls: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One clause with an event, and what stands in it.

    own    its weapons stand in it, not only in a sentence before
    armed  its sentence names weapons
    counted  a number in it stands for weapons told of before
    recent  the sentences just before told of weapons
    held   its sentence says that somebody flies, fields or shows weapons
    """

    words: Words
    clause: Clause
    cue: Cue
    frame: Frame
    items: list[Item]
    states: list[Named]
    span: Span
    own: bool = True
    armed: bool = True
    counted: bool = False
    held: bool = False
    recent: bool = True

    @property
    def head(self) -> Cue:
        """The first verb among the words of the clause that are in the lists, up to the event; else the event.

        A verb before another subject is none of its heads: `a contract concluded in 2007, under which Iran was to get`.
        """
        ahead = [
            cue
            for cue in (*self.clause.turns, *self.clause.events)
            if cue.form == "verb" and cue.first < self.cue.first
        ]
        if ahead and self.cue.form == "verb" and tense(self.words, self.cue) in FINITE:
            between = max(cue.last for cue in ahead)
            subject = [
                s for s in self.states
                if between <= s.first and s.last <= self.cue.first and not s.adjective
                and preposition(self.words, s.first) is None
            ]  # fmt: skip
            ahead = [] if subject else ahead
        return min(ahead, key=lambda cue: cue.first, default=self.cue)

    @property
    def states_named(self) -> int:
        """How many states the clause names."""
        return len({s.iso3 for s in self.states if self.clause.first <= s.first < self.clause.last})

    @property
    def worth(self) -> bool:
        """True where the clause names a sum of money."""
        return any(self.words.lower[i] in MONEY for i in range(self.clause.first, self.clause.last))
