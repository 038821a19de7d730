"""Whether a second sign stands beside a weak one, such as the line above a headline or a number in an address."""

from __future__ import annotations

from collections.abc import Sequence

from pactline.corpus.dating_candidates import COARSE, Candidate
from pactline.corpus.dating_evidence import Evidence
from pactline.corpus.dating_expressions import Expression, day_exists
from pactline.record.dates import compatible, days_between, partial, precision, weekday

NEVER = {
    "copyright": "a copyright line dates no article",
    "caption": "it dates the picture",
    "embedded-post": "it dates a post quoted in the article",
    "other-story": "it belongs to another story on the page",
    "fetched": "the day a page was fetched dates no article",
    "other-day": "the page says that it is the day of something else",
}
LATER = "updated-label"
SAME_STORY_DAYS = 3  # two signs this close tell of one publication: filed, printed, updated
_SAME_WEEK = 7
_LEAD = 1200  # characters in which a story names its own weekdays
_EVENT_REACH = 60  # days for which an event is news


def supports(candidate: Candidate, others: Sequence[Candidate], evidence: Evidence) -> bool:
    """Whether anything else bears out a weak sign: a sign close to it, else a weekday, a year or an event told.

    A clock falls on the right weekday once in four times, so a weekday counts only where no year told speaks against it,
    and a weekday that is wrong counts against a year that is right.
    """
    date = candidate.date or ""
    if any(_agrees(other, date) for other in others if other.rule not in (candidate.rule, *NEVER)):
        return True
    if any(0 <= days_between(m.event.start, date) <= _EVENT_REACH for m in evidence.mentions if not m.ahead):
        return True
    gap = None if evidence.last_year is None else int(date[:4]) - evidence.last_year
    named = lead_weekdays(evidence)
    if not named:
        return gap == 0
    after = min(((weekday(date) or 0) - day) % 7 for day in named)
    return (after <= 1 and gap in (None, 0, 1)) or (after <= SAME_STORY_DAYS and gap == 0)


def _agrees(other: Candidate, date: str) -> bool:
    if other.date:
        return close_to(other, date) or (other.rule in COARSE and compatible(other.date, date))
    return other.written is not None and _same_week(other.written, date)


def _same_week(written: Expression, date: str) -> bool:
    """Whether a day without a year lies within a week of a date; a date without a day has no week."""
    if len(date) < 10:
        return False
    this = day_of_year(int(date[5:7]), int(date[8:10]))
    return written.day is not None and abs(day_of_year(written.month, written.day) - this) <= _SAME_WEEK


def close_to(other: Candidate, date: str) -> bool:
    """Whether a sign of a day, not one of the article's own sentences, lies within three days."""
    day = other.date or ""
    return len(day) == 10 and other.rule != "in-text" and abs(days_between(day, date)) <= SAME_STORY_DAYS


def day_of_year(month: int, day: int) -> int:
    """A day's place in a year of twelve months of 31 days, good for nearness alone."""
    return month * 31 + day


def lead_weekdays(evidence: Evidence) -> set[int]:
    """Weekdays named in the first sentences."""
    head = evidence.page.head_end
    return {day for at, day in evidence.weekdays if head <= at < head + _LEAD}


def filed_before(later: Candidate, found: list[Candidate]) -> Candidate | None:
    """A dateline without its year, filed up to three days before the day on which the page was changed or sent on."""
    date = later.date or ""
    for candidate in found if precision(date) == "day" and later.rule in (LATER, "tail-stamp") else ():
        w = candidate.written
        if candidate.rule != "dateline" or w is None or w.year is not None or not w.day:
            continue
        for year in (int(date[:4]), int(date[:4]) - 1):
            if not day_exists(year, w.month, w.day):
                continue
            day = partial(year, w.month, w.day)
            if 0 <= days_between(day, date) <= SAME_STORY_DAYS and w.weekday in (None, weekday(day)):
                return Candidate(day, "yearless-dateline", f"{candidate.quote}; the year: changed on {date}")
    return None


def page_order(found: Sequence[Candidate]) -> str | None:
    """`day` or `month` first, as the page's other numeric dates have it; None where they do not say or disagree."""
    orders = set()
    for c in found:
        if c.written and c.written.day and c.written.day > 12 and c.date and c.quote:
            tail = c.quote.replace("-", "/")
            if (
                f"{c.written.month:02d}/{c.written.day}/{c.written.year}" in tail
                or f"{c.written.month}/{c.written.day}/{c.written.year}" in tail
            ):
                orders.add("month")
            elif (
                f"{c.written.day}/{c.written.month:02d}/{c.written.year}" in tail
                or f"{c.written.day}/{c.written.month}/{c.written.year}" in tail
            ):
                orders.add("day")
    return orders.pop() if len(orders) == 1 else None
