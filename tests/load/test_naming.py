"""What an article calls an entity, and the name that wins."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from invented import drilled, joined, spoke

from etl.model import Entity, Mention, naming
from etl.model.naming import Vote, elect


def test_most_articles_decide_then_the_longest_name() -> None:
    assert elect([Vote("Lavrov", 2), Vote("Sergei Lavrov", 1)]) == "Lavrov"
    assert elect([Vote("Lavrov", 1), Vote("Sergei Lavrov", 1)]) == "Sergei Lavrov"
    assert elect([Vote("b", 1), Vote("a", 1)]) == "a"


def test_a_given_name_outweighs_any_number_of_others() -> None:
    assert elect([Vote("The Kremlin", 50, given=False), Vote("Russia", 1)]) == "Russia"


def test_nothing_is_elected_from_nothing() -> None:
    assert elect([]) is None
    assert elect([Vote(None, 3)]) is None


@given(st.data())
def test_the_order_of_votes_does_not_matter(data: st.DataObject) -> None:
    votes = data.draw(
        st.lists(st.builds(Vote, st.sampled_from(["a", "b", "ab", True]), st.integers(1, 3), st.booleans()), max_size=6)
    )
    assert elect(data.draw(st.permutations(votes))) == elect(votes)


def test_the_longest_surface_is_what_an_article_calls_a_group() -> None:
    graph = spoke("a", "Brigade", "Red Brigade")
    group = graph.entities[0]
    assert naming.surfaces(graph)[group.iri] == ["Brigade", "Red Brigade"]
    assert naming.name(group, ["Brigade", "Red Brigade"], graph) == "Red Brigade"


def test_pronouns_and_titles_name_nobody_and_phrases_only_groups() -> None:
    graph = spoke("a")
    group, nation = graph.entities[0].iri, graph.entities[1].iri
    texts = [("they", "coreference", group), ("the rebels", "actor", group), ("forces of Graustark", "actor", nation)]
    mentions = tuple(Mention(0, len(text), text, kind, iri) for text, kind, iri in texts)
    assert naming.surfaces(replace(graph, mentions=mentions)) == {group: ["the rebels"]}


def test_what_no_words_name_is_described() -> None:
    exercise = drilled("a").entities[-1]
    assert naming.name(exercise, [], drilled("a")) == "naval exercise of BOR, SYL (2031-05)"
    claim = spoke("a", words="word " * 30).entities[-1]
    assert naming.name(claim, [], spoke("a")).endswith("word…")
    assert naming.name(Entity("https://w3id.org/entente/id/place/red-square", "Place"), [], joined("a")) == "red square"
