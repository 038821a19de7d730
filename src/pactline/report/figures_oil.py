"""Oil output: what the articles state, in front of the reference series."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from pactline.report.citing import cite, claim_key
from pactline.report.drawing_oil import dot, grid, legend, rivals, series, speakers
from pactline.report.figures_oil_many import MANY_WORDS, MOST_DOTS, draw_spreads, spreads
from pactline.report.markup import Fragment, block, escape
from pactline.report.style import GREEN, INK, MUTED, ORANGE, PURPLE, SKY, Canvas, figure_block, time_axis
from pactline.report.svg import pictures
from pactline.report.tables import MOST_ROWS, each, table
from pactline.report.told_oil import NOTHING, oil_title, place_of, production, reference_lines, speaker
from pactline.report.wording import counted, date_words, listed, oil_amount, paragraph, said

MOST_PAST = 6
"""Figures without a date named under the chart; the table has all."""


def output_over_time(study: Any) -> Fragment:
    """Reference series as lines, statements as dots with bounds and spans, coloured by who says so."""
    stated, lines = production(study), reference_lines(study)
    if stated.empty:
        return block(
            "fig-oil",
            "chart of oil output",
            paragraph(NOTHING if study.oil.empty else "No article states a level of output."),
        )
    published = {a.article_id: None if pd.isna(a.published) else a.published for a in each(study.articles)}
    placed = [(r, place_of(r, published.get(r.article_id))) for r in each(stated)]
    dated = [(r, span) for r, span in placed if span]
    timeless = [r for r, span in placed if not span]
    keys = [claim_key(c) for c in stated["claim_id"]]
    alt = "Stated output: " + "; ".join(f"{oil_amount(r)} for {date_words(r.as_of)}" for r in each(stated.head(12)))
    who = speakers(each(stated))
    inner = figure_block(
        "fig-oil", oil_title(study), f"Output of {escape(study.topic.settings['oil_subject'])}, {escape(study.topic.commodity.axis_label)}. "
        + (MANY_WORDS if len(dated) > MOST_DOTS else
           "Lines: reference series. Dots: statements in the articles, as wide as their period; a stroke up or down: at least, at most."),
        pictures("oil", alt, _oil(study, dated, lines, who), lambda narrow: 300 if narrow else 380,
                 lambda narrow: (34, 12, 24, 34) if narrow else (40, 190, 24, 34)) + ("" if len(dated) > MOST_DOTS else legend(who)),
        notes=[_past(timeless),
               "The series measure different things: all liquids count condensate and gas liquids, JODI crude only; "
               "OPEC's secondary sources and what the country reports are never merged."],
        source=f"{counted(keys, 'statement', 'statements')} of this corpus; "
        + (listed([cite(name, source) for name, _, source, _ in lines]) or "no reference series") + ".",
        data=table("Statements drawn", ["figure", "period", "who says so"],
                   [[cite(oil_amount(r), [claim_key(r.claim_id)]), cite(date_words(r.as_of), [claim_key(r.claim_id)]),
                     said(speaker(r))] for r in each(stated.head(MOST_ROWS))], total=len(stated), file="oil.csv"),
    )  # fmt: skip
    return block("fig-oil", "chart of oil output", inner, kind="section")


LINES = ((MUTED, 1.1), (INK, 1.8), (SKY, 1.0), (ORANGE, 1.6), (GREEN, 1.6), (PURPLE, 1.2))
"""Colour and width of the reference series in their order; the user's own come after the topic's."""


def _past(timeless: Sequence[Any]) -> str:
    """Figures that have no place on the axis of time, in words."""
    figures = [cite(oil_amount(row), [claim_key(row.claim_id)]) for row in timeless[:MOST_PAST]]
    return f"Not drawn, since the text only calls them past: {listed(figures)}." if figures else ""


def _oil(study: Any, dated: Sequence[Any], lines: Sequence[Any], who: dict[str, str]) -> Any:
    days = [d for _, points, _, _ in lines for d, _ in points] + [d for _, span in dated for d in span]
    first, last = (min(days), max(days)) if days else (date(2000, 1, 1), date(2001, 1, 1))
    values = [v for _, points, _, _ in lines for d, v in points]
    values += [r.bpd_high if pd.notna(r.bpd_high) else r.bpd for r, _ in dated]
    top = max(values, default=1.0) * 1.06
    start, end = first.replace(month=1, day=1).toordinal(), last.toordinal() + 120

    few, axis = len(dated) <= 6, study.topic.commodity
    many = spreads(dated) if len(dated) > MOST_DOTS else []

    def draw(canvas: Canvas) -> None:
        ax = canvas.ax
        ax.set_xlim(start, end)
        ax.set_ylim(0, top)
        time_axis(canvas, first, last, 0, top)
        grid(canvas, (start, end), top, words=axis.axis_label, size=axis.axis_scale)
        ends: list[float] = []
        for (name, points, source, line), (colour, width) in zip(lines, LINES, strict=False):
            series(canvas, name, points, source, line, colour, width, ends, (end, top))
        if many:
            draw_spreads(canvas, many, top)
            return
        for row, span in dated:
            dot(
                canvas,
                row,
                (span[0].toordinal(), span[1].toordinal() + 1),
                who[speaker(row)],
                top,
                named=few and not canvas.narrow,
            )
        rivals(canvas, dated)

    return draw
