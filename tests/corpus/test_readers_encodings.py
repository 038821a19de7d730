"""Which alphabet bytes are in, and what is left alone or refused."""

from __future__ import annotations

import pytest

from pactline.corpus.encodings import LineDecoder, decode
from pactline.corpus.entry import Refusal

SPANISH = "El presidente Nicolás Maduro firmó en Moscú la compra; el señor Chávez habló de “la nación”."
PORTUGUESE = "A produção de petróleo caiu, informou a organização; o ministro não comentou as negociações."
ENGLISH = "Venezuela’s output fell “sharply”, the company’s spokesman said — a first."
RUSSIAN = "Россия поставила Венесуэле 24 истребителя, сообщил представитель Рособоронэкспорта. Добыча нефти упала."
POLISH = "Rosja przekazała myśliwce, poinformował rzecznik. Wydobycie ropy spadło, sprzedaż też, choć żołnierze są."
SHORT = "Señor Chávez"


@pytest.mark.parametrize("text", [SPANISH, PORTUGUESE, ENGLISH, SHORT], ids=["es", "pt", "en", "two-words"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
def test_latin_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-8", "utf-16-le", "utf-16-be"])
def test_russian(encoding: str) -> None:
    found = decode((RUSSIAN + " ").encode(encoding) * 3)
    assert (found.text, found.replaced) == ((RUSSIAN + " ") * 3, 0)


def test_symbols_inside_words_tell_polish_from_spanish() -> None:
    assert decode(POLISH.encode("cp1250")).text == POLISH


@pytest.mark.parametrize("encoding", ["shift_jis", "gbk", "big5", "euc_kr"])
def test_alphabets_of_many_bytes_are_refused_unless_declared(encoding: str) -> None:
    text = {
        "shift_jis": "ベネズエラの石油生産は減少した。",
        "gbk": "委内瑞拉的石油产量在十二月下降。",
        "big5": "委內瑞拉的石油產量在十二月下降。",
    }
    data = (text.get(encoding, "베네수엘라의 석유 생산이 감소했다. ") * 6).encode(encoding)
    with pytest.raises(Refusal, match="encoding"):
        decode(data)
    assert decode(data, declared=encoding).text == data.decode(encoding)


@pytest.mark.parametrize("declared", ["", "no such", "base64", "rot13", "idna", "undefined", "\x00", "utf-7", "cp1252"])
def test_a_declaration_never_raises(declared: str) -> None:
    assert decode(b"Oil fell.", declared=declared).text == "Oil fell."


def test_a_replacement_character_of_the_text_s_own_is_not_counted() -> None:
    assert decode("a\ufffdb".encode()).replaced == 0


def test_the_alphabet_of_a_line_holds_for_the_file() -> None:
    decoder = LineDecoder()
    assert decoder.decode(((RUSSIAN + " ") * 3).encode("koi8-r")).encoding == "koi8_r"
    assert decoder.decode("Нефть".encode("koi8-r")).text == "Нефть"
