"""Who is named together with whom, in an article and in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd
from matplotlib.patches import Rectangle

from pactline.report.citing import cite, mention_key
from pactline.report.figures_actors import keys_of, ranked
from pactline.report.markup import Fragment, block
from pactline.report.style import BLUE, INK, MUTED, PAPER, Canvas, figure_block
from pactline.report.svg import pictures
from pactline.report.tables import each, table, table_block
from pactline.report.wording import counted, paragraph, said

FEW = 10
"""Actors of the matrix that has its figures in it; the other has as many as there are, up to sixty."""
FIGURES_UP_TO = 20
"""Actors of a matrix up to which its squares have room for their figures."""
LEAST = 3
"""Articles from which on a pair has its square in the large matrix: one article alone pairs all whom it names, and so do its copies."""
MOST_PAIRS = 15
WHAT = "chart of who is named together"
NO_MORE = "No more actors than that are named together in more than two articles."


def together(study: Any, *, most: int = FEW) -> Fragment:
    """Articles that name two actors both.

    most  actors at most; beyond FIGURES_UP_TO the squares are small and stand without their figures, which the table has
    """
    mentions = study.mentions
    name = "together" if most <= FEW else "together-many"
    top = [(i, actor) for i, actor, _ in ranked(mentions)[:most]]
    if most > FEW:
        top = _often_together(top, mentions)
    if most > FEW >= len(top):
        return block(f"fig-{name}", WHAT, paragraph(NO_MORE))
    row = (24, 30) if len(top) <= FIGURES_UP_TO else (13, 15)
    if len(top) < 2:
        return block(f"fig-{name}", WHAT, paragraph("Fewer than two actors are named."))
    articles = {i: set(mentions.loc[mentions["actor_id"] == i, "article_id"]) for i, _ in top}
    pairs = {(a, b): sorted(articles[top[a][0]] & articles[top[b][0]]) for a, b in combinations(range(len(top)), 2)}
    if most > FEW:
        pairs = {pair: shared if len(shared) >= LEAST else [] for pair, shared in pairs.items()}
    (a, b), shared = max(pairs.items(), key=lambda pair: (len(pair[1]), -pair[0][0], -pair[0][1]))
    if not shared:
        return block(f"fig-{name}", WHAT, paragraph("No article names two actors."))

    def evidence(pair: tuple[int, int]) -> list[str]:
        return [mention_key(article, top[k][0]) for article in pairs[pair] for k in pair]

    title = (
        f"{said(top[a][1])} and {said(top[b][1])} are named together in "
        f"{counted(evidence((a, b)), 'article', 'articles', number=len(shared))}"
    )
    if most > FEW:
        title = f"Of {_how_many(mentions, top)}, {title}"
    alt = (
        "Articles naming both: "
        + " ".join(f"{top[x][1]} and {top[y][1]}: {len(v)}." for (x, y), v in pairs.items() if v)[:900]
    )
    data = table(
        "Articles that name both", ["actor", "actor, too", "articles"],
        [[said(top[x][1]), said(top[y][1]), cite(f"{len(v):,}", evidence((x, y)), "articles")] for (x, y), v in
         sorted(pairs.items(), key=lambda pair: (-len(pair[1]), pair[0])) if v], numeric=["articles"], file="mentions.csv",
    )  # fmt: skip
    inner = figure_block(
        f"fig-{name}", title, "Number of articles in which both are named, for the actors mentioned most."
        + (" The columns have the order of the rows. A pair that only one or two articles name has no square." if most > FEW else ""),
        pictures(name, alt, _matrix(top, pairs, evidence),
                 lambda narrow: (row[0] if narrow else row[1]) * len(top) + 16, lambda narrow: _margins(len(top) > FIGURES_UP_TO, narrow)),
        source=f"{counted(keys_of(mentions), 'mention', 'mentions', number=len(mentions))} in this corpus.", data=data,
    )  # fmt: skip
    return block(f"fig-{name}", WHAT, inner, kind="section")


def _often_together(top: Sequence[tuple[str, str]], mentions: pd.DataFrame) -> list[tuple[str, str]]:
    """The actors that share LEAST articles or more with one of the others."""
    articles = {i: set(mentions.loc[mentions["actor_id"] == i, "article_id"]) for i, _ in top}
    close = {
        i for pair in combinations(articles, 2) if len(articles[pair[0]] & articles[pair[1]]) >= LEAST for i in pair
    }
    return [(i, name) for i, name in top if i in close]


def _how_many(mentions: pd.DataFrame, top: Sequence[tuple[str, str]]) -> str:
    shown = mentions[mentions["actor_id"].isin([i for i, _ in top])]
    return counted(keys_of(shown), "actor", "actors", number=len(top))


def _strength(share: float, *, with_figures: bool) -> float:
    """How dark a square is; where a figure stands in it no shade lies where neither light nor dark figures have a contrast of 4.5.

    share   of the highest count, 0-1
    """
    if not with_figures:
        return float(0.3 + 0.7 * share**0.5)
    return 1.0 if share == 1.0 else 0.12 + 0.43 * share


def _margins(many: bool, narrow: bool) -> tuple[int, int, int, int]:
    """Left, right, top and bottom: room for the names beside the squares, and behind the diagonal on a wide screen."""
    if many:
        return (92, 8, 4, 8) if narrow else (150, 140, 4, 8)
    return (122, 60, 4, 8) if narrow else (200, 190, 4, 8)


def _matrix(top: Sequence[tuple[str, str]], pairs: Mapping[tuple[int, int], Sequence[str]], evidence: Any) -> Any:
    """Squares as dark as the count is high, below the diagonal."""

    def draw(canvas: Canvas) -> None:
        n = len(top)
        canvas.ax.set_xlim(0, n)
        canvas.ax.set_ylim(n, 0)
        biggest = max(len(v) for v in pairs.values())
        size = 11 if n <= FIGURES_UP_TO else 8
        for i, (_, name) in enumerate(top):
            side = canvas.text(
                0, i + 0.5, name, gid="axis", longest=15 if canvas.narrow else 25, ha="right", fontsize=size
            )
            side.set_position((-0.15, i + 0.5))
            if not canvas.narrow or (n <= FIGURES_UP_TO and len(name) < 12):
                canvas.text(i + 0.15, i + 0.5, name, gid="axis", longest=24, color=MUTED, fontsize=size)
        for (a, b), articles in pairs.items():
            if not articles:
                continue
            says = f"{top[a][1]} and {top[b][1]}: {len(articles):,} {'article' if len(articles) == 1 else 'articles'}"
            strength = _strength(len(articles) / biggest, with_figures=n <= FIGURES_UP_TO)
            square = Rectangle(
                (a + 0.04, b + 0.06), 0.92, 0.88, facecolor=BLUE, alpha=round(strength, 2), lw=0, clip_on=False
            )
            canvas.ax.add_patch(square)
            canvas.link(square, evidence((a, b)), says, "articles")
            if n > FIGURES_UP_TO:
                continue
            number = canvas.text(a + 0.5, b + 0.52, f"{len(articles):,}", ha="center", fontsize=8.5 if canvas.narrow and len(articles) > 99 else 11,
                                 color=PAPER if strength == 1.0 else INK)  # fmt: skip
            number.set_url(f"mark:{len(canvas.marks) - 1}")

    return draw


def in_a_sentence(study: Any, pairs: pd.DataFrame) -> Fragment:
    """Articles in which one sentence names two actors both.

    pairs   columns actor_a, actor_b, articles, as findings.timeline.co_mentions gives them for sentences
    """
    if pairs.empty:
        return table_block(
            "tab-sentences", "named in one sentence", paragraph("No sentence names two actors of the topic.")
        )
    names = dict(zip(study.mentions["actor_id"], study.mentions["actor"], strict=True))
    order = sorted(each(pairs), key=lambda r: (-len(r.articles), -r.together, r.actor_a, r.actor_b))
    rows = [
        [
            said(names[r.actor_a]), said(names[r.actor_b]),
            cite(f"{len(r.articles):,}", [mention_key(a, i) for a in r.articles for i in (r.actor_a, r.actor_b)], "articles"),
        ]
        for r in order[:MOST_PAIRS]
    ]  # fmt: skip
    inner = table(
        "Articles in which one sentence names both", ["actor", "actor, too", "articles"], rows, numeric=["articles"],
        total=len(order), file="mentions.csv",
    )  # fmt: skip
    return table_block("tab-sentences", "named in one sentence", inner)
