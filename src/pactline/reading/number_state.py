"""A number while it is read: where the reader stands in the tokens, and what it has read so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from pactline.reading.number_tokens import Token
from pactline.reading.number_words import NumberWords


@dataclass(slots=True)
class Reading:
    """What is read of one number from the token `first` on; `at` is the next token.

    groups        [value, scale] of the parts that are complete, in falling scale: "2 million 50 thousand" has two
    current       the part before its scale word, None where none is begun; spelled: any of it in letters
    other         the second reading of an ambiguous separator; plain_digits: digits without a sign, which may be a year
    article       an article stands for one: "a million"
    """

    pieces: list[Token]
    first: int
    words: NumberWords
    language: str | None
    text: str
    at: int = 0
    groups: list[list[float]] = field(default_factory=list)
    current: float | None = None
    spelled: bool = False
    other: float | None = None
    plain_digits: str | None = None
    article: bool = False

    def __post_init__(self) -> None:
        self.at = self.first

    @property
    def begun(self) -> bool:
        """Whether anything with a value has been read."""
        return self.current is not None or bool(self.groups)

    def token(self, ahead: int = 0) -> Token | None:
        """The token at hand, or one further on; None behind the last."""
        index = self.at + ahead
        return self.pieces[index] if index < len(self.pieces) else None

    def attached(self, token: Token) -> bool:
        """Whether a token is a scale written onto the digits: the m of "5m"."""
        return token.kind == "word" and token.glued and token.text in self.words.attached

    def small_or_hundreds(self, word: str) -> float | None:
        """The value of a number word below a thousand."""
        return self.words.small.get(word, self.words.hundreds.get(word))


def joins(current: float, value: float) -> bool:
    """Whether a number word may follow: one after tens, tens after hundreds.

    >>> joins(20, 5), joins(100, 35), joins(20, 30)
    (True, True, False)
    """
    hundreds = current >= 100 and current % 100 == 0 and value < 100
    tens = current % 100 in range(20, 100, 10) and 0 < value < 10
    return hundreds or tens
