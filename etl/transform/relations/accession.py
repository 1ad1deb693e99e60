"""Accession: who wants into an organisation, and who joined it."""

from itertools import product

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.events.context import context
from etl.transform.events.paths import roles
from etl.transform.lexicon import words
from etl.transform.reading import Actor, Reading, as_actor
from etl.transform.relations.ends import BODIES, behind, bodies, clause, is_body, list_after, nations, relate, time_of
from etl.transform.relations.standing import is_member
from etl.transform.relations.voters import joiners


def read_membership(kept: Reading, token: Token) -> None:
    """Read "Ukraine's NATO membership", "accession of Croatia to the EU", "accession treaty", "application for"."""
    head = token.head if token.dep_ == "compound" and token.head.pos_ in {"NOUN", "PROPN"} else token
    talks = head.lemma_.lower() in words("relation_words")["talks"]
    near = [*_around(token), *(_around(head) if head != token else []), *(behind(head, "with", "between") if talks else [])]
    if not nations(near) and token.dep_ == "pobj" and token.head.head.pos_ == "NOUN":
        near += _around(token.head.head)  # "Croatia's talks on accession"
    around = clause(token)
    groups = bodies(near) or bodies(around) or (_only_body(kept, token) if nations(near) else [])
    owners = nations(near)
    sought = _is_sought(token) or talks
    if not owners and (sought or token.lemma_.lower() != "membership"):
        owners = nations(around) or _subjects(token)
    if not groups or not owners:
        return
    negated = _is_dropped(token)
    for nation in owners[:3]:
        seeking = token.lemma_.lower() != "membership" or sought or _is_outside(kept, token, nation, groups[0])
        kind = "SEEKS_MEMBERSHIP" if seeking else "MEMBER_OF"
        relate(kept, kind, nation, groups[0], token, "relation.membership", negated=seeking and negated)


def _is_outside(kept: Reading, token: Token, nation: Actor, body: Actor) -> bool:
    """Say whether "X's membership" can only be one to come: it is spoken of as a plan, or X was no member on that day."""
    known = is_member(nation.iri, body.iri, kept.published)
    return not known if known is not None else context(token, None).hypothetical


def _only_body(kept: Reading, token: Token) -> list[Actor]:
    """Return the one body that a sentence names before "membership": "the League votes to suspend X's membership"."""
    if token.lemma_.lower() not in {"membership", "accession"}:
        return []
    links = {link.iri: link for link in kept.within(token.doc[token.sent.start : token.i]) if link.cls in BODIES}
    return [as_actor(each) for each in links.values()] if len(links) == 1 else []


def _subjects(token: Token) -> list[Actor]:
    """Return the nations that are subjects of the sentence, where the parse lost its verb: "X and Y sign accession treaty"."""
    before = [each for each in token.sent if each.dep_ in syntax.SUBJECTS and each.i < token.i]
    return nations(each for subject in before for each in actors(subject))


def _around(token: Token) -> list[Actor]:
    return [*modifiers(token), *behind(token, "of", "to", "in", "for", "into", "by")]


def _is_sought(token: Token) -> bool:
    sought = words("relation_words")["sought"]
    return any(each.lemma_.lower() in sought for each in syntax.ancestors(token, 3))


def _is_dropped(token: Token) -> bool:
    """Say whether what was applied for is given up: "withdraws its application"."""
    dropped = words("relation_words")["dropped"]
    return any(each.lemma_.lower() in dropped and each.pos_ == "VERB" for each in syntax.ancestors(token, 4))


def read_candidate(kept: Reading, token: Token) -> None:
    """Read "grants candidate status to Croatia", "EU candidate Serbia"."""
    head = token.head if token.dep_ == "compound" else token
    groups = bodies([*modifiers(token), *modifiers(head), *behind(head, "for", "of")])
    status = head.lemma_.lower() in words("relation_words")["state"]
    if not groups and not status:
        return
    listed = list_after(head) if status and head.tag_ in {"NNS", "NNPS"} else []
    around = [*listed, *(roles(head.head, "subj") if head.dep_ == "attr" else []), *_around(head), *clause(token)]
    verb = next((each for each in syntax.ancestors(token, 3) if list(syntax.preposition(each, "to", "for"))), None)
    around += behind(verb, "to", "for") if verb is not None else []
    sentence = [*around, *(each for part in token.sent if part.dep_ in syntax.SUBJECTS for each in _with_of(part))]
    groups = groups or bodies(sentence)
    owners = [] if not groups else nations(around) or (nations(actors(head.head)) if head.dep_ in {"compound", "appos"} else [])
    for nation in owners[:2]:
        relate(kept, "SEEKS_MEMBERSHIP", nation, groups[0], token, "relation.candidate")


def _with_of(noun: Token) -> list[Actor]:
    return [*actors(noun), *behind(noun, "of")]


def read_joining(kept: Reading, verb: Token) -> None:
    """Read "Croatia joined the EU", "wants to join", "talks on joining"; "whether to join" says nothing."""
    if _is_open(verb) or any(each.tag_ == "VBG" for each in syntax.preposition(verb, "in")) or _is_other_object(verb):
        return
    later = syntax.child(verb, "conj")
    groups = bodies(roles(verb, "obj;to;in")) or bodies(behind(verb, "to", "in"))
    if not groups and later is not None and later.pos_ == "VERB" and syntax.child(verb, "dobj") is None:
        groups = bodies(roles(later, "obj;to;in"))
    how = context(verb, None)
    groups = groups or _inviting(verb)
    joined = _is_done(verb) and not how.hypothetical
    negated = how.negated or _is_dropped(verb)
    kind = "MEMBER_OF" if joined else "SEEKS_MEMBERSHIP"
    for nation, group in product(joiners(verb), groups[:3]):
        relate(kept, kind, nation, group, verb, "relation.join", negated=negated, when=time_of(kept, verb))


def _is_done(verb: Token) -> bool:
    """Say whether a verb tells of joining as a fact: by its tense, or behind "since" and "after"."""
    behind_it = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in {"since", "after", "upon"}
    bare = verb.tag_ == "VB" and verb.dep_ == "ROOT" and syntax.child(verb, "aux") is None  # "Poland and Latvia join NATO"
    return verb.tag_ in {"VBD", "VBN", "VBZ", "VBP"} or behind_it or bare


def _is_other_object(verb: Token) -> bool:
    """Say whether what is joined is no body but something of one: "joins NATO's mission"."""
    thing = syntax.child(verb, "dobj")
    if thing is None or is_body(thing):
        return False
    nouns = words("descriptions", "refers")["organization"] | words("relation_words")["membership"]
    return thing.lemma_.lower() not in nouns and any(each.dep_ == "poss" for each in thing.lefts)


def _inviting(verb: Token) -> list[Actor]:
    """Return who invites others to join: "the European Union invites Poland to join"."""
    above = verb.head
    if verb.dep_ not in {"xcomp", "ccomp", "advcl"} or above.lemma_.lower() not in words("relation_words")["invite"]:
        return []
    return bodies(actors(syntax.subject(above))) if syntax.child(verb, "dobj") is None else []


def read_belonging(kept: Reading, verb: Token) -> None:
    """Read "Norway belongs to the European Economic Area"."""
    how, groups = context(verb, None), bodies(behind(verb, "to"))
    for nation in nations(roles(verb, "subj")) if groups and not how.hypothetical else []:
        relate(kept, "MEMBER_OF", nation, groups[0], verb, "relation.belong", negated=how.negated)


def read_admitting(kept: Reading, verb: Token) -> None:
    """Read "UNESCO admits Palestine as a member", "Morocco is readmitted to the African Union"."""
    groups = bodies([*roles(verb, "subj"), *behind(verb, "to", "into", "by")])
    how = context(verb, None)
    for nation in nations([*roles(verb, "obj"), *behind(verb, "along", "alongside")]) if groups else []:
        kind = "SEEKS_MEMBERSHIP" if how.hypothetical else "MEMBER_OF"
        relate(kept, kind, nation, groups[0], verb, "relation.admit", negated=how.negated, when=time_of(kept, verb))


def _is_open(verb: Token) -> bool:
    return any(each.lower_ == "whether" for each in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i])
