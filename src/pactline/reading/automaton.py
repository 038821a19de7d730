"""Aho-Corasick over the names: which of them stand in a text, whole and in their own capitals, and where."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any, NamedTuple, cast

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

from pactline.reading.aliases import Alias, Entry
from pactline.reading.forms import is_cyrillic

_TAG_RESIDUES = tuple(mark + tag for mark in '.!?"”»)' for tag in ("/p", "/pp"))
"""A paragraph tag that lost its brackets (`F-16s./ppVenezuela said`): a word begins after it."""


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


_START = itemgetter(0)
_OUTER = frozenset(" .,;:!?()[]\"'-/“”«»…—")
"""What stands around most names."""
_INNER = frozenset("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""What makes a name part of a longer word; but p before it may be what is left of a tag, s after it a plural."""
_hit = cast("Callable[[type[Hit], tuple[Any, ...]], Hit]", tuple.__new__)
"""Hit of a tuple of its fields, without the keywords that cost as much as the search."""


class Automaton:
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
        self._tag, self._plural = ("pP", "sS") if small else ("p", "s")
        self._in_word, self._goes_on = _INNER.difference(self._tag), _INNER.difference(self._plural)
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
        add, new, usual, outer = found.append, _hit, self._usual, _OUTER
        in_word, goes_on = self._in_word, self._goes_on
        haystack = raw if self._ascii else folded
        for index, start, end in self._find(haystack.lower() if self._small else haystack):
            written, alone, entry, care, form, rule = usual[index]
            if (before := folded[start - 1]) in outer:
                if (after := folded[end]) in outer and folded[start:end] == written:
                    add(new(Hit, (start, end, entry, care, form, "actor", rule)))
                    continue
                if alone and after in goes_on:
                    continue
            elif alone and before in in_word:
                continue
            found += self._judged(index, start, end, folded)
        return found

    def _judged(self, index: int, start: int, end: int, folded: str) -> list[Hit]:
        """The match or the shorter name in it; where neither stands, what begins at its later words."""
        if hit := self._at(index, start, folded):
            return [hit]
        found: list[Hit] = []
        at = _next_word(folded, start, end)
        while at < end:
            rest = folded[at : end + self._longest]
            rest = rest.lower() if self._small else rest
            inside = self._find(rest.encode("ascii", "replace") if self._ascii else rest)
            if not inside or at + inside[0][1] >= end:
                break
            start = at + inside[0][1]
            hit = self._at(inside[0][0], start, folded)
            found += [hit] if hit else []
            at = hit.end if hit else _next_word(folded, start, end)
        return found

    def _at(self, index: int | None, start: int, folded: str) -> Hit | None:
        """The longest name here that ends at a word's end, or before a plural or sloppy genitive s (`Su-30s`)."""
        before = folded[start - 1]
        inside = before.isalnum() or before in "@_"
        if inside and not (before in self._tag and folded[max(0, start - 4) : start].lower().endswith(_TAG_RESIDUES)):
            return None  # inside a word, a handle or an address
        while index is not None:
            end = start + len(self._keys[index])
            if self._ends(folded, end):
                for entry, care, form, capitals, rule, _ in self._aliases[index]:
                    if _capitals_stand(folded, start, capitals):
                        return Hit(start, end, entry, care, form, "actor", rule)
            index = self._shorter[index]
        return None

    def _ends(self, folded: str, end: int) -> bool:
        """A word ends here, or a plural or sloppy genitive s does (`Su-30s`, `Venezuelas institutions`)."""
        if end >= len(folded) or not folded[end].isalnum():
            return True
        return folded[end] in self._plural and not (end + 1 < len(folded) and folded[end + 1].isalnum())


def by_letters(aliases: dict[str, list[Alias]], *, small: bool) -> tuple[Automaton | None, ...]:
    """Three automata: the keys in ASCII, those in Cyrillic, all others; None where there is none."""
    parts: tuple[dict[str, list[Alias]], ...] = ({}, {}, {})
    for key, listed in aliases.items():
        parts[0 if key.isascii() else 1 if is_cyrillic(key) else 2][key] = listed
    return tuple(Automaton(part, small=small) if part else None for part in parts)


def _finder(keys: list[str]) -> Callable[[Any], list[tuple[int, int, int]]]:
    """Looks for the keys: (index of the key, start, end) of the leftmost longest, in bytes where they are ASCII."""
    how, longest = Implementation.DFA, MatchKind.LeftmostLongest
    if keys[0].isascii():
        return BytesAhoCorasick([key.encode() for key in keys], longest, how).find_matches_as_indexes
    return AhoCorasick(keys, longest, implementation=how).find_matches_as_indexes


def _next_word(text: str, start: int, end: int) -> int:
    """Where a word begins after `start`; `end` if none does before it."""
    return next((at for at in range(start + 1, end) if text[at].isalnum() and not text[at - 1].isalnum()), end)


def _capitals_stand(folded: str, start: int, capitals: tuple[int, ...]) -> bool:
    if not capitals:
        return True
    first = folded[start + capitals[0]].isupper()
    return first and (len(capitals) == 1 or all(folded[start + at].isupper() for at in capitals))


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


def in_order(hits: list[Hit]) -> list[Hit]:
    """Of two that overlap the longer, where they are as long the first; in order of place."""
    hits.sort(key=_START)
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
