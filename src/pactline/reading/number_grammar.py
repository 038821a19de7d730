"""The grammar of one number: digits, words, scales and their compounds, without hedges or ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pactline.reading.digits import Digits, digits
from pactline.reading.number_fractions import read_fraction
from pactline.reading.number_tokens import Phrase, Token, tokens
from pactline.reading.number_words import SMALLEST_SCALE, NumberWords, number_words

_VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
_UNIT_AFTER_DIGITS = re.compile(
    r"(?:[kmt]*b/?p?d|[km]*bbls?|[km]?bo?pd|bpd|b|km|mm|m|kg|kw|mw|gw|t|pc|pct|th|st|nd|rd|bl|gb|usd|eur|mt|kt)\b"
)
LARGEST = 1e16
DOZEN = 12
_TWICE = re.compile(r"\b(?:twice|дважды) $")


def phrases(text: str, language: str | None) -> Iterator[Phrase]:
    """Every number of a text in the form of `plain`, from left to right.

    >>> [p.value for p in phrases("un millon 448.000 y 29 millones 898", "es")]
    [1448000.0, 29898000.0]
    """
    words, pieces = number_words(language), tokens(text)
    at = 0
    while at < len(pieces):
        if (piece := pieces[at]).kind == "sign" or (piece.kind == "word" and piece.text not in words.starts):
            at += 1
            continue
        reader = _Reader(pieces, at, words, language, text)
        phrase = reader.read() if reader.may_start() else None
        if phrase is not None:
            yield phrase
        at = max(reader.at, at + 1)


class _Reader:
    """Reads one number from a place in the tokens; groups are [value, scale] in falling scale."""

    def __init__(self, pieces: list[Token], at: int, words: NumberWords, language: str | None, text: str) -> None:
        self.pieces, self.first, self.at = pieces, at, at
        self.words, self.language, self.text = words, language, text
        self.groups: list[list[float]] = []
        self.current: float | None = None
        self.spelled = False
        self.other: float | None = None
        self.plain_digits: str | None = None
        self.article = False

    def token(self, ahead: int = 0) -> Token | None:
        index = self.at + ahead
        return self.pieces[index] if index < len(self.pieces) else None

    def may_start(self) -> bool:
        """Not inside a designation (Su-30, S300), a time, a date with slashes or a longer word."""
        token = self.pieces[self.at]
        if token.kind == "digits" and self.at:
            before = self.pieces[self.at - 1]
            if token.glued and (before.kind == "word" or before.text in ":/_"):
                return token.glued and before.kind == "word" and before.text in ("us", "usd", "r", "rs", "eur", "c")
            if token.glued and before.text == "-" and before.glued and self.at > 1:
                return self.pieces[self.at - 2].kind != "word" or self.pieces[self.at - 2].text in self.words.scales
        return True

    def read(self) -> Phrase | None:
        fraction = read_fraction(self.pieces, self.first, self.words, self.text, self.language)
        if fraction is not None:
            phrase, self.at = fraction
            return phrase
        while self._step():
            pass
        if self.current is None and not self.groups:
            self.at = self.first
            return None
        self._half()
        return self._finished()

    def _step(self) -> bool:
        token = self.token()
        if token is None:
            return False
        if token.kind == "digits":
            return self._digits(token)
        if token.kind == "vulgar":
            return self._vulgar(token)
        if token.kind == "word":
            return self._word(token)
        return token.text == "-" and self._hyphen(token)

    def _digits(self, token: Token) -> bool:
        if self.current is not None or (self.groups and not self._may_continue(token)):
            return False
        read = digits(token.text, self.language, scaled=self._scale_follows(token))
        if read is None or not self._stands_alone(token):
            return False
        value = read.value
        if self.groups and self._means_thousands(read):
            value *= SMALLEST_SCALE
        self.other = read.other if not self.groups else None
        self.plain_digits = token.text if token.text.isdigit() else None
        self.current = value
        self.at += 1
        return True

    def _may_continue(self, token: Token) -> bool:
        """A second group of digits belongs to the number only right after its scale word, and is no year."""
        gap = self.text[self.pieces[self.at - 1].end : token.start]
        year = token.text.isdigit() and len(token.text) == 4
        return gap.strip(" ") == "" and not year and bool(self.groups)

    def _means_thousands(self, read: Digits) -> bool:
        """The 50 of "un millón 50" are thousands, where no scale of their own follows."""
        after = self.token(1)
        scaled = after is not None and after.text in self.words.scales
        return self.groups[-1][1] == 1e6 and read.value < SMALLEST_SCALE and not scaled

    def _stands_alone(self, token: Token) -> bool:
        """Letters right behind digits must be a scale or a unit: 30MK2 is a name."""
        after = self.token(1)
        if after is None or not after.glued:
            return True
        if after.kind == "word":
            if after.text in self.words.attached or after.text in self.words.scales:
                return True
            return bool(_UNIT_AFTER_DIGITS.match(self.text, after.start))
        follower = self.token(2)
        return not (after.text in "/:" and follower is not None and follower.glued and follower.kind == "digits")

    def _scale_follows(self, token: Token) -> bool:
        after = self.token(1)
        return after is not None and (after.text in self.words.scales or self._attached(after))

    def _attached(self, token: Token) -> bool:
        return token.kind == "word" and token.glued and token.text in self.words.attached

    def _vulgar(self, token: Token) -> bool:
        if self.current is None and self.groups:
            return False
        self.current = (self.current or 0.0) + _VULGAR[token.text]
        self.plain_digits = None
        self.at += 1
        return True

    def _word(self, token: Token) -> bool:
        word, lexicon = token.text, self.words
        if word in lexicon.words("point"):
            return self._point()
        if word in lexicon.words("and"):
            return self._and()
        if word in lexicon.words("hundred"):
            return self._hundred()
        if word in lexicon.scales or (self.current is not None and self._attached(token)):
            return self._scale(lexicon.scales.get(word) or lexicon.attached[word])
        if word in lexicon.words("articles") and not self._scale_is_next() and not self._counts(word):
            return False
        if word in lexicon.words("articles") and self._scale_is_next() and word not in lexicon.small:
            return self._article()
        value = lexicon.small.get(word, lexicon.hundreds.get(word))
        return value is not None and self._small(value)

    def _counts(self, word: str) -> bool:
        """An article counts as one only inside a compound ("treinta y un")."""
        return self.current is not None and word in self.words.small

    def _article(self) -> bool:
        if self.current is not None or self.groups:
            return False
        self.article = True
        self.at += 1
        return True

    def _scale_is_next(self) -> bool:
        after = self.token(1)
        return after is not None and (after.text in self.words.scales or after.text in self.words.words("hundred"))

    def _small(self, value: float) -> bool:
        if self.current is None:
            self.current = value
        elif self.spelled and _joins(self.current, value):
            self.current += value
        else:
            return False
        self.spelled = True
        self.at += 1
        return True

    def _hundred(self) -> bool:
        if self.current is None and not self.article:
            return False
        if self.current is not None and not 1 <= self.current < 100:
            return False
        self.current, self.spelled = (self.current or 1.0) * 100, True
        self.at += 1
        return True

    def _scale(self, scale: float) -> bool:
        word = self.pieces[self.at]
        if self.current is None and not self.groups and not self._bare(word.text, scale):
            return False
        if self.current is not None:
            if self.groups and self.groups[-1][1] <= scale:
                self.groups = [[sum(v for v, _ in self.groups) + self.current, 1.0]]
                self.current = None
                self.groups[-1] = [self.groups[-1][0] * scale, scale]
            else:
                self.groups.append([self.current * scale, scale])
                self.current = None
        elif self.groups:
            if self.groups[-1][1] >= scale or self.pieces[self.at - 1].text == word.text:
                return False
            self.groups[-1] = [self.groups[-1][0] * scale, scale]
        else:
            self.groups.append([scale, scale])
            self.spelled = True
        self.at += 1
        self._skip_dot(word)
        self._thousands_of_millions()
        return True

    def _bare(self, word: str, scale: float) -> bool:
        """A scale with no number before it counts where the language says a million by the bare singular."""
        return self.article or word in self.words.words("bare_singular")

    def _skip_dot(self, word: Token) -> None:
        """The dot of an abbreviated scale (тыс., mill.) belongs to it where the sentence goes on."""
        dot, after = self.token(), self.token(1)
        if dot and dot.text == "." and dot.glued and after is not None and len(word.text) <= 4 and word.text != "mil":
            self.at += 1

    def _thousands_of_millions(self) -> None:
        """ "3 miles de millones": the `de` between two scales."""
        of, after = self.token(), self.token(1)
        linked = of is not None and of.text == "de" and after is not None and after.kind == "word"
        if linked and after is not None and self.words.scales.get(after.text, 0) > self.groups[-1][1] >= SMALLEST_SCALE:
            self.at += 1

    def _point(self) -> bool:
        after = self.token(1)
        value = self.words.small.get(after.text) if after is not None else None
        if not self.spelled or self.current is None or value is None or value > 9:
            return False
        self.current += value / 10
        self.at += 2
        return True

    def _and(self) -> bool:
        """Between two words of one number: "treinta y cinco", "two hundred and fifty"."""
        after = self.token(1)
        if after is None or not self.spelled or (self.current is None and not self.groups):
            return False
        value = self.words.small.get(after.text, self.words.hundreds.get(after.text))
        if value is None or (self.current is not None and not _joins(self.current, value)):
            return False
        if self.groups and self.groups[-1][1] < SMALLEST_SCALE:
            return False
        if self.language == "en" and (self.current or 0) < 100 and not self.groups:
            return False
        self.at += 1
        return True

    def _hyphen(self, token: Token) -> bool:
        after = self.token(1)
        joined = token.glued and after is not None and after.glued and after.kind == "word"
        if not joined or after is None or (self.current is None and not self.groups and not self.article):
            return False
        small = self.words.small.get(after.text, 0.0)
        if self.spelled and self.current is not None and small and _joins(self.current, small):
            self.at += 1
            return True
        if after.text in self.words.scales and self.current is not None:
            self.at += 1
            return True
        return False

    def _half(self) -> None:
        """ "two and a half million", "dos millones y medio", "два с половиной миллиона"."""
        start = self.pieces[self.at - 1].end
        for phrase in self.words.words("halves"):
            if self.text.startswith(f" {phrase}", start) and not self.text[start + len(phrase) + 1 :][:1].isalnum():
                self.at += len(phrase.split())
                if self.current is None:
                    self.groups.append([self.groups[-1][1] / 2, 1.0])
                    return
                self.current += 0.5
                while self._step():
                    pass
                return

    def _finished(self) -> Phrase | None:
        value = sum(v for v, _ in self.groups) + (self.current or 0.0)
        scale = max((s for _, s in self.groups), default=1.0)
        if value >= LARGEST or (self.current == 0 and self.spelled):
            return None
        start, end = self.pieces[self.first].start, self.pieces[self.at - 1].end
        alone = self.plain_digits is not None and not self.groups
        year_like = alone and len(self.plain_digits or "") == 4 and 1900 <= value <= 2100
        other = None if self.other is None else self.other * scale
        if scale == DOZEN and (twice := _TWICE.search(self.text[max(0, start - 8) : start])):
            start, value = start - len(twice[0]), value * 2
        if self._times():
            return Phrase(start, end, value, "times", self.spelled, scale)
        return Phrase(start, end, value, "number", self.spelled, scale, other, year_like)

    def _times(self) -> bool:
        token = self.token()
        return token is not None and token.text in self.words.words("times")


def _joins(current: float, value: float) -> bool:
    """Whether a number word may follow: one after tens, tens after hundreds."""
    hundreds = current >= 100 and current % 100 == 0 and value < 100
    tens = current % 100 in range(20, 100, 10) and 0 < value < 10
    return hundreds or tens
