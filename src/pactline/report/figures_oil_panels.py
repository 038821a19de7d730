"""Exports, capacity, reserves and revenue: what the articles state of each, in a small panel of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from pactline.report.citing import cite, claim_key
from pactline.report.drawing_oil import dot, grid, legend, rivals, scale_of, speakers
from pactline.report.markup import Fragment, block, escape
from pactline.report.style import Canvas, figure_block, time_axis
from pactline.report.svg import pictures
from pactline.report.tables import MOST_ROWS, each, table
from pactline.report.told_oil import place_of, speaker
from pactline.report.wording import counted, date_words, oil_amount, paragraph, said

MEASURES = ("exports", "capacity", "reserves", "revenue")
MOST_PANEL_DOTS = 24
"""Statements drawn in a panel; of more, the latest are drawn and the note says so."""


@dataclass(frozen=True)
class Panel:
    """One measure in one unit: rows with `bpd` and `bpd_high` (in that unit) and the first and last day each is for."""

    measure: str
    unit: str
    placed: Sequence[tuple[Any, tuple[date, date]]]
    left_out: int

    @property
    def keys(self) -> list[str]:
        """Evidence of the panel, in order of drawing."""
        return [claim_key(row.claim_id) for row, _ in self.placed]


def other_measures(study: Any) -> Fragment:
    """A panel for each measure that has anything to show, in the unit most of its statements have."""
    found = panels(study)
    if not found:
        return block("fig-oil-panels", "charts of other oil figures", paragraph(_none_drawn(study)))
    inner = "".join(_drawn(study, panel) for panel in found)
    return block("fig-oil-panels", "charts of other oil figures", inner, kind="section")


def _none_drawn(study: Any) -> str:
    """Why there is no panel: nothing is stated, or only what has no place in one."""
    rows = study.oil[study.oil["measure"].isin(MEASURES) & (study.oil["basis"] == "level")]
    if rows.empty:
        return "The articles state no level of exports, capacity, reserves or revenue."
    keys = [claim_key(claim) for claim in rows["claim_id"]]
    own = escape(study.topic.settings["oil_subject"])
    some = counted(
        keys,
        "figure of exports, capacity, reserves or revenue is",
        "figures of exports, capacity, reserves or revenue are",
    )
    return f"No dated level of {own}’s own can be drawn; {some} without a date or another country’s, and listed below."


def panels(study: Any) -> list[Panel]:
    """Levels of the topic's own country by measure; of several units the commonest, then the first by name."""
    published = {a.article_id: None if pd.isna(a.published) else a.published for a in each(study.articles)}
    oil, country = study.oil, study.topic.settings["pair"][0]
    own = oil[(oil["basis"] == "level") & (oil["country"] == country)]
    return [p for m in MEASURES if (p := _panel(own[own["measure"] == m], m, published)) is not None]


def _panel(rows: pd.DataFrame, measure: str, published: dict[str, str | None]) -> Panel | None:
    if rows.empty:
        return None
    counts = rows["unit"].value_counts()
    unit = min(counts.index, key=lambda name: (-counts[name], name))
    rows = rows[rows["unit"] == unit].assign(bpd=lambda f: f["value"], bpd_high=lambda f: f["value_high"])
    placed = [(row, place_of(row, published.get(row.article_id))) for row in each(rows)]
    dated = sorted(((r, span) for r, span in placed if span), key=lambda p: (p[1], p[0].claim_id))
    if not dated:
        return None
    return Panel(measure, unit, dated[-MOST_PANEL_DOTS:], max(0, len(dated) - MOST_PANEL_DOTS))


def _drawn(study: Any, panel: Panel) -> str:
    rows = [row for row, _ in panel.placed]
    who = speakers(rows)
    words, size = scale_of(max(r.bpd_high if pd.notna(r.bpd_high) else r.bpd for r in rows), panel.unit)
    alt = f"Stated {panel.measure}: " + "; ".join(f"{oil_amount(r)} for {date_words(r.as_of)}" for r in rows[:8])
    last = rows[-1]
    title = (
        f"{panel.measure.capitalize()}: {cite(oil_amount(last), [claim_key(last.claim_id)])} for "
        f"{cite(date_words(last.as_of), [claim_key(last.claim_id)]) if pd.notna(last.as_of) else 'no stated period'}"
    )
    return figure_block(
        f"fig-oil-{panel.measure}", title,
        f"{panel.measure.capitalize()} of {escape(study.topic.settings['oil_subject'])} and its companies, {escape(words)}. "
        "Dots: statements; dashes join rival figures of one owner for one period.",
        pictures(f"oil-{panel.measure}", alt, _drawing(panel, who, words, size), lambda narrow: 190 if narrow else 210,
                 lambda narrow: (34, 12, 24, 34) if narrow else (40, 190, 24, 34)) + legend(who),
        notes=["Only the latest statements are drawn; the exported table holds all." if panel.left_out else ""],
        source=f"{counted(panel.keys, 'statement', 'statements')} of this corpus; no reference series of {panel.measure}.",
        data=_data(panel, rows),
    )  # fmt: skip


def _data(panel: Panel, rows: Sequence[Any]) -> str:
    cells = [
        [cite(oil_amount(r), [claim_key(r.claim_id)]),
         cite(date_words(r.as_of), [claim_key(r.claim_id)]) if pd.notna(r.as_of) else "no period", said(speaker(r))]
        for r in rows[:MOST_ROWS]
    ]  # fmt: skip
    return table(f"Stated {panel.measure}", ["figure", "period", "who says so"], cells, total=len(rows), file="oil.csv")


CLOSE = 0.2
"""Part of the axis's height within which two figures for one time would stand in each other's way."""


def _just_above(row: Any, other: Any, top: float) -> bool:
    return 0 < other.bpd - row.bpd < CLOSE * top


def _drawing(panel: Panel, who: dict[str, str], words: str, size: float) -> Any:
    days = [day for _, span in panel.placed for day in span]
    first, last = min(days), max(days)
    top = 1.12 * max(r.bpd_high if pd.notna(r.bpd_high) else r.bpd for r, _ in panel.placed)
    start, end = first.replace(month=1, day=1).toordinal(), last.toordinal() + 120
    few = len(panel.placed) <= 6

    def draw(canvas: Canvas) -> None:
        canvas.ax.set_xlim(start, end)
        canvas.ax.set_ylim(0, top)
        time_axis(canvas, first, last, 0, top)
        grid(canvas, (start, end), top, words=words, size=size)
        for row, span in panel.placed:
            ends = (span[0].toordinal(), span[1].toordinal() + 1)
            below = any(_just_above(row, other, top) for other, when in panel.placed if when == span)
            dot(canvas, row, ends, who[speaker(row)], top, named=few and not canvas.narrow, below=below)
        rivals(canvas, panel.placed)

    return draw
