"""States told without their name: `the Latin American nation`, `both countries`; which state it is, the article tells."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from pactline.reading.deal_sentence import Words
from pactline.reading.named_states import Named
from pactline.reading.vocabulary import WORDS


def with_epithets(
    words: Words, found: Sequence[Named], counts: Counter[str], subject: str | None, group: Sequence[str]
) -> list[Named]:
    """The states of a sentence, those told by an epithet among them, in order of place.

    counts   states of the article, with how often it names each
    subject  the state the sentence before was about
    group    the states last named in one breath, for `the three countries`

    Catches `the Andean nation` in a story on Peru; leaves it where the article names no state of the region.
    """
    taken = {at for state in found for at in range(state.first, state.last)}
    added: list[Named] = []
    for first, last, kind in _places(words):
        if taken & set(range(first, last)):
            continue
        states = list(group) if kind == "group" else _of_region(kind, counts, subject)
        added += [Named(first, last, iso3, False, None) for iso3 in states]
    return sorted((*found, *added), key=lambda state: state.first) if added else list(found)


def _of_region(region: str, counts: Counter[str], subject: str | None) -> list[str]:
    """The state of a region that an article means, as a list of one, or none."""
    known = [iso3 for iso3 in _listed()["regions"][region] if counts[iso3]]
    if subject in known and subject is not None:
        return [subject]
    return sorted(known, key=lambda iso3: (-counts[iso3], iso3))[:1]


def _is_plural(word: str) -> bool:
    return word.endswith(("s", "ы", "а"))


@cache
def _listed() -> dict[str, Any]:
    return tomllib.loads((WORDS / "epithets.toml").read_text(encoding="utf-8"))


@cache
def _phrases(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> (words, region), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for region, phrases in _listed().get(language, {}).items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            table.setdefault(parts[0], []).append((parts, region))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _places(words: Words) -> Iterator[tuple[int, int, str]]:
    """First word, word after the last, and region of every epithet."""
    table, at = _phrases(words.language), 0
    while at < len(words.lower):
        if table.keys().isdisjoint(words.senses[at]):
            at += 1
            continue
        match = next(
            (
                (parts, region)
                for sense in sorted(words.senses[at])
                for parts, region in table.get(sense, ())
                if at + len(parts) <= len(words.senses)
                and all(part in words.senses[at + k] for k, part in enumerate(parts))
                and (region != "group" or _is_plural(words.lower[at + len(parts) - 1]))
            ),
            None,
        )
        if match is not None:
            yield at, at + len(match[0]), match[1]
            at += len(match[0])
        else:
            at += 1
