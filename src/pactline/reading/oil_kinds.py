"""Which measure and unit a figure has, by the kind of its unit; or why it is no oil figure."""

from __future__ import annotations

import re

from pactline.reading.oil_buyers import bought
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
    measure = _measure(sentence, figure, fence, thread, change)
    if measure is None:
        return "no word says what is measured"
    words = sentence.words
    if figure.kind in ("mass", "mass_year", "volume_year"):
        unit = words.commodity.symbol(figure.kind)
        spoken = words.spoken_of(sentence.folded) or thread.age <= CARRY
        return (measure, unit, figure.value, figure.value_high) if spoken else NOT_SPOKEN_OF
    if figure.kind == "volume":
        return _volume(sentence, figure, measure, thread)
    return measure, words.commodity.symbol("flow"), figure.value, figure.value_high


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


def _measure(
    sentence: Sentence, figure: Measured, fence: tuple[int, int], thread: Thread, change: Change
) -> str | None:
    number, folded = figure.number, sentence.folded
    if (
        re.match(
            r"[ -]?(?:[^\W\d_]+ ){0,3}?(?:refinery|refining (?:complex|cent)|blending plant|upgrader|plant\b|pipeline|refinerias?|refinaria)",
            folded[figure.end :],
        )
        and change.basis == "level"
    ):
        return "capacity"
    plain_cues = [
        m
        for m in sentence.measures
        if m.name not in ("target", "revenue")
        and not (m.name == "capacity" and m.start >= figure.end and _PLANT.match(folded, m.start))
    ]
    found = nearest(
        [m for m in plain_cues if not (m.name == "reserves" and figure.kind == "flow")], number.start, figure.end
    )
    if found and found[0].start >= figure.end and "," in folded[figure.end : found[0].start]:
        found = nearest([m for m in plain_cues if m.end <= number.start], number.start, figure.end) or found
    base = found[0].name if found else thread.measure if thread.age <= CARRY else None
    if base in ("target", "share", "revenue"):
        base = "production"
    if base == "reserves" and figure.kind in ("flow", "bare") and not found:
        base = "production"
    if base is None and figure.kind in ("flow", "bare"):
        base = thread.topic or ("production" if figure.kind == "flow" and not sentence.others else None)
    if (
        base is None
        and figure.kind == "volume"
        and thread.flow
        and figure.value < sentence.words.commodity.limit("daily_below")
    ):
        base = thread.topic
    if _of_a_plant(sentence, number.start):
        return "capacity"
    if base not in ("imports", "reserves") and bought(sentence, figure, fence):
        return "exports"
    if base is None and any(m.name == "target" for m in sentence.measures):
        base = "production"
    if base == "production" and _capacity_of(folded, number.start, figure.end, fence):
        return "capacity"
    goal = nearest(
        [m for m in sentence.measures if m.name == "target" and m.end <= number.start], number.start, figure.end
    )
    nearer = goal is not None and found is not None and found[0].end <= number.start and goal[1] < found[1]
    if (found is None or base in ("production", "exports") or (nearer and base == "capacity")) and _is_target(
        sentence, number.start, figure.end, fence
    ):
        return "target"
    return base


def _capacity_of(folded: str, start: int, end: int, fence: tuple[int, int]) -> bool:
    """ "Capacity for producing crude is 450,000 b/d", "the 645,000 bpd capacity": capacity is the head of the phrase."""
    head = re.search(r"(?:capacit|capacidad|мощност)[^.;:,]{0,110}$", folded[fence[0] : start])
    return head is not None or bool(re.match(r"[ -](?:of )?(?:[^\W\d_]+ )?(?:capacity|de capacidad)", folded[end:]))


_PLANT = re.compile(r"refiner|refinar|upgrader|mejorador|blending")
"""A plant named behind the figure says nothing of its capacity: "450,000 once the upgrader is there"."""
_NOW = re.compile(
    r"present|current|actual|now\b|ahora|hoy|today|сейчас|ныне|сегодня|atual|agora|hoje|forecast|prevision|pronostic|прогноз|estimat"
)


def _is_target(sentence: Sentence, start: int, end: int, fence: tuple[int, int]) -> bool:
    """A word of planning before the figure in its clause, with no word of the present between."""
    folded = sentence.folded
    for cue in reversed([m for m in sentence.measures if m.name == "target"]):
        gap = folded[cue.end : start]
        if 0 <= start - cue.end <= 130:
            crossed = re.search(r"[;:]|\. |, (?:pero|but|although|while|mas|но|а|after|tras|when)|equals", gap)
            return not crossed and not _NOW.search(gap)
    return folded[end - 1] != "." and bool(_SET_BEHIND.match(folded, end))


_SET_BEHIND = re.compile(
    r"[^.;,]{0,14}\b(?:quota|target|goal|ceiling|cuota|meta|cota|квот)|[^.;,]{0,40}\b(?:that|which|que|котор[а-я]+)\b[^.;,\d]{0,40}"
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
