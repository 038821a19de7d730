"""Numbers and sums of money in a sentence, with ranges, hedges and bounds, in English, Spanish, Portuguese, Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pactline.reading.bounds import bound_of
from pactline.reading.number_grammar import Phrase, phrases
from pactline.reading.number_words import SMALLEST_SCALE, number_words
from pactline.reading.plain import plain

_CURRENCY_BEFORE = re.compile(
    r"(?P<usd>us ?\$|u\.s\. ?\$|usd ?|\$ ?|долл\. ?)$|(?P<brl>r\$ ?|brl ?)$|(?P<eur>€ ?|eur ?)$|(?P<gbp>£ ?|gbp ?)$|(?P<rub>₽ ?|rub ?)$|(?P<cny>¥ ?|cny ?)$"
)
_CURRENCY_AFTER = re.compile(
    r"[ -]?(?:(?:de|of|in|em|en) )?(?:(?:u\.?s\.?|american|canadian)[ -])?(?:"
    r"(?P<usd>dollars?\b|dolares\b|dolar\b|usd\b|us\$|\$|долл(?:ар[а-я]*\b|\.|\b))|(?P<eur>euros?\b|eur\b|€|евро\b)"
    r"|(?P<rub>rubles?\b|roubles?\b|rublos?\b|руб(?:л[а-я]+\b|\.|\b)|₽)|(?P<cny>yuan(?:es)?\b|юан[а-я]+\b|cny\b)"
    r"|(?P<ves>bolivar(?:es)?\b|боливар[а-я]*\b)|(?P<brl>reais\b|real\b)|(?P<gbp>pounds\b|libras\b))"
)
_BY = re.compile(
    r"(?<![^\W_])(?:by|en|em|na|на)(?: (?:about|around|some|roughly|nearly|unos|casi|cerca de|quase|около|почти))? (?:[$€£₽])?$"
)
_CHANGED = re.compile(
    r"ris|rose|rais|increas|grew|grow|fell|fall|drop|declin|cut|reduc|slip|lower|hik|boost|jump|climb|aument|sub|cay|baj|disminu|recort|crec|elev"
    r"|ca[ií]|cresc|recu|выр|увелич|повы|сни|сокра|упал|уменьш|подн"
)
_HYPHEN = re.compile(r" ?(?:-|\.\.\.?|…) ?")
LARGEST_SUM = {"USD": 1e12, "EUR": 1e12, "GBP": 1e12}
"""What no arms deal, loan or year of a country's oil sales reaches: Saudi Aramco's best year, 2022, brought 604 billion dollars
(its annual report)."""
_DIGIT, _LETTERS = re.compile(r"[\d½¼¾⅓⅔]"), re.compile(r"[^\W\d_]+")
_REMEMBERED = 1024
"""Sentences whose numbers are kept: deals, oil and their money ask for the same ones one after the other."""
_ONLY_UNITS = 40
"""Characters that may stand between the ends of a range: "100,000 barrels a day to 200,000" and no more."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    start, end  offsets in the text given; value, value_high: the number, or the two ends of a range
    bound       exact, about, at_least, at_most, range
    stated      the words as written; spelled: any of it in letters
    kind        number, fraction ("a third" is 1/3) or times ("в полтора раза" is 1.5)
    other       the other reading of an ambiguous separator ("1.339 milhões") or scale ("2 biliões"), for a caller who knows the
                magnitude
    year_like   four bare digits that may be a year
    """

    start: int
    end: int
    value: float
    value_high: float | None
    bound: str
    stated: str
    spelled: bool = False
    kind: str = "number"
    other: float | None = None
    year_like: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """A sum: as Number, with an ISO 4217 currency; start and end take in the currency's sign or word."""

    start: int
    end: int
    value: float
    value_high: float | None
    currency: str
    bound: str


def numbers(text: str, language: str | None) -> list[Number]:
    """All numbers of a text, in order; a careful reader's reading or none.

    >>> [(n.value, n.value_high, n.bound) for n in numbers("between 100,000 and 2 million, nearly 1.5 mn", "en")]
    [(100000.0, 2000000.0, 'range'), (1500000.0, None, 'about')]
    """
    return list(_numbers(text, language))


@lru_cache(maxsize=_REMEMBERED)
def _numbers(text: str, language: str | None) -> tuple[Number, ...]:
    folded = plain(text)
    if not _DIGIT.search(folded) and number_words(language).starts_alone.isdisjoint(_LETTERS.findall(folded)):
        return ()
    found = [p for p in phrases(folded, language) if not _is_power(folded, p) and not _is_percent(folded, p)]
    return tuple(_joined(text, folded, found, language))


def _is_power(text: str, phrase: Phrase) -> bool:
    """Base or exponent of "10^400": neither is a number of its own."""
    return text[phrase.start - 1 : phrase.start] == "^" or text[phrase.end : phrase.end + 1] == "^"


def _is_percent(text: str, phrase: Phrase) -> bool:
    """The "ciento" of "por ciento", the "cento" of "por cento": a unit, no hundred."""
    return text[phrase.start : phrase.end] in ("ciento", "cento") and text.endswith("por ", 0, phrase.start)


def _joined(text: str, folded: str, found: list[Phrase], language: str | None) -> Iterator[Number]:
    at, reached = 0, False
    while at < len(found):
        low, high = found[at], found[at + 1] if at + 1 < len(found) else None
        link = _link(folded, low, high, language) if high is not None else ""
        if high is not None and link:
            low = _with_scale_of(low, high)
        if high is not None and link == "range" and low.value < high.value:
            end = high.end
            yield Number(low.start, end, low.value, high.value, "range", text[low.start : end], low.spelled)
            at += 2
            continue
        yield _number(text, folded, low, language, reached=reached)
        reached = link == "levels"
        at += 1


def _number(text: str, folded: str, phrase: Phrase, language: str | None, *, reached: bool) -> Number:
    bound = bound_of(folded, phrase.start, phrase.end, language)
    other = _out_of_english(folded, phrase, language) if phrase.other is None else phrase.other
    return Number(
        phrase.start, phrase.end, phrase.value, None, "exact" if reached and bound == "at_most" else bound,
        text[phrase.start : phrase.end], phrase.spelled, phrase.kind, other, phrase.year_like,
    )  # fmt: skip


def _out_of_english(folded: str, phrase: Phrase, language: str | None) -> float | None:
    """A thousandth of "quatro biliões" and "2 billones", which translators write for four and two billion."""
    said = number_words(language).words("false_friends")
    return phrase.value / 1e3 if said and folded[phrase.start : phrase.end].split()[-1] in said else None


def _link(text: str, low: Phrase, high: Phrase, language: str | None) -> str:
    """`range` for "2-3", "between 2 and 3", "2 to 3", "2 or 3"; `levels` for "from 2 to 3", two numbers; else ""."""
    gap = text[low.end : high.start]
    if len(gap) > _ONLY_UNITS or low.kind != "number" or high.kind != "number" or high.year_like > low.year_like:
        return ""
    if low.year_like and high.scale >= SMALLEST_SCALE:  # "from 2.37 million in 2015 to 2.15 million"
        return ""
    if _HYPHEN.fullmatch(gap):
        return "range" if low.year_like == high.year_like else ""
    words, before = number_words(language), text[max(0, low.start - 30) : low.start]
    last = gap.split()[-1] if gap.split() else ""
    near = len(gap.split()) <= 6 and not re.search(r"[.;:,(%]|percent|per cent|ciento|cento|процент", gap)
    if near and last in (*words.words("and"), "и", "a") and _ends_with(before, words.words("between")):
        return "range"
    if not near or last not in (*words.words("to"), *words.words("or")):
        return ""
    if last in words.words("or"):
        return "range" if len(gap.split()) == 1 else ""
    if _BY.search(before) and _CHANGED.search(text[max(0, low.start - 60) : low.start]):
        return "levels"  # "raise its ceiling by 1.5 million to 24.5 million"
    return "levels" if _ends_with(before, words.words("from")) else ("range" if len(gap.split()) == 1 else "levels")


def _ends_with(before: str, words: tuple[str, ...]) -> bool:
    tail = re.sub(r"(?:about|around|some|roughly|unos|cerca de|los|the|us\$|[$€])\s*$", "", before).split()
    return bool(tail) and tail[-1] in words


def _with_scale_of(low: Phrase, high: Phrase) -> Phrase:
    """The low end without a scale of its own takes the high end's, or thousands: "2 to 3 million", "900 to 1.1 million"."""
    if low.scale != 1 or high.scale < SMALLEST_SCALE or low.value >= SMALLEST_SCALE:
        return low
    levels = high.value / high.scale
    if low.value < 10 * max(levels, 1) and low.value / max(levels, 1e-9) < 100:
        scaled = low.value * high.scale
        if scaled <= 5 * high.value:
            return replace(low, value=scaled, scale=high.scale)
    return replace(low, value=low.value * SMALLEST_SCALE, scale=SMALLEST_SCALE)


def money(text: str, language: str | None, *, found: list[Number] | None = None) -> list[Money]:
    """Sums of money with their currency; a bare number is none.

    found   the text's numbers where they are read already

    "Quatro biliões de dólares" is 4 * 10^12 by the rule and four billion where the page is out of English: a sum that no deal,
    loan or year of oil sales reaches takes the other reading, "dois biliões de rublos" keeps the rule's.

    >>> [(m.value, m.currency) for m in money("US$1 billion, 67 million dollars, 24 jets", "en")]
    [(1000000000.0, 'USD'), (67000000.0, 'USD')]
    """
    folded = plain(text)
    read = numbers(text, language) if found is None else found
    sums = (_money(folded, number) for number in read if number.kind == "number")
    return [sum_ for sum_ in sums if sum_ is not None]


def _money(text: str, number: Number) -> Money | None:
    before = _CURRENCY_BEFORE.search(text[max(0, number.start - 8) : number.start])
    after = _CURRENCY_AFTER.match(text, number.end)
    match = before or after
    if match is None or match.lastgroup is None:
        return None
    start = number.start - len(before[0]) if before else number.start
    end = number.end if before or after is None else after.end()
    currency = match.lastgroup.upper()
    other, most = number.other, LARGEST_SUM.get(currency)
    value = other if most and other is not None and other < most <= number.value else number.value
    return Money(start, end, value, number.value_high, currency, number.bound)
