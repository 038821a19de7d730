"""A chapter that fails says where and why, and the earlier report stands; papermill's own status is not believed."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from pactline.report.markup import MIME, SENTINEL
from pactline.report.render import CHAPTERS, RenderError, first_fault, render

from .conftest import article, study_of


def ran(source="1", outputs=(), count=1):
    return new_code_cell(source, outputs=list(outputs), execution_count=count)


END = new_output("display_data", data={MIME: f"<!-- {SENTINEL} -->"})


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        pytest.param([ran(), ran(outputs=[END])], None, id="whole"),
        pytest.param([ran(count=None), ran(outputs=[END])], "cell 1: was not run", id="killed-kernel"),
        pytest.param([ran(), ran()], "did not reach its end", id="sys-exit-before-the-end"),
        pytest.param([ran(outputs=[new_output("error", ename="KeyError", evalue="x")]), ran(outputs=[END])], "cell 1: KeyError: x", id="error"),
        pytest.param([], "did not reach its end", id="empty"),
    ],
)  # fmt: skip
def test_what_is_missing_from_a_chapter(cells, fault):
    found = first_fault(new_notebook(cells=cells))
    assert found is None if fault is None else fault in found


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        pytest.param("1 / 0", "cell 2: ZeroDivisionError: division by zero", id="exception"),
        pytest.param("import os; os._exit(0)", "cell 2: DeadKernelError", id="killed-kernel"),
        pytest.param("import sys; sys.exit(0)", "cell 2", id="sys-exit-0"),
    ],
)
def test_a_failing_chapter_is_named_and_the_earlier_report_stands(tmp_path, code, cause):
    parameters = new_code_cell("corpus = 'x'", metadata={"tags": ["parameters"]})
    for name in CHAPTERS:
        body = code if name == "actors" else "from pactline.report.markup import Fragment, SENTINEL; Fragment(SENTINEL)"
        cells = [parameters, new_code_cell(body)]
        metadata = {
            "kernelspec": {"name": "python3", "display_name": "x", "language": "python"},
            "language_info": {"name": "python"},
        }
        nbformat.write(new_notebook(cells=cells, metadata=metadata), tmp_path / f"{name}.ipynb")
    out = tmp_path / "report.html"
    out.write_text("the earlier report")
    with pytest.raises(RenderError) as caught:
        render(tmp_path, study=study_of([article(1)]), parameters={"corpus": "y"}, out=out)
    assert f"actors.ipynb, {cause}" in str(caught.value)
    assert len(str(caught.value).splitlines()) <= 3
    assert out.read_text() == "the earlier report"
    assert (tmp_path / "report.actors.failed.ipynb").exists()


def test_a_missing_chapter_is_named(tmp_path):
    with pytest.raises(RenderError, match=r"lacks corpus\.ipynb"):
        render(tmp_path, study=study_of([article(1)]), parameters={}, out=tmp_path / "x.html")
