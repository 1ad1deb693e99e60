"""Why a sentence tells nothing, or not that: each reason is found on a sentence that has it."""

from functools import cache

import pytest
from samples.reader import DAY, transformer

from etl import ids
from etl.model import Article
from etl.transform.explain import Explainer, Miss, Rereading, rule_text


@cache
def explainer() -> Explainer:
    return Explainer(transformer())


def read(text: str) -> Rereading:
    return explainer().read(Article("invented", text, DAY))


def misses(text: str, type_: str | None = None) -> list[Miss]:
    reread = read(text)
    return [miss for each in reread.sentences() for miss in reread.misses(each.number, type_)]


@pytest.mark.parametrize(
    ("reason", "word", "rule", "text"),
    [
        ("roles", "criticised", "accuse.accuse", "The storm criticised the plan."),
        ("roles", "described", "accuse.describe", "Norway described the harvest as poor."),
        ("purpose", "support", "support.back", "Norway supplied weapons to support Ukraine in its war."),
        ("heading", "protests", "n.protest", "2011 Yemeni protests: Saleh leaves."),
        ("repeated", "bombing", "n.attack", "France bombed a base in Syria. The bombing by France of Syria killed two."),
        ("preposition", "fired", "assault.fire", "Norway fired the cook."),
        ("object", "sent", "aid.send", "France sent flowers to Mali."),
        ("unknown-word", "chastised", "accuse.accuse", "Norway chastised Denmark."),
        ("civil", "drill", None, "The school held an evacuation drill."),
        ("not-military", "exercises", None, "The pupils did their exercises."),
        ("ends", "member", None, "Croatia is a member of the club."),
        ("ends", "alliance", None, "The singers praised the alliance."),
        ("holder", "chancellor", None, "The chancellor spoke of flowers."),
    ],
)
def test_each_reason_is_found(reason: str, word: str, rule: str | None, text: str) -> None:
    assert (reason, word, rule) in [(each.reason, each.word, each.rule) for each in misses(text)]


def test_a_reason_names_the_condition_and_what_stands_there() -> None:
    (found,) = (each for each in misses("France sent flowers to Mali.") if each.rule == "aid.send")
    assert found.says == "the rule wants an object of the class aid; its object is 'flowers'"
    (found,) = (each for each in misses("Norway fired the cook.") if each.rule == "assault.fire")
    assert found.says == "the rule wants one of the prepositions on, at, into, upon; behind it stands none"
    (found,) = (each for each in misses("The storm criticised the plan.") if each.reason == "roles")
    assert "it looks for the source at subj" in found.says
    assert "its subject 'storm' names nobody known" in found.says


def test_a_word_of_another_part_of_speech_is_told_where_its_type_is_asked_for() -> None:
    found = [each for each in misses("The cut was severe.", "SANCTION") if each.reason == "pos"]
    assert ("cut", "sanction.cut") in [(each.word, each.rule) for each in found]
    assert "read as NOUN, and the rule wants VERB" in found[0].says


def test_a_word_that_tells_another_event_is_taken() -> None:
    assert misses("Norway condemned Denmark.") == []
    (found,) = (each for each in misses("Norway reached an agreement with Denmark.") if each.word == "agreement")
    assert (found.reason, found.rule) == ("taken", "n.agree")
    assert found.says == "the word belongs to the event of 'reached' (agree.reach)"


def test_a_name_that_the_gazetteer_left_out_is_told() -> None:
    found = [each for each in misses("The Slovakia Herald condemned Norway.") if each.stage == "linking"]
    assert [(each.word, each.says) for each in found] == [("Slovakia", "inside another name: Slovakia (not SVK)")]
    (river,) = (each for each in misses("The Jordan River is deep.") if each.stage == "linking")
    assert (river.word, river.says) == ("Jordan River", "a longer phrase, which is no mention of the name in it")


def test_places_are_those_of_the_text() -> None:
    text = "date 2024-05-16 It rained. The storm criticised the plan."
    (found,) = (each for each in misses(text) if each.reason == "roles")
    assert text[found.start : found.end] == "criticised"


def test_a_sentence_says_whom_it_does_not_name() -> None:
    reread = read("Belarussia condemned Norway.")
    assert ids.nation("NOR") in reread.named(1)
    found = reread.unnamed(1, ids.nation("SVK"), "Slovakia")
    assert (found.near, found.score) == (None, 0.0)
    found = reread.unnamed(1, ids.nation("BLR"), "Belarus")
    assert found.near == "Belarussia"
    assert "the nearest is 'Belarussia'" in found.says


def test_pronouns_and_officials_name_whom_they_stand_for() -> None:
    reread = read("Russian Foreign Minister Sergey Lavrov arrived. He condemned Norway.")
    assert {ids.nation("RUS"), ids.official("Sergey Lavrov", "RUS"), ids.nation("NOR")} <= reread.named(2)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Georgia", "ambiguous.csv reads 'Georgia' as GEO"),
        ("Slovakia", "the only entity of this name"),
        ("Oslo", "a capital that acts or is acted on stands for its state"),
        ("Lavrov", "the latest person of the article with this name: Sergey Lavrov"),
    ],
)
def test_a_linked_name_says_why_it_was_taken(words: str, why: str) -> None:
    reread = read("Foreign Minister Sergey Lavrov of Russia arrived. Lavrov, Georgia and Slovakia condemned Oslo. Oslo wept.")
    linked = [each for span in reread.spans for each in reread.linking(span) if each.text == words]
    assert linked[0].why.startswith(why)
    assert next(each for each in linked[0].candidates if each.chosen).entity == linked[0].entity
    assert all(0 <= each.score <= 1 for each in linked[0].candidates)


def test_every_rule_of_the_lexicon_and_of_the_code_is_worded() -> None:
    reread = read(
        "Russian Foreign Minister Sergey Lavrov arrived. Norway is a member of NATO. Japan and Norway held a naval exercise. "
        "Norway, a US ally, said that Denmark attacked Mali. “We condemn Mali,” Lavrov said."
    )
    for each in reread.graph.evidence:
        assert rule_text(each.rule).file, each.rule
    text = rule_text("aid.weapons")
    assert text.says.startswith("the verb send or ship; with an object of the class weapons; source at subj")
    assert text.file.startswith("schema/lexicon/event_verbs.csv:")
    assert rule_text("no.such").file == ""


def test_an_event_that_the_models_decided_on_gives_their_grounds() -> None:
    reread = read("Norway condemned Denmark on Monday.")
    (event,) = (each for each in reread.graph.evidence if each.rule == "accuse.accuse")
    grounds = reread.trace(event).grounds
    assert {"NOR is source", "DNK is target"} <= {each.decision for each in grounds}
    assert all(each.ground and each.weight for each in grounds)
