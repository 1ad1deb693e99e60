"""Groups that a noun describes, worded as they act: "Syrian rebels", "supporters of the president"."""

from spacy.tokens import Token

from etl import ids
from etl.transform import syntax
from etl.transform.lexicon import rules, words
from etl.transform.reading import Actor, reading


def group(head: Token) -> Actor:
    """Return the group that a phrase describes, without what only counts it, says whose it is or what befell it."""
    start, end = syntax.phrase(head)
    owner = next(
        (each for each in head.lefts if each.dep_ == "poss" and each.i >= start and (each.tag_ == "PRP$" or _is_state(each))),
        None,
    )
    start = _opening(head, owner.right_edge.i + 1 if owner is not None else start)
    text = head.doc[start : _closing(head) if is_tied(head) else end]
    return Actor(ids.group(text.text), "Group", text.text, text.start, text.end)


def is_tied(head: Token) -> bool:
    """Say whether people are told by whom they belong to, and act apart from: "supporters", "victims of the war"."""
    return head.lemma_.lower() in words("actor_nouns")["tied"] | words("actor_nouns")["kin"]


def is_within(head: Token) -> bool:
    """Say whether officials or forces are those of a group: "Libyan rebel leaders", "opposition lawmakers"."""
    before = (each for each in head.lefts if each.dep_ in {"amod", "compound", "nmod"})
    return any(each.lemma_.lower() in words("actor_nouns")["party"] for each in before)


def is_camp(name: Token) -> bool:
    """Say whether a name only tells what people are for or against: "anti-Kabila demonstrators", "pro-Russian leaders"."""
    before = name.doc[max(name.i - 2, 0) : name.i].text.lower()
    return before in {"pro-", "anti-"}


def is_undergoing(craft: Token) -> bool:
    """Say whether a vessel of nobody's is told of for the first time, and as what something is done to: "seized a boat"."""
    known = any(each.dep_ in {"det", "poss"} and each.lower_ not in {"a", "an"} for each in craft.lefts)
    return craft.dep_ in {"dobj", "pobj", "nsubjpass"} and not known


def is_abstract(head: Token) -> bool:
    """Say whether a word for a group is none here: "opposition to the plan", or "their troops", whoever they are."""
    lemma, nouns = head.lemma_.lower(), words("actor_nouns")
    if lemma not in nouns["tied"] | nouns["related"] and any(each.tag_ == "PRP$" for each in head.lefts):
        return True
    return lemma == "opposition" and any(True for _ in syntax.preposition(head, "to"))


def named_group(link_start: int, link_end: int, head: Token) -> tuple[int, int]:
    """Return the tokens of a body's name with the adjective of its state: "the Palestinian Journalist Syndicate"."""
    kept, before = reading(head.doc), link_start - 1
    link = kept.at.get(before)
    if link_end - link_start > 1 and link is not None and link.kind == "adjective" and head.doc[before].head == head:
        return link.start, link_end
    return link_start, link_end


def _is_state(owner: Token) -> bool:
    link = reading(owner.doc).at.get(owner.i)
    return (link is not None and link.cls == "Nation") or owner.lemma_.lower() in words("descriptions", "refers")["nation"]


def _opening(head: Token, start: int) -> int:
    # A bare "group" says nothing: what stands before it stays.
    last = head.i - 1 if head.lemma_.lower() in words("descriptions", "refers")["any-group"] else head.i
    while start < last and _is_passed(head.doc[start]):
        start += 1
    return start


def _is_passed(token: Token) -> bool:
    if token.lower_ in words("actor_nouns")["vague"] or token.is_punct or token.dep_ == "advmod":
        return True
    return token.tag_ == "VBN" and token.dep_ == "amod" and token.lemma_.lower() in rules("event_verbs")


def _closing(head: Token) -> int:
    """Return where the phrase ends that says to whom people belong: "the family of a Kenyan fisherman"."""
    end = head.i + 1
    for _ in range(2):
        owner = next(syntax.preposition(head.doc[end - 1], "of"), None)
        if owner is None:
            break
        kept = reading(head.doc)
        if head.lemma_.lower() not in words("actor_nouns")["fate"] and not kept.within(
            head.doc[owner.left_edge.i : owner.right_edge.i + 1]
        ):
            break
        link = kept.at.get(owner.i)
        end = link.end if link is not None else owner.i + 1
    return end
