"""Who is named when, by whom, and with whom.

A period without articles is a gap in coverage; a period with articles that do not name an actor is silence. Both are rows:
`covered` 0 in the one, `mentions` 0 in the other. An article whose date is coarser than the step is never put on a made-up
day: it is counted under `undated`, and `uncertain` tells the interval it may belong to. So a date known to the year is
undated by month and by quarter and placed by year; one known to the month is placed by each of the three; where no date is
known the article is undated at every step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import pandas as pd

from pactline.record import dates, schema
from pactline.record.article import Span

PERIODS = ("month", "quarter", "year")
UNDATED = "undated"


def period_of(published: str | None, period: str) -> str:
    """The period a partial date falls in; `undated` where the date is not as fine.

    >>> period_of("2019-08-15", "quarter"), period_of("2019-08", "month"), period_of("2019", "month")
    ('2019-Q3', '2019-08', 'undated')
    """
    if period not in PERIODS:
        raise ValueError(f"no period {period!r}: name one of {', '.join(PERIODS)}")
    if published is None or (period != "year" and len(published) < 7):
        return UNDATED
    if period == "quarter":
        return f"{published[:4]}-Q{(int(published[5:7]) + 2) // 3}"
    return dates.coarsen(published, period)


def timelines(mentions: pd.DataFrame, articles: pd.DataFrame, *, period: str) -> pd.DataFrame:
    """One row per period and actor named anywhere in the corpus, gaps and silences among them.

    mentions, articles   tables MENTIONS and ARTICLES
    period               month, quarter or year
    returns              TIMELINES; share is mentions per thousand words, null where nothing was published
    """
    placed = _placed(articles, period)
    named = mentions.merge(placed, on="article_id")
    actors = mentions[["actor_id", "actor"]].drop_duplicates("actor_id").sort_values("actor_id")
    counts = named.groupby(["period", "actor_id"]).agg(
        mentions=("start", "size"), articles=("article_id", "nunique")
    )  # fmt: skip
    counted = {place: (int(n), int(m)) for place, n, m in counts.itertuples()}
    totals = placed.groupby("period")["words"].agg(["size", "sum"])
    covered = {label: (int(n), int(words)) for label, n, words in totals.itertuples()}
    return from_counts(counted, covered, actors.itertuples(index=False))


def from_counts(
    counted: Mapping[tuple[str, str], tuple[int, int]], covered: Mapping[str, tuple[int, int]],
    actors: Iterable[tuple[str, str]],
) -> pd.DataFrame:  # fmt: skip
    """Timelines from what was counted, wherever that was done.

    counted   (period, actor_id) -> mentions, articles that name the actor
    covered   period -> articles that could be read, their words
    actors    (actor_id, name) of those named anywhere, by id
    returns   TIMELINES
    """
    listed = list(actors)
    rows = []
    for label, articles, words in _coverage(covered):
        for actor_id, actor in listed:
            n, m = counted.get((label, actor_id), (0, 0))
            rows.append({
                "period": label, "actor_id": actor_id, "actor": actor, "mentions": n, "articles": m,
                "covered": articles, "words": words, "share": _per_thousand(n, words),
            })  # fmt: skip
    return schema.frame(rows, schema.TIMELINES)


def sides(timeline: pd.DataFrame, side_of: Mapping[str, str]) -> pd.DataFrame:
    """Mentions per period and side.

    timeline   TIMELINES
    side_of    actor_id -> side, as in the topic's actors; an actor without one is `other`
    returns    columns period, side, mentions, covered, words, share (mentions per thousand words)
    """
    grouped = timeline.assign(side=[side_of.get(a) or "other" for a in timeline["actor_id"]])
    table = grouped.groupby(["period", "side"], as_index=False).agg(
        mentions=("mentions", "sum"), covered=("covered", "first"), words=("words", "first")
    )
    table["share"] = [_per_thousand(n, w) for n, w in zip(table["mentions"], table["words"], strict=True)]
    return table


def outlets(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Whom each outlet names, and how often.

    returns  columns outlet, actor_id, actor, mentions, articles, words (of the outlet), share (per thousand words); articles
             that name no outlet stand under `not named`
    """
    known = articles[["article_id", "words"]].assign(outlet=articles["outlet"].fillna("not named"))
    words = known.groupby("outlet")["words"].sum()
    named = mentions.merge(known[["article_id", "outlet"]], on="article_id")
    table = named.groupby(["outlet", "actor_id", "actor"], as_index=False).agg(
        mentions=("start", "size"), articles=("article_id", "nunique")
    )
    table["words"] = [int(words[outlet]) for outlet in table["outlet"]]
    table["share"] = [_per_thousand(n, w) for n, w in zip(table["mentions"], table["words"], strict=True)]
    return table


def first_and_last(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """When each actor is first and last named, as precise as the dates of the articles.

    returns  columns actor_id, actor, mentions, articles, first, last (partial dates; null where no article is dated)
    """
    named = mentions.merge(articles[["article_id", "published"]], on="article_id")
    rows = []
    for (actor_id, actor), group in named.groupby(["actor_id", "actor"], sort=True):
        known = [d for d in group["published"] if isinstance(d, str)]
        rows.append({
            "actor_id": actor_id, "actor": actor, "mentions": len(group), "articles": group["article_id"].nunique(),
            "first": min(known, key=lambda d: (dates.earliest(d), d), default=None),
            "last": max(known, key=lambda d: (dates.latest(d), d), default=None),
        })  # fmt: skip
    return pd.DataFrame(rows, columns=["actor_id", "actor", "mentions", "articles", "first", "last"])


def uncertain(articles: pd.DataFrame, *, period: str) -> pd.DataFrame:
    """Articles whose date is coarser than the period, each with the days it may have been published on.

    returns  columns article_id, published, earliest, latest (days; null where nothing is known)
    """
    rows = [
        {"article_id": article_id, "published": published, "earliest": early, "latest": late}
        for article_id, published in _dated(articles)
        if period_of(published, period) == UNDATED
        for early, late in [_interval(published)]
    ]
    return pd.DataFrame(rows, columns=["article_id", "published", "earliest", "latest"])


def co_mentions(mentions: pd.DataFrame, *, sentences: Mapping[str, Sequence[Span]] | None = None) -> pd.DataFrame:
    """Pairs of actors named together, in the same article or, where `sentences` are given, in the same sentence.

    sentences  article_id -> sentence offsets
    returns    columns actor_a, actor_b (ids, in order), together (articles or sentences), articles (article_ids, sorted)
    """
    together: Counter[tuple[str, str]] = Counter()
    where: dict[tuple[str, str], set[str]] = {}
    for article_id, group in mentions.groupby("article_id", sort=True):
        places = zip(group["start"], group["actor_id"], strict=True)
        for actors in _companies(sorted(places), None if sentences is None else sentences.get(str(article_id), ())):
            for pair in combinations(sorted(actors), 2):
                together[pair] += 1
                where.setdefault(pair, set()).add(str(article_id))
    rows = [
        {"actor_a": a, "actor_b": b, "together": n, "articles": sorted(where[a, b])}
        for (a, b), n in sorted(together.items(), key=lambda item: (-item[1], item[0]))
    ]
    return pd.DataFrame(rows, columns=["actor_a", "actor_b", "together", "articles"])


def _companies(places: list[tuple[int, str]], spans: Sequence[Span] | None) -> list[set[str]]:
    """Sets of actors: one for the article, or one per sentence; places and spans are in order."""
    if spans is None:
        return [{actor for _, actor in places}]
    found, at = [], 0
    for start, end in spans:
        company = set()
        while at < len(places) and places[at][0] < end:
            if places[at][0] >= start:
                company.add(places[at][1])
            at += 1
        found.append(company)
    return found


def _dated(articles: pd.DataFrame) -> list[tuple[str, str | None]]:
    return [
        (article_id, published if isinstance(published, str) else None)
        for article_id, published in zip(articles["article_id"], articles["published"], strict=True)
    ]


def _placed(articles: pd.DataFrame, period: str) -> pd.DataFrame:
    """article_id, period and words of the articles that could be read."""
    read = articles[articles["status"] == "read"]
    labels = [period_of(published, period) for _, published in _dated(read)]
    return pd.DataFrame({"article_id": read["article_id"], "period": labels, "words": read["words"]})


def _coverage(held: Mapping[str, tuple[int, int]]) -> list[tuple[str, int, int]]:
    """(period, articles, words) of every period from the first to the last, empty ones too, and the undated at the end."""
    known = sorted(label for label in held if label != UNDATED)
    labels = _between(known[0], known[-1]) if known else []
    labels += [UNDATED] if UNDATED in held else []
    return [(label, *held.get(label, (0, 0))) for label in labels]


def _between(first: str, last: str) -> list[str]:
    """All periods of the same step from first to last.

    >>> _between("2018-Q3", "2019-Q1"), _between("2018", "2020")
    (['2018-Q3', '2018-Q4', '2019-Q1'], ['2018', '2019', '2020'])
    """
    start, end = _number(first), _number(last)
    return [_label(n, first) for n in range(start, end + 1)]


def _number(label: str) -> int:
    if "Q" in label:
        return int(label[:4]) * 4 + int(label[-1]) - 1
    return int(label[:4]) * 12 + int(label[5:]) - 1 if "-" in label else int(label)


def _label(number: int, like: str) -> str:
    if "Q" in like:
        return f"{number // 4:04d}-Q{number % 4 + 1}"
    return dates.partial(number // 12, number % 12 + 1) if "-" in like else f"{number:04d}"


def _interval(published: str | None) -> tuple[str | None, str | None]:
    if published is None:
        return None, None
    return dates.earliest(published).isoformat(), dates.latest(published).isoformat()


def _per_thousand(mentions: int, words: int) -> float | None:
    return 1000 * mentions / words if words else None
