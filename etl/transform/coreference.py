"""Pronouns and definite descriptions, resolved by rules: number, role, and nearness (after Lappin and Leass 1994)."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Span, Token

from etl.transform import syntax
from etl.transform.genders import PERSONS, suits
from etl.transform.lexicon import words
from etl.transform.linked import linked_actors, person_actor
from etl.transform.reading import Actor, Link, Reading, as_actor, reading

THINGS = frozenset(["it", "its", "itself"])
MANY = frozenset(["they", "them", "their", "theirs", "themselves", "both", "each"])
_SPEAKERS = frozenset(["we", "us", "our", "ours", "i", "me", "my", "ourselves"])
PERSONAL = PERSONS | {"i", "me", "my", "myself"}
PRONOUNS = PERSONS | THINGS | MANY - {"both", "each"} | _SPEAKERS
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
ORDER = {"former": 0, "latter": 1}
BODIES = frozenset({"Organization", "Alliance", "Group"})
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
    if token.tag_ == "PRP$" and (urged := _urged(token)):
        return urged
    if lowered in PERSONS:
        return _people(token)
    if lowered in THINGS:
        return _state(token, _STATES)
    if lowered in MANY:
        return _group(token, 2, exact=False)
    if lowered in _SPEAKERS:
        return _speaker(token)
    if lowered in ORDER:
        return _of_two(token, ORDER[lowered])
    return _description(token) if token.pos_ in {"NOUN", "PROPN"} else []


def _urged(token: Token) -> list[Actor]:
    """Return who is to do what a possessive stands in: "Italy urged Libya to withdraw its troops"."""
    verb = next((each for each in syntax.ancestors(token, 4) if each.pos_ == "VERB"), None)
    if verb is None or verb.dep_ not in {"xcomp", "ccomp"} or verb.head.lemma_ not in syntax.OBJECT_CONTROL:
        return []
    doer = syntax.subject(verb)
    return linked_actors(doer) if doer is not None and doer.i < token.i and doer != token else []


def _of_two(token: Token, place: int) -> list[Actor]:
    """Return which of the two named last "the former" or "the latter" is."""
    kept = reading(token.doc)
    if not any(each.lower_ == "the" for each in token.lefts) or token.dep_ in syntax.MODIFIERS - {"poss"}:
        return []
    for span in _sentences(token):
        named = {link.iri: link for link in kept.within(span) if link.cls in _STATES | {"Official"} and link.end <= token.i}
        if len(named) >= 2:
            return [as_actor(list(named.values())[place])] if len(named) == 2 else []
    return []


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
        return _people(token, title=lemma) or _only(token, lemma)
    if lemma in refers["nation"]:
        return _state(token, frozenset({"Nation"})) or _main_nation(token, lemma)
    return _body(token, lemma) if lemma in refers["group"] else []


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
    kept, doer = reading(token.doc), _doer(token)
    for span in _sentences(token):
        links = [link for link in kept.within(span) if link.cls == "Official" and not _covers(link, doer)]
        if title:
            links = [link for link in links if _has_title(token, link, title)]
        elif token.lower_ in PERSONS:
            links = [link for link in links if suits(token.lower_, kept.person(link.iri))]
        if links:
            return [person_actor(kept, _salient(token, links))]
    return []


def _body(token: Token, lemma: str) -> list[Actor]:
    """Return the body that "the church", "the court", "the Scientology organization" stands for: named so, or the nearest."""
    kept = reading(token.doc)
    own = [each for each in token.lefts if each.dep_ in syntax.MODIFIERS]
    if own:
        link = kept.at.get(own[-1].i)
        return [as_actor(link)] if link is not None and link.cls in BODIES else []
    if any(each.dep_ == "prep" for each in token.rights):
        return []
    called = [link for link in kept.links if link.cls in BODIES and link.end <= token.i and lemma in link.label.lower()]
    if called:
        return [as_actor(max(called, key=lambda link: link.start))]
    return _state(token, BODIES) if lemma in words("descriptions", "refers")["any-group"] else []


def _only(token: Token, title: str) -> list[Actor]:
    """Return the one person with the title who was named before, however far back."""
    kept = reading(token.doc)
    people = [each for each in kept.people if any(link.end <= token.i for link in each.links)]
    titled = [each for each in people if any(title in office.title.lower() for office in each.offices)]
    return [person_actor(kept, titled[0].links[0])] if len(titled) == 1 else []


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
            return [as_actor(_salient(token, links))]
    return []


def _salient(token: Token, links: list[Link]) -> Link:
    """Return the subject among `links`, else the latest of them."""
    doc = token.doc
    subjects = [link for link in links if doc[link.end - 1].dep_ in syntax.SUBJECTS]
    return subjects[0] if subjects else links[-1]


def _main_nation(token: Token, lemma: str) -> list[Actor]:
    """Return the nation that an article speaks of most, for "the country" far from any name."""
    if lemma not in {"country", "nation"}:
        return []
    links = [link for link in reading(token.doc).links if link.cls == "Nation"]
    count = Counter(link.iri for link in links)
    return [as_actor(max(links, key=lambda link: (count[link.iri], -link.start)))] if links else []


def _group(token: Token, number: int, *, exact: bool) -> list[Actor]:
    """Return the latest coordination of enough actors, for "they" and "the two nations" also the latest nations."""
    kept = reading(token.doc)
    for span in _sentences(token):
        for head in _coordinations(kept, span):
            found = _states_in(head)
            if len(found) == number if exact else len(found) >= number:
                return found
    if not exact:
        return []
    latest: dict[str, Actor] = {}
    for link in sorted(kept.links, key=lambda each: -each.start):
        actor = person_actor(kept, link) if link.cls == "Official" else as_actor(link)
        if actor.cls == "Nation" and link.end <= token.i:
            latest.setdefault(actor.iri, actor)
        if len(latest) == number:
            return list(latest.values())
    return []


def _coordinations(kept: Reading, span: Span) -> list[Token]:
    """Return the heads of coordinated phrases, subjects first; those of a sentence are kept, as each pronoun asks for them."""
    if span.start not in kept.coordinated:
        heads = [each for each in span.sent if each.dep_ != "conj" and any(c.dep_ == "conj" for c in each.children)]
        kept.coordinated[span.start] = sorted(heads, key=lambda each: (each.dep_ not in syntax.SUBJECTS, -each.i))
    return [each for each in kept.coordinated[span.start] if each.i < span.end]


def _states_in(head: Token) -> list[Actor]:
    return [actor for actor in linked_actors(head) if actor.cls in _STATES] if head.pos_ != "VERB" else []


def _speaker(token: Token) -> list[Actor]:
    offset = token.idx
    for quote in reading(token.doc).quotes:
        if quote.start_char <= offset < quote.end_char and quote.speaker is not None and quote.speaker.i != token.i:
            return antecedents(quote.speaker) if quote.speaker.pos_ == "PRON" else linked_actors(quote.speaker)
    return []
