"""Arms deals: a lane per supplier and recipient with the register of known transfers behind, and categories of weapons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
from matplotlib.patches import Rectangle

from pactline.record.dates import earliest, latest
from pactline.report.citing import cite, claim_key
from pactline.report.figures_actors import dot_matrix, fitting_step
from pactline.report.figures_deals_many import MANY_WORDS, MOST_MARKS, dots
from pactline.report.markup import Fragment, block, escape
from pactline.report.periods import between, period_of
from pactline.report.style import (
    BLUE,
    GREEN,
    GRID,
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
from pactline.report.told_deals import NOTHING, REGISTER, deal_date, drawn_events, keys_of, pair_words, register_keys
from pactline.report.wording import (
    KIND_WORDS,
    STATUS_WORDS,
    counted,
    country_names,
    date_words,
    item_words,
    listed,
    names_of,
    paragraph,
    status_words,
)  # fmt: skip

MOST_LANES = 12

SHAPES = {
    "requested": ("D", ORANGE, False), "offered": ("o", ORANGE, False), "negotiating": ("s", ORANGE, False),
    "agreed": ("s", BLUE, True), "delivering": (">", GREEN, True), "delivered": ("o", GREEN, True),
    "suspended": ("X", RED, True), "cancelled": ("P", RED, True), "denied": ("X", PURPLE, False),
}  # fmt: skip

"""Marker, colour and whether filled, by status: wishes hollow, deeds filled, ends crossed."""


LEGEND_WORDS = {"delivering": "under way", "delivered": "delivered, held or visited"}
"""Statuses that have other words for visits and exercises (wording.HELD_WORDS)."""
CATEGORY_WORDS = {
    "aircraft": "Aircraft", "helicopter": "Helicopters", "uav": "Drones", "missile": "Missiles", "air-defence": "Air defence",
    "radar-sensor": "Radars and sensors", "electronic-warfare": "Electronic warfare", "armour": "Armoured vehicles",
    "artillery": "Artillery", "small-arms": "Small arms", "ammunition": "Ammunition", "ship": "Ships",
    "submarine": "Submarines", "other": "Unspecified equipment",
}  # fmt: skip
"""Categories of weapons as a chart names them."""


def deals_over_time(study: Any) -> Fragment:
    """A mark per deal in the lane of its two sides; the register's deliveries as grey columns behind."""
    events, names = drawn_events(study), country_names(study.topic)
    if events.empty:
        return block("fig-deals", "chart of deals", paragraph(NOTHING))
    counts = Counter(pair_words(e, names) for e in each(events))
    pairs = [pair for pair, _ in sorted(counts.items(), key=lambda p: (-p[1], p[0]))][:MOST_LANES]
    register = _register(study, names, pairs)
    lanes = [e for e in each(events) if pair_words(e, names) in pairs]
    statuses = [s for s in SHAPES if s in set(events["status"])]
    alt = f"Deals by supplier and recipient: {'; '.join(f'{p} {counts[p]}' for p in pairs)}."
    others = keys_of(events[[pair_words(e, names) not in pairs for e in each(events)]])
    left_out, many = len(events) - len(lanes), len(lanes) > MOST_MARKS
    inner = figure_block(
        "fig-deals", _deals_title(events, counts, names),
        MANY_WORDS if many else
        "Supplier → recipient; visitor in host for port calls and bases; ↔ joins sides that act together. A mark is a deal at the latest date told of it, "
        "with a bar where only the month or year is told. "
        "Grey columns: the register's deliveries in a year, by number of entries.",
        _dots(study, lanes, pairs, names, alt) if many else
        pictures("deals", alt, _lanes(study, lanes, pairs, names, register), lambda narrow: _row(narrow) * len(pairs) + 44,
                 lambda narrow: (14, 66, 18, 34) if narrow else (184, 80, 6, 34)) + legend(statuses),
        notes=[
            f"{counted(others, 'deal', 'deals', number=left_out)} of other pairs stand in the table only." if left_out else "",
            "" if many else "Marks under “no date” are deals that the text does not date.",
        ],
        source=_deals_source(study, events, register),
        data=table("Deals drawn", ["deal", "status", "date"],
                   [[cite(pair_words(e, names), [claim_key(c) for c in e.claims]), status_words(e.status, e.kind),
                     cite(date_words(deal_date(e)), [claim_key(c) for c in e.claims])] for e in lanes[:MOST_ROWS]],
                   total=len(lanes), file="deal_events.csv"),
    )  # fmt: skip
    return block("fig-deals", "chart of deals", inner, kind="section")


def _dots(study: Any, deals: Sequence[Any], pairs: Sequence[str], names: dict[str, str], alt: str) -> str:
    draw, rows = dots([(pair_words(e, names), e) for e in deals], pairs, study.period)
    return pictures(
        "deals", alt, draw, lambda _: 27 * (rows + 1) + 20, lambda narrow: (122 if narrow else 200, 26, 4, 6)
    )


def legend(statuses: Sequence[str]) -> str:
    """Shapes of the statuses in words, drawn with the same markers."""
    glyphs = {"D": "◆◇", "o": "●○", "s": "■□", ">": "▶▷", "X": "✖✕", "P": "✚✚"}
    colours = {BLUE: "c1", ORANGE: "c2", GREEN: "c3", RED: "c4", PURPLE: "c5", SKY: "c6"}
    parts = []
    for status in statuses:
        marker, colour, filled = SHAPES[status]
        glyph = glyphs[marker][0 if filled else 1]
        parts.append(
            f'<li><span class="g-{colours[colour]}" aria-hidden="true">{glyph}</span> {LEGEND_WORDS.get(status, STATUS_WORDS[status])}</li>'
        )
    return f'<ul class="legend">{"".join(parts)}</ul>'


def _row(narrow: bool) -> int:
    return 62 if narrow else 46


def _deals_title(events: pd.DataFrame, counts: Counter[str], names: dict[str, str]) -> str:
    pair, n = min(counts.items(), key=lambda p: (-p[1], p[0]))
    keys = [claim_key(c) for e in each(events) if pair_words(e, names) == pair for c in e.claims]
    whole = counted(keys_of(events), "deal", "deals", number=len(events))
    if len(counts) == 1:
        return f"{whole}, {'all ' if n > 1 else ''}{escape(pair)}"
    return f"{escape(pair)}: {cite(f'{n:,}', keys, 'deals')} of {whole} that the articles report"


def _register(study: Any, names: dict[str, str], pairs: Sequence[str]) -> dict[str, Counter[int]]:
    """Deliveries by lane and year: how many entries of the register were delivered then."""
    found: dict[str, Counter[int]] = {}
    for row in study.topic.reference(REGISTER):
        pair = f"{names_of([row['supplier_iso3']], names)} → {names_of([row['recipient_iso3']], names)}"
        if pair in pairs:
            years = found.setdefault(pair, Counter())
            years.update(
                int(part.partition(":")[0]) for part in row["deliveries_by_year"].split() if part[:4].isdigit()
            )
    return {pair: years for pair, years in found.items() if years}


def _deals_source(study: Any, events: pd.DataFrame, register: dict[str, Counter[int]]) -> str:
    words = f"{counted(keys_of(events), 'statement', 'statements')} of this corpus"
    if register:
        sources = register_keys(study)
        words += f"; register: {cite('SIPRI Arms Transfers Database, as copied', sources[:1])}"
    return f"{words}."


def _lanes(
    study: Any, events: Sequence[Any], pairs: Sequence[str], names: dict[str, str], register: dict[str, Counter[int]]
) -> Any:
    days = [d for e in events if (told := deal_date(e)) for d in (earliest(told), latest(told))]
    days += [date(year, 7, 1) for years in register.values() for year in years]
    first, last = (
        (min(days).replace(month=1, day=1), max(days).replace(month=12, day=31))
        if days
        else (date(2000, 1, 1), date(2000, 12, 31))
    )
    start, end = first.toordinal(), last.toordinal() + 1
    source = register_keys(study)[:1]
    sides = {pair_words(e, names): ">".join([*e.supplier, *e.recipient]) for e in events}

    def draw(canvas: Canvas) -> None:
        ax = canvas.ax
        ax.set_xlim(start, end)
        ax.set_ylim(len(pairs), 0)
        if days:
            time_axis(canvas, first, last, len(pairs), 0)
        if any(not deal_date(e) for e in events):
            aside = start + (end - start) * (1 + 20 / (canvas.width * 0.62))
            canvas.text(aside, -0.02, "no date", ha="center", va="bottom", fontsize=11, color=MUTED)
        biggest = max((n for years in register.values() for n in years.values()), default=1)
        for i, pair in enumerate(pairs):
            ax.plot([start, end], [i + 1, i + 1], color=GRID, lw=0.8, clip_on=False, zorder=0)
            place = (start, i + 0.2) if canvas.narrow else (start - (end - start) * 0.015, i + 0.5)
            canvas.text(
                place[0], place[1], pair, longest=42 if canvas.narrow else 23, ha="left" if canvas.narrow else "right"
            )
            _deliveries(canvas, register.get(pair, {}), i, pair, sides.get(pair, ""), source, biggest)
            _marks(canvas, [e for e in events if pair_words(e, names) == pair], i, pair, (start, end))

    return draw


def _deliveries(
    canvas: Canvas, years: Mapping[int, int], lane: int, pair: str, sides: str, source: Sequence[str], biggest: int
) -> None:
    """The register's entries with a delivery in a year, as a column behind the lane."""
    for year, n in sorted(years.items()):
        height = 0.6 * n / biggest
        left = date(year, 1, 1).toordinal() + 25
        bar = Rectangle((left, lane + 1 - height), 315, height, facecolor=GRID, lw=0, zorder=1, clip_on=False)
        canvas.ax.add_patch(bar)
        says = f"{pair}, {year}: {n} {'entry' if n == 1 else 'entries'} of the register"
        canvas.link(bar, source, says, f"entries:{sides}>{year}")


def _marks(canvas: Canvas, events: Sequence[Any], lane: int, pair: str, span: tuple[int, int]) -> None:
    """The deals of one lane; those that would cover each other are stacked."""
    start, end = span
    step = (end - start) * 11 / (canvas.width * 0.62)
    placed: list[tuple[float, float]] = []
    base = 0.62 if canvas.narrow else 0.5
    offsets = (0.0, 0.22, -0.22, 0.33, -0.11, 0.11)
    for event in events:
        told = deal_date(event)
        if told:
            left, right = earliest(told).toordinal(), latest(told).toordinal() + 1
        else:
            left = right = end + round((end - start) * (20 / (canvas.width * 0.62)))
        x = (left + right) / 2
        near = sum(abs(x - other) < step for other, _ in placed)
        shift = (near // len(offsets)) * step
        x, y = x + shift, lane + base + offsets[near % len(offsets)]
        placed.append((x, y))
        marker, colour, filled = SHAPES[event.status]
        says = f"{pair}: {item_words(event.items) or KIND_WORDS[event.kind]}, {status_words(event.status, event.kind)}, {date_words(told)}"
        keys = [claim_key(c) for c in event.claims]
        if right - left > 1 and not shift:
            bar = canvas.ax.plot(
                [left, right], [y, y], color=colour, lw=3, alpha=0.45, solid_capstyle="round", clip_on=False, zorder=2
            )[0]
            canvas.link(bar, keys, says)
        dot = canvas.ax.scatter([x], [y], s=52, marker=marker, facecolors=colour if filled else PAPER, edgecolors=colour,
                                linewidths=1.6, zorder=4, clip_on=False)  # fmt: skip
        canvas.link(dot, keys, says)


def _by_category(events: pd.DataFrame, step: str) -> dict[tuple[str, str], list[Any]]:
    """(category, period) -> deals; a deal with several categories stands under each."""
    cells: dict[tuple[str, str], list[Any]] = {}
    for event in each(events):
        for category in sorted({item["category"] for item in event.items}):
            cells.setdefault((category, period_of(deal_date(event), step)), []).append(event)
    return cells


def categories(study: Any) -> Fragment:
    """Kinds of weapons by period."""
    events = drawn_events(study)
    step = fitting_step([deal_date(e) for e in each(events)], study.period)
    cells = _by_category(events, step)
    if not cells:
        return block("fig-categories", "chart of weapon categories", paragraph("No deal names what is supplied."))
    words = CATEGORY_WORDS
    totals = Counter(category for (category, _), of_cell in cells.items() for _ in of_cell)
    rows = [c for c, _ in sorted(totals.items(), key=lambda p: (-p[1], p[0]))]
    columns = between([p for _, p in cells], step)
    held = {p for _, p in cells}

    def keys(of_cell: Sequence[Any]) -> list[str]:
        return [claim_key(c) for e in of_cell for c in e.claims]

    marks = {
        (rows.index(c), columns.index(p)): (
            len(v),
            keys(v),
            f"{words.get(c, c)}, {p}: {len(v):,} {'deal' if len(v) == 1 else 'deals'}",
        )
        for (c, p), v in cells.items()
    }
    by_row = [keys([e for (c, _), v in cells.items() if c == row for e in v]) for row in rows]
    first = cite(f"{totals[rows[0]]:,}", by_row[0], "deals")
    data = table("Deals by category and period", ["category", *columns],
                 [[escape(words.get(row, row)), *(cite(f"{marks[i, j][0]:,}", marks[i, j][1], "deals") if (i, j) in marks else "–"
                                for j in range(len(columns)))] for i, row in enumerate(rows)], numeric=columns)  # fmt: skip
    inner = figure_block(
        "fig-categories", f"Most often named: {escape(words.get(rows[0], rows[0]))}, in {first} {'deal' if totals[rows[0]] == 1 else 'deals'}",
        f"Deals by category of weapon and {step} of the deal's latest date; a deal with several categories counts in each.",
        pictures("categories", "Deals by category: " + ", ".join(f"{words.get(c, c)} {totals[c]}" for c in rows),
                 dot_matrix([words.get(c, c) for c in rows], columns, marks, {j for j, p in enumerate(columns) if p not in held}, by_row,
                            "deals"),
                 lambda _: 27 * (len(rows) + 1) + 20, lambda narrow: (122 if narrow else 170, 26, 4, 6)),
        notes=["A shaded column has no dated deal at all."],
        source=f"{counted(keys_of(events), 'statement', 'statements')} of this corpus.", data=data,
    )  # fmt: skip
    return block("fig-categories", "chart of weapon categories", inner, kind="section")


def deals_words(study: Any) -> Fragment:
    """Reads the deals: by status, by source."""
    events, deals = drawn_events(study), study.deals
    if deals.empty:
        return block("deals-words", "deals in words", paragraph(NOTHING))
    said_of: dict[str, list[Any]] = {}
    for status in SHAPES:
        for event in each(events[events["status"] == status]):
            said_of.setdefault(status_words(status, event.kind), []).append(event)
    by_status = [
        f"{cite(f'{len(rows):,}', [claim_key(c) for e in rows for c in e.claims], 'deals')} {words}"
        for words, rows in said_of.items()
    ]
    single = events[events["sources"] == 1]
    undated = events[events["last_date"].isna()]
    return block("deals-words", "deals in words", paragraph(
        f"{counted([claim_key(c) for c in deals['claim_id']], 'statement reports', 'statements report', number=len(deals))} "
        f"{counted(keys_of(events), 'deal', 'deals', number=len(events))}" + (f": {listed(by_status)}." if by_status else "."),
        f"{counted(keys_of(single), 'deal rests', 'deals rest', number=len(single))} on a single independent source." if len(single) else "",
        f"{counted(keys_of(undated), 'deal has', 'deals have', number=len(undated))} no date in the text." if len(undated) else "",
    ))  # fmt: skip
