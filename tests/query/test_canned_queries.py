"""Every canned query on a loaded store: the same rows on each engine, and those that the week calls for."""

from typing import Any

import pytest
from samples import week

from etl.errors import QueryError, UnknownName
from etl.load import Store
from etl.query import catalogue, find, run

ALL = {"include_claimed": "yes", "include_nonfactual": "yes"}
# Query, parameters, the columns looked at, and their rows.
ASKED: list[tuple[str, dict[str, str], tuple[str, ...], list[tuple[Any, ...]]]] = [
    (
        "active-actors",
        {"limit": "3"},
        ("actor", "acted", "targeted", "exercises"),
        [("Russia", 2, 0, 0), ("Sergey Lavrov", 2, 0, 0), ("Japan", 1, 1, 1)],
    ),
    (
        "active-actors",
        {"type": "accuse", "include_claimed": "true"},
        ("actor", "acted", "targeted"),
        [("North Korea", 1, 0), ("United States", 0, 1)],
    ),
    ("alliances", {"nation": "DPRK"}, ("partner",), []),
    ("alliances", {"nation": "DPRK", "include_claimed": "true"}, ("tie", "partner", "asserted"), [("ally", "Russia", False)]),
    ("alliances", {"nation": "US"}, ("tie", "partner", "since"), [("member", "Test Pact", "1953-10-01")]),
    (
        "articles",
        {"entity": "wonsan"},
        ("date", "document", "source"),
        [("2025-07-13", "echo", "Herald"), ("2025-07-12", "week", "Courier")],
    ),
    ("articles", {"entity": "Wonsan", "to": "2025-07-12"}, ("document", "mentions"), [("week", 1)]),
    (
        "claims",
        {"speaker": "Lavrov"},
        ("reported", "speaker", "text", "direct", "about", "media"),
        [("2025-07-12", "Sergey Lavrov", week.WORDS, True, ["North Korea"], ["Tass"])],
    ),
    ("claims", {"speaker": "Russia", "about": "N Korea"}, ("speaker",), [("Sergey Lavrov",)]),
    ("claims", {"speaker": "Russia", "about": "Japan"}, ("speaker",), []),
    (
        "events",
        {},
        ("date", "type", "actors", "through", "targets"),
        [
            ("2025-07-12", "THREATEN", ["Russia"], ["Sergey Lavrov"], ["Japan", "South Korea", "United States"]),
            (None, "REQUEST", ["Japan", "South Korea", "United States"], [], ["North Korea"]),
            ("2025-07-11", "CONSULT", ["Russia"], ["Sergey Lavrov"], ["North Korea"]),
        ],
    ),
    ("events", {"type": "aid", **ALL}, ("type", "modality", "asserted"), [("AID", "hypothetical", False)]),
    ("events", {"type": "aid", "include_claimed": "yes"}, ("type",), []),
    (
        "evidence",
        {"subject": "DPRK", "predicate": "transferred", "object": "Russia"},
        ("document", "sentence", "begins", "rule"),
        [("week", "North Korea supplied troops and ammunition.", 800, "test.rule")],
    ),
    (
        "evidence",
        {"fact": week.VISIT.iri},
        ("document", "sentence", "confidence"),
        [("week", "Lavrov visited Wonsan.", 0.9), ("echo", "Lavrov was in Wonsan.", 0.5)],
    ),
    ("evidence", {"fact": week.ALLIED.iri}, ("speaker", "asserted"), [("Choe Son Hui", False)]),
    (
        "exercise-partners",
        {},
        ("participant", "partner", "exercises"),
        [("Japan", "South Korea", 1), ("Japan", "United States", 1), ("South Korea", "United States", 1)],
    ),
    (
        "exercise-partners",
        {"participant": "ROK", "from": "2025-07-11"},
        ("partner", "first"),
        [("Japan", "2025-07-11"), ("United States", "2025-07-11")],
    ),
    (
        "exercises",
        {},
        ("kind", "status", "date", "participants", "aimed_at"),
        [("air", "held", "2025-07-11", ["Japan", "South Korea", "United States"], ["North Korea"])],
    ),
    ("exercises", {"participant": "Russia", "status": "planned"}, ("exercise", "date"), [("East Wind", "2025-09")]),
    ("exercises", {"from": "2025-07-12", "status": "any"}, ("exercise",), [("East Wind",)]),
    (
        "meetings",
        {"who": "Lavrov", "other": "North Korea", "from": "2025-07", "to": "2025-07"},
        ("date", "mode", "parties", "visited", "officials", "places", "articles"),
        [("2025-07-11", "visit", ["Russia"], ["North Korea"], ["Sergey Lavrov"], ["Wonsan"], 2)],
    ),
    ("meetings", {"who": "Japan"}, ("event",), []),
    (
        "members",
        {"organization": "Test Pact"},
        ("relation", "member"),
        [("MEMBER_OF", "United States"), ("SEEKS_MEMBERSHIP", "Ukraine")],
    ),
    (
        "members",
        {"organization": "tpct", "on": "1999-06-30"},
        ("relation", "member"),
        [("MEMBER_OF", "Japan"), ("MEMBER_OF", "United States"), ("SEEKS_MEMBERSHIP", "Ukraine")],
    ),
    ("memberships", {"nation": "Japan"}, ("organization",), []),
    ("memberships", {"nation": "Japan", "on": "1960"}, ("organization", "acronym", "until"), [("Test Pact", "TPCT", "1999-06")]),
    (
        "office-holders",
        {"home": "North Korea"},
        ("office", "official"),
        [("Minister of Foreign Affairs of North Korea", "Choe Son Hui")],
    ),
    (
        "office-holders",
        {"home": "RUS", "on": "2010-01-01", "office": "foreign"},
        ("official", "since"),
        [("Sergey Lavrov", "2004-03-09")],
    ),
    ("office-holders", {"home": "RUS", "on": "2003"}, ("official",), []),
    (
        "offices-of-official",
        {"official": "Lavrov"},
        ("office", "of", "since"),
        [("Minister of Foreign Affairs of Russia", ["Russia"], "2004-03-09")],
    ),
    (
        "paths",
        {"a": "Russia", "b": "Japan", "hops": "2"},
        ("hops", "path", "relations"),
        [(2, ["Russia", "THREATEN", "Japan"], ["ACTOR", "TARGET"])],
    ),
    (
        "paths",
        {"a": "Russia", "b": "Japan", "limit": "4"},
        ("hops", "path"),
        [
            (2, ["Russia", "THREATEN", "Japan"]),
            (3, ["Russia", "North Korea", "REQUEST", "Japan"]),
            (3, ["Russia", "North Korea", "air exercise of JPN, KOR, USA (2025-07-11)", "Japan"]),
            (4, ["Russia", "CONSULT", "North Korea", "REQUEST", "Japan"]),
        ],
    ),
    ("paths", {"a": "Ukraine", "b": "Japan"}, ("path",), []),
    (
        "paths",
        {"a": "Ukraine", "b": "Japan", "memberships": "yes", "hops": "3"},
        ("path",),
        [(["Ukraine", "Test Pact", "Japan"],)],
    ),
    (
        "threats",
        {"by": "Lavrov", "against": "USA"},
        ("date", "by", "through", "against", "sentence"),
        [
            (
                "2025-07-12",
                ["Russia"],
                ["Sergey Lavrov"],
                ["Japan", "South Korea", "United States"],
                "Lavrov warned the three allies.",
            )
        ],
    ),
    (
        "timeline",
        {"a": "Russia", "b": "North Korea"},
        ("date", "type", "mode", "articles"),
        [("2025-07-11", "CONSULT", "visit", 2)],
    ),
    (
        "timeline",
        {"a": "Russia", "b": "North Korea", **ALL},
        ("type", "modality", "asserted"),
        [("CONSULT", "factual", True), ("AID", "hypothetical", False), ("EXERCISE", "planned", True)],
    ),
    (
        "timeline",
        {"a": "USA", "b": "ROK"},
        ("type", "actors", "targets"),
        [
            ("EXERCISE", ["Japan", "South Korea", "United States"], ["North Korea"]),
            ("REQUEST", ["Japan", "South Korea", "United States"], ["North Korea"]),
        ],
    ),
    ("transfers", {}, ("supplier", "what", "receiver"), [("North Korea", "troops and ammunition", "Russia")]),
    (
        "transfers",
        {"supplier": "Russia", "what": "TECHNO", **ALL},
        ("what", "modality", "asserted"),
        [("technologies", "hypothetical", False)],
    ),
    ("transfers", {"from": "2026"}, ("what",), []),
    ("unconfirmed", {}, ("what", "speakers", "media"), [("ACCUSE", [], ["Tass"]), ("AID", ["South Korea"], [])]),
    ("unconfirmed", {"speaker": "ROK", "about": "Russia"}, ("what",), [("AID",)]),
]


def test_every_query_is_asked() -> None:
    assert {name for name, *_ in ASKED} == {each.name for each in catalogue()}


@pytest.mark.parametrize(("name", "given", "columns", "rows"), ASKED, ids=lambda each: each if isinstance(each, str) else "")
def test_rows(store: Store, name: str, given: dict[str, str], columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    query = find(name)
    answer = run(store.read, query, given)
    assert answer.columns == query.columns
    assert all(tuple(row) == query.columns for row in answer.rows)
    assert [tuple(row[column] for column in columns) for row in answer.rows] == rows


def test_a_parameter_answers_to_the_class_it_takes(store: Store) -> None:
    office_holders = find("office-holders")
    by_name = run(store.read, office_holders, {"home": "Russia"})
    assert run(store.read, office_holders, {"nation": "RUS"}).rows == by_name.rows != []


def test_a_class_that_two_parameters_take_is_no_name(store: Store) -> None:
    with pytest.raises(QueryError, match="no parameter 'nation'"):
        run(store.read, find("meetings"), {"nation": "RUS"})


def test_a_fact_that_the_store_does_not_hold_is_refused(store: Store) -> None:
    with pytest.raises(UnknownName, match="parameter 'fact'"):
        run(store.read, find("evidence"), {"fact": "statement/0123456789abcdef"})


def test_an_ambiguous_surname_lists_the_candidates(store: Store) -> None:
    with pytest.raises(UnknownName, match="Choe Son Hui"):
        run(store.read, find("paths"), {"a": "Russia", "b": "Choe"})
