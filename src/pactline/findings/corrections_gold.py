"""An analyst's rulings as annotated articles, in the form of a topic's gold: their own archive measures the reading."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from pactline.findings.accuracy import COLUMNS, score_gold
from pactline.findings.corrections import Replayed
from pactline.findings.events import schema_rows
from pactline.findings.rulings import TABLES

Case = dict[str, Any]
FIELDS = {
    "deals": {"kind": "kind", "status": "status", "supplier": "supplier", "recipient": "recipient", "items": "items",
              "value_usd": "value_usd", "date": "event_date"},
    "oil": {name: name for name in ("measure", "basis", "subject", "value", "value_high", "unit", "bound", "direction", "as_of")},
}  # fmt: skip
"""Name in the gold -> column, per table."""
SET = "corrections"
"""The name under which rulings stand in a table of scores."""


def as_gold(
    replayed: Replayed,
    extracted: Mapping[str, pd.DataFrame],
    texts: Mapping[str, str],
    *,
    whole: bool = False,
) -> list[Case]:
    """Annotated articles, one per article with a ruling, by id.

    What was accepted, corrected or added is right, what was rejected is wrong (`rejected`); on the rest of an article
    nothing is said, and a score leaves it out.

    whole   the analyst has read these articles to the end: what has no ruling is right, and nothing is left out

    A date of publication or an actor is no ruling's business: the cases have neither.
    """
    applied = replayed.applied.to_dict("records")
    ids = sorted({row["article_id"] for row in applied})
    ruled = {(row["table"], row["claim_id"]) for row in applied if row["action"] != "reject"}
    languages = extracted["articles"].set_index("article_id")["language"].to_dict()
    cases = {
        i: {"id": i, "lang": _or_none(languages.get(i)), "text": texts[i], "deals": [], "oil": [], "rejected": []}
        for i in ids
    }
    for name in TABLES:
        for row in schema_rows(replayed.tables[name]):
            if row["article_id"] in cases and (whole or (name, row["claim_id"]) in ruled):
                cases[row["article_id"]][name].append(_statement(name, row))
        read = {row["claim_id"]: row for row in schema_rows(extracted[name])}
        for ruling in applied:
            if ruling["table"] == name and ruling["action"] == "reject":
                row = read[ruling["claim_id"]]
                cases[row["article_id"]]["rejected"].append(
                    {"table": name, "start": row["start"], "quote": row["quote"]}
                )
    if whole:
        cases = {i: {k: v for k, v in case.items() if k != "rejected"} for i, case in cases.items()}
    return list(cases.values())


def gold_lines(cases: Iterable[Case]) -> str:
    """JSONL, a case a line, for a topic's gold folder."""
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)


def score_corrections(cases: Iterable[Case], extracted: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """How well the reading, before any ruling, did on these cases; columns of accuracy.COLUMNS."""
    marked = [{"set": SET, **case} for case in cases]
    return score_gold(marked, extracted) if marked else pd.DataFrame(columns=COLUMNS)


def _statement(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    fields = {gold: row[column] for gold, column in FIELDS[name].items()}
    return {**fields, "start": row["start"], "quote": row["quote"]}


def _or_none(value: Any) -> Any:
    return None if value is None or pd.isna(value) else value
