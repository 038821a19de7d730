"""Sentence boundaries inside the body, as offsets into the source text.

English, Spanish, Portuguese and Russian news share one set of rules: the abbreviations of the four do not contradict each
other (words/abbreviations.toml), and articles quote across languages. Only the marks are looked at, so the time taken
grows with the number of full stops, not of letters.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from pactline.reading.vocabulary import WORDS
from pactline.record.article import Span

_CLOSERS = "\"'’”»)\\]"
_OPENERS = "\"'‘“«„([¿¡-–—•*"
_SMALL = "a-zß-öø-ÿа-яё"
_BEFORE = re.escape(_OPENERS)
_CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁ"
_MARK = re.compile(
    rf"[.!?…\n•▪●](?:(?<=[{_SMALL}0-9]{{3}}[.!?])[{_CLOSERS}]*+( )(?=[{_BEFORE}]{{0,2}}[{_CAPITAL}])"
    rf"|(?<=[.!?…])[.!?…]*+[{_CLOSERS}]*+([^\S\n]*+\n\s*+)(?![{_SMALL}.!?…])"
    rf"|(?<=\n)(\s*+)(?![{_SMALL}.!?…])"
    rf"|(?<=[\n•▪●])[.!?…]*[{_CLOSERS}]*"
    rf"|[.!?…]*+[{_CLOSERS}]*+(?!\s?[{_SMALL}]|[0-9]|(?<=[{_CAPITAL}]\.)[{_CAPITAL}]))"
)
"""Where a sentence may end. It does for sure where a group stands: 1 before a capital, if no abbreviation ends in the
three letters before it; 2 a mark at a line's end; 3 a line's end. `1.745`, `Pravda.ru`, `U.S` and `etc. and` are not even looked at."""
_FIRST_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_DOMAINS = frozenset({"com", "org", "net", "ru", "ve", "es", "br", "info", "tv", "gov", "edu", "uk", "io", "me", "co"})
_TAGS = re.compile(r"(?:</?(?:p|br|div|li) ?/?>|/pp?(?![^\W\d_A-ZÁÉÍÓÚÑА-Я])){1,4}")
"""What a page's paragraph tags leave behind after a full stop: `.</p><p>`, `./ppThe`."""
_LONGEST_WORD = 30
LONGEST = 3_000
"""Characters of a sentence at most; what goes on longer (a table, a page without full stops) is cut at white space, so
that rules which compare places within a sentence stay linear in the length of the article."""
_WRAPPED = 40
"""A line at least this long that goes on in small letters was broken by a page's width, not by its author."""


@cache
def abbreviations() -> dict[str, frozenset[str]]:
    """The lists of words/abbreviations.toml."""
    listed = tomllib.loads((WORDS / "abbreviations.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in listed.items()}


@cache
def _last_letters() -> frozenset[str]:
    """The last three letters of every abbreviation."""
    listed = abbreviations()
    return frozenset(word[-3:] for name, words in listed.items() if name != "starters" for word in words)


def sentences(text: str, spans: list[Span], language: str | None) -> list[Span]:
    """Sentences of the body, trimmed of white space, in order.

    language  not needed by these rules; kept so that a language with marks of its own can have its own

    None crosses the end of a body span. A line break ends a sentence, unless a long line goes on in small letters.
    """
    found: list[Span] = []
    abbreviated = _last_letters()
    for start, end in spans:
        at = _past_space(text, start, end)
        for mark in _MARK.finditer(text, start, end):
            group = mark.lastindex
            if group:
                stop, after = mark.span(group)
                if group > 1 or text[mark.start() - 3 : mark.start()] not in abbreviated:
                    if group == 3:
                        stop -= 1
                    if at < stop <= at + LONGEST and not text[stop - 1].isspace():
                        found.append((at, stop))
                    else:
                        _add(found, text, at, stop)
                    at = after
                    continue
            cut = _cut(text, mark, start, end)
            if cut is not None:
                _add(found, text, at, cut)
                tags = _TAGS.match(text, cut, end)
                at = _past_space(text, tags.end() if tags else cut, end)
        _add(found, text, at, end)
    return found


def _past_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end:
        stop = end if end - start <= LONGEST else start + _length(text[start : start + LONGEST])
        piece = text[start:stop]
        stripped = piece.strip()
        if stripped:
            first = start + len(piece) - len(piece.lstrip())
            found.append((first, first + len(stripped)))
        start = stop


def _length(piece: str) -> int:
    """Up to the last white space between words, or all of it."""
    words = piece.rsplit(None, 1)
    return len(words[0]) if len(words) == 2 and words[0] else len(piece)


def _cut(text: str, mark: re.Match[str], start: int, end: int) -> int | None:
    """Where the sentence ends at this mark; None where it goes on."""
    kind, first, stop = text[mark.start()], mark.start(), mark.end() if mark[1] is None else mark.start(1)
    if kind == "\n":
        return None if _wrapped(text, first, start, end) else first
    if kind in "•▪●":
        return first
    if stop >= end:
        return stop
    if not text[stop].isspace():
        return stop if _glued(text, mark, end) else None
    following = text[stop : stop + _LONGEST_WORD + 8].lstrip().lstrip(_OPENERS + " ")
    if not following or following[0].islower():
        return None  # '"Why?" he asked' goes on; a line break decides for itself
    if kind != "." or mark[0].startswith(".."):
        return stop
    return stop if _stop_ends(_word_before(text, first, start), following) else None


def _stop_ends(word: str, following: str) -> bool:
    """Does the full stop after `word` end a sentence, where `following` is a number or a capital?"""
    known = abbreviations()
    if not word or word in known["never_ends"]:
        return not word
    if following[0].isdigit():
        return word not in known["before_numbers"] and word not in known["may_end"]
    first = _FIRST_WORD.match(following)
    starts = first is not None and first[0] in known["starters"]
    if word in known["may_end"]:
        return starts
    if _INITIALS.fullmatch(word):
        return starts and len(word) > 1  # `U.S. The`, but `George W. Bush`, `А. В. Иванов`
    return True


def _word_before(text: str, at: int, start: int) -> str:
    words = text[max(start, at - _LONGEST_WORD) : at].split()
    return words[-1].lstrip(_OPENERS) if words else ""


def _glued(text: str, mark: re.Match[str], end: int) -> bool:
    """`the end.Next sentence`, not `Pravda.Ru`, `U.S.A`, `J.Smith`."""
    before = text[mark.start() - 1 : mark.start()]
    tags = _TAGS.match(text, mark.end(), end)
    if tags is not None:
        return tags.end() == end or text[tags.end()].isspace() or not text[tags.end()].islower()
    first = _FIRST_WORD.match(text, mark.end(), end)
    if first is None:  # an opening quotation mark, or a closing one that stands apart
        return text[mark.end()] in "“«¿¡•" and not before.isupper()
    if not (before.islower() or before.isdigit() or before in _CLOSERS):
        return False
    return len(first[0]) > 1 and first[0].lower() not in _DOMAINS and not first[0].isupper()


def _wrapped(text: str, at: int, start: int, end: int) -> bool:
    if at + 1 >= end or not text[at + 1].islower():
        return False
    line_start = max(text.rfind("\n", start, at) + 1, start)
    return at - line_start >= _WRAPPED and text[at - 1 : at] not in ".!?:;"
