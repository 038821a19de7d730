"""What any match of a regular expression must hold: most texts hold none of it and need no other look."""

from __future__ import annotations

import re
from collections.abc import Callable

from ahocorasick_rs import AhoCorasick, Implementation

LEAST = 2
"""Letters of a piece at least: shorter ones stand in every text."""
_FREE = re.compile(r"\\[bB]|\^|\$")
_LOOSE = re.compile(
    r"\[[^\]]{1,200}\](?:[?*+]|\{[^}]{0,9}\})?|\\.(?:[?*+]|\{[^}]{0,9}\})?|.(?:[?*]|\{[^}]{0,9}\})|[.+]"
)
_GROUP = re.compile(r"\((?:[^()\\]|\\.){0,2000}\)(?:[?*+]|\{[^}]{0,9}\})?")
_GONE = "\0"


def literals(pattern: str) -> frozenset[str] | None:
    """The longest certain piece of every alternative; None where an alternative has none.

    pattern  matched without regard to case only where the text is in small letters, as `plain` has it

    >>> sorted(literals(r"\\boil\\b|(?:saudi )?aramco|нефт[а-я]*") or ())
    ['aramco', 'oil', 'нефт']
    >>> literals(r"oil|\\d+") is None
    True
    """
    flat = _FREE.sub("", pattern)
    while (shorter := _GROUP.sub(_GONE, flat)) != flat:
        flat = shorter
    pieces = [max(re.split(_GONE, _LOOSE.sub(_GONE, one)), key=len) for one in flat.split("|")]
    plain = all(len(piece) >= LEAST and not re.search(r"[()\[\]{}\\*+?]", piece) for piece in pieces)
    return frozenset(pieces) if plain else None


def gate(*patterns: str) -> Callable[[str], bool]:
    """Whether a text may hold a match of one of the patterns; yes where nothing is certain of one of them."""
    found = [literals(pattern) for pattern in patterns]
    if not found or any(pieces is None for pieces in found):
        return lambda text: True
    search = AhoCorasick(sorted(set().union(*(p for p in found if p))), implementation=Implementation.DFA)
    return lambda text: bool(search.find_matches_as_indexes(text))
