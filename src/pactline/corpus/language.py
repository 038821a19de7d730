"""The language of an article, from the beginning of its body."""

from __future__ import annotations

from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

BEGINNING = 400
"""Characters read: more adds time and no certainty on news prose."""

LEAST_LETTERS = 12

LANGUAGES = (
    Language.ENGLISH, Language.SPANISH, Language.PORTUGUESE, Language.RUSSIAN, Language.UKRAINIAN, Language.FRENCH,
    Language.GERMAN, Language.ITALIAN, Language.TURKISH, Language.ARABIC, Language.PERSIAN, Language.CHINESE,
)  # fmt: skip


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*LANGUAGES).with_low_accuracy_mode().build()


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language a text is written in; None where it has too few letters to tell.

    text    the body, or any prose
    """
    beginning = text[:BEGINNING]
    if sum(c.isalpha() for c in beginning) < LEAST_LETTERS:
        return None
    found = _detector().detect_language_of(beginning)
    return found.iso_code_639_1.name.lower() if found is not None else None
