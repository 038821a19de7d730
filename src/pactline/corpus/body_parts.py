"""Where the article ends and the page's next part begins: other stories, comments, legal text, appeals."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pactline.corpus.body_lines import Line, nickname

LITTLE_PROSE = 250
"""Characters above a label that are too few for an article that is said to end there."""

RESUMABLE = frozenset({"headline-list", "share-bar", "source-line"})
"""Parts after which an article may go on; an appeal, a disclaimer or comments hold paragraphs of their own."""

TEASER_WORDS = 45
TEASERS = 2
"""Headlines with a cut sentence below each that make a list; one may be the article's own heading and its cut end."""

COMMENT_STAMP = re.compile(r"\b(?:at|às|a las|в) \d{1,2}[:.]\d{2}|\d{1,2}:\d{2} ?(?:am|pm|a\.m|p\.m)", re.IGNORECASE)
SPEAKER = re.compile(
    r"^[^\n:]{1,40} (?:says|said|dice|dijo|escribió|disse|diz|escreveu|пишет|говорит|написал)(?:\.{3}|…|:)$"
)


def ended(text: str, page: list[Line]) -> list[Line]:
    """The same lines, where a part's label after which the article goes on is a piece of clutter and no end."""
    result = list(page)
    above = 0
    for i, line in enumerate(page):
        if line.ends and above:
            part = _part(page, i)
            if _goes_on(text, part, line.ends, above=above):
                result[i] = replace(line, kind=line.kind or line.ends, ends="")
                _mark_headlines(result, i, part)
        elif not line.ends and line.prose:
            above += line.end - line.start
    return result


def _part(page: list[Line], at: int) -> list[Line]:
    """The lines under a label, up to the next label."""
    stop = at + 1
    while stop < len(page) and not page[stop].ends:
        stop += 1
    return page[at + 1 : stop]


def _goes_on(text: str, part: list[Line], kind: str, *, above: int) -> bool:
    """Whether two paragraphs of prose follow one another below a label: teasers stand one by one under their headlines."""
    if kind not in RESUMABLE and above >= LITTLE_PROSE:
        return False
    full = [line.prose and not _cut(text, line) for line in part]
    return any(a and b for a, b in pairwise(full))


def _cut(text: str, line: Line) -> bool:
    return text[line.end - 1] == "…" or text[line.end - 3 : line.end] == "..."


def _mark_headlines(page: list[Line], at: int, part: list[Line]) -> None:
    """The headlines right below a label are its own, up to the first prose."""
    for i, line in enumerate(part, at + 1):
        if line.prose:
            return
        if page[at].kind == "headline-list" and not line.kind:
            page[i] = replace(line, kind="headline-list")


def stop_of(text: str, page: list[Line], first: int) -> int:
    """The line at which the page's next part begins; the number of lines where none does."""
    prose = False
    for i in range(first, len(page)):
        line = page[i]
        if prose and (line.ends or _comments_begin(text, page, i)):
            return _before_teasers(text, page, first, i)
        prose = prose or line.prose
    return _before_teasers(text, page, first, len(page))


def _comments_begin(text: str, page: list[Line], at: int) -> bool:
    """Two nicknames behind bullets, or a name that `says:` above the time it said it."""
    line = page[at]
    if nickname(text, line):
        return sum(nickname(text, other) for other in page[at : at + 12]) > 1
    if line.words > 8 or not SPEAKER.match(text[line.start : line.end][:80]):
        return False
    return any(COMMENT_STAMP.search(text[other.start : other.end][:80]) for other in page[at + 1 : at + 3])


def _before_teasers(text: str, page: list[Line], first: int, stop: int) -> int:
    """The line at which a list of headlines, each with a sentence cut by dots, begins; `stop` where there is none."""
    at = stop
    while at - 2 >= first and _is_teaser(text, page[at - 2], page[at - 1]):
        at -= 2
    return at if stop - at >= 2 * TEASERS and any(line.prose for line in page[first:at]) else stop


def _is_teaser(text: str, heading: Line, sentence: Line) -> bool:
    return (
        heading.plain
        and not heading.prose
        and sentence.words <= TEASER_WORDS
        and (sentence.prose or sentence.plain)
        and _cut(text, sentence)
    )
