"""The scale words of a number: thousand, million, "mil millones", and what they do to the parts before them."""

from __future__ import annotations

from pactline.reading.number_state import Reading
from pactline.reading.number_tokens import Token
from pactline.reading.number_words import SMALLEST_SCALE


def take_scale(reading: Reading, scale: float) -> bool:
    """Read a scale word of this size; False where nothing stands before it that it could scale."""
    word = reading.pieces[reading.at]
    if not reading.begun and not _bare(reading, word.text):
        return False
    if reading.current is not None:
        _close(reading, reading.current, scale)
    elif reading.groups:
        if reading.groups[-1][1] >= scale or reading.pieces[reading.at - 1].text == word.text:
            return False
        reading.groups[-1] = [reading.groups[-1][0] * scale, scale]
    else:
        reading.groups.append([scale, scale])
        reading.spelled = True
    reading.at += 1
    _skip_dot(reading, word)
    _skip_of(reading)
    return True


def _close(reading: Reading, current: float, scale: float) -> None:
    """The part at hand with its scale; a scale larger than the one before takes both: "2 mil 300 millones"."""
    if reading.groups and reading.groups[-1][1] <= scale:
        reading.groups = [[(sum(v for v, _ in reading.groups) + current) * scale, scale]]
    else:
        reading.groups.append([current * scale, scale])
    reading.current = None


def _bare(reading: Reading, word: str) -> bool:
    """A scale with no number before it counts where the language says a million by the bare singular."""
    return reading.article or word in reading.words.words("bare_singular")


def _skip_dot(reading: Reading, word: Token) -> None:
    """The dot of an abbreviated scale (тыс., mill.) belongs to it where the sentence goes on."""
    dot, after = reading.token(), reading.token(1)
    if dot and dot.text == "." and dot.glued and after is not None and len(word.text) <= 4 and word.text != "mil":
        reading.at += 1


def _skip_of(reading: Reading) -> None:
    """ "3 miles de millones": the `de` between two scales."""
    of, after = reading.token(), reading.token(1)
    if of is None or of.text != "de" or after is None or after.kind != "word":
        return
    if reading.words.scales.get(after.text, 0) > reading.groups[-1][1] >= SMALLEST_SCALE:
        reading.at += 1
