"""Scan: sentence boundaries and vocabulary over the practice texts, beside spaCy with the same vocabulary."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from typing import Any

import spacy
from spacy.matcher import PhraseMatcher

from pactline.reading.aliases import entry_aliases
from pactline.reading.sentences import sentences
from pactline.reading.vocabulary import Vocabulary
from pactline.record.topic import load_topic

_GOLD = ("practice_deals", "practice_oil", "practice_pages")
_TIMES = 20
"""The practice texts are read this often by pactline, so that it runs for a second; spaCy reads them once."""


def practice_texts() -> list[str]:
    """Texts of the practice cases shipped with the topic."""
    folder = load_topic("venezuela-russia").folder / "gold"
    lines = (line for name in _GOLD for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    return [case["text"] for case in map(json.loads, lines) if case.get("text")]


def run() -> list[dict[str, Any]]:
    """Megabytes of UTF-8 a second, processor time of one core, and how many times slower than pactline."""
    texts = practice_texts()
    vocabulary = Vocabulary(load_topic("venezuela-russia"))
    names = sorted(
        {name for e in (*vocabulary.actors.values(), *vocabulary.weapons.values()) for name, *_ in entry_aliases(e)}
    )
    rows = [
        _measured("pactline: vocabulary", vocabulary.scan, texts * _TIMES),
        _measured("pactline: sentences", lambda t: sentences(t, [(0, len(t))], None), texts * _TIMES),
        _measured("pactline: both", lambda t: (vocabulary.scan(t), sentences(t, [(0, len(t))], None)), texts * _TIMES),
        _measured("spaCy: PhraseMatcher", _phrase_matcher(names), texts),
        _measured("spaCy: sentencizer and EntityRuler", _entity_ruler(names), texts),
    ]
    ours = rows[2]["MB/s"]
    for row in rows:
        row["pactline is faster by"] = f"{ours / row['MB/s']:.1f}"
        print(f"{row['what']}: {row['MB/s']:.1f} MB/s, ratio {row['pactline is faster by']}")
    return rows


def _measured(what: str, work: Callable[[str], Any], texts: Iterable[str]) -> dict[str, Any]:
    listed = list(texts)
    megabytes = sum(len(text.encode()) for text in listed) / 1e6
    work(listed[0])
    begin = time.process_time()
    for text in listed:
        work(text)
    return {"what": what, "MB": round(megabytes, 2), "MB/s": round(megabytes / (time.process_time() - begin), 2)}


def _phrase_matcher(names: list[str]) -> Callable[[str], Any]:
    nlp = spacy.blank("xx")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("NAME", list(nlp.pipe(names)))
    return lambda text: matcher(nlp(text))


def _entity_ruler(names: list[str]) -> Callable[[str], Any]:
    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
    return nlp
