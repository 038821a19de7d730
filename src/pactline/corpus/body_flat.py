"""Lines of a text that lost its line ends: escaped in a record, or flattened to one line with menu, stamp and labels in it."""

from __future__ import annotations

import re
from itertools import pairwise

from pactline.corpus.body_credits import SIGNED_DAY
from pactline.corpus.body_phrases import begins_part
from pactline.record.article import Span

FLAT = 600
"""Characters from which a line that holds nearly all of a text is taken for a flattened page."""

NEARLY_ALL = 0.9
HEAD = 500
"""Characters in which menu, headline, byline and stamp stand above a flattened article."""

LEAST_HEAD = 15
LONGEST_LABEL = 60
_PLAIN = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_ESCAPED = re.compile(
    r"\r\n|\r|\n|\u2028|\u2029"
    r"|(?<![\w:\\]:)(?<!\w\\)(?:\\r)?\\n(?=[A-ZÀ-ÞА-ЯЁ0-9\"“«¿¡(•*\s\\–—-]|$)|(?<=[.!?\"”»\s])(?:\\r)?\\n"
)
"""Also a backslash and an n, where a sentence ends or a new line begins; not those of `C:\\new`."""

SENTENCE_BEGINS = re.compile(r"(?<=[.!?»”\"…]) (?=[A-ZÀ-ÞА-ЯЁ¿¡(])")
AFTER_STAMP = re.compile(
    r"[,;|·•–—-]{0,2}(?: ?(?:at |a las |às |в )?\d{1,2}[:.h]\d{2}(?::\d{2})?)?(?: ?(?:[ap]\.?m\.?|hrs|GMT|UTC|[A-Z]{2,3}T))?[ |·•–—-]{1,4}(?=[A-ZÀ-ÞА-ЯЁ«“\"¿])",
    re.IGNORECASE,
)


def breaks(text: str) -> re.Pattern[str]:
    """What ends a line of a text.

    >>> breaks("Oil falls.\\\\nNo price.").split("Oil falls.\\\\nNo price.")
    ['Oil falls.', 'No price.']
    """
    return _ESCAPED if "\\n" in text else _PLAIN


def cuts(text: str, start: int, end: int) -> list[Span]:
    """The pieces of a line, which is one piece unless it is a flattened page: head with its stamp, article, parts with labels.

    >>> page = "Home News Tankers to sail March 5, 2019 " + "The minister spoke of tankers to the press. " * 20 + "Related stories Oil falls"
    >>> [page[a:b][:24] for a, b in cuts(page, 0, len(page))]
    ['Home News Tankers to sai', 'The minister spoke of ta', 'Related stories Oil fall']
    """
    if end - start < max(FLAT, NEARLY_ALL * len(text)):
        return [(start, end)]
    at = sorted({start, *_after_stamp(text, start), *_labels(text, start, end), end})
    return [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(at) if text[a:b].strip()]


def _after_stamp(text: str, start: int) -> list[int]:
    """Where the article begins behind the stamp of a flattened head, in one place or none: no sentence may end before it."""
    head = text[start : start + HEAD]
    day = SIGNED_DAY.search(head)
    if not day or day.start() < LEAST_HEAD or SENTENCE_BEGINS.search(head[: day.start()]):
        return []
    gap = AFTER_STAMP.match(head, day.end())
    return [start + gap.end()] if gap else []


def _labels(text: str, start: int, end: int) -> list[int]:
    """Where a label of another part of the page follows a sentence, in the second half: what stands before is the article."""
    found = []
    for match in SENTENCE_BEGINS.finditer(text, start + (end - start) // 2, end):
        label = text[match.end() : match.end() + LONGEST_LABEL].lower()
        if begins_part(label):
            found.append(match.end())
    return found
