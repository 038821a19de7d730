"""topic.toml: what a topic is about, every fault with its line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from pactline.record.countries import COUNTRY_CODES
from pactline.record.languages import LANGUAGES

FILE = "topic.toml"
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True)
class Setting:
    """One key of topic.toml: the type it must have and what it says."""

    name: str
    kind: type
    says: str
    required: bool = True


SETTINGS = (
    Setting("name", str, "the topic's name on the command line"),
    Setting("title", str, "title of the report"),
    Setting("question", str, "what the report asks, below its title"),
    Setting("languages", list, "languages the actors have names in"),
    Setting("pair", list, "codes of the two countries; the first is the one whose oil is followed"),
    Setting("supplier", str, "code of the usual supplier of arms within the pair", required=False),
    Setting("oil_subject", str, "name of the country whose oil is followed, as in actors.csv"),
    Setting("commodity", str, "word list of the commodity chapter", required=False),
)
_TYPES: dict[type, str] = {str: "a text in quotation marks", list: "a list in square brackets"}


def read_settings(path: Path) -> tuple[dict[str, Any], list[str]]:
    """The keys of topic.toml, and what is wrong with them."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        settings = tomllib.loads(text)
    except OSError as error:
        return {}, [f"{FILE}: cannot be read: {error.strerror}"]
    except UnicodeDecodeError as error:
        return {}, [f"{FILE}: byte {error.start} is not UTF-8: save the file as UTF-8"]
    except tomllib.TOMLDecodeError as error:
        return {}, [_no_toml(str(error), text)]
    return settings, settings_faults(settings, text)


def settings_faults(settings: Mapping[str, Any], text: str) -> list[str]:
    """Faults of topic.toml, in order of line."""
    faults = [(1, f"missing {s.name}: {s.says}") for s in SETTINGS if s.required and s.name not in settings]
    for name, value in settings.items():
        line = line_of(text, name)
        setting = next((s for s in SETTINGS if s.name == name), None)
        if setting is None:
            faults.append((line, _unknown(name)))
        elif not isinstance(value, setting.kind) or not value:
            faults.append((line, f"{name} is {_told(value)}: it must be {_TYPES[setting.kind]}, {setting.says}"))
        else:
            faults += [(line, fault) for fault in _value_faults(name, value, settings)]
    return [f"{FILE}:{line}: {fault}" for line, fault in sorted(faults, key=lambda f: f[0])]


def placed(fault: str, path: Path, key: str) -> str:
    """A fault of topic.toml that was found elsewhere, with the line its key stands on; any other fault as it is."""
    if not fault.startswith(f"{FILE}: ") or not path.is_file():
        return fault
    line = line_of(path.read_text(encoding="utf-8-sig", errors="replace"), key)
    return f"{FILE}:{line}: {fault.removeprefix(f'{FILE}: ')}"


def line_of(text: str, key: str) -> int:
    """Line on which a key stands; 1 where it cannot be found.

    >>> line_of('# pair of states' + chr(10) + 'pair = []', "pair")
    2
    """
    found = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.]|^\[+{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _value_faults(name: str, value: Any, settings: Mapping[str, Any]) -> Iterator[str]:
    if name == "languages":
        unknown = [language for language in value if str(language) not in LANGUAGES]
        yield from (
            f"languages: language {str(language)[:40]!r} has no rules: use {', '.join(LANGUAGES)}"
            for language in unknown
        )
    if name == "pair":
        if len(value) != 2 or value[0] == value[1]:
            yield f"pair is {value}: name two countries"
        yield from (f"pair: {_no_country(code)}" for code in value if str(code) not in COUNTRY_CODES)
    if name == "supplier" and value not in COUNTRY_CODES:
        yield f"supplier: {_no_country(value)}"
    elif name == "supplier" and isinstance(settings.get("pair"), list) and value not in settings["pair"]:
        yield f"supplier {value} is none of the pair {', '.join(map(str, settings['pair']))}"


def _told(value: object) -> str:
    """A value of the wrong type as a person who never heard of types says it.

    >>> _told(3), _told(True), _told(["a"]), _told([]), _told("VEN"), _told({"a": 1})
    ('the number 3', 'the word true', 'a list', 'an empty list', "'VEN'", 'a table')
    """
    match value:
        case bool():
            return f"the word {str(value).lower()}"
        case int() | float():
            return f"the number {str(value)[:40]}"
        case list():
            return "a list" if value else "an empty list"
        case dict():
            return "a table"
        case date() | time():
            return f"the date {value}"
    return repr(str(value)[:40])


def _no_country(code: object) -> str:
    return f"{str(code)[:40]!r} is no ISO 3166-1 alpha-3 code: write three letters, as RUS"


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, [s.name for s in SETTINGS], n=1)
    return f"there is no key {name[:40]}" + (f": did you mean {near[0]}?" if near else "")


def _no_toml(message: str, text: str) -> str:
    at = _AT_LINE.search(message)
    line = int(at.group(1)) if at and at.group(1) else text.count("\n") + 1
    return f"{FILE}:{line}: no TOML: {_AT_LINE.sub('', message)}"
