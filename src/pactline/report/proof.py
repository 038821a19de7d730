"""Walk the page and count every number on it again from its evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

from lxml import html as parser

from pactline.report.audit import PageError
from pactline.report.citing import source_key
from pactline.report.counts import NO_NUMBER, NUMBER, Evidence, numbers_in, values_of
from pactline.report.quality import row_name
from pactline.report.since import reader_words
from pactline.report.tables import each
from pactline.report.told_oil import OWN, own_name
from pactline.report.wording import counted_by, country_names, scored

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCORES: dict[str | None, Callable[[Any], list[float]]] = {
    "found": lambda row: [row.right, row.gold],
    "all": lambda row: [row.gold] if row.right == row.gold else [],
    "false": lambda row: [row.found - row.right],
    "of-found": lambda row: [row.right, row.found],
}
"""What a figure of the summary takes from a row of the table of accuracy."""
ROUNDING = 6e-4
"""How far a printed number may lie from the one it is told by: three decimals are printed where the unit grows."""
ROWS = re.compile(r"([\d,]+) of ([\d,]+) (rows|actors|pairs)(?:; (\S+) has all)?\.?$")
UNFOLDED = frozenset({"articles.csv", "manifest.json", "near_misses.csv"})
"""Files of which the page shows several lines for one row, or rows that it counts together."""
_AFTER = re.compile(r"[^\d]{0,40}")


def proved(html: str, study: Any, changes: Any = None) -> str:
    """The same page, if its evidence bears out every number.

    raises  PageError with the first faults
    """
    found = disproved(html, study, changes)
    if found:
        shown = "\n  ".join(found[:10])
        raise PageError(f"{len(found)} numbers of the page are not what their evidence says:\n  {shown}")
    return html


def disproved(html: str, study: Any, changes: Any = None) -> list[str]:
    """Every number of a page that its evidence does not bear out, in words that say where.

    html     a page whose links still carry `data-keys` (all evidence of a figure) and `data-is` (what its number counts)
    changes  what differs from an earlier run, where the page says it
    """
    root = parser.document_fromstring(html)
    proof = Proof(study, changes)
    found = []
    for link in root.iter("a"):
        keys = (link.get("data-keys") or "").split()
        if keys:
            found += [f"{n} in {words!r} ({link.get('data-is') or 'told'})" for n, words in proof.link(link, keys)]
    for item in root.iter("li"):
        found += [f"{n} in the evidence {item.get('id')}" for n in proof.item(item)]
    for note in root.iter("p"):
        found += proof.note(note)
    for part in root.iter("details"):
        found += proof.named(part) if part.get("class") == "named" else []
    return [*found, *proof.scores(root), *proof.summary(root), *proof.counts(root)]


class Proof:
    """Numbers of figures against the rows of their evidence."""

    def __init__(self, study: Any, changes: Any = None) -> None:
        self.study, self.changes = study, changes
        self.evidence = Evidence(study)

    def link(self, link: Any, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Numbers of one figure that are not so, with the words around them."""
        of = link.get("data-is") or ""
        if of == "change":
            words = link.text_content()
            names = country_names(self.study.topic)
            if words not in {reader_words(what, names) for what in self.changes["what"]}:
                yield words, "a change"
            return
        for words in dict.fromkeys((" ".join(link.text_content().split()), link.get("aria-label") or "")):
            for match in NUMBER.finditer(NO_NUMBER.sub(" ", words)):
                if not self.holds(match, keys, of, alone=len(numbers_in(words)) == 1):
                    yield match[0], words

    def item(self, item: Any) -> Iterator[str]:
        """Numbers in what a statement was read as, or in how often somebody is named, that are not so."""
        key = item.get("id") or ""
        if key not in self.evidence.claims and key not in self.evidence.mentions:
            return
        read = item.find(".//p[@class='reading']")
        words = "" if read is None else (read.text or "")
        if key in self.evidence.mentions:
            words = " ".join(part for part in (item.text, *(child.tail for child in item)) if part)
        for match in NUMBER.finditer(NO_NUMBER.sub(" ", words)):
            if not self.holds(match, [key], "", alone=False):
                yield match[0]

    def note(self, note: Any) -> list[str]:
        """A line under a table, `100 of 1,234 rows; deals.csv has all`, that miscounts the rows above it or the file's."""
        match = ROWS.match(" ".join(note.text_content().split()))
        if match is None or note.getprevious() is None:
            return []
        shown, total = int(match[1].replace(",", "")), int(match[2].replace(",", ""))
        above = len(note.getprevious().findall(".//tbody/tr"))
        fits = shown == above <= total and self._fits(total, match[3], (match[4] or "").removesuffix(".csv"))
        return [] if fits else [f"{match[0]!r} under a table of {above} rows"]

    def _fits(self, total: int, noun: str, file: str) -> bool:
        """Whether a file can have as many rows as a line under a table says, or its rows as many actors."""
        held = self.study.tables.get(file) if hasattr(self.study, "tables") else None
        if noun == "actors" and file == "outside_mentions":
            return bool(total == self.study.outside_mentions["actor_id"].nunique())
        return held is None or f"{file}.csv" in UNFOLDED or total <= len(held)

    def named(self, part: Any) -> list[str]:
        """A folded list of actors whose heading, `Who is named: 3 actors`, miscounts it."""
        summary = part.find("summary")
        words = "" if summary is None else summary.text_content()
        fits = numbers_in(words) == [len(part.findall("ul/li"))]
        return [] if fits else [f"{words!r} above a list of another length"]

    def scores(self, root: Any) -> Iterator[str]:
        """Rows of the tables of accuracy that do not say what was counted."""
        rows = self._scored
        for line in root.iter("tr"):
            name = line.get("data-row")
            if name is not None:
                told = [cell.text_content() for cell in line.iter("td")][-7:]
                if name not in rows or told != scored(rows[name]):
                    yield f"{told} is not how {name} was scored"

    @cached_property
    def _scored(self) -> dict[str, Any]:
        """Rows of the tables of accuracy by the name they have on the page."""
        tables = ((self.study.accuracy, ""), (self.study.accuracy_pooled, "pooled "))
        return {row_name(r, of): r for frame, of in tables for r in each(frame)}

    def counts(self, root: Any) -> Iterator[str]:
        """Counts of what has no evidence on the page: rejected candidates, known misses, changes."""
        for place in root.iter():
            name, _, limit = (place.get("data-count") or "").partition(":")
            if name:
                frame, columns = self._uncited(name)
                rows = zip(*(frame[c] for c in columns), strict=True) if columns else [()] * len(frame)
                held = Counter("|".join(map(str, row)) for row in rows)
                if numbers_in(place.text_content()) != [held[limit]]:
                    yield f"{place.text_content()!r} counts {name} {limit}, of which there are {held[limit]}"

    def _uncited(self, name: str) -> tuple[Any, tuple[str, ...]]:
        return {
            "change": (self.changes, ("change", "table")),
            "rejected": (self.study.near_misses, ("table", "rule", "reason")),
            "missed": (self.study.misses, ("set", "table", "language")),
            "all-missed": (self.study.misses, ()),
        }[name]

    def summary(self, root: Any) -> Iterator[str]:
        """Numbers of the summary that say how well the reading does, and do not."""
        rows = self._scored
        for link in root.iter("a"):
            name = link.get("data-score")
            if name is not None and numbers_in(link.text_content()) != SCORES[link.get("data-of")](rows[name]):
                yield f"{link.text_content()} is not how {name} was scored"

    def holds(self, match: re.Match[str], keys: Sequence[str], of: str, *, alone: bool) -> bool:
        """True where the number counts what its noun says, or what the figure says it counts, or is told."""
        value = float(match[0].replace(",", ""))
        after = _AFTER.match(match.string, match.end())[0].strip()  # type: ignore[index]
        noun = counted_by(after.split(",")[0]) if after[:1].isalpha() else None
        if after.startswith("more"):
            return True
        scaled = value * SCALES.get(after.split(" ")[0], 1.0)
        if noun and value in self.evidence.count(noun, keys):
            return True
        if of and self._is(of, keys, scaled):
            return True
        return not (alone and (of or noun)) and (self.told(scaled, keys) or self.told(value, keys))

    def _is(self, of: str, keys: Sequence[str], value: float) -> bool:
        slack = 0.051 if of.startswith("share") else ROUNDING * value if of.startswith("reference") else 0.0
        return any(abs(counted - value) <= slack for counted in self.evidence.count(of, keys))

    def told(self, value: float, keys: Sequence[str]) -> bool:
        """True where some row of the evidence holds the number, up to rounding."""
        return any(value == n or abs(value - n) <= ROUNDING * abs(value) for key in keys for n in self._values(key))

    def _values(self, key: str) -> frozenset[float]:
        if key not in self._seen:
            rows = [*self.evidence.told([key]), *self.evidence.named([key]), *self.evidence.printed([key])]
            rows += self._references.get(key, [])
            self._seen[key] = frozenset(n for row in rows for n in values_of(row))
        return self._seen[key]

    @cached_property
    def _seen(self) -> dict[str, frozenset[float]]:
        return {}

    @cached_property
    def _references(self) -> dict[str, list[dict[str, Any]]]:
        from pactline.report.evidence import REFERENCE_FILES

        found: dict[str, list[dict[str, Any]]] = {}
        for file in REFERENCE_FILES:
            for row in self.study.topic.reference(file):
                found.setdefault(source_key(file, row["source"]), []).append(row)
        for row in getattr(self.study, "own_reference", ()):
            found.setdefault(source_key(OWN, own_name(row)), []).append(row)
        return found
