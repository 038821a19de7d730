"""One deal, all its reports: statements about the same deal, across articles and languages, brought together.

Statements are compared only inside a block: one kind, the same parties, the same sorts of weapon. In a block they are
taken by date, and each joins the deal that suits it best, or opens a new one. Where it is doubtful whether two orders
are one, they stay two.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from pactline.findings.alike import alike, is_generic, name_key
from pactline.record import schema
from pactline.record.article import claim_id
from pactline.record.dates import compatible, earliest, latest

Claim = Mapping[str, Any]

SYMMETRIC = frozenset({"access", "cooperation", "training"})
"""Kinds whose two sides may be told in either order."""
RANK = {
    status: rank
    for rank, status in enumerate(
        ("requested", "offered", "negotiating", "agreed", "delivering", "delivered", "suspended", "cancelled", "denied")
    )
}
EARLY = frozenset({"requested", "offered", "negotiating"})
LATE = frozenset({"delivering", "delivered"})
FIRMNESS = ("fact", "reported", "planned", "hypothetical", "denied")
ROUNDING = 1.25
"""Two counts of one order may differ so much: reporters round, and add the last batch or not."""
OPEN_DEALS = 64
"""Deals of a block a statement is compared with, the latest first: keeps the work linear in the number of statements."""
DAYS = {"same": 92, "early": 366, "late": 3 * 366, "course": 4 * 366}
"""How far apart two statements of one deal may be: signings a quarter, requests a year, batches three years, the whole
course of a deal four years (Russian orders of the register took up to four from order to last delivery)."""


@dataclass(slots=True)
class _Deal:
    """A deal being gathered: its statements, in the order they joined."""

    claims: list[Claim] = field(default_factory=list)


def assign_deals(deals: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The statements, each with the id of its deal; the id depends on what is told, never on the order of rows.

    deals     table DEALS; not changed
    articles  table ARTICLES: publication dates place statements without a date of their own
    returns   table DEALS with deal_id filled in every row
    """
    published = _column(articles, "published")
    ids: dict[str, str] = {}
    blocks: dict[tuple[Any, ...], list[Claim]] = {}
    for claim in schema_rows(deals):
        blocks.setdefault(_block(claim), []).append(claim)
    for block in sorted(blocks, key=repr):
        found = _gather(sorted(blocks[block], key=lambda claim: _turn(claim, published)))
        ids.update(_named(block, found))
    marked = deals.copy()
    marked["deal_id"] = pd.Series([ids[one] for one in deals["claim_id"]], index=deals.index, dtype="string")
    return schema.check(marked, schema.DEALS)


def deal_events(deals: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One row per deal: parties, items with rival numbers side by side, history, articles, independent sources.

    deals    what assign_deals gave; rows without a deal_id are left out
    returns  table DEAL_EVENTS
    """
    published, copy_of = _column(articles, "published"), _column(articles, "duplicate_of")
    gathered: dict[str, list[Claim]] = {}
    for claim in schema_rows(deals):
        if claim["deal_id"] is not None:
            gathered.setdefault(claim["deal_id"], []).append(claim)
    return schema.frame(
        (_event(one, claims, published, copy_of) for one, claims in gathered.items()), schema.DEAL_EVENTS
    )


def schema_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain dicts, None for every missing value."""
    return [
        {
            str(key): value if isinstance(value, (list, dict)) or not pd.isna(value) else None
            for key, value in row.items()
        }
        for row in frame.to_dict("records")
    ]


def _column(articles: pd.DataFrame, name: str) -> dict[str, str | None]:
    return {row["article_id"]: row[name] for row in schema_rows(articles[["article_id", name]])}


def block_of(claim: Claim) -> str:
    """The name of the statements that a statement is compared with: deals can be gathered one such block at a time."""
    return repr(_block(claim))


def _block(claim: Claim) -> tuple[Any, ...]:
    """Statements in different blocks are never one deal."""
    supplier, recipient = tuple(sorted(claim["supplier"])), tuple(sorted(claim["recipient"]))
    if claim["kind"] in SYMMETRIC:
        supplier, recipient = tuple(sorted({*supplier, *recipient})), ()
    return claim["kind"], supplier, recipient, tuple(sorted({item["category"] for item in _weapons(claim)}))


def _weapons(claim: Claim) -> list[Mapping[str, Any]]:
    """Items that narrow a deal down; `weapons` and the like do not."""
    return [item for item in claim["items"] if not (item["category"] == "other" and is_generic(item["name"]))]


def _turn(claim: Claim, published: Mapping[str, str | None]) -> tuple[Any, ...]:
    """Dated statements first, by date; then those without, by publication."""
    date = claim["event_date"]
    told = date or published.get(claim["article_id"]) or "9999"
    return date is None, told, RANK[claim["status"]], claim["claim_id"]


def _gather(claims: Iterable[Claim]) -> list[_Deal]:
    """Statements of one block as deals; every statement joins the deal that suits it best."""
    deals: list[_Deal] = []
    recent: deque[_Deal] = deque(maxlen=OPEN_DEALS)
    for claim in claims:
        suits = [(suit, -place, deal) for place, deal in enumerate(recent) if (suit := _suit(claim, deal)) is not None]
        if suits:
            max(suits, key=lambda found: found[:2])[2].claims.append(claim)
        else:
            deals.append(_Deal([claim]))
            recent.append(deals[-1])
    return deals


def _suit(claim: Claim, deal: _Deal) -> int | None:
    """How well a statement suits a deal; None where anything the deal holds speaks against it.

    Only the first, the middle and the last few statements are asked: a deal told a thousand times is no slower.
    """
    asked = deal.claims if len(deal.claims) <= 8 else [*deal.claims[:4], *deal.claims[-4:]]
    scores = [_pair(claim, other) for other in asked]
    if any(score is None for score in scores):
        return None
    best = max(score for score in scores if score is not None)
    return best if best > 0 else None


def _pair(a: Claim, b: Claim) -> int | None:
    """Positive where two statements speak of one deal, 0 where nothing says so, None where something forbids it."""
    score = 0
    dated = a["event_date"] is not None and b["event_date"] is not None
    if dated and not _in_course(a, b):
        return None
    items = [(x, y) for x in _weapons(a) for y in _weapons(b) if alike(x, y)]
    if any(not _counts_agree(a, x, b, y, dated=dated) for x, y in items):
        return None
    if not items and (_weapons(a) or _weapons(b)):
        return 0
    score += sum(3 if name_key(x["name"]) == name_key(y["name"]) else 1 for x, y in items)
    score += 4 * any(x["quantity"] is not None and x["quantity"] == y["quantity"] for x, y in items)
    same_sum = a["value_usd"] is not None and b["value_usd"] is not None and _near(a["value_usd"], b["value_usd"])
    score += 4 * same_sum + 3 * dated + 2 * (a["article_id"] == b["article_id"])
    if items:
        return score if _is_telling(a, b, items, dated=dated) else 0
    return score + 1 if same_sum or (dated and _no_rival_sum(a, b)) or a["status"] == b["status"] == "suspended" else 0


def _is_telling(a: Claim, b: Claim, items: Sequence[tuple[Any, Any]], *, dated: bool) -> bool:
    """Whether common items say enough: `helicopters` in two articles, years apart or without a date, do not."""
    if (
        any(not is_generic(x["name"]) and not is_generic(y["name"]) for x, y in items)
        or a["article_id"] == b["article_id"]
    ):
        return True
    if any(x["quantity"] is not None and x["quantity"] == y["quantity"] for x, y in items):
        return True
    return dated and abs((earliest(a["event_date"]) - earliest(b["event_date"])).days) <= DAYS["early"]


def _no_rival_sum(a: Claim, b: Claim) -> bool:
    return a["value_usd"] is None or b["value_usd"] is None


def _near(a: float, b: float) -> bool:
    return max(a, b) <= min(a, b) * ROUNDING


def _in_course(a: Claim, b: Claim) -> bool:
    """Whether the two dates fit the course of one deal: asked for, then signed, then delivered."""
    first, second = sorted((a, b), key=lambda claim: (_stage(claim), claim["event_date"]))
    if compatible(a["event_date"], b["event_date"]):
        return True
    days = (earliest(second["event_date"]) - latest(first["event_date"])).days
    if _stage(a) == _stage(b):
        return abs(days) <= DAYS[{0: "early", 1: "same", 2: "late", 3: "course"}[_stage(a)]]
    return -31 <= days <= DAYS["course"]


def _stage(claim: Claim) -> int:
    """0 before signing, 1 signed, 2 under way or done, 3 stopped."""
    if claim["status"] in EARLY:
        return 0
    return 2 if claim["status"] in LATE else 1 if claim["status"] == "agreed" else 3


def _counts_agree(a: Claim, x: Mapping[str, Any], b: Claim, y: Mapping[str, Any], *, dated: bool) -> bool:
    """Whether two numbers can be of one deal: rivals at one date can, a part delivered can, another request cannot."""
    if x["quantity"] is None or y["quantity"] is None or x["quantity"] == y["quantity"]:
        return True
    stages = {_stage(a), _stage(b)}
    if 2 in stages:
        whole, part = (x, y) if _stage(b) == 2 else (y, x)
        return len(stages) == 1 or part["quantity"] <= whole["quantity"] * ROUNDING
    if stages == {0, 1}:
        return False
    return (dated and compatible(a["event_date"], b["event_date"])) or _near(x["quantity"], y["quantity"])


def _named(block: tuple[Any, ...], deals: Sequence[_Deal]) -> dict[str, str]:
    """claim_id -> deal_id, from parties, kind, main item and year; deals that share all these are numbered by date."""
    used: Counter[tuple[Any, ...]] = Counter()
    ids = {}
    for deal in deals:
        years = sorted({claim["event_date"][:4] for claim in deal.claims if claim["event_date"]})
        content = (*block, _main_item(deal.claims), years[0] if years else None)
        used[content] += 1
        name = claim_id("deal", *content, used[content])
        ids.update({claim["claim_id"]: name for claim in deal.claims})
    return ids


def _main_item(claims: Sequence[Claim]) -> str | None:
    """The item told most often, the exact before the generic."""
    counted = Counter(item["name"] for claim in claims for item in claim["items"])
    return min(counted, key=lambda name: (is_generic(name), -counted[name], name)) if counted else None


def _event(
    deal_id: str, claims: list[Claim], published: Mapping[str, Any], copy_of: Mapping[str, Any]
) -> dict[str, Any]:
    ordered = sorted(claims, key=lambda claim: _moment(claim, published))
    dates = sorted(claim["event_date"] for claim in claims if claim["event_date"])
    articles = {claim["article_id"] for claim in claims}
    sides = Counter((tuple(claim["supplier"]), tuple(claim["recipient"])) for claim in claims)
    supplier, recipient = min(sides, key=lambda pair: (-sides[pair], pair))
    return {
        "deal_id": deal_id,
        "kind": claims[0]["kind"],
        "supplier": list(supplier),
        "recipient": list(recipient),
        "items": _side_by_side(ordered),
        "value_usd": sorted({claim["value_usd"] for claim in claims if claim["value_usd"] is not None}),
        "status": ordered[-1]["status"],
        "history": [{key: claim[name] for key, name in _HISTORY.items()} for claim in ordered],
        "first_date": dates[0] if dates else None,
        "last_date": dates[-1] if dates else None,
        "modality": min((claim["modality"] for claim in claims), key=FIRMNESS.index),
        "claims": sorted(claim["claim_id"] for claim in claims),
        "articles": len(articles),
        "sources": len({_source(article, copy_of) for article in articles}),
    }


_HISTORY = {"date": "event_date", "status": "status", "claim_id": "claim_id"}


def _moment(claim: Claim, published: Mapping[str, Any]) -> tuple[Any, ...]:
    """When a status held: its own date, else the day it was told; a later stage after an earlier one."""
    return claim["event_date"] or published.get(claim["article_id"]) or "", RANK[claim["status"]], claim["claim_id"]


def _side_by_side(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """Every item with every number told of it; a mention without a number adds nothing beside one that has it."""
    found: dict[tuple[str, Any], dict[str, Any]] = {}
    for claim in claims:
        for item in claim["items"]:
            found.setdefault((name_key(item["name"]), item["quantity"]), dict(item))
    counted = {name for name, quantity in found if quantity is not None}
    kept = [item for (name, quantity), item in found.items() if quantity is not None or name not in counted]
    return sorted(kept, key=lambda item: (item["category"], item["name"], item["quantity"] or 0))


def _source(article: str, copy_of: Mapping[str, Any]) -> str:
    """The article that a wire copy goes back to."""
    seen = {article}
    while (original := copy_of.get(article)) is not None and original not in seen:
        seen.add(original)
        article = original
    return article
