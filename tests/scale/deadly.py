"""A reader of parts that a text can stall, end or swell, for the tests of budgets."""

import os
import time

from pactline.record.killable import Note
from pactline.scale import guarded, parts

REAL = parts.to_article


def to_article(document, article_id, **options):
    if "STALL" in document.text:
        while True:
            time.sleep(0)
    if "DIE" in document.text:
        os._exit(11)
    if "SWELL" in document.text:
        bytearray(4_000_000_000)
    return REAL(document, article_id, **options)


def read_one(request: bytes, note: Note) -> bytes:
    """As guarded.read_one, but for three words."""
    parts.to_article = to_article
    return guarded.read_one(request, note)
