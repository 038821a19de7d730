"""Whose figure it is: a country, a company, OPEC, a field or a refinery; and who says so."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from pactline.reading.oil_words import Cue, FigureWords
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

    own     ISO3 of the country the topic follows: counted twice unless the headline names other states only
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
    twice = own if own in first or not first else None
    best = max(count, key=lambda iso: (count[iso] * (2 if iso == twice else 1), iso))
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
    found = _plants(sentence, start, main, words)
    opec = [(m.start() + start, m.end() + start) for m in words.phrase("subject", "opec").finditer(folded)]
    found += [Place(s, e, Subject("OPEC", None, "stated"), "opec") for s, e in opec]
    for first, last, owner, iso, kind in words.named_owners(folded):
        taken = any(p.start < last + start and first + start < p.end for p in found)
        if not taken and not _outside(folded[max(0, first - 44) : first], folded[last : last + 24]):
            owns = bool(_POSSESSIVE.match(text, last + start) or _GENITIVE.search(folded[max(0, first - 12) : first]))
            found.append(Place(first + start, last + start, Subject(owner, iso, "stated"), kind, owns))
    for hit in hits:
        known = any(p.start < hit.end and hit.start < p.end and p.kind != "plant" for p in found)
        if not known and start <= hit.start and hit.end <= end and _owner(hit, text, start, end):
            row = hit.entry.row
            name = Subject(row["canonical_name"], row["country_iso3"] or None, "stated")
            owned = bool(_POSSESSIVE.match(text, hit.end)) or bool(
                _GENITIVE.search(plain(text[max(start, hit.start - 12) : hit.start]))
            )
            found.append(Place(hit.start, hit.end, name, row["type"], owned))
    if main is not None:
        found += [
            Place(m.start() + start, m.end() + start, Subject(main.name, main.country, "context"), "pointer")
            for m in words.phrase("subject", "country").finditer(folded)
        ]
    named = [p for p in found if p.kind != "plant" or not any(_over(p, q) for q in found if q.kind != "plant")]
    return sorted(named, key=lambda p: (p.end, p.start))


def _over(plant: Place, other: Place) -> bool:
    return plant.start < other.end and other.start < plant.end


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


def owner_of(
    found: list[Place], text: str, start: int, end: int, measure: str, *, fresh: int = 0, until: int | None = None
) -> Place | None:
    """The place that owns the figure at [start, end): the nearest before it, else the nearest behind.

    fresh   where a new measure is spoken of behind the figure before ("and exports were"): a company named before is past
    until   start of the next figure, which owns what is named from there on

    A pointer ("the country") gives way to no name nearer than itself; a plant counts only for capacity, share and output.
    """
    usable = [
        p for p in found if p.kind != "plant" or measure in ("capacity", "share", "production", "target", "revenue")
    ]
    usable = [p for p in usable if p.kind != "company" or measure != "reserves" or p.possessive]
    if measure in ("exports", "share"):
        usable = [p for p in usable if not _BUYER.match(plain(text[p.end : p.end + 90]))]
    before = [p for p in usable if p.end <= start and not (p.kind in ("company", "plant") and p.end <= fresh)]
    before = _without_joint(before, text)
    if measure == "capacity" and (plants := [p for p in before if p.kind == "plant"]):
        return plants[-1]
    if measure == "share" and (
        whole := [p for p in usable if p.possessive and 0 <= p.start - end <= 12 and p.kind != "opec"]
    ):
        return whole[0]
    if measure == "revenue" and (earners := [p for p in before if not p.possessive]):
        return earners[-1]
    if before:
        last = before[-1]
        companies = [p for p in before if p.kind == "company" and not p.possessive]
        if last.kind == "state" and companies and (last.possessive or _own(text, companies[-1].end, last.start)):
            return companies[-1]
        return last
    behind = [p for p in usable if end <= p.start < min(end + 90, until or end + 90) and _belongs(p, text, end)]
    return behind[0] if behind else None


_BUYER = re.compile(
    r"(?:,[^,.;\d]{0,60},)?(?: (?:was|were|is|are|remained|fue|es|era|sigue siendo|foi))?(?:,[^,.;\d]{0,60},)? (?:the |el |la |o |a )?(?:main |principal |top |chief )?"
    r"(?:destination|buyer|customer|market|took\b|takes\b|received|buys|bought|imported|compr[ao]|recibio|recibe|comprador|destino|mercado|recebeu)"
)
"""Behind a name that buys: "China was, directly or through intermediaries, the destination of 373,000 b/d"."""
_JOINED = re.compile(r",? (?:and|y|e|и) |, ")


def _without_joint(found: list[Place], text: str) -> list[Place]:
    """Without companies and plants that are told together: a figure of "Liza and Payara together" is neither's own."""
    joint = [
        at for at in range(1, len(found))
        if found[at].kind in ("company", "plant") and found[at - 1].kind == found[at].kind
        and _JOINED.fullmatch(text[found[at - 1].end : found[at].start])
    ]  # fmt: skip
    dropped = {at - 1 for at in joint} | set(joint)
    return [place for at, place in enumerate(found) if at not in dropped]


def _belongs(place: Place, text: str, end: int) -> bool:
    """Whether a name behind the figure at `end` is whose it is: no clause begins between, and the words join them."""
    gap = text[end : place.start]
    if not gap.strip(" "):
        return True
    if re.search(r"[;:(]|, ", gap):
        return False
    return place.possessive or place.kind in ("opec", "pointer") or bool(_AGENT.search(gap) or _CYRILLIC.search(gap))


_AGENT = re.compile(r"(?<![^\W_])(?:by|por|from|desde)(?: the| la| el)? $", re.IGNORECASE)
_CYRILLIC = re.compile("[а-я]")


def _own(text: str, start: int, end: int) -> bool:
    """ "Chevron tripled its Venezuelan output": the possessive says that the place only locates what is the company's."""
    return bool(
        re.search(
            r"\b(?:its|their|su|sus|seu|sua|seus|suas|ее|его|их|свою|своей|свои)\s*$",
            plain(text[max(start, end - 14) : end]),
        )
    )


def source_of(folded: str, at: int, words: FigureWords) -> Cue | None:
    """Who says so, from a `plain` sentence: the source named nearest to the place `at`."""
    found = words.cues("sources", folded)
    if not found:
        return None
    precise = [c for c in found if c.name.startswith("OPEC ")] or found
    return min(precise, key=lambda c: (abs(c.start - at), c.start))
