"""Copies of one wire story: articles that share enough of their words, found without comparing all pairs.

Runs of five words are what two articles share. Each run links the articles that hold it to the first three of them, so the
work grows with the text and not with the square of the articles, in DuckDB and out of core.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import duckdb
import numpy as np
import pyarrow as pa

from pactline.corpus.copy_clusters import ENOUGH, Pair, clusters
from pactline.corpus.copy_runs import runs_of_bodies
from pactline.record.engine import engine

LEAST = 8
"""Runs shared at the least, unless the two bodies are the same: one quoted sentence is no copy."""

FIRST_HOLDERS = 3
"""Articles that a run links the others to. A paragraph that everybody prints links an article to these three and no more,
so an agency's stock background counts little between two late articles."""

UNDATED = "9999"
UNKNOWN_DAY = "-99"
"""Put after a date, so that a mere month or year stands after all its days: the earliest is an article known to be early."""

AT_ONCE = 2_000_000
"""Runs looked through at once, so that they fit into the memory; they are taken by ranges of their numbers."""

Body = tuple[str, str | None, list[str]]
Copy = tuple[str | None, float | None]

BODIES = pa.schema(
    [("doc", pa.uint64()), ("article_id", pa.string()), ("published", pa.string()), ("size", pa.int32())]
)
RUNS = pa.schema([("doc", pa.uint64()), ("run", pa.uint64())])
"""Articles with the number of their different runs, and the runs; `doc` is a number that only one article has."""

PLACES = f"""
create table places as select doc, article_id, size, (row_number() over (
    order by coalesce(published, '{UNDATED}') || '{UNKNOWN_DAY}', article_id) - 1)::integer as place from bodies
"""

PART = "select run, place from runs join places using (doc) where run >= ? and run <= ? order by run, place"

PAIRS = f"""
create table pairs as
select first, second, sum(shared)::integer as shared from links
join places a on a.place = first join places b on b.place = second
group by first, second, a.size, b.size
having sum(shared) >= least({LEAST}, greatest(a.size, b.size)) and sum(shared) >= {ENOUGH}::double * least(a.size, b.size)
"""

PAIRED = """
select place, article_id, size from places
where place in (select first from pairs union select second from pairs) order by place
"""


def find_copies(bodies: Iterable[Body]) -> dict[str, Copy]:
    """Which articles are copies of which.

    bodies   (article_id, publication date or None, sentences of the body)
    returns  for each article (the article that stands for it, share of its runs of words both hold); (None, None) for one
             that stands for itself. The one that stands for a story is the earliest, then the smallest id; the order of
             `bodies` makes no difference
    """
    listed = [(article_id, published, runs_of_words(sentences)) for article_id, published, sentences in bodies]
    documents, runs = _tables(listed)
    with engine() as db:
        db.register("bodies", documents)
        db.register("runs", runs)
        copies = copies_among(db)
    return {article_id: copies.get(article_id, (None, None)) for article_id, *_ in listed}


def copies_among(db: duckdb.DuckDBPyConnection) -> dict[str, Copy]:
    """The articles that share runs of words with others, each with the article that stands for it, as find_copies has them.

    db  holds the relations `bodies` (columns BODIES) and `runs` (columns RUNS, each run of an article once)
    """
    db.execute(PLACES)
    db.execute("create table links (first integer, second integer, shared bigint)")
    (total,) = db.execute("select coalesce(sum(size), 0)::bigint from places").fetchall()[0]
    for low, high in _ranges(1 + total // AT_ONCE):
        held = db.execute(PART, [low, high]).fetchnumpy()
        db.register("some_links", _links(np.asarray(held["run"]), np.asarray(held["place"])))
        db.execute("insert into links select * from some_links")
    db.execute(PAIRS)
    paired = db.execute(PAIRED).fetchall()
    at = {place: nth for nth, (place, _, _) in enumerate(paired)}
    rows = db.execute("select first, second, shared from pairs order by first, second").fetchall()
    pairs = [Pair(at[first], at[second], shared) for first, second, shared in rows]
    return clusters([row[1] for row in paired], [row[2] for row in paired], pairs)


def _links(runs: np.ndarray, places: np.ndarray) -> pa.Table:
    """Pairs of articles, each with the number of runs in which the first is one of the first holders and the second a later.

    runs, places   a run and an article that holds it, in the order of runs, then of places
    """
    begins = np.flatnonzero(np.diff(runs, prepend=~runs[:1]) != 0)
    counts = np.diff(begins, append=len(runs))
    begin = np.repeat(begins, counts)
    nth = np.arange(len(runs)) - begin
    later = [(nth > holder, holder) for holder in range(FIRST_HOLDERS)]
    firsts = np.concatenate([places[begin[after] + holder] for after, holder in later]).astype(np.uint64)
    seconds = np.concatenate([places[after] for after, _ in later]).astype(np.uint64)
    pairs = np.sort((firsts << np.uint64(32)) | seconds)
    distinct = np.flatnonzero(np.diff(pairs, prepend=~pairs[:1]) != 0)
    found = pairs[distinct]
    columns = (found >> np.uint64(32), found & np.uint64(0xFFFFFFFF), np.diff(distinct, append=len(pairs)))
    return pa.table(dict(zip(("first", "second", "shared"), columns, strict=True)))


def _ranges(parts: int) -> list[tuple[int, int]]:
    """The numbers below 2**64 in ranges of one length.

    >>> _ranges(2)
    [(0, 9223372036854775807), (9223372036854775808, 18446744073709551615)]
    """
    edges = [n * 2**64 // parts for n in range(parts + 1)]
    return [(low, above - 1) for low, above in pairwise(edges)]


def runs_of_words(sentences: Sequence[str]) -> np.ndarray:
    """The different runs of five words in a body, as sorted 64-bit numbers; sentence ends do not break a run.

    >>> len(runs_of_words(["Russia and Venezuela have signed.", "An agreement"]))
    3
    """
    return runs_of_bodies([" ".join(sentences)])[0]


def _tables(listed: Sequence[tuple[str, str | None, np.ndarray]]) -> tuple[pa.Table, pa.Table]:
    ids, published, runs = zip(*listed, strict=True) if listed else ((), (), ())
    sizes = [len(held) for held in runs]
    docs = np.arange(len(ids), dtype=np.uint64)
    held = np.concatenate([*runs, np.zeros(0, np.uint64)])
    bodies = pa.table([docs, pa.array(ids, pa.string()), pa.array(published, pa.string()), sizes], BODIES)
    return bodies, pa.table([np.repeat(docs, sizes), held], RUNS)
