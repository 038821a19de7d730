"""Whose figure it is, of the places its sentence names; and who says so."""

from __future__ import annotations

import re

from pactline.reading.oil_places import Place
from pactline.reading.oil_words import Cue, FigureWords
from pactline.reading.plain import plain


def owner_of(
    found: list[Place], text: str, start: int, end: int, measure: str, *, fresh: int = 0, until: int | None = None
) -> Place | None:
    """The place that owns the figure at [start, end): the nearest before it, else the nearest behind.

    fresh   where a new measure is spoken of behind the figure before ("and exports were"): a company named before is past
    until   start of the next figure, which owns what is named from there on

    A pointer ("the country") gives way to no name nearer than itself; a plant counts only for capacity, share and output.
    """
    found = [p for p in found if p.kind != "receiver" and (p.kind != "buyer" or _acts(p, text, start, end, measure))]
    usable = [
        p for p in found if p.kind != "plant" or measure in ("capacity", "share", "production", "target", "revenue")
    ]
    usable = [p for p in usable if p.kind != "company" or measure != "reserves" or p.possessive]
    if measure in ("exports", "share"):
        usable = [p for p in usable if not _BUYER.match(plain(text[p.end : p.end + 90]))]
    before = [p for p in usable if p.end <= start and not (p.kind in ("company", "plant") and p.end <= fresh)]
    before = _without_asides(_without_joint(before, text), text, start)
    if measure == "capacity" and (named := [p for p in usable if p.kind == "plant" and 0 <= p.start - end <= 12]):
        return named[0]
    if measure == "capacity" and (plants := [p for p in before if p.kind == "plant"]):
        return plants[-1]
    if measure == "share" and before and _MAKES_UP.fullmatch(plain(text[before[-1].end : start])):
        return before[-1]
    if measure == "share" and (whole := [p for p in usable if _of_whole(p, text, end)]):
        return whole[0]
    if measure == "revenue" and (earners := [p for p in before if not p.possessive]):
        return earners[-1]
    if before:
        last = before[-1]
        companies = [p for p in before if p.kind == "company" and not p.possessive]
        if last.kind == "state" and companies and (last.possessive or _own(text, companies[-1].end, last.start)):
            return companies[-1]
        return last
    behind = [p for p in usable if end <= p.start < min(end + 90, until or end + 90) and _belongs(p, text, end)]
    return behind[0] if behind else None


def _acts(buyer: Place, text: str, start: int, end: int, measure: str) -> bool:
    """Whether a country that buys is told with a figure of its own: its output, its imports, a share "of its oil imports"."""
    if measure in ("production", "imports", "capacity", "reserves", "target"):
        return True
    return measure == "share" and buyer.end <= start and bool(_OF_ITS.match(plain(text[end : end + 24])))


_OF_ITS = re.compile(r" (?:of|de|от) (?:its|their|sus?|suas?|seus?|сво[а-я]+)(?![^\W_])")


_MAKES_UP = re.compile(
    r"(?: (?:alone|sola|sozinha|only|solo|now|hoy|hoje))?,? (?:(?:already|ya|ja) )?(?:account(?:s|ed)? for|ma(?:de|kes?) up|contribut(?:es|ed)|provid(?:es|ed)"
    r"|pump(?:s|ed)|produc(?:es|ed|e|ia|io)|extrae|extrajo|aport(?:a|o|ou)|respond(?:e|eu) por|represent(?:s|ed|a|ou|o)|дает|давала|обеспечивает|добывает)"
    r"(?: (?:about|around|some|nearly|almost|just|under|over|more than|less than|cerca de|casi|quase|unos|mas de|mais de|menos de|a|un|um|la|около|почти|более)){0,3} ?"
)
"""Between a producer and its part of a larger whole: "Chevron accounts for a quarter of national output"."""


def _of_whole(place: Place, text: str, end: int) -> bool:
    """ "70% of Russia's exports", "el 70% de las exportaciones rusas": the place owns the whole that the share is of."""
    if place.kind == "opec" or not 0 <= place.start - end <= 32:
        return False
    gap = plain(text[end : place.start])
    return (place.possessive and len(gap) <= 12) or bool(_WHOLE.fullmatch(gap))


_WHOLE = re.compile(
    r" (?:de (?:las?|los?)|del|d[ao]s?|of(?: the)?) (?:[^\W\d_]+ )?(?:export|venta|ingres|divisas|produc|receita)[a-z]* (?:de |do |da )?"
)
_BUYER = re.compile(
    r"(?:,[^,.;\d]{0,60},)?(?: (?:was|were|is|are|remained|fue|es|era|sigue siendo|foi))?(?:,[^,.;\d]{0,60},)? (?:the |el |la |o |a )?(?:main |principal |top |chief )?"
    r"(?:destination|buyer|customer|market|took\b|takes\b|received|buys|bought|imported|compr[ao]|recibio|recibe|comprador|destino|mercado|recebeu)"
)
"""Behind a name that buys: "China was, directly or through intermediaries, the destination of 373,000 b/d"."""
_JOINED = re.compile(r"(?:,? (?:and|y|e|и) |, )(?:(?:the|la|el|a|o|su) )?(?:[^\W\d_]{4,} )?", re.IGNORECASE)


def _without_joint(found: list[Place], text: str) -> list[Place]:
    """Without companies and plants that are told together: a figure of "Liza and Payara together" is neither's own."""
    joint = [
        at for at in range(1, len(found))
        if found[at].kind in ("company", "plant") and found[at - 1].kind == found[at].kind
        and _JOINED.fullmatch(text[found[at - 1].end : found[at].start])
    ]  # fmt: skip
    dropped = {at - 1 for at in joint} | set(joint)
    return [place for at, place in enumerate(found) if at not in dropped]


def _without_asides(found: list[Place], text: str, start: int) -> list[Place]:
    """Without names inside an aside that is over before the figure, where another name stands outside."""
    outside = [
        p
        for at, p in enumerate(found)
        if not _ASIDE_ENDS.match(text[p.end : min(start, p.end + 80)])
        and not (at and _RELATIVE.match(text[found[0].end : p.start]) and "," in text[p.end : start])
    ]
    return outside or found


_RELATIVE = re.compile(
    r", (?:que|con|com|with|junto a|together with|alongside|donde|onde|cuy[oa]s?|which|where|whose|котор[а-я]+|где|в котор[а-я]+) [^.;]{0,60}$"
)
"""Between two names: the second stands in a relative clause about the first, "Petromiranda, which Rosneft shares with ..."."""
_ASIDE_ENDS = re.compile(r"[^()\n]{0,80}\)|[^-–—\n]{0,80}[-–—](?=[ ,])(?<! [-–—])")
"""Behind a name: the bracket or the dash that closes the aside it stands in."""


def _belongs(place: Place, text: str, end: int) -> bool:
    """Whether a name behind the figure at `end` is whose it is: no clause begins between, and the words join them."""
    gap = text[end : place.start]
    if not gap.strip(" "):
        return True
    if re.search(r"[;:(]|, ", gap):
        return False
    return place.possessive or place.kind in ("opec", "pointer") or bool(_AGENT.search(gap) or _CYRILLIC.search(gap))


_AGENT = re.compile(r"(?<![^\W_])(?:by|por|from|desde)(?: the| la| el)? $", re.IGNORECASE)
_CYRILLIC = re.compile("[а-я]")


def _own(text: str, start: int, end: int) -> bool:
    """ "Chevron tripled its Venezuelan output": the possessive says that the place only locates what is the company's."""
    return bool(
        re.search(
            r"\b(?:its|their|su|sus|seu|sua|seus|suas|ее|его|их|свою|своей|свои)\s*$",
            plain(text[max(start, end - 14) : end]),
        )
    )


def source_of(folded: str, at: int, words: FigureWords) -> Cue | None:
    """Who says so, from a `plain` sentence: the source named nearest to the place `at`."""
    found = words.cues("sources", folded)
    if not found:
        return None
    precise = [c for c in found if c.name.startswith("OPEC ")] or found
    return min(precise, key=lambda c: (abs(c.start - at), c.start))
