"""What a sentence names that may own a figure: a country, a company, OPEC, a field or a refinery; and what an article is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pactline.reading.oil_words import FigureWords
from pactline.reading.plain import plain
from pactline.reading.vocabulary import Hit

TYPES = ("state", "company", "organisation")
_ATTRIBUTION = re.compile(
    r"(?:according to|figures? (?:from|of|by)|data (?:from|of|by)|reported by|estimates? (?:from|of|by)|report (?:from|by|of)|segun"
    r"|de acuerdo con|datos de|informe de|cifras de|conforme a|segundo|conforme|dados d[ao]|по данным|сообщает|сообщил|как сообщ\w+|"
    r"sanctions? (?:by|of|from|on)|sanctioned by|imposed by|exports? (?:crude |oil )?to|shipments? to|documents? (?:from|of|by)|deliver\w* to|sales? to|sold to|sent to|suppl\w+ to|envi\w+ a|exporta\w* a|exportaciones a|ventas a|suministr\w+ a|exportac\w+ para|поставк\w+ в|экспорт\w* в)"
    r"(?: (?:the|la|el|a|o|los|state(?:-run|-owned)?|oil|firm|company|estatal|petrolera|agency|empresa|компании|госкомпании)){0,4} ?$"
)
_OBJECT = re.compile(
    r"^(?:'s|’s)? ?(?:said|says|reported|showed|shows|showing|documents?|sanctions|data|figures|report|reports|monthly|blockade|navy|government said|informo|dijo|officials)"
)


_DESTINATION = re.compile(
    r"(?<![^\W_])(?:to|towards?|into|hacia|para|a|al|with|con|com|alongside|junto (?:a|con))(?: (?:the|la|el|los|las|os|as))?"
    r"(?: [^\W\d_]{1,16}(?:,|,? and|,? y|,? e))? $|[^\W_](?: со?) $"
)
"""Before a name that receives or takes part, and owns no figure: "sent 205,000 b/d to the United States"."""
_POSSESSIVE = re.compile(r"['’]s?\b")
_GENITIVE = re.compile(r"\b(?:of|de|da|do|del|from|in|en|em)(?: the| la| el)? $")


@dataclass(frozen=True, slots=True)
class Subject:
    """name as the actors list gives it, or a plant's name; country ISO3 it counts for; basis of the choice."""

    name: str
    country: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Place:
    """A subject named at [start, end) of the source text."""

    start: int
    end: int
    subject: Subject
    kind: str
    possessive: bool = False


def headline(text: str, title: str | None) -> tuple[int, int]:
    """Where the headline stands: the title where the text has it, else the first line."""
    at = text.find(title) if title else -1
    if at >= 0 and title:
        return at, at + len(title)
    first = len(text) - len(text.lstrip())
    return first, first + len(text[first:].split("\n", 1)[0])


def main_subject(hits: list[Hit], head: tuple[int, int], own: str | None = None) -> Subject | None:
    """The country an article is about: the one named most often, headline counted fourfold.

    own     ISO3 of the country the topic follows: counted half as much again unless the headline names other states only
    """
    count: Counter[str] = Counter()
    rows = {}
    for hit in hits:
        row = hit.entry.row
        if hit.entry.kind == "actor" and row["type"] in ("state", "company", "organisation") and row["country_iso3"]:
            state = row["country_iso3"]
            count[state] += 4 if hit.start < head[1] else 2 if row["type"] == "state" else 1
            if row["type"] == "state" or state not in rows:
                rows[state] = row
    if not count:
        return None
    first = {h.entry.row["country_iso3"] for h in hits if h.start < head[1] and h.entry.row["type"] == "state"}
    more = own if own in first or not first else None
    best = max(count, key=lambda iso: (count[iso] * (1.5 if iso == more else 1), iso))
    row = rows[best]
    return Subject(row["canonical_name"], best, "main") if row["type"] == "state" else None


def lead_company(
    hits: list[Hit], text: str, main: Subject | None, words: FigureWords, head: tuple[int, int]
) -> Subject | None:
    """The company a headline begins with, where it is of another country than the article: the article is about it."""
    first, last = head
    line = text[first : min(last, first + 200)]
    named = [
        (h.start, h.entry.row["canonical_name"], h.entry.row["country_iso3"], h.entry.row["type"])
        for h in hits
        if first <= h.start < first + 40
    ]
    named += [(s + first, name, iso, kind) for s, _, name, iso, kind in words.named_owners(plain(line)) if s < 40]
    for at, name, country, kind in sorted(named)[:1]:
        if kind == "company" and at <= first + 2 and country and (main is None or country != main.country):
            return Subject(name, country, "main")
    return None


def places(hits: list[Hit], text: str, start: int, end: int, main: Subject | None, words: FigureWords) -> list[Place]:
    """Everything in a sentence that may own a figure: names, plants, "the country", OPEC as a producer."""
    sentence, folded = text[start:end], plain(text[start:end])
    found = [
        Place(m.start() + start, m.end() + start, Subject("OPEC", None, "stated"), "opec")
        for m in words.phrase("subject", "opec").finditer(folded)
    ]
    found += [p for p in _listed(folded, start, words) if not any(_over(p, q) for q in found)]
    inside = [h for h in hits if start <= h.start and h.end <= end and _owner(h, text, start, end)]
    found += [p for p in (_named(h, text, start) for h in inside) if not any(_over(p, q) for q in found)]
    found += [p for p in _plants(sentence, start, main, words) if not any(_over(p, q) for q in found)]
    if main is not None:
        country = Subject(main.name, main.country, "context")
        pointers = words.phrase("subject", "country").finditer(folded)
        found += [Place(m.start() + start, m.end() + start, country, "pointer") for m in pointers]
    return sorted(found, key=lambda p: (p.end, p.start))


def companies(hits: list[Hit], text: str, start: int, end: int, folded: str, words: FigureWords) -> set[Subject]:
    """Companies a sentence names as doing something themselves; `folded`: the sentence made `plain`."""
    found = [p for p in _listed(folded, start, words) if p.kind == "company"]
    inside = [
        h
        for h in hits
        if h.entry.kind == "actor" and h.entry.row["type"] == "company" and h.end <= end and _owner(h, text, start, end)
    ]
    found += [p for p in (_named(h, text, start) for h in inside) if not any(_over(p, q) for q in found)]
    return {p.subject for p in found if not p.possessive}


def _listed(folded: str, start: int, words: FigureWords) -> Iterator[Place]:
    """Producers and plants of the commodity's word list in a `plain` sentence that begins at `start`."""
    for first, last, owner, iso, kind in words.named_owners(folded):
        before = folded[max(0, first - 44) : first]
        if not _outside(before, folded[last : last + 24]):
            owned = bool(_POSSESSIVE.match(folded, last) or _GENITIVE.search(before))
            yield Place(first + start, last + start, Subject(owner, iso, "stated"), kind, owned)


def _named(hit: Hit, text: str, start: int) -> Place:
    """An actor of the topic as a place."""
    row = hit.entry.row
    before = plain(text[max(start, hit.start - 12) : hit.start])
    owned = bool(_POSSESSIVE.match(text, hit.end) or _GENITIVE.search(before))
    return Place(
        hit.start, hit.end, Subject(row["canonical_name"], row["country_iso3"] or None, "stated"), row["type"], owned
    )


def _over(place: Place, other: Place) -> bool:
    return place.start < other.end and other.start < place.end


def _owner(hit: Hit, text: str, start: int, end: int) -> bool:
    """A state or company, not one that only reports, sanctions or receives."""
    row = hit.entry.row
    if hit.entry.kind != "actor" or row["type"] not in ("state", "company"):
        return False
    if re.search(r"news|agency|reuters|bloomberg|platts|argus", row["id"]):
        return False
    before = plain(text[max(start, hit.start - 44) : hit.start])
    return not _outside(before, plain(text[hit.end : min(end, hit.end + 24)]))


def _outside(before: str, after: str) -> bool:
    """Whether a name between these words only tells, receives or takes part, and owns no figure."""
    return bool(_ATTRIBUTION.search(before) or _DESTINATION.search(before) or _OBJECT.match(after))


@cache
def _plant_pattern(words: FigureWords) -> re.Pattern[str]:
    return re.compile("|".join(words.of("subject", n) for n in ("plant", "center", "basin", "venture")))


def _plants(sentence: str, start: int, main: Subject | None, words: FigureWords) -> list[Place]:
    country, found = main.country if main else None, []
    for match in _plant_pattern(words).finditer(sentence):
        kind = match.lastgroup or ""
        name = (match[kind] or "").strip()
        name = re.sub(r"^(?:The|El|La|At|In|A|An|And|Its|Venezuela's|Venezuela’s) ", "", name)
        if kind in ("center", "centre"):
            name = f"{name} Refining Center"
        elif kind in ("plant", "refineria"):
            name = f"{name} refinery"
        elif kind == "basin":
            name = f"{name} Basin" if name in ("Permian", "Anadarko") else name
        owner = "USA" if kind == "basin" and name.split()[0] in _SHALE else country
        if kind != "venture" or name not in ("Petroleos", "Petroleum"):
            found.append(Place(match.start() + start, match.end() + start, Subject(name, owner, "stated"), "plant"))
    return found


_SHALE = {"Permian", "Bakken", "Eagle", "Marcellus", "Haynesville", "Anadarko", "Niobrara"}
