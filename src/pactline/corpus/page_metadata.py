"""What a page says about itself: title, outlet, address, language, and every dated field, none of them judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pactline.corpus.encodings import settle
from pactline.corpus.entry import Refusal
from pactline.corpus.records import loads

MOST_HINTS = 40
MOST_DATE_LENGTH = 100
_DATED = re.compile(r"date|time|publish|modified|updated|issued|creat|fecha", re.IGNORECASE)
_NOT_DATED = re.compile(
    r"timeout|timezone|readingtime|reading.time|lifetime|twitter:|validate|updated_?time_?out", re.IGNORECASE
)
_SCRIPTED = re.compile(
    r"[\"'](date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time)|pub_?date|publication_?date|first_?published_?(?:at|date)?)[\"']\s?:\s?[\"']"
    r"((?:19|20)\d{2}-\d{2}-\d{2}[T\d:.+Z -]{0,20})[\"']",
    re.IGNORECASE,
)
_DATE_KEYS = ("datePublished", "dateModified", "dateCreated", "uploadDate")
_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|WebPage")
_OTHER_PAGES = frozenset(
    {"itemListElement", "hasPart", "mentions", "isPartOf", "citation", "comment", "review", "video"}
)
_JSON_BYTES = 500_000
_JSON_NODES = 2_000


@dataclass
class Metadata:
    """As the page gives it. hints: dated fields, as (name, value)."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    hints: tuple[tuple[str, str], ...] = ()


def metadata(tree: Any) -> Metadata:
    """Of a parsed page."""
    meta = {name.lower(): value for name, value in reversed(list(_meta(tree)))}
    story = next(_stories(tree), {})
    publisher = story.get("publisher")
    return Metadata(
        title=_line(meta.get("og:title") or story.get("headline") or headline(tree) or _first(tree, "//title")),
        outlet=_line(meta.get("og:site_name") or (publisher.get("name") if isinstance(publisher, dict) else None)),
        url=_address(next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or meta.get("og:url")),
        language=_line(tree.get("lang") or meta.get("content-language") or meta.get("og:locale")),
        hints=tuple(dict.fromkeys(_hints(tree, story)))[:MOST_HINTS],
    )


def headline(tree: Any) -> str | None:
    """The first heading of the page."""
    return _line(_first(tree, "//h1"))


def _hints(tree: Any, story: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Dated fields: JSON-LD of the story, <meta>, <time> and itemprop."""
    for key in _DATE_KEYS:
        if isinstance(story.get(key), str):
            yield from _hint(f"JSON-LD {key}", story[key])
    for name, value in _meta(tree):
        if _DATED.search(name) and not _NOT_DATED.search(name):
            yield from _hint(f"meta {name}", value)
    for element in tree.xpath("//*[@itemprop]"):
        if "date" in element.get("itemprop").lower() and element.tag != "meta":
            value = element.get("content") or element.get("datetime") or element.text_content()
            yield from _hint(f"itemprop {element.get('itemprop')}", value)
    for element in tree.xpath("//time[@datetime]")[:MOST_HINTS]:
        published = element.get("pubdate") is not None or "publish" in element.get("class", "").lower()
        yield from _hint("time published" if published else "time", element.get("datetime"))
    for element in tree.xpath("//abbr[@title][contains(@class, 'published')]")[:MOST_HINTS]:
        yield from _hint("abbr published", element.get("title"))
    for element in tree.xpath("//*[@data-timestamp]")[:MOST_HINTS]:
        yield from _hint("time", element.get("data-timestamp"))
    yield from _in_scripts(tree)


def _in_scripts(tree: Any) -> Iterator[tuple[str, str]]:
    """The one day of publication that the page's own scripts name: `"publishedAt":"2019-03-12T16:15:00Z"`."""
    scripts = (script.text or "" for script in tree.xpath("//script[not(@type='application/ld+json')]"))
    found = [m for script in scripts if len(script) <= _JSON_BYTES for m in _SCRIPTED.finditer(script)]
    if len({m[2][:10] for m in found}) == 1:
        yield from _hint(f"script {found[0][1]}", found[0][2])


def _hint(name: str, value: str) -> Iterator[tuple[str, str]]:
    line = _line(value)
    if line and len(line) <= MOST_DATE_LENGTH and any(ch.isdigit() for ch in line):
        yield (_line(name) or "meta")[:MOST_DATE_LENGTH], line


def _meta(tree: Any) -> Iterator[tuple[str, str]]:
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name:
            yield name, element.get("content")


def _stories(tree: Any) -> Iterator[dict[str, Any]]:
    """JSON-LD objects that describe this article, not one that it links to."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        raw = script.text or ""
        if len(raw) > _JSON_BYTES:
            continue
        try:
            waiting = [loads(raw, 50)]
        except Refusal:
            continue
        for _ in range(_JSON_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                if _ARTICLE_TYPES.search(str(node.get("@type", ""))) and any(key in node for key in _DATE_KEYS):
                    yield node
                waiting += [v for key, v in node.items() if key not in _OTHER_PAGES and isinstance(v, (list, dict))]


def _first(tree: Any, path: str) -> str | None:
    return next((element.text_content() for element in tree.xpath(path)), None)


def _line(value: Any) -> str | None:
    """A value as one line; None where it is no text or holds nothing."""
    return (" ".join(settle(value)[0].split())[:500] or None) if isinstance(value, str) else None


def _address(value: Any) -> str | None:
    line = _line(value)
    return line if line and line.startswith(("http://", "https://")) else None
