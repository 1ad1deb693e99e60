"""Pronouns and descriptions stand for the entities they mean, and for nobody where nobody fits."""

import pytest
from samples.reader import facts, graph

LAVROV = "Russian Foreign Minister Sergey Lavrov"
# text, who condemned or accused last
MEANT = [
    ("Poland and Ukraine are neighbours. The two nations condemned Iran.", "POL UKR"),
    ("Poland, Estonia and Latvia met. The three allies condemned Iran.", "EST LVA POL"),
    ("Poland and Latvia agreed. Both countries condemned Iran.", "LVA POL"),
    ("Israel and Egypt signed a treaty. They condemned Iran.", "EGY ISR"),
    (f"{LAVROV} visited Cuba. He accused Iran of aggression.", "RUS"),
    ("Polish President Maria Kowal visited Cuba. She condemned Iran.", "POL"),
    ("Polish President Jan Kowal arrived in Rome. Kowal condemned Iran.", "POL"),
    ("Israel fired a missile. It also condemned Iran.", "ISR"),
    (f"{LAVROV} met Cuban President Raul Perez. The Russian foreign minister condemned Iran.", "RUS"),
    (f"{LAVROV} met Cuban President Raul Perez. The Cuban president condemned Iran.", "CUB"),
    ("Poland's defence minister, Adam Nowak, spoke on Monday. The minister condemned Iran.", "POL"),
    ("Polish President Jan Kowal met French President Luc Moreau. The two leaders condemned Iran.", "FRA POL"),
    ("Polish President Jan Kowal said: “We condemn Iran.”", "POL"),
    ("The European Union met. The bloc condemned Iran.", "European Union"),
    ("NATO met in Riga. The alliance condemned Iran.", "North Atlantic Treaty Organization"),
    ("Ethiopia is at odds with Egypt. The country condemned Iran.", "ETH"),
    ("South Korea said that it had fired a missile. Its leader condemned Iran.", "KOR"),
]


@pytest.mark.parametrize(("text", "who"), MEANT)
def test_a_pronoun_or_description_means_who_was_named(text: str, who: str) -> None:
    events = [each for each in facts(text)["events"] if each["type"] == "ACCUSE"]
    assert [(sorted(each["source"]), each["target"]) for each in events] == [
        ([who] if who in {"European Union", "North Atlantic Treaty Organization"} else who.split(), ["IRN"])
    ]


def test_a_possessive_pronoun_means_the_nation_before() -> None:
    (event,) = (
        each for each in facts("Iran fired a missile, and Israel condemned its launch.")["events"] if each["type"] == "ACCUSE"
    )
    assert event["source"] == ["ISR"]


@pytest.mark.parametrize("text", ["The two nations condemned them.", "It is raining, and they say so.", "He met her. She left."])
def test_nobody_is_made_up(text: str) -> None:
    found = graph(text)
    assert [each.cls for each in found.entities if each.cls in {"Nation", "Official", "Organization", "Alliance"}] == []


def test_a_name_and_what_stands_for_it_are_one_chain() -> None:
    text = f"{LAVROV} visited Cuba. Lavrov met the president. He condemned Iran."
    found = graph(text)
    words = [{text[start:end] for start, end in chain} for chain in found.chains]
    assert any({"Sergey Lavrov", "Lavrov"} <= chain for chain in words)


@pytest.mark.parametrize(("text", "who"), MEANT)
def test_each_chain_holds_mentions_of_one_entity(text: str, who: str) -> None:
    found = graph(text)
    mentioned: dict[tuple[int, int], set[str]] = {}
    for each in found.mentions:
        mentioned.setdefault((each.start, each.end), set()).add(each.entity)
    for chain in found.chains:
        assert set.intersection(*(mentioned[span] for span in chain))
