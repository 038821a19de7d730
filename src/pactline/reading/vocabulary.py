"""Every name the reading knows, in one automaton: actors of the topic, weapons, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, cast

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

from pactline.reading.folding import fold
from pactline.reading.forms import demonym_forms, is_cyrillic, russian_cases
from pactline.reading.spellings import is_spelling, latin_spellings
from pactline.record.commodity import Commodity
from pactline.record.topic import Topic

WORDS = Path(str(files("pactline"))) / "words"
ALIAS_COLUMNS = ("aliases", "aliases_en", "aliases_es", "aliases_ru", "aliases_pt")
_SHORT = 4
"""Names in capitals up to this length (US, AP, ELN) are read as they are written: in small letters they are words."""

_TAG_RESIDUES = tuple(mark + tag for mark in '.!?"”»)' for tag in ("/p", "/pp"))
"""A paragraph tag that lost its brackets (`F-16s./ppVenezuela said`): a word begins after it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor or weapon: row is the line of actors.csv or weapons.csv it comes from."""

    kind: str  # "actor" or "weapon"
    id: str
    row: dict[str, str]

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-3 an actor counts for, or a weapon comes from."""
        return self.row.get("country_iso3") or self.row.get("origin_iso3") or None


class Hit(NamedTuple):
    """An alias found in a text.

    care    the alias means more than one thing and needs deciding
    form    name, metonym (a capital or palace), demonym, short (a surname); see schema.MENTION_FORMS
    sense   what it was decided to be (see deciding): `actor`; `place` a capital as a scene; `origin` Russian-made;
            `language`; `source` a medium credited; `role` part of a title;
            `private` press or experts; `other` somebody or something else. Only `actor` is a mention.
    rule    the rule that decided the sense
    """

    start: int
    end: int
    entry: Entry
    care: bool
    form: str = "name"
    sense: str = "actor"
    rule: str = "alias"


class Alias(NamedTuple):
    """One name of an entry as the automaton holds it.

    capitals    places in it that must be capitals in the text
    written     as most texts write it, folded
    rule        `alias` where the CSV lists it, else what made it: `inflected`, `spelled`, `made-surname`
    """

    entry: Entry
    care: bool
    form: str
    capitals: tuple[int, ...]
    rule: str
    written: str


_START = itemgetter(0)
_OUTER = frozenset(" .,;:!?()[]\"'-/“”«»…—")
"""What stands around most names."""
_INNER = frozenset("abcdefghijklmnoqrtuvwxyz0123456789ABCDEFGHIJKLMNOQRTUVWXYZ")
"""What makes a name part of a longer word; p before it may be what is left of a tag, s after it a plural."""
_hit = cast("Callable[[type[Hit], tuple[Any, ...]], Hit]", tuple.__new__)
"""Hit of a tuple of its fields, without the keywords that cost as much as the search."""


class Vocabulary:
    """The names of a topic and of words/, ready to scan texts with."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.actors = {row["id"]: Entry("actor", row["id"], row) for row in topic.actors}
        self.weapons = {row["id"]: Entry("weapon", row["id"], row) for row in topic.weapons}
        loose: dict[str, list[Alias]] = {}
        exact: dict[str, list[Alias]] = {}
        for entry in (*self.actors.values(), *self.weapons.values()):
            for name, care, form, rule in entry_aliases(entry):
                for key, alias, as_written in _keys(name, Alias(entry, care, form, _capitals(name), rule, fold(name))):
                    _claim(exact if as_written else loose, key, alias)
        self._namesakes = self._claim_surnames(loose, exact)
        latin, cyrillic, others = zip(_by_letters(loose, small=True), _by_letters(exact, small=False), strict=True)
        self._latin = [automaton for automaton in latin if automaton]
        self._cyrillic = [automaton for automaton in cyrillic if automaton]
        self._others = [automaton for automaton in others if automaton]

    @property
    def commodity(self) -> Commodity:
        """The commodity of the topic, with its words and units."""
        return self.topic.commodity

    def namesakes(self, surname: str) -> tuple[Entry, ...]:
        """Every person of the topic whose name ends in this word."""
        return self._namesakes.get(fold(surname).lower(), ())

    def _claim_surnames(
        self, loose: dict[str, list[Alias]], exact: dict[str, list[Alias]]
    ) -> dict[str, tuple[Entry, ...]]:
        """Let each person's last name be found, in need of care, where no alias has it; it counts after the full name."""
        bearers: dict[str, list[Entry]] = {}
        for entry in self.actors.values():
            for surname, nominative in _surnames(entry):
                bearers.setdefault(fold(surname).lower(), []).append(entry)
                if not nominative:
                    continue
                made = Alias(entry, True, "name", (0,), "made-surname", fold(surname))
                for key, alias, as_written in _keys(surname, made):
                    _claim(exact if as_written else loose, key, alias)
        return {surname: tuple({entry.id: entry for entry in entries}.values()) for surname, entries in bearers.items()}

    def scan(self, text: str) -> list[Hit]:
        """Longest names at word boundaries, in order of place."""
        folded = fold(text) + " "
        raw = folded.encode("ascii", "replace")
        tried = self._latin
        if not folded.isascii():
            if b"\xd0" in folded.encode("utf-8", "surrogatepass"):
                tried = tried + self._cyrillic
            tried = tried + self._others
        hits: list[Hit] = []
        for automaton in tried:
            hits += automaton.hits(raw, folded)
        hits.sort(key=_START)
        return _longest(hits)


class _Automaton:
    """Aho-Corasick over keys, with the shorter keys each key starts with.

    aliases   keys of ASCII letters alone, or none of them
    small     the keys are in small letters, and so is what they are looked for in

    Keys in ASCII are looked for in bytes, one for each character of the text: that is faster, and the offsets are the same.
    """

    def __init__(self, aliases: dict[str, list[Alias]], *, small: bool) -> None:
        self._small = small
        self._keys = sorted(aliases)
        self._aliases = [aliases[key] for key in self._keys]
        self._shorter = _prefixes(self._keys)
        self._longest = max(map(len, self._keys), default=0)
        self._find = _finder(self._keys)
        self._ascii = self._keys[0].isascii()
        self._usual = [
            # as most texts write it, whether no shorter name is to be looked for in it, the rest of the hit
            (first.written, shorter is None and " " not in key, first.entry, first.care, first.form, first.rule)
            for key, (first, *_), shorter in zip(self._keys, self._aliases, self._shorter, strict=True)
        ]

    def hits(self, raw: bytes, folded: str) -> list[Hit]:
        """Hits, mostly in order of place; `raw` is the folded text with a question mark for each letter that is not ASCII.

        Both end in a space. Most names stand between plain marks and in their own capitals: only the rest is judged.
        """
        found: list[Hit] = []
        add, new, usual, outer, inner = found.append, _hit, self._usual, _OUTER, _INNER
        haystack = None if self._ascii else self._haystack(folded)
        for index, start, end in self._find(haystack or (raw.lower() if self._small else raw)):
            written, alone, entry, care, form, rule = usual[index]
            if (before := folded[start - 1]) in outer:
                if (after := folded[end]) in outer and folded[start:end] == written:
                    add(new(Hit, (start, end, entry, care, form, "actor", rule)))
                    continue
                if alone and after in inner:
                    continue
            elif alone and before in inner:
                continue
            haystack = haystack or self._haystack(folded)
            found += self._judged(index, start, end, haystack, folded)
        return found

    def _haystack(self, folded: str) -> str:
        """What the keys are looked for in."""
        return folded.lower() if self._small else folded

    def _judged(self, index: int, start: int, end: int, haystack: str, folded: str) -> list[Hit]:
        """The match or the shorter name in it; where neither stands, what begins at its later words."""
        if hit := self._at(index, start, haystack, folded):
            return [hit]
        found: list[Hit] = []
        at = _next_word(haystack, start, end)
        while at < end:
            rest = haystack[at : end + self._longest]
            inside = self._find(rest.encode("ascii", "replace") if self._ascii else rest)
            if not inside or at + inside[0][1] >= end:
                break
            start = at + inside[0][1]
            hit = self._at(inside[0][0], start, haystack, folded)
            found += [hit] if hit else []
            at = hit.end if hit else _next_word(haystack, start, end)
        return found

    def _at(self, index: int | None, start: int, haystack: str, folded: str) -> Hit | None:
        """The longest name here that ends at a word's end, or before a plural or sloppy genitive s (`Su-30s`)."""
        before = haystack[start - 1]
        inside = before.isalnum() or before in "@_"
        if inside and not (before == "p" and haystack.endswith(_TAG_RESIDUES, 0, start)):
            return None  # inside a word, a handle or an address
        while index is not None:
            end = start + len(self._keys[index])
            if _ends(haystack, end):
                for entry, care, form, capitals, rule, _ in self._aliases[index]:
                    if _capitals_stand(folded, start, capitals):
                        return Hit(start, end, entry, care, form, "actor", rule)
            index = self._shorter[index]
        return None


def _by_letters(aliases: dict[str, list[Alias]], *, small: bool) -> tuple[_Automaton | None, ...]:
    """Three automata: the keys in ASCII, those in Cyrillic, all others; None where there is none."""
    parts: tuple[dict[str, list[Alias]], ...] = ({}, {}, {})
    for key, listed in aliases.items():
        parts[0 if key.isascii() else 1 if is_cyrillic(key) else 2][key] = listed
    return tuple(_Automaton(part, small=small) if part else None for part in parts)


def _finder(keys: list[str]) -> Callable[[Any], list[tuple[int, int, int]]]:
    """Looks for the keys: (index of the key, start, end) of the leftmost longest, in bytes where they are ASCII."""
    how, longest = Implementation.DFA, MatchKind.LeftmostLongest
    if keys[0].isascii():
        return BytesAhoCorasick([key.encode() for key in keys], longest, how).find_matches_as_indexes
    return AhoCorasick(keys, longest, implementation=how).find_matches_as_indexes


def entry_aliases(entry: Entry) -> Iterator[tuple[str, bool, str, str]]:
    """Every name of an entry as (name, care, form, rule), the listed ones first.

    An alias may need care and be a demonym or metonym too (`Georgian`, `Caracas`): it then stands in both columns.
    """
    row = entry.row
    care = set(_split(row.get("aliases_need_care")))
    demonyms, metonyms = _split(row.get("demonyms")), _split(row.get("metonyms"))
    plain = [row["canonical_name"]] + [a for column in ALIAS_COLUMNS for a in _split(row.get(column))]
    listed = [(a, a in care, "name") for a in plain]
    listed += [(a, a in care, "demonym") for a in demonyms] + [(a, a in care, "metonym") for a in metonyms]
    listed += [(a, True, "name") for a in sorted(care.difference(demonyms, metonyms, plain))]
    yield from ((name, careful, form, "alias") for name, careful, form in listed)
    for name, careful, form in listed:
        yield from ((other, careful, form, "inflected") for other in _inflected(name, form, entry))
    for name in _spelled_otherwise(entry, plain):
        yield name, name in care, "name", "spelled"


def _spelled_otherwise(entry: Entry, listed: list[str]) -> list[str]:
    """Further Latin spellings of the full names of a Russian: of a person one of whose listed names is such a spelling."""
    if entry.row.get("type") != "person":
        return []
    latin = {fold(name).lower() for name in listed}
    full = [name for name in _split(entry.row.get("aliases_ru")) if " " in name]
    russian = [name for name in full if any(is_spelling(other, name) for other in latin)]
    return sorted(spelling for name in russian for spelling in latin_spellings(name))


def _surnames(entry: Entry) -> Iterator[tuple[str, bool]]:
    """Last words of a person's names, with whether the text may hold it alone."""
    if entry.row["type"] != "person":
        return
    listed = [entry.row["canonical_name"], *(a for column in ALIAS_COLUMNS for a in _split(entry.row.get(column)))]
    listed += _spelled_otherwise(entry, listed)
    last_words = {name.rsplit(" ", 1)[1] for name in listed if " " in name and not name.endswith(")")}
    last_words |= {a for a in _split(entry.row.get("aliases_need_care")) if " " not in a}
    for surname in sorted(last_words):
        yield surname, len(surname) > 2
        yield from ((form, True) for form in sorted(_inflected(surname, "name", entry)))


def _inflected(name: str, form: str, entry: Entry) -> set[str]:
    if form == "demonym":
        return demonym_forms(name) - {name}
    if entry.kind == "weapon" or not is_cyrillic(name):
        return set()
    full = next((a for a in _split(entry.row.get("aliases_ru")) if " " in a), "")
    woman = entry.row["type"] == "person" and full.split(" ")[0].endswith(("а", "я"))
    return russian_cases(name, entry.row["type"], feminine=woman)


def _split(cell: str | None) -> list[str]:
    return [alias.strip() for alias in (cell or "").split("|") if alias.strip()]


def _keys(name: str, alias: Alias) -> Iterator[tuple[str, Alias, bool]]:
    """What to look for: folded letters for most names, the very capitals for short ones."""
    folded = fold(name)
    letters = [c for c in folded if c.isalpha()]
    if len(letters) > _SHORT or not folded[0].isupper() or " " in folded or any(c.isdigit() for c in folded):
        yield folded.lower(), alias, False
        return
    yield folded, alias, True
    if folded != folded.upper() and len(letters) > 2:
        yield folded.upper(), alias._replace(written=folded.upper()), True
    if len(letters) == _SHORT and folded.isupper() and folded.isalpha():
        yield folded.capitalize(), alias._replace(capitals=(0,), written=folded.capitalize()), True


def _capitals(name: str) -> tuple[int, ...]:
    folded = fold(name)
    return tuple(m.start() for m in re.finditer(r"(?<![^\W_])[^\W\d_]", folded) if folded[m.start()].isupper())


def _next_word(text: str, start: int, end: int) -> int:
    """Where a word begins after `start`; `end` if none does before it."""
    return next((at for at in range(start + 1, end) if text[at].isalnum() and not text[at - 1].isalnum()), end)


def _capitals_stand(folded: str, start: int, capitals: tuple[int, ...]) -> bool:
    if not capitals:
        return True
    first = folded[start + capitals[0]].isupper()
    return first and (len(capitals) == 1 or all(folded[start + at].isupper() for at in capitals))


def _claim(table: dict[str, list[Alias]], key: str, alias: Alias) -> None:
    """A listed alias beats a made one; of two with other capitals the stricter is tried first; else the first stays."""
    held = table.setdefault(key, [])
    listed = alias.rule == "alias"
    if held and not listed:
        return
    if held and held[0].rule != "alias":
        held.clear()
    if all(alias.capitals != other.capitals for other in held):
        held.append(alias)
        held.sort(key=lambda other: -len(other.capitals))


def _prefixes(keys: list[str]) -> list[int | None]:
    """For each of the sorted keys, the longest other key that it starts with."""
    shorter: list[int | None] = []
    open_keys: list[int] = []
    for index, key in enumerate(keys):
        while open_keys and not key.startswith(keys[open_keys[-1]]):
            open_keys.pop()
        shorter.append(open_keys[-1] if open_keys else None)
        open_keys.append(index)
    return shorter


def _ends(text: str, end: int) -> bool:
    """A word ends here, or a plural or sloppy genitive s does (`Su-30s`, `Venezuelas institutions`)."""
    if end >= len(text) or not text[end].isalnum():
        return True
    return text[end] == "s" and not (end + 1 < len(text) and text[end + 1].isalnum())


def _longest(hits: list[Hit]) -> list[Hit]:
    """Of two that overlap the longer, where they are as long the first; in order of place."""
    kept: list[Hit] = []
    keep, last = kept.append, -1
    for hit in hits:
        if hit[0] < last:
            if hit.end - hit.start > last - kept[-1].start:
                kept[-1] = hit
                last = hit.end
            continue
        keep(hit)
        last = hit[1]
    return kept
