"""What the articles of a corpus say about each other's dates. Pure, and the same for every order of the articles.

Three kinds of evidence, all narrow: a site that prints one day over two stories prints its clock; an undated article most
of whose sentences stand in a dated one is of that day; and one that tells the same event by the same weekday is of that
week (dating_stories).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from pactline.corpus.dating_stories import with_dates_of_stories
from pactline.corpus.dating_words import fold
from pactline.record.article import Article
from pactline.record.dates import compatible, precision

_CLOCK_RULES = ("(rule top-line)", "(rule stamp)")
_SENTENCE = re.compile(r"[^.!?\n]{40,600}")
_SAME_TEXT = 0.6  # share of an article's sentences that must stand in the dated one
_FEWEST = 3  # sentences: fewer shared ones may be a quotation
_MOST = 400  # sentences looked at per article
_COMMON = 50  # a sentence in more articles than this is furniture


def date_together(articles: list[Article], events: Sequence[dict[str, str]] = ()) -> list[Article]:
    """The articles, some with a date taken away or taken over; the list given is not changed.

    events   accepted for the sake of one signature; dated events have already been weighed article by article
    """
    return with_dates_of_stories(_with_dates_of_copies(_without_site_clocks(articles)))


def _site(article: Article) -> str | None:
    return (urlsplit(article.url).netloc.removeprefix("www.") or None) if article.url else article.outlet


def _without_site_clocks(articles: list[Article]) -> list[Article]:
    """Take away a day that rests on a printed line where the site's other story disbelieves that very day."""
    disbelieved = {
        (_site(a), conflict[:10])
        for a in articles
        for conflict in a.published_conflicts
        if "(top-line:" in conflict or "(stamp:" in conflict
    }
    return [
        _clock_taken(a) if _rests_on_line(a) and (_site(a), a.published) in disbelieved and _site(a) else a
        for a in articles
    ]


def _rests_on_line(article: Article) -> bool:
    return precision(article.published) == "day" and (article.published_basis or "").endswith(_CLOCK_RULES)


def _clock_taken(article: Article) -> Article:
    reason = (
        f"{article.published} ({article.published_basis}): the site's other story has the same day and is not of it"
    )
    return replace(
        article, published=None, published_basis=None, published_conflicts=[*article.published_conflicts, reason]
    )


def _key(sentence: str) -> bytes:
    return hashlib.blake2b(sentence.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _sentences(article: Article) -> frozenset[bytes]:
    found = (re.sub(r"\W+", " ", fold(m[0])).strip() for m in _SENTENCE.finditer(article.body[:40_000]))
    return frozenset(_key(s) for _, s in zip(range(_MOST), found, strict=False) if len(s) >= 40)


def _with_dates_of_copies(articles: list[Article]) -> list[Article]:
    undated = [a for a in articles if precision(a.published) in ("unknown", "year", "month") and a.status == "read"]
    if not undated:
        return articles
    wanted = {a.article_id: _sentences(a) for a in undated}
    needed = frozenset().union(*wanted.values())
    holders: dict[bytes, list[Article]] = defaultdict(list)
    for article in articles:
        if precision(article.published) == "day":
            for sentence in _sentences(article) & needed:
                holders[sentence].append(article)
    return [_dated_by_copy(a, wanted[a.article_id], holders) if a.article_id in wanted else a for a in articles]


def _dated_by_copy(article: Article, sentences: frozenset[bytes], holders: dict[bytes, list[Article]]) -> Article:
    shared: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        if len(holders.get(sentence, ())) <= _COMMON:
            shared.update((other.published or "", other.article_id) for other in holders.get(sentence, ()))
    enough = max(_FEWEST, _SAME_TEXT * len(sentences))
    same = sorted(
        key for key, count in shared.items() if count >= enough and compatible(article.published or key[0], key[0])
    )
    if not same:
        return article
    day, twin = same[0]
    return replace(
        article,
        published=day,
        published_basis=f"most of its sentences stand in {twin}, which is of {day} (rule same-text)",
    )
