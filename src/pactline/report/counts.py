"""What a figure counts, counted again from its evidence: the other half of every number on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

import pandas as pd

from pactline.record.quantity import BARRELS_PER_DAY, barrels_per_day
from pactline.report.citing import article_key, claim_key, mention_key
from pactline.report.figures_corpus import outlet_of, titled
from pactline.report.markup import visible
from pactline.report.periods import period_of
from pactline.report.tables import each
from pactline.report.told_oil import CHANGE

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
NO_NUMBER = re.compile(r"-Q[1-4]\b|⟦U\+[0-9A-F]{4,6}⟧|[\d,.]+…")
"""Digits that count nothing: a quarter of a year, an invisible character written out, a number cut off by an ellipsis."""


def numbers_in(text: str) -> list[float]:
    """Every number written in digits.

    >>> numbers_in("24 Su-30, 1,500 km on 2019-08-15")
    [24.0, 30.0, 1500.0, 2019.0, 8.0, 15.0]
    """
    return [float(n.replace(",", "")) for n in NUMBER.findall(NO_NUMBER.sub(" ", text))]


class Evidence:
    """The rows behind the keys of a figure, and what can be counted over them."""

    def __init__(self, study: Any) -> None:
        self.study = study

    @cached_property
    def articles(self) -> dict[str, Any]:
        return {article_key(a.article_id): a for a in each(titled(self.study.offered, self.study.texts))}

    @cached_property
    def claims(self) -> dict[str, Any]:
        return {claim_key(r.claim_id): r for table in (self.study.deals, self.study.oil) for r in each(table)}

    @cached_property
    def mentions(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for row in each(self.study.mentions):
            found.setdefault(mention_key(row.article_id, row.actor_id), []).append(row)
        return found

    @cached_property
    def _copy_of(self) -> dict[str, str]:
        copies = self.study.offered.dropna(subset=["duplicate_of"])
        return dict(zip(copies["article_id"], copies["duplicate_of"], strict=True))

    @cached_property
    def words_of(self) -> Counter[str]:
        """Words of the articles of each period and of each outlet."""
        words: Counter[str] = Counter()
        for a in each(self.study.articles[self.study.articles["status"] == "read"]):
            words[f"period={period_of(None if pd.isna(a.published) else a.published, self.study.period)}"] += a.words
            words[f"outlet={visible(str(a.outlet))}"] += a.words  # as the page writes it
        return words

    def named(self, keys: Iterable[str]) -> list[Any]:
        """Mentions behind the keys."""
        return [row for key in keys for row in self.mentions.get(key, ())]

    def told(self, keys: Iterable[str]) -> list[Any]:
        """Statements behind the keys."""
        return [self.claims[key] for key in keys if key in self.claims]

    def printed(self, keys: Iterable[str]) -> list[Any]:
        """Articles behind the keys, each once."""
        rows = {}
        for key in keys:
            row = self.articles.get(key) or self.claims.get(key) or next(iter(self.mentions.get(key, ())), None)
            if row is not None:
                rows[row.article_id] = self.articles[article_key(row.article_id)]
        return list(rows.values())

    def origin(self, article_id: str) -> str:
        """The article that a copy goes back to."""
        seen = {article_id}
        while (other := self._copy_of.get(article_id)) and other not in seen:
            seen.add(other)
            article_id = other
        return article_id

    def count(self, what: str, keys: Sequence[str]) -> set[float]:
        """How many of a thing the evidence holds: one number, or all that the figure may rightly show.

        what    name in COUNTS, with what it is limited to after a colon
        raises  KeyError for a name that is not there
        """
        name, _, limit = what.partition(":")
        counted = COUNTS[name](self, keys, limit)
        return counted if isinstance(counted, set) else {float(counted)}


def _mentions(e: Evidence, keys: Sequence[str], form: str) -> int:
    return sum(not form or row.form == form for row in e.named(keys))


def _outlets(e: Evidence, keys: Sequence[str], _: str) -> int:
    return len({outlet_of(a) for a in e.printed(keys) if pd.notna(a.outlet)})


def _left_out(e: Evidence, keys: Sequence[str], kind: str) -> list[tuple[int, int]]:
    return [(start, end) for a in e.printed(keys) for start, end, k in a.clutter if k == kind]


def _outside(e: Evidence, keys: Sequence[str], actor: str) -> int:
    inside = {a.article_id for a in e.printed(keys)}
    found = e.study.outside_mentions
    return int(((found["actor_id"] == actor) & found["article_id"].isin(list(inside))).sum())


def _silent_years(e: Evidence, _: Sequence[str], __: str) -> set[float]:
    """Years between the first and the last article that have none, and all of them."""
    years = _years(e)
    whole = years[-1] - years[0] + 1 if years else 0
    return {float(whole - len(years)), float(whole)}


def _years(e: Evidence) -> list[int]:
    read = e.study.articles[e.study.articles["status"] == "read"]
    return sorted({int(p[:4]) for p in read["published"].dropna()})


def _differences(e: Evidence, keys: Sequence[str], _: str) -> set[float]:
    """Stated output against each reference, in per cent."""
    checks = e.study.oil_checks
    rows = [row for row in e.told(keys) if hasattr(row, "measure")]
    found = set()
    for row in rows:
        of_row = checks[(checks["claim_id"] == row.claim_id) & checks["difference_percent"].notna()]
        found |= {round(float(n), 1) for n in of_row["difference_percent"]}
    return {abs(n) for n in found}


def _references(e: Evidence, _: Sequence[str], claim: str) -> set[float]:
    """Values of the reference series beside a statement, to the nearest thousand barrels a day as they are printed."""
    checks = e.study.oil_checks
    beside = checks[(checks["claim_id"] == claim) & checks["reference_bpd"].notna()]
    return {abs(float(round(n, -3))) for n in beside["reference_bpd"]}  # a fall is told by a sign, which is no digit


def _checked(e: Evidence, claim: str, *, agreeing: bool = False) -> int:
    """Reference series beside a statement, or those of them that agree with it."""
    checks = e.study.oil_checks
    rows = checks[(checks["claim_id"] == claim) & checks["reference_bpd"].notna() & (checks["series"] != CHANGE)]
    return int((rows["verdict"] == "agrees").sum()) if agreeing else len(rows)


def _gap(e: Evidence, _: Sequence[str], __: str) -> set[float]:
    """Years of which the corpus has no article."""
    years = _years(e)
    return set(map(float, range(years[0], years[-1]))) - set(map(float, years)) if years else set()


def _entries(e: Evidence, _: Sequence[str], limit: str) -> int:
    """Lines of the register with a delivery: `RUS>VEN>2006`."""
    supplier, recipient, year = limit.split(">")
    return sum(
        f"{part.partition(':')[0]}" == year
        for row in e.study.topic.reference("arms_transfers")
        if (row["supplier_iso3"], row["recipient_iso3"]) == (supplier, recipient)
        for part in row["deliveries_by_year"].split()
    )


def _share(e: Evidence, keys: Sequence[str], limit: str) -> set[float]:
    """Mentions, and mentions per thousand words of a period or an outlet: `period=2019`, `outlet=The Herald`."""
    named = len(e.named(keys))
    return {round(1000 * named / e.words_of[limit], 1), float(named)}


COUNTS: dict[str, Callable[[Evidence, Sequence[str], str], float | set[float]]] = {
    "articles": lambda e, keys, _: len(e.printed(keys)),
    "outlets": _outlets,
    "words": lambda e, keys, _: sum(a.words for a in e.printed(keys)),
    "copies": lambda e, keys, _: sum(pd.notna(a.duplicate_of) for a in e.printed(keys)),
    "sources": lambda e, keys, _: len({e.origin(a.article_id) for a in e.printed(keys)}),
    "statements": lambda e, keys, _: len({r.claim_id for r in e.told(keys)}),
    "deals": lambda e, keys, _: len({r.deal_id for r in e.told(keys)}),
    "mentions": _mentions,
    "actors": lambda e, keys, _: len({row.actor_id for row in e.named(keys)}),
    "passages": lambda e, keys, kind: len(_left_out(e, keys, kind)),
    "characters": lambda e, keys, kind: sum(end - start for start, end in _left_out(e, keys, kind)),
    "outside": _outside,
    "silent": _silent_years,
    "entries": _entries,
    "share": _share,
    "gap": _gap,
    "series": lambda e, _, claim: _checked(e, claim),
    "agreeing": lambda e, _, claim: _checked(e, claim, agreeing=True),
    "reference": _references,
    "difference": _differences,
}


UNTOLD = frozenset({
    "Index", "claim_id", "article_id", "deal_id", "start", "end", "rule", "content_hash", "source", "marks", "body_spans", "clutter",
    "words", "duplicate_of", "duplicate_share", "published_conflicts",
})  # fmt: skip
"""Columns whose digits say where something stands, not what is told."""


def values_of(row: Any) -> set[float]:
    """Every number that a row of a table tells, in its fields and in its words."""
    found: set[float] = set()
    fields = row._asdict() if hasattr(row, "_asdict") else row
    for name, value in fields.items():
        if isinstance(value, bool) or value is None or name in UNTOLD:
            continue
        if isinstance(value, (int, float)):
            found.add(float(value))
        else:
            found.update(numbers_in(str(value).replace("_", " ")))
    if getattr(row, "unit", None) in BARRELS_PER_DAY:
        found.add(barrels_per_day(row.value, row.unit))
    return found
