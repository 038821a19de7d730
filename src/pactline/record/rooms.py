"""Where files lie: a folder of this machine, or any address that fsspec knows (s3://bucket/folder, hdfs://, memory://)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow.dataset as ds


class AddressError(ValueError):
    """An address that cannot be used; the message says what to do."""


def is_address(place: str | Path) -> bool:
    """True for what lies on no path of this machine.

    >>> is_address("s3://bucket/news"), is_address("news"), is_address("C://news")
    (True, False, False)
    """
    scheme, mark, _ = str(place).partition("://")
    return bool(mark) and len(scheme) > 1


@dataclass(frozen=True)
class Room:
    """A folder by its path or address. Names in it are relative, with `/` between folders."""

    address: str

    @cached_property
    def _remote(self) -> tuple[Any, str] | None:
        return opened(self.address) if is_address(self.address) else None

    def write(self, name: str, data: bytes) -> None:
        """Put a file there, whole or not at all; OSError where it cannot be written."""
        if self._remote is not None:
            fs, root = self._remote
            fs.makedirs(f"{root}/{name}".rpartition("/")[0], exist_ok=True)
            fs.pipe_file(f"{root}/{name}", data)
            return
        path = Path(self.address, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            beside.write_bytes(data)
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)

    def put(self, name: str, path: Path) -> None:
        """Move a file of this machine there."""
        if self._remote is not None:
            fs, root = self._remote
            fs.makedirs(f"{root}/{name}".rpartition("/")[0], exist_ok=True)
            fs.put_file(str(path), f"{root}/{name}")
            return
        target = Path(self.address, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        shutil.move(path, beside)
        os.replace(beside, target)

    def read(self, name: str) -> bytes:
        """The bytes of a file; FileNotFoundError where there is none."""
        if self._remote is not None:
            fs, root = self._remote
            return bytes(fs.cat_file(f"{root}/{name}"))
        return Path(self.address, name).read_bytes()

    def opened(self, name: str) -> Any:
        """A file to read here and there in."""
        if self._remote is not None:
            fs, root = self._remote
            return fs.open(f"{root}/{name}", "rb")
        return Path(self.address, name).open("rb")

    def names(self, folder: str) -> list[str]:
        """Names in a folder, sorted; none where there is no such folder."""
        if self._remote is not None:
            fs, root = self._remote
            listed = fs.ls(f"{root}/{folder}", detail=False) if fs.isdir(f"{root}/{folder}") else []
            return sorted(str(name).rstrip("/").rpartition("/")[2] for name in listed)
        path = Path(self.address, folder)
        return sorted(os.listdir(path)) if path.is_dir() else []

    def remove(self, folder: str) -> None:
        """Take a folder away with all that it holds."""
        if self._remote is not None:
            fs, root = self._remote
            if fs.exists(f"{root}/{folder}"):
                fs.rm(f"{root}/{folder}", recursive=True)
            return
        shutil.rmtree(Path(self.address, folder), ignore_errors=True)

    def dataset(self, names: Sequence[str]) -> ds.Dataset:
        """Parquet files of one schema as one table, read when it is asked for."""
        if self._remote is not None:
            fs, root = self._remote
            return ds.dataset([f"{root}/{name}" for name in names], format="parquet", filesystem=fs)
        return ds.dataset([str(Path(self.address, name)) for name in names], format="parquet")


def opened(address: str) -> tuple[Any, str]:
    """The filesystem of an address, and the path in it.

    raises  AddressError where fsspec, or what it needs for this kind of address, is not installed
    """
    try:
        import fsspec
    except ImportError:
        raise AddressError(f"{address}: install `pactline[cluster]` to use addresses") from None
    try:
        fs, path = fsspec.url_to_fs(address)
    except ImportError as error:
        raise AddressError(f"{address}: {error}") from None
    except ValueError as error:
        raise AddressError(f"{address}: no such kind of address ({error})") from None
    return fs, str(path).rstrip("/")


def remote_files(address: str) -> Iterator[Path]:
    """The files below an address in the order of the bytes of their names, one after the other, as copies on this machine.

    returns  a folder that holds the copy under its name below the address; it is gone when the next is asked for
    raises   FileNotFoundError where there is nothing
    """
    fs, root = opened(address)
    found = [root] if fs.isfile(root) else fs.find(root)
    if not found:
        raise FileNotFoundError(f"no file or folder {address}")
    top = root.rpartition("/")[0] if found == [root] else root
    for path in sorted(map(str, found), key=os.fsencode):
        name = path.removeprefix(top).lstrip("/")
        with TemporaryDirectory(prefix="pactline-") as room:
            copy = Path(room, name)
            if not copy.resolve().is_relative_to(Path(room).resolve()):
                continue
            copy.parent.mkdir(parents=True, exist_ok=True)
            fs.get_file(path, str(copy))
            yield Path(room)


@contextmanager
def written_here(out: str | Path) -> Iterator[Path]:
    """A folder of this machine to write into; what it holds at the end is sent to the address, if `out` is one.

    The manifest goes last, so that a reader who finds it finds all the rest.
    """
    if not is_address(out):
        yield Path(out)
        return
    with TemporaryDirectory(prefix="pactline-") as scratch:
        yield Path(scratch)
        files = [p for p in sorted(Path(scratch).rglob("*")) if p.is_file() and not p.name.startswith(".")]
        room = Room(str(out))
        for path in sorted(files, key=lambda p: (p.name == "manifest.json", p)):
            room.write(path.relative_to(scratch).as_posix(), path.read_bytes())
