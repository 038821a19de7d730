"""Inflection by rule: the forms a listed name or adjective takes in Spanish, Portuguese and Russian.

Rules make more than anybody writes; that does no harm, for a form that is another name's alias is never used
(see vocabulary). What a rule cannot know stands in the topic's CSV.
"""

from __future__ import annotations

import re

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)

# Endings of a Russian paradigm: pattern of the lemma, letters to cut, endings in the order gen, dat, acc, ins, prep.
_ENGLISH = ("an", "i", "kh")
"""Endings of English demonyms that take an s: Angolans, Emiratis, Kazakhs."""
_ADJECTIVE = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
_MASCULINE = (
    (r"(?:ов|ев|ёв|ин|ын)$", 0, ("а", "у", "а", "ым", "е")),  # Russian surnames: Путин, Лавров
    (r"(?:ский|цкий|ской|цкой)$", 2, ("ого", "ому", "ого", "им", "ом")),
    (r"[гкхжшчщ]ий$", 2, ("ого", "ому", "ого", "им", "ом")),
    (r"ий$", 1, ("я", "ю", "я", "ем", "и")),  # Дмитрий
    (r"ец$", 2, ("ца", "цу", "ца", "цем", "це")),  # иранец
    (r"й$", 1, ("я", "ю", "я", "ем", "е")),  # Сергей, Китай
    (r"ь$", 1, ("я", "ю", "я", "ем", "е")),  # Игорь, Кремль
    (r"[бвгдзйклмнпрстфх]$", 0, ("а", "у", "а", "ом", "е")),
    (r"[жшчщц]$", 0, ("а", "у", "а", "ем", "е")),
)
_FEMININE = (
    (r"(?:ова|ева|ёва|ина|ына)$", 1, ("ой", "ой", "у", "ой", "ой")),  # Захарова
    (r"ская$|цкая$", 2, ("ой", "ой", "ую", "ой", "ой")),
    (r"ия$", 1, ("и", "и", "ю", "ей", "и")),  # Россия, Мария
    (r"[гкхжшчщ]а$", 1, ("и", "е", "у", "ой", "е")),
    (r"а$", 1, ("ы", "е", "у", "ой", "е")),  # Москва, Обама
    (r"я$", 1, ("и", "е", "ю", "ей", "е")),
    (r"сть$|ть$|фть$", 1, ("и", "и", "ь", "ью", "и")),  # Роснефть
)
_NEUTER = (
    (r"ство$", 1, ("а", "у", "о", "ом", "е")),  # министерство, агентство
    (r"ие$", 1, ("я", "ю", "е", "ем", "и")),  # командование
)
_PLURAL = ((r"[ыи]$", 1, ("ов", "ам", "ы", "ами", "ах")),)  # Штаты
_ADJECTIVAL = re.compile(r"(?:[внклрстщ](?:ый|ая|ое|ые)|[нкшщ](?:ий|ие|яя))$", re.IGNORECASE)
_AGREE = {  # an adjective before its noun: gen, dat, acc, ins, prep
    "ый": ("ого", "ому", "ого", "ым", "ом"), "ий": ("ого", "ому", "ого", "им", "ом"),
    "ая": ("ой", "ой", "ую", "ой", "ой"), "яя": ("ей", "ей", "юю", "ей", "ей"),
    "ое": ("ого", "ому", "ое", "ым", "ом"), "ые": ("ых", "ым", "ые", "ыми", "ых"), "ие": ("их", "им", "ие", "ими", "их"),
}  # fmt: skip


def is_cyrillic(name: str) -> bool:
    """True where a name has a Cyrillic letter."""
    return _CYRILLIC.search(name) is not None


def demonym_forms(lemma: str) -> set[str]:
    """Every gender, number and case of a demonym, itself among them.

    >>> sorted(demonym_forms("ruso"))
    ['rusa', 'rusas', 'ruso', 'rusos']
    >>> sorted(demonym_forms("francés"))
    ['francesa', 'francesas', 'franceses', 'francés']
    >>> "российскими" in demonym_forms("российский")
    True
    >>> "колумбийцы" in demonym_forms("колумбиец"), "белорусы" in demonym_forms("белорус"), "турки" in demonym_forms("турок")
    (True, True, True)
    """
    if is_cyrillic(lemma):
        return _russian_demonym(lemma)
    if lemma[:1].isupper():
        return {lemma, lemma + "s"} if lemma.endswith(_ENGLISH) else {lemma}
    return {lemma, *_romance(lemma)}


def _romance(lemma: str) -> set[str]:
    if lemma.endswith("ão"):
        return {lemma[:-2] + ending for ending in ("ã", "ães", "ãs")}
    if lemma.endswith("o"):
        return {lemma[:-1] + ending for ending in ("a", "os", "as")}
    if lemma.endswith(("és", "ês")):
        return {lemma[:-2] + ending for ending in ("esa", "eses", "esas")}
    if lemma.endswith("ñol"):
        return {lemma + ending for ending in ("a", "es", "as")}
    if lemma.endswith("hol"):
        return {lemma + "a", lemma + "as", lemma[:-2] + "óis"}
    if lemma.endswith("án"):
        return {lemma[:-2] + ending for ending in ("ana", "anes", "anas")}
    if lemma.endswith("í"):
        return {lemma + "es", lemma + "s"}
    return {lemma + "s"} if lemma.endswith(("e", "a", "ú")) else set()


def _russian_demonym(lemma: str) -> set[str]:
    if lemma.endswith(("ский", "цкий")):
        return {lemma[:-2] + ending for ending in _ADJECTIVE}
    if lemma.endswith("ец"):
        stem = lemma[:-2] + ("йц" if lemma[-3] in "аеиоу" else "ьц" if lemma[-3] == "л" else "ц")
        return {lemma, *(stem + e for e in ("а", "у", "ем", "е", "ы", "ев", "ам", "ами", "ах"))}
    if lemma.endswith("нин"):
        stem = lemma[:-2]
        return {lemma, *(lemma + e for e in ("а", "у", "ом", "е")), *(stem + e for e in ("е", "", "ам", "ами", "ах"))}
    if lemma.endswith("ка"):
        return {lemma, *(lemma[:-1] + e for e in ("и", "е", "у", "ой", "ам", "ами", "ах")), lemma[:-2] + "ок"}
    stem = lemma[:-2] + "к" if lemma.endswith("ок") else lemma  # турок, турки
    many = "и" if stem[-1] in "гкх" else "ы"
    return {lemma, *(stem + e for e in ("а", "у", "ом", "е", many, "ов", "ам", "ами", "ах"))}


def russian_cases(name: str, actor_type: str, *, feminine: bool = False) -> set[str]:
    """The other five cases of a Russian name in the singular, one case for all its words at a time.

    name        as in the dictionary: `Владимир Путин`, `Россия`, `Министерство обороны России`
    actor_type  persons decline in every word; of other names only the head noun and its adjectives
    feminine    a woman's consonant-ended names stay as they are

    >>> "Владимира Путина" in russian_cases("Владимир Путин", "person")
    True
    >>> "Министерством обороны России" in russian_cases("Министерство обороны России", "organisation")
    True
    >>> sorted(russian_cases("Мадуро", "person"))
    []
    """
    words = name.split(" ")
    if any(len(w) > 1 and w.isupper() for w in words):
        return set()
    declined = _person_words(words, feminine) if actor_type == "person" else _head_words(words)
    forms = {" ".join(cases[k] for cases in declined) for k in range(5)}
    return forms - {name}


def _person_words(words: list[str], feminine: bool) -> list[tuple[str, ...]]:
    tables = _FEMININE if feminine else _MASCULINE + _FEMININE
    return [_decline(word, tables) for word in words]


def _head_words(words: list[str]) -> list[tuple[str, ...]]:
    """Adjectives up to and including the first noun decline; the rest is a genitive or a name in apposition."""
    before = 0
    while before + 1 < len(words) and _ADJECTIVAL.search(words[before]):
        before += 1
    noun, plural = words[before], before > 0 and words[0].endswith(("ые", "ие"))
    declined = [_agreeing(word, noun) for word in words[:before]]
    declined.append(_decline(noun, (_PLURAL if plural else ()) + _FEMININE + _NEUTER + _MASCULINE, inanimate=True))
    return declined + [(word,) * 5 for word in words[len(declined) :]]


def _agreeing(word: str, noun: str) -> tuple[str, ...]:
    endings = _AGREE[word[-2:]]
    if word.endswith(("ый", "ий")) and noun[-1] not in "ая":
        endings = (*endings[:2], word[-2:], *endings[3:])  # inanimate: the accusative is the nominative
    return tuple(word[:-2] + ending for ending in endings)


def _decline(
    word: str, tables: tuple[tuple[str, int, tuple[str, ...]], ...], *, inanimate: bool = False
) -> tuple[str, ...]:
    for pattern, cut, endings in tables:
        if re.search(pattern, word):
            stem = word[: len(word) - cut]
            forms = tuple(stem + ending for ending in endings)
            masculine = inanimate and re.search("[бвгджзйклмнпрстфхцчшщ]$", word)
            return (*forms[:2], word, *forms[3:]) if masculine else forms
    return (word,) * 5
