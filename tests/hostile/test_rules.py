"""What the code itself may not do, read from its syntax trees and from every pattern that it compiles; each rule fires once here."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import pactline

SOURCE = Path(pactline.__file__).parent
CALLS = {
    "eval": "runs text", "exec": "runs text", "compile": "runs text", "os.system": "runs a shell", "os.popen": "runs a shell",
    "yaml.load": "makes objects", "yaml.unsafe_load": "makes objects", "yaml.full_load": "makes objects", "np.load": "may unpickle",
    "pd.read_pickle": "unpickles", "tempfile.mktemp": "is a race", "mark_safe": "trusts text",
}  # fmt: skip
METHODS = {
    "extractall": "unpacks by names of others",
    "extract_all": "unpacks by names of others",
    "to_pickle": "pickles",
    "getstatusoutput": "runs a shell",
}
MODULES = {
    "pickle",
    "marshal",
    "shelve",
    "joblib",
    "dill",
    "urllib.request",
    "http.client",
    "requests",
    "httpx",
    "aiohttp",
    "ftplib",
    "smtplib",
}


SEPARATED = {
    "pactline.corpus.body_lines.CODE": "A/A1", "pactline.reading.bounds._FILLER": "the ", "pactline.reading.contexts._TOKEN": "a.",
    "pactline.reading.deciding_states.WORD": "a.", "pactline.reading.number_tokens._TOKEN": "1,", "pactline.reading.story.WORD": "a.",
}  # fmt: skip
"""Patterns whose every turn begins with a sign that the turn itself cannot swallow, and what they are tried on."""


def faults(code: str) -> list[str]:
    """What a module must not do."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found += [f"imports {alias.name}" for alias in node.names if alias.name in MODULES]
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            found.append(f"imports {node.module}")
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            reason = CALLS.get(name) or METHODS.get(name.rpartition(".")[2] if "." in name else "")
            found += [f"{name} {reason}"] if reason else []
            found += [
                "shell=True" for k in node.keywords if k.arg == "shell" and getattr(k.value, "value", None) is True
            ]
            found += ["allow_pickle" for k in node.keywords if k.arg == "allow_pickle"]
            found += [
                "escape=False" for k in node.keywords if k.arg == "escape" and getattr(k.value, "value", None) is False
            ]
    return found


def test_no_module_runs_text_unpickles_or_reaches_for_the_network() -> None:
    found = {p.relative_to(SOURCE).as_posix(): faults(p.read_text(encoding="utf-8")) for p in SOURCE.rglob("*.py")}
    assert {name: seen for name, seen in found.items() if seen} == {}


@pytest.mark.parametrize("code", [
    "eval(x)", "exec(x)", "import pickle", "from pickle import loads", "yaml.load(x)", "os.system(x)", "z.extractall(d)",
    "subprocess.run(x, shell=True)", "np.load(x)", "import urllib.request", "from requests import get", "f.to_html(escape=False)",
    "pd.read_pickle(x)", "g(allow_pickle=True)",
])  # fmt: skip
def test_the_rule_fires(code: str) -> None:
    assert faults(code)


@pytest.mark.parametrize(
    "code", ["re.compile(x)", "yaml.safe_load(x)", "ast.literal_eval(x)", "z.extract_text()", "import json"]
)
def test_the_rule_lets_through(code: str) -> None:
    assert faults(code) == []


def doubled(pattern: str, flags: int = 0) -> bool:
    """Whether a pattern repeats without bound what itself repeats without bound: the time may grow as a power of the length."""
    return any(
        _unbounded(inner)
        for outer in _repeats(parser.parse(pattern, flags))
        for inner in _repeats(outer[2])
        if _unbounded(outer)
    )


def _unbounded(repeat: Any) -> bool:
    return bool(repeat[1] is codes.MAXREPEAT or repeat[1] > 1000)


def _repeats(pattern: Any) -> Iterator[Any]:
    """Repeats that give back what they took, anywhere in a pattern."""
    waiting = [pattern]
    while waiting:
        for op, argument in waiting.pop():
            if op in (codes.MAX_REPEAT, codes.MIN_REPEAT):
                yield argument
                waiting.append(argument[2])
            elif op is codes.SUBPATTERN:
                waiting.append(argument[3])
            elif op is codes.BRANCH:
                waiting += argument[1]
            elif op in (codes.ASSERT, codes.ASSERT_NOT):
                waiting.append(argument[1])
            elif op is codes.GROUPREF_EXISTS:
                waiting += [part for part in argument[1:] if part]


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every compiled pattern that a module of the package holds."""
    found = {}
    for module in pkgutil.walk_packages(pactline.__path__, "pactline."):
        if module.name.endswith("__main__"):
            continue
        held = vars(importlib.import_module(module.name))
        found |= {f"{module.name}.{name}": value for name, value in held.items() if isinstance(value, re.Pattern)}
    return found


def test_no_pattern_repeats_a_repetition_without_bound() -> None:
    held = patterns()
    assert len(held) > 50
    assert {name for name, p in held.items() if doubled(p.pattern, p.flags)} <= set(SEPARATED)


@pytest.mark.parametrize("name", SEPARATED)
def test_a_turn_that_begins_with_a_sign_of_its_own_is_linear(name: str) -> None:
    """Eight times the text takes less than twenty-four times as long; a turn that could be cut anywhere would never end."""
    pattern = patterns()[name]

    def seconds(length: int) -> float:
        text, taken = SEPARATED[name] * length + "\n!", []
        for _ in range(5):
            start = time.process_time()
            pattern.match(text)
            taken.append(time.process_time() - start)
        return min(taken)

    assert seconds(4_000) < 24 * max(seconds(500), 0.0002)


@pytest.mark.parametrize("pattern", [r"(a+)+", r"(?:\w+\s*)*x", r"([a-z]+)*b", r"(?:a|b+)*c", r"(.*)*"])
def test_a_doubled_repeat_is_found(pattern: str) -> None:
    assert doubled(pattern)


@pytest.mark.parametrize("pattern", [r"a+b+", r"(?:\d{1,3},){0,9}\d+", r"(?>a+)+", r"(?:a++)+", r"[ab]*"])
def test_a_single_or_possessive_repeat_is_let_through(pattern: str) -> None:
    assert not doubled(pattern)
