"""What a sentence names that may own a figure: a country, a company, OPEC, a field or a refinery; and what an article is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pactline.reading.oil_words import FigureWords
from pactline.reading.plain import plain
from pactline.reading.vocabulary import Hit
from pactline.record.article import Article

TYPES = ("state", "company", "organisation")
_ATTRIBUTION = re.compile(
    r"(?:according to|figures? (?:from|of|by)|data (?:from|of|by)|reported by|estimates? (?:from|of|by)|report (?:from|by|of)|segun"
    r"|de acuerdo con|datos de|informe de|cifras de|conforme a|segundo|conforme|dados d[ao]|по данным|сообщает|сообщил|как сообщ\w+|"
    r"на дол[юе]|sanctions? (?:by|of|from|on)|sanctioned by|imposed by|exports? (?:crude |oil )?to|shipments? to|documents? (?:from|of|by)|deliver\w* to|sales? to|sold to|sent to|suppl\w+ to|envi\w+ a|exporta\w* a|exportaciones a|ventas a|suministr\w+ a|exportac\w+ para|поставк\w+ в|экспорт\w* в)"
    r"(?: (?:the|la|el|a|o|los|state(?:-run|-owned)?|oil|firm|company|estatal|petrolera|agency|empresa|компании|госкомпании)){0,4} ?$"
)
_OBJECT = re.compile(
    r"^(?:'s|’s)? ?(?:(?:said|says|reported|informo|dijo|informou|disse)(?! (?:una?|an?|that |on \w+ that |que )?(?:it|its|su|sus|ha|habia|produ\w*|export\w*)\b)|showed|shows|showing|documents?|sanctions|data|figures|report(?!o (?:un|una|su)\b|ed (?:an?|its)\b)|reports|monthly|blockade|navy|government said|officials)"
)


_DESTINATION = re.compile(
    r"(?<![^\W_])(?:to|towards?|into|bound for|hacia|para|rumbo a|a|al|with|con|com|alongside|junto (?:a|con))(?: (?:the|la|el|los|las|os|as))?"
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


@dataclass(frozen=True, slots=True)
class Head:
    """What the headlines of an article name: where each begins, and (start, name, ISO3, type) of every actor in them."""

    starts: tuple[int, ...]
    end: int
    named: tuple[tuple[int, str, str, str], ...]


def head_of(article: Article, mentions: list[dict[str, Any]], words: FigureWords) -> Head:
    """The article's own headlines: those that the layout found, else its first line.

    mentions  rows of MENTIONS and OUTSIDE_MENTIONS: those in a headline are taken
    """
    text = article.text
    first = len(text) - len(text.lstrip())
    spans = [(a, b) for a, b, kind in article.clutter if kind == "title"]
    if not spans:
        spans = [(first, first + len(text[first:].split("\n", 1)[0]))]
    lines = [(a, b) for a, b, kind in article.clutter if kind == "title"]
    inside = [row for row in mentions if row["country"] and any(a <= row["start"] < b for a, b in lines)]
    named = [
        (row["start"], row["actor"], row["country"], row["actor_type"]) for row in inside if row["actor_type"] in TYPES
    ]
    for start, end in spans:
        folded = plain(text[start : min(end, start + 200)])
        named += [(s + start, name, iso, kind) for s, _, name, iso, kind in words.named_owners(folded)]
    return Head(tuple(a for a, _ in spans), max(b for _, b in spans), tuple(sorted(named)))


def main_subject(
    hits: list[Hit], head: Head, states: Mapping[str, str], own: str | None = None, *, buyers: Container[str] = ()
) -> Subject | None:
    """The country an article is about: the one named most often, the first of a headline counted twice as much.

    states  ISO3 -> name of the topic's states, for a country told of by its companies and persons alone
    own     ISO3 of the country the topic follows: counted half as much again unless the headlines begin with other states
    buyers  ISO3 of countries that buy more than they sell: counted half, or three quarters where a headline names them: the news of oil is of
            those who make it
    """
    count: Counter[str] = Counter()
    rows: dict[str, tuple[str, str]] = {}
    found = [
        (hit.start, hit.entry.row)
        for hit in hits
        if hit.entry.row["type"] in (*TYPES, "person") and hit.entry.row["country_iso3"]
    ]
    told = [(at, row["canonical_name"], row["country_iso3"], row["type"]) for at, row in found]
    leading = {next((at for at, *_ in head.named if at >= start), None) for start in head.starts}
    for at, name, state, kind in (*head.named, *told):
        count[state] += 4 if at in leading else 2 if at < head.end else 2 if kind == "state" else 1
        if kind == "state" or state not in rows:
            rows[state] = (name, kind)
    if not count:
        return None
    first = {state for at, _, state, _ in (*head.named, *told) if at in leading or (at < head.end and not head.named)}
    more = own if own in first or not first else None
    weight = {iso: 1.5 if iso == more else 1.0 if iso not in buyers else 0.75 if iso in first else 0.5 for iso in count}
    best = max(count, key=lambda iso: (count[iso] * weight[iso], iso))
    name, kind = rows[best]
    if kind != "state" and best not in states:
        return None
    return Subject(name, best, "main") if kind == "state" else Subject(states[best], best, "inferred")


def lead_company(hits: list[Hit], head: Head, main: Subject | None) -> Subject | None:
    """The company a headline begins with, where it is of another country than the article: the article is about it."""
    told = [(h.start, h.entry.row["canonical_name"], h.entry.row["country_iso3"], h.entry.row["type"]) for h in hits]
    for at, name, country, kind in (*head.named, *told):
        begins = any(0 <= at - start <= 2 for start in head.starts)
        other = main is None or country != main.country or main.basis == "inferred"
        if begins and kind == "company" and country and other:
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
    found = _with_buyers(found, [h for h in hits if start <= h.start and h.end <= end], text, start, main, words)
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


def _with_buyers(
    found: list[Place], hits: list[Hit], text: str, start: int, main: Subject | None, words: FigureWords
) -> list[Place]:
    """The places with the states that buy from the one the article is about: of the kind `buyer` by their name in the word
    list, of the kind `receiver` where a word of direction sends the oil there.
    """
    buyers = words.commodity.buyers
    if main is None or main.country in buyers:
        return found
    kept = [
        replace(p, kind="buyer") if p.kind == "state" and p.subject.country in buyers and not p.possessive else p
        for p in found
    ]
    states = (h for h in hits if h.entry.kind == "actor" and h.entry.row["type"] == "state" and h.sense == "actor")
    sent = (p for p in (_named(h, text, start) for h in states) if p.subject.country not in (None, main.country))
    told = [p for p in sent if _receives(text, max(start, p.start - 24), p)]
    return kept + [replace(p, kind="receiver") for p in told if not any(_over(p, q) for q in kept)]


def _receives(text: str, start: int, place: Place) -> bool:
    """ "To China", "a China", "в Китай": not "в Китае", which says where, and not a Portuguese "A Venezuela"."""
    before, name = plain(text[start : place.start]), plain(text[place.start : place.end])
    if before.endswith((" в ", " на ")) or before in ("в ", "на "):
        return not name.endswith(("е", "и")) or name.isascii()
    return bool(_DESTINATION.search(_with_grave(text, place.start, before)))


def _over(place: Place, other: Place) -> bool:
    return place.start < other.end and other.start < place.end


def _owner(hit: Hit, text: str, start: int, end: int) -> bool:
    """A state or company, not one that only reports, sanctions or receives."""
    row = hit.entry.row
    if hit.entry.kind != "actor" or row["type"] not in ("state", "company") or hit.sense in _ELSEWHERE:
        return False
    if re.search(r"news|agency|reuters|bloomberg|platts|argus", row["id"]):
        return False
    before = plain(text[max(start, hit.start - 44) : hit.start])
    return not _outside(_with_grave(text, hit.start, before), plain(text[hit.end : min(end, hit.end + 24)]))


_ELSEWHERE = ("place", "source", "private", "role", "language")
"""Senses of a name (reading/automaton.py) in which it owns nothing: "brokers in Bogota", "American refiners"."""
_PORTUGUESE = re.compile(r"ção|ções|ão\b|\bda\b|\bdo\b|\bem\b|milhões")
"""Words of Portuguese and not of Spanish."""


def _with_grave(text: str, start: int, before: str) -> str:
    """The words before a name, the article of "A Venezuela produziu" taken away: only "à Venezuela" receives."""
    told = text[max(0, start - 3) : start]
    article = told.endswith(("A ", "a ")) and _PORTUGUESE.search(text, max(0, start - 400), start + 400)
    return before[:-2] if article and before.endswith("a ") else before


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
