"""Dates that lie in the future of their corpus: later than its last day of fetching, or years later than all but a few."""

from __future__ import annotations

from datetime import date, timedelta

import duckdb

from pactline.corpus.dating_candidates import iso_day

FETCHED = "fetched"
_MARK = " (fetched:"
_ENOUGH = 3  # articles of a day or later that prove the corpus to reach so far
_MANY = 20  # dated articles from which years without any others are a sign
_FAR = 5 * 366  # days beyond the corpus: an archive may well have a gap of some years before its last article
_CLOCKS_APART = 1  # a page may be fetched on another day than its own, west of it

LAST_FETCH = f"select max(value) from clocks semi join dates using (doc) where kind = '{FETCHED}'"
DAYS = "select published from dates where status = 'read' and length(published) = 10 order by published desc"
LATER = "select doc, published, basis from dates where published > ? order by doc"


def fetched(conflicts: list[str]) -> set[int]:
    """Numbers of the days on which an article's page was fetched, as its conflicts list them.

    >>> fetched(["2019-03-05 (fetched: warc:WARC-Date 2019-03-05): the day a page was fetched dates no article"])
    {737123}
    """
    days = {iso_day(conflict[:10]) for conflict in conflicts if conflict[10:].startswith(_MARK)}
    return {date.fromisoformat(day).toordinal() for day in days if day and len(day) == 10}


def from_the_future(db: duckdb.DuckDBPyConnection) -> list[tuple[int, str, str]]:
    """(doc, date, reason) of dates that the corpus is too old for.

    db  holds the tables `dates` and `clocks` of dating_corpus
    """
    end, why = _horizon(db)
    if end is None:
        return []
    rows = db.execute(LATER, [end.isoformat()]).fetchall()
    return [(doc, published, f"{published} ({basis}): {why}") for doc, published, basis in rows]


def _horizon(db: duckdb.DuckDBPyConnection) -> tuple[date | None, str]:
    """The last day the corpus can hold, None where it does not show, and the reason against later ones."""
    row = db.execute(LAST_FETCH).fetchone()
    days = [day for (day,) in db.execute(DAYS).fetchmany(_MANY)]
    reached = date.fromisoformat(days[_ENOUGH - 1]) if len(days) >= _ENOUGH else None
    last = date.fromordinal(row[0]) if row and row[0] else None
    if last and (reached is None or reached <= last + timedelta(_CLOCKS_APART)):
        return last + timedelta(_CLOCKS_APART), f"later than the corpus, whose last page was fetched on {last}"
    if reached and len(days) >= _MANY:
        return reached + timedelta(_FAR), f"years later than the corpus, which reaches to {reached}"
    return None, ""
