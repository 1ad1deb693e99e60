"""The nations and organisations behind a noun phrase, and those of the clause that an exercise stands in."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.actors import actors, modifiers
from etl.transform.lexicon import words
from etl.transform.linked import linked
from etl.transform.lists import run
from etl.transform.reading import Actor, reading

TAKE_PART = frozenset({"Nation", "Organization", "Alliance"})
_INNER = frozenset({"amod", "compound", "nmod", "poss", "conj", "appos"})
_JUDGED = frozenset({"dobj", "ccomp", "prep"}) | syntax.SUBJECTS
_OF = frozenset({"of", "from", "including"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})


def parties(heads: Iterable[Token | None]) -> list[Actor]:
    """Return who takes part by the phrases of `heads`: the actors, else the nations inside ("thousands of US troops")."""
    found: dict[str, Actor] = {}
    for head in heads:
        if head is None:
            continue
        behind = [each for each in actors(head) if each.cls in TAKE_PART]
        behind += [each for part in syntax.conjuncts(head) if _is_only_named(part) for each in _inside(part, 0)]
        behind = behind or _inside(head, 0)
        for actor in [*behind, *_listed(head)]:
            found.setdefault(actor.iri, actor)
    return list(found.values())


def _is_only_named(token: Token) -> bool:
    """Say whether the recogniser took a noun for a name that the gazetteer does not know: "Armed Forces of the …"."""
    link = reading(token.doc).at.get(token.i)
    return link.kind == "named" if link is not None else token.pos_ == "PROPN"


def _inside(head: Token, depth: int) -> list[Actor]:
    """Return the nations in what modifies and completes a noun; a clause on it is about something else."""
    kept = reading(head.doc)
    link = kept.at.get(head.i)
    found = [each for each in linked(kept, head, link, host=False, depth=0) if each.cls in TAKE_PART] if link is not None else []
    if depth > 5:
        return found
    for child in head.children:
        if child.dep_ in _INNER and child.pos_ not in {"VERB", "PRON"}:
            found += _inside(child, depth + 1)
        elif child.dep_ == "prep" and child.lower_ in _OF:
            found += [each for inner in syntax.objects_of(child) for each in _inside(inner, depth + 1)]
    return found


def _listed(head: Token) -> list[Actor]:
    """Return the nations that a list joins to a subject from the left where the parse broke it: "India, Japan, and the US"."""
    link = reading(head.doc).at.get(head.i)
    if link is None or link.cls != "Nation" or head.dep_ not in syntax.SUBJECTS:
        return []
    found = _run(head, link.start)
    return found if len(found) > 1 or (found and found[0].start == head.sent.start) else []


def _run(token: Token, end: int) -> list[Actor]:
    """Return the nations of the list that ends before token index `end`, without one that a preposition governs.

    "In a move that worries people in India, China and Nepal hold drills": India is no part of the subject.
    """
    found = run(token, end - 1, -1, joined=reading(token.doc).at.get(end) is None)
    first = token.doc[found[-1].start - 1] if found and found[-1].start > token.sent.start else None
    if first is not None and first.pos_ == "ADP" and first.lower_ not in _OF:
        found.pop()
    return found


def listed_after(prep: Token) -> list[Actor]:
    """Return the nations listed right behind a preposition: "between Australia and the United States"."""
    return run(prep, prep.i + 1, 1)


def above(cue: Token) -> list[Actor]:
    """Return who holds an exercise that stands in another's clause: "jets crash during drills", "shelling during drills"."""
    for head, passed in _climb(cue):
        nominal = head.pos_ in {"NOUN", "PROPN"} or head.tag_ == "VBG"
        found = [each for each in modifiers(head) if each.cls in TAKE_PART] if nominal else []
        if not found and head.pos_ in {"VERB", "AUX"} and passed.dep_ not in syntax.SUBJECTS:
            found = parties([syntax.subject(head), *(_beside(head) if passed.lower_ == "in" else ())])
        if found:
            return found
    return [] if _is_set_apart(cue) else leading(cue)


def _beside(verb: Token) -> Iterator[Token]:
    """Yield whose forces do something beside the subject in an exercise: "sail with X's frigates", "escorted by X's jets"."""
    yield from syntax.preposition(verb, "with", "alongside")
    for head in (verb, syntax.child(verb, "dobj")):
        if head is not None:
            yield from company(head)


def company(head: Token) -> list[Token]:
    """Return by whom somebody is joined: "X, joined by Y, holds a drill"."""
    joining = words("exercise_words")["company"]
    joined = [each for each in head.children if each.dep_ in {"acl", "advcl"} and each.lemma_.lower() in joining]
    return [found for each in joined if (found := syntax.agent(each)) is not None]


def _climb(cue: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the heads above a cue, each with the token it was reached from, up to what sets the exercise apart."""
    token = cue
    for head in syntax.ancestors(cue, 7):
        if _is_apart(token, head):
            return
        yield head, token
        token = head


def _is_apart(token: Token, head: Token) -> bool:
    """Say whether the exercise is only spoken of here: "despite the drills", "condemns the drills", "drills that X fears"."""
    lists = words("exercise_words")
    lemma = head.lemma_.lower()
    if head.lower_ == "as" and token.lower_ == "part":
        return False  # "fires missiles as part of war games"
    if head.dep_ in {"prep", "agent"} and head.lower_ in lists["apart"]:
        return head.head.lemma_.lower() not in lists["planned"]
    return head.pos_ == "VERB" and lemma in lists["judge"] and token.dep_ in _JUDGED


def _is_set_apart(cue: Token) -> bool:
    heads = list(syntax.ancestors(cue, 7))
    return is_judged(cue) or any(_is_apart(token, head) for token, head in zip([cue, *heads], heads, strict=False))


def is_judged(cue: Token) -> bool:
    """Say whether the parse took a verb for a part of the name of an exercise: "Kenya boycotts drills with Uganda"."""
    before, judging = cue.nbor(-1) if cue.i else cue, words("exercise_words")["judge"]
    told = before.lower_.removesuffix("s") in judging or before.lemma_.lower() in judging
    return told and before.dep_ in {"compound", "amod"} and before.tag_ != "VBG" and syntax.child(cue, "det") is None


def leading(cue: Token) -> list[Actor]:
    """Return the nations that a sentence opens with, before its first finite verb: its subject where the parse failed."""
    kept = reading(cue.doc)
    found: dict[str, Actor] = {}
    for token in cue.sent:
        if token.i >= cue.i or token.lower_ in {"as", "after"}:
            break
        if token.tag_ in _FINITE and found:
            run = _run(token, token.i)
            return run if len(run) > 1 else list(found.values())
        link = kept.at.get(token.i)
        if link is None or token.i != link.end - 1 or _is_circumstance(token):
            continue
        for actor in linked(kept, token, link, host=False, depth=0):
            if actor.cls in TAKE_PART:
                found.setdefault(actor.iri, actor)
    return list(found.values())


def _is_circumstance(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ not in _OF
