"""Which words of a statement carry which of its fields, shown by colour and by the line under them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pactline.report.markup import escape

Mark = Sequence[Any]
"""[start, end, role]: offsets into the source text, as the columns `marks` of deals and oil hold them."""

ROLES = {
    "supplier": "supplier", "recipient": "recipient", "subject": "whose figure", "item": "item", "measure": "what is measured",
    "quantity": "quantity", "value": "value", "unit": "unit", "status": "status", "direction": "rise or fall",
    "date": "period", "as_of": "period", "source": "who says so",
}  # fmt: skip
"""Role of a mark -> what the legend calls it. Each has a class m-ROLE in the stylesheet, a ground and a line of its own."""


def marks_of(row: Any) -> list[Mark]:
    """Marks of a statement; none where a correction by hand or an older table brought none."""
    marks = getattr(row, "marks", None)
    return marks if isinstance(marks, list) else []


def highlighted(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """A passage with its marks as <mark>; where marks overlap the first one in order of place, then the longer one, stays."""
    out, at = [], start
    for left, right, role in sorted(marks, key=lambda m: (m[0], -m[1])):
        if left < at or right > end or right <= left:
            continue
        out.append(escape(text[at:left]))
        out.append(f'<mark class="m-{role}">{escape(text[left:right])}</mark>')
        at = right
    return "".join(out) + escape(text[at:end])


def legend(roles: Iterable[str]) -> str:
    """The marks that a page uses, each in its own look."""
    used = set(roles)
    shown = {name: role for role, name in ROLES.items() if role in used}
    items = "".join(f'<li><mark class="m-{role}">{name}</mark></li>' for name, role in shown.items())
    return f'<ul class="legend marks">{items}</ul>' if items else ""
