"""Names of people are compared across spellings, and two people of one family name stay two."""

import pytest

from etl.gazetteer.spelling import similarity, sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Choe Son-hui", "Choi Son Hui"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Moammar al-Gaddafi", "Muammar Qaddafi"),
        ("Shinzo Abe", "Abe Shinzō"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("Park Geun-hye", "Pak Kun-hye"),
        ("George W. Bush", "George Bush"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert similarity(one, other) >= 0.9
    assert similarity(one, other) == similarity(other, one)
    assert sounds(one) & sounds(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "Kim Jong-il"),
        ("Kim Jong-un", "Kim Yo-jong"),
        ("George Bush", "Laura Bush"),
        ("John Kerry", "John Kelly"),
        ("Mike Pompeo", "Mike Pence"),
        ("Wang Yi", "Wang Li"),
        ("", "Wang Li"),
    ],
)
def test_names_that_differ_in_a_word_are_not(one: str, other: str) -> None:
    assert similarity(one, other) < 0.5


def test_a_surname_alone_or_an_initial_says_less() -> None:
    assert similarity("Putin", "Vladimir Putin") == pytest.approx(0.6)
    assert 0.6 < similarity("V. Putin", "Vladimir Putin") < 0.9
