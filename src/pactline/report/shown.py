"""Tables that show themselves in JupyterLab: figures with units, articles as links, the words on a click.

They are DataFrames like any other; what is picked out of them by rows still shows itself, a choice of columns is shown as pandas does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from pactline.report.excerpts import around
from pactline.report.figures_corpus import outlet_of, title_of, titled
from pactline.report.highlight import highlighted, marks_of
from pactline.report.markup import escape, label
from pactline.report.tables import each, table
from pactline.report.told_deals import pair_words
from pactline.report.wording import KIND_WORDS, amount, country_names, date_words, item_words, oil_amount, status_words
from pactline.report.workbench import STYLE

MOST_ROWS = 20
"""Rows shown; the others are counted."""
Show = Callable[[pd.DataFrame], str]


class Shown(pd.DataFrame):
    """A DataFrame that knows how its rows are shown."""

    _metadata = ["show"]  # noqa: RUF012  pandas asks for a list of names
    show: Show | None = None

    @property
    def _constructor(self) -> type[Shown]:
        return Shown

    def _repr_html_(self) -> str | None:
        if self.show is None or not {"claim_id", "article_id", "quote"} <= set(self.columns):
            return super()._repr_html_()  # type: ignore[misc]
        return self.show(self)

    def __reduce__(self) -> Any:
        return pd.DataFrame(self).__reduce__()


class NearMisses(pd.DataFrame):
    """Candidates that were rejected; `near_misses(rule="no-arms")` looks at some of them."""

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame

    def __call__(
        self, *, table: str | None = None, rule: str | None = None, article: str | None = None
    ) -> pd.DataFrame:
        """The candidates of one table (deals, oil), of one rule, of one article; all of them where nothing is named."""
        frame = pd.DataFrame(self)
        for column, wanted in (("table", table), ("rule", rule), ("article_id", article)):
            if wanted is not None:
                frame = frame[frame[column] == wanted]
        return frame.reset_index(drop=True)

    def __reduce__(self) -> Any:
        return pd.DataFrame(self).__reduce__()


def shown(frame: pd.DataFrame, name: str, study: Any) -> Shown:
    """The statements of a study as a table that shows itself.

    name  deals or oil
    """
    made = Shown(frame)
    made.show = lambda rows: _html(rows, name, study)
    return made


def _html(frame: pd.DataFrame, name: str, study: Any) -> str:
    """The first rows as a table; a click on the words opens them in their surroundings."""
    picked = frame.head(MOST_ROWS)
    articles = study.offered[study.offered["article_id"].isin(set(picked["article_id"]))]
    known = {row.article_id: row for row in each(titled(articles, study.texts))}
    cells = _deal_cells if name == "deals" else _oil_cells
    heads = (
        ("date", "who", "what", "kind", "status", "sum")
        if name == "deals"
        else ("for", "whose", "measure", "figure", "who says so")
    )
    rows = [
        [*cells(row, study), _words(row, study.texts), _link(known.get(row.article_id)), f"<code>{escape(row.claim_id)}</code>"]
        for row in each(picked)
    ]  # fmt: skip
    caption = f"{len(frame):,} {'statement' if len(frame) == 1 else 'statements'}"
    more = f"<p>The first {MOST_ROWS} are shown; all of them: <code>panel.browse(study, {name!r})</code>.</p>"
    plain = table(caption, [*heads, "words", "article", "claim_id"], rows)
    return f'{STYLE}<div class="wb">{plain}{more if len(frame) > MOST_ROWS else ""}</div>'


def _deal_cells(row: Any, study: Any) -> list[str]:
    names = country_names(study.topic)
    sides = pair_words(row, names)
    money = "" if pd.isna(row.value) else amount(row.value, row.currency if pd.notna(row.currency) else "")
    return [
        date_words(row.event_date) if pd.notna(row.event_date) else "", escape(sides), escape(item_words(row.items)),
        escape(KIND_WORDS[row.kind]), escape(status_words(row.status, row.kind)), escape(money),
    ]  # fmt: skip


def _oil_cells(row: Any, _: Any) -> list[str]:
    change = " (change)" if row.basis == "change" else ""
    return [
        date_words(row.as_of) if pd.notna(row.as_of) else "", escape(label(row.subject, 40) if pd.notna(row.subject) else ""),
        escape(row.measure + change), escape(oil_amount(row)),
        escape(label(row.attributed_to, 40) if pd.notna(row.attributed_to) else ""),
    ]  # fmt: skip


def _words(row: Any, texts: Any) -> str:
    """The first words; on a click all of them with what carries each field marked, in their surroundings."""
    text = texts[row.article_id]
    begin, finish = around(text, row.start, row.end)
    before, after = escape(text[begin : row.start]), escape(text[row.end : finish])
    passage = highlighted(text, row.start, row.end, marks_of(row))
    return (
        f"<details><summary><bdi>{escape(label(row.quote, 90))}</bdi></summary>"
        f'<div class="text"><bdi>{before}<b>{passage}</b>{after}</bdi></div></details>'
    )


def _link(article: Any) -> str:
    if article is None:
        return ""
    words = f"<bdi>{escape(label(title_of(article), 50))}</bdi>, {escape(outlet_of(article))}, {date_words(article.published)}"
    address = "" if pd.isna(article.url) else str(article.url).strip()
    if not address.lower().startswith(("https://", "http://")):
        return words
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow">{words}</a>'
