"""What the phrases of words/clutter.toml say about one line of a page.

A phrase in a full sentence proves little ("Sponsored by Moscow, the talks went on."), so lines of prose need more of it than
labels do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from ahocorasick_rs import BytesAhoCorasick, Implementation

from pactline.corpus.body_ages import age
from pactline.corpus.body_credits import credited, signed
from pactline.corpus.body_notes import credit, film, notice

BARE = " .:…!?-–—|>»«*#0123456789()[]/·•"
APPEALS = frozenset({"share-bar", "subscription"})
"""Parts that begin with a call to the reader: a verb, whatever follows it on the line."""

SURE = frozenset({"caption", "disclaimer", "agency-credit", "cookie-notice"})
"""Kinds that are written in long sentences of their own; of the others such a sentence must speak of the site itself."""

SENTENCE_WORDS = 14
PART_WORDS = 40
ONE_LINE_WORDS = 30
CAPTION_WORDS = 45
HELD_WORDS = 25
NOTICE_WORDS = 60
LABEL_WORDS = 8
CREDIT_WORDS = 70
CAPTION_TAIL = 90
"""Characters at the end of a caption in which its credit stands."""

SEPARATOR = re.compile(r"\s*[|»›>·•/\t]\s*|\s{2,}")
MENU_NAMES = 3
MENU_WORDS = 4
SECTIONS = frozenset({"menu", "page-furniture"})
COUNTED = re.compile(
    r"^\d{1,5}\s+(?:comments?|responses?|repl(?:y|ies)|thoughts? on|comentarios?|respuestas?|comentários?|"
    r"commentaires?|kommentare?|комментари\w{0,3})\b"
)
PART_NAME = re.compile(
    r"^(?:more|other|latest|recent|related|top|most \w+|popular|trending) (?:\w+ ){0,2}"
    r"(?:stories|news|headlines|posts|articles|videos|content|coverage)$"
    r"|^in [\"“](?:\w+ ?){1,3}[\"”]$"
    r"|^(?:más|otras|otros|últimas|últimos) (?:\w+ ){0,2}(?:noticias|artículos|entradas|titulares)$"
    r"|^(?:mais|outras|outros|últimas|últimos) (?:\w+ ){0,2}(?:notícias|artigos|posts|matérias|manchetes)$"
    r"|^(?:другие|последние|главные|свежие|популярные|еще|ещё) (?:\w+ ){0,2}(?:новости|статьи|материалы|публикации)$"
)
COMMENTER = re.compile(r"^[^\n:.!?]{1,40}? (?:said|dijo|disse|says|пишет)(?:\.{3}|…)$")
END_MARK = re.compile(r"(?:(?:# ?){2,5}|[-–—] ?(?:30|0|end|ends|fin) ?[-–—]|\(ends?\)|\(fin\))$")
"""What a press service writes under a story."""

ANSWER = re.compile(r"(?:↳|@[\w.]{2,30}[:,] )")
EMAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.[a-z.]{2,20}\b", re.IGNORECASE)
READ_ALSO = re.compile(
    r"(?:[^:\n]{0,16}\b)?(?:leer|lea|lee|ler|leia|read|see|watch|view|читайте|читать|смотрите|lire|lesen|leggi)\b[^:.\n]{0,14}:\s"
)
"""Another article named in the middle of one: `Ud. puede leer también: ...`."""

CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}\b")
TWEET = re.compile(r"pic\.twitter\.com/\w|^[—–-]{1,2} ?[^\n]{1,60}\(@\w{2,30}\)")


@cache
def clutter_phrases() -> dict[str, dict[str, dict]]:
    """The phrases of words/clutter.toml."""
    return tomllib.loads((files("pactline") / "words" / "clutter.toml").read_text(encoding="utf-8"))


@cache
def _kinds(section: str) -> dict[str, str]:
    return {phrase: kind for kind, entry in clutter_phrases()[section].items() for phrase in entry["phrases"]}


@cache
def _by_beginning(section: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a section under their first two characters, the longest first: a line is compared with few of them."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(_kinds(section), key=lambda p: (-len(p), p)):
        found[phrase[:2]] = (*found.get(phrase[:2], ()), phrase)
    return found


def _start(section: str, plain: str) -> str:
    """The longest phrase of a section with which a line begins, at a word's end, or ""."""
    for phrase in _by_beginning(section).get(plain[:2], ()):
        if plain.startswith(phrase) and not (phrase[-1].isalpha() and plain[len(phrase) : len(phrase) + 1].isalpha()):
            return phrase
    return ""


def _is_word(phrase: str) -> bool:
    """One word, without a colon or another sign that makes it a label."""
    return " " not in phrase and phrase[-1].isalnum()


@cache
def _phrases_held(kind: str) -> tuple[str, ...]:
    return tuple(clutter_phrases()["holds"][kind]["phrases"])


@cache
def _finds_held(kind: str) -> Callable[[bytes], list[Any]]:
    held = [phrase.encode() for phrase in _phrases_held(kind)]
    return BytesAhoCorasick(held, implementation=Implementation.DFA).find_matches_as_indexes


def _holds(kind: str, plain: str) -> bool:
    if not _finds_held(kind)(plain.encode(errors="replace")):
        return False
    return any(phrase in plain and _at_word(phrase, plain) for phrase in _phrases_held(kind))


def _at_word(phrase: str, plain: str) -> bool:
    at = plain.find(phrase)
    return not (phrase[0].isalnum() and at > 0 and plain[at - 1].isalnum())


@cache
def _own_words() -> re.Pattern[str]:
    phrases = sorted(clutter_phrases()["own"]["site"]["phrases"], key=lambda p: (-len(p), p))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


def speaks_of_itself(sentence: str) -> bool:
    """Whether a sentence holds a word with which a site speaks of itself.

    >>> speaks_of_itself("Start your free trial of our prices today."), speaks_of_itself("Exports rose in May.")
    (True, False)
    """
    return bool(_own_words().search(sentence.lower()))


@cache
def _bar() -> re.Pattern[str]:
    words = sorted(clutter_phrases()["words"]["share-bar"]["phrases"], key=lambda p: (-len(p), p))
    return re.compile("|".join(map(re.escape, words)))


@cache
def _labels() -> dict[str, tuple[str, bool]]:
    entries = clutter_phrases()["label"].items()
    return {phrase: (kind, bool(entry["block"])) for kind, entry in entries for phrase in entry["phrases"]}


def part_begun(plain: str, words: int, *, prose: bool) -> str:
    """The kind of the page part that a line begins, or "".

    plain   the line's beginning in lower case, without its bullet
    prose   whether the line is a full sentence; one word is then not enough, nor is any label of other stories

    >>> part_begun("related stories", 2, prose=False)
    'headline-list'
    >>> part_begun("copyright law in venezuela has not changed since 1993.", 9, prose=True)
    ''
    """
    if words > PART_WORDS:
        return ""
    if END_MARK.match(plain):
        return "trailing-lines"
    if COUNTED.match(plain) or ANSWER.match(plain) or (COMMENTER.match(plain) and words <= LABEL_WORDS):
        return "comments"
    if words <= LABEL_WORDS and PART_NAME.match(plain.rstrip(BARE)):
        return "headline-list"
    phrase = _start("ends", plain)
    kind = _kinds("ends").get(phrase, "")
    if prose and _tells_news(plain, kind, words):
        return ""
    return kind if phrase and _is_label(phrase, kind, plain[len(phrase) :].strip(), prose=prose) else ""


def begins_part(plain: str) -> bool:
    """Whether words that follow a sentence begin another part of the page: a label of two words or more, or with a colon.

    >>> begins_part("related stories oil falls"), begins_part("share this: facebook"), begins_part("comments by the minister")
    (True, True, False)
    """
    phrase = _start("ends", plain)
    return bool(phrase) and not _is_word(phrase)


def _is_label(phrase: str, kind: str, rest: str, *, prose: bool) -> bool:
    """Whether the phrase is the label of a part: one word must stand alone, and other stories' labels end the line."""
    if kind == "headline-list" and rest.strip(BARE) and (prose or rest.startswith((":", "|")) or CLOCK.search(rest)):
        return False
    if not _is_word(phrase):
        return True
    if kind in APPEALS:
        return not prose or bool(_own_words().search(rest))
    return not prose and (not rest.strip(BARE) or rest.startswith((":", "(", "|", ".")) or rest[0].isdigit())


def label(plain: str, words: int) -> tuple[str, bool]:
    """The kind of a line that is nothing but a label, and whether what follows belongs to it."""
    if words > LABEL_WORDS:
        return "", False
    bare = plain.strip(BARE)
    if bare in _labels():
        return _labels()[bare]
    return ("share-bar", False) if bare and not _bar().sub("", bare).strip(BARE + ",&+x") else ("", False)


def menu(plain: str, *, sure: bool = False) -> bool:
    """Whether a line is a row of names of sections, or the way from the site's front page to this one.

    sure    the line stands around an article, so that three short names in a row are enough

    >>> menu("inicio | política | sucesos | economía"), menu("лента  политика  общество"), menu("jets | tanks | rifles")
    (True, True, False)
    """
    names = [name for name in SEPARATOR.split(plain) if name.strip(BARE)]
    if len(names) < MENU_NAMES or any(len(name.split()) > MENU_WORDS or name.strip()[-1:] in ".!?" for name in names):
        return False
    known = sum(_labels().get(name.strip(BARE), ("",))[0] in SECTIONS for name in names)
    return sure or 3 * known >= len(names)


def one_line(plain: str, line: str, words: int, *, prose: bool) -> str:
    """The kind of a line that is clutter by itself, wherever it stands, or "".

    >>> one_line("leia também: dólar cai", "Leia também: Dólar cai", 4, prose=False)
    'headline-list'
    >>> one_line("published in 2008, the report was never answered.", "Published ...", 8, prose=True)
    ''
    """
    phrase = _start("begins", plain)
    kind = _kinds("begins").get(phrase, "")
    weak = bool(kind) and prose and (_is_word(phrase) or _tells_news(plain, kind, words))
    if kind and not weak and (words <= ONE_LINE_WORDS or kind == "caption"):
        return kind
    phrase = _start("ends", plain)
    kind = _kinds("ends").get(phrase, "")
    if kind == "headline-list" and words <= ONE_LINE_WORDS and plain[len(phrase) :].lstrip().startswith((":", "|")):
        return kind
    return _held(plain, line, words, prose=prose)


def _tells_news(plain: str, kind: str, words: int) -> bool:
    """Whether a sentence that begins like a label is too long for one and speaks of nothing but the news."""
    return words >= SENTENCE_WORDS and kind not in SURE and not _own_words().search(plain)


def _held(plain: str, line: str, words: int, *, prose: bool) -> str:
    if words <= CAPTION_WORDS and TWEET.search(line[-CAPTION_TAIL:]):
        return "embedded-post"
    if not prose and words <= ONE_LINE_WORDS and READ_ALSO.match(plain):
        return "headline-list"
    if words <= LABEL_WORDS * 2 and signed(line):
        return "source-line"
    if words <= ONE_LINE_WORDS and "@" in line and EMAIL.search(line):
        return "source-line"
    if words <= CREDIT_WORDS and credited(line):
        return "caption"
    if words <= CAPTION_WORDS and _holds("caption", plain[-CAPTION_TAIL:]):
        return "caption"
    if words <= ONE_LINE_WORDS and notice(line):
        return "disclaimer"
    if credit(plain, words):
        return "agency-credit"
    if words <= LABEL_WORDS * 2 and film(line):
        return "headline-list"
    if words <= NOTICE_WORDS and _holds("cookie-notice", plain):
        return "cookie-notice"
    if words <= HELD_WORDS and _holds("page-furniture", plain):
        return "page-furniture"
    return "headline-list" if words <= HELD_WORDS and not prose and age(plain[-30:]) else ""
