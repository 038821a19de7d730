"""Lines that name who made them: a paper with the day it printed the article, a photographer or agency in capitals."""

from __future__ import annotations

import re

CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'&’-]{2,30}$|(?:OF|AND|THE|DE|DEL|LA|E|Y|VIA)$")
SIGNED_DAY = re.compile(
    r"(?:[^\W\d_]{3,12}\.? \d{1,2},? |\d{1,2}\.?(?: de)? [^\W\d_]{3,12},?(?: del?)? |\d{1,2}[./-]\d{1,2}[./-])(?:19|20)\d{2}\b"
)
SHARED = re.compile(
    r"[.!?\w] ?[(\[][A-ZÀ-ÞА-ЯЁ][\w.'’-]{0,20}(?: [A-ZÀ-ÞА-ЯЁ][\w.'’-]{0,20}){1,3} ?/ ?[A-ZÀ-ÞА-ЯЁ][^()\n/]{2,30}[)\]]$"
)
"""A photographer and his paper in brackets: `(Jane Roe / Harbour Post)`."""

MOST_SIGNED = 80
"""Characters before the day in a line that signs an article."""


def signed(line: str) -> bool:
    """Whether a line names a paper and the day it printed the article, and says nothing else.

    >>> signed("— Energy Caribbean newsletter, December 17, 2017. Unsubscribe here."), signed("Petroleum Review, 5 May 2019")
    (True, True)
    >>> signed("The contract was signed on 5 May 2019.")
    False
    """
    found = SIGNED_DAY.search(line)
    if not found or found.start() > MOST_SIGNED or len(line) - found.end() > MOST_SIGNED // 2:
        return False
    before = line[: found.start()].rstrip(" ,(–—-|•")
    names = re.sub(r"^[—–]{1,2} ?", "", before)
    capital = [word[0].isupper() for word in re.findall(r"[^\W\d_][\w.&'’-]{2,}", names)]
    return bool(capital) and (
        names != before or (sum(capital) >= len(capital) > 1 and not line[found.end() :].strip(" .)"))
    )


def credited(line: str) -> bool:
    """Whether a line ends, after a sentence, in the capitals of a photographer or agency.

    >>> credited("A ship enters the port of La Guaira.LUIS ACOSTA/AFP/GETTY IMAGES")
    True
    >>> credited("The minister spoke in Moscow about the S-300 and about OPEC.")
    False
    >>> credited("Two frigates at anchor off Callao in 2016. (Jane Roe / Harbour Post)")
    True
    """
    if SHARED.search(line[-80:]):
        return True
    tail = line[-80:].rstrip(")")
    if not (tail[-1:].isupper() or tail.endswith(".")):
        return False
    at = max(tail.rfind(mark) for mark in ".!?|")
    credit = re.split(r"[ /,]+", tail[at + 1 :].strip()) if at > 0 else []
    return len(credit) > 1 and all(CAPITALS.fullmatch(word) for word in credit) and not line.isupper()
