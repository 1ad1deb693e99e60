"""Officials are read with their position and home, in whatever order a sentence names them, and nobody else is."""

from collections.abc import Callable

import pytest
from samples.reader import facts, graph, transformer

from etl.model import Article

type Found = set[tuple[str, str, str | None]]


def officials(text: str, date: str | None = "2024-05-16") -> Found:
    """Return name, position and home of each official of an invented article; a former office is marked with "-"."""
    found = facts(text, date)["officials"]
    return {
        (each["name"], ("-" if each.get("former") else "") + each["position"], each["nation"] or each.get("organization"))
        for each in found
    }


# Each construction: sentences, and who holds what in each; an empty set is a counter-example.
BEFORE_THE_NAME: list[tuple[str, Found]] = [
    ("Kenyan Foreign Minister Peter Oduya visited Oslo.", {("Peter Oduya", "Foreign Minister", "KEN")}),
    ("Peru's defense minister Carla Rios spoke.", {("Carla Rios", "defense minister", "PER")}),
    ("The President of Zambia Levi Mwansa fell ill.", {("Levi Mwansa", "President", "ZMB")}),
    ("Ghana's air force chief Lt. Gen. Kofi Darko resigned.", {("Kofi Darko", "air force chief", "GHA")}),
    ("Estonian troops met Peter Oduya.", set()),
]
APPOSITION: list[tuple[str, Found]] = [
    ("Peter Oduya, the Kenyan foreign minister, visited Oslo.", {("Peter Oduya", "foreign minister", "KEN")}),
    ("Carla Rios, defense minister of Peru, spoke.", {("Carla Rios", "defense minister", "PER")}),
    ("Anna Kask (54), Estonia's interior minister, resigned.", {("Anna Kask", "interior minister", "EST")}),
    ("In Estonia the interior minister, Anna Kask, resigned.", {("Anna Kask", "interior minister", "EST")}),
    ("Peter Oduya, the Kenyan runner, won in Oslo.", set()),
]
BY_A_VERB: list[tuple[str, Found]] = [
    ("Peru named Carla Rios as the new finance minister.", {("Carla Rios", "finance minister", "PER")}),
    ("Anna Kask was sworn in as president of Estonia.", {("Anna Kask", "president", "EST")}),
    ("Peter Oduya became Kenya's foreign minister.", {("Peter Oduya", "foreign minister", "KEN")}),
    ("Peter Oduya would become Kenya's foreign minister.", set()),
]
QUALIFIED: list[tuple[str, Found]] = [
    ("Former Kenyan President Peter Oduya died.", {("Peter Oduya", "-President", "KEN")}),
    ("Estonia's ex-president Anna Kask spoke.", {("Anna Kask", "-president", "EST")}),
    ("Kenyan Deputy Foreign Minister Peter Oduya spoke.", {("Peter Oduya", "Deputy Foreign Minister", "KEN")}),
    ("Acting Peruvian President Carla Rios spoke.", {("Carla Rios", "President", "PER")}),
    ("Peruvian President-elect Carla Rios spoke.", {("Carla Rios", "President-elect", "PER")}),
    ("Former Kenyan runner Peter Oduya died.", set()),
]
ENVOYS: list[tuple[str, Found]] = [
    ("U.S. Ambassador to Kenya John Marsh spoke.", {("John Marsh", "Ambassador to Kenya", "USA")}),
    ("Carla Rios, Peru's ambassador to Japan, spoke.", {("Carla Rios", "ambassador to Japan", "PER")}),
    ("Kenyan ambassador Peter Oduya spoke.", {("Peter Oduya", "ambassador", "KEN")}),
    ("Kenya sent flowers to Carla Rios.", set()),
]
ORGANIZATIONS: list[tuple[str, Found]] = [
    (
        "NATO Secretary General Jens Stoltenberg spoke.",
        {("Jens Stoltenberg", "Secretary General", "North Atlantic Treaty Organization")},
    ),
    ("UN Secretary-General Antonio Guterres spoke.", {("Antonio Guterres", "Secretary-General", "United Nations")}),
    ("WTO chief Ngozi Okonjo-Iweala spoke.", {("Ngozi Okonjo-Iweala", "chief", "World Trade Organization")}),
    ("Rebel leader Musa Deng attacked a town in Chad.", set()),
    ("The company chief Peter Oduya spoke in Kenya.", set()),
]
REGIONS: list[tuple[str, Found]] = [
    ("Missouri Governor Jack Nolan warned residents.", {("Jack Nolan", "Missouri Governor", "USA")}),
    ("The Premier of Ontario, Mary Dunn, spoke.", {("Mary Dunn", "Premier of Ontario", "CAN")}),
    ("Texas Senator Joe Marsh spoke.", {("Joe Marsh", "Texas Senator", "USA")}),
    ("Missouri farmer Jack Nolan warned residents.", set()),
]
INSIDE: list[tuple[str, Found]] = [
    ("CIA director John Marsh flew to Kyiv.", {("John Marsh", "CIA director", "USA")}),
    ("Mossad chief Dan Shavit flew to Doha.", {("Dan Shavit", "Mossad chief", "ISR")}),
    ("Taoiseach Brian Dunne visited France.", {("Brian Dunne", "Taoiseach", "IRL")}),
    ("The museum director John Marsh flew to Kyiv.", set()),
]
SEVERAL: list[tuple[str, Found]] = [
    (
        "U.S. senators Joe Marsh and Mary Dunn spoke.",
        {("Joe Marsh", "senator", "USA"), ("Mary Dunn", "senator", "USA")},
    ),
    (
        "Foreign ministers Peter Oduya of Kenya and Anna Kask of Estonia met.",
        {("Peter Oduya", "Foreign minister", "KEN"), ("Anna Kask", "Foreign minister", "EST")},
    ),
    (
        "Many heads of state came, including Peter Oduya of Kenya and Carla Rios of Peru.",
        {("Peter Oduya", "head of state", "KEN"), ("Carla Rios", "head of state", "PER")},
    ),
    ("Many singers came, including Peter Oduya of Kenya.", set()),
]
PEERS: list[tuple[str, Found]] = [
    (
        "Kenyan Foreign Minister Peter Oduya met his Estonian counterpart Anna Kask.",
        {("Peter Oduya", "Foreign Minister", "KEN"), ("Anna Kask", "Foreign Minister", "EST")},
    ),
    (
        "Kenyan President Peter Oduya praised his predecessor Daniel Moru.",
        {("Peter Oduya", "President", "KEN"), ("Daniel Moru", "-President", "KEN")},
    ),
    (
        "Peruvian President Carla Rios called her Kenyan counterpart, Peter Oduya.",
        {("Carla Rios", "President", "PER"), ("Peter Oduya", "President", "KEN")},
    ),
    ("The singer met his counterpart Anna Kask in Estonia.", set()),
]
CONSTRUCTIONS = {
    name: cases
    for name, cases in globals().copy().items()
    if name.isupper() and isinstance(cases, list)
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{name}-{n}") for name, cases in CONSTRUCTIONS.items() for n, case in enumerate(cases)],
)
def test_an_official_is_read_with_position_and_home(text: str, expected: Found) -> None:
    # A counterpart's office has the cue "counterpart": its title stands at the other holder.
    assert {(name, position.lower(), home) for name, position, home in officials(text)} == {
        (name, position.lower(), home) for name, position, home in expected
    }


def mentions_of(text: str, name: str, date: str | None) -> list[str]:
    """Return the words of the article that stand for the official `name` of the gazetteer."""
    found = graph(text, date)
    iris = {each.iri for each in found.entities if each.properties.get("name") == name}
    return [each.text for each in found.mentions if each.entity in iris]


@pytest.mark.parametrize(
    ("text", "date", "name", "words"),
    [
        ("The Russian foreign minister spoke.", "2012-03-01", "Sergey Lavrov", "foreign minister"),
        ("The German chancellor spoke.", "2012-03-01", "Angela Merkel", "chancellor"),
        ("The German chancellor spoke.", "2023-03-01", "Olaf Scholz", "chancellor"),
        ("The French president spoke.", "2018-03-01", "Emmanuel Macron", "president"),
        ("The French president spoke.", "2017-05-14", "Emmanuel Macron", "president"),
        ("The Iranian president spoke.", "2022-03-01", "Ebrahim Raisi", "president"),
        ("The Iranian leader spoke.", "2022-03-01", "Ali Khamenei", "leader"),
        ("The German leader spoke.", "2012-03-01", "Angela Merkel", "leader"),
    ],
)  # fmt: skip
def test_a_title_alone_is_its_holder_on_the_day_of_publication(text: str, date: str, name: str, words: str) -> None:
    assert mentions_of(text, name, date) == [words]


def test_a_title_alone_is_nobody_in_an_undated_article() -> None:
    text = "The Russian foreign minister spoke."
    assert mentions_of(text, "Sergey Lavrov", None) == []
    assert mentions_of(text, "Sergey Lavrov", "2012-03-01")


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("President Bush praised troops in Iraq.", "2005-03-01", ("Bush", "President", "USA")),
        ("Iraq thanked President Obama.", "2012-03-01", ("Obama", "President", "USA")),
        ("Prime Minister Cameron praised troops in Iraq.", "2012-03-01", ("Cameron", "Prime Minister", "GBR")),
    ],
)
def test_a_surname_behind_a_bare_title_is_who_held_the_office_that_day(
    text: str, date: str, expected: tuple[str, str, str]
) -> None:
    assert officials(text, date) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Peter Oduya arrived. Oduya spoke.",
        "Peter Oduya arrived in Oslo. Mr. Oduya, the Kenyan president, spoke.",
        "The visit of Peter Oduya, Kenya's president, ended. Later President Oduya spoke.",
    ],
)
def test_a_surname_is_joined_to_the_full_name(text: str) -> None:
    found = graph(text)
    people = {each.iri for each in found.entities if each.cls == "Official"}
    texts = {each.text for each in found.mentions if each.entity in people}
    assert len(people) == 1
    assert texts >= {"Peter Oduya", "Oduya"}


def test_two_full_names_of_one_surname_are_two_people() -> None:
    found = officials("Kenyan President Peter Oduya met Kenyan Foreign Minister James Oduya.")
    assert {name for name, _, _ in found} == {"Peter Oduya", "James Oduya"}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("British Defence Secretary John Reid spoke.", True),
        ("Britain sent John Reid to Oslo.", True),
        ("The painter John Reid opened a show in Oslo.", False),
    ],
)
def test_a_common_name_needs_its_nation_or_its_time(text: str, known: bool) -> None:
    date = "2005-10-01" if known else "2024-05-16"
    found = graph(text, date)
    assert any(each.iri.endswith("/official/john-reid-gbr") for each in found.entities) is known


def test_an_official_linked_by_name_goes_on_behind_a_hyphen() -> None:
    assert officials("South Korean politician Lee Jun-seok spoke.") == set()


def seconds(read: Callable[[], object]) -> float:
    """Return how long a call took."""
    from time import process_time

    start = process_time()
    read()
    return process_time() - start


def test_the_cost_of_officials_grows_with_the_length_of_the_article() -> None:
    sentence = (
        "Kenyan Foreign Minister Peter Oduya met his Estonian counterpart Anna Kask, and President Carla Rios of Peru left. "
    )
    component = transformer()._nlp.get_pipe("entente_officials")

    def cost(times: int) -> float:
        doc = transformer().parse(Article("long", sentence * times, "2024-05-16"))
        doc._.reading.people.clear()
        return seconds(lambda: component(doc))

    cost(20)
    assert cost(320) < 40 * max(cost(40), 0.01)
