"""Where a page uses its evidence: read out of its links, and written beside each sentence as links back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import html as parser

from pactline.report.markup import escape


@dataclass
class Uses:
    """What a page cites.

    places   key -> {block id: block title}, in order of the page
    groups   anchor -> (words of the figure, keys listed, keys in all)
    """

    places: dict[str, dict[str, str]] = field(default_factory=dict)
    groups: dict[str, tuple[str, list[str], int]] = field(default_factory=dict)


def uses(page: str) -> Uses:
    """Read the citing links out of a page."""
    found = Uses()
    if not page.strip():
        return found
    root = parser.fragment_fromstring(page, create_parent="div")
    for link in root.iter("a"):
        keys = (link.get("data-keys") or "").split()
        if not keys:
            continue
        place = next((a for a in link.iterancestors() if a.get("data-block")), None)
        for key in keys:
            places = found.places.setdefault(key, {})
            if place is not None:
                places.setdefault(place.get("id"), place.get("data-block"))
        anchor = link.get("href", "").removeprefix("#")
        if anchor.startswith("g-"):
            words = link.get("aria-label") or " ".join(link.text_content().split())
            found.groups.setdefault(anchor, (words, keys, int(link.get("data-of", len(keys)))))
    return found


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
