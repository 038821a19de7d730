"""The gate in front of papermill: parameters are data, their names are known, their types are the notebook's own."""

from __future__ import annotations

import ast
import builtins
import difflib
import keyword
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import papermill

LARGEST = 10_000
"""Characters and members that a parameter may hold in all."""


class ParameterError(ValueError):
    """A parameter that a notebook does not take; the message names it and lists what is allowed."""


def checked(notebook: Path, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters, if the notebook declares every name and every value is plain data of the declared type.

    raises  ParameterError for an unknown name, a name that is no plain name, a value of another type or too large
    """
    declared = declared_by(notebook)
    for name, value in parameters.items():
        _check_name(name, declared)
        _check_value(name, value)
        _check_type(name, value, declared[name])
    return dict(parameters)


def declared_by(notebook: Path) -> dict[str, Any]:
    """Name -> default value of the cell tagged `parameters`."""
    inspected = papermill.inspect_notebook(str(notebook))
    return {name: ast.literal_eval(entry["default"]) for name, entry in inspected.items()}


def _check_name(name: object, declared: Mapping[str, Any]) -> None:
    if name in declared and isinstance(name, str) and _is_plain_name(name):
        return
    near = difflib.get_close_matches(str(name), declared, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise ParameterError(f"no parameter {str(name)[:60]!r}{hint} Allowed are {', '.join(sorted(declared))}")


def _is_plain_name(name: str) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name) and not hasattr(builtins, name) and name[0] != "_"


def _check_value(name: str, value: Any) -> None:
    """Exact types only: a subclass can bring its own repr, and papermill pastes reprs into code."""
    waiting, size = [value], 0
    while waiting:
        item = waiting.pop()
        size += 1 + (len(item) if isinstance(item, (str, list, dict)) else 0)
        if size > LARGEST:
            raise ParameterError(f"{name} is too large: at most {LARGEST} characters")
        if type(item) is list:
            waiting += item
        elif type(item) is dict:
            if not all(type(key) is str for key in item):
                raise ParameterError(f"{name} has a key that is no text")
            waiting += [*item.keys(), *item.values()]
        elif type(item) is float and not math.isfinite(item):
            raise ParameterError(f"{name} is {item}: a finite number is needed")
        elif item is not None and type(item) not in (bool, int, float, str):
            raise ParameterError(
                f"{name} holds a {type(item).__name__}: allowed are text, numbers, true, false, null, lists"
            )


def _check_type(name: str, value: Any, default: Any) -> None:
    """A parameter whose default is None takes text or None; any other takes the type of its default."""
    wanted = str if default is None else type(default)
    if type(value) is wanted or (value is None and default is None) or (default is None and type(value) is dict):
        return
    raise ParameterError(f"{name} is {value!r}: {'text' if wanted is str else wanted.__name__} is needed")
