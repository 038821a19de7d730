"""Copies of one wire story: articles that share enough of their words, found without comparing all pairs.

Runs of five words are what two articles share. Each run links the articles that hold it to the first three of them, so the
work grows with the text and not with the square of the articles, in DuckDB and out of core.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryDirectory
from zlib import crc32

import duckdb
import numpy as np
import pyarrow as pa

from pactline.corpus.copy_clusters import Pair, clusters

RUN = 5
"""Words in a run: long enough that two reporters rarely write the same one by chance."""

LEAST = 8
"""Runs shared at the least, unless the two bodies are the same: one quoted sentence is no copy."""

FIRST_HOLDERS = 3
"""Articles that a run links the others to. A paragraph that everybody prints links an article to these three and no more,
so an agency's stock background counts little between two late articles."""

UNDATED = "9999"
UNKNOWN_DAY = "-99"
"""Put after a date, so that a mere month or year stands after all its days: the earliest is an article known to be early."""

WORD = re.compile(
    r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+"
)
"""A word; in scripts written without spaces, a character."""

MIX = np.array(
    [0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], np.uint64
)
"""Odd 64-bit numbers, one for each place in a run (the constants of splitmix64 and wyhash)."""

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "preserve_insertion_order": "false",
    "memory_limit": "512MB",
    "threads": "1",
}
BATCH = 500_000
PARTS = 8
"""Parts in which the runs are looked through, so that only one of them is in memory."""

Body = tuple[str, str | None, list[str]]

LINKS = f"""
insert into links
with part as (select run, doc from runs where run % {PARTS} = ?),
held as (
    select run, place, row_number() over (partition by run order by place) as nth
    from part join (select run from part group by run having count(*) > 1) using (run) join documents using (doc)
)
select a.place, b.place, count(*) from held a join held b on a.run = b.run and a.place < b.place
where a.nth <= {FIRST_HOLDERS} group by a.place, b.place
"""

PAIRS = f"""
select first, second, sum(shared)::integer from links
join documents a on a.place = first join documents b on b.place = second
group by first, second, a.size, b.size having sum(shared) >= least({LEAST}, greatest(a.size, b.size)) order by first, second
"""


def find_copies(bodies: Iterable[Body]) -> dict[str, tuple[str | None, float | None]]:
    """Which articles are copies of which.

    bodies   (article_id, publication date or None, sentences of the body)
    returns  for each article (the article that stands for it, share of its runs of words both hold); (None, None) for one
             that stands for itself. The one that stands for a story is the earliest, then the smallest id; the order of
             `bodies` makes no difference
    """
    with (
        TemporaryDirectory(prefix="pactline-") as room,
        duckdb.connect(config={**SETTINGS, "temp_directory": room}) as db,
    ):
        listed = _fill(db, bodies)
        db.execute("create table links (first integer, second integer, shared bigint)")
        for part in range(PARTS):
            db.execute(LINKS, [part])
        pairs = [Pair(*row) for row in db.execute(PAIRS).fetchall()]
    return clusters([row[0] for row in listed], [row[1] for row in listed], pairs)


def _fill(db: duckdb.DuckDBPyConnection, bodies: Iterable[Body]) -> list[tuple[str, int]]:
    """Put documents and runs into tables; each article and its number of runs, in the order in which they stand for others."""
    db.execute("create table offered (doc integer, article_id varchar, published varchar, size integer)")
    db.execute("create table runs (doc integer, run ubigint)")
    for documents, runs in _batches(bodies):
        db.register("new_documents", documents)
        db.register("new_runs", runs)
        db.execute("insert into offered select * from new_documents")
        db.execute("insert into runs select * from new_runs")
    db.execute(
        "create table documents as select doc, article_id, size,"
        " (row_number() over (order by published, article_id) - 1)::integer as place from offered"
    )
    return db.execute("select article_id, size from documents order by place").fetchall()


def runs_of_words(sentences: Sequence[str]) -> np.ndarray:
    """The different runs of five words in a body, as sorted 64-bit numbers; sentence ends do not break a run.

    >>> len(runs_of_words(["Russia and Venezuela have signed.", "An agreement"]))
    3
    """
    words = WORD.findall(" ".join(sentences).casefold())
    hashes = np.fromiter((crc32(w.encode("utf-8", "replace")) for w in words), np.uint64, len(words))
    found = np.zeros(max(0, len(words) - RUN + 1), np.uint64)
    for place, factor in enumerate(MIX):
        found += hashes[place : place + len(found)] * factor
    return np.unique(found)


def _batches(bodies: Iterable[Body]) -> Iterator[tuple[pa.Table, pa.Table]]:
    documents: list[tuple[int, str, str, int]] = []
    runs: list[np.ndarray] = []
    held = 0
    for doc, (article_id, published, sentences) in enumerate(bodies):
        found = runs_of_words(sentences)
        documents.append((doc, article_id, f"{published or UNDATED}{UNKNOWN_DAY}", len(found)))
        runs.append(found)
        held += len(found)
        if held >= BATCH:
            yield _tables(documents, runs)
            documents, runs, held = [], [], 0
    yield _tables(documents, runs)


def _tables(documents: list[tuple[int, str, str, int]], runs: list[np.ndarray]) -> tuple[pa.Table, pa.Table]:
    schema = pa.schema(
        [("doc", pa.int32()), ("article_id", pa.string()), ("published", pa.string()), ("size", pa.int32())]
    )
    rows = [dict(zip(schema.names, row, strict=True)) for row in documents]
    docs = np.repeat(np.array([row[0] for row in documents], np.int32), [row[3] for row in documents])
    held = np.concatenate([*runs, np.zeros(0, np.uint64)])
    return pa.Table.from_pylist(rows, schema), pa.table({"doc": docs, "run": held})
