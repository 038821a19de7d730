"""Inputs that have broken, or would break, a reader: each has its line in the load report, and the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactline.corpus.limits import Limits
from pactline.corpus.load_report import load_report, reason_of
from pactline.corpus.readers import documents
from pactline.record.article import Document

GOOD = "Russia delivered 24 fighters to Venezuela."
MB = 1_000_000


def offered(folder: Path, **options: object) -> dict[str, Document]:
    """Documents by source, with one good article among them that must always be read."""
    (folder / "zz_good.txt").write_text(GOOD)
    found = {d.source: d for d in documents(folder, **options)}  # type: ignore[arg-type]
    assert found.pop("zz_good.txt").text == GOOD
    return found


def outcome(document: Document) -> tuple[str, str | None]:
    return document.status, reason_of(document.problem) if document.problem else None


def zip_of(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def encrypted_zip() -> bytes:
    data = bytearray(zip_of({"a.txt": b"secret"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def encrypted_pdf() -> bytes:
    from pypdf import PdfWriter

    writer, packed = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(packed)
    return packed.getvalue()


def empty_parquet() -> bytes:
    packed = io.BytesIO()
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), packed)
    return packed.getvalue()


EMPTY_PARQUET = empty_parquet()
FILES = [
    ("empty.txt", b"", ("empty", "empty"), "1-no-bytes"),
    ("blank.txt", b" \r\n\t\n", ("empty", "empty"), "2-white-space"),
    ("cp1252.txt", "Nicolás firmó la compra".encode("cp1252"), ("read", None), "3-cp1252"),
    ("ru.txt", ("Россия поставила Венесуэле истребители. " * 5).encode("cp1251"), ("read", None), "3-cp1251"),
    ("ru.txt", ("Россия поставила Венесуэле истребители. " * 5).encode("koi8-r"), ("read", None), "3-koi8"),
    ("mark16.txt", "Oil".encode("utf-16"), ("read", None), "4-utf16"),
    ("sjis.txt", ("ベネズエラの石油生産は減少した。" * 5).encode("shift_jis"), ("not_text", "encoding"), "6-shift-jis"),
    ("damaged.txt", "нефть Венесуэлы ".encode() * 40 + b"\xff\xfe", ("read", "replaced"), "7-two-bad-bytes"),
    ("nul.txt", b"Oil fell\x00 sharply, the ministry of the country said." * 3, ("read", "replaced"), "8-nul"),
    ("nul.txt", b"\x00", ("not_text", "binary"), "8-nul-alone"),
    ("esc.txt", b"Oil \x1b[31mfell", ("read", "replaced"), "9-escape"),
    ("cr.txt", b"Oil\rfell", ("read", None), "11-lone-cr"),
    ("nan.txt", b"NaN", ("read", None), "22-nan-is-a-text"),
    ("bin.txt", bytes(range(256)) * 9, ("not_text", "binary"), "76-binary"),
    ("png.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, ("not_text", "format"), "76-picture"),
    ("a.pkl", b"\x80\x04\x95\x10\x00\x00\x00", ("not_text", "format"), "69-pickle"),
    ("a.txt", b"\x80\x04\x95\x10\x00\x00\x00", ("not_text", "format"), "69-pickle-called-txt"),
    ("a.npy", b"\x93NUMPY\x01\x00", ("not_text", "format"), "69-npy"),
    ("a.py", b"import os", ("not_text", "format"), "69-code"),
    ("a.docx", zip_of({"[Content_Types].xml": b"<x/>"}), ("not_text", "office-file"), "office-file"),
    ("feed.xml", b"<?xml version='1.0'?><rss/>", ("not_text", "format"), "feed"),
    ("a.csv", b"", ("empty", "empty"), "64-csv-no-bytes"),
    ("a.csv", b"name;count\na;1\n", ("unreadable", "no-text-column"), "62-csv-no-text"),
    ("a.csv", b"text,id,text\na,b,c\n", ("unreadable", "doubled-column"), "62-csv-doubled"),
    ("a.csv", b"id,text\n", ("empty", "header-only"), "62-csv-header-only"),
    ("a.json", b" ", ("empty", "no-records"), "2-json-of-white-space"),
    ("a.json", b"[]", ("empty", "no-records"), "44-json-without-members"),
    ("a.jsonl", b"\n \n", ("empty", "no-records"), "48-only-blank-lines"),
    ("a.parquet", EMPTY_PARQUET, ("empty", "header-only"), "44-parquet-without-rows"),
    ("a.parquet", b"", ("empty", "empty"), "65-parquet-no-bytes"),
    ("a.parquet", b"PAR1 nothing of the kind", ("unreadable", "damaged"), "65-parquet-cut"),
    ("a.txt.gz", gzip.compress(b"Oil fell. " * 99)[:-20], ("unreadable", "truncated"), "truncated-gzip"),
    ("a.txt.gz", gzip.compress(b"x" * 30 * MB), ("too_large", "bomb"), "30-gzip-bomb"),
    ("a.zip", b"PK\x03\x04 and no more", ("unreadable", "damaged"), "broken-zip"),
    ("a.zip", zip_of({}), ("empty", "no-files"), "empty-zip"),
    ("a.pdf", b"%PDF-1.7\nnothing", ("unreadable", "damaged"), "broken-pdf"),
    ("a.pdf", encrypted_pdf(), ("unreadable", "encrypted"), "encrypted-pdf"),
    ("a.warc", b"WARC/1.0\r\nfoo", ("empty", "no-text"), "broken-warc"),
    ("a.html", b"<html><head><title>x</title></head><body><script>Oil</script></body></html>", ("empty", "no-text"), "44"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "expected"), [pytest.param(*case[:3], id=case[3]) for case in FILES])
def test_a_file_has_its_line(tmp_path: Path, name: str, data: bytes, expected: tuple[str, str | None]) -> None:
    (tmp_path / name).write_bytes(data)
    found = offered(tmp_path)
    assert {source: outcome(d) for source, d in found.items()} == {name: expected}


LINES = [
    (b'{"text": "Oil", oops}', "bad-json", "46-bad-line"),
    (b'{"text": "Oil', "truncated", "47-cut"),
    (b"[" * 200 + b"]" * 200, "too-deep", "51-deep"),
    (b'{"text": "Oil", "n": ' + b"[" * 100_000 + b"}", "too-deep", "51-very-deep"),
    (b'{"text": "Oil", "n": ' + b"9" * 5000 + b"}", "huge-number", "52-digits"),
    (b'{"text": "Oil", "n": NaN}', "not-a-number", "53-nan"),
    (b'{"text": "Oil", "n": 1e400}', "huge-number", "53-infinite"),
    (b'{"text": "Oil", "text": "War"}', "duplicate-key", "54-twice"),
    (b'{"text": "Oil", "a": {"b": 1, "b": 2}}', "duplicate-key", "54-twice-inside"),
    (b'{"id": "x"}', "no-text", "55-missing"),
    (b'{"text": null}', "no-text", "55-null"),
    (b'{"text": ["Oil"]}', "wrong-type", "55-list"),
    (b'{"text": 7}', "wrong-type", "55-number"),
    (b"7", "no-record", "59-scalar"),
    (b'{"text": "' + b"x" * 3000 + b'"}', "too-large", "one-long-line"),
    (bytes(range(128, 256)) + bytes(range(9)) * 9, "binary", "binary-line"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "reason"), [pytest.param(*case[:2], id=case[2]) for case in LINES])
def test_a_bad_line_costs_that_line_alone(tmp_path: Path, line: bytes, reason: str) -> None:
    good = json.dumps({"id": "g", "text": GOOD}).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([good, b"", line, good.replace(b'"g"', b'"h"')]))
    limits = Limits(document_bytes=2000) if reason == "too-large" else Limits()
    found = offered(tmp_path, limits=limits)
    assert list(found) == ["a.jsonl#1", "a.jsonl#3", "a.jsonl#4"]
    assert reason_of(found["a.jsonl#3"].problem) == reason
    assert [found[f"a.jsonl#{n}"].text for n in (1, 4)] == [GOOD, GOOD]


def test_a_bad_element_costs_that_element_alone(tmp_path: Path) -> None:
    good = json.dumps({"text": GOOD})
    (tmp_path / "a.json").write_text(f'[{good}, 7, {{"text": 1}}, {good}')
    found = offered(tmp_path)
    reasons = [reason_of(d.problem) if d.problem else d.text for d in found.values()]
    assert reasons == [GOOD, "no-record", "wrong-type", GOOD, "truncated"]


def test_lone_surrogates_and_line_separators(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(
        b'{"id": "a\\ud800", "text": "Oil \\ud800 fell", "title": "\\udfff"}\n{"text": "a\xe2\x80\xa8b\\u0085"}'
    )
    first, second = offered(tmp_path).values()
    assert (first.text, first.own_id, outcome(first)) == ("Oil \ufffd fell", "a\ufffd", ("read", "replaced"))
    assert second.text == "a\u2028b\x85"


def test_one_id_twice_keeps_both_records(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "Oil"}\n{"id": "1", "text": "War"}\n')
    assert [(d.own_id, d.text) for d in offered(tmp_path).values()] == [("1", "Oil"), ("1", "War")]


def test_an_id_is_never_a_path(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "../../etc/x", "text": "Oil"}\n')
    assert next(iter(offered(tmp_path).values())).own_id == "../../etc/x"
    assert sorted(os.listdir(tmp_path)) == ["a.jsonl", "zz_good.txt"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param("1,Oil,x\n2,War\n", ["columns", "War"], id="61-extra-column"),
        pytest.param('1,"Oil\n2,War\n3,Sea\n', ["open-quote", "War", "Sea"], id="63-open-quote"),
        pytest.param('1,"Oil"x\n2,War\n', ["bad-row", "War"], id="63-words-after-quote"),
        pytest.param("1,\n2,War\n", ["no-text", "War"], id="no-text"),
        pytest.param('1,"Oil, ""gas""\nand war"\n', ['Oil, "gas"\nand war'], id="a-good-row-over-lines"),
        pytest.param("1,Oil\x00fell\n2,War\n", ["Oil\ufffdfell", "War"], id="64-nul"),
    ],
)
def test_a_bad_row_costs_that_row_alone(tmp_path: Path, rows: str, expected: list[str]) -> None:
    (tmp_path / "a.csv").write_text("id,text\n" + rows)
    found = offered(tmp_path).values()
    assert [d.text or reason_of(d.problem) for d in found] == expected


def test_open_quotes_are_given_up_after_a_few(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\n" + '1,"Oil\n' * 301)
    found = list(offered(tmp_path).values())
    assert len(found) < 200
    assert reason_of(found[-1].problem) == "open-quote"


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        pytest.param(pa.array([b"Oil"]), "wrong-type", id="67-bytes"),
        pytest.param(pa.array([["Oil"]]), "wrong-type", id="67-list"),
        pytest.param(pa.array([None], pa.string()), "no-text", id="67-null"),
        pytest.param(
            pa.array([7]),
            "wrong-type",
            id="67-number",
        ),
    ],
)
def test_a_parquet_column_of_another_kind(tmp_path: Path, column: pa.Array, reason: str) -> None:
    pq.write_table(pa.table({"text": column}), tmp_path / "a.parquet")
    (document,) = offered(tmp_path).values()
    assert reason_of(document.problem) == reason


def test_parquet_strings_that_are_no_utf8_and_forged_metadata(tmp_path: Path) -> None:
    bad = pa.Array.from_buffers(pa.string(), 2, pa.array([b"Oil", b"\xff\xfe"]).buffers())
    table = pa.table({"text": bad}).replace_schema_metadata({"pandas": "{not json", "ARROW:extension:name": "pickle"})
    pq.write_table(table, tmp_path / "a.parquet")
    first, second = offered(tmp_path).values()
    assert first.text == "Oil"
    assert reason_of(second.problem) == "encoding"


def test_a_parquet_file_that_swells_is_given_up(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["x" * MB] * 300}), tmp_path / "a.parquet")
    found = list(offered(tmp_path).values())
    assert reason_of(found[-1].problem) == "bomb"
    assert 1 < len(found) < 300


def test_archive_members_are_checked_one_by_one(tmp_path: Path) -> None:
    inner = zip_of({"b.txt": b"War"})
    members = {
        "a.txt": b"Oil",
        "../../up.txt": b"x",
        "/abs.txt": b"x",
        ".DS_Store": b"x",
        "in.zip": inner,
        "no.bin": b"\x00" * 99,
    }
    (tmp_path / "a.zip").write_bytes(zip_of(members))
    found = {source: d.text or reason_of(d.problem) for source, d in offered(tmp_path).items()}
    assert found == {
        "a.zip/a.txt": "Oil", "a.zip/../../up.txt": "unsafe-name", "a.zip//abs.txt": "unsafe-name",
        "a.zip/.DS_Store": "hidden", "a.zip/in.zip/b.txt": "War", "a.zip/no.bin": "format",
    }  # fmt: skip
    assert sorted(os.listdir(tmp_path)) == ["a.zip", "zz_good.txt"]


def test_archives_have_limits(tmp_path: Path) -> None:
    (tmp_path / "many.zip").write_bytes(zip_of({f"{i}.txt": b"Oil" for i in range(5)}))
    (tmp_path / "deep.zip").write_bytes(zip_of({"a.zip": zip_of({"b.zip": zip_of({"c.txt": b"Oil"})})}))
    (tmp_path / "bomb.zip").write_bytes(zip_of({f"{i}.txt": b"x" * MB for i in range(30)}))
    (tmp_path / "locked.zip").write_bytes(encrypted_zip())
    found = offered(tmp_path, limits=Limits(members=4, nesting=2))
    assert reason_of(found["many.zip"].problem) == "too-large"
    assert reason_of(found["deep.zip/a.zip/b.zip"].problem) == "nested"
    assert reason_of(found["locked.zip/a.txt"].problem) == "encrypted"
    bomb = offered(tmp_path, limits=Limits())
    assert "bomb" in {reason_of(d.problem) for s, d in bomb.items() if s.startswith("bomb.zip")}


def test_a_tar_holds_links_and_devices(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind in (("l.txt", tarfile.SYMTYPE), ("h.txt", tarfile.LNKTYPE), ("f.txt", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("a.txt")
        info.size = 3
        archive.addfile(info, io.BytesIO(b"Oil"))
    found = {s: d.text or reason_of(d.problem) for s, d in offered(tmp_path).items()}
    assert found == {"a.tar/l.txt": "link", "a.tar/h.txt": "link", "a.tar/f.txt": "link", "a.tar/a.txt": "Oil"}


def test_a_truncated_archive_keeps_what_was_read(tmp_path: Path) -> None:
    lines = b"".join(
        json.dumps({"id": str(i), "text": f"{os.urandom(40).hex()}"}).encode() + b"\n" for i in range(3000)
    )
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-5000])
    found = list(offered(tmp_path).values())
    assert len([d for d in found if d.status == "read"]) > 1000
    assert outcome(found[-1]) == ("unreadable", "truncated")


def test_names_links_pipes_and_folders(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("secret")
    corpus = tmp_path / "corpus"
    (corpus / "dir.txt").mkdir(parents=True)
    (corpus / "dir.txt" / "in.txt").write_text("Oil")
    (corpus / "out.txt").symlink_to(outside)
    (corpus / "loop").symlink_to(corpus)
    (corpus / "gone.txt").symlink_to(corpus / "nowhere")
    (corpus / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(corpus / "pipe.txt")
    (corpus / ".hidden").write_text("x")
    (corpus / ".git").mkdir()
    (corpus / ".git" / "a.txt").write_text("x")
    (corpus / "A.TXT").write_text("War")
    (corpus / "trail.txt ").write_text("Sea")
    found = {s: d.text or reason_of(d.problem) for s, d in offered(corpus).items()}
    assert found == {
        "dir.txt/in.txt": "Oil", "out.txt": "link", "loop": "link", "gone.txt": "link", "zero.txt": "link",
        "pipe.txt": "no-file", ".hidden": "hidden", ".git": "hidden", "A.TXT": "War", "trail.txt ": "Sea",
    }  # fmt: skip


def test_names_that_no_other_program_likes(tmp_path: Path) -> None:
    names = [
        b"caf\xe9.txt",
        b"new\nline.txt",
        b"<script>.txt",
        b"$x$.txt",
        b"{t}.txt",
        b"=cmd.txt",
        b"-rf.txt",
        b"n" * 250 + b".txt",
    ]
    for name in names:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text("Oil")
    found = offered(tmp_path)
    assert all(d.text == "Oil" for d in found.values())
    assert {"caf\\xe9.txt", "new\\x0aline.txt", "<script>.txt"} < set(found)
    assert all(source.encode() and source.isprintable() for source in found)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Oil")
    (tmp_path / "a.txt").chmod(0)
    assert outcome(offered(tmp_path)["a.txt"]) == ("unreadable", "closed")


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Oil"}\n' * 3)
    reading = documents(tmp_path)
    next(reading)
    with (tmp_path / "a.jsonl").open("a") as file:
        file.write('{"text": "War"}\n')
    assert outcome(list(reading)[-1]) == ("unreadable", "changed")


def test_a_line_beyond_the_limit_is_passed_over(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.truncate(200 * MB)
        file.seek(200 * MB)
        file.write(b'\n{"text": "Oil"}\n')
    found = list(offered(tmp_path).values())
    assert [d.status for d in found] == ["too_large", "read"]


def test_the_load_report_adds_up() -> None:
    judged = [
        ("read", None),
        ("read", "replaced: 1 byte"),
        ("empty", "empty: x"),
        ("empty", "empty: y"),
        ("too_large", "bomb: z"),
    ]
    report = load_report(judged)
    assert report.rows() == [
        {"status": "offered", "reason": "", "documents": 5},
        {"status": "read", "reason": "", "documents": 2},
        {"status": "empty", "reason": "empty", "documents": 2},
        {"status": "too_large", "reason": "bomb", "documents": 1},
    ]
    assert report.offered == report.read + sum(report.aside.values())
    assert report.noted == {"replaced": 1}


SEEDS = {
    "txt": b"Oil", "html": b"<html><body><p>Oil</p></body></html>", "jsonl": b'{"text": "Oil"}', "json": b'[{"text": "Oil"}]',
    "csv": b"id,text\n1,Oil\n", "parquet": b"PAR1", "pdf": b"%PDF-1.4\n", "warc": b"WARC/1.0\r\nWARC-Type: response\r\n",
    "gz": gzip.compress(b"Oil"), "zip": zip_of({"a.txt": b"Oil"}), "tar": b"a.txt".ljust(257, b"\x00") + b"ustar",
}  # fmt: skip


@pytest.mark.parametrize("suffix", SEEDS)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=st.binary(max_size=300), cut=st.integers(0, 400))
def test_no_bytes_raise(tmp_path: Path, suffix: str, noise: bytes, cut: int) -> None:
    seed = SEEDS[suffix]
    for number, data in enumerate((noise, seed[:cut] + noise + seed[cut:], seed + noise)):
        (tmp_path / f"{number}.{suffix}").write_bytes(data)
    found = offered(tmp_path)
    assert all(d.status == "read" or d.problem for d in found.values())
    assert all(d.text == "" for d in found.values() if d.status != "read")
    assert all("\x00" not in d.text and d.text.encode() for d in found.values() if d.status == "read")


def test_a_parquet_file_with_one_bit_wrong_ends_nothing(tmp_path: Path) -> None:
    packed = io.BytesIO()
    pq.write_table(pa.table({"id": ["a", "b"], "text": [GOOD, GOOD]}), packed)
    good = packed.getvalue()
    for place in range(0, len(good), 3):
        data = bytearray(good)
        data[place] ^= 1 << place % 8
        (tmp_path / "a.parquet").write_bytes(data)
        assert all(d.status == "read" or d.problem for d in offered(tmp_path).values())
