"""Oil output told by very many statements: a bar a year from the lowest to the highest, the middle one marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matplotlib.patches import Rectangle

from pactline.report.citing import claim_key
from pactline.report.style import BLUE, PAPER, Canvas
from pactline.report.wording import amount

MOST_DOTS = 80
"""Statements drawn one by one; more are drawn as a bar a year."""
MANY_WORDS = (
    "Lines: reference series. Bars: the statements of a year, from the lowest to the highest figure; the light stroke is the middle "
    "one. Ranges count by their low end."
)
"""What the chart of very many statements shows, in place of what the chart of a few says."""


@dataclass(frozen=True)
class Spread:
    """The statements about one year: rows with `bpd`, lowest first."""

    year: int
    rows: Sequence[Any]

    @property
    def middle(self) -> float:
        """The middle figure, one that is told; of two the lower."""
        return float(self.rows[(len(self.rows) - 1) // 2].bpd)

    @property
    def says(self) -> str:
        """What the bar says in words."""
        n, low, high = len(self.rows), self.rows[0].bpd, self.rows[-1].bpd
        ends = amount(low, "b/d") if low == high else f"{amount(low, 'b/d')} to {amount(high, 'b/d')}"
        return f"{self.year}: {n:,} {'statement' if n == 1 else 'statements'}, {ends}, the middle one {amount(self.middle, 'b/d')}"


def spreads(dated: Sequence[tuple[Any, tuple[date, date]]]) -> list[Spread]:
    """Statements by the year in which their period begins.

    dated   rows with `bpd` and `claim_id`, each with the first and last day of its period
    """
    years: dict[int, list[Any]] = {}
    for row, (first, _) in dated:
        years.setdefault(first.year, []).append(row)
    return [Spread(year, sorted(rows, key=lambda r: (r.bpd, r.claim_id))) for year, rows in sorted(years.items())]


def draw_spreads(canvas: Canvas, found: Sequence[Spread], top: float) -> None:
    """One bar a year, each a link to its statements.

    top   upper end of the axis in b/d
    """
    for spread in found:
        left, right = date(spread.year, 1, 1).toordinal(), date(spread.year, 12, 31).toordinal()
        low, high = spread.rows[0].bpd, spread.rows[-1].bpd
        bar = Rectangle((left + 30, low), right - left - 60, max(high - low, top * 0.012), facecolor=BLUE, alpha=0.75, lw=0,
                        zorder=4, clip_on=False)  # fmt: skip
        canvas.ax.add_patch(bar)
        canvas.link(bar, [claim_key(r.claim_id) for r in spread.rows], spread.says)
        canvas.ax.plot(
            [left + 30, right - 30], [spread.middle, spread.middle], color=PAPER, lw=2, zorder=5, clip_on=False
        )
