"""How good the reading is, what it is known to miss, and what changed since the last run."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from pactline.report.citing import cite, claim_key
from pactline.report.figures_corpus import LANGUAGES
from pactline.report.markup import block, escape, label
from pactline.report.tables import each, table
from pactline.report.wording import paragraph, scored

MOST_MISSES = 10
LONGEST_MISS = 120
"""Characters shown of a missed statement."""
MISSED_WORDS = {"deals": "arms deal", "oil": "oil figure"}


def accuracy_part(study: Any) -> str:
    """Precision, recall and counts per field against the gold annotations; the seeds apart, by language."""
    scores = study.accuracy
    if scores.empty:
        return paragraph("The topic has no annotated articles to measure the reading against.")
    whole = scores[scores["language"] == "all"]
    columns = ["field", "annotated", "found", "right", "precision", "recall", "recall, 95% interval", "F1"]
    parts = [paragraph(
        "Before every build this very code reads articles that people annotated by hand, and is marked. Precision: how many of "
        "the findings are right; recall: how many of the annotated facts were found; F1: both in one number. Every row counts a "
        "finding as right only where all that the row names is right. With few cases the 95% interval is wide: read it first."
    )]  # fmt: skip
    for group, rows in sorted(whole.groupby("set"), key=lambda part: (part[0] != "seeds", str(part[0]))):
        caption = f"Measured on {_set_words(group)}"
        parts.append(table(caption, columns, [_score(r) for r in each(rows)], numeric=columns[1:], names=_names(rows)))
    by_language = scores[scores["language"] != "all"]
    rows = [
        [f"{_set_words(r.set)}, {escape(LANGUAGES.get(r.language, r.language))}", *_score(r)] for r in each(by_language)
    ]
    inner = table(
        "By language", ["set", *columns], rows, numeric=columns[1:], most=len(rows), names=_names(by_language)
    )
    parts.append(f"<details><summary>By language</summary>{inner}</details>")
    parts.append(misses_part(study.misses))
    return block("accuracy", "accuracy", f'<div data-plain="">{"".join(parts)}</div>').html


def _set_words(name: object) -> str:
    """`the seeds`, `practice: oil`."""
    kind, _, part = str(name).partition("_")
    return escape(f"{kind}: {part.replace('_', ' ')}" if part else f"the {kind}")


def misses_part(missed: pd.DataFrame) -> str:
    """Known misses: counted by set, table and language, and the first of them by their words."""
    if missed.empty:
        return paragraph("Known misses: none. Every annotated deal and oil figure is found.")
    counts = Counter(zip(missed["set"], missed["table"], missed["language"], strict=True))
    rows = [
        [_set_words(group), escape(MISSED_WORDS[name]), escape(LANGUAGES.get(language, language)), f"{n:,}"]
        for (group, name, language), n in sorted(counts.items())
    ]
    seeds_first = missed.assign(last=missed["set"] != "seeds").sort_values("last", kind="stable")
    named = "".join(
        f"<li>{_set_words(m.set)}, <code>{escape(label(m.case, 40))}</code>, {escape(MISSED_WORDS[m.table])}: "
        f"<q><bdi>{escape(label(m.quote, LONGEST_MISS))}</bdi></q></li>"
        for m in each(seeds_first.head(MOST_MISSES))
    )
    whole = f"{len(missed):,} annotated {'statement is' if len(missed) == 1 else 'statements are'} not found at all."
    counted = table("Known misses", ["set", "what", "language", "missed"], rows, numeric=["missed"])
    return f"<h3>Known misses</h3>{paragraph(whole)}{counted}<p>The first of them:</p><ul>{named}</ul>"


def _score(row: Any) -> list[str]:
    return [escape(row.field), *scored(row)]


def _names(rows: pd.DataFrame) -> list[str]:
    """What each row is counted from, for the check of every number on the page."""
    return [f"{r.set}|{r.field}|{r.language}" for r in each(rows)]


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
