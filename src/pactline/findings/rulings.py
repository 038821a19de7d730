"""corrections.csv: what an analyst ruled about single statements, one line each, readable and writable by hand.

Columns: action (accept, reject, correct, add), table (deals, oil), claim_id, article_id, quote, about (the kind of a
deal, or measure and words of a figure), values (a JSON object of the fields that are set), who, note.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pactline.record import schema
from pactline.record.countries import COUNTRY_CODES
from pactline.record.dates import is_partial_date
from pactline.record.files import write_whole

ACTIONS = ("accept", "reject", "correct", "add")
TABLES = {"deals": schema.DEALS, "oil": schema.OIL}
COLUMNS = ("action", "table", "claim_id", "article_id", "quote", "about", "values", "who", "note")
FIXED = frozenset({"claim_id", "article_id", "start", "end", "quote", "rule", "deal_id"})
"""Columns that say where a statement stands and how it was found; no ruling changes them."""
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


class CorrectionError(ValueError):
    """A correction that cannot be used; the message lists every fault and says what to do."""


@dataclass(frozen=True)
class Ruling:
    """One line of the file.

    values  field -> new value, plain data
    line    line of the file it begins on; 0 where it was not read from one
    """

    action: str
    table: str
    claim_id: str
    article_id: str
    quote: str
    about: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    who: str = ""
    note: str = ""
    line: int = field(default=0, compare=False)


def load(path: Path) -> list[Ruling]:
    """The rulings of a file; none where there is no file yet.

    raises  CorrectionError listing every faulty line at once
    """
    if path.is_dir() or not path.parent.is_dir():
        raise CorrectionError(f"{path} cannot hold corrections: name a CSV file in a folder that exists")
    if not path.exists():
        return []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path} is not UTF-8 text (byte {error.start}): save it as CSV in UTF-8") from error
    rulings, faults = _parsed(text)
    faults += _repeated(rulings)
    if faults:
        listed = "\n".join(f"  {fault}" for fault in faults)
        raise CorrectionError(f"{path} cannot be used; mend these lines or delete them:\n{listed}")
    return rulings


def save(path: Path, rulings: Iterable[Ruling]) -> None:
    """Write the file whole or not at all.

    raises  OSError where it cannot be written; the old file is untouched then
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for ruling in rulings:
        row = {**asdict(ruling), "values": json.dumps(ruling.values, ensure_ascii=False) if ruling.values else ""}
        writer.writerow(_guarded(str(row[name])) for name in COLUMNS)
    write_whole(path, out.getvalue())


def value_faults(table: str, values: Mapping[str, Any]) -> list[str]:
    """What is wrong with the fields a ruling sets.

    >>> value_faults("deals", {"event_date": "2024-11"})
    []
    >>> value_faults("deals", {"event_date": "soon"})
    ["event_date is 'soon': write a date as 2019, 2019-08 or 2019-08-15"]
    """
    columns = {c.name: c for c in TABLES[table].columns if c.name not in FIXED}
    faults = [
        f"{table} has no field {str(name)[:40]!r} to set: allowed are {', '.join(columns)}"
        for name in values
        if name not in columns
    ]
    return faults + [
        fault for name, value in values.items() if name in columns if (fault := _fault(columns[name], value))
    ]


def complete_faults(table: str, values: Mapping[str, Any]) -> list[str]:
    """Fields that a new statement must have and does not."""
    needed = [c.name for c in TABLES[table].columns if c.required and c.name not in FIXED]
    return [f"{name} is missing: a new statement needs it" for name in needed if values.get(name) is None]


def _parsed(text: str) -> tuple[list[Ruling], list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rulings: list[Ruling] = []
    faults: list[str] = []
    begins = 1
    try:
        for cells in reader:
            if begins == 1 and tuple(c.strip() for c in cells) != COLUMNS:
                return [], [f"line 1: the columns must be {','.join(COLUMNS)}"]
            if begins > 1 and any(c.strip() for c in cells):
                ruling, wrong = _ruling(cells, begins)
                rulings += [ruling] if ruling else []
                faults += [f"line {begins}: {what}" for what in wrong]
            begins = reader.line_num + 1
    except csv.Error as error:
        faults.append(f"line {begins}: no CSV from here on ({error}); is a quotation mark missing?")
    if begins == 1 and not faults:
        faults.append(f"line 1: the columns must be {','.join(COLUMNS)}")
    return rulings, faults


def _ruling(cells: list[str], line: int) -> tuple[Ruling | None, list[str]]:
    if len(cells) != len(COLUMNS):
        return None, [f"{len(cells)} cells where {len(COLUMNS)} are needed; put texts with commas in quotation marks"]
    row = {name: _unguarded(cell) for name, cell in zip(COLUMNS, cells, strict=True)}
    words = {name: row[name].strip() for name in ("action", "table", "claim_id", "article_id")}
    faults = [] if words["action"] in ACTIONS else [f"action is {words['action'][:40]!r}: use {', '.join(ACTIONS)}"]
    if words["table"] not in TABLES:
        return None, [*faults, f"table is {words['table'][:40]!r}: use {' or '.join(TABLES)}"]
    faults += [f"{name} is empty" for name in ("claim_id", "article_id") if not words[name]]
    faults += [] if row["quote"].strip() else ["quote is empty: put the words of the statement there"]
    values, wrong = _values(row["values"])
    faults += wrong or value_faults(words["table"], values)
    if not wrong and words["action"] == "add":
        faults += complete_faults(words["table"], values)
    if not wrong and words["action"] == "correct" and not values:
        faults.append('values is empty: a correction sets fields, as {"status": "agreed"}')
    if faults:
        return None, faults
    return Ruling(
        **words, quote=row["quote"], about=row["about"], values=values, who=row["who"], note=row["note"], line=line
    ), []


def _values(cell: str) -> tuple[dict[str, Any], list[str]]:
    if not cell.strip():
        return {}, []
    try:
        values = json.loads(cell)
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        return {}, [f'values is {cell[:40]!r}: write the fields as JSON, as {{"status": "agreed"}}']
    return values, []


def _repeated(rulings: Iterable[Ruling]) -> list[str]:
    """One statement, one ruling: which of two was meant is not for us to guess."""
    first: dict[tuple[str, str], int] = {}
    faults = []
    for ruling in rulings:
        key = ruling.table, ruling.claim_id
        if key in first:
            faults.append(
                f"line {ruling.line}: {ruling.claim_id} has a line already, line {first[key]}: keep one of them"
            )
        first.setdefault(key, ruling.line)
    return faults


def _fault(column: schema.Column, value: Any) -> str | None:
    """Why a value cannot stand in a column, or None."""
    if value is None:
        return f"{column.name} must not be empty" if column.required else None
    if column.dtype == "json":
        return _items_fault(value) if column.name == "items" else _parties_fault(column.name, value)
    if column.dtype == "Float64":
        number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
        return None if number else f"{column.name} is {value!r}: a number is needed"
    if not isinstance(value, str) or not value.strip():
        return f"{column.name} is {value!r}: a text is needed"
    if column.allowed is not None and value not in column.allowed:
        return f"{column.name} is {value[:40]!r}: allowed are {', '.join(sorted(column.allowed))}"
    if column.dtype == "date" and not is_partial_date(value):
        return f"{column.name} is {value[:40]!r}: write a date as 2019, 2019-08 or 2019-08-15"
    if column.name == "country" and value not in COUNTRY_CODES:
        return f"country is {value[:40]!r}: use a code of three letters, as VEN"
    return None


def _parties_fault(name: str, value: Any) -> str | None:
    right = isinstance(value, list) and all(isinstance(code, str) and code in COUNTRY_CODES for code in value)
    return None if right else f'{name} is {value!r}: list codes of three letters, as ["RUS"]'


def _items_fault(value: Any) -> str | None:
    form = 'list items as [{"name": "Su-30", "category": "aircraft", "quantity": 24, "bound": "exact"}]'
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        return f"items is {str(value)[:40]!r}: {form}"
    for item in value:
        quantity, bound = item.get("quantity"), item.get("bound")
        counted = isinstance(quantity, (int, float)) and not isinstance(quantity, bool) and math.isfinite(quantity)
        if (
            not isinstance(item.get("name"), str)
            or not item["name"].strip()
            or item.keys() - {"name", "category", "quantity", "bound"}
        ):
            return f"items holds {str(item)[:60]}: {form}"
        if item.get("category") not in schema.ITEM_CATEGORIES:
            return (
                f"items: category is {item.get('category')!r}: allowed are {', '.join(sorted(schema.ITEM_CATEGORIES))}"
            )
        if (quantity is not None and not counted) or (bound is not None and bound not in schema.BOUNDS):
            return f"items: quantity {quantity!r} with bound {bound!r}: {form}"
    return None


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> _guarded("=1+1"), _unguarded(_guarded("'=1")), _unguarded("'tis")
    ("'=1+1", "'=1", "'tis")
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
