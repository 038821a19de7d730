"""Every input that the tests of hostile inputs know, as one corpus, made into one report; and those tests, all of them."""

from __future__ import annotations

import importlib.util
import re
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from soak.measured import measured

ROOT = Path(__file__).parents[1]
TESTS = ("tests/hostile", "tests/test_hostile.py", "tests/test_properties.py")
MOST_SECONDS = 60
"""What the report of the whole catalogue may take."""


def run() -> dict[str, Any]:
    """Make the report, then run the tests.

    returns  documents, set aside, exit code, seconds and bytes of the report; tests passed and failed
    """
    with tempfile.TemporaryDirectory(prefix="pactline-soak-") as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        write(corpus)
        command = [sys.executable, "-m", "pactline", "report", str(corpus), "--out", str(Path(folder, "page.html"))]
        report = measured(command, variables={"PACTLINE_CACHE": str(Path(folder, "cache"))})
    counts = re.search(r"(\d+) offered = (\d+) read", report.said)
    tests = measured([sys.executable, "-m", "pytest", "-q", *TESTS])
    passed, failed = (re.search(rf"(\d+) {what}", tests.said) for what in ("passed", "failed"))
    return {
        "offered": int(counts[1]) if counts else 0, "read": int(counts[2]) if counts else 0, "code": report.code,
        "seconds": round(report.seconds), "megabytes": round(report.peak / 1e6),
        "tests": int(passed[1]) if passed else 0, "violations": _violations(report.code, report.said, report.seconds, failed, tests.said),
    }  # fmt: skip


def _violations(code: int, said: str, seconds: float, failed: Any, tests: str) -> list[str]:
    seen = [f"the report of the catalogue took {seconds:.0f} seconds"] if seconds > MOST_SECONDS else []
    if code or "Traceback" in said:
        seen.append(f"the report of the catalogue ended with {code}: {said[-300:]}")
    if failed or " error" in tests:
        seen.append(tests[-1000:])
    return seen


def write(corpus: Path) -> None:
    """Write every case as a file of its own; where two have one name, each has a folder."""
    inputs, reading, program = (
        _tests(name) for name in ("hostile/test_inputs", "hostile/test_reading", "test_hostile")
    )
    files = [(name, data, case) for name, data, _, case in inputs.FILES]
    files += [("a.jsonl", line, case) for line, _, case in inputs.LINES]
    files += [("a.txt", p.values[0].encode(), p.id) for p in (*reading.ODD, *reading.RUNS)]
    files += [("a.txt", reading.FIGURE.format(p.values[0]).encode(), p.id) for p in reading.VALUES]
    files += [
        ("a.txt", f"{payload}\n\n{program.DEAL}".encode(), f"79-{n}") for n, payload in enumerate(program.PAYLOADS)
    ]
    for n, (name, data, case) in enumerate(files):
        folder = corpus / f"{n:03d}-{re.sub('[^a-z0-9-]', '-', case)}"
        folder.mkdir()
        (folder / name).write_bytes(data)


def _tests(name: str) -> ModuleType:
    """A module of tests, for the cases that it lists."""
    spec = importlib.util.spec_from_file_location(name.replace("/", "_"), ROOT / "tests" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise RuntimeError(f"no tests/{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
