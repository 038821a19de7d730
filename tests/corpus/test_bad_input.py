"""What an archive should not hold: each has its line in the load report, and the rest is read."""

import gzip
import io
import json
import os
import random
import zipfile

import pytest
from pypdf import PdfWriter

from pactline.corpus.articles import to_article
from pactline.corpus.limits import Limits
from pactline.corpus.load_report import load_report, reason_of
from pactline.corpus.readers import documents

SMALL = Limits(document_bytes=50_000, ratio_from=100_000)


def story(number):
    return f"The minister said on Tuesday that tanker number {number} would sail for Havana. Nobody would say why it had waited."


def record(number, **fields):
    return json.dumps({"id": f"r{number}", "text": story(number), **fields})


def truncated_gzip():
    noise = random.Random(1)
    lines = [record(n, note=noise.randbytes(100).hex()) for n in range(100)]
    packed = gzip.compress("\n".join(lines).encode(), mtime=0)
    return packed[: len(packed) // 2]


def zip_bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", b"a" * 2_000_000)
    return packed.getvalue()


def encrypted_pdf():
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("x")
    writer.write(out)
    return out.getvalue()


BAD = [
    pytest.param("cut.jsonl.gz", truncated_gzip(), "unreadable", "truncated", id="truncated-gzip"),
    pytest.param("bomb.zip", zip_bomb(), "too_large", "bomb", id="zip-bomb"),
    pytest.param("bomb.jsonl.gz", gzip.compress(b"a" * 50_000_000), "too_large", "bomb", id="gzip-bomb"),
    pytest.param("locked.pdf", encrypted_pdf(), "unreadable", "encrypted", id="encrypted-pdf"),
    pytest.param("a.jsonl", json.dumps({"id": "x", "title": "y"}).encode(), "empty", "no-text", id="record-without-text"),
    pytest.param("a.jsonl", record(1, text="a" * 500_000).encode(), "too_large", "too-large", id="an-endless-line"),
    pytest.param("a.txt", b"\0" * 5_000, "not_text", "binary", id="nuls"),
    pytest.param("a.jsonl", (record(1) + "\n" + record(1, text=story(2))).encode(), "read", "same-id", id="two-records-with-one-id"),
    pytest.param("a.jsonl", record(1, text=story(1) + "\ud800").encode(), "read", "replaced", id="lone-surrogate"),
    pytest.param("a.jsonl", record(1, text=story(1) + "\0").encode(), "read", "replaced", id="nul-in-a-text"),
    pytest.param("a.jsonl", record(1, published="9999-12-31").encode(), "read", "impossible-date", id="record-of-year-9999"),
    pytest.param("a.txt", f"Published 31 December 9999\n\n{story(1)}".encode(), "read", "impossible-date", id="page-of-year-9999"),
]  # fmt: skip


def read(folder, limits):
    given = set()
    for document in documents(folder, limits=limits):
        article_id = document.own_id if document.own_id not in given else f"{document.own_id}-2"
        given.add(article_id)
        yield to_article(document, article_id)


@pytest.mark.parametrize(("name", "data", "status", "reason"), BAD)
def test_each_has_its_line_and_the_rest_is_read(tmp_path, name, data, status, reason):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(story(7), encoding="utf-8")
    articles = list(read(tmp_path, SMALL))
    assert (status, reason) in [(a.status, reason_of(a.problem)) for a in articles]
    assert [a.status for a in articles if a.source == "good.txt"] == ["read"]
    report = load_report((a.status, a.problem) for a in articles)
    assert report.offered == len(articles) == report.read + sum(report.aside.values())
    assert any(reason in line for line in report.lines())


def test_records_before_the_cut_of_a_small_gzip_are_read(tmp_path):
    (tmp_path / "cut.jsonl.gz").write_bytes(truncated_gzip())
    assert len([a for a in read(tmp_path, SMALL) if a.status == "read"]) > 30


def test_both_records_of_one_id_are_kept(tmp_path):
    (tmp_path / "a.jsonl").write_text(record(1) + "\n" + record(1, text=story(2)), encoding="utf-8")
    first, second = read(tmp_path, SMALL)
    assert (first.problem, first.text) == (None, story(1))
    assert (second.article_id, second.text) == ("r1-2", story(2))
    assert second.problem == "same-id: the id 'r1' was given to an earlier document, so this one is 'r1-2'"


def test_a_folder_that_links_to_itself(tmp_path):
    (tmp_path / "a").mkdir()
    os.symlink(tmp_path, tmp_path / "a" / "loop")
    (tmp_path / "good.txt").write_text(story(7), encoding="utf-8")
    report = load_report((a.status, a.problem) for a in read(tmp_path, SMALL))
    assert (report.offered, report.read, dict(report.aside)) == (2, 1, {("unreadable", "link"): 1})
