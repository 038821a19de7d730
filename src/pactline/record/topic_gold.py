"""gold/*.jsonl of a topic: annotated articles that measure the reading, every fault with file and line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pactline.record import schema
from pactline.record.countries import COUNTRY_CODES
from pactline.record.dates import is_partial_date

ALLOWED = {
    "deals": {"kind": schema.DEAL_KINDS, "status": schema.DEAL_STATUSES},
    "oil": {"measure": schema.OIL_MEASURES, "basis": schema.OIL_BASES, "bound": schema.BOUNDS},
}
"""Fields of an annotated statement that take one of a few words."""


def gold_faults(folder: Path) -> list[str]:
    """Faults of every annotated file, in order of line; a topic may have none."""
    faults = []
    for path in sorted(folder.glob("*.jsonl")):
        seen: dict[str, int] = {}
        try:
            lines = path.read_text(encoding="utf-8").split("\n")
        except UnicodeDecodeError as error:
            faults.append(f"gold/{path.name}: byte {error.start} is not UTF-8: save the file as UTF-8")
            continue
        for number, line in enumerate(lines, 1):
            if line.strip():
                faults += [f"gold/{path.name}:{number}: {fault}" for fault in _line_faults(line, number, seen)]
    return faults


def _line_faults(line: str, number: int, seen: dict[str, int]) -> Iterator[str]:
    try:
        case = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield f"no JSON: {error}"
        return
    if not isinstance(case, dict) or not isinstance(case.get("id"), str) or not case["id"]:
        yield "an annotated article is an object with a text `id`"
        return
    first = seen.setdefault(case["id"], number)
    if first != number:
        yield f"id {case['id']!r} stands already on line {first}"
    text = case.get("text")
    if text is not None and (not isinstance(text, str) or not text.strip()):
        yield "text is empty"
    published = case.get("published")
    date = published.get("date") if isinstance(published, dict) else None
    if date is not None and not is_partial_date(date):
        yield f"published date {date!r} is no date of the form 2019, 2019-08 or 2019-08-15"
    for table in ALLOWED:
        statements = case.get(table)
        if statements is not None and not isinstance(statements, list):
            yield f"{table} is no list"
            continue
        for at, statement in enumerate(statements or [], 1):
            yield from (f"{table} {at}: {fault}" for fault in _statement_faults(table, statement, text))


def _statement_faults(table: str, statement: Any, text: str | None) -> Iterator[str]:
    if not isinstance(statement, dict):
        yield "is no object"
        return
    quote = statement.get("quote")
    if not isinstance(quote, str) or not quote:
        yield "has no quote: put the words of the statement there, as the text has them"
    elif text and quote not in text:
        yield f"the text does not hold the quote {quote[:60]!r}"
    for name, allowed in ALLOWED[table].items():
        if str(statement.get(name)) not in allowed:
            yield f"{name} {statement.get(name)!r} is none of {', '.join(sorted(allowed))}"
    yield from _date_and_party_faults(statement)


def _date_and_party_faults(statement: Mapping[str, Any]) -> Iterator[str]:
    for name in ("date", "as_of"):
        value = statement.get(name)
        if value not in (None, "past") and not is_partial_date(value):
            yield f"{name} {value!r} is no date of the form 2019, 2019-08 or 2019-08-15"
    for name in ("supplier", "recipient"):
        value = statement.get(name)
        codes = value if isinstance(value, list) else [] if value is None else [value]
        yield from (
            f"{name} {code!r} is no ISO 3166-1 alpha-3 code" for code in codes if str(code) not in COUNTRY_CODES
        )
