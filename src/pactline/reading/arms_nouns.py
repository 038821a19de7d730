"""Weapons by what they are: `surveillance drones`, `sistemas antiaéreos portátiles`, `ударных вертолетов`.

words/arms_nouns.csv lists the nouns (heads) and what can stand with them (qualifiers, adjectives of origin) in each
language; here is only how they combine: before the head in English and Russian, after it in Spanish and Portuguese.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from pactline.reading.vocabulary import WORDS
from pactline.record.languages import ruled
from pactline.record.topic import read_rows

ENDINGS = {
    "*": r"(?:ами|ями|иями|ием|иях|ией|иям|ов|ев|ей|ам|ям|ах|ях|ом|ем|ём|ой|ою|ью|ию|ия|ии|ий|ие|а|у|е|ы|и|ь|я|ю|о|й)?",
    "+": r"(?:ыми|ими|ого|его|ому|ему|ый|ий|ой|ая|яя|ое|ее|ые|ие|ым|им|ом|ем|ую|юю|ей|ых|их|ю|и|е)",
    "@": r"(?:os|as|o|a)",
}
HEADS = ("head", "short", "weak", "part", "parts", "umbrella")
_NOUN_PLURAL = re.compile(r"(?:s|ы|и|а|я|ов|ев|ей|ам|ами|ах|ям|ями|ях)$", re.IGNORECASE)
_SPACE = r"[\s-]{1,2}"


@dataclass(frozen=True, slots=True)
class Noun:
    """A generic noun for weapons, with what qualifies it.

    name      English; the words themselves where the text is English
    category  None where the noun alone does not tell (systems, batteries): it counts only beside a designation
    role      head, weak, part (spares, engines), parts (components of anything) or umbrella (weapons, military equipment)
    bare      True where nothing qualifies the head
    """

    start: int
    end: int
    name: str
    category: str | None
    role: str
    bare: bool
    plural: bool


def arms_nouns(text: str, start: int, end: int, language: str) -> list[Noun]:
    """Generic nouns for weapons in text[start:end], in order of place.

    Catches `14 new missile batteries`; refuses `helicopter pilots`, `drone attacks`, `tanques de almacenamiento`,
    `the smuggling of weapons`.

    >>> [(n.name, n.category) for n in arms_nouns("ударных вертолетов и систем ПВО", 0, 31, "ru")]
    [('attack helicopters', 'helicopter'), ('air-defence systems', 'air-defence')]
    """
    speech = ruled(language)
    if not may_hold_nouns(text[start:end], speech):
        return []
    found = []
    for match in noun_phrase(speech).finditer(text, start, end):
        followed = _followed(speech).match(text, match.end(), min(len(text), match.end() + 40))
        taken = _crime(speech).search(text, max(start, match.start() - 40), match.start())
        if not followed and not taken and not _is_a_verb(text, match):
            found.append(_noun(match, speech))
    return found


@cache
def forms(language: str, *roles: str) -> str:
    """Alternation of all forms of these roles, longest first; acronyms match in capitals only.

    The forms of one first letter stand together behind a look at that letter: most places in a text need no other look.
    """
    by_letter: dict[str, list[str]] = {}
    for form in sorted(listed(language, roles), key=lambda form: (-len(form), form)):
        by_letter.setdefault(form[0].lower(), []).append(_expanded(form))
    groups = (
        f"(?=[{re.escape(first + first.upper())}])(?:{'|'.join(patterns)})" for first, patterns in by_letter.items()
    )
    return "|".join(groups) or r"(?!)"


def listed(language: str, roles: Container[str]) -> set[str]:
    """All forms of these roles as the table has them, with their marks."""
    return {form for row in rows() if row["role"] in roles for form in row.get(language, "").split("|") if form}


@cache
def rows() -> tuple[dict[str, str], ...]:
    return read_rows(WORDS / "arms_nouns.csv")


def _expanded(form: str) -> str:
    """A form as a pattern: endings for its marks, any white space or hyphen between its words."""
    parts = []
    for word in form.split(" "):
        stem, mark = (word[:-1], word[-1]) if word[-1] in ENDINGS else (word, "")
        pieces = [
            re.escape(piece[:-1]) + ENDINGS["*"] if piece.endswith("*") else re.escape(piece)
            for piece in stem.split("-")
        ]
        parts.append("-".join(pieces) + ENDINGS.get(mark, ""))
    joined = r"[\s-]".join(parts)
    return f"(?-i:{joined})" if form.isupper() else joined


def may_hold_nouns(text: str, language: str) -> bool:
    """Whether a word of any head stands in the text; most sentences of other news have none."""
    return bool(_stems(language).find_matches_as_indexes(text.lower()))


@cache
def _stems(language: str) -> AhoCorasick:
    """One word of every head, without its endings: where none of them is, there is no head."""
    heads = (re.split(r"[ -]", form) for form in listed(language, HEADS))
    longest = {max(words, key=len).rstrip("".join(ENDINGS)).lower() for words in heads}
    return AhoCorasick(sorted(longest), implementation=Implementation.DFA)


@cache
def noun_phrase(language: str) -> re.Pattern[str]:
    """The pattern of a whole noun phrase, its head in the group `head`; every repetition is bounded."""
    head = rf"(?P<head>{forms(language, *HEADS)})(?!\w)"
    beside = forms(language, "qualifier", "origin")
    if language in ("es", "pt"):
        loose = "|".join((beside, r"(?:modern|avanzad|avançad|nuev|nov|sofisticad|modernizad)(?:os|as|o|a)"))
        return re.compile(
            rf"(?<![\w-]){head}(?P<after>(?:{_SPACE}(?:{loose})(?!\w)){{0,4}})(?P<before>)", re.IGNORECASE
        )
    before = rf"(?P<before>(?:(?:{beside}){_SPACE}){{0,5}})"
    after = rf"(?P<after>(?:\s(?:{beside})(?!\w)){{0,2}})" if language == "ru" else "(?P<after>)"
    return re.compile(rf"(?<![\w-]){before}{head}{after}", re.IGNORECASE)


@cache
def _followed(language: str) -> re.Pattern[str]:
    """What stands after a noun that is no weapon: `pilots`, `de almacenamiento`."""
    return re.compile(rf"[\s-]{{1,2}}(?:{forms(language, 'not')})(?!\w)", re.IGNORECASE)


@cache
def _crime(language: str) -> re.Pattern[str]:
    """What stands before weapons that nobody sells by contract: `the smuggling of`, `contrabando de`."""
    return re.compile(rf"(?<!\w)(?:{forms(language, 'crime')})[\s-]{{1,2}}$", re.IGNORECASE)


def _is_a_verb(text: str, match: re.Match[str]) -> bool:
    """English `ready to ship`, `will ship`: no vessel; nor is a think tank a tank, nor what comes by ship one."""
    if (
        match[0].lower() in ("ship", "plane", "boat", "aircraft", "helicopter")
        and text[max(0, match.start() - 4) : match.start()].lower() == " by "
    ):
        return True
    if (
        match["head"].lower() in ("tank", "tanks")
        and text[max(0, match.start() - 6) : match.start()].lower().rstrip(" -") == "think"
    ):
        return True
    if match[0].lower() not in ("ship", "arms", "tank", "fire"):
        return False
    return text[max(0, match.start() - 7) : match.start()].lower().endswith((" to ", " will ", " can ", " would "))


def _noun(match: re.Match[str], language: str) -> Noun:
    before, head, row = _longest_head(match["before"].split(), match["head"], language)
    qualifiers = _qualifiers(language, " ".join((*before, *match["after"].split())))
    category = _category(row, [q["category"] for q in qualifiers if q["category"]], first=language in ("es", "pt"))
    return Noun(
        match.start(),
        match.end(),
        _name(match, row, qualifiers, language),
        category if _tells(row, qualifiers, category) else None,
        "head" if row.get("role") == "short" else row.get("role", "weak"),
        not qualifiers,
        bool(_NOUN_PLURAL.search(head.split()[0] if language in ("es", "pt") else head)) or head.lower() == "aircraft",
    )


def _longest_head(before: list[str], head: str, language: str) -> tuple[list[str], str, dict[str, str]]:
    """The head as it is listed with the most words: `military equipment`, not `equipment` that is military."""
    for at in range(len(before)):
        whole = " ".join((*before[at:], head))
        if (row := _row(language, whole, HEADS)) is not None:
            return before[:at], whole, row
    return before, head, _row(language, head, HEADS) or {}


def _tells(row: dict[str, str], qualifiers: tuple[dict[str, str], ...], category: str | None) -> bool:
    """Whether the phrase alone says that it is a weapon: `boats` does not, `patrol boats` does."""
    return category is not None and not (row.get("role") in ("weak", "parts") and not qualifiers)


def _category(row: dict[str, str], of_qualifiers: list[str], *, first: bool) -> str | None:
    """The head's category, unless a qualifier changes it: anti-aircraft missiles are air defence."""
    own = row.get("category") or None
    nearest = (of_qualifiers[0] if first else of_qualifiers[-1]) if of_qualifiers else None
    if own in ("missile", "artillery", "small-arms") and "air-defence" in of_qualifiers:
        return "air-defence"
    if own in ("aircraft", "helicopter") and "uav" in of_qualifiers:
        return "uav"
    if own and row["role"] not in ("part", "parts"):
        return own
    if nearest == "missile" and "air-defence" in of_qualifiers:
        return "air-defence"
    return nearest or own


def _name(match: re.Match[str], row: dict[str, str], qualifiers: tuple[dict[str, str], ...], language: str) -> str:
    """English name: the words themselves without adjectives of origin, or the names of the rows."""
    if language != "en":
        ordered = qualifiers if language == "ru" else reversed(qualifiers)
        named = dict.fromkeys(q["name"] for q in ordered if q["name"] and q["name"] not in row.get("name", ""))
        return " ".join((*named, row.get("name", "")))
    if row.get("role") == "short":
        return row["name"]
    words = re.sub(rf"(?<!\w)(?:{forms('en', 'origin')})\s", "", match[0], flags=re.IGNORECASE)
    return " ".join(w if any(c.isupper() for c in w[1:]) else w.lower() for w in words.split())


@lru_cache(maxsize=4096)
def _row(language: str, words: str, roles: tuple[str, ...]) -> dict[str, str] | None:
    """The row one of whose forms these words are."""
    for row in rows():
        if row["role"] in roles and row.get(language) and _row_pattern(language, row[language]).fullmatch(words):
            return row
    return None


@cache
def _row_pattern(language: str, listed: str) -> re.Pattern[str]:
    return re.compile("|".join(_expanded(form) for form in listed.split("|")), re.IGNORECASE)


@lru_cache(maxsize=4096)
def _qualifiers(language: str, words: str) -> tuple[dict[str, str], ...]:
    """The qualifier rows named in these words, in order."""
    return tuple(_each_qualifier(language, words))


def _each_qualifier(language: str, words: str) -> Iterator[dict[str, str]]:
    pattern = re.compile(rf"(?<!\w)(?:{forms(language, 'qualifier')})(?!\w)", re.IGNORECASE)
    for match in pattern.finditer(words):
        if (row := _row(language, match[0], ("qualifier",))) is not None:
            yield row
