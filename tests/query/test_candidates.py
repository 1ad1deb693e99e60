"""Scores of pairs that may be the same: by their names first, then by what the two have in common."""

from types import SimpleNamespace
from typing import Any

from etl import gazetteer, ids
from etl.query.candidates import Known, candidates, compare


def person(name: str, nation: str | None = None, *, offices: tuple[str, ...] = (), articles: tuple[str, ...] = ()) -> Known:
    iri = ids.official(name, nation)
    return Known(iri, "Official", name, nation, names={name}, offices=set(offices), articles=set(articles))


def body(name: str) -> Known:
    return Known(ids.group(name), "Group", name, names={name})


def score(one: Known, other: Known) -> float:
    return compare(one, other).score


def test_another_spelling_scores_high_and_another_person_low() -> None:
    assert score(person("Choe Son Hui"), person("Choi Son-hui")) > 0.9
    assert score(person("Kim Jong Un"), person("Kim Jong Il")) < 0.6


def test_what_two_have_in_common_raises_the_score_and_two_nations_lower_it() -> None:
    alone = score(person("Dmitri Kovalenkov"), person("D. Kovalenkov"))
    nation = score(person("Dmitri Kovalenkov", "RUS"), person("D. Kovalenkov", "RUS"))
    office = score(
        person("Dmitri Kovalenkov", "RUS", offices=("Minister",)), person("D. Kovalenkov", "RUS", offices=("Minister", "Envoy"))
    )
    article = score(person("Dmitri Kovalenkov", articles=("a",)), person("D. Kovalenkov", articles=("a", "b")))
    other = score(person("Dmitri Kovalenkov", "RUS"), person("D. Kovalenkov", "UKR"))
    assert other < alone < nation < office
    assert alone < article


def test_the_reasons_say_what_the_score_is_made_of() -> None:
    one = person("Dmitri Kovalenkov", "RUS", offices=("Minister of Energy",), articles=("a",))
    found = compare(one, person("Dmitri Kovalenkov", "UKR", offices=("Minister of Energy",), articles=("a",)))
    assert found.reasons == ("the same name", "of RUS and of UKR", "both Minister of Energy", "1 article with both")


def test_groups_are_compared_by_their_words() -> None:
    assert score(body("Movement of Free Fishermen"), body("the Free Fishermen Movement")) > 0.9
    assert score(body("Movement of Free Fishermen"), body("Movement of Free Farmers")) < 0.9


class Store:
    """Answers as a store with some officials would."""

    def __init__(self, *people: Known) -> None:
        self._people = people

    def __call__(self, cypher: str, /, **_: Any) -> Any:
        rows: list[dict[str, Any]] = [
            {"iri": each.iri, "name": each.name, "nation": each.nation, "names": [], "document": "a"} for each in self._people
        ]
        return SimpleNamespace(rows=rows if "(n:Official)-[m:MENTIONED_IN]" in cypher else [])


def test_only_pairs_with_a_word_in_common_and_enough_alike_are_candidates() -> None:
    found = candidates(Store(person("Dmitri Kovalenkov"), person("Dmitry Kovalenkov"), person("Piotr Zabrodski")), 0.7)
    assert [(each.one.name, each.other.name) for each in found] == [("Dmitri Kovalenkov", "Dmitry Kovalenkov")]


def test_a_word_that_many_names_share_does_not_pair_them_all() -> None:
    crowd = [person(f"Ivan {chr(97 + place // 26)}{chr(97 + place % 26)}{'kvtzp'[place % 5]}ovsky") for place in range(200)]
    found = candidates(Store(*crowd, person("Ivan Petrenkov"), person("Ivan Petrenkoff")), 0.0)
    assert ("Ivan Petrenkoff", "Ivan Petrenkov") in {(each.one.name, each.other.name) for each in found}
    assert len(found) < 2_000


def test_two_of_whom_no_article_speaks_are_no_candidates() -> None:
    rows: list[dict[str, Any]] = [
        {"iri": each, "name": each, "nation": None, "names": [], "document": "reference:offices"}
        for each in ("Jon Doe", "John Doe")
    ]
    listed = SimpleNamespace(rows=rows)
    nobody = SimpleNamespace(rows=[])
    assert candidates(lambda cypher, /, **_: listed if "(n:Official)-[m:MENTIONED_IN]" in cypher else nobody, 0.1) == []


def test_two_whom_the_gazetteer_keeps_apart_are_no_candidates() -> None:
    found = candidates(Store(person("Emmanuel Macron", "FRA"), person("Emanuel Macron", "FRA")), 0.7)
    assert [each.one.listed or each.other.listed for each in found] == [True]
    kims = [person(row.name, row.nation) for row in gazetteer.load().people if row.name.startswith("Kim ")]
    assert len(kims) > 1
    assert candidates(Store(*kims), 0.0) == []
