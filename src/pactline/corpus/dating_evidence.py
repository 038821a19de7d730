"""What the words of an article say about its own time: weekdays, years, events told as past or as news."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from pactline.corpus.dating_candidates import Candidate
from pactline.corpus.dating_events import Event, EventIndex, Mention, lead_of, mentions, told_as_news
from pactline.corpus.dating_expressions import LAST_YEAR, Expression
from pactline.corpus.dating_page import Page, words_from
from pactline.corpus.dating_words import date_words, weekday_of
from pactline.record.dates import add_months, partial, weekday

_WORD = re.compile(r"[^\W\d_]{4,14}(?:-feira)?|\b(?:mon|tue|wed|thu|fri|sat|sun)(?=\.)")
_ORDINAL_DAYS = frozenset({"segunda", "terca", "quarta", "quinta", "sexta"})  # without -feira also second, third, ...
_YEAR = re.compile(r"((?:1(?<![\d.,$€£/\-]1)9|2(?<![\d.,$€£/\-]2)0)\d{2})(?![\d/]|[.,]\d|-\d|\s?%)")
"""Written so that it begins with a figure: whatever else stands in a text is passed over at once."""
_WEEKDAY_AND_DAY = re.compile(r"([^\W\d_]{4,14}(?:-feira)?)\s?\((\d{1,2})\)")
_DAY_IN_BRACKETS = re.compile(r"\(\d{1,2}\)")
_SENTENCE = 160  # characters before a year that may belong to its sentence
_STOP = re.compile(r"[.!?…\n](?=\s|$)")
_DONE = re.compile(
    r"\b(?:[a-z]{2,12}ed|bought|sold|made|built|begun|made|sent|was|were|had|did|since|[a-z]{2,12}[ai]d[oa]s?|desde"
    r"|[а-я]{2,14}(?:нн|ен)(?:ый|ая|ое|ые|ого|ой|ых|ую|ым)|[а-я]{2,14}л[аио]?|с)\b"
)
"""A participle or past tense between the word of the future and the year: the year belongs to it."""

_LEAD = 900  # characters from the first sentence on in which a story names those of its own time
_BEFORE_AN_OFFICE = 24
_PLAN_REACH = 26  # characters before a year in which `by`, `until`, `forecast` make it a plan


@dataclass(frozen=True)
class Evidence:
    """Gathered once per article; offsets into the page.

    page, lead       the page, and its headline with the first sentences (folded)
    body             the article's own words (folded), from the page's start to the article's end
    weekdays         (offset, 0-6) of weekdays named
    numbered         (weekday, day) written together: `quinta-feira (18)`
    years            years told as past or present
    written          dates in the article's own words and captions
    mentions, news   events named; events told as the news itself
    offices          times in office of those whom the first sentences name with their office
    """

    page: Page
    lead: str
    body: str
    weekdays: tuple[tuple[int, int], ...]
    numbered: tuple[tuple[int, int], ...]
    years: frozenset[int]
    written: tuple[Candidate, ...]
    mentions: tuple[Mention, ...]
    news: tuple[Event, ...]
    offices: tuple[Event, ...] = ()

    @property
    def last_year(self) -> int | None:
        """The latest year told as past or present."""
        return max(self.years, default=None)

    @property
    def yearless(self) -> list[Expression]:
        """Days written without their year."""
        return [c.written for c in self.written if c.written and c.written.year is None and c.written.day]

    def past_events(self) -> list[Event]:
        """Events told as past, latest first."""
        found = {m.event.event_id: m.event for m in self.mentions if not m.ahead and self.is_sure(m)}
        return sorted(found.values(), key=lambda e: (e.start, e.event_id), reverse=True)

    def is_sure(self, mention: Mention) -> bool:
        """Whether a name means this event: one of common words (`naval blockade`) only where its day is told beside it."""
        return mention.proper or self._dated_beside(mention)

    def around(self, written: Expression) -> str:
        """A date with the words before it, as the page has them."""
        return words_from(self.page.text, written.start - 12, written.end)

    def _dated_beside(self, mention: Mention) -> bool:
        day = mention.event.start[5:]
        return any(abs(w.start - mention.at) <= 120 and f"{w.month:02d}-{w.day or 0:02d}" == day for w in self.yearless)

    def says(self, words: str, *, within: str | None = None) -> bool:
        """Whether the article holds one of the words of a list of words/dates.toml."""
        return bool(date_words().lists[words].search(self.body if within is None else within))


def _weekdays(body: str) -> tuple[tuple[int, int], ...]:
    names = date_words().weekdays
    found = []
    for _, start, _end in _weekday_names().find_matches_as_indexes(body):
        inside = start > 0 and body[start - 1].isalpha()
        match = None if inside else _WORD.match(body, start)
        if match and match[0] in names and match[0] not in _ORDINAL_DAYS:
            found.append((start, names[match[0]]))
    return tuple(found)


@cache
def _weekday_names() -> AhoCorasick:
    """Finds the names of weekdays, as parts of longer words, too."""
    return AhoCorasick(
        sorted(date_words().weekdays), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )


def _numbered(body: str) -> tuple[tuple[int, int], ...]:
    if not _DAY_IN_BRACKETS.search(body):
        return ()
    pairs = ((weekday_of(m[1]), int(m[2])) for m in _WEEKDAY_AND_DAY.finditer(body))
    return tuple((weekday, day) for weekday, day in pairs if weekday is not None and 1 <= day <= 31)


def _told_years(body: str, elsewhere: list[tuple[int, int]]) -> frozenset[int]:
    """Years told as past or present; those in `elsewhere` (stamps, captions) and those of plans are not."""
    plan = date_words().lists["marks.plan"]
    early, coming = date_words().lists["period_words.or_early"], date_words().lists["year_words.next"]
    stamped = {match.start() for start, end in elsewhere for match in _YEAR.finditer(body, max(0, start - 1), end)}
    found = set()
    for match in _YEAR.finditer(body):
        reach = body[max(0, match.start() - 60) : match.start()]
        beside = (m for words in (early, coming) for m in words.finditer(reach))
        if match.start() in stamped or any(not reach[m.end() :].strip(" in,(") for m in beside):
            continue
        before = body[max(0, match.start() - _PLAN_REACH) : match.start()].rstrip()
        last = before.rsplit(" ", 1)[-1] if before else ""
        planned = plan.fullmatch(last) or plan.search(before[-14:]) or _is_to_come(body, match.start())
        if int(match[1]) <= LAST_YEAR and not planned:
            found.add(int(match[1]))
    return frozenset(found)


def _is_to_come(body: str, at: int) -> bool:
    """Whether the sentence puts a year off: `the rest will come in 2015`; not `will fly the jets bought in 2006`."""
    before = body[max(0, at - _SENTENCE) : at]
    sentence = before[max((m.end() for m in _STOP.finditer(before)), default=0) :]
    coming = [m.end() for m in date_words().lists["marks.to_come"].finditer(sentence)]
    return bool(coming) and not _DONE.search(sentence[coming[-1] :])


def _seen_from(body: str, mention: Mention) -> Mention:
    """An event that stands beside `next month` is still to come, whatever the tense."""
    around = body[max(0, mention.at - 90) : mention.at + 90]
    return replace(mention, ahead=mention.ahead or bool(date_words().lists["month_words.next"].search(around)))


def _in_office(body: str, mention: Mention, head_end: int) -> bool:
    """Whether the first sentences name a person in office; not `the late President`, `then Foreign Minister`."""
    before = body[max(0, mention.at - _BEFORE_AN_OFFICE) : mention.at]
    return mention.at < head_end + _LEAD and not date_words().lists["marks.former"].search(before)


def gather(page: Page, found: list[Candidate], index: EventIndex, title: str | None) -> Evidence:
    """Read the article's own words once."""
    body = page.folded[: page.body_end]
    own = [c for c in found if c.written and c.rule in ("in-text", "caption", "dateline", "top-line", "stamp")]
    lead = lead_of(body, title, page.head_end)
    elsewhere = [(c.written.start, c.written.end) for c in found if c.written and c.rule not in ("in-text", "dateline")]
    named = mentions(body, index)
    told = told_as_news(lead, index)
    held = (m.event for m in named if m.event.is_span and _in_office(body, m, page.head_end))
    return Evidence(
        page=page, offices=tuple(dict.fromkeys([*held, *(e for e in told if e.is_span)])), lead=lead, body=body, weekdays=_weekdays(body), numbered=_numbered(body), years=_told_years(body, elsewhere), written=tuple(own),
        mentions=tuple(_seen_from(body, m) for m in named if not m.event.is_span), news=tuple(e for e in told if not e.is_span),
    )  # fmt: skip


def fits_numbered(evidence: Evidence, year: int, month: int) -> bool:
    """Whether every `Tuesday (7)` of the text is a Tuesday in that month or one beside it."""
    months = [partial(year, month), add_months(partial(year, month), -1), add_months(partial(year, month), 1)]
    return all(any(weekday(f"{m}-{day:02d}") == name for m in months) for name, day in evidence.numbered)
