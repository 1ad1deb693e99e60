"""Membership, accession, withdrawal and alliance are read from the many ways that prose tells them."""

import pytest
from samples.reader import facts, graph

NATO, EU = "North Atlantic Treaty Organization", "European Union"
# text, type, source, target, negated
TOLD = [
    ("Poland is a member of NATO.", "MEMBER_OF", "POL", NATO, False),
    ("Serbia is not a member of NATO.", "MEMBER_OF", "SRB", NATO, True),
    ("NATO member Turkey objected.", "MEMBER_OF", "TUR", NATO, False),
    ("Poland, a NATO member, objected.", "MEMBER_OF", "POL", NATO, False),
    ("Finland became a member of NATO last year.", "MEMBER_OF", "FIN", NATO, False),
    ("Sweden joined NATO in 2024.", "MEMBER_OF", "SWE", NATO, False),
    ("Ukraine wants to join NATO.", "SEEKS_MEMBERSHIP", "UKR", NATO, False),
    ("Ukraine applied for membership of the European Union.", "SEEKS_MEMBERSHIP", "UKR", EU, False),
    ("Sweden's bid to join NATO was approved.", "SEEKS_MEMBERSHIP", "SWE", NATO, False),
    ("Ukraine's NATO membership bid failed.", "SEEKS_MEMBERSHIP", "UKR", NATO, False),
    ("Serbia will never join NATO.", "SEEKS_MEMBERSHIP", "SRB", NATO, True),
    ("Britain left the European Union in 2020.", "WITHDRAWS_FROM", "GBR", EU, False),
    ("Mali withdrew from ECOWAS.", "WITHDRAWS_FROM", "MLI", "Economic Community of West African States", False),
    ("Mali did not withdraw from ECOWAS.", "WITHDRAWS_FROM", "MLI", "Economic Community of West African States", True),
]
ALLIED = [
    ("The alliance between Russia and North Korea grows.", ["PRK RUS"]),
    ("US ally Japan objected.", ["JPN USA"]),
    ("Russia and its ally Belarus held talks.", ["BLR RUS"]),
    ("Belarus, an ally of Russia, objected.", ["BLR RUS"]),
    ("South Korea and Japan are US allies.", ["JPN USA", "KOR USA"]),
    ("South Korea, Japan and the US met. The three allies agreed.", ["JPN KOR", "JPN USA", "KOR USA"]),
]


@pytest.mark.parametrize(("text", "type_", "source", "target", "negated"), TOLD)
def test_membership_is_read_as_it_stands(text: str, type_: str, source: str, target: str, negated: bool) -> None:
    found = [tuple(each[key] for key in ("type", "source", "target", "negated")) for each in facts(text)["relations"]]
    assert found == [(type_, source, target, negated)]


def test_each_member_named_is_one() -> None:
    found = facts("NATO members Poland and Estonia held talks.")["relations"]
    assert [(each["type"], each["source"], each["target"]) for each in found] == [
        ("MEMBER_OF", "POL", NATO),
        ("MEMBER_OF", "EST", NATO),
    ]


@pytest.mark.parametrize(("text", "pairs"), ALLIED)
def test_allies_are_pairs(text: str, pairs: list[str]) -> None:
    found = [each for each in facts(text)["relations"] if each["type"] == "ALLIED_WITH"]
    assert sorted(" ".join(sorted([each["source"], each["target"]])) for each in found) == pairs


@pytest.mark.parametrize("text", [text for text, _ in ALLIED])
def test_an_alliance_is_stated_once_with_the_lesser_key_first(text: str) -> None:
    stated = [each for each in graph(text).statements if each.predicate == "ALLIED_WITH"]
    assert all(each.subject < each.object for each in stated)
    assert len({(each.subject, each.object) for each in stated}) == len(stated)


@pytest.mark.parametrize(
    "text",
    [
        "Poland and Russia held talks.",
        "NATO met in Riga, and Serbia objected.",
        "Members of the Russian parliament met.",
        "Poland left the talks with Russia.",
        "A member of the Polish army visited NATO headquarters.",
    ],
)
def test_what_is_no_membership_or_alliance_is_left_alone(text: str) -> None:
    assert facts(text)["relations"] == []


LISTED = [
    ("Four NATO members, Belgium, Germany, Italy and the Netherlands, call for talks.", "BEL DEU ITA NLD"),
    ("Hungary and Poland, both EU members, reject the plan.", "HUN POL"),
    ("Britain, France and other EU governments reject the plan.", "FRA GBR"),
    ("The Group of 77 (including China and India) leaves the talks.", "CHN IND"),
    ("The BRICS countries – Brazil, Russia, India, China and South Africa – open a bank.", "BRA CHN IND RUS ZAF"),
    ("The Gulf Cooperation Council, which includes Saudi Arabia and Qatar, meets in Riyadh.", "QAT SAU"),
]
SOUGHT = [
    ("Montenegro and NATO sign an accession agreement.", "MNE", False),
    ("Leaders of the European Union grant candidate status to Croatia.", "HRV", False),
    ("Germany opposes Turkey's EU membership.", "TUR", False),
    ("Iceland withdraws its application for EU membership.", "ISL", True),
]


@pytest.mark.parametrize(("text", "members"), LISTED)
def test_members_in_a_list_are_all_read(text: str, members: str) -> None:
    found = [each["source"] for each in facts(text)["relations"] if each["type"] == "MEMBER_OF"]
    assert " ".join(sorted(found)) == members


@pytest.mark.parametrize(("text", "nation", "negated"), SOUGHT)
def test_accession_is_sought_or_given_up(text: str, nation: str, negated: bool) -> None:
    found = [(each["type"], each["source"], each["negated"]) for each in facts(text)["relations"]]
    assert found == [("SEEKS_MEMBERSHIP", nation, negated)]


@pytest.mark.parametrize(
    "text",
    [
        "Finland is considering whether to join NATO.",
        "The US and the EU join the protests.",
        "The USA may withdraw from a NATO exercise.",
        "Turkey requests backing from NATO allies.",
    ],
)
def test_what_tells_no_relation_is_none(text: str) -> None:
    assert facts(text)["relations"] == []
