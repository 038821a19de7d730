"""Dates of the annotated pages shipped with the topic: right where given, silent where nothing supports one."""

import json
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from pactline.corpus.dating import date_article
from pactline.record.article import Document
from pactline.record.topic import load_topic

GOLD = files("pactline") / "topics" / "venezuela_russia" / "gold"
EVENTS = load_topic("venezuela-russia").events


def outcome(case):
    """`right`, `coarse` (true, less precise), `silent`, `invented`, `overprecise` or `wrong`."""
    text, gold = case["text"], case["published"]
    record = Document(text, "a", case["id"], url=case.get("url"))
    spans = [(0, len(text))]
    found = date_article(
        text, document=record, body_spans=spans, clutter=[], language=case["lang"], events=EVENTS
    ).published
    if found is None:
        return "silent" if gold["date"] else "right"
    if gold["date"] is None:
        return "invented"
    return outcome_of_two(found, gold["date"], case.get("tolerance_days", 0), gold.get("also_right", []))


def outcome_of_two(found, gold, tolerance, also_right):
    if found == gold or found in also_right:
        return "right"
    if len(found) == len(gold) == 10 and abs((date.fromisoformat(found) - date.fromisoformat(gold)).days) <= tolerance:
        return "right"
    return "coarse" if gold.startswith(found) else "overprecise" if found.startswith(gold) else "wrong"


@pytest.mark.parametrize("name", ["practice_pages", "practice_deals", "practice_oil"])
def test_annotated_pages(name):
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if "published" in case]
    counts = Counter(outcome(case) for case in cases)
    given = len(cases) - counts["silent"]
    assert counts["invented"] == 0
    assert counts["overprecise"] <= 0.02 * len(cases)
    assert counts["right"] + counts["coarse"] >= 0.96 * given
    assert counts["right"] >= 0.92 * len(cases)
