"""Names mean what a person who types them means, and unknown ones get the nearest."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import gazetteer, ids
from etl.errors import QueryError, UnknownName
from etl.query import bind, find, resolve
from etl.query.kinds import value_of
from etl.query.run import Result


def empty(_: str, /, **__: Any) -> Result:
    """Answer as a store does that holds nothing."""
    return Result((), [])


@pytest.mark.parametrize(
    "text", ["North Korea", "north korea", "PRK", "prk", "KP", "DPRK", "n korea", "N. Korea", "nation/PRK", "Q423"]
)
def test_a_nation_is_known_by_its_names_and_codes(text: str) -> None:
    assert resolve(text, "nation", empty) == ids.nation("PRK")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("US", "USA"),
        ("U.S.", "USA"),
        ("Kremlin", "RUS"),
        ("Korea", "KOR"),
        ("Congo", "COD"),
        ("Turkey", "TUR"),
        ("turkiye", "TUR"),
    ],
)
def test_a_nation_is_known_by_what_the_news_call_it(text: str, code: str) -> None:
    assert resolve(text, "nation", empty) == ids.nation(code)


@pytest.mark.parametrize(("text", "ident"), [("NATO", "nato"), ("nato", "nato"), ("OPEC", "opec"), ("OPEC+", "opec-plus")])
def test_an_organization_is_known_by_its_acronym(text: str, ident: str) -> None:
    assert resolve(text, "organization", empty) == ids.organization(ident)


@pytest.mark.parametrize("text", ["Sergey Lavrov", "sergey lavrov", "Lavrov", "official/sergey-lavrov-rus"])
def test_an_official_is_known_by_name_or_surname(text: str) -> None:
    assert resolve(text, "official", empty) == ids.official("Sergey Lavrov", "RUS")


def test_every_nation_resolves_by_its_own_name_and_code() -> None:
    for nation in gazetteer.load().nations:
        for text in (nation.name, nation.iso3, nation.official_name):
            assert resolve(text, "nation", empty) == ids.nation(nation.iso3), text


def test_every_organization_resolves_by_its_name_and_id() -> None:
    for row in gazetteer.load().organizations:
        assert resolve(row.name, "organization", empty) == ids.organization(row.id), row.name
        assert resolve(row.id, "organization", empty) == ids.organization(row.id), row.id


def test_names_of_the_store_count_too() -> None:
    def read(cypher: str, /, **_: Any) -> Result:
        rows = [{"iri": ids.official("Zoltan Karpathy", None), "name": "Zoltan Karpathy", "acronym": None}]
        return Result((), rows if ":Official" in cypher else [])

    assert resolve("karpathy", "agent", read) == ids.official("Zoltan Karpathy", None)


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"no nation is called 'Rusia'\n.*Russia"):
        resolve("Rusia", "nation", empty)


def test_a_name_of_several_is_not_guessed() -> None:
    with pytest.raises(UnknownName, match=r"more than one official\n.*Bill Clinton.*, Hillary Clinton"):
        resolve("Clinton", "official", empty)


def test_an_iri_of_another_class_is_refused() -> None:
    with pytest.raises(QueryError, match="names no official"):
        resolve(ids.nation("RUS"), "official", empty)


@given(st.text(min_size=1))
def test_no_text_breaks_the_search(text: str) -> None:
    try:
        assert resolve(text, "nation", empty).startswith(ids.BASE)
    except QueryError as error:
        assert error.what


def test_a_missing_parameter_is_named_with_an_example() -> None:
    with pytest.raises(QueryError, match=r"'memberships' needs the parameter 'nation'.*\nTry: -p nation=Finland"):
        bind(empty, find("memberships"), {})


def test_an_unknown_parameter_is_named_with_those_there_are() -> None:
    with pytest.raises(QueryError, match=r"no parameter 'nations'\nDid you mean 'nation'\? Its parameters are: nation, on"):
        bind(empty, find("memberships"), {"nations": "France"})


@pytest.mark.parametrize(
    ("parameter", "value", "problem"),
    [
        ("limit", "many", "no whole number"),
        ("from", "yesterday", "no date"),
        ("include_claimed", "perhaps", "neither true nor false"),
        ("type", "THREAT", r"no event type.*\n.*THREATEN"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(parameter: str, value: str, problem: str) -> None:
    with pytest.raises(QueryError, match=f"parameter '{parameter}' .*{problem}"):
        bind(empty, find("events"), {parameter: value})


def test_an_unknown_name_says_which_parameter_it_was() -> None:
    with pytest.raises(UnknownName, match="parameter 'nation': no nation is called 'Atlantis'"):
        bind(empty, find("alliances"), {"nation": "Atlantis"})


def test_defaults_and_absent_values() -> None:
    bound = bind(empty, find("events"), {"from": "", "to": "2025-02", "type": "assault"})
    assert bound["from"] is None and bound["actor"] is None and bound["include_claimed"] is False
    assert (bound["to"], bound["type"], bound["limit"]) == ("2025-02-28", "ASSAULT", 100)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("2024-02", "date", "2024-02-01"),
        ("2024-02", "end-date", "2024-02-29"),
        ("2024", "end-date", "2024-12-31"),
        ("Yes", "boolean", True),
        ("7", "integer", 7),
        ("member of", "predicate", "MEMBER_OF"),
        ("Planned", "choice(held|planned)", "planned"),
    ],
)
def test_values(text: str, kind: str, value: object) -> None:
    assert value_of(text, kind) == value
