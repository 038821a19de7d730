"""Dated events of the topic as evidence: which ones a text tells, whether as past, as news or as still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import is_

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from pactline.corpus.dating_words import date_words, fold
from pactline.record.dates import precision

_BREAK = re.compile(r"[.!?…。\n](?=\s|$|[\"»”])")
_LEAD = 1300  # characters of headline and first sentences in which a text tells its own news


@dataclass(frozen=True, slots=True)
class Event:
    """One row of events.csv.

    start, end    partial dates; the same where the event took one day
    told_as       what the news says of it on the day: alternatives, each some words that must all stand in the lead
    topic         `office`: the time for which somebody holds an office, with the office and the person as its names;
                  `ahead`: the time for which an event is told as still to come; else what kind of event it is
    """

    event_id: str
    start: str
    end: str
    says: str
    told_as: tuple[tuple[str, ...], ...]
    topic: str = ""

    @property
    def is_span(self) -> bool:
        """Whether it is a time in which something can be said and not something that happened."""
        return self.topic in (OFFICE, AHEAD)


@dataclass(frozen=True, slots=True)
class Mention:
    """An event named in a text.

    at       where its name begins
    ahead    told as still to come
    named_year    the name itself holds the event's year, so that it cannot be another event
    proper        the name holds a proper noun or a number: `war with Georgia`, not `naval blockade`
    """

    event: Event
    at: int
    ahead: bool
    named_year: bool
    proper: bool


@dataclass(frozen=True)
class EventIndex:
    """Every name of every event in one automaton, and in another the words with which the news tells events.

    of_part    places in `told` of the events that are told with a part
    """

    names: tuple[tuple[str, bool, Event], ...]
    automaton: AhoCorasick
    told: tuple[Event, ...]
    parts: tuple[str, ...]
    part_automaton: AhoCorasick
    of_part: dict[str, frozenset[int]]


Row = tuple[str, str, str, str, str, str, str]
Rows = tuple[Row, ...]
OFFICE, AHEAD = "office", "ahead"


def _event(row: Row) -> Event:
    event_id, start, end, says, _, told, topic = row
    phrases = tuple(tuple(part.strip() for part in fold(p).split("+")) for p in told.split("|") if p.strip())
    return Event(event_id, start, end or ("" if topic == OFFICE else start), says, phrases, topic)


def _is_proper(alias: str) -> bool:
    return any(c.isupper() or c.isdigit() for c in alias) or not any(c.islower() for c in alias)


@lru_cache(maxsize=8)
def _index(rows: Rows) -> EventIndex:
    events = tuple(_event(row) for row in rows)
    names = tuple(
        (fold(alias.strip()), _is_proper(alias.strip()), event)
        for row, event in zip(rows, events, strict=True)
        for alias in row[4].split("|")
        if len(alias.strip()) >= 3
    )
    told = tuple(e for e in events if e.told_as and precision(e.start) == "day")
    of_part: dict[str, set[int]] = {}
    for i, part in ((i, part) for i, e in enumerate(told) for phrase in e.told_as for part in phrase):
        of_part.setdefault(part, set()).add(i)
    parts = tuple(sorted(of_part))
    return EventIndex(names, _automaton([n for n, _, _ in names], MatchKind.LeftmostLongest), told, parts,
                      _automaton(parts, MatchKind.Standard), {p: frozenset(i) for p, i in of_part.items()})  # fmt: skip


def _automaton(words: Sequence[str], kind: MatchKind) -> AhoCorasick:
    return AhoCorasick(words or ["\x00"], matchkind=kind, implementation=Implementation.DFA)


class _SameRows(tuple[dict[str, str], ...]):
    """Rows that are told apart by which they are, not by what they hold: a topic's rows are read once and never changed."""

    def __hash__(self) -> int:
        return hash(tuple(map(id, self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameRows) and len(self) == len(other) and all(map(is_, self, other))


@lru_cache(maxsize=8)
def _index_of(events: _SameRows) -> EventIndex:
    columns = ("id", "date", "date_end", "event", "aliases", "told_as", "topic")
    return _index(tuple(tuple(str(row.get(c) or "") for c in columns) for row in events))


def event_index(events: Sequence[dict[str, str]]) -> EventIndex:
    """The index of a topic's events (built once per topic and process)."""
    return _index_of(_SameRows(events))


def mentions(folded: str, index: EventIndex) -> list[Mention]:
    """Events named in a folded text, in order.

    >>> rows = [{"id": "war", "date": "2008-08-08", "event": "War", "aliases": "Georgia war"}]
    >>> [m.ahead for m in mentions("after the georgia war; before the georgia war", event_index(rows))]
    [False, True]
    """
    if not index.names:
        return []
    found = []
    for number, start, end in index.automaton.find_matches_as_indexes(folded):
        if not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()):
            name, proper, event = index.names[number]
            found.append(Mention(event, start, told_as_ahead(folded, start), event.start[:4] in name, proper))
    return found


def told_as_ahead(folded: str, at: int) -> bool:
    """Whether the words before speak of something still to come: `ahead of the July 28 vote`, not `after the vote`."""
    before = folded[max(0, at - 60) : at]
    clause = before[max((m.end() for m in _BREAK.finditer(before)), default=0) :]
    return bool(date_words().lists["marks.ahead"].search(clause))


def told_as_news(lead: str, index: EventIndex) -> list[Event]:
    """Events a folded lead tells as its own news, and the spans of time in which alone it can be told."""
    if not index.told:
        return []
    found = index.part_automaton.find_matches_as_indexes(lead, overlapping=True)
    held = {index.parts[number] for number, _, _ in found}
    touched = sorted({i for part in held for i in index.of_part[part]})
    return [e for e in map(index.told.__getitem__, touched) if any(held.issuperset(phrase) for phrase in e.told_as)]


def lead_of(folded: str, title: str | None, head_end: int) -> str:
    """The headline and the first sentences, folded."""
    return fold(title or "") + "\n" + folded[max(0, head_end - 300) : head_end + _LEAD]
