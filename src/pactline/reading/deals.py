"""Deal statements: who supplies what to whom and how far it has come, one row per stated fact, with the words that carry it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pactline.reading.actors import Scan
from pactline.reading.countries import exporters
from pactline.reading.deal_clauses import Clause, clauses
from pactline.reading.deal_facts import once
from pactline.reading.deal_gate import Refusal, bare_count, controls_arms, looks_back, refusal
from pactline.reading.deal_kind import kind_of
from pactline.reading.deal_money import Value, value_of
from pactline.reading.deal_sentence import Words, windows
from pactline.reading.event_dates import event_date
from pactline.reading.items import Item, items, recounted
from pactline.reading.parties import (
    Named,
    Sides,
    actor,
    background,
    beside,
    decide,
    named,
    preposition,
    scores,
    together,
)
from pactline.reading.predicates import LANGUAGES, Cue, Frame, cues, frames, lexicon
from pactline.reading.status import Verdict, negated, tense, verdict
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Span, claim_id

ANSWER = 140
"""Characters after a question in which its answer begins."""
_NO = re.compile(r"(?<!\w)(?:[“\"«—]\s?(?:No|Não|Нет)\b|(?:No|Não|Нет)[,.!])")
SPEAKS = 8
"""Words between a verb of speech and the speaker's country."""
REACH = 2
"""Sentences after which `the sale` no longer means the weapons told of last."""
FOLLOWS = 90
"""Characters between a request or an offer and the weapon that it is for."""
NEWS = frozenset({"delivering", "suspended", "cancelled", "denied"})
"""Statuses that are news of a deal told of before; `the deal was signed` repeats it."""
IMPLIED = {"request": "buy", "offer": "sell", "negotiate": "buy", "wish": "buy", "ready": "sell"}
"""The event that is meant where a turn has weapons for its object and no event."""
PRONOUNS = frozenset("he she they it он она они ele ela él ella".split())


@dataclass(slots=True)
class Context:
    """What the rules know of an article while they read it sentence by sentence.

    counts   states named so far in the whole body, with how often
    before   states of the sentence before
    things   the weapons told of last, for `the sale`, `the delivery of the systems`; age: sentences since
    sides    of the statement before, and its kind
    subject  the state that the sentence before was about, for `he`, `it`
    """

    scan: Scan
    vocabulary: Vocabulary
    language: str
    counts: Counter[str]
    headline: set[str]
    before: set[str] = field(default_factory=set)
    things: list[Item] = field(default_factory=list)
    age: int = 0
    sides: Sides | None = None
    kind: str | None = None
    subject: str | None = None
    groups: list[frozenset[str]] = field(default_factory=list)
    controls: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One clause with an event, and what stands in it.

    own    its weapons stand in it, not only in a sentence before
    armed  its sentence names weapons
    """

    words: Words
    clause: Clause
    cue: Cue
    frame: Frame
    items: list[Item]
    states: list[Named]
    span: Span
    own: bool = True
    armed: bool = True

    @property
    def head(self) -> Cue:
        """The first verb among the words of the clause that are in the lists, up to the event; else the event."""
        ahead = [
            cue
            for cue in (*self.clause.turns, *self.clause.events)
            if cue.form == "verb" and cue.first < self.cue.first
        ]
        return min(ahead, key=lambda cue: cue.first, default=self.cue)


def deal_statements(scan: Scan, vocabulary: Vocabulary) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of DEALS (deal_id None) and of NEAR_MISSES for one article.

    Sentences that hold no event word are passed over at once; the others are cut into clauses, and every clause with an
    event becomes a row or a near miss.
    """
    language = scan.article.language or "en"
    if language not in LANGUAGES:
        return [], []
    read = [
        (words, place)
        for place in _unwrapped(scan.article.text, scan.sentences)
        for words in windows(scan.article.text, place, language)
    ]
    within = _mentions_within(scan, [place for _, place in read])
    states = [named(words, scan, inside) for (words, _), inside in zip(read, within, strict=True)]
    context = Context(
        scan,
        vocabulary,
        language,
        Counter(s.iso3 for found in states for s in found),
        {s.iso3 for s in (states or [[]])[0]},
    )
    told: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    for (words, _), found in zip(read, states, strict=True):
        for candidate in _candidates(words, found, context):
            row = _statement(candidate, context)
            (refused if isinstance(row, Refusal) else told).append(
                _near_miss(candidate, row, context) if isinstance(row, Refusal) else row
            )
        if found:
            context.before = {s.iso3 for s in found}
            free = [s for s in found if preposition(words, s.first) is None]
            context.subject = (free or found)[0].iso3
            context.groups = together(words, found) or context.groups
    return once(told, scan.article.text), _distinct(refused)


def _unwrapped(text: str, sentences: Sequence[Span]) -> list[Span]:
    """Sentences whose lines were broken by the page's width are put together again: the next line goes on in lower case."""
    found: list[Span] = []
    for start, end in sentences:
        if (
            found
            and text[start].islower()
            and "\n" in text[found[-1][1] : start]
            and text[found[-1][1] - 1] not in ".!?:;"
        ):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _mentions_within(scan: Scan, places: Sequence[Span]) -> list[list[int]]:
    starts = [mention["start"] for mention in scan.mentions]
    return [list(range(bisect_left(starts, start), bisect_left(starts, end))) for start, end in places]


def _candidates(words: Words, states: list[Named], context: Context) -> Iterator[Candidate]:
    found = cues(words)
    if not found:
        context.age += 1
        return
    context.controls = context.controls or controls_arms(words)
    text = context.scan.article.text
    things = items(text, *words.offsets(0, len(words.spans)), context.scan, context.vocabulary)
    names = _names_within(words, context.scan)
    found = [cue for cue in found if not _is_thing(words, cue, things) and not _is_inside(words, cue, names)]
    for clause in clauses(words, found):
        if not clause.events and not _imply(words, clause, things):
            continue
        span = words.offsets(clause.first, clause.last)
        held = items(text, *span, context.scan, context.vocabulary)
        frame = frames()[clause.event.name]
        own = bool(held)
        if not held and not context.controls and context.age <= REACH and looks_back(words, clause, frame):
            held = list(recounted(text, *span, context.language, context.things))
        elif not held and context.things and context.age <= REACH and (count := bare_count(words, clause, frame)):
            held = [replace(context.things[0], quantity=count, bound="exact")]
        elif held:
            context.things, context.age = held, 0
        yield Candidate(words, clause, clause.event, frame, held, states, span, own=own, armed=bool(things))
    context.age = 0 if things else context.age + 1


def _imply(words: Words, clause: Clause, things: Sequence[Item]) -> bool:
    """`a plea for radars`, `offered Caracas the Su-35`: what is asked for or offered by name is a purchase or a sale."""
    for turn in clause.turns:
        if turn.name not in IMPLIED:
            continue
        end = words.offsets(turn.first, turn.last)[1]
        reach = FOLLOWS if turn.name != "wish" else FOLLOWS // 2
        if any(0 < thing.start - end < reach and not _verb_between(words, turn, thing) for thing in things):
            clause.events.append(Cue(turn.last - 1, turn.last, True, IMPLIED[turn.name], "noun"))
            return True
    return False


def _verb_between(words: Words, turn: Cue, thing: Item) -> bool:
    """`wanted to use American engines`: what is wanted is to use them."""
    between = [i for i in range(turn.last, len(words.spans)) if words.spans[i][1] <= thing.start]
    return turn.name == "wish" and any(
        words.lower[i] == "to"
        if words.language == "en"
        else tense(words, Cue(i, i + 1, True, "", "verb")) == "infinitive"
        for i in between
    )


def _names_within(words: Words, scan: Scan) -> list[Span]:
    """Places of organisations and companies of the sentence: the words of their names tell of no deal."""
    start, end = words.offsets(0, len(words.spans))
    first = bisect_left(scan.mentions, start, key=lambda mention: mention["start"])
    found = []
    while first < len(scan.mentions) and scan.mentions[first]["start"] < end:
        if scan.mentions[first]["actor_type"] in ("organisation", "company", "armed-force", "media"):
            found.append((scan.mentions[first]["start"], scan.mentions[first]["end"]))
        first += 1
    return found


def _is_inside(words: Words, cue: Cue, names: Sequence[Span]) -> bool:
    start, end = words.offsets(cue.first, cue.last)
    return any(first <= start and end <= last for first, last in names)


def _is_thing(words: Words, cue: Cue, things: Sequence[Item]) -> bool:
    """`ships`, `training aircraft`: words of a weapon's name are no verb; `spare parts` keep their meaning."""
    start, end = words.offsets(cue.first, cue.last)
    return cue.name != "service" and any(thing.start <= start and end <= thing.end for thing in things)


def _statement(candidate: Candidate, context: Context) -> dict[str, Any] | Refusal:
    """A row of DEALS, or why there is none."""
    words, clause, frame = candidate.words, candidate.clause, candidate.frame
    refused = refusal(
        words,
        clause,
        frame,
        candidate.items,
        armed=candidate.armed,
        states=_states_in(candidate),
        worth=_worth(candidate),
    )
    if refused is not None:
        return refused
    sides = _sides(candidate, context)
    judged = _judged(candidate, sides, context)
    if judged.status is None:
        return Refusal(judged.rule, judged.reason)
    if not candidate.own and candidate.items and not _worth(candidate) and judged.status not in NEWS:
        return Refusal("told-again", "a deal told of before, without a word of what became of it")
    if not sides.supplier or not sides.recipient:
        return Refusal("no-parties", "no two states that could be its sides")
    kind = kind_of(words, clause, frame, judged.status, candidate.items)
    if frame.name == "deal" and not candidate.own and context.kind:
        kind = context.kind
    context.sides, context.kind = sides, kind
    return _row(candidate, sides, judged, kind, context)


def _states_in(candidate: Candidate) -> int:
    """How many states the clause names."""
    return len({s.iso3 for s in candidate.states if candidate.clause.first <= s.first < candidate.clause.last})


def _judged(candidate: Candidate, sides: Sides, context: Context) -> Verdict:
    """Status, by the side that acts; a question tells nothing, but where it is answered with a No."""
    words, clause = candidate.words, candidate.clause
    if words.lower[-1] == "?" or words.lower[-2:-1] == ["?"]:
        after = context.scan.article.text[candidate.span[1] : candidate.span[1] + ANSWER]
        if _NO.search(after):
            return Verdict("denied", "denied", "answered-no")
        return Verdict(None, "hypothetical", "question", "a question is no statement")
    speaker = _speaker(candidate, context)
    own = "supplier" if speaker in sides.supplier else "recipient" if speaker in sides.recipient else None
    side = _acting_side(candidate, sides, context.subject)
    return verdict(words, candidate.frame, candidate.cue, clause, side, worth=_worth(candidate), own_words=own)


def _speaker(candidate: Candidate, context: Context) -> str | None:
    """The state whose official speaks in the sentence; of a pronoun, that of the sentence before."""
    words = candidate.words
    speech = lexicon(words.language).grammar["speech"]
    at = next((i for i, senses in enumerate(words.senses) if senses & speech), None)
    if at is None:
        return None
    if PRONOUNS & set(words.lower[max(0, at - 2) : at]):
        return context.subject
    outsiders = lexicon(words.language).grammar["outsiders"]
    if any(words.senses[i] & outsiders for i in range(max(0, at - 5), min(len(words.senses), at + 6))):
        return None
    near = [s for s in candidate.states if abs(s.first - at) <= SPEAKS]
    return min(near, key=lambda s: (abs(s.first - at), s.first)).iso3 if near else None


def _acting_side(candidate: Candidate, sides: Sides, said_of: str | None = None) -> str | None:
    """Whose wish or offer the clause tells: the subject's before its first verb, else what the event itself implies.

    said_of   the state a pronoun stands for
    """
    head, clause = candidate.head, candidate.clause
    subject = actor(candidate.words, candidate.states, head, clause.first)
    acting = subject.iso3 if subject is not None else None
    if PRONOUNS & set(candidate.words.lower[max(clause.first, head.first - 4) : head.first]):
        acting = said_of or acting
    if candidate.frame.subject == "either" and acting is not None:
        return "supplier" if exporters().get(acting, 0) > 1 else "recipient"
    if acting is not None and not _passive(candidate):
        if acting in sides.supplier:
            return "supplier"
        if acting in sides.recipient:
            return "recipient"
    return {"recipient": "recipient", "supplier": "supplier"}.get(candidate.frame.subject)


def _worth(candidate: Candidate) -> bool:
    words = candidate.words
    return any(
        words.lower[i] in ("$", "€", "usd", "dollars", "dólares", "долларов", "долл", "euros", "евро")
        for i in range(candidate.clause.first, candidate.clause.last)
    )


def _sides(candidate: Candidate, context: Context) -> Sides:
    words, clause, frame = candidate.words, candidate.clause, candidate.frame
    marked = frozenset(
        i
        for i in range(clause.first, clause.last)
        if any(t.start <= words.spans[i][0] < t.end for t in candidate.items)
    )
    table = scores(
        words,
        frame,
        candidate.cue,
        candidate.head,
        candidate.states,
        (clause.first, clause.last),
        marked,
        passive=_passive(candidate),
        stopped=any(turn.name in ("forbid", "suspend") for turn in clause.turns),
    )
    acting = actor(words, candidate.states, candidate.head, clause.first)
    firm = [s for s in candidate.states if not s.adjective or s is acting or beside(s, marked)]
    stated = {s.iso3 for s in firm if clause.first <= s.first < clause.last}
    around = {s.iso3 for s in firm}
    _by_reference(candidate, context, table)
    makers = _makers(candidate, context)
    pair = context.vocabulary.topic.settings.get("pair", ())
    known = background(context.counts, context.headline, pair)
    here = {s.iso3 for s in candidate.states}
    groups = [*together(words, candidate.states), *(g for g in context.groups if not g & here)]
    return decide(table, frame, makers, known, stated, around, context.before, groups)


def _passive(candidate: Candidate) -> bool:
    """`were sold to`, `fueron vendidos`, `были переданы`, and participles behind their noun: `jets bought from`."""
    words, cue = candidate.words, candidate.cue
    if cue.form != "verb":
        return False
    form, before = words.lower[cue.first], words.lower[max(0, cue.first - 3) : cue.first]
    helped = bool(lexicon(words.language).grammar["passive"] & set(before))
    if words.language == "ru":
        return form.endswith(
            ("ны", "на", "но", "ен", "ан", "нные", "нный", "нных", "ются", "ется", "лись", "лось", "лась", "лся")
        )
    if words.language == "en":
        return helped and not form.endswith("ing")
    return helped and form.endswith(("do", "da", "dos", "das"))


def _by_reference(candidate: Candidate, context: Context, table: dict[str, dict[str, float]]) -> None:
    """Add to the grammar what pronouns and repeated deals point back to.

    `he proposed` acts for the state of the sentence before; `the planes could not be sold` keeps the sides told last.
    """
    words, head = candidate.words, candidate.head
    subject = (
        "recipient"
        if _acting_side(candidate, Sides()) == "recipient" or (head.name == "request" and not head.event)
        else "supplier"
    )
    if context.subject and PRONOUNS & set(words.lower[max(candidate.clause.first, head.first - 4) : head.first]):
        if not head.event and not exporters().get(context.subject):
            subject = "recipient"
        row = table.setdefault(context.subject, {"supplier": 0.0, "recipient": 0.0})
        row[subject] += 2.2
    plain = all(not item.quantity and not any(c.isdigit() for c in item.name) for item in candidate.items)
    barred = plain and _passive(candidate) and negated(words, candidate.cue)
    own = candidate.own and not barred
    if context.sides is not None and context.age <= REACH and candidate.frame.kind == "transfer":
        for role, states in (("supplier", context.sides.supplier), ("recipient", context.sides.recipient)):
            for iso3 in states:
                table.setdefault(iso3, {"supplier": 0.0, "recipient": 0.0})[role] += (
                    0.3 if own else 2.5 if barred else 1.2
                )


def _makers(candidate: Candidate, context: Context) -> list[str]:
    """States that designed the weapons named in the clause."""
    start, end = candidate.span
    hits = context.scan.hits
    first = bisect_left(hits, start, key=lambda hit: hit.start)
    found = []
    while first < len(hits) and hits[first].start < end:
        if hits[first].entry.kind == "weapon":
            found.append(hits[first].entry.row["origin_iso3"])
        first += 1
    return sorted({iso3 for iso3 in found if iso3})


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
