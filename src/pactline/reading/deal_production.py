"""Guards of production: where and by whom a thing was made, what a plant can make, what a state makes for itself."""

from __future__ import annotations

import re

from pactline.reading.deal_clauses import Clause
from pactline.reading.deal_sentence import Words
from pactline.reading.predicates import lexicon
from pactline.reading.tense import tense
from pactline.reading.verdicts import Refusal

_MAKE = frozenset("manufacture fabricación producción fabricação fabrico produção производства производство".split())
_A_YEAR = re.compile(
    r"(?<!\w)(?:(?:per|a|each|every) (?:year|month)|annually|yearly|al año|por año|anuales|por ano|ao ano|anuais|в год|ежегодно)(?!\w)"
)
_ITSELF = re.compile(
    r"(?<!\w)(?:itself|on its own|by itself|por sí mism[oa]|por su cuenta|por si mesm[oa]|por conta própria|самостоятельно|собственными силами)(?!\w)"
)
_SEEING = frozenset(
    "see visit tour inspect ver visitar recorrer conocer inspeccionar percorrer conhecer посетить осмотреть увидеть".split()
)


def only_made(words: Words, clause: Clause) -> Refusal | None:
    """Refuses a production without news that only tells who made a weapon, or where."""
    if _made_by(words, clause):
        return Refusal("made-by", "who makes a weapon is no production deal")
    if clause.event.form == "noun" and _MAKE & set(words.lower):
        return Refusal("made-in", "where a thing was made is no production deal")
    return None


def no_deal_to_make(words: Words, clause: Clause) -> Refusal | None:
    """Refuses `25,000 rifles per year`, `will build better ships itself`, `visited a helicopter plant`."""
    if _A_YEAR.search(" ".join(words.lower[clause.first : clause.last])):
        return Refusal("capacity", "what a plant can make in a year is no deal")
    if _is_own(words, clause):
        return Refusal("own-production", "what a state makes itself is no deal")
    return Refusal("factory-seen", "a factory that is visited, not built") if _looked_at(words, clause) else None


def _is_own(words: Words, clause: Clause) -> bool:
    """`would build better ships itself`, `produce a similar missile on its own`."""
    return clause.event.form == "verb" and bool(_ITSELF.search(" ".join(words.lower[clause.event.first : clause.last])))


def _made_by(words: Words, clause: Clause) -> bool:
    """`a trainer built by China`, `fabricado por China`: a participle with its maker behind it."""
    event = clause.event
    after = words.lower[event.last] if event.last < len(words.lower) else ""
    return (
        event.form == "verb" and tense(words, event) == "past" and after in lexicon(words.language).prepositions["by"]
    )


def _looked_at(words: Words, clause: Clause) -> bool:
    """`visited a helicopter plant`, `pensaba ver una fábrica`: the factory stands there already."""
    before = set().union(*words.senses[max(clause.first, clause.event.first - 6) : clause.event.first], frozenset())
    return clause.event.form == "noun" and bool(_SEEING & before)
