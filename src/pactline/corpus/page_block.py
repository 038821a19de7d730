"""The element of a page that holds most prose, to tell when an extractor took the teasers beside an article for the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pactline.corpus.markup import INLINE

BLOCKS = frozenset({"p", "div", "blockquote", "td", "section"})
"""Elements that are a paragraph where they hold no other block."""

ASIDE = re.compile(
    r"comment|disqus|footer|related|sidebar|promo|teaser|card|cookie|consent|newsletter|subscri|signup|recommend|popular|most-read|share|widget"
)
"""Names that pages give to what is not their article."""

SENTENCE_END = re.compile(r"[.!?…。؟][\"'”’»)\]]{0,3}$")
SHORTEST = 60
"""Characters of the shortest paragraph that counts."""

LINKED = 0.3
"""Share of a paragraph in links from which it is a list of them."""

LEAST_PROSE = 200
KEPT = 0.34
COMPARED = 60
"""Characters at a paragraph's beginning by which it is found again in an extract."""


def misses_article(tree: Any, article: str) -> bool:
    """Whether an extract holds hardly any paragraph of the element with most prose, and less text than it.

    >>> from lxml import html
    >>> told = "".join(f"<div>The fleet left port number {n} on Friday, and the navy said so at noon.</div>" for n in range(4))
    >>> page = html.document_fromstring(f"<div id=a>{told}</div><div class=cards><p>Three dead in a mine, the police said.</p></div>")
    >>> misses_article(page, "Three dead in a mine, the police said."), misses_article(page, page.text_content())
    (True, False)
    """
    paragraphs = densest(tree)
    length = sum(map(len, paragraphs))
    words = " ".join(article.split())
    found = sum(paragraph[:COMPARED] in words for paragraph in paragraphs)
    return length >= max(LEAST_PROSE, len(words) // 2) and found < KEPT * len(paragraphs)


def densest(tree: Any) -> list[str]:
    """The paragraphs of prose in the element that directly holds most of them."""
    held: dict[Any, list[str]] = {}
    for paragraph, words in _paragraphs(tree):
        held.setdefault(paragraph.getparent(), []).append(words)
    return max(held.values(), key=lambda found: sum(map(len, found)), default=[])


def _paragraphs(tree: Any) -> Iterator[tuple[Any, str]]:
    for element in tree.iter(*BLOCKS):
        if any(child.tag not in INLINE and child.tag != "br" for child in element) or element.getparent() is None:
            continue
        words = " ".join(element.text_content().split())
        if len(words) < SHORTEST or not SENTENCE_END.search(words[-5:]) or _is_aside(element):
            continue
        linked = sum(len(link.text_content()) for link in element.iter("a"))
        if linked < LINKED * len(words):
            yield element, words


def _is_aside(element: Any) -> bool:
    """Whether it, or one of the elements around it, is named as something beside the article."""
    for around in (element, *element.iterancestors()):
        if around.tag in ("aside", "footer", "nav", "form", "header"):
            return True
        if around.tag != "body" and ASIDE.search(f"{around.get('class', '')} {around.get('id', '')}".lower()):
            return True
    return False
