"""What an analyst asks a study in JupyterLab: the words behind a statement, where words stand, a whole article, and why."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from pactline.record.schema import DEALS, OIL
from pactline.report.excerpts import around
from pactline.report.figures_corpus import outlet_of, read_articles, title_of, titled
from pactline.report.highlight import Mark, highlighted, marks_of
from pactline.report.markup import Fragment, escape, label
from pactline.report.tables import each, table
from pactline.report.wording import country_names, date_words, item_words, names_of, oil_amount

MOST_HITS = 100
"""Places that `find` shows; the rest are counted."""
LONGEST = 600
"""Characters shown of one sentence."""
_LOOKS = (
    (("supplier",), "#0072b233", "2px solid #0072b2"), (("recipient", "subject", "party"), "#56b4e933", "2px dashed #0072b2"),
    (("item", "measure"), "#e69f0033", "2px dashed #e69f00"), (("quantity", "value", "unit"), "#009e7333", "3px double #009e73"),
    (("status", "direction"), "#d55e0033", "2px dotted #d55e00"), (("date", "as_of"), "#cc79a733", "1px solid #cc79a7"),
    (("source",), "#f0e44233", "2px dotted #8a7f00"), (("claim",), "#56b4e933", "3px solid #56b4e9"),
)  # fmt: skip
"""Roles of marks, their ground and the line under them, so that colour is never the only sign."""
STYLE = (
    "<style>.wb mark{color:inherit;padding:0 .12em}"
    + "".join(
        f"{','.join(f'.wb .m-{role}' for role in roles)}{{background:{ground};border-bottom:{line}}}"
        for roles, ground, line in _LOOKS
    )
    + ".wb .m-clutter{background:none;opacity:.45}.wb .text{white-space:pre-wrap;overflow-wrap:anywhere;max-width:46em}</style>"
)
FIELDS = {
    "deals": ("kind", "status", "supplier", "recipient", "items", "value", "event_date", "modality"),
    "oil": ("measure", "basis", "subject", "value", "bound", "direction", "as_of", "attributed_to"),
}
ROLES = {
    "supplier": ("supplier",),
    "recipient": ("recipient",),
    "status": ("status",),
    "items": ("quantity", "item"),
    "value": ("value", "unit"),
    "event_date": ("date",),
    "measure": ("measure",),
    "direction": ("direction",),
    "subject": ("subject",),
    "as_of": ("as_of",),
    "attributed_to": ("source",),
}
"""Field -> the roles of the marks that show its words."""
BASES = {
    "stated": "stated in the sentence", "context": "from the sentences before, not from this one",
    "inferred": "inferred: the text leaves it to the reader",
}  # fmt: skip


class UnknownError(LookupError):
    """A statement or an article that the study does not hold; the message names what is near."""

    def __str__(self) -> str:
        return str(self.args[0])


def evidence(study: Any, claim_id: str) -> Fragment:
    """A statement in its surroundings; parties, items, figures, status and period highlighted.

    raises  UnknownError
    """
    name, row = claim_of(study, claim_id)
    article, text = _article(study, row.article_id), study.texts[row.article_id]
    begin, finish = around(text, row.start, row.end)
    before, after = escape(text[begin : row.start]), escape(text[row.end : finish])
    passage = highlighted(text, row.start, row.end, marks_of(row))
    return Fragment(
        f'{STYLE}<div class="wb"><p><b><bdi>{escape(title_of(article))}</bdi></b>, {escape(outlet_of(article))}, '
        f'{date_words(article.published)}</p><p class="text"><bdi>{before}<b>{passage}</b>{after}</bdi></p>'
        f"<p>{escape(_says(study, name, row))} Rule <code>{escape(row.rule)}</code>.</p></div>"
    )


def find(study: Any, words: str) -> Fragment:
    """Every place in the bodies where the words stand, upper and lower case alike; words outside the body do not count."""
    if not words.strip():
        raise UnknownError('name the words to look for, as study.find("Su-30")')
    pattern = re.compile(r"\s+".join(re.escape(w) for w in words.split()), re.IGNORECASE)
    rows, total = [], 0
    for article in each(read_articles(study)):
        text = study.texts[article.article_id]
        for start, end in _places(pattern, text, article.body_spans):
            total += 1
            if total <= MOST_HITS:
                rows.append(_hit(article, text, start, end))
    caption = f"{total:,} {'place' if total == 1 else 'places'} with <q><bdi>{escape(label(words, 60))}</bdi></q>"
    columns = ["date", "article", "sentence", "article_id"]
    more = f"<p>The first {MOST_HITS} are shown; look for more words.</p>" if total > MOST_HITS else ""
    return Fragment(f'{STYLE}<div class="wb">{table(caption, columns, rows, most=MOST_HITS)}{more}</div>')


def article(study: Any, article_id: str) -> Fragment:
    """The whole source text; what is not the article greyed, names underlined, statements on a ground of their own.

    raises  UnknownError
    """
    row, text = _article(study, article_id), study.texts.get(article_id, "")
    head = f"<b><bdi>{escape(title_of(row))}</bdi></b>, {escape(outlet_of(row))}, {date_words(row.published)}"
    basis = f" Dated by: {escape(label(row.published_basis, 200))}." if pd.notna(row.published_basis) else ""
    state = "" if row.status == "read" else f" Not read: {escape(label(row.problem or row.status, 120))}."
    body = layered(text, _layers(study, article_id, row.body_spans, len(text)))
    return Fragment(
        f'{STYLE}<div class="wb"><p>{head}.{basis}{state}</p><div class="text"><bdi>{body}</bdi></div></div>'
    )


def why(study: Any, claim_id: str) -> pd.DataFrame:
    """One row per field of a statement: value, the words in the text that carry it, and what it rests on.

    raises  UnknownError
    """
    name, row = claim_of(study, claim_id)
    text = study.texts[row.article_id]
    marks = marks_of(row)
    rows = [{"field": "statement", "value": label(row.quote, 200), "words": "", "basis": rule_words(name, row.rule)}]
    rulings = list(each(study.corrections_applied[study.corrections_applied["claim_id"] == claim_id]))
    told = {part.partition(" = ")[0]: r.who or "an analyst" for r in rulings for part in str(r.set).split("; ")}
    for field in FIELDS[name]:
        value = getattr(row, field)
        if isinstance(value, list) or pd.notna(value):
            words = "" if field in told else _carrying(study, field, row, text, marks)
            basis = f"corrected by {told[field]}" if field in told else _basis(field, row, words)
            rows.append({"field": field, "value": _shown(value), "words": words, "basis": basis})
    for ruling in rulings:
        says = f"{ruling.action} by {ruling.who or 'an analyst'}" + (f": {ruling.note}" if ruling.note else "")
        rows.append({"field": "correction", "value": ruling.set, "words": "", "basis": says})
    return pd.DataFrame(rows, columns=["field", "value", "words", "basis"])


def layered(text: str, layers: Iterable[tuple[int, int, str]]) -> str:
    """Text cut wherever a layer begins or ends; each piece carries the classes of all layers over it.

    >>> layered("ab<c", [(0, 2, "claim"), (1, 2, "party")])
    '<mark class="m-claim">a</mark><mark class="m-claim m-party">b</mark>&lt;c'
    """
    starts: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for start, end, role in layers:
        if 0 <= start < end <= len(text):
            starts.setdefault(start, []).append(role)
            ends.setdefault(end, []).append(role)
    out, at, running = [], 0, dict.fromkeys(("clutter", "claim", "party"), 0)
    for place in sorted({*starts, *ends, len(text)}):
        classes = " ".join(f"m-{role}" for role, n in running.items() if n)
        piece = escape(text[at:place])
        out.append(f'<mark class="{classes}">{piece}</mark>' if classes and piece else piece)
        for role in ends.get(place, []):
            running[role] -= 1
        for role in starts.get(place, []):
            running[role] += 1
        at = place
    return "".join(out)


def claim_of(study: Any, claim_id: str) -> tuple[str, Any]:
    """Table and row of a statement.

    raises  UnknownError naming the nearest id
    """
    for table_of in (DEALS, OIL):
        frame = getattr(study, table_of.name)
        for row in each(frame[frame["claim_id"] == claim_id]):
            return table_of.name, row
    known = [*study.deals["claim_id"], *study.oil["claim_id"]]
    raise UnknownError(
        f"there is no statement {claim_id!r}{_near(claim_id, known)} See claim_id in study.deals and study.oil"
    )


def _article(study: Any, article_id: str) -> Any:
    for row in each(titled(study.offered[study.offered["article_id"] == article_id], study.texts)):
        return row
    raise UnknownError(
        f"there is no article {article_id!r}{_near(article_id, study.offered['article_id'])} See study.articles"
    )


def _near(given: object, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(str(given), list(known), n=1)
    return f"; did you mean {near[0]}?" if near else "."


def _places(pattern: re.Pattern[str], text: str, spans: Iterable[Sequence[int]]) -> Iterable[tuple[int, int]]:
    return [m.span() for start, end in spans for m in pattern.finditer(text, start, end)]


def _hit(row: Any, text: str, start: int, end: int) -> list[str]:
    begin, finish = max(0, start - LONGEST // 2), min(len(text), end + LONGEST // 2)
    before = max((m.end() for m in re.finditer(r"[.!?…]\s|\n", text[begin:start])), default=0) + begin
    stop = re.compile(r"[.!?…](?=\s|$)|\n").search(text, end, finish)
    sentence = highlighted(text, before, stop.end() if stop else finish, [(start, end, "item")])
    title = f"<bdi>{escape(label(title_of(row), 60))}</bdi>"
    return [date_words(row.published), title, f"<bdi>{sentence}</bdi>", f"<code>{escape(row.article_id)}</code>"]


def _layers(
    study: Any, article_id: str, body_spans: Sequence[Sequence[int]], length: int
) -> list[tuple[int, int, str]]:
    ends = [0, *(end for _, end in body_spans)]
    starts = [*(start for start, _ in body_spans), length]
    layers = [(end, start, "clutter") for end, start in zip(ends, starts, strict=True)]
    for frame, role in ((study.mentions, "party"), (study.deals, "claim"), (study.oil, "claim")):
        layers += [(int(r.start), int(r.end), role) for r in each(frame[frame["article_id"] == article_id])]
    return layers


def _says(study: Any, name: str, row: Any) -> str:
    if name == "oil":
        return f"{row.measure} ({row.basis}): {oil_amount(row)}."
    names = country_names(study.topic)
    parties = f"{names_of(row.supplier, names)} → {names_of(row.recipient, names)}"
    return f"{row.kind}, {row.status}, {parties}; {item_words(row.items) or 'no item named'}."


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return item_words(value, most=20) if value and isinstance(value[0], dict) else ", ".join(value) or "none"
    return f"{value:,.15g}" if isinstance(value, float) else str(value)


def _carrying(study: Any, field: str, row: Any, text: str, marks: Sequence[Mark]) -> str:
    """The words that carry a field, where they can be pointed at; a party outside the sentence by its last name before it."""
    carried = [label(text[s:e], 60) for s, e, role in marks if role in ROLES.get(field, ())]
    if not carried and field in ("supplier", "recipient"):
        carried = [w for code in getattr(row, field) if (w := _named(study, code, row))]
    if not carried and field == "value" and hasattr(row, "value_stated"):
        return label(row.value_stated, 60)
    return ", ".join(dict.fromkeys(carried))


def _named(study: Any, code: str, row: Any) -> str:
    named = study.mentions
    named = named[(named["article_id"] == row.article_id) & (named["country"] == code) & (named["end"] <= row.end)]
    inside = named[named["start"] >= row.start]
    if len(inside):
        return label(inside.iloc[0]["surface"], 60)
    return f"{label(named.iloc[-1]['surface'], 60)} (before the sentence)" if len(named) else ""


def rule_words(field: str, rule: str) -> str:
    """What a rule's name says, and where its words stand: the predicate, the reading or context that turned it.

    >>> rule_words("status", "event-deliver-progressive")
    'rule event-deliver-progressive: status of the predicate deliver, told as progressive (words/frames.toml)'
    >>> rule_words("kind", "event-deliver-progressive")
    'rule event-deliver-progressive: kind of the predicate deliver (words/frames.toml, words in words/predicates.*.toml)'
    >>> rule_words("status", "turn-agree")
    'rule turn-agree: words of the reading agree beside the predicate (words/predicates.*.toml, [readings] of words/frames.toml)'
    """
    sort, _, told = rule.partition("-")
    name, _, reading = told.partition("-")
    if sort == "event" and field == "status":
        return f"rule {rule}: status of the predicate {name}, told as {reading or 'stated'} (words/frames.toml)"
    if sort == "event" and field == "kind":
        return f"rule {rule}: kind of the predicate {name} (words/frames.toml, words in words/predicates.*.toml)"
    if sort == "event" and field == "deals":
        return f"rule {rule}: predicate {name}" + (f", {reading}" if reading else "")
    if sort == "turn" and field in ("status", "modality", "deals"):
        return f"rule {rule}: words of the reading {told} beside the predicate (words/predicates.*.toml, [readings] of words/frames.toml)"
    return f"rule {rule}"


def _basis(field: str, row: Any, words: str) -> str:
    if field in ("supplier", "recipient"):
        basis = getattr(row, f"{field}_basis")
        return BASES[basis] if pd.notna(basis) else "not named"
    if field in ("kind", "status", "measure", "basis", "bound", "modality", "direction"):
        return rule_words(field, row.rule)
    return "words of the sentence" if words else "from the sentence by rule, or counted from the date of the article"
