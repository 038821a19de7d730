"""Oil figures in tables and words: each beside the reference, and those that no reference is set beside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pactline.report.citing import cite, claim_key
from pactline.report.figures_corpus import outlet_of
from pactline.report.markup import Fragment, block, escape, label
from pactline.report.tables import MOST_ROWS, each, table, table_block
from pactline.report.told_oil import CHANGE, NOTHING, series_keys, speaker
from pactline.report.wording import amount, counted, date_words, listed, oil_amount, paragraph, said


def checks_table(study: Any, *, tolerance: Mapping[str, float] | None = None, about: float = 0.0) -> Fragment:
    """Each statement beside the reference, with difference and verdict.

    tolerance   per cent a statement may lie off and still agree, by kind of series (findings.checks.TOLERANCE)
    about       per cent more where the statement itself says "about"
    """
    checks = study.oil_checks
    if checks.empty:
        return table_block(
            "tab-checks",
            "oil beside the reference",
            paragraph("There is no stated output to set beside the reference."),
        )
    if len(checks) > MOST_ROWS:
        checks = checks.sort_values(["difference_percent", "claim_id"], key=_size, kind="stable", na_position="last")
    oil = study.oil.set_index("claim_id")
    outlets = {a.article_id: outlet_of(a) for a in each(study.articles)}
    rows = [_check_row(study, c, oil.loc[c["claim_id"]], outlets) for c in checks.head(MOST_ROWS).to_dict("records")]
    columns = ["stated", "for", "who says so", "reference", "series", "difference", "verdict"]
    inner = table(
        "Stated output beside the reference series",
        columns,
        rows,
        total=len(checks),
        file="oil_checks.csv",
        numeric=["reference", "difference"],
    )
    return table_block("tab-checks", "oil beside the reference", inner + _tolerance_words(tolerance or {}, about))


def _check_row(study: Any, check: Mapping[Any, Any], claim: Any, outlets: Mapping[str, str]) -> list[str]:
    """The cells of one statement beside one series."""
    key = [claim_key(check["claim_id"])]
    series = key if check["series"] == CHANGE else series_keys(study, check["series"]) or key
    named = "–" if check["series"] == "none" else cite(label(check["series"], 70), series)
    if pd.notna(check.get("note")):
        named += f'<br><small data-plain="">{escape(label(check["note"], 160))}</small>'
    reference = difference = "–"
    if pd.notna(check["reference_bpd"]):
        reference = cite(amount(round(check["reference_bpd"], -3), "b/d"), series, f"reference:{check['claim_id']}")
    if pd.notna(check["difference_percent"]):
        difference = cite(f"{check['difference_percent']:+.1f}%", [*key, *series], "difference")
    return [
        cite(f"{oil_amount(claim)}", key), cite(date_words(claim.as_of), key),
        said(speaker(claim)) + f'<br><small data-plain="">{escape(outlets.get(claim.article_id, ""))}</small>',
        reference, named, difference, f'<b class="v-{check["verdict"][:2]}">{escape(check["verdict"])}</b>',
    ]  # fmt: skip


def _tolerance_words(tolerance: Mapping[str, float], about: float) -> str:
    """How far a statement may lie from a series and still agree."""
    kinds = {"month": "a monthly figure", "year": "an annual figure", "liquids": "a series of all liquids"}
    parts = [f"{limit:g}% of {kinds[kind]}" for kind, limit in tolerance.items()]
    if not parts:
        return ""
    more = f"; where the article says “about”, {about:g} percentage points more" if about else ""
    return f'<p data-plain="">Agrees: within {listed(parts)}{more}.</p>'


def _size(column: pd.Series) -> pd.Series:
    """Differences by their size, the largest first; ids as they are."""
    return -column.abs() if column.name == "difference_percent" else column


def figures_table(study: Any) -> Fragment:
    """Every oil figure that is not a level of output."""
    oil = study.oil
    rest = oil[~oil["claim_id"].isin(study.oil_checks["claim_id"])]
    if rest.empty:
        return table_block("tab-oil", "other oil figures", paragraph("The articles state no other oil figure."))
    if len(rest) > MOST_ROWS:
        rest = rest.sort_values(["as_of", "claim_id"], ascending=[False, True], kind="stable", na_position="last")
    rows = [
        [cite(oil_amount(r), [claim_key(r.claim_id)]), escape(f"{r.measure}{' (change)' if r.basis == 'change' else ''}"),
         f'<span data-plain="">{escape(label(r.subject, 50)) if pd.notna(r.subject) else "not named"}</span>',
         cite(date_words(r.as_of), [claim_key(r.claim_id)]) if pd.notna(r.as_of) else "no period", said(speaker(r)),
         said(label(r.quote, 160))]
        for r in each(rest.head(MOST_ROWS))
    ]  # fmt: skip
    inner = table(
        "Other oil figures",
        ["figure", "measure", "whose", "for", "who says so", "words"],
        rows,
        total=len(rest),
        file="oil.csv",
    )
    return table_block("tab-oil", "other oil figures", inner)


def oil_words(study: Any) -> Fragment:
    """Reads the checks: how many agree, how many differ."""
    checks, oil = study.oil_checks, study.oil
    checks = checks[checks["series"] != CHANGE]
    if oil.empty:
        return block("oil-words", "oil in words", paragraph(NOTHING))
    parts = []
    best = dict.fromkeys(checks["claim_id"], "differs")
    for check in each(checks):
        if check.verdict == "agrees" or (check.verdict == "no reference" and best[check.claim_id] == "differs" and
                                         not ((checks["claim_id"] == check.claim_id) & (checks["verdict"] == "differs")).any()):  # fmt: skip
            best[check.claim_id] = check.verdict
    for verdict, words in (
        ("agrees", "within reach of a reference series"),
        ("differs", "away from every one"),
        ("no reference", "without a reference"),
    ):
        keys = [claim_key(c) for c, v in best.items() if v == verdict]
        if keys:
            parts.append(f"{cite(f'{len(keys):,}', keys, 'statements')} {words}")
    keys = [claim_key(c) for c in oil["claim_id"]]
    return block("oil-words", "oil in words", paragraph(
        f"The articles state {counted(keys, 'oil figure', 'oil figures')}.",
        f"Of those that give the output of {escape(study.topic.settings['oil_subject'])} or another level that can be checked: {listed(parts)}." if parts else "",
    ))  # fmt: skip
