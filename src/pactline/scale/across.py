"""The steps that look across articles, in DuckDB over the parts' Parquet files, out of core: dates, copies, whole tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from pactline.corpus.copies import RUNS, copies_among
from pactline.corpus.dating_corpus import TESTIMONY, Redated, dates_of_others, undated, without_clocks
from pactline.record import schema
from pactline.record.article import content_hash
from pactline.record.engine import engine
from pactline.scale.kept import Kept
from pactline.scale.tables import ARTICLES, EXTRACTED, stored

LISTED = pa.schema([("article_id", pa.string()), ("key", pa.binary(16)), ("source", pa.string())])
LIVE = pa.schema([*LISTED, ("doc", pa.uint64()), ("part", pa.string())])
"""The articles of the corpus: where each lies now, under which key it was read, and in which part that is kept."""

TEXTS = "texts"
ROWS = 50_000
"""Rows in a row group of a whole table: a fixed number, so that the same rows are the same bytes."""

EMPTY = {name: stored(name, []) for name in EXTRACTED} | {"runs": RUNS.empty_table(), "clocks": TESTIMONY.empty_table()}
"""Tables of a corpus without documents."""

OFFERED = """
create temp view offered as
select doc, articles.article_id, published, published_basis as basis, status from articles semi join live using (doc)
"""
BODIES = """
create temp view bodies as
select doc, articles.article_id, published, runs as size from articles semi join live using (doc) where status = 'read'
"""


@contextmanager
def looking(kept: Kept, live: pa.Table, *tables: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that holds `live` and tables of the parts that hold its articles."""
    parts = parts_of(live)
    with engine() as db:
        db.register("live", live)
        for table in tables:
            db.register(table, kept.dataset("read", table, parts) if parts else EMPTY[table])
        yield db


def parts_of(live: pa.Table) -> list[str]:
    """Names of the parts that hold these articles."""
    return sorted(name for name in live.column("part").unique().to_pylist())


def new_dates(kept: Kept, live: pa.Table, ask: Callable[[], Sequence[str]]) -> dict[int, Redated]:
    """doc -> what other articles say of its date, of those whose date changes.

    ask  lets the articles tell what they know of others, where that is wanted; the names of their parts
    """
    with looking(kept, live, ARTICLES, "clocks") as db:
        db.execute(OFFERED)
        found = without_clocks(db)
        if not undated(db):
            return found
        db.register("testimony", kept.dataset("told", "testimony", ask()))
        return found | dates_of_others(db, found)


def write_whole(kept: Kept, live: pa.Table, folder: Path) -> None:
    """Write the extracted tables of a corpus into a folder, and `texts`, which tells where each text lies."""
    with looking(kept, live, "runs", *EXTRACTED) as db:
        db.execute(BODIES)
        copies = copies_among(db)
        rows = sorted((article_id, first, share) for article_id, (first, share) in copies.items() if first)
        ids, firsts, shares = zip(*rows, strict=True) if rows else ((), (), ())
        db.register("copies", pa.table({
            "article_id": pa.array(ids, pa.string()), "first": pa.array(firsts, pa.string()),
            "share": pa.array(shares, pa.float64()),
        }))  # fmt: skip
        for name, table in EXTRACTED.items():
            write_query(db, _query(table), schema.arrow_schema(table), folder / f"{name}.parquet")
        write_query(db, _texts(), LIVE, folder / f"{TEXTS}.parquet")


def _query(table: schema.Table) -> str:
    """All rows of the corpus's articles, in one order."""
    by = ", ".join(f't."{name}"' for name in dict.fromkeys((*table.order, *table.key)))
    if table.name != ARTICLES:
        names = ", ".join(f't."{name}"' for name in table.names)
        return f"select {names} from {table.name} t semi join live using (doc) order by {by}"
    known = {"source": "live.source", "duplicate_of": "copies.first", "duplicate_share": "copies.share"}
    names = ", ".join(f'{known.get(name, f"""t."{name}" """)} as "{name}"' for name in table.names)
    joined = "join live using (doc) left join copies on copies.article_id = t.article_id"
    return f"select {names} from {ARTICLES} t {joined} order by {by}"


def _texts() -> str:
    empty = content_hash("")
    return (
        "select live.article_id, live.key, live.source, live.doc, live.part from live"
        f" semi join (select doc from {ARTICLES} where content_hash <> '{empty}') using (doc) order by live.article_id"
    )


def write_query(db: duckdb.DuckDBPyConnection, query: str, wanted: pa.Schema, path: Path) -> None:
    """The rows of a query as a Parquet file, never all of them in memory."""
    with pq.ParquetWriter(path, wanted, write_page_checksum=True) as writer:
        for rows in grouped(db.sql(query).to_arrow_reader(ROWS)):
            writer.write_table(rows.cast(wanted), row_group_size=ROWS)


def grouped(batches: pa.RecordBatchReader) -> Iterator[pa.Table]:
    """The same rows, ROWS at a time."""
    waiting: list[pa.RecordBatch] = []
    held = 0
    for batch in batches:
        waiting.append(batch)
        held += batch.num_rows
        while held >= ROWS:
            table = pa.Table.from_batches(waiting)
            yield table.slice(0, ROWS)
            waiting, held = table.slice(ROWS).to_batches(), held - ROWS
    if held:
        yield pa.Table.from_batches(waiting)
