"""Scores of several sets of annotated cases taken together: the counts are added, the rates counted again."""

from __future__ import annotations

import pandas as pd

from pactline.findings.accuracy import COLUMNS, wilson


def group_of(name: object) -> str:
    """The group that a set of annotated cases belongs to: the first word of its file's name.

    >>> group_of("practice_oil"), group_of("unseen_deals"), group_of("seeds")
    ('practice', 'unseen', 'seeds')
    """
    return str(name).partition("_")[0]


def pooled(scores: pd.DataFrame, *, apart: str = "seeds") -> pd.DataFrame:
    """One row per group, field and language over the sets whose names begin with the same word.

    scores   table of accuracy, columns COLUMNS
    apart    the set that stands alone and is left out
    returns  columns COLUMNS, sorted; `set` holds the group
    """
    rows = []
    others = scores[scores["set"] != apart]
    groups = others["set"].map(group_of).rename("group")
    for (group, field, language), of_field in others.groupby([groups, "field", "language"], sort=True):
        gold, found, right = (int(of_field[column].sum()) for column in ("gold", "found", "right"))
        low, high = wilson(right, gold)
        rates = (_rate(right, found), _rate(right, gold), _rate(2 * right, gold + found))
        rows.append([group, field, language, gold, found, right, *rates, low, high])
    return pd.DataFrame(rows, columns=COLUMNS)


def _rate(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None
