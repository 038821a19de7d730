"""The documents tell the truth: every command and option in them exists, and the analyst's examples run."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from pactline import open_study
from pactline.cli import app

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?:^|`|\s)(?:\.venv/bin/)?(pactline +[a-z][^`\n#]*)", re.MULTILINE)
CODE = re.compile(r"```sh\n(.*?)```|`([^`\n]+)`", re.DOTALL)


def commands_of(text):
    """Every call of pactline in code: a line of a shell block, or words set as code."""
    pieces = ["\n".join(found) for found in CODE.findall(text)]
    return [found.strip() for piece in pieces for found in COMMAND.findall(piece)]


def faults(call):
    """Words of a call that pactline's own help does not know."""
    command, words = typer.main.get_command(app), shlex.split(call)[1:]
    while hasattr(command, "commands"):
        if not words or words[0] not in command.commands:
            return [f"no command {' '.join(words[:1])}"]
        command = command.commands[words.pop(0)]
    known = {name for p in command.params for name in (*p.opts, *p.secondary_opts)} | {"--help"}
    options = [w.partition("=")[0] for w in words if w.startswith("-")]
    return [f"no option {option}" for option in options if option not in known]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_command_in_the_documents_exists(page):
    found = {call: wrong for call in commands_of(page.read_text(encoding="utf-8")) if (wrong := faults(call))}
    assert not found


@pytest.mark.parametrize(
    ("call", "wrong"),
    [
        pytest.param("pactline report seeds --start 2019", [], id="right"),
        pytest.param("pactline actors suggest seeds --least 3", [], id="command-of-a-group"),
        pytest.param("pactline reprot seeds", ["no command reprot"], id="no-command"),
        pytest.param("pactline actors list", ["no command list"], id="no-command-of-a-group"),
        pytest.param("pactline report seeds --begin=2019", ["no option --begin"], id="no-option"),
    ],
)
def test_a_command_that_does_not_exist_is_found(call, wrong):
    assert commands_of(f"```sh\n.venv/bin/{call}   # why\n```") == [call]
    assert faults(call) == wrong


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_target_of_make_in_the_documents_exists(page):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = page.read_text(encoding="utf-8")
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)) <= targets


def test_every_link_into_the_project_leads_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists() or target.startswith("reports/"), f"{page.name}: {target}"


def test_the_analysts_examples_run(tmp_path, monkeypatch, own_cache):
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "analysts.md").read_text(encoding="utf-8"), re.DOTALL)
    lines = "\n".join(blocks).replace('"corrections.csv"', repr(str(tmp_path / "corrections.csv")))
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(compile(lines, "analysts.md", "exec"), names)
    again = open_study("seeds", corrections=tmp_path / "corrections.csv")
    assert len(again.corrections_applied) == len(again.rulings) == 4


SECTIONS = re.split(r"^## ", (ROOT / "docs" / "maintainers.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
BLOCK = re.compile(r"```(\w+)(?: (\S+))?\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("section", [s for s in SECTIONS if BLOCK.search(s)], ids=lambda s: s.split("\n")[0].strip())
def test_the_maintainers_examples_work_in_a_copy_of_the_project(tmp_path, section):
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "src"), "PACTLINE_CACHE": str(tmp_path / "cache")}
    for kind, path, text in BLOCK.findall(section):
        if path:
            with (tmp_path / path).open("a", encoding="utf-8") as file:
                file.write("\n" + text if kind == "toml" else text)
            continue
        calls = (
            [["-c", text]]
            if kind == "python"
            else [["-m", *shlex.split(call)] for call in commands_of(f"```sh\n{text}```")]
        )
        for call in calls:
            done = subprocess.run(
                [sys.executable, *call], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, f"{call}: {done.stdout}{done.stderr}"


PARAMETERS = sorted({
    f"{command} {name}"
    for command, found in (("report", ["--start", "--end", "--period", "--out", "--since", "--tables", "--corrections", "--topic"]),
                           ("extract", ["--out", "--corrections"]), ("check", ["--field"]), ("topic new", ["--pair"]),
                           ("corrections gold", ["--corrections", "--out"]), ("export", ["--out", "--format"]))
    for name in found
})  # fmt: skip


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_the_documents_tell_of_the_parameters_an_analyst_needs(parameter):
    command, _, name = parameter.rpartition(" ")
    told = [call for page in PAGES for call in commands_of(page.read_text(encoding="utf-8"))]
    assert any(call.startswith(f"pactline {command} ") and name in shlex.split(call) for call in told)
    assert not faults(f"pactline {command} x {name}")


def test_the_picture_of_the_report_is_there_and_small():
    picture = ROOT / "docs" / "report.png"
    assert "docs/report.png" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 300_000


def test_the_readme_is_read_in_one_screen_and_its_examples_run(tmp_path, monkeypatch, own_cache):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 90
    lines = "\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL)).replace(
        '"corrections.csv"', repr(str(tmp_path / "c.csv"))
    )
    monkeypatch.chdir(ROOT)
    exec(compile(lines, "README.md", "exec"), {})
    assert len(open_study("seeds", corrections=tmp_path / "c.csv").corrections_applied) == 1
