from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.dates import day


@pytest.mark.parametrize(
    "given_value",
    [
        "2025-07-12",
        "20250712",
        20250712,
        "2025-07-12T23:30:00Z",
        "2025-07-12T23:30:00.123+09:00",
        "2025-07-12 08:00",
        "July 12, 2025",
        "12 July 2025",
        "Saturday, July 12, 2025",
        "Sat, 12 Jul 2025 08:00:00 +0900",
        "12 Jul 2025 10:00 EST",
        "2025/07/12",
        1752314400,
        1752314400000,
        date(2025, 7, 12),
        datetime(2025, 7, 12, 23, 59),
    ],
)
def test_one_complete_day_is_read(given_value: object) -> None:
    assert day(given_value) == "2025-07-12"


@pytest.mark.parametrize(
    "unusable",
    [
        "",
        "2025",
        "2025-07",
        "July 2025",
        "12 July",
        "Saturday",
        "07/12/2025",
        "12/07/25",
        "2025-13-40",
        "soon",
        2025,
        True,
        None,
        [],
    ],
)
def test_anything_less_leaves_the_article_undated(unusable: object) -> None:
    assert day(unusable) is None


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.booleans(), st.from_regex(r"[0-9 :/.,A-Za-z+-]{4,30}")))
def test_a_date_is_a_real_day_or_none(value: object) -> None:
    found = day(value)
    assert found is None or date.fromisoformat(found).isoformat() == found


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_survives_in_iso_and_in_english(value: date) -> None:
    assert day(value.isoformat()) == value.isoformat()
    assert day(f"{value:%B} {value.day}, {value.year}") == value.isoformat()
