"""Dates are found by the patterns of the lexicon and resolved against the article's day and the tense of their clause."""

import csv
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.reader import graph

from etl.model import DateMention, Interval
from etl.resources import schema
from etl.transform.dates.patterns import matches

THURSDAY = "2024-05-16"


def rows() -> list[dict[str, str]]:
    with schema("lexicon", "date_patterns.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def dates(text: str, published: str | None = THURSDAY) -> tuple[DateMention, ...]:
    return graph(text, published).dates


def outer(text: str, published: str | None = THURSDAY) -> list[DateMention]:
    """Return the dates that no other holds: a range without its two ends."""
    found = dates(text, published)
    return [
        each for each in found
        if not any(other != each and other.start <= each.start and each.end <= other.end for other in found)
    ]  # fmt: skip


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_each_pattern_finds_its_example(row: dict[str, str]) -> None:
    found = list(matches(row["example"]))
    assert [each.rule for each in found] == [row["id"]]


# A sentence and the value of its one date, in an article of Thursday, 16 May 2024.
RESOLVED = [
    ("France sent ships on 2024-03-01.", "2024-03-01"),
    ("France sent ships on July 11, 2023.", "2023-07-11"),
    ("France sent ships on 11 July 2023.", "2023-07-11"),
    ("France sent ships on Friday.", "2024-05-10"),
    ("France sent ships on Thursday.", "2024-05-16"),
    ("France will send ships on Friday.", "2024-05-17"),
    ("France is expected to send ships on Monday.", "2024-05-20"),
    ("The talks are scheduled for Tuesday.", "2024-05-21"),
    ("The talks were held on Tuesday.", "2024-05-14"),
    ("Ministers met last Friday.", "2024-05-10"),
    ("Ministers will meet next Thursday.", "2024-05-23"),
    ("Ministers met yesterday.", "2024-05-15"),
    ("Ministers met the day before yesterday.", "2024-05-14"),
    ("Ministers will meet tomorrow.", "2024-05-17"),
    ("Ministers met three days ago.", "2024-05-13"),
    ("Ministers met two weeks ago.", "2024-05-02~"),
    ("Ministers met four months ago.", "2024-01~"),
    ("The treaty was signed ten years ago.", "2014~"),
    ("The drill will begin in two weeks.", "2024-05-30~"),
    ("The drill began last week.", "2024-05-06/2024-05-12"),
    ("The drill will begin next week.", "2024-05-20/2024-05-26"),
    ("The drill will begin next month.", "2024-06"),
    ("The drill was held last year.", "2023"),
    ("The drill was held last weekend.", "2024-05-11/2024-05-12"),
    ("The drill was held over the weekend.", "2024-05-11/2024-05-12"),
    ("The drill was held in November.", "2023-11"),
    ("The drill will be held in November.", "2024-11"),
    ("The drill was held in late September 2022.", "2022-09~"),
    ("The drill was held on March 5.", "2024-03-05"),
    ("The drill will be held on March 5.", "2025-03-05"),
    ("The drill was held from March 5 to 14.", "2024-03-05/2024-03-14"),
    ("The drill was held from March 28 to April 3.", "2024-03-28/2024-04-03"),
    ("The drill was held 5-14 March 2021.", "2021-03-05/2021-03-14"),
    ("The drill was held in the summer of 2012.", "2012-06/2012-08"),
    ("The drill was held in the winter of 2012.", "2012-12/2013-02"),
    ("Relations were poor in the 1990s.", "1990/1999"),
    ("The two fought a war from 1950-53.", "1950/1953"),
    ("The two fought a war between 2001 and 2003.", "2001/2003"),
    ("The two have been at peace since 2014.", "2014/.."),
    ("The two have been at peace since March.", "2024-03/.."),
    ("The two have been at peace since March 3.", "2024-03-03/.."),
    ("The truce holds until June 3.", "../2024-06-03"),
    ("The deal was reached around 2008.", "2008~"),
    ("The deal will be reached by the end of the year.", "2024-12-31"),
    ("The deal was reached at the end of the month.", "2024-05-31~"),
    ("The talks begin on Tuesday.", "2024-05-21"),
    ("Ministers are to meet on Wednesday.", "2024-05-22"),
    ("Ministers are meeting in Riga on Monday.", "2024-05-20"),
    ("The summit was postponed to Monday.", "2024-05-20"),
    ("The summit was postponed on Monday.", "2024-05-13"),
    ("The envoys met ahead of Tuesday's summit.", "2024-05-21"),
    ("The pilots managed to land on Tuesday.", "2024-05-14"),
    ("Ministers met on Monday last week.", "2024-05-06"),
    ("The ships will arrive on Monday next week.", "2024-05-20"),
    ("The drill will run from Monday to Friday.", "2024-05-20/2024-05-24"),
    ("The drill ran from Monday to Wednesday.", "2024-05-13/2024-05-15"),
    ("France sent ships on Tuesday, May 7.", "2024-05-07"),
    ("France sent ships on Saturday, May 6.", "2023-05-06"),
    ("France sent ships on Monday 5 June 2023.", "2023-06-05"),
    ("France sent ships on August 8 last year.", "2023-08-08"),
    ("France sent ships in March of this year.", "2024-03"),
    ("France sent ships in the middle of December.", "2023-12~"),
    ("France sent ships at the end of 2014.", "2014~"),
    ("France sent ships on Christmas Day.", "2023-12-25"),
    ("The drill was held from December 28, 2022 to January 3, 2023.", "2022-12-28/2023-01-03"),
    ("The drill was held from 27 July 2012 to 17 August 2012.", "2012-07-27/2012-08-17"),
    ("The drill was held from December 28 to January 3.", "2023-12-28/2024-01-03"),
    ("The drill was held between July 2003 and March 2004.", "2003-07/2004-03"),
    ("The drill was held from March to May 2017.", "2017-03/2017-05"),
    ("The two fought the 1950-53 war.", "1950/1953"),
    ("The truce has held since last week.", "2024-05-06/.."),
    ("The truce held until Monday.", "../2024-05-13"),
    ("The truce will hold through 2025.", "../2025"),
    ("The truce has held from 2014 onwards.", "2014/.."),
    ("The drill was held last fall.", "2023-09/2023-11"),
    ("The drill was held last winter.", "2023-12/2024-02"),
    ("The drill will be held next spring.", "2025-03/2025-05"),
    ("The drill will be held in the summer.", "2024-06/2024-08"),
    ("The drill was held in the second half of 2023.", "2023-07/2023-12"),
    ("Relations were poor in the 19th century.", "1800/1899"),
    ("Relations were poor in the last century.", "1900/1999"),
    ("The ship sailed 48 hours ago.", "2024-05-14"),
    ("The ship will sail two weeks from now.", "2024-05-30~"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), RESOLVED)
def test_an_expression_has_its_value(text: str, value: str) -> None:
    assert [each.value for each in outer(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "France has 2,020 soldiers and 1,999 guns there.",
        "The base lies 2019 km from the border.",
        "The march went through the town.",
        "Theresa May met the president.",
        "Angela Merkel and May spoke on the phone.",
        "He was in his nineties.",
        "The bomb went off at 1930 GMT.",
        "The council adopted Resolution 1973.",
        "The fall of Kabul was near.",
        "The queen died in her sixties.",
        "It may be that they march on.",
        "The plan costs $2015 a head.",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert dates(text) == ()


@pytest.mark.parametrize("text", ["Ministers met in recent years.", "Ministers met on February 30."])
def test_what_names_no_time_has_no_value(text: str) -> None:
    assert [each.value for each in dates(text)] == [None]


@pytest.mark.parametrize("text", [text for text, value in RESOLVED if not any(year in text for year in ("19", "20"))])
def test_an_undated_article_resolves_nothing_relative(text: str) -> None:
    assert {each.value for each in dates(text, None)} == {None}


@pytest.mark.parametrize(("text", "value"), [each for each in RESOLVED if any(year in each[0] for year in ("19", "20"))])
def test_an_undated_article_resolves_what_names_its_year(text: str, value: str) -> None:
    assert [each.value for each in outer(text, None)] == [value]


# Without a year in figures, and the same in any article.
NAMED = [
    ("France sent ships on 9/11.", "2001-09-11"),
    ("France sent ships after the September 11 attacks.", "2001-09-11"),
    ("Relations were poor in the '90s.", "1990/1999"),
    ("Relations were poor in the sixties.", "1960/1969"),
]


@pytest.mark.parametrize(("text", "value"), NAMED)
@pytest.mark.parametrize("published", [None, THURSDAY])
def test_a_time_that_goes_by_a_name_needs_no_article(text: str, value: str, published: str | None) -> None:
    assert [each.value for each in dates(text, published)] == [value]


# A text and the value of its last date, counted from the one before.
NEAR = [
    ("The army marched on March 3. Two days later, it crossed the river.", "2024-03-05"),
    ("The army marched on March 3. The following day, it crossed the river.", "2024-03-04"),
    ("The army marched on March 3. It crossed the river that same day.", "2024-03-03"),
    ("The army marched in 2015. It crossed the river the following year.", "2016"),
    ("The army marched in 2015, after it had crossed the river three years earlier.", "2012~"),
    ("The army marched on November 15, 2017, and crossed the river on November 21.", "2017-11-21"),
    ("The army marched on November 15, 2017. It crossed the river on November 21.", "2017-11-21"),
    ("The army marched on November 15, 2017. It crossed the river on March 21.", "2024-03-21"),
    ("The army marched on November 15, 2017.\n\nIt crossed the river on November 21.", "2023-11-21"),
    ("The army marched in November, in December and in January.", "2024-01"),
    ("The army marched in June and July 2015.", "2015-07"),
]


@pytest.mark.parametrize(("text", "value"), NEAR)
def test_what_counts_from_the_date_before_is_resolved_against_it(text: str, value: str) -> None:
    assert outer(text)[-1].value == value


def test_a_month_shares_the_year_of_the_one_it_is_coordinated_with() -> None:
    assert [each.value for each in dates("The army marched in June and July 2015.")] == ["2015-06", "2015-07"]


@pytest.mark.parametrize(
    "text",
    [
        "The army marched. Two days later, it crossed the river.",
        "The army marched in 2015. The following day, it crossed the river.",
        "The army took the city in two weeks.",
    ],
)
def test_what_nothing_anchors_has_no_value(text: str) -> None:
    assert [each.value for each in outer(text)][-1:] == [None]


def test_a_range_has_its_two_ends_too() -> None:
    found = dates("The drill was held from March 28 to April 3.")
    assert [each.value for each in found] == ["2024-03-28/2024-04-03", "2024-03-28", "2024-04-03"]


def test_the_ends_of_a_range_in_one_word_are_parts_of_it() -> None:
    text = "The ruler reigned 1980–1987."
    assert [text[each.start : each.end] for each in dates(text)] == ["1980–1987", "1980", "1987"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On Monday, Iran condemned Iraq and praised Syria.", ["2024-05-13", "2024-05-13"]),
        ("Iran attacked Iraq on Monday and bombed Syria on Tuesday.", ["2024-05-13", "2024-05-14"]),
        ("Iran attacked Iraq on Monday and bombed Syria.", ["2024-05-13", None]),
    ],
)
def test_a_date_before_coordinated_verbs_is_of_all_of_them(text: str, days: list[str | None]) -> None:
    found = [each.properties.get("when") for each in graph(text, THURSDAY).entities if each.cls == "Event"]
    assert found == days


def test_two_days_are_no_range() -> None:
    assert [each.value for each in dates("The drills were held on March 5 and April 14.")] == ["2024-03-05", "2024-04-14"]


def test_a_leap_day_is_a_day_of_leap_years_alone() -> None:
    (leap,), (none,) = dates("It began on February 29, 2024."), dates("It began on February 29, 2023.")
    assert (leap.value, none.value) == ("2024-02-29", None)


def test_each_date_is_anchored_in_its_own_clause() -> None:
    found = dates("Ministers met on Monday and will meet again on Monday.")
    assert [each.value for each in found] == ["2024-05-13", "2024-05-20"]


WORDS = st.sampled_from([
    *(row["example"] for row in rows()), "on", "since", "from", "to", "until", "by", "in", "May", "March", "31", "30", "29", "0",
    "February", "2023", "2024", "1950", "-", "–", ",", ".", "will meet", "met", "last", "next", "the", "week", "year", "Sunday",
    "day", "two", "99", "ago", "France",
])  # fmt: skip


# Days that a news article may have.
DAYS = st.dates(date(1700, 1, 1), date(2200, 1, 1)).map(lambda day: day.isoformat())


@given(words=st.lists(WORDS, max_size=9), published=st.none() | DAYS)
@settings(max_examples=150, deadline=None)
def test_any_words_give_values_that_can_be_read(words: list[str], published: str | None) -> None:
    for each in dates(" ".join(["France", *words]), published):
        if each.value is not None:
            assert Interval.parse(each.value).edtf == each.value
