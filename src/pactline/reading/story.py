"""What the rules of deciding may ask: the article as a whole, and the cues the topic gives for a name in need of care."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from pactline.reading.contexts import WordList
from pactline.reading.vocabulary import Hit, Vocabulary

Decision = tuple[str, str]
"""A sense of vocabulary.Hit, and the rule that found it."""

_CUE_REACH = 130
"""Characters on either side in which a cue of actors.csv speaks for or against a name."""

WORD = re.compile(r"@|[^\W_]+(?:[.'-][^\W_]+)*\.?,?")


@dataclass(slots=True)
class Story:
    """What the rules may ask of the article as a whole.

    folded      the source text, folded (same offsets)
    published   the article's date as far as known
    full_names  entry id -> places where a person stands with a given name
    sure        ids of actors that stand somewhere in the article under a name that needs no care
    named       how often actors of each country stand in the article under such a name
    """

    folded: str
    source: str
    language: str | None
    published: str | None
    vocabulary: Vocabulary
    full_names: dict[str, list[int]] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)
    decided: list[Hit] = field(default_factory=list)
    named: Counter[str] = field(default_factory=Counter)

    def is_about(self, country: str | None) -> bool:
        """No other country's actors are named as often as this one's: it is the story of that country."""
        first = self.named.most_common(2)
        return bool(first) and first[0][0] == country and (len(first) == 1 or first[1][1] < first[0][1])


def by_cues(hit: Hit, story: Story, *, default: Decision) -> Decision:
    """For a name that needs care: a cue against refuses, a cue accepts, and where cues are listed one is needed."""
    if not hit.care:
        return default
    if cued(hit, story, "not_cues"):
        return "other", "cue-against"
    if not hit.entry.row.get("cues"):
        return default
    return ("actor", "cue") if cued(hit, story, "cues") else ("other", "no-sign")


def cued(hit: Hit, story: Story, column: str) -> bool:
    """One of the words of this column of actors.csv stands nearby."""
    listed = WordList.of((hit.entry.row.get(column) or "").split("|"))
    if not listed.words and not listed.stems:
        return False
    left = story.folded[max(0, hit.start - _CUE_REACH) : hit.start].lower()
    right = story.folded[hit.end : hit.end + _CUE_REACH].lower()
    return any(_holds(part, listed) for part in (left, right))


def _holds(window: str, listed: WordList) -> bool:
    words = [word.rstrip(".,") for word in WORD.findall(window)]
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    return listed.any_in(words) or listed.any_in(pairs)
