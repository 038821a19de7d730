"""What grammar tells of a state in a clause: place, preposition, case, demonym beside a weapon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pactline.reading.countries import exporters
from pactline.reading.deal_sentence import Words
from pactline.reading.named_states import Named, preposition, together
from pactline.reading.party_prepositions import by_preposition, roles_of
from pactline.reading.predicates import Cue, Frame, lexicon

GREAT = 3
"""Rank of the great exporters: `Venezuelan F-5s` to be modernised are Venezuela's, `Russian Su-30s` may be anybody's."""
OWN_COUNTRY = (
    "his country", "her country", "our country", "its country", "su país", "nuestro país", "seu país", "nosso país",
    "его страна", "наша страна",
)  # fmt: skip
"""The state of whoever speaks."""
ROLES = ("supplier", "recipient")
JOINT = 1.5
"""Weight, in either role, of states that act together (`Russia and Venezuela signed`): trade and makers decide."""
_LICENCE = frozenset("licence license licencia licença лицензия".split())
_WANTED = frozenset({"service", "train"})
"""Events that whoever wants them does not do himself: `wants an overhaul of eight jets`."""
_LETTING = frozenset(
    "allow permit authorise authorize let enable help permitir autorizar ayudar ajudar разрешить позволить помочь".split()
)
"""Verbs whose object does what follows: in `allowed Venezuela to buy` Venezuela buys."""
_EQUIPPING = frozenset("снабдить снабжать вооружить вооружать оснастить оснащать обеспечить обеспечивать".split())
"""Russian verbs whose object is who receives."""
_RELATIVE = frozenset("which who that que quien quienes который которая которые".split())


def scores(
    words: Words,
    frame: Frame,
    event: Cue,
    head: Cue,
    states: Sequence[Named],
    span: tuple[int, int],
    marked: frozenset[int],
    *,
    passive: bool,
    stopped: bool,
    turns: frozenset[str],
    owned: Mapping[int, str],
) -> dict[str, dict[str, float]]:
    """Evidence of grammar: state -> role -> weight.

    head    the first verb of the clause, whose subject acts: `extend` in `Russia will extend Venezuela a loan`
    span    first and last word of the clause
    marked  words that are part of an item: a demonym beside one tells the maker
    turns   readings of the clause
    owned   first word of a noun of selling or buying -> the role of whose it is
    """
    table: dict[str, dict[str, float]] = {}
    before = [
        s for s in states if s.last <= head.first and span[0] <= s.first and not (s.adjective and beside(s, marked))
    ]
    subject = _own_country(words, states, head) or subject_of(words, before)
    shared = _shared_subject(words, event, states, span)
    teller = None if passive else _antecedent(words, event, states)
    joint = _joint(words, states, subject)
    third = stopped and len({s.iso3 for s in states if span[0] <= s.first < span[1]}) > 2
    vetoing = next((s.iso3 for s in states if span[0] <= s.first and s.last <= head.first), None)
    for state in states:
        if is_feared(words, state):
            continue
        row = table.setdefault(state.iso3, dict.fromkeys(ROLES, 0.0))
        weight = 1.0 if span[0] <= state.first < span[1] else 0.45
        if shared is not None and state.last <= event.first and not state.adjective:
            row[roles_of(frame)[state.iso3 not in shared]] = 3.2 if state.iso3 in shared else 2.4
            continue
        if state is teller:
            row[roles_of(frame)[0]] = 3.6
            continue
        if state.iso3 in joint and state.last <= head.first:
            row.update({role: max(row[role], JOINT) for role in ROLES})
            continue
        for role, value in _grammar(
            words, frame, event, head, state, marked,
            passive=passive, nearest=state is subject, third=third and state.iso3 == vetoing, turns=turns, owned=owned,
        ).items():  # fmt: skip
            row[role] = max(row[role], value * weight) if value >= 0 else row[role] + value
    return table


def is_feared(words: Words, state: Named) -> bool:
    """Whether a state is one whose attack is feared: `an imminent U.S. invasion`, `las amenazas de Estados Unidos`."""
    hostile = lexicon(words.language).grammar["hostile"]
    behind = state.last + (words.lower[state.last : state.last + 1] == ["."])  # the end of `U.S.`
    before = range(max(0, state.first - 2), state.first)
    own = words.language in ("en", "ru")  # there the adjective stands before its noun
    places = ([behind] if own and behind < len(words.lower) else []) + ([] if own and state.adjective else list(before))
    return any(words.senses[at] & hostile for at in places)


def _shared_subject(words: Words, event: Cue, states: Sequence[Named], span: tuple[int, int]) -> frozenset[str] | None:
    """Who does what a gerund adds: `The countries have backed the Kremlin, as well as supplying its army`; None where the
    clause of the gerund names a state itself."""
    lower = words.lower
    adds = words.language == "en" and event.form == "verb" and lower[event.first].endswith("ing") and event.first >= 2
    if (
        not adds
        or "as" not in lower[event.first - 2 : event.first]
        or any(span[0] <= s.first < event.first for s in states)
    ):
        return None
    free = [s for s in states if s.last <= event.first and preposition(words, s.first) is None]
    if not free:
        return None
    return frozenset(s.iso3 for s in free if s.first == free[0].first)


def _antecedent(words: Words, event: Cue, states: Sequence[Named]) -> Named | None:
    """The state that a relative clause tells of: `the Dutch yard Damen, which sold`; none where another state follows."""
    if event.form != "verb":
        return None
    for at in range(event.first - 1, max(0, event.first - 5) - 1, -1):
        if any(s.first <= at < s.last for s in states):
            return None
        if words.lower[at] in _RELATIVE:
            near = [s for s in states if s.last <= at and not set(words.lower[s.last : at]) - {",", ")"}]
            behind = [s for s in states if event.last <= s.first <= event.last + 1 and not s.adjective]
            return near[-1] if near and not any(preposition(words, s.first) is None for s in behind) else None
    return None


def _joint(words: Words, states: Sequence[Named], subject: Named | None) -> frozenset[str]:
    """The states that act together with the subject."""
    groups = together(words, states)
    return next((group for group in groups if subject is not None and subject.iso3 in group), frozenset())


def _own_country(words: Words, states: Sequence[Named], head: Cue) -> Named | None:
    """`his country`, `nuestro país` before the verb: the state of the speaker, who stands first in the sentence."""
    text = " ".join(words.lower[max(0, head.first - 4) : head.first])
    return states[0] if states and any(phrase in text for phrase in OWN_COUNTRY) else None


def actor(words: Words, states: Sequence[Named], head: Cue, first: int) -> Named | None:
    """The state that acts in a clause that begins at word first: `his country` is the speaker's."""
    before = [s for s in states if s.last <= head.first and s.first >= first]
    return _own_country(words, states, head) or subject_of(words, before)


def subject_of(words: Words, before: Sequence[Named]) -> Named | None:
    """The state that acts: the nearest one before the verb that no preposition governs; else the nearest."""
    free = [s for s in before if preposition(words, s.first) is None]
    return free[-1] if free else before[-1] if before else None


def _grammar(
    words: Words,
    frame: Frame,
    event: Cue,
    head: Cue,
    state: Named,
    marked: frozenset[int],
    *,
    passive: bool,
    nearest: bool,
    third: bool,
    turns: frozenset[str],
    owned: Mapping[int, str],
) -> dict[str, float]:
    """Weights one mention of a state gets from its place, its preposition and its case; the surest sign first."""
    if state.adjective and beside(state, marked):
        if frame.name == "service" and exporters().get(state.iso3, 0) < GREAT:
            return {"recipient": 2.6}
        return {"recipient": 3.0, "supplier": -1.0} if frame.kind == "access" else {"supplier": 3.0, "recipient": -1.0}
    if state.adjective and frame.kind == "production" and _licenses(words, state):
        return {"supplier": 4.0, "recipient": -1.0}
    if (owner := _owner(words, state, owned)) is not None:
        return {owner: 3.2}
    word = preposition(words, state.first)
    if (mutual := _mutual(words, frame, event, head, state, word, turns)) is not None:
        return mutual
    subject, other = _acting(frame, event, head, turns)
    addressed = word in lexicon(words.language).prepositions["to"] and subject == "recipient" and frame.kind != "access"
    if addressed:
        return {"supplier": 3.0}
    if word is not None and (by_word := by_preposition(words, frame, event, state, word)):
        return by_word
    if state.case == "dat":
        return {"recipient": 3.0}
    if word is None and event.form == "verb" and (turned := _inverted(words, event, state, subject, other)):
        return turned
    if state.case == "ins":
        return {subject: 3.0} if passive else {other: 1.5}
    if third and state.last <= head.first:
        return {"supplier": -0.8, "recipient": -1.0}
    if frame.subject == "either" and (head.event or head.name != "request"):
        weight = 2.2 if nearest and state.last <= head.first else 1.2
        return {"supplier": weight, "recipient": weight}
    if _lets(words, head) and event.form == "verb" and head is not event and not passive:
        return (
            {other: 2.8} if state.last <= head.first else {subject: 3.2} if state.last <= event.first else {other: 0.3}
        )
    return _by_place(event, head, state, subject, other, passive=passive, nearest=nearest)


def _owner(words: Words, state: Named, owned: Mapping[int, str]) -> str | None:
    """`a French offer`, `Kyiv's appeals`, `la oferta china`: whose the noun is; None for any other place of a name."""
    at = state.last
    if words.lower[at : at + 1] and words.lower[at] in ("'s", "’s", "'", "’"):
        at += 1
    elif not state.adjective:
        return None
    beside = range(at, at + 3) if words.language in ("en", "ru") else (state.first - 1, state.first - 2, at)
    return next((owned[i] for i in beside if i in owned), None)


def _inverted(words: Words, event: Cue, state: Named, subject: str, other: str) -> dict[str, float] | None:
    """Russian word order: `Армению снабжает Индия`; the accusative before the verb is no subject, the nominative behind it is."""
    if words.language != "ru" or state.case not in ("acc", "nom"):
        return None
    if state.case == "acc" and state.last <= event.first and words.senses[event.first] & _EQUIPPING:
        return {other: 3.2}
    near = 0 <= state.first - event.last <= 2
    return {subject: 3.0} if state.case == "nom" and near else None


def _licenses(words: Words, state: Named) -> bool:
    """`under an Iranian licence`, `bajo licencia rusa`: whose licence it is supplies the production."""
    around = (state.first - 1, state.last)
    return any(0 <= i < len(words.senses) and words.senses[i] & _LICENCE for i in around)


def _mutual(
    words: Words, frame: Frame, event: Cue, head: Cue, state: Named, word: str | None, turns: frozenset[str]
) -> dict[str, float] | None:
    """Equal weights for those who sign, negotiate or cooperate with each other; None where one acts on the other."""
    signing = (head.name in ("agree", "negotiate") and not head.event and event.form == "noun") or (
        "negotiate" in turns and event.form == "noun" and head is event
    )
    partner = word is not None and word in lexicon(words.language).prepositions["with"]
    if signing and frame.kind in ("transfer", "support", "production") and (state.last <= head.first or partner):
        return {"supplier": JOINT, "recipient": JOINT}
    if frame.subject == "either" and word is not None and _is_loose(words, word):
        weight = 1.2 if abs(state.first - event.last) < 12 else 0.3
        return {"supplier": weight, "recipient": weight}
    return None


def _lets(words: Words, head: Cue) -> bool:
    return any(words.senses[i] & _LETTING for i in range(head.first, head.last))


def _by_place(
    event: Cue, head: Cue, state: Named, subject: str, other: str, *, passive: bool, nearest: bool
) -> dict[str, float]:
    """Before the first verb stands who acts, between it and the event or right behind it who is acted on."""
    if state.last <= head.first and head.name == "deny" and not head.event:
        return {subject: 1.3, other: 1.2}
    if state.last <= head.first:
        if passive and head is event:
            return {other: 0.6, subject: 0.3}
        return {subject: 3.2 if nearest else 1.4}
    if state.last <= event.first:
        return {other: 2.6}
    return {other: 2.0} if state.first - event.last <= 3 and not passive else {other: 0.3}


def _acting(frame: Frame, event: Cue, head: Cue, turns: frozenset[str]) -> tuple[str, str]:
    """The role of the head's subject and the other one: who asks is the buyer, whatever he asks for; who refuses what
    he is asked for is the seller, who refuses an offer the buyer."""
    if not head.event and head.name == "refuse" and frame.kind != "access" and turns & {"request", "offer"}:
        return ("supplier", "recipient") if "request" in turns else ("recipient", "supplier")
    if frame.kind == "access" and not head.event and head.name in ("offer", "ready", "refuse", "agree", "deny"):
        return "supplier", "recipient"
    if not head.event and head.name == "wish" and event.form == "noun" and frame.name in _WANTED:
        return "recipient", "supplier"
    if not head.event and head.name == "request" and frame.kind != "access":
        return "recipient", "supplier"
    return roles_of(frame)


def _is_loose(words: Words, word: str) -> bool:
    """A preposition that tells no direction of an agreement: with, by, of."""
    lists = lexicon(words.language).prepositions
    return word in lists["with"] | lists["by"] | lists["of"]


def beside(state: Named, marked: frozenset[int]) -> bool:
    """True for a demonym within two words of a weapon: `Russian Su-30s`, `fusiles rusos`."""
    return any(
        i in marked for i in (state.first - 2, state.first - 1, state.first, state.last - 1, state.last, state.last + 1)
    )
