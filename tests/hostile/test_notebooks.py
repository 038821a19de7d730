"""Parameters are data to the last command, and a chapter that hangs, floods or leans on its surroundings makes no report."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from typer.testing import CliRunner

from pactline.cli import app
from pactline.report import render as rendering
from pactline.report.render import CHAPTERS, RenderError, first_fault, render

ROOT = Path(__file__).parents[2]
CODE = "y=1;open('{mark}','w');z"
THREAD = "import threading, time; threading.Thread(target=time.sleep, args=(60,), name='late').start()"
runner = CliRunner()


@pytest.mark.parametrize("arguments", [
    pytest.param(["--start", CODE], id="96-code-for-a-date"),
    pytest.param(["--period", CODE], id="96-code-for-a-choice"),
    pytest.param(["--field", "text"], id="100-field-without-a-name"),
    pytest.param(["--field", CODE + "=x"], id="96-code-in-a-name"),
    pytest.param(["--start", "!!pairs [ a: 1 ]"], id="97-yaml-pairs"),
    pytest.param(["--start", "!!binary aGk="], id="98-yaml-binary"),
    pytest.param(["--end", "&a [*a,*a]"], id="99-yaml-aliases"),
    pytest.param(["--y", "x: 1"], id="100-an-option-of-papermill"),
    pytest.param(["--topic", "../../etc"], id="101-topic-outside"),
    pytest.param(["--out", "http://127.0.0.1:9/x.html"], id="101-out-to-an-address"),
    pytest.param(["--tables", "s3://bucket/x", "--out", "x.html"], id="101-tables-to-an-address"),
])  # fmt: skip
def test_what_is_no_parameter_is_refused_before_anything_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("Russia sold 24 Su-30 fighters to Venezuela.")
    mark = tmp_path / "mark"
    given = [a.replace("{mark}", str(mark)) for a in arguments]
    result = runner.invoke(app, ["report", str(corpus), *given])
    assert result.exit_code in (1, 2), result.output
    assert not mark.exists()
    assert not list(tmp_path.rglob("*.html"))
    assert {p.name for p in tmp_path.iterdir()} <= {"corpus", "reports"}


def chapters(folder: Path, code: str) -> Path:
    """Chapters of which the second runs this code."""
    parameters = new_code_cell("corpus = 'x'", metadata={"tags": ["parameters"]})
    end = "from pactline.report.chapters import ended; from pactline.report.markup import Fragment; Fragment(ended())"
    spec = {"name": "python3", "display_name": "x", "language": "python"}
    about = {"kernelspec": spec, "language_info": {"name": "python"}}
    for name in CHAPTERS:
        cells = [parameters, *([new_code_cell(code)] if name == "actors" else []), new_code_cell(end)]
        nbformat.write(new_notebook(cells=cells, metadata=about), folder / f"{name}.ipynb")
    return folder


@pytest.mark.parametrize(("code", "cause"), [
    pytest.param("while True: pass", "actors.ipynb, cell 2", id="103-hangs"),
    pytest.param("print('x' * 50_000_000)", "actors.ipynb, cell 2", id="34-floods"),
    pytest.param("input()", "actors.ipynb, cell 2", id="104-asks"),
    pytest.param("%nothing", "actors.ipynb, cell", id="104-unknown-magic"),
    pytest.param(THREAD, "actors.ipynb, cell 3: RuntimeError: threads still run", id="105-leaves-a-thread"),
])  # fmt: skip
def test_a_chapter_that_hangs_floods_or_leaves_a_thread_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, cause: str
) -> None:
    monkeypatch.setattr(rendering, "CELL_TIMEOUT", 8)
    out = tmp_path / "page.html"
    out.write_text("the earlier report")
    with pytest.raises(RenderError) as seen:
        render(chapters(tmp_path, code), study=None, parameters={"corpus": "y"}, out=out)
    assert cause in str(seen.value)
    assert out.read_text() == "the earlier report"


def test_a_cell_may_print_so_much_and_no_more() -> None:
    cell = new_code_cell("1", execution_count=1)
    cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text="x" * 1_000_001)]
    assert "printed more than 1,000,000" in str(first_fault(new_notebook(cells=[cell])))


def sources() -> list[tuple[str, str]]:
    """Code cells of the chapters, with their places."""
    found = []
    for name in CHAPTERS:
        notebook = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
        cells = [c for c in notebook["cells"] if c["cell_type"] == "code"]
        found += [(f"{name}-{n}", "".join(c["source"])) for n, c in enumerate(cells)]
    return found


def leaning(code: str) -> list[str]:
    """What a cell has that depends on its surroundings: shell, magics, questions, threads, files."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return ["shell or magic"]
    names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
    modules = {a.name.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    modules |= {(n.module or "").split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    return sorted(
        names & {"input", "open", "eval", "exec", "get_ipython"}
        | modules & {"threading", "subprocess", "os", "requests"}
    )


def test_no_chapter_leans_on_its_surroundings() -> None:
    assert {place: found for place, code in sources() if (found := leaning(code))} == {}


@pytest.mark.parametrize(
    "code", ["!ls", "%run x", "input()", "import threading", "from os import path", "open('x')", "x = !false"]
)
def test_the_look_at_cells_fires(code: str) -> None:
    assert leaning(code)
