"""An analyst's rulings replayed on what was read: matched by claim id, else by the words in the same article."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from pactline.findings.events import schema_rows
from pactline.findings.rulings import TABLES, CorrectionError, Ruling, complete_faults, value_faults
from pactline.record import schema
from pactline.record.article import claim_id

Row = dict[str, Any]
APPLIED = ("action", "table", "claim_id", "article_id", "quote", "set", "matched", "who", "note")
UNMATCHED = ("line", "action", "table", "claim_id", "article_id", "quote", "why", "who", "note")


@dataclass(frozen=True)
class Replayed:
    """Tables with the rulings in them, and what became of each ruling.

    tables     name -> frame; those without rulings are the ones given
    applied    one row per ruling that found its statement; columns APPLIED
    unmatched  one row per ruling that found none, and why; columns UNMATCHED
    """

    tables: dict[str, pd.DataFrame]
    applied: pd.DataFrame
    unmatched: pd.DataFrame


def replay(tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str], rulings: Sequence[Ruling]) -> Replayed:
    """The tables as the analyst corrected them; the tables given are not changed.

    A corrected statement keeps its id. A rejected one moves to the near misses under the rule `analyst`.
    """
    rows = {name: {row["claim_id"]: row for row in schema_rows(tables[name])} for name in TABLES} if rulings else {}
    near: list[Row] = []
    applied: list[Row] = []
    unmatched: list[Row] = []
    ruled: set[str] = set()
    for ruling, found, how in _matched(rulings, rows, texts):
        if isinstance(found, str) or found["claim_id"] in ruled:
            why = found if isinstance(found, str) else "another line rules on the statement that carries these words"
            unmatched.append({**vars(ruling), "why": why})
            continue
        ruled.add(found["claim_id"])
        _apply(ruling, found, rows[ruling.table], near)
        applied.append({**vars(ruling), "claim_id": found["claim_id"], "set": _told(ruling.values), "matched": how})
    changed = {name: schema.frame(kept.values(), TABLES[name]) for name, kept in rows.items()}
    if near:
        changed["near_misses"] = _with(tables["near_misses"], near)
    return Replayed({**tables, **changed}, _frame(applied, APPLIED), _frame(unmatched, UNMATCHED))


def ruling_on(
    tables: Mapping[str, pd.DataFrame], earlier: Sequence[Ruling], action: str, claim: str, values: Mapping[str, Any],
    *, who: str = "", note: str = "",
) -> Ruling:  # fmt: skip
    """A new ruling on a statement that was read or added.

    raises  CorrectionError for a statement that does not exist, a field or a value that cannot be
    """
    before = next((r for r in earlier if r.claim_id == claim), None)
    table, row = _claim(tables, claim, before)
    checked = _plain(values)
    _raised(value_faults(table, checked), f"{claim} is not corrected")
    if action == "correct" and not checked:
        raise CorrectionError('name a field to correct, as study.correct(claim_id, status="agreed")')
    if before is not None and before.action == "add":
        if action == "reject":
            raise CorrectionError(f"{claim} was added by hand: delete its line from the corrections instead")
        return replace(before, values={**before.values, **checked}, who=who or before.who, note=note or before.note)
    ruling = Ruling(action, table, claim, row["article_id"], row["quote"], about(table, row), checked, who, note)
    if before is None or before.action != action:
        return ruling
    return replace(ruling, values={**before.values, **checked}, who=who or before.who, note=note or before.note)


def addition(
    tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str], table: str, article_id: str, quote: str,
    values: Mapping[str, Any], *, who: str = "", note: str = "",
) -> Ruling:  # fmt: skip
    """A statement that the reading missed.

    quote   its words, exactly as in the article and long enough to stand there once
    raises  CorrectionError
    """
    if table not in TABLES:
        raise CorrectionError(f"there is no table {table!r} to add to: use {' or '.join(TABLES)}")
    if article_id not in texts:
        raise CorrectionError(f"there is no article {article_id!r}{_near(article_id, texts)} See study.articles")
    defaults = {"supplier": [], "recipient": [], "items": [], "modality": "fact"}
    full = {**(defaults if table == "deals" else {"basis": "level", "bound": "exact"}), **_plain(values)}
    faults = complete_faults(table, full) + value_faults(table, full)
    where = _place(texts[article_id], quote)
    _raised(faults + ([where] if isinstance(where, str) else []), "nothing is added")
    about_it = about(table, {"kind": None, "measure": None, "value_stated": None, **full})
    return Ruling(
        "add", table, claim_id(article_id, where, quote, "analyst"), article_id, quote, about_it, full, who, note
    )


def recorded(earlier: Sequence[Ruling], ruling: Ruling) -> list[Ruling]:
    """All rulings with the new one: in the place of an earlier one on the same statement, else last."""
    if any(r.claim_id == ruling.claim_id for r in earlier):
        return [ruling if r.claim_id == ruling.claim_id else r for r in earlier]
    return [*earlier, ruling]


def about(table: str, row: Mapping[str, Any]) -> str:
    """What tells statements in the same words apart: the kind of a deal, the measure and the words of a figure."""
    return str(row["kind"]) if table == "deals" else f"{row['measure']} {row['value_stated']}"


def _matched(
    rulings: Iterable[Ruling], rows: Mapping[str, Mapping[str, Row]], texts: Mapping[str, str]
) -> Iterable[tuple[Ruling, Row | str, str]]:
    """Each ruling with its statement or why there is none; those found by id come first, so that words take none away."""
    by_place: dict[tuple[str, str], list[Row]] = {}
    for name, kept in rows.items():
        for row in kept.values():
            by_place.setdefault((name, row["article_id"]), []).append(row)
    found, waiting = [], []
    for ruling in rulings:
        if ruling.action == "add":
            found.append((ruling, _added(ruling, texts), "added"))
        elif ruling.claim_id in rows[ruling.table]:
            found.append((ruling, rows[ruling.table][ruling.claim_id], "by id"))
        else:
            waiting.append(ruling)
    by_words = [(r, _by_words(r, by_place.get((r.table, r.article_id), []), texts), "by the words") for r in waiting]
    return [*found, *by_words]


def _by_words(ruling: Ruling, candidates: Sequence[Row], texts: Mapping[str, str]) -> Row | str:
    """The one statement of the article in these words; the same words first, then words that contain them or are part of them."""
    if ruling.article_id not in texts:
        return "the corpus does not hold its article"
    words = _words(ruling.quote)
    tests: tuple[Callable[[str], bool], ...] = (lambda q: q == words, lambda q: words in q or q in words)
    for test in tests:
        same = [row for row in candidates if test(_words(row["quote"]))]
        alike = [row for row in same if about(ruling.table, row) == ruling.about]
        for choice in (alike, same):
            if len(choice) == 1:
                return choice[0]
        if same:
            return f"{len(same)} statements carry these words"
    return "no statement of its article carries these words"


def _added(ruling: Ruling, texts: Mapping[str, str]) -> Row | str:
    if ruling.article_id not in texts:
        return "the corpus does not hold its article"
    start = _place(texts[ruling.article_id], ruling.quote)
    if isinstance(start, str):
        return start
    place = {
        "claim_id": ruling.claim_id,
        "article_id": ruling.article_id,
        "start": start,
        "end": start + len(ruling.quote),
    }
    return {**place, "quote": ruling.quote, "rule": "analyst", **ruling.values}


def _place(text: str, quote: str) -> int | str:
    """Where the words stand, or why that cannot be said."""
    start = text.find(quote) if quote.strip() else -1
    if start < 0:
        return f"the article does not hold the words {quote[:60]!r}: copy them exactly"
    if text.find(quote, start + 1) >= 0:
        return f"the words {quote[:60]!r} stand more than once: quote more of the sentence"
    return start


def _apply(ruling: Ruling, found: Row, rows: dict[str, Row], near: list[Row]) -> None:
    if ruling.action == "reject":
        del rows[found["claim_id"]]
        place = {name: found[name] for name in ("article_id", "start", "end", "quote")}
        near.append(
            {**place, "table": ruling.table, "rule": "analyst", "reason": ruling.note or "rejected by an analyst"}
        )
    else:
        rows[found["claim_id"]] = {**found, **ruling.values}


def _with(near_misses: pd.DataFrame, near: Iterable[Row]) -> pd.DataFrame:
    """Rejected statements among the near misses; two rejected in the same words are one candidate."""
    keyed = {tuple(row[k] for k in schema.NEAR_MISSES.key): row for row in [*schema_rows(near_misses), *near]}
    return schema.frame(keyed.values(), schema.NEAR_MISSES)


def _claim(tables: Mapping[str, pd.DataFrame], claim: str, before: Ruling | None) -> tuple[str, Row]:
    for name in TABLES:
        rows = tables[name][tables[name]["claim_id"] == claim]
        if len(rows):
            return name, schema_rows(rows)[0]
    if before is not None:
        return before.table, vars(before)
    known = [c for name in TABLES for c in tables[name]["claim_id"]]
    raise CorrectionError(
        f"there is no statement {claim!r}{_near(claim, known)} See claim_id in study.deals and study.oil"
    )


def _near(given: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(str(given), list(known), n=1)
    return f"; did you mean {near[0]}?" if near else "."


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """A single country as a list of one."""
    return {k: [v] if k in ("supplier", "recipient") and isinstance(v, str) else v for k, v in values.items()}


def _raised(faults: Sequence[str], what: str) -> None:
    if faults:
        raise CorrectionError(f"{what}: " + "; ".join(faults))


def _told(values: Mapping[str, Any]) -> str:
    return "; ".join(f"{name} = {value}" for name, value in values.items())


def _words(quote: str) -> str:
    return " ".join(quote.split())


def _frame(rows: Sequence[Row], columns: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame([{name: row[name] for name in columns} for row in rows], columns=list(columns))
