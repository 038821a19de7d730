"""Outlets' differing attention: how much of its words each outlet gives to an actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pactline.report.citing import cite
from pactline.report.figures_actors import keys_of, ranked
from pactline.report.markup import Fragment, block, label
from pactline.report.style import BLUE, GRID, MUTED, Canvas, figure_block, fitted
from pactline.report.svg import pictures
from pactline.report.tables import each, table
from pactline.report.wording import counted, paragraph, said

MOST_ROWS = 6
"""Actors of the chart, and columns of its table."""
MOST_OUTLETS = 30
LETTER = 6.4
"""Pixels that a letter of middling width takes up in the small print of a chart."""
UNNAMED = "not named"
"""Stands for the outlet of articles that name none."""
WHAT = "chart of attention by outlet"
DOTS = ", a dot for each outlet; its name stands beside the one that names the actor most"
NO_OUTLET = "No article names its outlet, so that their attention cannot be compared."


@dataclass(frozen=True)
class Attention:
    """What one outlet gives to one actor.

    share   mentions per thousand words of the outlet
    """

    actor: str
    outlet: str
    share: float
    mentions: int
    keys: Sequence[str]

    @property
    def of(self) -> str:
        """What the share is counted from, as for cite."""
        return f"share:outlet={self.outlet}"


def by_outlet(study: Any, attention: pd.DataFrame) -> Fragment:
    """One line per actor and on it one dot per outlet, so that who looks at whom is seen with one outlet and with thirty.

    attention   columns outlet, actor_id, mentions, words, share, as findings.timeline.outlets gives them
    """
    words = {r.outlet: int(r.words) for r in each(attention) if r.outlet != UNNAMED}
    shown = sorted(words, key=lambda name: (-words[name], name))[:MOST_OUTLETS]
    if not shown:
        return block("fig-outlets", WHAT, paragraph(NO_OUTLET))
    outlet = dict(zip(study.articles["article_id"], study.articles["outlet"], strict=True))
    placed = study.mentions.assign(outlet=[outlet[a] for a in study.mentions["article_id"]])
    placed = placed[placed["outlet"].isin(shown)]
    top = [(actor, name) for actor, name, _ in ranked(placed)[:MOST_ROWS]]
    cells = _cells(placed, attention, dict(top))
    alt = "Mentions per thousand words. " + " ".join(_row_said(name, cells, actor, shown) for actor, name in top)
    inner = figure_block(
        "fig-outlets", _title(top, cells, shown),
        "Mentions of an actor per thousand words of an outlet" + (DOTS if len(shown) > 1 else "") + ".",
        pictures("outlets", alt, _strips(top, cells, shown), lambda _: 30 * len(top) + 46,
                 lambda narrow: (122 if narrow else 200, 88 if narrow else 150, 6, 40)),
        notes=[
            "An outlet that does not name an actor has no dot in its row. Where an outlet has few words, one mention weighs much.",
            "Only the outlets with most words are shown; the tables of mentions and articles have all." if len(words) > len(shown) else "",
        ],
        source=f"{counted(keys_of(placed), 'mention', 'mentions', number=len(placed))} in articles that name their outlet.",
        data=_data(top, cells, shown, words),
    )  # fmt: skip
    return block("fig-outlets", WHAT, inner, kind="section")


def _cells(placed: pd.DataFrame, attention: pd.DataFrame, names: Mapping[str, str]) -> dict[tuple[str, str], Attention]:
    """(actor_id, outlet) -> attention, of the actors in `names`."""
    share = {(r.actor_id, r.outlet): float(r.share) for r in each(attention)}
    cells = {}
    for (actor, outlet), rows in placed[placed["actor_id"].isin(list(names))].groupby(
        ["actor_id", "outlet"], sort=True
    ):
        place = str(actor), str(outlet)
        cells[place] = Attention(names[place[0]], place[1], share[place], len(rows), keys_of(rows))
    return cells


def _strips(top: Sequence[tuple[str, str]], cells: Mapping[tuple[str, str], Attention], outlets: Sequence[str]) -> Any:
    """A dot per outlet on the line of its actor; the outlet at the right end has its name."""

    def draw(canvas: Canvas) -> None:
        ax, most = canvas.ax, max(cell.share for cell in cells.values())
        ax.set_xlim(0, most)
        ax.set_ylim(len(top) - 0.3, -0.7)
        for tick in _ticks(most):
            ax.plot([tick, tick], [len(top) - 0.6, len(top) - 0.4], color=MUTED, lw=0.8, zorder=0, clip_on=False)
            canvas.text(tick, len(top) - 0.1, f"{tick:g}", ha="center", fontsize=11.5, color=MUTED, gid="axis")
        under = ax.annotate("mentions per 1,000 words", (0, len(top) - 0.1), (0, -22), textcoords="offset points", fontsize=11.5,
                            color=MUTED, va="center", annotation_clip=False)  # fmt: skip
        under.set_gid("axis")
        for i, (actor, name) in enumerate(top):
            row = sorted((cells[actor, o] for o in outlets if (actor, o) in cells), key=lambda c: (c.share, c.outlet))
            end = row[-1].share
            ax.plot([0, end], [i, i], color=GRID, lw=0.6, zorder=0, clip_on=False)
            canvas.text(-0.04 * most, i, name, longest=15 if canvas.narrow else 25, ha="right", gid="axis")
            for cell in row:
                dot = ax.scatter([cell.share], [i], s=64, color=BLUE, alpha=0.6, linewidths=0, zorder=3, clip_on=False)
                canvas.link(
                    dot, cell.keys, f"{cell.actor} in {cell.outlet}: {cell.share:.1f} per thousand words", cell.of
                )
            if len(outlets) > 1:
                _name_beside(canvas, row[-1], i, most)

    return draw


def _name_beside(canvas: Canvas, cell: Attention, row: int, most: float) -> None:
    room = int((canvas.room_right(cell.share / most) - 12) / LETTER)
    name = canvas.ax.annotate(fitted(label(cell.outlet, 60), min(room, 28)), (cell.share, row), (7, 0), fontsize=10.5, color=MUTED,
                              textcoords="offset points", va="center", annotation_clip=False)  # fmt: skip
    name.set_gid("axis")


def _ticks(most: float) -> list[float]:
    """Nought and at most four round numbers up to the largest share.

    >>> _ticks(21.3), _ticks(0.7)
    ([0.0, 10.0, 20.0], [0.0, 0.2, 0.4, 0.6])
    """
    size = 10.0 ** len(str(int(most))) / 1000
    step = next(size * k for k in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if most / (size * k) < 4)
    return [round(step * k, 3) for k in range(int(most / step) + 1)]


def _title(top: Sequence[tuple[str, str]], cells: Mapping[tuple[str, str], Attention], outlets: Sequence[str]) -> str:
    """Over whom the outlets differ most; of one outlet, whom it names most."""
    if len(outlets) == 1:
        first = cells[top[0][0], outlets[0]]
        return f"{said(first.outlet)} names {said(first.actor)} most: {_linked(first)} mentions per thousand words"
    rows = [[cells.get((actor, outlet)) for outlet in outlets] for actor, _ in top]
    row = max(rows, key=lambda cells_of: _most(cells_of).share - _least(cells_of))
    most, least = _most(row), min((c for c in row if c), key=lambda c: (c.share, c.outlet))
    silent = [outlet for outlet, cell in zip(outlets, row, strict=True) if cell is None]
    other = f"none in {said(silent[0])}" if silent else f"{_linked(least)} in {said(least.outlet)}"
    return (
        f"Outlets differ most over {said(most.actor)}: {_linked(most)} mentions per thousand words in {said(most.outlet)}, "
        f"{other}"
    )


def _most(row: Sequence[Attention | None]) -> Attention:
    return max((cell for cell in row if cell), key=lambda c: (c.share, c.outlet))


def _least(row: Sequence[Attention | None]) -> float:
    return min(cell.share if cell else 0.0 for cell in row)


def _linked(cell: Attention) -> str:
    return cite(f"{cell.share:.1f}", cell.keys, cell.of)


def _row_said(name: str, cells: Mapping[tuple[str, str], Attention], actor: str, outlets: Sequence[str]) -> str:
    row = [cells[actor, outlet] for outlet in outlets if (actor, outlet) in cells]
    least, most = min(row, key=lambda c: c.share), max(row, key=lambda c: c.share)
    return f"{name}: {least.share:.1f} in {least.outlet} to {most.share:.1f} in {most.outlet}."


def _data(
    top: Sequence[tuple[str, str]], cells: Mapping[tuple[str, str], Attention], outlets: Sequence[str], words: Mapping[str, int]
) -> str:  # fmt: skip
    """Outlets against actors, the outlet with most words first; a dash for silence."""
    rows = []
    for outlet in outlets:
        row = [cells.get((actor, outlet)) for actor, _ in top]
        shares = [cite(f"{cell.share:.1f} ({cell.mentions:,})", cell.keys, cell.of) if cell else "–" for cell in row]
        rows.append([said(label(outlet, 40)), *shares])
    names = [label(name, 24) for _, name in top]
    caption = "Mentions per thousand words of an outlet, and how many mentions that is"
    return table(caption, ["outlet", *names], rows, total=len(words), file="mentions.csv", numeric=names)
