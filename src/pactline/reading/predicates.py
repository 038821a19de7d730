"""What words say about deals: words/predicates.*.toml and words/frames.toml, and where such words stand in a sentence."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pactline.reading.deal_sentence import Words
from pactline.reading.vocabulary import WORDS

Entry = tuple[tuple[str, ...], bool, str, str]
"""Words, whether they are an event, name, form."""
_REMEMBERED = 50_000
"""Words whose entries are kept, as their senses are."""
PARTED = "~"
"""In a phrase of the lists: the place of the object that parts it, of APART words at most."""
APART = 9
_ENDS = frozenset(";:.!?")
PASSED = "pass"
"""Name of a phrase that uses words of the lists without telling of a deal (`in order to`, `de acuerdo con`)."""
_HELPERS = frozenset({"llegar", "chegar", "venir", "vir"})
DETERMINERS = {
    "en": frozenset("the a an this that these those its his her their our new first second of for in from under on any no another "
                    "more some each such big large major recent military by with multi-billion possible future planned fresh".split()),
    "es": frozenset("el la los las un una unos unas este esta esos esa ese su sus de del nueva nuevo otra otro por en con para "
                    "cada primera primer gran toda dicha dicho al sobre".split()),
    "pt": frozenset("o a os as um uma este esta essa esse seu sua seus suas de do da dos das nova novo outra outro por em com "
                    "para na no nas nos pela pelo à ao primeira primeiro sobre".split()),
    "ru": frozenset(),
}  # fmt: skip
"""Words after which a word that may be noun or verb (`order`, `compra`) is a noun."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What an event means; see words/frames.toml."""

    name: str
    kind: str
    subject: str
    statuses: dict[str, str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase of the lists in a sentence: words first..last (exclusive).

    name  a frame where `event`, else a reading
    form  verb, noun or adjective
    """

    first: int
    last: int
    event: bool
    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's lists.

    phrases  first word -> (words, event, name, form), longest first
    endings  tense -> expression that a verb in it matches as a whole; for languages that build tenses by endings
    """

    language: str
    phrases: dict[str, list[Entry]]
    prepositions: dict[str, frozenset[str]]
    grammar: dict[str, frozenset[str]]
    endings: dict[str, str]


@cache
def frames() -> dict[str, Frame]:
    """Every frame of words/frames.toml."""
    listed = tomllib.loads((WORDS / "frames.toml").read_text(encoding="utf-8"))["frames"]
    return {name: Frame(name, row["kind"], row["subject"], row) for name, row in listed.items()}


@cache
def readings() -> dict[str, tuple[str, str, str]]:
    """Reading -> its status where the buyer, the seller or nobody known is its subject."""
    listed = tomllib.loads((WORDS / "frames.toml").read_text(encoding="utf-8"))["readings"]
    return {name: (row[0], row[1], row[2]) for name, row in listed.items()}


@cache
def lexicon(language: str) -> Lexicon:
    """The lists of one language, indexed by first word."""
    listed = tomllib.loads((WORDS / f"predicates.{language}.toml").read_text(encoding="utf-8"))
    phrases: dict[str, list[Entry]] = {}
    passed = ((phrase, False, PASSED, "noun") for phrase in listed.get("pass", {}).get("phrases", ()))
    for phrase, event, name, form in (*_entries(listed), *passed):
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append((words, event, name, form))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return Lexicon(
        language,
        phrases,
        _lists(listed["prepositions"]),
        _lists(listed["grammar"]),
        listed.get("endings", {}),
    )


def _lists(listed: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Lists by name; one that a language does not have is empty."""
    return defaultdict(frozenset, {name: frozenset(words) for name, words in listed.items()})


def _entries(listed: dict[str, Any]) -> Iterator[tuple[str, bool, str, str]]:
    for section, event in (("event", True), ("turn", False)):
        for entry in listed.get(section, ()):
            name = entry["frame" if event else "reading"]
            for form in ("verb", "noun", "adjective"):
                yield from ((phrase, event, name, form) for phrase in entry.get(form + "s", ()))


def cues(words: Words) -> list[Cue]:
    """Words of the lists in their order, longest phrases first, none overlapping."""
    lists, found, at = lexicon(words.language), [], 0
    while at < len(words.lower):
        if not _entries_at(words.senses[at], words.language):
            at += 1
            continue
        cue = _cue_at(words, at, lists)
        if cue is not None:
            if cue.name != PASSED:
                found += _with_its_noun(words, cue, lists)
            at = cue.last
        else:
            at += 1
    return found


def _with_its_noun(words: Words, cue: Cue, lists: Lexicon) -> list[Cue]:
    """A turn whose last word is an event of its own is both: `strike a deal`, `place an order`."""
    if cue.event or cue.last - cue.first < 2:
        return [cue]
    last = cue.last - 1
    for sense in sorted(words.senses[last]):
        for phrase, event, name, form in lists.phrases.get(sense, ()):
            if event and form == "noun" and len(phrase) == 1:
                return [Cue(cue.first, last, False, cue.name, cue.form), Cue(last, cue.last, True, name, form)]
    return [cue]


def _cue_at(words: Words, at: int, lists: Lexicon) -> Cue | None:
    if _only_helps(words, at) or _is_numbered(words, at):
        return None
    behind = words.senses[at + 1] if at + 1 < len(words.senses) else frozenset()
    entries = _entries_at(words.senses[at], lists.language)
    matches = [
        Cue(at, at + len(phrase), event, name, form)
        for phrase, event, name, form in entries
        if len(phrase) == 1 or (phrase[1] in behind and _stands(words, at, phrase))
    ]
    parted = next((cue for entry in entries if (cue := _parted_at(words, at, entry)) is not None), None)
    if parted is not None and all(cue.last <= parted.last for cue in matches):
        return parted
    if not matches:
        return None
    longest = max(cue.last for cue in matches)
    passed = next((cue for cue in matches if cue.last == longest and cue.name == PASSED), None)
    if passed is not None:
        return passed
    forms = {cue.form: cue for cue in reversed(matches) if cue.last == longest}
    if len(forms) == 1:
        return None if _is_a_noun(words, at, forms) else next(iter(forms.values()))
    return forms[_form(words, at, set(forms))]


def _parted_at(words: Words, at: int, entry: Entry) -> Cue | None:
    """An idiom around its object: `put ~ on the table` in `put its Kfir jets on the table`; the cue is its verb."""
    phrase, event, name, form = entry
    if PARTED not in phrase:
        return None
    cut = phrase.index(PARTED)
    head, tail = phrase[:cut], phrase[cut + 1 :]
    if not _stands(words, at, head):
        return None
    for behind in range(at + cut, min(at + cut + APART, len(words.lower))):
        if words.lower[behind] in _ENDS:
            return None
        if tail[0] in words.senses[behind] and _stands(words, behind, tail):
            return Cue(at, at + cut, event, name, form)
    return None


@lru_cache(maxsize=_REMEMBERED)
def _entries_at(senses: frozenset[str], language: str) -> tuple[Entry, ...]:
    """The entries that begin with one of a word's senses."""
    phrases = lexicon(language).phrases
    return tuple(entry for sense in sorted(senses) for entry in phrases.get(sense, ()))


def _only_helps(words: Words, at: int) -> bool:
    """`llegó a incluir`, `chegou a dar`: nobody arrives, an infinitive follows."""
    if words.language not in ("es", "pt") or not words.senses[at] & _HELPERS:
        return False
    after = words.lower[at + 1 : at + 3]
    return len(after) == 2 and after[0] == "a" and after[1].endswith(("ar", "er", "ir"))


def _is_numbered(words: Words, at: int) -> bool:
    """`F-16 Block 70`, `Project 636`: a capital inside the sentence and a number behind it make a name."""
    behind = words.forms[at + 1] if at + 1 < len(words.forms) else ""
    return at > 0 and words.forms[at][:1].isupper() and behind.isdigit() and len(behind) < FOUR


def _is_a_noun(words: Words, at: int, forms: Container[str]) -> bool:
    """English `with a reach of`, `by ship`: a verb of the lists behind an article or a preposition is none."""
    before, word = words.lower[at - 1] if at else "", words.lower[at]
    return (
        words.language == "en"
        and "verb" in forms
        and (before in BEFORE_NOUNS or before.endswith("est"))
        and not word.endswith(("ed", "ing", "t"))
    )


BEFORE_NOUNS = frozenset(
    "a an the its their his her by of with from under in on at without during per every no another new first second latter".split()
)
"""English articles, possessives and prepositions behind which a bare form is a noun."""


FOUR = 4
"""Digits of a year, which is no number of a name."""


def _stands(words: Words, at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words behind the first, which is known to fit, are the phrase's."""
    if at + len(phrase) > len(words.lower):
        return False
    return all(part in words.senses[at + k] for k, part in enumerate(phrase))


def _form(words: Words, at: int, forms: set[str]) -> str:
    """Noun after a determiner, adjective or possessive; else verb. `placed an order` but `ordered`, `to order`."""
    before, word = (words.lower[at - 1] if at else ""), words.lower[at]
    if "noun" not in forms:
        return "verb" if "verb" in forms else min(forms)
    others = "verb" if "verb" in forms else min(forms - {"noun"})
    if words.language == "en":
        verbal = before in (
            "to",
            "will",
            "would",
            "has",
            "have",
            "had",
            "not",
            "was",
            "were",
            "been",
            "be",
        ) or word.endswith("ed")
        if word.endswith("ing") and before in (",", "and", "in", "of", "for", "on", "joint", "more", "the"):
            return "noun"
        nominal = (
            before in DETERMINERS["en"]
            or before in ("'s", "’s")
            or not at
            or "-" in before
            or before[:1].isdigit()
            or before.endswith(("an", "ish", "ese", "al", "ic", "ive", "ous", "ern"))
        )
        return (
            others
            if verbal and before not in ("the", "a", "an")
            else "noun"
            if nominal or word.endswith("s")
            else others
        )
    return "noun" if before in DETERMINERS.get(words.language, frozenset()) or not at else others
