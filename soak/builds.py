"""Builds in forked processes that are warm, so that a kill or a fault meets the work and not the imports."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

TEXT = """CARACAS, Aug 15, 2019 - Russia agreed on Thursday to sell {n} Su-30 fighter jets to Venezuela for $1.5 billion, the
defense ministry said. Venezuela's oil output fell to 742,00{n} barrels per day in July, according to OPEC.
"""


def warm() -> None:
    """Import all that a build needs, so that a fork has it; nothing is run, so that no thread is there to be lost."""
    import papermill  # noqa: F401

    import pactline.cli
    import pactline.report.bundle
    import pactline.report.render
    import pactline.scale.parts
    import pactline.study  # noqa: F401


@dataclass(frozen=True)
class Build:
    """Two corpora that differ in one number, and one place that the builds of both are written to.

    page  build the page too; without it the tables alone, which takes a tenth of the time
    """

    folder: Path
    page: bool = False

    @property
    def out(self) -> Path:
        """Where everything is written."""
        return self.folder / "out"

    @property
    def tables(self) -> Path:
        """The folder of the tables."""
        return self.out / "tables"

    def prepare(self) -> None:
        """Write the corpora."""
        for which in (1, 2):
            corpus = self.folder / f"corpus{which}"
            corpus.mkdir(parents=True)
            for n in range(3):
                (corpus / f"{n}.txt").write_text(TEXT.format(n=n + 3 * which), encoding="utf-8")

    def command(self, which: int) -> list[str]:
        """Arguments of a build of one of the corpora."""
        corpus = str(self.folder / f"corpus{which}")
        if self.page:
            return ["report", corpus, "--out", str(self.out / "page.html"), "--tables", str(self.tables)]
        return ["extract", corpus, "--out", str(self.tables)]

    def started(self, which: int, before: Callable[[], object] = lambda: None) -> int:
        """Fork a process that builds; its number. `before` is called in it first."""
        process = os.fork()
        if process:
            return process
        code = 99
        try:
            log = os.open(self.folder / "log.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            for stream in (1, 2):
                os.dup2(log, stream)
            os.environ["PACTLINE_CACHE"] = str(self.folder / "cache")
            before()
            code = _exit_code(self.command(which))
        finally:
            os._exit(code)

    def built(self, which: int, before: Callable[[], object] = lambda: None) -> int:
        """Build to the end; the exit code."""
        _, status = os.waitpid(self.started(which, before), 0)
        return os.waitstatus_to_exitcode(status)

    def log(self) -> str:
        """What the last build said."""
        return (self.folder / "log.txt").read_text(encoding="utf-8", errors="replace")

    def snapshot(self) -> dict[str, bytes]:
        """Every file that was written, by its path; locks and what stands beside while it is written apart."""
        files = (p for p in self.out.rglob("*") if p.is_file()) if self.out.is_dir() else ()
        below = ((p.relative_to(self.out), p) for p in files)
        return {str(name): p.read_bytes() for name, p in below if not any(s.startswith(".") for s in name.parts)}

    def forget(self) -> None:
        """Take what was kept away, so that the next build reads everything."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)


def _exit_code(arguments: list[str]) -> int:
    """Run the command line as its own process would: what nobody catches is a traceback and the code 70."""
    import traceback

    from pactline.cli import app

    try:
        app(arguments, prog_name="pactline")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        return 70
    return 0


def killed(process: int, after: float) -> bool:
    """kill -9 a process after so many seconds; False where it had come to its end before."""
    end = time.monotonic() + after
    while time.monotonic() < end:
        if os.waitpid(process, os.WNOHANG)[0]:
            return False
        time.sleep(min(0.002, max(0.0, end - time.monotonic())))
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return True


@contextlib.contextmanager
def limited(memory: int | None = None, file: int | None = None) -> Iterator[None]:
    """Limits of this process while the block runs: bytes of data, bytes of one file."""
    wanted = {resource.RLIMIT_DATA: memory, resource.RLIMIT_FSIZE: file}
    before = {kind: resource.getrlimit(kind) for kind, size in wanted.items() if size is not None}
    for kind, (_, hard) in before.items():
        resource.setrlimit(kind, (wanted[kind] or 0, hard))
    try:
        yield
    finally:
        for kind, pair in before.items():
            resource.setrlimit(kind, pair)
