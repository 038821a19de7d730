"""In short: three to six sentences that an editor would write, every number computed and linked."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pactline.report.citing import article_key, cite, claim_key
from pactline.report.figures_corpus import outlet_of, read_articles, span_words
from pactline.report.figures_deals import deal_date, drawn_events, keys_of, pair_words
from pactline.report.figures_oil import CHANGE, oil_title, production
from pactline.report.markup import escape, label
from pactline.report.tables import each
from pactline.report.wording import KIND_WORDS, STATUS_WORDS, counted, country_names, date_words, item_words, listed


def corpus_line(study: Any) -> str:
    """`5 articles from 5 outlets, August 2019 to November 2025`."""
    articles = read_articles(study)
    keys = [article_key(a) for a in articles["article_id"]]
    outlets = {outlet_of(a) for a in each(articles) if pd.notna(a.outlet)}
    named = [article_key(a.article_id) for a in each(articles) if pd.notna(a.outlet)]
    source = f" from {counted(named, 'named outlet', 'named outlets', number=len(outlets))}" if outlets else ""
    return f"{counted(keys, 'article', 'articles')}{source}, {span_words(articles)}"


def in_short(study: Any) -> list[str]:
    """The findings as sentences, weightiest first."""
    sentences = [_deals(study), _latest(study), _oil(study), _doubt(study), _missing(study)]
    return [s for s in sentences if s]


def _deals(study: Any) -> str:
    events, names = drawn_events(study), country_names(study.topic)
    if events.empty:
        return "The articles tell of no arms deal and no military agreement."
    by_pair: dict[str, list[Any]] = {}
    for event in each(events):
        by_pair.setdefault(pair_words(event, names), []).append(event)
    pair, most = min(by_pair.items(), key=lambda p: (-len(p[1]), p[0]))
    keys = [claim_key(c) for e in most for c in e.claims]
    whole = counted(
        keys_of(events), "arms deal or military agreement", "arms deals and military agreements", number=len(events)
    )
    if len(by_pair) == 1:
        return f"The articles tell of {whole}, {escape(pair)}."
    return f"The articles tell of {whole}; {cite(f'{len(most):,}', keys, 'deals')} of them {'runs' if len(most) == 1 else 'run'} {escape(pair)}."


def _latest(study: Any) -> str:
    events, names = drawn_events(study), country_names(study.topic)
    dated = [e for e in each(events) if deal_date(e)]
    if not dated:
        return "None of the deals is dated in the text." if len(events) else ""
    last = max(dated, key=lambda e: (e.last_date, e.deal_id))
    keys = [claim_key(c) for c in last.claims]
    what = label(item_words(last.items, most=3) or KIND_WORDS[last.kind], 110)
    return (
        f"The latest dated one, {cite(date_words(last.last_date), keys)}: {escape(pair_words(last, names))}, "
        f"{cite(what, keys)}, {STATUS_WORDS[last.status]}."
    )  # fmt: skip


def _oil(study: Any) -> str:
    if study.oil.empty:
        return "They state no oil figure."
    if production(study).empty:
        keys = [claim_key(c) for c in study.oil["claim_id"]]
        return f"They state {counted(keys, 'oil figure', 'oil figures')}, but no level of output that could be checked."
    return f"{oil_title(study)}."


def _doubt(study: Any) -> str:
    """What contradicts: figures away from every reference series, deals that rest on one source."""
    checks = study.oil_checks
    checks = checks[checks["series"] != CHANGE]
    agreeing = set(checks.loc[checks["verdict"] == "agrees", "claim_id"])
    differing = sorted(set(checks.loc[checks["verdict"] == "differs", "claim_id"]) - agreeing)
    events = drawn_events(study)
    single = events[events["sources"] == 1]
    parts = []
    if differing:
        keys = [claim_key(c) for c in differing]
        parts.append(f"{counted(keys, 'stated output differs', 'stated outputs differ')} from every reference series")
    if len(single):
        parts.append(
            f"{counted(keys_of(single), 'deal rests', 'deals rest', number=len(single))} on one independent source"
        )
    sentence = listed(parts)
    return f"To be doubted: {sentence}." if parts else ""


def _missing(study: Any) -> str:
    articles = read_articles(study)
    coarse = [article_key(a.article_id) for a in each(articles) if a.published_precision != "day"]
    refused = [article_key(a) for a in study.offered.loc[study.offered["status"] != "read", "article_id"]]
    parts = []
    if coarse:
        parts.append(f"{counted(coarse, 'article gives', 'articles give')} no full date")
    if refused:
        parts.append(f"{counted(refused, 'document', 'documents')} could not be read")
    years = sorted({int(p[:4]) for p in articles["published"].dropna()})
    if years and len(years) <= years[-1] - years[0]:
        ends = articles.dropna(subset=["published"]).iloc[[0, -1]]
        silent = cite(
            f"{years[-1] - years[0] + 1 - len(years)} of {years[-1] - years[0] + 1} years",
            map(article_key, ends["article_id"]),
            "silent",
        )
        parts.append(f"{silent} between the first and the last article have none")
    return f"What is missing: {listed(parts)}." if parts else ""
