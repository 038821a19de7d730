"""The part of a number that is written in words below a thousand: small words, hundreds, articles, joints and halves."""

from __future__ import annotations

from pactline.reading.number_scales import take_scale
from pactline.reading.number_state import Reading, joins
from pactline.reading.number_tokens import Token
from pactline.reading.number_words import SMALLEST_SCALE


def take_word(reading: Reading, token: Token) -> bool:
    """Read a word as the next part of the number; False where the number ends before it."""
    word, lexicon = token.text, reading.words
    if word in lexicon.words("point"):
        return _point(reading)
    if word in lexicon.words("and"):
        return _and(reading)
    if word in lexicon.words("hundred"):
        return _hundred(reading)
    if word in lexicon.scales or (reading.current is not None and reading.attached(token)):
        return take_scale(reading, lexicon.scales.get(word) or lexicon.attached[word])
    if word in lexicon.words("articles") and not _scale_is_next(reading) and not _counts(reading, word):
        return False
    if word in lexicon.words("articles") and _scale_is_next(reading) and word not in lexicon.small:
        return _article(reading)
    value = reading.small_or_hundreds(word)
    return value is not None and _small(reading, value)


def take_hyphen(reading: Reading, token: Token) -> bool:
    """Read the hyphen of "twenty-five" and of "1-million"."""
    after = reading.token(1)
    if after is None or not (token.glued and after.glued and after.kind == "word"):
        return False
    if not reading.begun and not reading.article:
        return False
    small = reading.words.small.get(after.text, 0.0)
    spelled = reading.spelled and reading.current is not None and small and joins(reading.current, small)
    if spelled or (after.text in reading.words.scales and reading.current is not None):
        reading.at += 1
        return True
    return False


def take_half(reading: Reading) -> bool:
    """ "two and a half million", "dos millones y medio", "два с половиной миллиона": whether the number goes on behind it."""
    start = reading.pieces[reading.at - 1].end
    for phrase in reading.words.words("halves"):
        behind = start + len(phrase) + 1
        if reading.text.startswith(f" {phrase}", start) and not reading.text[behind : behind + 1].isalnum():
            reading.at += len(phrase.split())
            if reading.current is None:
                reading.groups.append([reading.groups[-1][1] / 2, 1.0])
                return False
            reading.current += 0.5
            return True
    return False


def _counts(reading: Reading, word: str) -> bool:
    """An article counts as one only inside a compound ("treinta y un")."""
    return reading.current is not None and word in reading.words.small


def _article(reading: Reading) -> bool:
    if reading.begun:
        return False
    reading.article = True
    reading.at += 1
    return True


def _scale_is_next(reading: Reading) -> bool:
    after = reading.token(1)
    return after is not None and (after.text in reading.words.scales or after.text in reading.words.words("hundred"))


def _small(reading: Reading, value: float) -> bool:
    if reading.current is None:
        reading.current = value
    elif reading.spelled and joins(reading.current, value):
        reading.current += value
    else:
        return False
    reading.spelled = True
    reading.at += 1
    return True


def _hundred(reading: Reading) -> bool:
    if reading.current is None and not reading.article:
        return False
    if reading.current is not None and not 1 <= reading.current < 100:
        return False
    reading.current, reading.spelled = (reading.current or 1.0) * 100, True
    reading.at += 1
    return True


def _point(reading: Reading) -> bool:
    after = reading.token(1)
    value = reading.words.small.get(after.text) if after is not None else None
    if not reading.spelled or reading.current is None or value is None or value > 9:
        return False
    reading.current += value / 10
    reading.at += 2
    return True


def _and(reading: Reading) -> bool:
    """Between two words of one number: "treinta y cinco", "two hundred and fifty"."""
    after = reading.token(1)
    if after is None or not reading.spelled or not reading.begun:
        return False
    value = reading.small_or_hundreds(after.text)
    if value is None or (reading.current is not None and not joins(reading.current, value)):
        return False
    if reading.groups and reading.groups[-1][1] < SMALLEST_SCALE:
        return False
    if reading.language == "en" and (reading.current or 0) < 100 and not reading.groups:
        return False
    reading.at += 1
    return True
