"""Work on one input in a process that can be killed, so that no input stalls or ends the run: it is refused, the rest goes on.

A regular expression, a parser in C or a tokenizer cannot be stopped from inside (a signal waits until they return); a
process can. The child lives on from one input to the next, and is made anew after one that it did not survive. What
goes through its pipes are bytes: nothing is pickled. It dies with its parent.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import importlib
import json
import mmap
import os
import selectors
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import BinaryIO, TypeVar

T = TypeVar("T")
Note = Callable[[int | None], None]
Function = Callable[[bytes, Note], bytes]
MEMORY = 4_000_000_000
"""Bytes of data that a child may hold; beyond them an allocation fails, and with it this input alone."""
LOOK = 0.5
"""Seconds between two looks at how far the child has come."""

_FRAME, _NOTE = struct.Struct("!Q"), struct.Struct("!QQ")
_NOWHERE = 2**64 - 1
_PR_SET_PDEATHSIG = 1
_START = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from pactline.record.killable import serve; serve(*sys.argv[2:])"


class NotSurvived(RuntimeError):
    """An input that took too long, or that ended the process. at: where in the input the child was, if it had noted it."""

    def __init__(self, why: str, at: int | None) -> None:
        super().__init__(why)
        self.at = at


class Killable:
    """A function of bytes that runs in a child process.

    function  its place as `module:name`; it takes the bytes and a function by which it notes where it is
    memory    bytes of data the child may hold
    """

    def __init__(self, function: str, *, memory: int = MEMORY) -> None:
        self._function, self._memory = function, memory
        self._process: subprocess.Popen[bytes] | None = None
        self._owner, self._lock = 0, threading.Lock()

    @cached_property
    def _notes(self) -> tuple[BinaryIO, mmap.mmap]:
        file = tempfile.TemporaryFile()  # noqa: SIM115  it is open as long as the child may write into it
        file.write(bytes(_NOTE.size))
        file.flush()
        return file, mmap.mmap(file.fileno(), _NOTE.size)

    def ask(self, data: bytes, seconds: Callable[[int | None], float]) -> bytes:
        """What the function makes of the bytes.

        seconds   how long it may stay at one place, which it noted, or at none
        raises    NotSurvived
        """
        with self._lock:
            if self._owner != os.getpid():
                self.__dict__.pop("_notes", None)  # a fork has a board of its own
            process = self._running()
            _NOTE.pack_into(self._notes[1], 0, 0, _NOWHERE)
            sender = threading.Thread(target=_send, args=(process.stdin, data), daemon=True)
            sender.start()
            try:
                return self._answer(process, seconds)
            except NotSurvived:
                self.close()
                raise
            finally:
                sender.join(1)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None or self._owner != os.getpid():
            notes = self._notes[0].fileno()
            path = json.dumps([entry for entry in sys.path if entry])
            command = [
                sys.executable,
                "-I",
                "-X",
                "utf8",
                "-c",
                _START,
                path,
                self._function,
                str(self._memory),
                str(notes),
            ]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=[notes])
            self._owner = os.getpid()
            atexit.register(self.close)
        return self._process

    def _answer(self, process: subprocess.Popen[bytes], seconds: Callable[[int | None], float]) -> bytes:
        got = bytearray()
        wanted = _FRAME.size
        for piece in self._pieces(process, seconds):
            got += piece
            if len(got) >= _FRAME.size:
                wanted = _FRAME.size + _FRAME.unpack_from(got)[0]
            if len(got) >= wanted:
                return bytes(got[_FRAME.size :])
        raise AssertionError("pieces end with an exception only")

    def _pieces(self, process: subprocess.Popen[bytes], seconds: Callable[[int | None], float]) -> Iterator[bytes]:
        """What the child says, as it says it; NotSurvived where it says nothing for too long, or no more."""
        assert process.stdout is not None
        before, since = self._noted(), time.monotonic()
        with selectors.DefaultSelector() as ready:
            ready.register(process.stdout, selectors.EVENT_READ)
            while True:
                if ready.select(LOOK):
                    piece = os.read(process.stdout.fileno(), 1 << 20)
                    if not piece:
                        raise NotSurvived("the process that read it died", self._noted()[1])
                    yield piece
                now = self._noted()
                if now != before:
                    before, since = now, time.monotonic()
                if time.monotonic() - since > seconds(now[1]):
                    raise NotSurvived(f"it took more than {seconds(now[1]):.0f} seconds", now[1])

    def _noted(self) -> tuple[int, int | None]:
        count, at = _NOTE.unpack_from(self._notes[1], 0)
        return count, None if at == _NOWHERE else at

    def close(self) -> None:
        """End the child."""
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()


def _send(pipe: BinaryIO | None, data: bytes) -> None:
    """Write a frame; a child that died meanwhile is seen by who waits for its answer."""
    assert pipe is not None
    with contextlib.suppress(OSError, ValueError):
        pipe.write(_FRAME.pack(len(data)) + data)
        pipe.flush()


class Noted(list[T]):
    """Items that note which of them is looked at, and that none is when all were."""

    def __init__(self, items: Iterable[T], note: Note) -> None:
        super().__init__(items)
        self._note = note

    def __iter__(self) -> Iterator[T]:
        for at, item in enumerate(super().__iter__()):
            self._note(at)
            yield item
        self._note(None)


def serve(function: str, memory: str, notes: str) -> None:
    """What the child does: answer frames with frames until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with_parent()
    _limit(int(memory))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    module, _, name = function.partition(":")
    work: Function = getattr(importlib.import_module(module), name)
    board = mmap.mmap(int(notes), _NOTE.size)
    count = 0

    def note(at: int | None) -> None:
        nonlocal count
        count += 1
        _NOTE.pack_into(board, 0, count, _NOWHERE if at is None else at)

    while header := sys.stdin.buffer.read(_FRAME.size):
        answer = work(sys.stdin.buffer.read(_FRAME.unpack(header)[0]), note)
        answers.write(_FRAME.pack(len(answer)) + answer)
        answers.flush()


def _die_with_parent() -> None:
    """Linux alone knows how; elsewhere the child ends when it next looks for work."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit(memory: int) -> None:
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory, resource.getrlimit(resource.RLIMIT_DATA)[1]))
