"""Weapons that a clause leaves out because they were told before: `the first eight`, `34 have been delivered`, `them`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pactline.reading.deal_clauses import RELATIVE, TRADE, Clause
from pactline.reading.deal_context import MONEY, Context
from pactline.reading.deal_gate import ARMING, is_of_other_trade, names_arms
from pactline.reading.deal_sentence import Words
from pactline.reading.items import Item, recounted
from pactline.reading.numbers import Number, numbers
from pactline.reading.predicates import Frame, lexicon

REACH = 2
"""Sentences after which `the sale` no longer means the weapons told of last."""
LONG = 6
"""Sentences over which `the works`, `the repair` mean those told of last in an article about them."""
_IDLE = frozenset({"requested", "offered", "cancelled", "denied"})
"""Statuses of which no part is delivered."""
LARGEST = 100_000
"""No deal of the lists counts more pieces without naming them."""
_COMING = TRADE | {"arrive", "come", "give", "produce"}
_TOLD_AGAIN = TRADE | {"deal", "lend", "produce"}
_ENCLITIC = re.compile(r"(?:[aeiáéíó]r|ndo|-)(?:se|me|le|les|nos)?-?l[oa]s?$")
_OF_THEM = re.compile(
    r"(?:(?:more|más|mais|ещё|еще)(?: |$))?(?:(?:of (?:them|these|those|which|the (?:planes|aircraft|jets|helicopters|ships|boats|tanks|systems))|"
    r"de (?:ellos|ellas|los cuales|las cuales)|deles|delas|dos quais|das quais|из них|из которых)(?: |$))?"
    r"(?:(?:have|has|had|were|was|are|is|will|so far|now|expected|due|to|be|been|sido|ya|han|fueron|serán|foram|já|serão|были|уже|будут)(?: |$)){0,5}$"
)
"""What may stand between a number and its verb, where the number counts things told of before."""
_DEFINITE = frozenset(
    "the these those its their los las dos das os as esos esas estos estas esses essas estes estas этих эти них".split()
)
_NEW = frozenset("other more another new otros otras más outros outras mais nuevos nuevas novos novas".split())
_THEY = frozenset("they these both estos estas ambos éstos estes eles elas они эти".split())
"""What weapons told before are called as the subject of a passive."""
_PLURAL = (("s",), ("ы", "и", "ов", "ий", "ам", "ям", "ах", "ях", "ами", "ями"))
"""Endings of nouns in the plural, Latin and Russian."""
BEHIND = 25
"""Characters between a weapon and the relative clause that tells of it."""


def left_out(
    words: Words, clause: Clause, frame: Frame, things: Sequence[Item], context: Context
) -> tuple[list[Item], bool]:
    """The weapons that a clause without weapons means, and whether a word of its own stands for them.

    things   weapons of the whole sentence
    returns  no weapons where nothing says that any are meant
    """
    reach = LONG if context.kind == frame.kind and frame.kind in ("production", "support") else REACH
    if frame.name == "deal" and names_arms(words, clause):
        return [], False
    if not context.controls and context.age <= reach and looks_back(words, clause, frame):
        return list(
            recounted(
                context.scan.article.text, *words.offsets(clause.first, clause.last), context.language, context.things
            )
        ), False
    if context.things and context.age <= REACH:
        count = bare_count(words, clause, frame) or elided(words, clause, frame)
        if count is not None:
            going = context.dealt if context.last_status in _IDLE and context.dealt else context.things
            return [replace(going[0], quantity=count or None, bound="exact" if count else None)], True
    if context.things and context.age <= 1 and (by_pronoun(words, clause, frame) or possessed(words, clause, frame)):
        return [replace(context.things[0], quantity=None, bound=None)], True
    told = antecedents(words, clause, things)
    return told, bool(told)


def sums_up(words: Words, clause: Clause) -> bool:
    """`contracts worth some $11 billion`: several deals and a sum over all of them."""
    several = words.lower[clause.event.first].endswith(_PLURAL[words.language == "ru"])
    return several and any(words.lower[i] in MONEY for i in range(clause.first, clause.last))


def looks_back(words: Words, clause: Clause, frame: Frame) -> bool:
    """`the sale was suspended`, `un contrato de 290 millones`: an event told again without its weapons, but with news of it.

    Refuses `of the delivery he said`: no news; and other trades.
    """
    if frame.name not in _TOLD_AGAIN or is_of_other_trade(words, clause):
        return False
    if clause.event.form != "noun":
        return False
    news = {turn.name for turn in clause.turns} - {"wish", "offer", "ready", "remove", "request"}
    return bool(news) or any(words.lower[i] in MONEY for i in range(clause.first, clause.last))


def bare_count(words: Words, clause: Clause, frame: Frame) -> int | None:
    """How many, where a number stands for things told of before: `34 have been delivered`, `two of them were handed over`.

    Refuses years, sums, shares, and numbers with a word of their own behind them.
    """
    if frame.name not in _COMING or clause.event.form != "verb" or clause.event.first == clause.first:
        return None
    text = " ".join(words.lower[clause.first : clause.event.first])
    for number in numbers(text, words.language):
        if number.kind != "number" or number.value != int(number.value) or _is_year(number):
            continue
        rest = text[number.end :].lstrip()
        if number.value < LARGEST and (not rest or _OF_THEM.match(rest)):
            return int(number.value)
    return None


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


def _is_year(number: Number) -> bool:
    return not number.spelled and 1900 <= number.value <= 2100


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


def by_pronoun(words: Words, clause: Clause, frame: Frame) -> bool:
    """`wants to buy them`, `comprárselos`, `продать их`: weapons told before stand as a pronoun right at the verb."""
    if frame.name not in ARMING or clause.event.form != "verb":
        return False
    event, marks = clause.event, lexicon(words.language).grammar["them"]
    if _THEY & set(words.lower[clause.first : event.first]) and _is_passive(words, event.first):
        return True
    if words.language in ("es", "pt") and _ENCLITIC.search(words.lower[event.first]):
        return True
    beside = words.lower[event.last : event.last + (1 if words.language == "en" else 2)]
    if words.language != "en":
        beside += words.lower[max(clause.first, event.first - 2) : event.first]
    return bool(marks & set(beside))


def _is_passive(words: Words, at: int) -> bool:
    """`They were supplied`, `они были переданы`: a helper of the passive stands close before the verb."""
    return bool(lexicon(words.language).grammar["passive"] & set(words.lower[max(0, at - 3) : at]))


def possessed(words: Words, clause: Clause, frame: Frame) -> bool:
    """`its overhaul`, `su puesta a punto`, `их ремонт`: what is done to weapons told before."""
    if frame.name not in ("service", "train", "produce") or clause.event.form != "noun":
        return False
    return bool(
        lexicon(words.language).grammar["whose"] & set(words.lower[max(0, clause.event.first - 2) : clause.event.first])
    )


def antecedents(words: Words, clause: Clause, things: Sequence[Item]) -> list[Item]:
    """The weapons right before a relative clause or a participle that tells of them: `six A-29s, which Paraguay ordered`."""
    first = next(
        (i for i in range(clause.first, min(clause.first + 2, clause.last)) if words.lower[i] in RELATIVE), None
    )
    if first is None or clause.event.form != "verb" or clause.event.name not in TRADE | {"give"}:
        return []
    start = words.spans[first][0]
    before = [thing for thing in things if thing.end <= start]
    return before[-1:] if before and start - before[-1].end <= BEHIND else []


def as_told(item: Item, words: Words, context: Context) -> Item:
    """The weapon told before that `fifteen of the aircraft` means: the last one named, of the same sort."""
    if (
        item.quantity is None
        or item.category == "other"
        or any(c.isdigit() or c.isupper() for c in item.name)
        or context.age > REACH
    ):
        return item
    named = [t for t in context.things if any(c.isdigit() or c.isupper() for c in t.name)]
    alike = [t for t in named if t.category == item.category]
    before = item.counted[0] if item.counted else item.start
    at = next((i for i, span in enumerate(words.spans) if span[0] >= min(before, item.start)), 0)
    near = words.lower[max(0, at - 1) : at + 4]
    definite = bool(_DEFINITE & set(near)) and not _NEW & set(near)
    return replace(item, name=alike[0].name) if len(alike) == 1 and definite else item


def told_last(held: list[Item], context: Context) -> list[Item]:
    """The weapons that a later `the first eight` means: a noun told beside, without a number, does not push a name out."""
    named = [item for item in held if item.quantity or any(c.isdigit() or c.isupper() for c in item.name)]
    old = context.things and context.age <= REACH
    return held if named or not old else context.things
