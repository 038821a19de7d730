"""Whether an article speaks of arms at all: most news does not, and need not be read for deals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from pactline.reading.actors import Scan
from pactline.reading.arms_nouns import ENDINGS, rows
from pactline.reading.deal_gate import PERSONNEL, TRAINED
from pactline.reading.designations import designations
from pactline.reading.predicates import lexicon
from pactline.reading.vocabulary import Vocabulary

TELLING = ("head", "short", "umbrella")
HELPED = ("qualifier", "weak", "part", "parts")
"""Roles of words/arms_nouns.csv: those that tell of weapons alone, and those that do where they have a category."""
SHORTEST = 4
"""Letters of a beginning at least; a shorter word is looked for whole."""
BEGINNING, WORD, ACRONYM = "beginning", "word", "acronym"
TELLS_MOST = frozenset({"arms", "armas", "war", "guerra", "boats", "boat", "goma"})
"""Words that tell more than a longer one beside them: `small arms`, `pelotas de goma`."""
_VOWELS = "aeiouyáéíóúãõàâêôаеёиоуыэюяьй"


def speaks_of_arms(scan: Scan, vocabulary: Vocabulary, language: str) -> bool:
    """Whether a weapon, a weapon's noun, a force, soldiers or an exercise is named anywhere in the text.

    Without one of them nothing is a deal: a loan, a sale or a visit is then about something else.
    """
    text = scan.article.text
    if any(hit.entry.kind == "weapon" for hit in scan.hits) or any(_words_of_arms(text, language)):
        return True
    return any(designations(text, start, end, (), vocabulary) for start, end in scan.article.body_spans)


def _words_of_arms(text: str, language: str) -> Iterator[bool]:
    lowered = text.lower()
    ways, search = _beginnings(language)
    for index, start, end in search.find_matches_as_indexes(lowered):
        if not lowered[start - 1 : start].isalnum():
            whole = ways[index] == BEGINNING or not lowered[end : end + 1].isalpha()
            yield whole and (ways[index] != ACRONYM or lowered[start:end].upper() in text)


@cache
def _beginnings(language: str) -> tuple[list[str], AhoCorasick]:
    """The words that speak of arms, as far as inflection leaves them alone, and how each is looked for."""
    words: dict[str, str] = {}
    for word in _nouns(language):
        stem = word.rstrip("".join(ENDINGS))
        words[stem.lower()] = BEGINNING if stem != word else ACRONYM if word.isupper() else WORD
    for lemma in _lemmas(language):
        words |= _beginnings_of(lemma)
    found = sorted(words)
    search = AhoCorasick(found, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return [words[word] for word in found], search


def _nouns(language: str) -> Iterator[str]:
    """The longest word of every form that can tell of a weapon by itself or make a vessel or a part one."""
    for row in rows():
        if row["role"] in TELLING or (row["role"] in HELPED and row["category"]):
            for form in filter(None, row.get(language, "").split("|")):
                yield max(re.split("[ -]", form), key=lambda word: (word.lower() in TELLS_MOST, len(word)))


def _lemmas(language: str) -> set[str]:
    lists = lexicon(language)
    events = {
        phrase[0]
        for entries in lists.phrases.values()
        for phrase, event, name, _ in entries
        if event and (name == "cooperate" or (name == "exercise" and len(phrase) > 1))
    }
    return {*lists.grammar["military"], *PERSONNEL, *TRAINED, *events}


def _beginnings_of(lemma: str) -> dict[str, str]:
    """What the forms of a word share: `tripulaç` of tripulação and tripulações, `army` and `armi` of army and armies."""
    word = lemma.split(" ")[0].lower()
    stem = word.rstrip(_VOWELS)
    short = {word: WORD, f"{word}s": WORD, re.sub("y$", "ies", word): WORD}
    return {stem: BEGINNING} if len(stem) >= SHORTEST else short
