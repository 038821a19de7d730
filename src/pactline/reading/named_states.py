"""The states a sentence names, in order of place, with the preposition that governs each and what joins them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Entity

from pactline.reading.deal_entities import DEMONYM, MEDIA, WEAPON
from pactline.reading.deal_sentence import Words
from pactline.reading.predicates import lexicon

_WITHIN = frozenset("the el la los las o a os as of de".split())
_INSTITUTIONS = frozenset(
    "bank government army navy force ministry president yard company republic banco gobierno governo ejército exército armada marinha "
    "fuerza força ministerio ministério empresa astillero estaleiro república".split()
)
"""What acts for a state that stands behind it."""
_JOINING = frozenset(", and y e и & or o ou или the la el a o as well as".split())
_LINKING = frozenset(
    "'s ’s arms exporter company firm state state-owned giant maker group concern president empresa compañía firma consorcio "
    "presidente fabricante estatal компания концерн корпорация холдинг президент премьер-министр".split()
)
"""What may stand between a state and its company or its head that follow one another."""


@dataclass(frozen=True, slots=True)
class Named:
    """A state among the words of a sentence: by its name, a demonym, or one of its people, companies or forces."""

    first: int
    last: int
    iso3: str
    adjective: bool
    case: str | None


def named(words: Words) -> list[Named]:
    """Every state of the sentence, in order of place: entities of its Doc that count for one; weapons and media do not."""
    found = [
        Named(ent.start, ent.end, ent.kb_id_, ent.label_ == DEMONYM, _case(ent))
        for ent in words.doc.ents
        if ent.kb_id_ and ent.label_ not in (WEAPON, MEDIA)
    ]
    return _joined(words, found)


def _joined(words: Words, found: Sequence[Named]) -> list[Named]:
    """One name of a state for `Germany's ThyssenKrupp`, `la sueca Saab`, `Russian arms exporter Rosoboronexport`."""
    kept: list[Named] = []
    for state in found:
        before = kept[-1] if kept else None
        if (
            before is not None and before.iso3 == state.iso3 and not state.adjective
            and not set(words.lower[before.last : state.first]) - _LINKING and state.first - before.last <= 3
        ):  # fmt: skip
            kept[-1] = Named(before.first, state.last, state.iso3, False, before.case or state.case)
        else:
            kept.append(state)
    return kept


def _case(entity: Entity) -> str | None:
    told = entity[-1].morph.get("Case", [])
    return told[0].lower() if told else None


def preposition(words: Words, at: int) -> str | None:
    """The preposition that governs a word, over articles, adjectives and titles; None where another word stands between."""
    lists = lexicon(words.language).prepositions
    known = lists["from"] | lists["to"] | lists["with"] | lists["by"] | lists["of"] | lists["into"] | lists["between"]
    for back in range(at - 1, max(-1, at - 5), -1):
        word = words.lower[back]
        if word == "a" and words.lower[back + 1] in lexicon(words.language).grammar.get("articled", ()):
            continue
        if word in known:
            return _governing(words, back, known - lists["of"]) if word in lists["of"] else word
        if word in (",", ";", ".", ":", "'s", "’s", ")", "—") or words.forms[back][:1].isdigit():
            return None
        if any(s in ("sell", "buy", "supply", "sold", "deliver", "vender", "comprar") for s in words.senses[back]):
            return None
    return None


def _governing(words: Words, at: int, known: frozenset[str]) -> str:
    """The preposition before the institution whose state an `of` names: `from the Exim Bank of India`, `to the army of Peru`."""
    for back in range(at - 1, max(-1, at - 6), -1):
        word = words.lower[back]
        if word in known and word not in lexicon(words.language).prepositions["of"]:
            return word
        if not (words.forms[back][:1].isupper() or word in _WITHIN or words.senses[back] & _INSTITUTIONS):
            break
    return words.lower[at]


def together(words: Words, states: Sequence[Named]) -> list[frozenset[str]]:
    """Sets of states joined by commas and conjunctions only."""
    groups: list[list[Named]] = []
    for state in states:
        between = words.lower[groups[-1][-1].last : state.first] if groups else []
        one_word = bool(groups) and state.first == groups[-1][-1].first
        if one_word or (groups and between and len(between) <= 3 and set(between) <= _JOINING):
            groups[-1].append(state)
        else:
            groups.append([state])
    parting = lexicon(words.language).prepositions["between"]
    listed = [group for group in groups if len(group) > 1 and preposition(words, group[0].first) not in parting]
    return [frozenset(s.iso3 for s in group) for group in listed]
