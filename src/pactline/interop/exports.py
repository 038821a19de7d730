"""The forms an export may have, and the files it writes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pactline.interop.annotations import collection
from pactline.interop.docbin import docbin
from pactline.interop.followthemoney import entities, statements
from pactline.interop.plover import COLUMNS, events
from pactline.interop.rows import Row, Tables, tables_of
from pactline.record.files import write_whole

Writer = Callable[[Tables], Mapping[str, str | bytes]]


def _followthemoney(tables: Tables) -> Mapping[str, str | bytes]:
    said = statements(tables)
    return {"entities.ftm.json": _lines(entities(said)), "statements.ftm.json": _lines(said)}


def _plover(tables: Tables) -> Mapping[str, str | bytes]:
    return {"events.plover.csv": _csv(events(tables), COLUMNS)}


def _annotations(tables: Tables) -> Mapping[str, str | bytes]:
    return {"annotations.jsonld": json.dumps(collection(tables), ensure_ascii=False, indent=1) + "\n"}


def _spacy(tables: Tables) -> Mapping[str, str | bytes]:
    return {"articles.spacy": docbin(tables).to_bytes()}


WRITERS: Mapping[str, Writer] = {
    "followthemoney": _followthemoney, "plover": _plover, "annotations": _annotations, "spacy": _spacy,
}  # fmt: skip


def export(study: Any, folder: Path, formats: Iterable[str]) -> list[Path]:
    """Write a study in these forms; the files written, each whole or not at all.

    formats  names in FORMATS
    raises   KeyError for another, OSError
    """
    tables = tables_of(study)
    made = [files for name in formats for files in WRITERS[name](tables).items()]
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made:
        write_whole(folder / name, content)
    return [folder / name for name, _ in made]


def _lines(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula begins with an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
