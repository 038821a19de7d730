"""Which measure and unit a figure has, by the kind of its unit; or why it is no oil figure."""

from __future__ import annotations

import re

from pactline.reading.oil_measured import A_DAY, measure_of
from pactline.reading.oil_measures import Change, is_share, nearest
from pactline.reading.oil_thread import CARRY, Sentence, Thread
from pactline.reading.oil_units import Measured
from pactline.reading.oil_words import Cue

NOT_SPOKEN_OF = "the commodity is not spoken of"
FLOWING = ("production", "exports", "imports", "revenue")
VOLUMES = ("reserves", "exports", "production", "imports", "target", "capacity")
"""Measures told as volumes that are not per day."""
Told = tuple[str, str, float, float | None]


def told_by(sentence: Sentence, figure: Measured, fence: tuple[int, int], change: Change, thread: Thread) -> Told | str:
    """Measure, unit, value and high end; or why it is no figure."""
    if figure.kind == "money":
        return _revenue(sentence, figure, change, thread)
    if figure.kind == "percent" or figure.number.kind == "fraction":
        return _percentage(sentence, figure, change, thread)
    measure = measure_of(sentence, figure, fence, thread, change)
    if measure is None:
        return "no word says what is measured"
    words = sentence.words
    if figure.kind in ("mass", "mass_year", "volume_year"):
        yearly = figure.kind == "mass" and _A_YEAR.match(sentence.folded, figure.end)
        unit = words.commodity.symbol("mass_year" if yearly else figure.kind)
        spoken = words.spoken_of(sentence.folded) or thread.age <= CARRY
        return (measure, unit, figure.value, figure.value_high) if spoken else NOT_SPOKEN_OF
    if figure.kind == "volume":
        return _volume(sentence, figure, measure, thread)
    return measure, words.commodity.symbol("flow"), figure.value, figure.value_high


_A_YEAR = re.compile(
    r" (?:of it|of crude|of oil|de ella|нефти)? ?(?:a|per|each|every) year\b|[^.;,\d]{0,24}(?:al ano|por ano|anuales|anuais|в год|ежегодно)(?![^\W_])"
)
"""Behind tonnes: "ten million tonnes of it a year"."""
_QUOTA = re.compile(r"\b(?:quotas?|ceiling|cuotas?|techo|teto|cotas?)\b|квот|потол")
"""Words of what a cartel allows: always so much a day."""


def _volume(sentence: Sentence, figure: Measured, measure: str, thread: Thread) -> Told | str:
    """Bare barrels: reserves stay barrels, an output below what a country can make in a day is daily."""
    words, limit = sentence.words, sentence.words.commodity.limit
    per_month = re.match(
        r" ?(?:of (?:oil|crude) )?(?:a|per|each) (?:month|week|year)|(?: al| por) mes| mensual",
        sentence.folded[figure.end :],
    )
    most = "largest_flow" if _QUOTA.search(sentence.folded) else "daily_below"
    daily = (
        limit("daily_below") > 0
        and figure.value < limit(most)
        and not per_month
        and (
            measure in ("production", "capacity", "target")
            or any(f.kind == "flow" for f in sentence.figures)
            or thread.flow
            or A_DAY.match(sentence.folded, figure.end)
        )
    )
    if daily and measure != "reserves" and figure.value >= limit("daily_from"):
        return measure, words.commodity.symbol("flow"), figure.value, figure.value_high
    if measure in VOLUMES and figure.value >= limit("volume_from"):
        return measure, words.commodity.symbol("volume"), figure.value, figure.value_high
    return "a volume that is neither a flow nor reserves"


def _percentage(sentence: Sentence, figure: Measured, change: Change, thread: Thread) -> Told | str:
    number = figure.number
    value, high = figure.value, figure.value_high
    if number.kind == "fraction":
        value, high = number.value * 100, None
    before, after = sentence.folded[: number.start], sentence.folded[figure.end :]
    if change.basis == "change" and not re.match(r" ?(?:of|de|do|da) (?:its|the|total|su|la|las|los)", after):
        flows = [m for m in sentence.measures if m.name in FLOWING]
        found = nearest([m for m in flows if m.end <= number.start], number.start, figure.end)
        if (found is None or found[1] > 130) and thread.age > 0:
            found = nearest(flows, number.start, figure.end)
        measure = found[0].name if found and found[1] < 130 else None
        rival = nearest(cues_money(sentence.folded), number.start, figure.end) if measure == "revenue" else None
        if rival is not None and found is not None and rival[1] < found[1]:
            return "a percentage of something else"
        spoken = sentence.words.spoken_of(sentence.folded) or thread.age <= 1
        if measure is None and thread.age <= 1 and not any(c.name in ("price", "stock") for c in sentence.others):
            measure = thread.measure if thread.measure in FLOWING else None
        return (measure, "%", value, high) if measure and spoken else "a percentage of something else"
    if (is_share(before, after, sentence.words) or _goes(sentence, figure)) and (
        sentence.words.spoken_of(sentence.folded) or thread.age <= CARRY
    ):
        return "share", "%", value, high
    return "a percentage that is no share of oil and no change of it"


def _goes(sentence: Sentence, figure: Measured) -> bool:
    """ "El 43% cruzó hacia Estados Unidos": the part that the verb of export behind it sends somewhere."""
    verbs = [m for m in sentence.measures if m.name == "exports" and 0 <= m.start - figure.end <= 12]
    return bool(verbs) and any(
        p.kind in ("buyer", "receiver") and 0 <= p.start - sentence.start - verbs[0].end <= 40 for p in sentence.places
    )


def _revenue(sentence: Sentence, figure: Measured, change: Change, thread: Thread) -> Told | str:
    number, folded = figure.number, sentence.folded
    found = nearest([m for m in sentence.measures if m.name == "revenue"], number.start, figure.end)
    rival = nearest(cues_money(folded), number.start, figure.end)
    if thread.age == 0 and thread.measure == "revenue" and change.basis == "change":
        found, rival = found or (Cue("revenue", 0, 0), 0), None
    elif (
        found is None or found[1] > _reach_of(sentence, figure, found[0]) or (rival is not None and rival[1] < found[1])
    ):
        return "money that is no revenue"
    if re.match(r" ?(?:a|per|por|el|o|за) (?:barrel|barril|баррель)", folded[figure.end :]):
        return "a price"
    traded = thread.age <= CARRY and any(m.name in ("exports", "revenue") for m in sentence.measures)
    if not (sentence.words.spoken_of(folded) or traded) or figure.value < 1e6:
        return "money that is not from oil"
    return "revenue", figure.currency or "USD", figure.value, figure.value_high


def _reach_of(sentence: Sentence, figure: Measured, cue: Cue) -> int:
    """How far a word of earning reaches: on past asides where it opens the sentence and no other figure stands between."""
    between = any(cue.end <= f.number.start < figure.number.start for f in sentence.figures if f.kind != "bare")
    return 70 if between or cue.start > figure.number.start else 170


_MONEY_OTHER = re.compile(
    r"\b(?:debts?|loans?|invest\w*|credits?|fines?|costs?|spen[dt]\w*|owed?s?|worth|deals?|bonds?|assets?|aid|price|financ(?!e minist|as)\w*|deuda\w*|prestamo\w*"
    r"|inversi\w+|credito\w*|multa\w*|costo\w*|bonos?|precio\w*|divida\w*|emprestimo\w*|investiment\w*|кредит\w*|долг\w*|инвест\w*|заем\w*|займ\w*|штраф\w*|стоимост\w*|оценива\w*)"
)


def cues_money(folded: str) -> list[Cue]:
    """Words that say what other kind of money it is."""
    return [Cue("money", m.start(), m.end()) for m in _MONEY_OTHER.finditer(folded)]
