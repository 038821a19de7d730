"""What stands above the article of a page: its heading, and the short lines with author and date, which extractors drop."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pactline.corpus.body_credits import SIGNED_DAY
from pactline.corpus.body_lines import SENTENCE_END
from pactline.corpus.dating_words import date_words, fold
from pactline.corpus.encodings import settle
from pactline.corpus.page_metadata import MOST_DATE_LENGTH

REACH = 80
"""Elements before the article among which its heading and byline are looked for."""

ABOVE_HEADING = 6
"""Elements right above the heading that may hold the day of a post."""

SHORTEST_HEADING, LONGEST_HEADING, LONGEST_BYLINE = 8, 300, 150
MOST_LINES = 4
KEY = 40
"""Characters by which the article's first paragraph is found again in the tree."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
BYLINE = re.compile(
    r"date|byline|author|time|publish|posted|timestamp|dateline|fecha|firma|autor|\bdata\b|assina|signature|datum|meta",
    re.IGNORECASE,
)
DAY = re.compile(
    r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}(?!\d)"
)


@dataclass(frozen=True)
class Head:
    """heading   of the article, None where none stands above it
    lines     author and date, in the order of the page
    """

    heading: str | None = None
    lines: tuple[str, ...] = ()


def head_of(tree: Any, article: str, title: str | None) -> Head:
    """The heading and the bylines above an article.

    article  its text as it was taken out, whose first paragraph is found again in the tree
    title    what the page's head calls it, which tells the article's heading from the site's name
    """
    above = _above(tree, article)
    found = [
        (i, words) for i, element in enumerate(above) if element.tag in HEADINGS and _fits(words := text_of(element))
    ]
    place = _heading(found, title)
    first = 0 if place is None else max(0, place - ABOVE_HEADING)
    lines: list[str] = []
    for i, element in enumerate(above[first:], first):
        words = text_of(element)
        if i != place and _is_byline(element, words, above_heading=place is not None and i < place):
            lines = [line for line in lines if line not in words]
            lines += [words] if not any(words in line for line in lines) else []
    return Head(dict(found)[place] if place is not None else None, tuple(lines[-MOST_LINES:]))


def dated_lines(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Bylines as dated fields of the page, by what their words say of the day.

    >>> list(dated_lines(["By Jane Roe, 5 March 2019", "Updated: 7 March 2019", "© 2024 The Paper"]))
    [("line of the page's date", 'By Jane Roe, 5 March 2019'), ('line of the day it was modified', 'Updated: 7 March 2019')]
    """
    labels = {name: date_words().lists[f"labels.{name}"] for name in ("published", "updated", "other", "copyright")}
    for line in lines:
        says = {name for name, words in labels.items() if words.search(fold(line))}
        if len(line) <= MOST_DATE_LENGTH and not says & {"other", "copyright"}:
            later = "updated" in says and "published" not in says
            yield "line of the day it was modified" if later else "line of the page's date", line


def _above(tree: Any, article: str) -> list[Any]:
    """The last elements that begin before the article's first paragraph; the page's first ones where it is not found."""
    sentences = (line for line in article.splitlines() if len(line) >= KEY and SENTENCE_END.search(line[-8:]))
    keys = [" ".join(line.split())[:KEY] for line in sentences][:1]
    before: deque[Any] = deque(maxlen=REACH)
    for element in tree.iter():
        if keys and any(" ".join(text.split()).startswith(keys[0]) for text in _own_texts(element)):
            return list(before)
        if isinstance(element.tag, str):
            before.append(element)
    return []


def _own_texts(element: Any) -> tuple[str, ...]:
    return tuple(text for text in (element.text, element.tail) if isinstance(text, str) and len(text) >= KEY)


def _heading(found: list[tuple[int, str]], title: str | None) -> int | None:
    """The longest heading that the page's title holds, else the first one of the highest rank, else none."""
    named = [(len(words), i) for i, words in found if title and same(words, title)]
    if named:
        return max(named)[1]
    return found[0][0] if found and title is None else None


def same(heading: str, title: str) -> bool:
    """Whether one holds the other, whatever their case.

    >>> same("Callao looks to Korea", "Hulls and Turrets: Callao looks to Korea")
    True
    """
    first, second = heading.casefold(), title.casefold()
    return first in second or second in first


def _fits(words: str) -> bool:
    return SHORTEST_HEADING <= len(words) <= LONGEST_HEADING


def _is_byline(element: Any, words: str, *, above_heading: bool) -> bool:
    """A short line marked as one of author or date, or one that holds a day; above the heading a day is needed."""
    if not words or len(words) > LONGEST_BYLINE or element.tag in {"script", "style", "title", "option"}:
        return False
    marks = f"{element.tag} {element.get('class', '')} {element.get('itemprop', '')} {element.get('id', '')}"
    dated = bool(SIGNED_DAY.search(words) or DAY.search(words))
    return dated and bool(BYLINE.search(marks)) if above_heading else dated or bool(BYLINE.search(marks))


def text_of(element: Any) -> str:
    """The words of an element on one line, those of neighbouring elements apart."""
    return settle(" ".join(" ".join(element.itertext()).split()))[0]
