"""What a figure measures, and whether it is the quantity itself or a change of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pactline.reading.oil_words import EDGE, Cue, FigureWords, cues, words_of
from pactline.record.languages import ruled

BEHIND = 18
"""A cue behind the figure must stand so much nearer (characters) than one before it to win."""
FAR = 220
_BOUNDING = re.compile(
    r"above|below|higher|lower|superior|mayor|menor|inferior|por encima|por debajo|acima|abaixo|maior|выше|ниже"
    r"|больше|меньше|превыс\w*|mas alt[oa]|mas baj[oa]|mas que|mais que|menos que|more than|less than|fewer|up$|extra|additional|adicional"
)
_HEDGE = r"(?:(?:about|around|roughly|some|nearly|almost|an|another|further|unos|casi|cerca de|aproximadamente|alrededor de|otros|quase|около|примерно|почти|еще|enormous|only|just|more than|over|less than|mas de|menos de|los|mais de|более|более чем|чем|record|additional|further|as much as|up to|at least|hasta|sharply|steeply|слишком|сразу|poco mas de|the|approximately|between|entre|от|hasta en) ){0,4}$"
_AMOUNTED = re.compile(
    r"[^.;,]{0,60}?\b(?:was|were|amount\w* to|total\w*|fue|foi|составил\w*|equival\w*|stood at)(?: even)?(?: larger| bigger| smaller| de| of| в)?[ :-]*$"
)
_OBJECT = re.compile(
    r"(?:(?:en|in|during|over|durante|no|na|в|за) (?:[^\W\d_]+ ){0,3}[^\W\d_]+ ?)?(?:(?:its|the|their|crude|oil|su|la|el|sus|a|de|petrolera|petroleo|crudo|output|production|exports|produccion|exportaciones|producao|добычу|экспорт|нефти|sharply|further)(?: |$)){0,5}"
)
_FROM = re.compile(r"[,(;—-] ?de (?:cerca de |unos |casi |quase |los |os )?$")
_TO = re.compile(r"[^.;,\d]{0,45}\b(?:para|a|hasta|ate) (?:cerca de |unos |casi |quase |los |os |as )?(?:\d|$)")
""" ", de 1,5 milhão para 1,4 milhão": the level left before the one reached."""
_PLUS = re.compile(r"(?:^|[,;:(—-] ?)(mas|plus|mais|плюс|menos|minus|минус) $")
"""A bare sign before the figure: "the same level, más mil barriles"."""
_HEDGES = re.compile(rf"(?:^|(?<=[ (])){_HEDGE}")


@dataclass(frozen=True)
class Change:
    """basis level or change; direction of the change; earlier: the level left behind ("from 1.9 million")."""

    basis: str
    direction: str | None = None
    earlier: bool = False


def change_of(before: str, after: str, language: str | None) -> Change:
    """Whether the figure between `before` and `after` (both `plain`) is a change.

    "slipped by 82,000", "un alza de 6.000", "на 77 тыс.", "10,000 higher than": changes
    "to 1.745 million", "a 1,7 millones", "снизилась до 2 млн", "fell below 1 million": levels
    """
    behind = _comparative().match(after)
    if behind:
        return Change("change", _direction(cues("change", behind[0])) or _compared(behind[0]))
    if _FROM.search(before[-40:]) and _TO.match(after):
        return Change("level", earlier=True)
    trimmed = _HEDGES.sub("", before[-110:])
    words = cues("change", trimmed)
    if words and _AMOUNTED.match(trimmed[words[-1].end :]):
        return Change("change", words[-1].name)
    if level := _ends(language, "level").search(trimmed):
        return Change("level", earlier=bool(_ends(language, "from").search(trimmed[level.start() :] or trimmed)))
    if plus := _PLUS.search(before):
        return Change("change", "up" if plus[1] in ("mas", "plus", "mais", "плюс") else "down")
    if not words:
        return Change("level", earlier=bool(_ends(language, "from").search(trimmed)))
    last = words[-1]
    gap = trimmed[last.end :].strip(" -")
    if gap == "" and trimmed.rstrip().endswith((" up", " down")):  # "up 150,000 bpd from July"
        return Change("change", last.name)
    joined = _ends(language, "by").search(trimmed[last.end - 1 :]) is not None
    plain_joint = gap in ("by a", "by an", "of a", "of an")
    near = (
        plain_joint
        or (gap.endswith(" by") and len(gap) < 60 and not re.search(r"[,;:()]", gap))
        or (len(gap) < 45 and not re.search(r"[,;:()]| to | and | que | и | while | a ", f" {gap} "))
    )
    bounding = _BOUNDING.fullmatch(trimmed[last.start : last.end]) is not None
    if joined and near and not (bounding and gap in ("de", "a", "than", "of")):
        return Change("change", _direction(words))
    if not bounding and _OBJECT.fullmatch(gap):
        return Change("change", _direction(words))
    return Change("level")


def _compared(words: str) -> str | None:
    """ "More than in April" is up, "menos que en abril" down."""
    more, less = re.search(r"more|mas|mais|больше|выше", words), re.search(r"less|fewer|menos|меньше|ниже", words)
    return "up" if more else "down" if less else None


def _direction(found: list[Cue]) -> str | None:
    return found[-1].name if found else None


@cache
def _comparative() -> re.Pattern[str]:
    """Behind the unit: "higher than in the month before", "below the 3.22", "más que en enero", "drop", "decline"."""
    return re.compile(
        r" ?(?:-|per day |bpd |barrels )?(?:"
        r"(?:more|less|fewer|higher|lower|above|below|up|down) ?(?:than\b|in\b|from\b|on\b|the\b|that\b|compared|year|what|month|[.,;:)]|$)|(?:short|shy|ahead) of\b"
        r"|(?:above|below) (?:last|its|their|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)\b"
        r"|(?:larger|smaller|greater|bigger|weaker) than\b|(?:mayor|menor|superior|inferior|maior)(?:es)? (?:que|do que|al?|aos?)\b|(?:больше|меньше|выше|ниже)(?![^\W_])"
        r"|(?:mas|menos|mais)(?:,? (?:que|do que|del|de lo|em relacao|чем|con respecto|en comparacion"
        r"|frente|respecto|a lo)|[.,]|$)|(?:por debajo|por encima|abaixo|acima) d"
        r"|(?:(?:year-on-year|monthly|daily|annual|production|output|month-on-month|crude|net) )?"
        r"(?:drop|decline|fall|increase|rise|cut|reduction|loss|gain|decrease|hike|boost|jump|slump|plunge)\b)"
    )


@cache
def _ends(language: str | None, kind: str) -> re.Pattern[str]:
    """A joint at the very end of the words before the figure."""
    known = ruled(language)
    return re.compile(
        rf"{EDGE}(?:{words_of(kind, known)})(?: (?:los|las|el|the|its|a|un|una|os|as|us))?(?: (?:revised|corrected|revisad[oa]s?))?\s*$"
    )


def nearest(found: list[Cue], start: int, end: int) -> tuple[Cue, int] | None:
    """The cue nearest to [start, end), one before it preferred, with its distance."""
    best: tuple[Cue, int] | None = None
    for cue in found:
        distance = start - cue.end if cue.end <= start else cue.start - end + BEHIND
        if (cue.end <= start or cue.start >= end) and 0 <= distance <= FAR and (best is None or distance < best[1]):
            best = (cue, distance)
    return best


_PART_OF_IT = re.compile(
    r" ?(?:of (?:what|everything|all)\b|de (?:todo|tudo) (?:lo|o) que\b|of (?:that|this|it)(?=[.,;)]|$| and | in )|de (?:lo que|ello|ella|eso|esto)\b|d(?:o que|isso|isto|ele|ela)\b|(?:от )?того, что|от (?:этого|него|нее)\b|share of|capacity|utili[sz]ation|de su capacidad|(?:of|de|do|da|del|от) (?:(?:the|el|la|o|a|its|that|ese|este|esa|esta|essa|this|these|those|общего|этого|всего) )?"
    r"(?:total\b|overall|whole\b|conjunto|объема|volumen\b|ella\b|ellas\b|них\b|нее\b|ela\b|its \d|sus \d|su capac)"
    r"|(?:(?:of it|of them|of which) )?(?:went|goes|going|go|headed|heads|flowed|ended up|was shipped|were shipped|was sent|were sent|is sent|tuvo como destino|tuvieron como destino|se destino|fue a|fueron a|va a|van a"
    r"|foi para|foram para|vai para|teve como destino|ушл[оаи]|уходит|пришл[оаи]сь|приходится|направ[а-я]+|достал[оаи]сь)(?![^\W_]))"
)
"""Behind a part: "58% went to the United States", "53% of the total", "41% of its 310,000 bpd"."""
_USED = re.compile(
    r"(?:\b(?:ran|run|runs|running|operat(?:es|ed|ing)|work(?:s|ed|ing)|utili[sz]ation|usan?|usaban?|utiliza[a-z]*|opera[a-z]*|funciona[a-z]*)"
    r"|загружен[аоы]?|загрузк[а-я]+)(?: [^\W\d_]{1,12}){0,3} ?$"
)
"""Before the part of a plant that is in use: "was running at barely 30%"."""
_COUNTED = re.compile(r" (?:fields?|wells?|platforms?|rigs|workers|companies|fleet|price|campos|pozos|deal|market)")


def is_share(before: str, after: str, words: FigureWords) -> bool:
    """Whether a percentage is a part of output, exports, revenue, reserves or capacity in use."""
    behind = re.compile(rf" ?(?:[^\W\d_]+ ){{0,2}}?(?:{words_of('share', 'of')})").match(after)
    whole = words.phrase("share", "whole")
    named = whole.search(after[:60])
    if (
        behind
        and named
        and not re.search(r"[\d;:]", after[: named.start()])
        and not _COUNTED.match(after[named.end() :])
    ):
        return True
    if _PART_OF_IT.match(after) or _USED.search(before):
        return True
    return bool(
        re.search(
            r"(?:account(?:s|ed|ing)? for|represent\w*|make[s]? up|made up|equal(?:s|led)?|share of|contribut\w+|operat\w+ at"
            r"|running at|working at|funciona\w* al?|marcha al|rinde al|opera\w* al?|trabaja\w* al?|desde un|entitled to|constitu\w+"
            r"|equivale\w*|aport\w+|depend\w+|took|takes|absorb\w*|recibi\w+|levou|compro[u]?\b|provid\w+|составля\w+|приходи\w+|обеспечива\w+|приносит|дает|control\w*|\bдол[яюи]\b)"
            r"[^.;]{0,70}$",
            before,
        )
        and whole.search(before[-150:] + " " + after[:75])
    )
