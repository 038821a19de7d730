"""Articles in the rows of a table: CSV with any separator, and Parquet. Every value is taken as it is written."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from typing import IO, Any

from pactline.corpus.archives import Meter, damage, seekable
from pactline.corpus.cutting import lines
from pactline.corpus.encodings import REPLACEMENT, Decoded, LineDecoder, replaced_note, settle
from pactline.corpus.entry import Entry, Refusal, refused
from pactline.corpus.fields import columns_found, plain, resolve
from pactline.corpus.limits import Limits
from pactline.corpus.records import Fields, of_record
from pactline.corpus.sniff import delimiter_of
from pactline.record.article import Document

OPEN_QUOTES = 10  # rows with an open quote after which a file is given up, as each costs a second look at what follows
BATCH_ROWS = 16  # rows of the largest texts that are still small in memory
SMALL_FILE_ROWS = 1024
DICTIONARY_BYTES = 8_000_000  # texts that take no more are held once each, however often they stand in the table
_SEPARATOR_LINE = re.compile(r"sep=.\s*")


class _TooLong(Exception):
    """A row that is beyond the limit of a document."""


class _Lines:
    """Lines for `csv.reader` that can be given back: those after the first of a row whose quote never closes."""

    def __init__(self, entry: Entry, limit: int) -> None:
        self._decoder = LineDecoder()
        self._fresh = lines(entry.stream, limit)
        self._back: deque[str] = deque()
        self._limit = limit
        self._size = 0
        self.row: list[str] = []
        self.number = 0
        self.replaced = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else self._decoded()
        self.number += 1
        self._size += len(line)
        self.row.append(line)
        if self._size > self._limit:
            raise _TooLong
        return line

    def _decoded(self) -> str:
        _, line = next(self._fresh)
        if line is None:
            self.number += 1
            raise _TooLong
        try:
            decoded = self._decoder.decode(line)
        except Refusal:
            text, count = settle(line.decode("utf-8", "replace"))
            decoded = Decoded(text, "utf-8", count + text.count(REPLACEMENT))
        self.replaced += decoded.replaced
        return decoded.text

    def begin(self) -> int:
        """Start a row; the number of its first line."""
        self.row, self._size, self.replaced = [], 0, 0
        return self.number + 1

    def give_back(self) -> None:
        """All lines of the row but its first."""
        self._back.extendleft(reversed(self.row[1:]))
        self.number -= len(self.row[1:])


def csv_rows(entry: Entry, fields: Fields, limits: Limits) -> Iterator[Document]:
    """One document a row; Refusal where the header names no column of texts."""
    csv.field_size_limit(max(csv.field_size_limit(), limits.document_bytes))
    source = _Lines(entry, limits.document_bytes)
    header, delimiter = _header(source, fields)
    rows = 0
    for number, row in _rows(source, delimiter):
        rows += 1
        try:
            if isinstance(row, Refusal):
                raise row
            if len(row) != len(header):
                raise Refusal("unreadable", f"columns: {len(row)} values under {len(header)} columns; check the quotes")
            document = of_record(dict(zip(header, row, strict=True)), entry, number, fields, limits)
            if source.replaced and document.problem is None:
                document.problem = replaced_note(source.replaced)
            yield document
        except Refusal as refusal:
            yield refused(f"{entry.source}#{number}", f"{entry.stem}-{number}", refusal)
    if not rows:
        raise Refusal("empty", "header-only: a header and no row under it")


def _header(source: _Lines, fields: Fields) -> tuple[list[str], str]:
    try:
        line = next(source)
        if _SEPARATOR_LINE.fullmatch(line):
            line = next(source)
    except StopIteration:
        raise Refusal("empty", "empty: nothing but white space") from None
    except _TooLong:
        raise Refusal("too_large", "too-large: the header is beyond any document") from None
    delimiter = delimiter_of(line.rstrip("\r\n"), fields) or ("\t" if "\t" in line else ";" if ";" in line else ",")
    try:
        header = [name.strip() for name in next(csv.reader([line], delimiter=delimiter, strict=True), [])]
    except csv.Error:
        header = []
    found = resolve(tuple(header), fields)
    if not {"text", "html"} & found.keys():
        listed = columns_found(header)
        raise Refusal(
            "unreadable", f"no-text-column: columns are {listed}; name the one that holds the text, text=COLUMN"
        )
    doubled = {name for name in found.values() if [plain(column) for column in header].count(plain(name)) > 1}
    if doubled:
        raise Refusal("unreadable", f"doubled-column: {columns_found(sorted(doubled))} stands twice; rename one")
    return header, delimiter


def _rows(source: _Lines, delimiter: str) -> Iterator[tuple[int, list[str] | Refusal]]:
    """Rows with the number of their first line; a row that cannot be read as its Refusal."""
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    open_quotes = 0
    while True:
        number = source.begin()
        try:
            row = next(reader)
        except StopIteration:
            return
        except _TooLong:
            reader = csv.reader(source, delimiter=delimiter, strict=True)
            yield number, Refusal("too_large", "too-large: a row beyond the limit of a document, or an open quote")
            open_quotes += 1
            source.give_back()
        except csv.Error as error:
            is_open = "unexpected end" in str(error)
            open_quotes += is_open
            reason = "open-quote: a quote that never closes" if is_open else f"bad-row: {error}"
            yield number, Refusal("unreadable", f"{reason}; check the quotes")
            if is_open:
                reader = csv.reader(source, delimiter=delimiter, strict=True)
                source.give_back()
        else:
            if row:
                yield number, row
        if open_quotes > OPEN_QUOTES:
            raise Refusal(
                "unreadable", f"open-quote: more than {OPEN_QUOTES} rows with an open quote; the rest is not read"
            )


def parquet_rows(entry: Entry, fields: Fields, limits: Limits) -> Iterator[Document]:
    """One document a row, in small batches; the size that the file says it has is not believed.

    The texts of a small file are read as a dictionary, so that one which stands a million times in it is held once.
    """
    try:
        stored = seekable(entry, limits)
        batches = _batches(stored, fields)
    except Exception as error:
        raise damage(error) from None
    meter = Meter(lambda: _size(stored), limits)
    number = 0
    while (batch := _next_batch(batches)) is not None:
        for index in range(batch.num_rows):
            number += 1
            yield _row(batch, index, entry, number, fields, limits, meter)
    if not number:
        raise Refusal("empty", "header-only: a table without rows")


def _batches(stored: IO[bytes], fields: Fields) -> Iterator[Any]:
    """The columns that are wanted, a few rows at a time."""
    import pyarrow.parquet as pq

    file = pq.ParquetFile(stored, page_checksum_verification=True)
    found = _text_columns(file.schema_arrow, fields)
    texts = [found[name] for name in ("text", "html") if name in found]
    small = _stored_size(file.metadata) <= DICTIONARY_BYTES
    if small:
        file = pq.ParquetFile(stored, page_checksum_verification=True, read_dictionary=texts)
    columns = [name for name in file.schema_arrow.names if name in found.values()]
    return iter(file.iter_batches(batch_size=SMALL_FILE_ROWS if small else BATCH_ROWS, columns=columns))


def _stored_size(about: Any) -> int:
    """Bytes of the table before compression, as the file has it.

    Asked of the groups of rows: the metadata of a single column, if forged, end the whole process in pyarrow's C++.
    """
    return sum(about.row_group(number).total_byte_size for number in range(about.num_row_groups))


def _size(stored: IO[bytes]) -> int:
    position = stored.tell()
    size = stored.seek(0, 2)
    stored.seek(position)
    return size


def _text_columns(schema: Any, fields: Fields) -> dict[str, str]:
    import pyarrow.types as kinds

    found = resolve(tuple(schema.names), fields)
    if not {"text", "html"} & found.keys():
        listed = columns_found(schema.names)
        raise Refusal(
            "unreadable", f"no-text-column: columns are {listed}; name the one that holds the text, text=COLUMN"
        )
    for name in ("text", "html"):
        if name in found:
            kind = schema.field(found[name]).type
            kind = kind.value_type if kinds.is_dictionary(kind) else kind
            if not (kinds.is_string(kind) or kinds.is_large_string(kind) or kinds.is_string_view(kind)):
                raise Refusal("unreadable", f"wrong-type: column {found[name]!r} holds {kind}; store it as strings")
    return found


def _next_batch(batches: Iterator[Any]) -> Any:
    try:
        return next(batches, None)
    except Exception as error:
        raise damage(error) from None


def _row(batch: Any, index: int, entry: Entry, number: int, fields: Fields, limits: Limits, meter: Meter) -> Document:
    record = {}
    try:
        for name, column in zip(batch.schema.names, batch.columns, strict=True):
            record[name] = _value(column[index])
        meter.add(sum(len(value) for value in record.values() if isinstance(value, str)))
        return of_record(record, entry, number, fields, limits)
    except Refusal as refusal:
        if refusal.problem.startswith("bomb"):
            raise
        return refused(f"{entry.source}#{number}", f"{entry.stem}-{number}", refusal)


def _value(scalar: Any) -> Any:
    """A cell as text, number or None; dates in ISO 8601."""
    try:
        value = scalar.as_py()
    except UnicodeDecodeError:
        raise Refusal("unreadable", "encoding: a string that is no UTF-8; store the table again") from None
    except (ValueError, OverflowError):  # a moment beyond the years that Python knows
        return None
    except Exception as error:
        raise damage(error) from None
    return value.isoformat() if hasattr(value, "isoformat") else value
