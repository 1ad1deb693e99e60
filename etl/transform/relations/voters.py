"""Who joins a body: the subject, those among it, or the nation whose people or parliament decides."""

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.events.paths import roles
from etl.transform.lexicon import words
from etl.transform.linked import linked_actors
from etl.transform.reading import Actor
from etl.transform.relations.ends import behind, nations


def joiners(verb: Token) -> list[Actor]:
    """Return the nations that a verb of joining is about."""
    subject = syntax.subject(verb)
    direct = nations(roles(verb, "subj")) or (nations(behind(subject, "including")) if subject is not None else [])
    return direct or _voters(verb)


def _voters(verb: Token) -> list[Actor]:
    """Return the nation that votes: "Czech citizens vote", "in Slovakia, voters approve", "a Polish referendum on"."""
    heads = list(syntax.ancestors(verb, 5))
    nouns = [each for each in heads if each.pos_ in {"NOUN", "PROPN"}]
    nouns += [part for each in heads for part in each.children if part.dep_ in syntax.SUBJECTS]
    if not any(each.lemma_.lower() in words("relation_words")["vote"] for each in (*heads, *nouns)):
        return []
    around = nations(each for noun in nouns for each in [*modifiers(noun), *behind(noun, "in", "of", "from")])
    named = nations(each for noun in nouns for each in linked_actors(noun))
    opening = [prep for prep in verb.sent.root.children if prep.lower_ == "in"]
    where = nations(each for prep in opening for noun in syntax.objects_of(prep) for each in actors(noun))
    return (around or named or where)[:1]
