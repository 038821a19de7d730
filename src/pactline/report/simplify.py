"""matplotlib's drawing with fewer elements: no empty groups, one link a mark, shapes where they stand, lines of one look as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
_TOKEN = re.compile(r"[A-Za-z]|-?\d[\d.]{0,20}")
CIRCLE = 50
"""Numbers in the path by which matplotlib draws a circle: a start and eight curves of three points."""


def simplify(root: Any) -> None:
    """Change a drawing in place; it looks the same afterwards."""
    _ungroup(root)
    _one_link_a_mark(root)
    _place_shapes(root)
    _join_lines(root)


def _ungroup(root: Any) -> None:
    for group in list(root.iter(f"{SVG}g")):
        if group.get("id") == "axis" or group.get("clip-path"):
            continue
        parent = group.getparent()
        place = parent.index(group)
        for i, child in enumerate(list(group)):
            parent.insert(place + i, child)
        parent.remove(group)


def _one_link_a_mark(root: Any) -> None:
    """Bring the parts of one mark together where the last of them is drawn, so that the keyboard stops there once."""
    parts: dict[str, list[Any]] = {}
    for link in root.iter(f"{SVG}a"):
        parts.setdefault(link.get(HREF), []).append(link)
    for *earlier, last in parts.values():
        moved = [child for link in earlier for child in link]
        for i, child in enumerate(moved):
            last.insert(i, child)
        for link in earlier:
            link.getparent().remove(link)


def _place_shapes(root: Any) -> None:
    """Each use of a marker's shape as a circle or path of its own."""
    shapes = {path.get("id"): path for defs in root.iter(f"{SVG}defs") for path in defs.iter(f"{SVG}path")}
    for use in list(root.iter(f"{SVG}use")):
        shape = shapes.get((use.get(HREF) or "").removeprefix("#"))
        if shape is not None:
            _place(use, shape)
    for defs in list(root.iter(f"{SVG}defs")):
        for path in [p for p in defs if p.get("id") in shapes]:
            defs.remove(path)
        if not len(defs):
            defs.getparent().remove(defs)


def _place(use: Any, shape: Any) -> None:
    x, y = float(use.get("x")), float(use.get("y"))
    tokens = _TOKEN.findall(shape.get("d"))
    for name in (HREF, "x", "y"):
        del use.attrib[name]
    if sum(not t.isalpha() for t in tokens) == CIRCLE:
        use.tag = f"{SVG}circle"
        use.set("cx", f"{x:.1f}")
        use.set("cy", f"{y:.1f}")
        use.set("r", f"{abs(float(tokens[2])):.1f}")
    else:
        use.tag = f"{SVG}path"
        use.set("d", " ".join(_moved(tokens, x, y)))


def _moved(tokens: list[str], x: float, y: float) -> Iterator[str]:
    """A path of absolute coordinates, moved.

    >>> list(_moved(["M", "1", "2", "z"], 10, 20))
    ['M', '11.0', '22.0', 'z']
    """
    across = True
    for token in tokens:
        if token.isalpha():
            yield token
        else:
            yield f"{float(token) + (x if across else y):.1f}"
            across = not across


def _join_lines(root: Any) -> None:
    """Neighbouring paths of one look become one path."""
    for parent in list(root.iter()):
        before: Any = None
        for child in list(parent):
            joins = before is not None and child.tag == before.tag == f"{SVG}path" and _look(child) == _look(before)
            if joins:
                before.set("d", f"{before.get('d')} {child.get('d')}")
                parent.remove(child)
            else:
                before = child


def _look(path: Any) -> dict[str, str]:
    return {name: value for name, value in path.attrib.items() if name not in ("d", "id")}
