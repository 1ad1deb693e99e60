"""Nations are known by every name the press uses, and what only looks like a nation is none."""

import pytest
from samples.reader import graph

# sentence, the nations it names
NAMED = [
    ("Georgia and Armenia signed a treaty.", "ARM GEO"),
    ("Jordan and Egypt held talks.", "EGY JOR"),
    ("He visited Jordan on Monday.", "JOR"),
    ("Chad and Niger held talks.", "NER TCD"),
    ("Turkey and Greece held talks.", "GRC TUR"),
    ("Dutch and Swiss officials met in Vienna.", "CHE NLD"),
    ("The Ukrainian army attacked the Russians.", "RUS UKR"),
    ("The Georgian parliament passed the law.", "GEO"),
    ("Washington warned Tehran.", "IRN USA"),
    ("Taipei and Pristina thanked Ramallah.", "PSE TWN XKX"),
    ("The Kremlin condemned the White House.", "RUS USA"),
    ("The Pentagon said the Blue House agreed.", "KOR USA"),
    ("Downing Street welcomed the deal with the Elysee.", "FRA GBR"),
    ("DPRK and ROK envoys met.", "KOR PRK"),
    ("N Korea fired a missile.", "PRK"),
    ("US and U.S. and USA officials met UK and U.K. officials.", "GBR USA"),
    ("The UAE and KSA held talks.", "ARE SAU"),
    ("Ivory Coast thanked Cabo Verde and Swaziland.", "CIV CPV SWZ"),
    ("Burma's junta jailed her.", "MMR"),
    ("Vladimir Putin's Russia attacked Ukraine.", "RUS UKR"),
    ("The Holy See welcomed it.", "VAT"),
]
# names of nations inside longer names, or names that they share
SHARED = [
    ("The Papua New Guinea government thanked Equatorial Guinea.", "GNQ PNG"),
    ("Guinea and Guinea-Bissau signed a treaty.", "GIN GNB"),
    ("The Republic of the Congo warned the Democratic Republic of the Congo.", "COD COG"),
    ("South Sudan accused Sudan.", "SDN SSD"),
    ("North Korea accused South Korea.", "KOR PRK"),
    ("The Northern Ireland protocol angered Ireland.", "IRL"),
    ("New Mexico officials met Mexican police.", "MEX"),
    ("The governor of Georgia visited Atlanta.", ""),
    ("Voters in Georgia and Alabama backed the senator.", ""),
    ("Michael Jordan visited the stadium.", ""),
    ("Chad Brown met the mayor.", ""),
    ("The family ate turkey.", ""),
    ("The governor of Washington state visited Seattle.", ""),
    ("Denzel Washington visited Seattle.", ""),
    ("He lives in Washington, D.C.", ""),
    ("The South China Sea is disputed.", ""),
    ("The Sea of Japan is deep.", ""),
    ("The Gulf of Oman is narrow.", ""),
    ("Korean Air bought an aircraft.", ""),
    ("China Daily praised the film.", ""),
    ("American Samoa held an election.", ""),
    ("British Columbia elected a premier.", ""),
    ("Panama Canal fees rose.", ""),
    ("Tell us about it.", ""),
]  # fmt: skip
KINDS = [
    ("Turkey and Greece held talks.", "Turkey", "name"),
    ("The Turkish navy sent ships.", "Turkish", "adjective"),
    ("The Ukrainian army attacked the Russians.", "Russians", "demonym"),
    ("Washington warned Tehran.", "Tehran", "capital"),
    ("The Kremlin condemned the White House.", "Kremlin", "seat"),
    ("DPRK and ROK envoys met.", "DPRK", "abbreviation"),
    ("Burma's junta jailed her.", "Burma", "variant"),
    ("Michael Jordan visited the stadium.", "Michael Jordan", "person"),
    ("The governor of Georgia visited Atlanta.", "Georgia", "place"),
]


def nations(text: str) -> set[str]:
    found = graph(text)
    named = {each.entity for each in found.mentions if each.kind not in {"actor", "coreference", "title"}}
    return {str(each.properties["iso3"]) for each in found.entities if each.cls == "Nation" and each.iri in named}


@pytest.mark.parametrize(("text", "codes"), NAMED)
def test_nations_are_found_by_each_kind_of_name(text: str, codes: str) -> None:
    assert nations(text) == set(codes.split())


@pytest.mark.parametrize(("text", "codes"), SHARED)
def test_names_that_hold_or_share_a_name_are_told_apart(text: str, codes: str) -> None:
    assert nations(text) == set(codes.split())


@pytest.mark.parametrize(("text", "surface", "kind"), KINDS)
def test_a_mention_says_what_kind_of_name_it_is(text: str, surface: str, kind: str) -> None:
    assert [each.kind for each in graph(text).mentions if each.text == surface and each.kind != "actor"] == [kind]


# organisation, however the text writes it
ORGANIZATIONS = [
    ("NATO met in Riga.", "North Atlantic Treaty Organization"),
    ("The North Atlantic Treaty Organization met in Riga.", "North Atlantic Treaty Organization"),
    ("The EU met in Riga.", "European Union"),
    ("The U.N. Security Council met on Monday.", "United Nations Security Council"),
    ("The United Nations Security Council met on Monday.", "United Nations Security Council"),
    ("The African Union condemned the coup.", "African Union"),
    ("ASEAN ministers met in Jakarta.", "Association of Southeast Asian Nations"),
    ("The Gulf Cooperation Council met in Muscat.", "Gulf Cooperation Council"),
]


@pytest.mark.parametrize(("text", "name"), ORGANIZATIONS)
def test_an_organization_has_one_name(text: str, name: str) -> None:
    found = [str(each.properties["name"]) for each in graph(text).entities if each.cls in {"Organization", "Alliance"}]
    assert found == [name]


def test_a_shorter_name_inside_an_organization_names_nothing_else() -> None:
    found = graph("The Shanghai Cooperation Organisation and the Association of Southeast Asian Nations met.")
    assert {each.cls for each in found.entities} <= {"Organization", "Alliance", "Event"}


def test_a_name_does_not_end_at_a_hyphen() -> None:
    labels = {each.text for each in graph("Lee Jun-seok met reporters.").mentions}
    assert "Lee Jun" not in labels


def test_an_edition_is_known_by_its_year() -> None:
    named = {each.cls for each in graph("Ukraine and Romania hold Sea Breeze 2017 off Odessa.").entities}
    assert "ExerciseSeries" in named
    assert "ExerciseSeries" not in {
        each.cls for each in graph("A sea breeze, Sea Breeze being its name, cooled Odessa.").entities
    }
