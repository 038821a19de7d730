"""What the charts of oil figures are drawn with: axes, reference lines, statements, rivals, and colours by who says so."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd

from pactline.report.citing import claim_key
from pactline.report.markup import label
from pactline.report.style import BLUE, GREEN, GRID, INK, MUTED, ORANGE, PAPER, PURPLE, RED, SKY, Canvas
from pactline.report.told_oil import NO_SPEAKER, speaker
from pactline.report.wording import date_words, oil_amount, said

SPEAKERS = (RED, BLUE, GREEN, ORANGE, PURPLE)


def speakers(rows: Iterable[Any]) -> dict[str, str]:
    """Colour by who says so; beyond five, the rest share one."""
    named = sorted({speaker(r) for r in rows}, key=lambda s: (s == NO_SPEAKER, s))
    return {name: SPEAKERS[i] if i < len(SPEAKERS) else INK for i, name in enumerate(named)}


def legend(who: dict[str, str]) -> str:
    """Who says so, an entry a colour: those that share one stand together."""
    classes = {RED: "c4", BLUE: "c1", GREEN: "c3", ORANGE: "c2", PURPLE: "c5", INK: "ink", SKY: "c6"}
    named: dict[str, list[str]] = {}
    for name, colour in list(who.items())[:12]:
        named.setdefault(colour, []).append(said(name))
    rows = "".join(
        f'<li><span class="g-{classes[c]}" aria-hidden="true">●</span> {", ".join(names)}</li>'
        for c, names in named.items()
    )
    return f'<ul class="legend" data-plain="">{rows}</ul>'


def round_step(least: float) -> float:
    """The smallest of 1, 2, 5, 10, 20, 50, ... that is not below `least`.

    >>> round_step(630_000), round_step(0.12)
    (1000000.0, 0.2)
    """
    power = 10.0 ** math.floor(math.log10(least)) if least > 0 else 1.0
    return next(m * power for m in (1, 2, 5, 10) if m * power >= least)


def scale_of(largest: float, unit: str) -> tuple[str, float]:
    """Label of an axis and what its values are divided by.

    >>> scale_of(2.4e6, "b/d"), scale_of(303e9, "bbl"), scale_of(40, "t")
    (('million b/d', 1000000.0), ('billion bbl', 1000000000.0), ('t', 1.0))
    """
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand")):
        if largest >= size:
            return f"{word} {unit}", size
    return unit, 1.0


def grid(canvas: Canvas, ends: tuple[int, int], top: float, *, words: str, size: float) -> None:
    """Quiet lines across, with their values at the left.

    ends   first and last day of the axis as ordinals;  top  upper end in the data's unit
    words  the axis label;  size  what a value is divided by to be written, such as 1e6 for millions
    """
    start, end = ends
    step = round_step(top / 6)
    for i in range(int(top / step) + 1):
        canvas.ax.plot([start, end], [i * step, i * step], color=GRID if i else MUTED, lw=0.8, zorder=0, clip_on=False)
        canvas.text(start, i * step, f"{i * step / size:g}", ha="right", fontsize=11.5, color=MUTED, gid="axis").set_position(
            (start - (end - start) * 0.012, i * step))  # fmt: skip
    canvas.text(start, top, words, color=MUTED, fontsize=11.5, va="bottom").set_position((start, top * 1.015))


def series(
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


def dot(
    canvas: Canvas,
    row: Any,
    span: tuple[int, int],
    colour: str,
    top: float,
    *,
    named: bool = False,
    below: bool = False,
) -> None:
    """One statement: its dot, its period, its bound.

    named   write the figure beside it, where there are few; below  under it, where another's figure stands above
    """
    ax, middle = canvas.ax, (span[0] + span[1]) / 2
    keys = [claim_key(row.claim_id)]
    whose = f" ({label(_whose(row), 40)})" if _whose(row) else ""
    says = f"{oil_amount(row)}{whose}, {date_words(row.as_of)}, says {speaker(row)}"
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
        parts.insert(0, _figure_beside(ax, row, (middle, (row.bpd + high) / 2), span[1] - span[0] < 1, below))
    for part in parts[:-1]:
        part.set_url(f"mark:{len(canvas.marks)}")
    canvas.link(parts[-1], keys, says)


def _figure_beside(ax: Any, row: Any, at: tuple[float, float], of_a_day: bool, below: bool) -> Any:
    """The figure in words beside its dot: right of one day, left of a longer period."""
    return ax.annotate(
        label(oil_amount(row), 30), at, (9, -14) if of_a_day else (-9, -22 if below else 14),
        textcoords="offset points", ha="left" if of_a_day else "right", fontsize=11.5, color=INK,
        annotation_clip=False, zorder=6,
        bbox={"facecolor": PAPER, "alpha": 0.85, "lw": 0, "pad": 1.5},
    )  # fmt: skip


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


def _whose(row: Any) -> str:
    return str(row.subject) if pd.notna(row.subject) else ""


def rivals(canvas: Canvas, dated: Sequence[Any]) -> None:
    """Different figures of one owner for the same period, joined: two refineries' capacities are no rivals."""
    by_period: dict[tuple[str, str], list[Any]] = {}
    for row, span in dated:
        if pd.notna(row.as_of):
            by_period.setdefault((row.as_of, _whose(row)), []).append(
                (row.bpd, (span[0].toordinal() + span[1].toordinal() + 1) / 2)
            )
    for told in by_period.values():
        low, high = min(told), max(told)
        if high[0] > low[0] * 1.02:
            canvas.ax.plot(
                [low[1], high[1]], [low[0], high[0]], color=INK, lw=1, ls=(0, (2, 2)), zorder=3, clip_on=False
            )
