"""Oil figures of an article: value, unit, measure, change or level, whose, when, says who."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from pactline.reading.actors import Scan
from pactline.reading.numbers import money, numbers
from pactline.reading.oil_kinds import told_by
from pactline.reading.oil_measures import Change, change_of
from pactline.reading.oil_refusals import refusal
from pactline.reading.oil_subjects import Subject, main_subject, owner_of, places, source_of
from pactline.reading.oil_thread import CARRY, OIL, Sentence, Thread
from pactline.reading.oil_times import period_of, settled
from pactline.reading.oil_units import Measured, measured
from pactline.reading.oil_words import cues
from pactline.reading.periods import Period, periods
from pactline.reading.plain import plain
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import claim_id

Row = dict[str, Any]
_AMOUNT = re.compile(
    r"\d|million|millon|milh|млн|миллион|тыс|thousand|\bmil\b|third|half|quarter|terc|mitad|metade|quint|треть|полов|четверт"
)
SAME = ("measure", "basis", "subject", "value", "value_high", "unit", "as_of", "direction")
"""A figure that agrees in all of these is told once more, not another figure."""
LONGEST = 3000
"""Characters of the longest stretch read as one sentence."""


def oil_figures(scan: Scan, vocabulary: Vocabulary) -> tuple[list[Row], list[Row]]:
    """Rows of OIL and of NEAR_MISSES, in order of place.

    Catches "slipped by 82,000 bpd to 1.745 mb/d" as a change and a level; refuses "14mn bl wait in tankers".
    """
    article = scan.article
    actors = [hit for hit in scan.hits if hit.entry.kind == "actor"]
    thread = Thread(main_subject(actors, article.text))
    thread.hit_starts = [hit.start for hit in scan.hits]
    rows: list[Row] = []
    misses: list[Row] = []
    for start, end in _pieces(article.text, scan.sentences):
        thread.age += 1
        thread.subject_age += 1
        if thread.age > CARRY:
            thread.measure, thread.flow, thread.date, thread.source = None, False, None, None
        sentence = _sentence(scan, start, end, thread)
        if sentence is not None:
            _read(sentence, scan, thread, rows, misses)
        _remember(scan, start, end, thread, sentence)
    return rows, misses


def _pieces(text: str, sentences: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences, the endless ones cut at white space, so that the time grows with the text and not with its square."""
    for start, end in sentences:
        while end - start > LONGEST:
            cut = max(text.rfind(" ", start, start + LONGEST), start + LONGEST // 2)
            yield start, cut
            start = cut
        yield start, end


def _sentence(scan: Scan, start: int, end: int, thread: Thread) -> Sentence | None:
    text = scan.article.text[start:end]
    folded = plain(text)
    if not _AMOUNT.search(folded) or not (OIL.search(folded) or thread.age <= CARRY):
        return None
    article = scan.article
    first = bisect_left(thread.hit_starts, start)
    actors = scan.hits[first : bisect_left(thread.hit_starts, end, lo=first)]
    spans = periods(text, article.language, article.published, anchor=thread.anchor)
    sentence = Sentence(
        text, folded, start, article.language, cues("measures", folded), cues("other", folded), spans,
        places(actors, article.text, start, end, thread.main),
    )  # fmt: skip
    found, sums = numbers(text, article.language), money(text, article.language)
    by_start = {n.start: m for n in found for m in sums if m.start <= n.start < m.end}
    dates = [(p.start, p.end) for p in spans if p.basis not in ("past", "month_this")]
    for number in found:
        if not number.year_like and not any(s <= number.start and number.end <= e for s, e in dates):
            figure = measured(folded, number, by_start)
            if figure is not None and (figure.kind != "bare" or number.kind != "times"):
                sentence.figures.append(figure)
    return sentence


def _read(sentence: Sentence, scan: Scan, thread: Thread, rows: list[Row], misses: list[Row]) -> None:
    figures = [f for f in sentence.figures if f.kind != "bare" or _may_be_bare(f, sentence, thread)]
    hedge: str | None = None
    for at, figure in enumerate(figures):
        fence = (
            figures[at - 1].end if at else 0,
            figures[at + 1].number.start if at + 1 < len(figures) else len(sentence.text),
        )
        row, reason = _row(sentence, figure, fence, scan, thread)
        if row is None:
            if reason and figure.kind != "bare":
                misses.append(_miss(scan, sentence, figure, reason))
            continue
        if hedge and row["bound"] == "exact" and _same_hedge(sentence.folded[fence[0] : figure.number.start]):
            row["bound"] = hedge
        hedge = row["bound"] if row["bound"] == "about" else None
        told = tuple(row[name] for name in SAME)
        if told in thread.said:
            misses.append(_miss(scan, sentence, figure, "told before in this article"))
            continue
        thread.said.add(told)
        rows.append(row)


def _same_hedge(gap: str) -> bool:
    """ "around 636,000 in 2021 and 716,000": the hedge holds for both."""
    return bool(re.fullmatch(r"[^,;:.]{0,45}?\b(?:and|y|e|и)\s+(?:[^\W\d_]+\s){0,1}", gap))


def _may_be_bare(figure: Measured, sentence: Sentence, thread: Thread) -> bool:
    """A number without a unit may be a flow where flows are spoken of: large, and followed by no noun."""
    number = figure.number
    near = any(f.kind == "flow" for f in sentence.figures) or (thread.flow and thread.age <= CARRY)
    if number.kind == "fraction":
        return True
    if not near or figure.value < 10_000 or figure.value > 1.3e8:
        return False
    after = sentence.folded[number.end :]
    return bool(_NO_NOUN.match(after))


_APPOSED = re.compile(
    r"[ ,(—-]*(?:(?:or|o|ou|или|i\.e\.|es decir|ou seja|equivalent to|equivalente a|equivalentes a|unos|unas|some|about|around|roughly|cerca de|около"
    r"|nearly|casi|quase|почти|то есть)[ ,]*){0,3}"
)
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:)\]—-]|(?:in|by|at|from|to|during|this|next|last|higher|lower|more|less|fewer|and|or|a|than|for|on|as|now|per|below|above"
    r"|the|before|after|since|compared|year|while|but|between|until|under|with|which|that|en|para|durante|al?|y|o|por|el|ese|esta?|desde|hasta"
    r"|ante|frente|mas|menos|respecto|hace|e|em|no|na|ou|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
    r"|contra|mais|в|до|за|и|на|с|по|к|против|больше|меньше|выше|ниже|или)(?![^\W_]))"
)


def _row(
    sentence: Sentence, figure: Measured, fence: tuple[int, int], scan: Scan, thread: Thread
) -> tuple[Row | None, str | None]:
    number, folded = figure.number, sentence.folded
    before, after = folded[max(0, fence[0]) : number.start], folded[figure.end : fence[1]]
    change = change_of(folded[: number.start][-130:] if len(before) < 12 else before, after, sentence.language)
    if thread.last is not None and fence[0] and _APPOSED.fullmatch(before):
        change = thread.last
    told = told_by(sentence, figure, fence, change, thread)
    if isinstance(told, str):
        return None, told
    measure, unit, value, high = told
    if reason := refusal(sentence.folded, sentence.others, sentence.measures, figure, change.basis):
        return None, reason
    owned = "capacity" if measure == "share" and re.search(r"capaci|мощност", after[:60]) else measure
    subject = _subject(sentence, figure, owned, thread, scan)
    period = period_of(sentence.periods, folded, number.start, figure.end, fence, earlier=change.earlier)
    date = _date(period, scan, thread, change)
    source = source_of(folded, number.start) or (thread.source if thread.age <= 1 else None)
    thread.subject, thread.measure, thread.age, thread.subject_age = subject, measure, 0, 0
    thread.last = change if change.basis == "change" else None
    thread.flow = thread.flow or unit == "b/d"
    thread.source = source
    if not change.earlier:
        thread.date = date
    start, end = _quote(sentence, figure, fence)
    rule = f"{measure}-{change.basis}-{figure.kind}{'-left' if change.earlier else ''}"
    article = scan.article
    return {
        "claim_id": claim_id(article.article_id, start, end, measure, number.start, rule),
        "article_id": article.article_id, "start": start, "end": end, "quote": article.text[start:end],
        "measure": measure, "basis": change.basis if unit != "%" or measure != "share" else "level",
        "subject": subject.name if subject else None, "country": subject.country if subject else None,
        "value": value, "value_high": high, "unit": unit,
        "value_stated": article.text[sentence.start + _stated_from(figure) : sentence.start + figure.end],
        "bound": number.bound, "direction": change.direction if change.basis == "change" and measure != "share" else None,
        "as_of": date, "attributed_to": source, "rule": rule,
    }, None  # fmt: skip


def _stated_from(figure: Measured) -> int:
    return figure.number.start


def _subject(sentence: Sentence, figure: Measured, measure: str, thread: Thread, scan: Scan) -> Subject | None:
    """The owner named in the sentence, else the one spoken of before, else the country the article is about."""
    start = sentence.start
    owner = owner_of(sentence.places, scan.article.text, start + figure.number.start, start + figure.end, measure)
    if owner is not None:
        return owner
    if measure == "reserves":
        return thread.main
    return (thread.subject if thread.subject_age <= CARRY else None) or thread.main


def _date(period: Period | None, scan: Scan, thread: Thread, change: Change) -> str | None:
    """The period as a date; the one carried from the sentence before is neither `past` nor taken by the level left."""
    carried = thread.date if thread.age <= 1 and not change.earlier and thread.date != "past" else None
    return settled(period, carried, scan.article.published)


def _quote(sentence: Sentence, figure: Measured, fence: tuple[int, int]) -> tuple[int, int]:
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


def _miss(scan: Scan, sentence: Sentence, figure: Measured, reason: str) -> Row:
    start, end = sentence.start + figure.number.start, sentence.start + figure.end
    return {
        "article_id": scan.article.article_id, "start": start, "end": end, "quote": scan.article.text[start:end],
        "table": "oil", "rule": f"oil-{figure.kind}", "reason": reason,
    }  # fmt: skip


def _remember(scan: Scan, start: int, end: int, thread: Thread, sentence: Sentence | None) -> None:
    """A sentence without figures still names the country and the period the next one speaks of."""
    first = bisect_left(thread.hit_starts, start)
    actors = scan.hits[first : bisect_left(thread.hit_starts, end, lo=first)]
    found = places(actors, scan.article.text, start, end, thread.main)
    named = {p.subject for p in found if p.kind == "company" and not p.possessive}
    if thread.age and len(named) == 1:
        thread.subject, thread.subject_age = named.pop(), 0
    spoken = [
        c.name for c in cues("measures", plain(scan.article.text[start:end])) if c.name in ("production", "exports")
    ]
    thread.topic = spoken[0] if spoken else thread.topic
    if sentence is not None and sentence.periods:
        dated = [
            p.date
            for p in sentence.periods
            if p.date and p.date != "past" and p.basis in ("absolute", "bare", "month", "year_last")
        ]
        thread.anchor = dated[-1] if dated else thread.anchor
