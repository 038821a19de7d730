"""Notebooks and zip are the same on every machine and on any day."""

import zipfile

import nbformat.v4 as nb

from pactline.report.citing import cite
from pactline.report.markup import MIME
from pactline.report.parcel import files_below, stripped, write_notebooks, write_zip


def executed():
    made = nb.new_notebook(
        metadata={"papermill": {"start_time": "2026"}, "language_info": {"name": "python", "version": "3.11.9"}}
    )
    made.cells = [
        nb.new_code_cell('corpus = "/home/someone/seeds"\nperiod = "year"', metadata={"tags": ["injected-parameters"], "papermill": {"duration": 1}}),
        nb.new_code_cell("study", outputs=[nb.new_output("stream", text="done")]),
        nb.new_code_cell("chart", outputs=[nb.new_output("display_data", data={MIME: cite(2, ["c-1", "c-2"], "deals")})]),
    ]  # fmt: skip
    return made


def test_no_trace_of_machine_or_time_is_left(tmp_path):
    path = write_notebooks({"corpus": executed()}, tmp_path / "notebooks")[0]
    text = path.read_text(encoding="utf-8")
    for trace in ("/home", "papermill", "2026", "3.11.9", "data-keys"):
        assert trace not in text
    assert "seeds" in text
    assert "done" in text


def test_the_notebook_given_is_left_alone():
    given = executed()
    stripped(given)
    assert "papermill" in given.metadata


def test_two_runs_give_the_same_notebook_and_the_same_zip(tmp_path):
    for place in ("one", "two"):
        write_notebooks({"corpus": executed()}, tmp_path / place / "notebooks")
        (tmp_path / place / ".lock").write_text("")
        write_zip(tmp_path / f"{place}.zip", files_below(tmp_path / place, "report"))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "one.zip").namelist() == ["report/notebooks/corpus.ipynb"]
