"""Which words of a statement carry its parties, items, numbers, status and period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from pactline.report.markup import escape
from pactline.report.tables import each

Mark = tuple[int, int, str]
_SMALL = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_YEAR_OR_MONTH = re.compile(
    r"\b(?:(?:19|20)\d{2}|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|last (?:week|month|year)|this (?:week|month|year)|now|once|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ayer|hoy|"
    r"janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|ontem|hoje|"
    r"январ\w{1,3}|феврал\w{1,3}|март\w{0,3}|апрел\w{1,3}|ма[йяе]|июн\w{1,3}|июл\w{1,3}|август\w{0,3}|сентябр\w{1,3}|"
    r"октябр\w{1,3}|ноябр\w{1,3}|декабр\w{1,3}|вчера|сегодня)\b",
    re.IGNORECASE,
)
_STATUS = {
    "requested": r"request|seek|sought|want|ask|plan|buy|need|solicit|pid|quier|compr|busca|запрос|прос|хоч|куп",
    "offered": r"offer|ready|prepared|propos|promis|willing|ofre|ofere|dispuest|dispost|pronto|готов|предл|обещ",
    "negotiating": r"negoti|talk|discuss|expect|sign|negoci|dialog|discut|перегов|обсужд|подпи",
    "agreed": r"sign|agree|order|contract|bought|buy|purchas|deal|decree|pact|firm|acord|acuerd|compr|contrat|assin|encomend|"
              r"подпис|контракт|соглаш|договор|закуп|куп",
    "delivering": r"deliver|supply|suppl|ship|send|arriv|receiv|entreg|envi|lleg|receb|recib|поста|отправ|прибы",
    "delivered": r"deliver|suppl|sent|sold|sell|arriv|receiv|pull|visit|dock|land|entreg|envi|lleg|cheg|vend|recib|receb|"
                 r"поста|прода|получ|прибы|заш[её]л|зашли",
    "suspended": r"suspend|halt|embargo|ban|block|freez|paus|prohib|prohíb|proíb|veto|bloque|приостан|запре|эмбарго|заморо",
    "cancelled": r"cancel|drop|revok|scrap|withdr|abandon|anul|retir|отмен|отказ|аннул",
    "denied": r"den[iy]|refus|reject|not |no |desment|neg|recha|rejeit|опровер|отрица|отказ|не ",
}  # fmt: skip


def highlighted(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """A passage with its marks as <mark>; where marks overlap the first one in order of place, then the longer one, stays."""
    out, at = [], start
    for left, right, role in sorted(marks, key=lambda m: (m[0], -m[1])):
        if left < at or right > end or right <= left:
            continue
        out.append(escape(text[at:left]))
        out.append(f'<mark class="m-{role}">{escape(text[left:right])}</mark>')
        at = right
    return "".join(out) + escape(text[at:end])


def deal_marks(row: Any, text: str, mentions: pd.DataFrame) -> list[Mark]:
    """Parties, items with their numbers, words of status, periods inside a deal statement."""
    quote = text[row.start : row.end]
    marks = _parties(row.start, row.end, {*row.supplier, *row.recipient}, mentions)
    for item in row.items:
        marks += _found(_name_pattern(str(item["name"])), quote, row.start, "item", most=1)
        marks += _quantity(item.get("quantity"), quote, row.start)
    if pd.notna(row.value):
        marks += _found(r"[$€£]\s?\d[\d.,]{0,12}(?:\s?(?:[mb]illion|mil|millones|bn))?", quote, row.start, "number")
    marks += _found(rf"(?<!\w)(?:{_STATUS[row.status]})\w{{0,8}}", quote, row.start, "status", most=2)
    return marks + _periods(quote, row.start)


def oil_marks(row: Any, text: str, mentions: pd.DataFrame) -> list[Mark]:
    """The figure as written, whose it is, the period."""
    quote = text[row.start : row.end]
    marks = _found(re.escape(row.value_stated), quote, row.start, "number", most=1)
    country = {row.country} if pd.notna(row.country) else set()
    return marks + _parties(row.start, row.end, country, mentions) + _periods(quote, row.start)


def _parties(start: int, end: int, countries: set[str], mentions: pd.DataFrame) -> list[Mark]:
    inside = mentions[
        (mentions["start"] >= start) & (mentions["end"] <= end) & mentions["country"].isin(list(countries))
    ]
    return [(int(m.start), int(m.end), "party") for m in each(inside)]


def _name_pattern(name: str) -> str:
    """The name itself, or its longest word with an ending."""
    longest = max(re.findall(r"\w{4,}", name) or [name], key=len)
    return rf"(?<!\w)(?:{re.escape(name)}|{re.escape(longest[: max(4, len(longest) - 1)])})\w{{0,4}}"


def _quantity(quantity: Any, quote: str, offset: int) -> Sequence[Mark]:
    if quantity is None or quantity != quantity:
        return []
    n = int(quantity)
    forms = [f"{n:,}", f"{n}", f"{n:,}".replace(",", "."), f"{n:,}".replace(",", " ")]
    forms += [_SMALL[n]] if 0 < n < len(_SMALL) else []
    return _found(rf"(?<!\w)(?:{'|'.join(re.escape(f) for f in forms)})(?!\w)", quote, offset, "number", most=1)


def _periods(quote: str, offset: int) -> list[Mark]:
    return [(offset + m.start(), offset + m.end(), "period") for m in _YEAR_OR_MONTH.finditer(quote)][:3]


def _found(pattern: str, quote: str, offset: int, role: str, most: int = 3) -> list[Mark]:
    found = [(offset + m.start(), offset + m.end(), role) for m in re.finditer(pattern, quote, re.IGNORECASE)]
    return found[:most]
