"""The corpus: how it is spread over time, what was read, how its dates were found, what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.patches import Rectangle

from pactline.record.dates import earliest, latest
from pactline.report.citing import article_key, cite
from pactline.report.markup import Fragment, block, escape, label
from pactline.report.periods import UNDATED, between, period_of
from pactline.report.style import BLUE, GRID, MUTED, PAPER, VEIL, Canvas, figure_block, time_axis
from pactline.report.svg import pictures
from pactline.report.tables import each, table, table_block
from pactline.report.wording import PROBLEM_WORDS, counted, date_words, listed, paragraph, said

LANGUAGES = {
    "en": "English", "es": "Spanish", "pt": "Portuguese", "ru": "Russian", "fr": "French", "de": "German", "it": "Italian",
    "uk": "Ukrainian", "zh": "Chinese", "ar": "Arabic", "fa": "Persian", "tr": "Turkish",
}  # fmt: skip
CLUTTER_WORDS = {
    "agency-credit": "credits of news agencies", "byline": "names of authors", "caption": "captions of pictures",
    "code": "remains of the page's code", "comments": "readers' comments", "cookie-notice": "notices about cookies",
    "corpus-date-prefix": "dates put in front by the collection", "disclaimer": "disclaimers and copyright",
    "embedded-post": "posts from social media", "headline-list": "headlines of other articles",
    "page-furniture": "menus, buttons and labels of the page", "repeated": "passages that stand twice",
    "share-bar": "buttons for sharing", "source-line": "lines naming the source", "subscription": "calls to subscribe",
    "timestamp": "times of publication", "title": "the headline itself", "trailing-lines": "what follows the article's end",
}  # fmt: skip
"""Kinds of clutter in readers' words; a kind not listed keeps its own name."""
MOST_LANES = 40
"""Articles drawn one by one; more are drawn as bars, one a period."""


def read_articles(study: Any) -> pd.DataFrame:
    """Articles that were read, earliest first, undated last, each with something to call it by."""
    articles = titled(study.articles[study.articles["status"] == "read"], study.texts)
    return articles.sort_values(["published", "article_id"], na_position="last", kind="stable", ignore_index=True)


def titled(articles: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """The same articles; one without a headline is called by the first words of its body."""
    titles = [
        row.title if pd.notna(row.title) else first_words(texts.get(row.article_id, ""), row.body_spans)
        for row in each(articles)
    ]
    return articles.assign(title=pd.Series(titles, index=articles.index, dtype="string"))


def first_words(text: str, body_spans: Sequence[Sequence[int]]) -> str | None:
    """The first words of a body, in quotation marks.

    >>> first_words("By A. B.\\nTwo ministers met.", [[9, 27]])
    '“Two ministers met.”'
    """
    start = body_spans[0][0] if body_spans else 0
    words = label(text[start : start + 400], 62)
    return f"“{words}”" if words else None


def outlet_of(article: Any) -> str:
    """Who published it, as far as the text says."""
    return label(article.outlet, 60) if pd.notna(article.outlet) else "outlet not named"


def lane_name(article: Any) -> str:
    """What a lane of the chart is called: the outlet, else the headline, else the file."""
    return outlet_of(article) if pd.notna(article.outlet) else title_of(article)


def title_of(article: Any) -> str:
    """Its headline or first words; the file where it has no words."""
    return label(article.title, 120) if pd.notna(article.title) else f"Untitled ({label(article.source, 60)})"


def span_words(articles: pd.DataFrame) -> str:
    """`August 2019 to November 2025`, linked to the first and the last article."""
    dated = articles.dropna(subset=["published"])
    if dated.empty:
        return "undated"
    first, last = dated.iloc[0], dated.iloc[-1]
    ends = [cite(date_words(row.published), [article_key(row.article_id)]) for row in (first, last)]
    return ends[0] if first.published == last.published else f"{ends[0]} to {ends[1]}"


def coverage(study: Any) -> Fragment:
    """One mark per article, as wide as its date is uncertain; many articles as bars."""
    articles = read_articles(study)
    keys = [article_key(a) for a in articles["article_id"]]
    if articles.empty:
        return block("fig-coverage", "chart of coverage", paragraph("There is nothing to draw: no article was read."))
    one_by_one = len(articles) <= MOST_LANES
    draw, height = (_lanes(articles), 26 * len(articles) + 62) if one_by_one else (_bars(study, articles), 260)
    margins = (
        {True: (108, 16, 10, 34), False: (190, 20, 10, 34)}
        if one_by_one
        else {True: (40, 8, 12, 34), False: (48, 10, 12, 34)}
    )
    months = Counter(articles["published_precision"])
    alt = f"Coverage over time: {len(articles)} articles. " + " ".join(
        f"{date_words(a.published)}: {outlet_of(a)}." for a in each(articles.head(12))
    )
    inner = figure_block(
        "fig-coverage",
        _coverage_title(articles, keys),
        "Publication date of each article; a mark is as wide as its date is uncertain. Hollow marks are copies of another article."
        if one_by_one
        else f"Articles by {study.period} of publication; the hollow part of a bar is copies.",
        pictures("coverage", alt, draw, lambda _: height, lambda narrow: margins[narrow]),
        notes=[_precision_note(months, articles)],
        source=f"{counted(keys, 'article', 'articles')} of this corpus, dated as the table below says.",
    )  # fmt: skip
    return block("fig-coverage", "chart of coverage", inner, kind="section")


def _coverage_title(articles: pd.DataFrame, keys: Sequence[str]) -> str:
    dated = articles.dropna(subset=["published"])
    years = sorted({int(p[:4]) for p in dated["published"]})
    if len(years) < 2:
        return f"{counted(keys, 'article', 'articles').capitalize()}, {span_words(articles)}"
    missing = [y for y in range(years[0], years[-1] + 1) if y not in years]
    ends = [article_key(dated.iloc[0].article_id), article_key(dated.iloc[-1].article_id)]
    if not missing:
        return f"{counted(keys, 'article', 'articles')}, every year from {span_words(articles)} covered"
    gaps = listed([cite(run, ends, "gap") for run in _runs(missing)][:4])
    return f"{counted(keys, 'article', 'articles')}, {span_words(articles)}; nothing from {gaps}"


def _runs(years: Sequence[int]) -> list[str]:
    """Years as runs.

    >>> _runs([2020, 2021, 2023])
    ['2020–2021', '2023']
    """
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs]


def _precision_note(precisions: Counter[str], articles: pd.DataFrame) -> str:
    parts = []
    for name, words in (
        ("day", "to the day"),
        ("month", "to the month"),
        ("year", "to the year"),
        ("unknown", "not at all"),
    ):
        rows = articles[articles["published_precision"] == name]
        if precisions[name]:
            parts.append(f"{cite(f'{precisions[name]:,}', map(article_key, rows['article_id']), 'articles')} {words}")
    return f"Dated {listed(parts)}."


def _lanes(articles: pd.DataFrame) -> Any:
    dated = articles.dropna(subset=["published"])
    first = earliest(dated["published"].iloc[0]).replace(month=1, day=1) if len(dated) else None
    last = max((latest(p) for p in dated["published"]), default=None)

    def draw(canvas: Canvas) -> None:
        ax, n = canvas.ax, len(articles)
        ax.set_ylim(n, 0)
        start, end = (first.toordinal(), last.replace(month=12, day=31).toordinal() + 1) if first and last else (0, 1)
        ax.set_xlim(start, end)
        if first and last:
            _empty_years(canvas, dated, n)
            time_axis(canvas, first, last, n, 0)
        least = (end - start) * (5 / canvas.width)
        for i, article in enumerate(each(articles)):
            says = f"{title_of(article)}, {outlet_of(article)}, {date_words(article.published)}"
            keys = [article_key(article.article_id)]
            name = canvas.text(
                start, i + 0.5, lane_name(article), longest=15 if canvas.narrow else 26, ha="right", fontsize=11.5
            )
            name.set_position((start - (end - start) * 0.02, i + 0.5))
            canvas.link(name, keys, says)
            if pd.isna(article.published):
                canvas.text(start, i + 0.5, "no date", color=MUTED, fontsize=11)
                continue
            left, right = earliest(article.published).toordinal(), latest(article.published).toordinal() + 1
            width = max(right - left, least)
            hollow = pd.notna(article.duplicate_of)
            mark = Rectangle(((left + right - width) / 2, i + 0.18), width, 0.64, facecolor=PAPER if hollow else BLUE,
                             edgecolor=BLUE, lw=1.4, clip_on=False, zorder=3)  # fmt: skip
            ax.add_patch(mark)
            canvas.link(mark, keys, says)

    return draw


def _empty_years(canvas: Canvas, dated: pd.DataFrame, n: float) -> None:
    """Years without any article, veiled: there the corpus is silent."""
    years = {int(p[:4]) for p in dated["published"]}
    for year in range(min(years), max(years) + 1):
        if year not in years:
            left, right = earliest(f"{year:04d}").toordinal(), latest(f"{year:04d}").toordinal() + 1
            canvas.ax.add_patch(Rectangle((left, 0), right - left, n, facecolor=VEIL, lw=0, zorder=-1, clip_on=False))


def _bars(study: Any, articles: pd.DataFrame) -> Any:
    step = study.period
    names = [period_of(None if pd.isna(p) else p, step) for p in articles["published"]]
    order = between(names, step)
    copies = articles["duplicate_of"].notna()

    def draw(canvas: Canvas) -> None:
        ax = canvas.ax
        whole = Counter(names)
        hollow = Counter(n for n, copy in zip(names, copies, strict=True) if copy)
        top = max(whole.values())
        ax.set_xlim(-0.6, len(order) - 0.4)
        ax.set_ylim(0, top)
        for value in sorted({round(top / 2), top} - {0}):
            ax.plot([-0.6, len(order) - 0.4], [value, value], color=GRID, lw=0.8, zorder=0)
            canvas.text(-0.7, value, f"{value:,}", ha="right", fontsize=11, color=MUTED, gid="axis")
        every = max(1, round(len(order) / (4 if canvas.narrow else 9)))
        for i, name in enumerate(order):
            if i % every == 0 or name == UNDATED:
                canvas.text(i, 0, name, ha="center", va="top", fontsize=11, color=MUTED, gid="axis").set_position(
                    (i, -top * 0.03)
                )
            of_period = [article_key(a) for a, n in zip(articles["article_id"], names, strict=True) if n == name]
            for base, size, fill in (
                (0, whole[name] - hollow[name], BLUE),
                (whole[name] - hollow[name], hollow[name], PAPER),
            ):
                if size:
                    bar = Rectangle((i - 0.4, base), 0.8, size, facecolor=fill, edgecolor=BLUE, lw=0.8, clip_on=False)
                    ax.add_patch(bar)
                    canvas.link(bar, of_period, f"{name}: {whole[name]:,} articles, {hollow[name]:,} of them copies")

    return draw


def load_report(study: Any) -> Fragment:
    """Documents offered, read and not read; the rows add up."""
    offered = study.offered
    rows = []
    for status, words in PROBLEM_WORDS.items():
        chosen = offered[offered["status"] == status]
        if len(chosen) or status == "read":
            number = (
                cite(f"{len(chosen):,}", map(article_key, chosen["article_id"]), "articles") if len(chosen) else "none"
            )
            reasons = listed([escape(label(p, 80)) for p in sorted(set(chosen["problem"].dropna()))][:3])
            rows.append([words, number, f'<span data-plain="">{reasons}</span>'])
    rows.append(
        [
            "<b>offered</b>",
            f"<b>{cite(f'{len(offered):,}', map(article_key, offered['article_id']), 'articles')}</b>",
            "",
        ]
    )
    inner = table(
        "What became of the documents that were offered", ["document", "number", "reason"], rows, numeric=["number"]
    )
    return table_block("tab-load", "what was read", inner)


def dates_found(study: Any) -> Fragment:
    """Each article's date with the evidence for it."""
    articles = read_articles(study)
    rows = [
        [
            cite(title_of(a), [article_key(a.article_id)]),
            escape(outlet_of(a))
            if not any(c.isdigit() for c in outlet_of(a))
            else cite(outlet_of(a), [article_key(a.article_id)]),
            cite(date_words(a.published), [article_key(a.article_id)]),
            f'<span data-plain="">{escape(label(a.published_basis, 200)) if pd.notna(a.published_basis) else "no evidence found"}</span>',
        ]
        for a in each(articles.head(50))
    ]
    inner = table("Publication dates and the evidence for them", ["article", "outlet", "date", "evidence"], rows,
                  total=len(articles), file="articles.csv")  # fmt: skip
    return table_block("tab-dates", "dates and their evidence", inner)


def dates_refused(study: Any) -> Fragment:
    """Dates on a page that were not believed, each with the reason."""
    articles = read_articles(study)
    found = [(a, conflict) for a in each(articles) for conflict in a.published_conflicts]
    if not found:
        return table_block(
            "tab-refused", "dates not believed", paragraph("Every date found on the pages was believed.")
        )
    rows = [
        [cite(title_of(a), [article_key(a.article_id)]), f'<span data-plain="">{escape(label(conflict, 240))}</span>']
        for a, conflict in found[:50]
    ]
    inner = table(
        "Dates that were not believed, and why",
        ["article", "date and reason"],
        rows,
        total=len(found),
        file="articles.csv",
    )
    return table_block("tab-refused", "dates not believed", inner)


def left_out(study: Any) -> Fragment:
    """What was left out of the bodies, by kind."""
    articles = read_articles(study)
    kinds: dict[str, list[tuple[str, int]]] = {}
    for article in each(articles):
        for start, end, kind in article.clutter:
            kinds.setdefault(kind, []).append((article_key(article.article_id), end - start))
    if not kinds:
        return table_block("tab-clutter", "left out", paragraph("Nothing was left out of the bodies."))
    ordered = sorted(kinds.items(), key=lambda pair: (-sum(n for _, n in pair[1]), pair[0]))
    rows = [
        [
            escape(CLUTTER_WORDS.get(kind, kind.replace("-", " "))), cite(f"{len(spans):,}", (k for k, _ in spans), f"passages:{kind}"),
            cite(f"{len({k for k, _ in spans}):,}", (k for k, _ in spans), "articles"),
            cite(f"{sum(n for _, n in spans):,}", (k for k, _ in spans), f"characters:{kind}"),
        ]
        for kind, spans in ordered
    ]  # fmt: skip
    columns = ["kind", "passages", "articles", "characters"]
    inner = table("Left out of the articles' bodies, by kind", columns, rows, numeric=columns[1:])
    return table_block("tab-clutter", "left out of the bodies", inner)


def corpus_words(study: Any) -> Fragment:
    """Reads the coverage: how much, in what languages, how many copies."""
    articles = read_articles(study)
    keys = [article_key(a) for a in articles["article_id"]]
    copies = articles[articles["duplicate_of"].notna()]
    languages = Counter(articles["language"].dropna())
    spoken = listed(
        [
            f"{cite(f'{n:,}', [article_key(a) for a in articles.loc[articles['language'] == code, 'article_id']], 'articles')} in {said(LANGUAGES.get(code, code))}"
            for code, n in sorted(languages.items(), key=lambda pair: (-pair[1], pair[0]))
        ]
    )
    words = int(articles["words"].sum()) if len(articles) else 0
    return block("corpus-words", "the corpus in words", paragraph(
        f"The bodies of {counted(keys, 'article', 'articles')} hold {counted(keys, 'word', 'words', number=words)}."
        if keys else "No article was read.",
        f"By language: {spoken}." if spoken else "",
        f"{counted([article_key(a) for a in copies['article_id']], 'article is a copy', 'articles are copies')} of another one "
        "and counted once where independent sources are counted." if len(copies) else "No article is a copy of another one.",
    ))  # fmt: skip
