"""The language of an article, from the beginning of its body."""

from __future__ import annotations

from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

BEGINNING = 400
"""Characters read: more adds time and no certainty on news prose."""

LEAST_LETTERS = 12

RARE = frozenset(
    {
        "BASQUE", "ESPERANTO", "GANDA", "IRISH", "LATIN", "MAORI", "NYNORSK", "SHONA", "SOTHO", "TSONGA", "TSWANA", "WELSH",
        "XHOSA", "YORUBA", "ZULU",
    }
)  # fmt: skip
"""Languages with few newspapers on the web: letting them compete costs more wrong answers on short bodies than it gives."""


@cache
def _detector() -> LanguageDetector:
    known = [language for language in Language.all() if language.name not in RARE]
    return LanguageDetectorBuilder.from_languages(*known).with_low_accuracy_mode().build()


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language a text is written in; None where it has too few letters to tell.

    text    the body, or any prose; a language that no rule reads is named like any other

    >>> language_of("Prezydent Wenezueli powiedział w środę, że kupi rosyjskie czołgi.")
    'pl'
    """
    beginning = text[:BEGINNING]
    if sum(c.isalpha() for c in beginning) < LEAST_LETTERS:
        return None
    found = _detector().detect_language_of(beginning.encode("utf-8", "replace").decode())
    return found.iso_code_639_1.name.lower() if found is not None else None
