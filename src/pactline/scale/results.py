"""The whole tables of a corpus as they lie on disk, read when they are asked for; and its texts, part by part."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from pactline.record import schema
from pactline.scale.across import TEXTS
from pactline.scale.kept import SUMS, Kept
from pactline.scale.offered import texts
from pactline.scale.tables import EXTRACTED

PARTS_AT_HAND = 4
"""Parts whose texts stay in memory: some 10 MB."""


class Results(Mapping[str, pd.DataFrame]):
    """The extracted tables by their names. A table is read once, when it is first asked for."""

    def __init__(self, kept: Kept, name: str) -> None:
        self._kept, self._name = kept, name
        self._frames: dict[str, pd.DataFrame] = {}
        self._scratch: object = None

    def together_with(self, scratch: object) -> Results:
        """These results, which keep a folder alive as long as they are there."""
        self._scratch = scratch
        return self

    def rows(self, name: str) -> int:
        """How many rows a table has."""
        with self._kept.room.opened(self._file(name)) as opened:
            return int(pq.read_metadata(opened).num_rows)

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._frames:
            stored = pq.read_table(pa.BufferReader(self._read(name))).to_pandas()
            self._frames[name] = schema.from_stored(stored, EXTRACTED[name])
        return self._frames[name]

    def __iter__(self) -> Iterator[str]:
        return iter(EXTRACTED)

    def __len__(self) -> int:
        return len(EXTRACTED)

    def _read(self, name: str) -> bytes:
        return self._kept.room.read(self._file(name))

    def _file(self, name: str) -> str:
        return f"whole/{self._name}/{name}.parquet"

    def batches(self, name: str) -> Iterator[pd.DataFrame]:
        """A table in pieces, in its order, so that it need not fit into memory."""
        with self._kept.room.opened(self._file(name)) as opened, pq.ParquetFile(opened) as file:
            for number in range(file.num_row_groups):
                yield schema.from_stored(file.read_row_group(number).to_pandas(), EXTRACTED[name])

    def dataset(self, name: str) -> ds.Dataset:
        """A table to be asked, not fetched."""
        return self._kept.room.dataset([self._file(name)])

    def columns(self, name: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Some columns of a table, row by row, None for what is missing; no more than some rows are in memory."""
        with self._kept.room.opened(self._file(name)) as opened, pq.ParquetFile(opened) as file:
            for rows in file.iter_batches(columns=list(columns)):
                yield from zip(*(rows.column(column).to_pylist() for column in columns), strict=True)

    @cached_property
    def texts(self) -> Texts:
        """The source texts by article_id."""
        return Texts(self._kept, pq.read_table(pa.BufferReader(self._read(TEXTS))))


class Texts(Mapping[str, str]):
    """article_id -> source text, for articles that have one; texts are fetched part by part and few are held at once.

    where   article_id, key and part of each, sorted by article_id
    """

    def __init__(self, kept: Kept, where: pa.Table) -> None:
        self._kept, self._where = kept, where.combine_chunks()
        self._parts: OrderedDict[str, dict[bytes, str]] = OrderedDict()

    def __len__(self) -> int:
        return int(self._where.num_rows)

    def __iter__(self) -> Iterator[str]:
        for batch in self._where.column("article_id").chunks:
            yield from batch.to_pylist()

    def __getitem__(self, article_id: str) -> str:
        at = self._place(article_id)
        if at is None:
            raise KeyError(article_id)
        part, key = self._where["part"][at].as_py(), self._where["key"][at].as_py()
        return self._part(part)[key]

    def _place(self, article_id: str) -> int | None:
        """Binary search: ids are sorted by their bytes, as code points are."""
        ids, low, high = self._where["article_id"], 0, self._where.num_rows
        while low < high:
            middle = (low + high) // 2
            if ids[middle].as_py() < article_id:
                low = middle + 1
            else:
                high = middle
        return low if low < self._where.num_rows and ids[low].as_py() == article_id else None

    def _part(self, name: str) -> dict[bytes, str]:
        if name not in self._parts:
            self._parts[name] = texts(self._kept.packed(name))
            if len(self._parts) > PARTS_AT_HAND:
                self._parts.popitem(last=False)
        self._parts.move_to_end(name)
        return self._parts[name]


def found(kept: Kept, name: str) -> Results | None:
    """The tables kept under a name, or None; what is not byte for byte what was kept is removed."""
    folder = f"whole/{name}"
    try:
        pairs = [line.split(" ") for line in kept.room.read(f"{folder}/{SUMS}").decode("ascii").splitlines()]
        sound = bool(pairs) and all(_hash(kept.room.read(f"{folder}/{file}")) == digest for digest, file in pairs)
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        sound = False
    if not sound:
        kept.room.remove(folder)
    return Results(kept, name) if sound else None


def keep(kept: Kept, name: str, write: Callable[[Path], None]) -> Results:
    """Write tables into a folder of this machine and put them away under a name, the sums last."""
    with TemporaryDirectory(prefix="pactline-") as scratch:
        write(Path(scratch))
        sums = []
        for path in sorted(Path(scratch).iterdir()):
            sums.append(f"{_hash(path.read_bytes())} {path.name}\n")
            kept.room.put(f"whole/{name}/{path.name}", path)
        kept.room.write(f"whole/{name}/{SUMS}", "".join(sums).encode())
    return Results(kept, name)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
