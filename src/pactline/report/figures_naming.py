"""From when to when each actor is named, for which side, and which dates are too coarse to place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from pactline.report.citing import article_key, cite
from pactline.report.figures_actors import NOTHING, keys_of, ranked
from pactline.report.figures_corpus import read_articles
from pactline.report.markup import Fragment, label
from pactline.report.periods import period_of
from pactline.report.tables import each, table, table_block
from pactline.report.wording import counted, date_words, paragraph, said

MOST_ACTORS = 25
MOST_PERIODS = 12


def first_and_last(study: Any, found: pd.DataFrame) -> Fragment:
    """When each actor is first and last named, as precise as the dates are.

    found   columns actor_id, first, last, as findings.timeline.first_and_last gives them
    """
    mentions = study.mentions
    if mentions.empty:
        return table_block("tab-first-last", "first and last mention", paragraph(NOTHING))
    held = {row.actor_id: row for row in each(found)}
    dates = {a.article_id: None if pd.isna(a.published) else a.published for a in each(study.articles)}
    order = ranked(mentions)
    rows = []
    for actor, name, number in order[:MOST_ACTORS]:
        own = mentions[mentions["actor_id"] == actor]
        ends = (_end(held[actor].first, own, dates), _end(held[actor].last, own, dates))
        rows.append([said(name), *ends, cite(f"{number:,}", keys_of(own), "mentions")])
    inner = table(
        "First and last article that names an actor, by its date of publication",
        ["actor", "first", "last", "mentions"], rows, total=len(order), file="mentions.csv", numeric=["mentions"],
    )  # fmt: skip
    return table_block("tab-first-last", "first and last mention", inner)


def _end(date: Any, own: pd.DataFrame, dates: Mapping[str, Any]) -> str:
    """A date as a link to what names the actor in the articles of that date."""
    if date is None or pd.isna(date):
        return "undated"
    then = own[[dates[a] == date for a in own["article_id"]]]
    return cite(date_words(date), [article_key(a) for a in dict.fromkeys(then["article_id"])])


def side_names(sides: Iterable[str], actors: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Sides as a reader says them: the actor of that id or short name, and what follows its name after a hyphen.

    >>> us = {"id": "united-states", "canonical_name": "United States", "aliases_need_care": "US", "type": "state"}
    >>> side_names(["us", "us-congress", "other", "private-security"], [us])
    {'us': 'United States', 'us-congress': 'United States: congress', 'other': 'others', 'private-security': 'private security'}
    """
    known: dict[str, str] = {}
    for row in actors:
        shorts = [
            a
            for column in ("aliases_en", "aliases_need_care")
            for a in (row.get(column) or "").split("|")
            if a.isupper()
        ]
        for name in (row["id"], *(short.lower() for short in shorts)):
            known.setdefault(name, row["canonical_name"])
    return {side: _side_name(side, known) for side in sides}


def _side_name(side: str, known: Mapping[str, str]) -> str:
    if side == "other":
        return "others"
    if side in known:
        return known[side]
    first, _, rest = side.partition("-")
    return f"{known[first]}: {rest.replace('-', ' ')}" if rest and first in known else side.replace("-", " ")


def by_side(study: Any, side_of: Mapping[str, str], attention: pd.DataFrame) -> Fragment:
    """Mentions of each side per thousand words, by period; the periods with most words where there are many.

    side_of     actor_id -> side; an actor without one is `other`
    attention   columns period, side, mentions, words, share, as findings.timeline.sides gives them
    """
    mentions = study.mentions
    if mentions.empty:
        return table_block("tab-sides", "attention by side", paragraph(NOTHING))
    words = {r.period: int(r.words) for r in each(attention)}
    fullest = set(sorted(words, key=lambda p: (-words[p], p))[:MOST_PERIODS])
    columns = [p for p in words if p in fullest]
    held = {(r.side, r.period): r for r in each(attention)}
    published = {a.article_id: None if pd.isna(a.published) else a.published for a in each(study.articles)}
    placed = mentions.assign(
        side=[side_of.get(a) or "other" for a in mentions["actor_id"]],
        period=[period_of(published[a], study.period) for a in mentions["article_id"]],
    )
    rows, names = [], side_names(set(placed["side"]), study.topic.actors)
    for side in placed["side"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index:
        own = placed[placed["side"] == side]
        cells = [_share(held[side, period], own[own["period"] == period]) for period in columns]
        rows.append([said(names[side]), *cells])
    inner = table(
        f"Mentions per thousand words, by side and {study.period}, and how many mentions that is",
        ["side", *columns], rows, file="timelines.csv", numeric=columns,
    )  # fmt: skip
    return table_block("tab-sides", "attention by side", inner)


def _share(row: Any, mentions: pd.DataFrame) -> str:
    """`2.6 (3)`; a dash for silence; words for a period that has no articles."""
    if pd.isna(row.share):
        return "no articles"
    if mentions.empty:
        return "–"
    return cite(f"{row.share:.1f} ({len(mentions):,})", keys_of(mentions), f"share:period={row.period}")


def uncertain(study: Any, found: pd.DataFrame) -> Fragment:
    """Articles whose date is too coarse for the step, with the days they may be of; they stand on none of them.

    found   columns article_id, published, earliest, latest, as findings.timeline.uncertain gives them
    """
    name, what = "tab-uncertain", "articles with uncertain dates"
    if found.empty:
        return table_block(name, what, paragraph(f"The date of every article is known to the {study.period} or finer."))
    titles = {row.article_id: row.title for row in each(read_articles(study))}
    shown = [row for row in each(found) if row.article_id in titles]
    keys = [article_key(row.article_id) for row in shown]
    rows = [
        [
            cite(label(titles[row.article_id], 60), [article_key(row.article_id)]),
            *(f'<span data-plain="">{date_words(day)}</span>' if pd.notna(day) else "not known" for day in (row.earliest, row.latest)),
        ]
        for row in shown
    ]  # fmt: skip
    words = paragraph(
        f"The date of {counted(keys, 'article', 'articles')} is coarser than a {study.period}: what these name is counted under "
        "“undated”, on no day that nobody told."
    )
    inner = table(
        "Articles that stand under no period", ["article", "not before", "not after"], rows, file="articles.csv"
    )
    return table_block(name, what, words + inner)
