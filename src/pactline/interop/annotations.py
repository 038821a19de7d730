"""W3C Web Annotations: every statement and mention as a note on the words that carry it.

The target's source is the source text by its hash, because the offsets point into it; `scope` is the page it came from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pactline.interop.rows import Row, Tables, item_names, web_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of text given before and after the words, so that they are found again where offsets have moved."""


def collection(tables: Tables) -> Row:
    """An AnnotationCollection with one page that holds everything, in order of article and place."""
    items = list(notes(tables))
    name = f"urn:pactline:{tables.topic}"
    page: Row = {"id": f"{name}:page", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    return {"@context": CONTEXT, "id": name, "type": "AnnotationCollection", "label": f"pactline {tables.topic}",
            "total": len(items), "first": page}  # fmt: skip


def notes(tables: Tables) -> Iterator[Row]:
    """Annotations without their @context."""
    found = [(row, "deal", _deal_bodies(row), "classifying") for row in tables.deals]
    found += [(row, "figure", _oil_bodies(row), "classifying") for row in tables.oil]
    found += [(_as_claim(row), "mention", _mention_bodies(row, tables), "identifying") for row in tables.mentions]
    for row, sort, bodies, motivation in sorted(
        found, key=lambda f: (f[0]["article_id"], f[0]["start"], f[1], f[0]["claim_id"])
    ):
        yield {
            "id": f"urn:pactline:{sort}:{row['claim_id']}", "type": "Annotation", "motivation": motivation,
            "generator": {"id": f"urn:pactline:rule:{row['rule']}", "type": "Software", "name": f"pactline, rule {row['rule']}"},
            "body": bodies, "target": _target(row, tables),
        }  # fmt: skip


def _target(row: Row, tables: Tables) -> Row:
    article, text = tables.articles[row["article_id"]], tables.texts[row["article_id"]]
    start, end = row["start"], row["end"]
    source: Row = {"id": f"urn:sha256:{article['content_hash']}", "type": "Text", "format": "text/plain"}
    if article["language"]:
        source["language"] = article["language"]
    target: Row = {"source": source, "selector": [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": text[max(0, start - AROUND):start],
         "suffix": text[end:end + AROUND]},
    ]}  # fmt: skip
    address = web_address(article)
    return {**target, "scope": address} if address else target


def _as_claim(row: Row) -> Row:
    return {
        **row,
        "claim_id": f"{row['article_id']}:{row['start']}-{row['end']}".replace(" ", "%20"),
        "rule": row["form"],
    }


def _text(value: str, purpose: str) -> Row:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _deal_bodies(row: Row) -> list[Row]:
    what = {
        name: row[name]
        for name in ("kind", "status", "supplier", "recipient", "items", "event_date", "value_usd", "deal_id")
    }
    sides = f"{' and '.join(row['supplier']) or '?'} to {' and '.join(row['recipient']) or '?'}"
    said = "; ".join([f"{row['kind']}, {row['status']}, {sides}", *item_names(row["items"])])
    return [_text(row["kind"], "classifying"), _text(row["status"], "tagging"), _text(said, "describing"), _data(what)]


def _oil_bodies(row: Row) -> list[Row]:
    names = ("measure", "basis", "subject", "country", "value", "value_high", "unit", "bound", "direction", "as_of")
    said = f"{row['subject'] or '?'}: {row['measure']} {row['value_stated']}" + (
        f" for {row['as_of']}" if row["as_of"] else ""
    )
    return [_text(row["measure"], "classifying"), _text(said, "describing"), _data({name: row[name] for name in names})]


def _mention_bodies(row: Row, tables: Tables) -> list[Row]:
    known: Any = tables.actors.get(row["actor_id"], {})
    bodies = [_text(row["actor"], "identifying"), _text(row["actor_type"], "classifying")]
    if known.get("wikidata_qid"):
        about = f"http://www.wikidata.org/entity/{known['wikidata_qid']}"
        bodies.append({"type": "SpecificResource", "source": about, "purpose": "identifying"})
    return bodies


def _data(values: Row) -> Row:
    """The fields as JSON, for machines that read pactline's own names."""
    return {"type": "TextualBody", "value": json.dumps(values, ensure_ascii=False), "format": "application/json",
            "purpose": "describing"}  # fmt: skip
