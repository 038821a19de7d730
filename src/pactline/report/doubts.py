"""What an editor would warn of: findings against the record, findings that rest on little, and how well a program reads."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pactline.report.citing import cite, claim_key
from pactline.report.quality import SEEDS, UNSEEN, row_name
from pactline.report.tables import each
from pactline.report.told_deals import drawn_events, keys_of
from pactline.report.told_oil import CHANGE
from pactline.report.wording import counted, listed

CONCLUDED = ("agreed", "delivering", "delivered")
"""Statuses of deals that a register of transfers would list."""


def doubt(study: Any) -> str:
    """What contradicts, and what rests on little."""
    events = drawn_events(study)
    against = listed([part for part in (_differing(study), _unrecorded(study, events)) if part])
    parts = [f"Against the record, {against}." if against else "", _single(events), _reading(study)]
    return " ".join(part for part in parts if part)


def _single(events: pd.DataFrame) -> str:
    """How many deals rest on one independent source."""
    single = events[events["sources"] == 1]
    if single.empty:
        return ""
    whole = cite(f"{len(events):,}", keys_of(events), "deals")
    if len(single) == len(events):
        some = {1: "The only deal rests", 2: "Both deals rest"}.get(len(events), f"All {whole} deals rest")
        return f"{some} on a single independent source."
    n = cite(f"{len(single):,}", keys_of(single), "deals")
    return f"Of {whole} deals, {n} {'rests' if len(single) == 1 else 'rest'} on a single independent source."


def _differing(study: Any) -> str:
    """Stated outputs away from every reference series."""
    checks = study.oil_checks
    checks = checks[checks["series"] != CHANGE]
    agreeing = set(checks.loc[checks["verdict"] == "agrees", "claim_id"])
    keys = [claim_key(c) for c in sorted(set(checks.loc[checks["verdict"] == "differs", "claim_id"]) - agreeing)]
    return (
        f"{counted(keys, 'stated output differs', 'stated outputs differ')} from every reference series" if keys else ""
    )


def _unrecorded(study: Any, events: pd.DataFrame) -> str:
    """Deals told as agreed or delivered that the register of known transfers would list and does not."""
    checks = study.register_checks
    known = set(checks.loc[checks["verdict"] == "on record", "deal_id"])
    lost = set(checks.loc[checks["verdict"] == "no record", "deal_id"]) - known
    rows = events[events["deal_id"].isin(lost) & events["status"].isin(CONCLUDED)]
    if rows.empty:
        return ""
    one, many = "deal reported as agreed or delivered is", "deals reported as agreed or delivered are"
    return f"{counted(keys_of(rows), one, many, number=len(rows))} not in the register of known transfers"


def _reading(study: Any) -> str:
    """How many annotated deal statements the reading finds: in these very articles, and in articles its authors never read."""
    scores = {of: _of_deals(frame) for of, frame in (("", study.accuracy), ("pooled ", study.accuracy_pooled))}
    told = []
    if own := scores[""].get((SEEDS, "found")):
        wrong = own.found - own.right
        false = f", plus {_score(own, 'false', f'{wrong:,}')} false {'one' if wrong == 1 else 'ones'}" if wrong else ""
        told.append(f"it found {_found(own)} deal statements that people had marked here{false}{_sides(scores[''])}")
    if unseen := scores["pooled "].get((UNSEEN, "found")):
        told.append(
            f"in articles that its authors had not read it found {_found(unseen, 'pooled ')}{'' if told else ' deal statements'}"
        )
    return f"The articles were read by a program: {'; '.join(told)}." if told else ""


def _of_deals(scores: pd.DataFrame) -> dict[tuple[str, str], Any]:
    """(set, field of deals) -> row of the table of accuracy over all languages, where anything was annotated."""
    rows = each(scores[(scores["language"] == "all") & (scores["gold"] > 0)]) if len(scores) else ()
    return {(r.set, r.field.removeprefix("deals: ")): r for r in rows if r.field.startswith("deals: ")}


def _found(row: Any, of: str = "") -> str:
    if row.right == row.gold:
        return _score(row, "all", f"all {row.gold:,}", of)
    return _score(row, "found", f"{row.right:,} of {row.gold:,}", of)


def _sides(scores: dict[tuple[str, str], Any]) -> str:
    """In how many of the statements found both sides are right."""
    row = scores.get((SEEDS, "parties"))
    return f", and has both sides right in {_score(row, 'of-found', f'{row.right:,} of {row.found:,}')}" if row else ""


def _score(row: Any, of: str, words: str, pool: str = "") -> str:
    """A figure of the table of accuracy as a link to it (see proof.SCORES)."""
    return f'<a class="fig" href="#quality" data-score="{row_name(row, pool)}" data-of="{of}">{words}</a>'
