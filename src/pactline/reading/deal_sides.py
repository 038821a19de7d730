"""The sides of a candidate: who acts, who speaks, what pronouns and repeated deals point back to."""

from __future__ import annotations

from pactline.reading.countries import exporters
from pactline.reading.deal_clauses import Clause
from pactline.reading.deal_context import PRONOUNS, Candidate, Context
from pactline.reading.deal_entities import WEAPON
from pactline.reading.deal_left_out import REACH
from pactline.reading.deal_sentence import Words
from pactline.reading.items import Item
from pactline.reading.named_states import Named, preposition, together
from pactline.reading.parties import Sides, background, decide
from pactline.reading.party_grammar import OWN_COUNTRY, actor, beside, is_feared, scores
from pactline.reading.predicates import Cue, frames, lexicon
from pactline.reading.tense import attributive, negated

SPEAKS = 8
"""Words between a verb of speech and the speaker's country."""


def speaker_of(candidate: Candidate, context: Context) -> str | None:
    """The state whose official speaks in the sentence; of a pronoun, that of the sentence before."""
    words = candidate.words
    speech = lexicon(words.language).grammar["speech"]
    at = next((i for i, senses in enumerate(words.senses) if senses & speech), None)
    if at is None:
        return None
    if PRONOUNS & set(words.lower[max(0, at - 2) : at]):
        named = [
            s for s in candidate.states if s.last <= at and not s.adjective and preposition(words, s.first) is None
        ]
        return named[0].iso3 if named else context.subject
    outsiders = lexicon(words.language).grammar["outsiders"]
    if any(words.senses[i] & outsiders for i in range(max(0, at - 5), min(len(words.senses), at + 6))):
        return None
    near = [s for s in candidate.states if abs(s.first - at) <= SPEAKS]
    return min(near, key=lambda s: (abs(s.first - at), s.first)).iso3 if near else None


def acting_side(candidate: Candidate, sides: Sides, said_of: str | None = None) -> str | None:
    """Whose wish or offer the clause tells: the subject's before its first verb, else what the event itself implies.

    said_of   the state a pronoun stands for
    """
    head, clause = candidate.head, candidate.clause
    subject = actor(candidate.words, candidate.states, head, clause.first)
    acting = subject.iso3 if subject is not None else None
    if PRONOUNS & set(candidate.words.lower[max(clause.first, head.first - 4) : head.first]):
        acting = said_of or acting
    if (
        head.name in ("wish", "request")
        and not head.event
        and candidate.cue.form == "noun"
        and candidate.frame.name in WANTED
    ):
        return "recipient"
    if head.name == "offer" and not head.event and _is_helped(candidate, head):
        return "supplier"
    if candidate.frame.subject == "either" and acting is not None:
        return "supplier" if exporters().get(acting, 0) > 1 else "recipient"
    if acting is not None and not _passive(candidate):
        if acting in sides.supplier:
            return "supplier"
        if acting in sides.recipient:
            return "recipient"
    return {"recipient": "recipient", "supplier": "supplier"}.get(candidate.frame.subject)


def sides_of(candidate: Candidate, context: Context) -> Sides:
    """Who supplies and who receives in a candidate."""
    words, clause, frame = candidate.words, candidate.clause, candidate.frame
    marked = frozenset(
        i
        for i in range(clause.first, clause.last)
        if any(t.start <= words.spans[i][0] < t.end for t in candidate.items)
    )
    table = scores(
        words,
        frame,
        candidate.cue,
        candidate.head,
        candidate.states,
        (clause.first, clause.last),
        marked,
        passive=_passive(candidate),
        stopped=any(turn.name in ("forbid", "suspend") for turn in clause.turns),
        turns=frozenset(turn.name for turn in clause.turns),
        owned=_owned(clause),
    )
    _by_asides(candidate, table, marked)
    acting = actor(words, candidate.states, candidate.head, clause.first)
    firm = [
        s for s in candidate.states if (not s.adjective or s is acting or beside(s, marked)) and not is_feared(words, s)
    ]
    stated = {s.iso3 for s in firm if clause.first <= s.first < clause.last}
    around = {s.iso3 for s in firm}
    _by_reference(candidate, context, table)
    makers = _makers(candidate, context, marked) if frame.kind != "finance" else []
    if sellers := _sellers(candidate, table):
        makers = [iso3 for iso3 in makers if iso3 in sellers]
        for iso3, row in table.items():
            row["supplier"] = row["supplier"] if iso3 in sellers else min(row["supplier"], 0.0)
    pair = context.vocabulary.topic.settings.get("pair", ())
    known = background(context.counts, context.headline, pair)
    here = {s.iso3 for s in candidate.states}
    groups = [
        *together(words, candidate.states),
        *(g for g in context.groups if not g & here and candidate.cue.form != "noun"),
    ]
    return decide(table, frame, makers, known, stated, around, context.before, groups)


def _by_asides(candidate: Candidate, table: dict[str, dict[str, float]], marked: frozenset[int]) -> None:
    """Add what a participle tells of the sides: `the rifles bought by Venezuela come from Russia`, `a ship built by Spain`."""
    clause = candidate.clause
    for aside in clause.asides:
        told = scores(
            candidate.words, frames()["sell" if aside.name == "produce" else aside.name], aside, aside, candidate.states, (clause.first, clause.last), marked,
            passive=True, stopped=False, turns=frozenset(), owned={},
        )  # fmt: skip
        for iso3, row in told.items():
            of_all = table.setdefault(iso3, {"supplier": 0.0, "recipient": 0.0})
            for role, weight in row.items():
                of_all[role] += weight


WANTED = frozenset({"service", "train"})
"""What whoever wants it does not do himself."""
_DATIVE = {
    "en": frozenset({"him", "them", "it", "her"}), "es": frozenset({"le", "les"}), "pt": frozenset({"lhe", "lhes"}),
    "ru": frozenset({"ему", "ей", "им"}),
}  # fmt: skip
CARRIED = frozenset({"transfer", "training", "support", "production"})
"""Kinds whose sides go on from sentence to sentence."""
SELLING = frozenset({"train", "service", "sell", "deliver", "give", "lend", "offer", "ready", "embargo"})
BUYING = frozenset({"buy", "order", "receive", "request", "wish"})
ADVERBS = 2
"""Words that may stand between a seller and its verb where nobody else is told to be the buyer."""
NAMED_SELLER = 3.4
"""Weight from which grammar names the seller (`from`, `by`, `у`), so that a maker told besides is not believed to be it."""


def _owned(clause: Clause) -> dict[int, str]:
    """First word of each noun of selling or buying -> the role of whose it is."""
    nouns = [cue for cue in (*clause.events, *clause.turns) if cue.form == "noun"]
    roles = [
        (cue.first, "supplier" if cue.name in SELLING else "recipient" if cue.name in BUYING else "") for cue in nouns
    ]
    return {at: role for at, role in roles if role}


def _sellers(candidate: Candidate, table: dict[str, dict[str, float]]) -> set[str]:
    """Who sells by the clause's own words: `bought from Nicaragua`, `Jordan will sell its M60s to Kenya`; empty where it
    does not say."""
    if candidate.frame.kind not in ("transfer", "support"):
        return set()
    named = {iso3 for iso3, row in table.items() if row["supplier"] >= NAMED_SELLER}
    if candidate.cue.form != "verb":
        named = {iso3 for iso3 in named if exporters().get(iso3)}
    head = candidate.head
    acts = head is candidate.cue or head.name in ("wish", "ready", "offer", "agree", "begin")
    if named or candidate.frame.subject != "supplier" or not acts or _passive(candidate):
        return named
    seller = actor(candidate.words, candidate.states, head, candidate.clause.first)
    given = {iso3 for iso3, row in table.items() if row["recipient"] >= NAMED_SELLER}
    free = seller is not None and not seller.adjective and preposition(candidate.words, seller.first) is None
    sure = given or (head is candidate.cue and candidate.cue.first - (seller.last if seller else 0) <= ADVERBS)
    return {seller.iso3} if free and seller is not None and sure and given != {seller.iso3} else set()


def _passive(candidate: Candidate) -> bool:
    """`were sold to`, `fueron vendidos`, `были переданы`, and participles behind their noun: `jets bought from`."""
    words, cue = candidate.words, candidate.cue
    if cue.form != "verb":
        return False
    form, before = words.lower[cue.first], words.lower[max(0, cue.first - 3) : cue.first]
    helped = bool(lexicon(words.language).grammar["passive"] & set(before)) or attributive(words, cue)
    if words.language == "ru":
        return form.endswith(
            ("ны", "на", "но", "ен", "ан", "нные", "нный", "нных", "ются", "ется", "лись", "лось", "лась", "лся")
        )
    if words.language == "en":
        return helped and not form.endswith("ing")
    return helped and form.endswith(("do", "da", "dos", "das"))


def _by_reference(candidate: Candidate, context: Context, table: dict[str, dict[str, float]]) -> None:
    """Add to the grammar what pronouns and repeated deals point back to.

    `he proposed` acts for the state of the sentence before; `the planes could not be sold` keeps the sides told last.
    """
    words, head = candidate.words, candidate.head
    subject = (
        "recipient"
        if acting_side(candidate, Sides()) == "recipient" or (head.name == "request" and not head.event)
        else "supplier"
    )
    if context.subject and PRONOUNS & set(words.lower[max(candidate.clause.first, head.first - 4) : head.first]):
        if not head.event and not exporters().get(context.subject):
            subject = "recipient"
        row = table.setdefault(context.subject, {"supplier": 0.0, "recipient": 0.0})
        row[subject] += 2.2
    _by_clitic(candidate, table)
    plain = all(not item.quantity and not any(c.isdigit() for c in item.name) for item in candidate.items)
    barred = plain and _passive(candidate) and negated(words, candidate.cue)
    own = candidate.own and not barred
    if context.subject and not candidate.states and _speaks_of_home(words, head):
        table.setdefault(context.subject, {"supplier": 0.0, "recipient": 0.0})[subject] += 3.0
    for item in candidate.items if not candidate.own else ():
        known = context.item_sides.get(item.name)
        for role, states in (("supplier", known.supplier), ("recipient", known.recipient)) if known else ():
            for iso3 in states:
                table.setdefault(iso3, {"supplier": 0.0, "recipient": 0.0})[role] += 1.6
    if context.sides is not None and context.age <= REACH and candidate.frame.kind in CARRIED:
        for role, states in (("supplier", context.sides.supplier), ("recipient", context.sides.recipient)):
            for iso3 in states:
                table.setdefault(iso3, {"supplier": 0.0, "recipient": 0.0})[role] += (
                    0.3 if own else 2.5 if barred else 1.2
                )


def _speaks_of_home(words: Words, head: Cue) -> bool:
    text = " ".join(words.lower[max(0, head.first - 6) : head.first])
    return any(phrase in text for phrase in OWN_COUNTRY)


def _by_clitic(candidate: Candidate, table: dict[str, dict[str, float]]) -> None:
    """`Chávez anunció que Brasil le suministrará`: the pronoun before a verb of giving is who the sentence is about."""
    words, cue = candidate.words, candidate.cue
    before = words.lower[max(0, cue.first - 2) : cue.first] + (
        words.lower[cue.last : cue.last + 1] if words.language in ("en", "ru") else []
    )
    if (
        cue.form != "verb"
        or candidate.frame.subject != "supplier"
        or not _DATIVE.get(words.language, frozenset()) & set(before)
    ):
        return
    subject = actor(words, candidate.states, candidate.head, candidate.clause.first)
    free = [
        s for s in candidate.states if s.last <= cue.first and not s.adjective and preposition(words, s.first) is None
    ]
    first = next((s for s in free if subject is None or s.iso3 != subject.iso3), None)
    if first is not None:
        row = table.setdefault(first.iso3, {"supplier": 0.0, "recipient": 0.0})
        row["recipient"], row["supplier"] = row["recipient"] + 2.6, min(row["supplier"], 1.0)


def _is_helped(candidate: Candidate, verb: Cue) -> bool:
    """`had been offered the Super Tucano`: a helper of the passive stands before the verb."""
    words = candidate.words
    return bool(lexicon(words.language).grammar["passive"] & set(words.lower[max(0, verb.first - 2) : verb.first]))


def _right_beside(candidate: Candidate, state: Named, item: Item) -> bool:
    """`Danish F-16s`, `los F-16 daneses`: nothing but the name between the state and the weapon."""
    first, last = candidate.words.offsets(state.first, state.last)
    return -1 <= item.start - last <= 2 or -1 <= first - item.end <= 2 or item.start <= first < item.end


def _makers(candidate: Candidate, context: Context, marked: frozenset[int]) -> list[str]:
    """States whose the weapons of the clause were told to be, else those that designed the ones named in it."""
    for state in candidate.states:
        if state.adjective and beside(state, marked):
            for item in candidate.items:
                if _right_beside(candidate, state, item):
                    context.makers.setdefault(item.name, set()).add(state.iso3)
    told = {iso3 for item in candidate.items for iso3 in context.makers.get(item.name, ())}
    if told:
        return sorted(told)
    (start, end), words = candidate.span, candidate.words
    weapons = [ent for ent in words.doc.ents if ent.label_ == WEAPON and ent.kb_id_]
    return sorted({ent.kb_id_ for ent in weapons if start <= words.spans[ent.start][0] < end})
