"""HTML pages. The source text is the page's text as it is rendered: heading, byline and what `trafilatura` takes for the article.

It is stored with the article, so offsets hold. `trafilatura` drops menus, comments and paragraphs that it has already seen; a
page that it cannot take, because it is too deep, too large or has no article, is read without a tree instead: everything
that a reader would see, line by line. Hidden text, scripts and comments in the markup are in neither.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from typing import Any

from pactline.corpus.encodings import decode, settle
from pactline.corpus.entry import Refusal
from pactline.corpus.limits import Limits
from pactline.corpus.markup import is_hidden, shape, tamed, text_without_tree
from pactline.corpus.page_block import misses_article
from pactline.corpus.page_head import dated_lines, head_of
from pactline.corpus.page_metadata import Metadata, metadata
from pactline.record.article import Document

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # its warnings would stand between our lines
_CHARSET = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HIDING_RULE = re.compile(r"([^{}]{1,300}+)\{([^{}]{0,2000}+)\}")
_SIMPLE_SELECTOR = re.compile(r"\s*([.#])([\w-]{1,80})\s*")
MOST_STYLE = 200_000  # characters of a style sheet that are looked at
LOOKED_AT = 1000  # characters of an article in which its heading may stand once more
LONGEST_ROW = 500  # characters of a row of figures; a longer one is a page laid out as a table
SHORT_TEXT = 200  # characters below which an extract is compared with all the page's text
REPEATED_WORDS = 8  # words from which a paragraph that stands there again is counted


def read_page(
    data: bytes | str, *, source: str, own_id: str, limits: Limits, declared: str | None = None, url: str | None = None
) -> Document:
    """The document of one page.

    declared  encoding in the HTTP header, which outranks the page's own word
    raises    Refusal `empty` where a reader would see nothing
    """
    if isinstance(data, str):
        text, replaced = data, None
    else:
        decoded = decode(data, declared=declared or declared_in(data))
        text, replaced = decoded.text, decoded.note
    markup = tamed(text, limits)
    found, words, note = _with_tree(markup, limits)
    words = settle(words)[0]
    if not words.strip():
        raise Refusal("empty", "no-text: the page shows no text; it may need its scripts to be run")
    return Document(
        text=words, source=source, own_id=own_id, problem=note or replaced, title=found.title, outlet=found.outlet,
        url=url or found.url, language=found.language, date_hints=found.hints,
    )  # fmt: skip


def declared_in(data: bytes) -> str | None:
    """The encoding that a page's own head names.

    >>> declared_in(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">')
    'windows-1251'
    """
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _with_tree(markup: str, limits: Limits) -> tuple[Metadata, str, str | None]:
    """Metadata, text and a note; without a tree where one would be cut off or cost too much."""
    depth, elements = shape(markup)
    if depth > limits.page_depth:
        return Metadata(), text_without_tree(markup), f"deep: {depth} elements inside one another, read without a tree"
    if len(markup) > limits.page_bytes or elements > limits.page_elements:
        return Metadata(), text_without_tree(markup), f"large: a page of {elements:,} tags, read without a tree"
    tree = _parsed(markup)
    if tree is None:
        return Metadata(), text_without_tree(markup), None
    _drop_hidden(tree)
    found = metadata(tree)
    words, lines = _rendered(tree, markup, found)
    found.hints = (*found.hints, *dated_lines(lines))
    again = _read_once(tree, words)
    return (
        found,
        words,
        f"repeated: read once what stood there again, word for word (paragraphs: {again})" if again else None,
    )


def _read_once(tree: Any, words: str) -> int:
    """How many paragraphs repeat one that the text holds once, word for word; `trafilatura` leaves them out."""
    stands = Counter(" ".join(line.split()) for line in words.splitlines() if len(line.split()) >= REPEATED_WORDS)
    on_page = Counter(" ".join(element.text_content().split()) for element in tree.iter("p"))
    return sum(count - stands[paragraph] for paragraph, count in on_page.items() if 0 < stands[paragraph] < count)


def _parsed(markup: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _drop_hidden(tree: Any) -> None:
    """Take out what a reader does not see: by attribute, by inline style, by a plain rule of the page's own style sheet."""
    classes, ids = _hidden_names(tree)
    for element in list(tree.iter()):
        if element.getparent() is None or element.tag in {"html", "head", "body", "script", "style"}:
            continue
        attributes = f" style={element.get('style', '')} aria-hidden={element.get('aria-hidden', '')}"
        by_rule = element.get("id") in ids or classes.intersection(element.get("class", "").split())
        if (
            element.get("hidden") is not None
            or by_rule
            or is_hidden(attributes)
            or element.tag in {"template", "noscript"}
        ):
            element.drop_tree()


def _hidden_names(tree: Any) -> tuple[set[str], set[str]]:
    """Classes and ids that a rule outside @media hides, such as `.teaser { display: none }`."""
    classes: set[str] = set()
    ids: set[str] = set()
    for style in tree.xpath("//style"):
        for selectors, body in _HIDING_RULE.findall(_without_at_rules((style.text or "")[:MOST_STYLE])):
            if is_hidden(body):
                for match in map(_SIMPLE_SELECTOR.fullmatch, selectors.split(",")):
                    if match:
                        (classes if match[1] == "." else ids).add(match[2])
    return classes, ids


def _without_at_rules(style: str) -> str:
    """A style sheet without the rules that hold only for print or small screens.

    >>> _without_at_rules(".a{b:c} @media print { .d{e:f} } .g{h:i}")
    '.a{b:c}  .g{h:i}'
    """
    kept, depth, skipped = [], 0, False
    for piece in re.split(r"([{}]|@media|@supports|@print)", style):
        if piece.startswith("@") and not skipped:
            skipped, depth = True, 0
        elif skipped:
            depth += {"{": 1, "}": -1}.get(piece, 0)
            skipped = not (piece == "}" and depth <= 0)
        else:
            kept.append(piece)
    return "".join(kept)


def _rendered(tree: Any, markup: str, found: Metadata) -> tuple[str, tuple[str, ...]]:
    """Heading, byline and article, and the byline apart; all the page's text where no article is found in it.

    A page that is laid out as a table comes out as a row of cells, and of another the teasers are taken for the article: these
    are read line by line instead.
    """
    article = _extract(tree)
    unfit = _is_layout(article) or misses_article(tree, article)
    if len(article) < SHORT_TEXT or unfit:
        seen = text_without_tree(_markup_of(tree) or markup)
        if len(seen) < 10 * SHORT_TEXT or not article or unfit:
            return seen, ()
    head = head_of(tree, article, " | ".join(filter(None, (found.title, tree.findtext(".//title")))) or None)
    heading = found.title = head.heading or found.title
    first, _, rest = article.partition("\n")
    article = rest if heading and first.strip() == heading else article
    lines = [line for line in (heading, *head.lines) if line and line not in article[:LOOKED_AT]]
    return "\n".join([*lines, article]), head.lines


def _is_layout(article: str) -> bool:
    """Whether an extract holds the rows of a table with whole articles in its cells."""
    return any(row.startswith("|") and len(row) > LONGEST_ROW for row in article.splitlines())


def _markup_of(tree: Any) -> str:
    from lxml import html

    return str(html.tostring(tree, encoding="unicode"))


def _extract(tree: Any) -> str:
    """The article by `trafilatura`, "" where it finds none or fails."""
    import copy

    import trafilatura

    try:
        return trafilatura.extract(copy.deepcopy(tree), include_comments=False, include_tables=True) or ""
    except Exception:  # a page that its rules trip over is read without them
        return ""
