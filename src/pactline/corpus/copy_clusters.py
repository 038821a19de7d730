"""From shared runs of words between two articles to the stories they tell, each with the article that stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

ENOUGH = 0.28
"""Share of the shorter article's runs that both must hold. Two outlets' own stories that share an agency's background
paragraphs stay below it; takes of one story, with a new top or a cut end, lie above (measured on labelled pairs)."""

TAKES = 0.25
"""Share of the longer article's runs that both must hold to be two takes of one story. Below it the longer one merely contains
the shorter, as a day's digest contains a brief: that joins the two, and nobody else through them."""


class Pair(NamedTuple):
    """Two articles by their places, the one that may stand for the other first, and the number of runs that both hold."""

    first: int
    second: int
    shared: int


def clusters(
    ids: Sequence[str], sizes: Sequence[int], pairs: Sequence[Pair]
) -> dict[str, tuple[str | None, float | None]]:
    """Which article stands for which, and the share of its runs that it has from another.

    ids     articles, those that may stand for others first
    sizes   number of different runs of each
    pairs   in the order of their places

    >>> clusters(["a", "b", "c"], [10, 10, 10], [Pair(0, 1, 9), Pair(1, 2, 1)])
    {'a': (None, None), 'b': ('a', 0.9), 'c': (None, None)}
    """
    alike = [pair for pair in pairs if pair.shared >= ENOUGH * min(sizes[pair.first], sizes[pair.second])]
    stands = list(range(len(ids)))
    loose = []
    for pair in alike:
        if pair.shared >= TAKES * max(sizes[pair.first], sizes[pair.second]):
            _join(stands, pair.first, pair.second)
        else:
            loose.append(pair)
    _join_contained(stands, loose, sizes)
    share: dict[int, float] = {}
    for first, second, shared in alike:
        if _root(stands, first) == _root(stands, second):
            for place in (first, second):
                share[place] = max(share.get(place, 0.0), shared / sizes[place])
    return {
        article_id: (None, None) if (root := _root(stands, i)) == i else (ids[root], round(share[i], 3))
        for i, article_id in enumerate(ids)
    }


def _root(stands: list[int], place: int) -> int:
    while stands[place] != place:
        stands[place] = stands[stands[place]]
        place = stands[place]
    return place


def _join(stands: list[int], a: int, b: int) -> None:
    first, second = sorted((_root(stands, a), _root(stands, b)))
    stands[second] = first


def _join_contained(stands: list[int], pairs: Sequence[Pair], sizes: Sequence[int]) -> None:
    """Join a story with the one that contains it, the fullest pairs first and each story once."""
    used: set[int] = set()
    for first, second, _ in sorted(pairs, key=lambda p: (-p.shared / min(sizes[p.first], sizes[p.second]), p)):
        stories = {_root(stands, first), _root(stands, second)}
        if len(stories) == 2 and not stories & used:
            _join(stands, *stories)
            used.add(min(stories))
