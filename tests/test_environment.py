"""environment.yml, pyproject.toml and the lock files tell the same story, and name no address or machine."""

import hashlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SEEDS = {
    "000_c0fe63b55c8f7b65.txt": "414de28aae158318",
    "001_a5a722fc22d8eb65.txt": "f1e92e1a8c7d8d25",
    "002_d9f0a7392191fe06.txt": "f2c82ef352fdb7f9",
    "003_9ac59ce462f81e70.txt": "6578565a2d346bee",
    "004_cacf74e46b9fd318.txt": "784021a828747da5",
}
ADDRESS = re.compile(r"https?://|file://|--index-url|--find-links|--extra-index-url")


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def name_of(requirement: str) -> str:
    return re.split(r"[\s<>=!~\[;]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def locked(file: str) -> set[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return {name_of(line) for line in lines if re.match(r"[A-Za-z0-9]", line)}


def test_conda_users_get_the_project_with_every_extra():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    python = next(d for d in environment["dependencies"] if isinstance(d, str) and d.startswith("python"))
    (pip,) = [d["pip"] for d in environment["dependencies"] if isinstance(d, dict)]
    extras = re.fullmatch(r"-e \.\[(.+)\]", pip[0])
    assert python.removeprefix("python") == project()["requires-python"]
    assert extras is not None
    assert set(extras[1].split(",")) == set(project()["optional-dependencies"])


def test_the_lock_holds_what_the_report_needs_and_no_laboratory():
    needed = {name_of(r) for r in project()["dependencies"]}
    assert needed <= locked("requirements.lock")
    assert not {"jupyterlab", "rfc3987-syntax"} & locked("requirements.lock"), "they slow every import of papermill"


def test_the_development_lock_holds_every_extra():
    needed = {name_of(r) for extra in project()["optional-dependencies"].values() for r in extra}
    assert needed | locked("requirements.lock") <= locked("requirements-dev.lock") | {"colorama"}


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_locks_hold_versions_and_hashes_and_no_address(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not ADDRESS.search(text)
    entries = [e for e in re.split(r"\n(?=[A-Za-z0-9])", text) if e.strip()]
    assert entries
    assert all("==" in e and "--hash=sha256:" in e for e in entries)


def test_packages_the_reader_was_promised():
    everything = {name_of(r) for r in project()["dependencies"]}
    everything |= {name_of(r) for extra in project()["optional-dependencies"].values() for r in extra}
    assert {"jupyterlab", "pandas", "matplotlib", "spacy", "papermill", "nbval"} <= everything


def test_tracked_files_name_no_machine_and_are_small():
    files = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    assert not [f for f in files if f and (ROOT / f).is_file() and (ROOT / f).stat().st_size > 1_000_000]


def test_seeds_are_the_articles_as_they_came():
    found = {p.name: hashlib.sha256(p.read_bytes()).hexdigest()[:16] for p in sorted((ROOT / "seeds").glob("*.txt"))}
    assert found == SEEDS
