"""Files inside files: gzip, bzip2, xz, ZIP and tar, read as streams and never unpacked under a name of theirs.

What comes out is measured against what lies on disk; a file that swells beyond the limits is given up, and what was read
of it until then stays read.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import IO, Any

from pactline.corpus.entry import Entry, Refusal, buffered, refused, shown, stem
from pactline.corpus.limits import Limits
from pactline.record.article import Document

Member = Entry | Document
_OPENERS: dict[str, Callable[[Any], Any]] = {
    "gzip": lambda stream: gzip.GzipFile(fileobj=stream),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
}
_OFFICE = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})


class Meter:
    """Counts what comes out of a container; Refusal `too_large` where it is more than any news would be."""

    def __init__(self, taken: Callable[[], int], limits: Limits) -> None:
        self._taken = taken
        self._limits = limits
        self._given = 0

    def add(self, count: int) -> None:
        """Count bytes that came out."""
        self._given += count
        if self._given > self._limits.expanded_bytes:
            raise Refusal(
                "too_large", f"too-large: more than {self._limits.expanded_bytes:,} bytes unpacked; split the file"
            )
        if self._given > self._limits.ratio_from and self._given > self._limits.ratio * max(1, self._taken()):
            raise Refusal(
                "too_large", f"bomb: swells more than {self._limits.ratio} times when unpacked; unpack and look"
            )


class Metered(io.RawIOBase):
    """Bytes of a container's member, counted; damage found on the way is a Refusal after the last good byte."""

    def __init__(self, inner: IO[bytes], meter: Meter) -> None:
        self._read = getattr(inner, "read1", inner.read)  # read() would lose the good bytes before a fault
        self._meter = meter
        self._position = 0
        self._fault: Refusal | None = None

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: Any) -> int:
        filled = 0
        while filled < len(buffer) and self._fault is None:
            data = self._next(len(buffer) - filled)
            if not data:
                break
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        if not filled and self._fault is not None:
            raise self._fault
        self._position += filled
        return filled

    def _next(self, size: int) -> bytes:
        try:
            data = self._read(size)
            self._meter.add(len(data))
        except Exception as error:  # every unpacker has faults of its own, and any of them means the same here
            self._fault = damage(error)
            return b""
        return data


def damage(error: Exception) -> Refusal:
    """What a failing unpacker's exception means."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, EOFError):
        return Refusal("unreadable", "truncated: the packed file ends early; fetch it again")
    if "password" in str(error) or "encrypted" in str(error):
        return Refusal("unreadable", "encrypted: needs a password; decrypt it first")
    return Refusal("unreadable", f"damaged: {shown(str(error))[:80] or type(error).__name__}; fetch the file again")


def members(entry: Entry, kind: str, limits: Limits) -> Iterator[Member]:
    """The files in a container, each to be read before the next is asked for; refused ones as their documents.

    kind    gzip, bzip2, xz, zip or tar
    raises  Refusal where the container itself cannot be read, or not to its end
    """
    if entry.nesting >= limits.nesting:
        raise Refusal("too_large", f"nested: more than {limits.nesting} containers inside one another; unpack it")
    if kind == "zip":
        yield from _zip_members(entry, limits)
    elif kind == "tar":
        yield from _tar_members(entry, limits)
    else:
        meter = Meter(entry.taken, limits)
        with closing(_OPENERS[kind](entry.stream)) as inner:
            yield _member(entry, entry.source, inner, meter)


def _member(entry: Entry, source: str, inner: IO[bytes], meter: Meter) -> Entry:
    return Entry(source, buffered(Metered(inner, meter)), entry.taken, entry.nesting + 1)


def seekable(entry: Entry, limits: Limits) -> IO[bytes]:
    """The entry's bytes in a file that can be sought: itself, or a nameless temporary one."""
    if entry.stream.seekable():
        return entry.stream
    spool = tempfile.TemporaryFile()  # noqa: SIM115 - nameless, and gone with its last reader
    remaining = limits.spooled_bytes
    while data := entry.stream.read(1 << 20):
        remaining -= len(data)
        if remaining < 0:
            spool.close()
            raise Refusal("too_large", f"too-large: more than {limits.spooled_bytes:,} bytes to lay aside; unpack it")
        spool.write(data)
    spool.seek(0)
    return spool


def _zip_members(entry: Entry, limits: Limits) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(seekable(entry, limits))
        listed = sorted(archive.infolist(), key=lambda info: info.filename)
    except Exception as error:
        raise damage(error) from None
    if _OFFICE & {info.filename for info in listed[:50]}:
        raise Refusal("not_text", "office-file: a document of a word processor or an e-book; export it as text or PDF")
    _check_count(len(listed), limits)
    meter = Meter(entry.taken, limits)
    for info in listed:
        if info.filename.endswith("/"):
            continue
        source = f"{entry.source}/{shown(info.filename)}"
        try:
            _check_member(info.filename, stat.S_ISLNK(info.external_attr >> 16), bool(info.flag_bits & 1))
            with archive.open(info) as inner:
                yield _member(entry, source, inner, meter)
        except Exception as error:
            yield refused(source, stem(source.rsplit("/", 1)[-1]), damage(error))


def _tar_members(entry: Entry, limits: Limits) -> Iterator[Member]:
    """Members in the order of the archive, which as a stream has no other."""
    meter = Meter(entry.taken, limits)
    count = 0
    for archive, info in _headers(entry):
        count += 1
        _check_count(count, limits)
        if info.isdir():
            continue
        source = f"{entry.source}/{shown(info.name)}"
        try:
            _check_member(info.name, not info.isreg(), False)
            inner = archive.extractfile(info)
        except Exception as error:
            yield refused(source, stem(source.rsplit("/", 1)[-1]), damage(error))
            continue
        if inner is not None:
            yield _member(entry, source, inner, meter)


def _headers(entry: Entry) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    try:
        archive = tarfile.open(fileobj=entry.stream, mode="r|")  # noqa: SIM115 - lives as long as its stream
    except Exception as error:
        raise damage(error) from None
    while True:
        try:
            info = archive.next()
        except Exception as error:
            raise damage(error) from None
        if info is None:
            return
        archive.members = []  # type: ignore[attr-defined]  # tarfile keeps every header, which adds up over a million members
        yield archive, info


def _check_count(count: int, limits: Limits) -> None:
    if count > limits.members:
        raise Refusal("too_large", f"too-large: more than {limits.members:,} files in one archive; split it")


def _check_member(name: str, is_link: bool, is_encrypted: bool) -> None:
    """Refusal for a member that is no plain file with a plain name, although no name is ever used as a path."""
    parts = name.replace("\\", "/").split("/")
    if is_encrypted:
        raise Refusal("unreadable", "encrypted: needs a password; decrypt it first")
    if is_link:
        raise Refusal("unreadable", "link: a link or device in an archive is not followed; pack the file itself")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
        raise Refusal("unreadable", "unsafe-name: a member's name leads out of its archive; pack it again")
    if parts[-1].startswith(".") or "__MACOSX" in parts:
        raise Refusal("unreadable", "hidden: a name that begins with a dot is passed over; rename it to have it read")
