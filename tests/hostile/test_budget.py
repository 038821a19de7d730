"""Each document has its time and memory, held by a process that can be killed: the guilty one is named, the rest is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pactline.corpus import guarded
from pactline.corpus.limits import Limits
from pactline.corpus.load_report import reason_of
from pactline.corpus.readers import documents
from pactline.record.killable import Killable

PAGE = "<html><body><article><p>Russia delivered {} fighters to Venezuela on Tuesday, the ministry said.</p></article></body></html>"


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A parser of pages that stalls, dies or swells where a page says so."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    child = Killable("fragile:parse", memory=700_000_000)
    monkeypatch.setattr(guarded, "_child", lambda: child)
    yield
    child.close()


@pytest.mark.parametrize(("what", "status", "reason"), [
    pytest.param("STALL", "unreadable", "timeout", id="29-over-its-time"),
    pytest.param("DIE", "unreadable", "ended", id="a-parser-in-c-that-crashes"),
    pytest.param("SWELL", "too_large", "memory", id="over-its-memory"),
])  # fmt: skip
def test_a_page_that_its_parser_does_not_survive_is_named(
    tmp_path: Path, fragile: None, what: str, status: str, reason: str
) -> None:
    for n, words in enumerate(("12", what, "24")):
        (tmp_path / f"{n}.html").write_text(PAGE.format(words))
    first, bad, last = documents(tmp_path, limits=Limits(page_seconds=3))
    assert (bad.source, bad.status, reason_of(bad.problem)) == ("1.html", status, reason)
    assert ("12 fighters" in first.text, "24 fighters" in last.text) == (True, True)


def test_pages_in_archives_and_records_are_guarded_too(tmp_path: Path, fragile: None) -> None:
    import json
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        for n, words in enumerate(("12", "DIE", "24")):
            packed.writestr(f"{n}.html", PAGE.format(words))
    rows = [json.dumps({"id": str(n), "html": PAGE.format(words)}) for n, words in enumerate(("12", "DIE", "24"))]
    (tmp_path / "b.jsonl").write_text("\n".join(rows))
    found = [(d.source, d.status) for d in documents(tmp_path)]
    assert [status for _, status in found] == ["read", "unreadable", "read"] * 2
