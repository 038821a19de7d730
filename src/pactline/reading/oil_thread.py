"""What is known while an article is read for oil: the sentence at hand, and what the text has been speaking of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pactline.reading.oil_measures import Change
from pactline.reading.oil_places import Place, Subject
from pactline.reading.oil_units import Measured
from pactline.reading.oil_words import Cue, FigureWords
from pactline.reading.periods import Period

CARRY = 3
"""Sentences through which a unit, a measure, a period or a subject is carried on."""


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
    source: str | None = None
    flow: bool = False
    age: int = 99
    anchor: str | None = None
    topic: str | None = None
    subject_age: int = 99
    last: Change | None = None
    hit_starts: list[int] = field(default_factory=list)
    said: set[tuple[Any, ...]] = field(default_factory=set)

    def turn_page(self) -> None:
        """A paragraph ends: the company or plant it was about is no longer the one spoken of."""
        if self.subject_kind in ("company", "plant") or self.subject == self.main:
            self.subject, self.subject_kind = None, None


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
