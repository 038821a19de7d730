"""One fact once: statements of an article that repeat another are dropped, and headlines give way to the body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pactline.reading.deal_marks import apart

_STAGES = ("requested", "agreed", "delivering", "delivered")
SAME = 50
"""Characters that two places of a page share where one repeats the other (a headline that is the first sentence)."""
APART = "-counted"
"""End of the rule of a statement that counts things told before: `the first came in April` repeats nothing."""
REMEMBERED = 200
"""Statements before a statement that it may repeat; only a book holds more."""
LINE = 160
"""Characters of a line that may be a headline."""
NEIGHBOURS = 3
"""Characters between two statements that read as one: the end of a sentence and a space."""


def once(rows: Sequence[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """The rows without repetitions, in order of place.

    Two rows repeat each other where kind, sides and status agree and nothing in their items or sums speaks against it.
    The earlier one stays; a fuller one that follows at once is joined to it, one further on replaces a row that names
    nothing. A line that is no sentence (a headline) only counts where the body tells nothing of its kind and sides.
    """
    kept: list[dict[str, Any]] = []
    end = len(text.rstrip())
    lines = [row for row in rows if _is_line(row, text, end)]
    for row in sorted((row for row in rows if not _is_line(row, text, end)), key=_place):
        _keep(kept, row, text)
    for line in sorted(lines, key=_place):
        if any(_same_matter(line, other) for other in kept[:REMEMBERED]):
            kept[:REMEMBERED] = [_moved(other, line) for other in kept[:REMEMBERED]]
        else:
            _keep(kept, line, text)
    return sorted((_first_place(row, text) for row in kept), key=_place)


def _place(row: dict[str, Any]) -> tuple[int, int]:
    return row["start"], row["end"]


def _keep(kept: list[dict[str, Any]], row: dict[str, Any], text: str) -> None:
    """Add a row to those kept, or what it adds to the one that it repeats."""
    recent = range(max(0, len(kept) - REMEMBERED), len(kept))
    if any(_looks_back(row, kept[i]) or _same_signing(row, kept[i]) for i in recent):
        return
    twin = next((i for i in recent if _repeats(row, kept[i])), None)
    if twin is None:
        kept.append(row)
    else:
        kept[twin] = _joined(kept[twin], row, text)


def _is_line(row: dict[str, Any], text: str, last: int) -> bool:
    """True for words of a line that does not end as a sentence does: a headline, a caption, a list of other stories.

    last  where the text ends but for space; a line there may be cut off
    """
    begin = text.rfind("\n", max(0, row["start"] - LINE), row["start"]) + 1
    end = text.find("\n", row["end"], row["end"] + LINE)
    if end < 0 or end >= last or (not begin and row["start"] > LINE):
        return False
    line = text[begin:end].strip()
    return len(line) < LINE and not line.endswith((".", "!", "?", "…", '"', "”", "»", ")", ":", ",", ";"))


def _same_matter(row: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(row["kind"] == other["kind"] and _sides(row) & _sides(other))


def _sides(row: dict[str, Any]) -> set[str]:
    return {*row["supplier"], *row["recipient"]}


def _repeats(row: dict[str, Any], other: dict[str, Any]) -> bool:
    if row["kind"] != other["kind"] or row["status"] != other["status"] or _sides(row) != _sides(other):
        return False
    if row["rule"].endswith(APART):
        return False
    if row["value_usd"] and other["value_usd"] and row["value_usd"] != other["value_usd"]:
        return False
    if row["value_usd"] and not other["value_usd"] and not row["items"] and other["items"]:
        return False
    if _other_time(row["event_date"], other["event_date"]) and any(
        item["quantity"] or not row["items"] for item in row["items"]
    ):
        return False
    if row["kind"] == "cooperation" and bool(row["items"]) != bool(other["items"]):
        return False
    if len(other["items"]) > 1 and _is_counted(row) and not _is_counted(other):  # one thing of a list, with its number
        return False
    return _akin(row["items"], other["items"])


def _is_counted(row: dict[str, Any]) -> bool:
    return any(item["quantity"] for item in row["items"])


def _other_time(one: str | None, other: str | None) -> bool:
    """Two dates that cannot be one."""
    return bool(one and other and not one.startswith(other) and not other.startswith(one))


def _akin(items: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]]) -> bool:
    """Nothing named on one side, or a name or category in common without rival numbers."""
    if not items or not others or _is_general(items) or _is_general(others):
        return True
    return _within(items, others) or (_within(others, items) and not any(_is_sure(item) for item in others))


def _within(items: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]]) -> bool:
    return all(any(_may_be_one(a, b) for b in others) for a in items)


def _is_sure(item: dict[str, Any]) -> bool:
    return bool(item["quantity"]) or _is_designation(item["name"])


def _may_be_one(a: dict[str, Any], b: dict[str, Any]) -> bool:
    rival = a["quantity"] and b["quantity"] and a["quantity"] != b["quantity"]
    return not rival and (a["name"] == b["name"] or _generic_twin(a, b))


def _looks_back(row: dict[str, Any], other: dict[str, Any]) -> bool:
    """`the planes bought from Russia` after they were told to have come: an earlier stage of things already told of.

    Only where the later words name nothing new: nouns without a number, no sum.
    """
    if row["kind"] != other["kind"] or _sides(row) != _sides(other) or row["value_usd"] or not row["items"]:
        return False
    if row["status"] not in _STAGES or other["status"] not in _STAGES:
        return False
    if _STAGES.index(row["status"]) > _STAGES.index(other["status"]):
        return False
    plain = all(not item["quantity"] and not _is_designation(item["name"]) for item in row["items"])
    categories = {item["category"] for item in other["items"]}
    return plain and (_is_general(row["items"]) or all(item["category"] in categories for item in row["items"]))


def _same_signing(row: dict[str, Any], other: dict[str, Any]) -> bool:
    """`The agreement was signed`, after what it is about was told."""
    bare = (
        not row["items"]
        and not row["value_usd"]
        and row["status"] == "agreed"
        and row["kind"] in ("cooperation", "transfer")
    )
    return bare and other["status"] == "agreed" and _sides(row) == _sides(other) and other["kind"] != row["kind"]


def _generic_twin(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """The same category, and at least one of the two only a noun: `the jets` may be the Su-30s, never Su-35s beside Su-30s."""
    return bool(a["category"] == b["category"] and not (_has_digit(a["name"]) and _has_digit(b["name"])))


def _has_digit(name: str) -> bool:
    return any(c.isdigit() for c in name)


def _is_designation(name: str) -> bool:
    return _has_digit(name) or name[:1].isupper()


def _is_general(items: Sequence[dict[str, Any]]) -> bool:
    return all(item["category"] == "other" and not item["quantity"] for item in items)


def _joined(first: dict[str, Any], row: dict[str, Any], text: str) -> dict[str, Any]:
    """The first of two rows of one fact, with what the second adds where the two stand side by side."""
    if _fullness(row) <= _fullness(first):
        return first
    if 0 <= row["start"] - first["end"] <= NEIGHBOURS:
        added = {
            name: first[name] if first[name] is not None else row[name]
            for name in ("value", "currency", "value_usd", "event_date")
        }
        return {
            **first, **added, "end": row["end"], "quote": text[first["start"] : row["end"]], "items": row["items"],
            "marks": apart([*first["marks"], *row["marks"]]),
        }  # fmt: skip
    poor = (
        not first["items"]
        or _is_general(first["items"])
        or not any(i["quantity"] or _is_designation(i["name"]) for i in first["items"])
    )
    return row if poor else first


def _fullness(row: dict[str, Any]) -> int:
    return sum(2 + bool(item["quantity"]) for item in row["items"]) + bool(row["value_usd"])


def _first_place(row: dict[str, Any], text: str) -> dict[str, Any]:
    """A statement that the page repeats word for word stands where it stands first."""
    start, quote = row["start"], row["quote"]
    at = text.find(quote[:SAME]) if len(quote) >= SAME else start
    if at < 0 or at >= start:
        return row
    length = next(
        (i for i, (a, b) in enumerate(zip(quote, text[at:start], strict=False)) if a != b), min(len(quote), start - at)
    )
    return _placed(row, at, text[at : at + length])


def _moved(row: dict[str, Any], line: dict[str, Any]) -> dict[str, Any]:
    """A statement repeated word for word stands where it is told first."""
    shared = min(len(row["quote"]), len(line["quote"]))
    if shared < 30 or row["quote"][:shared] != line["quote"][:shared]:
        return row
    return _placed(row, line["start"], line["quote"][:shared])


def _placed(row: dict[str, Any], start: int, quote: str) -> dict[str, Any]:
    """The same words at another place, with the marks that stand in them."""
    away, end = start - row["start"], start + len(quote)
    marks = [[a + away, b + away, role] for a, b, role in row["marks"] if start <= a + away and b + away <= end]
    return {**row, "start": start, "end": end, "quote": quote, "marks": marks}
