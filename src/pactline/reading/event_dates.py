"""When a deal happened or will happen: which of the times in and around a statement is the deal's own."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from pactline.reading.actors import Scan
from pactline.reading.periods import Period, periods
from pactline.reading.vocabulary import WORDS
from pactline.record.article import Span
from pactline.record.dates import coarsen, is_partial_date, precision

STATEMENTS = frozenset({"requested", "offered", "denied"})
"""Statuses that are made by saying so: the day of the statement is the day of the event."""
SPOKEN = frozenset({*STATEMENTS, "negotiating"})
NEAR_SPEECH = 30
"""Characters between a verb of speech and the time that goes with it: `said on Tuesday`, `on Tuesday Ivanov said`."""
_DATELINE = re.compile(r"[A-ZА-ЯЁÁÉÍÓÚ][\w .]{1,30}[,(/]\s?(?:[A-ZА-Я][\w .]{1,20}[,/]\s?)?$")


def event_date(scan: Scan, span: Span, *, status: str, published: str | None) -> str | None:
    """The partial date of the event told in a span, as precise as the text; None where nothing says.

    scan       the article that holds the span
    span       the words of the statement
    status     as in schema.DEAL_STATUSES: an offer, a request, a denial happen on the day they are said
    published  publication date, to which `last month` and weekdays count; None leaves those unread

    Times in the statement come first, then those of its sentence, then those of the sentence before. Refused: the
    beginning of a stretch (`since 2005`), a dateline, and, but for statements, the day on which somebody spoke.
    """
    text, language = scan.article.text, _speech(scan.article.language)
    around = _sentences(scan.sentences, span)
    told = _told(text, (min(span[0], around[0]), max(span[1], around[1])), language, published)
    inside = [p for p in told if span[0] <= p.start and p.end <= span[1]]
    for candidates in (inside, _by_distance(told, span)):
        if (date := _first_of_event(text, candidates, language, status)) is not None:
            return date
    if (before := _sentence_before(scan.sentences, around)) is not None:
        earlier = _told(text, before, language, published)
        dates = {p.date for p in earlier if _is_of_event(text, p, language, status)}
        if len(dates) == 1 and _goes_on(text, around):
            return dates.pop()
    return _day_said(text, around, language, status, published)


@cache
def _words(language: str) -> dict[str, re.Pattern[str]]:
    """Alternations of words/event_dates.toml for a language."""
    listed = tomllib.loads((WORDS / "event_dates.toml").read_text(encoding="utf-8"))[language]
    return {
        name: re.compile(
            rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})(?!\w)", re.I
        )
        for name, words in listed.items()
    }


def _speech(language: str | None) -> str:
    return language if language in ("en", "es", "pt", "ru") else "en"


def _sentences(sentences: Sequence[Span], span: Span) -> Span:
    """From the first to the last sentence that the span touches; the span itself where it touches none."""
    first = max(0, bisect_right(sentences, span[0], key=lambda sentence: sentence[0]) - 1)
    touched = []
    for sentence in sentences[first : first + 8]:
        if sentence[0] < span[1] and span[0] < sentence[1]:
            touched.append(sentence)
    return (touched[0][0], touched[-1][1]) if touched else span


def _sentence_before(sentences: Sequence[Span], around: Span) -> Span | None:
    at = bisect_right(sentences, around[0] - 1, key=lambda sentence: sentence[0]) - 1
    return sentences[at] if at >= 0 and sentences[at][1] <= around[0] else None


def _told(text: str, span: Span, language: str, published: str | None) -> list[Period]:
    """Times in a span, in offsets of the text; of a range of years only the last; no `past`."""
    found = []
    for period in periods(text[span[0] : span[1]], language, published):
        if is_partial_date(period.date):
            placed = Period(period.start + span[0], period.end + span[0], period.date, period.basis)
            if found and _is_range(text, found[-1], placed, language):
                found.pop()
            found.append(placed)
    return found


def _is_range(text: str, a: Period, b: Period, language: str) -> bool:
    """`2005-2006`, `from 2005 to 2009`, `в 2005 и 2006`: one stretch that carries its last year."""
    gap = text[a.end : b.start].strip().lower()
    joined = gap in ("-", "–", "—", "/") or _words(language)["joined"].fullmatch(gap) is not None
    return joined and precision(a.date) == precision(b.date) and a.date <= b.date


def _by_distance(told: Sequence[Period], span: Span) -> list[Period]:
    return sorted(told, key=lambda p: (max(span[0] - p.end, p.start - span[1], 0), p.start))


def _first_of_event(text: str, candidates: Sequence[Period], language: str, status: str) -> str | None:
    return next((p.date for p in candidates if _is_of_event(text, p, language, status)), None)


def _is_of_event(text: str, period: Period, language: str, status: str) -> bool:
    """Whether a time can be the event's: not a beginning, not a dateline, not the day of mere talk."""
    before = text[max(0, period.start - 45) : period.start]
    line = before.rpartition("\n")[2]
    if _DATELINE.fullmatch(line) or _is_beginning(before, language, text[period.start : period.end]):
        return False
    return status in SPOKEN or not _is_of_speech(text, period, language)


def _is_beginning(before: str, language: str, words: str) -> bool:
    """`since 2005`: also where the reader of times took the word into the time."""
    since = _words(language)["since"]
    if any(not before[match.end() :].strip(" \u00a0") for match in since.finditer(before)):
        return True
    lead = since.match(words)
    return lead is not None and lead[0].lower() not in ("с", "со", "от", "from")


def _is_of_speech(text: str, period: Period, language: str) -> bool:
    """`said on Tuesday`, `во вторник сообщил`: the time stands by a verb of speech, nearer than any other word of weight."""
    speech = _words(language)["speech"]
    before = text[max(0, period.start - NEAR_SPEECH) : period.start]
    last = None
    for match in speech.finditer(before):
        last = match
    if last is not None and len(before[last.end() :].split()) <= 2 and not re.search(r"[.;:,]", before[last.end() :]):
        return True
    after = speech.search(text, period.end, min(len(text), period.end + NEAR_SPEECH))
    return (
        after is not None
        and len(text[period.end : after.start()].split()) <= 3
        and "." not in text[period.end : after.start()]
    )


def _goes_on(text: str, around: Span) -> bool:
    """Whether a sentence carries on the one before: on the same line."""
    return "\n" not in text[max(0, around[0] - 3) : around[0]]


def _day_said(text: str, around: Span, language: str, status: str, published: str | None) -> str | None:
    """The month of publication for what is said in the news without a date: an offer, a request, a denial, talks."""
    if status not in SPOKEN or published is None or len(published) < 7:
        return None
    return coarsen(published, "month") if _words(language)["speech"].search(text, *around) else None
