import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.decoding import binary, decode
from etl.extract.repair import line, repair

ENGLISH = "“We warn against this,” said President Nicolás Maduro – at a café in São Paulo."
RUSSIAN = "Президент России Владимир Путин заявил, что готов к переговорам."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH
    assert binary(ENGLISH.encode(encoding)) is None


def test_another_alphabet_is_recognised() -> None:
    assert decode(RUSSIAN.encode("cp1251")) == RUSSIAN


def test_a_short_text_is_not_taken_for_two_bytes_a_character() -> None:
    assert decode("café".encode("latin-1")) == "café"


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    data = ENGLISH.encode() + b"\xff"
    assert decode(data) == ENGLISH + "\ufffd"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"PK\x03\x04aaaa", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01" + b"\0" * 9]
)
def test_binaries_are_told_apart(data: bytes) -> None:
    assert binary(data)


@given(st.binary(max_size=300))
def test_any_bytes_become_text(data: bytes) -> None:
    binary(data)
    repair(decode(codecs.BOM_UTF16_LE + data)).encode()
    repair(decode(data)).encode()


@pytest.mark.parametrize(
    ("broken", "repaired"),
    [
        ("schÃ¶n â€œquotesâ€\x9d", "schön “quotes”"),
        ("a\x00b\x07c", "abc"),
        ("Cafe\u0301", "Café"),
        ("a \ud800 b", "a \ufffd b"),
        ("\ufeffText", "Text"),
    ],
)
def test_broken_text_is_repaired(broken: str, repaired: str) -> None:
    assert repair(broken) == repaired


@pytest.mark.parametrize(
    "text", [ENGLISH, RUSSIAN, "‘x’ & y &amp; <b>", "a\r\nb\tc\n", "ＦＵＬＬ", "중국 外交部", "naïve façade – Türkiye’s"]
)
def test_sound_text_stays_as_it_is(text: str) -> None:
    assert repair(text) == text


def test_a_title_becomes_one_line() -> None:
    assert line(" A \n title\t") == "A title"
    assert line(7) == "7"
    assert line("  ") is line(None) is line(True) is line(["a"]) is None
