"""Which words of its sentence carry each field of an oil figure, for the reader who wants to see them marked."""

from __future__ import annotations

from dataclasses import dataclass

from pactline.reading.deal_marks import Mark, apart
from pactline.reading.oil_measures import nearest
from pactline.reading.oil_places import Place
from pactline.reading.oil_thread import Sentence
from pactline.reading.oil_units import Measured
from pactline.reading.oil_words import Cue, cues
from pactline.reading.periods import Period

ROLES = ("value", "unit", "source", "subject", "as_of", "direction", "measure")
"""Of two words that claim one place the earlier role keeps it: `PDVSA` of `PDVSA's output` is the subject."""


@dataclass(frozen=True, slots=True)
class Carriers:
    """What a figure was read from; place, period and source are None where the text around told it."""

    measure: str
    direction: str | None
    place: Place | None
    period: Period | None
    source: Cue | None


def marks_of(sentence: Sentence, figure: Measured, carriers: Carriers) -> list[Mark]:
    """Marks inside the figure's sentence, as offsets of the article's text, sorted, none overlapping.

    "Output fell to 1.7 mb/d in May" has a measure, a direction only where it is a change, a value, a unit and a period.
    """
    text, number = sentence.text, figure.number
    found: list[tuple[int, int, str]] = [(number.start, number.end, "value"), (number.end, figure.end, "unit")]
    if cue := _nearest_named(sentence.measures, carriers.measure, figure):
        found.append((cue.start, cue.end, "measure"))
    if carriers.direction and (cue := _nearest_named(cues("change", sentence.folded), carriers.direction, figure)):
        found.append((cue.start, cue.end, "direction"))
    if carriers.place is not None:
        found.append((carriers.place.start - sentence.start, carriers.place.end - sentence.start, "subject"))
    if carriers.period is not None:
        found.append((carriers.period.start, carriers.period.end, "as_of"))
    if carriers.source is not None:
        found.append((carriers.source.start, carriers.source.end, "source"))
    inside = [_trimmed(text, max(a, 0), min(b, len(text)), role) for a, b, role in found]
    return [
        [a + sentence.start, b + sentence.start, role]
        for a, b, role in apart([m for m in inside if m[0] < m[1]], ROLES)
    ]


def _nearest_named(found: list[Cue], name: str, figure: Measured) -> Cue | None:
    best = nearest([cue for cue in found if cue.name == name], figure.number.start, figure.end)
    return best[0] if best else None


def _trimmed(text: str, start: int, end: int, role: str) -> Mark:
    """Without blanks and hyphens at its ends: " bpd" is marked as "bpd"."""
    while start < end and text[start] in " -\u00a0\u202f\n\t":
        start += 1
    while start < end and text[end - 1] in " -\u00a0\u202f\n\t":
        end -= 1
    return [start, end, role]
