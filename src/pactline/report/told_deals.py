"""Deals as the page counts them: which are drawn, how a pair is called, where the register comes from."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from pactline.record.schema import DRAWN_MODALITIES
from pactline.record.topic import read_rows
from pactline.report.citing import claim_key, source_key
from pactline.report.tables import each
from pactline.report.wording import names_of

REGISTER = "arms_transfers"

NOTHING = "The articles report no arms deal and no military agreement."
MUTUAL = "cooperation"
"""The kind of deal in which neither side supplies the other: exercises, frameworks, intelligence."""


RECIPROCAL = Path(__file__).parents[1] / "words" / "reciprocal.csv"
"""Words by which an agreement on visits lets either side in."""


@cache
def _reciprocal() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(row["words"]) for row in read_rows(RECIPROCAL)), re.IGNORECASE)


def with_mutual(events: pd.DataFrame, deals: pd.DataFrame) -> pd.DataFrame:
    """The deals with a column `mutual`: an agreement on visits or bases of which a statement says that it lets either side in."""
    said = deals[deals["kind"].eq("access")]
    both = {r.deal_id for r in each(said) if _reciprocal().search(r.quote)}
    return events.assign(mutual=events["deal_id"].isin(both))


def drawn_events(study: Any) -> pd.DataFrame:
    """Deals told as fact, report or plan and not denied, by first date, undated last; `mutual` as with_mutual has it."""
    events = with_mutual(study.deal_events, study.deals)
    events = events[events["modality"].isin(DRAWN_MODALITIES) & (events["status"] != "denied")]
    return events.sort_values(["first_date", "deal_id"], na_position="last", kind="stable", ignore_index=True)


def keys_of(events: pd.DataFrame) -> list[str]:
    """Evidence of deals: the statements that tell of them."""
    return [claim_key(claim) for claims in events["claims"] for claim in claims]


def pair_words(event: Any, names: dict[str, str]) -> str:
    """`Russia → Venezuela`, supplier first; `Russia ↔ Venezuela` for what both do together; a visitor `in` its host.

    event  a deal, as with_mutual gives it, or one statement of it
    """
    if is_mutual(event):
        return " ↔ ".join(sorted((names_of(event.supplier, names), names_of(event.recipient, names))))
    if event.kind == "access" and event.supplier and event.recipient:
        return f"{names_of(event.recipient, names)} in {names_of(event.supplier, names)}"
    return f"{names_of(event.supplier, names)} → {names_of(event.recipient, names)}"


def is_mutual(event: Any) -> bool:
    """True where neither side only gives or only takes."""
    return event.kind == MUTUAL or bool(
        getattr(event, "mutual", event.kind == "access" and _reciprocal().search(getattr(event, "quote", "")))
    )


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
