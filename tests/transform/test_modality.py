"""What happened, what did not, what may happen and what is denied are four different things."""

import pytest
from samples.reader import facts, graph

# text, type of the event meant, negated, hypothetical
MEANT = [
    ("Russia attacked Ukraine.", "ASSAULT", False, False),
    ("Russia did not attack Ukraine.", "ASSAULT", True, False),
    ("Russia never attacked Ukraine.", "ASSAULT", True, False),
    ("Russia failed to attack Ukraine.", "ASSAULT", True, False),
    ("Russia stopped attacking Ukraine.", "ASSAULT", True, False),
    ("Russia has cancelled an attack on Ukraine.", "ASSAULT", True, False),
    ("Russia may attack Ukraine.", "ASSAULT", False, True),
    ("Russia would attack Ukraine.", "ASSAULT", False, True),
    ("Russia might not attack Ukraine.", "ASSAULT", True, True),
    ("Russia plans to attack Ukraine.", "ASSAULT", False, True),
    ("Russia threatened to attack Ukraine.", "ASSAULT", False, True),
    ("Russia threatened to attack Ukraine.", "THREATEN", False, False),
    ("Ukraine's plan to attack Russia leaked.", "ASSAULT", False, True),
    ("If Russia attacks Ukraine, Poland will help.", "ASSAULT", False, True),
    ("Russia has no plan to attack Ukraine.", "ASSAULT", True, True),
    ("Russia will visit Ukraine.", "CONSULT", False, True),
    ("Poland sent ammunition to Ukraine.", "AID", False, False),
    ("Poland has not sent ammunition to Ukraine.", "AID", True, False),
    ("Poland could send ammunition to Ukraine.", "AID", False, True),
    ("Poland imposed sanctions on Russia.", "SANCTION", False, False),
    ("Poland did not impose sanctions on Russia.", "SANCTION", True, False),
    ("Poland wants to impose sanctions on Russia.", "SANCTION", False, True),
    ("Iran refused to meet Israel.", "REJECT", False, False),
    ("Poland promised to send help to Ukraine.", "AGREE", False, False),
]


@pytest.mark.parametrize(("text", "type_", "negated", "hypothetical"), MEANT)
def test_an_event_is_meant_as_the_text_means_it(text: str, type_: str, negated: bool, hypothetical: bool) -> None:
    (event,) = (each for each in facts(text)["events"] if each["type"] == type_)
    assert (event["negated"], event["hypothetical"]) == (negated, hypothetical)


@pytest.mark.parametrize(
    "text",
    ["Russia denied attacking Ukraine.", "Iran refused to meet Israel.", "Russia refused to attack Ukraine."],
)
def test_what_is_denied_or_refused_is_never_told_as_done(text: str) -> None:
    events = facts(text)["events"]
    assert [each["source"] for each in events if each["type"] == "REJECT"] in ([["RUS"]], [["IRN"]])
    assert [each for each in events if each["type"] != "REJECT" and not each["negated"]] == []


def test_what_somebody_says_is_not_asserted() -> None:
    found = graph("Ukraine said that Russia had attacked Poland.")
    (event,) = (each for each in found.entities if each.cls == "Event")
    (evidence,) = (each for each in found.evidence if each.supports[0] == event.iri)
    assert not evidence.asserted
    assert evidence.speaker in {each.iri for each in found.entities if each.cls == "Nation"}


def test_what_the_article_says_itself_is_asserted() -> None:
    found = graph("Russia attacked Ukraine.")
    (evidence,) = found.evidence
    assert evidence.asserted
    assert (evidence.speaker, evidence.medium) == (None, None)


def test_an_act_of_speech_is_asserted_and_its_content_is_not() -> None:
    events = facts("Poland accused Russia of killing Ukrainian soldiers.")["events"]
    assert {(each["type"], each["reported_by"]) for each in events} == {("ACCUSE", None), ("ASSAULT", "POL")}


def test_statements_of_one_event_share_its_modality_with_no_other() -> None:
    done, feared = graph("Russia attacked Ukraine."), graph("Russia may attack Ukraine.")
    assert {each.iri for each in done.statements}.isdisjoint(each.iri for each in feared.statements)
