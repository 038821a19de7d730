"""The words dates are made of, read once from words/dates.toml, and a fold that keeps every offset."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_FOLDED = {code: unicodedata.normalize("NFD", chr(code).lower())[0] for code in range(0xC0, 0x250)}
_FOLDED |= {
    ord("ё"): "е",
    ord("Ё"): "е",
    ord("’"): "'",
    ord("ʼ"): "'",
    ord("ı"): "i",
    0xA0: " ",
    0x202F: " ",
    0x2009: " ",
}

_MARKS = frozenset(map(chr, _FOLDED))
_ASCII = bytes(range(128))
_SURROGATE = re.compile("[\ud800-\udfff]")


def fold(text: str) -> str:
    """Lower case without accents, character for character: fold(t)[i] is made of t[i].

    >>> fold("Miércoles İ"), len(fold("İ"))
    ('miercoles i', 1)
    """
    if text.isascii():
        return text.lower()
    odd = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    for mark in set(odd) & _MARKS:
        text = text.replace(mark, _FOLDED[ord(mark)])
    return _SURROGATE.sub("?", text).lower()


@dataclass(frozen=True)
class DateWords:
    """Folded vocabulary.

    months      word -> month 1-12
    weekdays    word -> 0 (Monday) to 6
    languages   month word -> ISO codes of the languages that use it
    sets        `prepositions`: words that take a date into a sentence
    counts      number in letters -> value
    lists       `labels.published`, `marks.ahead`, ... -> alternatives as one compiled pattern
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    languages: dict[str, frozenset[str]]
    lists: dict[str, re.Pattern[str]]
    sets: dict[str, frozenset[str]]
    counts: dict[str, int]


def _numbered(table: dict[str, list[str]], first: int) -> dict[str, int]:
    return {
        fold(word.replace("_", " ")): number
        for forms in table.values()
        for number, words in enumerate(forms, start=first)
        for word in words.split()
    }


def _languages(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for language, forms in table.items():
        for word in " ".join(forms).split():
            found.setdefault(fold(word.replace("_", " ")), set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}


def phrase_pattern(phrases: list[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, the longest first; one that ends in a sign needs no boundary there."""
    longest_first = sorted({fold(p) for p in phrases}, key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(_bounded, longest_first)) + ")")


def _bounded(phrase: str) -> str:
    wide = not phrase[-1].isalnum() or "\u4e00" <= phrase[-1] <= "\u9fff"
    return re.escape(phrase).replace(r"\ ", r"\s+") + ("" if wide else r"(?!\w)")


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """The vocabulary of words/dates.toml."""
    tables = tomllib.loads((files("pactline") / "words" / "dates.toml").read_text(encoding="utf-8"))
    sections = ("labels", "month_words", "year_words", "day_words", "ages", "marks", "period_words", "openings")
    return DateWords(
        months=_numbered(tables["months"], 1),
        weekdays=_numbered(tables["weekdays"], 0),
        languages=_languages(tables["months"]),
        counts={fold(word): int(n) for forms in tables["counts"].values() for word, n in map(str.split, forms)},
        sets={name: frozenset(map(fold, words)) for name, words in tables["sets"].items()},
        lists={f"{s}.{name}": phrase_pattern(words) for s in sections for name, words in tables[s].items()},
    )


def month_of(word: str, language: str | None, *, has_year: bool) -> int | None:
    """Month a word names; short words that mean something else count only with a year or in their own language.

    >>> [month_of(w, "en", has_year=False) for w in ("Aug", "ago")], month_of("ago", "es", has_year=False)
    ([8, None], 8)
    """
    words, folded = date_words(), fold(word)
    month = words.months.get(folded)
    if month is None and (capital := re.search(r"[^\W\d_a-z][a-z]{2,}$", word)):
        folded = fold(capital[0])
        month = words.months.get(folded)
    own = language != "en" and language in words.languages.get(folded, frozenset())  # English writes months large
    if month and folded in words.sets["short_and_common"] and not (has_year or own or word[0].isupper()):
        return None
    return month


def weekday_of(word: str) -> int | None:
    """0 for Monday to 6 for Sunday; None for any other word.

    >>> weekday_of("Thursday"), weekday_of("quinta-feira"), weekday_of("четверг"), weekday_of("oil")
    (3, 3, 3, None)
    """
    return date_words().weekdays.get(fold(word))
