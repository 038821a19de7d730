"""Copies of one wire story: articles that share enough of their words, found without comparing all pairs.

Runs of five words are what two articles share. Each run links the articles that hold it to the first three of them, so the
work grows with the text and not with the square of the articles, in DuckDB and out of core.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b

import duckdb
import pyarrow as pa

RUN = 5
"""Words in a run: long enough that two reporters rarely write the same one by chance."""

ENOUGH = 0.28
"""Share of the shorter article's runs that both must hold. Two outlets' own stories that share an agency's background
paragraphs stay below it; takes of one story, with a new top or a cut end, lie above (measured on labelled pairs)."""

LEAST = 8
"""Runs shared at the least: one quoted sentence is no copy."""

FIRST_HOLDERS = 3
UNDATED = "9999"
WORD = re.compile(r"\w+")
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "threads": "1",
}
BATCH = 500_000

Body = tuple[str, str | None, list[str]]

PAIRS = f"""
with placed as (
    select r.run, d.place, row_number() over (partition by r.run order by d.place) as nth
    from runs r join documents d on r.doc = d.doc
),
links as (
    select a.place as first, b.place as second
    from placed a join placed b on a.run = b.run and a.place < b.place
    where a.nth <= {FIRST_HOLDERS}
)
select first, second, count(*) as shared from links group by first, second having count(*) >= {LEAST} order by first, second
"""


def find_copies(bodies: Iterable[Body]) -> dict[str, tuple[str | None, float | None]]:
    """Which articles are copies of which.

    bodies   (article_id, publication date or None, sentences of the body)
    returns  for each article (the article that stands for it, share of its runs of words both hold); (None, None) for one
             that stands for itself. The one that stands for a story is the earliest, then the smallest id; the order of
             `bodies` makes no difference
    """
    with duckdb.connect(config=SETTINGS) as db:
        db.execute("create table documents (doc integer, article_id varchar, published varchar, size integer)")
        db.execute("create table runs (doc integer, run ubigint)")
        for documents, runs in _batches(bodies):
            db.register("new_documents", documents)
            db.register("new_runs", runs)
            db.execute("insert into documents select * from new_documents")
            db.execute("insert into runs select * from new_runs")
        db.execute(
            "create table ordered as select doc, article_id, size,"
            " (row_number() over (order by published, article_id)) - 1 as place from documents"
        )
        db.execute("drop table documents; alter table ordered rename to documents")
        listed = db.execute("select article_id, size from documents order by place").fetchall()
        pairs = db.execute(PAIRS).fetchall()
    return _clusters([row[0] for row in listed], [row[1] for row in listed], pairs)


def runs_of_words(sentences: list[str]) -> set[int]:
    """The runs of five words in a body, as 64-bit hashes; sentence ends do not break a run.

    >>> len(runs_of_words(["Russia and Venezuela have signed.", "An agreement"]))
    3
    """
    words = WORD.findall(" ".join(sentences).casefold())
    return {
        int.from_bytes(blake2b(" ".join(words[i : i + RUN]).encode("utf-8", "replace"), digest_size=8).digest())
        for i in range(len(words) - RUN + 1)
    }


def _batches(bodies: Iterable[Body]) -> Iterator[tuple[pa.Table, pa.Table]]:
    documents: list[tuple[int, str, str, int]] = []
    docs: list[int] = []
    runs: list[int] = []
    for doc, (article_id, published, sentences) in enumerate(bodies):
        found = sorted(runs_of_words(sentences))
        documents.append((doc, article_id, published or UNDATED, len(found)))
        docs += [doc] * len(found)
        runs += found
        if len(runs) >= BATCH:
            yield _tables(documents, docs, runs)
            documents, docs, runs = [], [], []
    yield _tables(documents, docs, runs)


def _tables(documents: list[tuple[int, str, str, int]], docs: list[int], runs: list[int]) -> tuple[pa.Table, pa.Table]:
    columns = [list(column) for column in zip(*documents, strict=True)] or [[], [], [], []]
    types = (pa.int32(), pa.string(), pa.string(), pa.int32())
    names = ["doc", "article_id", "published", "size"]
    return (
        pa.table([pa.array(c, t) for c, t in zip(columns, types, strict=True)], names=names),
        pa.table([pa.array(docs, pa.int32()), pa.array(runs, pa.uint64())], names=["doc", "run"]),
    )


def _clusters(
    ids: list[str], sizes: list[int], pairs: list[tuple[int, int, int]]
) -> dict[str, tuple[str | None, float | None]]:
    first_of = list(range(len(ids)))
    share: dict[int, float] = {}

    def root(i: int) -> int:
        while first_of[i] != i:
            first_of[i] = first_of[first_of[i]]
            i = first_of[i]
        return i

    for first, second, shared in pairs:
        if shared >= ENOUGH * min(sizes[first], sizes[second]):
            a, b = sorted((root(first), root(second)))
            first_of[b] = a
            share[second] = max(share.get(second, 0.0), shared / sizes[second])
    return {
        article_id: (None, None) if root(i) == i else (ids[root(i)], round(min(1.0, share.get(i, ENOUGH)), 3))
        for i, article_id in enumerate(ids)
    }
