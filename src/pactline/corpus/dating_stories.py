"""An undated article dated by articles on the same event: the same names, figures and weekday in the first sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import duckdb
import pyarrow as pa

from pactline.corpus.dating_words import date_words, fold, weekday_of
from pactline.record.article import Article
from pactline.record.dates import coarsen, days_between, weekday, weekday_on_or_before

NAME, WEEKDAY = "name", "weekday"
_LEAD = 1500  # characters of a body in which an article tells its event
_FEWEST_NAMES = 5  # shared names and figures, none of which stands in many articles
_SAME_STORY = 0.4  # share of the undated article's names, weighted by rarity, that the other must hold
_COMMON = 40  # articles: a name in more of them tells no story
_WITHIN = 3  # days between the event's weekday and the dated article's publication
_WEEKEND = 5  # a weekend's event is told until Monday, so only its month is sure
_SAFE_DAY = 26
_NAME = re.compile(r"(?<![.!?…] )(?<!^)\b[^\W\d_a-zа-яё][\w-]{2,}|\b\d[\d.,]*\d\b|\b[A-ZА-Я][\w]*-\d+\w*")
_WORD = re.compile(r"[^\W\d_]{4,14}(?:-feira)?")

HELD = f"""
create table held as
with asked as (select doc, value from testimony join dates using (doc)
               where kind = '{NAME}' and published is null and status = 'read'),
dated as (select doc, value from testimony join dates using (doc) where kind = '{NAME}' and length(published) = 10),
counted as (select value, count(*) as n from dated where value in (select value from asked) group by value)
select doc, value, coalesce(n, 0) as n from asked left join counted using (value)
"""
"""Names of the undated articles, each with the number of dated articles that hold it."""

PAIRS = f"""
create table pairs as
with dated as (select doc, value from testimony join dates using (doc) where kind = '{NAME}' and length(published) = 10)
select held.doc, dated.doc as other from held join dated using (value)
where n <= {_COMMON} group by held.doc, dated.doc having count(*) >= {_FEWEST_NAMES}
"""

SHARED = f"""
select pairs.doc, pairs.other, list(held.n) from pairs join held on held.doc = pairs.doc
join testimony on testimony.doc = pairs.other and testimony.kind = '{NAME}' and testimony.value = held.value
group by pairs.doc, pairs.other
"""


class Story(NamedTuple):
    """A dated article that may tell the event of an undated one: its id, its day, the weekdays that both name."""

    article_id: str
    published: str
    weekdays: Sequence[int]


def story_of(article: Article) -> Iterator[tuple[str, str | int]]:
    """What an article's lead tells: folded names and figures, and the weekdays it names."""
    lead = article.body[:_LEAD]
    months = date_words().months
    names = (fold(m[0]) for m in _NAME.finditer(lead))
    for name in {n[:7] for n in names if weekday_of(n) is None and n not in months}:
        yield NAME, name
    days = (weekday_of(m[0]) for m in _WORD.finditer(lead) if m[0].islower() is False or not m[0].isascii())
    for day in {d for d in days if d is not None}:
        yield WEEKDAY, day


def dates_of_stories(db: duckdb.DuckDBPyConnection) -> dict[int, tuple[str, str]]:
    """doc -> (date, basis) of undated articles where every article on their event agrees on the day of the weekday they name.

    db  holds the tables `dates` (doc, article_id, published, status) and `testimony` (doc, kind, value)
    """
    db.execute(HELD)
    db.execute(PAIRS)
    total = _number(db.execute("select count(*) from dates where length(published) = 10").fetchone())
    told = "select doc, list(n) from held where doc in (select doc from pairs) group by doc"
    whole = {doc: _weight(counts, total) for doc, counts in db.execute(told).fetchall()}
    shared = db.execute(SHARED).fetchall()
    same = [(doc, other) for doc, other, counts in shared if _weight(counts, total) >= _SAME_STORY * whole[doc]]
    stories = _stories(db, same)
    found = {doc: _date(others) for doc, others in stories.items()}
    return {doc: date for doc, date in found.items() if date is not None}


def _number(row: tuple[int, ...] | None) -> int:
    return row[0] if row else 0


def _weight(held: Sequence[int], total: int) -> float:
    return math.fsum(1 + math.log((1 + total) / (1 + n)) for n in held)


def _stories(db: duckdb.DuckDBPyConnection, same: Sequence[tuple[int, int]]) -> Mapping[int, list[Story]]:
    """For each undated article the dated ones on its event, by their ids."""
    doc, other = (pa.array([pair[side] for pair in same], pa.uint64()) for side in (0, 1))
    db.register("same", pa.table({"doc": doc, "other": other}))
    named = f"select doc, list(value) as days from testimony where kind = '{WEEKDAY}' group by doc"
    rows = db.execute(
        f"with named as ({named}) select same.doc, dates.article_id, dates.published, list_intersect(a.days, b.days)"
        " from same join dates on dates.doc = same.other join named a on a.doc = same.doc"
        " join named b on b.doc = same.other order by same.doc, dates.article_id"
    ).fetchall()
    found: dict[int, list[Story]] = {}
    for doc, article_id, published, days in rows:
        found.setdefault(doc, []).append(Story(article_id, published, sorted(days)))
    return found


def _date(others: Sequence[Story]) -> tuple[str, str] | None:
    days: dict[str, str] = {}
    for other in others:
        days |= dict.fromkeys(_event_days(other), other.article_id)
    if not days or days_between(min(days), max(days)) > _WITHIN:
        return None
    day = max(days)
    sure = (weekday(day) or 0) < _WEEKEND
    date = day if sure else coarsen(day, "month" if int(day[8:]) <= _SAFE_DAY else "year")
    return date, f"tells the event of {days[day]} and names the same weekday, {day} (rule same-event)"


def _event_days(other: Story) -> list[str]:
    """Days of the weekdays that both name, shortly before the dated article."""
    days = [weekday_on_or_before(other.published, named) for named in other.weekdays]
    return [day for day in days if days_between(day, other.published) <= _WITHIN]
