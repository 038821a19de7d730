"""Arms deals: a lane per supplier and recipient with the register of known transfers behind, and categories of weapons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from pactline.report.citing import cite, claim_key
from pactline.report.drawing_deals import MARGINS, SHAPES, Lane, height_of, lanes_drawn
from pactline.report.figures_actors import dot_matrix, fitting_step
from pactline.report.figures_deals_many import MANY_WORDS, MOST_MARKS, dots
from pactline.report.markup import Fragment, block, escape, label
from pactline.report.periods import between, period_of
from pactline.report.style import (
    BLUE,
    GREEN,
    ORANGE,
    PURPLE,
    RED,
    SKY,
    figure_block,
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
"""Pairs of sides that have a lane; the deals of others stand in the table."""

LEGEND_WORDS = {"delivering": "under way", "delivered": "delivered, held or visited"}
"""Statuses that have other words for visits and exercises (wording.HELD_WORDS)."""
ONE_BY_ONE_WORDS = (
    "Each mark is a deal at the latest date told of it; its shape and colour say how far it had come. An arrow points from supplier to "
    "recipient, ↔ joins sides that act together, “in” sets a visitor in its host. Grey columns count what SIPRI’s register lists as "
    "delivered in a year."
)
"""What the chart of deals shows."""
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
    drawn = [e for e in each(events) if pair_words(e, names) in pairs]
    many = len(drawn) > MOST_MARKS
    alt = f"Deals by supplier and recipient: {'; '.join(f'{p} {counts[p]}' for p in pairs)}."
    others = keys_of(events[[pair_words(e, names) not in pairs for e in each(events)]])
    left_out = len(events) - len(drawn)
    picture = _dots(study, drawn, pairs, names, alt) if many else _one_by_one(study, drawn, pairs, names, register, alt)
    inner = figure_block(
        "fig-deals", _deals_title(events, counts, names), MANY_WORDS if many else ONE_BY_ONE_WORDS, picture,
        notes=[
            f"{counted(others, 'deal', 'deals', number=left_out)} of other pairs stand in the table only." if left_out else "",
            "" if many or events["last_date"].notna().all() else "Marks under “no date” are deals that the text does not date.",
        ],
        source=_deals_source(study, events, register),
        data=table("Deals drawn", ["between whom", "what", "status", "date"],
                   [[cite(pair_words(e, names), [claim_key(c) for c in e.claims]),
                     cite(label(item_words(e.items) or KIND_WORDS[e.kind], 80), [claim_key(c) for c in e.claims]), status_words(e.status, e.kind),
                     cite(date_words(deal_date(e)), [claim_key(c) for c in e.claims])] for e in drawn[:MOST_ROWS]],
                   total=len(drawn), file="deal_events.csv"),
    )  # fmt: skip
    return block("fig-deals", "chart of deals", inner, kind="section")


def _dots(study: Any, deals: Sequence[Any], pairs: Sequence[str], names: dict[str, str], alt: str) -> str:
    draw, rows = dots([(pair_words(e, names), e) for e in deals], pairs, study.period)
    return pictures(
        "deals", alt, draw, lambda _: 27 * (rows + 1) + 20, lambda narrow: (122 if narrow else 200, 26, 4, 6)
    )


def _one_by_one(
    study: Any, events: Sequence[Any], pairs: Sequence[str], names: dict[str, str], register: dict[str, Counter[int]], alt: str
) -> str:  # fmt: skip
    """Legend and drawing with a mark for each deal."""
    lanes = []
    for pair in pairs:
        deals = [e for e in events if pair_words(e, names) == pair]
        lanes.append(Lane(pair, deals, ">".join([*deals[0].supplier, *deals[0].recipient]), register.get(pair, {})))
    draw = lanes_drawn(lanes, register_keys(study)[:1])
    drawing = pictures("deals", alt, draw, lambda narrow: height_of(lanes, narrow), lambda narrow: MARGINS[narrow])
    return legend([s for s in SHAPES if any(e.status == s for e in events)]) + drawing


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
