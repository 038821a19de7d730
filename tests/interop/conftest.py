"""The seeds and the Iranian pages as tables, and a small set of rows with everything awkward in it."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from pactline.interop.rows import tables_of
from pactline.record import schema
from pactline.record.topic import load_topic

TEXT = "Россия 🛩 согласилась продать Ирану 24 Су-35. =2+2 Output: 3 million b/d, said Owji. Trinidad waits."
HASH = "0" * 64


def span(words):
    start = TEXT.index(words)
    return {"article_id": "a b", "start": start, "end": start + len(words), "quote": words}


def awkward():
    article = {
        "article_id": "a b", "source": "a b.txt", "content_hash": HASH, "status": "read", "title": "=Заголовок", "outlet": None,
        "language": "ru", "url": "HTTPS://example.org/a", "published": "2023-11", "published_precision": "month", "published_conflicts": [],
        "body_spans": [[0, len(TEXT)]], "clutter": [], "words": 12,
    }  # fmt: skip
    unread = {**article, "article_id": "u", "status": "empty", "language": None, "url": "javascript:alert(1)"}
    deal = {
        "claim_id": "c1", **span("Россия 🛩 согласилась продать Ирану 24 Су-35"), "kind": "transfer", "status": "agreed", "supplier": ["RUS"],
        "recipient": ["IRN", "TTO"], "items": [{"name": "Su-35", "category": "aircraft", "quantity": 24, "bound": "exact"}],
        "event_date": "2023", "modality": "reported", "rule": "sale", "deal_id": "d1",
    }  # fmt: skip
    thought = {**deal, "claim_id": "c2", "modality": "hypothetical", "supplier": [], "items": [], "event_date": None}
    again = {**deal, "claim_id": "c3", **span("продать Ирану 24 Су-35"), "status": "denied", "modality": "denied"}
    figure = {
        "claim_id": "o1", **span("3 million b/d"), "measure": "production", "basis": "level", "subject": None, "country": "SUN", "value": 3e6,
        "unit": "b/d", "value_stated": "3 million b/d", "bound": "about", "as_of": None, "attributed_to": "=Owji", "rule": "level",
    }  # fmt: skip
    named = [
        {**span("Россия"), "surface": "Россия", "actor_id": "russia", "actor": "Russia", "actor_type": "state", "country": "RUS", "form": "name"},
        {**span("Owji"), "surface": "Owji", "actor_id": "javad-owji", "actor": "Javad Owji", "actor_type": "person", "country": "IRN", "form": "short"},
    ]  # fmt: skip
    frames = {t.name: schema.frame(found, t) for t, found in (
        (schema.ARTICLES, [article, unread]), (schema.MENTIONS, [{k: v for k, v in m.items() if k != "quote"} for m in named]),
        (schema.DEALS, [deal, thought, again]), (schema.OIL, [figure]))}  # fmt: skip
    return SimpleNamespace(topic=load_topic("russia-iran"), texts={"a b": TEXT, "u": ""}, **frames)


@pytest.fixture(scope="session", params=["seeds", "russia-iran", "awkward"])
def exported(request, own_cache, seeds_study, tmp_path_factory):
    if request.param == "awkward":
        return awkward()
    if request.param == "seeds":
        return seeds_study
    from pactline import open_study

    gold = Path(load_topic("russia-iran").folder) / "gold" / "restated.jsonl"
    return open_study(gold, topic="russia-iran")


@pytest.fixture(scope="session")
def tables(exported):
    return tables_of(exported)
