"""Imports point one way: a folder imports from itself and from record/; only the joining modules join folders."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "pactline"
FOLDERS = {"record", "corpus", "reading", "findings", "report", "interop"}
JOINING = {"study", "scale", "cli", "__init__", "__main__"}
RECORD_ONLY = {"cache"}
DRAWERS = {"utils", "util", "helpers", "common", "base", "misc"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Dotted names of pactline's own modules that a module imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names} if node.level == 0 else {"relative"}
    return {n for n in names if n == "relative" or n.split(".")[0] == "pactline"}


def faults(module: str, names: set[str]) -> list[str]:
    """Imports that a module of this dotted name must not have."""
    parts = module.split(".")
    if parts[0] in JOINING:
        return []
    allowed = {"record"} if parts[0] in RECORD_ONLY else {"record", parts[0]}
    return [
        f"{module} imports {name}" for name in sorted(names) if name == "relative" or name.split(".")[1] not in allowed
    ]


def test_imports_point_one_way():
    found = []
    for path in modules():
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        found += faults(module, imported(path))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("module", "name", "bad"),
    [
        ("reading.oil", "pactline.corpus.body", True),
        ("record.dates", "pactline.reading.oil", True),
        ("report.render", "pactline.study", True),
        ("cache", "pactline.findings.events", True),
        ("reading.oil", "relative", True),
        ("reading.oil", "pactline.reading.numbers", False),
        ("reading.oil", "pactline.record.dates", False),
        ("study", "pactline.corpus.body", False),
    ],
)
def test_the_check_fires(module, name, bad):
    assert bool(faults(module, {name})) is bad


def test_every_folder_of_the_design_is_there_and_no_drawer():
    assert FOLDERS | {"topics", "words"} <= {p.name for p in PACKAGE.iterdir()}
    assert not [p for p in modules() if p.stem in DRAWERS]


def test_data_folders_hold_no_code():
    assert not [p for folder in ("topics", "words") for p in (PACKAGE / folder).rglob("*.py")]


def test_modules_are_short_enough_to_read():
    long = {p.name: n for p in modules() if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400}
    assert not long


def test_nothing_evaluates_text_or_loads_pickles():
    banned = {"eval", "exec"}
    found = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in banned:
                found.append(f"{path.name}:{node.lineno}")
        if "import pickle" in path.read_text(encoding="utf-8"):
            found.append(f"{path.name}: pickle")
    assert not found
