"""What stands beside a name: the words before and after it, looked up in words/contexts.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from pactline.reading.vocabulary import WORDS

_REACH = 70
"""Characters looked at on either side: eight to ten words."""

_REMEMBERED = 20_000
"""Names and lists for which it is remembered whether the one stands in the other."""
_TOKEN = re.compile(r"-?[^\W_]+(?:[.'’-][^\W_]+)*\.?|[,;:]")


@dataclass(frozen=True, slots=True)
class WordList:
    """Words and stems (`visit*`) to look up phrases of up to three words in."""

    words: frozenset[str]
    stems: tuple[str, ...]

    @classmethod
    def of(cls, listed: Iterable[str]) -> WordList:
        """From the lines of a TOML list or a CSV cell."""
        all_words = [w for w in listed if w]
        return cls(
            frozenset(w for w in all_words if not w.endswith("*")), tuple(w[:-1] for w in all_words if w.endswith("*"))
        )

    def __contains__(self, phrase: str) -> bool:
        return phrase in self.words or (bool(self.stems) and phrase.startswith(self.stems))

    def may_be_around(self, name: str) -> bool:
        """Whether a phrase can be listed that holds these words; the words of a stem's tail are not known."""
        return bool(self.stems) or _in_any(self.words, name)

    def any_in(self, phrases: Iterable[str]) -> bool:
        """True where one of the phrases is listed."""
        return any(phrase in self for phrase in phrases)


@lru_cache(maxsize=_REMEMBERED)
def _in_any(phrases: frozenset[str], words: str) -> bool:
    return any(words in phrase for phrase in phrases)


@cache
def word_list(section: str, name: str) -> WordList:
    """One list of words/contexts.toml."""
    return WordList.of(_contexts()[section][name])


@cache
def _contexts() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((WORDS / "contexts.toml").read_text(encoding="utf-8"))


class Around:
    """The folded words around one hit, cut at the ends of its line.

    name            the hit itself
    before, after   tokens in small letters, nearest last and nearest first; a comma or colon is a token
    """

    def __init__(self, folded: str, source: str, start: int, end: int) -> None:
        self.start, self.end, self.source = start, end, source
        line_start = max(source.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH, 0)
        line_end = source.find("\n", end, end + _REACH)
        line_end = min(len(source), end + _REACH) if line_end < 0 else line_end
        self.left, self.name, self.right = folded[line_start:start], folded[start:end], folded[end:line_end]
        self.before = _TOKEN.findall(_since_stop(self.left).lower())
        self.after = _TOKEN.findall(_until_stop(self.right).lower())

    def starts_line(self) -> bool:
        """Nothing but marks stands before it on its line."""
        at = self.source.rfind("\n", 0, self.start) + 1
        return self.start - at <= 12 and not any(c.isalnum() for c in self.source[at : self.start])

    def ends_clause(self) -> bool:
        """A stop, a quotation mark or the line's end follows."""
        rest = self.right.lstrip()
        return not rest or rest[0] in ".,;:!?)»”\"'"

    def preceded(self, words: WordList) -> bool:
        """One to three words right before it are listed."""
        return words.any_in(phrase for phrase in _endings(self.before) if phrase)

    def part_of(self, phrases: WordList) -> bool:
        """The name, with up to three words before and after it, is listed; words that a hyphen joins stand apart or not."""
        name = _TOKEN.findall(f" {self.name.lower()}")
        if not phrases.may_be_around(" ".join(name)) and not phrases.may_be_around("-".join(name)):
            return False
        after = [token.lstrip("-") for token in self.after]
        for left in _tails(self.before):
            for right in (after[:n] for n in range(min(len(after), 3) + 1)):
                words = [*left, *name, *right]
                if " ".join(words) in phrases or "-".join(words) in phrases:
                    return True
        return False

    def followed(self, words: WordList) -> bool:
        """One to three words right after it are listed; `-made` is joined by its hyphen."""
        return words.any_in(phrase for phrase in _beginnings(self.after) if phrase)


def _since_stop(left: str) -> str:
    """The clause: what follows the last full stop or bracket, abbreviations' dots aside."""
    cut = max((m.end() for m in re.finditer(r"(?<=[^\W\d_]{4})[.!?] |[()\[\]«»“”\"•]", left)), default=0)
    return left[cut:]


def _until_stop(right: str) -> str:
    match = re.search(r"[.!?](?: |$)|[()\[\]«»“”\"•]", right)
    return right[: match.start()] if match else right


def _tails(tokens: list[str]) -> list[list[str]]:
    return [tokens[len(tokens) - n :] for n in range(min(len(tokens), 3) + 1)]


def _endings(tokens: list[str]) -> tuple[str, ...]:
    return tuple(" ".join(tokens[-n:]) for n in (1, 2, 3) if len(tokens) >= n)


def _beginnings(tokens: list[str]) -> tuple[str, ...]:
    return tuple(" ".join(tokens[:n]) for n in (1, 2, 3) if len(tokens) >= n)
