"""Whether what is delivered is part of more to come: `the first of four`, `three of its 24`, `six so far`."""

from __future__ import annotations

from pactline.reading.deal_sentence import Words
from pactline.reading.numbers import numbers
from pactline.reading.predicates import lexicon

_LAST = frozenset(
    "last final remaining último última últimos últimas restantes postrer последний последняя последние последнюю последних".split()
)
_TIMES = frozenset(
    "month year week decade summer spring autumn winter night january february march april may june july august september october "
    "november december monday tuesday wednesday thursday friday saturday sunday mes año semana década verano mês ano década "
    "месяц году год неделе неделю годы месяцы few several two three five ten meses años anos semanas".split()
)
"""What makes `last` a time, not the last of a series."""
_PARTITIVE = frozenset("of de dos das del из".split())
_THE = frozenset("the its their his those these los las sus esos estos os as seus этих".split())
_FIRST_TIME = ("first time", "primera vez", "primeira vez", "впервые", "at first")


def first_part(words: Words, span: tuple[int, int]) -> bool:
    """`the first of four`, `primer lote`: more is to come."""
    marks = lexicon(words.language).grammar["first_part"]
    text = " " + " ".join(words.lower[span[0] : span[1]]) + " "
    if _ends(words, span):
        return False
    for once in _FIRST_TIME:
        text = text.replace(once, "")
    return any(f" {mark} " in text for mark in marks)


def _ends(words: Words, span: tuple[int, int]) -> bool:
    """`the last four`, `los cuatro últimos`: nothing is to come; refuses `last month`."""
    lower = words.lower
    return any(
        lower[at] in _LAST and not (at + 1 < len(lower) and lower[at + 1] in _TIMES) for at in range(span[0], span[1])
    )


def part_of_more(words: Words, span: tuple[int, int]) -> bool:
    """`three of its 24 jets`, `quatro dos seis`, `35 машин из 92`, `six so far`: part of what is to come."""
    lower, language = words.lower, words.language
    if _ends(words, span):
        return False
    for at in range(span[0] + 1, span[1] - 1):
        if lower[at] in _PARTITIVE and any(_is_number(word, language) for word in lower[max(0, at - 2) : at]):
            behind = lower[at + 1 : at + 3]
            if any(_is_number(word, language) for word in behind[: 2 if behind[:1] and behind[0] in _THE else 1]):
                return True
    text = f" {' '.join(lower[span[0] : span[1]])} "
    return any(f" {mark} " in text for mark in lexicon(language).grammar["so_far"])


def _is_number(word: str, language: str) -> bool:
    found = numbers(word, language)
    return len(found) == 1 and found[0].kind == "number" and found[0].end == len(word)
