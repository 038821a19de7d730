"""The weapons a stretch of text is about, each with its quantity: `24 Su-30MK2`, `three submarines`, `drones`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any

from pactline.reading.actors import Scan
from pactline.reading.arms_nouns import Noun, arms_nouns, forms
from pactline.reading.designations import Named, designations
from pactline.reading.numbers import money, numbers
from pactline.reading.quantities import Counts, Quantity, counts, is_filler, is_free, last, single
from pactline.reading.vocabulary import Hit, Vocabulary

TOTALS = {
    "aircraft": "aircraft", "helicopter": "helicopters", "uav": "drones", "air-defence": "air-defence systems",
    "missile": "missiles", "armour": "armoured vehicles", "artillery": "artillery", "ship": "ships",
    "submarine": "submarines", "small-arms": "small arms", "ammunition": "ammunition", "radar-sensor": "radars",
    "electronic-warfare": "electronic warfare systems", "other": "weapons",
}  # fmt: skip
"""What a number over several models counts where no noun says it: `12 Shahed 191 and 129` are 12 drones."""
AKIN = (
    {"air-defence", "missile"}, {"missile", "artillery"}, {"artillery", "armour"}, {"ship", "submarine"},
    {"air-defence", "artillery"}, {"ship", "missile"}, {"uav", "aircraft"}, {"small-arms", "ammunition"},
)  # fmt: skip
"""Categories that one thing may be told under: a Pechora is a missile system and an air defence."""
LOOK_BACK = 2
"""Sentences before a statement in which the weapon it is about may be named."""
MOST_RECALLED = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINED = re.compile(r"\s*(?:,|/|;|and|or|y|e|ou|o|и|или|&|, and|, or|as well as|así como|bem como|а также)\s*")
_BRACKET = re.compile(r"\s?[(\[«\"“][^()\[\]\n]{1,40}[)\]»\"”]\s?")
_APPOSITION = re.compile(r"\s?(?:[,(—–:]|en |in )\s?(?:a total of |un total de |um total de |всего )?")
_OF = re.compile(r"\s(?:for|of|to|de|del|para|do|da|dos|das|para os|para los|к|для|на)\s")
_MEASURE = re.compile(
    r"(?<![\w.,])\d{1,6}(?:[.,]\d{1,3})?[\s-]?(?:mm|cm|km|kg|nm|мм|см|км|кг|миллиметр\w{0,3}|километр\w{0,3})\b"
)
_ALIAS = re.compile(r"[\s(\"“«,/-]{0,3}(?:also known as|known as|or|o|ou|или|он же|так называемый)?[\s(\"“«]{0,3}")
_SHIP_NAME = re.compile(r"\s[\"“«']?(?P<name>[A-ZА-ЯЁ][\w’.-]{1,20}(?:\s[A-ZА-ЯЁ][\w’.-]{1,20}){0,2})")


@dataclass(frozen=True, slots=True)
class Item:
    """One weapon of a statement.

    start, end  its words in the source text
    name        canonical designation, or an English noun
    quantity    None where the text gives none; bound None with it
    umbrella    True for a word that stands for arms of any sort (weapons, military equipment)
    """

    start: int
    end: int
    name: str
    category: str
    quantity: int | None = None
    bound: str | None = None
    umbrella: bool = False

    def row(self) -> dict[str, Any]:
        """As the table `deals` holds it."""
        kept = asdict(self)
        return {key: kept[key] for key in ("name", "category", "quantity", "bound")}


@dataclass(frozen=True, slots=True)
class _Thing:
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


def items(text: str, start: int, end: int, scan: Scan, vocabulary: Vocabulary) -> list[Item]:
    """Weapons in text[start:end], in order of place; linear in the length of the stretch.

    Catches `24 Su-30` (24), `a nuclear submarine` (1), `12 Shahed 191 and 129` (12 drones, then the models);
    refuses `7.62 mm`, `in 2009 T-72`, `helicopter pilots`, `aboard two planes`.
    """
    language = scan.article.language if scan.article.language in ("en", "es", "pt", "ru") else "en"
    named = designations(text, start, end, _within(scan.hits, start, end), vocabulary)
    things = _things(text, start, end, named, language)
    counted = counts(numbers(_plain_numbers(text, start, end, named), language), text, start, language)
    merged = _merge(text, things, counted, language)
    vessels = [_vessel(text, thing, scan.hits, end) for thing in merged]
    with_counts = _count(text, vessels, counted, start, end, language)
    kept = [t for t in _totals(text, with_counts, language) if not _carries(text, t, start, language)]
    return _told(kept, paid=bool(money(text[start:end], language)))


def _plain_numbers(text: str, start: int, end: int, named: Iterable[Named]) -> str:
    """The stretch with the digits of names and measures blanked, at the same offsets: `7.62 mm`, `Mi-17` count nothing."""
    pieces, at = [], start
    for name in named:
        pieces += [text[at : name.start], "§" * (name.end - name.start)]
        at = name.end
    pieces.append(text[at:end])
    return _MEASURE.sub(lambda match: "§" * len(match[0]), "".join(pieces))


def _within(hits: Sequence[Hit], start: int, end: int) -> Sequence[Hit]:
    low = bisect_left(hits, start, key=lambda hit: hit.start)
    return hits[low : bisect_left(hits, end, key=lambda hit: hit.start)]


def _things(text: str, start: int, end: int, named: Sequence[Named], language: str) -> list[_Thing]:
    """Designations and nouns in order of place; a noun inside a name is the name's."""
    nouns = arms_nouns(text, start, end, language)
    found = [_from_name(n) for n in named] + [_from_noun(n) for n in nouns]
    kept: list[_Thing] = []
    for thing in sorted(found, key=lambda t: (t.start, t.id is None, -t.end)):
        if kept and thing.start < kept[-1].end:
            if thing.id is not None and kept[-1].id is None:
                kept[-1] = replace(thing, plural=kept[-1].plural)
            continue
        kept.append(thing)
    return kept


def _from_name(named: Named) -> _Thing:
    role = "family" if named.family else "system"
    return _Thing(named.start, named.end, named.name, named.category, named.id, role, care=named.care)


def _from_noun(noun: Noun) -> _Thing:
    return _Thing(noun.start, noun.end, noun.name, noun.category, None, noun.role, noun.bare, noun.plural)


def _merge(text: str, things: list[_Thing], counted: Counts, language: str) -> list[_Thing]:
    """One thing for one weapon: `Su-30MK2 fighters`, `helicópteros Mi-17`, `S-300VM (Antey-2500)`."""
    merged: list[_Thing] = []
    for thing in things:
        joined = _join(text, merged[-1], thing, counted, language) if merged else None
        if joined is None:
            merged.append(thing)
        else:
            merged[-1] = joined
    return merged


def _join(text: str, a: _Thing, b: _Thing, counted: Counts, language: str) -> _Thing | None:
    """Both as one thing, or None where they are two."""
    gap = text[a.end : b.start]
    if len(gap) > 80:
        return None
    if a.id is not None and b.id is not None:
        return _same_name(a, b, gap)
    if a.role in ("part", "parts") and (of := _OF.match(gap)) and b.category not in (None, "other"):
        name = f"{b.name} spare parts" if a.name.endswith("parts") else f"{b.name} {a.name}"
        rest = is_filler(gap[of.end() :], language)
        return replace(b, start=a.start, name=name, role="part", care=False, quantity=None) if rest else None
    if a.id is not None:
        return _name_and_noun(text, a, b, counted, language)
    if b.id is not None and a.role in ("head", "weak", "umbrella") and _akin(a.category, b.category):
        bracket = gap.strip(' ("“«[') == "" or is_filler(gap.replace("(", " "), language)
        if bracket and "," not in gap:
            return replace(b, start=a.start, plural=a.plural, care=False, noun=a.name if a.category else None)
    if a.role == b.role == "umbrella" and _JOINED.fullmatch(gap):
        return replace(a, end=b.end, name=f"{a.name} and {b.name}")
    return None


def _same_name(a: _Thing, b: _Thing, gap: str) -> _Thing | None:
    """`S-300VM (Antey-2500)`, `BM-30 Smerch`: one weapon under two names; `Sukhoi Su-35`: family and model."""
    if a.id == b.id and _ALIAS.fullmatch(gap):
        return replace(a, end=b.end, care=a.care and b.care)
    if (a.role == "family" or a.care) and gap.strip() in ("", "-") and a.category == b.category:
        return replace(b, start=a.start)
    return None


def _name_and_noun(text: str, a: _Thing, b: _Thing, counted: Counts, language: str) -> _Thing | None:
    """`Su-30MK2 fighters`, `F-16 spare parts`, `Su-30MK2, 24 jets in all`."""
    gap = _BRACKET.sub(" ", text[a.end : b.start], count=1)
    if is_filler(gap, language):
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


def _vessel(text: str, thing: _Thing, hits: Sequence[Hit], end: int) -> _Thing:
    """A ship named in full is that one ship: `the frigate Admiral Levchenko`."""
    if thing.id is not None:
        whole = thing.category in ("ship", "submarine") and " " in thing.name and "class" not in thing.name
        one = Quantity(thing.start, thing.start, 1, "exact")
        return replace(thing, quantity=thing.quantity or one) if whole and not thing.plural else thing
    if thing.category not in ("ship", "submarine") or thing.plural or thing.role != "head":
        return thing
    match = _SHIP_NAME.match(text, thing.end, min(end, thing.end + 70))
    if match is None or any(hit.start < match.end() for hit in _within(hits, match.start("name"), match.end())):
        return thing
    one = Quantity(thing.start, thing.start, 1, "exact")
    return replace(thing, end=match.end(), name=match["name"], id=match["name"], role="system", quantity=one)


def _count(text: str, things: list[_Thing], counted: Counts, start: int, end: int, language: str) -> list[_Thing]:
    """Every thing with the number that is its own; a number serves once."""
    done: list[_Thing] = []
    floor = start
    for position, thing in enumerate(things):
        ceiling = things[position + 1].start if position + 1 < len(things) else end
        quantity = thing.quantity or _quantity(text, thing, counted, floor, ceiling, language)
        done.append(replace(thing, quantity=quantity))
        floor = max(thing.end, quantity.end if quantity else 0)
    return done


def _quantity(text: str, thing: _Thing, counted: Counts, floor: int, ceiling: int, language: str) -> Quantity | None:
    before = counted.before(text, thing.start, floor)
    if before is not None:
        return counted.part_after(text, thing.end, before) or before
    if (after := counted.after(text, thing.end, ceiling)) is not None:
        return after
    if thing.plural or thing.role in ("umbrella", "part", "parts") or _business(language).match(text, thing.end):
        return None
    return single(text, thing.start, floor, language)


@cache
def _business(language: str) -> re.Pattern[str]:
    """What makes `a Su-30 contract` one contract and no aircraft; also a plural s outside the name."""
    return re.compile(rf"(?:[\s-](?:{forms(language, 'business')})(?!\w))", re.IGNORECASE)


def _totals(text: str, things: list[_Thing], language: str) -> list[_Thing]:
    """A number over several models goes to a generic thing before them; a total told in parts gives way to the parts."""
    spread: list[_Thing] = []
    position = 0
    while position < len(things):
        run = _run(text, things, position, language)
        first = things[position]
        if len(run) > 1 and first.id is not None and first.quantity and first.role != "part":
            total = replace(
                first, name=first.noun or TOTALS[first.category or "other"], id=None, role="head", noun=None
            )
            spread += [total, *(replace(t, quantity=None) for t in run)]
        else:
            spread += run
        position += len(run)
    return _without_sums(spread)


def _run(text: str, things: list[_Thing], position: int, language: str) -> list[_Thing]:
    """Models of one category joined to one another, none but the first with a number."""
    run = [things[position]]
    for thing in things[position + 1 :]:
        gap = text[run[-1].end : thing.start]
        joint = _JOINED.match(gap)
        alone = thing.id is not None and thing.quantity is None and thing.category == run[0].category
        if run[0].id is None or not alone or joint is None or not is_filler(gap[joint.end() :], language):
            break
        run.append(thing)
    return run


def _without_sums(things: list[_Thing]) -> list[_Thing]:
    """Drop `10 helicopters` before `6 Mi-17, 3 Mi-35M and 1 Mi-26`."""
    kept = []
    for position, thing in enumerate(things):
        parts: list[int] = []
        for later in things[position + 1 : position + 9]:
            if later.id is None or later.category != thing.category or later.quantity is None:
                break
            parts.append(later.quantity.count)
        summed = (
            thing.id is None and thing.quantity is not None and len(parts) > 1 and sum(parts) == thing.quantity.count
        )
        if not summed:
            kept.append(thing)
    return kept


def _carries(text: str, thing: _Thing, start: int, language: str) -> bool:
    """What only brings people or goods is no item: `aboard two planes`."""
    edge = min(thing.start, thing.quantity.start if thing.quantity else thing.start)
    match = last(_carrier(language), text, max(start - 20, edge - 45, 0), edge)
    return match is not None and is_filler(text[match.end() : edge].replace(" a ", " "), language)


@cache
def _carrier(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{forms(language, 'carrier')})(?=\s)(?:\s(?:{forms(language, 'one')}))?", re.IGNORECASE
    )


def _told(things: Iterable[_Thing], *, paid: bool) -> list[Item]:
    """Things as items: doubtful words only in company, umbrella words only alone and unpriced, each weapon once."""
    listed = [t for t in things if t.category is not None]
    sure = {t.category for t in listed if not t.care and t.role != "umbrella"}
    believed = [t for t in listed if not t.care or t.quantity is not None or t.category in sure]
    specific = any(t.role != "umbrella" for t in believed)
    named = {t.category for t in believed if t.id is not None}
    kept = [
        t
        for t in believed
        if not (t.role == "umbrella" and (specific or paid))
        and not (t.id is None and t.bare and t.quantity is None and t.role == "head" and t.category in named)
    ]
    return _once(kept)


def _once(things: list[_Thing]) -> list[Item]:
    """One item for a weapon named twice, with the number that either mention has."""
    found: dict[tuple[str, str], Item] = {}
    for t in things:
        item = Item(
            t.start, t.end, t.name, t.category or "other",
            t.quantity.count if t.quantity else None, t.quantity.bound if t.quantity else None, t.role == "umbrella",
        )  # fmt: skip
        key = (item.name.lower(), item.category)
        if key not in found or (found[key].quantity is None and item.quantity is not None):
            found[key] = item
        elif item.quantity is not None and item.quantity != found[key].quantity:
            found[(f"{key[0]} {item.quantity}", item.category)] = item
    return sorted(found.values(), key=lambda item: item.start)


def items_nearby(text: str, start: int, end: int, scan: Scan, vocabulary: Vocabulary) -> list[Item]:
    """What a statement that names no weapon is about: those told last before it, in its sentence or the two before.

    A number that stands alone in the statement counts them: `34 have been handed over`, `a fleet of twelve`.
    Nothing where the statement itself speaks of arms of any sort (`bought weapons for $4bn`), or where more than
    MOST_RECALLED were told before: then the text does not say which. For deals of weapons only: a visit, a loan or
    an exercise needs no item.
    """
    language = scan.article.language if scan.article.language in ("en", "es", "pt", "ru") else "en"
    if any(noun.role == "umbrella" for noun in arms_nouns(text, start, end, language)):
        return []
    at = bisect_right(scan.sentences, start, key=lambda sentence: sentence[0]) - 1
    spans = [(scan.sentences[at][0], start), (end, scan.sentences[at][1])] if at >= 0 else []
    spans += scan.sentences[max(0, at - LOOK_BACK) : max(at, 0)][::-1]
    for span in spans:
        told = [i for i in items(text, *span, scan, vocabulary) if not i.umbrella] if span[0] < span[1] else []
        if told:
            alone = _alone(text, start, end, language) if len({i.category for i in told}) == 1 else None
            return _recalled(told, alone) if len(told) <= MOST_RECALLED or alone else []
    return []


def _alone(text: str, start: int, end: int, language: str) -> Quantity | None:
    """The one number of a stretch that counts something unnamed."""
    counted = counts(numbers(_plain_numbers(text, start, end, ()), language), text, start, language).found
    free = [q for q in counted if not _YEAR.fullmatch(text, q.start, q.end) and is_free(text, q, language)]
    return free[0] if len(free) == 1 else None


def _recalled(told: Sequence[Item], number: Quantity | None) -> list[Item]:
    """Weapons told before, now with the number of the statement; the number is that of the last one told."""
    if number is None:
        return [replace(item, quantity=None, bound=None) for item in told]
    return [replace(told[-1], quantity=number.count, bound=number.bound)]
