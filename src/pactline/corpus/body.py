"""The article and the page around it: which lines are the body, and what the others are.

A page is head matter (menus, headline, stamps, captions), the body, and what follows it (other headlines, comments, legal
text). Nothing is cut out of a sentence: body spans and clutter are runs of whole lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pactline.corpus.body_inside import inside
from pactline.corpus.body_lines import FILED, HEAD, SENTENCE_END, Line, joined, lines
from pactline.corpus.body_notes import author_note
from pactline.corpus.body_parts import ended, stop_of
from pactline.corpus.body_phrases import menu
from pactline.record.article import Span

NO_TITLE = re.compile(r"[:,{}\[\]]$|[a-zà-ÿа-я]{3}\.$| [/>»›] \S.{0,80} [/>»›] |^\"\w{1,30}\":")
"""What a label, a sentence, a trail of sections and a record's field end or look like."""

FORWARDED = re.compile(
    r"[-–—_*> ]{2,12}(?:begin )?(?:forwarded|original|mensaje reenviado|mensaje original|mensagem encaminhada|mensagem original|пересланное|исходное)"
)
"""The rule above what a mail passes on."""

ENOUGH_PROSE = 120
"""Characters of prose after which a caption or stamp no longer pushes the beginning of the body down."""

TEASER_TAIL = 60
"""Characters at the end of a teaser that stand again in the article it announces."""

WHOLE = 0.7
"""Share of an article that a second print of it has at least; a lead printed again under the headline has less."""

LONE_WORDS = 10
"""Words a last line without a full stop needs to be a cut sentence and not a label."""

CUT_WORDS = 5
SHORT_WORDS = 3
FOLLOWING = 3
LONGEST_NOTE, FAR_ABOVE = 600, 20_000
"""Characters of a note on an author, and those above it in which the article may name the person."""

HEADLINE_WORDS = (3, 30)
LEAST_HEADLINE = 5
"""Words from which a line without a full stop, after the article, reads as a headline."""

AHEAD = 12
"""Lines within which prose must follow for a line to be a part of the page's head."""


@dataclass(frozen=True)
class Layout:
    """Where the article is on its page.

    body_spans  the article proper, [start, end) in the source text
    clutter     what was left out, with its kind
    title       the headline, where one stands above the body
    """

    body_spans: list[Span]
    clutter: list[tuple[int, int, str]] = field(default_factory=list)
    title: str | None = None


def layout(text: str, *, title: str | None = None) -> Layout:
    """Find the body of a page's text.

    title   headline known from metadata; the one above the body is used where there is none

    >>> text = "Fleet sails\\n\\nThe fleet sailed for Havana on Friday, the navy said.\\n\\nLeave a Reply"
    >>> [text[start:end] for start, end in layout(text).body_spans]
    ['The fleet sailed for Havana on Friday, the navy said.']
    """
    page = ended(text, joined(text, lines(text)))
    first, last, stop, part = _extent(text, page)
    inner = inside(text, page[first : last + 1], above=page[:first])
    spans: list[Span] = []
    clutter = _head(text, page[:first])
    open_run = False
    for line, kind in inner:
        if kind:
            clutter.append((line.start, line.end, kind))
        elif open_run:
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
        open_run = not kind
    clutter += [*_tail(page[last + 1 : stop], ""), *_tail(page[max(stop, last + 1) :], part)]
    if not spans:
        return Layout([], [(a, b, "headline-list" if kind == "title" else kind) for a, b, kind in clutter], title)
    return Layout(spans, clutter, title or _title(text, page[:first]))


def _extent(text: str, page: list[Line]) -> tuple[int, int, int, str]:
    """First and last line of the body, the line at which the page's next part begins, and its kind.

    The first two are n and n - 1 for a page of n lines without a body.
    """
    first = _first(text, page)
    stop, part = stop_of(text, page, first)
    prose = [i for i in range(first, stop) if page[i].prose]
    if not prose:
        return (*_bare(page, stop), stop, part)
    told = _without_notes(text, page, prose)
    if len(told) < len(prose):
        return told[0], told[-1], stop, part
    following = page[prose[-1] + 1 : min(stop, prose[-1] + 1 + FOLLOWING)]
    return prose[0], prose[-1] + _cut_sentence(text, following), stop, part


def _without_notes(text: str, page: list[Line], prose: list[int]) -> list[int]:
    """The lines of prose without those at the end that say who the author is."""
    last = len(prose)
    while last > 1 and _is_note(text, page[prose[last - 1]], page[prose[0]].start):
        last -= 1
    return prose[:last]


def _is_note(text: str, line: Line, begins: int) -> bool:
    words = text[line.start : line.end][:LONGEST_NOTE]
    return not line.kind and author_note(
        words, line.words, above=text[max(begins, line.start - FAR_ABOVE) : line.start]
    )


def _cut_sentence(text: str, following: list[Line]) -> int:
    """Lines after the last full sentence that are the article's own: a short sentence, or one cut short by the page."""
    short = 0
    while short < len(following) and _is_short_sentence(text, following[short]):
        short += 1
    rest = following[short:]
    if short == FOLLOWING or not 1 <= len(rest) <= 2 or not all(line.plain for line in rest):
        return short
    words = text[rest[-1].start : rest[-1].end]
    cut = "," in words or words.split()[-1].islower()
    if len(rest) == 2:
        return short + 2 * (rest[-1].words >= LONE_WORDS and "," in words and words[-1].isalnum())
    return short + (rest[0].words >= LONE_WORDS or (rest[0].words >= CUT_WORDS and cut and ":" not in words))


def _is_short_sentence(text: str, line: Line) -> bool:
    """A few words with a full stop, such as a quotation; a name with a full stop has two."""
    words = text[line.start : line.end]
    if not line.plain or not SENTENCE_END.search(words[-8:]):
        return False
    least = SHORT_WORDS - words.split()[-1][:1].islower()  # `He smiled.`, not `Jane Roe.`
    return words[0] in '"“«‘—' or (line.words >= least and words[-1] != "?")


def _bare(page: list[Line], stop: int) -> tuple[int, int]:
    """The body of a page without a full sentence: its lines below the headline; a list of headlines has none."""
    plain = [i for i in range(stop) if page[i].plain]
    if not plain or len(plain) > 4:
        return len(page), len(page) - 1
    return (plain[1] if len(plain) > 1 else plain[0]), plain[-1]


def _first(text: str, page: list[Line]) -> int:
    """First line of prose after the head: its last caption, stamp or byline with little prose above it, and its teasers."""
    first, seen = 0, 0
    titled = False
    for i, line in enumerate(page):
        if line.prose:
            seen += line.end - line.start
            if seen >= ENOUGH_PROSE or FILED.match(text[line.start : line.end][:HEAD]):
                break
        elif i and _heads(line, seen=seen, titled=titled) and any(later.prose for later in page[i + 1 : i + AHEAD]):
            first, seen = i + 1, 0
        titled = titled or (line.plain and not line.prose)
    if any(text[line.start : line.start + 8].lower() == "subject:" for line in page[:first]):
        first = _after_forwarder(text, page, first)
    return _after_teasers(text, page, first)


def _heads(line: Line, *, seen: int, titled: bool) -> bool:
    """Whether a line belongs to the head, so that the little prose above it was a standfirst and no body."""
    if line.ends or line.plain:
        return False
    if line.kind in ("caption", "code"):
        return titled or not seen
    return not seen or line.byline or line.stamp


def _after_forwarder(text: str, page: list[Line], first: int) -> int:
    """In forwarded mail the article begins below the rule or its own byline, whatever the forwarder wrote above it."""
    starts = [
        i
        for i in range(first, len(page))
        if (page[i].byline or FORWARDED.match(text[page[i].start : page[i].end][:60].lower()))
        and any(line.prose for line in page[i + 1 :])
    ]
    return starts[0] + 1 if starts else first


def _after_teasers(text: str, page: list[Line], first: int) -> int:
    """Skip prose whose end stands again further down, in a longer paragraph or below a heading of its own."""
    prose = [i for i in range(first, len(page)) if page[i].prose]
    for i in prose[:3]:
        tail = text[page[i].start : page[i].end][-TEASER_TAIL:]
        again = text.find(tail, page[i].end)
        if len(tail) < TEASER_TAIL or again < 0:
            continue
        fuller = next((j for j in prose if page[j].start <= again < page[j].end), i)
        longer = page[fuller].end - page[fuller].start > page[i].end - page[i].start
        headed = any(line.plain and not line.prose for line in page[i + 1 : fuller])
        if longer or (headed and _prose_of(page[fuller:]) >= WHOLE * _prose_of(page[i:fuller])):
            return fuller
    return first


def _prose_of(part: list[Line]) -> int:
    return sum(line.end - line.start for line in part if line.prose)


def _head(text: str, head: list[Line]) -> list[tuple[int, int, str]]:
    seen: set[str] = set()
    clutter = []
    for line in head:
        words = text[line.start : line.end]
        kind = line.kind or line.ends or _kind_of_head(line, words)
        clutter.append((line.start, line.end, "repeated" if kind == "title" and words in seen else kind))
        seen.add(words)
    return clutter


def _kind_of_head(line: Line, words: str) -> str:
    if line.byline or line.stamp:
        return "byline" if line.byline else "timestamp"
    return "standfirst" if line.prose else "menu" if menu(words.lower(), sure=True) else "title"


def _tail(rest: list[Line], part: str) -> list[tuple[int, int, str]]:
    """What follows the article; headlines without a label make a list where there are two."""
    headlines = sum(line.plain and not line.prose and line.words >= LEAST_HEADLINE for line in rest) >= 2
    clutter = []
    for line in rest:
        part = line.ends or part
        own = line.kind or part or ("headline-list" if headlines and line.plain else "trailing-lines")
        clutter.append((line.start, line.end, "teaser" if own == "headline-list" and line.prose else own))
    return clutter


def _title(text: str, head: list[Line]) -> str | None:
    """The headline above a body: the line of the head that stands twice, else the first of the lines nearest to the body."""
    low, high = HEADLINE_WORDS
    seen: set[str] = set()
    nearest: str | None = None
    fresh = True
    for line in head:
        words = text[line.start : line.end]
        if not (line.plain or line.byline):
            fresh = True
        elif line.plain and low <= line.words <= high and not NO_TITLE.search(words):
            if words in seen:
                return words
            seen.add(words)
            if fresh or nearest is None:
                nearest, fresh = words, False
    return nearest
