"""Deal statements: who supplies what to whom and how far it has come, one row per stated fact, with the words that carry it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pactline.reading.actors import Scan
from pactline.reading.deal_clauses import Clause, clauses
from pactline.reading.deal_facts import once
from pactline.reading.deal_gate import Refusal, refusal
from pactline.reading.deal_kind import kind_of
from pactline.reading.deal_money import Value, value_of
from pactline.reading.deal_sentence import Words, windows
from pactline.reading.event_dates import event_date
from pactline.reading.items import Item, items
from pactline.reading.parties import Named, Sides, background, decide, named, scores
from pactline.reading.predicates import LANGUAGES, Cue, Frame, cues, frames, lexicon
from pactline.reading.status import Verdict, verdict
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Span, claim_id


@dataclass(slots=True)
class Context:
    """What the rules know of an article while they read it sentence by sentence.

    counts   states named so far in the whole body, with how often
    before   states of the sentence before
    items    items of the last statement, for `the sale`, `the planes`
    """

    scan: Scan
    vocabulary: Vocabulary
    language: str
    counts: Counter[str]
    headline: set[str]
    before: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One clause with an event, and what stands in it."""

    words: Words
    clause: Clause
    cue: Cue
    frame: Frame
    items: list[Item]
    states: list[Named]
    span: Span


def deal_statements(scan: Scan, vocabulary: Vocabulary) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of DEALS (deal_id None) and of NEAR_MISSES for one article.

    Sentences that hold no event word are passed over at once; the others are cut into clauses, and every clause with an
    event becomes a row or a near miss.
    """
    language = scan.article.language or "en"
    if language not in LANGUAGES:
        return [], []
    read = [(words, place) for place in scan.sentences for words in windows(scan.article.text, place, language)]
    within = _mentions_within(scan, [place for _, place in read])
    states = [named(words, scan, inside) for (words, _), inside in zip(read, within, strict=True)]
    context = Context(scan, vocabulary, language, Counter(s.iso3 for found in states for s in found), {s.iso3 for s in (states or [[]])[0]})
    told: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    for (words, _), found in zip(read, states, strict=True):
        for candidate in _candidates(words, found, context):
            row = _statement(candidate, context)
            (refused if isinstance(row, Refusal) else told).append(_near_miss(candidate, row, context) if isinstance(row, Refusal) else row)
        if found:
            context.before = {s.iso3 for s in found}
    return once(told), _distinct(refused)


def _mentions_within(scan: Scan, places: Sequence[Span]) -> list[list[int]]:
    starts = [mention["start"] for mention in scan.mentions]
    return [list(range(bisect_left(starts, start), bisect_left(starts, end))) for start, end in places]


def _candidates(words: Words, states: list[Named], context: Context) -> Iterator[Candidate]:
    found = cues(words)
    if not any(cue.event for cue in found):
        return
    for clause in clauses(words, found):
        span = words.offsets(clause.first, clause.last)
        text = context.scan.article.text
        yield Candidate(
            words, clause, clause.event, frames()[clause.event.name], items(text, *span, context.scan, context.vocabulary), states, span
        )


def _statement(candidate: Candidate, context: Context) -> dict[str, Any] | Refusal:
    """A row of DEALS, or why there is none."""
    words, clause, frame = candidate.words, candidate.clause, candidate.frame
    refused = refusal(words, clause, frame, candidate.items)
    if refused is not None:
        return refused
    sides = _sides(candidate, context)
    judged = _judged(candidate, sides)
    if judged.status is None:
        return Refusal(judged.rule, judged.reason)
    if not sides.supplier or not sides.recipient:
        return Refusal("no-parties", "no two states that could be its sides")
    kind = kind_of(words, clause, frame, judged.status, candidate.items)
    return _row(candidate, sides, judged, kind, context)


def _judged(candidate: Candidate, sides: Sides) -> Verdict:
    """Status, by the side that stands before the event."""
    words, clause = candidate.words, candidate.clause
    side = {"recipient": "recipient", "supplier": "supplier"}.get(candidate.frame.subject)
    if side is None:
        ahead = [s.iso3 for s in candidate.states if s.last <= candidate.cue.first and s.first >= clause.first]
        side = "recipient" if ahead and ahead[0] in sides.recipient else "supplier" if ahead else None
    if side == "supplier" and candidate.cue.form == "noun":
        ahead = [s.iso3 for s in candidate.states if s.last <= candidate.cue.first]
        side = "recipient" if ahead and ahead[-1] in sides.recipient else side
    return verdict(words, candidate.frame, candidate.cue, clause.turns, side, (clause.first, clause.last))


def _sides(candidate: Candidate, context: Context) -> Sides:
    words, clause, frame = candidate.words, candidate.clause, candidate.frame
    marked = frozenset(
        i for i in range(clause.first, clause.last) if any(t.start <= words.spans[i][0] < t.end for t in candidate.items)
    )
    table = scores(words, frame, candidate.cue, candidate.states, (clause.first, clause.last), marked, passive=_passive(candidate))
    stated = {s.iso3 for s in candidate.states if clause.first <= s.first < clause.last}
    around = {s.iso3 for s in candidate.states} | context.before
    makers = _makers(candidate.items, context.vocabulary)
    pair = context.vocabulary.topic.settings.get("pair", ())
    return decide(table, frame, candidate.items, makers, background(context.counts, context.headline, pair), stated, around)


def _passive(candidate: Candidate) -> bool:
    """`were sold to`, `fueron vendidos`, `были переданы`, and participles behind their noun: `jets bought from`."""
    words, cue = candidate.words, candidate.cue
    if cue.form != "verb":
        return False
    form, before = words.lower[cue.first], words.lower[max(0, cue.first - 3) : cue.first]
    helped = bool(lexicon(words.language).grammar["passive"] & set(before))
    if words.language == "ru":
        return form.endswith(("ны", "на", "но", "ен", "ан", "нные", "нный", "нных", "ются", "ется", "лись", "лось", "лась", "лся"))
    if words.language == "en":
        return helped and not form.endswith("ing")
    return helped and form.endswith(("do", "da", "dos", "das"))


def _makers(found: Sequence[Item], vocabulary: Vocabulary) -> list[str]:
    """States that designed the named weapons."""
    origins = {entry.row["canonical_name"]: entry.row["origin_iso3"] for entry in vocabulary.weapons.values()}
    return sorted({origins[item.name] for item in found if origins.get(item.name)})


def _row(candidate: Candidate, sides: Sides, judged: Verdict, kind: str, context: Context) -> dict[str, Any]:
    article = context.scan.article
    start, end = _quote(article.text, candidate.span)
    value: Value = value_of(article.text[start:end], context.language)
    return {
        "claim_id": claim_id(article.article_id, start, end, kind, judged.rule), "article_id": article.article_id,
        "start": start, "end": end, "quote": article.text[start:end], "kind": kind, "status": judged.status,
        "supplier": sides.supplier, "recipient": sides.recipient,
        "supplier_basis": sides.supplier_basis, "recipient_basis": sides.recipient_basis,
        "items": [item.row() for item in candidate.items],
        "value": value.amount, "currency": value.currency, "value_usd": value.usd,
        "event_date": event_date(context.scan, (start, end), status=judged.status or "", published=article.published),
        "modality": judged.modality, "rule": judged.rule, "deal_id": None,
    }  # fmt: skip


def _quote(text: str, span: Span) -> Span:
    """The clause without the punctuation and joining words' spaces at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:—–)”»."):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–(“«"):
        end -= 1
    return (start, end) if end > start else span


def _near_miss(candidate: Candidate, refused: Refusal, context: Context) -> dict[str, Any]:
    start, end = _quote(context.scan.article.text, candidate.span)
    return {
        "article_id": context.scan.article.article_id, "start": start, "end": end,
        "quote": context.scan.article.text[start:end], "table": "deals", "rule": refused.rule, "reason": refused.reason,
    }  # fmt: skip


def _distinct(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({(row["start"], row["end"], row["rule"]): row for row in rows}.values())
