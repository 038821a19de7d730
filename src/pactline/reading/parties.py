"""Who supplies and who receives: the evidence of grammar, makers, trade and context added up for every state named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pactline.reading.countries import exporters
from pactline.reading.party_grammar import ROLES
from pactline.reading.predicates import Frame

STATED, CONTEXT, BEFORE = 0.9, 0.7, 0.45
"""Weight of a state for standing in the clause itself, in the sentence around it, in the sentence before."""
MAKER = 2.6
"""Weight of having designed the weapon (weapons.csv origin_iso3)."""


@dataclass(slots=True)
class Sides:
    """What was decided. A basis is None where the side is empty."""

    supplier: list[str] = field(default_factory=list)
    recipient: list[str] = field(default_factory=list)
    supplier_basis: str | None = None
    recipient_basis: str | None = None


def decide(
    table: dict[str, dict[str, float]],
    frame: Frame,
    makers: Sequence[str],
    background: dict[str, float],
    stated: set[str],
    around: set[str],
    before: set[str],
    groups: Sequence[frozenset[str]],
) -> Sides:
    """Add what is known of makers, trade and context to the grammar, and take the best pair of different states.

    makers      iso3 of the states that designed the items
    background  states of the article with a weight for place and frequency
    stated      states named in the clause; around: in its sentence; before: in the sentence before
    groups      states named in one breath
    """
    total: dict[str, dict[str, float]] = {}
    for iso3 in sorted({*table, *background, *makers}):
        near = STATED if iso3 in stated else CONTEXT if iso3 in around else BEFORE if iso3 in before else 0.0
        prior = _prior(frame, iso3, makers)
        known = background.get(iso3, 0.0) + near
        total[iso3] = {role: table.get(iso3, {}).get(role, 0.0) + known + prior[role] for role in ROLES}
    pairs = [(total[s]["supplier"] + total[r]["recipient"], s, r) for s in total for r in total if s != r]
    if not pairs:
        return Sides()
    _, supplier, recipient = max(pairs)
    return Sides(
        _peers(supplier, recipient, groups),
        _peers(recipient, supplier, groups),
        _basis(supplier, stated, around | before),
        _basis(recipient, stated, around | before),
    )


def _prior(frame: Frame, iso3: str, makers: Sequence[str]) -> dict[str, float]:
    rank = exporters().get(iso3, 0)
    if frame.kind == "access":
        return {"supplier": 0.3 * (3 - rank), "recipient": 0.5 * rank}
    made = MAKER if iso3 in makers else 0.0
    return {"supplier": 0.5 * rank + made, "recipient": 0.35 * (3 - rank) - made}


def _peers(best: str, other: str, groups: Sequence[frozenset[str]]) -> list[str]:
    """The states named in one breath with the best: `Russia, China and Iran`."""
    joined = {iso3 for group in groups if best in group and other not in group for iso3 in group}
    return [best, *sorted(joined - {best, other})]


def _basis(iso3: str, stated: set[str], around: set[str]) -> str:
    return "stated" if iso3 in stated else "context" if iso3 in around else "inferred"


def background(counts: Counter[str], headline: set[str], pair: Sequence[str]) -> dict[str, float]:
    """What the article as a whole says for a state: how often it is named, in the headline, as the topic's pair."""
    whole = max(counts.values(), default=1)
    weights = {iso3: min(1.0, n / whole) for iso3, n in counts.items()}
    for iso3 in headline:
        weights[iso3] = weights.get(iso3, 0.0) + 0.5
    for iso3 in pair:
        if iso3 in weights:
            weights[iso3] += 0.3
    return weights
