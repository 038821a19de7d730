"""The command line's `lab`, and where the notebooks lie."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import typer

from pactline.cli.messages import FAILED, fail

_PACKAGE = Path(__file__).parents[1]
NOTEBOOKS = next(
    (p for p in (_PACKAGE / "notebooks", _PACKAGE.parents[1] / "notebooks") if p.is_dir()), Path("notebooks")
)


def lab() -> None:
    """Open JupyterLab with the notebooks."""
    if find_spec("jupyterlab") is None:
        fail("JupyterLab is not installed: run `make lab`, or `pip install 'pactline[lab]'`", FAILED)
    raise typer.Exit(subprocess.call([sys.executable, "-m", "jupyter", "lab", str(NOTEBOOKS)]))
