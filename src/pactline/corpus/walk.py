"""A folder's files in one order on every machine, each opened so that nothing outside the folder can be read.

The rule: regular files are offered, however deep. Symbolic links are not followed (a target inside the corpus is
offered under its own name, one outside is no part of it), names that begin with a dot are passed over, pipes, sockets
and devices are never opened; each of them is listed with its reason. README, SOURCES, LICENSE and the like in Markdown
or without a suffix are the folder's own papers, and are not offered.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pactline.corpus.entry import CorpusError, Refusal, stem, suffix

OWN_PAPERS = frozenset(
    {"readme", "sources", "license", "licence", "copying", "citation", "changes", "changelog", "notice"}
)
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True)
class Found:
    """A name under the corpus. relative: its path as the system gives it, bytes; refusal: why it is not opened."""

    relative: bytes
    path: bytes
    refusal: Refusal | None = None


def walk(root: Path) -> Iterator[Found]:
    """Every name under a folder in the order of the bytes of its path, or the one file that is named.

    raises  CorpusError where there is no such file or folder
    """
    top = os.fsencode(root)
    if not os.path.exists(top):
        looked = "" if root.is_absolute() else f" (looked for from {Path.cwd()})"
        raise CorpusError(f"no file or folder {root}{looked}: name one that holds articles")
    if os.path.isfile(top):
        yield Found(os.path.basename(top), os.path.realpath(top))
    elif os.path.isdir(top):
        yield from _folder(top)
    else:
        raise CorpusError(f"{root} is neither a file nor a folder: name one that holds articles")


def _folder(top: bytes) -> Iterator[Found]:
    """Depth first without recursion: a folder sorts as its name and a slash, so the whole comes out sorted."""
    waiting = [(b"", True)]
    while waiting:
        relative, is_folder = waiting.pop()
        path = os.path.join(top, relative) if relative else top
        if not is_folder:
            yield _judged(relative, path)
            continue
        try:
            names = sorted(_children(path), reverse=True)
        except OSError as error:
            yield Found(
                relative, path, Refusal("unreadable", f"closed: {error.strerror}; give leave to read the folder")
            )
            continue
        waiting += [(relative + name, name.endswith(b"/")) for name in names]


def _children(path: bytes) -> Iterator[bytes]:
    """Names in a folder, those of folders with a slash; hidden folders count as names."""
    with os.scandir(path) as entries:
        for entry in entries:
            folder = entry.is_dir(follow_symlinks=False) and not entry.name.startswith(b".")
            yield entry.name + b"/" if folder else entry.name


def _judged(relative: bytes, path: bytes) -> Found:
    try:
        mode = os.lstat(path).st_mode
    except OSError as error:
        return Found(relative, path, Refusal("unreadable", f"gone: {error.strerror}; run again"))
    return Found(relative, path, _refusal(os.path.basename(relative), path, mode))


def _refusal(name: bytes, path: bytes, mode: int) -> Refusal | None:
    if name.startswith(b"."):
        return Refusal("unreadable", "hidden: a name that begins with a dot is passed over; rename it to have it read")
    if stat.S_ISLNK(mode):
        where = "a link that leads nowhere" if not os.path.exists(path) else "a symbolic link"
        return Refusal("unreadable", f"link: {where} is not followed; put the file itself here")
    if not stat.S_ISREG(mode):
        return Refusal("unreadable", "no-file: a pipe, socket or device is never opened; put a file here")
    return None


def is_own_paper(relative: bytes) -> bool:
    """True for what a folder says about itself.

    >>> is_own_paper(b"seeds/SOURCES.md"), is_own_paper(b"sources.txt")
    (True, False)
    """
    name = os.fsdecode(os.path.basename(relative))
    return stem(name).casefold() in OWN_PAPERS and suffix(name) in {"", "md", "rst", "cff"}


def opened(path: bytes) -> int:
    """A descriptor of a regular file; Refusal for anything else that has come to stand there meanwhile."""
    try:
        descriptor = os.open(path, _FLAGS)
    except PermissionError:
        raise Refusal("unreadable", "closed: no permission; give leave to read the file") from None
    except OSError as error:
        raise Refusal("unreadable", f"gone: {error.strerror}; run again") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Refusal("unreadable", "no-file: a pipe, socket or device is never opened; put a file here")
    return descriptor
