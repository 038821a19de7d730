"""A study of thousands of articles made straight from rows: as wide as a large corpus gets, and the same in every run."""

from functools import cache

from pactline.record.article import claim_id

from .conftest import article, deal, mention, oil, study_of

SENTENCES = (
    "Russia agreed on Monday to sell Venezuela {n} {item} {noun} for ${n} million.",
    "The two sides met for hours before the announcement, and neither said when the next talks will be held.",
    "Venezuela's oil output was about {bpd:,} barrels per day in {month}, according to {who}.",
    "Officials in both capitals declined to comment on the terms of the contract or on how it will be paid for.",
)
PAIRS = tuple((a, b) for a in ("RUS", "CHN", "IRN", "BLR") for b in ("VEN", "CUB", "NIC", "SYR", "BOL"))
ITEMS = tuple(
    (f"{maker}-{number}", noun, category)
    for maker, noun, category in (("Su", "jets", "aircraft"), ("S", "batteries", "air-defence"), ("Mi", "helicopters", "helicopter"),
                                  ("T", "tanks", "armour"), ("AK", "rifles", "small-arms"), ("Type", "frigates", "ship"))
    for number in (17, 24, 30, 35, 72, 90, 100, 300)
)  # fmt: skip
STATUSES = (
    "agreed",
    "delivered",
    "negotiating",
    "offered",
    "requested",
    "suspended",
    "cancelled",
    "delivering",
    "denied",
)
SPEAKERS = ("OPEC secondary sources", "OPEC direct communication", "PDVSA", "EIA", "IEA", None, "an official")
OUTLETS = tuple(f"The {place} {name}" for place in ("Northern", "Southern", "Old", "New", "Daily", "Evening") for name in
                ("Gazette", "Herald", "Courier", "Observer", "Times of the Capital", "Tribune", "Post", "Mirror"))  # fmt: skip
ACTORS = 300


def _published(i):
    year, month, day = 2001 + i % 24, i % 12 + 1, i % 28 + 1
    return (f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", f"{year}", None)[
        (i % 17 == 0) + (i % 51 == 0) + (i % 153 == 0)
    ]


def _facts(i):
    item, noun, category = ITEMS[i // 2 % len(ITEMS)]
    facts = {"n": 2 + i % 95, "item": item, "noun": noun, "bpd": 300_000 + 100 * (i % 20_000), "month": f"{2001 + i % 24}-{i % 12 + 1:02}",
             "who": SPEAKERS[i % len(SPEAKERS)] or "the ministry"}  # fmt: skip
    return facts, category


def _places(i):
    """The text of an article and where each sentence of it stands."""
    facts, _ = _facts(i)
    text, places = "", []
    for sentence in SENTENCES:
        words = sentence.format(**facts)
        places.append((len(text), len(text) + len(words)))
        text += words + " "
    return text, places


def _marks(text, start, **roles):
    places = [(text.index(words, start), words, role) for words, role in roles.items() if words in text[start:]]
    return sorted([at, at + len(words), role] for at, words, role in places)


def _deal(i):
    facts, category = _facts(i)
    text, places = _places(i)
    start, end = places[0]
    supplier, recipient = PAIRS[i // 2 * 7 % len(PAIRS)]
    status = STATUSES[i // 2 * 5 % len(STATUSES)]
    items = [{"name": facts["item"], "category": category, "quantity": float(facts["n"]), "bound": "exact"}]
    return deal(
        f"x{i}", start, end, quote=text[start:end], supplier=[supplier], recipient=[recipient], status=status, items=items,
        event_date=_published(i * 3), value=facts["n"] * 1e6, currency="USD", value_usd=facts["n"] * 1e6,
        modality=("reported", "reported", "hypothetical", "planned")[i // 2 % 4] if status != "denied" else "denied", rule=f"sale-{i // 2 % 9}",
        marks=_marks(text, start, Russia="supplier", agreed="status", Monday="date", Venezuela="recipient", **{str(facts["n"]): "quantity", facts["item"]: "item"}),
    )  # fmt: skip


def _oil(i):
    facts, _ = _facts(i)
    text, places = _places(i)
    start, end = places[2]
    return oil(
        f"x{i}", start, end, quote=text[start:end], value=float(facts["bpd"]), as_of=facts["month"], attributed_to=SPEAKERS[i % len(SPEAKERS)],
        value_stated=f"{facts['bpd']:,} barrels per day", bound=("about", "exact", "at_least")[i % 3], rule=f"level-{i % 7}",
        marks=_marks(text, start, Venezuela="subject", output="measure", **{f"{facts['bpd']:,}": "value", "barrels per day": "unit", facts["month"]: "as_of"}),
        measure=("production", "production", "exports", "capacity", "reserves")[i % 5],
    )  # fmt: skip


@cache
def large_study(articles=10_000, *, each_names=12, deals=4_000, oils=3_000):
    """A study of that many articles in four languages from 48 outlets over 24 years.

    each_names   mentions of an article, of ACTORS actors
    """
    from pactline.findings.checks import oil_checks
    from pactline.record import schema

    rows, texts, names = [], {}, []
    for i in range(articles):
        texts[f"x{i}"], _ = _places(i)
        conflicts = [f"2003-0{i % 9 + 1}: the page's clock, later than the byline"] if i % 3 == 0 else []
        rows.append(article(
            i, published=_published(i), text=texts[f"x{i}"], outlet=OUTLETS[i % len(OUTLETS)] if i % 10 else None, words=70 + i % 40,
            language=("en", "es", "pt", "ru")[i % 4], title=f"Number {i}: what the two capitals said about arms and oil", url=f"https://example.org/{i}",
            duplicate_of=f"x{i - 1}" if i % 25 == 24 else None, duplicate_share=0.9 if i % 25 == 24 else None,
            published_conflicts=conflicts, clutter=[[0, 4, "caption"], [5, 9, "headline-list"]] if i % 2 else [],
        ))  # fmt: skip
        names += [
            mention(f"x{i}", 7 * k, 7 * k + 6, actor_id=f"a{(i * 7 + k * k) % ACTORS}", actor=f"Minister number {(i * 7 + k * k) % ACTORS}",
                    actor_type=("person", "state", "company")[k % 3], form=("name", "short", "demonym", "metonym")[k % 4])
            for k in range(each_names)
        ]  # fmt: skip
    stated = [_oil(i * 3) for i in range(oils)]
    study = study_of(rows, names, [_deal(i * 2) for i in range(deals)], stated, texts=texts, period="year")
    study.oil_checks = oil_checks(
        study.oil, study.articles, monthly=study.topic.reference("oil_production_monthly"), annual=study.topic.reference("oil_production_annual")
    )  # fmt: skip
    near = [{"claim": claim_id("n", i), "article_id": f"x{i}", "start": 0, "end": 9, "quote": "nine mete", "table": "deals", "rule": f"r{i % 40}",
             "reason": f"no weapon is named, case {i % 70}"} for i in range(5_000)]  # fmt: skip
    study.near_misses = schema.frame(near, schema.NEAR_MISSES)
    return study
