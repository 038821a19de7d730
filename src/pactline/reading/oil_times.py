"""Which period a figure is for, from its clause, its sentence or the sentences before."""

from __future__ import annotations

import re
from dataclasses import replace

from pactline.reading.periods import Period
from pactline.record.dates import coarsen

_SINCE = re.compile(
    r"(?:since|desde(?: hace)?|после|с(?= (?:19|20)\d\d)|after|tras|in the (?:five|ten) years)\s*(?:the |el |la |early |late |mid-?)*$"
)
_SPEECH = re.compile(
    r"(?:said|told|published|released|reported|announced|dijo|publico|informo|сообщил|report|on|informe)[^.;]{0,14}$"
)
_PAST_TENSE = re.compile(r"\b(?:was|were|had|produced|used to|era|producia|eram|был[аио]?)\b")
BEHIND_REACH = 48
_COMPARED = re.compile(
    r"(?:compared (?:to|with)|than(?: in)?|from|versus|vs\.?|over|against|frente al?|respecto al?|en comparacion con|comparad[oa]s? con|con relacion a"
    r"|em relacao a[o]?|ante o|que en|do que em|чем в|по сравнению с|против)(?: the| its| el| los| las| mes de| o| a)?\s*$"
)


def period_of(
    found: list[Period], text: str, start: int, end: int, fence: tuple[int, int], *, earlier: bool
) -> Period | None:
    """The period of the figure at [start, end) of a `plain` sentence.

    fence    end of the figure before and start of the one after: a period between two figures goes to the nearer
    earlier  the level left behind ("from 1.9 million"): only a period right behind it is its own
    """
    usable = [p for p in found if not _SINCE.search(text[max(0, p.start - 24) : p.start])]
    if not earlier:
        compared = [p for p in usable if p.start >= end and _COMPARED.search(text[max(0, p.start - 36) : p.start])]
        usable = [p for p in usable if p not in compared]
    behind = [p for p in usable if end <= p.start < min(fence[1], end + BEHIND_REACH) and _joined(text[end : p.start])]
    before = [p for p in usable if p.end <= start and (p.start >= fence[0] or not p.basis.endswith("_before"))]
    own = [p for p in before if p.start >= fence[0]]
    if behind and own and re.search(r",| (?:y|e|and|и|while|mientras) ", text[end : behind[0].start]):
        return own[-1]
    if behind and (not own or behind[0].start - end <= start - own[-1].end + 12):
        return behind[0]
    if own and not earlier:
        return _of_the_month(own[-1])
    if behind:
        return behind[0]
    if before and not earlier:
        return _of_the_month(before[-1])
    later = [p for p in usable if p.start >= end and p.start < fence[1]]
    return later[0] if later and not before and not earlier else None


def _of_the_month(period: Period) -> Period:
    """A day named before the figure is the day it was told on; the figure is for the month."""
    return (
        period if period.date is None or len(period.date) < 10 else replace(period, date=coarsen(period.date, "month"))
    )


def _joined(gap: str) -> bool:
    return not re.search(r"[.;:]|\d", gap)


def settled(period: Period | None, carried: str | None, published: str | None) -> str | None:
    """The date itself; without a period the one carried from the text before, else the publication's month."""
    if period is not None and (period.date or period.basis in ("month", "absolute") or published is None):
        return period.date
    if carried is not None and (published is None or carried[:4] <= published[:4]):
        return carried
    if published is None:
        return None
    return coarsen(published, "month")
