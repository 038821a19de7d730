"""Bytes to text: byte-order mark, UTF-8, what is declared, then a judgement of the bytes.

The text is what the bytes say, line ends included, without the byte-order mark. Three things are replaced, one
character for one, because no later stage can carry them: bytes that are not of the encoding, lone surrogates, and
control characters that XML forbids, all by U+FFFD. How many there were is noted in the document's `problem`.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from pactline.corpus.entry import Refusal

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
STATEFUL = frozenset({"iso2022_jp", "iso2022_kr", "hz", "utf-7"})  # ASCII bytes that mean other letters
BAD_SHARE = 0.01  # bytes that are no UTF-8, per byte, above which the text is not UTF-8
LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1254", "mac_roman")
ACCENTED_SHARE = 0.15  # Polish, with the most accents, has 7 in 100; Cyrillic and Japanese have more than 60
_UTF16_PAGES = (0x00, 0x03, 0x04, 0x20)  # first bytes of Latin, Greek, Cyrillic and of typographic signs
CONTROL_SHARE = 0.05  # control bytes above which bytes are no text
JUDGED_BYTES = 200_000  # enough of a text to tell its alphabet
BY_USE = ("cp1252", "cp1251", "koi8_r", "cp866", "cp1250", "iso8859_2", "cp1254", "cp1257", "cp1253", "iso8859_5",
          "mac_roman", "mac_cyrillic")  # fmt: skip
_SYMBOL_IN_WORD = re.compile(
    r"(?<=[^\W\d_])[^\w\s\x00-\x7f‘’“”«»…–—·](?=[^\W\d_])|(?<=[^\W\d_])[¹²³¼½¾±¶§¿¡]|[a-zа-я](?=[A-ZÀ-ÞА-Я][a-zа-я])"
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b")


@dataclass(frozen=True)
class Decoded:
    """text     what the bytes say
    encoding  how it was read, by the name Python has for it
    replaced  characters that stand as U+FFFD because they could not be kept
    """

    text: str
    encoding: str
    replaced: int

    @property
    def note(self) -> str | None:
        """One line on what was replaced, None where nothing was."""
        return replaced_note(self.replaced)


def replaced_note(count: int) -> str | None:
    """The line that records replaced characters.

    >>> replaced_note(0), replaced_note(2)
    (None, 'replaced: 2 characters that cannot be kept stand as U+FFFD')
    """
    return f"replaced: {count} characters that cannot be kept stand as U+FFFD" if count else None


def settle(text: str) -> tuple[str, int]:
    """The text with what no later stage can carry replaced one for one, so that offsets hold; and how many there were.

    A vertical tab and a form feed are line ends and become one.

    >>> settle("a\\ud800b\\x0cc")
    ('a\\ufffdb\\nc', 1)
    """
    if _UNFIT.search(text) is None:
        return text, 0
    text = text.replace("\x0b", "\n").replace("\x0c", "\n")
    return _UNFIT.subn(REPLACEMENT, text)


def mark_of(head: bytes) -> tuple[str, int] | None:
    """Encoding and length of the byte-order mark; None where there is none."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    return None


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Text of the bytes of a whole document.

    declared  an encoding that somebody vouches for: an HTTP header, a <meta>, the user
    raises    Refusal `not_text` for what is no text, or is in an alphabet that cannot be told for sure

    >>> decode("сделка".encode("utf-16")).text, decode("нефть".encode() * 99 + b"\\xff").replaced
    ('сделка', 1)
    """
    mark = mark_of(data)
    if mark:
        return _replacing(data[mark[1] :], mark[0])
    known = _codec(declared) if declared else None
    if known and (known in STATEFUL or (known.startswith(("utf-16", "utf-32")) and b"\x00" in data)):
        return _replacing(data, known)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return (
            _replacing(data, known)
            if known and not known.startswith("utf-") and _nearly(data, known)
            else _judged(data)
        )
    if b"\x00" in data:
        return _with_nuls(data)
    return _settled(text, "utf-8", 0)


class LineDecoder:
    """Decodes the lines of one file; an alphabet that was judged once holds for the lines after it."""

    def __init__(self) -> None:
        self._known: str | None = None

    def decode(self, line: bytes) -> Decoded:
        """Text of a line; Refusal `not_text` as `decode`."""
        decoded = decode(line, declared=self._known)
        if decoded.encoding in BY_USE:
            self._known = decoded.encoding
        return decoded


def _nearly(data: bytes, encoding: str) -> bool:
    """True where next to all bytes are of the encoding, so that its declaration can be believed."""
    return data.decode(encoding, "replace").count(REPLACEMENT) <= len(data) * BAD_SHARE


def _settled(text: str, encoding: str, replaced: int) -> Decoded:
    settled, more = settle(text)
    return Decoded(settled, encoding, replaced + more)


def _replacing(data: bytes, encoding: str) -> Decoded:
    """By an encoding that is given, each bad byte replaced."""
    text = data.decode(encoding, "replace")
    own = text.count(REPLACEMENT) if REPLACEMENT in text and not _reads(data, encoding) else 0
    return _settled(text, encoding, own)


def _reads(data: bytes, encoding: str) -> bool:
    """True where every byte is of the encoding: a U+FFFD in the text is then the text's own."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _codec(name: str) -> str | None:
    """Python's name for a text encoding; None where it has none. Web pages that say Latin-1 mean Windows-1252."""
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name in {"idna", "punycode", "undefined"}:
        return None
    return "cp1252" if found.name in {"iso8859-1", "ascii", "cp1252"} else found.name.replace("koi8-r", "koi8_r")


def _with_nuls(data: bytes) -> Decoded:
    """UTF-16 without its mark, a text with stray NULs, or no text at all."""
    if is_binary(data):
        encoding = _unmarked_utf16(data)
        if encoding is None:
            raise Refusal("not_text", "binary: the bytes are no text; export the article as text")
        return _replacing(data, encoding)
    return _replacing(data, "utf-8")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 of Latin, Greek or Cyrillic words shows as a few low bytes in every other place."""
    if len(data) < 4:
        return None
    sample = data[: JUDGED_BYTES // 2 * 2]
    even, odd = (sum(half.count(page) for page in _UTF16_PAGES) / len(half) for half in (sample[0::2], sample[1::2]))
    if odd > 0.95 and even < 0.3:
        return "utf-16-le"
    return "utf-16-be" if even > 0.95 and odd < 0.3 else None


def is_binary(data: bytes) -> bool:
    """True where more than one byte in twenty is a control byte that no text has.

    >>> is_binary(b"\\x00\\x01\\x02PNG"), is_binary(b"one NUL \\x00 in" + b" a text" * 20)
    (True, False)
    """
    sample = data[:JUDGED_BYTES]
    controls = len(sample) - len(sample.translate(None, bytes(b for b in range(32) if b not in _TEXT_CONTROLS)))
    return controls > len(sample) * CONTROL_SHARE


def _judged(data: bytes) -> Decoded:
    """Bytes that are no UTF-8: a damaged one, one of the single-byte alphabets, or refused."""
    if is_binary(data):
        return _with_nuls(data)
    mended = data.decode("utf-8", "replace")
    bad = mended.count(REPLACEMENT)
    whole = sum(ch > "\x7f" for ch in mended[:JUDGED_BYTES]) - mended[:JUDGED_BYTES].count(REPLACEMENT)
    if bad <= len(data) * BAD_SHARE and whole > 0:
        return _settled(mended, "utf-8", bad)
    return _replacing(data, alphabet(data))


def alphabet(data: bytes) -> str:
    """The single-byte encoding of a text that is no UTF-8.

    Where few bytes are beyond ASCII it is a Latin one. Else `charset_normalizer` says which encodings give words; among those that do equally well the one with the fewest
    symbols inside words is taken, then the commoner one.
    raises  Refusal `not_text` where nothing fits, or only an alphabet of many bytes, which must be declared

    >>> alphabet("Nicolás Maduro firmó la compra de petróleo".encode("cp1252"))
    'cp1252'
    """
    sample = data[:JUDGED_BYTES]
    if sum(byte > 127 for byte in sample) < len(sample) * ACCENTED_SHARE:
        fitting = [name for name in LATIN if _fits(sample, name)] or ["cp1252"]
        return min(fitting, key=lambda name: _strangeness(sample.decode(name, "replace")))
    matches = list(from_bytes(sample, enable_fallback=False))
    if not matches or not ({name for match in matches for name in match.could_be_from_charset} & set(BY_USE)):
        raise Refusal("not_text", "encoding: neither UTF-8 nor a Latin or Cyrillic code page; save the text as UTF-8")
    if matches[0].multi_byte_usage and matches[0].encoding not in BY_USE:
        name = matches[0].encoding
        raise Refusal(
            "not_text", f"encoding: not UTF-8, perhaps {name}; save the text as UTF-8, or declare the encoding"
        )
    likely = {
        name for match in matches if match.chaos <= matches[0].chaos + 0.03 for name in match.could_be_from_charset
    }
    fitting = [name for name in BY_USE if name in likely] or [name for name in BY_USE if _fits(sample, name)]
    return min(fitting, key=lambda name: _strangeness(sample.decode(name, "replace")))


def _fits(sample: bytes, encoding: str) -> bool:
    return REPLACEMENT not in sample.decode(encoding, "replace")


def _strangeness(text: str) -> int:
    """Symbols inside words: what `przekaza³` and `NicolÂ·s` have and words of the right alphabet have not."""
    return sum(1 for _ in _SYMBOL_IN_WORD.finditer(text))
