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
FORBIDDEN = """
import socket, sys
def refuse(event, arguments):
    if event == "socket.connect" and arguments[0].family in (socket.AF_INET, socket.AF_INET6):
        host = arguments[1][0]
        if host not in ("127.0.0.1", "::1", "localhost"):
            raise PermissionError(f"network: {arguments[1]}")
    if event == "socket.getaddrinfo" and arguments[0] not in (None, "", "127.0.0.1", "::1", "localhost"):
        raise PermissionError(f"network: {arguments[0]}")
sys.addaudithook(refuse)
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


def run(*arguments: object, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """pactline in a process of its own that may speak to nobody but its own kernels."""
    environment = {**os.environ, "PACTLINE_CACHE": str(folder / "cache"), **variables}
    command = [sys.executable, "-c", FORBIDDEN, *map(str, arguments)]
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


@pytest.mark.parametrize("command", ["extract", "check"])
def test_the_other_commands_speak_to_nobody_either(tmp_path: Path, command: str) -> None:
    corpus = hostile_corpus(tmp_path)
    out = ["--out", tmp_path / "out"] if command == "extract" else []
    result = run(command, corpus, *out, folder=tmp_path)
    assert result.returncode == 0, result.stderr


def test_the_guard_against_the_network_fires(tmp_path: Path) -> None:
    probe = FORBIDDEN.replace(
        "from pactline.cli import main\nmain()", "import socket\nsocket.create_connection(('192.0.2.1', 80), 1)"
    )
    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    assert "PermissionError: network" in result.stderr


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
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert again.read_bytes() == out.read_bytes()
