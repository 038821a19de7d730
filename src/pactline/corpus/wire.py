"""The agency a text credits: in its dateline, its byline, or a credit at its end. A mere mention is no credit."""

from __future__ import annotations

import re

AGENCIES = {
    "Reuters": ("reuters",),
    "AFP": ("afp", "agence france-presse", "agence france presse"),
    "AP": ("ap", "associated press", "the associated press"),
    "TASS": ("tass", "itar-tass", "тасс", "итар-тасс"),
    "RIA Novosti": ("ria novosti", "риа новости", "rian"),
    "Sputnik": ("sputnik", "sputnik news", "спутник"),
    "Interfax": ("interfax", "интерфакс"),
    "EFE": ("efe", "agencia efe"),
    "Xinhua": ("xinhua", "新华社"),
    "Prensa Latina": ("prensa latina",),
    "Europa Press": ("europa press",),
    "DPA": ("dpa",),
    "ANSA": ("ansa",),
    "UPI": ("upi",),
    "Bloomberg": ("bloomberg",),
    "IRNA": ("irna",),
    "Mehr": ("mna", "mehr"),
    "Anadolu": ("aa", "anadolu", "anadolu agency"),
    "IANS": ("ians",),
    "ANI": ("ani",),
    "PTI": ("pti",),
    "APP": ("app",),
    "AVN": ("avn",),
    "Notimex": ("notimex",),
    "Lusa": ("lusa", "agência lusa"),
    "Agência Brasil": ("agência brasil",),
}
_NAMES = {name: agency for agency, names in AGENCIES.items() for name in names}
_ANY = "|".join(re.escape(name) for name in sorted(_NAMES, key=lambda n: (-len(n), n)))

IN_DATELINE = re.compile(
    rf"^[^\n]{{0,60}}?(?:\(|/|\b)({_ANY})(?:\s[^\n()]{{0,24}})?(?:\)|/\.?|\s?[-–—|:.])\s?[-–—.]{{0,3}}\s", re.IGNORECASE
)
BRACKETED = re.compile(rf"^[^\n]{{0,80}}?[(/]({_ANY})\b[^\n)/]{{0,50}}[)/]", re.IGNORECASE)
ALONE = re.compile(rf"^(?:by |por |de |por )?({_ANY})\.?$", re.IGNORECASE)
AT_END = re.compile(
    rf"\((?:reporting by [^)]{{0,40}}?|with (?:inputs|information) from |con información de |com informações da )?({_ANY})\b[^)]{{0,60}}\)\s*$",
    re.IGNORECASE,
)
REPORTING = re.compile(r"\(reporting by [^)]{3,120}editing by", re.IGNORECASE)


def wire_agency(body: str, around: list[str]) -> str | None:
    """The agency credited, by its short name.

    body    the article's words
    around  lines outside the body: a line that is an agency's name and nothing more is its credit

    >>> wire_agency("MOSCOW, Dec 11 (Reuters) - The Kremlin said", [])
    'Reuters'
    >>> wire_agency("The Kremlin told Reuters that talks go on.", []) is None
    True
    """
    beginning = body[:160].strip()
    for pattern in (BRACKETED, IN_DATELINE):
        match = pattern.search(beginning)
        if match and _credits(match[1], beginning[match.start(1) : match.end(1)]):
            return _NAMES[match[1].lower()]
    for line in around:
        match = ALONE.match(line.strip())
        if match:
            return _NAMES[match[1].lower()]
    end = body[-200:].strip()
    match = AT_END.search(end)
    if match:
        return _NAMES[match[1].lower()]
    return "Reuters" if REPORTING.search(body[-300:]) else None


def _credits(name: str, written: str) -> bool:
    """Short names count in capitals only: "ap" in a word or "app" for a program is no agency."""
    return len(name) > 4 or written.isupper()
