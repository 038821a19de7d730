"""Figures told beside a country that buys: what the producer an article is about sends there."""

from __future__ import annotations

import re

from pactline.reading.oil_thread import Sentence
from pactline.reading.oil_units import Measured

NEAR = 70
"""Characters between the buyer's name and the figure, on either side."""
_OWN = ("production", "imports", "capacity", "reserves", "revenue", "target")
_TO = re.compile(r"[^.;,:\d]{0,50}$")


def bought(sentence: Sentence, figure: Measured, fence: tuple[int, int]) -> bool:
    """Whether the figure is what a buyer beside it takes, no word of another measure standing between.

    "India, at 340,000 b/d, is the next outlet", "160,000 b/d go to China", "a China, 640.000": yes
    "China's output", "China, whose refineries have a capacity of 800,000 b/d": no
    """
    if figure.kind not in ("flow", "bare", "volume", "mass", "mass_year"):
        return False
    for buyer in (p for p in sentence.places if p.kind in ("buyer", "receiver")):
        start, end = buyer.start - sentence.start, buyer.end - sentence.start
        low, high = (end, figure.number.start) if end <= figure.number.start else (figure.end, start)
        inside = fence[0] <= start and end <= fence[1]
        if inside and 0 <= high - low <= NEAR and not _told_otherwise(sentence, low, high):
            return end <= figure.number.start or (
                buyer.kind == "receiver" and bool(_TO.match(sentence.folded[low:high]))
            )
    return False


def _told_otherwise(sentence: Sentence, low: int, high: int) -> bool:
    """Another measure's word or another owner between the buyer and the figure."""
    cues = any(low <= cue.start < high and cue.name in _OWN for cue in sentence.measures)
    owners = any(
        low <= p.start - sentence.start < high and p.kind not in ("buyer", "receiver") for p in sentence.places
    )
    return cues or owners
