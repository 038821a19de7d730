"""Oil figures of an article: value, unit, measure, change or level, whose, when, says who."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pactline.reading.actors import Scan
from pactline.reading.numbers import Number, money, numbers
from pactline.reading.oil_bare import with_unit
from pactline.reading.oil_lists import paired
from pactline.reading.oil_places import companies, head_of, lead_company, main_subject, places
from pactline.reading.oil_rows import miss_of, row_of, slip_miss
from pactline.reading.oil_slips import mended
from pactline.reading.oil_thread import CARRY, Sentence, Thread
from pactline.reading.oil_times import only_compared, spoken_year
from pactline.reading.oil_units import Measured, measured
from pactline.reading.oil_words import FigureWords, figure_words
from pactline.reading.periods import Period, periods
from pactline.reading.plain import plain
from pactline.reading.vocabulary import Hit, Vocabulary

Row = dict[str, Any]
_CARTEL = re.compile("opec|opep|опек", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\d|million|millon|milh|млн|миллион|тыс|thousand|\bmil\b|third|half|quarter|terc|mitad|metade|quint|треть|полов|четверт"
)
SAME = ("measure", "basis", "subject", "value", "value_high", "unit", "direction")
"""A figure that agrees in all of these, for a period no finer than it was told for, is told once more, not another figure."""
LONGEST = 3000
"""Characters of the longest stretch read as one sentence."""


def oil_figures(scan: Scan, vocabulary: Vocabulary) -> tuple[list[Row], list[Row]]:
    """Rows of OIL and of NEAR_MISSES, in order of place.

    Catches "slipped by 82,000 bpd to 1.745 mb/d" as a change and a level; refuses "14mn bl wait in tankers".
    """
    if not figure_words(vocabulary.commodity).may_be_spoken_of(plain(scan.article.text)):
        return [], []
    scan = _dated(scan)
    article = scan.article
    actors = [hit for hit in scan.hits if hit.entry.kind == "actor"]
    words = figure_words(vocabulary.commodity)
    head = head_of(article, [*scan.mentions, *scan.outside], words)
    states = {
        e.row["country_iso3"]: e.row["canonical_name"] for e in vocabulary.actors.values() if e.row["type"] == "state"
    }
    thread = Thread(
        words,
        main_subject(actors, head, states, vocabulary.topic.settings["pair"][0], buyers=vocabulary.commodity.buyers),
    )
    thread.cartel = _CARTEL.search(article.text) is not None
    thread.hit_starts = [hit.start for hit in scan.hits]
    rows: list[Row] = []
    misses: list[Row] = []
    thread.lead = lead_company(actors, head, thread.main)
    before = 0
    for start, end in _pieces(article.text, scan.sentences):
        thread.next_sentence(
            paragraph="\n" in article.text[before:start], words=article.text.count(" ", start, end) + 1
        )
        before = end
        sentence = _sentence(scan, start, end, thread)
        if sentence is not None:
            _read(sentence, scan, thread, rows, misses)
        _remember(scan, start, end, thread, sentence)
    kept, slips = mended(rows, words.commodity.symbols.get("flow"))
    return kept, [*misses, *(slip_miss(row) for row in slips)]


def _dated(scan: Scan) -> Scan:
    """The scan, an article without a date counted as of the last year it tells of, so that its months have a year."""
    if scan.article.published is not None:
        return scan
    return replace(scan, article=replace(scan.article, published=spoken_year(scan.article.text)))


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
    if not _AMOUNT.search(folded) or not (thread.words.spoken_of(folded) or thread.age <= CARRY):
        return None
    article, words = scan.article, thread.words
    spans = periods(text, article.language, article.published, anchor=thread.anchor)
    figures = _figures(text, folded, article.language, spans, words)
    if not figures:
        return Sentence(words, text, folded, start, article.language, [], [], spans, [])
    found = places(_hits(scan, thread, start, end), article.text, start, end, thread.main, words)
    found = found if thread.cartel else [p for p in found if p.kind != "opec"]
    sentence = Sentence(
        words, text, folded, start, article.language, words.cues("measures", folded), words.cues("other", folded), spans, found, figures
    )  # fmt: skip
    _pair(sentence)
    return sentence


def _figures(text: str, folded: str, language: str | None, spans: list[Period], words: FigureWords) -> list[Measured]:
    """Every number of a sentence with its unit, the numbers of dates and years left out."""
    found = numbers(text, language)
    if not found:
        return []
    sums = money(text, language, found=found)
    by_start = {n.start: m for n in found for m in sums if m.start <= n.start < m.end}
    dates = [(p.start, p.end) for p in spans if p.basis not in ("past", "month_this")]
    counted = [n for n in found if not n.year_like and not any(s <= n.start and n.end <= e for s, e in dates)]
    read = [_grown(folded, number) or measured(folded, number, by_start, words) for number in counted]
    return [f for f in read if f is not None and (f.kind != "bare" or f.number.kind != "times")]


_GREW = re.compile(r"(?:вырос|увелич|возрос|нараст|поднял)[а-я]*(?: [а-я]+){0,3} в (?:более чем |почти )?$")


def _grown(folded: str, number: Number) -> Measured | None:
    """ "Выросла в полтора раза": half as much again, 50 per cent up."""
    if number.kind != "times" or not _GREW.search(folded[max(0, number.start - 60) : number.start]):
        return None
    return Measured(number, "percent", round((number.value - 1) * 100, 6), None, number.end)


def _hits(scan: Scan, thread: Thread, start: int, end: int) -> list[Hit]:
    first = bisect_left(thread.hit_starts, start)
    return scan.hits[first : bisect_left(thread.hit_starts, end, lo=first)]


def _pair(sentence: Sentence) -> None:
    """Give the figures of a list the names and the periods of the list beside it."""
    if len(sentence.figures) > 1:
        values = [replace(f.number, end=f.end) for f in sentence.figures]
        named = [p for p in sentence.places if p.kind not in ("pointer", "buyer", "receiver")]
        local = [replace(p, start=p.start - sentence.start, end=p.end - sentence.start) for p in named]
        back = {p.start: q for p, q in zip(local, named, strict=True)}
        sentence.owners = {at: back[p.start] for at, p in paired(sentence.folded, values, local).items()}
        sentence.dates = paired(sentence.folded, values, sentence.periods)


def _read(sentence: Sentence, scan: Scan, thread: Thread, rows: list[Row], misses: list[Row]) -> None:
    figures = [f for f in (with_unit(f, sentence, thread) for f in sentence.figures) if f is not None]
    hedge: str | None = None
    refused = False
    for at, figure in enumerate(figures):
        fence = (
            figures[at - 1].end if at else 0,
            figures[at + 1].number.start if at + 1 < len(figures) else len(sentence.text),
        )
        row, reason = row_of(sentence, figure, fence, scan, thread)
        if row is not None and refused and figure.kind == "bare":
            row, reason = None, None
        refused = row is None and reason is not None and figure.kind in ("flow", "volume", "mass")
        if row is None:
            if reason and figure.kind != "bare":
                misses.append(miss_of(scan, sentence, figure, reason))
            continue
        if hedge and row["bound"] == "exact" and _same_hedge(sentence.folded[fence[0] : figure.number.start]):
            row["bound"] = hedge
        hedge = row["bound"] if row["bound"] == "about" else None
        periods_told = thread.said.setdefault(tuple(row[name] for name in SAME), set())
        if any((told or "").startswith(row["as_of"] or "") for told in periods_told):
            misses.append(miss_of(scan, sentence, figure, "told before in this article"))
            continue
        periods_told.add(row["as_of"])
        rows.append(row)


def _same_hedge(gap: str) -> bool:
    """ "around 636,000 in 2021 and 716,000": the hedge holds for both."""
    return bool(re.fullmatch(r"[^,;:.]{0,45}?\b(?:and|y|e|и)\s+(?:[^\W\d_]+\s){0,1}", gap))


def _remember(scan: Scan, start: int, end: int, thread: Thread, sentence: Sentence | None) -> None:
    """A sentence without figures still names the country and the period the next one speaks of."""
    text = scan.article.text[start:end]
    folded = plain(text) if sentence is None else sentence.folded
    if thread.age:
        named = companies(_hits(scan, thread, start, end), scan.article.text, start, end, folded, thread.words)
        if len(named) == 1:
            thread.subject, thread.subject_kind, thread.subject_age = named.pop(), "company", 0
    thread.topic = thread.topic or thread.words.first_cue("measures", folded, ("production", "exports"))
    if sentence is not None and sentence.periods:
        told = [p for p in sentence.periods if p.date and p.date != "past" and p.basis in DATING]
        main = [p for p in told if not only_compared(p, sentence.folded)] or told
        past = [p for p in main if scan.article.published is None or (p.date or "")[:4] <= scan.article.published[:4]]
        thread.anchor = past[-1].date if past else thread.anchor
        if past and thread.age:
            thread.date, thread.date_age = past[0].date, 0


DATING = ("absolute", "bare", "month", "year_last", "month_last")
"""Rules of periods that say what the following text speaks of."""
