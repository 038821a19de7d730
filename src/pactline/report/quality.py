"""How good the reading is, what changed since the last run, and how the report was made."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from pactline.report.citing import cite, claim_key
from pactline.report.markup import block, escape, label
from pactline.report.tables import each, table
from pactline.report.wording import paragraph


def accuracy_part(study: Any) -> str:
    """Precision, recall and counts per field against the gold annotations; the seeds apart, by language."""
    scores = study.accuracy
    if scores.empty:
        return paragraph("The topic has no annotated articles to measure the reading against.")
    whole = scores[scores["language"] == "all"]
    columns = ["field", "annotated", "found", "right", "precision", "recall", "95% of recall", "F1"]
    parts = [paragraph(
        "Before every build this very code reads articles that people annotated by hand, and is marked. Precision: how many of "
        "the findings are right; recall: how many of the annotated facts were found. Both count every field on its own."
    )]  # fmt: skip
    for group, rows in sorted(whole.groupby("set"), key=lambda part: (part[0] != "seeds", str(part[0]))):
        caption = f"Measured on the set {escape(str(group).replace('_', ' '))}"
        parts.append(table(caption, columns, [_score(r) for r in each(rows)], numeric=columns[1:]))
    by_language = scores[scores["language"] != "all"]
    rows = [[escape(f"{r.set} · {r.language}".replace("_", " ")), *_score(r)] for r in each(by_language)]
    parts.append(
        f"<details><summary>By language</summary>{table('By language', ['set', *columns], rows, numeric=columns[1:])}</details>"
    )
    return block("accuracy", "accuracy", f'<div data-plain="">{"".join(parts)}</div>').html


def _score(row: Any) -> list[str]:
    def rate(value: Any) -> str:
        return "–" if value is None or pd.isna(value) else f"{value:.0%}"

    interval = "–" if row.low is None or pd.isna(row.low) else f"{row.low:.0%}–{row.high:.0%}"
    counts = [f"{int(n):,}" for n in (row.gold, row.found, row.right)]
    return [escape(row.field), *counts, rate(row.precision), rate(row.recall), interval, rate(row.f1)]


def changes_part(changes: pd.DataFrame) -> str:
    """New, gone and changed findings, each linked to its evidence where the study still holds it."""
    if changes.empty:
        return block(
            "changes-table", "changes", paragraph("Nothing is new, gone or changed since the earlier run.")
        ).html
    rows = []
    for row in each(changes.head(100)):
        what = label(row.what, 200)
        linked = cite(what, [claim_key(c) for c in row.claims]) if row.claims and row.change != "gone" else escape(what)
        rows.append(
            [
                escape(row.change),
                escape(row.table),
                linked if row.change != "gone" else f'<span data-plain="">{linked}</span>',
            ]
        )
    counts = Counter(changes["change"])
    words = ", ".join(f"{counts[c]:,} {c}" for c in ("new", "gone", "changed") if counts[c])
    inner = paragraph(f'<span data-plain="">{words}</span>.') + table(
        "What differs from the earlier run", ["change", "where", "what"], rows, total=len(changes), file="changes.csv"
    )
    return block("changes-table", "changes", inner).html


def method_part(study: Any, code_version: str) -> str:
    """Parameters, rules that fired with counts, rejected candidates, versions and hashes."""
    given = [
        [escape(k), f"<code>{escape('none' if v is None else v)}</code>"] for k, v in sorted(study.parameters.items())
    ]
    parts = [table("Parameters of this report", ["parameter", "value"], given)]
    parts.append(corrections_part(study))
    parts.append(_rules(study))
    near = study.near_misses
    if len(near):
        counts = Counter(zip(near["table"], near["rule"], near["reason"], strict=True))
        rows = [
            [escape(label(rule, 60)), escape(where), f'<span data-plain="">{n:,}</span>', f'<span data-plain="">{escape(label(reason, 120))}</span>']
            for (where, rule, reason), n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))
        ]  # fmt: skip
        parts.append(table("Candidates that were rejected", ["rule", "what it might have been", "number", "reason"], rows[:30],
                           total=len(rows), file="near_misses.csv", numeric=["number"]))  # fmt: skip
    hashes = [
        [escape(label(a.source, 60)), f"<code>{escape(a.content_hash[:16])}</code>"] for a in each(study.offered.head(20))
    ]  # fmt: skip
    parts.append(
        f'<details><summary>Hashes of the documents</summary><div data-plain="">{table("SHA-256 of each source text, first 16 digits", ["document", "hash"], hashes, total=len(study.offered), file="articles.csv")}</div></details>'
    )
    if code_version:
        parts.append(paragraph(f"Code and topic: <code>{escape(code_version[:16])}</code>."))
    return block("method-body", "method", "".join(parts)).html


def corrections_part(study: Any) -> str:
    """How many of an analyst's corrections were applied, each linked to what it changed, and those that match nothing."""
    applied, unmatched = study.corrections_applied, study.corrections_unmatched
    if applied.empty and unmatched.empty:
        return ""
    held = {*study.deals["claim_id"], *study.oil["claim_id"]}
    rows = [
        [
            cite(r.action, [claim_key(r.claim_id)]) if r.claim_id in held else escape(r.action),
            *(f'<span data-plain="">{escape(label(text, 160))}</span>' for text in (r.quote, r.set, r.matched, r.who, r.note)),
        ]
        for r in each(applied)
    ]  # fmt: skip
    total, file = len(applied) + len(unmatched), str(study.parameters.get("corrections"))
    said = f'<span data-plain="">{len(applied):,} of {total:,}</span> corrections by an analyst were applied.'
    parts = [paragraph(said)]
    if rows:
        columns = ["what", "words", "set", "matched", "who", "note"]
        parts.append(table("Corrections that were applied", columns, rows, total=len(rows), file=file))
    if len(unmatched):
        lost = [
            [
                f'<span data-plain="">{escape(label(text, 160))}</span>'
                for text in (r.line, r.action, r.quote, r.why, r.note)
            ]
            for r in each(unmatched)
        ]
        columns = ["line", "what", "words", "why", "note"]
        parts.append(table("Corrections that no longer match anything", columns, lost, total=len(lost), file=file))
    return "".join(parts)


def _rules(study: Any) -> str:
    """Rules that fired, each linked to what it found."""
    rows = []
    for name, frame in (("deals", study.deals), ("oil", study.oil)):
        fired = Counter(frame["rule"])
        for rule, n in sorted(fired.items(), key=lambda p: (-p[1], p[0])):
            keys = [claim_key(c) for c in frame.loc[frame["rule"] == rule, "claim_id"]]
            rows.append([f"<code>{escape(rule)}</code>", name, cite(f"{n:,}", keys)])
    return (
        table("Rules that fired", ["rule", "table", "times"], rows, numeric=["times"])
        if rows
        else paragraph("No rule for deals or oil fired.")
    )
