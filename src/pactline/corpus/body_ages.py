"""How old a post or an article says it is, at the end of a line: `3 hours ago`, `hace 12 minutos`, `2 часа назад`."""

from __future__ import annotations

import re

_AGE = re.compile(
    r"(?:(?<!\d)\d{1,3} ?(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?)\.? ago"
    r"|\bhace \d{1,3} ?(?:minutos?|horas?|días?|semanas?)|\bhá \d{1,3} ?(?:minutos?|horas?|dias?|semanas?)"
    r"|\d{1,3} ?(?:minutos?|horas?|dias?|semanas?) atrás"
    r"|\d{1,3} ?(?:минут\w?|час\w{0,2}|дн\w{1,2}|день|недел\w) назад"
    r"|\d{1,3} (?:dakika|saat|gün|hafta|ay|yıl) önce|\d{1,3} ?(?:分钟|小时|天)前|منذ \d{1,3} \w{2,8})$"
)
_DIGIT = re.compile(r"\d")
_LENGTH = 20
"""Characters at the end of a text in which any age stands."""


def age(plain: str) -> re.Match[str] | None:
    """The age of a post or article in which a text in small letters ends.

    >>> [bool(age(said)) for said in ("posted 3 hours ago", "the 24 jets left hours ago", "hace 12 minutos")]
    [True, False, True]
    """
    begins = len(plain) - _LENGTH
    return _AGE.search(plain, begins) if _DIGIT.search(plain, begins) else None
