"""Exclusion: who is suspended from an organisation and stays a member, and who is expelled from it."""

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors
from etl.transform.events.context import context
from etl.transform.lexicon import words
from etl.transform.reading import Reading, as_actor
from etl.transform.relations.ends import behind, bodies, relate, time_of


def read_excluding(kept: Reading, verb: Token) -> None:
    """Read "Mercosur suspends Paraguay", "Russia was expelled from the Council of Europe"."""
    groups = bodies(behind(verb, "from")) or bodies(actors(syntax.agent(verb) or syntax.subject(verb)))
    thing = syntax.patient(verb)
    if context(verb, None).hypothetical or thing is None or not groups:
        return
    expelled = verb.lemma_.lower() in words("relation_words")["expel"]
    when = time_of(kept, verb) if expelled else None
    for noun in syntax.conjuncts(thing):
        link = kept.at.get(noun.i)
        if link is not None and link.cls == "Nation":
            nation = as_actor(link)
            relate(kept, "MEMBER_OF", nation, groups[0], verb, "relation.exclude", negated=expelled, when=when)
