"""The copy of an article that the rules read: what the eye does not see is left out, what it cannot tell apart is made one.

A zero-width space or a soft hyphen inside a word, an accent written as a character of its own, a Cyrillic letter in a
Latin word: a reader sees the word, and so must the rules. Quotes and offsets stay those of the source.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from pactline.record.article import Article

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_LATIN, _CYRILLIC = "AaBCcEeHIiJjKMOoPpSsTXxyY", "АаВСсЕеНІіЈјКМОоРрЅѕТХхуУ"
_LATIN_OF_GREEK, _GREEK = "ABEZHIKMNOPTYXovi", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι"
_TO_LATIN = str.maketrans(_CYRILLIC + _GREEK, _LATIN + _LATIN_OF_GREEK)
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_IS_LATIN, _IS_OTHER = re.compile("[A-Za-z]"), re.compile("[\u0370-\u04ff]")
_TWO_SCRIPTS = r"(?<![^\W\d_])(?=[A-Za-z]{1,30}[\u0370-\u04ff]|[\u0370-\u04ff]{1,30}[A-Za-z])[^\W\d_]{2,40}(?![^\W\d_])"
_MIXED = re.compile(_TWO_SCRIPTS)
_ODD = re.compile(
    rf"(?P<hidden>[{INVISIBLE}]{{1,64}})|(?P<accented>[^\W\d_][\u0300-\u036f]{{1,3}})"
    rf"|(?P<mixed>{_TWO_SCRIPTS})"
)


@dataclass(frozen=True, slots=True)
class Matching:
    """An article made plain, and where each of its characters begins and ends in the source.

    starts, ends    one entry per character of `article.text`; None where the copy is the source itself
    """

    article: Article
    source: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def in_source(self, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """The same rows with offsets into the source, and its very words."""
        return [self._moved(row) for row in rows]

    def _moved(self, row: dict[str, Any]) -> dict[str, Any]:
        if self.starts is None or self.ends is None:
            return row
        start, end = self.starts[row["start"]], self.ends[row["end"] - 1]
        moved: dict[str, Any] = {name: self.source[start:end] for name in ("quote", "surface") if name in row}
        if "marks" in row:
            moved["marks"] = [[self.starts[a], self.ends[b - 1], role] for a, b, role in row["marks"]]
        return {**row, "start": start, "end": end, **moved}


def matching(article: Article) -> Matching:
    """The article as the rules read it; the article itself where nothing in it is odd.

    >>> soft = "Rus" + chr(0xAD) + "sia"
    >>> plain = matching(Article("a", "a.txt", soft, "", "read", body_spans=[(0, 7)]))
    >>> plain.article.text, plain.article.body_spans, plain.in_source([{"start": 0, "end": 6, "surface": "Russia"}])
    ('Russia', [(0, 6)], [{'start': 0, 'end': 7, 'surface': 'Rus\\xadsia'}])
    """
    text = article.text
    if text.isascii() or not _ODD.search(text):
        return Matching(article, text)
    plain, starts, ends = _made_plain(text)
    copy = replace(
        article,
        text=plain,
        body_spans=[(bisect_left(starts, a), bisect_left(starts, b)) for a, b in article.body_spans],
        clutter=[(bisect_left(starts, a), bisect_left(starts, b), kind) for a, b, kind in article.clutter],
    )
    return Matching(copy, text, starts, ends)


def disguised(text: str) -> list[str]:
    """Words in which letters of one alphabet pass for those of another, as they stand.

    >>> disguised("R\u043essia sold oil; \u043c\u0430\u0437\u0443\u0442 ИC")
    ['Rоssia', 'ИC']
    >>> disguised("the α-particle, Су-30 and T-72")
    []
    """
    return [] if text.isascii() else [w for w in _MIXED.findall(text) if _in_one_script(w) != w]


def _made_plain(text: str) -> tuple[str, array[int], array[int]]:
    pieces: list[str] = []
    starts, ends, at = array("L"), array("L"), 0
    for odd in _ODD.finditer(text):
        first, last = odd.span()
        seen = _seen(odd)
        pieces += [text[at:first], seen]
        starts.extend(range(at, first))
        ends.extend(range(at + 1, first + 1))
        if len(seen) == last - first:
            starts.extend(range(first, last))
            ends.extend(range(first + 1, last + 1))
        elif seen:
            starts.append(first)
            ends.append(last)
        at = last
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return "".join(pieces), starts, ends


def _seen(odd: re.Match[str]) -> str:
    """What the eye reads: nothing, one letter, or the word in one script; as it stands where that is none of these."""
    if odd["hidden"]:
        return ""
    if odd["accented"]:
        composed = unicodedata.normalize("NFC", odd["accented"])
        return composed if len(composed) == 1 else odd["accented"]
    return _in_one_script(odd["mixed"])


def _in_one_script(word: str) -> str:
    """A word of two scripts in that of most of its letters, where look-alikes are all that is foreign in it."""
    latin, cyrillic = word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)
    whole = [w for w, foreign in ((latin, _IS_OTHER), (cyrillic, _IS_LATIN)) if not foreign.search(w)]
    if len(whole) < 2:
        return whole[0] if whole else word
    return latin if len(_IS_LATIN.findall(word)) * 2 >= len(word) else cyrillic
