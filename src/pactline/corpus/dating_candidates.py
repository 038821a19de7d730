"""Collects every sign of a date of publication, with the rule that found it. None is believed here: see dating_judge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from pactline.corpus.dating_address import AddressDate, address_date
from pactline.corpus.dating_codes import code_date
from pactline.corpus.dating_expressions import FIRST_YEAR, LAST_YEAR, Expression, expressions
from pactline.corpus.dating_page import Page, words_from
from pactline.corpus.dating_roles import PREFIX, role
from pactline.corpus.dating_words import fold, month_of
from pactline.record.article import Document
from pactline.record.dates import is_partial_date, partial

# Surest first. A printed label or stamp says the day of publication; an address was made on it; a dateline is the day
# of filing; the line above a headline is as often the page's clock, a number in an address as often a story's serial.
RULES = (
    "record", "text-prefix", "page-metadata", "published-label", "agency-code", "stamp", "page-date", "url-day", "dateline",
    "print-issue", "updated-label", "tail-stamp", "page-time", "top-line", "url-seconds", "file-date", "period-line",
)  # fmt: skip
RANKS = {rule: rank for rank, rule in enumerate(RULES)}
WEAK_RANK = RANKS["updated-label"]  # from here on one event told as past is enough against a sign
_MOST = 150  # dates read from either end of a page
NEEDS_SUPPORT = frozenset({"top-line", "url-seconds", "file-date"})
_ISSUES = (
    re.compile(  # issue 3/2024, number 5 (2019)
        r"(?<!\w)(?:issue|number|no\.|vol\.|volume|número|núm\.|n\.º|nº|edición|edição|номер|№|выпуск|heft|ausgabe|numéro)"
        r"\s{0,2}\d{1,4}\s?(?:/|\(|, )\s?(?P<year>(?:19|20)\d{2})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(  # March/April 2024 issue
        r"(?<!\w)(?P<month>[^\W\d_]{3,12})(?:\s?[/–-]\s?[^\W\d_]{3,12})?,?\s(?P<year>(?:19|20)\d{2})\s(?:print )?(?:issue|edition)\b",
        re.IGNORECASE,
    ),
    re.compile(  # edición noviembre 2021, номер за март 2015
        r"(?<!\w)(?:issue|edition|edición|edição|número|номер|выпуск|numéro|ausgabe)(?: de| of| за)?\s"
        r"(?P<month>[^\W\d_]{3,12})(?: de| del)? (?P<year>(?:19|20)\d{2})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(  # Defence Review Annual 2014
        r"(?<!\w)(?:annual|yearbook|almanac|anuario|anuário|almanaque|ежегодник|jahrbuch|annuaire)(?: report)?,? (?P<year>(?:19|20)\d{2})(?!\d)",
        re.IGNORECASE,
    ),
)
"""The issue of a paper, with its year and maybe its month."""

_ADDRESS = re.compile(
    r"(?<![\w@.])(?:https?://)?(?:[a-z0-9-]{1,60}\.){1,4}[a-z]{2,10}/[^\s|<>\"]{6,200}", re.IGNORECASE
)

_ADDRESS_LABEL = re.compile(
    r"(?<!\w)(?:url|permalink|link|web address|enlace|dirección|endereço|адрес|ссылка|lien|adresse|indirizzo)\s?:\s?\Z",
    re.IGNORECASE,
)

COARSE = frozenset({"url-month", "url-year"})

_COPYRIGHT_YEAR = re.compile(
    r"(?:©|\(c\)|copyright)([^\n\d]{0,40})(?:(?:19|20)\d{2}\s?[-–—]\s?)?((?:19|20)\d{2})(?!\d)([^\n]{0,40})",
    re.IGNORECASE,
)

_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")
"""Unix seconds or their thousandths, from 2001 on."""

HORIZON_HINTS = ("crawl", "warc", "fetch", "retrieved", "accessed", "captured")
_HINTS = (  # the first that fits a field's name tells what its date is; None: not of the article
    (re.compile(r"expir|start|end_?date|birth|event|valid|unavailable|copyright"), None),
    (re.compile(r"^(?:pdf|http):"), "file-date"),  # when a file was made or served, which may be years later
    (re.compile(r"modif|mod_?date|last_?mod|updat|revis"), "updated-label"),
    (re.compile(r"publish|pub_?date|publication_?date|uploaddate"), "page-metadata"),
    (re.compile(r"^time$"), "page-time"),
    (re.compile(r"date|issued|creat|fecha"), "page-date"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sign of a date.

    date        partial date, or None where the year is not written
    rule        which rule found it
    quote       the words or characters it was read from
    written     the expression in the text, where it is one
    others      the other readings of a numeric date
    ahead       id of an event that the rule itself takes as still to come
    """

    date: str | None
    rule: str
    quote: str
    written: Expression | None = None
    others: tuple[str, ...] = ()
    ahead: str | None = None

    @property
    def rank(self) -> int:
        """Place in the order of trust; the surest is 0."""
        return RANKS.get(self.rule, len(RANKS))


def _plausible(date: str) -> bool:
    return is_partial_date(date) and FIRST_YEAR <= int(date[:4]) <= LAST_YEAR


def iso_day(value: str) -> str | None:
    """The partial date at the beginning of an ISO or RFC 822 stamp; None for anything else.

    >>> iso_day("2019-08-15T22:10:00Z"), iso_day("Fri, 18 Oct 2002 15:28:59 -0700"), iso_day("soon")
    ('2019-08-15', '2002-10-18', None)
    """
    text = value.strip()[:60]
    if m := re.match(r"\d{4}-\d{2}-\d{2}(?=T|\s|$)|\d{4}(?:-\d{2})?$", text):
        return m[0] if _plausible(m[0]) else None
    if _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).date().isoformat()
    if m := re.match(r"(\d{4})(\d{2})(\d{2})(?=T|\d{6}|$)", text):
        joined = "-".join(m.groups())
        return joined if _plausible(joined) else None
    whole = [e for e in expressions(text)[0] if e.date]
    return whole[0].date if len(whole) == 1 and not whole[0].others else None


def metadata_candidates(document: Document) -> Iterator[Candidate]:
    """From the record and from the page's own metadata: publication first, later changes as `updated-label`."""
    if document.published and (day := iso_day(document.published)):
        yield Candidate(day, "record", document.published)
    times = {iso_day(value) for name, value in document.date_hints if name == "time"}
    for name, value in document.date_hints:
        day, rule = iso_day(value), "fetched" if _is_of_the_fetch(name) else _rule_of_hint(name)
        if day and rule and (rule != "page-time" or len(times) == 1):
            yield Candidate(day, rule, f"{name} {value}")


def _rule_of_hint(name: str) -> str | None:
    """`page-metadata` for article:published_time, None for the day of a crawl or an expiry.

    >>> _rule_of_hint("JSON-LD datePublished"), _rule_of_hint("meta expirationDate"), _rule_of_hint("warc:WARC-Date")
    ('page-metadata', None, None)
    """
    folded = fold(name)
    if _is_of_the_fetch(name):
        return None
    return next((rule for pattern, rule in _HINTS if pattern.search(folded)), None)


def _is_of_the_fetch(name: str) -> bool:
    return any(word in fold(name) for word in HORIZON_HINTS)


def _from_address(found: AddressDate | None) -> Iterator[Candidate]:
    if found:
        yield Candidate(found.date, found.rule, found.quote, others=(found.swapped,) if found.swapped else ())


def _printed_address(page: Page, url: str | None) -> AddressDate | None:
    """The day in the page's own address as it is printed at its end: `paper.example/2022/10/14/kamov | Share`, one of its host.

    Where the record has no address, one that is labelled as such: `URL: https://paper.example/2022/10/14/kamov`.
    """
    frame = f"{page.text[: page.headline]}\n{page.text[page.body_end :]}"
    own = (
        m[0]
        for m in _ADDRESS.finditer(frame)
        if (_host(m[0]) == _host(url) if url else _ADDRESS_LABEL.search(frame[: m.start()]))
    )
    found = [address_date(f"//{address}") for address in own]
    days = {a.date: a for a in found if a and len(a.date) == 10 and a.rule == "url-day"}
    return next(iter(days.values())) if len(days) == 1 else None


def _host(address: str) -> str:
    return re.sub(r"^(?:[a-z]{3,6}:)?//", "", address).split("/", 1)[0].removeprefix("www.").lower()


def candidates(page: Page, document: Document, language: str | None) -> tuple[list[Candidate], list[Expression]]:
    """(every sign of a date on the page and beside it, dates written there that do not exist)."""
    real, unreal = expressions(page.text, language, folded=page.folded)
    found = [
        *metadata_candidates(document),
        *_prefix(page.text),
        *_from_address(address_date(document.url)),
        *_from_address(_printed_address(page, document.url)),
        *_from_address(code_date(page.text)),
        *_print_issue(page),
    ]
    skip = len(PREFIX.match(page.text)[0]) if found and any(c.rule == "text-prefix" for c in found) else 0  # type: ignore[index]
    read = [_from_text(page, expression) for expression in _ends(real) if expression.start >= skip]
    found += [c for c in read if not (c.written and c.written.short and c.rule == "in-text")]
    return found, unreal


def _ends(real: list[Expression]) -> list[Expression]:
    """The first and last dates of a page that lists thousands."""
    return real if len(real) <= 2 * _MOST else [*real[:_MOST], *real[-_MOST:]]


def _prefix(text: str) -> Iterator[Candidate]:
    match = PREFIX.match(text)
    if match and _plausible(match[1]):
        yield Candidate(match[1], "text-prefix", match[0].strip())


def _print_issue(page: Page) -> Iterator[Candidate]:
    """The year, or the month, of the printed issue that a line beside the article names; not a decree's number in the article."""
    frame = f"{page.text[: page.head_end]}\n{page.text[page.body_end :]}"
    for match in (m for pattern in _ISSUES for m in pattern.finditer(frame)):
        word = match.groupdict().get("month")
        month = month_of(word, None, has_year=True) if word else None
        if month or not word:
            yield Candidate(partial(int(match["year"]), month), "print-issue", match[0].strip())


def _from_text(page: Page, written: Expression) -> Candidate:
    return Candidate(written.date, role(page, written), _quote(page, written), written, written.others)


def _quote(page: Page, written: Expression) -> str:
    start, end = page.line_at(written.start)
    return words_from(page.text, max(start, written.start - 32), min(end, written.end + 8))


def copyright_lines(text: str) -> list[tuple[int, str]]:
    """(last year, holder's words) of copyright lines, none of which dates an article by itself.

    >>> copyright_lines("Copyright 2024 The Paper.\\n© Agency 2019-2024 ")
    [(2024, 'The Paper.'), (2024, 'Agency')]
    """
    return [(int(m[2]), f"{m[1]} {m[3]}".strip()) for m in _COPYRIGHT_YEAR.finditer(text)]


def unusable_metadata(document: Document) -> list[str]:
    """Dates of the record and the page's metadata that are none, each with the reason."""
    given = [
        ("record", document.published or ""),
        *(h for h in document.date_hints if _rule_of_hint(h[0]) == "page-metadata"),
    ]
    return [
        f"{value[:40]!r} ({name}): no date, or outside the years 1900-2100"
        for name, value in given
        if value and not iso_day(value)
    ]


def horizon(document: Document) -> str | None:
    """The day the page was fetched, where its metadata say so: no article on it is younger."""
    days = [
        day
        for name, value in document.date_hints
        if any(w in fold(name) for w in HORIZON_HINTS) and (day := iso_day(value))
    ]
    return max(days) if days else None
