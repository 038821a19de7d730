"""Where a page uses its evidence: read out of its links, and written beside each sentence as links back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import html as parser

from pactline.report.citing import shown_of
from pactline.report.markup import escape

MOST_PIECES = 600
"""Pieces of evidence that a page lists, but that every figure lists one at least; the exported tables hold all."""


MOST_OF_MANY = 4
"""Pieces listed for one figure on such a page."""


@dataclass(frozen=True)
class Group:
    """A figure that rests on several pieces of evidence: its words, the block it stands in, all its keys."""

    words: str
    block: tuple[str, str] | None
    keys: list[str]


@dataclass
class Uses:
    """What a page cites.

    places   key -> {block id: block title}, in order of the page, for the keys that the page lists
    groups   anchor -> the figure that leads to it
    cut      whether the page lists less evidence than it cites
    """

    places: dict[str, dict[str, str]] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    cut: bool = False

    def shown(self, group: Group) -> list[str]:
        """Keys of a figure that the page lists; only the first few where the page had to leave evidence out."""
        kept = [key for key in shown_of(group.keys) if key in self.places]
        return kept[:MOST_OF_MANY] if self.cut else kept


def uses(page: str, most: int = MOST_PIECES) -> Uses:
    """Read the citing links out of a page; where they cite too much, the weightiest evidence is kept.

    most   pieces of evidence that the page may list
    """
    found = Uses()
    if not page.strip():
        return found
    alone: dict[str, None] = {}
    root = parser.fragment_fromstring(page, create_parent="div")
    for link in root.iter("a"):
        keys = (link.get("data-keys") or "").split()
        if not keys:
            continue
        place = next((a for a in link.iterancestors() if a.get("data-block")), None)
        block = None if place is None else (place.get("id"), place.get("data-block"))
        for key in shown_of(keys):
            places = found.places.setdefault(key, {})
            if block is not None:
                places.setdefault(*block)
        anchor = link.get("href", "").removeprefix("#")
        if anchor.startswith("g-"):
            words = " ".join(link.text_content().split()) or link.get("aria-label")
            found.groups.setdefault(anchor, Group(words, block, keys))
        else:
            alone[keys[0]] = None
    kept = chosen(found, alone, most)
    found.cut = len(kept) < len(found.places)
    found.places = {key: blocks for key, blocks in found.places.items() if key in kept}
    return found


def chosen(cited: Uses, alone: Collection[str], most: int) -> set[str]:
    """Evidence that the page lists: what a figure rests on alone; one piece at least of every other; then what is used most.

    alone   keys that are the only evidence of some figure
    """
    kept = set(alone)
    order = {key: i for i, key in enumerate(cited.places)}
    ranked = sorted(order, key=lambda key: (key.startswith("m-"), -len(cited.places[key]), order[key]))
    weight = {key: i for i, key in enumerate(ranked)}
    for group in sorted(cited.groups.values(), key=lambda g: len(g.keys)):
        shown = shown_of(group.keys)
        if kept.isdisjoint(shown):
            kept.add(min(shown, key=weight.__getitem__))
    kept.update([key for key in ranked if key not in kept][: max(0, most - len(kept))])
    return kept


def used_in(cited: Uses, key: str, but: Collection[str] = ()) -> str:
    """Where a piece of evidence is used, leaving out the blocks that are named elsewhere."""
    places = {block: title for block, title in cited.places.get(key, {}).items() if block not in but}
    if not places:
        return ""
    links = ", ".join(f'<a href="#{block}">{escape(title)}</a>' for block, title in places.items())
    return f"Used in: {links}."


def common_to(places: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Blocks of the page that use every one of several pieces of evidence; said once, not at each."""
    if len(places) < 2:
        return {}
    return {block: title for block, title in places[0].items() if all(block in other for other in places)}


def all_used_in(common: Mapping[str, str]) -> str:
    """One line for what several pieces of evidence share."""
    if not common:
        return ""
    links = ", ".join(f'<a href="#{block}">{escape(title)}</a>' for block, title in common.items())
    return f'<p class="used">All of them used in: {links}.</p>'
