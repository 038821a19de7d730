"""Actors: who is mentioned when, and how they are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.patches import Rectangle

from pactline.report.citing import article_key, cite, mention_key
from pactline.report.figures_corpus import read_articles
from pactline.report.markup import Fragment, block, escape, label
from pactline.report.periods import UNDATED, between, coarser, period_of
from pactline.report.style import BLUE, GRID, MUTED, VEIL, Canvas, figure_block
from pactline.report.svg import pictures
from pactline.report.tables import each, table, table_block
from pactline.report.wording import counted, listed, paragraph, said

MOST_ACTORS = 12
MOST_COLUMNS = 24
UNDATED_WIDTH = 52
"""Pixels between the middle of a period's label and of `undated` at which they do not touch."""
NOTHING = "No actor of the topic is mentioned in these articles."


def ranked(mentions: pd.DataFrame) -> list[tuple[str, str, int]]:
    """(actor_id, name, mentions), most mentioned first, ties by id."""
    counts = Counter(mentions["actor_id"])
    names = dict(zip(mentions["actor_id"], mentions["actor"], strict=True))
    return [(i, names[i], n) for i, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def keys_of(mentions: pd.DataFrame) -> list[str]:
    """Evidence of mentions: one key per article and actor."""
    pairs = dict.fromkeys(zip(mentions["article_id"], mentions["actor_id"], strict=True))
    return [mention_key(*pair) for pair in pairs]


def fitting_step(dates: Sequence[str | None], step: str) -> str:
    """The step asked for, or the next wider one that gives at most MOST_COLUMNS periods."""
    while step != "year" and len(between([period_of(d, step) for d in dates], step)) > MOST_COLUMNS:
        step = coarser(step)
    return step


def dot_matrix(
    rows: Sequence[str], columns: Sequence[str], cells: Mapping[tuple[int, int], tuple[int, Sequence[str], str]],
    silent: set[int], row_keys: Sequence[Sequence[str]], of: str,
) -> Any:  # fmt: skip
    """Rows against periods; a dot's area is its count, veiled columns have no articles.

    cells   (row, column) -> count, evidence, what the mark says
    of      what the dots count
    """

    def draw(canvas: Canvas) -> None:
        ax, n, m = canvas.ax, len(rows), len(columns)
        ax.set_xlim(-0.5, m - 0.5)
        ax.set_ylim(n - 0.5, -1.2)
        for j in sorted(silent):
            ax.add_patch(Rectangle((j - 0.5, -0.5), 1, n, facecolor=VEIL, lw=0, zorder=-1, clip_on=False))
        every, room = max(1, -(-m // (5 if canvas.narrow else 12))), canvas.width * 0.7 / m
        for j, column in enumerate(columns):
            crowded = columns[-1] == UNDATED != column and (m - 1 - j) * room < UNDATED_WIDTH
            if (j % every == 0 and not crowded) or column == UNDATED:
                shown = column if not canvas.narrow or m < 5 or column == UNDATED else "’" + column[2:]
                canvas.text(j, -0.9, shown, ha="center", fontsize=11.5, color=MUTED, gid="axis")
        biggest = max((count for count, _, _ in cells.values()), default=1)
        for i, row in enumerate(rows):
            ax.plot([-0.5, m - 0.5], [i, i], color=GRID, lw=0.6, zorder=0, clip_on=False)
            name = canvas.text(-0.5, i, row, longest=15 if canvas.narrow else 25, ha="right")
            name.set_position((-0.5 - 0.02 * m, i))
            canvas.link(name, row_keys[i], row)
        for (i, j), (count, keys, says) in sorted(cells.items()):
            area = max(16.0, min(20, room * 0.8) ** 2 * count / biggest)
            dot = ax.scatter([j], [i], s=area, color=BLUE, linewidths=0, zorder=3, clip_on=False)
            canvas.link(dot, keys, says, of)
            if room > 34:
                canvas.ax.annotate(f"{count:,}", (j, i), (area**0.5 / 2 + 3, -0.5), textcoords="offset points", fontsize=10.5,
                                   color=MUTED, va="center", annotation_clip=False).set_url(f"mark:{len(canvas.marks) - 1}")  # fmt: skip

    return draw


def over_time(study: Any) -> Fragment:
    """Mentions per actor and period."""
    mentions, articles = study.mentions, read_articles(study)
    if mentions.empty:
        return block("fig-actors", "chart of actors over time", paragraph(NOTHING))
    dates = {a.article_id: None if pd.isna(a.published) else a.published for a in each(articles)}
    step = fitting_step(list(dates.values()), study.period)
    period = {a: period_of(d, step) for a, d in dates.items()}
    columns, top = between(period.values(), step), ranked(mentions)[:MOST_ACTORS]
    of_top = mentions[mentions["actor_id"].isin([i for i, _, _ in top])]
    cells = {}
    for (actor, column), rows in of_top.groupby(["actor_id", of_top["article_id"].map(period)], sort=True):
        place = next(k for k, t in enumerate(top) if t[0] == actor), columns.index(column)
        cells[place] = (
            len(rows),
            keys_of(rows),
            f"{rows['actor'].iloc[0]}, {column}: {len(rows):,} {'mention' if len(rows) == 1 else 'mentions'}",
        )
    silent = {j for j, column in enumerate(columns) if column not in period.values()}
    row_keys = [keys_of(mentions[mentions["actor_id"] == i]) for i, _, _ in top]
    alt = f"Mentions by {step}. " + " ".join(f"{name}: {n} in all." for _, name, n in top)
    inner = figure_block(
        "fig-actors", _actors_title(mentions, top),
        f"Mentions in the bodies of the articles, by {step} of publication; the area of a dot is the number of mentions.",
        pictures("actors", alt, dot_matrix([t[1] for t in top], columns, cells, silent, row_keys, "mentions"),
                 lambda _: 27 * (len(top) + 1) + 20, lambda narrow: (122 if narrow else 200, 26, 4, 6)),
        notes=[
            "A shaded column has no article at all; an empty place in a clear one means: articles, but not a word of this actor.",
            f"By {step}, since there would be too many columns by {study.period}." if step != study.period else "",
        ],
        source=f"{counted(keys_of(mentions), 'mention', 'mentions', number=len(mentions))} of "
        f"{counted(keys_of(mentions), 'actor', 'actors', number=mentions['actor_id'].nunique())} in "
        f"{counted([article_key(a) for a in articles['article_id']], 'article', 'articles')}.",
        data=_actors_data(top, columns, cells, silent),
    )  # fmt: skip
    return block("fig-actors", "chart of actors over time", inner, kind="section")


def _actors_title(mentions: pd.DataFrame, top: Sequence[tuple[str, str, int]]) -> str:
    first = cite(f"{top[0][2]:,}", keys_of(mentions[mentions["actor_id"] == top[0][0]]), "mentions")
    if len(top) == 1:
        return f"{said(top[0][1])} is the only actor named, {first} times"
    second = cite(f"{top[1][2]:,}", keys_of(mentions[mentions["actor_id"] == top[1][0]]), "mentions")
    verb = "is named as often as" if top[0][2] == top[1][2] else "is named most, before"
    return f"{said(top[0][1])} ({first} times) {verb} {said(top[1][1])} ({second})"


def _actors_data(top: Any, columns: Sequence[str], cells: Mapping[Any, Any], silent: set[int]) -> str:
    rows = []
    for i, (_, name, _) in enumerate(top):
        line = [said(name)]
        for j in range(len(columns)):
            cell = cells.get((i, j))
            line.append(cite(f"{cell[0]:,}", cell[1], "mentions") if cell else ("no articles" if j in silent else "–"))
        rows.append(line)
    return table("Mentions by period", ["actor", *columns], rows, numeric=list(columns))


def forms(study: Any) -> Fragment:
    """How the most mentioned actors are named."""
    mentions = study.mentions
    if mentions.empty:
        return table_block("tab-forms", "forms of naming", paragraph(NOTHING))
    kinds = ["name", "short", "demonym", "metonym"]
    rows = []
    for actor, name, n in ranked(mentions)[:25]:
        own = mentions[mentions["actor_id"] == actor]
        by_form = {k: own[own["form"] == k] for k in kinds}
        words = Counter(own["surface"])
        common = [said(label(w, 30)) for w, _ in sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))[:4]]
        rows.append([
            said(name), cite(f"{n:,}", keys_of(own), "mentions"), cite(f"{own['article_id'].nunique():,}", keys_of(own), "articles"),
            *(cite(f"{len(by_form[k]):,}", keys_of(by_form[k]), f"mentions:{k}") if len(by_form[k]) else "–" for k in kinds),
            f'<span data-plain="">{", ".join(common)}</span>',
        ])  # fmt: skip
    columns = [
        "actor",
        "mentions",
        "articles",
        "by name",
        "by surname",
        "as adjective",
        "by capital or palace",
        "most often as",
    ]
    inner = table(
        "Forms of naming",
        columns,
        rows,
        total=mentions["actor_id"].nunique(),
        file="mentions.csv",
        numeric=columns[1:7],
    )
    return table_block("tab-forms", "forms of naming", inner)


def actors_words(study: Any) -> Fragment:
    """Reads the charts: how many actors, of what kinds, on whose side."""
    mentions = study.mentions
    if mentions.empty:
        return block("actors-words", "actors in words", paragraph(NOTHING))
    once = [i for i, _, n in ranked(mentions) if n == 1]
    kinds = mentions.groupby("actor_type")["actor_id"].nunique()
    parts = [
        f"{cite(f'{n:,}', keys_of(mentions[mentions['actor_type'] == kind]), 'actors')} {escape(_plural(kind, n))}"
        for kind, n in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    single = keys_of(mentions[mentions["actor_id"].isin(once)])
    return block("actors-words", "actors in words", paragraph(
        f"The articles name {listed(parts)}.",
        f"{counted(single, 'actor is', 'actors are', number=len(once)).capitalize()} named only once." if once else "",
    ))  # fmt: skip


def _plural(kind: str, n: int) -> str:
    words = {"company": "companies", "armed-force": "armed forces", "media": "media"}
    return kind.replace("-", " ") if n == 1 else words.get(kind, f"{kind.replace('-', ' ')}s")
