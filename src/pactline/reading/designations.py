"""Weapons by their names: `Su-30MK2V`, `Су-30МК2`, `Shahed 191`, `Smerch`, wherever and however they are spelled.

Two ways find them. A name of weapons.csv that the vocabulary hit is taken as it is; a name of a known pattern
(words/designations.csv: a prefix and a number, or a name and a mark) is read also where weapons.csv does not list it.
Both are looked up by one key, the name in Latin letters without spaces, hyphens and accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pactline.reading.aliases import ALIAS_COLUMNS
from pactline.reading.vocabulary import WORDS, Hit, Vocabulary
from pactline.record.topic import read_rows

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        re.split(r"\s", "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh sch  y  e yu ya"),
        strict=True,
    )
)
_JOIN = r"[-‐‑–]"
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARK = rf"(?:[^\W\d_]{{1,3}}{_JOIN}?\d{{1,2}}[^\W\d_]{{0,3}}|\d{{1,2}}[^\W\d_]{{1,2}}|[A-ZА-Я]{{1,2}})"
_SUFFIX = (
    rf"(?:(?:[^\W\d_]{{1,3}}|{_JOIN}[A-ZА-Я]{{1,3}}|\s(?:MK|МК))(?:{_JOIN}?\d{{1,2}}[^\W\d_]{{0,3}})?|{_JOIN}\d{{1,3}})?"
    rf"(?:{_JOIN}\d{{1,2}}[^\W\d_]?)?"
)
_PLURAL = re.compile(r"(?<=[A-Z0-9])(?:['’]?s|es)$|[-‐‑–](?:х|ми|го|е|й|я)$")
_ALSO = re.compile(
    r"\s?(?:,|/|and|or|y|e|ou|o|и|или|&)\s?[-‐‑–]?(\d{2,3})(?=\s*(?:$|[.,;:)»\"”]|(?:and|y|e|и|to|from|in|a|de|da|в|из|от|para)\b))"
)
_CASES = re.compile(r"(?:ов|ев|ей|ами|ями|ам|ям|ах|ях|ом|ем|ою|ой|ью|а|у|е|ы|и|я|ю|ь)$")
_POSSESSIVE = re.compile(r"(?:Su|Mi|Tu)\s\d{1,3}")
_WORD = re.compile(r"[А-ЯЁ][а-яё]{2,20}(?![\w-])")


@dataclass(frozen=True, slots=True)
class Named:
    """A weapon named in a text.

    name, category   as weapons.csv has them; as written, and by the pattern, where it lists no such weapon
    id               row of weapons.csv, or the key of the name as written
    family           True for a name that stands for several models (Su-30, Sukhoi fighter)
    care             the word means other things too: only its neighbours can tell
    """

    start: int
    end: int
    name: str
    category: str
    id: str
    family: bool = False
    care: bool = False


def designations(text: str, start: int, end: int, hits: Iterable[Hit], vocabulary: Vocabulary) -> list[Named]:
    """Weapons named in text[start:end], in order of place, none overlapping another.

    >>> from pactline.reading.vocabulary import Vocabulary
    >>> from pactline.record.topic import load_topic
    >>> words = Vocabulary(load_topic("venezuela-russia"))
    >>> [n.name for n in designations("24 Су-30МК2 and 12 Shahed 191s, at 30 roubles", 0, 45, [], words)]
    ['Su-30MK2', 'Shahed-191']
    """
    index = _index(vocabulary)
    found = [named for match in _pattern().finditer(text, start, end) if (named := _read(text, match, index))]
    found += [further for named in found for further in _further(text, named, end)]
    found += [_listed(hit) for hit in hits if start <= hit.start and hit.end <= end and _is_weapon(hit)]
    found += _declined(text, start, end, index)
    return _longest([named for named in found if not _is_a_possessive(text, named)])


def key(name: str) -> str:
    """A name as it is looked up: Latin letters and digits only, lower case.

    >>> key("Су-30МК2"), key("Su 30 MK2"), key("Akadémik Pashin")
    ('su30mk2', 'su30mk2', 'akademikpashin')
    """
    plain = "".join(_CYRILLIC.get(letter, letter) for letter in name.lower())
    folded = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in folded if letter.isascii() and letter.isalnum())


@cache
def _rows() -> dict[str, dict[str, str]]:
    """Every prefix form -> its row of designations.csv."""
    rows = read_rows(WORDS / "designations.csv")
    return {form: row for row in rows for form in row["forms"].split("|")}


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern for all prefixes; every part of it is bounded."""

    def prefixes(shape: Sequence[str], spaced: str) -> str:
        forms = [form for form, row in _rows().items() if row["shape"] in shape and row["spaced"] == spaced]
        return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))

    numbers = ("number", "known")
    first = re.escape("".join(sorted({form[0] for form in _rows()})))
    return re.compile(
        rf"(?<![\w-])(?=[{first}])(?:(?P<spaced>{prefixes(numbers, 'yes')})(?:{_JOIN}|\s)?(?:[A-ZА-Я][a-zа-я]{_JOIN})?(?P<a>\d{{1,5}}{_SUFFIX})"
        rf"|(?P<tight>{prefixes(numbers, '')}){_JOIN}?(?P<b>\d{{1,4}}{_SUFFIX})"
        rf"|(?P<marked>{prefixes(('mark',), 'yes')})(?:{_JOIN}|\s)?(?P<c>{_MARK}(?:{_JOIN}\d[^\W\d_]?)?)"
        rf"|(?P<close>{prefixes(('mark',), '')}){_JOIN}(?P<d>{_MARK}))"
        r"(?:['’]?s|[-‐‑–][а-я]{1,2})?(?!\w)"
    )


@cache
def _index(vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """Key of every name in weapons.csv but the generic nouns -> its row."""
    index: dict[str, dict[str, str]] = {}
    for entry in vocabulary.weapons.values():
        if entry.row["kind"] != "generic":
            names = [entry.row["canonical_name"]]
            names += [alias for column in ALIAS_COLUMNS for alias in (entry.row.get(column) or "").split("|") if alias]
            careful = (entry.row.get("aliases_need_care") or "").split("|")
            for name in (*names, *(alias for alias in careful if any(c.isdigit() for c in alias))):
                index.setdefault(key(name), entry.row)
    return index


def _read(text: str, match: re.Match[str], index: dict[str, dict[str, str]]) -> Named | None:
    """What a match of the pattern names, or None.

    Catches `Sukhoi 30MK2`, `МиГ-29`, `Tor-M2E`; refuses `An 18-year-old`, `Su 30 cumpleaños`, `Project 5`.
    """
    written = match[0]
    form = match["spaced"] or match["tight"] or match["marked"] or match["close"]
    rest = match["a"] or match["b"] or match["c"] or match["d"]
    row, known = _rows()[form], index.get(key(written)) or index.get(key(_PLURAL.sub("", written)))
    if known is None:
        rest = _PLURAL.sub("", rest)
        known = index.get(key(row["prefix"] + rest))
    if known is None and not _believable(text, match, row, rest):
        return None
    if known is not None:
        return _from_row(match.start(), match.end(), known)
    name = f"{row['prefix']}-{_latin(rest)}"
    return Named(match.start(), match.end(), name, row["category"], key(name))


def _believable(text: str, match: re.Match[str], row: dict[str, str], rest: str) -> bool:
    """Whether a name that weapons.csv does not list can be a weapon's all the same."""
    if row["shape"] == "known":
        return False
    if row["shape"] == "mark":
        return any(letter.isdigit() for letter in rest) or "-" in match[0]
    if row["spaced"] and _YEAR.fullmatch(rest) and written_apart(match[0]):
        return False
    digits = len(re.match(r"\d*", rest)[0])  # type: ignore[index]
    return (3 if row["prefix"] == "Project" else 2) <= digits <= 4


def written_apart(name: str) -> bool:
    """`С 2005 года`: a preposition and a year; refuses `С-2005`."""
    return name[:-4].endswith((" ", "\u00a0"))


def _is_a_possessive(text: str, named: Named) -> bool:
    """Spanish `Su 30 cumpleaños`, `Mi 17 años` at the head of a sentence: no fighter, no helicopter."""
    if not _POSSESSIVE.fullmatch(text, named.start, named.end):
        return False
    return text[max(0, named.start - 40) : named.start].rstrip()[-1:] in ("", ".", "!", "?", "\n", "¡", "¿")


def _latin(mark: str) -> str:
    """A mark in Latin letters: `30МК2` -> `30MK2`."""
    return "".join(_CYRILLIC[c.lower()].upper() if c.lower() in _CYRILLIC else c for c in mark)


def _further(text: str, named: Named, end: int) -> Iterator[Named]:
    """Models that share a prefix named once: `Shahed 191 and 129`; never `Su-30 and 35 tanks`."""
    parts = re.fullmatch(r"(\D*?)[-\s]?(\d{2,3})\D*", named.name)
    at = named.end
    while parts and (match := _ALSO.match(text, at, end)):
        name = f"{parts[1]}-{match[1]}"
        yield replace(named, start=match.start(1), end=match.end(1), name=name, id=key(name))
        at = match.end(1)


def _is_weapon(hit: Hit) -> bool:
    return hit.entry.kind == "weapon" and hit.entry.row["kind"] != "generic"


def _listed(hit: Hit) -> Named:
    return replace(_from_row(hit.start, hit.end, hit.entry.row), care=hit.care)


def _from_row(start: int, end: int, row: dict[str, str]) -> Named:
    return Named(start, end, row["canonical_name"], row["category"], row["id"], family=row["kind"] == "family")


def _declined(text: str, start: int, end: int, index: dict[str, dict[str, str]]) -> list[Named]:
    """Russian names in an oblique case: `Панцирей`, `Искандеры`."""
    found = []
    for match in _WORD.finditer(text, start, end):
        stem = _CASES.sub("", match[0])
        row = index.get(key(stem)) or index.get(key(stem + "а"))
        if row is not None and len(stem) > 3:
            found.append(_from_row(match.start(), match.end(), row))
    return found


def _longest(found: list[Named]) -> list[Named]:
    """The longest of overlapping names, in order of place; a model before its family, whatever their lengths."""
    kept: list[Named] = []
    for named in sorted(set(found), key=lambda n: (n.start, -n.end, n.care)):
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
        elif _weight(named) > _weight(kept[-1]):
            kept[-1] = named
    return kept


def _weight(named: Named) -> tuple[bool, int]:
    return not named.family, named.end - named.start
