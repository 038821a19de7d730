"""What was read before, part by part, under the version of code and topic that read it.

    documents/NAME.parquet          documents of a part; NAME is the hash of these bytes
    read/VERSION/NAME/*.parquet     what read_part found in them, with sums.sha256, which is written last
    told/VERSION/NAME/*.parquet     what ask_part found
    read/VERSION/index.parquet      which document is in which part, so that not all of them must be opened

A part is there when its sums are, and is used only where they are right: what was cut short or damaged is read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from pactline.record.rooms import Room
from pactline.scale.offered import Offered, packed, unpacked

SUMS = "sums.sha256"
INDEX = "index.parquet"
ROW_GROUP = 65_536


class Damaged(ValueError):
    """Documents that are not byte for byte what was kept."""


@dataclass(frozen=True)
class Index:
    """Where documents were read: their keys in two halves, sorted, with the number of the part.

    names  names of the parts
    """

    first: np.ndarray
    rest: np.ndarray
    part: np.ndarray
    names: Sequence[str]

    def find(self, keys: Sequence[bytes]) -> list[str | None]:
        """The part in which each document was read; None where none was."""
        if not len(self.first):
            return [None] * len(keys)
        first, rest = _halves(keys)
        at = np.minimum(np.searchsorted(self.first, first), len(self.first) - 1)
        known = (self.first[at] == first) & (self.rest[at] == rest)
        return [self.names[self.part[a]] if yes else None for a, yes in zip(at, known, strict=True)]


def index_of(keys: Mapping[str, bytes]) -> Index:
    """An index of parts by the keys of their documents, one after the other."""
    names = sorted(keys)
    first, rest = _halves([keys[name] for name in names])
    part = np.repeat(np.arange(len(names), dtype=np.int32), [len(keys[name]) // 16 for name in names])
    order = np.argsort(first, kind="stable")
    return Index(first[order], rest[order], part[order], names)


def _halves(keys: Sequence[bytes]) -> tuple[np.ndarray, np.ndarray]:
    numbers = np.frombuffer(b"".join(keys), ">u8").astype(np.uint64).reshape(-1, 2)
    return np.ascontiguousarray(numbers[:, 0]), np.ascontiguousarray(numbers[:, 1])


@dataclass(frozen=True)
class Kept:
    """Parts kept in a room by one version of code and topic."""

    room: Room
    version: str

    def keep_documents(self, part: Sequence[Offered]) -> str:
        """Put the documents of a part away; the name they can be had by."""
        data = packed(part)
        name = _hash(data)[:40]
        self.room.write(f"documents/{name}.parquet", data)
        return name

    def packed(self, name: str) -> bytes:
        """The documents of a part, packed.

        raises  Damaged, OSError
        """
        data = self.room.read(f"documents/{name}.parquet")
        if _hash(data)[:40] != name:
            raise Damaged(f"documents/{name}.parquet is not what was kept: remove it, it will be made anew")
        return data

    def documents(self, name: str) -> list[Offered]:
        """The documents of a part."""
        return unpacked(self.packed(name))

    def keep(self, kind: str, name: str, tables: Mapping[str, pa.Table]) -> None:
        """Put the tables of a part away, the sums last."""
        sums = []
        for table, rows in tables.items():
            data = _parquet(rows)
            self.room.write(f"{kind}/{self.version}/{name}/{table}.parquet", data)
            sums.append(f"{_hash(data)} {table}.parquet\n")
        self.room.write(f"{kind}/{self.version}/{name}/{SUMS}", "".join(sums).encode())

    def is_sound(self, kind: str, name: str) -> bool:
        """Whether a part and its documents are there, byte for byte as they were written."""
        try:
            self.packed(name)
            lines = self.room.read(f"{kind}/{self.version}/{name}/{SUMS}").decode("ascii").splitlines()
            pairs = [line.split(" ") for line in lines]
            return bool(pairs) and all(
                _hash(self.room.read(f"{kind}/{self.version}/{name}/{file}")) == digest for digest, file in pairs
            )
        except (OSError, ValueError):
            return False

    def drop(self, kind: str, name: str) -> None:
        """Forget a part, so that its documents are read again."""
        self.room.remove(f"{kind}/{self.version}/{name}")
        if kind == "read":
            self.room.remove(f"read/{self.version}/{INDEX}")

    def table(self, kind: str, name: str, table: str) -> pa.Table:
        """One table of one part."""
        return pq.read_table(pa.BufferReader(self.room.read(f"{kind}/{self.version}/{name}/{table}.parquet")))

    def dataset(self, kind: str, table: str, names: Sequence[str]) -> ds.Dataset:
        """One table of many parts."""
        return self.room.dataset([f"{kind}/{self.version}/{name}/{table}.parquet" for name in names])

    def index(self) -> Index:
        """Which documents were read, and where; brought up to date where parts were read since it was written."""
        parts = [name for name in self.room.names(f"read/{self.version}") if "." not in name]
        known = self._indexed()
        keys = {name: known[name] for name in parts if name in known}
        fresh = dict(self._unindexed([name for name in parts if name not in known]))
        if fresh or len(keys) < len(known):
            self._write_index(keys | fresh)
        return index_of(keys | fresh)

    def _unindexed(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        for name in names:
            if SUMS in self.room.names(f"read/{self.version}/{name}"):
                try:
                    yield name, b"".join(self.table("read", name, "articles").column("key").to_pylist())
                except (OSError, pa.ArrowException):
                    self.drop("read", name)

    def _indexed(self) -> dict[str, bytes]:
        try:
            table = pq.read_table(pa.BufferReader(self.room.read(f"read/{self.version}/{INDEX}")))
            return dict(zip(table["part"].to_pylist(), table["keys"].to_pylist(), strict=True))
        except (OSError, KeyError, pa.ArrowException):
            return {}

    def _write_index(self, keys: Mapping[str, bytes]) -> None:
        names = sorted(keys)
        table = pa.table({"part": names, "keys": pa.array([keys[name] for name in names], pa.binary())})
        self.room.write(f"read/{self.version}/{INDEX}", _parquet(table))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    plain = [name for name in table.column_names if name != "run"]
    pq.write_table(table, sink, row_group_size=ROW_GROUP, use_dictionary=plain, write_page_checksum=True)
    return sink.getvalue().to_pybytes()
