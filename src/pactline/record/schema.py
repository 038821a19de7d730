"""Every table of pactline: its columns, what they say, and the check each stage ends with.

A table travels inside the reading as a list of plain rows (dicts) and between stages as a pandas DataFrame with exactly
these columns. Null means "the text does not say".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from pactline.record.dates import is_partial_date

ARTICLE_STATUSES = frozenset({"read", "empty", "not_text", "unreadable", "too_large", "no_body"})
PRECISIONS = frozenset({"day", "month", "year", "unknown"})
ACTOR_TYPES = frozenset({"state", "person", "company", "armed-force", "organisation", "media"})
MENTION_FORMS = frozenset({"name", "metonym", "demonym", "short"})
DEAL_KINDS = frozenset({"transfer", "support", "production", "training", "access", "cooperation", "finance"})
DEAL_STATUSES = frozenset(
    {"requested", "offered", "negotiating", "agreed", "delivering", "delivered", "suspended", "cancelled", "denied"}
)
PARTY_BASES = frozenset({"stated", "context", "inferred"})
MODALITIES = frozenset({"fact", "reported", "planned", "hypothetical", "denied"})
DRAWN_MODALITIES = frozenset({"fact", "reported", "planned"})
ITEM_CATEGORIES = frozenset(
    {"aircraft", "helicopter", "uav", "air-defence", "missile", "armour", "artillery", "ship", "submarine", "small-arms",
     "ammunition", "radar-sensor", "electronic-warfare", "other"}
)  # fmt: skip
OIL_MEASURES = frozenset({"production", "exports", "imports", "capacity", "reserves", "revenue", "share", "target"})
OIL_BASES = frozenset({"level", "change"})
BOUNDS = frozenset({"exact", "about", "at_least", "at_most", "range"})
DIRECTIONS = frozenset({"up", "down"})
VERDICTS = frozenset({"agrees", "differs", "no reference"})


class SchemaError(ValueError):
    """A table that is not what it should be; the message lists every fault at once."""


@dataclass(frozen=True)
class Column:
    """One column.

    dtype    string, Int64, Float64, boolean, date (a partial date as a string) or json (lists and dicts as they are)
    says     one line a reader of the report understands
    allowed  the only values there may be
    required False: null means "the text does not say"
    """

    name: str
    dtype: str
    says: str
    allowed: frozenset[str] | None = None
    required: bool = True


@dataclass(frozen=True)
class Table:
    """A table: its name, the columns that identify a row, the order of its rows on disk."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    order: tuple[str, ...] = ("article_id", "start")

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


def _place(says: str) -> tuple[Column, ...]:
    return (
        Column("article_id", "string", "the article it stands in"),
        Column("start", "Int64", "first character in the source text"),
        Column("end", "Int64", "character after the last one"),
        Column("quote", "string", says),
    )


ARTICLES = Table("articles", key=("article_id",), order=("article_id",), columns=(
    Column("article_id", "string", "the record's own id, else the file's stem"),
    Column("source", "string", "path inside the corpus, with #line for a record in a file of many"),
    Column("content_hash", "string", "SHA-256 of the source text"),
    Column("status", "string", "whether it could be read", allowed=ARTICLE_STATUSES),
    Column("problem", "string", "why it was not read", required=False),
    Column("title", "string", "headline, as given", required=False),
    Column("outlet", "string", "who published it, as given", required=False),
    Column("url", "string", "address, as given", required=False),
    Column("wire", "string", "the agency the text credits", required=False),
    Column("language", "string", "ISO 639-1", required=False),
    Column("published", "date", "publication date, as precise as its evidence", required=False),
    Column("published_precision", "string", "day, month, year or unknown", allowed=PRECISIONS),
    Column("published_basis", "string", "the evidence for the date, and the rule", required=False),
    Column("published_conflicts", "json", "dates on the page that were not believed, each with the reason"),
    Column("body_spans", "json", "the article proper, as [start, end] in the source text"),
    Column("clutter", "json", "what was left out, as [start, end, kind]"),
    Column("duplicate_of", "string", "the article that stands for this wire copy", required=False),
    Column("duplicate_share", "Float64", "share of the body's sentences both hold", required=False),
    Column("words", "Int64", "words in the body"),
))  # fmt: skip

MENTIONS = Table("mentions", key=("article_id", "start", "end"), columns=(
    Column("article_id", "string", "the article it stands in"),
    Column("start", "Int64", "first character in the source text"),
    Column("end", "Int64", "character after the last one"),
    Column("surface", "string", "the exact words"),
    Column("actor_id", "string", "stable id from the topic's actors"),
    Column("actor", "string", "canonical name"),
    Column("actor_type", "string", "state, person, company, ...", allowed=ACTOR_TYPES),
    Column("country", "string", "ISO 3166-1 alpha-3 of the side it counts for", required=False),
    Column("form", "string", "how it is named", allowed=MENTION_FORMS),
))  # fmt: skip

OUTSIDE_MENTIONS = Table("outside_mentions", key=("article_id", "start", "end"), columns=(
    *MENTIONS.columns,
    Column("kind", "string", "kind of clutter it stands in: comment, caption, headline, ..."),
))  # fmt: skip

DEALS = Table("deals", key=("claim_id",), columns=(
    Column("claim_id", "string", "stable id: article, offsets, kind, rule"),
    *_place("the words that carry the statement"),
    Column("kind", "string", "transfer, support, production, training, access, cooperation, finance", allowed=DEAL_KINDS),
    Column("status", "string", "how far it has come", allowed=DEAL_STATUSES),
    Column("supplier", "json", "list of ISO3; for access the host"),
    Column("recipient", "json", "list of ISO3"),
    Column("supplier_basis", "string", "stated, context or inferred", allowed=PARTY_BASES, required=False),
    Column("recipient_basis", "string", "stated, context or inferred", allowed=PARTY_BASES, required=False),
    Column("items", "json", "list of {name, category, quantity, bound}"),
    Column("value", "Float64", "money as stated", required=False),
    Column("currency", "string", "ISO 4217", required=False),
    Column("value_usd", "Float64", "only where dollars are stated", required=False),
    Column("event_date", "date", "when it happened or will happen", required=False),
    Column("modality", "string", "fact, reported, planned, hypothetical, denied", allowed=MODALITIES),
    Column("rule", "string", "which rule found it"),
    Column("deal_id", "string", "the deal this statement is about", required=False),
    Column("marks", "json", "words of its sentence that carry a field, as [start, end, role]: supplier, recipient, item, ...", required=False),
))  # fmt: skip

OIL = Table("oil", key=("claim_id",), columns=(
    Column("claim_id", "string", "stable id: article, offsets, measure, rule"),
    *_place("the words that carry the figure"),
    Column("measure", "string", "what is counted", allowed=OIL_MEASURES),
    Column("basis", "string", "the quantity itself or a change of it", allowed=OIL_BASES),
    Column("subject", "string", "whose figure: country, company or field", required=False),
    Column("country", "string", "ISO 3166-1 alpha-3 it counts for", required=False),
    Column("value", "Float64", "the figure, or the low end of a range"),
    Column("value_high", "Float64", "the high end of a range", required=False),
    Column("unit", "string", "b/d, bbl, t, t/y, a currency or %"),
    Column("value_stated", "string", "number and unit exactly as written"),
    Column("bound", "string", "exact, about, at_least, at_most, range", allowed=BOUNDS),
    Column("direction", "string", "up or down, for changes", allowed=DIRECTIONS, required=False),
    Column("as_of", "string", "the period the figure is for, or `past`", required=False),
    Column("attributed_to", "string", "who says so", required=False),
    Column("rule", "string", "which rule found it"),
    Column("marks", "json", "words of its sentence that carry a field, as [start, end, role]: value, unit, measure, subject, ...", required=False),
))  # fmt: skip

NEAR_MISSES = Table("near_misses", key=("article_id", "start", "end", "table", "rule"), columns=(
    *_place("the words of the candidate"),
    Column("table", "string", "what it might have been", allowed=frozenset({"deals", "oil"})),
    Column("rule", "string", "the rule that rejected it"),
    Column("reason", "string", "why, in words a reader can check"),
))  # fmt: skip

DEAL_EVENTS = Table("deal_events", key=("deal_id",), order=("deal_id",), columns=(
    Column("deal_id", "string", "stable id of the deal"),
    Column("kind", "string", "as in deals", allowed=DEAL_KINDS),
    Column("supplier", "json", "list of ISO3"),
    Column("recipient", "json", "list of ISO3"),
    Column("items", "json", "list of {name, category, quantity, bound}; rival numbers stand side by side"),
    Column("value_usd", "json", "every sum in dollars that was stated"),
    Column("status", "string", "the latest status told", allowed=DEAL_STATUSES),
    Column("history", "json", "list of {date, status, claim_id}, earliest first; date null where untold"),
    Column("first_date", "date", "earliest event date", required=False),
    Column("last_date", "date", "latest event date", required=False),
    Column("modality", "string", "the firmest modality of its claims", allowed=MODALITIES),
    Column("claims", "json", "claim_ids, sorted"),
    Column("articles", "Int64", "articles that tell of it"),
    Column("sources", "Int64", "independent ones: wire copies count once"),
))  # fmt: skip

REGISTER_VERDICTS = frozenset({"on record", "no record", "not covered"})

REGISTER_CHECKS = Table("register_checks", key=("deal_id", "record"), order=("deal_id", "order_year"), columns=(
    Column("deal_id", "string", "the deal, as the news tell it"),
    Column("record", "string", "id of the register's line; `none` where none matches"),
    Column("verdict", "string", "on record, no record, or a sort of deal the register does not cover", allowed=REGISTER_VERDICTS),
    Column("item", "string", "the deal's item that the line is about", required=False),
    Column("designation", "string", "as the register names it", required=False),
    Column("order_year", "Int64", "year of the order in the register", required=False),
    Column("quantity_ordered", "Int64", "ordered, by the register", required=False),
    Column("quantity_delivered", "Int64", "delivered, by the register", required=False),
    Column("quantity_estimated", "boolean", "whether the register estimates the quantity", required=False),
    Column("delivery_years", "string", "years of delivery in the register", required=False),
    Column("register_status", "string", "delivered, partly delivered, not concluded", required=False),
    Column("source", "string", "who keeps the register", required=False),
))  # fmt: skip

TIMELINES = Table("timelines", key=("period", "actor_id"), order=("period", "actor_id"), columns=(
    Column("period", "string", "2019, 2019-Q3 or 2019-08; `undated` where the date is not as fine"),
    Column("actor_id", "string", "stable id from the topic's actors"),
    Column("actor", "string", "canonical name"),
    Column("mentions", "Int64", "mentions in the articles of the period"),
    Column("articles", "Int64", "articles of the period that name it"),
    Column("covered", "Int64", "articles of the period"),
    Column("words", "Int64", "words in the articles of the period"),
    Column("share", "Float64", "mentions per thousand words; null where nothing was published", required=False),
))  # fmt: skip

OIL_CHECKS = Table("oil_checks", key=("claim_id", "series"), order=("claim_id", "series"), columns=(
    Column("claim_id", "string", "the statement"),
    Column("series", "string", "reference series, with its definition"),
    Column("reference_bpd", "Float64", "reference value in b/d", required=False),
    Column("reference_period", "string", "the month or year it is for", required=False),
    Column("difference_percent", "Float64", "statement against reference", required=False),
    Column("verdict", "string", "agrees, differs or no reference", allowed=VERDICTS),
    Column("note", "string", "what a reader must know of the definition", required=False),
))  # fmt: skip

CHANGES = Table("changes", key=("table", "id", "change"), order=("table", "id"), columns=(
    Column("table", "string", "where"),
    Column("id", "string", "of the row"),
    Column("change", "string", "new, gone or changed", allowed=frozenset({"new", "gone", "changed"})),
    Column("what", "string", "in words"),
    Column("claims", "json", "claim_ids behind it"),
    Column("quote", "string", "the words behind it, as the run that holds them has them", required=False),
))  # fmt: skip

EXTRACTED = (ARTICLES, MENTIONS, OUTSIDE_MENTIONS, DEALS, OIL, NEAR_MISSES)

_PANDAS = {
    "string": "string",
    "date": "string",
    "Int64": "Int64",
    "Float64": "Float64",
    "boolean": "boolean",
    "json": "object",
}

_ARROW = {
    "string": pa.string(),
    "date": pa.string(),
    "Int64": pa.int64(),
    "Float64": pa.float64(),
    "boolean": pa.bool_(),
    "json": pa.string(),
}


def frame(rows: Iterable[Mapping[str, Any]], table: Table) -> pd.DataFrame:
    """Rows as a typed, sorted, checked DataFrame.

    rows    mappings with the columns of `table`; a missing key is null
    raises  SchemaError naming all faults
    """
    listed = list(rows)
    data = {
        column.name: pd.Series([row.get(column.name) for row in listed], dtype=_PANDAS[column.dtype])
        for column in table.columns
    }
    unsorted = pd.DataFrame(data, columns=table.names)
    by = [name for name in (*table.order, *table.key) if name in table.names]
    ordered = (
        unsorted.sort_values(list(dict.fromkeys(by)), kind="stable", ignore_index=True) if len(unsorted) else unsorted
    )
    return check(ordered, table)


def check(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The same frame, if it is what `table` says; SchemaError with every fault otherwise."""
    faults = [f"missing column {name}" for name in table.names if name not in frame.columns]
    faults += [f"unknown column {name}" for name in frame.columns if name not in table.names]
    for column in table.columns:
        if column.name in frame.columns:
            faults += _column_faults(frame[column.name], column)
    if not faults:
        repeated = frame.duplicated(subset=list(table.key))
        if repeated.any():
            faults.append(f"{int(repeated.sum())} rows repeat the key {', '.join(table.key)}")
    if faults:
        raise SchemaError(f"{table.name}: " + "; ".join(faults))
    return frame


def _column_faults(values: pd.Series, column: Column) -> list[str]:
    faults = []
    if column.required and (gaps := int(values.isna().sum())):
        faults.append(f"{column.name}: {gaps} empty")
    present = values.dropna()
    if column.allowed is not None and (strange := sorted(set(present) - column.allowed)):
        faults.append(f"{column.name}: {strange[:5]} is none of {sorted(column.allowed)}")
    if column.dtype == "date" and (bad := [value for value in present if not is_partial_date(value)]):
        faults.append(f"{column.name}: {bad[:5]} is no date of the form 2019, 2019-08 or 2019-08-15")
    return faults


def to_jsonl(frame: pd.DataFrame) -> str:
    """One JSON object a line, null for missing values, in the frame's order."""
    return "".join(
        json.dumps({key: _plain(value) for key, value in row.items()}, ensure_ascii=False, allow_nan=False) + "\n"
        for row in frame.to_dict("records")
    )


def _plain(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        return value
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def arrow_schema(table: Table) -> pa.Schema:
    """The columns of a table in Arrow; lists and dicts as JSON text, so that every engine reads the same."""
    return pa.schema([(column.name, _ARROW[column.dtype]) for column in table.columns])


def to_arrow(frame: pd.DataFrame, table: Table) -> pa.Table:
    """A frame as it lies in Parquet, with the types of arrow_schema even where a column is empty."""
    columns = []
    for column in table.columns:
        values = frame[column.name]
        if column.dtype == "json":
            columns.append(pa.array([json.dumps(v, ensure_ascii=False) for v in values], pa.string()))
        else:
            columns.append(pa.Array.from_pandas(values, type=_ARROW[column.dtype]))
    return pa.table(columns, schema=arrow_schema(table))


def to_parquet(frame: pd.DataFrame, path: Path) -> None:
    """Write with page checksums; list and dict columns as JSON text, so that every engine reads the same."""
    stored = frame.copy()
    for name in frame.columns:
        if frame[name].dtype == "object":
            stored[name] = pd.Series(
                [json.dumps(v, ensure_ascii=False) for v in frame[name]], dtype="string", index=frame.index
            )
    stored.to_parquet(path, index=False, write_page_checksum=True)


def from_parquet(path: Path, table: Table) -> pd.DataFrame:
    """Read what to_parquet wrote, checked against `table`."""
    return from_stored(pd.read_parquet(path), table)


def from_stored(stored: pd.DataFrame, table: Table) -> pd.DataFrame:
    """A frame as it lies in Parquet, lists and dicts as JSON text, with the types of `table`, checked.

    A column that may be empty and that an older version did not write is read as empty.
    """
    for column in table.columns:
        if column.name not in stored.columns and not column.required:
            stored[column.name] = pd.Series([None] * len(stored), dtype=_PANDAS[column.dtype], index=stored.index)
        elif column.dtype == "json":
            stored[column.name] = pd.Series(
                [json.loads(v) for v in stored[column.name]], dtype="object", index=stored.index
            )
        else:
            stored = stored.astype({column.name: _PANDAS[column.dtype]})
    return check(stored[table.names], table)
