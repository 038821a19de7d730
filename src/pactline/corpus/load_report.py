"""What became of every document that was offered: read, or set aside for a reason; the counts add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

OK = "read"


@dataclass(frozen=True)
class LoadReport:
    """offered  documents that the corpus holds
    read     those that were read
    aside    those that were not, by (status, reason)
    noted    documents that were read with a note, by reason; they are among `read`
    """

    offered: int
    read: int
    aside: dict[tuple[str, str], int]
    noted: dict[str, int]

    def rows(self) -> list[dict[str, str | int]]:
        """As a table: status, reason, documents; the first row is what was offered, the others add up to it."""
        counted = [(OK, "", self.read), *((status, reason, count) for (status, reason), count in self.aside.items())]
        rows = [("offered", "", self.offered), *counted]
        return [{"status": status, "reason": reason, "documents": count} for status, reason, count in rows]

    def lines(self) -> list[str]:
        """As the terminal shows it.

        >>> load_report([("read", None), ("empty", "no-text: 'body' holds nothing")]).lines()
        ['2 offered = 1 read + 1 set aside', '  1 empty (no-text)']
        """
        total = f"{self.offered} offered = {self.read} read + {sum(self.aside.values())} set aside"
        aside = [f"  {count} {status} ({reason})" for (status, reason), count in self.aside.items()]
        return [total, *aside, *(f"  {count} read with a note ({reason})" for reason, count in self.noted.items())]


def reason_of(problem: str | None) -> str:
    """The reason that a problem begins with.

    >>> reason_of("truncated: the packed file ends early; fetch it again"), reason_of(None)
    ('truncated', 'unstated')
    """
    return problem.split(":", 1)[0] if problem else "unstated"


def load_report(judged: Iterable[tuple[str, str | None]]) -> LoadReport:
    """Count documents by status and problem.

    judged  (status, problem) of every document that was offered
    """
    counts: Counter[tuple[str, str]] = Counter()
    noted: Counter[str] = Counter()
    read = 0
    for status, problem in judged:
        if status != OK:
            counts[status, reason_of(problem)] += 1
            continue
        read += 1
        if problem:
            noted[reason_of(problem)] += 1
    return LoadReport(read + counts.total(), read, dict(sorted(counts.items())), dict(sorted(noted.items())))
