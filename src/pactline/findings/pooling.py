"""Scores of several sets of annotated cases taken together: the counts are added, the rates counted again."""

from __future__ import annotations

import pandas as pd

from pactline.findings.accuracy import COLUMNS, wilson


def pooled(scores: pd.DataFrame, *, apart: str = "seeds", name: str = "practice") -> pd.DataFrame:
    """One row per field and language over all sets but one.

    scores   table of accuracy, columns COLUMNS
    apart    the set that stands alone and is left out
    name     what the sets together are called
    returns  columns COLUMNS; the order of fields is kept
    """
    rows = []
    for (field, language), of_field in scores[scores["set"] != apart].groupby(["field", "language"], sort=True):
        gold, found, right = (int(of_field[column].sum()) for column in ("gold", "found", "right"))
        low, high = wilson(right, gold)
        rates = (_rate(right, found), _rate(right, gold), _rate(2 * right, gold + found))
        rows.append([name, field, language, gold, found, right, *rates, low, high])
    return pd.DataFrame(rows, columns=COLUMNS)


def _rate(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None
