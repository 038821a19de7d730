"""From a document to an article: its body, language, date and agency."""

from __future__ import annotations

from collections.abc import Sequence

from pactline.corpus.body import layout
from pactline.corpus.dating import date_article
from pactline.corpus.entry import shown
from pactline.corpus.language import language_of
from pactline.corpus.wire import wire_agency
from pactline.corpus.word_counts import runs_of_words
from pactline.record.article import Article, Document, content_hash

CREDITS = frozenset({"title", "byline", "source-line", "agency-credit", "trailing-lines", "timestamp"})
"""Clutter in which a line may credit an agency; captions, headlines and comments credit others."""

LONGEST_CREDIT = 200
LONGEST_NOTE = 200


def to_article(document: Document, article_id: str, *, events: Sequence[dict[str, str]] = ()) -> Article:
    """Read what a document is; a document that could not be read keeps its status and problem.

    events  dated events of the topic, as evidence for dates
    """
    article = Article(
        article_id=article_id,
        source=document.source,
        text=document.text,
        content_hash=content_hash(document.text),
        status=document.status,
        problem=document.problem,
        title=document.title,
        outlet=document.outlet,
        url=document.url,
        language=document.language,
    )
    if document.status == "read":
        if article_id != document.own_id:
            article.problem = _renamed(document, article_id)
        _lay_out(article, document, events)
    return article


def _renamed(document: Document, article_id: str) -> str:
    """The note that two documents bear one id: both are kept, the later one under another id."""
    note = f"same-id: the id {shown(document.own_id)[:60]!r} was given to an earlier document, so this one is {shown(article_id)[:80]!r}"
    return f"{note}; {document.problem}" if document.problem else note


def _lay_out(article: Article, document: Document, events: Sequence[dict[str, str]]) -> None:
    text = article.text
    page = layout(text, title=document.title)
    article.body_spans, article.clutter, article.title = page.body_spans, page.clutter, page.title
    body = article.body
    article.words = runs_of_words(body)
    article.language = language_of(body or text, declared=document.language)
    around = [text[start:end] for start, end, kind in page.clutter if kind in CREDITS and end - start < LONGEST_CREDIT]
    article.wire = wire_agency(body, around)
    dating = date_article(
        text,
        document=document,
        body_spans=page.body_spans,
        clutter=page.clutter,
        language=article.language,
        events=events,
    )
    article.published, article.published_basis = dating.published, dating.basis
    article.published_conflicts = list(dating.conflicts)
    if dating.impossible and article.problem is None:
        article.problem = f"impossible-date: {shown(dating.impossible[0])[:LONGEST_NOTE]}"
    if not article.words:
        article.status, article.problem = _without_body(text)


def _without_body(text: str) -> tuple[str, str]:
    if not text.strip():
        return "empty", "nothing but white space"
    return "no_body", "no paragraph of an article was found among the page's lines"
