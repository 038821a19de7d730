"""Attention: how much of the words an actor takes up by period, beside the counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import pandas as pd

from pactline.report.citing import article_key, cite
from pactline.report.figures_actors import NOTHING, keys_of, ranked
from pactline.report.figures_corpus import clutter_word
from pactline.report.markup import Fragment, label
from pactline.report.periods import period_of
from pactline.report.tables import each, table, table_block
from pactline.report.wording import paragraph, said

MOST_ROWS = 12
MOST_PERIODS = 12
MOST_OUTSIDE = 15

Cell = Callable[[str, str], str]


def shares(study: Any) -> Fragment:
    """Mentions per thousand words, by actor and period; the periods with most words where there are many."""
    mentions = study.mentions
    if mentions.empty:
        return table_block("tab-shares", "share of words", paragraph(NOTHING))
    words = {r.period: r.words for r in each(study.timelines)}
    fullest = set(sorted(words, key=lambda p: (-words[p], p))[:MOST_PERIODS])
    columns = [p for p in words if p in fullest]
    held = {(r.actor_id, r.period): r for r in each(study.timelines)}
    published = {a.article_id: None if pd.isna(a.published) else a.published for a in each(study.articles)}
    placed = mentions.assign(period=[period_of(published[a], study.period) for a in mentions["article_id"]])

    def cell(actor: str, period: str) -> str:
        row = held[actor, period]
        if pd.isna(row.share):
            return "no articles"
        return _share(row, placed[(placed["actor_id"] == actor) & (placed["period"] == period)], f"period={period}")

    inner = _attention(
        f"Mentions per thousand words, by {study.period}, and how many mentions that is", mentions, columns, cell
    )
    left = len(words) - len(columns)
    if left:
        inner += '<p class="note">Only the periods with most words are shown; <code>timelines.csv</code> has all.</p>'
    return table_block("tab-shares", "share of words", inner)


def _attention(caption: str, mentions: pd.DataFrame, columns: Sequence[str], cell: Cell) -> str:
    """Actors against periods, the most mentioned first."""
    order = ranked(mentions)
    rows = [[said(name), *(cell(actor, column) for column in columns)] for actor, name, _ in order[:MOST_ROWS]]
    names = [label(column, 24) for column in columns]
    return table(caption, ["actor", *names], rows, total=len(order), file="timelines.csv", numeric=names)


def _share(row: Any, mentions: pd.DataFrame, of: str) -> str:
    """`2.6 (3)`, or a dash for silence; `of` names the period whose words it is a share of."""
    if mentions.empty:
        return "–"
    return cite(f"{row.share:.1f} ({len(mentions):,})", keys_of(mentions), f"share:{of}")


def outside(study: Any) -> Fragment:
    """Who is named around the articles and not in them: counted apart, in no other figure."""
    found = study.outside_mentions
    if found.empty:
        return table_block("tab-outside", "named outside the bodies", paragraph("Nobody is named outside the bodies."))
    rows = []
    actors = sorted(found.groupby("actor_id", sort=True), key=lambda pair: (-len(pair[1]), pair[0]))
    for actor, named in actors[:MOST_OUTSIDE]:
        keys = [article_key(a) for a in named["article_id"]]
        kinds = sorted(set(map(clutter_word, named["kind"])))
        rows.append(
            [
                said(label(named["actor"].iloc[0])),
                cite(f"{len(named):,}", keys, f"outside:{actor}"),
                escape(", ".join(kinds)),
            ]
        )
    inner = table(
        "Named outside the articles' bodies, counted in no other figure",
        ["actor", "mentions", "where"],
        rows,
        numeric=["mentions"],
    )
    rest = f"{len(rows)} of {len(actors):,} actors; outside_mentions.csv has all." if len(actors) > len(rows) else ""
    return table_block(
        "tab-outside", "named outside the bodies", inner + (f'<p class="note" data-plain="">{rest}</p>' if rest else "")
    )
