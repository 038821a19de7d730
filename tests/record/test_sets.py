"""A folder changes as a whole, keeps what others put there, and falls back to a detectable order where it cannot be moved."""

import json
import os
from pathlib import Path

import pytest

from pactline.record import sets
from pactline.record.files import held
from pactline.record.sets import MANIFEST, together


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    (folder / MANIFEST).write_text(json.dumps({"outputs": dict.fromkeys(files, "")}))


def held_in(folder):
    """What stands in the folder and below, but the lock and the manifest."""
    below = {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}
    return {name: text for name, text in below.items() if name not in (MANIFEST, ".pactline.lock")}


@pytest.fixture(params=["moved", "no-such-call", "no-room-beside", "working-folder"])
def out(request, tmp_path, monkeypatch):
    """A folder that can be moved, and three that cannot."""
    folder = tmp_path / "room" / "out"
    folder.mkdir(parents=True)
    if request.param == "no-such-call":
        monkeypatch.setattr(sets, "_exchange", lambda *_: False)
    elif request.param == "no-room-beside":
        real = Path.mkdir

        def refuse(path, *arguments, **options):
            if path.parent == folder.parent and path.name.endswith(".new"):
                raise PermissionError(path)
            real(path, *arguments, **options)

        monkeypatch.setattr(Path, "mkdir", refuse)
    elif request.param == "working-folder":
        monkeypatch.chdir(folder)
    return folder


def test_a_set_takes_the_place_of_another(out):
    for files in ({"a": "1", "b": "1"}, {"a": "2", "notes/c": "2"}):
        with held(out), together(out) as room:
            write(room, files)
        assert held_in(out) == files
        assert {p.name for p in out.parent.iterdir()} == {"out"}


def test_what_others_put_there_stays(out):
    with held(out), together(out) as room:
        write(room, {"a": "1", "notes/b": "1"})
    (out / "mine.txt").write_text("mine")
    (out / "notes" / "mine.txt").write_text("mine")
    (out / "link").symlink_to("mine.txt")
    with held(out), together(out) as room:
        write(room, {"a": "2"})
    assert held_in(out) == {"a": "2", "mine.txt": "mine", "notes/mine.txt": "mine", "link": "mine"}
    assert os.readlink(out / "link") == "mine.txt"


def test_a_fault_while_writing_leaves_the_old_set(out):
    with held(out), together(out) as room:
        write(room, {"a": "1", "b": "1"})
    with pytest.raises(AttributeError), held(out), together(out) as room:
        write(room, {"a": "2", "b": None})
    assert held_in(out) == {"a": "1", "b": "1"}
    assert {p.name for p in out.parent.iterdir()} == {"out"}


def test_the_lock_outlives_the_change(out):
    with held(out):
        before = (out / ".pactline.lock").stat().st_ino
        with together(out) as room:
            write(room, {"a": "1"})
        assert (out / ".pactline.lock").stat().st_ino == before


def test_one_by_one_the_manifest_goes_first_and_comes_last(tmp_path, monkeypatch):
    monkeypatch.setattr(sets, "_exchange", lambda *_: False)
    with held(tmp_path), together(tmp_path) as room:
        write(room, {"a": "1", "z": "1"})
    seen = []
    real = os.replace
    monkeypatch.setattr(os, "replace", lambda a, b: (seen.append((b.name, (tmp_path / MANIFEST).exists())), real(a, b)))
    with held(tmp_path), together(tmp_path) as room:
        write(room, {"a": "2", "z": "2"})
    assert seen == [("a", False), ("z", False), (MANIFEST, False)]


def test_what_a_killed_run_left_beside_is_removed(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    for left in (tmp_path / ".out.99.new", out / ".99.new"):
        left.mkdir()
        (left / "half").write_text("half")
    (tmp_path / ".other.99.new").mkdir()
    with held(out):
        assert {p.name for p in tmp_path.iterdir()} == {"out", ".other.99.new"}
        assert [p.name for p in out.iterdir()] == [".pactline.lock"]
