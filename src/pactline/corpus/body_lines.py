"""What each line of a page looks like: prose, a heading, a stamp, a piece of clutter and of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pactline.corpus.body_ages import age
from pactline.corpus.body_credits import SIGNED_DAY
from pactline.corpus.body_flat import breaks, cuts
from pactline.corpus.body_phrases import label, menu, one_line, part_begun
from pactline.corpus.dating_words import date_words, fold
from pactline.corpus.word_counts import words_with_letters

SENTENCE_END = re.compile(r"""[.!?…。؟]["'”’»)\]*]{0,4}$|[:;,]["”»]$|\[(?:…|\.\.\.)\]$""")
SENTENCE_INSIDE = re.compile(r"""[^\W\d_]{4}[.!?]["'”’»)]{0,2} ["'“‘«¿¡(]{0,2}[^\W\d_]{2}""")
STAMP = re.compile(r"\d{1,2}[:.]\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d{2}\b|^\d{1,3}$")
BYLINE = re.compile(
    r"^(?:(?:by|por|de|от|автор|von|par|written by|posted by|escrito por)[:\s]+\S"
    r"|(?:yazar|yazan|haber|autor|autora|auteur|autore|текст|редактор|корректор|editor|editora?|corrector|proofread by|edited by|editing by|reporting by|"
    r"editado por|edición|corrección|revisión|edição|revisão|texto|texte)(?:: \S|\s[A-ZÀ-ÞА-ЯЁ]\.))",
    re.IGNORECASE,
)
CODE = re.compile(
    r"^(?:[A-Z]{2,8}\d{8,}\w*|(?=\S{0,60}\d{4})[A-Z0-9]{2,10}(?:[-_][A-Z0-9]{2,10}){2,7}|[\W_]{4,}|[A-Z]{1,3}(?:/[A-Z]{1,8}\d*)+|[\w.-]+\.(?:jpe?g|png|gif|webp|pdf)|https?://\S+)$"
)
RECORD = re.compile(r"[{\[]{1,2}\"\w{1,40}\": ?[\[{\"\w][^\n]{0,4000}[}\]],?$")
"""A record's fields, left in the text by a program."""

DATE_PREFIX = re.compile(r"\s{0,3}date \d{4}(?:-\d{2}){0,2}(?=\s|$)")
"""The day a crawl stamps on a record, in front of its text."""

DATELINE = re.compile(r"^[A-ZÀ-ÞЀ-Я]{3,30}\b[^\n.]{0,50}?\d[^\n]{0,20} [-–—]{1,2}(?: [^\n.]{2,30}\.)?$")
"""A dateline alone on its line, above the article's first sentence."""

FILED = re.compile(
    r"[A-ZÀ-ÞЀ-Я][A-ZÀ-ÞЀ-Я .,'’-]{2,40}(?: ?\([\w .]{2,20}\))? ?(?:\.-|[-–—]{1,2}) ?[\"“«„]?[A-ZÀ-ÞЀ-Я¿¡][^\n]{20}"
)
"""A place in capitals, and maybe an agency, in front of the article's first sentence: `LIMA (EFE).- Las fragatas`."""

DOTTED_I = "i\u0307"
"""What Python makes of the Turkish capital İ in lower case."""

LIST_MARK = re.compile(r"^\s*(?:[•·▪●*–—-]|\d{1,2}[.)])\s*")
NICKNAME = re.compile(r"^\s*[•·*]\s+[\w.@ -]{2,40}$")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
DAY_OF_MONTH = re.compile(r"\b\d{1,2}(?:st|nd|rd|th|º|\.)? (?:de )?([^\W\d_]{3,12})|([^\W\d_]{3,12})\.? \d{1,2}\b")
DENSE = re.compile("[\u3040-\u9fff]")
MIN_PROSE_WORDS = 6
LONG_LINE_WORDS = 22
LONG_LINE_CHARACTERS = 150
TWO_SENTENCES_WORDS = 12
STAMP_WORDS = 14
SHORT_STAMP_WORDS = 8
LEAST_SAID = 2
BYLINE_WORDS = 10
DATED_BYLINE_WORDS = 30
LABELLED_WORDS = 80
"""Words up to which a line's beginning can make it clutter; a longer paragraph is read as prose whatever it begins with."""

HEAD = 400
COUNTED_CHARACTERS = 4000
"""Characters in which words are counted one by one; beyond, their number is estimated from these."""

CJK_CHARACTERS_PER_WORD = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source text, trimmed, with what it looks like.

    words   its words, estimated for a very long line
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

    @property
    def plain(self) -> bool:
        """Nothing in particular: a heading, a name, a label that is not known."""
        return not (self.kind or self.stamp or self.byline or self.ends)


def lines(text: str) -> list[Line]:
    """Lines that hold anything, in order.

    >>> [(line.prose, line.kind) for line in lines("Photo: EFE\\nThe minister met the press in Moscow on Friday.")]
    [(False, 'caption'), (True, '')]
    """
    return [look(text[start:end], start) for start, end in _trimmed(text)]


def _trimmed(text: str) -> Iterator[tuple[int, int]]:
    prefix = DATE_PREFIX.match(text)
    at = prefix.end() if prefix else 0
    if prefix:
        yield prefix.end() - len(prefix[0].lstrip()), at
    for mark in (*breaks(text).finditer(text, at), None):
        stop = mark.start() if mark else len(text)
        bare = text[at:stop].lstrip()
        if bare:
            yield from cuts(text, stop - len(bare), stop - len(bare) + len(bare.rstrip()))
        at = mark.end() if mark else stop


def look(line: str, start: int) -> Line:
    """What one trimmed line is."""
    head = line[:HEAD]
    if DATE_PREFIX.fullmatch(head):
        return Line(start, start + len(line), 1, prose=False, stamp=True, byline=False, kind="corpus-date-prefix")
    plain = LIST_MARK.sub("", head).lower().replace(DOTTED_I, "i")
    words = _count(line)
    sentence = _is_prose(line, words) or (words <= BYLINE_WORDS and bool(DATELINE.match(head)))
    sentence = sentence or (words >= MIN_PROSE_WORDS and bool(FILED.match(head)) and bool(SENTENCE_INSIDE.search(line)))
    ends, kind, block = _clutter(plain, line, words, prose=sentence)
    byline = (words <= BYLINE_WORDS and bool(BYLINE.match(head))) or (
        words <= DATED_BYLINE_WORDS and _is_dated_byline(head)
    )
    stamp = words <= STAMP_WORDS and not sentence and _is_stamp(head, plain)
    prose = sentence and not kind and not byline
    return Line(start, start + len(line), words, prose, stamp or kind == "timestamp", byline, kind, ends, block)


def _is_dated_byline(line: str) -> bool:
    """`Par Jean Roux — Publié le 5 mars 2019 à 16h15, mis à jour le 7 mars 2019`; not `By May 5, 2019 the fleet had sailed.`"""
    day = SIGNED_DAY.search(line) if BYLINE.match(line) else None
    if day is None or SENTENCE_END.search(line[-8:]):
        return False
    return any(mark in line[: day.start()] for mark in "—–-|•·,")


def _is_stamp(line: str, plain: str) -> bool:
    """`5 March 2019, 16:15`, `3 hours ago`, `lunes 5 de marzo`; not `The fleet was sold in 2019.`"""
    return bool(STAMP.search(line) or age(plain[-30:]) or _day(plain)) and not _tells(line)


def _tells(line: str) -> bool:
    """Whether a short line with a full stop says more than a day and a place."""
    words = date_words()
    said = [
        w for w in WORD.findall(line) if w.islower() and fold(w) not in words.months and fold(w) not in words.weekdays
    ]
    return bool(SENTENCE_END.search(line[-8:])) and sum(w not in words.sets["prepositions"] for w in said) >= LEAST_SAID


def _day(plain: str) -> bool:
    """A weekday with a day of a month, without its year: `сегодня: среда, 11 февраля`; not `24 jets in May`."""
    months, weekdays = date_words().months, date_words().weekdays
    named = any(fold(m[1] or m[2]) in months for m in DAY_OF_MONTH.finditer(plain[:80]))
    return named and any(fold(word) in weekdays for word in WORD.findall(plain[:80]))


def _clutter(plain: str, line: str, words: int, *, prose: bool) -> tuple[str, str, bool]:
    """The part of the page that a line begins, the clutter it is itself, and whether the next lines belong to it."""
    if words > LABELLED_WORDS:
        return "", "code" if RECORD.match(line) else "", False
    ends = part_begun(plain, words, prose=prose)
    kind, block = label(plain, words)
    kind = kind or ("" if prose else "menu" if menu(plain) else "") or one_line(plain, line, words, prose=prose)
    return ends, kind or ("code" if CODE.match(line) or RECORD.match(line) else ""), block


def joined(text: str, page: list[Line]) -> list[Line]:
    """The same lines, where a sentence broken over several lines is prose in each of them."""
    broken = {i for i, (a, b) in enumerate(pairwise(page)) if _runs_on(text, a, b)}
    run = broken | {i + 1 for i in broken}
    return [
        replace(line, prose=True, stamp=False, byline=False) if i in run and not line.kind else line
        for i, line in enumerate(page)
    ]


def _runs_on(text: str, line: Line, following: Line) -> bool:
    """True where a sentence goes on in the next line, which begins in lower case right below.

    A Spanish, Portuguese or Russian byline or date begins in lower case too, below a short headline.
    """
    if (
        line.kind
        or following.kind
        or ((following.stamp or following.byline) and following.words <= SHORT_STAMP_WORDS > line.words)
    ):
        return False
    begins = text[following.start]
    gap = text[line.end : min(following.start, line.end + 40)]
    return begins.islower() and text[line.end - 1] not in ".!?:;" and gap.count("\n") <= 2 and following.words >= 3


def _count(line: str) -> int:
    sample = line[:COUNTED_CHARACTERS]
    if not sample.isascii() and len(DENSE.findall(sample)) > len(sample) / 3:
        return len(line) // CJK_CHARACTERS_PER_WORD
    words = words_with_letters(sample)
    return words * len(line) // len(sample) if len(line) > len(sample) else words


def _is_prose(line: str, words: int) -> bool:
    if words >= LONG_LINE_WORDS or (words >= TWO_SENTENCES_WORDS and _is_long(line)):
        return True
    if line.endswith("?"):
        return words >= 2 * MIN_PROSE_WORDS
    return words >= MIN_PROSE_WORDS and bool(SENTENCE_END.search(line[-8:]))


def _is_long(line: str) -> bool:
    """Long enough for a sentence, or with the end of a sentence inside it."""
    return len(line) >= LONG_LINE_CHARACTERS or bool(SENTENCE_INSIDE.search(line))


def nickname(text: str, line: Line) -> bool:
    """A bullet and a short name alone on a line, as readers' comments begin."""
    return line.words <= 4 and bool(NICKNAME.match(text[line.start : line.end][:50]))
