"""The article's year as a sum: `five years ago, in 2008`, `cumple dieciocho años, pues nació en 2001`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pactline.corpus.dating_candidates import Candidate
from pactline.corpus.dating_evidence import Evidence
from pactline.corpus.dating_expressions import LAST_YEAR
from pactline.corpus.dating_words import date_words

_N = r"(?P<count>\d{1,2}|[^\W\d_]{3,14}(?:-[^\W\d_]{2,7})?)"
_Y = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_GAP = r"[\s,(–—-]{1,4}(?:(?:in|back in|en|em|no ano de|в|im jahr|im|nel|en el año|when|cuando|quando)\s)?"
_AGO = (
    rf"(?<!\w){_N} (?:years? (?:ago|back|earlier)|anos atras|лет(?: тому)? назад|год(?:а)? назад|yil once|anni fa){_GAP}{_Y}",
    rf"(?<!\w)(?:hace|ha|vor|il y a|faz) {_N} (?:anos?|jahren?|ans?){_GAP}{_Y}",
    rf"(?<!\w)(?:in|en|em|в) {_Y}(?: году)?[\s,(–—-]{{1,4}}{_N} (?:years? ago|anos atras|лет назад|года назад)",
    rf"(?<!\w)(?:in|en|em|в) {_Y}(?: году)?[\s,(–—-]{{1,4}}(?:hace|ha) {_N} anos",
)
_AGE = (
    rf"(?<!\w)(?:turns|turned|marks|marked|is|celebrates?|completes) {_N}(?: years?(?: old)?)?[^.\n]{{0,60}}?"
    rf"(?:founded|born|created|set up|established|launched|signed) in {_Y}",
    rf"(?<!\w)(?:cumple|cumplio|celebra|festeja|completa|comemora|faz)(?:[^.\n]{{0,20}}?) {_N} anos[^.\n]{{0,60}}?"
    rf"(?:nacio|naci[od]a?|fundad[oa]|creado|creada|se creo|se fundo|firmad[oa]|criad[oa]|nasceu|desde) (?:en |em )?{_Y}",
    rf"(?<!\w)(?:исполн\w{{3,5}}|отме\w{{3,5}}) {_N} лет[^.\n]{{0,60}}?(?:основан\w{{0,2}}|создан\w{{0,2}}|подписан\w{{0,2}}) в {_Y}",
)
_SUMS = tuple(map(re.compile, (*_AGO, *_AGE)))
_HEDGE = re.compile(
    r"(?:about|almost|nearly|around|some|more than|over|roughly|at least|casi|unos|mas de|cerca de|quase|ha mais de|почти|более|около|примерно|чем|fast|uber|presque|plus de)\s*$"
)
_ROUND, _LEAST_ROUND = 5, 15
"""From fifteen on, fives and tens are round numbers."""


def counted_years(evidence: Evidence) -> Iterator[Candidate]:
    """`three years ago, in 2016`: 2019; nothing for `almost ten years ago, in 2008`, for round numbers, before a year told later."""
    for pattern in _SUMS:
        for match in pattern.finditer(evidence.body):
            count = _count(match["count"])
            before = evidence.body[max(0, match.start("count") - 14) : match.start("count")]
            hedged = _HEDGE.search(before) or (before.split() or [""])[-1] in date_words().counts
            year = int(match["year"]) + (count or 0)
            if count and not hedged and (evidence.last_year or 0) <= year <= LAST_YEAR:
                says = " ".join(match[0].split())
                yield Candidate(str(year), "counted-years", f"{says}: {match['year']} and {count}")


def _count(word: str) -> int | None:
    """The number meant, None for a round one and for a word that is none."""
    number = int(word) if word.isdigit() else _SMALL.get(word) or date_words().counts.get(word)
    return None if not number or (number >= _LEAST_ROUND and number % _ROUND == 0) else number


_SMALL = {
    word: number
    for number, words in enumerate(
        (
            "one um uno una un año год",
            "two dos dois duas два две двух",
            "three tres три трех",
            "four cuatro quatro четыре четырех",
        ),
        start=1,
    )
    for word in words.split()
}
