"""In short: the sentences that an editor would write, every number computed and linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from pactline.report.citing import article_key, cite, claim_key
from pactline.report.doubts import doubt
from pactline.report.figures_corpus import outlet_of, read_articles, span_words
from pactline.report.markup import escape, label
from pactline.report.since import counts
from pactline.report.tables import each
from pactline.report.told_deals import NOTHING as NO_DEALS
from pactline.report.told_deals import drawn_events, is_mutual, keys_of
from pactline.report.told_oil import oil_finding, production
from pactline.report.wording import (
    KIND_NOUNS,
    KIND_WORDS,
    amount,
    counted,
    country_names,
    date_words,
    item_words,
    listed,
    names_of,
    status_words,
    with_article,
)

STAGES = {
    "requested or offered": ("requested", "offered", "negotiating"),
    "agreed": ("agreed",),
    "being delivered": ("delivering",),
    "delivered": ("delivered",),
    "stopped": ("suspended", "cancelled"),
}
"""How far a transfer of arms has come, in the words of a summary."""
ARMS = "transfer"


def corpus_line(study: Any) -> str:
    """`5 articles from 5 outlets, August 2019 to November 2025`."""
    articles = read_articles(study)
    keys = [article_key(a) for a in articles["article_id"]]
    outlets = {outlet_of(a) for a in each(articles) if pd.notna(a.outlet)}
    named = [article_key(a.article_id) for a in each(articles) if pd.notna(a.outlet)]
    source = f" from {counted(named, 'named outlet', 'named outlets', number=len(outlets))}" if outlets else ""
    return f"{counted(keys, 'article', 'articles')}{source}, {span_words(articles)}"


def in_short(study: Any, changed: Any = None) -> list[tuple[str, str]]:
    """The findings as sentences under a word each: what there is, what is new, what is large, what is doubtful, what is missing."""
    told = (
        ("Arms", _deals),
        ("Newest", _newest),
        ("Largest", _largest),
        ("Oil", _oil),
        ("Doubt", doubt),
        ("Missing", _missing),
    )
    found = [(name, sentence) for name, write in told if (sentence := write(study))]
    return found if changed is None else [("New", _changed(changed)), *found]


def _changed(changed: pd.DataFrame) -> str:
    """What differs from the run before, where there was one."""
    if changed.empty:
        return "Nothing is new, gone or changed since the last run."
    return f'<a href="#changes">Since the last run</a>, {counts(changed)}.'


def _deals(study: Any) -> str:
    """How many deals there are, whose, whether arms arrived, how far the transfers have come, and what the others are."""
    events = drawn_events(study)
    if events.empty:
        return NO_DEALS
    arms, others = events[events["kind"] == ARMS], events[events["kind"] != ARMS]
    one, many = "arms deal or military agreement", "arms deals and military agreements"
    lead = f"The articles report {counted(keys_of(events), one, many, number=len(events))}"
    if len(events) == 1:
        event = next(each(events))
        return f"{lead}: {with_article(KIND_NOUNS[event.kind][0])}, at last report {status_words(event.status, event.kind)}."
    kinds = listed([
        counted(keys_of(rows), *KIND_NOUNS[kind], number=len(rows), of="deals")
        for kind in sorted(KIND_NOUNS, key=lambda k: -int((others["kind"] == k).sum()))
        if len(rows := others[others["kind"] == kind])
    ])  # fmt: skip
    parts = [f"{lead}, {_between(study, events)}.", _transfers(arms, others)]
    if kinds:
        rest = "The other is" if len(others) == 1 else "The others are" if len(arms) else "They are"
        parts.append(f"{rest} {kinds}.")
    return " ".join(parts)


def _transfers(arms: pd.DataFrame, others: pd.DataFrame) -> str:
    """How far the transfers of arms have come."""
    if arms.empty:
        return "None is a transfer of arms."
    reached = {words: rows for words, of in STAGES.items() if len(rows := arms[arms["status"].isin(of)])}
    stages = listed([f"{cite(f'{len(rows):,}', keys_of(rows), 'deals')} {words}" for words, rows in reached.items()])
    if len(reached) == 1:
        stages = f"{'' if len(arms) == 1 else 'both ' if len(arms) == 2 else 'all '}{min(reached)}"
    if others.empty:
        return f"All are transfers of arms, at last report {stages}."
    n = cite(f"{len(arms):,}", keys_of(arms), "deals")
    return (
        f"Of all deals, {n} {'is a transfer' if len(arms) == 1 else 'are transfers'} of arms, at last report {stages}."
    )


def _between(study: Any, events: pd.DataFrame) -> str:
    """How many deals are between the two countries of the topic, and whether arms are reported as delivered between them."""
    names, pair = country_names(study.topic), study.topic.settings["pair"]
    theirs = [e for e in each(events) if _joins(e, pair)]
    between = escape(f"between {listed([names_of([code], names) for code in pair])}")
    if not theirs:
        return f"none of them {between}"
    whole = len(theirs) == len(events)
    told = f"all {between}" if whole else f"{cite(f'{len(theirs):,}', _keys(theirs), 'deals')} of them {between}"
    came = [e for e in theirs if e.kind == ARMS and e.status == "delivered"]
    if not came:
        return f"{told}, but no arms delivered between the two"
    return f"{told}, with arms delivered in {cite(f'{len(came):,}', _keys(came), 'deals')}"


def _joins(event: Any, pair: Sequence[str]) -> bool:
    """True where one of two countries stands on either side."""
    one, other = pair
    return (one in event.supplier and other in event.recipient) or (other in event.supplier and one in event.recipient)


def _newest(study: Any) -> str:
    """The deals of the latest date told; the one with most sources stands for them."""
    events, names = drawn_events(study), country_names(study.topic)
    dated = events.dropna(subset=["last_date"])
    if dated.empty:
        return "No deal is dated in the articles." if len(events) else ""
    last = max(dated["last_date"])
    new = [e for e in each(dated) if e.last_date == last]
    first = min(new, key=lambda e: (-e.sources, not e.items, e.deal_id))
    when, what = cite(date_words(last), _keys(new)), f"{_what(first)} {told_route(first, names)}"
    reached = {status_words(e.status, e.kind) for e in new}
    if len(new) == 1:
        return f"Newest is a deal of {when}: {what}, {min(reached)}."
    number = cite(f"{len(new):,}", _keys(new), "deals")
    all_of, one_of = ("both", "one of them") if len(new) == 2 else ("all", "among them")
    if len(reached) == 1:
        return f"Newest are {number} deals of {when}, {all_of} {min(reached)}, {one_of} {what}."
    return f"Newest are {number} deals of {when}, {one_of} {what}, {status_words(first.status, first.kind)}."


def _largest(study: Any) -> str:
    """The largest sum named; where no sum is, the largest number of one weapon."""
    events, names = drawn_events(study), country_names(study.topic)
    sums = [(max(e.value_usd), e) for e in each(events) if e.value_usd]
    if sums:
        value, event = max(sums, key=lambda pair: (pair[0], pair[1].deal_id))
        figure = cite(amount(value, "USD"), _keys([event]))
        return f"The largest sum named is {figure}, for {_what(event)} {told_route(event, names)}, {status_words(event.status, event.kind)}."
    numbers = [(item["quantity"], item, e) for e in each(events) for item in e.items if (item["quantity"] or 0) > 1]
    if not numbers:
        return "No article puts a sum or a number of weapons on a deal." if len(events) else ""
    _, item, event = max(numbers, key=lambda n: (n[0], n[2].deal_id))
    figure = cite(label(item_words([item]), 80), _keys([event]))
    rest = f"{told_route(event, names)}, {status_words(event.status, event.kind)}"
    return f"No article puts a sum on a deal; the largest number of one weapon is {figure} {rest}."


def _oil(study: Any) -> str:
    if study.oil.empty:
        return "The articles state no oil figure."
    if production(study).empty:
        keys = [claim_key(c) for c in study.oil["claim_id"]]
        return f"The articles state {counted(keys, 'oil figure', 'oil figures')}, but no level of output that could be checked."
    return f"{oil_finding(study)}."


def _missing(study: Any) -> str:
    articles = read_articles(study)
    parts = [_silent(articles)]
    parts.append(_unnamed([a for a in each(articles) if pd.isna(a.outlet)]))
    coarse = [article_key(a.article_id) for a in each(articles) if a.published_precision != "day"]
    if coarse:
        parts.append(f"{counted(coarse, 'article gives', 'articles give')} no full date")
    undated = drawn_events(study)
    undated = undated[undated["last_date"].isna()]
    if len(undated):
        parts.append(f"{counted(keys_of(undated), 'deal has', 'deals have', number=len(undated))} no date")
    refused = [article_key(a) for a in study.offered.loc[study.offered["status"] != "read", "article_id"]]
    if refused:
        parts.append(f"{counted(refused, 'document', 'documents')} could not be read")
    said = listed([part for part in parts if part])
    return f"{said[0].upper()}{said[1:]}." if said else ""


def _unnamed(articles: Sequence[Any]) -> str:
    """Articles without an outlet, and those of them that credit a news agency."""
    if not articles:
        return ""
    keys = [article_key(a.article_id) for a in articles]
    told = f"{counted(keys, 'article comes', 'articles come')} without the name of an outlet"
    credited = [article_key(a.article_id) for a in articles if pd.notna(a.wire)]
    if not credited:
        return told
    return f"{told} ({cite(f'{len(credited):,}', credited, 'articles')} {'credits' if len(credited) == 1 else 'credit'} a news agency)"


def _silent(articles: pd.DataFrame) -> str:
    """Years between the first and the last article that have none."""
    years = sorted({int(p[:4]) for p in articles["published"].dropna()})
    if not years or len(years) > years[-1] - years[0]:
        return ""
    ends = articles.dropna(subset=["published"]).iloc[[0, -1]]
    whole = years[-1] - years[0] + 1
    silent = cite(f"{whole - len(years)} of the {whole} years", map(article_key, ends["article_id"]), "silent")
    return f"there is no article from {silent} between the first and the last"


def route_words(event: Any, names: dict[str, str]) -> str:
    """`from Russia to Venezuela`, whatever is supplied."""
    supplier = names_of(event.supplier, names) if event.supplier else "a supplier that is not named"
    recipient = names_of(event.recipient, names) if event.recipient else "a recipient that is not named"
    return escape(f"from {supplier} to {recipient}")


def told_route(event: Any, names: dict[str, str]) -> str:
    """The two sides in the words of the kind: a host lets somebody in, partners work together, a supplier delivers."""
    both = [names_of(side, names) for side in (event.supplier, event.recipient) if side]
    if is_mutual(event) and len(both) == 2:
        return escape(f"between {both[0]} and {both[1]}")
    if event.kind == "access" and len(both) == 2:
        return escape(f"of {both[1]} in {both[0]}")
    return route_words(event, names)


def _what(event: Any) -> str:
    """What a deal is about, linked."""
    return cite(label(item_words(event.items, most=3) or KIND_WORDS[event.kind], 110), _keys([event]))


def _keys(events: Iterable[Any] | Sequence[Any]) -> list[str]:
    return [claim_key(claim) for event in events for claim in event.claims]
