"""Whether a clause with an event is about arms at all: the guards that refuse oil, vaccines, parades, games and crime."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pactline.reading.arms_nouns import forms
from pactline.reading.deal_clauses import Clause
from pactline.reading.deal_sentence import Words
from pactline.reading.items import Item
from pactline.reading.numbers import Number, numbers
from pactline.reading.predicates import Frame, lexicon
from pactline.reading.tense import negated, tense

_OTHER_BUSINESS = re.compile(
    r"(?<!\w)(?:oil(?!-rich)|crude|barrels?|petrol\w*|vaccin\w*|vacun\w*|vacin\w*|doses?|dosis|wheat|trigo|gas|bonds?|bonos|films?|movies?|"
    r"video ?games?|videojuegos?|нефт\w*|вакцин\w*|зерн\w*|футбол\w*|películ\w*|soldado futuro|smuggl\w*|gangs?|homicid\w*|"
    r"contrabando|pandillas?|stake|joint venture in|refiner\w*|pdvsa|rosneft|gazprom|joint bank|equity|homicídi\w*|desfile|parade|парад\w*)",
    re.I,
)
"""Words of other trade; where one stands in a clause that names no weapon, the clause is about that."""
_TRADE = frozenset({"buy", "order", "sell", "deliver", "receive"})
_ARMING = _TRADE | {"give"}
_COMING = _TRADE | {"arrive", "come", "give", "produce"}
_TOLD_AGAIN = _TRADE | {"deal", "lend", "produce"}
_MONEY = frozenset({"$", "€", "usd", "dollars", "dollar", "dólares", "dolares", "долларов", "долл", "euros", "евро"})
_CONTROL = re.compile(
    r"arms control|disarmament|control de arm|desarme|desarmamento|controle de arm|контрол\w+ над вооруж|разоружени|new start"
)
_PERSONNEL = frozenset(
    "personnel troops soldiers forces advisers advisors specialists mercenaries tropas soldados efectivos asesores militares "
    "especialistas assessores conselheiros военных военнослужащих солдат советников специалистов войска".split()
)
_TRAINED = frozenset(
    "pilot crew cadet soldier sailor piloto tripulación cadete soldado marinero tripulação marinheiro лётчик летчик экипаж курсант "
    "солдат пилот военнослужащий".split()
)
"""Who is trained for war where no weapon is named."""
_PLANES = frozenset({"aircraft", "plane", "planes", "jet", "jets", "ships", "ship", "boats"})
_AFLOAT = frozenset("ship ships tank tanks boat boats vessel vessels plane planes aircraft radar radars".split())
_OIL = re.compile(
    r"(?<!\w)(?:oil(?!-rich)|crude|petroleum|barrels?|petrol(?:eo|eras?|eros?|íferas?)|petróleo|crudo|barriles|barris|tankers?|chevron|pdvsa|rosneft|petroleros?|нефт\w{0,12}|баррел\w{0,4})(?!\w)"
)
_ENCLITIC = re.compile(r"(?:[aeiáéíó]r|ndo|-)(?:se|me|le|les|nos)?-?l[oa]s?$")
_LIFT = frozenset("lift lifting levantar levantamiento levantamento снять отменить снятие отмена".split())
_MAKE = frozenset("manufacture fabricación producción fabricação fabrico produção производства производство".split())
_OF_THEM = re.compile(
    r"(?:(?:more|más|mais|ещё|еще)(?: |$))?(?:(?:of (?:them|these|those|which|the (?:planes|aircraft|jets|helicopters|ships|boats|tanks|systems))|"
    r"de (?:ellos|ellas|los cuales|las cuales)|deles|delas|dos quais|das quais|из них|из которых)(?: |$))?"
    r"(?:(?:have|has|had|were|was|are|is|will|so far|now|expected|due|to|be|been|sido|ya|han|fueron|serán|foram|já|serão|были|уже|будут)(?: |$)){0,5}$"
)
"""What may stand between a number and its verb, where the number counts things told of before."""
LARGEST = 100_000
"""No deal of the lists counts more pieces without naming them."""
VISITS = 75
"""Characters between a visit and the ships that make it: `visits by warships`, `on a visit to Moscow he asked for ships`."""
NO_TRADE = frozenset({"deploy", "exercise", "train", "cooperate", "visit", "base"})
NEED_ITEMS = frozenset({"come", "buy", "order", "receive", "sell", "deliver", "give", "arrive", "produce", "visit"})
NEED_MILITARY = frozenset({"deal", "lend", "service", "train", "base", "deploy", "exercise", "embargo"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Which guard refused a candidate, and why, in words a reader can check."""

    rule: str
    reason: str


def refusal(
    words: Words, clause: Clause, frame: Frame, items: Sequence[Item], *, armed: bool, states: int, worth: bool
) -> Refusal | None:
    """The guard that refuses the clause, or None.

    armed   the sentence around it names weapons
    states  how many states the clause names
    worth   it names a sum

    Catches `a contract for the Sputnik V vaccine`, `sold 10 percent of Petropiar`; lets `sold 24 Su-30s` pass.
    """
    bare = _bare(words, clause, frame, items, states=states, worth=worth)
    if bare is not None:
        return bare
    if civil_trade(words, items) and frame.name not in NO_TRADE:
        return Refusal("other-trade", "ships or tanks of the oil trade, and nothing military in the sentence")
    if frame.name == "embargo" and all(item.umbrella for item in items) and _lifted(words, clause):
        return Refusal("lifted", "an embargo that is lifted holds back nothing")
    if controls_arms(words):
        return Refusal("arms-control", "a treaty on arms control is no deal in arms")
    if frame.name == "exercise" and clause.event.last - clause.event.first > 1:
        return None
    if items:
        return _misplaced(words, clause, frame, items)
    text = " ".join(words.lower[clause.first : clause.last])
    if frame.name not in NO_TRADE and _OTHER_BUSINESS.search(text):
        return Refusal("other-trade", "no weapon in the clause, but words of another trade")
    if frame.name in NEED_ITEMS and not (frame.name in _ARMING and names_arms(words, clause)):
        return Refusal("no-arms", "no weapon or military equipment in the clause")
    paid = frame.name == "lend" and worth and states > 1
    sent = frame.name == "deploy" and clause.event.form == "verb" and bool(_PERSONNEL & set(words.lower))
    taught = frame.name == "train" and states > 0 and _names_any(words, clause, _TRAINED)
    beside = armed and frame.name in ("train", "service", "lend", "deal")
    if frame.name in NEED_MILITARY and not (paid or sent or taught or beside or _military(words, clause)):
        return Refusal("no-military-word", "nothing military in the clause")
    return None


def _bare(
    words: Words, clause: Clause, frame: Frame, items: Sequence[Item], *, states: int, worth: bool
) -> Refusal | None:
    """Events that are only named: an alliance, a loan, a price, where a thing was made."""
    event, turned = clause.event, bool(clause.turns)
    if frame.name == "exercise" and states < 2 and event.last - event.first == 1:
        return Refusal("alone", "an exercise of one state alone")
    if not turned and (frame.name == "base" or (frame.name == "cooperate" and not items)):
        return Refusal("no-turn", "cooperation or a base is named, but nothing is agreed, asked for or begun")
    if frame.name == "lend" and not (worth or turned or items):
        return Refusal("no-sum", "a loan is named, but neither a sum nor what becomes of it")
    if frame.name == "service" and event.form == "verb" and not (states or turned):
        return Refusal("no-side", "what is modernised or repaired, but by or for no state")
    if not states and "cost" in words.senses[event.first]:
        return Refusal("price", "what a thing costs is no purchase")
    if frame.name == "produce" and not turned and _made_by(words, clause):
        return Refusal("made-by", "who makes a weapon is no production deal")
    if frame.name == "produce" and event.form == "noun" and not turned and _MAKE & set(words.lower):
        return Refusal("made-in", "where a thing was made is no production deal")
    return None


def _made_by(words: Words, clause: Clause) -> bool:
    """`a trainer built by China`, `fabricado por China`: a participle with its maker behind it."""
    event = clause.event
    after = words.lower[event.last] if event.last < len(words.lower) else ""
    return (
        event.form == "verb" and tense(words, event) == "past" and after in lexicon(words.language).prepositions["by"]
    )


def looks_back(words: Words, clause: Clause, frame: Frame) -> bool:
    """`the sale was suspended`, `un contrato de 290 millones`: an event told again without its weapons, but with news of it.

    Refuses `of the delivery he said`: no news; and other trades.
    """
    if frame.name not in _TOLD_AGAIN or _OTHER_BUSINESS.search(" ".join(words.lower[clause.first : clause.last])):
        return False
    if clause.event.form != "noun":
        return False
    news = {turn.name for turn in clause.turns} - {"wish", "offer", "ready", "remove", "request"}
    return bool(news) or any(words.lower[i] in _MONEY for i in range(clause.first, clause.last))


def bare_count(words: Words, clause: Clause, frame: Frame) -> int | None:
    """How many, where a number stands for things told of before: `34 have been delivered`, `two of them were handed over`.

    Refuses years, sums, shares, and numbers with a word of their own behind them.
    """
    if frame.name not in _TRADE or clause.event.form != "verb" or clause.event.first == clause.first:
        return None
    text = " ".join(words.lower[clause.first : clause.event.first])
    for number in numbers(text, words.language):
        if number.kind != "number" or number.value != int(number.value) or _is_year(number):
            continue
        rest = text[number.end :].lstrip()
        if number.value < LARGEST and (not rest or _OF_THEM.match(rest)):
            return int(number.value)
    return None


def by_pronoun(words: Words, clause: Clause, frame: Frame) -> bool:
    """`wants to buy them`, `comprárselos`, `продать их`: weapons told before stand as a pronoun right at the verb."""
    if frame.name not in _ARMING or clause.event.form != "verb":
        return False
    event, marks = clause.event, lexicon(words.language).grammar["them"]
    if words.language in ("es", "pt") and _ENCLITIC.search(words.lower[event.first]):
        return True
    beside = words.lower[event.last : event.last + (1 if words.language == "en" else 2)]
    if words.language != "en":
        beside += words.lower[max(clause.first, event.first - 2) : event.first]
    return bool(marks & set(beside))


def elided(words: Words, clause: Clause, frame: Frame) -> int | None:
    """How many, where weapons told before are left out behind a word of order: `the first eight will reach Lima`.

    returns  0 where no number is told (`the rest will follow`); None where nothing is left out (`the first time`)
    """
    if frame.name not in _COMING:
        return None
    grammar = lexicon(words.language).grammar
    closed, verbs = (
        _closed(words.language),
        {cue.first for cue in (*clause.events, *clause.turns) if cue.form == "verb"},
    )
    for at in range(clause.first, clause.last):
        ordinal = words.lower[at] in grammar["rest"] and (
            words.language == "ru" or (at > 0 and words.lower[at - 1] in grammar["the"])
        )
        behind = at + 1 if ordinal else at
        count = _count_at(words, behind, clause.last)
        behind += count is not None
        piece = behind < clause.last and bool(words.senses[behind] & grammar["piece"])
        behind += piece
        ends = behind >= clause.last or words.lower[behind] in closed or behind in verbs
        if ends and (ordinal or (piece and count is not None)):
            return count or 0
    return None


def _count_at(words: Words, at: int, last: int) -> int | None:
    """The plain number that word `at` is."""
    if at >= last:
        return None
    found = numbers(words.lower[at], words.language)
    plain = (
        len(found) == 1 and found[0].kind == "number" and (found[0].start, found[0].end) == (0, len(words.lower[at]))
    )
    whole = plain and found[0].value == int(found[0].value) and not _is_year(found[0]) and found[0].value < LARGEST
    return int(found[0].value) if whole else None


@cache
def _closed(language: str) -> frozenset[str]:
    """Words that no noun phrase goes on with: prepositions, helpers, conjunctions, marks."""
    lists = lexicon(language)
    marks = frozenset(",;:.()—–-“”«»\"'") | {
        "has",
        "have",
        "had",
        "should",
        "would",
        "can",
        "will",
        "ha",
        "han",
        "já",
        "уже",
    }
    return marks.union(
        *lists.prepositions.values(), *(lists.grammar[name] for name in ("passive", "negation", "boundary", "future"))
    )


def _is_year(number: Number) -> bool:
    return not number.spelled and 1900 <= number.value <= 2100


def controls_arms(words: Words) -> bool:
    """True for a sentence on arms control: its article's talks and treaties are about that."""
    return bool(_CONTROL.search(" ".join(words.lower)))


def civil_trade(words: Words, items: Sequence[Item]) -> bool:
    """`oil embargo ... ship movements`, `tanks full`: ships and tanks of the oil trade, with no military word beside them."""
    if not items or any(item.name not in _AFLOAT for item in items):
        return False
    marks = lexicon(words.language).grammar["military"]
    return bool(_OIL.search(" ".join(words.lower))) and not any(marks & senses for senses in words.senses)


def _lifted(words: Words, clause: Clause) -> bool:
    """`lifted its arms embargo`; refuses `did not lift the embargo`."""
    return any(
        turn.name == "remove" and words.senses[turn.first] & _LIFT and not negated(words, turn) for turn in clause.turns
    )


def _names_any(words: Words, clause: Clause, listed: frozenset[str]) -> bool:
    return any(listed & words.senses[i] for i in range(clause.first, clause.last))


def names_arms(words: Words, clause: Clause) -> bool:
    """Whether a clause speaks of arms at large: `a billion dollars' worth of arms`, `материалы военного назначения`."""
    return bool(_at_large(words.language).search(" ".join(words.lower[clause.first : clause.last])))


@cache
def _at_large(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{forms(language, 'umbrella')})(?!\w)", re.IGNORECASE)


def _military(words: Words, clause: Clause) -> bool:
    marks = lexicon(words.language).grammar["military"]
    return any(marks & words.senses[i] for i in range(clause.first, clause.last))


def _misplaced(words: Words, clause: Clause, frame: Frame, items: Sequence[Item]) -> Refusal | None:
    """Things arrive by themselves: an `arrive` needs its weapon beside it, a visit a ship or a plane."""
    start, end = words.offsets(clause.event.first, clause.event.last)
    visitors = [item for item in items if item.category in ("ship", "submarine", "aircraft")]
    if frame.name == "visit" and not any(item.start - end > -VISITS and item.start - end < VISITS for item in visitors):
        return Refusal("no-visitor", "no ship or plane that could visit")
    if frame.name == "visit" and all(item.name in _PLANES for item in visitors) and not _military(words, clause):
        return Refusal("civil-visitor", "a plane of no force that could visit")
    if frame.name == "give" and not any(-60 < item.start - end < 90 for item in items):
        return Refusal("no-arms-given", "what is given is no weapon")
    if frame.name != "arrive":
        return None
    near = [item for item in items if item.start < start or (words.language != "en" and item.start - end < 60)]
    return None if near else Refusal("no-arms-arriving", "what arrives is no weapon")
