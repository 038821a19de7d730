"""The analyst's panel in JupyterLab: tables to sort and search, and filters that redraw a chart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from typing import Any

import pandas as pd

from pactline.record.dates import earliest, latest
from pactline.report import figures_actors, figures_corpus, figures_coverage, figures_deals, figures_oil
from pactline.report.correcting import form
from pactline.report.figures_corpus import outlet_of, title_of, titled
from pactline.report.markup import Fragment, escape, label
from pactline.report.svg import wide_only
from pactline.report.tables import each, table
from pactline.report.told_deals import pair_words, with_mutual
from pactline.report.wording import (
    KIND_WORDS,
    PROBLEM_WORDS,
    STATUS_WORDS,
    country_names,
    date_words,
    item_words,
    names_of,
    oil_amount,
    status_words,
)

CHARTS: Mapping[str, Callable[[Any], Fragment]] = {
    "arms deals": figures_deals.deals_over_time, "weapons": figures_deals.categories, "actors": figures_actors.over_time,
    "oil": figures_oil.output_over_time, "coverage": figures_coverage.coverage,
}  # fmt: skip
ONE_BY_ONE = frozenset({"arms deals", "oil"})
"""Charts with a mark for each row; the others count rows."""
MOST_MARKS = 100
"""Marks that are drawn in well under a second."""
MISSING = "{what} needs {package}: install it with <code>pip install 'pactline[lab]'</code> and restart the kernel."
_LINK = re.compile(r' (?:data-keys="[^"]*"|(?:xlink:)?href="#[cmarg]-[0-9a-f]{10,12}")')
"""Links to the evidence of a report: the panel has none beside it, and they are most of what would be sent."""
FILTERS = ("actors", "pairs", "kinds", "statuses", "languages", "outlets")


@dataclass(frozen=True)
class Choice:
    """What an analyst wants to see; an empty choice lets everything through.

    actors      names; articles that name one of them
    pairs       `Russia → Venezuela`
    start, end  years; undated articles only where neither is set
    """

    actors: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None


@dataclass
class View:
    """A study as a choice leaves it, with all that the charts ask of a study."""

    topic: Any
    texts: Mapping[str, str]
    articles: pd.DataFrame
    mentions: pd.DataFrame
    deals: pd.DataFrame
    deal_events: pd.DataFrame
    register_checks: pd.DataFrame
    oil: pd.DataFrame
    oil_checks: pd.DataFrame
    period: str = "year"
    parameters: dict[str, Any] = field(default_factory=dict)


def filtered(study: Any, choice: Choice) -> View:
    """The study's tables with only what the choice lets through; the study is not changed."""
    articles = _articles(study, choice)
    kept = set(articles["article_id"])
    mentions, deals, oil = (t[t["article_id"].isin(kept)] for t in (study.mentions, study.deals, study.oil))
    if choice.actors:
        mentions = mentions[mentions["actor"].isin(choice.actors)]
    events = with_mutual(study.deal_events, study.deals)
    events = events[events["deal_id"].isin(set(deals["deal_id"]))]
    deals, events = (_of_choice(t, choice, country_names(study.topic)) for t in (deals, events))
    return View(
        study.topic, study.texts, articles, _fresh(mentions), deals, events,
        _fresh(study.register_checks[study.register_checks["deal_id"].isin(set(events["deal_id"]))]), _fresh(oil),
        _fresh(study.oil_checks[study.oil_checks["claim_id"].isin(set(oil["claim_id"]))]), study.period, study.parameters,
    )  # fmt: skip


def options(study: Any) -> dict[str, list[str]]:
    """What each filter offers, most frequent first; years in their order."""
    names, articles = country_names(study.topic), figures_corpus.read_articles(study)
    pairs = [pair_words(event, names) for event in each(with_mutual(study.deal_events, study.deals))]
    return {
        "actors": _often(study.mentions["actor"]), "pairs": _often(pairs), "kinds": _often(study.deals["kind"]),
        "statuses": _often(study.deals["status"]), "languages": _often(articles["language"]),
        "outlets": _often(outlet_of(a) for a in each(articles)),
        "years": sorted({str(date)[:4] for date in articles["published"].dropna()}),
    }  # fmt: skip


def panel(study: Any) -> Any:
    """Filters over a chart, a form for corrections below; the chart is drawn again with every choice and every correction.

    A message where ipywidgets is missing.
    """
    if find_spec("ipywidgets") is None:
        return _lacking("The filter panel", "ipywidgets")
    import ipywidgets as widgets

    offered = options(study)
    chart = widgets.ToggleButtons(options=list(CHARTS), description="chart")
    boxes = {
        name: widgets.SelectMultiple(options=_worded(name, offered[name]), description=name, rows=5) for name in FILTERS
    }
    ends = {name: widgets.Dropdown(options=["", *offered["years"]], description=name) for name in ("start", "end")}
    picture = widgets.HTML()

    def draw(_: Any = None) -> None:
        chosen: dict[str, Any] = {name: tuple(box.value) for name, box in boxes.items()}
        chosen |= {name: box.value or None for name, box in ends.items()}
        picture.value = drawn(study, chart.value, Choice(**chosen))

    for widget in (chart, *boxes.values(), *ends.values()):
        widget.observe(draw, names="value")
    draw()
    study.watchers.append(draw)
    layout = widgets.Layout(flex_flow="row wrap")
    filters = widgets.HBox([*boxes.values(), *ends.values()], layout=layout)
    return widgets.VBox([chart, filters, picture, form(study)])


def _worded(name: str, values: Sequence[str]) -> list[tuple[str, str]]:
    """What a box offers, in a reader's words, each with the value it stands for.

    >>> _worded("statuses", ["delivering"]), _worded("actors", ["Cuba"])
    ([('being delivered', 'delivering')], [('Cuba', 'Cuba')])
    """
    words = {"kinds": KIND_WORDS, "statuses": STATUS_WORDS, "languages": figures_corpus.LANGUAGES}.get(name, {})
    return [(words.get(value, value), value) for value in values]


def drawn(study: Any, chart: str, choice: Choice) -> str:
    """HTML of one chart as a choice leaves it, with how much that is."""
    if choice.start and choice.end and choice.end < choice.start:
        return "<p>The end lies before the start: choose a later end.</p>"
    view = filtered(study, choice)
    if view.articles.empty:
        return "<p>No article is left: let go of one of the filters.</p>"
    counted = (("article", view.articles), ("deal", view.deal_events), ("oil figure", view.oil))
    counts = ", ".join(f"{len(frame):,} {noun}{'' if len(frame) == 1 else 's'}" for noun, frame in counted)
    few, note = _few(view)
    with wide_only():
        picture = CHARTS[chart](few if chart in ONE_BY_ONE else view).html
    return f"<p>{counts}{note if chart in ONE_BY_ONE else ''}</p>{_LINK.sub('', picture)}"


def _few(view: View) -> tuple[View, str]:
    """As many deals and figures as can be drawn one by one while the analyst waits, the latest ones, and what is said of that."""
    events = view.deal_events.sort_values(["last_date", "deal_id"], na_position="first", kind="stable").tail(MOST_MARKS)
    oil = view.oil.sort_values(["as_of", "claim_id"], na_position="first", kind="stable").tail(MOST_MARKS)
    cut = len(events) < len(view.deal_events) or len(oil) < len(view.oil)
    note = f". Drawn are at most the latest {MOST_MARKS} of each: choose a span of years to see others" if cut else ""
    return replace(view, deal_events=_fresh(events), oil=_fresh(oil)), note


def ready() -> Fragment:
    """Load the tables' script from the installed package, never from the network; a message where itables is missing."""
    if find_spec("itables") is None:
        return _lacking("Sorting and searching tables", "itables")
    import itables

    itables.init_notebook_mode(all_interactive=False, connected=False)
    return Fragment("<p>Tables can be sorted and searched; no network is used.</p>")


def browse(study: Any, name: str) -> Fragment:
    """The deals, figures or articles to sort and search; a plain table where itables is missing.

    name    deals, oil or articles
    """
    makers = {"deals": _deals, "oil": _oil, "articles": _listed}
    if name not in makers:
        raise ValueError(f"there is no table {name!r} to browse: name one of {', '.join(makers)}")
    frame = makers[name](study)
    if find_spec("itables") is None:
        plain = table(
            escape(name), list(frame.columns), frame.to_numpy().tolist(), total=len(frame), file=f"{name}.csv"
        )
        return Fragment(_lacking("Sorting and searching", "itables").html + plain)
    import itables

    html = itables.to_html_datatable(frame, connected=False, allow_html=True, showIndex=False, maxBytes="4MB")
    return Fragment(str(html))


def _articles(study: Any, choice: Choice) -> pd.DataFrame:
    articles = study.articles[study.articles["status"] == "read"]
    if choice.languages:
        articles = articles[articles["language"].isin(choice.languages)]
    if choice.outlets:
        articles = articles[[outlet_of(a) in choice.outlets for a in each(articles)]]
    if choice.start or choice.end:
        articles = articles[[_inside(a.published, choice) for a in each(articles)]]
    if choice.actors:
        naming = study.mentions[study.mentions["actor"].isin(choice.actors)]
        articles = articles[articles["article_id"].isin(set(naming["article_id"]))]
    return _fresh(articles)


def _inside(published: Any, choice: Choice) -> bool:
    if pd.isna(published):
        return False
    after = choice.start is None or latest(published) >= earliest(choice.start)
    return after and (choice.end is None or earliest(published) <= latest(choice.end))


def _of_choice(frame: pd.DataFrame, choice: Choice, names: dict[str, str]) -> pd.DataFrame:
    """Statements or deals of the chosen kinds, statuses and pairs."""
    for column, chosen in (("kind", choice.kinds), ("status", choice.statuses)):
        frame = frame[frame[column].isin(chosen)] if chosen else frame
    if choice.pairs:
        frame = frame[[pair_words(row, names) in choice.pairs for row in each(frame)]]
    return _fresh(frame)


def _fresh(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.reset_index(drop=True)


def _often(values: Iterable[Any]) -> list[str]:
    counts = pd.Series(list(values), dtype="string").dropna().value_counts()
    return sorted(counts.index, key=lambda value: (-counts[value], value))


def _lacking(what: str, package: str) -> Fragment:
    return Fragment(f"<p>{MISSING.format(what=what, package=package)}</p>")


def _deals(study: Any) -> pd.DataFrame:
    names, links = country_names(study.topic), _links(study)
    return pd.DataFrame([
        {"date": escape(r.event_date if pd.notna(r.event_date) else ""), "supplier": escape(names_of(r.supplier, names)),
         "recipient": escape(names_of(r.recipient, names)), "what": escape(item_words(r.items)), "kind": escape(KIND_WORDS[r.kind]),
         "status": escape(status_words(r.status, r.kind)), "words": _words(r.quote), "article": links[r.article_id],
         "claim_id": escape(r.claim_id)} for r in each(study.deals)
    ], columns=["date", "supplier", "recipient", "what", "kind", "status", "words", "article", "claim_id"])  # fmt: skip


def _oil(study: Any) -> pd.DataFrame:
    links = _links(study)
    return pd.DataFrame([
        {"period": escape(r.as_of if pd.notna(r.as_of) else ""), "measure": escape(r.measure),
         "whose": escape(r.subject if pd.notna(r.subject) else ""), "figure": escape(oil_amount(r)),
         "says": escape(r.attributed_to if pd.notna(r.attributed_to) else ""), "words": _words(r.quote),
         "article": links[r.article_id], "claim_id": escape(r.claim_id)} for r in each(study.oil)
    ], columns=["period", "measure", "whose", "figure", "says", "words", "article", "claim_id"])  # fmt: skip


def _listed(study: Any) -> pd.DataFrame:
    links = _links(study)
    return pd.DataFrame([
        {"published": escape(a.published if pd.notna(a.published) else ""), "article": links[a.article_id],
         "outlet": escape(outlet_of(a)), "language": escape(a.language if pd.notna(a.language) else ""), "words": int(a.words),
         "status": escape(PROBLEM_WORDS.get(a.status, a.status)), "article_id": escape(a.article_id)} for a in each(study.articles)
    ], columns=["published", "article", "outlet", "language", "words", "status", "article_id"])  # fmt: skip


def _words(quote: str) -> str:
    """The first words of a sentence; all of it on hover."""
    return f'<span title="{escape(label(quote, 600))}"><bdi>{escape(label(quote, 90))}</bdi></span>'


def _links(study: Any) -> dict[str, str]:
    """article_id -> headline with its date, as a link where the article has an address of the web."""
    found = {}
    for row in each(titled(study.articles, study.texts)):
        words = f"<bdi>{escape(label(title_of(row), 60))}</bdi>, {date_words(row.published)}"
        address = "" if pd.isna(row.url) else str(row.url).strip()
        web = address.lower().startswith(("https://", "http://"))
        found[row.article_id] = (
            f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow">{words}</a>'
            if web
            else words
        )
    return found
