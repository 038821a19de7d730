"""Tables of deals: one by one with their history, beside the register, and what is denied or only thought of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from pactline.record.schema import DRAWN_MODALITIES
from pactline.report.citing import cite, claim_key
from pactline.report.markup import Fragment, escape, label
from pactline.report.tables import MOST_ROWS, each, table, table_block
from pactline.report.told_deals import NOTHING, drawn_events, edition_of, pair_words, register_keys, with_mutual
from pactline.report.wording import (
    KIND_WORDS,
    amount,
    counted,
    country_names,
    date_words,
    item_words,
    listed,
    paragraph,
    said,
    status_words,
)  # fmt: skip

MOST_STEPS = 4

"""Steps of a deal's history shown: the first, the number of those between, and the latest."""


def deals_table(study: Any) -> Fragment:
    """Every deal: parties, items, value, history of statuses, how many articles and independent sources."""
    events, names = drawn_events(study), country_names(study.topic)
    if events.empty:
        return table_block("tab-deals", "deals", paragraph(NOTHING))
    if len(events) > MOST_ROWS:
        events = events.sort_values(["sources", "deal_id"], ascending=[False, True], kind="stable")
    rows = [_deal_row(event, names) for event in each(events.head(MOST_ROWS))]
    inner = table("Deals and agreements told as fact, report or plan", ["between whom", "what", "history", "articles", "sources"], rows,
                  total=len(events), file="deal_events.csv", numeric=["articles", "sources"])  # fmt: skip
    return table_block("tab-deals", "deals", inner)


def _deal_row(event: Any, names: dict[str, str]) -> list[str]:
    keys = [claim_key(c) for c in event.claims]
    what = item_words(event.items) or KIND_WORDS[event.kind]
    money = [amount(v, "USD") for v in event.value_usd]
    return [
        cite(pair_words(event, names), keys),
        cite(label(what, 120), keys) + (f"<br>{cite(', '.join(money), keys)}" if money else "")
        + f'<br><small>{KIND_WORDS[event.kind]}{", planned" if event.modality == "planned" else ""}</small>',
        _history_words(event.history, event.kind), cite(f"{event.articles:,}", keys, "articles"), cite(f"{event.sources:,}", keys, "sources"),
    ]  # fmt: skip


def _history_words(history: Sequence[dict[str, Any]], kind: str) -> str:
    """`requested 2005; agreed July 2006`; of a long history the first step and the latest ones."""
    told: dict[tuple[str, Any], list[str]] = {}
    for step in history:
        told.setdefault((step["status"], step["date"]), []).append(claim_key(step["claim_id"]))
    steps = [
        status_words(status, kind) + (f" {cite(date_words(when), claims)}" if when else "")
        for (status, when), claims in told.items()
    ]
    if len(steps) > MOST_STEPS:
        between = [key for claims in list(told.values())[1 : 2 - MOST_STEPS] for key in claims]
        steps[1 : 2 - MOST_STEPS] = [cite(f"{len(steps) + 1 - MOST_STEPS:,} more steps", between)]
    return "; ".join(steps)


def apart(study: Any) -> Fragment:
    """Statements that a party denies, or that are only thought of: never in a total."""
    deals, names = study.deals, country_names(study.topic)
    kept = deals[(~deals["modality"].isin(DRAWN_MODALITIES)) | (deals["status"] == "denied")]
    if kept.empty:
        return table_block("tab-apart", "denied and hypothetical", paragraph("No statement is denied or hypothetical."))
    rows = [
        [cite(pair_words(d, names), [claim_key(d.claim_id)]), cite(label(item_words(d.items) or KIND_WORDS[d.kind], 100), [claim_key(d.claim_id)]),
         escape(d.modality if d.modality != "denied" else "denied"), status_words(d.status, d.kind), f'<span data-plain="">{said(label(d.quote, 160))}</span>']
        for d in each(kept.head(MOST_ROWS))
    ]  # fmt: skip
    inner = table("Denied or hypothetical: shown apart, in no total and no chart", ["between whom", "what", "told as", "status", "words"],
                  rows, total=len(kept), file="deals.csv")  # fmt: skip
    return table_block("tab-apart", "denied and hypothetical", inner)


def register_table(study: Any) -> Fragment:
    """Deals that the register knows, beside its entry; the others counted by the reason."""
    checks = study.register_checks
    events = {e.deal_id: e for e in each(with_mutual(study.deal_events, study.deals))}
    if checks.empty:
        return table_block(
            "tab-register", "deals beside the register", paragraph("There is no deal to set beside the register.")
        )
    known = checks[checks["designation"].notna()]
    words = paragraph(_without_entry(study, checks[checks["designation"].isna()]))
    if known.empty:
        return table_block(
            "tab-register", "deals beside the register", paragraph("No deal of the articles has an entry.") + words
        )
    source, names = register_keys(study), country_names(study.topic)
    rows = [
        _register_row(row, events[row["deal_id"]], source, names) for row in known.head(MOST_ROWS).to_dict("records")
    ]
    columns = ["deal", "told as", "entry", "ordered", "delivered", "in", "verdict"]
    inner = table(
        "Deals beside the register of known transfers", columns, rows, total=len(known), file="register_checks.csv"
    )
    return table_block("tab-register", "deals beside the register", inner + words)


def _without_entry(study: Any, checks: pd.DataFrame) -> str:
    """Why deals are not in the register: not its subject, too late for its edition, or lacking without a reason."""
    events = {e.deal_id: e for e in each(study.deal_events)}
    if checks.empty:
        return ""
    edition = edition_of(study)
    outside = [events[c.deal_id] for c in each(checks) if c.verdict == "not covered"]
    lacking = [events[c.deal_id] for c in each(checks) if c.verdict != "not covered"]
    late = [e for e in lacking if edition and pd.notna(e.last_date) and e.last_date > edition[: len(e.last_date)]]
    rest = [e for e in lacking if e not in late]
    told = [
        f"{counted([claim_key(c) for e in deals for c in e.claims], one, many, number=len(deals), of='deals')}"
        for deals, one, many in (
            (late, "deal could not be in it yet", "deals could not be in it yet"),
            (outside, "deal is not its subject", "deals are not its subject"),
            (rest, "deal is without an entry", "deals are without an entry"),
        )
        if deals
    ]
    until = cite(date_words(edition), register_keys(study)) if edition else ""
    return f"The register lists deliveries up to its edition{f' of {until}' if until else ''}: {listed(told)}."


def _register_row(row: dict[str, Any], event: Any, source: Sequence[str], names: dict[str, str]) -> list[str]:
    keys = [claim_key(c) for c in event.claims]
    entry = [_cell(row.get(c), source) for c in ("designation", "order_year", "quantity_delivered", "delivery_years")]
    what = label(item_words(event.items) or KIND_WORDS[event.kind], 80)
    return [cite(pair_words(event, names), keys), cite(what, keys), *entry, _cell(row["verdict"], source)]


def _cell(value: Any, keys: Sequence[str]) -> str:
    if isinstance(value, (list, dict)):
        value = listed([str(v) for v in value])
    if value is None or pd.isna(value) or value == "":
        return "–"
    text = label(value, 160)
    return cite(text, keys) if any(c.isdigit() for c in text) else escape(text)
