"""What the articles of a corpus say about each other's dates. Pure, and the same for every order of the articles.

Four kinds of evidence, all narrow: a site that prints one day over two stories prints its clock; a date later than the
corpus is none (dating_future); an undated article most of whose sentences stand in a dated one is of that day; and one
that tells the same event by the same weekday is of that week (dating_stories). What an article can tell of another is its
testimony, numbers that are made of the article alone; what follows is found among those of all in DuckDB, out of core.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

import duckdb
import pyarrow as pa

from pactline.corpus.dating_future import FETCHED, fetched, from_the_future
from pactline.corpus.dating_stories import WEEKDAY, dates_of_stories, story_of
from pactline.corpus.dating_words import fold
from pactline.record.article import Article
from pactline.record.dates import precision
from pactline.record.engine import engine

SENTENCE, BELIEVED, DOUBTED = "sentence", "clock", "no-clock"
TESTIMONY = pa.schema([("doc", pa.uint64()), ("kind", pa.string()), ("value", pa.uint64())])
DATES = pa.schema([
    ("doc", pa.uint64()), ("article_id", pa.string()), ("published", pa.string()), ("basis", pa.string()),
    ("status", pa.string()),
])  # fmt: skip
"""What is asked of an article beside its testimony; `doc` is a number that only this article has."""

_CLOCK_RULES = ("(rule top-line)", "(rule stamp)")
_SENTENCE = re.compile(r"[^.!?\n]{40,600}")
_SAME_TEXT = 0.6  # share of an article's sentences that must stand in the dated one
_FEWEST = 3  # sentences: fewer shared ones may be a quotation
_MOST = 400  # sentences looked at per article
_COMMON = 50  # a sentence in more articles than this is furniture

CLOCKS = f"""
select distinct dates.doc, published, basis from clocks join dates using (doc)
where kind = '{BELIEVED}' and value in (select value from clocks semi join dates using (doc) where kind = '{DOUBTED}') order by dates.doc
"""

UNDATED = "select count(*) from dates where status = 'read' and (published is null or length(published) < 10)"

TWINS = f"""
with wanted as (select doc, value from testimony join dates using (doc)
                where kind = '{SENTENCE}' and status = 'read' and (published is null or length(published) < 10)),
sizes as (select doc, count(*) as n from wanted group by doc),
holders as (select value, published, article_id from testimony join dates using (doc)
            where kind = '{SENTENCE}' and length(published) = 10 and value in (select value from wanted)),
rare as (select value from holders group by value having count(*) <= {_COMMON}),
shared as (select doc, published as day, article_id as twin, count(*) as n from wanted join holders using (value)
           where value in (select value from rare) group by doc, published, article_id)
select doc, day, twin from shared join sizes using (doc) join dates using (doc)
where shared.n >= greatest({_FEWEST}, {_SAME_TEXT}::double * sizes.n)
and (published is null or starts_with(day, published))
qualify row_number() over (partition by doc order by day, twin) = 1 order by doc
"""


class Redated(NamedTuple):
    """What other articles say of one's date.

    published, basis   as it is to be; None where it is taken away
    conflict           the date that is not believed any more, with the reason
    """

    published: str | None
    basis: str | None
    conflict: str | None = None


def date_together(articles: list[Article], events: Sequence[dict[str, str]] = ()) -> list[Article]:
    """The articles, some with a date taken away or taken over; the list given is not changed.

    events   accepted for the sake of one signature; dated events have already been weighed article by article
    """
    dates = [(doc, a.article_id, a.published, a.published_basis, a.status) for doc, a in enumerate(articles)]
    with engine() as db:
        db.register("offered", table_of(dates, DATES))
        db.register("clocks", table_of(_each(clocks, articles), TESTIMONY))
        found = without_clocks(db)
        if undated(db):
            db.register("testimony", table_of(_each(testimony, articles), TESTIMONY))
            found |= dates_of_others(db, found)
    return [redated(a, found[doc]) if doc in found else a for doc, a in enumerate(articles)]


def _each(
    tell: Callable[[Article], Iterator[tuple[str, int]]], articles: Iterable[Article]
) -> list[tuple[int, str, int]]:
    return [(doc, kind, value) for doc, article in enumerate(articles) for kind, value in tell(article)]


def redated(article: Article, new: Redated) -> Article:
    """The article with what others say of its date."""
    conflicts = [*article.published_conflicts, *([new.conflict] if new.conflict else [])]
    return replace(article, published=new.published, published_basis=new.basis, published_conflicts=conflicts)


def clocks(article: Article) -> Iterator[tuple[str, int]]:
    """Days that a site prints over this story, believed or not, and on which it was fetched: kinds with numbers, each pair once."""
    site = _site(article)
    for day in {c[:10] for c in article.published_conflicts if "(top-line:" in c or "(stamp:" in c}:
        yield DOUBTED, _key(f"{site}\n{day}")
    if site and _rests_on_line(article):
        yield BELIEVED, _key(f"{site}\n{article.published}")
    yield from ((FETCHED, number) for number in fetched(article.published_conflicts))


def testimony(article: Article) -> Iterator[tuple[str, int]]:
    """What an article tells that another may tell, too: kinds with numbers, each pair once."""
    for sentence in _sentences(article):
        yield SENTENCE, sentence
    for kind, value in story_of(article):
        yield kind, value if kind == WEEKDAY and isinstance(value, int) else _key(str(value))


def without_clocks(db: duckdb.DuckDBPyConnection) -> dict[int, Redated]:
    """doc -> no date, for those dated by their site's clock or in the future of the corpus.

    db  holds the relations `offered` (columns DATES) and `clocks` (columns TESTIMONY) of the same articles; it is given
        the table `dates`, which the next steps go on with
    """
    db.execute("create table dates as select * from offered")
    found: dict[int, Redated] = {}
    for doc, published, basis in db.execute(CLOCKS).fetchall():
        reason = f"{published} ({basis}): the site's other story has the same day and is not of it"
        found[doc] = Redated(None, None, reason)
    _apply(db, found)
    late = {doc: Redated(None, None, reason) for doc, _, reason in from_the_future(db)}
    _apply(db, late)
    return found | late


def undated(db: duckdb.DuckDBPyConnection) -> bool:
    """Whether there is an article whose day others may tell."""
    return bool(db.execute(UNDATED).fetchall()[0][0])


def dates_of_others(db: duckdb.DuckDBPyConnection, found: Mapping[int, Redated]) -> dict[int, Redated]:
    """doc -> the date that another article gives it.

    db      as without_clocks left it, with the relation `testimony` (columns TESTIMONY)
    found   what without_clocks gave
    """
    copies = {
        doc: Redated(day, f"most of its sentences stand in {twin}, which is of {day} (rule same-text)", _of(found, doc))
        for doc, day, twin in db.execute(TWINS).fetchall()
    }
    _apply(db, copies)
    return copies | {doc: Redated(day, basis, _of(found, doc)) for doc, (day, basis) in dates_of_stories(db).items()}


def _of(found: Mapping[int, Redated], doc: int) -> str | None:
    return found[doc].conflict if doc in found else None


def _apply(db: duckdb.DuckDBPyConnection, found: dict[int, Redated]) -> None:
    db.register("new", pa.table({
        "doc": pa.array(found, pa.uint64()), "published": pa.array([n.published for n in found.values()], pa.string()),
    }))  # fmt: skip
    db.execute("update dates set published = new.published from new where dates.doc = new.doc")


def table_of(rows: Sequence[tuple[object, ...]], schema: pa.Schema) -> pa.Table:
    """Rows as an Arrow table of these columns."""
    columns = list(zip(*rows, strict=True)) or [() for _ in schema.names]
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema)


def _site(article: Article) -> str | None:
    return (urlsplit(article.url).netloc.removeprefix("www.") or None) if article.url else article.outlet


def _rests_on_line(article: Article) -> bool:
    return precision(article.published) == "day" and (article.published_basis or "").endswith(_CLOCK_RULES)


def _key(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _sentences(article: Article) -> frozenset[int]:
    found = (re.sub(r"\W+", " ", fold(m[0])).strip() for m in _SENTENCE.finditer(article.body[:40_000]))
    return frozenset(_key(s) for _, s in zip(range(_MOST), found, strict=False) if len(s) >= 40)
