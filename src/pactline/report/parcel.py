"""What travels with the page: the executed notebooks without traces of the machine, and all of it as one zip file."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat

from pactline.record.files import write_whole
from pactline.report.markup import MIME

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can hold; every member bears it."""
_PLACE = re.compile(r'(?m)^(\w+ = ")[^"\n]*[/\\]([^"/\\\n]+)"')
_KEYS = re.compile(r' data-keys="[^"]*"')
"""Evidence of a figure in full: read while the page is made, of no use to a reader."""
KEPT = ("kernelspec", "language_info")


def write_notebooks(executed: Mapping[str, Any], folder: Path) -> list[Path]:
    """Write each executed chapter as folder/NAME.ipynb, the same on every machine."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, notebook in executed.items():
        path = folder / f"{name}.ipynb"
        write_whole(path, nbformat.writes(stripped(notebook)) + "\n")
        paths.append(path)
    return paths


def stripped(notebook: Any) -> Any:
    """A copy without times, without metadata of the run, and with file names in place of the machine's paths."""
    plain = copy.deepcopy(notebook)
    plain.metadata = {k: v for k, v in plain.metadata.items() if k in KEPT}
    plain.metadata.get("language_info", {}).pop("version", None)
    for i, cell in enumerate(plain.cells):
        tags = cell.metadata.get("tags", [])
        cell.metadata = {"tags": tags} if tags else {}
        cell.id = f"cell-{i}"
        if "injected-parameters" in tags:
            cell.source = _PLACE.sub(r'\1\2"', cell.source)
        for output in cell.get("outputs", []):
            for kind in (MIME, "text/html"):
                if kind in output.get("data", {}):
                    output.data[kind] = _KEYS.sub("", output.data[kind])
    return plain


def write_zip(path: Path, members: Mapping[str, Path]) -> Path:
    """One zip file of these files, name in the zip -> file; the same bytes whenever and wherever it is made."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as bundle:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            bundle.writestr(entry, members[name].read_bytes(), compresslevel=9)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, whole.getvalue())
    return path


def files_below(folder: Path, prefix: str) -> dict[str, Path]:
    """Every file below a folder, by its name in a zip file."""
    return {f"{prefix}/{p.relative_to(folder).as_posix()}": p for p in sorted(folder.rglob("*")) if _travels(p)}


def _travels(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")
