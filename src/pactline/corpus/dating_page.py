"""Where on a page a date stands: above the headline, in the head, in the article, in a caption, in the tail."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pactline.corpus.body_flat import breaks, cuts
from pactline.corpus.dating_words import date_words, fold, weekday_of
from pactline.record.article import Span

READ_HEAD, READ_TAIL = (
    24_000,
    4_000,
)  # characters looked at from either end: a date of publication stands in neither's middle
_HEADLINE_LETTERS, _HEADLINE_WORDS = 14, 4
_PROSE_LENGTH, _PROSE_WORDS = 90, 12
_SENTENCE_WORDS = 6
_CHINESE, _CHINESE_HEADLINE, _CHINESE_PROSE = re.compile("[\u4e00-\u9fff]"), 8, 30
_SENTENCE_END = re.compile(r"\w{2}[\"»”)]?[.!?…](?:\s|$|[\"»”)])|[。！？]")
_ENDING = 6
"""Characters at the end of a line in which its last sentence mostly ends."""
_POST = re.compile(r"\(@\w|twitter\.com|t\.co/|x\.com/|pic\.twitter|^\s*[—–-]\s[^@]{0,80}@\w")
_BYLINE_LENGTH = 60
_WRITTEN_BY = frozenset(
    {"by", "written by", "story by", "text by", "reported by", "por", "escrito por", "par", "von", "di"}
)
"""Words before a writer's name; those of a page's keeper, such as `posted by`, are not among them."""

_OUTSIDE = ("caption", "comment", "headline", "teaser", "second", "list")


@dataclass(frozen=True, slots=True)
class Page:
    """A text cut into lines, with the article's place in it.

    folded      the text in lower case without accents, same offsets
    lines       (start, end) of each line
    headline    where the first line of words ends; the text's length without one
    head_end    where the first sentence of prose begins
    body_end    where the article ends
    outside     spans that belong to captions, comments, other stories
    """

    text: str
    folded: str
    lines: tuple[Span, ...]
    headline: int
    head_end: int
    body_end: int
    outside: tuple[Span, ...]

    def line_at(self, offset: int) -> Span:
        """The line that holds an offset."""
        return self.lines[max(0, bisect_right(self.lines, (offset, len(self.text) + 1)) - 1)]

    def zone(self, offset: int) -> str:
        """`head`, `body` or `tail`."""
        return "head" if offset < self.head_end else "body" if offset < self.body_end else "tail"

    def is_outside(self, offset: int) -> bool:
        """In a caption, a comment, another story's headline."""
        return any(start <= offset < end for start, end in self.outside)

    def is_caption(self, offset: int) -> bool:
        """On a line that reads as a picture's caption or credit."""
        start, end = self.line_at(offset)
        words = date_words().lists["labels.caption"]
        return bool(
            words.match(self.folded[start:end].lstrip())
            or words.search(self.folded[max(start, offset - 160) : min(end, offset + 160)])
        )

    def is_post(self, offset: int) -> bool:
        """On the line of an embedded post of a social network."""
        start, end = self.line_at(offset)
        return bool(_POST.search(self.text[max(start, offset - 400) : min(end, offset + 40)]))

    def under_byline(self, offset: int) -> bool:
        """On the line of who wrote the article, or right below it."""
        start = self.line_at(offset)[0]
        above = self.folded[max(0, start - _BYLINE_LENGTH) : start].rstrip().rsplit("\n", 1)[-1]
        by = date_words().lists["openings.byline"]
        own = self.folded[start:offset].lstrip()
        return any(len(m[0]) < len(line) and m[0] in _WRITTEN_BY for line in (above, own) if (m := by.match(line)))

    def above_headline(self, offset: int) -> bool:
        """No line of its own words stands before it."""
        return offset <= self.headline


def words_from(text: str, start: int, end: int) -> str:
    """Whole words of text[start:end] on one line, a word cut at the start left out.

    >>> words_from("was announced on July 25", 6, 24)
    'on July 25'
    """
    start = max(0, start)
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    return " ".join(text[start:end].split())


def _is_headline(line: str) -> bool:
    """Words enough for a headline: `Jets wait for parts`, not `Home News Sport` or a date."""
    words = [
        w for w in re.findall(r"[^\W\d_]+", line[:200]) if weekday_of(w) is None and fold(w) not in date_words().months
    ]
    letters = sum(map(len, words))
    if len(_CHINESE.findall(line[:200])) >= _CHINESE_HEADLINE:
        return True
    return letters >= 20 or (letters >= _HEADLINE_LETTERS and len(words) >= _HEADLINE_WORDS)


def excerpt(text: str, spans: Sequence[Span]) -> tuple[str, list[tuple[int, int]]]:
    """The part of a text that is read, with spans moved to fit: all of it at ordinary length, else both its ends."""
    shift = len(text) - READ_HEAD - READ_TAIL
    if shift <= 0:
        return text, [(s[0], s[1]) for s in spans]

    def moved(offset: int) -> int:
        return max(READ_HEAD, offset - shift) if offset > READ_HEAD else offset

    return text[:READ_HEAD] + text[-READ_TAIL:], [(moved(s[0]), moved(s[1])) for s in spans]


def _lines(text: str) -> tuple[Span, ...]:
    found = (piece for m in re.finditer(r"[^\n\r\u2028]+", text) for piece in cuts(text, m.start(), m.end()))
    return tuple(found) or ((0, len(text)),)


def _is_prose(line: str) -> bool:
    spaced = len(line) >= _PROSE_LENGTH and line.count(" ") >= _PROSE_WORDS
    long_enough = spaced or len(_CHINESE.findall(line[:200])) >= _CHINESE_PROSE
    return long_enough and bool(_SENTENCE_END.search(line, len(line) - _ENDING) or _SENTENCE_END.search(line))


def _tells(line: str) -> bool:
    """A short sentence, such as an article's last."""
    return line.count(" ") >= _SENTENCE_WORDS and bool(_SENTENCE_END.search(line[-6:]))


def read_page(text: str, body_spans: Sequence[Span], clutter: Sequence[tuple[int, int, str]]) -> Page:
    """Cut a text into lines and place the article in it.

    body_spans   where the article is; one span over everything means that nobody has looked
    clutter      what was left out, with its kind; captions, comments and other stories hold dates of their own
    """
    text = breaks(text).sub(lambda mark: " " * (len(mark[0]) - 1) + "\n", text)  # its line ends may be written out
    lines = _lines(text)
    prose = [(s, e) for s, e in lines if _is_prose(text[s:e])]
    known = [(s, e) for s, e in body_spans if s < len(text)]
    if sum(e - s for s, e in known) >= 0.98 * len(text):
        known = []
    first = prose[0][0] if prose else known[0][0] if known else lines[min(len(lines) - 1, 5)][0]
    told = [e for s, e in lines if s >= first and _tells(text[s:e])]
    last = known[-1][1] if known else max([*told[-1:], *(e for _, e in prose[-1:])], default=len(text))
    outside = tuple((s, e) for s, e, kind in clutter if any(word in kind for word in _OUTSIDE))
    headline = next((e for s, e in lines if _is_headline(text[s:e])), len(text))
    return Page(text, fold(text), lines, headline, first, last, outside)
