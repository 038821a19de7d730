"""Bodies of the annotated pages shipped with the topic, and the statements that must lie inside them."""

import json
from importlib.resources import files

import pytest

from pactline.corpus.body import layout

GOLD = files("pactline") / "topics" / "venezuela_russia" / "gold"


def cases(name):
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def covered(spans):
    return {i for start, end in spans for i in range(start, end)}


def test_annotated_bodies():
    shared = found = wanted = 0
    for case in cases("practice_pages"):
        if "body_offsets" in case:
            gold, body = covered(case["body_offsets"]), covered(layout(case["text"]).body_spans)
            shared, found, wanted = shared + len(gold & body), found + len(body), wanted + len(gold)
    assert 2 * shared / (found + wanted) >= 0.95


@pytest.mark.parametrize(("name", "kind"), [("practice_deals", "deals"), ("practice_oil", "oil")])
def test_statements_lie_in_the_body(name, kind):
    inside = []
    for case in cases(name):
        spans = layout(case["text"]).body_spans
        places = [(case["text"].find(row["quote"]), len(row["quote"])) for row in case[kind]]
        inside += [any(a <= start and start + size <= b for a, b in spans) for start, size in places]
    assert sum(inside) >= 0.97 * len(inside)
