"""matplotlib's SVG made fit for a page: small, its ids unique, its colours from the stylesheet, its marks links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from lxml import etree

from pactline.report.markup import escape
from pactline.report.simplify import HREF, SVG, simplify
from pactline.report.style import CLASSES, NARROW, WIDE, Canvas, drawn

_NUMBER = re.compile(r"-?\d{1,9}\.\d{1,18}")
_ALLOWED = {"svg", "g", "path", "use", "defs", "a", "text", "rect", "circle", "pattern", "title", "clipPath"}
_DEFAULTS = {
    "stroke-linecap: butt", "stroke-linejoin: round", "fill-opacity: 1", "stroke-opacity: 1", "opacity: 1", "text-anchor: start",
    "font-size: 12px",
}  # fmt: skip
TEXT_CLASSES = {
    "text-anchor: end": "te", "text-anchor: middle": "tm", "font-size: 10.5px": "t1", "font-size: 11px": "t2", "font-size: 11.5px": "t3",
}  # fmt: skip
"""Settings of text that most words of a chart share, as classes of the stylesheet."""

_WIDE_ONLY: ContextVar[bool] = ContextVar("wide_only", default=False)


@contextmanager
def wide_only() -> Iterator[None]:
    """Draw for a screen only, as the analyst's panel does: half the work."""
    before = _WIDE_ONLY.set(True)
    try:
        yield
    finally:
        _WIDE_ONLY.reset(before)


def pictures(
    name: str, alt: str, draw: Callable[[Canvas], Any], height: Callable[[bool], int],
    margins: Callable[[bool], tuple[int, int, int, int]],
) -> str:  # fmt: skip
    """A chart drawn for a screen and for a phone; the stylesheet shows the one that fits.

    alt      what the chart says, computed from its data
    height, margins   given whether the chart is narrow
    """
    both = []
    for width, kind in ((WIDE, "wide"), (NARROW, "narrow"))[: 1 if _WIDE_ONLY.get() else 2]:
        narrow = width == NARROW
        raw, marks = drawn(draw, width=width, height=height(narrow), margins=margins(narrow))
        both.append(f'<div class="{kind}">{clean(raw, f"{name}-{kind[0]}", alt, marks)}</div>')
    return "".join(both)


def clean(raw: str, prefix: str, alt: str, marks: Sequence[tuple[str, str]]) -> str:
    """The SVG as it stands in the page.

    prefix   goes before every id, so that charts do not share any
    marks    (link attributes, label) for every `mark:N` address
    raises   ValueError for an element that no chart of ours draws
    """
    root = etree.fromstring(raw.encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in (f"{SVG}metadata", f"{SVG}style"):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    simplify(root)
    written = _write(root, prefix, _references(root), marks)
    head = (
        f'<svg viewBox="{root.get("viewBox")}" role="group" aria-label="{escape(alt)}" '
        'xmlns="http://www.w3.org/2000/svg">'
    )
    return f"{head}{written}</svg>"


def _references(root: Any) -> set[str]:
    text = etree.tostring(root, encoding="unicode")
    return set(re.findall(r'(?:url\(#|xlink:href="#)([^)"]{1,80})', text))


def _write(root: Any, prefix: str, used: set[str], marks: Sequence[tuple[str, str]]) -> str:
    """Children of the root as text; written by hand so that the page holds exactly the allowed elements and attributes."""
    out: list[str] = []
    stack: list[Any] = list(reversed(root))
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            out.append(node)
            continue
        tag = etree.QName(node).localname
        if tag not in _ALLOWED:
            raise ValueError(f"a chart holds <{tag}>, which no chart of ours draws")
        opening, closing = _tags(node, tag, prefix, used, marks)
        if not len(node) and not (node.text or "").strip():
            out.append(f"{opening[:-1]}/>" if opening else "")
            continue
        out.append(opening)
        if node.text and node.text.strip():
            out.append(escape(node.text))
        stack.append(closing)
        stack.extend(reversed(node))
    return "".join(out)


def _tags(node: Any, tag: str, prefix: str, used: set[str], marks: Sequence[tuple[str, str]]) -> tuple[str, str]:
    if tag == "a":
        link, says = marks[int(node.get(HREF).removeprefix("mark:"))]
        seen = " ".join(t.text or "" for t in node.iter(f"{SVG}text"))
        if not seen:
            return f"<a {link}><title>{escape(says)}</title>", "</a>"
        said = (
            "" if seen == says else f' aria-label="{escape(f"{seen}: {says}")}"'
        )  # what is seen is part of what is said
        return f"<a {link}{said}>", "</a>"
    kept = _attributes(node, tag, prefix, used)
    if tag == "g" and not kept:
        return "", ""
    return f"<{tag}{kept}>", f"</{tag}>"


def _attributes(node: Any, tag: str, prefix: str, used: set[str]) -> str:
    parts = []
    classes: list[str] = []
    for name, value in node.attrib.items():
        name = "href" if name == HREF else etree.QName(name).localname
        if name == "id":
            if value == "axis":
                parts.append('data-axis=""')
            if value not in used:
                continue
            value = f"{prefix}-{value}"
        elif name == "style":
            rest, classes = _style(value, prefix, is_text=tag == "text")
            if rest:
                parts.append(f'style="{escape(rest)}"')
            continue
        elif name in ("fill", "stroke") and value in CLASSES:
            classes.append(f"{name[0]}-{CLASSES[value]}")
            continue
        elif name == "transform" and value.startswith("rotate(-0"):
            continue
        value = _path(value) if name == "d" else value
        value = re.sub(r"#(?=[\w-])", f"#{prefix}-", value) if name in ("href", "clip-path") else value
        parts.append(f'{name}="{escape(_round(" ".join(value.split())))}"')
    if classes:
        parts.append(f'class="{" ".join(classes)}"')
    return "".join(f" {part}" for part in parts)


def _style(value: str, prefix: str, *, is_text: bool) -> tuple[str, list[str]]:
    """What is left of a style, and the classes that stand for its colours."""
    rest, classes = [], []
    for part in (p.strip() for p in value.split(";")):
        name, _, setting = part.partition(": ")
        if setting in CLASSES and name in ("fill", "stroke"):
            classes.append(f"{name[0]}-{CLASSES[setting]}")
        elif name == "font-family" or part in _DEFAULTS or not part:
            continue
        elif part in TEXT_CLASSES:
            classes.append(TEXT_CLASSES[part])
        else:
            rest.append(f"{name}:{_round(setting.replace('url(#', f'url(#{prefix}-'))}")
    if is_text and not any(c.startswith("f-") for c in classes):
        classes.append("f-ink")
    return ";".join(rest), classes


def _path(d: str) -> str:
    """A path without the spaces it can do without.

    >>> _path("M 1 2 L 3 4.04 z")
    'M1 2L3 4.04z'
    """
    return re.sub(r"\s*([A-Za-z])\s*", r"\1", " ".join(d.split()))


def _round(text: str) -> str:
    return _NUMBER.sub(lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), text)
