"""Every case of the catalogue has a test that there is, and so has every promise; and the cases that have no other place."""

from __future__ import annotations

import ast
import csv
import itertools
import re
from pathlib import Path

import pytest

from pactline.corpus.limits import Limits
from pactline.corpus.pages import read_page
from pactline.corpus.readers import documents
from pactline.report.markup import label
from pactline.report.style import settings
from pactline.report.svg import pictures

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`((?:tests|src|benchmarks)/[\w/.]+\.py)(?:::(\w+))?")


def cases() -> list[dict[str, str]]:
    with (Path(__file__).parent / "cases.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def missing(path: str, function: str | None, case: str | None = None) -> str | None:
    """What is not there of a test that is named, or None."""
    file = ROOT / path
    if not file.is_file():
        return f"{path} is not there"
    text = file.read_text(encoding="utf-8")
    names = {n.name for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)}
    if function and function not in names:
        return f"{path} has no {function}"
    number, _, words = (case or "").partition("-")
    return (
        None if not case or case in text or (number in text and f'"{words}"' in text) else f"{path} has no case {case}"
    )


def named(test: str) -> tuple[str, str, str | None]:
    path, _, rest = test.partition("::")
    function, _, case = rest.partition("[")
    return path, function, case.rstrip("]") or None


def test_every_case_of_the_catalogue_has_its_test() -> None:
    assert [int(row["case"]) for row in cases()] == list(range(1, 111))
    assert [fault for row in cases() if (fault := missing(*named(row["test"])))] == []


def test_every_promise_names_tests_that_there_are() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    promises = [line for line in text.splitlines() if re.match(r"\| \d+ \|", line)]
    assert len(promises) == 13
    assert all(NAMED.search(line) for line in promises)
    assert [fault for path, function in NAMED.findall(text) if (fault := missing(path, function or None))] == []


@pytest.mark.parametrize(
    "test", ["tests/none.py::test_x", "tests/test_hostile.py::test_none", "tests/test_cli.py::run[999-none]"]
)
def test_a_test_that_is_not_there_is_missed(test: str) -> None:
    assert missing(*named(test))


@pytest.mark.parametrize("count", [2_000, pytest.param(100_000, marks=pytest.mark.soak)])
def test_a_folder_of_very_many_files_is_listed_as_it_is_read(tmp_path: Path, count: int) -> None:
    for n in range(count):
        (tmp_path / f"{n:06d}.txt").write_bytes(b"Oil")
    reading = documents(tmp_path)
    assert [d.source for d in itertools.islice(reading, 2)] == ["000000.txt", "000001.txt"]
    assert sum(1 for _ in reading) == count - 2


@pytest.mark.parametrize("times", [1, 2, 20])
def test_a_paragraph_that_a_page_repeats_is_read_once_and_counted(times: int) -> None:
    """The rule of the reader of pages: a paragraph that stands there again, word for word, says nothing more."""
    words = (
        "Russia delivered 24 fighters to Venezuela on Tuesday, the defence ministry of the country said in a statement."
    )
    other = "Production of oil in the country fell again in July, according to a report of the organization that was published."
    page = f"<html><body><article><h1>News</h1>{f'<p>{words}</p>' * times}<p>{other}</p></article></body></html>"
    document = read_page(page.encode(), source="a", own_id="a", limits=Limits())
    note = f"repeated: read once what stood there again, word for word (paragraphs: {times - 1})"
    assert document.text.count(words) == 1
    assert other in document.text
    assert document.problem == (note if times > 1 else None)


def test_a_label_is_cut_and_holds_no_line_end() -> None:
    shown = label("word\n" * 4_000)
    assert len(shown) <= 41
    assert "\n" not in shown


@pytest.mark.parametrize("name", ["委内瑞拉", "فنزويلا", "🛢", "_x", "$\\frac{$", "", "x\x1b[31m", "a" * 20_000])
def test_labels_of_any_alphabet_stand_as_text_in_a_chart(name: str) -> None:
    with settings():
        html = pictures("x", "alt", lambda canvas: canvas.text(10, 10, name), lambda _: 40, lambda _: (5, 5, 5, 5))
    assert len(html) < 20_000
    assert "\x1b" not in html
    shown = "".join(c for c in name if c.isalnum())[:1]
    assert shown in html
