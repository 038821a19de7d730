"""Finding what might be a deal: sentences with words of the lists, cut into clauses, with the weapons they name or point back to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pactline.reading.deal_clauses import RELATIVE, Clause, clauses
from pactline.reading.deal_context import FINITE, Candidate, Context
from pactline.reading.deal_entities import NAMES
from pactline.reading.deal_gate import civil_trade, controls_arms, sends_people
from pactline.reading.deal_left_out import REACH, as_told, left_out, told_last
from pactline.reading.deal_sentence import Words
from pactline.reading.epithets import with_epithets
from pactline.reading.items import Item, items
from pactline.reading.named_states import Named
from pactline.reading.predicates import Cue, cues, frames, lexicon
from pactline.reading.tense import tense
from pactline.record.article import Span
from pactline.record.languages import LANGUAGES

_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d-])")
_OFFICES = frozenset(
    "source expert service committee commission fuente experto comisión fonte comissão источник эксперт служба комиссия".split()
)
_VISITING = frozenset(
    "delegation minister president ambassador delegación ministro presidente embajador delegação embaixador делегация министр президент посол".split()
)
"""Who visits without being let in by a deal."""
NEAR_YEAR = 6
"""Words behind a participle in which its year stands."""
FOLLOWS = 90
"""Characters between a request or an offer and the weapon that it is for."""
NEAR_STOP = 60
"""Characters between a weapon and the word that says it was stopped or dropped."""
STOPPED = {"suspend": "deliver"}
"""The event that is meant where weapons are told to be stopped and no event is named; what falls or is dropped may be a plane."""
IMPLIED = {"request": "buy", "offer": "sell", "negotiate": "buy", "wish": "buy", "ready": "sell"}
"""The event that is meant where a turn has weapons for its object and no event."""


def unwrapped(text: str, sentences: Sequence[Span]) -> list[Span]:
    """Sentences whose lines were broken by the page's width are put together again: the next line goes on in lower case."""
    found: list[Span] = []
    for start, end in sentences:
        if (
            found
            and (text[start].islower() or _breaks_off(text, found[-1]))
            and text[found[-1][1] : start].count("\n") == 1
            and text[found[-1][1] - 1] not in ".!?:;"
        ):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _breaks_off(text: str, line: Span) -> bool:
    """`un crédito de Moscú a`, at the end of a line: a sentence does not end in a preposition."""
    last = text[max(line[0], line[1] - 12) : line[1]].rsplit(None, 1)[-1]
    return line[1] - line[0] > 25 and last.islower() and any(last in _ending(language) for language in LANGUAGES)


@cache
def _ending(language: str) -> frozenset[str]:
    return frozenset().union(*lexicon(language).prepositions.values())


def candidates(words: Words, states: list[Named], context: Context) -> Iterator[Candidate]:
    found = cues(words)
    if not found:
        context.age += 1
        return
    group = next(
        iter(sorted((sorted(together) for together in context.groups), key=lambda together: -len(together))), []
    )
    states = with_epithets(words, states, context.counts, context.subject, group)
    context.controls = context.controls or controls_arms(words)
    text = context.scan.article.text
    things = items(text, *words.offsets(0, len(words.spans)), context.scan, context.vocabulary)
    found = [
        cue for cue in found if not (_is_title(words, cue) or _is_thing(words, cue, things) or _is_inside(words, cue))
    ]
    makers = [cue for cue in found if _tells_the_maker(words, cue, things)]
    found = [cue for cue in found if cue not in makers]
    recent = bool(context.things) and context.age <= REACH
    for clause in clauses(words, found):
        if not clause.events and not _imply(words, clause, things):
            continue
        clause.asides += [cue for cue in makers if clause.first <= cue.first < clause.last]
        span = words.offsets(clause.first, clause.last)
        held = items(text, *span, context.scan, context.vocabulary)
        frame = frames()["deploy" if sends_people(words, clause, held) else clause.event.name]
        own, counted = bool(held), False
        if held:
            held = [as_told(item, words, context) for item in held]
            if not civil_trade(words, held):
                context.things, context.age = told_last(held, context), 0
        else:
            held, counted = left_out(words, clause, frame, things, context)
        candidate = Candidate(
            words, clause, clause.event, frame, held, states, span, own=own, armed=bool(things), counted=counted,
            held=any(cue.name == "hold" for cue in found), recent=recent,
        )  # fmt: skip
        yield from _dated_one_by_one(candidate, text) or [candidate]
        second = clause.second if own else None
        apart = second is not None and (second.event not in clause.asides or _is_dated(words, second.event, clause))
        if second is not None and apart and tense(words, second.event) in FINITE:
            yield Candidate(words, second, second.event, frames()[second.event.name], held, states, span)
    context.age = 0 if things else context.age + 1


def _is_dated(words: Words, aside: Cue, clause: Clause) -> bool:
    """`the ships ordered in 2008 have come`: a participle with a year of its own tells a fact of its own."""
    behind = words.lower[aside.last : min(aside.last + NEAR_YEAR, clause.last)]
    return any(_YEAR.fullmatch(word) for word in behind)


def _dated_one_by_one(candidate: Candidate, text: str) -> list[Candidate]:
    """A list whose weapons have a year each is a statement for each: `two Mi-17 in 2009, Tigr vehicles in 2012 and ...`.

    Empty where fewer than two weapons are followed by a year of their own.
    """
    held, (start, end) = candidate.items, candidate.span
    if len(held) < 2 or not candidate.own:
        return []
    stops = [item.counted[0] if item.counted and item.counted[0] < item.start else item.start for item in held[1:]]
    stops = [*stops, end]
    dated = [_YEAR.search(text, item.end, stop) is not None for item, stop in zip(held, stops, strict=True)]
    if not all(dated):
        return []
    starts = [start, *stops[:-1]]
    return [replace(candidate, items=[item], span=(a, b)) for item, a, b in zip(held, starts, stops, strict=True)]


def _imply(words: Words, clause: Clause, things: Sequence[Item]) -> bool:
    """`a plea for radars`, `offered Caracas the Su-35`: what is asked for or offered by name is a purchase or a sale."""
    for turn in clause.turns:
        if turn.name in STOPPED and _is_beside(words, turn, things):
            clause.events.append(Cue(turn.last - 1, turn.last, True, STOPPED[turn.name], "noun"))
            return True
        if turn.name not in IMPLIED:
            continue
        end = words.offsets(turn.first, turn.last)[1]
        reach = FOLLOWS if turn.name != "wish" else FOLLOWS // 2
        if any(0 < thing.start - end < reach and not _verb_between(words, turn, thing) for thing in things):
            clause.events.append(Cue(turn.last - 1, turn.last, True, IMPLIED[turn.name], "noun"))
            return True
        if _is_told_passively(words, clause, turn, things):
            clause.events.append(Cue(turn.last - 1, turn.last, True, IMPLIED[turn.name], "noun"))
            return True
    return False


def _is_beside(words: Words, turn: Cue, things: Sequence[Item]) -> bool:
    """`Thirty-six Yak-130 trainers, worth $550 million, are on hold`: nothing but the weapon can be what stopped."""
    start, end = words.offsets(turn.first, turn.last)
    return any(0 <= thing.start - end < NEAR_STOP or 0 <= start - thing.end < NEAR_STOP for thing in things)


def _is_told_passively(words: Words, clause: Clause, turn: Cue, things: Sequence[Item]) -> bool:
    """`the F-16 was offered to Bogotá`: the weapon stands before the verb, a helper of the passive between."""
    helpers = lexicon(words.language).grammar["passive"] & set(words.lower[max(0, turn.first - 2) : turn.first])
    if turn.name not in ("offer", "request") or turn.form != "verb" or not helpers:
        return False
    start, end = words.offsets(clause.first, turn.first)
    return any(start <= thing.start and thing.end <= end for thing in things)


def _verb_between(words: Words, turn: Cue, thing: Item) -> bool:
    """`wanted to use American engines`: what is wanted is to use them."""
    between = [i for i in range(turn.last, len(words.spans)) if words.spans[i][1] <= thing.start]
    return turn.name == "wish" and any(
        words.lower[i] == "to"
        if words.language == "en"
        else tense(words, Cue(i, i + 1, True, "", "verb")) == "infinitive"
        for i in between
    )


def _is_inside(words: Words, cue: Cue) -> bool:
    """`the Federal Service for Military-Technical Cooperation`: the words of an organisation's name tell of no deal."""
    return any(name.start <= cue.first and cue.last <= name.end for name in words.doc.spans[NAMES])


def _is_title(words: Words, cue: Cue) -> bool:
    """`a source in military-technical cooperation circles`, `a delegation that visited`: who speaks or comes, no event."""
    near = set().union(*words.senses[max(0, cue.first - 4) : cue.first], frozenset())
    if cue.name == "cooperate":
        return bool(_OFFICES & near)
    return cue.name == "visit" and cue.form == "verb" and bool(_VISITING & near)


def _tells_the_maker(words: Words, cue: Cue, things: Sequence[Item]) -> bool:
    """`submarines built in Russia`, `el JF-17 que fabrican China y Pakistán`: where a thing comes from, no event.

    Refuses `will be assembled in Brazil`, `the jets were built`: a helper stands before the verb.
    """
    if cue.name != "produce" or cue.form != "verb":
        return False
    at = cue.first - 1
    if at >= 0 and words.lower[at] in RELATIVE:
        at -= 1
    elif tense(words, cue) != "past":
        return False
    while at >= 0 and words.lower[at] in (",", "los", "las", "de", "os", "as", "dos", "those", "one"):
        at -= 1
    return at >= 0 and any(thing.start < words.spans[at][1] <= thing.end + 1 for thing in things)


def _is_thing(words: Words, cue: Cue, things: Sequence[Item]) -> bool:
    """`ships`, `training aircraft`: words of a weapon's name are no verb; `spare parts` keep their meaning."""
    start, end = words.offsets(cue.first, cue.last)
    return cue.name != "service" and any(thing.start <= start and end <= thing.end for thing in things)
