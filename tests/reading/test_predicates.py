"""The lists of predicates: every entry can be found, in its inflected forms, and means something."""

from __future__ import annotations

import pytest

from pactline.reading.deal_clauses import WEIGHT, clauses
from pactline.reading.deal_sentence import Words, windows
from pactline.reading.predicates import PASSED, cues, frames, lexicon, readings
from pactline.record.languages import LANGUAGES
from pactline.record.schema import DEAL_KINDS, DEAL_STATUSES


def words(sentence: str, language: str) -> Words:
    return next(windows(sentence, (0, len(sentence)), language))


def found(sentence: str, language: str) -> list[str]:
    return [cue.name for cue in cues(words(sentence, language))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_names_a_frame_or_a_reading(language: str) -> None:
    entries = [entry for listed in lexicon(language).phrases.values() for entry in listed]
    assert all(name in (frames() if event else {*readings(), "remove", PASSED}) for _, event, name, _ in entries)
    assert len({(phrase, form) for phrase, _, _, form in entries}) >= 250


def test_frames_give_statuses_and_kinds_of_the_schema() -> None:
    assert all(frame.kind in DEAL_KINDS for frame in frames().values())
    statuses = {
        frame.statuses[t]
        for frame in frames().values()
        for t in ("past", "present", "progressive", "future", "nominal")
    }
    assert statuses | {status for row in readings().values() for status in row} <= DEAL_STATUSES
    assert set(WEIGHT) == set(frames())


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        pytest.param("They bought and are buying tanks", "en", ["buy", "buy"], id="en-irregular-and-gerund"),
        pytest.param("The deal was cancelled", "en", ["deal", "cancel"], id="en-doubled-consonant"),
        pytest.param("in order to calm the army", "en", [], id="en-phrase-without-deal"),
        pytest.param("according to him", "en", [], id="en-according-is-no-accord"),
        pytest.param("the order for tanks", "en", ["order"], id="en-noun-or-verb"),
        pytest.param("vendieron, venderán, vendidos", "es", ["sell", "sell", "sell"], id="es-inflection"),
        pytest.param("se negó a vender", "es", ["deny", "sell"], id="es-reflexive"),
        pytest.param("de acuerdo con el ministro", "es", [], id="es-phrase-without-deal"),
        pytest.param("compraram e comprarão", "pt", ["buy", "buy"], id="pt-inflection"),
        pytest.param("поставил, поставит, поставляет", "ru", ["deliver", "deliver", "deliver"], id="ru-aspect"),
        pytest.param("купили и закупили", "ru", ["buy", "buy"], id="ru-prefix"),
        pytest.param("в заключение он сказал", "ru", [], id="ru-phrase-without-deal"),
    ],
)
def test_inflected_words_are_found(sentence: str, language: str, expected: list[str]) -> None:
    assert found(sentence, language) == expected


@pytest.mark.parametrize(
    ("sentence", "language", "events"),
    [
        pytest.param("Russia signed a contract for the supply of tanks", "en", ["deliver"], id="contract-for-a-supply"),
        pytest.param("It bought jets and will receive tanks", "en", ["buy", "receive"], id="two-facts"),
        pytest.param(
            "The sale, which Madrid defended, was suspended", "en", ["sell"], id="verb-after-a-relative-clause"
        ),
        pytest.param("a loan for the purchase of arms", "en", ["lend"], id="loan-for-a-purchase"),
        pytest.param(
            "подписало контракт, по которому поставляются вертолеты", "ru", ["deliver"], id="ru-contract-under-which"
        ),
        pytest.param("quiso comprar tanques, pero la compra se canceló", "es", ["buy", "buy"], id="es-but"),
        pytest.param("nothing of the kind", "en", [], id="no-event"),
    ],
)
def test_clauses_hold_one_event_each(sentence: str, language: str, events: list[str]) -> None:
    ready = words(sentence, language)
    assert [clause.event.name for clause in clauses(ready, cues(ready)) if clause.events] == events
