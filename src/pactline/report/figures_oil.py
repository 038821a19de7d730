"""Oil output: what the articles state, in front of the reference series."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from pactline.report.citing import cite, claim_key
from pactline.report.figures_oil_many import MANY_WORDS, MOST_DOTS, draw_spreads, spreads
from pactline.report.markup import Fragment, block, escape, label
from pactline.report.style import (
    BLUE,
    GREEN,
    GRID,
    INK,
    MUTED,
    ORANGE,
    PAPER,
    PURPLE,
    RED,
    SKY,
    Canvas,
    figure_block,
    time_axis,
)
from pactline.report.svg import pictures
from pactline.report.tables import MOST_ROWS, each, table
from pactline.report.told_oil import NO_SPEAKER, NOTHING, oil_title, place_of, production, reference_lines, speaker
from pactline.report.wording import counted, date_words, listed, oil_amount, paragraph, said

SPEAKERS = (RED, BLUE, GREEN, ORANGE, PURPLE)


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
    who = speakers(stated)
    inner = figure_block(
        "fig-oil", oil_title(study), f"Output of {escape(study.topic.settings['oil_subject'])}, million barrels a day. "
        + (MANY_WORDS if len(dated) > MOST_DOTS else
           "Lines: reference series. Dots: statements in the articles, as wide as their period; a stroke up or down: at least, at most."),
        pictures("oil", alt, _oil(study, dated, timeless, lines, who), lambda narrow: 300 if narrow else 380,
                 lambda narrow: (34, 12, 24, 34) if narrow else (40, 190, 24, 34)) + ("" if len(dated) > MOST_DOTS else _speaker_legend(who)),
        notes=["At the left edge: figures that the text only calls past." if timeless and len(dated) <= MOST_DOTS else "",
               "The series measure different things: all liquids count condensate and gas liquids, JODI crude only; "
               "OPEC's secondary sources and what the country reports are never merged."],
        source=f"{counted(keys, 'statement', 'statements')} of this corpus; "
        + (listed([cite(name, source) for name, _, source, _ in lines]) or "no reference series") + ".",
        data=table("Statements drawn", ["figure", "period", "who says so"],
                   [[cite(oil_amount(r), [claim_key(r.claim_id)]), cite(date_words(r.as_of), [claim_key(r.claim_id)]),
                     said(speaker(r))] for r in each(stated.head(MOST_ROWS))], total=len(stated), file="oil.csv"),
    )  # fmt: skip
    return block("fig-oil", "chart of oil output", inner, kind="section")


def speakers(stated: pd.DataFrame) -> dict[str, str]:
    """Colour by who says so; beyond five, the rest share one."""
    named = sorted({speaker(r) for r in each(stated)}, key=lambda s: (s == NO_SPEAKER, s))
    return {name: SPEAKERS[i] if i < len(SPEAKERS) else INK for i, name in enumerate(named)}


def _speaker_legend(who: dict[str, str]) -> str:
    classes = {RED: "c4", BLUE: "c1", GREEN: "c3", ORANGE: "c2", PURPLE: "c5", INK: "ink", SKY: "c6"}
    rows = "".join(
        f'<li><span class="g-{classes[c]}" aria-hidden="true">●</span> {said(name)}</li>'
        for name, c in list(who.items())[:12]
    )
    return f'<ul class="legend" data-plain="">{rows}</ul>'


def _oil(study: Any, dated: Sequence[Any], timeless: Sequence[Any], lines: Sequence[Any], who: dict[str, str]) -> Any:
    days = [d for _, points, _, _ in lines for d, _ in points] + [d for _, span in dated for d in span]
    first, last = (min(days), max(days)) if days else (date(2000, 1, 1), date(2001, 1, 1))
    values = [v for _, points, _, _ in lines for d, v in points]
    values += [r.bpd_high if pd.notna(r.bpd_high) else r.bpd for r in [*(r for r, _ in dated), *timeless]]
    top = max(values) * 1.06
    start, end = first.replace(month=1, day=1).toordinal(), last.toordinal() + 120

    few = len(dated) + len(timeless) <= 6
    many = spreads(dated) if len(dated) > MOST_DOTS else []

    def draw(canvas: Canvas) -> None:
        ax = canvas.ax
        ax.set_xlim(start, end)
        ax.set_ylim(0, top)
        time_axis(canvas, first, last, 0, top)
        _grid(canvas, start, end, top)
        ends: list[float] = []
        for (name, points, source, line), (colour, width) in zip(
            lines, ((MUTED, 1.1), (INK, 1.8), (SKY, 1.0)), strict=False
        ):
            _series(canvas, name, points, source, line, colour, width, ends, (end, top))
        if many:
            draw_spreads(canvas, many, top)
            return
        for row, span in dated:
            _statement(
                canvas,
                row,
                (span[0].toordinal(), span[1].toordinal() + 1),
                who[speaker(row)],
                top,
                named=few and not canvas.narrow,
            )
        for row in timeless:
            _statement(canvas, row, (start + 40, start + 40), who[speaker(row)], top, named=few and not canvas.narrow)
        _rivals(canvas, dated)

    return draw


def _grid(canvas: Canvas, start: int, end: int, top: float) -> None:
    """Quiet lines across, with their values in million barrels a day at the left."""
    step = next(s for s in (5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7, 5e7) if top / s <= 6)
    for i in range(int(top / step) + 1):
        canvas.ax.plot([start, end], [i * step, i * step], color=GRID if i else MUTED, lw=0.8, zorder=0, clip_on=False)
        canvas.text(start, i * step, f"{i * step / 1e6:g}", ha="right", fontsize=11.5, color=MUTED, gid="axis").set_position(
            (start - (end - start) * 0.012, i * step))  # fmt: skip
    canvas.text(start, top, "million b/d", color=MUTED, fontsize=11.5, va="bottom").set_position((start, top * 1.015))


def _series(
    canvas: Canvas, name: str, points: Sequence[tuple[date, float]], source: Sequence[str], line: bool, colour: str,
    width: float, ends: list[float], corner: tuple[float, float],
) -> None:  # fmt: skip
    x, y = [d.toordinal() for d, _ in points], [v for _, v in points]
    if line:
        artist: Any = canvas.ax.plot(x, y, color=colour, lw=width, zorder=1, clip_on=False)[0]
    else:
        artist = canvas.ax.scatter(x, y, s=9, marker="D", color=colour, linewidths=0, zorder=2, clip_on=False)
    canvas.link(artist, source, f"Reference: {name}")
    if not canvas.narrow:
        place = y[-1]
        while any(abs(place - other) < corner[1] * 0.05 for other in ends):
            place -= corner[1] * 0.05
        ends.append(place)
        canvas.text(corner[0] + 90, place, name, gid="axis", longest=34, fontsize=11, color=INK)
        canvas.ax.scatter(
            [corner[0] - 60], [place], s=14, marker="s" if line else "D", color=colour, linewidths=0, clip_on=False
        )


def _statement(
    canvas: Canvas, row: Any, span: tuple[int, int], colour: str, top: float, *, named: bool = False
) -> None:
    """One statement: its dot, its period, its bound; `named` writes the figure beside it where there are few."""
    ax, middle = canvas.ax, (span[0] + span[1]) / 2
    keys = [claim_key(row.claim_id)]
    says = f"{oil_amount(row)}, {date_words(row.as_of)}, says {speaker(row)}"
    high = row.bpd_high if pd.notna(row.bpd_high) else row.bpd
    parts: list[Any] = []
    parts += _reach(ax, row, span, high, colour, top)
    parts.append(
        ax.scatter(
            [middle],
            [(row.bpd + high) / 2],
            s=56,
            color=colour,
            edgecolors="#fefefe",
            linewidths=1.2,
            zorder=5,
            clip_on=False,
        )
    )
    if named:
        parts.insert(0, ax.annotate(
            label(oil_amount(row), 30), (middle, (row.bpd + high) / 2), (9, -14) if span[1] - span[0] < 1 else (-9, 14),
            textcoords="offset points", ha="left" if span[1] - span[0] < 1 else "right", fontsize=11.5, color=INK,
            annotation_clip=False, zorder=6,
            bbox={"facecolor": PAPER, "alpha": 0.85, "lw": 0, "pad": 1.5},
        ))  # fmt: skip
    for part in parts[:-1]:
        part.set_url(f"mark:{len(canvas.marks)}")
    canvas.link(parts[-1], keys, says)


def _reach(ax: Any, row: Any, span: tuple[int, int], high: float, colour: str, top: float) -> list[Any]:
    """How far a statement reaches: its period across, its range upwards, an arrow where it says at least or at most."""
    middle = (span[0] + span[1]) / 2
    parts: list[Any] = []
    if span[1] - span[0] > 1:
        parts += ax.plot(
            span, [row.bpd, row.bpd], color=colour, lw=2.4, alpha=0.6, solid_capstyle="butt", zorder=4, clip_on=False
        )
    if high > row.bpd:
        parts += ax.plot([middle, middle], [row.bpd, high], color=colour, lw=2, zorder=4, clip_on=False)
    if row.bound in ("at_least", "at_most"):
        sign = 1 if row.bound == "at_least" else -1
        parts += ax.plot(
            [middle, middle], [row.bpd, row.bpd + sign * top * 0.06], color=colour, lw=1.8, zorder=4, clip_on=False
        )
        parts.append(ax.scatter([middle], [row.bpd + sign * top * 0.06], s=26, marker="^" if sign > 0 else "v", color=colour,
                                linewidths=0, zorder=4, clip_on=False))  # fmt: skip
    return parts


def _rivals(canvas: Canvas, dated: Sequence[Any]) -> None:
    """Different figures for the same period, joined."""
    by_period: dict[str, list[Any]] = {}
    for row, span in dated:
        if pd.notna(row.as_of):
            by_period.setdefault(row.as_of, []).append((row.bpd, (span[0].toordinal() + span[1].toordinal() + 1) / 2))
    for rivals in by_period.values():
        low, high = min(rivals), max(rivals)
        if high[0] > low[0] * 1.02:
            canvas.ax.plot(
                [low[1], high[1]], [low[0], high[0]], color=INK, lw=1, ls=(0, (2, 2)), zorder=3, clip_on=False
            )
