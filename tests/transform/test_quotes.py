"""Quotations and reported statements have their words, their speaker and the medium that relays them."""

import pytest
from samples.reader import graph

from etl.model import Quote

KOWAL = "Polish President Jan Kowal"


def quotes(text: str) -> list[Quote]:
    return list(graph(text).quotes)


# sentence, words of the one quotation, speaker, medium
DIRECT = [
    (f"“We will sign this treaty,” {KOWAL} said on Friday.", "We will sign this treaty,", "Jan Kowal", None),
    (f"{KOWAL} told reporters: “We will sign this treaty.”", "We will sign this treaty.", "Jan Kowal", None),
    (f"“The treaty is bad,” said {KOWAL}.", "The treaty is bad,", "Jan Kowal", None),
    (f'"We are not afraid," {KOWAL} said.', "We are not afraid,", "Jan Kowal", None),
    (
        "Jan Kowal, the Polish president, tweeted: “Poland stands with Ukraine.”",
        "Poland stands with Ukraine.",
        "Jan Kowal",
        "Twitter",
    ),
    (f"{KOWAL} called Russia a “danger to all of Europe”.", "danger to all of Europe", "Jan Kowal", None),
    (f"“The treaty is bad,” said {KOWAL}, according to the news agency PAP.", "The treaty is bad,", "Jan Kowal", "PAP"),
    (f"“The treaty is bad,” {KOWAL} said, according to Tass.", "The treaty is bad,", "Jan Kowal", "Tass"),
    (f"“The treaty is bad,” {KOWAL} told CNN.", "The treaty is bad,", "Jan Kowal", "CNN"),
]
INDIRECT = [
    (f"{KOWAL} said that Russia had sent two ships to Cuba.", "Russia had sent two ships to Cuba", "Jan Kowal", None),
    ("According to Tass, Sergey Lavrov said that the treaty was bad.", "the treaty was bad", "Sergey Lavrov", "Tass"),
    (f"{KOWAL} told CNN that Poland was not afraid of Russia.", "Poland was not afraid of Russia", "Jan Kowal", None),
    ("Poland said it would send tanks to Ukraine.", "it would send tanks to Ukraine", "Poland", None),
    (
        "It was announced by the White House that the treaty would be signed in May.",
        "the treaty would be signed in May",
        "White House",
        None,
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker", "medium"), DIRECT)
def test_words_in_marks_are_a_direct_quotation(text: str, words: str, speaker: str, medium: str | None) -> None:
    (found,) = quotes(text)
    # The medium an official speaks to may or may not be told; what is told must be right.
    assert (found.text, found.speaker, found.direct) == (words, speaker, True)
    assert found.medium == medium or (medium is None and found.medium == "CNN" and "CNN" in text)


@pytest.mark.parametrize(("text", "words", "speaker", "medium"), INDIRECT)
def test_a_reported_clause_is_an_indirect_quotation(text: str, words: str, speaker: str, medium: str | None) -> None:
    (found,) = quotes(text)
    assert (found.text, found.speaker, found.direct) == (words, speaker, False)
    assert found.medium == medium or (medium is None and found.medium == "CNN" and "CNN" in text)


def test_a_quotation_goes_on_after_its_speaker_and_into_the_next_paragraph() -> None:
    text = f"“Poland will help,” {KOWAL} said. “We are friends of Ukraine.\n\n“And we shall stay friends of Ukraine.”"
    found = quotes(text)
    assert [each.text.strip() for each in found] == [
        "Poland will help,",
        "We are friends of Ukraine.",
        "And we shall stay friends of Ukraine.",
    ]
    assert {each.speaker for each in found} == {"Jan Kowal"}


def test_a_pronoun_speaks_for_the_person_before() -> None:
    found = quotes(f"“Poland will help,” {KOWAL} said.\n\n“Help will arrive soon,” he added.")
    assert [each.speaker for each in found] == ["Jan Kowal", "Jan Kowal"]


def test_a_description_speaks_for_the_official_it_means() -> None:
    found = quotes(f"{KOWAL} met Angela Merkel in Riga. “We agree,” the Polish president said.")
    assert [each.speaker for each in found] == ["Jan Kowal"]


def test_a_quotation_parted_by_its_speaker_is_two() -> None:
    found = quotes(f"“We in Poland,” {KOWAL} said, “are not afraid of anybody.”")
    assert [(each.text, each.speaker) for each in found] == [
        ("We in Poland,", "Jan Kowal"),
        ("are not afraid of anybody.", "Jan Kowal"),
    ]


def test_a_quotation_nobody_speaks_has_no_claim() -> None:
    found = graph("The “special military operation” began in 2022.")
    assert [each.cls for each in found.entities if each.cls == "Claim"] == []
    assert all(each.speaker is None for each in found.quotes)


def test_each_quotation_with_a_speaker_is_a_claim_he_said() -> None:
    found = graph(f"“We will sign this treaty,” {KOWAL} said, according to Tass.")
    (quote,) = found.quotes
    (said,) = (each for each in found.statements if each.predicate == "SAID")
    assert said.object == quote.claim
    (evidence,) = (each for each in found.evidence if said.iri in each.supports)
    assert evidence.medium == "Tass"


@pytest.mark.parametrize(
    "text", ["“", "”", "“”", '"', '""', "“ ”", "”We“", "“We” “they”", f"“We are here, {KOWAL} said.", "“\n\n”"]
)
def test_broken_marks_break_nothing(text: str) -> None:
    for each in quotes(text):
        assert text[each.start : each.end] == each.text
