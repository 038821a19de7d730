"""Oil production of the news beside the official series. The definitions differ, and every row says how."""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from pactline.findings.change_checks import change_checks
from pactline.record import schema
from pactline.record.commodity import STATE_COMPANIES
from pactline.record.countries import country_names
from pactline.record.dates import is_partial_date
from pactline.record.quantity import BARRELS_PER_DAY, barrels_per_day
from pactline.record.topic import read_rows

Reference = Mapping[str, str]

TOLERANCE = {"month": 3.0, "year": 5.0, "liquids": 10.0}
"""Per cent a statement may lie off and still agree. month: first prints are revised by up to 2.2 % (2025-01: 892, later 912);
year: editions and rounding to 10 kb/d; liquids: the series counts liquids beside crude, 0-10 % above JODI in most years
(reference/README.md, files 1 and 2)."""
ABOUT = 5.0
"""Per cent more for "about": the figure was rounded by the speaker, "about a million" to the next tenth of a million."""

_MONTHLY = {
    "member_reported": ("JODI, crude, as the country reports it", "crude only"),
    "opec_direct": ("OPEC direct communication, crude", "what the country told OPEC"),
    "opec_secondary": (
        "OPEC secondary sources, crude",
        "mean of the outside sources OPEC uses; below the direct figure",
    ),
}
_ANNUAL = {
    "ei2026": ("Energy Institute 2026, total liquids", "counts condensate and gas liquids beside crude"),
    "bp2021": ("BP 2021", "an earlier edition of the Energy Institute's review"),
    "jodi_mean": ("JODI, crude, mean of twelve months", "computed from the monthly series"),
    "eia_secondhand": ("EIA, crude, second-hand copy", "rounded to 10 kb/d, 160-450 kb/d below JODI in 2005-14"),
    "opec_direct": ("OPEC direct communication, crude", "annual mean, quoted by the press"),
    "opec_secondary": ("OPEC secondary sources, crude", "annual mean, quoted by the press"),
}


class SeriesError(ValueError):
    """A user's series that lacks a column or holds a value that is no number; the message names file and line."""


@dataclass(frozen=True)
class Point:
    """One value of a reference series: b/d in a period (month or year), with its tolerance in per cent."""

    country: str
    period: str
    series: str
    bpd: float
    tolerance: float
    note: str


def oil_checks(
    oil: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    monthly: Sequence[Reference],
    annual: Sequence[Reference],
    extra: Sequence[Reference] | None = None,
) -> pd.DataFrame:
    """Each production statement beside every series that has its period.

    oil       table OIL; levels of production in b/d or t/y with a country are checked
    articles  table ARTICLES; a statement of a wire copy is checked once, with the article that stands for it
    monthly   rows of oil_production_monthly.csv; annual: rows of oil_production_annual.csv
    extra     a user's rows: country_iso3, month or year, kb_per_day, and if wanted source (the series' name)
    returns   table OIL_CHECKS: a row per statement and series, one `no reference` row where none has the period; and one
              for each change told with both its levels, `change against levels`
    """
    points: dict[tuple[str, str], list[Point]] = {}
    for point in (*_monthly(monthly), *_annual(annual), *_extra(extra or ())):
        points.setdefault((point.country, point.period), []).append(point)
    copies = set(articles.loc[articles["duplicate_of"].notna(), "article_id"])
    told = [{str(name): value for name, value in row.items()} for row in oil.to_dict("records")]
    claims = [claim for claim in told if claim["article_id"] not in copies]
    rows = [
        row
        for claim in claims
        if claim["measure"] == "production" and claim["basis"] == "level"
        for row in _checks(claim, points)
    ]
    return schema.frame([*rows, *change_checks(claims)], schema.OIL_CHECKS)


def _monthly(rows: Sequence[Reference]) -> Iterator[Point]:
    named = ((row, *_MONTHLY.get(row["basis"], (row["basis"], ""))) for row in rows)
    seen: Counter[tuple[str, str, str]] = Counter()
    for row, series, note in named:
        key = (row["country_iso3"], row["month"], series)
        seen[key] += 1
        name = series if seen[key] == 1 else f"{series}, print {seen[key]}"
        yield Point(key[0], key[1], name, _bpd(row), TOLERANCE["month"], note)


def _annual(rows: Sequence[Reference]) -> Iterator[Point]:
    for row in rows:
        series, note = _ANNUAL.get(row["source_id"], (row["source_id"], ""))
        liquids = row["measure"] != "crude"
        name = f"{series}, {row['measure'].replace('_', ' ')}" if row["source_id"] == "bp2021" else series
        yield Point(
            row["country_iso3"], row["year"], name, _bpd(row), TOLERANCE["liquids" if liquids else "year"], note
        )


def own_series(path: Path) -> tuple[Reference, ...]:
    """Rows of a user's series, checked: country_iso3, month or year, kb_per_day (thousand b/d), if wanted source.

    path     UTF-8 CSV file with a heading
    raises   SeriesError naming file and line of the first row that cannot be laid over; OSError
    """
    try:
        rows = read_rows(path)
    except (UnicodeDecodeError, csv.Error) as error:
        raise SeriesError(f"{path}: no UTF-8 CSV file ({error})") from None
    if not rows:
        raise SeriesError(f"{path}:1: no rows below the heading country_iso3,month,kb_per_day,source")
    for line, row in enumerate(rows, 2):
        _own_point(row, f"{path}:{line}")
    return rows


def _extra(rows: Sequence[Reference]) -> Iterator[Point]:
    for line, row in enumerate(rows, 2):
        yield _own_point(row, f"line {line}")


def _own_point(row: Reference, place: str) -> Point:
    period = row.get("month") or row.get("year") or ""
    if not row.get("country_iso3") or not is_partial_date(period):
        raise SeriesError(f"{place}: country_iso3 and month or year are needed, such as VEN and 2019-07")
    try:
        value = _bpd(row)
    except (KeyError, TypeError, ValueError):
        raise SeriesError(f"{place}: kb_per_day is no number: {row.get('kb_per_day')!r}") from None
    tolerance = TOLERANCE["month" if len(period) > 4 else "year"]
    name = f"own: {row.get('source') or 'series'}"
    return Point(row["country_iso3"], period, name, value, tolerance, "the user's own series")


def _bpd(row: Reference) -> float:
    value = float(row["kb_per_day"]) * 1000
    if not math.isfinite(value):
        raise ValueError(row["kb_per_day"])
    return value


def _checks(claim: Mapping[str, Any], points: Mapping[tuple[str, str], list[Point]]) -> Iterator[dict[str, Any]]:
    found, why = _references(claim, points)
    if not found:
        yield _row(claim, "none", None, None, None, "no reference", why)
    told = Counter(point.series for point in found)
    for at, point in enumerate(found):
        name = point.series if told[point.series] == 1 else f"{point.series} ({at + 1})"
        low = barrels_per_day(float(claim["value"]), _flow_unit(claim))
        difference = round(100 * (low - point.bpd) / point.bpd, 1) if point.bpd else None
        note = (
            point.note
            if len(point.period) > 4 or not _is_month(claim)
            else f"{point.note}; a year's mean beside a month".lstrip("; ")
        )
        if _state_of(claim):
            note = f"{note}; the company's figure stands for its state".lstrip("; ")
        yield _row(claim, name, point, difference, point.period, verdict(claim, point), note)


def _references(claim: Mapping[str, Any], points: Mapping[tuple[str, str], list[Point]]) -> tuple[list[Point], str]:
    """Series for the claim's month, else for its year; with the reason where there are none."""
    country, period = _text(claim["country"]), _text(claim["as_of"])
    if _flow_unit(claim) not in BARRELS_PER_DAY:
        return [], "not a daily flow"
    if country is None or period in (None, "past"):
        return [], "the text gives no country or no period"
    if not _is_national(claim):
        return [], "a company's or a field's figure; the series are national"
    exact = points.get((country, str(period)[:7]), [])
    return exact or points.get((country, str(period)[:4]), []), "no series has this period"


def _is_national(claim: Mapping[str, Any]) -> bool:
    """A country's own figure: its subject is the state, told by its name or its code, or its only company."""
    if _state_of(claim):
        return True
    subject, country = (_text(claim["subject"]) or "").casefold(), _text(claim["country"]) or ""
    return subject in {country.casefold(), country_names().get(country, country).casefold(), "soviet union"}


def _state_of(claim: Mapping[str, Any]) -> bool:
    company = (_text(claim["subject"]) or "").casefold()
    return company in STATE_COMPANIES and STATE_COMPANIES[company] == _text(claim["country"])


def _flow_unit(claim: Mapping[str, Any]) -> str:
    """Tonnes made in a year are a flow: "520 million tonnes in 2010" is t/y."""
    yearly = claim["unit"] == "t" and len(_text(claim["as_of"]) or "") == 4 and claim["as_of"] != "past"
    return "t/y" if yearly else str(claim["unit"])


def _is_month(claim: Mapping[str, Any]) -> bool:
    return len(_text(claim["as_of"]) or "") > 4


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def verdict(claim: Mapping[str, Any], point: Point) -> str:
    """`agrees` where the reference lies where the words put it, within the series' tolerance; else `differs`.

    "more than 3 million" agrees with any reference from 3 million less the tolerance upwards.
    """
    low = barrels_per_day(float(claim["value"]), _flow_unit(claim))
    high_value = claim.get("value_high")
    high = low if high_value is None or pd.isna(high_value) else barrels_per_day(float(high_value), _flow_unit(claim))
    allowed = (point.tolerance + (ABOUT if claim["bound"] == "about" else 0)) / 100
    above = point.bpd >= low * (1 - allowed) or claim["bound"] == "at_most"
    below = point.bpd <= high * (1 + allowed) or claim["bound"] == "at_least"
    return "agrees" if above and below else "differs"


def _row(
    claim: Mapping[str, Any],
    series: str,
    point: Point | None,
    difference: float | None,
    period: str | None,
    said: str,
    note: str,
) -> dict[str, Any]:
    return {
        "claim_id": claim["claim_id"], "series": series, "reference_bpd": None if point is None else point.bpd,
        "reference_period": period, "difference_percent": difference, "verdict": said, "note": note or None,
    }  # fmt: skip
