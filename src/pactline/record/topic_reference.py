"""reference/*.csv of a topic: the official series and registers, every fault with file and line."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pactline.record.countries import COUNTRY_CODES
from pactline.record.dates import is_partial_date, precision
from pactline.record.schema import ITEM_CATEGORIES
from pactline.record.topic_tables import Row, numbered_rows

Check = Callable[[str], str | None]


def _country(cell: str) -> str | None:
    known = cell in COUNTRY_CODES or cell in ("UNK", "ALL", "SUN")
    return None if known else f"{cell!r} is no ISO 3166-1 alpha-3 code (UNK: not known)"


def _number(cell: str) -> str | None:
    try:
        return None if math.isfinite(float(cell)) else f"{cell!r} is no number"
    except ValueError:
        return f"{cell!r} is no number: write digits with a point for decimals, as 2955.5"


def _count(cell: str) -> str | None:
    return None if not cell or cell.isdecimal() else f"{cell!r} is no whole number"


def _years(cell: str) -> str | None:
    right = all(part.isdecimal() and len(part) == 4 for part in cell.replace("-", " ").split())
    return None if right else f"{cell!r} is no year, span or list of years: write 2006, 2006-2008 or 2006 2008"


def _by_year(cell: str) -> str | None:
    pairs = [part.partition(":") for part in cell.split()]
    right = all(len(year) == 4 and year.isdecimal() and colon and count.isdecimal() for year, colon, count in pairs)
    return None if right else f"{cell!r} is no list of deliveries by year: write 2006:6 2007:4"


def _of_precision(name: str) -> Check:
    example = {"year": "2019", "month": "2019-08"}[name]
    return lambda cell: (
        None if is_partial_date(cell) and precision(cell) == name else f"{cell!r} is no {name}: write {example}"
    )


def _one_of(*allowed: str) -> Check:
    return lambda cell: None if cell in allowed else f"{cell!r} is none of {', '.join(a or 'nothing' for a in allowed)}"


def _text(cell: str) -> str | None:
    return None if cell.strip() else "is empty: name where the figure was read"


def _anything(_: str) -> str | None:
    return None


_YES = _one_of("yes", "no", "")
COLUMNS: Mapping[str, Mapping[str, Check]] = {
    "arms_transfers.csv": {
        "supplier_iso3": _country, "recipient_iso3": _country, "order_year": _years, "order_year_estimated": _YES,
        "designation": _text, "canonical_name": _anything, "category": _one_of(*sorted(ITEM_CATEGORIES), ""),
        "quantity_ordered": _count, "delivery_years": _years, "delivery_year_estimated": _YES, "quantity_delivered": _count,
        "quantity_estimated": _YES, "deliveries_by_year": _by_year, "status": _anything, "source_type": _anything, "source": _text, "source_location": _text,
    },
    "oil_production_annual.csv": {
        "country_iso3": _country, "year": _of_precision("year"), "kb_per_day": _number, "measure": _text,
        "is_primary": _YES, "source_id": _text, "source": _text, "source_location": _text,
    },
    "oil_production_monthly.csv": {
        "country_iso3": _country, "month": _of_precision("month"), "kb_per_day": _number, "basis": _text, "source_id": _text,
        "source": _text, "source_location": _text,
    },
    "tiv_annual.csv": {
        "supplier_iso3": _country, "recipient_iso3": _country, "year": _of_precision("year"), "tiv_million": _number,
        "source": _text,
    },
}  # fmt: skip
"""File -> column -> what its cells must be."""


def reference_faults(folder: Path) -> list[str]:
    """Faults of every reference file that the report knows; a topic may have none, and others beside."""
    faults = []
    for name, columns in COLUMNS.items():
        if (folder / name).exists():
            rows, shape = numbered_rows(folder / name, columns)
            faults += [f"reference/{fault}" for fault in shape or cell_faults(name, rows, columns)]
    return faults


def cell_faults(name: str, rows: list[Row], columns: Mapping[str, Check]) -> Iterator[str]:
    """Cells that are not what their column asks for, in order of line."""
    for line, row in rows:
        for column, fault in columns.items():
            if says := fault(row[column]):
                yield f"{name}:{line}: {column} {says}"
