"""The look of the charts: colours, sizes, and the one place where matplotlib is configured."""

from __future__ import annotations

import io
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.figure import Figure

from pactline.report.citing import attributes
from pactline.report.markup import cut, escape, label

INK = "#1b1b1c"
MUTED = "#5c6065"
GRID = "#d9dbde"
PAPER = "#fefefe"
VEIL = "#eceef0"
# Okabe-Ito, without yellow (invisible on white)
BLUE, ORANGE, GREEN, RED, PURPLE, SKY = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9"
CLASSES = {INK: "ink", MUTED: "mut", GRID: "grid", PAPER: "pap", VEIL: "veil", BLUE: "c1", ORANGE: "c2", GREEN: "c3",
           RED: "c4", PURPLE: "c5", SKY: "c6"}  # fmt: skip
YEAR_WIDTH = 34
"""Pixels that the label of a year takes up beside its line."""
WIDE, NARROW = 720, 340
"""Widths in pixels that every chart is drawn for: a screen, and a phone."""

SETTINGS: dict[str, Any] = {
    "font.size": 12, "font.family": "DejaVu Sans", "text.parse_math": False, "svg.fonttype": "none",
    "svg.hashsalt": "pactline", "hatch.linewidth": 0.8, "path.simplify": True,
}  # fmt: skip


@dataclass
class Canvas:
    """One chart at one width: axes measured in pixels inside, and the marks that are links.

    ax      the axes; y grows upwards in data units set by the chart
    width   of the whole figure in pixels
    marks   (attributes of the link, what a screen reader says) in order of drawing
    """

    ax: Axes
    width: int
    marks: list[tuple[str, str]] = field(default_factory=list)

    @property
    def narrow(self) -> bool:
        return self.width < 500

    def link(self, artist: Any, keys: Sequence[str], says: str, of: str = "") -> None:
        """Make an artist a link to its evidence; `of` as for cite."""
        self.link_all([artist], keys, says, of)

    def link_all(self, artists: Iterable[Any], keys: Sequence[str], says: str, of: str = "") -> None:
        """Make several artists one link, at which the keyboard stops once."""
        url = f"mark:{len(self.marks)}"
        for artist in artists:
            artist.set_url(url)
            if isinstance(artist, Collection):
                artist.set_urls([url])  # a single dot is drawn with these and without the other
        self.marks.append((attributes(keys, of), label(says, 160)))

    def room_right(self, share: float) -> float:
        """Pixels between a place on the axis, as a share of its length, and the edge of the drawing."""
        box = self.ax.get_position()
        return float(self.width * (1 - box.x0 - share * box.width))

    def room_left(self, share: float) -> float:
        """Pixels between the beginning of the axis and a place on it."""
        return float(self.width * share * self.ax.get_position().width)

    def text(self, x: float, y: float, words: object, *, longest: int = 40, **options: Any) -> Any:
        """Text that is data: one line, cut, never mathematics."""
        options = {"fontsize": 12, "color": INK, "va": "center", "clip_on": False, **options}
        return self.ax.text(x, y, fitted(label(words, 400), longest), **options)


WIDE_LETTERS, SLIM_LETTERS = frozenset("mwMW@%—<>=+&#~"), frozenset("iljtfrI.,:;'’|!()[] ")


def fitted(words: str, longest: int) -> str:
    """One line, cut with an ellipsis where it would be wider than so many letters of middling width.

    >>> fitted("Helicopter purchase", 12), fitted("WWWWWWWWWWWW", 12), fitted("short", 12)
    ('Helicopter p…', 'WWWWWWW…', 'short')
    """
    if sum(map(_width, words)) <= longest:
        return words
    room, i = float(longest) - 1.0, 0
    while (room := room - _width(words[i])) >= 0:
        i += 1
    return cut(words, max(1, i)).rstrip() + "…"


def _width(letter: str) -> float:
    """Width in letters of middling width, as sans-serif faces have it."""
    if letter in WIDE_LETTERS:
        return 1.5
    if letter in SLIM_LETTERS:
        return 0.6
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.8
    return 1.32 if letter.isupper() else 1.0


@contextmanager
def settings() -> Iterator[None]:
    """matplotlib as it comes, with SETTINGS and nothing of the user's own configuration."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(SETTINGS)  # type: ignore[arg-type]
        yield


def drawn(
    draw: Callable[[Canvas], Any], *, width: int, height: int, margins: tuple[int, int, int, int]
) -> tuple[str, list[tuple[str, str]]]:
    """Run a drawing function on fresh axes; raw SVG text and the marks.

    margins  left, right, top, bottom in pixels
    """
    left, right, top, bottom = margins
    with settings():
        figure = Figure(figsize=(width / 72, height / 72))
        figure.patch.set_visible(False)
        ax = figure.add_axes(
            (left / width, bottom / height, (width - left - right) / width, (height - top - bottom) / height)
        )
        ax.axis("off")
        canvas = Canvas(ax, width)
        draw(canvas)
        text = io.StringIO()
        with warnings.catch_warnings():  # the reader's own fonts draw the text; DejaVu only measures it
            warnings.filterwarnings("ignore", message="Glyph .* missing")
            figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None})
    return text.getvalue(), canvas.marks


def time_axis(canvas: Canvas, first: date, last: date, y: float, top: float, *, above: bool = False) -> None:
    """Years under the chart, at most as many as fit, with quiet lines up to `top`; `above` writes them there as well.

    Where every year has its line, the year stands behind it, over its own months; where only some have one,
    it stands under the line.
    """
    fits = 5 if canvas.narrow else 11
    years = list(range(first.year, last.year + 2))
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000) if len(years) / s <= fits)
    start, end = canvas.ax.get_xlim()
    room = YEAR_WIDTH if step == 1 else YEAR_WIDTH / 2
    close = canvas.room_left(step * 365.25 / (end - start)) < 1.6 * YEAR_WIDTH
    for year in years:
        place = date(year, 1, 1).toordinal()
        if year % step == 0 and start <= place <= end:
            canvas.ax.plot([place, place], [y, top], color=GRID, lw=0.8, zorder=0, clip_on=False)
            if canvas.room_right((place - start) / (end - start)) < room:
                continue
            centred = step > 1 and canvas.room_left((place - start) / (end - start)) > YEAR_WIDTH / 2
            if step > 1 and not centred and close:  # it would touch the next one
                continue
            for at, up in ((y, -13), (top, 6))[: 1 + above]:
                canvas.ax.annotate(
                    str(year), (place, at), (0 if centred else 3, up), textcoords="offset points", fontsize=11.5, color=MUTED,
                    ha="center" if centred else "left", annotation_clip=False, gid="axis",
                )  # fmt: skip


def figure_block(
    name: str, title: str, subtitle: str, pictures: str, *, notes: Sequence[str] = (), source: str, data: str = ""
) -> str:
    """A chart with its title (the finding), subtitle (the definition), notes, source and data table; all but `name` HTML."""
    plain = "".join(f'<p class="note">{note}</p>' for note in notes if note)
    table = f"<details><summary>The data of this chart</summary>{data}</details>" if data else ""
    return (
        f'<figure><figcaption><h3 id="{name}-title">{title}</h3><p class="sub">{subtitle}</p></figcaption>'
        f'{pictures}{plain}<p class="source">Source: {source}</p>{table}</figure>'
    )


def alt_text(text: str) -> str:
    return escape(text)
