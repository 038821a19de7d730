"""Things called after a state or a city, which are nobody's government: the Panama Canal, the Kremlin Cup, Moscow, Idaho.

What the things are stands in words/contexts.toml; here is how each language joins a thing to the name.
"""

from __future__ import annotations

import re

from pactline.reading.contexts import Around, WordList, word_list

_AMERICAN_STATE = re.compile(r", ((?:[A-Z][\w.]{1,14} ?){1,2})")
_CLOSING = tuple("\"'”»“")
_NOUN_BEFORE_QUOTES = re.compile(r"([^\W\d_]+) [\"'“«„]$")


def thing_named_after(around: Around, *, city: bool) -> bool:
    """The name of a state or city is part of another proper name.

    city    it is a capital, which gives its name to more than a state does: `the port of Havana`

    Catches `the Gulf of Mexico`, `Kiev Post`, `el teatro Bolshói de Moscú`, `Кубок Кремля`, `гостиница «Украина»`;
    refuses `the government of Mexico`, `Kiev posted troops`, `la deuda de Moscú`, `охрана Кремля`, `сказал: «Украина»`.
    """
    return (
        peoples_thing(around)
        or (city and _gives_its_first_word(around, "capital_after_city"))
        or _stands_behind(around)
        or _stands_behind_of(around, city=city)
        or _in_quotes_behind_a_noun(around)
        or _before_an_american_state(around)
    )


def peoples_thing(around: Around) -> bool:
    """The same of an adjective, too: `Panamanian canal`, `the Korean Peninsula`, `Японское море`, not `the Russian fleet`."""
    return (
        around.part_of(_listed("phrases"))
        or around.followed(_listed("after"))
        or _gives_its_first_word(around, "capital_after")
    )


def _listed(name: str) -> WordList:
    return word_list("named_after", name)


def _gives_its_first_word(around: Around, words: str) -> bool:
    """`Georgia Tech`, `the Moscow Times`, not `Russia today delivered`; in a line of capitals nothing tells them apart."""
    joined = around.right[:1] == " " and around.right[1:2].isupper() and not around.name.isupper()
    return joined and around.followed(_listed(words))


def _stands_behind(around: Around) -> bool:
    """`la calle Rusia`, `Кубок Кремля`, `Miss Venezuela`, not `they miss Venezuela`."""
    last = around.before[-1:]
    if any(words.any_in(last) for words in (_listed("before"), _listed("genitive"))):
        return around.left.endswith(" ")
    written = around.left.split()[-1:]
    return _listed("capital_before").any_in(last) and written[0][:1].isupper()


def _stands_behind_of(around: Around, *, city: bool) -> bool:
    """`universidad de`, `universidad estatal de`, `sea of`."""
    if not around.before or around.before[-1] not in _listed("of_words"):
        return False
    nouns = around.before[-3:-1]
    return _listed("of").any_in(nouns) or (city and _listed("of_city").any_in(nouns))


def _in_quotes_behind_a_noun(around: Around) -> bool:
    noun = _NOUN_BEFORE_QUOTES.search(around.left) if around.right[:1] in _CLOSING else None
    return noun is not None and noun[1].lower() in _listed("quoted")


def _before_an_american_state(around: Around) -> bool:
    """`Cuba, Missouri`: a town over there."""
    place = _AMERICAN_STATE.match(around.right)
    words = place[1].lower().rstrip(". ").split() if place else []
    return any(" ".join(words[:n]) in _listed("us_states") for n in (1, 2) if len(words) >= n)
