"""Numbers without a unit: which unit of the text around they have, if any."""

from __future__ import annotations

import re
from dataclasses import replace

from pactline.reading.oil_thread import CARRY, Sentence, Thread
from pactline.reading.oil_units import Measured

_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:)\]—-]|(?:in|by|at|from|to|during|this|next|last|higher|lower|more|less|fewer|and|or|a|than|for|on|as|now|per|below|above"
    r"|the|would|will|is|are|were to|come|comes|coming|belong|before|after|since|compared|year|while|but|between|until|under|with|which|that|when|went|came|were|was|en|para|fueron|foram|durante|al?|y|o|por|el|ese|esta?|desde|hasta"
    r"|ante|frente|prov[a-z]+|corresponden?|pertenecen?|seran?|iran?|vienen|salen|mas|menos|respecto|hace|que|cuando|e|em|no|na|ou|ate|quando|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    r"|octubre|noviembre|diciembre|janeiro|fevereiro|abril|maio|junho|julho|setembro|outubro|novembro|dezembro|\d{4})"
    r"|contra|mais|в|до|за|и|на|с|по|к|против|больше|меньше|выше|ниже|или|когда|ушл[оаи]|пришл[оаи]сь)(?![^\W_]))"
)
"""What may follow a number whose unit was left out: no noun that would be what is counted."""
_INHERITED = ("mass", "volume")
SMALLEST_INHERITED = 1e5
"""A number without a unit below this is no tonnes and no barrels of a country."""


def with_unit(figure: Measured, sentence: Sentence, thread: Thread) -> Measured | None:
    """A figure as it is to be read; a bare number with the unit of its neighbours, or None where it has none.

    "17.4 million tonnes, of which 15.1 million by sea" are both tonnes; "three ministers" are no flow.
    """
    if figure.kind != "bare" or figure.number.kind == "fraction":
        return figure
    if not _NO_NOUN.match(sentence.folded, figure.number.end):
        return None
    kind, limit = _spoken_unit(figure, sentence, thread), sentence.words.commodity.limit
    if kind in _INHERITED:
        return replace(figure, kind=kind) if figure.value >= SMALLEST_INHERITED else None
    if kind == "flow" and limit("bare_from") <= figure.value <= limit("bare_to"):
        return figure
    return None


def _spoken_unit(figure: Measured, sentence: Sentence, thread: Thread) -> str | None:
    """Kind of the unit last written before the number, in its sentence or the text before; else of the next one."""
    kinds = [f for f in sentence.figures if f.kind in ("flow", "mass", "volume")]
    before = [f for f in kinds if f.end <= figure.number.start]
    if before:
        return _of_day(before[-1].kind, thread)
    if thread.age <= CARRY and thread.flow:
        return "flow"
    return _of_day(kinds[0].kind, thread) if kinds else None


def _of_day(kind: str, thread: Thread) -> str:
    """Barrels beside daily figures are daily themselves, and so is the number beside them."""
    daily = kind == "volume" and thread.words.commodity.limit("daily_below") > 0
    return "flow" if daily and thread.measure != "reserves" else kind
