"""The article and the page around it: which lines are the body, and what the others are.

A page is head matter (menus, headline, stamps, captions), the body, and what follows it (other headlines, comments, legal
text). Nothing is cut out of a sentence: body spans and clutter are runs of whole lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pactline.corpus.body_lines import Line, joined, lines, nickname
from pactline.record.article import Span

ENOUGH_PROSE = 120
"""Characters of prose after which a caption or stamp no longer pushes the beginning of the body down."""

TEASER_TAIL = 60
"""Characters at the end of a teaser that stand again in the article it announces."""

LONE_LINE_WORDS = 10
"""Words a last line without a full stop needs to be a cut sentence and not a label."""


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
    """
    page = joined(text, lines(text))
    first, last = _extent(text, page)
    inside = page[first : last + 1]
    repeated = _repeated(text, inside)
    spans: list[Span] = []
    clutter = [(line.start, line.end, _head_kind(line)) for line in page[:first]]
    skipping = False
    open_run = False
    for i, line in enumerate(inside):
        kind = line.kind or ("repeated" if i in repeated else "")
        skipping = line.block or (skipping and (inside[i - 1].block or not _resumes(line)))
        if kind or skipping:
            clutter.append((line.start, line.end, kind or "headline-list"))
            open_run = False
        elif open_run:
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
            open_run = True
    clutter += _tail(page[last + 1 :])
    return Layout(spans, clutter, title or _title(text, page[:first]))


def _resumes(line: Line) -> bool:
    return line.prose and not line.kind and line.words >= 12


def _extent(text: str, page: list[Line]) -> tuple[int, int]:
    """First and last line of the body; (n, n - 1) for a page of n lines without one."""
    first = _first(text, page)
    stop = _stop(text, page, first)
    prose = [i for i in range(first, stop) if page[i].prose]
    if not prose:
        return _bare(page, stop)
    last = prose[-1]
    following = page[last + 1 : last + 3]
    lone = len(following) == 1 and _plain(following[0]) and following[0].words >= LONE_LINE_WORDS
    return prose[0], last + lone


def _bare(page: list[Line], stop: int) -> tuple[int, int]:
    """The body of a page without a full sentence: its one or two lines below the headline; a list of headlines has none."""
    plain = [i for i in range(stop) if _plain(page[i])]
    if not plain or len(plain) > 4:
        return len(page), len(page) - 1
    return (plain[1] if len(plain) > 1 else plain[0]), plain[-1]


def _plain(line: Line) -> bool:
    return not (line.kind or line.stamp or line.byline or line.ends)


def _first(text: str, page: list[Line]) -> int:
    """First line of prose after the head: its last caption, stamp or byline with little prose above it, and its teasers."""
    first, seen = 0, 0
    for i, line in enumerate(page):
        if line.prose:
            seen += line.end - line.start
            if seen >= ENOUGH_PROSE:
                break
        elif i and not _plain(line) and not line.ends and any(later.prose for later in page[i + 1 : i + 12]):
            first, seen = i + 1, 0
    if any(text[line.start : line.start + 8].lower() == "subject:" for line in page[:first]):
        first = _after_forwarder(page, first)
    return _after_teasers(text, page, first)


def _after_forwarder(page: list[Line], first: int) -> int:
    """In forwarded mail the article begins below its own byline, whatever the forwarder wrote above it."""
    bylines = [i for i in range(first, len(page)) if page[i].byline and any(line.prose for line in page[i + 1 :])]
    return bylines[0] + 1 if bylines else first


def _after_teasers(text: str, page: list[Line], first: int) -> int:
    """Skip prose whose end stands again, in a longer paragraph, further down."""
    prose = [i for i in range(first, len(page)) if page[i].prose]
    for i in prose[:3]:
        tail = text[page[i].start : page[i].end][-TEASER_TAIL:]
        length = page[i].end - page[i].start
        fuller = [
            j
            for j in prose
            if j > i and page[j].end - page[j].start > length and tail in text[page[j].start : page[j].end]
        ]
        if fuller and len(tail) == TEASER_TAIL:
            return fuller[0]
    return first


def _stop(text: str, page: list[Line], first: int) -> int:
    """The line at which the page's next part begins."""
    prose = 0
    for i in range(first, len(page)):
        line = page[i]
        if prose and (line.ends or (nickname(text, line) and _comments_follow(text, page, i))):
            return i
        prose += line.prose
    return len(page)


def _comments_follow(text: str, page: list[Line], at: int) -> bool:
    return sum(nickname(text, line) for line in page[at : at + 12]) >= 2


def _repeated(text: str, inside: list[Line]) -> set[int]:
    """Lines of prose that stand on the page twice: the second is left out, unless it stands under a dateline."""
    seen: dict[str, int] = {}
    again: set[int] = set()
    for i, line in enumerate(inside):
        if line.words < 8:
            continue
        words = " ".join(text[line.start : line.end].split()).casefold()
        if words in seen:
            again.add(i)
        seen.setdefault(words, i)
    return again


def _head_kind(line: Line) -> str:
    if line.kind:
        return line.kind
    if line.byline:
        return "byline"
    return "timestamp" if line.stamp else "title"


def _tail(rest: list[Line]) -> list[tuple[int, int, str]]:
    clutter = []
    part = "trailing-lines"
    for line in rest:
        part = line.ends or part
        clutter.append((line.start, line.end, line.kind or part))
    return clutter


def _title(text: str, head: list[Line]) -> str | None:
    titles = [line for line in head if not (line.kind or line.stamp or line.byline) and 3 <= line.words <= 30]
    return text[titles[-1].start : titles[-1].end] if titles else None
