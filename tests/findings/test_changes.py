"""Two runs compared: nothing is said of what stayed, everything of what moved."""

import pytest

from pactline.findings.changes import changes
from pactline.record import schema

ARTICLE = {
    "article_id": "a", "source": "a.txt", "content_hash": "0", "status": "read", "published": "2019-08",
    "published_precision": "month", "published_conflicts": [], "body_spans": [[0, 9]], "clutter": [], "words": 2,
}  # fmt: skip
DEAL = {
    "claim_id": "d1", "article_id": "a", "start": 0, "end": 9, "quote": "x", "kind": "transfer", "status": "agreed",
    "supplier": ["RUS"], "recipient": ["VEN"], "items": [{"name": "Su-30", "category": "aircraft", "quantity": 24}],
    "modality": "fact", "rule": "r",
}  # fmt: skip
MENTION = {
    "article_id": "a", "start": 0, "end": 6, "surface": "Russia", "actor_id": "russia", "actor": "Russia",
    "actor_type": "state", "country": "RUS", "form": "name",
}  # fmt: skip


def run(articles=(ARTICLE,), deals=(DEAL,), mentions=(MENTION,)):
    return {
        "articles": schema.frame(articles, schema.ARTICLES),
        "deals": schema.frame(deals, schema.DEALS),
        "oil": schema.frame([], schema.OIL),
        "mentions": schema.frame(mentions, schema.MENTIONS),
    }


def test_the_same_run_changes_nothing():
    assert changes(run(), run()).empty


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(run(deals=[]), run(), [("deals", "new", "transfer agreed, RUS → VEN: 24 Su-30")], id="new-deal"),
        pytest.param(run(), run(deals=[]), [("deals", "gone", "transfer agreed, RUS → VEN: 24 Su-30")], id="gone-deal"),
        pytest.param(
            run(),
            run(deals=[{**DEAL, "status": "delivered"}]),
            [("deals", "changed", "transfer delivered, RUS → VEN: 24 Su-30: status: agreed → delivered")],
            id="status-moved",
        ),
        pytest.param(
            run(),
            run(articles=[{**ARTICLE, "published": "2019-08-15", "published_precision": "day"}]),
            [("articles", "changed", "a, read, published 2019-08-15: published: 2019-08 → 2019-08-15")],
            id="date-sharpened",
        ),
        pytest.param(run(mentions=[]), run(), [("actors", "new", "Russia")], id="new-actor"),
    ],
)
def test_changes(old, new, expected):
    found = changes(old, new)
    assert list(zip(found["table"], found["change"], found["what"], strict=True)) == expected
