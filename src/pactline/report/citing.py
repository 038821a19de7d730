"""Links from a figure to what it rests on.

A key names a piece of evidence: `c-` a statement, `m-` the mentions of one actor in one article, `a-` an article,
`r-` a reference source. Keys are made of ids and hashes, so they are the same in every build.
"""

from __future__ import annotations

from collections.abc import Iterable

from pactline.report.markup import escape, short_hash

MOST_KEYS = 12
"""Pieces of evidence listed for one figure; the rest are counted and left to the exported tables."""


class EvidenceError(ValueError):
    """A figure that rests on nothing, or on something that the page cannot show."""


def claim_key(claim_id: str) -> str:
    return f"c-{claim_id}"


def mention_key(article_id: str, actor_id: str) -> str:
    return f"m-{short_hash(article_id, actor_id)}"


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


def attributes(keys: Iterable[str]) -> str:
    """href and data of a citing link; `data-keys` is read when the evidence is gathered, then dropped."""
    listed = unique(keys)
    return f'href="#{anchor(listed)}" data-keys="{" ".join(listed[:MOST_KEYS])}" data-of="{len(listed)}"'


def cite(text: object, keys: Iterable[str]) -> str:
    """A figure as a link to its evidence.

    raises  EvidenceError where there are no keys

    >>> cite(2, ["c-1"])
    '<a class="fig" href="#c-1" data-keys="c-1" data-of="1">2</a>'
    """
    return f'<a class="fig" {attributes(keys)}>{escape(text)}</a>'
