"""Whether a clause with an event is about arms at all: the guards that refuse oil, vaccines, parades, games and crime."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pactline.reading.arms_nouns import forms
from pactline.reading.deal_clauses import Clause
from pactline.reading.deal_production import no_deal_to_make, only_made
from pactline.reading.deal_sentence import Words
from pactline.reading.items import Item
from pactline.reading.predicates import Frame, lexicon
from pactline.reading.tense import negated
from pactline.reading.verdicts import Refusal

_OTHER_BUSINESS = re.compile(
    r"(?<!\w)(?:oil(?!-rich)|crude|barrels?|petrol\w*|vaccin\w*|vacun\w*|vacin\w*|doses?|dosis|wheat|trigo|gas|bonds?|bonos|films?|movies?|"
    r"video ?games?|videojuegos?|нефт\w*|вакцин\w*|зерн\w*|футбол\w*|películ\w*|soldado futuro|smuggl\w*|gangs?|homicid\w*|"
    r"contrabando|pandillas?|stake|joint venture in|refiner\w*|pdvsa|rosneft|gazprom|joint bank|equity|homicídi\w*|mining|dump trucks?|tractors?|buses|minería|autobuses|tractores|ônibus|автобус\w*|самосвал\w*|трактор\w*|desfile|parade|парад\w*)",
    re.I,
)
"""Words of other trade; where one stands in a clause that names no weapon, the clause is about that."""
_TRADE = frozenset({"buy", "order", "sell", "deliver", "receive"})
ARMING = _TRADE | {"give"}
_CONTROL = re.compile(
    r"arms control|disarmament|control de arm|desarme|desarmamento|controle de arm|контрол\w+ над вооруж|разоружени|new start"
)
PERSONNEL = frozenset(
    "personnel troops soldiers forces advisers advisors specialists mercenaries tropas soldados efectivos asesores militares "
    "especialistas assessores conselheiros военных военнослужащих солдат советников специалистов войска".split()
)
TRAINED = frozenset(
    "pilot crew cadet soldier sailor piloto tripulación cadete soldado marinero tripulação marinheiro лётчик летчик экипаж курсант "
    "солдат пилот военнослужащий officer marine airman technician instructor instructores instrutor инструктор oficial infante técnico "
    "fuzileiro офицер моряк расчет техник marines officers".split()
)
"""Who is trained for war where no weapon is named."""
GIVEN = 60
"""Characters between a verb of giving and the weapon that is given."""
_COMMANDS = frozenset("blockade attack strike seizure arrest withdrawal deployment closure destruction crew navy troop army force retreat mobilisation "
                      "bloqueo ataque despliegue retiro retirada detención cierre bloqueio desdobramento удар блокада вывод арест".split())  # fmt: skip
"""What is commanded, not bought, after a verb that may mean either."""
_GUESTS = frozenset(
    "president minister counterpart colleague leader ambassador delegation premier chancellor presidente ministro canciller homólogo "
    "embajador delegación chanceler colega delegação президент министр коллега посол делегация премьер".split()
)
"""Who is received, and is no weapon."""
_BASE = frozenset({"base", "база"})
_DISTANCE = re.compile(
    r"(?:\w+ )?(?:targets?|objetivos?|blancos?|alvos?|цел[ьией]+)(?!\w)|(?:an? |a |los |até |до )?(?:distance of |altitude of |distancia de )?(?:up to |más de |about )?[\d.,]+ ?(?:km|kilomet\w+|kilómetro\w*|quilómetro\w*|quilômetro\w*|miles?|mach|км|километр\w*)"
)
_PARTS = frozenset({"spare parts", "parts", "engines", "engine", "simulators", "spares", "components"})
_AIRLINE = re.compile(
    r"(?<!\w)(?:airlines?|airliners?|conviasa|aeroflot|cubana|avior|civil(?:ian)? (?:aircraft|planes?|jets?|aviation|il-\d+\w*)|passengers?|"
    r"aerolíneas?|línea aérea|aviones? comerciales?|pasajeros?|companhias? aéreas?|passageiros?|авиакомпани\w{0,4}|аэрофлот\w{0,3}|"
    r"пассажирск\w{2,3}|гражданск\w{2,3} (?:самол|авиац)\w{0,8})(?!\w)"
)
"""Words of civil aviation."""
_PLANES = frozenset({"aircraft", "plane", "planes", "jet", "jets", "ships", "ship", "boats"})
_DRILLS = frozenset(
    "exercise drill manoeuvre maneuver ejercicio maniobra exercício manobra учение учения маневры".split()
)
"""What makes training beside it military."""
_AFLOAT = frozenset({"KamAZ truck", "military trucks", "trucks", "Ural-4320", "vehicles"}) | frozenset(
    "ship ships tank tanks boat boats vessel vessels plane planes aircraft radar radars".split()
)
_OIL = re.compile(
    r"(?<!\w)(?:oil(?!-rich)|crude|petroleum|barrels?|petrol(?:eo|eras?|eros?|íferas?)|petróleo|crudo|barriles|barris|tankers?|chevron|pdvsa|rosneft|petroleros?|нефт\w{0,12}|баррел\w{0,4})(?!\w)"
)
_LIFT = frozenset("lift lifting levantar levantamiento levantamento снять отменить снятие отмена".split())
VISITS = 75
"""Characters between a visit and the ships that make it: `visits by warships`, `on a visit to Moscow he asked for ships`."""
_OF_THINGS = frozenset({"service", "train", "learn", "lend"})
"""What is done for weapons: where they were told just before, they need not be named again."""
NO_TRADE = frozenset({"deploy", "exercise", "train", "learn", "cooperate", "visit", "base"})
NEED_ITEMS = frozenset(
    {"come", "pay", "buy", "order", "own", "receive", "sell", "deliver", "give", "arrive", "produce", "visit"}
)
NEED_MILITARY = frozenset({"deal", "lend", "service", "train", "learn", "base", "deploy", "exercise", "embargo"})


def refusal(
    words: Words,
    clause: Clause,
    frame: Frame,
    items: Sequence[Item],
    *,
    armed: bool,
    states: int,
    worth: bool,
    recent: bool,
) -> Refusal | None:
    """The guard that refuses the clause, or None.

    armed   the sentence around it names weapons
    states  how many states the clause names
    worth   it names a sum
    recent  the sentences just before told of weapons

    Catches `a contract for the Sputnik V vaccine`, `sold 10 percent of Petropiar`; lets `sold 24 Su-30s` pass.
    """
    bare = _bare(words, clause, frame, items, states=states, worth=worth)
    if bare is not None:
        return bare
    if civil_trade(words, items) and frame.name not in NO_TRADE:
        return Refusal("other-trade", "ships or tanks of the oil trade, and nothing military in the sentence")
    if frame.name == "embargo" and all(item.umbrella for item in items) and _lifted(words, clause):
        return Refusal("lifted", "an embargo that is lifted holds back nothing")
    if controls_arms(words):
        return Refusal("arms-control", "a treaty on arms control is no deal in arms")
    if frame.name == "exercise" and clause.event.last - clause.event.first > 1:
        return None
    if not recent and all(item.name in _PARTS for item in items) and items and not _in_a_military_sentence(words):
        return Refusal("civil-parts", "spare parts of no weapon, in a sentence without a military word")
    if items:
        return _misplaced(words, clause, frame, items)
    if frame.name not in NO_TRADE and is_of_other_trade(words, clause) and not _is_of_arms_too(words, clause):
        return Refusal("other-trade", "no weapon in the clause, but words of another trade")
    if frame.name in NEED_ITEMS and not (frame.name in ARMING and names_arms(words, clause)):
        return Refusal("no-arms", "no weapon or military equipment in the clause")
    return _unarmed(words, clause, frame, armed=armed, states=states, worth=worth, recent=recent)


def _unarmed(
    words: Words, clause: Clause, frame: Frame, *, armed: bool, states: int, worth: bool, recent: bool
) -> Refusal | None:
    """The guard for events that may be civil as well, where the clause names no weapon: loans, courses, repairs, bases."""
    paid = frame.name == "lend" and worth and states > 1
    sent = frame.name == "deploy" and clause.event.form == "verb" and bool(PERSONNEL & set(words.lower))
    staged = frame.name == "train" and bool(_DRILLS & set().union(*words.senses))
    taught = staged or (frame.name in ("train", "learn") and states > 0 and _names_any(words, clause, TRAINED))
    beside = armed and frame.name in ("train", "learn", "service", "lend", "deal")
    abroad = states > 1 and bool(words.senses[clause.event.first] & _BASE)
    whole = frame.name == "base" and (event_is_phrase(clause) or abroad)
    whole = whole or (recent and frame.name in _OF_THINGS and (states > 0 or worth or event_is_phrase(clause)))
    if frame.name in NEED_MILITARY and not (whole or paid or sent or taught or beside or _military(words, clause)):
        return Refusal("no-military-word", "nothing military in the clause")
    return None


def _bare(
    words: Words, clause: Clause, frame: Frame, items: Sequence[Item], *, states: int, worth: bool
) -> Refusal | None:
    """Events that are only named: an alliance, a loan, a price, where a thing was made."""
    event, turned = clause.event, bool(clause.turns)
    if frame.name == "exercise" and states < 2 and event.last - event.first == 1:
        return Refusal("alone", "an exercise of one state alone")
    based = frame.name == "base" and event.form == "noun"
    if not turned and (based or (frame.name == "cooperate" and not items)):
        return Refusal("no-turn", "cooperation or a base is named, but nothing is agreed, asked for or begun")
    given = any(cue.name == "give" for cue in clause.events)
    if frame.name == "lend" and not (worth or turned or items or given):
        return Refusal("no-sum", "a loan is named, but neither a sum nor what becomes of it")
    if frame.name == "service" and event.form == "verb" and not (states or turned):
        return Refusal("no-side", "what is modernised or repaired, but by or for no state")
    if not states and "cost" in words.senses[event.first]:
        return Refusal("price", "what a thing costs is no purchase")
    return only_made(words, clause) if frame.name == "produce" and not turned else None


def event_is_phrase(clause: Clause) -> bool:
    """`naval base`, `use of an air base`: the words of the list already say that it is military."""
    return clause.event.last - clause.event.first > 1


def is_of_other_trade(words: Words, clause: Clause) -> bool:
    """`a contract for the Sputnik V vaccine`: words of oil, medicine, games or crime."""
    return bool(_OTHER_BUSINESS.search(" ".join(words.lower[clause.first : clause.last])))


def _is_of_arms_too(words: Words, clause: Clause) -> bool:
    """`a contract for the upkeep of weapon systems and for investment in oil`: arms first, the other trade beside."""
    text = " ".join(words.lower[clause.first : clause.last])
    arms, other = _at_large(words.language).search(text), _OTHER_BUSINESS.search(text)
    return arms is not None and other is not None and arms.start() < other.start()


def controls_arms(words: Words) -> bool:
    """True for a sentence on arms control: its article's talks and treaties are about that."""
    return bool(_CONTROL.search(" ".join(words.lower)))


def civil_trade(words: Words, items: Sequence[Item]) -> bool:
    """`oil embargo ... ship movements`, `tanks full`: ships and tanks of the oil trade, with no military word beside them."""
    if items and all(item.category == "aircraft" for item in items) and _AIRLINE.search(" ".join(words.lower)):
        return not _in_a_military_sentence(words)
    if not items or any(item.name not in _AFLOAT for item in items):
        return False
    text = " ".join(words.lower)
    return bool(_OIL.search(text) or _OTHER_BUSINESS.search(text)) and not _in_a_military_sentence(words)


def _in_a_military_sentence(words: Words) -> bool:
    marks = lexicon(words.language).grammar["military"]
    return any(marks & senses for senses in words.senses)


def _lifted(words: Words, clause: Clause) -> bool:
    """`lifted its arms embargo`; refuses `did not lift the embargo`."""
    return any(
        turn.name == "remove" and words.senses[turn.first] & _LIFT and not negated(words, turn) for turn in clause.turns
    )


def _names_any(words: Words, clause: Clause, listed: frozenset[str]) -> bool:
    return any(listed & words.senses[i] for i in range(clause.first, clause.last))


def names_arms(words: Words, clause: Clause) -> bool:
    """Whether a clause speaks of arms at large: `a billion dollars' worth of arms`, `материалы военного назначения`."""
    return bool(_at_large(words.language).search(" ".join(words.lower[clause.first : clause.last])))


@cache
def _at_large(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{forms(language, 'umbrella')})(?!\w)", re.IGNORECASE)


def _military(words: Words, clause: Clause) -> bool:
    marks = lexicon(words.language).grammar["military"]
    return any(marks & words.senses[i] for i in range(clause.first, clause.last))


def sends_people(words: Words, clause: Clause, items: Sequence[Item]) -> bool:
    """`send additional troops`, `enviar 150 asesores`: soldiers and advisers behind a verb of giving."""
    event = clause.event
    behind = words.lower[event.last : event.last + 5]
    return event.name == "give" and event.form == "verb" and not items and bool(PERSONNEL & set(behind))


def _commanded(words: Words, clause: Clause) -> bool:
    """`ordered the blockade of ships`, `ordenó el despliegue`: a command."""
    return bool(_COMMANDS & set().union(*words.senses[clause.event.last : clause.event.last + 4], frozenset()))


def _is_a_person(words: Words, clause: Clause, items: Sequence[Item]) -> bool:
    """`received his Venezuelan counterpart`, `recibió al canciller`; refuses `received jets that the minister saw`."""
    first = clause.event.last
    guest = next((i for i in range(first, min(first + 6, len(words.lower))) if words.senses[i] & _GUESTS), None)
    if guest is None:
        return False
    start, end = words.spans[first][0], words.spans[guest][0]
    return not any(start <= item.start < end for item in items)


def _misplaced(words: Words, clause: Clause, frame: Frame, items: Sequence[Item]) -> Refusal | None:
    """Things arrive by themselves: an `arrive` needs its weapon beside it, a visit a ship or a plane."""
    start, end = words.offsets(clause.event.first, clause.event.last)
    visitors = [item for item in items if item.category in ("ship", "submarine", "aircraft")]
    if frame.name == "visit" and not any(item.start - end > -VISITS and item.start - end < VISITS for item in visitors):
        return Refusal("no-visitor", "no ship or plane that could visit")
    if frame.name == "visit" and all(item.name in _PLANES for item in visitors) and not _military(words, clause):
        return Refusal("civil-visitor", "a plane of no force that could visit")
    if (
        frame.name == "receive"
        and "take" in words.senses[clause.event.first]
        and not any(0 <= item.start - end < 90 for item in items)
    ):
        return Refusal("no-arms-taken", "what is taken is no weapon")
    if frame.name == "receive" and _is_a_person(words, clause, items):
        return Refusal("person-received", "who is received is a person")
    if frame.name == "order" and _commanded(words, clause):
        return Refusal("command", "what is ordered is done, not bought")
    if frame.name == "produce" and (refused := no_deal_to_make(words, clause)) is not None:
        return refused
    if frame.name == "give" and not any(-60 < item.start - end < GIVEN for item in items):
        return Refusal("no-arms-given", "what is given is no weapon")
    if frame.name != "arrive":
        return None
    if _DISTANCE.match(" ".join(words.lower[clause.event.last : clause.event.last + 6])):
        return Refusal("range", "how far a weapon reaches")
    near = [item for item in items if item.start < start or (words.language != "en" and item.start - end < 60)]
    return None if near else Refusal("no-arms-arriving", "what arrives is no weapon")
