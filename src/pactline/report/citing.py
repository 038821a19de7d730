"""Links from a figure to what it rests on.

A key names a piece of evidence: `c-` a statement, `m-` the mentions of one actor in one article, `a-` an article,
`r-` a reference source. Keys are made of ids and hashes, so they are the same in every build.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pactline.report.markup import escape, short_hash

MOST_KEYS = 12
"""Pieces of evidence listed for one figure; the rest are counted and left to the exported tables."""

MOST_MENTIONS = 5
"""Of these, mentions of an actor: one per article, and every one of them says much the same."""


class EvidenceError(ValueError):
    """A figure that rests on nothing, or on something that the page cannot show."""


def claim_key(claim_id: str) -> str:
    return f"c-{claim_id}"


@lru_cache(maxsize=1 << 18)
def mention_key(article_id: str, actor_id: str) -> str:
    return f"m-{short_hash(article_id, actor_id)}"


@lru_cache(maxsize=1 << 16)
def article_key(article_id: str) -> str:
    return f"a-{short_hash(article_id)}"


def source_key(file: str, source: str) -> str:
    return f"r-{short_hash(file, source)}"


def unique(keys: Iterable[str]) -> list[str]:
    """Keys in the order given, each once.

    >>> unique(["c-2", "c-1", "c-2"])
    ['c-2', 'c-1']
    """
    return list(dict.fromkeys(keys))


def anchor(keys: list[str]) -> str:
    """Where a link to these keys leads: the evidence itself, or the list of it where there are several."""
    if not keys:
        raise EvidenceError("a figure without evidence")
    return keys[0] if len(keys) == 1 else f"g-{short_hash(*keys)}"


def attributes(keys: Iterable[str], of: str = "") -> str:
    """href and data of a citing link; `data-keys` is read when the evidence is gathered and the number checked, then dropped."""
    listed = unique(keys)
    return f'href="#{anchor(listed)}" data-keys="{" ".join(listed)}"' + (f' data-is="{escape(of)}"' if of else "")


def shown_of(keys: list[str]) -> list[str]:
    """Keys that the page lists; the rest are counted.

    >>> len(shown_of([f"m-{i}" for i in range(9)])), len(shown_of([f"c-{i}" for i in range(9)]))
    (5, 9)
    """
    mentions = [key for key in keys if key.startswith("m-")]
    cut = frozenset(mentions[MOST_MENTIONS:])
    return [key for key in keys if key not in cut][:MOST_KEYS]


def cite(text: object, keys: Iterable[str], of: str = "") -> str:
    """A figure as a link to its evidence.

    of      what the number counts (a name in counts.COUNTS); nothing where it is told by the evidence itself
    raises  EvidenceError where there are no keys

    >>> cite(2, ["c-1"], "deals")
    '<a class="fig" href="#c-1" data-keys="c-1" data-is="deals">2</a>'
    """
    return f'<a class="fig" {attributes(keys, of)}>{escape(text)}</a>'
