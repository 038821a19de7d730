"""The corpus: what its articles are called, what was read, how its dates were found, what was left out."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import pandas as pd

from pactline.report.citing import article_key, cite
from pactline.report.markup import Fragment, block, escape, label
from pactline.report.tables import each, table, table_block
from pactline.report.wording import PROBLEM_WORDS, counted, date_words, listed, paragraph, said

LANGUAGES = {
    "en": "English", "es": "Spanish", "pt": "Portuguese", "ru": "Russian", "fr": "French", "de": "German", "it": "Italian",
    "uk": "Ukrainian", "zh": "Chinese", "ar": "Arabic", "fa": "Persian", "tr": "Turkish",
}  # fmt: skip


@cache
def clutter_words() -> Mapping[str, str]:
    """Kinds of clutter in readers' words, as the word list describes them."""
    words = tomllib.loads((files("pactline") / "words" / "clutter.toml").read_text(encoding="utf-8"))
    return MappingProxyType(words["kinds"])


def clutter_word(kind: str) -> str:
    """A kind in readers' words; one that is not described keeps its own name.

    >>> clutter_word("second-article"), clutter_word("odd-thing")
    ('other articles on the same page', 'odd thing')
    """
    return clutter_words().get(kind, kind.replace("-", " "))


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
    """Who published it, as far as the text says; else the news agency that it credits."""
    if pd.notna(article.outlet):
        return label(article.outlet, 60)
    agency = getattr(article, "wire", None)
    return f"credits {label(agency, 40)}" if agency is not None and pd.notna(agency) else "outlet not named"


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
            "<b>all</b>",
            f"<b>{cite(f'{len(offered):,}', map(article_key, offered['article_id']), 'articles')}</b>",
            "",
        ]
    )
    inner = table(
        "Documents given to the program, and what became of them",
        ["document", "number", "reason"],
        rows,
        numeric=["number"],
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
            escape(clutter_word(kind)), cite(f"{len(spans):,}", (k for k, _ in spans), f"passages:{kind}"),
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
