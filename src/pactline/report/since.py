"""What changed since the last run: new, gone and changed findings, each with the words behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pactline.report.citing import article_key, cite, claim_key, mention_key, unique
from pactline.report.markup import block, escape, label
from pactline.report.tables import each, table
from pactline.report.wording import country_names, listed, paragraph, said

ORDER = ("new", "gone", "changed")
_CODE = re.compile(r"\b[A-Z]{3}\b")
LONGEST_QUOTE = 160
"""Characters shown of a statement that is gone."""
WHAT = {"deals": "deal statement", "oil": "oil figure", "articles": "article", "actors": "actor"}
"""Table -> what one row of it is."""


def changes_part(changes: pd.DataFrame, study: Any) -> str:
    """The whole section: counts, then a table of every change.

    changes   table CHANGES of the earlier run against this one
    """
    if changes.empty:
        same = paragraph("Nothing is new, gone or changed since the earlier run.")
        return block("changes-table", "changes", same).html
    named, names = _actor_keys(study), country_names(study.topic)
    rows = [
        [escape(row.change), WHAT[row.table], _told(row, keys_behind(row, study, named), names)]
        for row in sorted(each(changes), key=lambda r: (ORDER.index(r.change), list(WHAT).index(r.table), r.id))
    ]
    inner = table("What differs from the earlier run", ["change", "what", "which"], rows, file="changes.csv")
    return block("changes-table", "changes", paragraph(f"{counts(changes)}.") + inner).html


def counts(changes: pd.DataFrame) -> str:
    """`2 deal statements and 1 actor are new; 1 article is gone`."""
    n = Counter(zip(changes["change"], changes["table"], strict=True))
    told = []
    for change in ORDER:
        held = [name for name in WHAT if n[change, name]]
        parts = [
            f'<span data-plain="" data-count="change:{change}|{name}">{n[change, name]:,}</span> '
            f"{WHAT[name] if n[change, name] == 1 else f'{WHAT[name]}s'}"
            for name in held
        ]
        if parts:
            told.append(f"{listed(parts)} {'is' if sum(n[change, name] for name in held) == 1 else 'are'} {change}")
    return "; ".join(told)


def reader_words(what: str, names: Mapping[str, str]) -> str:
    """A change with the names of countries in place of their codes, in one line.

    >>> reader_words("transfer agreed, RUS → VEN: Su-30", {"RUS": "Russia", "VEN": "Venezuela"})
    'transfer agreed, Russia → Venezuela: Su-30'
    """
    return label(_CODE.sub(lambda code: names.get(code[0], code[0]), what), 200)


def keys_behind(row: Any, study: Any, named: dict[str, list[str]]) -> list[str]:
    """Evidence of a change as far as this run still holds it; nothing for what is gone."""
    if row.change == "gone":
        return []
    if row.table == "articles":
        return [article_key(row.id)]
    return named.get(row.id, []) if row.table == "actors" else [claim_key(c) for c in row.claims]


def _told(row: Any, keys: Sequence[str], names: Mapping[str, str]) -> str:
    """The change in words: a link to its evidence, or the words as they stood."""
    what = reader_words(row.what, names)
    if keys:
        return cite(what, keys, "change")
    quote = f": <q>{said(label(row.quote, LONGEST_QUOTE))}</q>" if pd.notna(row.quote) else ""
    return f'<span data-plain="">{escape(what)}</span>{quote}'


def _actor_keys(study: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in each(study.mentions):
        found.setdefault(row.actor_id, []).append(mention_key(row.article_id, row.actor_id))
    return {actor: unique(keys) for actor, keys in found.items()}
