"""How the corpus is spread over time: a mark for each article, or a bar for each period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.patches import Rectangle

from pactline.record.dates import earliest, latest
from pactline.report.citing import article_key, cite
from pactline.report.figures_corpus import lane_name, outlet_of, read_articles, span_words, title_of
from pactline.report.markup import Fragment, block
from pactline.report.periods import UNDATED, between, period_of
from pactline.report.style import BLUE, GRID, MUTED, PAPER, VEIL, Canvas, figure_block, time_axis
from pactline.report.svg import pictures
from pactline.report.tables import each
from pactline.report.wording import counted, date_words, listed, paragraph

MOST_LANES = 40
"""Articles drawn one by one; more are drawn as bars, one a period."""


def coverage(study: Any) -> Fragment:
    """One mark per article, as wide as its date is uncertain; many articles as bars."""
    articles = read_articles(study)
    keys = [article_key(a) for a in articles["article_id"]]
    if articles.empty:
        return block("fig-coverage", "chart of coverage", paragraph("There is nothing to draw: no article was read."))
    one_by_one = len(articles) <= MOST_LANES
    draw, height = (_lanes(articles), 26 * len(articles) + 62) if one_by_one else (_bars(study, articles), 260)
    margins = (
        {True: (108, 16, 10, 34), False: (190, 20, 10, 34)}
        if one_by_one
        else {True: (40, 8, 12, 34), False: (48, 10, 12, 34)}
    )
    months = Counter(articles["published_precision"])
    alt = f"Coverage over time: {len(articles)} articles. " + " ".join(
        f"{date_words(a.published)}: {outlet_of(a)}." for a in each(articles.head(12))
    )
    inner = figure_block(
        "fig-coverage",
        _coverage_title(articles, keys),
        "Publication date of each article; a mark is as wide as its date is uncertain. Hollow marks are copies of another article."
        if one_by_one
        else f"Articles by {study.period} of publication; the hollow part of a bar is copies.",
        pictures("coverage", alt, draw, lambda _: height, lambda narrow: margins[narrow]),
        notes=[_precision_note(months, articles)],
        source=f"{counted(keys, 'article', 'articles')} of this corpus, dated as the table below says.",
    )  # fmt: skip
    return block("fig-coverage", "chart of coverage", inner, kind="section")


def _coverage_title(articles: pd.DataFrame, keys: Sequence[str]) -> str:
    dated = articles.dropna(subset=["published"])
    years = sorted({int(p[:4]) for p in dated["published"]})
    if len(years) < 2:
        return f"{counted(keys, 'article', 'articles').capitalize()}, {span_words(articles)}"
    missing = [y for y in range(years[0], years[-1] + 1) if y not in years]
    ends = [article_key(dated.iloc[0].article_id), article_key(dated.iloc[-1].article_id)]
    if not missing:
        return f"{counted(keys, 'article', 'articles')}, every year from {span_words(articles)} covered"
    gaps = listed([cite(run, ends, "gap") for run in _runs(missing)][:4])
    return f"{counted(keys, 'article', 'articles')}, {span_words(articles)}; nothing from {gaps}"


def _runs(years: Sequence[int]) -> list[str]:
    """Years as runs.

    >>> _runs([2020, 2021, 2023])
    ['2020–2021', '2023']
    """
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs]


def _precision_note(precisions: Counter[str], articles: pd.DataFrame) -> str:
    parts = []
    for name, words in (
        ("day", "to the day"),
        ("month", "to the month"),
        ("year", "to the year"),
        ("unknown", "not at all"),
    ):
        rows = articles[articles["published_precision"] == name]
        if precisions[name]:
            parts.append(f"{cite(f'{precisions[name]:,}', map(article_key, rows['article_id']), 'articles')} {words}")
    return f"Dated {listed(parts)}."


def _lanes(articles: pd.DataFrame) -> Any:
    dated = articles.dropna(subset=["published"])
    first = earliest(dated["published"].iloc[0]).replace(month=1, day=1) if len(dated) else None
    last = max((latest(p) for p in dated["published"]), default=None)

    def draw(canvas: Canvas) -> None:
        ax, n = canvas.ax, len(articles)
        ax.set_ylim(n, 0)
        start, end = (first.toordinal(), last.replace(month=12, day=31).toordinal() + 1) if first and last else (0, 1)
        ax.set_xlim(start, end)
        if first and last:
            _empty_years(canvas, dated, n)
            time_axis(canvas, first, last, n, 0)
        least = (end - start) * (5 / canvas.width)
        for i, article in enumerate(each(articles)):
            says = f"{title_of(article)}, {outlet_of(article)}, {date_words(article.published)}"
            keys = [article_key(article.article_id)]
            name = canvas.text(
                start, i + 0.5, lane_name(article), longest=14 if canvas.narrow else 24, ha="right", fontsize=11.5
            )
            name.set_position((start - (end - start) * 0.02, i + 0.5))
            canvas.link(name, keys, says)
            if pd.isna(article.published):
                canvas.text(start, i + 0.5, "no date", color=MUTED, fontsize=11)
                continue
            left, right = earliest(article.published).toordinal(), latest(article.published).toordinal() + 1
            width = max(right - left, least)
            hollow = pd.notna(article.duplicate_of)
            mark = Rectangle(((left + right - width) / 2, i + 0.18), width, 0.64, facecolor=PAPER if hollow else BLUE,
                             edgecolor=BLUE, lw=1.4, clip_on=False, zorder=3)  # fmt: skip
            ax.add_patch(mark)
            canvas.link(mark, keys, says)

    return draw


def _empty_years(canvas: Canvas, dated: pd.DataFrame, n: float) -> None:
    """Years without any article, veiled: there the corpus is silent."""
    years = {int(p[:4]) for p in dated["published"]}
    for year in range(min(years), max(years) + 1):
        if year not in years:
            left, right = earliest(f"{year:04d}").toordinal(), latest(f"{year:04d}").toordinal() + 1
            canvas.ax.add_patch(Rectangle((left, 0), right - left, n, facecolor=VEIL, lw=0, zorder=-1, clip_on=False))


def _bars(study: Any, articles: pd.DataFrame) -> Any:
    step = study.period
    names = [period_of(None if pd.isna(p) else p, step) for p in articles["published"]]
    order = between(names, step)
    copies = articles["duplicate_of"].notna()

    def draw(canvas: Canvas) -> None:
        ax = canvas.ax
        whole = Counter(names)
        hollow = Counter(n for n, copy in zip(names, copies, strict=True) if copy)
        top = max(whole.values())
        ax.set_xlim(-0.6, len(order) - 0.4)
        ax.set_ylim(0, top)
        for value in sorted({round(top / 2), top} - {0}):
            ax.plot([-0.6, len(order) - 0.4], [value, value], color=GRID, lw=0.8, zorder=0)
            canvas.text(-0.7, value, f"{value:,}", ha="right", fontsize=11, color=MUTED, gid="axis")
        every = max(1, round(len(order) / (4 if canvas.narrow else 9)))
        for i, name in enumerate(order):
            if i % every == 0 or name == UNDATED:
                last = i == len(order) - 1  # its label ends with its bar, so that it is not cut
                canvas.text(
                    i, 0, name, ha="right" if last else "center", va="top", fontsize=11, color=MUTED, gid="axis"
                ).set_position((i + 0.45 * last, -top * 0.03))
            of_period = [article_key(a) for a, n in zip(articles["article_id"], names, strict=True) if n == name]
            for base, size, fill in (
                (0, whole[name] - hollow[name], BLUE),
                (whole[name] - hollow[name], hollow[name], PAPER),
            ):
                if size:
                    bar = Rectangle((i - 0.4, base), 0.8, size, facecolor=fill, edgecolor=BLUE, lw=0.8, clip_on=False)
                    ax.add_patch(bar)
                    canvas.link(bar, of_period, f"{name}: {whole[name]:,} articles, {hollow[name]:,} of them copies")

    return draw
