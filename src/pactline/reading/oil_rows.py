"""One figure of a sentence made a row: what is measured, whose, for when, says who, and the words that say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pactline.reading.actors import Scan
from pactline.reading.oil_kinds import Told, told_by
from pactline.reading.oil_marks import Carriers, marks_of
from pactline.reading.oil_measures import Change, change_of, nearest
from pactline.reading.oil_places import Place, Subject
from pactline.reading.oil_refusals import refusal
from pactline.reading.oil_subjects import owner_of, source_of
from pactline.reading.oil_thread import CARRY, Sentence, Thread
from pactline.reading.oil_times import later, only_compared, period_of, settled
from pactline.reading.oil_units import Measured
from pactline.reading.oil_words import Cue
from pactline.reading.periods import Period
from pactline.record.article import claim_id

Row = dict[str, Any]
Fence = tuple[int, int]
"""End of the figure before and start of the one after, in the sentence."""

_APPOSED = re.compile(
    r"[ ,(—-]*(?:(?:or|o|ou|или|i\.e\.|es decir|ou seja|equivalent to|equivalente a|equivalentes a|unos|unas|some|about|around|roughly|cerca de|около"
    r"|nearly|casi|quase|почти|то есть|на|by)[ ,]*){0,3}"
)
""" ", or 1.2 million b/d": the same change told in another unit."""

MILLION = 1e6
_GAPPED = re.compile(r",? (?:(?:and|y|e|и) )?(?:[^\W\d_]+ ){1,3}(?:[-–—] ?)?(?:by|на) (?:(?:about|some|около|почти) )?")
""" "and exports by 121,000": the verb of the figure before holds."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one figure was read as; place, period and source are None where the sentence does not name them."""

    told: Told
    change: Change
    subject: Subject | None
    as_of: str | None
    attributed_to: str | None
    place: Place | None
    period: Period | None
    source: Cue | None


def row_of(
    sentence: Sentence, figure: Measured, fence: Fence, scan: Scan, thread: Thread
) -> tuple[Row | None, str | None]:
    """The row of a figure, or None with the reason (None where there is nothing to tell)."""
    change = _change(sentence, figure, fence, thread)
    told = told_by(sentence, figure, fence, change, thread)
    if isinstance(told, str):
        return None, told
    change = _of_a_cut(sentence, figure, change) if told[0] == "target" else change
    others = [c for c in sentence.others if told[0] != "capacity" or c.name != "processing"]
    if reason := refusal(sentence.folded, others, sentence.measures, figure, change.basis):
        return None, reason
    reading = _reading(sentence, figure, fence, scan, thread, told, change)
    compared = reading.period is not None and only_compared(reading.period, sentence.folded)
    _carry(reading, thread, compared=compared)
    return _as_row(reading, sentence, figure, fence, scan), None


def _of_a_cut(sentence: Sentence, figure: Measured, change: Change) -> Change:
    """ "The country's portion of the new cut is 189,000": what a cut amounts to is a change, what it leads to a level."""
    start = figure.number.start
    cue = nearest([m for m in sentence.measures if m.name == "target"], start, figure.end)
    if change.basis == "change" or cue is None or _REACHED.search(sentence.folded[:start]):
        return change
    named = _CUT.search(sentence.folded[cue[0].start : cue[0].end])
    return Change("change", "down") if named else change


_CUT = re.compile(r"cut|curb|market|recort|reduc|cort|сокращ|рынк|mercado")
_REACHED = re.compile(
    r"(?<![^\W_])(?:to|at|a|al|hasta|para|em|en|до|with|con|com)(?: (?:los|las|about|some|cerca de|около|the))? ?$"
)


def _change(sentence: Sentence, figure: Measured, fence: Fence, thread: Thread) -> Change:
    number, folded = figure.number, sentence.folded
    before, after = folded[max(0, fence[0]) : number.start], folded[figure.end : fence[1]]
    if thread.last is not None and fence[0] and (_APPOSED.fullmatch(before) or _GAPPED.fullmatch(before)):
        return thread.last
    return change_of(folded[: number.start][-130:] if len(before) < 12 else before, after, sentence.language)


def _reading(
    sentence: Sentence, figure: Measured, fence: Fence, scan: Scan, thread: Thread, told: Told, change: Change
) -> Reading:
    number, folded = figure.number, sentence.folded
    of_capacity = told[0] == "share" and re.search(r"capaci|мощност", folded[figure.end : fence[1]][:60])
    place = sentence.owners.get(number.start) or _place(
        sentence, figure, fence, "capacity" if of_capacity else told[0], scan
    )
    standing = told[0] in ("capacity", "reserves")
    period = sentence.dates.get(number.start) or period_of(
        sentence.periods, folded, number.start, figure.end, fence, earlier=change.earlier
    )
    source = source_of(folded, number.start, sentence.words)
    carried = thread.source if thread.age <= 1 else None
    return Reading(
        told, change, place.subject if place else _carried_subject(told[0], thread, fresh=_fresh(sentence, figure, fence) > 0, own=_OWN.search(folded) is not None), _date(period, scan, thread, change, standing=standing),
        source.name if source else carried, place, period, source,
    )  # fmt: skip


def _place(sentence: Sentence, figure: Measured, fence: Fence, measure: str, scan: Scan) -> Place | None:
    start, end = sentence.start + figure.number.start, sentence.start + figure.end
    fresh, until = _fresh(sentence, figure, fence), sentence.start + fence[1]
    return owner_of(
        sentence.places, scan.article.text, start, end, measure, fresh=fresh and sentence.start + fresh, until=until
    )


def _fresh(sentence: Sentence, figure: Measured, fence: Fence) -> int:
    """Where a measure of nobody's begins between the figure before and this one; 0 where none does."""
    begun = [m.start for m in sentence.measures if 0 < fence[0] <= m.start < figure.number.start and m.name in _NOUNS]
    return begun[0] if begun and _FRESH.search(sentence.folded[max(0, begun[0] - 30) : begun[0]]) else 0


_NOUNS = ("production", "exports", "imports", "capacity", "reserves")
_FRESH = re.compile(r"(?<![^\W_])(?:the|la|las|a|as|o|los|that|que)(?: (?:total|national|country's|crude|oil))? $")
"""Before a measure that is nobody's in the sentence yet: "foresees that the output falls" is no longer the company's."""


_NATIONAL = ("exports", "imports", "revenue", "share")
_OWN = re.compile(
    r"(?<![^\W_])(?:its?|their|they|the (?:company|firm|group|venture|major)|sus?|la (?:empresa|compania|estatal|firma)|ella|seus?|suas?|ela|a (?:empresa|estatal|companhia)"
    r"|он[аи]?|его|ее|их|сво[а-я]+|компани[а-я]+)(?![^\W_])"
)


def _carried_subject(measure: str, thread: Thread, *, fresh: bool, own: bool) -> Subject | None:
    """The owner spoken of before, else the country the article is about; reserves are a country's.

    own     the sentence has a word that points back to a company ("its", "la empresa"); without one what is sold, earned and
            shared out is the country's
    fresh   a measure of nobody's is spoken of after the figure before: the company of that figure is past
    """
    if fresh and thread.subject_kind in ("company", "plant"):
        return thread.lead or thread.main
    if measure == "reserves" or (measure in _NATIONAL and not own and thread.subject_kind in ("company", "plant")):
        return thread.main
    return (thread.subject if thread.subject_age <= CARRY else None) or thread.lead or thread.main


def _date(period: Period | None, scan: Scan, thread: Thread, change: Change, *, standing: bool) -> str | None:
    """The period as a date; the one carried from the sentence before is neither `past` nor taken by the level left.

    standing   capacity and reserves: what there is when the text is written, whatever month was spoken of
    """
    carries = thread.date_age <= 1 and not change.earlier and not standing and thread.date != "past"
    carried = thread.date if carries else None
    return settled(period, carried, scan.article.published, None if standing else thread.lead_date)


def _carry(reading: Reading, thread: Thread, *, compared: bool) -> None:
    """What the next figure may leave unsaid; the period of a figure compared with is no such thing."""
    measure, unit, value, _ = reading.told
    same = thread.date_age == 0
    if thread.lead_date is None and reading.period is not None and reading.as_of not in (None, "past"):
        thread.lead_date = reading.as_of
    thread.subject, thread.measure, thread.age, thread.subject_age = reading.subject, measure, 0, 0
    if measure in ("production", "exports"):
        thread.topic = measure
    if reading.place is not None:
        thread.subject_kind = reading.place.kind
    elif reading.subject in (thread.lead, thread.main):
        thread.subject_kind = None
    thread.last = reading.change if reading.change.basis == "change" else None
    if unit != "%":
        thread.mass = unit in [thread.words.commodity.symbols.get(kind) for kind in ("mass", "mass_year")]
    if unit == thread.words.commodity.symbols.get("flow"):
        thread.flow, thread.millions = True, thread.millions or value >= MILLION
        thread.flow_value = value if reading.change.basis == "level" else thread.flow_value or value
    thread.source = reading.attributed_to
    if not compared and not reading.change.earlier and measure not in ("target", "capacity", "reserves"):
        thread.date, thread.date_age = later(reading.as_of, thread.date if same else None), 0


_RATE = re.compile(
    r",? (?:(?:a|per|each|every|al|por|cada|ao|в) (?:month|week|year|mes|semana|ano|месяц|неделю|год)|monthly|weekly|yearly|annually|mensual(?:es|mente)?"
    r"|mensais|semanal(?:es)?|anual(?:es|mente)?|anuais|ежемесячно|ежегодно)(?![^\W_])"
)
"""Behind a sum, how often it comes: "$67 million monthly"."""


def _as_row(reading: Reading, sentence: Sentence, figure: Measured, fence: Fence, scan: Scan) -> Row:
    measure, unit, value, high = reading.told
    change, article, number = reading.change, scan.article, figure.number
    start, end = _quote(sentence, figure, fence)
    rate = _RATE.match(sentence.folded, figure.end) if figure.kind == "money" else None
    end, behind = (sentence.start + rate.end(), rate.end()) if rate else (end, figure.end)
    rule = f"{measure}-{change.basis}-{figure.kind}{'-left' if change.earlier else ''}"
    return {
        "claim_id": claim_id(article.article_id, start, end, measure, number.start, rule),
        "article_id": article.article_id, "start": start, "end": end, "quote": article.text[start:end],
        "measure": measure, "basis": change.basis if unit != "%" or measure != "share" else "level",
        "subject": reading.subject.name if reading.subject else None,
        "country": reading.subject.country if reading.subject else None,
        "value": value, "value_high": high, "unit": unit,
        "value_stated": article.text[sentence.start + number.start : sentence.start + behind],
        "bound": number.bound, "direction": change.direction if change.basis == "change" and measure != "share" else None,
        "as_of": reading.as_of, "attributed_to": reading.attributed_to, "rule": rule,
        "marks": marks_of(sentence, figure, Carriers(measure, change.direction, reading.place, reading.period, reading.source)),
    }  # fmt: skip


def _quote(sentence: Sentence, figure: Measured, fence: Fence) -> tuple[int, int]:
    """The clause that holds the figure: back to the figure before or a comma, on to the end of its unit."""
    folded = sentence.folded
    left = max(fence[0], figure.number.start - 90)
    breaks = [m.end() for m in re.finditer(r"[,;:] |\. ", folded[left : figure.number.start])]
    start = left + (breaks[-1] if breaks else 0)
    while 0 < start < figure.number.start and not breaks and folded[start - 1].isalnum() and folded[start].isalnum():
        start += 1
    while start < figure.number.start and not folded[start].isalnum() and folded[start] not in '$€£«“"':
        start += 1
    return sentence.start + start, sentence.start + figure.end


def miss_of(scan: Scan, sentence: Sentence, figure: Measured, reason: str) -> Row:
    """The row of NEAR_MISSES for a figure that was refused."""
    start, end = sentence.start + figure.number.start, sentence.start + figure.end
    return {
        "article_id": scan.article.article_id, "start": start, "end": end, "quote": scan.article.text[start:end],
        "table": "oil", "rule": f"oil-{figure.kind}", "reason": reason,
    }  # fmt: skip


def slip_miss(row: Row) -> Row:
    """The row of NEAR_MISSES that tells of a figure mended by a thousand."""
    return {
        **{name: row[name] for name in ("article_id", "start", "end", "quote")}, "table": "oil", "rule": "oil-slip",
        "reason": "the text has a thousandth of its own other figures; read a thousand times as large",
    }  # fmt: skip
