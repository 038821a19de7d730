"""Oil output: what the articles state, in front of the reference series."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from pactline.record.dates import earliest, is_partial_date, latest
from pactline.record.quantity import BARRELS_PER_DAY, barrels_per_day
from pactline.report.citing import cite, claim_key, source_key
from pactline.report.figures_corpus import outlet_of
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
from pactline.report.tables import MOST_ROWS, each, table, table_block
from pactline.report.wording import amount, counted, date_words, listed, oil_amount, paragraph, said

MONTHLY, ANNUAL = "oil_production_monthly", "oil_production_annual"
NOTHING = "The articles state no oil figure."
SPEAKERS = (RED, BLUE, GREEN, ORANGE, PURPLE)
NO_SPEAKER = "the article itself"
FROM_YEAR = 1995
CHANGE = "change against levels"
"""Series of a check of the text against itself (findings/change_checks.py), no reference series."""


def production(study: Any) -> pd.DataFrame:
    """Stated levels of output of the topic's own country, as flows in barrels per day (column bpd, bpd_high)."""
    oil = study.oil
    country = study.topic.settings["pair"][0]
    chosen = oil[(oil["measure"] == "production") & (oil["basis"] == "level") & (oil["country"] == country)]
    chosen = chosen[chosen["unit"].isin(list(BARRELS_PER_DAY))].reset_index(drop=True)
    chosen["bpd"] = [barrels_per_day(v, u) for v, u in zip(chosen["value"], chosen["unit"], strict=True)]
    chosen["bpd_high"] = [
        barrels_per_day(v, u) if pd.notna(v) else None
        for v, u in zip(chosen["value_high"], chosen["unit"], strict=True)
    ]
    return chosen[chosen["bpd"] < 1e8].reset_index(drop=True)


def reference_lines(study: Any) -> list[tuple[str, list[tuple[date, float]], list[str], bool]]:
    """(name, points in b/d, source keys, whether it is a line) of the reference series of the topic's country."""
    country = study.topic.settings["pair"][0]
    found = []
    annual = [r for r in study.topic.reference(ANNUAL) if r["country_iso3"] == country and r["is_primary"] == "yes"]
    monthly = [r for r in study.topic.reference(MONTHLY) if r["country_iso3"] == country]
    if annual:
        points = [
            (date(int(r["year"]), 7, 1), float(r["kb_per_day"]) * 1e3) for r in annual if int(r["year"]) >= FROM_YEAR
        ]
        found.append(("Energy Institute, all liquids", sorted(points), _keys(ANNUAL, annual), True))
    for basis, name, line in (
        ("member_reported", "JODI, reported by the country", True),
        ("opec_secondary", "OPEC secondary sources", False),
    ):
        rows = [r for r in monthly if r["basis"] == basis]
        if rows:
            points = [(date(int(r["month"][:4]), int(r["month"][5:7]), 15), float(r["kb_per_day"]) * 1e3) for r in rows]
            found.append((name, sorted(points), _keys(MONTHLY, rows), line))
    return found


def _keys(file: str, rows: Sequence[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(source_key(file, r["source"]) for r in rows))


def place_of(row: Any, published: str | None) -> tuple[date, date] | None:
    """The span a figure is drawn over: its period, or the month of publication where it names none; None for `past`."""
    told = row.as_of if pd.notna(row.as_of) else published
    if told is None or not is_partial_date(told):
        return None
    return earliest(told), latest(told)


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


def speaker(row: Any) -> str:
    """Who says so; the article itself where it names nobody."""
    return label(row.attributed_to, 40) if pd.notna(row.attributed_to) else NO_SPEAKER


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


def oil_title(study: Any) -> str:
    """The latest statement beside the reference, in words."""
    stated, checks = production(study), study.oil_checks
    checks = checks[checks["reference_bpd"].notna() & checks["claim_id"].isin(stated["claim_id"])]
    subject = escape(study.topic.settings["oil_subject"])
    if checks.empty:
        last = max(each(stated), key=lambda r: (_when(r.as_of), r.claim_id))
        return f"{subject}’s output is put at {cite(oil_amount(last), [claim_key(last.claim_id)])}"
    by_claim = stated.set_index("claim_id")
    check = max(
        checks.to_dict("records"),
        key=lambda c: (_when(by_claim.loc[c["claim_id"]].as_of), c["verdict"] == "agrees", c["series"]),
    )
    claim = by_claim.loc[check["claim_id"]]
    verb = "and the reference agrees" if check["verdict"] == "agrees" else "the reference differs"
    series = _series_keys(study, check["series"]) or [claim_key(check["claim_id"])]
    reference = amount(round(check["reference_bpd"], -3), "b/d")
    value = cite(reference, series, f"reference:{check['claim_id']}")
    return (
        f"{subject}’s output is put at {cite(oil_amount(claim), [claim_key(check['claim_id'])])} for "
        f"{cite(date_words(check['reference_period']), [claim_key(check['claim_id'])])}; {verb}: {value}"
    )


def _when(as_of: Any) -> str:
    """A period for sorting; what is only called past comes first."""
    return "" if pd.isna(as_of) or not is_partial_date(as_of) else str(as_of)


def _series_keys(study: Any, series: str) -> list[str]:
    """Sources of a reference series named in a check: those whose words share most with its name."""
    sources = [(file, r["source"]) for file in (MONTHLY, ANNUAL) for r in study.topic.reference(file)]
    words = set(series.lower().replace(",", " ").replace(":", " ").split())
    ranked = sorted(
        set(sources), key=lambda s: (-len(words & set(s[1].lower().replace(",", " ").replace(":", " ").split())), s)
    )
    return [source_key(*s) for s in ranked[:1]]


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
        step = next(s for s in (5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7, 5e7) if top / s <= 6)
        for i in range(int(top / step) + 1):
            ax.plot([start, end], [i * step, i * step], color=GRID if i else MUTED, lw=0.8, zorder=0, clip_on=False)
            canvas.text(start, i * step, f"{i * step / 1e6:g}", ha="right", fontsize=11.5, color=MUTED, gid="axis").set_position(
                (start - (end - start) * 0.012, i * step))  # fmt: skip
        canvas.text(start, top, "million b/d", color=MUTED, fontsize=11.5, va="bottom").set_position(
            (start, top * 1.015)
        )
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


def checks_table(study: Any) -> Fragment:
    """Each statement beside the reference, with difference and verdict."""
    checks = study.oil_checks
    if checks.empty:
        return table_block(
            "tab-checks",
            "oil beside the reference",
            paragraph("There is no stated output to set beside the reference."),
        )
    if len(checks) > MOST_ROWS:
        checks = checks.sort_values(["difference_percent", "claim_id"], key=_size, kind="stable", na_position="last")
    oil = study.oil.set_index("claim_id")
    outlets = {a.article_id: outlet_of(a) for a in each(study.articles)}
    rows = []
    for check in checks.head(MOST_ROWS).to_dict("records"):
        claim, key = oil.loc[check["claim_id"]], [claim_key(check["claim_id"])]
        series = key if check["series"] == CHANGE else _series_keys(study, check["series"]) or key
        named = "–" if check["series"] == "none" else cite(label(check["series"], 70), series)
        reference = difference = "–"
        if pd.notna(check["reference_bpd"]):
            reference = cite(amount(round(check["reference_bpd"], -3), "b/d"), series, f"reference:{check['claim_id']}")
        if pd.notna(check["difference_percent"]):
            difference = cite(f"{check['difference_percent']:+.1f}%", [*key, *series], "difference")
        rows.append([
            cite(f"{oil_amount(claim)}", key), cite(date_words(claim.as_of), key),
            said(speaker(claim)) + f'<br><small data-plain="">{escape(outlets.get(claim.article_id, ""))}</small>',
            reference, named, difference, f'<b class="v-{check["verdict"][:2]}">{escape(check["verdict"])}</b>',
        ])  # fmt: skip
    columns = ["stated", "for", "who says so", "reference", "series", "difference", "verdict"]
    inner = table(
        "Stated output beside the reference series",
        columns,
        rows,
        total=len(checks),
        file="oil_checks.csv",
        numeric=["reference", "difference"],
    )
    return table_block("tab-checks", "oil beside the reference", inner)


def _size(column: pd.Series) -> pd.Series:
    """Differences by their size, the largest first; ids as they are."""
    return -column.abs() if column.name == "difference_percent" else column


def figures_table(study: Any) -> Fragment:
    """Every oil figure that is not a level of output."""
    oil = study.oil
    rest = oil[~oil["claim_id"].isin(study.oil_checks["claim_id"])]
    if rest.empty:
        return table_block("tab-oil", "other oil figures", paragraph("The articles state no other oil figure."))
    if len(rest) > MOST_ROWS:
        rest = rest.sort_values(["as_of", "claim_id"], ascending=[False, True], kind="stable", na_position="last")
    rows = [
        [cite(oil_amount(r), [claim_key(r.claim_id)]), escape(f"{r.measure}{' (change)' if r.basis == 'change' else ''}"),
         f'<span data-plain="">{escape(label(r.subject, 50)) if pd.notna(r.subject) else "not named"}</span>',
         cite(date_words(r.as_of), [claim_key(r.claim_id)]) if pd.notna(r.as_of) else "no period", said(speaker(r))]
        for r in each(rest.head(MOST_ROWS))
    ]  # fmt: skip
    inner = table(
        "Other oil figures", ["figure", "measure", "whose", "for", "who says so"], rows, total=len(rest), file="oil.csv"
    )
    return table_block("tab-oil", "other oil figures", inner)


def oil_words(study: Any) -> Fragment:
    """Reads the checks: how many agree, how many differ."""
    checks, oil = study.oil_checks, study.oil
    checks = checks[checks["series"] != CHANGE]
    if oil.empty:
        return block("oil-words", "oil in words", paragraph(NOTHING))
    parts = []
    best = dict.fromkeys(checks["claim_id"], "differs")
    for check in each(checks):
        if check.verdict == "agrees" or (check.verdict == "no reference" and best[check.claim_id] == "differs" and
                                         not ((checks["claim_id"] == check.claim_id) & (checks["verdict"] == "differs")).any()):  # fmt: skip
            best[check.claim_id] = check.verdict
    for verdict, words in (
        ("agrees", "within reach of a reference series"),
        ("differs", "away from every one"),
        ("no reference", "without a reference"),
    ):
        keys = [claim_key(c) for c, v in best.items() if v == verdict]
        if keys:
            parts.append(f"{cite(f'{len(keys):,}', keys, 'statements')} {words}")
    keys = [claim_key(c) for c in oil["claim_id"]]
    return block("oil-words", "oil in words", paragraph(
        f"The articles state {counted(keys, 'oil figure', 'oil figures')}.",
        f"Of those that give the output of {escape(study.topic.settings['oil_subject'])} or another level that can be checked: {listed(parts)}." if parts else "",
    ))  # fmt: skip
