"""From a noun phrase to who acts: nations through their forces and officials, organisations, named and unnamed groups."""

from collections.abc import Iterable

from spacy.tokens import Token

from etl import ids
from etl.transform import syntax
from etl.transform.coreference import antecedents
from etl.transform.groups import group, is_abstract, is_camp, is_tied, is_undergoing, is_within, named_group
from etl.transform.lexicon import words
from etl.transform.linked import ACTING, linked, linked_actors, person_actor
from etl.transform.reading import Actor, Link, Reading, as_actor, reading


def actors(token: Token | None, *, host: bool = False, depth: int = 0) -> list[Actor]:
    """Return the actors that the phrase headed by `token` names, with all that is coordinated to it.

    With `host`, a capital stands for its nation ("visited Beijing").
    """
    if token is None or depth > 4:
        return []
    found: dict[str, Actor] = {}
    for head in syntax.conjuncts(token):
        for actor in _one(head, host=host, depth=depth):
            found.setdefault(actor.iri, actor)
    return list(found.values())


def named_by(token: Token) -> list[Actor]:
    """Return the actors that one word names, without what is coordinated to it."""
    return _one(token, host=False, depth=0)


def _one(head: Token, *, host: bool, depth: int) -> list[Actor]:
    kept = reading(head.doc)
    link = kept.at.get(head.i)
    if link is not None and link.cls == "Group" and (owners := _body(head)):
        return owners
    if link is not None and _is_people(head, link):
        return [group(head)]
    if link is not None and link.cls == "Group" and link.kind == "named":
        return [_body_of_state(head, link)]
    if link is not None:
        return linked(kept, head, link, host=host, depth=depth)
    if head.pos_ == "PRON":
        return antecedents(head)
    if head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "DET"}:
        return []
    return _described(head, host=host, depth=depth)


def _is_people(head: Token, link: Link) -> bool:
    """Say whether a name is the plural of a people's: "eleven Palestinians" who do not act, "Iraqi Kurds"."""
    if head.tag_ not in {"NNS", "NNPS"}:
        return False
    if link.cls == "Nation":
        return head.lower_.endswith(("ans", "lis", "qis", "nis")) and head.dep_ != "nsubj"
    states = reading(head.doc).at
    return (
        link.kind == "named"
        and link.length == 1
        and any(each.dep_ == "amod" and each.i in states and states[each.i].cls == "Nation" for each in head.lefts)
    )


def _body_of_state(head: Token, link: Link) -> Actor:
    start, end = named_group(link.start, link.end, head)
    if start == link.start:
        return as_actor(link)
    text = head.doc[start:end].text
    return Actor(link.iri, "Group", text, start, end)


def _body(head: Token) -> list[Actor]:
    """Return the state whose body a name is: "Chile's Supreme Court", "the Peruvian Congress"."""
    if head.lemma_.lower() not in words("actor_nouns")["state"]:
        return []
    return [each for each in modifiers(head) or _members_of(head) if each.cls in ACTING]


def _described(head: Token, *, host: bool, depth: int) -> list[Actor]:
    lemma = head.lemma_.lower()
    nouns = words("actor_nouns")
    apposed = syntax.child(head, "appos")
    if apposed is not None and apposed.i in reading(head.doc).at:
        named = actors(apposed, depth=depth + 1)
        if named:
            return named
    if lemma in words("noun_classes")["amount"] and (counted := _counted(head, host=host, depth=depth)):
        return counted
    if lemma == "member" and (of := _members_of(head)):
        return of
    if is_tied(head) or (lemma in nouns["state"] and is_within(head)):
        return [group(head)]
    owners = modifiers(head, depth=depth)
    if lemma in nouns["state"] or lemma in nouns["hardware"]:
        behind = owners or _behind(head, host=host, depth=depth)
        if behind:
            return behind
        found = antecedents(head) or _home(head)
        if found:
            return found
    named = [each for each in owners or _members_of(head) if each.cls != "Nation"]
    if named and lemma in nouns["group"]:
        return named
    bodies = words("descriptions", "refers")
    if lemma in bodies["organization"] | bodies["group"] and (meant := antecedents(head)):
        return meant  # "the alliance condemned": the one that was named before
    if is_abstract(head):
        return []
    if lemma in nouns["group"] or (lemma in nouns["state"] and head.tag_ == "NNS"):
        return [group(head)]
    if lemma in nouns["craft"]:
        return owners or ([group(head)] if is_undergoing(head) else [])
    return named if named and lemma in nouns["states"] else _several(head) or antecedents(head)


def _several(head: Token) -> list[Actor]:
    """Return the states that are told only by their kind: "world powers", "regional countries"."""
    if head.tag_ != "NNS" or head.lemma_.lower() not in words("actor_nouns")["states"]:
        return []
    if included := [actor for each in syntax.preposition(head, "including") for actor in linked_actors(each)]:
        return included
    told = any(each.dep_ in {"amod", "compound"} and each.lower_ not in words("actor_nouns")["vague"] for each in head.lefts)
    return [group(head)] if told else antecedents(head) or [group(head)]


def _counted(head: Token, *, host: bool, depth: int) -> list[Actor]:
    """Return of whom a number or a part is told: "tens of thousands of Polish troops", "a group of diplomats"."""
    return [actor for each in syntax.preposition(head, "of") for actor in actors(each, host=host, depth=depth + 1)]


def _members_of(head: Token) -> list[Actor]:
    """Return the named body that a group belongs to: "rebels of the Lord's Resistance Army"."""
    kinds = words("noun_classes")
    if head.lemma_.lower() in kinds["prisoner"] | kinds["refugee"] and head.lemma_.lower() != "member":
        return []
    return [actor for each in syntax.preposition(head, "of", "from") for actor in linked_actors(each)]


def _home(head: Token) -> list[Actor]:
    """Return the only nation of the sentence, else of the article, for forces and officials of no named one: "the police"."""
    if head.lemma_.lower() not in words("actor_nouns")["domestic"]:
        return []
    kept, verb = reading(head.doc), head.head
    thing = (syntax.patient(verb) or head) if verb.pos_ == "VERB" else None
    undergoes = range(thing.left_edge.i, thing.right_edge.i + 1) if thing is not None else ()
    for links in (kept.within(head.sent), kept.links):
        if nation := _only_nation(link for link in links if link.start not in undergoes):
            return [Actor(ids.nation(nation), "Nation", nation, head.i, head.i + 1)]
    return []


def _only_nation(links: Iterable[Link]) -> str | None:
    """Return the nation that all links of any nation have; looks no further than to a second one."""
    found: str | None = None
    for link in links:
        nation = link.label if link.cls == "Nation" else link.nation
        if nation and found and nation != found:
            return None
        found = nation or found
    return found


def _behind(head: Token, *, host: bool, depth: int) -> list[Actor]:
    """Return who is named behind "officials from", "government of", "forces loyal to"."""
    for word in ("of", "from", "in", "with"):
        for each in syntax.preposition(head, word):
            found = [a for a in actors(each, host=host or word in {"from", "in"}, depth=depth + 1) if a.cls in ACTING]
            if found:
                return found
    return []


def modifiers(head: Token, *, depth: int = 0, owners_only: bool = False) -> list[Actor]:
    """Return the nations and organisations that modify a noun: "Israeli jets", "Iran's fleet", "US-led forces"."""
    found: dict[str, Actor] = {}
    kept = reading(head.doc)
    for each in head.lefts:
        if each.dep_ not in syntax.MODIFIERS or (owners_only and each.dep_ != "poss"):
            continue
        for token in syntax.conjuncts(each):
            for actor in _modifier(kept, token, depth=depth):
                found.setdefault(actor.iri, actor)
    return list(found.values())


def _modifier(kept: Reading, token: Token, *, depth: int) -> list[Actor]:
    link = kept.at.get(token.i)
    if is_camp(token):
        return []
    if link is not None and link.cls == "Group" and token.lower_ in words("actor_nouns")["creed"]:
        return []
    if link is not None and link.cls in ACTING:
        inner = [as_actor(link)]
        return inner + [a for a in modifiers(token, depth=depth + 1) if depth < 3 and a.iri != link.iri]
    if link is not None and link.cls == "Official":
        return [person_actor(kept, link)]
    if link is not None and link.kind == "named":
        return [Actor(link.iri, "Group", link.label, link.start, link.end)]
    if token.tag_ == "WP$":
        return _owner(token, depth=depth)
    if token.dep_ == "poss" and (token.pos_ == "PRON" or token.tag_ == "PRP$"):
        return antecedents(token)
    if token.dep_ == "poss" and token.pos_ in {"NOUN", "PROPN"} and depth < 3:
        return _described(token, host=False, depth=depth + 1)
    return modifiers(token, depth=depth + 1) if depth < 3 else []


def _owner(whose: Token, *, depth: int) -> list[Actor]:
    """Return whom "whose" stands for: "Turkey, whose forces attacked"."""
    clause = next((each for each in syntax.ancestors(whose, 4) if each.dep_ == "relcl"), None)
    return actors(clause.head, depth=depth + 1) if clause is not None and depth < 3 else []
