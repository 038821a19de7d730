"""The entities of a sentence, set on its spaCy Doc: states, persons, companies, forces, organisations and weapons.

Every entity carries the state it counts for (`kb_id_`) and the line of actors.csv or weapons.csv it comes from (`id_`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from spacy.tokens import Span as Entity

from pactline.reading.actors import Scan
from pactline.reading.countries import nations
from pactline.reading.deal_sentence import Words
from pactline.reading.vocabulary import Hit
from pactline.record.article import Span

STATE, DEMONYM, PERSON, ORGANISATION, MEDIA, WEAPON = "GPE", "NORP", "PERSON", "ORG", "MEDIA", "WEAPON"
"""Labels of entities: those of spaCy's trained pipelines, and two of our own."""
_LABELS = {
    "state": STATE, "person": PERSON, "company": ORGANISATION, "armed-force": ORGANISATION, "organisation": ORGANISATION,
    "media": MEDIA,
}  # fmt: skip
_ENDINGS = ((("у", "ю"), "dat"), (("ом", "ым", "ем"), "ins"), (("а", "я", "ого"), "gen"))
NAMES = "names"
"""Group of `doc.spans` with the names of organisations and media, whole: `Venezuelan Air Force` beside the demonym in it."""


def hits_within(scan: Scan, places: Sequence[Span]) -> list[list[Hit]]:
    """The weapons and actors inside each place."""
    hits = [hit for hit in scan.hits if _is_weapon(hit) or hit.sense == "actor"]
    starts = [hit.start for hit in hits]
    return [hits[bisect_left(starts, start) : bisect_left(starts, end)] for start, end in places]


def set_entities(words: Words, hits: Sequence[Hit]) -> None:
    """Set `ents` and the names of organisations on the Doc of a sentence.

    hits   those inside the sentence, in order of place
    A state's own words count first, then the actors of the topic, then weapons; none overlaps another in `ents`.
    """
    doc, starts = words.doc, [start for start, _ in words.spans]
    found = nations(words.forms, words.language)
    ents = [Entity(doc, n.first, n.last, DEMONYM if n.adjective else STATE, kb_id=n.iso3) for n in found]
    for state in found:
        if state.case is not None:
            _set_case(doc[state.last - 1], state.case)
    taken = {i for ent in ents for i in range(ent.start, ent.end)}
    names = []
    for hit in sorted(hits, key=_is_weapon):
        first, last = bisect_right(starts, hit.start) - 1, bisect_left(starts, hit.end)
        label = WEAPON if _is_weapon(hit) else _LABELS[hit.entry.row["type"]]
        entity = Entity(doc, first, last, label, kb_id=hit.entry.country or "", span_id=hit.entry.id)
        if label in (ORGANISATION, MEDIA):
            names.append(entity)
        if taken.isdisjoint(range(first, last)):
            ents.append(entity)
            taken.update(range(first, last))
            if label == PERSON and words.language == "ru":
                _set_case(doc[last - 1], _case(words.lower[last - 1]))
    doc.set_ents(ents)
    doc.spans[NAMES] = names


def _set_case(token: Any, case: str) -> None:
    """Case of the entity that ends in this token; spaCy's own types do not know the method."""
    token.set_morph(f"Case={case.capitalize()}")


def _case(surname: str) -> str:
    """The case a Russian person's name stands in, by its ending."""
    return next((case for endings, case in _ENDINGS if surname.endswith(endings)), "nom")


def _is_weapon(hit: Hit) -> bool:
    return hit.entry.kind == "weapon"
