"""An undated article dated by articles on the same event: the same names, figures and weekday in the first sentences."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pactline.corpus.dating_words import date_words, fold, weekday_of
from pactline.record.article import Article
from pactline.record.dates import coarsen, days_between, precision, weekday, weekday_on_or_before

_LEAD = 1500  # characters of a body in which an article tells its event
_FEWEST_NAMES = 5  # shared names and figures, none of which stands in many articles
_SAME_STORY = 0.4  # share of the undated article's names, weighted by rarity, that the other must hold
_COMMON = 40  # articles: a name in more of them tells no story
_WITHIN = 3  # days between the event's weekday and the dated article's publication
_WEEKEND = 5  # a weekend's event is told until Monday, so only its month is sure
_SAFE_DAY = 26
_NAME = re.compile(r"(?<![.!?…] )(?<!^)\b[^\W\d_a-zа-яё][\w-]{2,}|\b\d[\d.,]*\d\b|\b[A-ZА-Я][\w]*-\d+\w*")
_WORD = re.compile(r"[^\W\d_]{4,14}(?:-feira)?")


@dataclass(frozen=True, slots=True)
class Story:
    """What an article's lead tells: folded names and figures, and the weekdays it names."""

    article: Article
    names: frozenset[str]
    weekdays: frozenset[int]


def _story(article: Article) -> Story:
    lead = article.body[:_LEAD]
    months = date_words().months
    names = (fold(m[0]) for m in _NAME.finditer(lead))
    kept = frozenset(n[:7] for n in names if weekday_of(n) is None and n not in months)
    days = (weekday_of(m[0]) for m in _WORD.finditer(lead) if m[0].islower() is False or not m[0].isascii())
    return Story(article, kept, frozenset(d for d in days if d is not None))


def with_dates_of_stories(articles: list[Article]) -> list[Article]:
    """The articles, undated ones dated where every article on their event agrees on the day of the weekday they name."""
    undated = [a for a in articles if a.published is None and a.status == "read"]
    dated = [a for a in articles if precision(a.published) == "day"]
    if not undated or not dated:
        return articles
    stories = [_story(a) for a in dated]
    held = Counter(name for story in stories for name in story.names)
    by_name: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        for name in story.names:
            if held[name] <= _COMMON:
                by_name[name].append(story)
    found = {a.article_id: _dated_by_stories(_story(a), by_name, held, len(stories)) for a in undated}
    return [found.get(a.article_id, a) for a in articles]


def _weight(names: Iterable[str], held: Mapping[str, int], total: int) -> float:
    return sum(1 + math.log((1 + total) / (1 + held.get(name, 0))) for name in names)


def _dated_by_stories(story: Story, by_name: Mapping[str, list[Story]], held: Mapping[str, int], total: int) -> Article:
    shared: Counter[str] = Counter()
    others: dict[str, Story] = {}
    for name in sorted(story.names):
        for other in by_name.get(name, ()):
            shared[other.article.article_id] += 1
            others[other.article.article_id] = other
    whole = _weight(story.names, held, total)
    days: dict[str, str] = {}
    for article_id, count in sorted(shared.items()):
        other = others[article_id]
        if count >= _FEWEST_NAMES and _weight(story.names & other.names, held, total) >= _SAME_STORY * whole:
            days |= dict.fromkeys(_event_days(story, other), article_id)
    if not days or days_between(min(days), max(days)) > _WITHIN:
        return story.article
    return _dated(story.article, max(days), days[max(days)])


def _event_days(story: Story, other: Story) -> list[str]:
    """Days of the weekdays that both name, shortly before the dated article."""
    published = other.article.published or ""
    days = [weekday_on_or_before(published, named) for named in sorted(story.weekdays & other.weekdays)]
    return [day for day in days if days_between(day, published) <= _WITHIN]


def _dated(article: Article, day: str, twin: str) -> Article:
    sure = (weekday(day) or 0) < _WEEKEND
    date = day if sure else coarsen(day, "month" if int(day[8:]) <= _SAFE_DAY else "year")
    basis = f"tells the event of {twin} and names the same weekday, {day} (rule same-event)"
    return replace(article, published=date, published_basis=basis)
