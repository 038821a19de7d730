"""The one façade: a corpus and a topic in, every table out, cached by content, topic and code.

from pactline import open_study
study = open_study("seeds", topic="venezuela-russia")
study.deals
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pandas as pd

from pactline import __version__, cache
from pactline.corpus.load_report import LoadReport, load_report
from pactline.findings.accuracy import misses, score_gold
from pactline.findings.checks import oil_checks, own_series
from pactline.findings.corrections import Replayed, addition, recorded, replay, ruling_on
from pactline.findings.corrections_gold import as_gold
from pactline.findings.events import assign_deals, deal_events
from pactline.findings.pooling import pooled
from pactline.findings.register import against_register
from pactline.findings.rulings import CorrectionError, Ruling, load, save
from pactline.findings.timeline import timelines
from pactline.record import schema
from pactline.record.article import Document
from pactline.record.dates import earliest, latest
from pactline.record.topic import Topic, load_topic
from pactline.scale import Progress, Results, documents_at, read_corpus, unwatched
from pactline.scale.findings import FOUND, pieces, write_findings

if TYPE_CHECKING:
    from pactline.report.markup import Fragment

PERIODS = ("month", "quarter", "year")
UNTOUCHED = frozenset({"offered", "articles", "load_report", "accuracy", "accuracy_pooled", "misses", "_marked"})
"""What no correction of a statement can change."""


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
    extracted   the tables as they were read, by name; each is fetched when it is asked for
    watchers    called after every correction, such as a panel that draws again
    """

    topic: Topic
    texts: Mapping[str, str]
    extracted: Results
    window: Window = field(default_factory=Window)
    period: str = "year"
    reference: Path | None = None
    parameters: dict[str, Any] = field(default_factory=dict)
    corrections: Path | None = None
    rulings: list[Ruling] = field(default_factory=list)
    watchers: list[Callable[[], None]] = field(default_factory=list)

    @cached_property
    def offered(self) -> pd.DataFrame:
        """All articles, before the window of dates was applied."""
        return self.extracted["articles"]

    @cached_property
    def articles(self) -> pd.DataFrame:
        """Articles of the window, readable or not."""
        inside = [self.window.holds(None if pd.isna(p) else p) for p in self.offered["published"]]
        return self.offered[inside].reset_index(drop=True)

    def _of_window(self, name: str) -> pd.DataFrame:
        table = self._replayed.tables[name]
        return table[table["article_id"].isin(self.articles["article_id"])].reset_index(drop=True)

    @cached_property
    def _replayed(self) -> Replayed:
        return replay(self.extracted, self.texts, self.rulings)

    @property
    def corrections_applied(self) -> pd.DataFrame:
        """One row per correction that found its statement, by id or by the words."""
        return self._replayed.applied

    @property
    def corrections_unmatched(self) -> pd.DataFrame:
        """One row per correction that matches nothing any more, with its line and why."""
        return self._replayed.unmatched

    def corrections_gold(self, *, whole: bool = False) -> list[dict[str, Any]]:
        """The rulings as annotated articles; `whole` where the articles were read to the end (see findings/corrections_gold)."""
        return as_gold(self._replayed, self.extracted, self.texts, whole=whole)

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """One row per actor mention in a body."""
        return self._of_window("mentions")

    @cached_property
    def outside_mentions(self) -> pd.DataFrame:
        """One row per actor mention in comments, captions and other clutter; no count rests on these."""
        return self._of_window("outside_mentions")

    @cached_property
    def deals(self) -> pd.DataFrame:
        """One row per statement about an arms deal, with the deal it is about."""
        return _shown().shown(assign_deals(self._of_window("deals"), self.articles), "deals", self)

    @cached_property
    def oil(self) -> pd.DataFrame:
        """One row per stated figure."""
        return _shown().shown(self._of_window("oil"), "oil", self)

    @cached_property
    def near_misses(self) -> pd.DataFrame:
        """Candidates that were rejected, with the rule that did it; `study.near_misses(rule="no-arms")` picks some."""
        return _shown().NearMisses(self._of_window("near_misses"))

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
            extra=self.own_reference or None,
        )

    @cached_property
    def own_reference(self) -> tuple[Mapping[str, str], ...]:
        """Rows of the user's own series (--reference), none where none was given."""
        return own_series(self.reference) if self.reference else ()

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table by its name, as it is written beside the report."""
        names = (*(t.name for t in schema.EXTRACTED), "deal_events", "register_checks", "timelines", "oil_checks")
        return {name: getattr(self, name) for name in names}

    @contextmanager
    def table_pieces(self) -> Iterator[Mapping[str, Iterable[pd.DataFrame]]]:
        """Every table by its name, piece by piece, so that none need fit into memory; the rows are those of `tables`."""
        if self.rulings or self.window != Window():
            yield {name: [frame] for name, frame in self.tables.items()}
            return
        extra = own_series(self.reference) if self.reference else None
        with TemporaryDirectory(prefix="pactline-") as folder:
            write_findings(self.extracted, Path(folder), self.topic, period=self.period, extra=extra)
            found = {table.name: pieces(Path(folder), table) for table in FOUND}
            yield {table.name: self.extracted.batches(table.name) for table in schema.EXTRACTED} | found

    @property
    def holds_articles(self) -> bool:
        """Whether any article of the window could be read."""
        if self.window == Window():
            return self.load_report.read > 0
        return bool((self.articles["status"] == "read").any())

    @cached_property
    def load_report(self) -> LoadReport:
        """How many documents were offered and what became of each; the counts add up."""
        return load_report(self.extracted.columns("articles", "status", "problem"))

    @cached_property
    def accuracy(self) -> pd.DataFrame:
        """How well this very code reads the gold annotations of the topic, per field and language."""
        return score_gold(*self._marked)

    @cached_property
    def accuracy_pooled(self) -> pd.DataFrame:
        """The same over all sets whose names begin with the same word, such as practice or unseen; the seeds stand alone."""
        return pooled(self.accuracy)

    @cached_property
    def misses(self) -> pd.DataFrame:
        """Annotated deals and oil figures that this very code does not find."""
        return misses(*self._marked)

    @cached_property
    def _marked(self) -> tuple[list[dict[str, Any]], dict[str, pd.DataFrame]]:
        return read_gold(self.topic, self.texts)

    def evidence(self, claim_id: str) -> Fragment:
        """The sentence in its surroundings, with parties, items and figures highlighted."""
        return _workbench().evidence(self, claim_id)

    def why(self, claim_id: str) -> pd.DataFrame:
        """For each field of a statement: its value, the words that carry it, and what it rests on."""
        return _workbench().why(self, claim_id)

    def find(self, words: str) -> Fragment:
        """Every place in the bodies where these words stand, with sentence, article and date."""
        return _workbench().find(self, words)

    def article(self, article_id: str) -> Fragment:
        """A whole article: clutter greyed, names and statements highlighted."""
        return _workbench().article(self, article_id)

    def correct(self, claim_id: str, *, note: str = "", who: str = "", **fields: Any) -> None:
        """Set fields of a statement, as `correct("dd797d9d9110", status="agreed", note="signed on page 2")`.

        raises  CorrectionError for a statement, field or value that cannot be; nothing is written then
        """
        self._rule("correct", claim_id, fields, who, note)

    def accept(self, claim_id: str, *, note: str = "", who: str = "") -> None:
        """Confirm that a statement is read right."""
        self._rule("accept", claim_id, {}, who, note)

    def reject(self, claim_id: str, *, note: str = "", who: str = "") -> None:
        """Take a statement out of every count; it stays among the near misses."""
        self._rule("reject", claim_id, {}, who, note)

    def add(self, table: str, article_id: str, quote: str, *, note: str = "", who: str = "", **fields: Any) -> str:
        """Add a statement that the reading missed, `quote` being its words; returns its claim_id."""
        ruling = addition(self.extracted, self.texts, table, article_id, quote, fields, who=who, note=note)
        self._record(ruling)
        return ruling.claim_id

    def _rule(self, action: str, claim_id: str, fields: Mapping[str, Any], who: str, note: str) -> None:
        earlier = load(self._corrections_file())
        self._record(ruling_on(self.extracted, earlier, action, claim_id, fields, who=who, note=note))

    def _corrections_file(self) -> Path:
        if self.corrections is None:
            raise CorrectionError(
                'this study keeps no corrections: open it as open_study(..., corrections="corrections.csv")'
            )
        return self.corrections

    def _record(self, ruling: Ruling) -> None:
        """Write the file with the new ruling, then let every table be made anew."""
        path = self._corrections_file()
        save(path, recorded(load(path), ruling))
        self.rulings = load(path)
        made = {n for n in vars(self) if isinstance(getattr(type(self), n, None), cached_property)}
        for name in made - UNTOUCHED:
            delattr(self, name)
        for watcher in self.watchers:
            watcher()


def open_study(
    corpus: str | Path,
    topic: str | Path = "venezuela-russia",
    *,
    start: str | None = None,
    end: str | None = None,
    period: str = "year",
    fields: Mapping[str, str] | None = None,
    reference: str | Path | None = None,
    corrections: str | Path | None = None,
    progress: Progress | None = None,
    workers: int = 0,
    scheduler: str | None = None,
) -> Study:
    """Read a corpus, or fetch what was read before.

    corpus      file or folder of articles, or an address of one, such as s3://bucket/news
    topic       name of a shipped topic, or a folder with a topic.toml
    start, end  partial dates; only articles that may have been published inside are looked at
    period      month, quarter or year: the step of the timelines
    fields      how a record names its fields, such as {"published": "pubDate"}
    reference   CSV of an oil series of one's own to lay beside the topic's
    corrections CSV of an analyst's rulings, replayed on what is read; the first correction makes the file
    progress    passes items on while it shows how many are done; called with the items and what is being done
    workers     processes that read, beside this one; the result is the same for any number
    scheduler   address of a Dask cluster that reads instead, such as tcp://host:8786
    raises      CorpusError, TopicError, StudyError, SeriesError, CorrectionError, WorkersError: the message says what to do
    """
    if period not in PERIODS:
        raise StudyError(f"period is {period!r}: name one of {', '.join(PERIODS)}")
    loaded = load_topic(topic)
    if reference:
        own_series(Path(reference))
    kept = Path(corrections) if corrections else None
    rulings = load(kept) if kept else []
    extracted = read_corpus(
        lambda: documents_at(corpus, fields=fields), loaded, progress=progress or unwatched, number=workers,
        scheduler=scheduler,
    )  # fmt: skip
    if not extracted.rows("articles"):
        raise StudyError(f"{corpus} holds no documents: put articles there (.txt, .html, .jsonl, .csv, .pdf, ...)")
    return Study(
        topic=loaded,
        texts=extracted.texts,
        extracted=extracted,
        window=Window(start, end),
        period=period,
        reference=Path(reference) if reference else None,
        parameters={
            "topic": loaded.name, "start": start, "end": end, "period": period, "corrections": kept.name if kept else None,
        },
        corrections=kept,
        rulings=rulings,
    )  # fmt: skip


def _shown() -> Any:
    """What shows tables in a notebook, imported when a table is asked for."""
    from pactline.report import shown

    return shown


def _workbench() -> Any:
    """What shows evidence, imported when asked for: reading and extracting need nothing of it."""
    from pactline.report import workbench

    return workbench


def read_gold(topic: Topic, texts: Mapping[str, str]) -> tuple[list[dict[str, Any]], dict[str, pd.DataFrame]]:
    """The topic's annotated cases and what is read in them; `texts` serves cases that name a file."""
    cases = []
    for path in sorted((topic.folder / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            case["text"] = case.get("text") or texts.get(case["id"])
            if case["text"]:
                cases.append({**case, "set": path.stem})
    offered = [Document(text=c["text"], source=c["id"], own_id=c["id"], url=c.get("url")) for c in cases]
    return cases, dict(read_corpus(lambda: offered, topic))


MOST_INPUTS = 20_000
"""Documents that a manifest names one by one; of more it has the number and one hash over all."""


def manifest(study: Study) -> dict[str, Any]:
    """What a run was made from: versions, topic, parameters, SHA-256 of every input. No time of day."""
    read = study.extracted.columns("articles", "source", "content_hash")
    inputs: dict[str, Any] = dict(read) if study.extracted.rows("articles") <= MOST_INPUTS else _together(read)
    return {
        "pactline": __version__,
        "code": cache.code_version(),
        "libraries": {name: version(name) for name in cache.LIBRARIES},
        "parameters": study.parameters,
        "inputs": inputs,
    }


def _together(read: Iterable[tuple[str, str]]) -> dict[str, Any]:
    digest, count = hashlib.sha256(), 0
    for source, content in read:
        digest.update(f"{content} {source}\n".encode())
        count += 1
    return {"documents": count, "sha256": digest.hexdigest()}
