"""Every form of archive, read by content: each finds its articles, with the text as it stands in the file."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pactline.corpus.limits import Limits
from pactline.corpus.readers import CorpusError, documents
from pactline.record.article import Document

TEXT = "Caracas signed for 24 Su-30 fighters.\r\nOutput fell to 1.7 mb/d, said Nicolás Maduro."
RECORDS = [{"id": f"a{i}", "text": f"{TEXT} {i}", "url": f"https://news.example/{i}"} for i in range(3)]


def read(path: Path, **options: object) -> list[Document]:
    return list(documents(path, **options))  # type: ignore[arg-type]


def jsonl(records: list[dict[str, object]]) -> bytes:
    return b"".join(json.dumps(r, ensure_ascii=False).encode() + b"\n" for r in records)


def csv_text(delimiter: str = ",") -> str:
    rows = "".join(f'a{i}{delimiter}"{TEXT} {i}"\n' for i in range(3))
    return f"id{delimiter}text\n{rows}"


def tar_of(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def zip_of(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def parquet_of(records: list[dict[str, object]]) -> bytes:
    packed = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records), packed)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.jsonl", jsonl(RECORDS), id="jsonl"),
        pytest.param("a.jsonl", b"\xef\xbb\xbf" + jsonl(RECORDS), id="jsonl-with-mark"),
        pytest.param("a.jsonl", jsonl(RECORDS).decode().encode("utf-16"), id="jsonl-utf16"),
        pytest.param("a.jsonl", jsonl(RECORDS).decode().encode("cp1252"), id="jsonl-cp1252"),
        pytest.param("noname", jsonl(RECORDS), id="jsonl-without-suffix"),
        pytest.param("a.txt", jsonl(RECORDS), id="jsonl-called-txt"),
        pytest.param("a.json", json.dumps(RECORDS).encode(), id="array"),
        pytest.param("a.json", json.dumps(RECORDS, indent=2).encode(), id="array-indented"),
        pytest.param("a.jsonl", json.dumps(RECORDS).encode(), id="array-called-jsonl"),
        pytest.param("a.json", json.dumps({"status": "ok", "articles": RECORDS}).encode(), id="envelope"),
        pytest.param(
            "a.json", json.dumps({"response": {"n": 3, "docs": RECORDS}}).encode(), id="envelope-of-two-layers"
        ),
        pytest.param("a.json", "\n".join(json.dumps(r, indent=1) for r in RECORDS).encode(), id="objects-over-lines"),
        pytest.param("a.csv", csv_text().encode(), id="csv"),
        pytest.param("a.csv", csv_text(";").encode("cp1252"), id="csv-semicolon-cp1252"),
        pytest.param("a.csv", csv_text().encode("utf-16"), id="csv-utf16"),
        pytest.param("a.tsv", csv_text("\t").encode("utf-8-sig"), id="tsv-with-mark"),
        pytest.param("a.txt", csv_text().encode(), id="csv-called-txt"),
        pytest.param("a.parquet", parquet_of(RECORDS), id="parquet"),  # type: ignore[arg-type]
        pytest.param("a.bin", parquet_of(RECORDS), id="parquet-by-content"),  # type: ignore[arg-type]
        pytest.param("a.jsonl.gz", gzip.compress(jsonl(RECORDS)), id="jsonl-gz"),
        pytest.param("a.csv.gz", gzip.compress(csv_text().encode()), id="csv-gz"),
        pytest.param("a.gz", gzip.compress(parquet_of(RECORDS)), id="parquet-gz"),  # type: ignore[arg-type]
        pytest.param("a.jsonl.gz", gzip.compress(jsonl(RECORDS[:1])) + gzip.compress(jsonl(RECORDS[1:])), id="two-gz"),
        pytest.param("a.jsonl.bz2", bz2.compress(jsonl(RECORDS)), id="bz2"),
        pytest.param("a.jsonl.xz", lzma.compress(jsonl(RECORDS)), id="xz"),
        pytest.param("a.zip", zip_of({"deep/b.jsonl": jsonl(RECORDS)}), id="zip"),
        pytest.param("a.tar", tar_of({"deep/b.jsonl": jsonl(RECORDS)}), id="tar"),
        pytest.param("a.tgz", gzip.compress(tar_of({"b.jsonl": jsonl(RECORDS)})), id="tgz"),
        pytest.param("a.tgz", gzip.compress(tar_of({"b.zip": zip_of({"c.jsonl": jsonl(RECORDS)})})), id="zip-in-tgz"),
    ],
)
def test_every_form_gives_the_same_records(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    found = read(tmp_path)
    assert [(d.own_id, d.text, d.status, d.problem) for d in found] == [
        (r["id"], r["text"], "read", None) for r in RECORDS
    ]
    assert len({d.source for d in found}) == 3
    assert all("#" in d.source for d in found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_keeps_its_line_ends_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "000_talks.TXT").write_bytes(TEXT.encode(encoding))
    (document,) = read(tmp_path)
    assert (document.text, document.own_id, document.problem) == (TEXT, "000_talks", None)


def test_a_folder_comes_in_the_order_of_the_bytes_of_its_paths(tmp_path: Path) -> None:
    names = ["b/a.txt", "b.txt", "b-c.txt", "B.txt", "é.txt", "a/z/y.txt", "b0.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Oil")
    assert [d.source for d in read(tmp_path)] == sorted(names, key=str.encode)


def test_the_folder_s_own_papers_are_not_offered(tmp_path: Path) -> None:
    for name in ("SOURCES.md", "README", "a.txt", "sources.txt"):
        (tmp_path / name).write_text("Oil")
    assert [d.source for d in read(tmp_path)] == ["a.txt", "sources.txt"]


def test_a_single_file_may_be_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Oil")
    assert [d.source for d in read(tmp_path / "a.txt")] == ["a.txt"]


def test_a_missing_corpus_is_said(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="name one that holds articles"):
        read(tmp_path / "none")


@pytest.mark.parametrize(
    ("record", "fields", "expected"),
    [
        pytest.param(
            {"_id": 7, "body": "Oil", "headline": "H", "pubDate": "2019-08-15", "source": {"name": "TASS"}, "lang": "ru"},
            {}, ("7", "Oil", "H", "TASS", "2019-08-15", "ru"), id="common-names",
        ),
        pytest.param({"text": "no", "story": "yes"}, {"text": "story"}, ("a", "yes", None, None, None, None), id="mapping"),
        pytest.param({"text": "Oil", "published": {"date": "2019"}}, {}, ("a", "Oil", None, None, None, None), id="no-text-date"),
        pytest.param({"text": None, "content": "Oil"}, {"text": "content"}, ("a", "Oil", None, None, None, None), id="mapped-null"),
        pytest.param({"text": "Oil", "id": True}, {}, ("a", "Oil", None, None, None, None), id="id-no-word"),
    ],
)  # fmt: skip
def test_fields_of_a_record(
    tmp_path: Path, record: dict[str, object], fields: dict[str, str], expected: tuple[object]
) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl([record]))
    (d,) = read(tmp_path, fields=fields)
    assert (d.own_id, d.text, d.title, d.outlet, d.published, d.language) == expected


def test_an_unknown_field_is_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no field date: map any of id, text"):
        read(tmp_path, fields={"date": "pubDate"})


def test_a_table_keeps_every_value_as_written(tmp_path: Path) -> None:
    values = ["NA", "null", "None", "007", "1e5", "9007199254740993", "nan"]
    (tmp_path / "a.csv").write_text("id,text\n" + "".join(f"{v},{v}\n" for v in values))
    assert [(d.own_id, d.text) for d in read(tmp_path)] == [(v, v) for v in values]


def test_a_text_that_looks_like_json_or_a_table_stays_a_text(tmp_path: Path) -> None:
    texts = ["[MOSCOW] The text, it says", "{Reuters} Oil fell", "Title, text, and date of it\nsecond", "text;only"]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text)
    assert [d.text for d in read(tmp_path)] == texts


def test_a_record_longer_than_the_chunks_is_cut_at_its_end(tmp_path: Path) -> None:
    records = [{"id": str(i), "text": 'a "quoted" \\ word, [brackets} ' * 9000} for i in range(3)]
    (tmp_path / "a.json").write_text(json.dumps(records))
    assert [d.text for d in read(tmp_path)] == [r["text"] for r in records]


def test_dates_in_parquet_come_in_iso_form(tmp_path: Path) -> None:
    table = pa.table({"text": ["Oil"], "date": pa.array([1_565_827_200_000_000_000], pa.timestamp("ns"))})
    pq.write_table(table, tmp_path / "a.parquet")
    (document,) = read(tmp_path)
    assert (document.published or "").startswith("2019-08-15")


def test_html_in_a_record_is_rendered(tmp_path: Path) -> None:
    page = "<html><body><h1>Oil</h1><p>Output fell to 1.7 mb/d.</p></body></html>"
    (tmp_path / "a.jsonl").write_bytes(jsonl([{"id": "x", "raw_html": page, "url": "https://a.example/"}]))
    (document,) = read(tmp_path)
    assert (document.own_id, document.url) == ("x", "https://a.example/")
    assert "Output fell" in document.text
    assert "<p>" not in document.text


def test_a_small_limit_lets_the_rest_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 2000)
    (tmp_path / "b.txt").write_text("Oil")
    assert [d.status for d in read(tmp_path, limits=Limits(document_bytes=1000))] == ["too_large", "read"]
