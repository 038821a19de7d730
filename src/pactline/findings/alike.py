"""When two names in deals can mean one weapon: `Su-30` and `Su-30MK2`, `fighter jets` and `Su-30`; never `Su-30` and `Su-35`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

Item = Mapping[str, Any]


def name_key(name: str) -> str:
    """Letters and digits of a name in lower case, without accents.

    >>> name_key("Su-30 MK2"), name_key("Guaiquerí class")
    ('su30mk2', 'guaiquericlass')
    """
    folded = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in folded if letter.isalnum())


def is_generic(name: str) -> bool:
    """True for a noun or a family told by a noun, which may stand for several models.

    >>> is_generic("fighter jets"), is_generic("Sukhoi fighter"), is_generic("Su-30"), is_generic("Smerch")
    (True, True, False, False)
    """
    words = name.split()
    return not any(letter.isdigit() for letter in name) and (name == name.lower() or words[-1] == words[-1].lower())


def alike(a: Item, b: Item) -> bool:
    """Whether two items may be one weapon told more or less exactly.

    >>> gen, su30, su35 = ({"name": n, "category": "aircraft"} for n in ("fighter jets", "Su-30", "Su-35"))
    >>> alike(gen, su30), alike(su30, su35)
    (True, False)
    """
    first, second = name_key(a["name"]), name_key(b["name"])
    if first == second:
        return True
    if a["category"] != b["category"]:
        return False
    if is_generic(a["name"]) or is_generic(b["name"]):
        return True
    return _is_variant(first, second) or _is_variant(second, first)


def _is_variant(family: str, model: str) -> bool:
    """Su-30 and Su-30MK2, Tor and Tor-M1; not Mi-2 and Mi-26, whose number goes on."""
    return bool(family) and re.match(re.escape(family) + r"(?!\d)", model) is not None
