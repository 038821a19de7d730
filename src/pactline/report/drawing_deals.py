"""The drawing of deals one by one: a lane for each pair of sides, a line with its words for each deal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matplotlib.patches import Rectangle

from pactline.record.dates import earliest, latest
from pactline.report.citing import claim_key
from pactline.report.style import BLUE, GREEN, GRID, INK, MUTED, ORANGE, PAPER, PURPLE, RED, Canvas, fitted, time_axis
from pactline.report.told_deals import deal_date
from pactline.report.wording import KIND_WORDS, date_words, item_words, status_words

SHAPES = {
    "requested": ("D", ORANGE, False), "offered": ("o", ORANGE, False), "negotiating": ("s", ORANGE, False),
    "agreed": ("s", BLUE, True), "delivering": (">", GREEN, True), "delivered": ("o", GREEN, True),
    "suspended": ("X", RED, True), "cancelled": ("P", RED, True), "denied": ("X", PURPLE, False),
}  # fmt: skip
"""Marker, colour and whether filled, by status: wishes hollow, deeds filled, ends crossed."""
LINE, PAD = 18, 8
"""Pixels of a deal's line, and of the space above and below the lines of a lane."""
COLUMN = {False: 34, True: 24}
"""Pixels of the highest column of the register, by whether the drawing is narrow."""
MARGINS = {False: (184, 64, 26, 26), True: (8, 64, 26, 26)}
"""Left, right, top and bottom of the drawing in pixels, by whether it is narrow."""
UNDATED = 40
"""Pixels between the end of the axis and the marks of deals without a date."""
LETTER = 7.1
"""Pixels of a letter of middling width at the size of the words beside a mark."""


@dataclass(frozen=True)
class Lane:
    """The deals of one pair of sides.

    sides     codes of both, as the register's entries are counted by
    register  year -> entries delivered in it
    """

    pair: str
    deals: Sequence[Any]
    sides: str
    register: Mapping[int, int]

    def heading(self, narrow: bool) -> list[str]:
        """The pair in one line or two."""
        if narrow or len(self.pair) <= 22:
            return [self.pair]
        for sign in (" → ", " ↔ ", " in "):
            first, found, second = self.pair.partition(sign)
            if found:
                return [first, f"{sign.strip()} {second}"]
        return [self.pair]

    def height(self, narrow: bool) -> int:
        """Pixels from its upper line to its lower one."""
        lines = len(self.deals) + 1 if narrow else max(len(self.deals), len(self.heading(False)))
        return max(2 * PAD + LINE * lines, COLUMN[narrow] + PAD if self.register else 0)


def height_of(lanes: Sequence[Lane], narrow: bool) -> int:
    """Pixels of the whole drawing."""
    return sum(lane.height(narrow) for lane in lanes) + MARGINS[narrow][2] + MARGINS[narrow][3]


def lanes_drawn(lanes: Sequence[Lane], source: Sequence[str]) -> Callable[[Canvas], None]:
    """The drawing; `source` is the evidence of the register's columns."""
    first, last = _span(lanes)
    start, end = first.toordinal(), last.toordinal() + 1
    biggest = max((n for lane in lanes for n in lane.register.values()), default=0)

    def draw(canvas: Canvas) -> None:
        heights = [lane.height(canvas.narrow) for lane in lanes]
        canvas.ax.set_xlim(start, end)
        canvas.ax.set_ylim(sum(heights), 0)
        if any(deal_date(e) for lane in lanes for e in lane.deals) or biggest:
            time_axis(canvas, first, last, sum(heights), 0, above=True)
        if any(not deal_date(e) for lane in lanes for e in lane.deals):
            _aside(canvas, end, sum(heights))
        top = 0
        for lane, height in zip(lanes, heights, strict=True):
            canvas.ax.plot([start, end], [top, top], color=GRID, lw=0.8, clip_on=False, zorder=0)
            _deliveries(canvas, lane, top + height, source, biggest)
            _heading(canvas, lane, top)
            for i, event in enumerate(lane.deals):
                _deal(canvas, lane.pair, event, top + PAD + LINE * (i + 0.5 + canvas.narrow))
            top += height

    return draw


def _span(lanes: Sequence[Lane]) -> tuple[date, date]:
    """Whole years from the first date to the last; one year where nothing is dated."""
    told = [d for lane in lanes for e in lane.deals if (d := deal_date(e))]
    days = [end(d) for d in told for end in (earliest, latest)]
    days += [date(year, 7, 1) for lane in lanes for year in lane.register]
    if not days:
        return date(2000, 1, 1), date(2000, 12, 31)
    return min(days).replace(month=1, day=1), max(days).replace(month=12, day=31)


def _per_pixel(canvas: Canvas) -> float:
    """Days that one pixel of the axis stands for."""
    left, right, *_ = MARGINS[canvas.narrow]
    start, end = canvas.ax.get_xlim()
    return float((end - start) / (canvas.width - left - right))


def _aside(canvas: Canvas, end: int, bottom: int) -> None:
    """The column of deals without a date."""
    day = _per_pixel(canvas)
    canvas.ax.plot([end, end], [0, bottom], color=GRID, lw=0.8, clip_on=False, zorder=0)
    canvas.text(end + UNDATED * day, -11, "no date", ha="center", fontsize=11, color=MUTED)


def _heading(canvas: Canvas, lane: Lane, top: int) -> None:
    day = _per_pixel(canvas)
    start, _ = canvas.ax.get_xlim()
    for i, words in enumerate(lane.heading(canvas.narrow)):
        if canvas.narrow:
            canvas.text(start, top + PAD + LINE / 2, words, longest=42, ha="left", fontweight="bold", fontsize=11)
        else:
            canvas.text(
                start - 10 * day, top + PAD + LINE * (i + 0.5) - i * 3, words, longest=26, ha="right", fontsize=11.5
            )


def _deliveries(canvas: Canvas, lane: Lane, bottom: float, source: Sequence[str], biggest: int) -> None:
    """The register's entries with a delivery in a year, as a column behind the lane; the highest says how many it is."""
    for year, n in sorted(lane.register.items()):
        height = COLUMN[canvas.narrow] * n / biggest
        left = date(year, 1, 1).toordinal() + 25
        bar = Rectangle((left, bottom - height), 315, height, facecolor=GRID, lw=0, zorder=1, clip_on=False)
        canvas.ax.add_patch(bar)
        says, of = (
            f"{lane.pair}, {year}: {n} {'entry' if n == 1 else 'entries'} of the register",
            f"entries:{lane.sides}>{year}",
        )
        if n < biggest:
            canvas.link(bar, source, says, of)
        else:
            words = canvas.text(
                left + 157,
                bottom - height - 7,
                f"{n:,} {'entry' if n == 1 else 'entries'}",
                ha="center",
                fontsize=10.5,
                color=MUTED,
            )
            canvas.link_all((bar, words), source, says, of)


def _deal(canvas: Canvas, pair: str, event: Any, y: float) -> None:
    """A mark at the deal's date, a bar where only month or year is told, and what it is about beside it; one link."""
    _, end = canvas.ax.get_xlim()
    day, told = _per_pixel(canvas), deal_date(event)
    at = end + UNDATED * day
    left, right = (earliest(told).toordinal(), latest(told).toordinal() + 1) if told else (at, at)
    x = (left + right) / 2
    marker, colour, filled = SHAPES[event.status]
    parts = [
        canvas.ax.scatter([x], [y], s=46, marker=marker, facecolors=colour if filled else PAPER, edgecolors=colour,
                          linewidths=1.6, zorder=4, clip_on=False),
        _words(canvas, item_words(event.items, most=3) or KIND_WORDS[event.kind], (left, x, right), y),
    ]  # fmt: skip
    if right - left > 12 * day:
        parts += canvas.ax.plot(
            [left, right], [y, y], color=colour, lw=3, alpha=0.45, solid_capstyle="round", clip_on=False, zorder=3
        )
    says = f"{pair}, {status_words(event.status, event.kind)}, {date_words(told)}"
    canvas.link_all(parts, [claim_key(c) for c in event.claims], says)


def _words(canvas: Canvas, words: str, mark: tuple[float, float, float], y: float) -> Any:
    """Words on the side of a mark that has more room, as long as they fit."""
    (left, x, right), day = mark, _per_pixel(canvas)
    start, end = canvas.ax.get_xlim()
    before = left - start > end - right
    room = (left - start if before else end - right) / day - 12
    place = min(left, x - 6 * day) - 5 * day if before else max(right, x + 6 * day) + 5 * day
    shown = fitted(words, max(8, int(room / LETTER)))
    return canvas.text(place, y, shown, longest=400, ha="right" if before else "left", fontsize=11, color=INK, zorder=5)
