"""No input stalls or ends the run: the child that works on it is killed, and the next input finds another."""

import os
import sys
from pathlib import Path

import pytest

from pactline.record.killable import Killable, Noted, NotSurvived


@pytest.fixture
def child(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    made = Killable("killable_work:work", memory=500_000_000)
    yield made
    made.close()


def test_bytes_come_back(child):
    assert child.ask(b"abc", lambda _: 20) == b"cba"
    assert child.ask(b"x" * 3_000_000, lambda _: 20) == b"x" * 3_000_000
    assert child.ask(b"", lambda _: 20) == b""


@pytest.mark.parametrize(("data", "why"), [(b"stall", "more than 1 seconds"), (b"die", "died")])
def test_an_input_that_is_not_survived_costs_that_input_alone(child, data, why):
    assert child.ask(b"warm", lambda _: 20) == b"mraw"
    with pytest.raises(NotSurvived, match=why) as seen:
        child.ask(data, lambda _: 1)
    assert seen.value.at == 3
    assert child.ask(b"abc", lambda _: 20) == b"cba"


def test_memory_has_its_limit(child):
    assert child.ask(b"hold", lambda _: 20) == b"no memory"


def test_the_time_is_that_of_one_place(child):
    child.ask(b"warm", lambda _: 20)
    assert child.ask(b"walk", lambda _: 1.2) == b"klaw"


def test_what_libraries_print_is_no_answer(child):
    assert child.ask(b"print", lambda _: 20) == b"tnirp"


def test_the_child_has_the_modules_of_its_parent_and_nothing_of_the_working_folder(child, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "killable_work.py").write_text("import os; os._exit(7)")
    assert "" not in [entry for entry in sys.path if entry]
    assert child.ask(b"abc", lambda _: 20) == b"cba"


def test_the_child_is_gone_when_it_is_closed(child):
    child.ask(b"abc", lambda _: 20)
    number = child._process.pid
    child.close()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_items_note_where_one_is():
    seen = []
    assert list(Noted("ab", seen.append)) == ["a", "b"]
    assert seen == [0, 1, None]
