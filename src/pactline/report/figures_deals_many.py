"""Very many deals: a dot for each pair of sides and period, as large as the number of deals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from pactline.report.citing import claim_key
from pactline.report.figures_actors import dot_matrix, fitting_step
from pactline.report.periods import between, period_of

MOST_MARKS = 60
"""Deals drawn one by one; more are drawn as a dot for each pair and period."""
MANY_WORDS = (
    "Supplier → recipient; for port calls and bases the host stands first. The area of a dot is the number of deals whose latest date "
    "falls into the period."
)
"""What the chart of very many deals shows, in place of what the chart of a few says."""


def dots(deals: Sequence[tuple[str, Any]], pairs: Sequence[str], step: str) -> tuple[Any, int]:
    """The drawing and the number of its rows.

    deals   (pair in words, row of DEAL_EVENTS) of every deal drawn
    pairs   the rows, from the top
    step    month, quarter or year; a wider one where there would be too many columns
    """
    told = [None if pd.isna(event.last_date) else event.last_date for _, event in deals]
    step = fitting_step(told, step)
    columns = between([period_of(date, step) for date in told], step)
    held: dict[tuple[int, int], list[Any]] = {}
    for (pair, event), date in zip(deals, told, strict=True):
        held.setdefault((pairs.index(pair), columns.index(period_of(date, step))), []).append(event)
    cells = {
        (i, j): (
            len(found),
            _keys(found),
            f"{pairs[i]}, {columns[j]}: {len(found):,} {'deal' if len(found) == 1 else 'deals'}",
        )
        for (i, j), found in held.items()
    }
    silent = {j for j in range(len(columns)) if not any(column == j for _, column in held)}
    rows = [_keys([event for pair, event in deals if pair == row]) for row in pairs]
    return dot_matrix(pairs, columns, cells, silent, rows, "deals"), len(pairs)


def _keys(deals: Sequence[Any]) -> list[str]:
    return [claim_key(claim) for deal in deals for claim in deal.claims]
