"""Stated oil output and the reference series, as the page sets them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from pactline.record.commodity import STATE_COMPANIES, Commodity
from pactline.record.dates import earliest, is_partial_date, latest
from pactline.report.citing import cite, claim_key, source_key
from pactline.report.markup import escape, label
from pactline.report.tables import each
from pactline.report.wording import amount, date_words, oil_amount

MONTHLY, ANNUAL = "oil_production_monthly", "oil_production_annual"
OWN = "own series"
"""In the place of a file's name: rows of the user's own (--reference)."""

NOTHING = "The articles state no oil figure."

NO_SPEAKER = "not attributed"

FROM_YEAR = 1995

CHANGE = "change against levels"

"""Series of a check of the text against itself (findings/change_checks.py), no reference series."""


def production(study: Any) -> pd.DataFrame:
    """Stated levels of output of the topic's own country, as flows in the chapter's unit (columns bpd, bpd_high)."""
    oil, commodity = study.oil, study.topic.commodity
    country = study.topic.settings["pair"][0]
    chosen = oil[(oil["measure"] == "production") & (oil["basis"] == "level") & (oil["country"] == country)]
    chosen = chosen[_national(chosen["subject"], study.topic)]
    factors = _flow_units(chosen, commodity).map(commodity.flows).astype("Float64")
    chosen = chosen.assign(bpd=chosen["value"] * factors, bpd_high=chosen["value_high"] * factors)
    most = commodity.limit("largest_flow") * commodity.flows.get(commodity.symbols.get("flow", ""), 1.0)
    return chosen[chosen["bpd"].notna() & (chosen["bpd"] < most)].reset_index(drop=True)


def _flow_units(rows: pd.DataFrame, commodity: Commodity) -> pd.Series:
    """Units as flows: what is made in a year is so much a year, "520 million tonnes in 2010" is t/y."""
    symbols = commodity.symbols
    yearly = {symbols[k]: symbols[f"{k}_year"] for k in ("volume", "mass") if f"{k}_year" in symbols and k in symbols}
    of_a_year = rows["as_of"].str.fullmatch(r"\d{4}").fillna(False).astype(bool)
    return rows["unit"].mask(of_a_year, rows["unit"].replace(yearly))


def _national(subjects: pd.Series, topic: Any) -> pd.Series:
    """Whose figures are the country's own: its name, its only company, or nobody's; no field's and no partner's."""
    own = {name for name, country in STATE_COMPANIES.items() if country == topic.settings["pair"][0]}
    names = subjects.str.casefold()
    return names.isna() | names.isin([topic.settings["oil_subject"].casefold(), *own])


def reference_lines(study: Any) -> list[tuple[str, list[tuple[date, float]], list[str], bool]]:
    """(name, points in b/d, source keys, whether it is a line) of the reference series of the topic's country."""
    country = study.topic.settings["pair"][0]
    found = []
    annual = [r for r in study.topic.reference(ANNUAL) if r["country_iso3"] == country and r["is_primary"] == "yes"]
    monthly = [r for r in study.topic.reference(MONTHLY) if r["country_iso3"] == country]
    if annual:
        points = [
            (date(int(r["year"]), 7, 1), float(r["kb_per_day"]) * 1e3) for r in annual if int(r["year"]) >= FROM_YEAR
        ]
        found.append(("Energy Institute, all liquids", sorted(points), _keys(ANNUAL, annual), True))
    for basis, name, line in (
        ("member_reported", "JODI, reported by the country", True),
        ("opec_secondary", "OPEC secondary sources", False),
    ):
        rows = [r for r in monthly if r["basis"] == basis]
        if rows:
            points = [(date(int(r["month"][:4]), int(r["month"][5:7]), 15), float(r["kb_per_day"]) * 1e3) for r in rows]
            found.append((name, sorted(points), _keys(MONTHLY, rows), line))
    return [*found, *_own_lines(study, country)]


def _own_lines(study: Any, country: str) -> list[tuple[str, list[tuple[date, float]], list[str], bool]]:
    """The user's own series (--reference), a line each by its name."""
    named: dict[str, list[tuple[date, float]]] = {}
    for row in getattr(study, "own_reference", ()):
        if row["country_iso3"] == country:
            period = row.get("month") or row.get("year") or ""
            middle = date(int(period[:4]), int(period[5:7]), 15) if len(period) > 4 else date(int(period[:4]), 7, 1)
            named.setdefault(own_name(row), []).append((middle, float(row["kb_per_day"]) * 1e3))
    return [(f"own: {name}", sorted(points), [source_key(OWN, name)], True) for name, points in sorted(named.items())]


def own_name(row: Any) -> str:
    """What a series of the user's own is called."""
    return row.get("source") or "series"


def _keys(file: str, rows: Sequence[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(source_key(file, r["source"]) for r in rows))


def place_of(row: Any, published: str | None) -> tuple[date, date] | None:
    """The span a figure is drawn over: its period, or the month of publication where it names none; None for `past`."""
    told = row.as_of if pd.notna(row.as_of) else published
    if told is None or not is_partial_date(told):
        return None
    return earliest(told), latest(told)


def speaker(row: Any) -> str:
    """Who says so, as the article tells it."""
    return label(row.attributed_to, 40) if pd.notna(row.attributed_to) else NO_SPEAKER


def oil_title(study: Any) -> str:
    """The latest statement and how many reference series agree with it, in one line."""
    stated, beside = _latest(study)
    if not beside:
        return stated
    keys, claim = _keys_beside(study, beside), beside[0]["claim_id"]
    agreeing = sum(row["verdict"] == "agrees" for row in beside)
    if len(beside) == 1:
        return f"{stated}; the reference {'agrees' if agreeing else 'differs'}"
    whole = cite(f"{len(beside):,}", keys, f"series:{claim}")
    if agreeing in (0, len(beside)):
        return (
            f"{stated}; {'all' if agreeing else 'none of'} {whole} reference series {'agree' if agreeing else 'agrees'}"
        )
    some = cite(f"{agreeing:,}", keys, f"agreeing:{claim}")
    return f"{stated}; {some} of {whole} reference series {'agrees' if agreeing == 1 else 'agree'}"


def oil_finding(study: Any) -> str:
    """The latest statement beside the reference, with all that a reader needs to weigh it."""
    stated, beside = _latest(study, explain=True)
    if not beside:
        return stated
    return (
        f"{stated}; {_beside_one(study, beside[0])}" if len(beside) == 1 else f"{stated}. {_beside_many(study, beside)}"
    )


OF_A_PART = 60.0
"""Per cent off a series beyond which a figure does not lead the chapter: it may be a venture's, a region's or a slip."""


def _latest(study: Any, *, explain: bool = False) -> tuple[str, list[dict[str, Any]]]:
    """The latest statement of output in words, and the checks of it by what the reference has; one with a reference goes first.

    A figure more than OF_A_PART off every reference leads only where none is nearer.

    explain  say once what its unit stands for
    """
    stated, checks = production(study), study.oil_checks
    checks = checks[
        checks["reference_bpd"].notna() & (checks["series"] != CHANGE) & checks["claim_id"].isin(stated["claim_id"])
    ]
    subject = escape(study.topic.settings["oil_subject"])
    if checks.empty:
        last = max(each(stated), key=lambda r: (_when(r.as_of), r.claim_id))
        return (
            f"{subject}’s output is put at {cite(oil_amount(last), [claim_key(last.claim_id)])}{_meant(last, explain)}",
            [],
        )
    by_claim = stated.set_index("claim_id")
    whole = checks[checks["difference_percent"].abs() <= OF_A_PART]
    check = max(
        (whole if len(whole) else checks).to_dict("records"),
        key=lambda c: (
            _when(by_claim.loc[c["claim_id"]].as_of),
            c["verdict"] == "agrees",
            not c["series"].startswith("own: "),
            c["series"],
        ),
    )
    claim, key = by_claim.loc[check["claim_id"]], claim_key(check["claim_id"])
    beside = checks[checks["claim_id"] == check["claim_id"]].sort_values(["reference_bpd", "series"])
    rows = [{str(name): value for name, value in row.items()} for row in beside.to_dict("records")]
    period = cite(date_words(check["reference_period"]), [key])
    return f"{subject}’s output is put at {cite(oil_amount(claim), [key])}{_meant(claim, explain)} for {period}", rows


def _meant(row: Any, explain: bool) -> str:
    """What a unit stands for, in brackets, where it is a sign that not every reader knows."""
    return " (barrels a day)" if explain and row.unit == "b/d" else ""


def _beside_one(study: Any, check: dict[str, Any]) -> str:
    """`the reference (JODI) has 960,000 b/d, a difference of +4.2%, which agrees within its tolerance`."""
    claim = claim_key(check["claim_id"])
    series = series_keys(study, check["series"]) or [claim]
    verb = "agrees within its tolerance" if check["verdict"] == "agrees" else "is more than its tolerance"
    return (
        f"the reference ({cite(label(check['series'], 60), series)}) has {_reference(check, series)}, a difference of "
        f"{_difference(check, [claim, *series])}, which {verb}"
    )


def _beside_many(study: Any, rows: Sequence[dict[str, Any]]) -> str:
    """`Of 4 reference series, which range from ... to ..., 3 agree with it within tolerance (differences of ... to ...)`."""
    claim, keys = rows[0]["claim_id"], _keys_beside(study, rows)
    low, high = (_reference(row, keys) for row in (rows[0], rows[-1]))
    known = sorted((row for row in rows if pd.notna(row["difference_percent"])), key=lambda r: r["difference_percent"])
    gap = f" (differences of {_difference(known[0], keys)} to {_difference(known[-1], keys)})" if known else ""
    agreeing = sum(row["verdict"] == "agrees" for row in rows)
    some = cite(f"{agreeing:,}", keys, f"agreeing:{claim}") if agreeing else "none"
    return (
        f"Of {cite(f'{len(rows):,}', keys, f'series:{claim}')} reference series, which range from {low} to {high}, "
        f"{some} {'agree' if agreeing > 1 else 'agrees'} with it within tolerance{gap}"
    )


def _keys_beside(study: Any, rows: Sequence[dict[str, Any]]) -> list[str]:
    """Evidence of a statement beside several series: its own and theirs."""
    return [
        claim_key(rows[0]["claim_id"]),
        *dict.fromkeys(k for row in rows for k in series_keys(study, row["series"])),
    ]


def _reference(check: dict[str, Any], keys: Sequence[str]) -> str:
    return cite(amount(round(check["reference_bpd"], -3), "b/d"), keys, f"reference:{check['claim_id']}")


def _difference(check: dict[str, Any], keys: Sequence[str]) -> str:
    return cite(f"{check['difference_percent']:+.1f}%", keys, "difference")


def _when(as_of: Any) -> str:
    """A period for sorting; what is only called past comes first."""
    return "" if pd.isna(as_of) or not is_partial_date(as_of) else str(as_of)


def series_keys(study: Any, series: str) -> list[str]:
    """Sources of a reference series named in a check: those whose words share most with its name."""
    if series.startswith("own: "):
        names = {own_name(row) for row in getattr(study, "own_reference", ())}
        name = max((n for n in names if series.removeprefix("own: ").startswith(n)), key=len, default=None)
        return [] if name is None else [source_key(OWN, name)]
    sources = [(file, r["source"]) for file in (MONTHLY, ANNUAL) for r in study.topic.reference(file)]
    words = set(series.lower().replace(",", " ").replace(":", " ").split())
    ranked = sorted(
        set(sources), key=lambda s: (-len(words & set(s[1].lower().replace(",", " ").replace(":", " ").split())), s)
    )
    return [source_key(*s) for s in ranked[:1]]
