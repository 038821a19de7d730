"""When a deal happened or will happen: which of the times in and around a statement is the deal's own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from pactline.reading.actors import Scan
from pactline.reading.near_days import listed, near_days
from pactline.reading.periods import Period, periods
from pactline.record.article import Span
from pactline.record.dates import coarsen, is_partial_date, precision
from pactline.record.languages import ruled

STATEMENTS = frozenset({"requested", "offered", "denied"})
"""Statuses that are made by saying so: the day of the statement is the day of the event."""
SPOKEN = frozenset({*STATEMENTS, "negotiating"})
WINDOW = 1500
"""Characters before and after a statement in which its time is looked for, however long the sentence."""
LINES = 3
"""Lines before and after that a sentence may run over in text wrapped by hand."""
HEAD = 5
"""Sentences at the head of an article, headline included, that tell its news."""
EARLY_DAYS = 3
"""Before this day of a month the news may be of the month before."""
NEAR_SPEECH = 30
"""Characters between a verb of speech and the time that goes with it: `said on Tuesday`, `on Tuesday Ivanov said`."""
_QUOTED = re.compile(r"[:—]\s?[“\"«„']?\s?$")
_NUMBERED = re.compile(
    r"(?:resolution|resoluci[óo]n|resolução|резолюци\w{1,3}|decree|decreto|law|ley|project|проект\w{0,2}|№|no\.|nº|n\.º)\s?(?:№|no\.?|n\.?º)?\s?$",
    re.I,
)
"""Words behind which four digits are a number of their kind, no year."""
_DATELINE = re.compile(r"^[A-ZА-ЯЁÁÉÍÓÚ][\w .]{1,30}[,(/]\s?(?:[A-ZА-Я][\w .]{1,20}[,/]\s?)?$")


def event_date(scan: Scan, span: Span, *, status: str, published: str | None) -> tuple[str | None, Span | None]:
    """The partial date of the event told in a span, as precise as the text, and its words; None where nothing says.

    scan       the article that holds the span
    span       the words of the statement
    status     as in schema.DEAL_STATUSES: an offer, a request, a denial happen on the day they are said
    published  publication date, to which `last month` and weekdays count; None leaves those unread

    Times in the statement come first, then those of its sentence, then those of the sentence before; news told at the
    head of an article without a date is of the month of publication. Refused: the beginning of a stretch
    (`since 2005`), a dateline, and, but for statements, the day on which somebody spoke.
    """
    text, language = scan.article.text, ruled(scan.article.language)
    around = _sentences(text, scan.sentences, span)
    window = max(min(span[0], around[0]), span[0] - WINDOW), min(max(span[1], around[1]), span[1] + WINDOW)
    told = _told(text, window, language, published)
    inside = [p for p in told if span[0] <= p.start and p.end <= span[1]]
    beside = [p for p in told if p not in inside and _in_one_clause(text, p, span)]
    said = "denied" if _QUOTED.search(text, max(0, span[0] - 4), span[0]) else status
    outside = [_of_the_month(p) for p in _by_distance(beside, span)]
    for candidates, as_status in ((inside, status), (outside, said)):
        if (period := _first_of_event(text, candidates, language, as_status)) is not None:
            talked = status not in STATEMENTS and period.date and _is_of_speech(text, period, language)
            return coarsen(period.date, "month") if talked and period.date else period.date, (period.start, period.end)
    return _date_before(scan, span, around, status, published) or _news(scan, around, language, status, published), None


def _date_before(scan: Scan, span: Span, around: Span, status: str, published: str | None) -> str | None:
    """The one time of the sentence before, where the statement carries it on, or is quoted after a colon."""
    text, language = scan.article.text, ruled(scan.article.language)
    before = _sentence_before(scan.sentences, around)
    if before is None:
        return None
    quoted = _QUOTED.search(text, max(before[0], span[0] - 4), span[0]) is not None
    said = "denied" if quoted else status
    told = [_of_the_month(p) for p in _told(text, (max(before[0], before[1] - WINDOW), before[1]), language, published)]
    dates = {p.date for p in told if _is_of_event(text, p, language, said)}
    return dates.pop() if len(dates) == 1 and (quoted or status in SPOKEN or _goes_on(text, around)) else None


def _of_the_month(period: Period) -> Period:
    """A weekday outside the statement dates it to the month only: it may be the day of other words."""
    near = period.basis.startswith("day") or period.basis in ("today", "yesterday")
    return (
        Period(period.start, period.end, coarsen(period.date, "month"), period.basis)
        if near and period.date
        else period
    )


def _news(scan: Scan, around: Span, language: str, status: str, published: str | None) -> str | None:
    """The month of the news, for what is told at the head of an article, or has just been offered, asked, denied.

    The month is that of the first near day at the head, else that of publication, but for an article of the first days
    of a month, whose news may be of the month before.
    """
    text, head = scan.article.text, scan.sentences[:HEAD]
    told = bisect_right(scan.sentences, around[0], key=lambda sentence: sentence[0]) <= HEAD
    said = status in SPOKEN and _words(language)["speech"].search(text, *around) is not None
    if published is None or not (told or said):
        return None
    days = near_days(text[head[0][0] : min(head[-1][1], head[0][0] + WINDOW)], language, published) if head else []
    if days and days[0].date:
        return coarsen(days[0].date, "month")
    return None if len(published) == 10 and int(published[8:]) < EARLY_DAYS else coarsen(published, "month")


def _in_one_clause(text: str, period: Period, span: Span) -> bool:
    """Whether no semicolon or full stop stands between a time and the statement."""
    gap = text[min(period.end, span[1]) : max(period.start, span[0])]
    return not re.search(r"[;•|]|(?<!\bг)\.\s[A-ZА-Я“\"]", gap)


@cache
def _words(language: str) -> dict[str, re.Pattern[str]]:
    """Alternations of words/event_dates.toml for a language; the United States state nothing."""
    return {
        name: re.compile(
            rf"(?<!\w)(?!(?-i:States))(?:{'|'.join(re.escape(w) for w in sorted(listed(language)[name], key=len, reverse=True))})(?!\w)",
            re.I,
        )
        for name in ("speech", "since", "joined", "of", "before_year")
    }


def _sentences(text: str, sentences: Sequence[Span], span: Span) -> Span:
    """From the first to the last sentence that the span touches, whole where lines or abbreviations cut it."""
    low = max(0, bisect_right(sentences, span[0], key=lambda sentence: sentence[0]) - 1)
    high = low
    while high + 1 < len(sentences) and sentences[high + 1][0] < span[1]:
        high += 1
    if not sentences or sentences[low][1] <= span[0]:
        return span
    for _ in range(LINES):
        low -= low > 0 and _is_cut(text, sentences[low - 1], sentences[low])
        high += high + 1 < len(sentences) and _is_cut(text, sentences[high], sentences[high + 1])
    return sentences[low][0], sentences[high][1]


def _is_cut(text: str, a: Span, b: Span) -> bool:
    """Whether two stretches are one sentence: a wrapped line, or an abbreviation taken for its end."""
    gap, tail = text[a[1] : b[0]], text[max(a[0], a[1] - 8) : a[1]]
    wrapped = gap.count("\n") == 1 and a[1] - a[0] > 25 and tail[-1:].isalnum() and text[b[0] : b[0] + 1].islower()
    return wrapped or (
        "\n" not in gap and re.search(r"(?:\bгг?|U\.S|\bGen|\bSr|\bMr|\bJan|\bNo|\bnúm|\bт|\bFeb)\.$", tail) is not None
    )


def _sentence_before(sentences: Sequence[Span], around: Span) -> Span | None:
    at = bisect_right(sentences, around[0] - 1, key=lambda sentence: sentence[0]) - 1
    return sentences[at] if at >= 0 and sentences[at][1] <= around[0] else None


def _told(text: str, span: Span, language: str, published: str | None) -> list[Period]:
    """Times in a span, in offsets of the text; of a range of years only the last; no `past`."""
    words = text[span[0] : span[1]]
    read = [p for p in periods(words, language, published) if is_partial_date(p.date)]
    near = [
        p for p in near_days(words, language, published) if not any(o.start < p.end and p.start < o.end for o in read)
    ]
    found: list[Period] = []
    for period in sorted((*read, *near), key=lambda p: p.start):
        placed = Period(period.start + span[0], period.end + span[0], _last_of_stretch(words, period), period.basis)
        joined = _join(text, found[-1], placed, language) if found else None
        found[-1 if joined else len(found) :] = [joined or placed]
    return found


def _last_of_stretch(words: str, period: Period) -> str | None:
    """Of a stretch of years read as one, the last: `2005-2009`; of a stretch of days the month: `19-20 декабря`."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", words[period.start : period.end])
    if period.basis == "span" and years:
        return years[-1]
    days = re.search(r"(?<!\d)\d{1,2}\s?[-–]\s?$", words[max(0, period.start - 6) : period.start])
    return coarsen(period.date, "month") if days and period.date else period.date


def _join(text: str, a: Period, b: Period, language: str) -> Period | None:
    """Two times that are one: `2005 to 2009`, `first half of 2008`, `abril de 2016`; None where they are two."""
    gap = text[a.end : b.start].strip().lower()
    same = precision(a.date) == precision(b.date)
    if same and a.date <= b.date and (gap in ("-", "–", "—", "/") or _words(language)["joined"].fullmatch(gap)):  # type: ignore[operator]
        return Period(a.start, b.end, b.date, "span")
    if b.basis == "bare" and a.date and (gap in ("", ",") or _words(language)["of"].fullmatch(gap)):
        whole = f"{b.date}{a.date[4:]}" if a.basis == "month" else str(b.date)
        return Period(a.start, b.end, whole if is_partial_date(whole) else b.date, "absolute")
    return None


def _by_distance(told: Sequence[Period], span: Span) -> list[Period]:
    return sorted(told, key=lambda p: (max(span[0] - p.end, p.start - span[1], 0), p.start))


def _first_of_event(text: str, candidates: Sequence[Period], language: str, status: str) -> Period | None:
    return next((p for p in candidates if _is_of_event(text, p, language, status)), None)


def _is_of_event(text: str, period: Period, language: str, status: str) -> bool:
    """Whether a time can be the event's: not a beginning, not a dateline, not the day of mere talk."""
    before = text[max(0, period.start - 45) : period.start]
    if (
        _is_dateline(text, period)
        or _is_count(text, period, language)
        or (period.basis != "span" and _is_beginning(before, language, text[period.start : period.end]))
    ):
        return False
    return status in SPOKEN or not _is_of_speech(text, period, language)


def _is_count(text: str, period: Period, language: str) -> bool:
    """`2000 rifles`, `resolution 1929`: digits before a noun, with no word before them that goes with years, or behind one
    that is numbered."""
    before = text[max(0, period.start - 15) : period.start]
    if period.basis == "bare" and _NUMBERED.search(before):
        return True
    if period.basis != "bare" or not re.match(r"\s[^\W\d_]", text[period.end : period.end + 2]):
        return False
    led = last_of(_words(language)["before_year"], before)
    return (
        bool(before.strip()) and before.rstrip()[-1:].isalpha() and (led is None or bool(before[led.end() :].strip()))
    )


def _is_dateline(text: str, period: Period) -> bool:
    """`MOSCOW, March 3 (RIA)`, `(APP - 8th Nov, 2024)`, `September 28, 2008:` at the head of a line."""
    line = text[max(0, period.start - 90) : period.start].rpartition("\n")[2]
    after = text[period.end : period.end + 12]
    closes = re.match(r"\s?(?:\(|/|[-–—]\s|:\s|\)\s)", after) is not None
    closes = closes or (line.isupper() and after.startswith(". "))
    return closes and (not line.strip() or _DATELINE.search(line) is not None or line.rfind("(") > line.rfind(")"))


def _is_beginning(before: str, language: str, words: str) -> bool:
    """`since 2005`: also where the reader of times took the word into the time."""
    since = _words(language)["since"]
    for match in since.finditer(before):
        gap = before[match.end() :]
        if not gap.strip(" \u00a0") or (len(match[0]) > 4 and not re.search(r"[.,;:]", gap)):
            return True
    lead = since.match(words)
    return lead is not None and lead[0].lower() not in ("с", "со", "от", "from")


def _is_of_speech(text: str, period: Period, language: str) -> bool:
    """`said on Tuesday`, `во вторник сообщил`: the time stands by a verb of speech, nearer than any other word of weight."""
    speech = _words(language)["speech"]
    before = text[max(0, period.start - NEAR_SPEECH) : period.start]
    last = last_of(speech, before)
    gap = before[last.end() :] if last is not None else ""
    if last is not None and len(gap.split()) <= 2 and not re.search(r"[.;:,]|(?<!\w)(?:that|que|что)(?!\w)", gap):
        return True
    after = speech.search(text, period.end, min(len(text), period.end + NEAR_SPEECH))
    return (
        after is not None
        and len(text[period.end : after.start()].split()) <= 3
        and "." not in text[period.end : after.start()]
    )


def last_of(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match in a short text."""
    return max(pattern.finditer(text), key=lambda match: match.start(), default=None)


def _goes_on(text: str, around: Span) -> bool:
    """Whether a sentence carries on the one before: on the same line."""
    return "\n" not in text[max(0, around[0] - 3) : around[0]]
