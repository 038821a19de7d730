"""How good the reading is, and what it is known to miss."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from pactline.report.figures_corpus import LANGUAGES
from pactline.report.markup import block, escape, label
from pactline.report.tables import each, table
from pactline.report.wording import paragraph, scored

SEEDS = "seeds"
COUNTED = ["annotated", "found", "right", "precision", "recall", "recall, 95% interval", "F1"]
FIRST_FIELDS = ("deals: found", "deals: parties, status, kind", "oil: value, unit", "actors", "publication date")
"""Fields of the table that stands open; the others are folded."""
MOST_MISSES = 10
LONGEST_MISS = 120
"""Characters shown of a missed statement."""
MISSED_WORDS = {"deals": "arms deal", "oil": "oil figure"}


def accuracy_part(study: Any) -> str:
    """Precision, recall, F1 and counts per field against the gold annotations: the seeds, the practice articles, languages."""
    scores = study.accuracy
    if scores.empty:
        return paragraph("The topic has no annotated articles to measure the reading against.")
    parts = [paragraph(
        "At every build the program reads articles that people annotated by hand, and is marked. Precision is how many of its findings "
        "are right, recall how many of the annotated facts it found, F1 both in one number; a finding is right only where all that "
        "the row names is right. With few cases the 95% interval is wide."
    )]  # fmt: skip
    whole, pool = scores[scores["language"] == "all"], study.accuracy_pooled
    own, every = whole[whole["set"] == SEEDS], pool[pool["language"] == "all"]
    first = own if len(own) else every
    chosen = first[first["field"].isin(FIRST_FIELDS)]
    if len(chosen):
        parts.append(_scores("In a few lines", chosen))
    for caption, rows in (
        ("Measured on the annotated articles of this report", own),
        ("Measured on all practice articles of the topic", every),
    ):
        if len(rows):
            parts.append(_closed(caption, _scores(caption, rows)))
    languages = pd.concat([scores[(scores["set"] == SEEDS)], pool])
    parts.append(_closed("By language", _by(languages[languages["language"] != "all"], "language")))
    parts.append(_closed("By set of practice articles", _by(whole[whole["set"] != SEEDS], "set")))
    parts.append(_closed("What it is known to miss", misses_part(study.misses)))
    return block("accuracy", "accuracy", f'<div data-plain="">{"".join(parts)}</div>').html


def _scores(caption: str, rows: pd.DataFrame) -> str:
    return table(
        caption,
        ["field", *COUNTED],
        [[escape(r.field), *scored(r)] for r in each(rows)],
        numeric=COUNTED,
        names=_names(rows),
    )


def _by(rows: pd.DataFrame, what: str) -> str:
    """Rows under the name of their set, or of set and language."""
    lines = [
        [
            _set_words(r.set) + (f", {escape(LANGUAGES.get(r.language, r.language))}" if what == "language" else ""),
            escape(r.field),
            *scored(r),
        ]
        for r in each(rows)
    ]
    if not lines:
        return ""
    return table(f"By {what}", ["set", "field", *COUNTED], lines, numeric=COUNTED, most=len(lines), names=_names(rows))


def _closed(summary: str, inner: str) -> str:
    return f"<details><summary>{summary}</summary>{inner}</details>" if inner else ""


def _set_words(name: object) -> str:
    """`this report`, `practice: oil`."""
    kind, _, part = str(name).partition("_")
    if kind == SEEDS:
        return "this report"
    return escape(f"{kind}: {part.replace('_', ' ')}" if part else kind)


def misses_part(missed: pd.DataFrame) -> str:
    """Known misses: counted by set, table and language, and the first of them by their words."""
    if missed.empty:
        return paragraph("Known misses: none. Every annotated deal and oil figure is found.")
    counts = Counter(zip(missed["set"], missed["table"], missed["language"], strict=True))
    rows = [
        [
            _set_words(group),
            escape(MISSED_WORDS[name]),
            escape(LANGUAGES.get(language, language)),
            f'<span data-count="{escape(f"missed:{group}|{name}|{language}")}">{n:,}</span>',
        ]
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


def _names(rows: pd.DataFrame) -> list[str]:
    """What each row is counted from, for the check of every number on the page."""
    return [f"{r.set}|{r.field}|{r.language}" for r in each(rows)]
