"""Tense and negation of a verb of the lists, from its own form and the words just before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pactline.reading.deal_sentence import Words
from pactline.reading.predicates import Cue, Lexicon, lexicon

_RUSSIAN_PAST = re.compile(
    r"\w+(?:л|ла|ло|ли|лся|лась|лось|лись|[аеия]ны|[аеия]на|[аеия]но|[аеия]н|ена|ены|ено|нный|нные|нных|нная|нным|вший|вшая|вшие|вших)"
)
_ENGLISH_PAST = frozenset(
    "bought sold got gave sent brought took made built lent came went began taught paid spent laid had withdrew sought struck "
    "put won was were did lost held won shipped met sank flew drew told saw ran fell rose said rebuilt flown given taken begun "
    "chose chosen broke broken froze frozen forbade forbidden withdrawn undertook undertaken undergone underwent shown driven drove "
    "written wrote spoken spoke sunk fallen risen known knew grown grew thrown threw torn tore shaken shook gone kept left led fed "
    "dealt meant stood found felt thought fought caught bound swept stuck hung slid arisen become became foresaw foreseen resold "
    "outbid overhauled retaken overtook overtaken oversaw overseen laid repaid relaid understood upheld withheld wound wore worn "
    "drawn borne bore hid hidden cast set cut let shut split spread".split()
)
_DUE = frozenset(
    "is are was were going due set expected scheduled slated about planned supposed meant poised bound earmarked".split()
)
"""What stands before `to` where the future is told, not a wish."""
_COMING = frozenset({"arrive", "come", "receive", "visit", "begin", "complete", "produce"})
"""Events and turns that nobody is advised to do: with `should` they are expected."""
_AUXILIARIES = frozenset(
    "has have had 've was were been is are be being get got gets getting having 's ha han he hemos había habían hubo haber habiendo "
    "fue fueron sido ser es son era eran será serán sería está están siendo foi foram é são sendo tem têm tinha tinham teria terá "
    "estar estão estava estavam".split()
)
"""Helpers beside which a participle is the verb of its clause."""
_BEHIND = frozenset(
    "by from in under last at earlier this with for to through on during between since before after as previously recently "
    "years abroad ago and or".split()
)
"""What follows an English participle that only tells what its noun is: `jets bought from China`."""
_RUSSIAN_LONG = re.compile(r"\w+(?:нн|ем|им|вш|т)(?:ый|ая|ое|ые|ого|ой|ому|ым|ую|ых|ыми|ом|ий|ие|их|ими|им)(?:ся)?")
BEFORE_GERUND = frozenset("of on for to from in about by with at into without after before over".split())
"""Prepositions behind which an English gerund tells no action under way."""
NEAR = 4
"""Words before a verb in which its auxiliaries and its negation stand."""


def tense(words: Words, cue: Cue) -> str:
    """past, present, progressive, future, infinitive or nominal.

    Catches `will buy` (future), `ha comprado` (past); refuses to call `the purchase` anything but nominal.
    """
    if cue.form != "verb":
        return "nominal"
    lists = lexicon(words.language)
    before = words.lower[max(0, cue.first - NEAR) : cue.first]
    if words.language == "en":
        return _english(words.lower[cue.first], before, cue.name)
    return _other(words, cue, before, lists)


def _english(form: str, before: Sequence[str], name: str) -> str:
    """`should be signed`, `should arrive` lie ahead; `should sell` is advice, and no time is told."""
    if {"will", "shall", "'ll"} & set(before):
        return "future"
    if "would" in before:
        return "conditional"
    if len(before) > 1 and before[-2] == "to" and before[-1] in ("be", "have"):
        if before[-1] == "have" and before[-3:-2] not in (["is"], ["are"]):
            return "past"
        before = before[:-1]
    if before and before[-1] == "to":
        return "future" if len(before) > 1 and before[-2] in _DUE else "infinitive"
    if "should" in before[-3:] and ("be" in before[-2:] or name in _COMING):
        return "future"
    if form.endswith("ing"):
        if before and before[-1] in BEFORE_GERUND:
            return "gerund"
        return "progressive" if {"is", "are", "was", "were", "been", "be"} & set(before) else "gerund"
    if {"has", "have", "had", "'ve"} & set(before[-3:]) or form.endswith("ed") or form in _ENGLISH_PAST:
        return "present" if {"being"} & set(before) else "past"
    return "infinitive" if {"can", "could", "may", "might", "should", "must", "not"} & set(before[-2:]) else "present"


def _other(words: Words, cue: Cue, before: Sequence[str], lists: Lexicon) -> str:
    form, language = words.lower[cue.first], words.language
    ahead = f" {' '.join(before)} "
    if any(f" {mark} " in ahead for mark in lists.grammar["future"]):
        return "future"
    if language == "ru":
        if form.endswith(("ть", "ти", "ться", "тись")):
            return "infinitive"
        if _RUSSIAN_PAST.fullmatch(form):
            return "past"
        return "future" if words.senses[cue.first] & lists.grammar["perfective"] else "present"
    if _is(language, "future", form):
        return "future"
    if _is(language, "conditional", form) and not _is(language, "past", form[:-1] + "x"):
        return (
            "conditional"
            if form.endswith(("aría", "ería", "iría", "arían", "erían", "irían", "aria", "eria", "iria"))
            else "past"
        )
    if _is(language, "past", form) and not _is_present(words, cue):
        return "future" if {"será", "serán", "serão"} & set(before) else "past"
    return "infinitive" if _is(language, "infinitive", form) else "progressive" if form.endswith("ndo") else "present"


def _is_present(words: Words, cue: Cue) -> bool:
    """`reparam`, `opera`, `envían` only look like the past: their verbs are reparar, operar, enviar; not `compara`-like `comprara`."""
    form = words.lower[cue.first]
    stem = form.removesuffix("n").removesuffix("m")
    if not stem.endswith(("ara", "era", "ira", "ía", "ia")):
        return False
    return {stem + "r", stem.replace("í", "i") + "r"} & words.senses[cue.first] != set()


def attributive(words: Words, cue: Cue) -> bool:
    """True for a participle that only tells what its noun is.

    Catches `jets bought from China have come`, `los aviones comprados a China`, `вертолетов, заказанных у России`;
    refuses `China bought`, `han sido comprados`, `были заказаны`.
    """
    if cue.form != "verb":
        return False
    form = words.lower[cue.first]
    if words.language == "ru":
        return _RUSSIAN_LONG.fullmatch(form) is not None
    if not cue.first or _AUXILIARIES & set(words.lower[max(0, cue.first - 2) : cue.first]):
        return False
    if words.language == "en":
        behind = words.lower[cue.last] if cue.last < len(words.lower) else ""
        noun = words.lower[cue.first - 1]
        return (
            (form.endswith("ed") or form in _ENGLISH_PAST)
            and behind in _BEHIND
            and (words.forms[cue.first - 1] == noun or any(c.isdigit() for c in noun))
            and noun not in lexicon("en").grammar["boundary"]
        )
    return form.endswith(("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "entregue", "entregues"))


def _is(language: str, told: str, form: str) -> bool:
    """Whether a verb of one of the languages that build tenses by their endings has an ending of this one."""
    ending = _ending(language, told)
    return ending is not None and ending.fullmatch(form) is not None


@cache
def _ending(language: str, told: str) -> re.Pattern[str] | None:
    listed = lexicon(language).endings.get(told)
    return re.compile(listed) if listed else None


def negated(words: Words, cue: Cue) -> bool:
    """True where a negation stands close before the cue: `did not sell`, `no firmó`, `не поставила`."""
    window = words.lower[max(0, cue.first - NEAR) : cue.first]
    for mark in (",", ";", ":", "—"):
        if mark in window:
            window = window[len(window) - window[::-1].index(mark) :]
    near = window if words.language == "en" else window[-3:]
    return bool(lexicon(words.language).grammar["negation"] & set(near)) and not _not_only(words, cue)


def _not_only(words: Words, cue: Cue) -> bool:
    after = words.lower[max(0, cue.first - NEAR) : cue.first]
    return bool({"only", "solo", "sólo", "apenas", "только", "just", "somente"} & set(after))
