"""What the preposition before a state tells of its side: `from`, `to`, `by`, in four languages."""

from __future__ import annotations

from pactline.reading.deal_sentence import Words
from pactline.reading.named_states import Named
from pactline.reading.predicates import Cue, Frame, lexicon

_REACTIONS = frozenset(
    "criticism critics pressure objections objection protests protest opposition condemnation warnings warning concern concerns "
    "complaints outcry threats threat anger alarm crítica críticas presión presiones protesta protestas objeción objeciones "
    "advertencia advertencias rechazo amenaza amenazas quejas preocupación pressão pressões protesto protestos objeções ameaça "
    "ameaças queixas preocupação alertas rejeição критику критика давление протест протесты угрозы угроза".split()
)
"""What comes from a state that is no side: `a purchase that drew criticism from Costa Rica`."""


def _before(words: Words, at: int, preposition: str) -> int:
    """The word before the preposition that governs the word `at`."""
    return max(0, next((i for i in range(at - 1, max(-1, at - 6), -1) if words.lower[i] == preposition), 1) - 1)


def roles_of(frame: Frame) -> tuple[str, str]:
    """The role of an active subject, and the other one."""
    if frame.subject in ("recipient", "visitor"):
        return "recipient", "supplier"
    return "supplier", "recipient"


def by_preposition(words: Words, frame: Frame, event: Cue, state: Named, word: str) -> dict[str, float]:
    """Weights of a state behind a preposition; `from Russia` supplies, `to Caracas` receives, `by` stands for the subject."""
    lists = lexicon(words.language).prepositions
    subject, other = roles_of(frame)
    after = state.first >= event.last
    if frame.kind == "access":
        return (
            {"supplier": 3.0}
            if word in lists["into"] | lists["to"]
            else {"recipient": 2.0}
            if word in lists["from"] | lists["of"]
            else {}
        )
    buying = frame.subject == "recipient"
    if words.language == "ru" and word == "у":
        return {"supplier": 4.0}
    if frame.kind == "training" and word in lists["into"] and word not in ("a", "al", "à", "ao"):
        return {"supplier": 2.6}
    if frame.name == "train" and word in lists["from"] | lists["of"]:
        return {"recipient": 2.6}
    if word in lists["by"]:
        return {subject: 5.0}
    if buying and after and word in lists["into"] - lists["to"] and frame.kind == "transfer":
        return {"supplier": 2.4}
    if word in ("a", "al", "à", "ao") and frame.name in ("buy", "order"):
        return {"supplier": 3.5}
    if word in lists["with"] and word not in ("с", "со"):
        return {other: 2.0}
    if word in ("с", "со"):
        return {other: 2.0}
    if word in lists["of"] and words.language in ("es", "pt"):
        return {"supplier": 2.0 if buying or after else 1.2, "recipient": 0.8}
    if word in lists["from"]:
        if words.lower[_before(words, state.first, word)] in _REACTIONS:
            return {"supplier": -1.0, "recipient": -1.0}
        orders = frame.name == "order" and event.form == "noun" and after
        return {"recipient" if orders else "supplier": 3.5}
    if word in lists["to"] and not (words.language == "ru" and word == "на"):
        return {"recipient": 3.5}
    if word == "of":
        return {subject: 1.5, other: 1.0}
    return {}
