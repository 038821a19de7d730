"""How much of an article the page may show, and which words stand around a statement."""

from __future__ import annotations

from dataclasses import dataclass, field

EXCERPT = 400
"""Characters shown of one statement."""
PER_ARTICLE = 2400
"""Characters of an article that the report may show in all: context and mentions stop there."""
WHOLE = 60_000
"""The same over all articles: where there are many, each shows less beside its statements."""
MOST_QUOTES = 12
"""Passages shown of one article to say where an actor is named."""
ALL_QUOTES = 240
"""The same over all articles: where there are many, each shows fewer."""
ONE_EACH = 600
"""Articles that may still show one such passage each."""
WIDEST = 260
"""Characters before and after a statement that its context may reach."""


@dataclass(frozen=True)
class Caps:
    """What one article may show: characters of a statement, of everything beside its statements, passages about names."""

    excerpt: int = EXCERPT
    per_article: int = PER_ARTICLE
    quotes: int = MOST_QUOTES

    def shared(self, articles: int) -> Caps:
        """The caps where so many articles share the page.

        >>> Caps().shared(10_000).quotes, Caps().shared(5) == Caps()
        (0, True)
        """
        share = max(1, articles)
        return Caps(
            self.excerpt,
            min(self.per_article, WHOLE // share),
            min(self.quotes, max(int(share <= ONE_EACH), ALL_QUOTES // share)),
        )


@dataclass
class Budget:
    """How much of one article may still be shown; words shown before cost nothing."""

    text: str
    excerpt: int
    left: int
    quotes: int = MOST_QUOTES
    shown: list[tuple[int, int]] = field(default_factory=list)

    def mention(self, start: int, end: int) -> tuple[int, int] | None:
        """A passage around a name, as long as the article may still show one."""
        if not self.quotes:
            return None
        place = self.take(start, end)
        self.quotes -= place is not None
        return place

    def take(self, start: int, end: int, *, always: bool = False) -> tuple[int, int] | None:
        """A passage within the caps, or None where nothing is left. Statements are shown `always`, each within its cap."""
        end = min(end, start + self.excerpt)
        new = sum(1 for i in range(start, end) if not any(s <= i < e for s, e in self.shown))
        if new > self.left and not always:
            return None
        self.left -= new
        self.shown.append((start, end))
        return start, end


def around(text: str, start: int, end: int, widest: int = WIDEST) -> tuple[int, int]:
    """Where the sentence before begins and the sentence after ends, at most `widest` characters away.

    >>> around("One here. Two there. Three last.", 10, 20)
    (0, 32)
    """
    left = max(0, start - widest)
    right = min(len(text), end + widest)
    stops = [i + 1 for i in range(left, max(left, start - 2)) if text[i] in ".!?\n" and text[i + 1 : i + 2].isspace()]
    begin = stops[-2] if len(stops) > 1 else (left if left == 0 or not stops else stops[0])
    ends = [i + 1 for i in range(end, right) if text[i] in ".!?\n" and (i + 1 == len(text) or text[i + 1].isspace())]
    while begin < start and text[begin].isspace():
        begin += 1
    return begin, (ends[1] if len(ends) > 1 and text[end - 1 : end] not in ".!?" else ends[0] if ends else right)
