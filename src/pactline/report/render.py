"""From four notebooks to one HTML file: execute, check that nothing is missing, assemble, check every figure, write."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
import papermill

from pactline.record.files import write_whole
from pactline.report import page
from pactline.report.excerpts import EXCERPT
from pactline.report.exporter import chapter
from pactline.report.kernel import NAME, manager_class
from pactline.report.markup import MIME, SENTINEL
from pactline.report.parameters import checked
from pactline.report.parcel import write_notebooks

CHAPTERS = {"corpus": "The corpus", "actors": "Actors", "arms_deals": "Arms deals", "oil_output": "Oil output"}
"""Notebook -> title of its section, in the order of the page."""
CELL_TIMEOUT = 600
"""Seconds that one cell may take; none of ours takes more than a few."""


MOST_PRINTED = 1_000_000
"""Characters that one cell may print; ours print nothing."""


class RenderError(RuntimeError):
    """A report that could not be made; the earlier one stands untouched."""


def render(
    notebooks: Path, *, study: Any, parameters: Mapping[str, Any], out: Path, environment: Mapping[str, str] | None = None,
    changes: Any = None, manifest: Mapping[str, Any] | None = None,
    beside: Path | None = None, staged: Path | None = None, excerpt: int = EXCERPT,
) -> Path:  # fmt: skip
    """Run the chapters and write one HTML file; nothing is written unless all of it is right.

    notebooks    folder with the chapters
    study        the opened study that head, summary and evidence are made from
    parameters   given to every chapter; those a chapter does not declare are refused
    out          the HTML file
    environment  further variables for the kernels, such as where results are cached
    changes      findings that differ from an earlier run, where there was one
    manifest     versions, parameters and input hashes for the section on method
    beside       folder for the executed notebooks, where they are wanted
    staged       where the page is written instead of `out`, which it will take the place of
    excerpt      characters shown of one statement at most; full texts never travel with a report
    raises       RenderError naming notebook, cell and cause; ParameterError
    """
    with tempfile.TemporaryDirectory(prefix="pactline-") as folder:
        work = Path(folder)
        executed = run_chapters(notebooks, parameters, work, out, environment)
    chapters = [(name.replace("_", "-"), CHAPTERS[name], chapter(nb)) for name, nb in executed.items()]
    title = parameters.get("title") or study.topic.settings["title"]
    html = page.assemble(study, chapters, title=title, changes=changes, manifest=manifest, excerpt=excerpt)
    written = staged or out
    written.parent.mkdir(parents=True, exist_ok=True)
    write_whole(written, html)
    if beside is not None:
        write_notebooks(executed, beside)
    return out


def run_chapters(
    notebooks: Path, parameters: Mapping[str, Any], work: Path, out: Path, environment: Mapping[str, str] | None
) -> dict[str, Any]:
    """Execute the chapters side by side; name -> executed notebook, in the order of the page."""
    logging.getLogger("papermill").setLevel(logging.ERROR)
    paths = {name: (notebooks / f"{name}.ipynb").resolve() for name in CHAPTERS}
    missing = [path.name for path in paths.values() if not path.is_file()]
    if missing:
        raise RenderError(f"{notebooks} lacks {', '.join(missing)}")
    given = {name: checked(path, _known(parameters)) for name, path in paths.items()}
    kernel = manager_class(work, environment)
    with ThreadPoolExecutor(max_workers=len(paths)) as pool:
        waiting = {name: pool.submit(_run, path, given[name], work, kernel) for name, path in paths.items()}
        executed, faults = {}, []
        for name, result in waiting.items():
            notebook, fault = result.result()
            executed[name] = notebook
            fault = fault or first_fault(notebook)
            if fault:
                faults.append(f"{name}.ipynb, {fault}; see {_keep(notebook, name, out)}")
    if faults:
        raise RenderError("\n".join(faults))
    return executed


def _known(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters of the chapters; the page's own title is not one of them."""
    return {name: value for name, value in parameters.items() if name not in ("title", "since")}


def _run(path: Path, parameters: Mapping[str, Any], work: Path, kernel: Any) -> tuple[Any, str | None]:
    """Execute one notebook; the notebook as far as it came, and what papermill says went wrong."""
    target = work / f"{path.stem}.ipynb"
    started = [0]
    try:
        notebook = papermill.execute_notebook(
            str(path), str(target), parameters=dict(parameters), kernel_name=NAME, progress_bar=False,
            start_timeout=120, execution_timeout=CELL_TIMEOUT, iopub_timeout=60, shutdown_kernel="immediate",
            record_timing=False, request_save_on_cell_execute=True, kernel_manager_class=kernel, autosave_cell_every=0,
            on_cell_start=lambda cell, cell_index: started.append(cell_index),
        )  # fmt: skip
        return notebook, None
    except (
        Exception
    ) as error:  # a fault in a cell, a dead kernel, a time-out: whatever it is, the run failed and says so
        notebook = _saved(target, path)
        return notebook, _fault_of_cell(notebook) or f"cell {_number_of(notebook, started[-1])}: {_in_one_line(error)}"


def _in_one_line(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [""]
    return f"{type(error).__name__}: {lines[0][:300]}"


def _saved(target: Path, source: Path) -> Any:
    return nbformat.read(target if target.is_file() else source, as_version=4)


def _numbered(notebook: Any) -> list[tuple[int, Any]]:
    """Code cells with their numbers in the notebook as it was written: cells that papermill put in do not count."""
    added = {"injected-parameters", "papermill-error-cell-tag"}
    written = [cell for cell in notebook.cells if not added & set(cell.metadata.get("tags", []))]
    return [(i, cell) for i, cell in enumerate(written, start=1) if cell.cell_type == "code"]


def _number_of(notebook: Any, index: int) -> int:
    """Number, as written, of the cell at a place in the executed notebook."""
    added = sum("injected-parameters" in c.metadata.get("tags", []) for c in notebook.cells[:index])
    return index + 1 - added


def _fault_of_cell(notebook: Any) -> str | None:
    for i, cell in _numbered(notebook):
        for output in cell.outputs:
            if output.output_type == "error":
                return f"cell {i}: {output.ename}: {output.evalue}"
    return None


def first_fault(notebook: Any) -> str | None:
    """What is missing from an executed notebook, or None. papermill's own status is not believed."""
    fault = _fault_of_cell(notebook)
    if fault:
        return fault
    code = _numbered(notebook)
    for i, cell in code:
        if cell.execution_count is None and cell.source.strip():
            return f"cell {i}: was not run (the kernel stopped)"
        if sum(len(o.get("text", "")) for o in cell.outputs) > MOST_PRINTED:
            return f"cell {i}: printed more than {MOST_PRINTED:,} characters"
    if not code or not _ends_well(code[-1][1].outputs):
        return f"cell {code[-1][0] if code else 0}: the chapter did not reach its end"
    return None


def _ends_well(outputs: Sequence[Any]) -> bool:
    return any(SENTINEL in o.get("data", {}).get(MIME, "") for o in outputs)


def _keep(notebook: Any, name: str, out: Path) -> Path:
    """The executed notebook beside the report, for the reader of the message."""
    path = out.parent / f"{out.stem}.{name}.failed.ipynb"
    out.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, nbformat.writes(notebook))
    return path
