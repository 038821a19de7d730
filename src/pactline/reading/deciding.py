"""What a name that means more than one thing means here. One function per family of names; each answers with a sense
and the name of the rule that decided, surest rule first.

Senses are those of vocabulary.Hit: `actor`, `place`, `origin`, `language`, `source`, `role`, `private`,
`other`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pactline.reading.contexts import Around, WordList, word_list
from pactline.reading.folding import fold
from pactline.reading.vocabulary import Entry, Hit, Vocabulary
from pactline.record import dates

Decision = tuple[str, str]

_CUE_REACH = 130
"""Characters on either side in which a cue of actors.csv speaks for or against a name."""

_WORD = re.compile(r"@|[^\W_]+(?:[.'-][^\W_]+)*\.?,?")
_DATED = re.compile(r"[^\w(]*(?:[^\W\d_]{3,10}\.? \d{1,2}\b|\d{1,2}(?:st|nd|rd|th)? (?:de )?[^\W\d_]{3,10}\b)")
_DASHED = re.compile(r"(?:, [^\W\d_]{2,12}\.?)?,?\.? ?(?:\(|-{1,2} |/|\.-)")


@dataclass(slots=True)
class Story:
    """What the rules may ask of the article as a whole.

    folded      the source text, folded (same offsets)
    published   the article's date as far as known
    full_names  entry id -> places where a person stands with a given name
    sure        ids of actors that stand somewhere in the article under a name that needs no care
    """

    folded: str
    source: str
    language: str | None
    published: str | None
    vocabulary: Vocabulary
    full_names: dict[str, list[int]] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)
    decided: list[Hit] = field(default_factory=list)


def decide(hits: Sequence[Hit], story: Story) -> list[Hit]:
    """The same hits, each with its sense, form and rule; the entry changes where another of the name is meant."""
    for hit in hits:
        if hit.entry.kind == "actor" and not hit.care:
            story.sure.add(hit.entry.id)
            if hit.entry.row["type"] == "person" and is_full_name(story.folded[hit.start : hit.end]):
                story.full_names.setdefault(hit.entry.id, []).append(hit.start)
    for hit in hits:
        story.decided.append(_decided(hit, story))
    return story.decided


def is_full_name(surface: str) -> bool:
    """`Hugo Chavez` is one; `Chavez` and `President Chavez` are not."""
    first, _, rest = surface.lower().partition(" ")
    return bool(rest) and first not in word_list("title", "words")


def _decided(hit: Hit, story: Story) -> Hit:
    if hit.entry.kind != "actor":
        return hit
    kind = hit.entry.row["type"]
    if kind == "person":
        return person(hit, story)
    if kind == "media":
        sense, rule = medium(hit, story)
    elif kind != "state":
        sense, rule = organisation(hit, story)
    elif hit.form == "demonym":
        sense, rule = demonym(hit, story)
    elif hit.care and hit.form == "metonym":
        sense, rule = capital(hit, story)
    else:
        sense, rule = state_name(hit, story)
    return hit._replace(sense=sense, rule=rule)


def _around(hit: Hit, story: Story) -> Around:
    return Around(story.folded, story.source, hit.start, hit.end)


# ---- states ------------------------------------------------------------------------------------------------------


def demonym(hit: Hit, story: Story) -> Decision:
    """`Russian officials said` is the state; `the Russian language`, `Russian roulette` and `Latin American` are not.

    `Russian-made` names who built a thing, not who acts: sense `origin`. `A Norwegian research firm`, `the German
    magazine` are nobody's state: sense `private`.
    """
    around = _around(hit, story)
    if around.followed(word_list("language", "after")) or around.preceded(word_list("language", "before")):
        return "language", "language-word"
    if around.ends_clause() and around.preceded(word_list("language", "ends")):
        return "language", "in-a-language"
    if around.followed(word_list("idiom", "after")) or around.preceded(word_list("idiom", "before")):
        return "other", "idiom"
    if hit.care and _part_of_wider_name(hit, around):
        return "other", "part-of-a-wider-name"
    if around.followed(word_list("origin", "after")) or around.preceded(word_list("origin", "before")):
        return "origin", "made-by"
    if word_list("private", "words").any_in(around.after[:3]):
        return "private", "press-or-experts"
    return _by_cues(hit, story, default=("actor", "demonym"))


def _part_of_wider_name(hit: Hit, around: Around) -> bool:
    """`Latin America`, `Sul-americano`, `América Latina`; in Spanish and Portuguese América is the continent."""
    if around.source[hit.start : hit.end] == "América":
        return True
    hyphened = around.left.endswith("-") and (around.before or [""])[-1] + "-" in word_list("compound", "before")
    return (
        hyphened or around.preceded(word_list("compound", "before")) or around.followed(word_list("compound", "after"))
    )


def state_name(hit: Hit, story: Story) -> Decision:
    """`US`, `America`, `Georgia`: not `US$`, `Latin America`, `Atlanta, Georgia`; `a firm based in Israel` is no Israel."""
    around = _around(hit, story)
    if around.preceded(word_list("seat", "before")):
        return "place", "seat-of-a-firm"
    if not hit.care:
        return "actor", "name"
    if (
        around.right.lstrip(" ").startswith("$")
        or around.left.endswith("$")
        or around.followed(word_list("currency", "after"))
    ):
        return "other", "currency"
    if _part_of_wider_name(hit, around):
        return "other", "part-of-a-wider-name"
    if hit.entry.row.get("not_cues") and story.folded[hit.start : hit.end].istitle():
        return _by_cues(hit, story, default=("other", "no-sign"))
    return "actor", "name"


def capital(hit: Hit, story: Story) -> Decision:
    """`Caracas said` is the government; `in Caracas`, `flew to Caracas`, `CARACAS (Reuters)` are the city."""
    around = _around(hit, story)
    if around.starts_line() and _dateline(hit, around):
        return "place", "dateline"
    if around.followed(word_list("place", "after")) or _names_its_state(hit, around):
        return "place", "part-of-a-place-name"
    if around.preceded(word_list("namesake", "before")):
        return "other", "a-person"
    return _by_preposition(hit, around, story)


def _by_preposition(hit: Hit, around: Around, story: Story) -> Decision:
    before = around.before
    if around.preceded(word_list("place", "before")):
        governs = word_list("place", "unless").any_in(before[-3:-1])
        return ("actor", "government-in") if governs else ("place", "preposition-of-place")
    if before and before[-1] in word_list("motion", "direct"):
        return "place", "journey"
    travels = word_list("motion", "stems").any_in(before[-7:-1])
    if travels and before[-1] in word_list("motion", "prepositions"):
        return "place", "journey"
    if before and before[-1] in word_list("joining", "words") and _after_a_place(hit, story):
        return "place", "beside-a-place"
    return "actor", "capital-for-government"


def _dateline(hit: Hit, around: Around) -> bool:
    rest = around.right
    if _DATED.match(rest) or word_list("dateline", "agencies").any_in(
        _WORD.findall(rest[:40].lower().replace(",", " "))
    ):
        return True
    in_capitals = around.source[hit.start : hit.end].isupper()
    return in_capitals and _DASHED.match(rest) is not None


def _names_its_state(hit: Hit, around: Around) -> bool:
    """`Moscow, Russia`."""
    name = re.match(r", ([^\W\d_]+)", around.right)
    return name is not None and name[1] in (hit.entry.row["canonical_name"], "Rusia", "Rússia")


def _after_a_place(hit: Hit, story: Story) -> bool:
    last = next((h for h in reversed(story.decided) if h.entry.kind == "actor"), None)
    return last is not None and last.sense == "place" and hit.start - last.end < 12


# ---- persons -----------------------------------------------------------------------------------------------------


def person(hit: Hit, story: Story) -> Hit:
    """A full name is itself; a surname belongs to the last one of the name told in full, else to whom the words point.

    `Bush` after `George W. Bush` is the president; `Billy Bush` is not; `President Bush` is, in his years and after.
    """
    surface = story.folded[hit.start : hit.end]
    if is_full_name(surface) and not hit.care:
        return hit._replace(rule="full-name")
    around = _around(hit, story)
    if _anothers_given_name(hit, around):
        return hit._replace(sense="other", rule="another-given-name")
    told = _told_in_full(hit, surface, story)
    if told is not None:
        return hit._replace(entry=told, form="short", rule="after-full-name")
    if not hit.care:
        return hit._replace(rule="surname")
    sense, rule = _unsure_surname(hit, around, story)
    return hit._replace(sense=sense, rule=rule)


def _unsure_surname(hit: Hit, around: Around, story: Story) -> Decision:
    if _cued(hit, story, "not_cues"):
        return "other", "cue-against"
    if hit.entry.id in story.full_names:
        return "actor", "full-name-later"
    if hit.rule == "made-surname" or not _may_hold_office(hit.entry, story.published):
        return "other", "no-sign"
    own_title = story.folded[hit.start : hit.end].split(" ")[0].lower() in word_list("title", "words")
    if own_title or around.preceded(word_list("title", "words")) or around.followed(word_list("title", "after")):
        return "actor", "title-and-years"
    return ("actor", "cue") if hit.entry.row.get("cues") and _cued(hit, story, "cues") else ("other", "no-sign")


def _told_in_full(hit: Hit, surface: str, story: Story) -> Entry | None:
    """Of all who bear the name, the one told in full last before this place; for a name free of care its owner."""
    bearers = story.vocabulary.namesakes(surface.split(" ")[-1])
    latest, found = -1, None
    for entry in bearers if bearers else (hit.entry,):
        place = max((at for at in story.full_names.get(entry.id, ()) if at < hit.start), default=-1)
        if place > latest:
            latest, found = place, entry
    if not hit.care and found is not hit.entry:
        return hit.entry if hit.entry.id in story.full_names else None
    return found


def _anothers_given_name(hit: Hit, around: Around) -> bool:
    """`Michelle Obama`, `Billy Bush`: the word before is a given name, and not one of this person's."""
    if not around.before or not around.left.endswith(" ") or not around.left.rstrip()[-1:].isalpha():
        return False
    last = around.left.split()[-1]
    if not last[:1].isupper() or last.lower() not in word_list("names", "given"):
        return False
    return last.lower()[:3] not in {name[:3] for name in _words_of_names(hit.entry)}  # Nicholas Maduro is Nicolás


def _words_of_names(entry: Entry) -> set[str]:
    """Every word of every listed name of a person, folded."""
    cells = [entry.row.get(c) or "" for c in ("canonical_name", "aliases_en", "aliases_es", "aliases_ru", "aliases_pt")]
    return set(re.split(r"[ |]+", fold("|".join(cells)).lower()))


def _may_hold_office(entry: Entry, published: str | None) -> bool:
    """Nobody is called by an office before the year it begins; afterwards the title stays."""
    begins = entry.row.get("valid_from")
    return not (begins and published) or dates.latest(published).year >= dates.earliest(begins).year - 1


# ---- organisations and media -------------------------------------------------------------------------------------


def organisation(hit: Hit, story: Story) -> Decision:
    """`National Assembly` in a Venezuelan story, not the French one; in `National Assembly leader Juan Guaidó` and
    `Venezuelan Navy Captain Rafael Acosta` it is part of a person's title: sense `role`. `Called Kilo by NATO` only says what a thing is called.
    """
    around = _around(hit, story)
    titled = around.followed(word_list("role", "after")) or (hit.care and around.preceded(word_list("role", "before")))
    if titled and (hit.care or hit.entry.row["type"] == "armed-force"):
        return "role", "part-of-a-title"
    if _gives_a_name(around):
        return "other", "gives-a-thing-its-name"
    if not hit.care:
        return "actor", "name"
    surface = story.folded[hit.start : hit.end]
    if surface.istitle() and around.preceded(word_list("names", "given")):
        return "other", "another-given-name"
    if _cued(hit, story, "not_cues"):
        return "other", "cue-against"
    if hit.entry.id in story.sure:
        return "actor", "full-name-elsewhere"
    return _by_cues(hit, story, default=("actor", "name"))


def _gives_a_name(around: Around) -> bool:
    called = word_list("naming", "verbs").any_in(around.before[-6:-1])
    by_it = called and around.preceded(word_list("naming", "agents"))
    return by_it or around.preceded(word_list("naming", "before")) or around.followed(word_list("naming", "after"))


def medium(hit: Hit, story: Story) -> Decision:
    """A medium that is credited is a source; one that is spoken of (`a New York Times report`) is an actor."""
    if hit.care and _by_cues(hit, story, default=("actor", "name"))[0] == "other":
        return "other", "cue-against"
    around = _around(hit, story)
    if around.preceded(word_list("medium", "spoken_of_before")) or around.followed(
        word_list("medium", "spoken_of_after")
    ):
        return "actor", "spoken-of"
    return "source", "credited"


# ---- cues --------------------------------------------------------------------------------------------------------


def _by_cues(hit: Hit, story: Story, *, default: Decision) -> Decision:
    """For a name that needs care: a cue against refuses, a cue accepts, and where cues are listed one is needed."""
    if not hit.care:
        return default
    if _cued(hit, story, "not_cues"):
        return "other", "cue-against"
    if not hit.entry.row.get("cues"):
        return default
    return ("actor", "cue") if _cued(hit, story, "cues") else ("other", "no-sign")


def _cued(hit: Hit, story: Story, column: str) -> bool:
    listed = WordList.of((hit.entry.row.get(column) or "").split("|"))
    if not listed.words and not listed.stems:
        return False
    left = story.folded[max(0, hit.start - _CUE_REACH) : hit.start].lower()
    right = story.folded[hit.end : hit.end + _CUE_REACH].lower()
    return any(_holds(part, listed) for part in (left, right))


def _holds(window: str, listed: WordList) -> bool:
    words = [word.rstrip(".,") for word in _WORD.findall(window)]
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    return listed.any_in(words) or listed.any_in(pairs)
