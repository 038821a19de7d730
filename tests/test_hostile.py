"""The whole program among hostile neighbours: no network, no ambient settings, no code out of texts or parameters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

DEAL = "CARACAS, Aug 15, 2019 - Russia agreed on Thursday to sell 24 Su-30 fighter jets to Venezuela for $1.5 billion and $3.4bn."
PAYLOADS = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><script>alert(2)</script>", "javascript:alert(3)",
    "$\\frac{$ $$ $a__b$ \\href{javascript:alert(4)}{x}", '<pre class="mermaid">graph</pre>', "![x](http://127.0.0.1:9/x.png)",
    "{{ 7*7 }} {% raw %}", "\u202edesrever\u202c \x1b[31m", "</script><svg onload=alert(5)>", "=cmd|' /C calc'!A0",
)  # fmt: skip
REFUSING = """
import os, sys
def _seen(line):
    with open({log!r}, "a") as log:
        log.write(line + chr(10))
def _refuse(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple) and arguments[1][0] not in ("127.0.0.1", "::1", "localhost"):
        _seen("network " + repr(arguments[1]))
        raise PermissionError("network")
    if event == "socket.getaddrinfo" and arguments[0] not in (None, "", "127.0.0.1", "::1", "localhost"):
        _seen("network " + repr(arguments[0]))
        raise PermissionError("network")
sys.addaudithook(_refuse)
_seen("watched {who}")
"""
"""Put before the first line of a process: whatever leaves the machine is written down and refused."""

WATCHED = """
import json, runpy
from pathlib import Path
from pactline.record import killable
from pactline.report import kernel
killable._START = {child!r} + killable._START
_write_spec = kernel.write_spec
def write_spec(work):
    folder = _write_spec(work)
    for path in Path(folder).glob("*/kernel.json"):
        spec = json.loads(path.read_text())
        at = spec["argv"].index("-m")
        launch = {kernel!r} + "import runpy; runpy.run_module('ipykernel_launcher', run_name='__main__')"
        spec["argv"][at : at + 2] = ["-c", launch]
        path.write_text(json.dumps(spec))
    return folder
kernel.write_spec = write_spec
from pactline.cli import main
main()
"""


def hostile_corpus(folder: Path) -> Path:
    """An article with a payload in its text, title, outlet, address and file name, eleven times."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for n, payload in enumerate(PAYLOADS):
        name = payload.replace("/", "_").replace("\x00", "")[:60]
        page = f"{payload}\n\n{DEAL}\n\nVenezuela produced 742,00{n} barrels of oil per day in July 2019, {payload} OPEC said.\n"
        (corpus / f"{n} {name}.txt").write_text(page)
    return corpus


def watched(folder: Path) -> str:
    """The command line, with a watch on its own process, on its kernels and on those that read for it."""
    log = str(folder / "watch.log")
    start = {who: REFUSING.format(log=log, who=who) for who in ("command", "kernel", "child")}
    return start["command"] + WATCHED.format(kernel=start["kernel"], child=start["child"])


def run(*arguments: object, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """pactline in a process of its own that may speak to nobody but its own kernels."""
    environment = {**os.environ, "PACTLINE_CACHE": str(folder / "cache"), **variables}
    command = [sys.executable, "-c", watched(folder), *map(str, arguments)]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("hostile")
    corpus = hostile_corpus(folder)
    out = folder / "page.html"
    return out, run(
        "report", corpus, "--out", out, "--tables", folder / "tables", "--title", PAYLOADS[2], folder=folder
    )


def test_a_report_is_made_without_a_word_to_the_network(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    out, result = built
    assert result.returncode == 0, result.stderr
    assert out.is_file()
    assert "\x1b[31m" not in result.stderr
    seen = (out.parent / "watch.log").read_text().splitlines()
    assert [line for line in seen if line.startswith("network")] == []
    assert (seen.count("watched command"), seen.count("watched kernel")) == (1, 4)
    assert seen.count("watched child") >= 1


@pytest.mark.parametrize("command", ["extract", "check"])
def test_the_other_commands_speak_to_nobody_either(tmp_path: Path, command: str) -> None:
    corpus = hostile_corpus(tmp_path)
    out = ["--out", tmp_path / "out"] if command == "extract" else []
    result = run(command, corpus, *out, folder=tmp_path)
    assert result.returncode == 0, result.stderr
    seen = (tmp_path / "watch.log").read_text().splitlines()
    assert set(seen) == {"watched command", "watched child"}


def test_the_watch_on_the_network_fires(tmp_path: Path) -> None:
    log = tmp_path / "watch.log"
    for call in ("socket.create_connection(('192.0.2.1', 80), 1)", "socket.getaddrinfo('example.org', 80)"):
        probe = REFUSING.format(log=str(log), who="probe") + f"import socket\n{call}"
        result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
        assert "PermissionError: network" in result.stderr
    assert len([line for line in log.read_text().splitlines() if line.startswith("network")]) == 2


def test_modules_of_the_working_folder_and_of_pythonpath_are_not_imported(tmp_path: Path) -> None:
    """106: an html.py or pandas.py beside the articles, or on PYTHONPATH, would run before the first line of ours."""
    evil = tmp_path / "evil"
    evil.mkdir()
    for name in ("pandas", "html", "json", "matplotlib", "typer", "sitecustomize", "usercustomize"):
        (evil / f"{name}.py").write_text("import os\nopen(os.environ['MARK'], 'a').write(__name__ + ' ')\n")
    (evil / "sitecustomize.py").unlink()  # Python itself imports it, before any program
    (evil / "one.txt").write_text(DEAL)
    environment = {
        **os.environ,
        "PYTHONPATH": str(evil),
        "MARK": str(tmp_path / "mark"),
        "PACTLINE_CACHE": str(tmp_path / "c"),
    }
    for command in ("extract", "check"):
        out = ["--out", str(tmp_path / "out")] if command == "extract" else []
        result = subprocess.run(
            [sys.executable, "-m", "pactline", command, str(evil), *out], cwd=evil, env=environment, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
        assert result.returncode == 0, result.stderr
    assert not (tmp_path / "mark").exists(), (tmp_path / "mark").read_text()


def test_nothing_in_a_text_runs_or_loads_anything(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    root = html.document_fromstring(built[0].read_text(encoding="utf-8"))
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    assert len(root.findall(".//script")) <= 1
    assert not root.xpath("//img | //iframe | //object | //embed | //base | //foreignobject")
    for element in elements:
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (element.tag, name)
            if name.lower() in ("href", "src", "action", "xlink:href"):
                assert value.startswith(("#", "https://", "http://", "data:")), (element.tag, value)
    assert "default-src 'none'" in root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_what_turns_or_hides_text_is_written_out(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    page = built[0].read_text(encoding="utf-8")
    assert not {"\u202e", "\u202c", "\x1b", "\x00"} & set(page)
    assert "⟦U+202E⟧" in page


def test_no_cell_of_a_spreadsheet_is_a_formula(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    import csv

    for path in (built[0].parent / "tables").glob("*.csv"):
        with path.open(newline="", encoding="utf-8") as file:
            for row in csv.reader(file):
                assert not [cell for cell in row if cell.startswith(("=", "@", "\t", "\r"))], path.name


def test_the_machine_it_runs_on_changes_no_byte(
    built: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """Another time zone, hash seed, matplotlibrc, IPython profile, and modules of our names in the working folder."""
    out, _ = built
    (tmp_path / "matplotlibrc").write_text("backend: module://evil\nfigure.facecolor: red\n")
    (tmp_path / "ipython" / "profile_default" / "startup").mkdir(parents=True)
    (tmp_path / "ipython" / "profile_default" / "startup" / "0.py").write_text("import os; os._exit(9)")
    again = tmp_path / "page.html"
    result = run(
        "report", out.parent / "corpus", "--out", again, "--title", PAYLOADS[2], folder=tmp_path, TZ="Asia/Tokyo",
        PYTHONHASHSEED="4711", MATPLOTLIBRC=str(tmp_path), IPYTHONDIR=str(tmp_path / "ipython"), COLUMNS="40",
        MPLCONFIGDIR=str(tmp_path), JUPYTER_PATH=str(tmp_path), PYTHONSTARTUP=str(tmp_path / "none.py"),
        HOME=str(tmp_path / "no-such-home"),
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert again.read_bytes() == out.read_bytes()
