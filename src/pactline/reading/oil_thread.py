"""What is known while an article is read for oil: the sentence at hand, and what the text has been speaking of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pactline.reading.oil_measures import Change
from pactline.reading.oil_places import Place, Subject
from pactline.reading.oil_units import Measured
from pactline.reading.oil_words import Cue, FigureWords
from pactline.reading.periods import Period

CARRY = 5
"""Sentences through which a unit, a measure, a period or a subject is carried on."""

SHORTEST = 4
"""Words of a sentence that counts as one: "5." and "Rigs there: 14." change no subject."""
STANDING = ("capacity", "reserves", "share", "target")
"""Measures that hold for their own sentence."""


@dataclass(slots=True)
class Thread:
    """What the text has been speaking of: carried from figure to figure, forgotten after CARRY sentences."""

    words: FigureWords
    main: Subject | None
    lead: Subject | None = None
    subject: Subject | None = None
    subject_kind: str | None = None
    measure: str | None = None
    date: str | None = None
    date_age: int = 99
    lead_date: str | None = None
    source: str | None = None
    cartel: bool = True
    flow: bool = False
    mass: bool = False
    millions: bool = False
    flow_value: float | None = None
    age: int = 99
    anchor: str | None = None
    topic: str | None = None
    subject_age: int = 99
    last: Change | None = None
    hit_starts: list[int] = field(default_factory=list)
    said: dict[tuple[Any, ...], set[str | None]] = field(default_factory=dict)

    def next_sentence(self, *, paragraph: bool, words: int) -> None:
        """A sentence ends: what is told of one thing alone is not carried on.

        A capacity, reserves or a share say nothing of what the next sentence measures. With a paragraph, the owner spoken of ends
        too: the next one is about what the article is about.
        """
        told = int(words >= SHORTEST)
        self.age, self.subject_age, self.date_age = self.age + told, self.subject_age + 1, self.date_age + 1
        if self.age > CARRY:
            self.measure, self.flow, self.date, self.source, self.flow_value = None, False, None, None, None
        if self.measure in STANDING:
            self.measure = None
        if paragraph:
            self.subject, self.subject_kind = None, None
            self.date = self.date if self.date in (None, "past") else self.date[:4]


@dataclass(slots=True)
class Sentence:
    """One sentence with everything found in it; offsets inside are relative to `start`.

    words           the commodity's
    owners, dates   what a list told in parallel gives a figure, by the start of its number
    """

    words: FigureWords
    text: str
    folded: str
    start: int
    language: str | None
    measures: list[Cue]
    others: list[Cue]
    periods: list[Period]
    places: list[Place]
    figures: list[Measured] = field(default_factory=list)
    owners: dict[int, Place] = field(default_factory=dict)
    dates: dict[int, Period] = field(default_factory=dict)
