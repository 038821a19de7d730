"""A sentence made ready for the deal rules: a spaCy Doc of its words, their offsets, what each may stand for in the word lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import simplemma
import spacy
from spacy.tokens import Doc
from spacy.util import find_matching_language
from spacy.vocab import Vocab

from pactline.record.article import Span

WINDOW = 200
"""Words read as one sentence at most; a longer one is read in pieces of this length, so the time stays linear."""
_WORD = re.compile(r"\w{1,20}?(?=n['’]t\b)|n['’]t\b|\w{1,60}(?:[-./]{1,2}\w{1,40}){0,4}|['’]s\b|\S")
_REMEMBERED = 50_000
"""Word forms whose senses are kept: the news says most things in the same words."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence, or of one window of a very long one.

    doc     the words as a spaCy Doc; deal_entities sets its entities
    forms   the words as written
    spans   offset of each word in the source text
    lower   words in lower case
    senses  what each word may stand for in the word lists: its form, its lemma, its verb where it is a participle
    """

    doc: Doc
    forms: list[str]
    language: str
    spans: list[Span]
    lower: list[str]
    senses: list[frozenset[str]]

    def offsets(self, first: int, last: int) -> Span:
        """Source offsets of words first..last (exclusive)."""
        return self.spans[first][0], self.spans[last - 1][1]


def windows(text: str, span: Span, language: str) -> Iterator[Words]:
    """The sentence as one or more windows of at most WINDOW words."""
    found = [(span[0] + m.start(), span[0] + m.end()) for m in _WORD.finditer(text[span[0] : span[1]])]
    for at in range(0, len(found), WINDOW):
        yield _words(text, found[at : at + WINDOW], language)


def _words(text: str, spans: list[Span], language: str) -> Words:
    forms = [text[start:end] for start, end in spans]
    lower = [form.casefold() for form in forms]
    return Words(
        _doc(forms, spans, language), forms, language, spans, lower, [_senses(form, language) for form in lower]
    )


def _doc(forms: list[str], spans: list[Span], language: str) -> Doc:
    spaces = [end < start for (_, end), (start, _) in pairwise(spans)]
    return Doc(_vocabulary(language), words=forms, spaces=[*spaces, False])


@cache
def _vocabulary(language: str) -> Vocab:
    """spaCy's strings of a language; `xx`, spaCy's name for any, where it has none of its own."""
    return spacy.blank(find_matching_language(language) or "xx").vocab


def _lemma(form: str, language: str) -> str:
    return simplemma.lemmatize(form, lang=language).casefold() if form[:1].isalpha() else form


@lru_cache(maxsize=_REMEMBERED)
def _senses(form: str, language: str) -> frozenset[str]:
    """Form, lemma, and the verb of a participle, a gerund or a reflexive."""
    lemma = _lemma(form, language)
    found = {form, lemma}
    if language in ("es", "pt"):
        for word in (form, lemma):
            found.update(_verbs(word))
    if language == "en":
        found.update(_english_verbs(form))
        found.update(_singular(form))
    if language == "ru":
        for word in (form, lemma):
            found.update(_russian_verbs(word))
        found.update(word.replace("ё", "е") for word in (form, lemma))
        if form.endswith(("ся", "сь")):
            found.add(_lemma(form[:-2], language))
    return frozenset(found)


_SHORT = re.compile(
    r"(\w{2,20}?)(ен|ён|ан|ян|ят)(?:а|о|ы)?|(\w{2,20}?)(ен|ён|ан|ян)н(?:ый|ая|ое|ые|ого|ой|ому|ым|ую|ых|ыми|ом)"
)
_SOFTENED = {"ж": ("з", "д"), "щ": ("т", "ст"), "ч": ("т", "к"), "ш": ("с",), "вл": ("в",), "пл": ("п",), "бл": ("б",), "мл": ("м",),
             "жд": ("д",)}  # fmt: skip
"""How the last consonant of a Russian verb changes in its passive participle: `заморозить`, `заморожен`."""


def _russian_verbs(form: str) -> Iterator[str]:
    """`поставлены` -> поставить, `заморожен` -> заморозить, `переданных` -> передать."""
    match = _SHORT.fullmatch(form)
    if match is None:
        return
    stem, ending = match[1] or match[3], match[2] or match[4]
    if ending in ("ан", "ян", "ят"):
        yield stem + ("ять" if ending != "ан" else "ать")
        return
    yield stem + "ить"
    yield stem + "еть"
    yield stem[:-1] + "сти"
    for soft, hard in _SOFTENED.items():
        if stem.endswith(soft):
            yield from (stem[: -len(soft)] + letter + "ить" for letter in hard)


def _singular(form: str) -> Iterator[str]:
    """`sales` -> sale, `airbases` -> airbase, `supplies` -> supply: plurals that the lemmas of simplemma leave as they are."""
    if form.endswith("ies"):
        yield form[:-3] + "y"
    elif form.endswith("s") and not form.endswith("ss"):
        yield form[:-1]


def _english_verbs(form: str) -> Iterator[str]:
    """`cancelled` -> cancel, `supplying` -> supply, `making` -> make, `modernised` -> modernize."""
    if "is" in form:
        yield re.sub(r"is(?=(?:e|ed|es|ing|ation|ations)$)", "iz", form)
        yield re.sub(r"is(?:e|ed|es|ing)$", "ize", form)
    stem = form[:-3] if form.endswith("ing") else form[:-2] if form.endswith("ed") else ""
    if len(stem) > 2:
        yield from (stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem)


def _verbs(word: str) -> Iterator[str]:
    if word.endswith("rse"):
        yield word[:-2]
    for ending in ("o", "a", "os", "as"):
        stem = word[: -len(ending)]
        if word.endswith("ad" + ending):
            yield stem[:-1] + "r"
        elif word.endswith("id" + ending):
            yield stem[:-2] + "er"
            yield stem[:-2] + "ir"
