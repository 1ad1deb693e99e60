"""When a found fact is the same as a gold one, kind by kind."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.evaluation.counts import Counts, counts_of
from etl.evaluation.kinds import FACTS
from etl.evaluation.matching import pairs, unmatched
from etl.evaluation.names import fold, organization, same_person, same_position

from .gold import event, exercise, line, official

KINDS = {kind.name: kind for kind in FACTS}
RELATION = {"type": "MEMBER_OF", "source": "FIN", "target": "NATO", "negated": False}


def test_matching_is_one_to_one() -> None:
    assert pairs(["a", "b"], ["b", "a", "a"], lambda one, other: bool(one == other)) == {0: 1, 1: 0}


def test_matching_gives_way_so_that_more_match() -> None:
    assert pairs([{1, 2}, {1}], [{1}, {2}], lambda one, other: bool(one & other)) == {0: 1, 1: 0}


def test_what_has_no_partner_is_missed_or_spurious() -> None:
    assert unmatched(["a", "b"], ["b", "c", "b"], lambda one, other: bool(one == other)) == (["a"], ["c", "b"])


@given(st.lists(st.integers(0, 3), max_size=6), st.lists(st.integers(0, 3), max_size=6))
def test_matching_equals_counts_where_only_equal_values_match(gold: list[int], found: list[int]) -> None:
    most = sum(min(gold.count(each), found.count(each)) for each in set(gold))
    assert len(pairs(gold, found, lambda one, other: bool(one == other))) == most


@pytest.mark.parametrize(("one", "other"), [("the U.N.", "UN"), ("São Tomé", "sao tome"), ("  Arab  League ", "the Arab League")])
def test_names_are_compared_without_accents_case_dots_and_articles(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_an_organization_goes_by_its_acronym_and_by_its_full_name() -> None:
    assert organization("NATO") == organization("North Atlantic Treaty Organisation") != organization("Warsaw Pact")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Moon Jae-in", "Moon Jae In", True),
        ("Sergey Lavrov", "Sergey Viktorovich Lavrov", True),
        ("Lavrov", "Sergey Lavrov", True),
        ("Shinzo Abe", "Abe Shinzo", True),
        ("Sergey Lavrov", "Sergey Shoigu", False),
        ("Sergey", "Sergey Lavrov", False),
        ("", "", False),
        (None, "Lavrov", False),
    ],
)
def test_persons(one: str | None, other: str | None, same: bool) -> None:
    assert same_person(one, other) is same


def test_positions_share_half_of_their_words() -> None:
    assert same_position("Minister of Foreign Affairs", "foreign minister")
    assert not same_position("Minister of Defence", "foreign minister of trade")
    assert not same_position("", "")


@pytest.mark.parametrize(
    ("kind", "gold", "found", "same"),
    [
        ("officials", official("Ann Lee", nation=None), official("Lee", nation="KOR"), True),
        ("officials", official("Ann Lee", nation="USA"), official("Lee", nation="KOR"), False),
        ("officials.position", official("Ann Lee", "Prime Minister"), official("Ann Lee", "Minister"), True),
        ("officials.position", official("Ann Lee", "Prime Minister"), official("Ann Lee", "King"), False),
        ("exercises", exercise("USA", name="Foal Eagle"), exercise(name="Exercise Foal Eagle"), True),
        ("exercises", exercise("USA", "KOR"), exercise("KOR"), True),
        ("exercises", exercise("USA"), exercise("KOR"), False),
        ("exercises", exercise(name="Foal Eagle"), exercise("USA"), True),
        ("exercises.participants", exercise("USA", "KOR"), exercise("KOR", "USA"), True),
        ("exercises.participants", exercise("USA", "KOR"), exercise("KOR"), False),
        ("exercises.status", exercise("USA"), exercise("USA", status="planned"), False),
        ("exercises.start", exercise("USA", start="2024-05"), exercise("USA", start="2024-05"), True),
        ("exercises.start", exercise("USA", start="2024-05"), exercise("USA", start="2024-05-16"), False),
        ("relations", RELATION, RELATION | {"target": "North Atlantic Alliance"}, True),
        ("relations", RELATION, RELATION | {"negated": True}, False),
        ("events.type", event("AID", ["FRA"]), event("AID", ["USA"], ["UKR"]), True),
        ("events.actors", event("AID", ["FRA", "USA"], ["UKR"]), event("AID", ["USA"]), True),
        ("events.actors", event("AID", ["USA"], ["UKR"]), event("AID", ["USA"], ["ISR"]), False),
        ("events.actors", event("CONSULT", ["FRA"], ["JPN"]), event("CONSULT", ["JPN", "FRA"]), True),
        ("events.actors", event("ASSAULT", ["FRA"], ["JPN"]), event("ASSAULT", ["JPN"], ["FRA"]), False),
        ("events.exact", event("CONSULT", ["FRA"], ["JPN"]), event("CONSULT", ["JPN", "FRA"]), True),
        ("events.exact", event("AID", ["USA"], ["UKR"]), event("AID", ["USA"]), False),
        ("events.exact", event("AID", ["USA"]), event("YIELD", ["USA"]), False),
    ],
)  # fmt: skip
def test_facts(kind: str, gold: dict[str, Any], found: dict[str, Any], same: bool) -> None:
    assert KINDS[kind].same(gold, found) is same


def test_quotes_and_dates_count_only_where_the_gold_has_them() -> None:
    sheet = {"quotes": [{"text": "No", "speaker": None, "direct": True}], "dates": [{"start": "2024", "end": "2024"}]}
    assert counts_of(FACTS, line("a"), sheet) == {}
    gold = line("a", text="He said “No”.", quotes=[{"text": "No", "speaker": None}], dates=[{"value": "2024"}])
    assert counts_of(FACTS, gold, sheet) == dict.fromkeys(("quotes", "quotes.speaker", "dates"), Counts(right=1))


def test_gold_quotes_without_marks_are_no_quotes() -> None:
    gold = line("a", text="He said no.", quotes=[{"text": "no", "speaker": None}])
    assert counts_of(FACTS, gold, line("a")) == {}


def test_figures_follow_from_counts() -> None:
    counts = Counts(right=6, missed=2, spurious=4)
    assert (counts.gold, counts.errors, counts.precision, counts.recall) == (8, 6, 0.6, 0.75)
    assert counts.f1 == pytest.approx(2 / 3)
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)
