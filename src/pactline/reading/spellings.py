"""How the press of other alphabets writes a Russian name: `Журавлёв` is Zhuravlyov, Zhuravlev, Zhuravliov, Juravliov."""

from __future__ import annotations

import re

_LETTERS = dict(zip("абвгдезийклмнопрстуфцыэ", (*"abvgdeziyklmnoprstuf", "ts", "y", "e"), strict=True)) | {
    "ъ": "",
    "ь": "",
}
_PRESS: dict[str, dict[str, str]] = {
    "english": {"ё": "yo", "ж": "zh", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"},
    "plain e": {"ё": "e", "ж": "zh", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"},
    "spanish": {"ё": "io", "ж": "zh", "х": "j", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "iu", "я": "ia", "й": "i", "ы": "i"},
    "portuguese": {"ё": "io", "ж": "j", "х": "kh", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iu", "я": "ia", "й": "i"},
}  # fmt: skip
"""Letters that presses write differently; the rest are those of _LETTERS."""
_ENDS = {
    "english": (("iya", "ia"), ("iy", "y"), ("ey", "ei")),
    "plain e": (("iya", "ia"), ("iy", "y")),
    "spanish": (("iia", "ia"), ("ii", "i")),
    "portuguese": (("iia", "ia"), ("ii", "i")),
}
"""Endings of a word as a press shortens or writes them."""
_SOFT = re.compile("ь(?=[еёюя])")
_HARD_G = re.compile("г(?=[еэиё])")


def latin_spellings(name: str) -> set[str]:
    """The name in Latin letters, as English, Spanish and Portuguese newspapers write it; one press for all its words.

    name    Cyrillic, in the nominative

    >>> sorted(latin_spellings("Алексей Журавлёв"))[:3]
    ['Aleksei Juravliov', 'Aleksei Zhuravliov', 'Aleksei Zhuravlyov']
    >>> "Serguei Riabkov" in latin_spellings("Сергей Рябков")
    True
    """
    found = set()
    for press in _PRESS:
        words = [_spelled(word, press) for word in name.split(" ")]
        found.add(" ".join(words))
        found.add(" ".join([words[0].replace("ks", "x"), *words[1:]]))
    return found


def is_spelling(latin: str, cyrillic: str) -> bool:
    """Whether a folded Latin name is one of the spellings of a Cyrillic one: it then is a name of that language.

    >>> is_spelling("sergei ryabkov", "Сергей Рябков"), is_spelling("hugo chavez", "Уго Чавес")
    (True, False)
    """
    return latin in {spelling.lower() for spelling in latin_spellings(cyrillic)}


def _spelled(word: str, press: str) -> str:
    letters = _LETTERS | _PRESS[press]
    lower = _HARD_G.sub("гу", word.lower()) if press in ("spanish", "portuguese") else word.lower()
    lower = _SOFT.sub("й" if press in ("english", "plain e") else "и", lower)
    spelled = "".join(letters.get(c, c) for c in lower).replace("yy", "y").replace("ii", "i")
    if lower[:1] in "юя" or (lower[:1] == "е" and press == "english"):
        spelled = "y" + spelled.lstrip("iy")  # Yuri, Yakov, Yevgeny
    for ending, shorter in _ENDS[press]:
        if spelled.endswith(ending):
            return (spelled[: -len(ending)] + shorter).capitalize()
    return spelled.capitalize()
