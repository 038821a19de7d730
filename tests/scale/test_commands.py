"""The commands at scale: addresses, workers, and what is said where something stands in the way."""

from __future__ import annotations

import hashlib
import json
import socket
from pathlib import Path

import fsspec
import pytest
from typer.testing import CliRunner

from pactline.cli import app
from pactline.record.files import held
from pactline.record.rooms import Room

from .news import news


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "news" / "all.jsonl"
    path.parent.mkdir()
    records = [{"id": d.own_id, "text": d.text, "published": d.published} for d in news()]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path.parent


@pytest.fixture
def memory():
    """An empty filesystem in memory."""
    filesystem = fsspec.filesystem("memory")
    filesystem.store.clear()
    yield filesystem
    filesystem.store.clear()


def invoke(*arguments: object):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def digests(folder: Path) -> dict[str, str]:
    files = [p for p in folder.iterdir() if p.is_file() and p.name != "manifest.json" and not p.name.startswith(".")]
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_addresses_and_paths_give_the_same_tables(corpus, tmp_path, memory):
    memory.pipe("/bucket/news/all.jsonl", (corpus / "all.jsonl").read_bytes())
    assert invoke("extract", corpus, "--out", tmp_path / "here").exit_code == 0
    result = invoke("extract", "memory://bucket/news", "--out", "memory://bucket/tables")
    assert result.exit_code == 0, result.output
    memory.get("/bucket/tables", str(tmp_path / "there"), recursive=True)
    assert digests(tmp_path / "there") == digests(tmp_path / "here")
    outputs = json.loads(memory.cat("/bucket/tables/manifest.json"))["outputs"]
    assert {name: hashlib.sha256(memory.cat(f"/bucket/tables/{name}")).hexdigest() for name in outputs} == outputs


def test_one_file_by_its_address(corpus, tmp_path, memory):
    memory.pipe("/bucket/one.jsonl", (corpus / "all.jsonl").read_bytes())
    result = invoke("check", "memory://bucket/one.jsonl")
    assert result.exit_code == 0, result.output
    assert f"{len(news())} offered" in result.output


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        pytest.param(["memory://bucket/nothing"], 1, "no file or folder memory://bucket/nothing", id="nothing-there"),
        pytest.param(["nonsense://bucket/news"], 2, "no such kind of address", id="unknown-kind"),
        pytest.param(["seeds", "--workers", "-1"], 2, "--workers", id="fewer-than-none"),
    ],
)
def test_what_cannot_be_read_is_told(memory, tmp_path, arguments, code, says):
    result = invoke("extract", *arguments, "--out", tmp_path / "out")
    assert result.exit_code == code, result.output
    assert says in " ".join(result.output.split())


@pytest.fixture
def earlier(corpus, tmp_path):
    """Results of an earlier run, and what they were."""
    out = tmp_path / "out"
    assert invoke("extract", corpus, "--out", out).exit_code == 0
    with (corpus / "all.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"id": "new", "text": "Russia sold nine T-90 tanks to Venezuela in 2019."}) + "\n")
    return out, digests(out)


def test_no_scheduler_is_told_and_earlier_results_stay(corpus, earlier):
    out, before = earlier
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
    result = invoke("extract", corpus, "--out", out, "--scheduler", address)
    assert result.exit_code == 1
    assert "no scheduler answers" in " ".join(result.output.split())
    assert digests(out) == before


def test_a_full_disk_is_told_and_earlier_results_stay(corpus, earlier, monkeypatch):
    out, before = earlier

    def full(self, name, data):
        raise OSError(28, "No space left on device", name)

    monkeypatch.setattr(Room, "write", full)
    result = invoke("extract", corpus, "--out", out)
    assert result.exit_code == 1
    assert "No space left on device" in " ".join(result.output.split())
    assert digests(out) == before


def test_a_second_run_at_one_output_is_told(corpus, earlier):
    out, before = earlier
    with held(out):
        result = invoke("extract", corpus, "--out", out)
    assert result.exit_code == 75
    assert "another run" in result.output
    assert digests(out) == before
    assert invoke("extract", corpus, "--out", out).exit_code == 0, "nobody holds it any more"


def test_a_second_run_at_one_address_is_told(corpus, memory):
    from pactline import cache

    lock = cache.folder() / "locks" / hashlib.sha256(b"memory://bucket/tables").hexdigest()
    with held(lock):
        result = invoke("extract", corpus, "--out", "memory://bucket/tables")
    assert result.exit_code == 75


def test_an_output_that_cannot_be_written_is_told_before_anything_is_read(corpus, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr("pactline.study.open_study", lambda *_, **__: pytest.fail("read"))
    result = invoke("extract", corpus, "--out", tmp_path / "file" / "out")
    assert result.exit_code == 1
    assert "check the path, its permissions and free space" in " ".join(result.output.split())
