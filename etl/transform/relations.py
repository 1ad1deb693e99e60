"""Relations between nations and organisations: membership, accession, withdrawal, alliance."""

from itertools import combinations

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.coreference import antecedents
from etl.transform.events.context import context
from etl.transform.events.paths import roles
from etl.transform.lexicon import words
from etl.transform.reading import Actor, Frame, Reading, reading

_ORGANIZATIONS = frozenset({"Organization", "Alliance"})


def find_relations(doc: Doc) -> Doc:
    """Read membership and alliance relations into the frames of a Doc."""
    kept = reading(doc)
    lists = words("relation_words")
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in lists["ally"]:
            _allies(kept, token)
        elif lemma in lists["alliance"] and token.pos_ == "NOUN":
            _alliance(kept, token)
        elif lemma in lists["member"]:
            _members(kept, token)
        elif lemma in lists["membership"]:
            _membership(kept, token)
        elif lemma in lists["join"] and token.pos_ == "VERB":
            _joining(kept, token)
        elif lemma in lists["leave"] and token.pos_ == "VERB":
            _leaving(kept, token)
    return doc


def _allies(kept: Reading, token: Token) -> None:
    """Read "the three allies", "US ally Turkey", "its ally Syria", "allied with"."""
    pairs = _group_pairs(token) if token.tag_ == "NNS" else []
    if not pairs:
        owners = [a for a in modifiers(token) if a.cls == "Nation"]
        others = [a for a in roles(token, "of;with") if a.cls == "Nation"]
        apposed = [a for each in token.children if each.dep_ == "appos" for a in actors(each)]
        head = token.head
        if token.dep_ in {"compound", "appos", "nmod"}:
            apposed += [a for a in actors(head) if a.cls == "Nation"]
        elif token.dep_ == "attr":
            apposed += roles(head, "subj")
        pairs = [(a, b) for a in owners + others for b in apposed if b.cls == "Nation" and a.iri != b.iri]
    for one, other in pairs:
        _add(kept, "ALLIED_WITH", one, other, token, "relation.allies")


def _group_pairs(token: Token) -> list[tuple[Actor, Actor]]:
    """Return the pairs of "the three allies" and of "allies Japan and South Korea"."""
    group = [a for a in antecedents(token) if a.cls == "Nation"]
    numbered = any(each.dep_ == "nummod" or each.lower_ in {"both"} for each in token.lefts)
    return list(combinations(group, 2)) if numbered and len(group) > 1 else []


def _alliance(kept: Reading, token: Token) -> None:
    """Read "the alliance between X and Y", and "ties between X and Y … the alliance"."""
    found = [a for a in roles(token, "mod+between+of+with") if a.cls == "Nation"]
    if len(found) < 2 and token.dep_ == "pobj" and token.head.lower_ == "as":
        verb = token.head.head
        found = [a for a in roles(verb, "obj.between;obj.with") if a.cls == "Nation"]
    for one, other in combinations(found, 2):
        _add(kept, "ALLIED_WITH", one, other, token, "relation.alliance")


def _members(kept: Reading, token: Token) -> None:
    """Read "X is a member of O", "NATO member X", "O members X and Y"."""
    groups = [a for a in roles(token, "mod;of") if a.cls in _ORGANIZATIONS]
    if not groups:
        return
    if token.dep_ in {"attr", "appos"}:
        subjects = roles(token.head, "subj") if token.dep_ == "attr" else actors(token.head)
    elif token.dep_ in {"compound", "nmod"}:
        subjects = actors(token.head)
    else:
        subjects = [a for each in token.children if each.dep_ == "appos" for a in actors(each)]
    negated = syntax.is_negated(token.head) if token.dep_ == "attr" else False
    for member in subjects:
        if member.cls == "Nation":
            _add(kept, "MEMBER_OF", member, groups[0], token, "relation.member", negated=negated)


def _membership(kept: Reading, token: Token) -> None:
    """Read "Ukraine's NATO membership", "accession of Croatia to the EU", "bid to join", "application for"."""
    found = roles(token, "mod+of+to+in+for")
    nations = [a for a in found if a.cls == "Nation"] or [a for a in _owners(token) if a.cls == "Nation"]
    groups = [a for a in found if a.cls in _ORGANIZATIONS]
    if not nations or not groups:
        return
    seeking = token.lemma_.lower() != "membership" or context(token, None).hypothetical or _is_sought(token)
    kind = "SEEKS_MEMBERSHIP" if seeking else "MEMBER_OF"
    for nation in nations[:3]:
        _add(kept, kind, nation, groups[0], token, "relation.membership")


def _is_sought(token: Token) -> bool:
    sought = words("relation_words")["sought"]
    return any(each.lemma_.lower() in sought for each in syntax.ancestors(token, 3))


def _owners(token: Token) -> list[Actor]:
    verb = next((each for each in syntax.ancestors(token, 4) if each.pos_ == "VERB"), None)
    return roles(verb, "subj") if verb is not None else []


def _joining(kept: Reading, verb: Token) -> None:
    groups = [a for a in roles(verb, "obj;to;in") if a.cls in _ORGANIZATIONS]
    nations = [a for a in roles(verb, "subj") if a.cls == "Nation"]
    if not groups or not nations:
        return
    how = context(verb, None)
    past = verb.tag_ in {"VBD", "VBN"} and not how.hypothetical
    for nation in nations:
        kind = "MEMBER_OF" if past else "SEEKS_MEMBERSHIP"
        _add(kept, kind, nation, groups[0], verb, "relation.join", negated=how.negated)


def _leaving(kept: Reading, verb: Token) -> None:
    groups = [a for a in roles(verb, "from;obj") if a.cls in _ORGANIZATIONS]
    nations = [a for a in roles(verb, "subj") if a.cls == "Nation"]
    for nation in nations if groups else []:
        how = context(verb, None)
        _add(kept, "WITHDREW_FROM", nation, groups[0], verb, "relation.leave", negated=how.negated)


def _add(kept: Reading, kind: str, one: Actor, other: Actor, cue: Token, rule: str, *, negated: bool = False) -> None:
    if any(f.kind == kind and {f.sources[0].iri, f.targets[0].iri} == {one.iri, other.iri} for f in kept.frames if f.type == ""):
        return
    kept.frames.append(Frame(kind, "", (cue.i, cue.i + 1), rule, 0.75, sources=[one], targets=[other], negated=negated))
