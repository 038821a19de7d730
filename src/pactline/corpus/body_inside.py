"""Between the first and the last line of an article: other headlines, adverts and passages that stand on the page twice."""

from __future__ import annotations

import re

from pactline.corpus.body_lines import Line

LEAST_HEADLINE_WORDS = 3
RESUMING_WORDS = 12
QUOTES = '"“«„‘'
REPEATED_WORDS = 8
LONGEST_REPEATED = 20_000
"""Characters of the longest paragraph compared with others; a longer one is a whole text on one line."""

ADVERT = re.compile(
    r"\W{0,4}(?:advertisement|advert|ad|sponsored|publicidad|anuncio|publicidade|anúncio|реклама|publicité|werbung|anzeige|pubblicità|reklam)\b"
)
ONE_OTHER = re.compile(
    r"\bthis next|related (?:story|article|link|video)\b|\b(?:nota|noticia|artículo|video|vídeo|matéria|notícia|artigo) relacionad[oa]\b|материал по|новость по|видео по"
)
"""Labels of a single other story."""

POST_WORDS = 60
ADVERT_LABEL_WORDS, ADVERT_WORDS = 5, 12


def inside(text: str, page: list[Line], *, above: list[Line]) -> list[tuple[Line, str]]:
    """The lines between the first and the last of the body, each with the clutter it is or ""."""
    again = _repeated(text, page, above)
    found: list[tuple[Line, str]] = []
    skipping = forced = False
    skipped_lines = 0
    one = False
    for i, line in enumerate(page):
        resumes = _resumes(text, line) or (one and skipped_lines == 1 and _goes_on(page[i : i + 2]))
        one = bool(ONE_OTHER.search(text[line.start : line.end].lower())) if line.block else one
        skipping = line.block or (skipping and (forced or not resumes))
        skipped_lines = skipped_lines + 1 if skipping and not line.block else 0
        forced = line.block
        skipped = ("teaser" if line.prose else "headline-list") if skipping else ""
        if i and not skipped and _is_advert(text, page[i - 1], line):
            skipped = "page-furniture"
        if line.kind == "embedded-post" and found and _is_post(text, found[-1], line):
            found[-1] = (found[-1][0], line.kind)
        found.append((line, line.kind or ("repeated" if i in again else skipped)))
    return found


def _is_post(text: str, above: tuple[Line, str], sender: Line) -> bool:
    """Whether the line above one that names who posted is the post: `Fair winds! / — Navy (@navy) March 1, 2019`."""
    line, kind = above
    return (
        not kind
        and line.words <= POST_WORDS
        and text[sender.start] in "—–-"
        and "(@" in text[sender.start : sender.end]
    )


def _goes_on(following: list[Line]) -> bool:
    """A sentence below the one headline of its label, with another below it or none."""
    return all(line.prose and not line.kind for line in following)


def _resumes(text: str, line: Line) -> bool:
    """A sentence too long for a teaser, or somebody's words."""
    return line.prose and not line.kind and (line.words >= RESUMING_WORDS or text[line.start] in QUOTES)


def _repeated(text: str, page: list[Line], above: list[Line]) -> set[int]:
    """Lines that stand on the page twice, prose or a headline: the second is left out."""
    headlines = {
        _words(text, line) for line in above if line.plain and not line.prose and line.words >= LEAST_HEADLINE_WORDS
    }
    seen: set[str] = set()
    again: set[int] = set()
    for i, line in enumerate(page):
        if line.words < LEAST_HEADLINE_WORDS or line.end - line.start > LONGEST_REPEATED:
            continue
        words = _words(text, line)
        if words in seen or words in headlines:
            again.add(i)
        if line.words >= REPEATED_WORDS:
            seen.add(words)
    return again


def _words(text: str, line: Line) -> str:
    return " ".join(text[line.start : line.end].split()).casefold()


def _is_advert(text: str, label: Line, line: Line) -> bool:
    """A few words right below the label of an advertisement that are no sentence of news."""
    if label.words > ADVERT_LABEL_WORDS or line.words > ADVERT_WORDS:
        return False
    named = ADVERT.match(text[label.start : label.end].lower())
    return bool(named) and (not line.prose or text[line.end - 1] == "!")
