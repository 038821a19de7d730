"""The weapons a stretch of text is about, each with its quantity: `24 Su-30MK2`, `three submarines`, `drones`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any

from pactline.reading.actors import Scan
from pactline.reading.arms_nouns import forms, may_hold_nouns
from pactline.reading.designations import Named, designations
from pactline.reading.numbers import money, numbers
from pactline.reading.quantities import Counts, Quantity, counts, is_filler, is_free, last, single
from pactline.reading.vocabulary import Vocabulary
from pactline.reading.weapon_mentions import JOINED, Thing, weapon_mentions, within
from pactline.record.article import Span
from pactline.record.languages import ruled

TOTALS = {
    "aircraft": "aircraft", "helicopter": "helicopters", "uav": "drones", "air-defence": "air-defence systems",
    "missile": "missiles", "armour": "armoured vehicles", "artillery": "artillery", "ship": "ships",
    "submarine": "submarines", "small-arms": "small arms", "ammunition": "ammunition", "radar-sensor": "radars",
    "electronic-warfare": "electronic warfare systems", "other": "weapons",
}  # fmt: skip
"""What a number over several models counts where no noun says it: `12 Shahed 191 and 129` are 12 drones."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MEASURE = re.compile(
    r"(?<![\w.,])\d{1,6}(?:[.,]\d{1,3})?[\s-]?(?:mm|cm|km|kg|nm|мм|см|км|кг|миллиметр\w{0,3}|километр\w{0,3})\b"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One weapon of a statement.

    start, end  its words in the source text
    name        canonical designation, or an English noun
    quantity    None where the text gives none; bound None with it
    umbrella    True for a word that stands for arms of any sort (weapons, military equipment)
    counted     the words of its quantity in the source text
    """

    start: int
    end: int
    name: str
    category: str
    quantity: int | None = None
    bound: str | None = None
    umbrella: bool = False
    counted: Span | None = None

    def row(self) -> dict[str, Any]:
        """As the table `deals` holds it."""
        kept = asdict(self)
        return {key: kept[key] for key in ("name", "category", "quantity", "bound")}


def items(text: str, start: int, end: int, scan: Scan, vocabulary: Vocabulary) -> list[Item]:
    """Weapons in text[start:end], in order of place; linear in the length of the stretch.

    Catches `24 Su-30` (24), `a nuclear submarine` (1), `12 Shahed 191 and 129` (12 drones, then the models);
    refuses `7.62 mm`, `in 2009 T-72`, `helicopter pilots`, `aboard two planes`.
    """
    language = ruled(scan.article.language)
    named = designations(text, start, end, within(scan.hits, start, end), vocabulary)
    if not named and not may_hold_nouns(text[start:end], language):
        return []
    counted = counts(numbers(_plain_numbers(text, start, end, named), language), text, start, language)
    things = weapon_mentions(text, start, end, named, counted, within(scan.hits, start, end))
    with_counts = _count(text, things, counted, start, end, language)
    kept = _meant(text, _totals(text, with_counts, language), start, language)
    at_large = any(thing.role == "umbrella" for thing in kept)
    return _told(kept, paid=at_large and bool(money(text[start:end], language)))


def _plain_numbers(text: str, start: int, end: int, named: Iterable[Named]) -> str:
    """The stretch with the digits of names and measures blanked, at the same offsets: `7.62 mm`, `Mi-17` count nothing."""
    pieces, at = [], start
    for name in named:
        pieces += [text[at : name.start], "§" * (name.end - name.start)]
        at = name.end
    pieces.append(text[at:end])
    return _MEASURE.sub(lambda match: "§" * len(match[0]), "".join(pieces))


def _count(text: str, things: list[Thing], counted: Counts, start: int, end: int, language: str) -> list[Thing]:
    """Every thing with the number that is its own; a number serves once."""
    done: list[Thing] = []
    floor = start
    for position, thing in enumerate(things):
        ceiling = things[position + 1].start if position + 1 < len(things) else end
        quantity = thing.quantity or _quantity(text, thing, counted, floor, ceiling, language)
        done.append(thing if quantity is thing.quantity else replace(thing, quantity=quantity))
        floor = max(thing.end, quantity.end if quantity else 0)
    return done


def _quantity(text: str, thing: Thing, counted: Counts, floor: int, ceiling: int, language: str) -> Quantity | None:
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


def _totals(text: str, things: list[Thing], language: str) -> list[Thing]:
    """A number over several models goes to a generic thing before them; a total told in parts gives way to the parts."""
    spread: list[Thing] = []
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


def _run(text: str, things: list[Thing], position: int, language: str) -> list[Thing]:
    """Models of one category joined to one another, none but the first with a number."""
    run = [things[position]]
    for thing in things[position + 1 :]:
        gap = text[run[-1].end : thing.start]
        joint = JOINED.match(gap)
        alone = thing.id is not None and thing.quantity is None and thing.category == run[0].category
        if run[0].id is None or not alone or joint is None or not is_filler(gap[joint.end() :], language):
            break
        run.append(thing)
    return run


def _without_sums(things: list[Thing]) -> list[Thing]:
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


def _meant(text: str, things: Sequence[Thing], start: int, language: str) -> list[Thing]:
    """Without what only brings people or goods, and what a weapon is aimed at: `aboard two planes`, `against aircraft`."""
    kept: list[Thing] = []
    dropped: Thing | None = None
    for thing in things:
        joined = dropped is not None and JOINED.fullmatch(text, dropped.end, thing.start) is not None
        if _is_aside(text, thing, start, language) or (joined and thing.quantity is None):
            dropped = thing
        else:
            kept.append(thing)
    return kept


def _is_aside(text: str, thing: Thing, start: int, language: str) -> bool:
    edge = min(thing.start, thing.quantity.start if thing.quantity else thing.start)
    match = last(_aside(language), text, max(start - 20, edge - 45, 0), edge)
    return match is not None and is_filler(text[match.end() : edge].replace(" a ", " "), language)


@cache
def _aside(language: str) -> re.Pattern[str]:
    words = forms(language, "carrier", "target")
    return re.compile(rf"(?<!\w)(?:{words})(?=\s)(?:\s(?:{forms(language, 'one')}))?", re.IGNORECASE)


def _told(things: Iterable[Thing], *, paid: bool) -> list[Item]:
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


def _once(things: list[Thing]) -> list[Item]:
    """One item for a weapon named twice, with the number that either mention has."""
    found: dict[tuple[str, str], Item] = {}
    for t in things:
        item = Item(
            t.start, t.end, t.name, t.category or "other",
            t.quantity.count if t.quantity else None, t.quantity.bound if t.quantity else None, t.role == "umbrella",
            (t.quantity.start, t.quantity.end) if t.quantity else None,
        )  # fmt: skip
        key = (item.name.lower(), item.category)
        if key not in found or (found[key].quantity is None and item.quantity is not None):
            found[key] = item
        elif item.quantity is not None and item.quantity != found[key].quantity:
            found[(f"{key[0]} {item.quantity}", item.category)] = item
    return sorted(found.values(), key=lambda item: item.start)


def recounted(text: str, start: int, end: int, language: str | None, told: Sequence[Item]) -> Sequence[Item]:
    """Weapons told before a statement that names none, with the number that stands alone in it.

    told  items of the sentences before
    Catches `34 have been handed over`, `a fleet of twelve`: the last weapon told, 34 or 12 of it. Unchanged where the
    statement holds no such number (`12 contracts`, `in 2006`, `$5bn`), or several sorts of weapon were told.
    """
    if len({item.category for item in told}) != 1:
        return told
    number = _alone(text, start, end, ruled(language))
    return (
        told
        if number is None
        else [replace(told[-1], quantity=number.count, bound=number.bound, counted=(number.start, number.end))]
    )


def _alone(text: str, start: int, end: int, language: str) -> Quantity | None:
    """The one number of a stretch that counts something unnamed."""
    counted = counts(numbers(_plain_numbers(text, start, end, ()), language), text, start, language).found
    free = [q for q in counted if not _YEAR.fullmatch(text, q.start, q.end) and is_free(text, q, language)]
    return free[0] if len(free) == 1 else None
