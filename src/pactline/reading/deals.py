"""Deal statements: who supplies what to whom and how far it has come, one row per stated fact, with the words that carry it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pactline.reading.about_arms import speaks_of_arms
from pactline.reading.actors import Scan, headlines
from pactline.reading.countries import nations
from pactline.reading.deal_candidates import candidates, unwrapped
from pactline.reading.deal_context import Candidate, Context
from pactline.reading.deal_entities import hits_within, set_entities
from pactline.reading.deal_facts import APART, once
from pactline.reading.deal_gate import refusal
from pactline.reading.deal_kind import brought_people, kind_of
from pactline.reading.deal_left_out import sums_up
from pactline.reading.deal_marks import marks_of
from pactline.reading.deal_money import Value, value_of
from pactline.reading.deal_sentence import windows
from pactline.reading.deal_sides import acting_side, sides_of, speaker_of
from pactline.reading.deal_unions import banned_by_union, barred_by_union
from pactline.reading.event_dates import event_date
from pactline.reading.named_states import named, preposition, together
from pactline.reading.other_subjects import other_subject
from pactline.reading.parties import Sides
from pactline.reading.status import verdict
from pactline.reading.verdicts import Refusal, Told, Verdict
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article, Span, claim_id
from pactline.record.languages import LANGUAGES

ANSWER = 140
"""Characters after a question in which its answer begins."""
_NO = re.compile(r"(?<!\w)(?:[“\"«—]\s?(?:No|Não|Нет)\b|(?:No|Não|Нет)[,.!])")
YEAR = re.compile(r"(?:19|20)\d\d")
PART_YEARS = 2
"""Years after which a part that came is told as come, no more as under way."""
BOUGHT_YEARS = 3
"""Years after which a purchase is told as a thing in hand: most orders of the register were delivered by then."""
GOING = frozenset({"agreed", "delivering"})
NEWS = frozenset({"delivering", "suspended", "cancelled", "denied"})
"""Statuses that are news of a deal told of before; `the deal was signed` repeats it."""


def deal_statements(scan: Scan, vocabulary: Vocabulary) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of DEALS (deal_id None) and of NEAR_MISSES for one article.

    Sentences that hold no event word are passed over at once; the others are cut into clauses, and every clause with an
    event becomes a row or a near miss.
    """
    language = scan.article.language or "en"
    if language not in LANGUAGES or not speaks_of_arms(scan, vocabulary, language):
        return [], []
    read = [
        (words, place)
        for place in unwrapped(scan.article.text, scan.sentences)
        for words in windows(scan.article.text, place, language)
    ]
    scan = replace(scan, sentences=[words.offsets(0, len(words.spans)) for words, _ in read])
    for (words, _), hits in zip(read, hits_within(scan, scan.sentences), strict=True):
        set_entities(words, hits)
    states = [named(words) for words, _ in read]
    context = Context(
        scan,
        vocabulary,
        language,
        Counter(s.iso3 for found in states for s in found),
        {s.iso3 for s in (states or [[]])[0]} | set(_in_headline(scan.article, language)),
    )
    told: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    for (words, _), found in zip(read, states, strict=True):
        for candidate in candidates(words, found, context):
            row = _statement(candidate, context)
            (refused if isinstance(row, Refusal) else told).append(
                _near_miss(candidate, row, context) if isinstance(row, Refusal) else row
            )
        if found:
            context.before = {s.iso3 for s in found}
            free = [s for s in found if preposition(words, s.first) is None]
            context.subject = (free or found)[0].iso3
            context.groups = together(words, found) or context.groups
    subject = other_subject(scan) if told else None
    if subject is not None:
        refused += [_of_other_subject(row, subject) for row in told]
        told = []
    return once(told, scan.article.text), _distinct(refused)


def _in_headline(article: Article, language: str) -> Iterator[str]:
    """States named in the article's own headline, which stands outside its body."""
    for place in headlines(article):
        for words in windows(article.text, place, language):
            yield from (state.iso3 for state in nations(words.forms, language))


def _statement(candidate: Candidate, context: Context) -> dict[str, Any] | Refusal:
    """A row of DEALS, or why there is none."""
    words, clause, frame = candidate.words, candidate.clause, candidate.frame
    refused = refusal(
        words,
        clause,
        frame,
        candidate.items,
        armed=candidate.armed,
        states=candidate.states_named,
        worth=candidate.worth,
        recent=candidate.recent,
    )
    if refused is not None:
        return refused
    if frame.name == "deal" and not candidate.own and sums_up(words, clause):
        candidate = replace(candidate, items=[])
    sides = sides_of(candidate, context)
    judged = _judged(candidate, sides, context)
    if judged.status == "suspended" and banned_by_union(candidate):
        sides = barred_by_union(candidate)
    if judged.status is None:
        return Refusal(judged.rule, judged.reason)
    if (
        not (candidate.own or candidate.counted)
        and candidate.items
        and not candidate.worth
        and judged.status not in NEWS
        and not judged.rule.startswith("turn-begin")
        and not (judged.rule == "turn-agree" and _names_year(candidate))
    ):
        return Refusal("told-again", "a deal told of before, without a word of what became of it")
    if not (sides.supplier or judged.status == "suspended") or not sides.recipient:
        return Refusal("no-parties", "no two states that could be its sides")
    kind = kind_of(words, clause, frame, judged.status, candidate.items, worth=candidate.worth)
    if frame.name == "deal" and not candidate.own and context.kind and not (candidate.worth and candidate.items):
        kind = context.kind
    if brought_people(words, frame, candidate.items):
        kind, candidate = "access", replace(candidate, items=[])
    if kind == "access" and frame.kind != "access":
        sides = _hosted(sides)
    context.sides, context.kind, context.last_status = sides, kind, judged.status
    context.item_sides.update({item.name: sides for item in candidate.items})
    if judged.status in GOING and candidate.own and candidate.items:
        context.dealt = candidate.items
    return _row(candidate, sides, judged, kind, context)


def _names_year(candidate: Candidate) -> bool:
    """`the contract was signed in 2008`: when it was is told nowhere else."""
    return any(YEAR.fullmatch(candidate.words.lower[i]) for i in range(candidate.clause.first, candidate.clause.last))


def _lent(candidate: Candidate) -> bool:
    """`lent two helicopters`; refuses a loan of money, and one for a purchase."""
    named = candidate.own and any(not item.umbrella for item in candidate.items)
    return named and not candidate.worth and len(candidate.clause.events) == 1


def _hosted(sides: Sides) -> Sides:
    """`a Russian submarine arrived in the port of Havana`: the host gives access to those who come."""
    return Sides(sides.recipient, sides.supplier, sides.recipient_basis, sides.supplier_basis)


def _judged(candidate: Candidate, sides: Sides, context: Context) -> Verdict:
    """Status, by the side that acts; a question tells nothing, but where it is answered with a No."""
    words, clause = candidate.words, candidate.clause
    if words.lower[-1] == "?" or words.lower[-2:-1] == ["?"]:
        after = context.scan.article.text[candidate.span[1] : candidate.span[1] + ANSWER]
        if _NO.search(after):
            return Verdict("denied", "denied", "answered-no")
        return Verdict(None, "hypothetical", "question", "a question is no statement")
    speaker = speaker_of(candidate, context)
    own = "supplier" if speaker in sides.supplier else "recipient" if speaker in sides.recipient else None
    side = acting_side(candidate, sides, context.subject)
    counted = any(item.quantity for item in candidate.items)
    told = Told(
        words, candidate.frame, candidate.cue, clause, side, worth=candidate.worth, held=candidate.held,
        counted=counted, lent=_lent(candidate), own_words=own,
    )  # fmt: skip
    return verdict(told)


def _row(candidate: Candidate, sides: Sides, judged: Verdict, kind: str, context: Context) -> dict[str, Any]:
    article = context.scan.article
    start, end = _quote(article.text, candidate.span)
    value: Value = value_of(article.text[start:end], context.language)
    date, dated = event_date(context.scan, (start, end), status=judged.status or "", published=article.published)
    status = _aged(judged, date, article.published)
    rule = judged.rule + (APART if candidate.counted and not candidate.own else "")
    return {
        "claim_id": claim_id(article.article_id, start, end, kind, rule), "article_id": article.article_id,
        "start": start, "end": end, "quote": article.text[start:end], "kind": kind, "status": status,
        "supplier": sides.supplier, "recipient": sides.recipient,
        "supplier_basis": sides.supplier_basis, "recipient_basis": sides.recipient_basis,
        "items": [item.row() for item in candidate.items if not (item.umbrella and _told_at_large(kind, status))],
        "value": value.amount, "currency": value.currency, "value_usd": value.usd,
        "event_date": date, "modality": judged.modality, "rule": rule, "deal_id": None,
        "marks": marks_of(candidate, sides, [(start + a, start + b) for a, b in value.places], dated),
    }  # fmt: skip


def _told_at_large(kind: str, status: str | None) -> bool:
    """Kinds and statuses that `weapons` adds nothing to: a loan for weapons, an arms embargo."""
    return kind in ("finance", "support") or status in ("suspended", "denied", "cancelled")


def _aged(judged: Verdict, date: str | None, published: str | None) -> str | None:
    """The status, seen from the day of publication: what was a first part long ago is delivered, and so is what was
    bought years ago.

    `three of the ten arrived` is under way in the news of that year; `bought in the 1990s` is told of things in hand.
    """
    if date is None or published is None:
        return judged.status
    years = int(published[:4]) - int(date[:4])
    if judged.rule.endswith("-part") and years >= PART_YEARS:
        return "delivered"
    if judged.rule in ("event-buy-past", "event-buy-nominal") and years >= BOUGHT_YEARS:
        return "delivered"
    return judged.status


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


def _of_other_subject(row: dict[str, Any], subject: Refusal) -> dict[str, Any]:
    kept = {key: row[key] for key in ("article_id", "start", "end", "quote")}
    return {**kept, "table": "deals", "rule": subject.rule, "reason": subject.reason}


def _distinct(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({(row["start"], row["end"], row["rule"]): row for row in rows}.values())
