"""HTML as a string: what is cut before a parser sees it, and its text without any tree. Linear in the length of the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pactline.corpus.limits import Limits

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,63}+)([^<>]*)>")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
UNSHOWN = frozenset("script style template noscript head title svg iframe object textarea select datalist".split())
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    ]
)
CLOSE_THEMSELVES = frozenset({"p", "li", "dt", "dd", "option", "tr", "td", "th"})
_HIDDEN = re.compile(
    r"\shidden(?=[\s=/]|$)|display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|aria-hidden\s{0,9}=\s{0,9}[\"']?true",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\r\f\v\xa0]+")


def is_hidden(attributes: str) -> bool:
    """True where a tag's own attributes say that a reader does not see it.

    >>> is_hidden(' style="display:none"'), is_hidden(' class="hidden-gem"')
    (True, False)
    """
    return _HIDDEN.search(attributes) is not None


def tamed(markup: str, limits: Limits) -> str:
    """The page without its document type, whose entities can swell, and without the attributes of overlong tags.

    >>> tamed('<!DOCTYPE html [<!ENTITY a "b">]><p>Oil</p>', Limits())
    '<p>Oil</p>'
    """
    return TAG.sub(lambda tag: _short(tag, limits.tag_words), _without_doctype(markup))


def _without_doctype(markup: str) -> str:
    start = markup[:20_000].lower().find("<!doctype")
    if start < 0:
        return markup
    close, bracket = markup.find(">", start), markup.find("[", start)
    if 0 <= bracket < close:
        close = markup.find(">", markup.find("]", bracket))
    return markup[:start] + markup[close + 1 :] if close > start else markup


def _short(tag: re.Match[str], most: int) -> str:
    attributes = tag[3]
    return f"<{tag[1]}{tag[2]}>" if len(attributes) > most and len(attributes.split(None, most)) > most else tag[0]


def shape(markup: str) -> tuple[int, int]:
    """How deep elements nest, and how many tags there are.

    >>> shape("<div><p>a<p>b<div></div></div>")
    (2, 6)
    """
    depth = most = count = 0
    for closing, name, attributes in TAG.findall(markup):
        count += 1
        name = name.lower()
        if name in VOID or name in CLOSE_THEMSELVES or attributes.endswith("/"):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        most = max(most, depth)
    return most, count


def text_without_tree(markup: str) -> str:
    """What a reader would see, a line for each block; scripts, styles, comments and hidden elements are not in it.

    >>> text_without_tree("<h1>Oil</h1><p hidden>x</p><p>Output <b>fell</b> &amp; rose<!-- y --></p>")
    'Oil\\nOutput fell & rose'
    """
    pieces: list[str] = []
    hidden, depth = "", 0
    for closing, name, attributes, words in _pieces(_without_comments(markup)):
        if hidden:
            depth += 0 if name != hidden else -1 if closing else 1
            if depth > 0:
                continue
            hidden = ""
        elif not closing and name not in VOID and (name in UNSHOWN or is_hidden(attributes)):
            hidden, depth = name, 1
            continue
        pieces.append(("" if name in INLINE or not name else "\n") + html.unescape(words.replace("\n", " ")))
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(markup: str) -> Iterator[tuple[str, str, str, str]]:
    """Tags, each with the words after it; first the words before any."""
    last, before = 0, ("", "", "")
    for tag in TAG.finditer(markup):
        yield (*before, markup[last : tag.start()])
        last, before = tag.end(), (tag[1], tag[2].lower(), tag[3])
    yield (*before, markup[last:])


def _without_comments(markup: str) -> str:
    kept, position = [], 0
    while (start := markup.find("<!--", position)) >= 0:
        kept.append(markup[position:start])
        end = markup.find("-->", start + 4)
        if end < 0:
            return "".join(kept)
        position = end + 3
    return "".join(kept) + markup[position:]
