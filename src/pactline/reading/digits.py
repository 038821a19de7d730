"""Numbers written in digits: which sign groups thousands and which starts the decimals."""

from __future__ import annotations

import re
from typing import NamedTuple

DIGITS = r"\d{1,3}(?: \d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,']\d+)*"
LONGEST = 15
"""Digits beyond which no count or sum of this world is written out; a float is exact up to here."""

_GROUPS = {sign: re.compile(rf"\d{{1,3}}(?:{re.escape(sign)}\d{{3}})+") for sign in ".,' "}


class Digits(NamedTuple):
    """value, and the other reading where one sign may group thousands or start decimals."""

    value: float
    other: float | None = None
    decimals: bool = False


def digits(run: str, language: str | None, *, scaled: bool = False) -> Digits | None:
    """Read a run of digits and separators, or None where no careful reader would.

    run       as `plain` gives it: ASCII digits, one kind of space
    language  en groups with commas, es and pt with points, ru with spaces
    scaled    a scale word follows: "1,434 millones" is 1.434 million, "1,434 aviones" 1434

    >>> digits("1.434", "es").value, digits("1.434", "en").value, digits("1.2.3,4", "en")
    (1434.0, 1.434, None)
    """
    if sum(c.isdigit() for c in run) > LONGEST:
        return None
    signs = "".join(dict.fromkeys(c for c in run if not c.isdigit()))
    if not signs:
        return Digits(float(run))
    if len(signs) == 2:
        return _two_signs(run, *signs)
    return _one_sign(run, signs, language, scaled) if len(signs) == 1 else None


def _two_signs(run: str, group: str, decimal: str) -> Digits | None:
    whole, _, rest = run.partition(decimal)
    if decimal not in ".," or not rest.isdigit() or not _GROUPS[group].fullmatch(whole):
        return None
    return Digits(float(f"{whole.replace(group, '')}.{rest}"), decimals=True)


def _one_sign(run: str, sign: str, language: str | None, scaled: bool) -> Digits | None:
    grouped = bool(_GROUPS[sign].fullmatch(run))
    if run.count(sign) > 1 or sign in "' ":
        return Digits(float(run.replace(sign, ""))) if grouped else None
    decimal = float(run.replace(sign, "."))
    if not grouped or run.startswith("0"):
        return Digits(decimal, decimals=True)
    thousands = float(run.replace(sign, ""))
    if _groups_thousands(run, sign, language, scaled):
        return Digits(thousands, decimal)
    return Digits(decimal, thousands, decimals=True)


def _groups_thousands(run: str, sign: str, language: str | None, scaled: bool) -> bool:
    """One separator before three digits: the language's habit, and what a scale word after it allows."""
    habit = {"es": ".", "pt": ".", "ru": ""}.get(language or "en", ",")
    if run.endswith("000") and sign in (habit, ","):
        return True
    if sign == habit:
        return True
    return sign == "," and not scaled and language in ("es", "pt", "ru")
