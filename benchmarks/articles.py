"""Any number of distinct news articles of about 4.8 kB, from material that is committed with the project.

On topic: sentences of the annotated articles, recombined, with other weapons, persons, names and numbers. Off topic: the
sentences of offtopic.toml. Article n of a mix is the same whatever else is made, on every machine.

    python -m benchmarks.articles OUT.jsonl --count 1000 --mix five-percent
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pactline.reading.sentences import sentences
from pactline.reading.vocabulary import Vocabulary
from pactline.record.topic import load_topic

TOPIC = "venezuela-russia"
GOLD = ("practice_deals", "practice_oil")
MIXES = {"on-topic": 1, "five-percent": 20}
"""One article in so many is on topic."""
BYTES = 4_800
YEAR = 2025
"""The year in which all are published: after what their sentences tell of, as it would be in the news."""
LANGUAGES = ("en",) * 12 + ("es",) * 5 + ("pt",) + ("ru",) * 2
PARAGRAPH = 3
"""Sentences in a paragraph."""
NAMED = frozenset({"name", "surname", "city"})
NUMBER = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-])|(?<![\w-])\d[\d.,]*\d(?![\w-])")
NAME = re.compile(r"(?<=[a-zа-яё,] )[A-ZА-ЯЁ][a-zà-ÿа-яё]{3,}")

Filler = Callable[[random.Random], str]
Sentence = list[str | Filler]


def article(n: int, mix: str, *, edition: int = 0) -> dict[str, str]:
    """The n-th article of a mix as a record; another edition of it has other words.

    >>> article(3, "on-topic") == article(3, "on-topic"), article(3, "on-topic") == article(3, "on-topic", edition=1)
    (True, False)
    """
    chance = random.Random(f"{mix} {n} {edition}")
    language = chance.choice(LANGUAGES)
    told = on_topic()[language] if n % MIXES[mix] == 0 else off_topic()[language]
    text = "\n\n".join(_paragraphs(told, chance))
    day = f"{YEAR}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    return {"id": f"{mix}-{n:07d}", "text": text, "published": day, "outlet": f"Paper {chance.randint(1, 40)}"}


def _paragraphs(told: list[Sentence], chance: random.Random) -> Iterator[str]:
    left = BYTES
    while left > BYTES / 20:
        paragraph = " ".join(_told(chance.choice(told), chance) for _ in range(PARAGRAPH))
        left -= len(paragraph.encode()) + 2
        yield paragraph


def _told(sentence: Sentence, chance: random.Random) -> str:
    return "".join(piece if isinstance(piece, str) else piece(chance) for piece in sentence)


@cache
def on_topic() -> dict[str, list[Sentence]]:
    """Sentences of the annotated articles by language, with what varies in them cut out."""
    topic = load_topic(TOPIC)
    vocabulary = Vocabulary(topic)
    found: dict[str, list[Sentence]] = {}
    for name in GOLD:
        for line in (topic.folder / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            for start, end in sentences(case["text"], [(0, len(case["text"]))], case["lang"]):
                words = " ".join(case["text"][start:end].split())
                if 40 <= len(words) <= 600 and words[-1] in '.!?"':
                    found.setdefault(case["lang"], []).append(_cut(words, vocabulary))
    return found


def _cut(words: str, vocabulary: Vocabulary) -> Sentence:
    """A sentence in pieces: words that stay, and places for another weapon, person, name or number."""
    places = [
        (hit.start, hit.end, filler) for hit in vocabulary.scan(words) if (filler := _of_kind(hit.entry, vocabulary))
    ]
    places += [(m.start(), m.end(), _number(m[0])) for m in NUMBER.finditer(words)]
    known = [(hit.start, hit.end) for hit in vocabulary.scan(words)]
    names = [m for m in NAME.finditer(words) if not any(s < m.end() and m.start() < e for s, e in known)]
    places += [(m.start(), m.end(), _name("cyrillic" if m[0] > "А" else "latin")) for m in names]
    pieces: Sentence = []
    at = 0
    for start, end, filler in sorted(places, key=lambda place: place[:2]):
        if start >= at:
            pieces += [words[at:start], filler]
            at = end
    return [*pieces, words[at:]]


def _of_kind(entry: Any, vocabulary: Vocabulary) -> Filler | None:
    """Another weapon of the category, another person of the country; None for what the topic is about."""
    if entry.kind == "weapon":
        same = [e for e in vocabulary.weapons.values() if e.row["category"] == entry.row["category"]]
    elif entry.row.get("type") == "person":
        same = [
            e
            for e in vocabulary.actors.values()
            if e.row["type"] == "person" and e.row["country_iso3"] == entry.row["country_iso3"]
        ]
    else:
        return None
    return _choice(sorted(e.row["canonical_name"] for e in same))


def _choice(words: list[str]) -> Filler:
    return lambda chance: chance.choice(words)


def _number(written: str) -> Filler:
    """Other digits in the same places; a year moves by five at most."""
    if re.fullmatch(r"(?:19|20)\d\d", written):
        return lambda chance: str(min(YEAR, int(written) + chance.randint(-5, 5)))

    def other(chance: random.Random) -> str:
        digits = (str(chance.randint(1, 9)) if c.isdigit() else c for c in written)
        return "".join(digits)

    return other


@cache
def off_topic() -> dict[str, list[Sentence]]:
    """The sentences of offtopic.toml by language."""
    data = _material()
    return {
        language: [
            _parsed(sentence, of_language, "cyrillic" if language == "ru" else "latin")
            for sentence in of_language["sentences"]
        ]
        for language, of_language in data.items()
        if language != "syllables"
    }


def _parsed(sentence: str, words: dict[str, str], script: str) -> Sentence:
    pieces: Sentence = []
    for literal, slot in re.findall(r"([^{]*)(?:\{(\w+)\})?", sentence):
        pieces.append(literal)
        if slot == "n":
            pieces.append(lambda chance: str(chance.randint(2, 999)))
        elif slot in NAMED:
            pieces.append(_name(script))
        elif slot:
            pieces.append(_choice(words[slot].split()))
    return pieces


def _name(script: str) -> Filler:
    """A name made of two or three syllables."""
    syllables = _material()["syllables"][script].split()
    return lambda chance: "".join(chance.choices(syllables, k=chance.randint(2, 3))).capitalize()


@cache
def _material() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "offtopic.toml").read_text(encoding="utf-8"))


def write(path: Path, count: int, mix: str, *, change_every: int | None = None) -> None:
    """Write so many articles of a mix as JSON Lines; every so-maniest in another edition."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            edition = int(change_every is not None and n % change_every == change_every // 2)
            file.write(json.dumps(article(n, mix, edition=edition), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--mix", choices=sorted(MIXES), default="on-topic")
    given = parser.parse_args()
    write(given.out, given.count, given.mix)
