"""What is fuzzed: each target takes bytes and raises where a promise is broken. Fuzzers and tests call the same functions."""

from __future__ import annotations

import itertools
import math
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html

from pactline.corpus.articles import to_article
from pactline.corpus.body import layout
from pactline.corpus.dating import date_article
from pactline.corpus.readers import documents
from pactline.reading.actors import scan
from pactline.reading.deals import deal_statements
from pactline.reading.matching import matching
from pactline.reading.numbers import money, numbers
from pactline.reading.oil import oil_figures
from pactline.reading.periods import periods
from pactline.reading.vocabulary import Vocabulary
from pactline.record import schema
from pactline.record.article import Article, Document
from pactline.record.dates import is_partial_date
from pactline.record.topic import load_topic
from pactline.report.markup import cut, escape, label

LANGUAGES = ("en", "es", "pt", "ru", None)
SUFFIXES = ("txt", "html", "jsonl", "json", "csv", "parquet", "pdf", "warc", "gz", "zip", "tar", "eml", "xml")


class BrokenPromise(AssertionError):
    """Something that is promised of any text did not hold for this one."""


def hold(promise: bool, what: str) -> None:
    """Raise where a promise is broken; `assert` would be gone under -O."""
    if not promise:
        raise BrokenPromise(what)


def text_of(data: bytes) -> tuple[str, str | None]:
    """A text, and a language by its first byte."""
    return data[1:].decode("utf-8", "replace"), LANGUAGES[data[0] % len(LANGUAGES)] if data else None


@cache
def vocabulary() -> Vocabulary:
    """The words of the first topic."""
    return Vocabulary(load_topic("venezuela-russia"))


@cache
def events() -> Sequence[dict[str, Any]]:
    """The dated events of the first topic."""
    return load_topic("venezuela-russia").events


def article_of(text: str, language: str | None) -> Article:
    """An article all of which is body."""
    return Article("a", "a.txt", text, "", "read", language=language, published="2019-08", body_spans=[(0, len(text))])


def read_numbers(data: bytes) -> None:
    """Numbers, money and periods stand where they say and are finite."""
    text, language = text_of(data)
    for found in (*numbers(text, language), *money(text, language)):
        hold(0 <= found.start < found.end <= len(text), "offsets")
        hold(math.isfinite(found.value), "finite")
    for n in numbers(text, language):
        hold(text[n.start : n.end] == n.stated, "stated")


def read_dates(data: bytes) -> None:
    """A date is a date and has its reason."""
    text, language = text_of(data)
    for found in periods(text, language, "2019-08-15"):
        hold(0 <= found.start < found.end <= len(text), "offsets")
        hold(found.date in (None, "past") or is_partial_date(found.date), "date")
    document = Document(text, "a.txt", "a")
    spans = [(0, len(text))]
    dating = date_article(text, document=document, body_spans=spans, clutter=[], language=language, events=events())
    hold(dating.published is None or (is_partial_date(dating.published) and bool(dating.basis)), "dating")


def read_body(data: bytes) -> None:
    """Parts of a page lie inside and do not overlap; every document becomes an article."""
    text, _ = text_of(data)
    page = layout(text)
    parts = sorted(page.body_spans)
    hold(all(0 <= a < b <= len(text) for a, b in parts), "inside")
    hold(all(a[1] <= b[0] for a, b in itertools.pairwise(parts)), "overlap")
    hold(to_article(Document(text, "a.txt", "a"), "a").status in ("read", "empty", "no_body"), "status")


def read_claims(data: bytes) -> None:
    """Every quote of a deal or an oil figure stands at its offsets, and every mark inside its sentence."""
    text, language = text_of(data)
    plain = matching(article_of(text, language))
    found = scan(plain.article, vocabulary())
    for row in plain.in_source(found.mentions):
        hold(text[row["start"] : row["end"]] == row["surface"] != "", "surface")
    for table, read in ((schema.DEALS, deal_statements), (schema.OIL, oil_figures)):
        claims, near = read(found, vocabulary())
        for rows, kind in ((claims, table), (near, schema.NEAR_MISSES)):
            stood = plain.in_source(rows)
            hold(len(schema.frame(stood, kind)) == len(stood), "rows")
            for row in stood:
                hold(text[row["start"] : row["end"]] == row["quote"] != "", "quote")
                marks = row.get("marks") or []
                hold(all(0 <= a < b <= len(text) for a, b, _ in marks), "marks")
                hold(all(one[1] <= two[0] for one, two in itertools.pairwise(marks)), "marks overlap")


def read_file(data: bytes) -> None:
    """A file of any bytes and suffix is read or has its reason, and nothing of it is written anywhere."""
    suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else "txt"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"a.{suffix}").write_bytes(data[1:])
        found = list(documents(folder))
        hold([p.name for p in Path(folder).rglob("*")] == [f"a.{suffix}"], "written")
    hold(bool(found), "accounted for")
    for document in found:
        hold((document.status == "read") or bool(document.problem), "reason")
        document.text.encode("utf-8")
        document.source.encode("utf-8")


def show(data: bytes) -> None:
    """What the page shows of a text is well-formed and holds no markup of the text."""
    wide = len(data) % 2 == 0 and data[:1] > b"\x7f"
    text = data.decode("utf-16-le", "surrogatepass") if wide else data.decode("utf-8", "replace")
    shown = escape(text)
    hold(not set("<>\"'") & set(shown), "markup")
    inside = html.fragment_fromstring(f"<p>{shown}</p>")
    hold(len(inside) == 0, "elements")
    hold(not set("<>") & set(escape(label(text))) and len(cut(text, 40)) <= 41, "label")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "numbers": read_numbers,
    "dates": read_dates,
    "body": read_body,
    "claims": read_claims,
    "files": read_file,
    "page": show,
}
