"""Grammar of computed sentences: numbers, lists, dates, the words for what the tables hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from pactline.report.citing import cite
from pactline.report.markup import escape

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
STATUS_WORDS = {
    "requested": "requested", "offered": "offered", "negotiating": "under negotiation", "agreed": "agreed",
    "delivering": "being delivered", "delivered": "delivered", "suspended": "suspended", "cancelled": "cancelled",
    "denied": "denied",
}  # fmt: skip
HELD_WORDS = {
    ("access", "delivered"): "visited", ("access", "delivering"): "ongoing",
    ("cooperation", "delivered"): "held", ("cooperation", "delivering"): "ongoing",
    ("training", "delivered"): "held", ("training", "delivering"): "ongoing",
    ("support", "delivered"): "provided", ("support", "delivering"): "ongoing",
    ("finance", "delivered"): "paid out", ("finance", "delivering"): "being paid out",
}  # fmt: skip
"""What is carried out but not delivered: visits, exercises, training, repairs, loans."""
KIND_WORDS = {
    "transfer": "arms transfer", "support": "maintenance and spares", "production": "licensed production",
    "training": "training", "access": "ports and bases", "cooperation": "military cooperation", "finance": "arms loan",
}  # fmt: skip
KIND_NOUNS = {
    "transfer": ("transfer of arms", "transfers of arms"), "support": ("deal on maintenance or spares", "deals on maintenance or spares"),
    "production": ("deal on licensed production", "deals on licensed production"), "training": ("deal on training", "deals on training"),
    "access": ("visit or use of bases", "visits or uses of bases"),
    "cooperation": ("exercise or other cooperation", "exercises and other cooperation"), "finance": ("arms loan", "arms loans"),
}  # fmt: skip
"""One deal of a kind, and many of them."""
BOUND_WORDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most ", "range": ""}
PROBLEM_WORDS = {
    "read": "read", "empty": "empty", "not_text": "not text", "unreadable": "could not be opened",
    "too_large": "too large", "no_body": "no article found in it",
}  # fmt: skip


NOUNS = {
    "article": "articles", "document": "articles", "outlet": "outlets", "word": "words", "copy": "copies", "copies": "copies",
    "statement": "statements", "figure": "statements", "output": "statements", "deal": "deals", "mention": "mentions",
    "actor": "actors", "time": "mentions", "source": "sources",
}  # fmt: skip
"""The noun after a number -> what is counted."""


def status_words(status: str, kind: str) -> str:
    """How far a deal has come, in the words of its kind: an exercise is held, not delivered.

    >>> status_words("delivered", "transfer"), status_words("delivered", "cooperation"), status_words("agreed", "access")
    ('delivered', 'held', 'agreed')
    """
    return HELD_WORDS.get((kind, status), STATUS_WORDS[status])


def counted_by(words: str) -> str | None:
    """What a number before these words counts: the first of them that is a noun of ours.

    >>> counted_by("arms deals and military agreements"), counted_by("of 2019")
    ('deals', None)
    """
    for word in re.findall(r"[A-Za-z]+", words)[:3]:
        found = NOUNS.get(word) or NOUNS.get(word.removesuffix("s"))
        if found:
            return found
    return None


def counted(keys: Sequence[str], one: str, many: str, *, number: int | None = None, of: str = "") -> str:
    """A number with its noun, the number linked; `no articles` where there are none.

    of   what is counted, where the noun does not say it (see counts.COUNTS)

    >>> counted([], "article", "articles"), counted(["c-1"], "deal", "deals").endswith("</a> deal")
    ('no articles', True)
    """
    n = len(set(keys)) if number is None else number
    if n == 0:
        return f"no {many}"
    return f"{cite(f'{n:,}', keys, of or counted_by(one) or '')} {one if n == 1 else many}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def with_article(noun: str) -> str:
    """A noun with its article.

    >>> with_article("transfer of arms"), with_article("arms loan")
    ('a transfer of arms', 'an arms loan')
    """
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def date_words(date: Any) -> str:
    """A partial date as a reader says it.

    >>> date_words("2019-08-15"), date_words("2019-08"), date_words("2019"), date_words(None)
    ('15 August 2019', 'August 2019', '2019', 'undated')
    """
    if date is None or pd.isna(date):
        return "undated"
    parts = str(date).split("-")
    if not parts[0].isdigit() or (len(parts) > 1 and not parts[1].isdigit()):
        return str(date)
    month = MONTHS[int(parts[1]) - 1] + " " if len(parts) > 1 else ""
    day = f"{int(parts[2])} " if len(parts) > 2 else ""
    return f"{day}{month}{parts[0]}"


def amount(value: Any, unit: str) -> str:
    """A figure with its unit, rounded only where the unit grows.

    >>> amount(1745000, "b/d"), amount(82000, "b/d"), amount(12.5, "%"), amount(2e9, "USD")
    ('1.745 million b/d', '82,000 b/d', '12.5%', '2 billion USD')
    """
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{_trim(value / size)} {word} {unit}".strip()
    return f"{_trim(value)}%" if unit == "%" else f"{_trim(value)} {unit}"


def _trim(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def oil_amount(row: Any) -> str:
    """The figure of an oil row with its hedge: `about 1 million b/d`, `1 to 2 million b/d`."""
    low = amount(row.value, row.unit)
    if pd.notna(row.value_high):
        return f"{low} to {amount(row.value_high, row.unit)}"
    sign = {"up": "up ", "down": "down "}.get(row.direction, "") if pd.notna(row.direction) else ""
    return f"{sign}{BOUND_WORDS[row.bound]}{low}{_rate(row)}"


_RATES = (
    (re.compile(r"month|mes\b|mensual|mês|mensal|mensais|месяц|ежемесяч", re.I), " a month"),
    (re.compile(r"week|seman|недел", re.I), " a week"),
    (re.compile(r"year|annual|año|anual|\bano|\bгод|ежегод", re.I), " a year"),
)


def _rate(row: Any) -> str:
    """Money that is told by the month or year keeps its rate: `about 67 million USD a month`."""
    if row.measure != "revenue" or row.unit == "%":
        return ""
    return next((words for pattern, words in _RATES if pattern.search(row.value_stated)), "")


def item_words(items: Sequence[dict[str, Any]], most: int = 4) -> str:
    """Items as a reader lists them, numbers first: `24 Su-30, Tor-M1 and 3 more`."""
    words = [_item(item) for item in items[:most]]
    if len(items) > most:
        words.append(f"{len(items) - most} more")
    return listed(words)


def _item(item: dict[str, Any]) -> str:
    quantity = item.get("quantity")
    if quantity is None or quantity != quantity:
        return str(item["name"])
    if quantity == 1 and str(item["name"])[:1].isupper():
        return str(item["name"])
    hedge = BOUND_WORDS.get(item.get("bound") or "exact", "")
    return f"{hedge}{quantity:,.0f} {item['name']}"


def names_of(codes: Sequence[str], names: dict[str, str]) -> str:
    """Country names for ISO3 codes; a code that the topic does not name stays as it is."""
    return listed([names.get(code, code) for code in codes]) or "not named"


def country_names(topic: Any) -> dict[str, str]:
    """ISO3 -> name, from the topic's states."""
    return {row["country_iso3"]: row["canonical_name"] for row in topic.actors if row["type"] == "state"}


def scored(row: Any) -> list[str]:
    """A row of the table of accuracy in words: the rates, F1 first, and right, found and annotated, which they are counted from."""
    gold, found, right = int(row.gold), int(row.found), int(row.right)

    def rate(part: int, whole: int) -> str:
        return f"{part / whole:.0%}" if whole else "–"

    interval = "–" if row.low is None or pd.isna(row.low) else f"{row.low:.0%}–{row.high:.0%}"
    rates = [rate(2 * right, gold + found), rate(right, found), rate(right, gold), interval]
    return [*rates, f"{right:,}", f"{found:,}", f"{gold:,}"]


def paragraph(*sentences: str) -> str:
    """Sentences that have something to say, as one paragraph."""
    return f"<p>{' '.join(s for s in sentences if s)}</p>"


def said(text: object) -> str:
    """Words that are data (a name, a quotation) inside ours: their direction is their own, their digits are no figures."""
    return f'<bdi data-plain="">{escape(text)}</bdi>'
