"""The language of an article, from the beginning of its body."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

BEGINNING = 400
"""Characters read: more adds time and no certainty on news prose."""

LOOKS = 4
"""Times the beginning in which small words are counted where the beginning alone leaves it open."""

LEAST_LETTERS = 12

SURE_LETTERS = 120
"""Letters from which the text's own language outranks the one a page or record declares: templates declare the site's."""

SURE_WORDS = 3
"""Different small words of one language, beside none of another's neighbour, that need no detector."""

RARE = frozenset(
    {
        "BASQUE", "ESPERANTO", "GANDA", "IRISH", "LATIN", "MAORI", "NYNORSK", "SHONA", "SOTHO", "TSONGA", "TSWANA", "WELSH",
        "XHOSA", "YORUBA", "ZULU",
    }
)  # fmt: skip
"""Languages with few newspapers on the web: letting them compete costs more wrong answers on short bodies than it gives."""

_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[A-Za-z]{2}(?=$|[-_])")
_OTHER_CYRILLIC = re.compile(r"[іїєґўјљњћђџӀ-ӿѐ-ѝ]")
"""Letters of languages written like Russian: a text that holds one is left to the detector."""


@cache
def _detector() -> LanguageDetector:
    known = [language for language in Language.all() if language.name not in RARE]
    return LanguageDetectorBuilder.from_languages(*known).with_low_accuracy_mode().build()


@cache
def _sure_words() -> dict[str, frozenset[str]]:
    words = tomllib.loads((files("pactline") / "words" / "languages.toml").read_text(encoding="utf-8"))
    return {language: frozenset(own) for language, own in words["sure"].items()}


def _by_small_words(text: str) -> str | None:
    """The one language with rules whose small words stand in a text's beginning, and no other's; None where that is not plain.

    Where the beginning is not quite sure of a language, more of the text may be.
    """
    first, sure = _told_by_small_words(text[:BEGINNING])
    if first and not sure:
        further, sure = _told_by_small_words(text[: BEGINNING * LOOKS])
        first = first if further == first else None
    return first if sure else None


def _told_by_small_words(beginning: str) -> tuple[str | None, bool]:
    """The language most of whose small words stand there, where they outnumber all others', and whether that is plain."""
    folded = beginning.lower()
    words = set(_WORD.findall(folded))
    counts = {language: len(words & own) for language, own in _sure_words().items()}
    first, second = sorted(counts, key=lambda language: -counts[language])[:2]
    plain = counts[first] >= SURE_WORDS and counts[first] >= SURE_WORDS + 2 * counts[second]
    if first == "ru" and _OTHER_CYRILLIC.search(folded):
        return None, False
    plain = plain and (first != "ru" or "ы" in folded)
    return (first, plain) if counts[first] > max(1, counts[second]) else (None, False)


def language_of(text: str, *, declared: str | None = None) -> str | None:
    """ISO 639-1 code of the language a text is written in; None where it has too few letters to tell.

    text      the body, or any prose; a language that no rule reads is named like any other
    declared  what the page or record says, such as `es-VE`; believed where the text is too short to tell better

    >>> language_of("Prezydent Wenezueli powiedział w środę, że kupi rosyjskie czołgi.")
    'pl'
    >>> language_of("Подробности позже.", declared="ru-RU"), language_of("", declared="Spanish")
    ('ru', None)
    """
    beginning = text[:BEGINNING]
    letters = sum(map(str.isalpha, beginning))
    code = _CODE.match(declared.strip()) if declared else None
    if letters < LEAST_LETTERS or (code and letters < SURE_LETTERS):
        return code[0].lower() if code else None
    if sure := _by_small_words(text):
        return sure
    found = _detector().detect_language_of(beginning.encode("utf-8", "replace").decode())
    return found.iso_code_639_1.name.lower() if found is not None else None
