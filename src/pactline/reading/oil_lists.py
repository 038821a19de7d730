"""Lists told in parallel: "Liza Destiny and Liza Unity are licensed for 160,000 and 250,000 b/d", "in May and June, respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

_AND = re.compile(
    r",? (?:and|y|e|и) (?:in |en |em |в |of |de |unos |about |some |los |a )?|, (?:in |en |em |в |of |de )?"
)
_RESPECTIVELY = re.compile(r"respectively|respectivamente|соответственно|in that order|en ese orden|nessa ordem")
FARTHEST = 90
"""Characters between the end of one list and the start of the other."""


class Spanned(Protocol):
    """Anything with a place in the sentence."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Item = TypeVar("Item", bound=Spanned)


def paired(text: str, figures: Sequence[Spanned], items: Sequence[Item]) -> dict[int, Item]:
    """Start of a figure -> the item that stands at its place in the other list.

    text    `plain` sentence, with every offset in it; figures and items in order of place

    A list of figures and a list of as many items pair where "respectively" says so, or where one list follows the other and
    nothing stands between the figures but "and".
    """
    said = _RESPECTIVELY.search(text) is not None
    for values in _runs(text, figures):
        for names in _runs(text, items):
            if len(names) != len(values) or values[0].start == names[0].start:
                continue
            first, second = (names, values) if names[0].start < values[0].start else (values, names)
            apart = second[0].start - first[-1].end
            if apart >= 0 and (
                said or (apart <= FARTHEST and not re.search(r"[.;]|\d", text[first[-1].end : second[0].start]))
            ):
                return {value.start: name for value, name in zip(values, names, strict=True)}
    return {}


def _runs(text: str, spans: Sequence[Item]) -> list[list[Item]]:
    """Stretches of two or more that nothing but "and" or a comma divides."""
    runs: list[list[Item]] = []
    for span in spans:
        if runs and _AND.fullmatch(text[runs[-1][-1].end : span.start]):
            runs[-1].append(span)
        else:
            runs.append([span])
    return [run for run in runs if len(run) > 1]
