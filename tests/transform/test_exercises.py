"""Military exercises have their name, participants, kind, status, time and place; other exercises are none."""

from typing import Any

import pytest
from samples.reader import facts, graph

# text (written on Thursday, 16 May 2024), name, participants, status
HELD = [
    ("Poland and Germany held a joint naval exercise in March.", None, "POL DEU", "held"),
    ("The US and South Korea began their annual Foal Eagle exercise on Monday.", "Foal Eagle", "USA KOR", "held"),
    ("Russia and Belarus will hold the Zapad exercise in September 2025.", "Zapad", "RUS BLR", "planned"),
    ("Russia plans a large military drill near Kaliningrad next month.", None, "RUS", "planned"),
    ("Seoul has cancelled the Ulchi Freedom Guardian exercise planned for August.", "Ulchi Freedom Guardian", "KOR", "cancelled"),
    ("South Korea postponed a joint air drill with the United States.", None, "KOR USA", "cancelled"),
    ("Egypt, Greece and Cyprus took part in a naval exercise off Crete.", None, "EGY GRC CYP", "held"),
    ("North Korea condemned the military drills between South Korea and the US.", None, "KOR USA", "held"),
    ("China denied that it was holding a military exercise near Taiwan.", None, "CHN", "denied"),
    ("Poland proposed a joint military exercise with Ukraine.", None, "POL UKR", "proposed"),
    ("Russian and Chinese warships held drills in the Sea of Japan last week.", None, "RUS CHN", "held"),
    ("Iran held a war game in the Gulf of Oman on Sunday.", None, "IRN", "held"),
    ("NATO launched the Steadfast Defender exercise in January 2024.", "Steadfast Defender", "NATO", "held"),
    ("Saudi Arabia and Pakistan held a drill to prepare for war against Iran.", None, "SAU PAK", "held"),
]
KINDS = [
    ("Poland and Germany held a joint naval exercise.", "naval"),
    ("Poland and Germany held a joint air drill.", "air"),
    ("China conducted live-fire drills in the Taiwan Strait.", "live-fire"),
    ("Poland and Germany held a joint military exercise.", None),
]
TIMES = [
    ("Poland and Germany held a joint drill in March.", "2024-03", "2024-03"),
    ("Poland and Germany held a joint drill on Friday.", "2024-05-10", "2024-05-10"),
    ("Poland and Germany will hold a joint drill on Friday.", "2024-05-17", "2024-05-17"),
    ("China conducted military drills from August 4 to August 7.", "2023-08-04", "2023-08-07"),
    ("Poland and Germany began a joint drill on Monday.", "2024-05-13", None),
    ("The US and South Korea begin their Foal Eagle exercise.", "2024-05-16", None),
    ("Poland and Germany held a joint drill.", None, None),
]
PLACES = [
    ("Poland and Germany held a joint naval exercise in the Baltic Sea.", ["Baltic Sea"]),
    ("China conducted live-fire drills in the Taiwan Strait.", ["Taiwan Strait"]),
    ("Russia plans a large military drill near Kaliningrad.", ["Kaliningrad"]),
    ("The US and Japan held a joint air drill near the Korean Peninsula.", ["Korean Peninsula"]),
    ("Poland and Germany held a joint drill.", []),
]


def exercise(text: str) -> dict[str, Any]:
    (found,) = facts(text)["exercises"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(("text", "name", "who", "status"), HELD)
def test_an_exercise_has_its_name_participants_and_status(text: str, name: str | None, who: str, status: str) -> None:
    found = exercise(text)
    participants = {each.replace("North Atlantic Treaty Organization", "NATO") for each in found["participants"]}
    assert (found["name"], participants, found["status"]) == (name, set(who.split()), status)


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_an_exercise_has_its_kind(text: str, kind: str | None) -> None:
    assert exercise(text)["kind"] == kind


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_an_exercise_has_the_time_that_the_text_gives(text: str, start: str | None, end: str | None) -> None:
    found = exercise(text)
    assert (found["start"], found["end"]) == (start, end)


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_an_exercise_takes_place_where_the_text_says(text: str, places: list[str]) -> None:
    assert exercise(text)["places"] == places


@pytest.mark.parametrize(
    "text",
    [
        "The children exercise every morning.",
        "The exercise of power is difficult.",
        "Ukraine exercised its right to reply.",
        "Oil companies will drill in the Gulf of Mexico.",
        "The minister bought a power drill in Poland.",
    ],
)
def test_what_is_no_military_exercise_is_none(text: str) -> None:
    assert facts(text)["exercises"] == []


@pytest.mark.parametrize(("text", "name", "who", "status"), HELD)
def test_an_exercise_is_a_mobilization_of_its_participants(text: str, name: str | None, who: str, status: str) -> None:
    sheet = facts(text)
    (event,) = (each for each in sheet["events"] if each["type"] == "MOBILIZE")
    assert set(event["source"]) == set(sheet["exercises"][0]["participants"])
    assert event["negated"] == (status in {"cancelled", "denied"})
    assert event["hypothetical"] == (status in {"planned", "proposed"})


def test_an_exercise_of_a_series_is_an_edition_of_it() -> None:
    found = graph("Russia and Belarus will hold the Zapad exercise in September 2025.")
    (edition,) = (each for each in found.statements if each.predicate == "EDITION_OF")
    classes = {each.iri: each.cls for each in found.entities}
    assert (classes[edition.subject], classes[edition.object]) == ("Exercise", "ExerciseSeries")


def test_the_same_exercise_told_twice_is_one() -> None:
    text = "Poland and Germany held a joint drill on Friday. Russia condemned the drill, in which Poland and Germany took part."
    assert len(facts(text)["exercises"]) == 1


def test_two_exercises_are_two() -> None:
    text = "Poland and Germany held a joint drill on Friday. Iran held a naval exercise in March."
    assert [set(each["participants"]) for each in facts(text)["exercises"]] == [{"POL", "DEU"}, {"IRN"}]


# text, participants: told through forces, lists, clauses and broken parses
TOOK_PART = [
    ("Elements from the maritime forces of India, Japan, and the United States engage in joint exercises.", "IND JPN USA"),
    ("Talisman Saber, a biennial exercise between Australia and the United States, starts on July 1.", "AUS USA"),
    ("The Hellenic Navy and the Israeli Navy conclude a joint exercise in the Mediterranean.", "GRC ISR"),
    ("A US Navy Seal is killed during a training exercise.", "USA"),
    ("Russia will join China in naval drills.", "CHN RUS"),
    ("The United States suspends its military exercises with South Korea.", "KOR USA"),
    ("In response to drills by Japan and India, China fires missiles.", "IND JPN"),
]
BEGUN = [
    ("Iran tests missiles on the second day of war games.", "2024-05-15", None),
    ("Iran begins a five-day naval drill.", "2024-05-16", "2024-05-20"),
    ("South Korea will conduct a drill with the United States next week.", "2024-05", "2024-05"),
]


@pytest.mark.parametrize(("text", "nations"), TOOK_PART)
def test_participants_stand_in_many_places(text: str, nations: str) -> None:
    (found,) = facts(text)["exercises"]
    assert " ".join(sorted(found["participants"])) == nations


@pytest.mark.parametrize(("text", "start", "end"), BEGUN)
def test_days_of_an_exercise_are_counted(text: str, start: str, end: str | None) -> None:
    (found,) = facts(text)["exercises"]
    assert (found["start"], found["end"]) == (start, end)


def test_an_exercise_dated_ahead_is_planned() -> None:
    (found,) = facts("Zapad 2024, a joint exercise of Russia and Belarus, begins on September 14.")["exercises"]
    assert (found["status"], found["start"]) == ("planned", "2024-09-14")
