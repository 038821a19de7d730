"""What the command line says: one message and one exit code for whatever can go wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import track

from pactline.record.files import OutputBusy
from pactline.record.sets import MixedError
from pactline.record.topic import TopicError

FAILED, WRONG, REFUSED, BUSY = 1, 2, 3, 75
console = Console(stderr=True)


def tell(message: str) -> None:
    """A line for the user, with what file names may hold made harmless."""
    console.print(escape(printable(message)), highlight=False)


def fail(message: str, code: int) -> NoReturn:
    """One message, one exit code; control characters from file names never reach the terminal."""
    console.print(f"[bold red]pactline:[/] {escape(printable(message))}", highlight=False)
    raise typer.Exit(code)


@contextmanager
def told() -> Iterator[None]:
    """Turn what can go wrong into one sentence and its exit code."""
    from pactline.corpus.readers import CorpusError
    from pactline.findings.checks import SeriesError
    from pactline.findings.rulings import CorrectionError
    from pactline.record.rooms import AddressError
    from pactline.scale.workers import WorkersError
    from pactline.study import StudyError

    try:
        yield
    except OutputBusy as error:
        fail(str(error), BUSY)
    except (MixedError, TopicError, CorrectionError, SeriesError, AddressError) as error:
        fail(str(error), WRONG)
    except (CorpusError, StudyError, WorkersError) as error:
        fail(str(error), FAILED)
    except OSError as error:
        fail(
            f"{error.filename or 'a file'}: {error.strerror or error}; check the path, its permissions and free space",
            FAILED,
        )


def printable(text: str) -> str:
    """Control characters spelled out."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in text)


def watched(items: Iterable[Any], what: str) -> Iterable[Any]:
    """A progress bar on a terminal, nothing elsewhere."""
    return track(items, description=what, console=console, transient=True, disable=not console.is_terminal)
