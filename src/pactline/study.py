"""The one façade: a corpus and a topic in, every table out, cached by content, topic and code.

from pactline import open_study
study = open_study("seeds", topic="venezuela-russia")
study.deals
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from pactline import __version__, cache
from pactline.corpus.load_report import LoadReport, load_report
from pactline.corpus.readers import documents
from pactline.findings.accuracy import score_gold
from pactline.findings.checks import oil_checks
from pactline.findings.events import assign_deals, deal_events
from pactline.findings.register import against_register
from pactline.findings.timeline import timelines
from pactline.reading.actors import Scan, scan
from pactline.reading.suggestions import as_csv, spacy_entities, suggest
from pactline.reading.vocabulary import Vocabulary
from pactline.record import schema
from pactline.record.article import Article, Document, content_hash
from pactline.record.dates import earliest, latest
from pactline.record.topic import Topic, load_topic, read_rows

PERIODS = ("month", "quarter", "year")


class StudyError(ValueError):
    """A study that cannot be opened; the message says what to do."""


@dataclass(frozen=True)
class Window:
    """The span of publication dates a study looks at; both ends partial dates, both optional."""

    start: str | None = None
    end: str | None = None

    def holds(self, published: str | None) -> bool:
        """True where the date may lie inside; an undated article only in an open window."""
        if published is None:
            return self.start is None and self.end is None
        after = self.start is None or latest(published) >= earliest(self.start)
        return after and (self.end is None or earliest(published) <= latest(self.end))


@dataclass
class Study:
    """A corpus read for a topic. Tables are DataFrames with the columns of record/schema.py.

    texts       article_id -> source text that every offset points into
    offered     all articles, before the window of dates was applied
    """

    topic: Topic
    offered: pd.DataFrame
    texts: dict[str, str]
    extracted: Mapping[str, pd.DataFrame]
    window: Window = field(default_factory=Window)
    period: str = "year"
    reference: Path | None = None
    parameters: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def articles(self) -> pd.DataFrame:
        """Articles of the window, readable or not."""
        inside = [self.window.holds(None if pd.isna(p) else p) for p in self.offered["published"]]
        return self.offered[inside].reset_index(drop=True)

    def _of_window(self, name: str) -> pd.DataFrame:
        table = self.extracted[name]
        return table[table["article_id"].isin(self.articles["article_id"])].reset_index(drop=True)

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """One row per actor mention in a body."""
        return self._of_window("mentions")

    @cached_property
    def deals(self) -> pd.DataFrame:
        """One row per statement about an arms deal, with the deal it is about."""
        return assign_deals(self._of_window("deals"), self.articles)

    @cached_property
    def oil(self) -> pd.DataFrame:
        """One row per stated figure."""
        return self._of_window("oil")

    @cached_property
    def near_misses(self) -> pd.DataFrame:
        """Candidates that were rejected, with the rule that did it."""
        return self._of_window("near_misses")

    @cached_property
    def deal_events(self) -> pd.DataFrame:
        """One row per deal, told by one or more statements."""
        return deal_events(self.deals, self.articles)

    @cached_property
    def register_checks(self) -> pd.DataFrame:
        """Each deal beside the register of known transfers."""
        return against_register(self.deal_events, self.topic.reference("arms_transfers"))

    @cached_property
    def timelines(self) -> pd.DataFrame:
        """Mentions per actor and period."""
        return timelines(self.mentions, self.articles, period=self.period)

    @cached_property
    def oil_checks(self) -> pd.DataFrame:
        """Each production statement beside the reference series."""
        return oil_checks(
            self.oil,
            self.articles,
            monthly=self.topic.reference("oil_production_monthly"),
            annual=self.topic.reference("oil_production_annual"),
            extra=read_rows(self.reference) if self.reference else None,
        )

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table by its name, as it is written beside the report."""
        names = (*(t.name for t in schema.EXTRACTED), "deal_events", "register_checks", "timelines", "oil_checks")
        return {name: getattr(self, name) for name in names}

    @cached_property
    def load_report(self) -> LoadReport:
        """How many documents were offered and what became of each; the counts add up."""
        problems = [None if pd.isna(p) else p for p in self.offered["problem"]]
        return load_report(zip(self.offered["status"], problems, strict=True))

    @cached_property
    def accuracy(self) -> pd.DataFrame:
        """How well this very code reads the gold annotations of the topic, per field and language."""
        return measure(self.topic, self.texts)


def open_study(
    corpus: str | Path,
    topic: str | Path = "venezuela-russia",
    *,
    start: str | None = None,
    end: str | None = None,
    period: str = "year",
    fields: Mapping[str, str] | None = None,
    reference: str | Path | None = None,
) -> Study:
    """Read a corpus, or fetch what was read before.

    corpus      file or folder of articles
    topic       name of a shipped topic, or a folder with a topic.toml
    start, end  partial dates; only articles that may have been published inside are looked at
    period      month, quarter or year: the step of the timelines
    fields      how a record names its fields, such as {"published": "pubDate"}
    reference   CSV of an oil series of one's own to lay beside the topic's
    raises      CorpusError, TopicError, StudyError: the message says what to do
    """
    if period not in PERIODS:
        raise StudyError(f"period is {period!r}: name one of {', '.join(PERIODS)}")
    loaded = load_topic(topic)
    offered = list(documents(Path(corpus), fields=fields))
    if not offered:
        raise StudyError(f"{corpus} holds no documents: put articles there (.txt, .html, .jsonl, .csv, .pdf, ...)")
    tables, texts = _tables(offered, loaded)
    return Study(
        topic=loaded,
        offered=tables["articles"],
        texts=texts,
        extracted=tables,
        window=Window(start, end),
        period=period,
        reference=Path(reference) if reference else None,
        parameters={"topic": loaded.name, "start": start, "end": end, "period": period},
    )


def _tables(offered: list[Document], topic: Topic) -> tuple[dict[str, pd.DataFrame], dict[str, str]]:
    """The extracted tables and the source texts, from the cache where content, topic and code are the same."""
    numbered = list(zip(article_ids(offered), offered, strict=True))
    texts = {article_id: document.text for article_id, document in numbered if document.text}
    key = cache.key(topic, ((i, content_hash(d.text), *astuple(replace(d, text=""))) for i, d in numbered))
    kept = cache.load(key)
    if kept is None:
        from pactline.scale import extract  # where all is kept, spaCy and the second it takes to import are not needed

        kept = extract(numbered, topic)
        cache.store(key, kept)
    return kept, texts


def article_ids(offered: Iterable[Document]) -> Iterator[str]:
    """An id for each document: its own, with a suffix of its content hash where the id was given before."""
    given: dict[str, int] = {}
    for document in offered:
        own = document.own_id
        if own in given:
            own = f"{own}-{content_hash(document.text)[:8]}"
        while own in given:
            given[own] += 1
            own = f"{own}-{given[own]}"
        given[own] = 1
        yield own


def measure(topic: Topic, texts: Mapping[str, str]) -> pd.DataFrame:
    """Precision, recall and counts per field against the topic's gold; `texts` serves cases that name a file."""
    cases = []
    for path in sorted((topic.folder / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            case["text"] = case.get("text") or texts.get(case["id"])
            if case["text"]:
                cases.append({**case, "set": path.stem})
    offered = [Document(text=c["text"], source=c["id"], own_id=c["id"], url=c.get("url")) for c in cases]
    tables, _ = _tables(offered, topic) if offered else ({t.name: schema.frame([], t) for t in schema.EXTRACTED}, {})
    return score_gold(cases, tables)


def manifest(study: Study) -> dict[str, Any]:
    """What a run was made from: versions, topic, parameters, SHA-256 of every input. No time of day."""
    inputs = {row["source"]: row["content_hash"] for row in study.offered.to_dict("records")}
    return {
        "pactline": __version__,
        "code": cache.code_version(),
        "libraries": {name: version(name) for name in cache.LIBRARIES},
        "parameters": study.parameters,
        "inputs": inputs,
    }


def scans(study: Study) -> Iterator[Scan]:
    """Each readable article of the window scanned again: hits, refusals, and what is named outside the body."""
    vocabulary = Vocabulary(study.topic)
    for row in study.articles.to_dict("records"):
        if row["status"] == "read":
            text, spans = study.texts[row["article_id"]], [(start, end) for start, end in row["body_spans"]]
            language, published = (None if pd.isna(row[name]) else row[name] for name in ("language", "published"))
            yield scan(
                Article(
                    row["article_id"], row["source"], text, row["content_hash"], "read",
                    language=language, published=published, body_spans=spans,
                ),
                vocabulary,
            )  # fmt: skip


def suggest_actors(study: Study, *, least: int = 2, model: str | None = None) -> str:
    """Names that recur in the bodies and that the topic does not know, as CSV rows for its actors.csv.

    model   an installed spaCy pipeline whose entities are counted too
    raises  StudyError where there is no such pipeline
    """
    entities = None
    if model is not None:
        import spacy

        try:
            entities = spacy_entities(spacy.load(model))
        except OSError as error:
            raise StudyError(f"no spaCy pipeline {model} is installed") from error
    return as_csv(suggest(scans(study), least=least, entities=entities))
