"""Actors nobody listed: names that recur in the bodies and that the topic does not know.

The default finds them by capitals and titles (`President Nayib Bukele`, `ministro Freddy Ñáñez`); a trained spaCy pipeline,
where the user names one, adds its entities. Suggestions are for a person to read: they change no figure.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pactline.reading.actors import Scan
from pactline.reading.contexts import word_list
from pactline.reading.folding import fold
from pactline.reading.sentences import abbreviations

COLUMNS = ("id", "canonical_name", "type", "country_iso3", "aliases_en", "aliases_es", "aliases_ru", "aliases_pt",
           "aliases_need_care", "valid_from", "valid_to", "note")  # fmt: skip
ENTITY_TYPES = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "state",
    "LOC": "state",
    "NORP": "state",
}

_UPPER = "A-ZÁÉÍÓÚÑÜÇÂÃÊÔÕÀА-ЯЁ"
_NAME = re.compile(
    rf"(?<![\w@/.-])[{_UPPER}][\w’'-]*[^\W\d_](?: (?:(?:de|del|da|do|dos|la|al|el|bin|van|von) ){{0,2}}[{_UPPER}][\w’'-]*[^\W\d_]){{0,4}}"
)
_MOST_SENTENCES = 3

Entities = Callable[[str], Iterable[tuple[int, int, str]]]
"""Text -> (start, end, label) of each entity a trained pipeline finds."""


@dataclass(slots=True)
class Suggestion:
    """A name, how it was found, and the words around it."""

    name: str
    count: int = 0
    titled: int = 0
    labels: dict[str, int] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)
    sentences: list[str] = field(default_factory=list)

    @property
    def type(self) -> str:
        """person where a title says so, else what a pipeline thinks most often, else organisation."""
        if self.titled:
            return "person"
        known = sorted(self.labels.items(), key=lambda item: (-item[1], item[0]))
        return ENTITY_TYPES.get(known[0][0], "organisation") if known else "organisation"


def suggest(scans: Iterable[Scan], *, least: int = 2, entities: Entities | None = None) -> list[Suggestion]:
    """Names that stand at least `least` times in the bodies and overlap no name of the topic, most frequent first.

    A single capitalised word counts only where a title stands before it or a pipeline calls it an entity.
    """
    found: dict[str, Suggestion] = {}
    for scan in scans:
        known = [(h.start, h.end) for h in (*scan.hits, *scan.refused)]
        for start, end, label, titled in _candidates(scan, entities):
            if not any(s < end and start < e for s, e in known):
                _count(found, scan, start, end, label, titled)
    kept = [s for s in found.values() if s.count >= least]
    return sorted(kept, key=lambda s: (-s.count, s.name))


def as_csv(suggestions: Iterable[Suggestion]) -> str:
    """Rows ready to paste into actors.csv; the note holds counts and a sentence."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for s in suggestions:
        note = f"{s.count} times in {len(s.articles)} articles: {s.sentences[0]}"
        writer.writerow({"id": _slug(s.name), "canonical_name": s.name, "type": s.type, "note": note})
    return out.getvalue()


def spacy_entities(pipeline: Any) -> Entities:
    """The entities of a loaded spaCy pipeline, as `suggest` takes them."""

    def entities(text: str) -> Iterator[tuple[int, int, str]]:
        for entity in pipeline(text).ents:
            if entity.label_ in ENTITY_TYPES:
                yield entity.start_char, entity.end_char, entity.label_

    return entities


def _candidates(scan: Scan, entities: Entities | None) -> Iterator[tuple[int, int, str | None, bool]]:
    """(start, end, label, titled) of every possible name in the sentences, each place once."""
    text = scan.article.text
    for start, end in scan.sentences:
        sentence = text[start:end]
        labelled = list(entities(sentence)) if entities is not None else []
        taken = [(s, e) for s, e, _ in labelled]
        yield from ((start + s, start + e, label, False) for s, e, label in labelled)
        if _is_headline(sentence):
            continue
        for s, e, titled in _capitalised(sentence):
            if not any(a < e and s < b for a, b in taken):
                yield start + s, start + e, None, titled


def _capitalised(sentence: str) -> Iterator[tuple[int, int, bool]]:
    for match in _NAME.finditer(sentence):
        start, words = match.start(), match[0].split(" ")
        titled = False
        while words and (fold(words[0]).lower() in word_list("title", "words") or _opens(words[0], start)):
            titled = titled or fold(words[0]).lower() in word_list("title", "words")
            start += len(words[0]) + 1
            words = words[1:]
        before = fold(sentence[:start]).lower().split()
        titled = titled or (bool(before) and before[-1] in word_list("title", "words"))
        if words and words[0][:1].isupper() and (len(words) > 1 or titled):
            yield start, match.end(), titled


def _opens(word: str, start: int) -> bool:
    """A function word that is a capital only for opening a sentence."""
    return start == 0 and word in abbreviations()["starters"]


def _is_headline(sentence: str) -> bool:
    """Most Words Are Capitals: they tell nothing there."""
    words = [w for w in sentence.split() if w[:1].isalpha() and len(w) > 3]
    return len(words) > 4 and sum(w[:1].isupper() for w in words) > 0.75 * len(words)


def _count(found: dict[str, Suggestion], scan: Scan, start: int, end: int, label: str | None, titled: bool) -> None:
    text = scan.article.text
    name = text[start:end].rstrip("'’-")
    suggestion = found.setdefault(fold(name).lower(), Suggestion(name))
    suggestion.count += 1
    suggestion.titled += titled
    suggestion.articles.add(scan.article.article_id)
    if label is not None:
        suggestion.labels[label] = suggestion.labels.get(label, 0) + 1
    sentence = next((text[s:e] for s, e in scan.sentences if s <= start < e), "")
    if len(suggestion.sentences) < _MOST_SENTENCES and sentence not in suggestion.sentences:
        suggestion.sentences.append(" ".join(sentence.split()))


def _slug(name: str) -> str:
    return re.sub(r"[\W_]+", "-", fold(name).lower()).strip("-")
