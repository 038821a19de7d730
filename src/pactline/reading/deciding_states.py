"""What the name of a state means here: the state, its language, who built a thing, a capital as a scene."""

from __future__ import annotations

import re

from pactline.reading.contexts import Around, word_list
from pactline.reading.named_things import peoples_thing, thing_named_after
from pactline.reading.story import WORD, Decision, Story, by_cues
from pactline.reading.vocabulary import Hit

_DATED = re.compile(r"[^\w(]*(?:[^\W\d_]{3,10}\.? \d{1,2}\b|\d{1,2}(?:st|nd|rd|th)? (?:de )?[^\W\d_]{3,10}\b)")
_DASHED = re.compile(r"(?:, [^\W\d_]{2,12}\.?)?,?\.? ?(?:\(|-{1,2} |/|\.-)")


def demonym(hit: Hit, story: Story) -> Decision:
    """`Russian officials said` is the state; `the Russian language`, `Russian roulette` and `Latin American` are not.

    `Russian-made` names who built a thing, not who acts: sense `origin`. `A Norwegian research firm`, `the German
    magazine` are nobody's state: sense `private`.
    """
    around = Around(story.folded, story.source, hit.start, hit.end)
    if story.language == "en" and around.name.islower() and around.name.isascii():
        return "other", "no-english-adjective"
    if around.followed(word_list("language", "after")) or around.preceded(word_list("language", "before")):
        return "language", "language-word"
    if around.ends_clause() and around.preceded(word_list("language", "ends")):
        return "language", "in-a-language"
    if (
        around.followed(word_list("idiom", "after"))
        or around.preceded(word_list("idiom", "before"))
        or around.part_of(word_list("named_thing", "phrases"))
    ):
        return "other", "idiom"
    if peoples_thing(around):
        return "other", "thing-named-after"
    if hit.care and _part_of_wider_name(hit, around):
        return "other", "part-of-a-wider-name"
    if around.followed(word_list("origin", "after")) or around.preceded(word_list("origin", "before")):
        return "origin", "made-by"
    if word_list("private", "words").any_in(around.after[:3]):
        return "private", "press-or-experts"
    return by_cues(hit, story, default=("actor", "demonym"))


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
    around = Around(story.folded, story.source, hit.start, hit.end)
    if around.preceded(word_list("seat", "before")):
        return "place", "seat-of-a-firm"
    if (
        around.followed(word_list("named_thing", "state"))
        or around.preceded(word_list("named_thing", "before"))
        or around.part_of(word_list("named_thing", "phrases"))
        or thing_named_after(around, city=False)
    ):
        return "other", "thing-named-after"
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
        return by_cues(hit, story, default=("other", "no-sign"))
    return "actor", "name"


def capital(hit: Hit, story: Story) -> Decision:
    """`Caracas said` is the government; `in Caracas`, `flew to Caracas`, `CARACAS (Reuters)` are the city."""
    around = Around(story.folded, story.source, hit.start, hit.end)
    if around.starts_line() and _dateline(hit, around):
        return "place", "dateline"
    if _gives_its_name(around):
        return "other", "thing-named-after"
    if around.followed(word_list("place", "after")) or _names_its_state(hit, around):
        return "place", "part-of-a-place-name"
    if around.preceded(word_list("namesake", "before")) or _given_name(hit, around):
        return "other", "a-person"
    return _by_preposition(hit, around, story)


def _gives_its_name(around: Around) -> bool:
    """`Chicken Kiev`, `Spartak Moscow`, `the Warsaw Pact`: a dish, a club, a treaty."""
    return (
        thing_named_after(around, city=True)
        or around.part_of(word_list("named_thing", "phrases"))
        or around.preceded(word_list("named_thing", "club_before"))
        or around.followed(word_list("named_thing", "club_after"))
    )


def _by_preposition(hit: Hit, around: Around, story: Story) -> Decision:
    before = around.before
    if around.preceded(word_list("place", "before")):
        governs = word_list("place", "unless").any_in(before[-3:-1]) or _speaks(around)
        return ("actor", "government-in") if governs else ("place", "preposition-of-place")
    if before and before[-1] in word_list("motion", "direct"):
        return "place", "journey"
    travels = word_list("motion", "stems").any_in(before[-7:-1])
    if travels and before[-1] in word_list("motion", "prepositions"):
        return "place", "journey"
    if before and before[-1] in word_list("joining", "words") and _after_a_place(hit, story):
        return "place", "beside-a-place"
    return "actor", "capital-for-government"


def _speaks(around: Around) -> bool:
    """`En Washington lo miran como una escala`, `В Москве не исключают`, not `en Moscú se firmó`."""
    words = around.after
    while words and words[0] in word_list("voices", "clitics"):
        words = words[1:]
    return word_list("voices", "verbs").any_in(words[:1])


def _dateline(hit: Hit, around: Around) -> bool:
    rest = around.right
    if _DATED.match(rest) or word_list("dateline", "agencies").any_in(
        WORD.findall(rest[:40].lower().replace(",", " "))
    ):
        return True
    in_capitals = around.source[hit.start : hit.end].isupper()
    return in_capitals and _DASHED.match(rest) is not None


def _given_name(hit: Hit, around: Around) -> bool:
    """`President Santiago Peña`: after a title and before a word in capitals a capital is a given name."""
    surname = around.source[hit.end : hit.end + 2]
    return surname[:1] == " " and surname[1:].isupper() and around.preceded(word_list("title", "words"))


def _names_its_state(hit: Hit, around: Around) -> bool:
    """`Moscow, Russia`."""
    name = re.match(r", ([^\W\d_]+)", around.right)
    return name is not None and name[1] in (hit.entry.row["canonical_name"], "Rusia", "Rússia")


def _after_a_place(hit: Hit, story: Story) -> bool:
    last = next((h for h in reversed(story.decided) if h.entry.kind == "actor"), None)
    return last is not None and last.sense == "place" and hit.start - last.end < 12
