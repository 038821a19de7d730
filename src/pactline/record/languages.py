"""Languages that have rules of reading: those that a `predicates` word list speaks. Articles in others are kept, dated and counted."""

from importlib.resources import files

_WORDS = files("pactline") / "words"
LANGUAGES: tuple[str, ...] = tuple(sorted(
    name.removeprefix("predicates.").removesuffix(".toml")
    for name in (entry.name for entry in _WORDS.iterdir()) if name.startswith("predicates.") and name.endswith(".toml")
))  # fmt: skip
DEFAULT = "en"
"""Its words are used where a language has no rules, or no words of its own for something."""


def ruled(language: str | None) -> str:
    """The language whose words are used for a text in this one.

    >>> ruled("pt"), ruled("fi"), ruled(None)
    ('pt', 'en', 'en')
    """
    return language if language in LANGUAGES else DEFAULT
