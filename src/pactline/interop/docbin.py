"""spaCy: every article as a Doc with actors as entities, deals and figures as spans, in one DocBin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from pactline.interop.rows import Row, Tables
from pactline.record.languages import LANGUAGES

LABELS = {
    "state": "GPE",
    "person": "PERSON",
    "company": "ORG",
    "organisation": "ORG",
    "armed-force": "ORG",
    "media": "ORG",
}
"""Labels of spaCy's trained pipelines, so that both can be compared."""
SPANS = {"deals": "kind", "oil": "measure"}
"""Group of spans -> the column that is their label."""


def docbin(tables: Tables) -> Any:
    """A DocBin of the source texts; a Doc's `user_data` has article_id, source and published.

    An entity's kb_id is the actor, a span's id the claim. Where a name's bounds cut a token, the token counts whole; of
    entities that then overlap the longer stays.
    """
    from spacy.tokens import DocBin

    found = DocBin(store_user_data=True, attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "SPACY"])
    mentions = _by_article(tables.mentions)
    spans = {group: _by_article(getattr(tables, group)) for group in SPANS}
    for article_id in sorted(tables.articles):
        doc = _tokenizer(tables.articles[article_id]["language"])(tables.texts[article_id])
        doc.ents = _entities(doc, mentions[article_id])
        for group, rows in spans.items():
            doc.spans[group] = [_span(doc, row, row[SPANS[group]], span_id=row["claim_id"]) for row in rows[article_id]]
        doc.user_data |= {name: tables.articles[article_id][name] for name in ("article_id", "source", "published")}
        found.add(doc)
    return found


def _entities(doc: Any, mentions: Iterable[Row]) -> Any:
    from spacy.util import filter_spans

    return filter_spans([_span(doc, row, LABELS[row["actor_type"]], kb_id=row["actor_id"]) for row in mentions])


def _span(doc: Any, row: Row, label: str, **more: str) -> Any:
    return doc.char_span(row["start"], row["end"], label, alignment_mode="expand", **more)


def _by_article(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["article_id"]].append(row)
    return found


@cache
def _tokenizer(language: str | None) -> Any:
    import spacy

    return spacy.blank(language if language in LANGUAGES else "xx").make_doc
