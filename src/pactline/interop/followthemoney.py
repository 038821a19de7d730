"""FollowTheMoney: actors, articles, deals and figures as entities, every property as a statement that says where it stands.

The entities are what its statements add up to. The property names are those of the followthemoney library, 3.8 (the last that installs from wheels) and 4;
a test loads the library and checks each value with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from pactline.interop.rows import Row, Tables, item_names, stable_id, web_address
from pactline.record.countries import country_names, country_twos

STATEMENT_COLUMNS = (
    "id", "entity_id", "canonical_id", "prop", "schema", "value", "dataset", "lang", "original_value", "external",
    "first_seen", "last_seen", "origin",
)  # fmt: skip
SCHEMATA = {
    "state": "PublicBody", "person": "Person", "company": "Company", "organisation": "Organization",
    "armed-force": "Organization", "media": "Organization",
}  # fmt: skip
LANGUAGES = {"en": "eng", "es": "spa", "pt": "por", "ru": "rus"}


def statements(tables: Tables) -> list[Row]:
    """One row per property value and place that says so; columns STATEMENT_COLUMNS.

    origin          `rule, article#start-end`: the rule that read it and the words' place in the source text
    original_value  the words themselves
    first_seen      the day, month or year the article was published
    """
    found = [*_articles(tables), *_actors(tables), *_deals(tables), *_oil(tables)]
    unique = {row["id"]: row for row in found}
    return sorted(unique.values(), key=lambda row: (row["entity_id"], row["prop"], row["value"], row["id"]))


def entities(said: Iterable[Row]) -> list[Row]:
    """Entities as the library writes them (id, schema, properties, datasets), by id."""
    found: dict[str, Row] = {}
    for row in said:
        entity = found.setdefault(
            row["entity_id"],
            {"id": row["entity_id"], "schema": row["schema"], "properties": {}, "datasets": [row["dataset"]]},
        )
        if row["prop"] != "id":
            values = entity["properties"].setdefault(row["prop"], [])
            if row["value"] not in values:
                values.append(row["value"])
    return [found[key] for key in sorted(found)]


class _Sayer:
    """Makes statements about one entity, all from one place."""

    def __init__(self, tables: Tables, schema: str, entity: str, article: Row | None, place: Row | None) -> None:
        self.dataset = f"pactline-{tables.topic}"
        self.schema, self.entity, self.article, self.place = schema, entity, article, place

    def say(self, prop: str, value: Any) -> Iterator[Row]:
        """A statement, or none where there is no value."""
        if value is None or value == "":
            return
        seen = self.article["published"] if self.article else None
        quote = self.place["quote"] if self.place else None
        words = quote if quote != value else None
        origin = self._origin()
        key = "\x1f".join(map(str, (self.dataset, self.entity, prop, value, origin)))
        row = (
            hashlib.sha1(key.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest(), self.entity, self.entity,
            prop, self.schema, str(value), self.dataset, None, words, False, seen, seen, origin,
        )  # fmt: skip
        yield dict(zip(STATEMENT_COLUMNS, row, strict=True))

    def _origin(self) -> str:
        if self.place is None:
            return "topic" if self.article is None else "article"
        return f"{self.place['rule']}, {self.place['article_id']}#{self.place['start']}-{self.place['end']}"


def article_entity(article_id: str) -> str:
    """Id of an article's entity."""
    return f"article-{stable_id(article_id)}"


def actor_entity(actor_id: str) -> str:
    """Id of an actor's entity."""
    return f"actor-{actor_id}"


def _articles(tables: Tables) -> Iterator[Row]:
    for row in tables.articles.values():
        sayer = _Sayer(tables, "Article", article_entity(row["article_id"]), row, None)
        yield from sayer.say("title", row["title"])
        yield from sayer.say("fileName", row["source"])
        yield from sayer.say("publisher", row["outlet"])
        yield from sayer.say("sourceUrl", web_address(row))
        yield from sayer.say("publishedAt", row["published"])
        yield from sayer.say("language", LANGUAGES.get(row["language"] or ""))


def _actors(tables: Tables) -> Iterator[Row]:
    named = {row["actor_id"]: row for row in reversed(tables.mentions)}
    states = {actor["country_iso3"] for actor in tables.actors.values() if actor["type"] == "state"}
    told = {code for deal in tables.deals for code in (*deal["supplier"], *deal["recipient"])} | {
        row["country"] for row in tables.oil if row["country"]
    }
    wanted = set(named) | {i for i, a in tables.actors.items() if a["type"] == "state" and a["country_iso3"] in told}
    for actor_id in sorted(wanted & tables.actors.keys()):
        yield from _actor(tables, actor_id, tables.actors[actor_id])
    for code in sorted(told - states):
        sayer = _Sayer(tables, "PublicBody", actor_entity(code.lower()), None, None)
        yield from sayer.say("name", country_names().get(code, code))
        yield from sayer.say("country", country_twos().get(code))
    for row in _first_mentions(tables):
        yield from _mention(tables, row)


def _actor(tables: Tables, actor_id: str, actor: Any) -> Iterator[Row]:
    sayer = _Sayer(tables, SCHEMATA[actor["type"]], actor_entity(actor_id), None, None)
    yield from sayer.say("name", actor["canonical_name"])
    yield from sayer.say("country", country_twos().get(actor["country_iso3"]))
    yield from sayer.say("wikidataId", actor.get("wikidata_qid"))
    if actor["type"] == "person":
        yield from sayer.say("position", actor.get("role"))


def _first_mentions(tables: Tables) -> Iterator[Row]:
    """The first mention of each actor in each article."""
    seen: set[tuple[str, str]] = set()
    for row in tables.mentions:
        key = (row["article_id"], row["actor_id"])
        if key not in seen and row["actor_id"] in tables.actors:
            seen.add(key)
            yield row


def _mention(tables: Tables, row: Row) -> Iterator[Row]:
    place = {**row, "quote": row["surface"], "rule": row["form"]}
    entity = f"mention-{stable_id(row['article_id'], row['actor_id'])}"
    sayer = _Sayer(tables, "Mention", entity, tables.articles[row["article_id"]], place)
    yield from sayer.say("document", article_entity(row["article_id"]))
    yield from sayer.say("resolved", actor_entity(row["actor_id"]))
    yield from sayer.say("name", row["surface"])
    yield from sayer.say("detectedSchema", SCHEMATA[row["actor_type"]])


def _deals(tables: Tables) -> Iterator[Row]:
    states = {a["country_iso3"]: i for i, a in reversed([*tables.actors.items()]) if a["type"] == "state"}

    def state(code: str) -> str:
        return actor_entity(states.get(code, code.lower()))

    for row in tables.deals:
        article = tables.articles[row["article_id"]]
        deal = row["deal_id"] or row["claim_id"]
        sayer = _Sayer(tables, "Event", f"deal-{deal}", article, row)
        yield from sayer.say("name", _deal_name(row))
        yield from sayer.say("date", row["event_date"])
        yield from sayer.say("keywords", row["kind"])
        yield from sayer.say("keywords", row["status"])
        yield from sayer.say("recordId", row["claim_id"])
        yield from sayer.say("description", row["quote"])
        yield from sayer.say("proof", article_entity(row["article_id"]))
        for code in (*row["supplier"], *row["recipient"]):
            yield from sayer.say("involved", state(code))
            yield from sayer.say("country", country_twos().get(code))
        for supplier in row["supplier"]:
            for recipient in row["recipient"]:
                yield from _link(tables, row, state(supplier), state(recipient))


def _link(tables: Tables, row: Row, supplier: str, recipient: str) -> Iterator[Row]:
    """Who supplies whom: an Event alone does not tell the sides apart."""
    deal = row["deal_id"] or row["claim_id"]
    entity = f"link-{stable_id(deal, supplier, recipient)}"
    sayer = _Sayer(tables, "UnknownLink", entity, tables.articles[row["article_id"]], row)
    yield from sayer.say("subject", supplier)
    yield from sayer.say("object", recipient)
    yield from sayer.say("role", f"{row['kind']}: {row['status']}")
    yield from sayer.say("date", row["event_date"])
    yield from sayer.say("sourceUrl", web_address(tables.articles[row["article_id"]]))


def _deal_name(row: Row) -> str:
    sides = [" and ".join(row[side]) or "?" for side in ("supplier", "recipient")]
    return f"{row['kind']}, {' to '.join(sides)}" + "".join(f", {name}" for name in item_names(row["items"]))


def _oil(tables: Tables) -> Iterator[Row]:
    states = {a["country_iso3"]: i for i, a in reversed([*tables.actors.items()]) if a["type"] == "state"}
    for row in tables.oil:
        article = tables.articles[row["article_id"]]
        sayer = _Sayer(tables, "Note", f"figure-{row['claim_id']}", article, row)
        period = f" for {row['as_of']}" if row["as_of"] else ""
        yield from sayer.say("name", f"{row['subject'] or '?'}: {row['measure']} {row['value_stated']}{period}")
        yield from sayer.say("description", row["quote"])
        yield from sayer.say("proof", article_entity(row["article_id"]))
        yield from sayer.say("publisher", row["attributed_to"])
        yield from sayer.say("country", country_twos().get(row["country"] or ""))
        if row["country"]:
            yield from sayer.say("entity", actor_entity(states.get(row["country"], row["country"].lower())))
