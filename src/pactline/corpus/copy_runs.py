"""Runs of five words as numbers, of many bodies at once: what a copy shares with its original."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

RUN = 5
"""Words in a run: long enough that two reporters rarely write the same one by chance."""

AT_ONCE = 65_536
"""Characters worked on at once, so that the arrays stay in the processor's own memory."""

ALONE = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Scripts written without spaces, in which a character counts as a word."""

SEED = 0x9E3779B97F4A7C15
MIX = (SEED, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)
"""Odd 64-bit numbers, one for each place in a run (the constants of splitmix64 and wyhash)."""

FACTOR = 0x9E3779B1
"""Odd, so that it has an inverse among 32-bit numbers."""


@cache
def _kinds() -> np.ndarray:
    """0 for what stands between words, 1 for a letter or digit, 2 for a character that is a word of its own."""
    kinds = np.zeros(0x110000, np.uint8)
    everything = "".join(map(chr, range(0x110000)))
    kinds[[ord(c) for c in re.findall(r"\w", everything)]] = 1
    kinds[[ord(c) for c in re.findall(rf"[{ALONE}]", everything)]] = 2
    return kinds


@cache
def _powers(factor: int) -> np.ndarray:
    return np.cumprod(np.full(AT_ONCE, factor, np.uint32), dtype=np.uint32)


def runs_of_bodies(bodies: Sequence[str]) -> list[np.ndarray]:
    """For each body its different runs of five words, as sorted 64-bit numbers.

    A run never reaches into another body, and its number does not depend on what else is given.
    """
    return [runs for batch in _batches(bodies) for runs in _runs(batch)]


def _batches(bodies: Sequence[str]) -> Iterator[list[str]]:
    """Folded bodies that are worked on together; a long one stays alone."""
    batch: list[str] = []
    characters = 0
    for body in bodies:
        folded = body.casefold()
        if batch and characters + len(folded) >= AT_ONCE:
            yield batch
            batch, characters = [], 0
        batch.append(folded)
        characters += len(folded) + 1
    if batch:
        yield batch


def _runs(batch: Sequence[str]) -> Iterator[np.ndarray]:
    words, places = _words("\n".join(batch))
    found = np.zeros(max(0, len(words) - RUN + 1), np.uint64)
    for nth, factor in enumerate(MIX):
        found += words[nth : nth + len(found)] * np.uint64(factor)
    begin = 0
    for body in batch:
        first, beyond = np.searchsorted(places, (begin, begin + len(body)))
        held = np.sort(found[first : max(first, beyond - RUN + 1)])
        yield held[np.diff(held, prepend=~held[:1]) != 0]
        begin += len(body) + 1


def _words(text: str) -> tuple[np.ndarray, np.ndarray]:
    """A number for each word, and the place of its first character.

    A word's letters are weighed with powers of FACTOR by their places in the text, and the sum is divided by the power of
    the place where the word begins.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _kinds().take(codes)
    letters = kinds == 1
    opens = kinds > 0
    weights = (codes + np.uint32(1)) * opens * np.resize(_powers(FACTOR), len(codes))
    opens[1:] &= ~(letters[1:] & letters[:-1])
    starts = np.flatnonzero(opens)
    if not len(starts):
        return np.zeros(0, np.uint64), starts
    divided = _powers(pow(FACTOR, -1, 1 << 32)).take(starts, mode="wrap")
    words = (np.add.reduceat(weights, starts, dtype=np.uint32) * divided).astype(np.uint64) * np.uint64(SEED)
    return words ^ (words >> np.uint64(32)), starts
