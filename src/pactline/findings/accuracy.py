"""How good the reading is: precision, recall and counts per field against annotated cases.

A claim is paired with at most one annotated claim, the likest first; a pair must share words of the text. Every quantity
is a count of right answers over annotated and found ones, with a 95 % Wilson interval for recall.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from pactline.record.dates import earliest

Row = Mapping[str, Any]
SYMMETRIC = frozenset({"access", "cooperation", "training"})
COLUMNS = ["set", "field", "language", "gold", "found", "right", "precision", "recall", "f1", "low", "high"]
MISSES = ["set", "table", "language", "case", "start", "quote"]
STATE_OF_COMPANY = {
    "pdvsa": "venezuela",
    "petroleos de venezuela": "venezuela",
    "rosneft": "russia",
    "gazprom": "russia",
    "nioc": "iran",
    "national iranian oil company": "iran",
}


class Counts:
    """Right, annotated and found answers, per set of cases, field and language."""

    def __init__(self) -> None:
        self.cells: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, case: Row, field: str, right: int, gold: int, found: int) -> None:
        """Count for the case's own language and for all of them."""
        for language in (case.get("lang") or "en", "all"):
            cell = self.cells[case["set"], field, language]
            for i, n in enumerate((gold, found, right)):
                cell[i] += n

    def table(self) -> pd.DataFrame:
        """One row per set, field and language, with rates rounded to three digits."""
        rows = []
        for (group, field, language), (gold, found, right) in sorted(self.cells.items()):
            if gold or found:
                low, high = wilson(right, gold)
                p, r = _rate(right, found), _rate(right, gold)
                f1 = _rate(2 * right, gold + found)
                rows.append([group, field, language, gold, found, right, p, r, f1, low, high])
        return pd.DataFrame(rows, columns=COLUMNS)


def score_gold(cases: Iterable[Row], tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Score extracted tables against annotated cases.

    cases    annotations with id, set, text and any of published, actors, deals, oil
    tables   articles, mentions, deals and oil, as the reading gave them
    returns  columns COLUMNS
    """
    counts = Counts()
    articles = {row["article_id"]: row for row in records(tables["articles"])}
    by_article = {name: _grouped(tables[name]) for name in ("mentions", "deals", "oil")}
    for case in cases:
        if "published" in case:
            _count_date(case, articles.get(case["id"], {}), counts)
        if "body_offsets" in case:
            _count_body(case, articles.get(case["id"], {}), counts)
        if "actors" in case:
            _count_actors(case, by_article["mentions"][case["id"]], counts)
        if "deals" in case:
            _count_deals(case, by_article["deals"][case["id"]], counts)
        if "oil" in case:
            _count_oil(case, by_article["oil"][case["id"]], counts)
    return counts.table()


def misses(cases: Sequence[Row], tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Annotated deals and oil figures that nothing found stands for.

    cases, tables   as for score_gold
    returns         columns MISSES, by set, case and place in the text
    """
    rows = []
    for name, likeness in (("deals", _deal_likeness), ("oil", _oil_likeness)):
        found = _grouped(tables[name])
        for case in cases:
            gold = [_placed(claim, case["text"]) for claim in case.get(name, [])]
            paired = [id(g) for g, _ in pair(gold, found[case["id"]], likeness)]
            language = case.get("lang") or "en"
            rows += [
                (case["set"], name, language, case["id"], g["start"], g["quote"]) for g in gold if id(g) not in paired
            ]
    return pd.DataFrame(sorted(rows), columns=MISSES)


def wilson(right: int, n: int) -> tuple[float | None, float | None]:
    """95 % Wilson score interval of a share; (None, None) for no trials.

    >>> wilson(8, 10)
    (0.49, 0.943)
    """
    if not n:
        return None, None
    z = 1.959964
    share = right / n
    centre = share + z * z / (2 * n)
    spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return round((centre - spread) / (1 + z * z / n), 3), round((centre + spread) / (1 + z * z / n), 3)


def fold(name: str | None) -> str:
    """Lower case without accents or punctuation; a national oil company counts as its state.

    >>> fold("Vladimir Padrino López"), fold("PDVSA")
    ('vladimir padrino lopez', 'venezuela')
    """
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", " ", plain).strip()
    return STATE_OF_COMPANY.get(plain, plain)


def same_date(gold: str | None, found: str | None, tolerance_days: int = 0) -> bool:
    """True where the found date is the annotated one, or true but coarser."""
    if gold is None or found is None:
        return gold is None and found is None
    if tolerance_days and len(gold) == len(found) == 10:
        return abs((earliest(gold) - earliest(found)).days) <= tolerance_days
    return gold.startswith(found)


def pair(gold: Sequence[Row], found: Sequence[Row], likeness: Callable[[Row, Row], int]) -> list[tuple[Row, Row]]:
    """Pair one to one, the likest first; likeness 0 never pairs."""
    ranked = sorted(
        ((-likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for value, i, j in ranked:
        if value < 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _count_date(case: Row, article: Row, counts: Counts) -> None:
    gold, found = case["published"], _known(article.get("published"))
    right = found is not None and (
        found in gold.get("also_right", []) or same_date(gold["date"], found, case.get("tolerance_days", 0))
    )
    counts.add(case, "publication date", int(right), int(gold["date"] is not None), int(found is not None))


def _count_body(case: Row, article: Row, counts: Counts) -> None:
    gold = {i for start, end in case["body_offsets"] for i in range(start, end)}
    found = {i for start, end in article.get("body_spans") or [] for i in range(start, end)}
    counts.add(case, "body (characters)", len(gold & found), len(gold), len(found))


def _count_actors(case: Row, mentions: list[Row], counts: Counts) -> None:
    gold, found = {fold(a) for a in case["actors"]}, {fold(m["actor"]) for m in mentions}
    counts.add(case, "actors", len(gold & found), len(gold), len(found))


def _count_deals(case: Row, found: list[Row], counts: Counts) -> None:
    gold = [_placed(claim, case["text"]) for claim in case["deals"]]
    found = _judged(case, "deals", gold, found)
    pairs = pair(gold, found, _deal_likeness)
    parties = [(g, f) for g, f in pairs if _same_parties(g, f)]
    status = [(g, f) for g, f in parties if g["status"] == f["status"]]
    kind = [(g, f) for g, f in status if g["kind"] == f["kind"]]
    for field, right in (
        ("found", pairs),
        ("parties", parties),
        ("parties, status", status),
        ("parties, status, kind", kind),
    ):
        counts.add(case, f"deals: {field}", len(right), len(gold), len(found))
    for g, f in pairs:
        matched = pair(g["items"], f["items"], _item_likeness)
        right_items = sum(a["quantity"] == b["quantity"] for a, b in matched)
        counts.add(case, "deals: items with quantity", right_items, len(g["items"]), len(f["items"]))


def _count_oil(case: Row, found: list[Row], counts: Counts) -> None:
    gold = [_placed(claim, case["text"]) for claim in case["oil"]]
    found = _judged(case, "oil", gold, found)
    pairs = pair(gold, found, _oil_likeness)
    measure = [(g, f) for g, f in pairs if g["basis"] == f["basis"] and g["measure"] == f["measure"]]
    subject = [(g, f) for g, f in measure if fold(g["subject"]) == fold(_known(f["subject"]))]
    for field, right in (("value, unit", pairs), ("measure, basis", measure), ("subject", subject)):
        counts.add(case, f"oil: {field}", len(right), len(gold), len(found))
    dated = [(g, f) for g, f in pairs if g.get("as_of")]
    right_dates = sum(same_date(g["as_of"], _known(f["as_of"])) for g, f in dated)
    counts.add(case, "oil: period", right_dates, len(dated), sum(_known(f["as_of"]) is not None for _, f in dated))


def _judged(case: Row, table: str, gold: Sequence[Row], found: list[Row]) -> list[Row]:
    """What the case says something about: all of it, but where it lists what was rejected, only what shares words with a ruling."""
    if "rejected" not in case:
        return found
    wrong = [_placed(claim, case["text"]) for claim in case["rejected"] if claim["table"] == table]
    return [row for row in found if any(_share_words(row, ruled) for ruled in (*gold, *wrong))]


def _deal_likeness(gold: Row, found: Row) -> int:
    if not _share_words(gold, found):
        return 0
    return (
        1
        + 4 * _same_parties(gold, found)
        + 3 * (gold["status"] == found["status"])
        + 2 * (gold["kind"] == found["kind"])
    )


def _oil_likeness(gold: Row, found: Row) -> int:
    same = _near(gold["value"], found["value"]) and _near(gold.get("value_high"), _known(found["value_high"]))
    if not (same and gold["unit"] == found["unit"] and _share_words(gold, found)):
        return 0
    return 1 + 2 * (gold["basis"] == found["basis"]) + 2 * (gold["measure"] == found["measure"])


def _item_likeness(gold: Row, found: Row) -> int:
    a, b = fold(gold["name"]).replace(" ", ""), fold(found["name"]).replace(" ", "")
    named = bool(a and b and (a in b or b in a))
    same_count = gold["quantity"] == found["quantity"]
    counted = gold["category"] == found["category"] and gold["quantity"] is not None and same_count
    return int(named or counted) * (1 + same_count)


def _same_parties(gold: Row, found: Row) -> bool:
    a, b = _sides(gold), _sides(found)
    if gold["kind"] in SYMMETRIC or found["kind"] in SYMMETRIC:
        return a[0] | a[1] == b[0] | b[1]
    return a == b


def _sides(claim: Row) -> tuple[frozenset[str], frozenset[str]]:
    def side(value: Any) -> frozenset[str]:
        return frozenset(v for v in (value if isinstance(value, list) else [value]) if v)

    return side(claim["supplier"]), side(claim["recipient"])


def _share_words(a: Row, b: Row) -> bool:
    return min(a["end"], b["end"]) > max(a["start"], b["start"])


def _placed(claim: Row, text: str) -> dict[str, Any]:
    start = claim["start"] if "start" in claim else text.find(claim["quote"])
    return {**claim, "start": start, "end": start + len(claim["quote"]) if start >= 0 else -1}


def _near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is None and b is None
    return abs(a - b) <= 0.01 * max(abs(a), abs(b), 1e-9)


def _known(value: Any) -> Any:
    return None if value is None or value is pd.NA or value != value else value


def _grouped(table: pd.DataFrame) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in records(table):
        groups[row["article_id"]].append(row)
    return groups


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain dicts."""
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def _rate(right: int, n: int) -> float | None:
    return round(right / n, 3) if n else None
