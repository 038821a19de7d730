"""Numbers without a unit: which unit of the text around they have, if any."""

from __future__ import annotations

import re
from dataclasses import replace

from pactline.reading.oil_measured import says_days
from pactline.reading.oil_thread import CARRY, Sentence, Thread
from pactline.reading.oil_units import Measured

_NO_NOUN = re.compile(
    r"\s*(?:$|(?:of (?:them|it|which|these|those|this|that)|de (?:ell[oa]s?|est[oa]s|es[oa]s|l[oa]s cuales|l[oa]s que)|d(?:eles|elas|os quais)|из (?:них|которых)"
    r"|con (?:l[oa]s? )?que|com (?:os )?que)(?![^\W_])|[.,;:)\]—-]|(?:in|by|at|from|to|during|this|next|last|higher|lower|more|less|fewer|and|or|a|than|for|on|as|now|per|below|above"
    r"|the|would|will|is|are|were to|come|comes|coming|belong|before|after|since|compared|year|while|but|between|until|under|with|which|that|when|went|came|were|was|en|para|fueron|foram|durante|al?|y|o|por|el|ese|esta?|desde|hasta"
    r"|ante|frente|prov[a-z]+|corresponden?|pertenecen?|seran?|iran?|vienen|salen|mas|menos|respecto|hace|que|cuando|e|em|no|na|ou|ate|quando|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    r"|octubre|noviembre|diciembre|janeiro|fevereiro|abril|maio|junho|julho|setembro|outubro|novembro|dezembro|\d{4})"
    r"|contra|mais|в|до|за|и|на|с|по|к|против|больше|меньше|выше|ниже|или|когда|ушл[оаи]|пришл[оаи]сь)(?![^\W_]))"
)
"""What may follow a number whose unit was left out: no noun that would be what is counted."""
_CLOSERS = re.compile(r"[\"'»”’)\]]+")
_FUNCTION = re.compile(
    r"(?:and|or|but|nor|so|yet|the|an?|this|that|these|those|its|his|her|their|our|my|it|he|she|they|we|who|which|what|where|of|in|on|at|by|to|for|from|with"
    r"|without|as|than|over|under|above|below|after|before|during|since|until|till|through|out|off|up|down|away|back|via|per|if|though|although|because|while|when"
    r"|not|no|only|also|too|again|still|already|all|both|each|every|any|once|now|then|ago|last|next|earlier|later|there|here|altogether|together|apiece"
    r"|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must|[a-z]+ed)(?![^\W_])"
)
"""English words that are no noun, and past tenses: where one comes before any plural, the number counts nothing."""
_VERB_RU = re.compile(r"[а-я]+(?:ет|ют|ит|ят|ут|ла|ло|ли|лось|лась|лись|тся|ться|ть|ано|ены|ена|ено|аны)(?![^\W_])")
_CAPITAL = re.compile(r"\s*[\"«“'(¿¡]?[A-ZÀ-ÖØ-ÞА-ЯЁ]")
_WORD = re.compile(r" ([^\W\d_]+)")
_INHERITED = ("mass", "volume")
SMALLEST_INHERITED = 1e5
"""A number without a unit below this is no tonnes and no barrels of a country."""
SMALLEST_BESIDE = 1000.0
"""b/d; a number below this takes no unit from a figure beside it: "three ministers", "2 per cent"."""
BESIDE = 100.0
"""How many times as small as the figure beside it a number that begins no phrase may be, to be a flow below `bare_from`."""
MILLION = 1e6
LEVELS = 12.0
"""How many times as large as the figure before it a decimal said without its million may be, or as small."""


def with_unit(figure: Measured, sentence: Sentence, thread: Thread) -> Measured | None:
    """A figure as it is to be read; a bare number with the unit of its neighbours, or None where it has none.

    "17.4 million tonnes, of which 15.1 million by sea" are both tonnes, "10.36 million in 2026, after 10.28 this year" both
    millions a day; "three ministers" are no flow.
    """
    if figure.kind != "bare" or figure.number.kind == "fraction":
        return figure
    if not counts_nothing(sentence, figure.number.end):
        return None
    kind = _spoken_unit(figure, sentence, thread)
    if kind in _INHERITED:
        return replace(figure, kind=kind) if figure.value >= _smallest(figure, sentence) else None
    if kind == "money":
        return _as_money(figure, sentence)
    return _as_flow(figure, sentence, thread) if kind == "flow" else None


def _smallest(figure: Measured, sentence: Sentence) -> float:
    """What a number must reach to take the unit of tonnes or barrels before it: no thousandth of them."""
    before = [f for f in sentence.figures if f.kind in _INHERITED and f.end <= figure.number.start]
    return max(SMALLEST_INHERITED, before[-1].value / 1e3 if before else 0.0)


def counts_nothing(sentence: Sentence, end: int) -> bool:
    """Whether what follows a number in its sentence is no noun that it would count.

    Spanish and Portuguese numbers count plurals, which end in -s, and millions count with `de`; English ones may have an
    adjective between ("300,000 foreign workers"); Russian verbs are told by their endings.
    """
    folded, language = sentence.folded, sentence.language
    if closer := _CLOSERS.match(folded, end):
        end = closer.end()
    if _NO_NOUN.match(folded, end) or (folded[end - 1 : end] == "." and _CAPITAL.match(sentence.text, end)):
        return True
    word = _WORD.match(folded, end)
    if word is None:
        return False
    if language in ("es", "pt"):
        return word[1] != "de" and not word[1].endswith("s")
    if language == "ru":
        return bool(_VERB_RU.fullmatch(word[1]))
    return language == "en" and _no_plural(folded, end)


def _no_plural(folded: str, end: int) -> bool:
    """No plural among the next three words, a word that is no noun ending the search."""
    for _ in range(3):
        word = _WORD.match(folded, end)
        if word is None or _FUNCTION.fullmatch(word[1]):
            return True
        if word[1].endswith("s") or word[1] in ("people", "men", "women", "children", "staff", "euro", "dollar"):
            return False
        end = word.end()
    return False


def _as_money(figure: Measured, sentence: Sentence) -> Measured | None:
    """ "48 billion dollars, 16 billion more than a year before": the sum's currency; a number without a scale is none."""
    before = [f for f in sentence.figures if f.kind == "money" and f.end <= figure.number.start]
    if not before or figure.value < MILLION:
        return None
    return replace(figure, kind="money", currency=before[-1].currency)


def _as_flow(figure: Measured, sentence: Sentence, thread: Thread) -> Measured | None:
    limit, value, beside = sentence.words.commodity.limit, figure.value, _flow_before(figure, sentence, thread)
    if limit("bare_from") <= value <= limit("bare_to"):
        return figure
    number = figure.number
    if beside is None or number.spelled:
        return None
    if thousands := _as_thousands(figure, sentence):
        return thousands
    small = (
        min(value, number.other or value) if sentence.language == "ru" else value
    )  # "1,468": Russian groups with blanks
    near = (thread.millions and small < LARGEST_COUNTRY) or 1 / LEVELS <= small * MILLION / beside <= LEVELS
    if _DECIMAL.search(number.stated) and SMALLEST_SAID <= small < LARGEST_SAID and near:
        return replace(figure, value=small * MILLION, value_high=figure.value_high and figure.value_high * MILLION)
    ends = _CLAUSE_ENDS.match(sentence.folded, figure.number.end)
    return figure if ends and max(SMALLEST_BESIDE, beside / BESIDE) <= value < limit("bare_from") else None


def _as_thousands(figure: Measured, sentence: Sentence) -> Measured | None:
    """ "900 mil contra 540": the thousand of the figure before, where the two are of one size and the clause ends."""
    before = [f for f in sentence.figures if f.kind in ("flow", "bare") and f.end <= figure.number.start]
    said = before and _THOUSAND.search(before[-1].number.stated.lower())
    if not said or not _CLAUSE_ENDS.match(sentence.folded, figure.number.end) or figure.value != int(figure.value):
        return None
    value = figure.value * 1e3
    return replace(figure, value=value) if 1 / LEVELS <= value / before[-1].value <= LEVELS else None


_THOUSAND = re.compile(r"(?:mil|thousand|тыс[а-я.]*)$")
SMALLEST_SAID, LARGEST_SAID = 0.1, 130.0
"""Millions of b/d that a decimal may be; the world makes about a hundred."""
LARGEST_COUNTRY = 14.0
"""Millions of b/d; no country makes more (the United States 13.2 of crude in 2024, EIA). A larger decimal must be near the figure before."""
_DECIMAL = re.compile(r"\d[.,]\d")
_CLAUSE_ENDS = re.compile(r"[\"'»”’)]*(?:[.,;:)—]|$)")


def _flow_before(figure: Measured, sentence: Sentence, thread: Thread) -> float | None:
    """The flow told last: of the sentence, else of the text before."""
    least = sentence.words.commodity.limit("bare_from")
    before = [
        f
        for f in sentence.figures
        if f.end <= figure.number.start and (f.kind == "flow" or (f.kind == "bare" and f.value >= least))
    ]
    return before[-1].value if before else thread.flow_value


def _spoken_unit(figure: Measured, sentence: Sentence, thread: Thread) -> str | None:
    """Kind of the unit last written before the number, in its sentence or the text before; else of the next one."""
    kinds = [f for f in sentence.figures if f.kind in ("flow", "mass", "volume", "money")]
    before = [f for f in kinds if f.end <= figure.number.start]
    if before and (before[-1].kind != "money" or before[-1].end + 30 > figure.number.start):
        return _of_day(before[-1].kind, before[-1].value, thread)
    kinds = [f for f in kinds if f.kind != "money"]
    if says_days(sentence):
        return "flow"
    if thread.age <= CARRY and (thread.flow or thread.mass):
        return "mass" if thread.mass else "flow"
    return _of_day(kinds[0].kind, kinds[0].value, thread) if kinds else None


def _of_day(kind: str, value: float, thread: Thread) -> str:
    """Barrels beside daily figures are daily themselves, and so is the number beside them."""
    daily = kind == "volume" and value < thread.words.commodity.limit("daily_below")
    return "flow" if daily and thread.measure != "reserves" else kind
