"""What a whole corpus adds up to, out of core: deals, their events, the register, timelines, checks of oil figures.

The functions are those of findings/, given a piece at a time that they need nothing beyond: blocks of statements that are
compared with each other, the figures of one article. A study of a window, or one with corrections, gives them its frames.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from pactline.findings.checks import oil_checks
from pactline.findings.events import assign_deals, block_of, deal_events, schema_rows
from pactline.findings.register import against_register
from pactline.findings.timeline import from_counts, period_of
from pactline.record import schema
from pactline.record.engine import engine
from pactline.record.topic import Topic
from pactline.scale.across import write_query
from pactline.scale.results import Results

FOUND = (schema.DEALS, schema.DEAL_EVENTS, schema.REGISTER_CHECKS, schema.TIMELINES, schema.OIL_CHECKS)
AT_ONCE = 10_000
"""Rows after which a piece is cut at the next block or article."""
TOLD_OF = pa.schema([("article_id", pa.string()), ("published", pa.string()), ("duplicate_of", pa.string())])
BLOCKS = pa.schema([("claim_id", pa.string()), ("block", pa.string())])
NAMED = pa.schema([("claim_id", pa.string()), ("deal", pa.string())])
EVENTS = schema.arrow_schema(schema.DEAL_EVENTS)

ARTICLES = """
create temp view articles as
select article_id, status, words, published, duplicate_of, coalesce(published, '') as dated from all_articles
"""
BY_BLOCK = """
select t.*, articles.published, articles.duplicate_of, blocks.block as piece
from deals t join blocks using (claim_id) join articles using (article_id) order by blocks.block, t.claim_id
"""
BY_ARTICLE = """
select t.*, articles.published, articles.duplicate_of, t.article_id as piece
from oil t join articles using (article_id) order by t.article_id, t.claim_id
"""
COUNTED = """
select period, actor_id, count(*), count(distinct article_id) from mentions
join articles using (article_id) join periods using (dated) where status = 'read' group by period, actor_id
"""
COVERED = """
select period, count(*), sum(words)::bigint from articles join periods using (dated) where status = 'read' group by period
"""
ACTORS = "select actor_id, min(actor) from mentions group by actor_id order by actor_id"


def write_findings(
    results: Results, folder: Path, topic: Topic, *, period: str, extra: Sequence[Mapping[str, str]] | None = None
) -> None:
    """Write what a corpus adds up to into a folder, as Parquet: `deals` with the deal of each statement, and the tables
    deal_events, register_checks, timelines and oil_checks.

    period  step of the timelines
    extra   rows of a user's own oil series
    """
    transfers = topic.reference("arms_transfers")
    monthly, annual = (topic.reference(f"oil_production_{step}") for step in ("monthly", "annual"))
    with engine() as db, TemporaryDirectory(prefix="pactline-") as scratch:
        work = _Work(db, Path(scratch), folder)
        for name in ("mentions", "deals", "oil"):
            db.register(name, results.dataset(name))
        db.register("all_articles", results.dataset("articles"))
        db.execute(ARTICLES)
        work.gather_deals(results)
        events = pieces(folder, schema.DEAL_EVENTS)
        work.derive(schema.REGISTER_CHECKS, (against_register(piece, transfers) for piece in events))
        work.derive(schema.TIMELINES, [_timelines(db, period)])
        figures = work.pieces_of(BY_ARTICLE, schema.OIL)
        checked = (oil_checks(oil, about, monthly=monthly, annual=annual, extra=extra) for oil, about in figures)
        work.derive(schema.OIL_CHECKS, checked)


def pieces(folder: Path, table: schema.Table) -> Iterator[pd.DataFrame]:
    """A table that lies in a folder, piece by piece, in its order."""
    with pq.ParquetFile(folder / f"{table.name}.parquet") as file:
        for number in range(file.num_row_groups):
            yield schema.from_stored(file.read_row_group(number).to_pandas(), table)


class _Work:
    """A database, a folder for what is only needed on the way, and the folder for the findings."""

    def __init__(self, db: duckdb.DuckDBPyConnection, scratch: Path, folder: Path) -> None:
        self.db, self.scratch, self.folder = db, scratch, folder

    def gather_deals(self, results: Results) -> None:
        """Gather the statements of one block after the other to deals, and tell the events of each deal."""
        self.keep("blocks", BLOCKS, (_blocks(piece) for piece in results.batches("deals")))
        named, events = self.scratch / "named.parquet", self.scratch / "events.parquet"
        with pq.ParquetWriter(named, NAMED) as names, pq.ParquetWriter(events, EVENTS) as told:
            for deals, about in self.pieces_of(BY_BLOCK, schema.DEALS):
                gathered = assign_deals(deals, about)
                names.write_table(pa.table([list(gathered["claim_id"]), list(gathered["deal_id"])], schema=NAMED))
                told.write_table(schema.to_arrow(deal_events(gathered, about), schema.DEAL_EVENTS))
        self.db.register("named", ds.dataset(named))
        columns = ", ".join("named.deal as deal_id" if n == "deal_id" else f't."{n}"' for n in schema.DEALS.names)
        self.write(schema.DEALS, f"select {columns} from deals t join named using (claim_id)")
        self.db.register("events", ds.dataset(events))
        self.write(schema.DEAL_EVENTS, "select * from events t")

    def derive(self, table: schema.Table, frames: Iterable[pd.DataFrame]) -> None:
        """Rows of a table as they come, written in its order."""
        self.keep("derived", schema.arrow_schema(table), (schema.to_arrow(frame, table) for frame in frames))
        self.write(table, "select * from derived t")

    def keep(self, name: str, kinds: pa.Schema, tables: Iterable[pa.Table]) -> None:
        """Put rows away on the disk under a name that the database knows."""
        path = self.scratch / f"{name}.parquet"
        with pq.ParquetWriter(path, kinds) as writer:
            for rows in tables:
                writer.write_table(rows)
        self.db.register(name, ds.dataset(path))

    def write(self, table: schema.Table, query: str) -> None:
        """The rows of a query, in the order of their table."""
        by = ", ".join(f't."{name}"' for name in dict.fromkeys((*table.order, *table.key)))
        path = self.folder / f"{table.name}.parquet"
        write_query(self.db, f"{query} order by {by}", schema.arrow_schema(table), path)

    def pieces_of(self, query: str, table: schema.Table) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
        """Rows of a table with what is known of their articles, cut only where the column `piece` changes."""
        kinds = pa.schema([*schema.arrow_schema(table), *TOLD_OF.remove(0), ("piece", pa.string())])
        path = self.scratch / f"{table.name}-pieces.parquet"
        write_query(self.db, query, kinds, path)
        with pq.ParquetFile(path) as file:
            for rows in cut(batch for batch in file.iter_batches(AT_ONCE)):
                frame = schema.from_stored(rows.select(table.names).to_pandas(), table)
                about = rows.select(TOLD_OF.names).to_pandas().drop_duplicates("article_id").astype("string")
                yield frame, about


def cut(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The same rows, cut where the column `piece` changes and at least AT_ONCE rows have come."""
    waiting: list[pa.RecordBatch] = []
    for batch in batches:
        if waiting and sum(b.num_rows for b in waiting) >= AT_ONCE:
            last = waiting[-1]["piece"][-1]
            same = next((n for n, piece in enumerate(batch["piece"]) if piece != last), batch.num_rows)
            waiting.append(batch.slice(0, same))
            batch = batch.slice(same)
            if batch.num_rows:
                yield pa.Table.from_batches(waiting)
                waiting = []
        if batch.num_rows:
            waiting.append(batch)
    if waiting:
        yield pa.Table.from_batches(waiting)


def _blocks(deals: pd.DataFrame) -> pa.Table:
    rows = [(row["claim_id"], block_of(row)) for row in schema_rows(deals)]
    return pa.table([[row[at] for row in rows] for at in (0, 1)], schema=BLOCKS)


def _timelines(db: duckdb.DuckDBPyConnection, period: str) -> pd.DataFrame:
    dates = [row[0] for row in db.execute("select distinct dated from articles").fetchall()]
    labels = [period_of(date or None, period) for date in dates]
    db.register("periods", pa.table({"dated": pa.array(dates, pa.string()), "period": pa.array(labels, pa.string())}))
    counted = {(label, actor): (n, m) for label, actor, n, m in db.execute(COUNTED).fetchall()}
    covered = {label: (n, words) for label, n, words in db.execute(COVERED).fetchall()}
    return from_counts(counted, covered, db.execute(ACTORS).fetchall())
