"""Withdrawal: who leaves an organisation."""

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.events.context import context
from etl.transform.events.paths import roles
from etl.transform.reading import Actor, Reading, as_actor
from etl.transform.relations.ends import behind, bodies, clause, is_body, nations, relate, time_of


def read_leaving(kept: Reading, verb: Token) -> None:
    """Read "X leaves O", "the process of leaving O", "withdraws from O"; who withdraws a thing from it stays in."""
    thing = syntax.child(verb, "dobj")
    left = [*syntax.preposition(verb, "from", "of"), *([thing] if thing is not None else [])]
    groups = bodies(each for head in left if is_body(head) for each in actors(head))
    if not groups or (thing is not None and not is_body(thing)):
        return
    how, doer = context(verb, None), syntax.subject(verb)
    voters = behind(doer, "in", "of") if doer is not None else []  # "voters in the United Kingdom decide to leave"
    for nation in nations(roles(verb, "subj")) or nations(voters):
        relate(kept, "WITHDREW_FROM", nation, groups[0], verb, "relation.leave", negated=how.negated, when=time_of(kept, verb))


def _before_bracket(kept: Reading, token: Token) -> list[Actor]:
    """Return the nation that a bracket speaks of: "Portugal and the United Kingdom (withdrawal from the EU underway)"."""
    link = kept.at.get(token.i - 2) if token.i > 1 and token.nbor(-1).text == "(" else None
    return [as_actor(link)] if link is not None and link.cls == "Nation" else []


def read_withdrawal(kept: Reading, token: Token) -> None:
    """Read "the United Kingdom's withdrawal from the European Union"."""
    groups = bodies(behind(token, "from"))
    owners = nations([*modifiers(token), *behind(token, "of", "by")])
    owners = owners or _before_bracket(kept, token) or nations(clause(token))[:1]
    for nation in owners if groups else []:
        relate(kept, "WITHDREW_FROM", nation, groups[0], token, "relation.withdrawal")
