"""Deals as the page counts them: which are drawn, how a pair is called, where the register comes from."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pandas as pd

from pactline.record.schema import DRAWN_MODALITIES
from pactline.report.citing import claim_key, source_key
from pactline.report.wording import names_of

REGISTER = "arms_transfers"

NOTHING = "The articles report no arms deal and no military agreement."
MUTUAL = "cooperation"
"""The kind of deal in which neither side supplies the other: exercises, frameworks, intelligence."""


def drawn_events(study: Any) -> pd.DataFrame:
    """Deals told as fact, report or plan and not denied, by first date, undated last."""
    events = study.deal_events
    events = events[events["modality"].isin(DRAWN_MODALITIES) & (events["status"] != "denied")]
    return events.sort_values(["first_date", "deal_id"], na_position="last", kind="stable", ignore_index=True)


def keys_of(events: pd.DataFrame) -> list[str]:
    """Evidence of deals: the statements that tell of them."""
    return [claim_key(claim) for claims in events["claims"] for claim in claims]


def pair_words(event: Any, names: dict[str, str]) -> str:
    """`Russia → Venezuela`, supplier first; `Russia ↔ Venezuela` for what both do together; a visitor `in` its host."""
    if event.kind == MUTUAL:
        return " ↔ ".join(sorted((names_of(event.supplier, names), names_of(event.recipient, names))))
    if event.kind == "access" and event.supplier and event.recipient:
        return f"{names_of(event.recipient, names)} in {names_of(event.supplier, names)}"
    return f"{names_of(event.supplier, names)} → {names_of(event.recipient, names)}"


def deal_date(event: Any) -> str | None:
    """The date at which a deal is drawn: the last one told."""
    return event.last_date if pd.notna(event.last_date) else None


def register_keys(study: Any) -> list[str]:
    """The register's sources, those with most rows first."""
    sources = Counter(row["source"] for row in study.topic.reference(REGISTER))
    return [source_key(REGISTER, s) for s, _ in sorted(sources.items(), key=lambda p: (-p[1], p[0]))]


def edition_of(study: Any) -> str | None:
    """The day the register's latest copy was made, where its source says so."""
    found = (re.search(r"generated (\d{4}-\d{2}-\d{2})", row["source"]) for row in study.topic.reference(REGISTER))
    return max((match[1] for match in found if match), default=None)
