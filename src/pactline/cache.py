"""Where results are kept, and the version of code, libraries and topic under which they are.

What is kept there is in scale/kept.py (parts) and scale/results.py (whole tables).
"""

from __future__ import annotations

import functools
import hashlib
import os
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from pactline.record.rooms import is_address
from pactline.record.topic import Topic

LIBRARIES = ("ahocorasick_rs", "lingua-language-detector", "pandas", "pyarrow", "simplemma", "spacy")
CODE_SUFFIXES = (".py", ".toml", ".csv")


def folder() -> Path:
    """Where results are kept: $PACTLINE_CACHE, else the user's cache folder."""
    named = os.environ.get("PACTLINE_CACHE")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pactline"


def address() -> str:
    """Where results are kept, as a path or, where $PACTLINE_CACHE names one, an address such as s3://bucket/folder."""
    named = os.environ.get("PACTLINE_CACHE", "")
    return named if is_address(named) else str(folder().resolve())


def version_of(topic: Topic) -> str:
    """SHA-256 over code, libraries and topic: what was read by another version is never used."""
    digest = hashlib.sha256()
    for part in (code_version(), tree_hash(topic.folder, CODE_SUFFIXES), *(f"{n} {version(n)}" for n in LIBRARIES)):
        digest.update(part.encode() + b"\x1e")
    return digest.hexdigest()


@functools.cache
def code_version() -> str:
    """Hash of pactline's own code, words and shipped topics."""
    return tree_hash(Path(str(files("pactline"))), CODE_SUFFIXES)


def tree_hash(root: Path, suffixes: tuple[str, ...]) -> str:
    """SHA-256 over the names and bytes of the files below a folder."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in suffixes and "template" not in path.parts and path.is_file():
            digest.update(
                path.relative_to(root).as_posix().encode() + b"\x00" + hashlib.sha256(path.read_bytes()).digest()
            )
    return digest.hexdigest()
