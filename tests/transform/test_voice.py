"""Whose word it is: what is denied, claimed, relayed or only intended never becomes a fact in the article's own voice."""

import pytest

from etl.model import Article, ArticleGraph
from etl.transform import Transformer


def assaults(graph: ArticleGraph) -> list[tuple[str, str, bool]]:
    """Return polarity, modality and voice of each ASSAULT."""
    found = []
    for entity in graph.entities:
        if entity.properties.get("type") == "ASSAULT":
            voices = [each.asserted for each in graph.evidence if entity.iri in each.supports]
            found.append((str(entity.properties["polarity"]), str(entity.properties["modality"]), any(voices)))
    return found


def read(transformer: Transformer, text: str) -> ArticleGraph:
    return transformer.read(Article("test", text, "2022-08-02"))


@pytest.mark.parametrize(
    "text",
    [
        "Russia denied that it had attacked Ukraine.",
        "Moscow denied attacking Ukraine.",
        "Iran's president denied that Iran had bombed Israel.",
    ],
)
def test_a_denial_is_negative_and_not_the_articles_own_word(transformer: Transformer, text: str) -> None:
    assert [(polarity, voice) for polarity, _, voice in assaults(read(transformer, text))] == [("negative", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Poland attacked Russia, according to Tass.",
        "Reuters reported that Poland attacked Russia.",
        "According to Xinhua, Polish jets bombed Russia on Monday.",
    ],
)
def test_what_a_medium_relays_is_not_asserted(transformer: Transformer, text: str) -> None:
    graph = read(transformer, text)
    assert assaults(graph) == [("positive", "factual", False)]
    assert all(each.medium for each in graph.evidence if each.rule.startswith(("assault", "n.")))


@pytest.mark.parametrize(
    "text",
    [
        "Iran was accused of attacking Israel.",
        "Lebanon accused Israel of bombing Syria.",
        "The minister said that Russia attacked Ukraine.",
    ],
)
def test_an_accusation_is_a_claim(transformer: Transformer, text: str) -> None:
    assert [voice for _, _, voice in assaults(read(transformer, text))] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Russia neither attacked nor bombed Ukraine.",
        "No Russian soldier attacked Ukraine.",
        "Russia did not attack Ukraine.",
    ],
)
def test_what_did_not_happen_is_negative(transformer: Transformer, text: str) -> None:
    assert {polarity for polarity, _, _ in assaults(read(transformer, text))} == {"negative"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Russia is prepared to attack Ukraine.", "planned"),
        ("Russia was about to attack Ukraine.", "planned"),
        ("Russia will attack Ukraine.", "planned"),
        ("Russia plans to attack Ukraine.", "planned"),
        ("Russia may attack Ukraine.", "hypothetical"),
        ("Russia threatened to attack Ukraine.", "hypothetical"),
        ("If Russia attacks Ukraine, Poland will help.", "hypothetical"),
    ],
)
def test_a_plan_and_a_possibility_are_two_things(transformer: Transformer, text: str, modality: str) -> None:
    assert [(found, voice) for _, found, voice in assaults(read(transformer, text))] == [(modality, True)]


@pytest.mark.parametrize(
    "text", ["Russia attacked Ukraine.", "Russian troops bombed Ukraine on Monday.", "Iranian jets attacked Iraq."]
)
def test_a_plain_report_is_asserted(transformer: Transformer, text: str) -> None:
    assert assaults(read(transformer, text)) == [("positive", "factual", True)]
