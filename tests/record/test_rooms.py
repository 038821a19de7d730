"""Folders by path and by address do the same."""

from __future__ import annotations

from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pactline.record.rooms import AddressError, Room, opened, remote_files, written_here


@pytest.fixture(params=["path", "address"])
def room(request, tmp_path):
    if request.param == "path":
        return Room(str(tmp_path / "room"))
    fsspec.filesystem("memory").store.clear()
    return Room("memory://bucket/room")


def test_what_is_written_can_be_read(room):
    room.write("a/b/c.bin", b"1")
    room.write("a/b/c.bin", b"22")
    room.write("a/d.bin", b"3")
    assert room.read("a/b/c.bin") == b"22"
    assert room.names("a") == ["b", "d.bin"]
    with room.opened("a/d.bin") as file:
        assert file.read() == b"3"


def test_what_is_not_there(room):
    assert room.names("nowhere") == []
    room.remove("nowhere")
    with pytest.raises(FileNotFoundError):
        room.read("nowhere/x")


def test_what_is_removed_is_gone(room):
    room.write("a/b.bin", b"1")
    room.remove("a")
    assert room.names("a") == []


def test_files_of_one_table(room):
    for n in range(3):
        sink = pa.BufferOutputStream()
        pq.write_table(pa.table({"n": [n]}), sink)
        room.write(f"part-{n}/t.parquet", sink.getvalue().to_pybytes())
    assert room.dataset([f"part-{n}/t.parquet" for n in (2, 0)]).to_table()["n"].to_pylist() == [2, 0]


def test_a_file_of_this_machine_is_moved_there(room, tmp_path):
    path = tmp_path / "x.bin"
    path.write_bytes(b"x")
    room.put("far/x.bin", path)
    assert room.read("far/x.bin") == b"x"


@pytest.mark.parametrize("address", ["nonsense://x/y", "s3nonsense://x"])
def test_an_address_of_no_kind(address):
    with pytest.raises(AddressError, match="no such kind of address"):
        opened(address)


def test_files_come_one_by_one_in_the_order_of_their_bytes():
    store = fsspec.filesystem("memory")
    store.store.clear()
    for name in ("b.txt", "a/z.txt", "é.txt", "B.txt"):
        store.pipe(f"/bucket/{name}", name.encode())
    seen: list[str] = []
    for folder in remote_files("memory://bucket"):
        (path,) = [p for p in folder.rglob("*") if p.is_file()]
        assert path.read_bytes() == path.relative_to(folder).as_posix().encode()
        seen.append(path.relative_to(folder).as_posix())
    assert seen == ["B.txt", "a/z.txt", "b.txt", "é.txt"]


def test_the_manifest_is_sent_last(monkeypatch, tmp_path):
    sent: list[str] = []
    monkeypatch.setattr(Room, "write", lambda self, name, data: sent.append(name))
    with written_here("memory://bucket/out") as folder:
        for name in ("manifest.json", "z.csv", "a.csv", ".lock"):
            Path(folder, name).write_text("x")
    assert sent == ["a.csv", "z.csv", "manifest.json"]
    with written_here(tmp_path) as folder:
        assert folder == tmp_path
