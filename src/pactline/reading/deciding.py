"""What a name that means more than one thing means here. One function per family of names; each answers with a sense
and the name of the rule that decided, surest rule first.

Senses are those of vocabulary.Hit: `actor`, `place`, `origin`, `language`, `source`, `role`, `private`,
`other`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pactline.reading.aliases import Entry
from pactline.reading.automaton import Hit
from pactline.reading.contexts import Around, word_list
from pactline.reading.deciding_states import capital, demonym, state_name
from pactline.reading.folding import fold
from pactline.reading.story import Decision, Story, by_cues, cued
from pactline.record import dates


def decide(hits: Sequence[Hit], story: Story) -> list[Hit]:
    """The same hits, each with its sense, form and rule; the entry changes where another of the name is meant."""
    for hit in hits:
        if hit.entry.kind == "actor" and not hit.care:
            story.sure.add(hit.entry.id)
            story.named[hit.entry.country or ""] += 1
            if hit.entry.row["type"] == "person" and is_full_name(story.folded[hit.start : hit.end]):
                story.full_names.setdefault(hit.entry.id, []).append(hit.start)
    for hit in hits:
        story.decided.append(_decided(hit, story))
    return story.decided


def is_full_name(surface: str) -> bool:
    """`Hugo Chavez` is one; `Chavez` and `President Chavez` are not."""
    first, _, rest = surface.lower().partition(" ")
    return bool(rest) and first not in word_list("title", "words")


def _has_title(surface: str) -> bool:
    return surface.split(" ")[0].lower() in word_list("title", "words")


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


# ---- persons -----------------------------------------------------------------------------------------------------


def person(hit: Hit, story: Story) -> Hit:
    """A full name is itself; a surname belongs to the last one of the name told in full, else to whom the words point.

    `Bush` after `George W. Bush` is the president; `Billy Bush` is not; `President Bush` is, in his years and after.
    """
    surface = story.folded[hit.start : hit.end]
    if is_full_name(surface) and not hit.care:
        return hit._replace(rule="full-name")
    around = Around(story.folded, story.source, hit.start, hit.end)
    if _anothers_given_name(hit, around):
        return hit._replace(sense="other", rule="another-given-name")
    if around.followed(word_list("named_thing", "person")) or around.preceded(word_list("named_thing", "before")):
        return hit._replace(sense="other", rule="thing-named-after")
    told = _told_in_full(hit, surface, story)
    if told is not None:
        return hit._replace(entry=told, form="short", rule="after-full-name")
    if _has_title(surface) and not _may_hold_office(hit.entry, story.published):
        return hit._replace(sense="other", rule="before-the-office")
    if not hit.care:
        return hit._replace(rule="surname")
    sense, rule = _unsure_surname(hit, around, story)
    return hit._replace(sense=sense, rule=rule)


def _unsure_surname(hit: Hit, around: Around, story: Story) -> Decision:
    if cued(hit, story, "not_cues"):
        return "other", "cue-against"
    if hit.entry.id in story.full_names:
        return "actor", "full-name-later"
    if hit.rule == "made-surname" or not _may_hold_office(hit.entry, story.published):
        return "other", "no-sign"
    if (
        _has_title(story.folded[hit.start : hit.end])
        or around.preceded(word_list("title", "words"))
        or around.followed(word_list("title", "after"))
    ):
        return "actor", "title-and-years"
    return ("actor", "cue") if hit.entry.row.get("cues") and cued(hit, story, "cues") else ("other", "no-sign")


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
    around = Around(story.folded, story.source, hit.start, hit.end)
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
    if cued(hit, story, "not_cues"):
        return "other", "cue-against"
    if hit.entry.id in story.sure:
        return "actor", "full-name-elsewhere"
    sense, rule = by_cues(hit, story, default=("actor", "name"))
    if rule == "no-sign" and hit.entry.row["type"] == "armed-force" and story.is_about(hit.entry.country):
        return "actor", "story-of-its-country"
    return sense, rule


def _gives_a_name(around: Around) -> bool:
    called = word_list("naming", "verbs").any_in(around.before[-6:-1])
    by_it = called and around.preceded(word_list("naming", "agents"))
    return by_it or around.preceded(word_list("naming", "before")) or around.followed(word_list("naming", "after"))


def medium(hit: Hit, story: Story) -> Decision:
    """A medium that is credited is a source; one that is spoken of (`a New York Times report`) is an actor."""
    if hit.care and by_cues(hit, story, default=("actor", "name"))[0] == "other":
        return "other", "cue-against"
    around = Around(story.folded, story.source, hit.start, hit.end)
    if around.preceded(word_list("medium", "spoken_of_before")) or around.followed(
        word_list("medium", "spoken_of_after")
    ):
        return "actor", "spoken-of"
    return "source", "credited"
