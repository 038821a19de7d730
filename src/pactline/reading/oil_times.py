"""Which period a figure is for, from its clause, its sentence or the sentences before."""

from __future__ import annotations

import re
from dataclasses import replace

from pactline.reading.periods import Period
from pactline.reading.plain import plain
from pactline.record.dates import coarsen

_SINCE = re.compile(
    r"(?:since|desde(?: hace)?|после|со?(?= (?:19|20)\d\d| нача| серед| конц)|after|tras|depois de|apos|in the (?:five|ten) years)"
    r"\s*(?:(?:the|el|la|los|o|a|os|as|early|late|mid|at least|the (?:beginning|start|end|summer|spring|autumn|fall|winter)|principios|comienzos|inicios|mediados|finales|meados"
    r"|inicio|fins?|final|fines|decada|anos|начала|середины|конца|of|de|del|do|da|dos)[ -]?){0,5}$"
    r"|(?<![^\W_])since [^.;,\d]{0,40}$|(?:imposed|introduced|tightened|revoked|granted|impuest[oa]s?|введен[а-я]*|impost[oa]s)(?![^\W_])[^.;,\d]{0,44}$"
)
_SPEECH = re.compile(
    r"(?:said|says|told|published|released|reported|announced|unveiled|issued|presented|dijo|publico|publicad[oa]|informo|divulg[a-z]+|difundi[a-z]+|anuncio|presento"
    r"|disse|informou|publicou|declarou|anunciou|сообщил[аи]?|опубликова[а-я]+|заявил[аи]?|обнародова[а-я]+)(?: [^\W\d_]+){0,3} ?$"
)
"""Before a day on which something was told: no time that the figure told is for."""
BEHIND_REACH = 48
_COMPARED = re.compile(
    r"(?<![^\W_])(?:compared (?:to|with)|than|from|versus|vs\.?|over|against|relative to|frente(?: al?)?|respecto(?: al?| del?)?|en comparacion con"
    r"|comparad[oa]s? con|con (?:relacion|respecto)(?: al?)?|em relacao(?: a[os]?)?|em comparacao com|(?:mas|menos|mayor|menor|igual|alt[oa]|baj[oa]|mais|maior|superior|inferior)(?: do)? que|ante|contra|sobre|por encima(?: del?)?"
    r"|por debajo(?: del?)?|above|below|чем|по сравнению с|против|к(?= (?:тому же|аналогичному|показателю|уровню))|относительно|выше|ниже|up on|down on|(?:mismo|mesmo) nivel|same level|igual que|the same as)"
    r"(?:['’]s|(?: |^)(?:the|its|el|los|la|o|a|em|en|no|na|in|of|de|do|del|same|mismo|mesmo|igual|тому|же|аналогичному|показателю|уровню|в|тот|том"
    r"|months?|quarter|trimestre|period|lapso|mes|periodo|месяцу|периоду|levels?|figures?|nivel|volume|those|that|average|registrado|one|pace|rate))"
    r"{0,6} ?$"
)
"""Before a period that is only compared with: "17% more than in the same month of 2022" is no figure of 2022."""
_POSSESSIVES = ("'s ", "' ")
_TAKEN_UP = re.compile(r"[,]? (?:when|cuando|quando|когда|в котором|mes en que|ano en que|mes em que)(?![^\W_])")
"""Behind a period compared with that the next figure is for after all: "against November, when it was 3.68"."""


def period_of(
    found: list[Period], text: str, start: int, end: int, fence: tuple[int, int], *, earlier: bool
) -> Period | None:
    """The period of the figure at [start, end) of a `plain` sentence.

    fence    end of the figure before and start of the one after: a period between two figures goes to the nearer
    earlier  the level left behind ("from 1.9 million"): only a period right behind it is its own
    """
    if adjacent := [p for p in found if text[p.end : start] in _POSSESSIVES]:  # "the previous month's 545,000"
        return adjacent[-1]
    usable = [p for p in found if not _SINCE.search(text[max(0, p.start - 60) : p.start])]
    usable = [p for p in usable if len(p.date or "") < 10 or not _SPEECH.search(text[max(0, p.start - 44) : p.start])]
    if not earlier:
        usable = [p for p in usable if _bracketed(p, text, start) or not only_compared(p, text, start)]
    behind = [p for p in usable if end <= p.start < min(fence[1], end + BEHIND_REACH) and _joined(text[end : p.start])]
    before = [
        p
        for p in usable
        if p.end <= start
        and ";" not in text[p.end : start]
        and (p.start >= fence[0] or not (p.basis.endswith("_before") or p.date == "past"))
    ]
    own = [p for p in before if p.start >= fence[0] and ";" not in text[p.end : start]]
    if behind and own and re.search(r",| (?:y|e|and|и|while|mientras) ", text[end : behind[0].start]):
        return own[-1]
    if behind and (not own or behind[0].start - end <= start - own[-1].end + 12):
        return behind[0]
    later = [p for p in usable if end <= p.start < fence[1] and _joined(text[end : p.start])]
    if own and later and len(own[-1].date or "") == 10:  # a dateline gives way to the sentence's own month
        return later[0]
    if own and not earlier:
        return _of_the_month(own[-1])
    if behind:
        return behind[0]
    if before and not earlier:
        return _of_the_month(before[-1])
    later = [p for p in usable if p.start >= end and p.start < fence[1]]
    return later[0] if later and not before and not earlier else None


_YEAR = re.compile(r"(?<![\w.,/-])((?:19[5-9]|20[0-4])\d)(?![\w%]|[.,]\d| (?:barr|bpd|b/d|mill|млн|тонн|тыс))")
_AHEAD = re.compile(
    r"(?:\b(?:by|until|till|through|to|towards|before|hasta|para|ate|antes de|a partir de|from)|(?:^|\s)(?:к|до|с))"
    r"(?: (?:the |early |late |mid-?|end of |fin(?:ales)? de |el |o |ano |fim de |концу |конца )*)?$"
)


def spoken_year(text: str) -> str | None:
    """The last year a text tells of as reached: what its months are of where its own date is not known.

    >>> spoken_year("Output fell in May. In 2019 sanctions came; the plan for 2030 stands, by 2025 it is to double.")
    '2019'
    """
    found = [m for m in _YEAR.finditer(text) if not _AHEAD.search(plain(text[max(0, m.start() - 24) : m.start()]))]
    told = [
        m[1]
        for m in found
        if not re.search(r"(?:plan|meta|target|goal|план)\b.{0,12}$", text[max(0, m.start() - 24) : m.start()])
    ]
    return max(told, default=None)


def later(date: str | None, other: str | None) -> str | None:
    """Of two periods of one sentence the one that the text goes on with: the later, where they are of one precision."""
    if date is None or other is None or len(date) != len(other) or "past" in (date, other):
        return date
    return max(date, other)


def only_compared(period: Period, text: str, start: int = 0) -> bool:
    """Whether the figure at `start` of a `plain` sentence is compared with the period and not told of it."""
    if not _COMPARED.search(text[max(0, period.start - 60) : period.start]):
        return False
    return period.start >= start or not _TAKEN_UP.match(text, period.end)


def _bracketed(period: Period, text: str, start: int) -> bool:
    """ "Less than in June (809,000)": the figure in brackets is the one compared with."""
    return text[period.end : start].strip() == "("


def _of_the_month(period: Period) -> Period:
    """A day named before the figure is the day it was told on; the figure is for the month."""
    return (
        period if period.date is None or len(period.date) < 10 else replace(period, date=coarsen(period.date, "month"))
    )


def _joined(gap: str) -> bool:
    return not re.search(r"[.;:]|\d|, (?:when|cuando|quando|когда|while|whereas|mientras|enquanto)(?![^\W_])", gap)


LONG_AGO = 2
"""Years after which a period spoken of is history told in passing, and holds for its own figure alone."""


def settled(period: Period | None, carried: str | None, published: str | None, lead: str | None = None) -> str | None:
    """The date itself; without a period the one carried from the text before, else the year the article leads with or that of its
    publication: no word tells the month.
    """
    if period is not None and (period.date or period.basis in ("month", "absolute") or published is None):
        return period.date
    if carried is not None and (
        published is None or int(published[:4]) - LONG_AGO < int(carried[:4]) <= int(published[:4])
    ):
        return carried
    if published is None:
        return None
    year = coarsen(published, "year")
    return lead if lead is not None and len(lead) == 4 and int(lead) == int(year) - 1 else year
