"""Weapons of a stretch of text before they are counted: names and nouns that stand for one weapon made one mention."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pactline.reading.arms_nouns import Noun, arms_nouns
from pactline.reading.designations import Named
from pactline.reading.quantities import Counts, Quantity, is_filler
from pactline.reading.vocabulary import Hit

AKIN = (
    {"air-defence", "missile"}, {"missile", "artillery"}, {"artillery", "armour"}, {"ship", "submarine"},
    {"air-defence", "artillery"}, {"ship", "missile"}, {"uav", "aircraft"}, {"small-arms", "ammunition"},
)  # fmt: skip
"""Categories that one thing may be told under: a Pechora is a missile system and an air defence."""
JOINED = re.compile(r"\s*(?:,|/|;|and|or|y|e|ou|o|и|или|&|, and|, or|as well as|así como|bem como|а также)\s*")
"""What joins two weapons told one after the other."""
_BRACKET = re.compile(r"\s?[(\[«\"“][^()\[\]\n]{1,40}[)\]»\"”]\s?")
_APPOSITION = re.compile(r"\s?(?:[,(—–:]|en |in )\s?(?:a total of |un total de |um total de |всего )?")
_ADJECTIVE = re.compile(r"\s[^\W\d_]{4,20}(?:os|as|o|a|es|l|is)\s")
"""One adjective after a noun, known or not: `misiles portátiles Igla`."""
_DESCRIBED = re.compile(r",\s(?:the|an?|el|la|los|las|una?|os?|as?|uma?)\s")
_OF = re.compile(r"\s(?:for|of|to|de|del|para|do|da|dos|das|para os|para los|к|для|на)\s")
_ALIAS = re.compile(r"[\s(\"“«,/-]{0,3}(?:also known as|known as|or|o|ou|или|он же|так называемый)?[\s(\"“«]{0,3}")
_SHIP_NAME = re.compile(r"\s[\"“«']?(?P<name>[A-ZА-ЯЁ][\w’.-]{1,20}(?:\s[A-ZА-ЯЁ][\w’.-]{1,20}){0,2})")


@dataclass(frozen=True, slots=True)
class Thing:
    """A weapon on its way to an item: named (a designation, `id` set) or a noun."""

    start: int
    end: int
    name: str
    category: str | None
    id: str | None
    role: str
    bare: bool = True
    plural: bool = False
    care: bool = False
    noun: str | None = None
    quantity: Quantity | None = None


def weapon_mentions(
    text: str, start: int, end: int, named: Sequence[Named], counted: Counts, hits: Sequence[Hit]
) -> list[Thing]:
    """Weapons of text[start:end] in order of place: one for `Su-30MK2 fighters`, for `S-300VM (Antey-2500)`.

    named    designations of the stretch;  counted  its numbers;  hits  names of the vocabulary in it
    """
    things = _merge(text, _things(text, start, end, named, counted.language), counted)
    return [_vessel(text, thing, hits, end) for thing in things]


def within(hits: Sequence[Hit], start: int, end: int) -> Sequence[Hit]:
    low = bisect_left(hits, start, key=lambda hit: hit.start)
    return hits[low : bisect_left(hits, end, key=lambda hit: hit.start)]


def _things(text: str, start: int, end: int, named: Sequence[Named], language: str) -> list[Thing]:
    """Designations and nouns in order of place; a noun inside a name is the name's."""
    nouns = arms_nouns(text, start, end, language)
    found = [_from_name(n) for n in named] + [_from_noun(n) for n in nouns]
    kept: list[Thing] = []
    for thing in sorted(found, key=lambda t: (t.start, t.id is None, -t.end)):
        if kept and thing.start < kept[-1].end:
            if thing.id is not None and kept[-1].id is None:
                kept[-1] = replace(thing, plural=kept[-1].plural)
            continue
        kept.append(thing)
    return kept


def _from_name(named: Named) -> Thing:
    role = "family" if named.family else "system"
    return Thing(named.start, named.end, named.name, named.category, named.id, role, care=named.care)


def _from_noun(noun: Noun) -> Thing:
    return Thing(noun.start, noun.end, noun.name, noun.category, None, noun.role, noun.bare, noun.plural)


def _merge(text: str, things: list[Thing], counted: Counts) -> list[Thing]:
    """One thing for one weapon: `Su-30MK2 fighters`, `helicópteros Mi-17`, `S-300VM (Antey-2500)`."""
    merged: list[Thing] = []
    for thing in things:
        joined = _join(text, merged[-1], thing, counted) if merged else None
        if joined is None:
            merged.append(thing)
        else:
            merged[-1] = joined
    return merged


def _join(text: str, a: Thing, b: Thing, counted: Counts) -> Thing | None:
    """Both as one thing, or None where they are two."""
    gap = text[a.end : b.start]
    if len(gap) > 80:
        return None
    if a.id is not None and b.id is not None:
        return _same_name(a, b, gap)
    if a.role in ("part", "parts") and (of := _OF.match(gap)) and b.category not in (None, "other"):
        name = f"{b.name} spare parts" if a.name.endswith("parts") else f"{b.name} {a.name}"
        rest = is_filler(gap[of.end() :], counted.language)
        return replace(b, start=a.start, name=name, role="part", care=False, quantity=None) if rest else None
    if a.id is not None:
        return _name_and_noun(text, a, b, counted)
    if b.id is not None and a.role in ("head", "weak", "umbrella") and _akin(a.category, b.category):
        bracket = gap.strip(' ("“«[') == "" or is_filler(gap.replace("(", " "), counted.language)
        bracket = bracket or (counted.language in ("es", "pt") and _ADJECTIVE.fullmatch(gap) is not None)
        if bracket and "," not in gap:
            return replace(b, start=a.start, plural=a.plural, care=False, noun=a.name if a.category else None)
    if a.role == b.role == "umbrella" and JOINED.fullmatch(gap):
        return replace(a, end=b.end, name=f"{a.name} and {b.name}")
    return None


def _same_name(a: Thing, b: Thing, gap: str) -> Thing | None:
    """`S-300VM (Antey-2500)`, `BM-30 Smerch`: one weapon under two names; `Sukhoi Su-35`: family and model."""
    if a.id == b.id and _ALIAS.fullmatch(gap):
        return replace(a, end=b.end, care=a.care and b.care)
    if (a.role == "family" or a.care) and gap.strip() in ("", "-") and a.category == b.category:
        return replace(b, start=a.start)
    return None


def _name_and_noun(text: str, a: Thing, b: Thing, counted: Counts) -> Thing | None:
    """`Su-30MK2 fighters`, `F-16 spare parts`, `Su-30MK2, 24 jets in all`, `the AK-103, a rifle known to all`."""
    gap = _BRACKET.sub(" ", text[a.end : b.start], count=1)
    if a.category == b.category and _DESCRIBED.fullmatch(text, a.end, b.start):
        return replace(a, end=b.end, care=False)
    if is_filler(gap, counted.language):
        if b.role in ("part", "parts") or (b.category == "ammunition" and a.category != "ammunition"):
            category = a.category if b.role != "head" else "ammunition"
            return replace(a, end=b.end, name=f"{a.name} {b.name}", category=category, role="part", care=False)
        if _akin(a.category, b.category):
            return replace(a, end=b.end, plural=b.plural, care=False, noun=b.name if b.category else None)
    number = counted.before(text, b.start, a.end)
    if (
        number
        and a.quantity is None
        and b.bare
        and b.category == a.category
        and _APPOSITION.fullmatch(text, a.end, number.start)
    ):
        return replace(a, end=b.end, quantity=number, care=False)
    return None


def _akin(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b or "other" in (a, b) or {a, b} in AKIN


def _vessel(text: str, thing: Thing, hits: Sequence[Hit], end: int) -> Thing:
    """A ship named in full is that one ship: `the frigate Admiral Levchenko`."""
    if thing.id is not None:
        whole = thing.category in ("ship", "submarine") and " " in thing.name and "class" not in thing.name
        one = Quantity(thing.start, thing.start, 1, "exact")
        return replace(thing, quantity=thing.quantity or one) if whole and not thing.plural else thing
    if thing.category not in ("ship", "submarine") or thing.plural or thing.role != "head":
        return thing
    match = _SHIP_NAME.match(text, thing.end, min(end, thing.end + 70))
    if match is None or any(hit.start < match.end() for hit in within(hits, match.start("name"), match.end())):
        return thing
    one = Quantity(thing.start, thing.start, 1, "exact")
    return replace(thing, end=match.end(), name=match["name"], id=match["name"], role="system", quantity=one)
