"""The evidence: every sentence that a figure rests on, by article, with links back to each place that uses it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
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
from pactline.report.excerpts import EXCERPT, PER_ARTICLE, Budget, Caps
from pactline.report.figures_corpus import outlet_of, read_articles, title_of, titled
from pactline.report.highlight import highlighted, legend, marks_of
from pactline.report.markup import Fragment, cut, escape, label
from pactline.report.statements import rulings, statement
from pactline.report.tables import each
from pactline.report.told_oil import OWN, own_name
from pactline.report.uses import Uses, all_used_in, common_to, used_in, uses
from pactline.report.wording import country_names, date_words

MOST_SURFACES = 4
"""Words shown by which an actor is named in one article."""
REFERENCE_FILES = ("arms_transfers", "oil_production_monthly", "oil_production_annual", "tiv_annual")


@dataclass
class Shown:
    """The evidence of a page while it is written.

    numbers   anchor -> the number it bears on paper, in the order of writing
    """

    study: Any
    cited: Uses
    known: Mapping[str, tuple[str, Any]]
    numbers: dict[str, int] = field(default_factory=dict)

    def tag(self, key: str) -> str:
        """Opening tag of an item: its anchor, and its number for readers on paper."""
        return f'<li id="{key}" value="{self.numbers.setdefault(key, len(self.numbers) + 1)}">'


def _copy_words(location: str) -> str:
    """Where the second-hand copy of a source was read, if it has an address."""
    if not location or location.startswith("stored file"):
        return "from a second-hand copy without a public address"
    return f"from a second-hand copy: <code>{escape(label(location, 160))}</code>"


def references(study: Any) -> dict[str, tuple[str, str, str]]:
    """key -> (source, file, where the copy was read) for every source of the topic's reference data and of the user's own."""
    found: dict[str, tuple[str, str, str]] = {}
    for file in REFERENCE_FILES:
        for row in study.topic.reference(file):
            found.setdefault(source_key(file, row["source"]), (row["source"], file, row.get("source_location") or ""))
    for row in getattr(study, "own_reference", ()):
        found.setdefault(source_key(OWN, own_name(row)), (own_name(row), OWN, "the file given as --reference"))
    return found


def section(study: Any, page: str, *, excerpt: int = EXCERPT, per_article: int = PER_ARTICLE) -> str:
    """The evidence of everything that `page` cites; see `gathered`."""
    return gathered(study, page, excerpt=excerpt, per_article=per_article)[0]


def gathered(
    study: Any, page: str, *, excerpt: int = EXCERPT, per_article: int = PER_ARTICLE
) -> tuple[str, dict[str, int]]:
    """The evidence of everything that `page` cites, and the number of each anchor in it.

    excerpt, per_article   caps in characters: full texts never travel with a report
    raises                 EvidenceError for a key that the study does not hold
    """
    cited, sources, known = uses(page), references(study), _index(study)
    unknown = [k for k in cited.places if k not in known and k not in sources]
    if unknown:
        raise EvidenceError(f"the page rests on {unknown[0]}, which this study does not hold")
    shown = Shown(study, cited, known)
    by_article: dict[str, list[str]] = {}
    for key in cited.places:
        if key in known:
            by_article.setdefault(known[key][0], []).append(key)
    order = [a for a in read_articles(study)["article_id"] if a in by_article]
    caps = Caps(excerpt, per_article).shared(len(by_article))
    parts = [_marks_used(shown), _caps(caps, cited)]
    parts += _articles(shown, [*order, *sorted(set(by_article) - set(order))], by_article, caps)
    parts.append(_sources([k for k in cited.places if k in sources], sources, shown))
    parts.append(_groups(shown))
    return "".join(parts), shown.numbers


def _marks_used(shown: Shown) -> str:
    rows = [shown.known[k][1] for k in shown.cited.places if k.startswith("c-")]
    return legend(role for row in rows for _, _, role in marks_of(row))


def _caps(caps: Caps, cited: Uses) -> str:
    """What the evidence leaves out, said before it."""
    passages = f"{caps.quotes} {'passage' if caps.quotes == 1 else 'passages'}"
    left = sum(len(g.keys) - len(cited.shown(g)) for g in cited.groups.values())
    rest = " Where there is more, <code>deals.csv</code>, <code>oil.csv</code> and <code>mentions.csv</code> have all of it."
    return (
        f'<p class="note">Shown are at most {caps.excerpt} characters of a statement, about {caps.per_article:,} of an article '
        f"beside its statements, and {passages} of an article for the actors named in it; a figure lists at most {MOST_KEYS} "
        f"pieces of evidence, {MOST_MENTIONS} where they are mentions.{rest if left else ''}</p>"
    )


def of_chapter(study: Any, shown: Mapping[Any, Any]) -> Fragment:
    """The evidence of what a notebook has shown so far (IPython's `Out`), so that its links lead somewhere in JupyterLab."""
    page = "".join(value.html for value in list(shown.values()) if isinstance(value, Fragment))
    return Fragment(f'<section class="evidence">{section(study, page)}</section>')


def _index(study: Any) -> dict[str, tuple[str, Any]]:
    """key -> (article_id, row or rows behind it)."""
    known: dict[str, tuple[str, Any]] = {article_key(a.article_id): (a.article_id, a) for a in each(study.offered)}
    for table in (study.deals, study.oil):
        known |= {claim_key(r.claim_id): (r.article_id, r) for r in each(table)}
    for row in each(study.mentions):
        key = mention_key(row.article_id, row.actor_id)
        known.setdefault(key, (row.article_id, []))[1].append(row)
    return known


def _articles(shown: Shown, order: Iterable[str], keys: Mapping[str, list[str]], caps: Caps) -> Iterator[str]:
    study = shown.study
    rows = {
        a.article_id: a for a in each(titled(study.offered[study.offered["article_id"].isin(list(keys))], study.texts))
    }
    names, ruled = country_names(study.topic), rulings(study.corrections_applied)
    for article in order:
        budget = Budget(study.texts.get(article, ""), caps.excerpt, caps.per_article, caps.quotes)
        yield _article(shown, rows[article], keys[article], names, ruled, budget)


def _article(
    shown: Shown, article: Any, keys: Iterable[str], names: Mapping[str, str], ruled: Any, budget: Budget
) -> str:
    known, cited = shown.known, shown.cited
    claims = sorted((known[k][1].start, k) for k in keys if k.startswith("c-"))
    named = sorted((known[k][1][0].start, k) for k in keys if k.startswith("m-"))
    own = article_key(article.article_id)
    head = _head(article, own, shown)
    items = [
        statement(known[k][1], names, budget, open_tag=shown.tag(k), ruled=ruled(k[2:]), used=used_in(cited, k))
        for _, k in claims
    ]
    common = common_to([cited.places.get(k, {}) for _, k in named])
    people = [_mentions(known[k][1], k, shown, budget, common) for _, k in named]
    body = f'<ol class="claims">{"".join(items)}</ol>' if items else ""
    if people:
        opened = f"<summary>Who is named: {len(people)} {'actor' if len(people) == 1 else 'actors'}</summary>"
        body += f'<details class="named">{opened}{all_used_in(common)}<ul>{"".join(people)}</ul></details>'
    return f'<section class="article" id="{own}">{head}{body}</section>'


def _head(article: Any, own: str, shown: Shown) -> str:
    """Title, outlet, date and its evidence, address."""
    number = shown.numbers.setdefault(own, len(shown.numbers) + 1)
    basis = f" Dated by: {escape(label(article.published_basis, 200))}." if pd.notna(article.published_basis) else ""
    state = "" if article.status == "read" else f" Not read: {escape(label(article.problem or article.status, 120))}."
    used = used_in(shown.cited, own)
    return (
        f'<h3><bdi>{escape(title_of(article))}</bdi> <small>{number}</small></h3><p class="byline">{escape(outlet_of(article))}, '
        f'{date_words(article.published)}.{state}{basis} {_address(article.url)} <span class="used">{used}</span></p>'
    )  # fmt: skip


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


def _mentions(rows: list[Any], key: str, shown: Shown, budget: Budget, common: Collection[str]) -> str:
    """One actor in one article: how often, by what words, and the first place where the caps allow."""
    surfaces = list(dict.fromkeys(label(r.surface, 40) for r in rows))
    first = rows[0]
    begin, finish = max(0, first.start - 45), min(len(budget.text), first.end + 45)
    place = budget.mention(begin, finish)
    where = ""
    if place:
        around_it = highlighted(budget.text, place[0], place[1], [(first.start, first.end, "subject")])
        where = f": <q><bdi>…{around_it}…</bdi></q>"
    words = ", ".join(escape(s) for s in surfaces[:MOST_SURFACES])
    elsewhere = used_in(shown.cited, key, common)
    used = f' <span class="used">{elsewhere}</span>' if elsewhere else ""
    return (
        f'{shown.tag(key)}<b>{escape(first.actor)}</b>, {len(rows)} {"mention" if len(rows) == 1 else "mentions"} as '
        f'<bdi>{words}</bdi>{where}{used}</li>'
    )  # fmt: skip


def _groups(shown: Shown) -> str:
    """Figures that rest on several pieces of evidence: where they stand, and the list of their evidence."""
    items = []
    for anchor, group in shown.cited.groups.items():
        listed = shown.cited.shown(group)
        links = " ".join(f'<a href="#{k}">{shown.numbers[k]}</a>' for k in listed)
        left = len(group.keys) - len(listed)
        more = f" and {left:,} more in the exported tables" if left else ""
        place = f', <a href="#{group.block[0]}">{escape(group.block[1])}</a>' if group.block else ""
        items.append(f"{shown.tag(anchor)}<bdi>{escape(cut(group.words, 100))}</bdi>{place}: {links}{more}</li>")
    if not items:
        return ""
    return (
        '<section class="groups" id="groups"><h3>Figures that rest on several sentences</h3>'
        '<p class="note">Each figure, the part of the page it stands in, and the numbers of its evidence above. On a screen the line of the figure that was followed shows.</p>'
        f"<ol>{''.join(items)}</ol></section>"
    )


def _where(file: str) -> str:
    return escape(file) if file == OWN else f"<code>reference/{escape(file)}.csv</code>"


def _sources(keys: Iterable[str], sources: Mapping[str, tuple[str, str, str]], shown: Shown) -> str:
    items = []
    for key in keys:
        source, file, location = sources[key]
        items.append(
            f"{shown.tag(key)}<b>{escape(source)}</b>, {_copy_words(location)} "
            f'({_where(file)}). <span class="used">{used_in(shown.cited, key)}</span></li>'
        )
    return f'<section class="sources"><h3>Reference data</h3><ol>{"".join(items)}</ol></section>' if items else ""
