"""Which field of a record is which: by the caller's mapping, else by the names that archives use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from pactline.corpus.entry import CorpusError
from pactline.record.topic import read_rows

FIELDS = ("id", "text", "html", "title", "outlet", "published", "language", "url")
NAMES = Path(str(files("pactline"))) / "words" / "record_fields.csv"


def plain(name: str) -> str:
    """A field's name without case and punctuation.

    >>> plain("pubDate"), plain("pub_date")
    ('pubdate', 'pubdate')
    """
    return "".join(ch for ch in name.casefold() if ch.isalnum())


@cache
def known_names() -> dict[str, tuple[str, ...]]:
    """For each field the plain names it goes by, the surest first."""
    names: dict[str, tuple[str, ...]] = dict.fromkeys(FIELDS, ())
    for row in read_rows(NAMES):
        names[row["field"]] += (plain(row["name"]),)
    return names


def checked_mapping(fields: Mapping[str, str] | None) -> tuple[tuple[str, str], ...]:
    """The caller's mapping, ours to theirs, as a hashable value; CorpusError for a field that there is not."""
    mapping = dict(fields or {})
    if unknown := sorted(set(mapping) - set(FIELDS)):
        raise CorpusError(f"no field {', '.join(unknown)}: map any of {', '.join(FIELDS)}, such as published=pubDate")
    return tuple(sorted(mapping.items()))


@lru_cache(maxsize=1024)
def resolve(keys: tuple[str, ...], mapping: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Which of a record's keys stands for which field.

    A field that the caller maps is looked for under that name alone.

    >>> resolve(("ID", "pubDate", "body"), ())
    {'id': 'ID', 'text': 'body', 'published': 'pubDate'}
    >>> resolve(("date", "seen", "text"), (("published", "seen"),))
    {'text': 'text', 'published': 'seen'}
    """
    mapped = dict(mapping)
    by_name: dict[str, str] = {}
    for key in keys:
        by_name.setdefault(plain(key), key)
    found = {}
    for field, names in known_names().items():
        if field in mapped:
            if mapped[field] in keys:
                found[field] = mapped[field]
        else:
            found.update((field, by_name[name]) for name in reversed(names) if name in by_name)
    return found


def columns_found(columns: Iterable[str]) -> str:
    """Column names for a message, shortened."""
    listed = [column[:40] for column in columns]
    more = f" and {len(listed) - 12} more" if len(listed) > 12 else ""
    return ", ".join(repr(name) for name in listed[:12]) + more
