"""Pronouns and definite descriptions, resolved by rules: number, role, and nearness (after Lappin and Leass 1994)."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from etl.transform import syntax
from etl.transform.lexicon import words
from etl.transform.linked import linked_actors, person_actor
from etl.transform.reading import Actor, Link, reading

_PERSONS = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_THINGS = frozenset(["it", "its", "itself"])
_MANY = frozenset(["they", "them", "their", "theirs", "themselves", "both", "each"])
_SPEAKERS = frozenset(["we", "us", "our", "ours", "i", "me", "my", "ourselves"])
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_STATES = frozenset({"Nation", "Organization", "Alliance"})
_BACK = 3  # sentences that a pronoun may look back


def antecedents(token: Token) -> list[Actor]:
    """Return whom a pronoun or a definite description stands for; empty where nobody fits."""
    kept = reading(token.doc)
    if token.i not in kept.coreference:
        kept.coreference[token.i] = []  # a cycle finds nobody
        kept.coreference[token.i] = _resolve(token)
    return kept.coreference[token.i]


def _resolve(token: Token) -> list[Actor]:
    lowered = token.lower_
    if lowered in _PERSONS:
        return _people(token)
    if lowered in _THINGS:
        return _state(token, _STATES)
    if lowered in _MANY:
        return _group(token, 2, exact=False)
    if lowered in _SPEAKERS:
        return _speaker(token)
    return _description(token) if token.pos_ == "NOUN" else []


def _description(token: Token) -> list[Actor]:
    """Resolve "the two nations", "the country", "the alliance", "the minister"."""
    lemma, refers = token.lemma_.lower(), words("descriptions", "refers")
    determiners = {each.lower_ for each in token.lefts}
    if token.tag_ == "NNS":
        number = next((_NUMBERS[word] for word in determiners if word in _NUMBERS), 0)
        definite = determiners & {"the", "these", "both", "those", "all"}
        if lemma in words("descriptions", "number")["many"] and (number or definite):
            return _group(token, number or 2, exact=bool(number))
        return []
    if not determiners & {"the", "this", "that"}:
        return []
    if lemma in refers["organization"] and any(link.cls in {"Organization", "Alliance"} for link in reading(token.doc).links):
        return _state(token, frozenset({"Organization", "Alliance"}))
    if lemma in refers["person"]:
        return _people(token, title=lemma)
    if lemma in refers["nation"]:
        return _state(token, frozenset({"Nation"}))
    return []


def _sentences(token: Token) -> Iterator[Span]:
    """Yield the sentence of `token` up to it, then the sentences before, the nearest first."""
    doc, sentence = token.doc, token.sent
    yield doc[sentence.start : token.i]
    for _ in range(_BACK):
        if sentence.start == 0:
            return
        sentence = doc[sentence.start - 1].sent
        yield sentence


def _people(token: Token, title: str | None = None) -> list[Actor]:
    kept = reading(token.doc)
    for span in _sentences(token):
        doer = _doer(token)
        links = [link for link in kept.within(span) if link.cls == "Official" and not _covers(link, doer)]
        if title:
            links = [link for link in links if _has_title(token, link, title)]
        if links:
            return [person_actor(kept, _salient(token, links))]
    return []


def _doer(token: Token) -> Token | None:
    """Return the subject of the verb that a pronoun is the object of, whom it cannot stand for: "X urges him"."""
    verb = token.head
    if token.dep_ in syntax.SUBJECTS and verb.dep_ == "ccomp" and verb.head.lemma_ in syntax.OBJECT_CONTROL:
        return syntax.subject(verb.head)
    if token.dep_ == "dobj" and verb.pos_ == "VERB" and not token.lower_.endswith("self"):
        return syntax.subject(verb)
    return None


def _covers(link: Link, token: Token | None) -> bool:
    return token is not None and link.start <= token.i < link.end


def _has_title(token: Token, link: Link, title: str) -> bool:
    person = reading(token.doc).person(link.iri)
    return person is not None and any(title in office.title.lower() for office in person.offices)


def _state(token: Token, classes: frozenset[str]) -> list[Actor]:
    kept, doer = reading(token.doc), _doer(token)
    for span in _sentences(token):
        links = [link for link in kept.within(span) if link.cls in classes and link.end <= token.i and not _covers(link, doer)]
        if links:
            best = _salient(token, links)
            return [Actor(best.iri, best.cls, best.label, best.start, best.end)]
    return []


def _salient(token: Token, links: list[Link]) -> Link:
    """Return the subject among `links`, else the latest of them."""
    doc = token.doc
    subjects = [link for link in links if doc[link.end - 1].dep_ in syntax.SUBJECTS]
    return subjects[0] if subjects else links[-1]


def _group(token: Token, number: int, *, exact: bool) -> list[Actor]:
    """Return the latest coordination of enough actors, for "they" and "the two nations" also the latest nations."""
    kept = reading(token.doc)
    for span in _sentences(token):
        for head in _coordinations(span):
            found = _states_in(head)
            if len(found) == number if exact else len(found) >= number:
                return found
    if not exact:
        return []
    latest: dict[str, Actor] = {}
    for link in sorted(kept.links, key=lambda each: -each.start):
        actor = Actor(link.iri, link.cls, link.label, link.start, link.end)
        if link.cls == "Official":
            actor = person_actor(kept, link)
        if actor.cls == "Nation" and link.end <= token.i:
            latest.setdefault(actor.iri, actor)
        if len(latest) == number:
            return list(latest.values())
    return []


def _coordinations(span: Span) -> list[Token]:
    """Return the heads of coordinated phrases, subjects first."""
    heads = [each for each in span if each.dep_ != "conj" and any(c.dep_ == "conj" for c in each.children)]
    return sorted(heads, key=lambda each: (each.dep_ not in syntax.SUBJECTS, -each.i))


def _states_in(head: Token) -> list[Actor]:
    return [actor for actor in linked_actors(head) if actor.cls in _STATES] if head.pos_ != "VERB" else []


def _speaker(token: Token) -> list[Actor]:
    offset = token.idx
    for quote in reading(token.doc).quotes:
        if quote.start_char <= offset < quote.end_char and quote.speaker is not None and quote.speaker.i != token.i:
            return antecedents(quote.speaker) if quote.speaker.pos_ == "PRON" else linked_actors(quote.speaker)
    return []
