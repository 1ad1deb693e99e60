"""Armed groups and movements of the gazetteer keep one identity under all their names, and the state that they are at home in."""

import pytest
from samples.reader import facts, graph, ruled_facts

from etl.model import Article
from etl.transform import Transformer
from etl.transform.events.learned.parties import mentions


def test_a_group_is_one_entity_under_each_of_its_names() -> None:
    told = {each.entity for each in graph("The Houthis attacked Egypt. A Houthi drone hit a ship near Ansar Allah.").mentions}
    assert sum("houthi" in each for each in told) == 1


def test_a_fighter_of_a_named_group_is_the_group() -> None:
    (event,) = facts("Islamist al-Shabaab militants attacked Kenyan soldiers.")["events"]
    assert (event["source"], event["target"]) == (["al-Shabaab"], ["KEN"])


def test_an_event_knows_the_home_of_a_group() -> None:
    (event,) = facts("Norway condemned Hezbollah on Monday.")["events"]
    assert (event["target"], event["target_nations"]) == (["Hezbollah"], ["LBN"])


def test_a_group_of_no_state_is_at_home_nowhere() -> None:
    (event,) = facts("Norway condemned al-Qaeda on Monday.")["events"]
    assert event["target_nations"] == []


def test_the_only_state_of_an_article_is_that_of_its_people_without_one() -> None:
    (event,) = facts("Striking teachers protested in Lima, the capital of Peru.")["events"]
    assert event["source_nations"] == ["PER"]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Supporters of Ana Markova attacked Kenyan soldiers.", ["Supporters of Ana Markova"], ["KEN"]),
        ("Norway warned anti-Markova demonstrators.", ["NOR"], ["anti-Markova demonstrators"]),
        ("Libyan rebel leaders accused Egypt.", ["Libyan rebel leaders"], ["EGY"]),
        ("Peru accused regional countries.", ["PER"], ["regional countries"]),
        ("Kenya's Somali rebels attacked Uganda.", ["Somali rebels"], ["UGA"]),
        ("The navy of Peru seized a fishing boat.", ["PER"], ["fishing boat"]),
    ],
)
def test_a_group_is_worded_as_it_acts(text: str, source: list[str], target: list[str]) -> None:
    (event,) = ruled_facts(text)["events"]
    assert (event["source"], event["target"]) == (source, target)


def test_who_is_known_to_be_out_of_office_acts_under_a_name() -> None:
    text = "Gerhard Schröder met Vladimir Putin."
    (serving,), (former,) = (facts(text, date)["events"] for date in ("2003-05-01", "2012-05-15"))
    assert set(serving["source"] + serving["target"]) == {"DEU", "RUS"}
    assert set(former["source"] + former["target"]) == {"Gerhard Schröder", "RUS"}


def test_a_sentence_that_names_hardly_anybody_may_speak_of_those_of_the_sentence_before(transformer: Transformer) -> None:
    doc = transformer.parse(Article("invented", "Peru sent ships to Chile. The attack killed ten. Togo met Mali on Friday."))
    _, short, full = doc.sents
    assert [(each.actor.label, each.way) for each in mentions(short)] == [("PER", "earlier-1"), ("CHL", "earlier-0")]
    assert {each.actor.label for each in mentions(full)} == {"TGO", "MLI"}
