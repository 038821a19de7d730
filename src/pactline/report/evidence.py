"""The evidence: every sentence that a figure rests on, by article, with links back to each place that uses it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from pactline.report.citing import (
    MOST_KEYS,
    MOST_MENTIONS,
    EvidenceError,
    article_key,
    claim_key,
    mention_key,
    source_key,
)
from pactline.report.figures_corpus import outlet_of, read_articles, title_of, titled
from pactline.report.highlight import deal_marks, highlighted, oil_marks
from pactline.report.markup import Fragment, cut, escape, label
from pactline.report.tables import each
from pactline.report.uses import Uses, all_used_in, common_to, used_in, uses
from pactline.report.wording import (
    BOUND_WORDS,
    KIND_WORDS,
    STATUS_WORDS,
    country_names,
    date_words,
    item_words,
    names_of,
    oil_amount,
)

EXCERPT = 400
"""Characters shown of one statement."""
PER_ARTICLE = 2400
"""Characters of an article that the report may show in all: context and mentions stop there."""
WHOLE, LEAST = 30_000, 400
"""The same over all articles: where there are many, each shows less beside its statements, but never less than LEAST."""
MOST_QUOTES = 12
"""Passages shown of one article to say where an actor is named."""
ALL_QUOTES = 240
"""The same over all articles: where there are many, each shows fewer, and one at least."""
MOST_SURFACES = 4
"""Words shown by which an actor is named in one article."""
REFERENCE_FILES = ("arms_transfers", "oil_production_monthly", "oil_production_annual", "tiv_annual")


def references(topic: Any) -> dict[str, tuple[str, str, str]]:
    """key -> (source, file, where the copy was read) for every source of the topic's reference data."""
    found: dict[str, tuple[str, str, str]] = {}
    for file in REFERENCE_FILES:
        for row in topic.reference(file):
            found.setdefault(source_key(file, row["source"]), (row["source"], file, row.get("source_location") or ""))
    return found


def section(study: Any, page: str, *, excerpt: int = EXCERPT, per_article: int = PER_ARTICLE) -> str:
    """The evidence of everything that `page` cites.

    excerpt, per_article   caps in characters: full texts never travel with a report
    raises                 EvidenceError for a key that the study does not hold
    """
    cited = uses(page)
    sources = references(study.topic)
    known = _index(study)
    unknown = [k for k in cited.places if k not in known and k not in sources]
    if unknown:
        raise EvidenceError(f"the page rests on {unknown[0]}, which this study does not hold")
    by_article: dict[str, list[str]] = {}
    for key in cited.places:
        if key in known:
            by_article.setdefault(known[key][0], []).append(key)
    parts = [LEGEND]
    order = [a for a in read_articles(study)["article_id"] if a in by_article]
    rest = sorted(set(by_article) - set(order))
    rows = {a.article_id: a for a in each(titled(study.offered, study.texts))}
    per_article = min(per_article, max(LEAST, WHOLE // max(1, len(by_article))))
    quotes = min(MOST_QUOTES, max(1, ALL_QUOTES // max(1, len(by_article))))
    parts.append(_caps(excerpt, per_article, quotes))
    for article in [*order, *rest]:
        budget = Budget(study.texts.get(article, ""), excerpt, per_article, quotes)
        parts.append(_article(study, rows[article], by_article[article], known, cited, budget))
    parts.append(_groups(cited, known, rows))
    parts.append(_sources([k for k in cited.places if k in sources], sources, cited))
    return "".join(parts)


LEGEND = (
    '<ul class="legend marks"><li><mark class="m-party">party</mark></li><li><mark class="m-item">item</mark></li>'
    '<li><mark class="m-number">quantity or value</mark></li><li><mark class="m-status">status</mark></li>'
    '<li><mark class="m-period">period</mark></li></ul>'
)


def _caps(excerpt: int, per_article: int, quotes: int) -> str:
    """What the evidence leaves out, said before it."""
    return (
        f'<p class="note">Shown are at most {excerpt} characters of a statement, about {per_article:,} of an article beside its '
        f"statements, and {quotes} {'passage' if quotes == 1 else 'passages'} of an article for the actors named in it; a figure "
        f"lists at most {MOST_KEYS} pieces of evidence, {MOST_MENTIONS} where they are mentions. The exported tables have all.</p>"
    )


def of_chapter(study: Any, shown: Mapping[Any, Any]) -> Fragment:
    """The evidence of what a notebook has shown so far (IPython's `Out`), so that its links lead somewhere in JupyterLab."""
    page = "".join(value.html for value in list(shown.values()) if isinstance(value, Fragment))
    return Fragment(f'<section class="evidence">{section(study, page)}</section>')


@dataclass
class Budget:
    """How much of one article may still be shown; words shown before cost nothing."""

    text: str
    excerpt: int
    left: int
    quotes: int = MOST_QUOTES
    shown: list[tuple[int, int]] = field(default_factory=list)

    def mention(self, start: int, end: int) -> tuple[int, int] | None:
        """A passage around a name, as long as the article may still show one."""
        if not self.quotes:
            return None
        place = self.take(start, end)
        self.quotes -= place is not None
        return place

    def take(self, start: int, end: int, *, always: bool = False) -> tuple[int, int] | None:
        """A passage within the caps, or None where nothing is left. Statements are shown `always`, each within its cap."""
        end = min(end, start + self.excerpt)
        new = sum(1 for i in range(start, end) if not any(s <= i < e for s, e in self.shown))
        if new > self.left and not always:
            return None
        self.left -= new
        self.shown.append((start, end))
        return start, end


def _index(study: Any) -> dict[str, tuple[str, Any]]:
    """key -> (article_id, row or rows behind it)."""
    known: dict[str, tuple[str, Any]] = {article_key(a.article_id): (a.article_id, a) for a in each(study.offered)}
    for table in (study.deals, study.oil):
        known |= {claim_key(r.claim_id): (r.article_id, r) for r in each(table)}
    for row in each(study.mentions):
        key = mention_key(row.article_id, row.actor_id)
        known.setdefault(key, (row.article_id, []))[1].append(row)
    return known


def _article(
    study: Any, article: Any, keys: Iterable[str], known: Mapping[str, Any], cited: Uses, budget: Budget
) -> str:
    names = country_names(study.topic)
    mentions = study.mentions[study.mentions["article_id"] == article.article_id]
    cited_here = set(keys)
    claims = sorted((known[k][1].start, k) for k in cited_here if k.startswith("c-"))
    named = sorted((known[k][1][0].start, k) for k in cited_here if k.startswith("m-"))
    own = article_key(article.article_id)
    address = _address(article.url)
    basis = f" Dated by: {escape(label(article.published_basis, 200))}." if pd.notna(article.published_basis) else ""
    state = "" if article.status == "read" else f" Not read: {escape(label(article.problem or article.status, 120))}."
    head = (
        f'<h3><bdi>{escape(title_of(article))}</bdi></h3><p class="byline">{escape(outlet_of(article))}, '
        f'{date_words(article.published)}.{state}{basis} {address} <span class="used">{used_in(cited, own)}</span></p>'
    )  # fmt: skip
    items = [_claim(study, known[k][1], k, names, mentions, cited, budget) for _, k in claims]
    common = common_to([cited.places.get(k, {}) for _, k in named])
    people = [_mentions(known[k][1], k, cited, budget, common) for _, k in named]
    body = f'<ol class="claims">{"".join(items)}</ol>' if items else ""
    if people:
        opened = f"<summary>Who is named: {len(people)} {'actor' if len(people) == 1 else 'actors'}</summary>"
        body += f'<details class="named">{opened}{all_used_in(common)}<ul>{"".join(people)}</ul></details>'
    return f'<section class="article" id="{own}">{head}{body}</section>'


def _address(url: Any) -> str:
    """A link to the source, for http and https only; any other address is shown as text."""
    if pd.isna(url) or not str(url).strip():
        return ""
    address = str(url).strip()
    if not address.lower().startswith(("https://", "http://")):
        return f"Address as given: {escape(label(address, 80))}."
    return (
        f'<a class="out" href="{escape(address)}" rel="noopener noreferrer nofollow">{escape(label(address, 80))}</a>'
    )


def _claim(
    study: Any, row: Any, key: str, names: dict[str, str], mentions: pd.DataFrame, cited: Uses, budget: Budget
) -> str:
    text = budget.text
    start, end = budget.take(row.start, row.end, always=True) or (row.start, row.end)
    is_deal = hasattr(row, "supplier")
    marks = deal_marks(row, text, mentions) if is_deal else oil_marks(row, text, mentions)
    more = "…" if end < row.end else ""
    says = _deal_says(row, names) if is_deal else _oil_says(row)
    return (
        f'<li id="{key}"><blockquote><bdi>{highlighted(text, start, end, marks)}{more}</bdi></blockquote>'
        f'<p class="reading">{says} <span class="rule">Rule: <code>{escape(row.rule)}</code>.{_ruled(study, row)}</span> '
        f'<span class="used">{used_in(cited, key)}</span></p>{_context(budget, row.start, row.end)}</li>'
    )  # fmt: skip


def _ruled(study: Any, row: Any) -> str:
    """What an analyst ruled about a statement, if anything."""
    applied = study.corrections_applied
    words = {"accept": "Confirmed", "correct": "Corrected", "add": "Added"}
    ruled = [words[r.action] for r in each(applied[applied["claim_id"] == row.claim_id])]
    return f" {ruled[0]} by an analyst." if ruled else ""


def _deal_says(row: Any, names: dict[str, str]) -> str:
    parties = f"{names_of(row.supplier, names)} → {names_of(row.recipient, names)}"
    inferred = [
        f"{side} {basis}" for side, basis in (("supplier", row.supplier_basis), ("recipient", row.recipient_basis))
        if pd.notna(basis) and basis != "stated"
    ]  # fmt: skip
    how = f" ({', '.join(inferred).replace('context', 'from the context')})" if inferred else ""
    what = item_words(row.items) or KIND_WORDS[row.kind]
    return escape(
        f"Read as: {KIND_WORDS[row.kind]}, {parties}{how}; {what}; {STATUS_WORDS[row.status]}, told as {row.modality}; "
        f"{date_words(row.event_date)}."
    )


def _oil_says(row: Any) -> str:
    subject = row.subject if pd.notna(row.subject) else "subject not named"
    who = f"; says {row.attributed_to}" if pd.notna(row.attributed_to) else ""
    when = date_words(row.as_of) if pd.notna(row.as_of) else "no period"
    hedge = BOUND_WORDS[row.bound].strip() or row.bound
    return escape(f"Read as: {row.measure} ({row.basis}), {subject}: {oil_amount(row)} ({hedge}), {when}{who}.")


def _context(budget: Budget, start: int, end: int) -> str:
    """The words before and after, on demand, as far as the cap allows."""
    before, after = around(budget.text, start, end)
    wide = budget.take(before, start), budget.take(end, after)
    if wide[0] is None and wide[1] is None:
        return ""
    left = escape(budget.text[slice(*wide[0])]) if wide[0] else "…"
    right = escape(budget.text[slice(*wide[1])]) if wide[1] else "…"
    middle = escape(label(budget.text[start:end], 60))
    return f"<details><summary>in its context</summary><p><bdi>{left} <b>[{middle}]</b> {right}</bdi></p></details>"


def around(text: str, start: int, end: int, widest: int = 260) -> tuple[int, int]:
    """Where the sentence before begins and the sentence after ends, at most `widest` characters away.

    >>> around("One here. Two there. Three last.", 10, 20)
    (0, 32)
    """
    left = max(0, start - widest)
    right = min(len(text), end + widest)
    stops = [i + 1 for i in range(left, max(left, start - 2)) if text[i] in ".!?\n" and text[i + 1 : i + 2].isspace()]
    begin = stops[-2] if len(stops) > 1 else (left if left == 0 or not stops else stops[0])
    ends = [i + 1 for i in range(end, right) if text[i] in ".!?\n" and (i + 1 == len(text) or text[i + 1].isspace())]
    while begin < start and text[begin].isspace():
        begin += 1
    return begin, (ends[1] if len(ends) > 1 and text[end - 1 : end] not in ".!?" else ends[0] if ends else right)


def _mentions(rows: list[Any], key: str, cited: Uses, budget: Budget, common: Collection[str]) -> str:
    """One actor in one article: how often, by what words, and the first place where the caps allow."""
    surfaces = list(dict.fromkeys(label(r.surface, 40) for r in rows))
    first = rows[0]
    begin, finish = max(0, first.start - 45), min(len(budget.text), first.end + 45)
    place = budget.mention(begin, finish)
    where = ""
    if place:
        around_it = highlighted(budget.text, place[0], place[1], [(first.start, first.end, "party")])
        where = f": <q><bdi>…{around_it}…</bdi></q>"
    words = ", ".join(escape(s) for s in surfaces[:MOST_SURFACES])
    elsewhere = used_in(cited, key, common)
    used = f' <span class="used">{elsewhere}</span>' if elsewhere else ""
    return (
        f'<li id="{key}"><b>{escape(first.actor)}</b>, {len(rows)} {"mention" if len(rows) == 1 else "mentions"} as '
        f'<bdi>{words}</bdi>{where}{used}</li>'
    )  # fmt: skip


def _groups(cited: Uses, known: Mapping[str, Any], rows: Mapping[str, Any]) -> str:
    """Figures that rest on several pieces of evidence: the list of them."""
    if not cited.groups:
        return ""
    items = []
    for anchor, (words, keys, of) in cited.groups.items():
        links = " ".join(f'<a href="#{k}">{i}</a>' for i, k in enumerate(keys, start=1))
        more = f" and {of - len(keys):,} more in the exported tables" if of > len(keys) else ""
        items.append(f'<li id="{anchor}"><bdi>{escape(cut(words, 160))}</bdi>: {links}{more}</li>')
    return (
        '<section class="groups" id="groups"><h3>Figures that rest on several sentences</h3>'
        f"<ul>{''.join(items)}</ul></section>"
    )


def _sources(keys: Iterable[str], sources: Mapping[str, tuple[str, str, str]], cited: Uses) -> str:
    items = []
    for key in keys:
        source, file, location = sources[key]
        items.append(
            f'<li id="{key}"><b>{escape(source)}</b>, read in a copy: <code>{escape(label(location, 160))}</code> '
            f'(<code>reference/{escape(file)}.csv</code>). <span class="used">{used_in(cited, key)}</span></li>'
        )
    return f'<section class="sources"><h3>Reference data</h3><ul>{"".join(items)}</ul></section>' if items else ""
