"""What each line of a page looks like: prose, a heading, a stamp, a piece of clutter and of which kind."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from pactline.record.article import Span

BREAK = re.compile(r"\r\n|\r|\n|\\n|\u2028|\u2029")
SENTENCE_END = re.compile(r"""[.!?…。؟]["'”’»)\]*]{0,4}$|[:;,]["”»]$|\[(?:…|\.\.\.)\]$""")
CREDIT_END = re.compile(
    r"(?:[.!?|]|[.!?] )(?:[A-ZÀ-Þ][A-ZÀ-Þ,&/'-]{2,30}[ /,.]{1,2}|OF |AND |THE |DE |DEL ){1,12}[A-ZÀ-Þ]{3,30}\)?$"
)
STAMP = re.compile(r"\d{1,2}[:.]\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d{2}\b|^\d{1,3}$")
COUNTED = re.compile(
    r"^\d{1,5}\s+(?:comments?|responses?|repl(?:y|ies)|comentarios?|respuestas?|comentários?|комментари\w{0,3})\b"
)
BYLINE = re.compile(r"^(?:by|por|de|от|автор|von|par|written by|posted by|escrito por)[:\s]+\S", re.IGNORECASE)
CODE = re.compile(
    r"^(?:[A-Z]{2,8}\d{8,}\w*|[A-Z]{1,3}(?:/[A-Z]{1,8}\d*)+|[\w.-]+\.(?:jpe?g|png|gif|webp|pdf)|https?://\S+)$"
)
LIST_MARK = re.compile(r"^\s*(?:[•·▪●*–—-]|\d{1,2}[.)])\s*")
NICKNAME = re.compile(r"^\s*[•·*]\s+[\w.@ -]{2,40}$")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
MIN_PROSE_WORDS = 6
LONG_LINE_WORDS = 22
CHARACTERS_PER_WORD = {"cjk": 2}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source text, trimmed, with what it looks like.

    kind    the clutter it is, or "" for none
    ends    the kind of the page part that begins here, or ""
    block   a label whose following lines belong to it
    """

    start: int
    end: int
    words: int
    prose: bool
    stamp: bool
    byline: bool
    kind: str = ""
    ends: str = ""
    block: bool = False


@cache
def clutter_phrases() -> dict[str, dict[str, dict]]:
    """The phrases of words/clutter.toml."""
    return tomllib.loads((files("pactline") / "words" / "clutter.toml").read_text(encoding="utf-8"))


@cache
def _phrases(section: str) -> tuple[tuple[str, str], ...]:
    return tuple((phrase, kind) for kind, entry in clutter_phrases()[section].items() for phrase in entry["phrases"])


@cache
def _starts(section: str) -> re.Pattern[str]:
    phrases = sorted({phrase for phrase, _ in _phrases(section)}, key=lambda p: (-len(p), p))
    return re.compile(
        "(?:"
        + "|".join(map(re.escape, phrases))
        + r")(?!\w)|(?:"
        + "|".join(re.escape(p) for p in phrases if not p[-1].isalnum())
        + ")"
    )


@cache
def _kind_of(section: str, phrase: str) -> str:
    return dict(_phrases(section))[phrase]


def lines(text: str) -> list[Line]:
    """Lines that hold anything, in order."""
    found, at = [], 0
    for mark in (*BREAK.finditer(text), None):
        stop = mark.start() if mark else len(text)
        piece = text[at:stop]
        stripped = piece.strip()
        if stripped:
            start = at + piece.index(stripped[0])
            found.append(look(stripped, start))
        at = mark.end() if mark else stop
    return found


def look(words_of_line: str, start: int) -> Line:
    """What one trimmed line is."""
    head = words_of_line[:400]
    plain = LIST_MARK.sub("", head).lower()
    words = _count(words_of_line)
    short = words <= 30
    ends = ("comments" if COUNTED.match(head.lower()) else _match("ends", plain)) if words <= 40 else ""
    label = _label(plain) if words <= 8 else ("", False)
    kind = label[0] or (_match("begins", plain) if short or plain.startswith(_captions()) else "")
    kind = kind or _holds(plain, words_of_line, words)
    stamp = words <= 14 and bool(STAMP.search(head)) and not _is_prose(words_of_line, words)
    byline = words <= 10 and bool(BYLINE.match(head))
    if not kind and CODE.match(words_of_line):
        kind = "code"
    prose = not kind and not byline and _is_prose(words_of_line, words)
    return Line(start, start + len(words_of_line), words, prose, stamp, byline, kind, ends, label[1])


def joined(text: str, page: list[Line]) -> list[Line]:
    """The same lines, where a sentence broken over several lines is prose in each of them."""
    broken = {i for i, (a, b) in enumerate(pairwise(page)) if _runs_on(text, a, b)}
    run = broken | {i + 1 for i in broken}
    return [
        replace(line, prose=True, stamp=False, byline=False) if i in run and not line.kind else line
        for i, line in enumerate(page)
    ]


def _runs_on(text: str, line: Line, following: Line) -> bool:
    """True where a sentence goes on in the next line, which begins in lower case right below."""
    gap = text[line.end : following.start]
    begins = text[following.start]
    return begins.islower() and text[line.end - 1] not in ".!?:;" and gap.count("\n") <= 2 and following.words >= 3


def _count(line: str) -> int:
    dense = sum("\u3040" <= c <= "\u9fff" for c in line[:4000])
    if dense > len(line[:4000]) / 3:
        return len(line) // CHARACTERS_PER_WORD["cjk"]
    return len(WORD.findall(line))


def _is_prose(line: str, words: int) -> bool:
    if words >= LONG_LINE_WORDS:
        return True
    if line.endswith("?"):
        return words >= 2 * MIN_PROSE_WORDS
    return words >= MIN_PROSE_WORDS and bool(SENTENCE_END.search(line[-8:]))


def _match(section: str, plain: str) -> str:
    match = _starts(section).match(plain)
    return _kind_of(section, match[0]) if match else ""


def _label(plain: str) -> tuple[str, bool]:
    bare = plain.strip(" .:…!?-–—|>»«*#0123456789()[]")
    for kind, entry in clutter_phrases()["label"].items():
        if bare in entry["phrases"]:
            return kind, bool(entry["block"])
    return "", False


@cache
def _captions() -> tuple[str, ...]:
    return tuple(clutter_phrases()["begins"]["caption"]["phrases"])


def _holds(plain: str, line: str, words: int) -> str:
    if words <= 70 and CREDIT_END.search(line[-80:]) and not line.isupper():
        return "caption"
    for phrase, kind in _phrases("holds"):
        if words <= (45 if kind == "caption" else 25) and _stands(phrase, plain[-90:] if kind == "caption" else plain):
            return kind
    return ""


def _stands(phrase: str, text: str) -> bool:
    at = text.find(phrase)
    return at >= 0 and not (phrase[0].isalnum() and at and text[at - 1].isalnum())


def nickname(text: str, line: Line) -> bool:
    """A bullet and a short name alone on a line, as readers' comments begin."""
    return line.words <= 4 and bool(NICKNAME.match(text[line.start : line.end]))


def span(line: Line) -> Span:
    """The line as offsets."""
    return line.start, line.end
