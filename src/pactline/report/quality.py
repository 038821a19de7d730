"""How good the reading is, and what it is known to miss: this report, practised and unseen articles beside one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pandas as pd

from pactline.report.figures_corpus import LANGUAGES
from pactline.report.markup import block, escape, label
from pactline.report.tables import each, table
from pactline.report.wording import paragraph, scored

SEEDS, UNSEEN, PRACTICE = "seeds", "unseen", "practice"
ORDER = (SEEDS, UNSEEN, PRACTICE)
"""Groups of annotated articles in the order of a reader's interest; others follow by name."""
GROUP_WORDS = {SEEDS: "this report", UNSEEN: "unseen", PRACTICE: "practice"}
GROUP_MEANS = {
    SEEDS: "<i>this report</i> stands for the articles of this page",
    UNSEEN: "<i>unseen</i> articles were written and annotated by someone who does not know the rules, and nobody who writes rules reads them",
    PRACTICE: "<i>practice</i> articles are known to those who write the rules, so they flatter",
}
"""What a reader must know of each group to weigh its scores."""
COUNTED = ["F1", "precision", "recall", "95% interval", "right", "found", "annotated"]
FIRST_FIELDS = ("deals: found", "deals: parties", "deals: parties, status, kind", "oil: value, unit", "oil: measure, basis", "actors", "publication date")  # fmt: skip
"""Fields of the table that stands open; the others are folded."""
MOST_MISSES = 10
LONGEST_MISS = 120
"""Characters shown of a missed statement."""
MISSED_WORDS = {"deals": "arms deal", "oil": "oil figure"}


def accuracy_part(study: Any) -> str:
    """Precision, recall, F1 and counts per field against the gold annotations: by group, by language, by set."""
    if study.accuracy.empty:
        return paragraph("The topic has no annotated articles to measure the reading against.")
    scores = grouped(study)
    whole = scores[scores["language"] == "all"]
    by_set = study.accuracy[(study.accuracy["language"] == "all") & (study.accuracy["set"] != SEEDS)]
    parts = [_introduction(list(dict.fromkeys(whole["set"])))]
    first = whole[whole["field"].isin(FIRST_FIELDS)]
    if len(first):
        parts.append(_by_field("Right and wrong in a few lines", first, FIRST_FIELDS))
    fields = list(dict.fromkeys(sorted(whole["field"])))
    parts.append(_closed("Every field", _by_field("Every field", whole, fields)))
    parts.append(_closed("By language", _by("language", scores[scores["language"] != "all"])))
    parts.append(
        _closed("By set of annotated articles", _by("set", by_set.sort_values(["set", "field"], kind="stable")))
    )
    parts.append(_closed("What it is known to miss", misses_part(study.misses)))
    return block("accuracy", "accuracy", f'<div data-plain="">{"".join(parts)}</div>').html


def grouped(study: Any) -> pd.DataFrame:
    """Scores of the report's own articles and of each group of sets; `name` says what a row is counted from."""
    own = study.accuracy[study.accuracy["set"] == SEEDS]
    pool = study.accuracy_pooled
    frames = [
        frame.assign(name=[row_name(r, of) for r in each(frame)])
        for frame, of in ((own, ""), (pool, "pooled "))
        if len(frame)
    ]
    if not frames:
        return study.accuracy.assign(name="").head(0)
    both = pd.concat(frames)
    rank = both["set"].map(lambda s: (ORDER.index(s) if s in ORDER else len(ORDER), s))
    return both.assign(rank=rank).sort_values("rank", kind="stable").drop(columns="rank")


def row_name(row: Any, of: str = "") -> str:
    """What a row is counted from, for the check of every number on the page."""
    return f"{of}{row.set}|{row.field}|{row.language}"


def _introduction(groups: Iterable[str]) -> str:
    means = [GROUP_MEANS[g] for g in groups if g in GROUP_MEANS]
    return paragraph(
        "At every build the program reads articles that were annotated by hand, and is marked. Precision is how many of its findings "
        "are right, recall how many of the annotated facts it found, F1 both in one number; a finding is right only where all that "
        "the row names is right. The 95% interval is that of recall; with few cases it is wide."
    ) + (paragraph(f"Of the rows, {'; '.join(means)}.") if means else "")


def _by_field(caption: str, rows: pd.DataFrame, fields: Iterable[str]) -> str:
    """The groups beside one another under each field; a field that is named again is said more quietly."""
    lines, names = [], []
    for field in fields:
        for i, r in enumerate(each(rows[rows["field"] == field])):
            words = escape(field) if i == 0 else f'<span class="again">{escape(field)}</span>'
            lines.append([words, _group_words(r.set), *scored(r)])
            names.append(r.name)
    return table(caption, ["field", "articles", *COUNTED], lines, numeric=COUNTED, most=len(lines), names=names)


def _by(what: str, rows: pd.DataFrame) -> str:
    """Rows under the name of their set, or of group and language."""
    told = what == "language"
    lines = [
        [
            f"{_group_words(r.set)}, {escape(LANGUAGES.get(r.language, r.language))}" if told else set_words(r.set),
            escape(r.field),
            *scored(r),
        ]
        for r in each(rows)
    ]
    names = [r.name if told else row_name(r) for r in each(rows)]
    columns = ["articles", "field", *COUNTED]
    return table(f"By {what}", columns, lines, numeric=COUNTED, most=len(lines), names=names) if lines else ""


def _closed(summary: str, inner: str) -> str:
    return f"<details><summary>{summary}</summary>{inner}</details>" if inner else ""


def _group_words(name: object) -> str:
    words = escape(GROUP_WORDS.get(str(name), str(name))).replace(" ", "&nbsp;")
    return f"<b>{words}</b>" if name == UNSEEN else words


def set_words(name: object) -> str:
    """`this report`, `practice: oil`."""
    kind, _, part = str(name).partition("_")
    return _group_words(kind) + (escape(f": {part.replace('_', ' ')}") if part else "")


def misses_part(missed: pd.DataFrame) -> str:
    """Known misses: counted by set, table and language, and the first of them by their words."""
    if missed.empty:
        return paragraph("Known misses: none. Every annotated deal and oil figure is found.")
    counts = Counter(zip(missed["set"], missed["table"], missed["language"], strict=True))
    rows = [
        [
            set_words(group),
            escape(MISSED_WORDS[name]),
            escape(LANGUAGES.get(language, language)),
            f'<span data-count="{escape(f"missed:{group}|{name}|{language}")}">{n:,}</span>',
        ]
        for (group, name, language), n in sorted(counts.items())
    ]
    named = "".join(
        f"<li>{set_words(m.set)}, <code>{escape(label(m.case, 40))}</code>, {escape(MISSED_WORDS[m.table])}: "
        f"<q><bdi>{escape(label(m.quote, LONGEST_MISS))}</bdi></q></li>"
        for m in each(_first_misses(missed))
    )
    whole = (
        f'<span data-count="all-missed">{len(missed):,}</span> annotated '
        f"{'statement is' if len(missed) == 1 else 'statements are'} not found at all."
    )
    counted = table("Known misses", ["set", "what", "language", "missed"], rows, numeric=["missed"], most=len(rows))
    return f"<h3>Known misses</h3>{paragraph(whole)}{counted}<p>Some of them:</p><ul>{named}</ul>"


def _first_misses(missed: pd.DataFrame) -> pd.DataFrame:
    """Misses that are shown: of each group in turn, the report's own first."""
    group = missed["set"].map(lambda s: s.partition("_")[0])
    rank = group.map(lambda g: ORDER.index(g) if g in ORDER else len(ORDER))
    turn = missed.groupby(group).cumcount()
    return missed.assign(rank=rank, turn=turn).sort_values(["turn", "rank"], kind="stable").head(MOST_MISSES)
