"""What the place of a written date makes of it: a label's day, a stamp, a dateline, a picture's day, one of the article's words."""

from __future__ import annotations

import re

from pactline.corpus.dating_expressions import Expression
from pactline.corpus.dating_page import Page
from pactline.corpus.dating_words import date_words, fold, weekday_of

PREFIX = re.compile(r"\s*date (\d{4}(?:-\d{2}){0,2})(?!\d|-\d)")
_GAP_WORDS = re.compile(r"\b(?:on|at|el|em|le|am|il|las|a|the|день|em:)\b")
_AFTER_DATELINE = re.compile(
    r"\s*(?:г\.|года|гг\.)?\s*(?:[)\]]|\.?\s*/|\.?\s*\(|--|[—–:]|-\s|\.-|\.\s*[—–-]|,?\s*\([A-ZА-Я]"
    r"|[.,]?\s+[A-ZА-Я][\w.-]{1,20}\s*(?:\.-|[—–]|--?\s)|,\s[A-ZА-Я][\w.]{1,20}(?:\s[A-ZА-Я]\w{1,20})?\.\s|[电電讯訊])"
)
_ALONE = re.compile(r"\([A-ZА-ЯЁ][\w .-]{1,24}\)[\s.–—-]*")
"""The agency after a dateline that stands on a line of its own: `Caracas, 13 November (Argus)`."""

_DATELINE_AND_MORE = 60  # characters of a line on which an article follows its dateline
_AFTER_STOP = re.compile(r"\s?(?:г|года)?\.\s+[\"'“«¿¡]?(?!(?:AP|AFP|EFE|Reuters|Foto|Photo)\b)[A-ZÀ-ÞА-ЯЁ][^\n]{40}")
"""A full stop after the date and a sentence behind it."""

_PLACE_TOKEN = re.compile(r"[\W\d]*(?:[^\W\d_a-zа-яё]|$)|\([a-z]{2,12}\)?[,.]?$")
_BARE_LETTERS = 3
_MASTHEAD = re.compile(
    r"(?<!\w)(?:N[ºo°]\.?\s?\d[\d.]*|No\. ?\d{2,}|№\s?\d+|Page [A-Z]?\d{1,3}|Pág\. ?\d{1,3}|P[áa]gina \d{1,3}|Año [IVXLC]{1,8}|Ano [IVXLC]{1,8}|Vol\. ?\w{1,6})(?!\w)"
)
_MASTHEAD_REACH = 70
_EDITED_BY = re.compile(
    r"\b(?:last )?(?:edited|modified|updated) by [^\n;,]{1,30}[;,] $|^(?:sent|forwarded):\s*(?:\w{2,9}\.?,?\s*)?$"
)
"""A post changed by its writer, a message sent on: later than what stands in it."""

_MIDNIGHT = re.compile(r"[\s,|-]{1,3}(?:12:00(?::00)? ?a\.? ?m\b|0?0:00(?::00)?(?![\d:]))")
_FEW = 2  # words that may follow a date which closes a line
_HEADLINE_WORDS = 4
_SIGNATURE = 160  # characters of a line that signs an article
_STAMP_NOISE = re.compile(
    r"\b(?:am|pm|gmt|utc|est|edt|pst|pdt|cst|cdt|ist|bst|cet|hrs|hs|msk|мск|г|года|de|del|h|uhr)\b|[\W\d_]+"
)


def role(page: Page, written: Expression) -> str:
    """What the place of a date makes of it; `in-text` where it is one of the article's own words.

    `Published November 08, 2024` is a published-label, `FILE - ... Aug. 16, 2005` a caption, `on Aug. 16` in-text.
    """
    if page.is_outside(written.start):
        return "other-story"
    label = _label(page, written)
    if label:
        return label
    if _copyright(page, written):
        return "copyright"
    if _other_day(page, written):
        return "other-day"
    if _is_dateline(page, written):
        return "dateline"
    if page.is_post(written.start):
        return "embedded-post"
    if page.is_caption(written.start):
        return "caption"
    return _by_zone(page, written)


def _by_zone(page: Page, written: Expression) -> str:
    zone = page.zone(written.start)
    if zone == "body" or written.day is None or not (_is_stamp(page, written) or _is_signature(page, written)):
        return "in-text"
    bare, above = _is_bare(page, written), page.above_headline(written.start)
    if written.year is None and not (bare or written.clock):
        return "in-text"
    if zone == "tail":
        return "tail-stamp" if _closes(page, written) or _is_signature(page, written) else "in-text"
    own = (
        _right_above(page, written)
        or _is_masthead(page, written)
        or _is_edition(page, written)
        or page.under_byline(written.start)
        or _is_right_above_prose(page, written)
    )
    clock = above and (bare or written.year is None or _is_chrome(page, written)) and not own
    return "top-line" if clock else "stamp"


def _is_edition(page: Page, written: Expression) -> bool:
    """A day with the hour of midnight is that of a daily's edition, which no clock shows: `12 de abril de 2012 12:00 AM`."""
    return bool(_MIDNIGHT.match(page.folded[written.end : written.end + 20]))


def _is_chrome(page: Page, written: Expression) -> bool:
    """On a line of the page's own, with its weather, rates or buttons: `Caracas 27° | Sat 12 Oct 2019 | Subscribe`."""
    start, end = page.line_at(written.start)
    return bool(date_words().lists["labels.chrome"].search(page.folded[start:end]) or "°" in page.text[start:end])


def _closes(page: Page, written: Expression) -> bool:
    """Whether a line after the article ends with its date, or is short: `26/11/2024 Mercado: dólar a 5,80` is another story."""
    start, end = page.line_at(written.start)
    after = _STAMP_NOISE.sub(" ", page.folded[written.end : end])
    if _is_headline_with_day(page.folded[start : written.start]):
        return False
    return written.clock or len(after.split()) <= _FEW or written.start - start >= _FEW * len(after)


def _is_headline_with_day(before: str) -> bool:
    """`Morreu o escritor do mar (14/04/2020)` is another story of the site; `By Jane Roe (14/04/2020)` is none."""
    words = re.findall(r"[^\W\d_]+", before)
    return before.rstrip().endswith(("(", "[")) and len(words) >= _HEADLINE_WORDS and not _is_byline(before)


def _right_above(page: Page, written: Expression) -> bool:
    """A date with its hour, without a weekday, on the line right above the headline, is the article's: a page's clock names both."""
    end = page.line_at(written.start)[1]
    return (
        written.clock
        and written.weekday is None
        and page.text[end : page.headline].strip().count("\n") == 0 < page.headline - end
    )


def _is_right_above_prose(page: Page, written: Expression) -> bool:
    """A day without a weekday right above the first sentence of a text without a headline: a page's clock stands above one."""
    end = page.line_at(written.start)[1]
    untitled = page.line_at(page.head_end)[1] == page.headline
    return untitled and written.weekday is None and not page.text[end : page.head_end].strip()


def _is_masthead(page: Page, written: Expression) -> bool:
    """A date beside a paper's number or page is that of the printed paper: `Jueves 24/11/11 / Año XX * Nº 6.612`."""
    start, end = page.line_at(written.start)
    return bool(_MASTHEAD.search(page.text[max(0, start - _MASTHEAD_REACH) : end + _MASTHEAD_REACH].split("\n\n")[0]))


def _label(page: Page, written: Expression) -> str | None:
    """`published-label` or `updated-label` where such a word stands before the date: `Posted: Fri,`, not `posted it in`.

    A longer label of something else goes first: `Join Date: May 2007` is no `Date: May 2007`.
    """
    line_start = page.line_at(written.start)[0]
    before = page.folded[max(line_start, written.start - 48) : written.start]
    if _EDITED_BY.search(before) and page.zone(written.start) != "body":
        return "updated-label"
    best = (-1, 0, "")
    for kind in ("published", "updated", "other"):
        for match in date_words().lists[f"labels.{kind}"].finditer(before):
            counts = kind == "other" or _label_counts(match, before, line_start < written.start - 48)
            if counts and _gap_is_empty(before[match.end() :]):
                best = max(best, (match.end(), -match.start(), kind))
    kind = best[2]
    if kind == "other":
        return None if page.zone(written.start) == "body" else "other-day"
    return f"{kind}-label" if kind else None


def _gap_is_empty(gap: str) -> bool:
    words = [w for w in re.findall(r"[^\W\d_]+(?:-feira)?", _GAP_WORDS.sub(" ", gap)) if weekday_of(w) is None]
    return not words or words in (["am"], ["pm"], ["t"])


def _label_counts(match: re.Match[str], before: str, cut: bool) -> bool:
    if match[0] not in date_words().sets["loose_labels"]:
        return True
    gap = before[match.end() :].lstrip()
    ahead = before[: match.start()].rstrip(" \t\"'")
    at_line_start = ahead.endswith((".", "|", "•", "·", ")", "—", "–", "*", "-")) or (not cut and not ahead)
    return (
        gap[:1] in (":", '"', "：", "|")
        or (match[0] == "published" and not before[: match.start()].rstrip().endswith((",", " was")))
        or at_line_start
    )


def _copyright(page: Page, written: Expression) -> bool:
    line_start = page.line_at(written.start)[0]
    before = page.folded[max(line_start, written.start - 30) : written.start]
    return bool(date_words().lists["labels.copyright"].search(before)) and not page.is_caption(written.start)


def _other_day(page: Page, written: Expression) -> bool:
    """`Retrieved 12 March 2020`, `Offer expires ...`, `Join our webinar ...`: the page says what else the day is."""
    start = page.line_at(written.start)[0]
    before = page.folded[max(start, written.start - 40) : written.start]
    return page.zone(written.start) != "body" and bool(date_words().lists["labels.other"].search(before))


def _is_dateline(page: Page, written: Expression) -> bool:
    """`MOSCOW, September 12 (RIA Novosti) -`, `(Argus, 10.Mar.2019) -`; not `On March 13 Venezuela`."""
    start, end = page.line_at(written.start)
    if written.start - start > 110 or written.start > page.head_end + 1500 or page.zone(written.start) == "tail":
        return False
    before = PREFIX.sub("", page.text[start : written.start]).strip(" ,(-–—/")
    tokens = before.split()
    if tokens and fold(tokens[-1]).strip(",.") in _prepositions() - {"de", "del", "la"}:
        return False
    names = all(
        _PLACE_TOKEN.match(t)
        or weekday_of(t.strip(",.")) is not None
        or fold(t) in ("de", "del", "la", "da", "do", "of", "the", "y", "и", "г")
        for t in tokens
    )
    stop = written.end - (page.text[written.end - 1] == ".")  # a full stop may have been read as that of a short month
    after = page.text[written.end : min(end, written.end + 80)]
    opens = _AFTER_DATELINE.match(after[:30]) or (
        (tokens or (written.year and after[:1] == ".")) and _AFTER_STOP.match(page.text[stop : min(end, stop + 80)])
    )
    closed = bool(written.year) and written.end == end and len(tokens) > 1 and page.zone(written.start) == "head"
    alone = bool(_ALONE.fullmatch(page.text[written.end : end].strip())) and bool(tokens)
    return names and (alone or closed or (bool(opens) and end - start > _DATELINE_AND_MORE))


def _is_stamp(page: Page, written: Expression) -> bool:
    """On a short line that is no sentence: `Власть 15 августа, 2019 / 17:34`, not `Deal of 5 May 2019`."""
    start, end = page.line_at(written.start)
    line = page.text[start:end].rstrip()
    if len(line) > 220 or (
        line.endswith((".", "!", "?", "…", ".”", '."')) and line.count(" ") >= 7 and not written.clock
    ):
        return False
    if _into_a_sentence(page.folded[start : written.start]) and not written.clock:
        return _is_byline(page.folded[start:end]) or _is_bare(page, written)
    after = page.text[written.end : end].strip()
    return len(after) < 90 or not after[:1].islower()


def _is_byline(line: str) -> bool:
    """`written by jane roe on 5 march 2019`"""
    return bool(date_words().lists["openings.byline"].match(line.lstrip(" \t*•|-–—")))


def _is_signature(page: Page, written: Expression) -> bool:
    """A short line after the article that says where it stood, and when: `— Gas newsletter, December 17, 2017. Unsubscribe`."""
    start, end = page.line_at(written.start)
    before = page.folded[start : written.start].lstrip()
    if written.year is None or end - start > _SIGNATURE or page.zone(written.start) == "body":
        return False
    lists = date_words().lists
    named = lists["labels.published"].match(before) or lists["labels.source"].match(before)
    return before.startswith(("—", "–", "-", "(", "[")) or bool(named)


def _into_a_sentence(before: str) -> bool:
    """Whether a preposition takes the date into a sentence: `the deal of`, `on Monday,`; not `No. 33,` or `№145 от`."""
    words = [w for w in re.findall(r"[^\W\d_]+(?:-feira)?|\d+", before) if weekday_of(w) is None]
    return bool(words) and words[-1] in _prepositions() and not re.search(r"№\s?\d+", before)


def _is_bare(page: Page, written: Expression) -> bool:
    start, end = page.line_at(written.start)
    rest = page.folded[start : written.start] + " " + page.folded[written.end : end]
    rest = date_words().lists["day_words.today"].sub(" ", rest)
    words = [w for w in _STAMP_NOISE.sub(" ", rest).split() if weekday_of(w) is None and w not in ("feira",)]
    return sum(map(len, words)) <= _BARE_LETTERS


def _prepositions() -> frozenset[str]:
    return date_words().sets["prepositions"]
