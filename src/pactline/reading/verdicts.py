"""What the status rules are asked and what they answer: an event in its clause, and a status or the reason for none."""

from __future__ import annotations

from dataclasses import dataclass

from pactline.reading.deal_clauses import Clause
from pactline.reading.deal_sentence import Words
from pactline.reading.predicates import Cue, Frame, readings


@dataclass(frozen=True, slots=True)
class Refusal:
    """Which guard refused a candidate, and why, in words a reader can check."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of a candidate: a status and a modality, or the rule and reason of its refusal."""

    status: str | None
    modality: str
    rule: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An event in its clause, with what the other rules know of it.

    side   who acts: "recipient", "supplier" or None
    worth  the clause names a sum of money
    held   the sentence says that the buyer flies, fields or shows what it bought
    counted  the clause says how many
    lent   weapons, not money, are what is lent
    own_words  the side that says it, if one of them does: its own `could` is a hint, an outsider's is nothing
    """

    words: Words
    frame: Frame
    event: Cue
    clause: Clause
    side: str | None
    worth: bool = False
    held: bool = False
    counted: bool = False
    lent: bool = False
    own_words: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """First and last (exclusive) word of the clause."""
        return self.clause.first, self.clause.last


def turned(reading: str, side: str | None) -> Verdict:
    """The status that a reading of words/frames.toml gives, by the side that acts.

    >>> turned("wish", "recipient").status, turned("wish", "supplier").status
    ('requested', 'offered')
    """
    status = readings()[reading][{"recipient": 0, "supplier": 1}.get(side or "", 2)]
    return Verdict(
        status, "planned" if status in ("requested", "offered", "negotiating") else "fact", f"turn-{reading}"
    )
