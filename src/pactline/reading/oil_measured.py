"""Which measure the words around a figure name: output, exports, capacity, a target; or what the text spoke of before."""

from __future__ import annotations

import re

from pactline.reading.oil_buyers import bought
from pactline.reading.oil_measures import Change, nearest
from pactline.reading.oil_thread import CARRY, Sentence, Thread
from pactline.reading.oil_units import Measured
from pactline.reading.oil_words import Cue

Fence = tuple[int, int]
A_DAY = re.compile(
    r"[^.;,\d()]{0,40}?(?<![^\W_])(?:(?:every|each|a|per) day|daily|(?:al|por|cada|ao) dia|diari[oa]s?|diariamente|por jornada|в (?:сутки|день)"
    r"|ежедневно|ежесуточно)(?![^\W_])"
)
"""Behind barrels, words further on: "90,000 barrels flowed there every day"."""
_PLANT = re.compile(r"refiner|refinar|upgrader|mejorador|blending")
"""A plant named behind the figure says nothing of its capacity: "450,000 once the upgrader is there"."""
_OF_A_PLANT = re.compile(
    r"[ -]?(?:(?!(?:by|via|through|from|to|into|at|for|with|por|desde|para|con)\b)[^\W\d_]+ ){0,3}?(?:refinery|refining (?:complex|cent)|blending plant|upgrader|plant\b|pipeline|refinerias?|refinaria)"
)
"""Behind a figure: "the 190,000 b/d Puerto La Cruz refinery"."""


def measure_of(sentence: Sentence, figure: Measured, fence: Fence, thread: Thread, change: Change) -> str | None:
    """The measure of a figure, or None where neither its sentence nor the text before names any.

    "Output was 900,000", "to China go 640,000" (exports), "a quota of 2 million" (target), "Amuay ran at 41% of its 310,000" (capacity)
    """
    folded, start = sentence.folded, figure.number.start
    if change.basis == "level" and _OF_A_PLANT.match(folded, figure.end):
        return "capacity"
    found = _cue(sentence, figure)
    base = _spoken_of(sentence, figure, found, thread)
    if _of_a_plant(sentence, start):
        return "capacity"
    if base not in ("imports", "reserves") and bought(sentence, figure, fence):
        return "exports"
    if base is None and any(m.name == "target" for m in sentence.measures):
        base = "production"
    if base == "production" and _capacity_of(folded, start, figure.end, fence):
        return "capacity"
    may_be = (
        found is None
        or base in ("production", "exports")
        or (base == "capacity" and _goal_nearer(sentence, figure, found))
    )
    return "target" if may_be and _is_target(sentence, start, figure.end, fence) else base


def _cue(sentence: Sentence, figure: Measured) -> tuple[Cue, int] | None:
    """The nearest word of a measure, with its distance; one behind a comma gives way to one before the figure."""
    start, end, folded = figure.number.start, figure.end, sentence.folded
    cues = [
        m
        for m in sentence.measures
        if m.name not in ("target", "revenue")
        and not (m.name == "capacity" and m.start >= end and _PLANT.match(folded, m.start))
    ]
    found = nearest([m for m in cues if not (m.name == "reserves" and figure.kind == "flow")], start, end)
    if found and found[0].start >= end and "," in folded[end : found[0].start]:
        return nearest([m for m in cues if m.end <= start], start, end) or found
    return found


def _spoken_of(sentence: Sentence, figure: Measured, found: tuple[Cue, int] | None, thread: Thread) -> str | None:
    """The measure by the word found, else the one carried, else what the article is about."""
    base = found[0].name if found else thread.measure if thread.age <= CARRY else None
    if base in ("target", "share", "revenue"):
        base = "production"
    if base == "reserves" and figure.kind in ("flow", "bare") and not found:
        base = "production"
    if base is not None:
        return base
    if figure.kind in ("flow", "bare"):
        counted = figure.kind == "flow" or says_days(sentence)
        return thread.topic or ("production" if counted and not sentence.others else None)
    if figure.kind in ("mass", "mass_year"):
        return None if sentence.others else thread.topic
    daily = thread.flow or A_DAY.match(sentence.folded, figure.end)
    small = figure.value < sentence.words.commodity.limit("daily_below")
    return thread.topic if figure.kind == "volume" and daily and small else None


def says_days(sentence: Sentence) -> bool:
    """Whether a sentence names one of the cartel's sources, whose numbers are always so much a day."""
    return any(c.name in _CARTELS for c in sentence.words.cues("sources", sentence.folded))


_CARTELS = ("OPEC secondary sources", "OPEC direct communication")


def _goal_nearer(sentence: Sentence, figure: Measured, found: tuple[Cue, int] | None) -> bool:
    """Whether a word of planning stands between the measure found and the figure."""
    start = figure.number.start
    goal = nearest([m for m in sentence.measures if m.name == "target" and m.end <= start], start, figure.end)
    return goal is not None and found is not None and found[0].end <= start and goal[1] < found[1]


def _capacity_of(folded: str, start: int, end: int, fence: tuple[int, int]) -> bool:
    """ "Capacity for producing crude is 450,000 b/d", "the 645,000 bpd capacity": capacity is the head of the phrase."""
    head = re.search(r"(?:capacit|capacidad|мощност)[^.;:,]{0,110}$", folded[fence[0] : start])
    return head is not None or bool(re.match(r"[ -](?:of )?(?:[^\W\d_]+ )?(?:capacity|de capacidad)", folded[end:]))


_NOW = re.compile(
    r"present|current|actual|now\b|ahora|hoy|today|сейчас|ныне|сегодня|atual|agora|hoje|forecast|prevision|pronostic|прогноз|estimat"
)


def _is_target(sentence: Sentence, start: int, end: int, fence: tuple[int, int]) -> bool:
    """A word of planning before the figure in its clause, with no word of the present between."""
    folded = sentence.folded
    for cue in reversed([m for m in sentence.measures if m.name == "target"]):
        gap = folded[cue.end : start]
        if 0 <= start - cue.end <= 130:
            crossed = re.search(
                r"[;:]|\. | (?:pero|but|no obstante|though|но)(?![^\W_])|, (?:pero|but|although|while|mas|но|а|after|tras|when)|equals",
                gap,
            )
            return not crossed and not _NOW.search(gap)
    return folded[end - 1] != "." and bool(_SET_BEHIND.match(folded, end))


_SET_BEHIND = re.compile(
    r" (?:that )?(?:it|they|he) (?:was|were|is|are|has been|had been) (?:allotted|granted|allowed|assigned|promised)| que (?:le|les) (?:asign|correspond|otorg|permit)[a-z]+"
    r"|(?![^.;,]{0,14}\b(?:on|over|above|below|within|under|sobre|dentro)\b)[^.;,]{0,14}\b(?:quota|target|goal|ceiling|cuota|meta|cota|квот)|[^.;,]{0,40}\b(?:that|which|que|котор[а-я]+)\b[^.;,\d]{0,40}"
    r"\b(?:set as|had (?:set|promised|pledged|planned|targeted)|promised|as (?:its|a|their) (?:goal|target)|prometi[a-z]+|promet[a-z]+|se fijo"
    r"|se propuso|habia (?:fijado|ofrecido)|fixou|мечта[а-я]+|обеща[а-я]+|планирова[а-я]+)"
)
"""Behind the figure: "the million that had been promised", "the 1-million-bpd mark it had set as its goal"."""


def _of_a_plant(sentence: Sentence, start: int) -> bool:
    """ "Amuay ran at 41% of its 310,000 bpd": what a plant has of its own is its capacity."""
    plants = any(p.kind == "plant" and p.end - sentence.start <= start for p in sentence.places)
    return (
        plants
        and bool(
            re.search(
                r"(?:\bits|\bsus?|\bsuas?|\bde|его|ее) (?:nominal |nameplate |installed )?$",
                sentence.folded[max(0, start - 24) : start],
            )
        )
        and bool(
            re.search(r"(?:%|percent|por ciento|por cento)[^.;]{0,12}$", sentence.folded[max(0, start - 40) : start])
        )
    )
