"""Where the article ends and the page's next part begins: other stories, comments, legal text, appeals."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pactline.corpus.body_ages import age
from pactline.corpus.body_credits import SIGNED_DAY
from pactline.corpus.body_lines import Line, nickname
from pactline.corpus.body_phrases import APPEALS, CLOCK, speaks_of_itself

LITTLE_PROSE = 250
"""Characters above a label that are too few for an article that is said to end there."""

SHORTEST_FIRST = 100
"""Characters of an article below which a headline with both a byline and a time of its own begins another."""

RESUMABLE = frozenset({"headline-list", "share-bar", "source-line"})
"""Parts after which an article may go on; a disclaimer or comments hold paragraphs of their own."""

RIGHT_BELOW = 3
"""Lines below an appeal in which paragraphs that do not speak of the site show that the article goes on."""

TEASER_WORDS = 45
TEASERS = 2
"""Headlines with a cut sentence below each that make a list; one may be the article's own heading and its cut end."""

COMMENTS_WITHIN = 12
"""Lines in which a second comment must follow."""

LONGEST_NICKNAME = 3
LONGEST_NAME, LONGEST_STAMP = 4, 6
REPLY = re.compile(r"(?:reply|responder|ответить|répondre|antworten|rispondi|yanıtla|like|me gusta)\W{0,3}(?:\d{1,4})?")
HEAD_OF_SECOND = 4
SHORTEST_HEADLINE, LONGEST_HEADLINE = 3, 20
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
DATELINE = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ][\w .,'’-]{2,50} ?\([A-ZА-ЯЁ][\w .]{1,20}\) ?\.?[-–—_]|[A-ZÀ-ÞА-ЯЁ .]{4,30}, [^\n]{3,30}[.,]? /[A-ZА-ЯЁ-]{3,12}/"
)
COMMENT = re.compile(
    r"(?:[•*#]\s?)?([\w.@'’-]{2,25}(?: [\w.@'’-]{1,25}){0,2}) ?[,–—|(-]{1,2} ?([^\n:]{5,40}?)\)?(?::|$)"
)
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
    own = kind in APPEALS
    if kind not in RESUMABLE and not own and above >= LITTLE_PROSE:
        return False
    full = [
        line.prose and not _cut(text, line) and not (own and speaks_of_itself(text[line.start : line.end]))
        for line in part
        if not line.kind
    ]
    return sum(full[:RIGHT_BELOW]) > 1 if own else any(a and b for a, b in pairwise(full))


def _cut(text: str, line: Line) -> bool:
    return text[line.end - 1] == "…" or text[line.end - 3 : line.end] == "..."


def _mark_headlines(page: list[Line], at: int, part: list[Line]) -> None:
    """The headlines right below a label are its own, up to the first prose."""
    for i, line in enumerate(part, at + 1):
        if line.prose:
            return
        if page[at].kind == "headline-list" and not line.kind:
            page[i] = replace(line, kind="headline-list")


def stop_of(text: str, page: list[Line], first: int) -> tuple[int, str]:
    """The line at which the page's next part begins, and the part's kind; (number of lines, "") where none does."""
    above: list[Line] = []
    for i in range(first, len(page)):
        line = page[i]
        kind = (line.ends or _begins(text, page, i, above)) if above else ""
        if kind:
            at = _before_teasers(text, page, first, i)
            return at, kind if at == i else "headline-list"
        above += [line] if line.prose else []
    at = _before_teasers(text, page, first, len(page))
    return at, "headline-list" if at < len(page) else ""


def _begins(text: str, page: list[Line], at: int, above: list[Line]) -> str:
    """The part that begins at a line without a label: readers' comments, another article, or ""."""
    if _comments_begin(text, page, at):
        return "comments"
    return "second-article" if _second_begins(text, page, at, above) else ""


def _comments_begin(text: str, page: list[Line], at: int) -> bool:
    """Two nicknames behind bullets, two names with the time they wrote at, or one that `says:` above it, or is answered."""
    line = page[at]
    following = page[at : at + COMMENTS_WITHIN]
    if nickname(text, line):
        return sum(nickname(text, other) for other in following) > 1
    if _is_comment(text, line):
        return sum(_is_comment(text, other) for other in following) > 1
    if _heads_comment(text, page, at):
        answered = any(REPLY.fullmatch(text[other.start : other.end][:20].strip().lower()) for other in following[2:5])
        return answered or any(_heads_comment(text, page, i) for i in range(at + 2, at + COMMENTS_WITHIN))
    if line.words > 8 or not SPEAKER.match(text[line.start : line.end][:80]):
        return False
    return any(COMMENT_STAMP.search(text[other.start : other.end][:80]) for other in following[1:3])


def _heads_comment(text: str, page: list[Line], at: int) -> bool:
    """A name above the time it wrote at, above what it wrote: `Ann / March 10, 2019 at 9:12 am / One left this morning ...`."""
    if at + 2 >= len(page) or not (page[at].plain and not page[at].prose and page[at].words <= LONGEST_NAME):
        return False
    stamp = text[page[at + 1].start : page[at + 1].end][:80]
    timed = page[at + 1].stamp and bool(CLOCK.search(stamp) or age(stamp.lower()))
    return timed and page[at + 1].words <= LONGEST_STAMP and page[at + 2].prose


def _is_comment(text: str, line: Line) -> bool:
    """`seadog67 – 12 September 2025: And yet ...`, `Ana hace 3 horas`; not `Caracas, 5 March 2019 (AP) - `."""
    words = text[line.start : line.end][:120]
    if wrote := age(words.lower()):
        writer = words[: wrote.start()]
        if 0 < len(writer.split()) <= LONGEST_NICKNAME and writer.strip()[-1:].isalnum():
            return True
    match = COMMENT.match(words)
    return bool(match and (SIGNED_DAY.search(match[2]) or age(match[2].lower())))


def _second_begins(text: str, page: list[Line], at: int, above: list[Line]) -> bool:
    """A headline with a byline, a time or an agency's dateline of its own, below an article that is whole."""
    heading, following = page[at], page[at + 1 : at + 1 + HEAD_OF_SECOND]
    if not heading.plain or heading.prose or not SHORTEST_HEADLINE <= heading.words <= LONGEST_HEADLINE:
        return False
    told = sum(line.end - line.start for line in above)
    if len(above) < 2 or told < SHORTEST_FIRST:
        return False
    to_prose = next((i for i, line in enumerate(following) if line.prose), None)
    if to_prose is None:
        return False
    prose = following[to_prose]
    if told < LITTLE_PROSE:
        head = following[:to_prose]
        return any(line.byline for line in head) and any(line.stamp and not line.byline for line in head)
    filed = all(DATELINE.match(text[line.start : line.end][:100]) for line in (above[0], prose))
    return filed or any(_signs(text, line) for line in following[:to_prose])


def _signs(text: str, line: Line) -> bool:
    words = text[line.start : line.end][:160]
    return line.byline or line.kind == "timestamp" or bool(line.stamp and CLOCK.search(words) and YEAR.search(words))


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
