"""Small studies made of plain rows, so that a test states only what differs."""

from types import SimpleNamespace

import pytest

from pactline.findings.corrections import replay
from pactline.findings.events import assign_deals, deal_events
from pactline.findings.register import against_register
from pactline.findings.timeline import outlets, timelines
from pactline.record import schema
from pactline.record.article import claim_id
from pactline.record.dates import precision
from pactline.record.topic import load_topic

TOPIC = load_topic("venezuela-russia")
UNRULED = replay({}, {}, [])
TEXT = "Russia agreed on Monday to sell Venezuela 24 Su-30 jets. Output was about one million barrels a day. More words follow."


def article(number, *, published="2024-11-08", text=TEXT, **other):
    row = {
        "article_id": f"x{number}", "source": f"x{number}.txt", "content_hash": "0" * 64, "status": "read", "title": f"Headline {number}",
        "outlet": "Gazette", "language": "en", "published": published, "published_precision": precision(published),
        "published_basis": "byline", "published_conflicts": [], "body_spans": [[0, len(text)]], "clutter": [], "words": 20,
    }  # fmt: skip
    return {**row, **other}


def mention(article_id="x1", start=0, end=6, **other):
    row = {"article_id": article_id, "start": start, "end": end, "surface": "Russia", "actor_id": "russia", "actor": "Russia",
           "actor_type": "state", "country": "RUS", "form": "name"}  # fmt: skip
    return {**row, **other}


def deal(article_id="x1", start=0, end=56, **other):
    row = {
        "claim_id": claim_id(article_id, start, end), "article_id": article_id, "start": start, "end": end, "quote": TEXT[start:end],
        "kind": "transfer", "status": "agreed", "supplier": ["RUS"], "recipient": ["VEN"], "supplier_basis": "stated",
        "recipient_basis": "context", "items": [{"name": "Su-30", "category": "aircraft", "quantity": 24, "bound": "exact"}],
        "event_date": "2024-11", "modality": "reported", "rule": "sale",
        "marks": [[0, 6, "supplier"], [7, 13, "status"], [17, 23, "date"], [32, 41, "recipient"], [42, 44, "quantity"], [45, 50, "item"]],
    }  # fmt: skip
    return {**row, **other}


def oil(article_id="x1", start=57, end=99, **other):
    row = {
        "claim_id": claim_id(article_id, start, end, "oil"), "article_id": article_id, "start": start, "end": end,
        "quote": TEXT[start:end], "measure": "production", "basis": "level", "subject": "Venezuela", "country": "VEN", "value": 1e6,
        "unit": "b/d", "value_stated": "one million barrels a day", "bound": "about", "as_of": "2024-11", "rule": "level",
    }  # fmt: skip
    return {**row, **other}


def check(claim, **other):
    row = {"claim_id": claim["claim_id"], "series": "JODI-Oil, reported by the country", "reference_bpd": 960_000.0,
           "reference_period": "2024-11", "difference_percent": 4.2, "verdict": "agrees"}  # fmt: skip
    return {**row, **other}


def study_of(articles=(), mentions=(), deals=(), oils=(), checks=(), texts=None, period="year", outside=()):
    import pandas as pd

    frames = {t.name: schema.frame(rows, t) for t, rows in ((schema.ARTICLES, articles), (schema.MENTIONS, mentions),
              (schema.DEALS, deals), (schema.OIL, oils), (schema.OIL_CHECKS, checks), (schema.NEAR_MISSES, []),
              (schema.OUTSIDE_MENTIONS, outside))}  # fmt: skip
    study = SimpleNamespace(
        topic=TOPIC, offered=frames["articles"], articles=frames["articles"], mentions=frames["mentions"], oil=frames["oil"],
        oil_checks=frames["oil_checks"], near_misses=frames["near_misses"], outside_mentions=frames["outside_mentions"], period=period, parameters={"period": period},
        texts={a["article_id"]: (texts or {}).get(a["article_id"], TEXT) for a in articles}, accuracy=pd.DataFrame(), accuracy_pooled=pd.DataFrame(), misses=pd.DataFrame(),
    )  # fmt: skip
    study.corrections_applied, study.corrections_unmatched, study.watchers = UNRULED.applied, UNRULED.unmatched, []
    study.deals = assign_deals(frames["deals"], study.articles)
    study.deal_events = deal_events(study.deals, study.articles)
    study.timelines = timelines(study.mentions, study.articles, period=period)
    study.register_checks = against_register(study.deal_events, TOPIC.reference("arms_transfers"))
    return study


def page_of(study):
    from pactline.report import (
        figures_actors,
        figures_attention,
        figures_corpus,
        figures_coverage,
        figures_deals,
        figures_oil,
        figures_oil_panels,
        figures_outlets,
        figures_together,
        page,
        tables_deals,
        tables_oil,
    )

    makers = {
        "corpus": [figures_coverage.coverage, figures_corpus.corpus_words, figures_corpus.load_report, figures_corpus.dates_found,
                   figures_corpus.dates_refused, figures_corpus.left_out, figures_attention.outside],
        "actors": [figures_actors.over_time, figures_actors.actors_words, figures_attention.shares, lambda s: figures_outlets.by_outlet(s, outlets(s.mentions, s.articles)), figures_together.together, figures_actors.forms],
        "arms-deals": [figures_deals.deals_over_time, figures_deals.deals_words, figures_deals.categories, tables_deals.deals_table,
                       tables_deals.register_table, tables_deals.apart],
        "oil-output": [figures_oil.output_over_time, tables_oil.oil_words, tables_oil.checks_table, figures_oil_panels.other_measures, tables_oil.figures_table],
    }  # fmt: skip
    chapters = [
        (name, name, f"<h2>{name}</h2>" + "".join(make(study).html for make in made)) for name, made in makers.items()
    ]
    return page.assemble(study, chapters, title="Test")


@pytest.fixture
def whole_study():
    claim = oil()
    return study_of(
        [article(1), article(2, published="2019-08"), article(3, published=None)],
        [mention(), mention("x2"), mention(start=32, end=41, surface="Venezuela", actor_id="venezuela", actor="Venezuela", country="VEN")],
        [deal(), deal("x2", status="denied", modality="denied")], [claim], [check(claim)],
    )  # fmt: skip
