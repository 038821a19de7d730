"""A parser that a page can break, for the tests of budgets."""

import os

from pactline.corpus import guarded
from pactline.record.killable import Note


def parse(request: bytes, note: Note) -> bytes:
    """As guarded.parse, but for three words."""
    import trafilatura  # noqa: F401

    note(0)
    if b"STALL" in request:
        while True:
            pass
    if b"DIE" in request:
        os._exit(11)
    if b"SWELL" in request:
        real = guarded._parsed
        guarded._parsed = lambda *_: bytearray(2_000_000_000)
        try:
            return guarded.parse(request, note)
        finally:
            guarded._parsed = real
    return guarded.parse(request, note)
