"""The last gate: walk the finished page and refuse a figure that leads nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import html as parser

_DIGIT = re.compile(r"\d")
FREE_TAGS = frozenset({"code", "pre", "style", "script", "title", "summary"})
FREE_PARTS = frozenset({"evidence"})


class PageError(ValueError):
    """A page that must not be published; the message lists its faults."""


def audited(html: str) -> str:
    """The same page, if every figure is a link, every link leads somewhere, and every id is there once.

    raises  PageError with the first faults
    """
    found = faults(html)
    if found:
        shown = "\n  ".join(found[:10])
        raise PageError(f"the page has {len(found)} faults:\n  {shown}")
    return html


def faults(html: str) -> list[str]:
    """Everything that is wrong with a page, in its order."""
    root = parser.document_fromstring(html)
    ids = Counter(element.get("id") for element in root.iter() if isinstance(element.tag, str) and element.get("id"))
    found = [f"the id {name} stands {n} times" for name, n in ids.items() if n > 1]
    for link in root.iter("a"):
        href = link.get("href") or ""
        if href.startswith("#") and href[1:] not in ids:
            found.append(f"{_words(link)!r} links to {href}, which is not on the page")
    main = root.find(".//main")
    found += [f"{words!r} is a figure without evidence" for words in bare_figures(main if main is not None else root)]
    return found


def bare_figures(root: Any) -> Iterator[str]:
    """Text with a digit that stands in no link into the page and in no place that is free of figures.

    Free are: code, the evidence itself, axis labels, headings of columns, and what is marked `data-plain` (words of an article or a reason
    shown as they are, beside a link).
    """
    stack = [(root, False)]
    while stack:
        node, free = stack.pop()
        if not isinstance(node.tag, str):
            continue
        inside = free or _is_free(node)
        if not inside and node.text and _DIGIT.search(node.text):
            yield " ".join(node.text.split())[:80]
        for child in reversed(node):
            stack.append((child, inside))
            if not inside and child.tail and _DIGIT.search(child.tail):
                yield " ".join(child.tail.split())[:80]


def _is_free(node: Any) -> bool:
    return (
        node.tag in FREE_TAGS
        or (node.tag == "a" and (node.get("href") or "").startswith("#"))
        or node.get("id") in FREE_PARTS
        or node.get("data-plain") is not None
        or node.get("data-axis") is not None
        or (node.tag == "th" and node.get("scope") == "col")
    )


def _words(node: Any) -> str:
    return " ".join((node.get("aria-label") or node.text_content()).split())[:60]
