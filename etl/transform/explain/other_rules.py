"""Near misses of exercises, relations and offices: the words are there, and something around them is not."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from etl.transform.exercises.nouns import is_exercise
from etl.transform.exercises.wording import described
from etl.transform.explain.misses import Miss, miss_at
from etl.transform.lexicon import words
from etl.transform.reading import Reading, reading

_BODIES = frozenset({"Organization", "Alliance"})
_RELATIONS = {
    "ALLIED_WITH": ("ally", "alliance"),
    "MEMBER_OF": ("member", "membership", "join", "admit", "include"),
    "SEEKS_MEMBERSHIP": ("membership", "candidate", "join", "member"),
    "WITHDREW_FROM": ("leave", "withdrawal"),
}
_EXERCISES = frozenset({"MOBILIZE", "PARTICIPATED_IN", "AIMED_AT", "EDITION_OF", "TOOK_PLACE_IN"})


def other_misses(span: Span, type_: str | None, titles: frozenset[str]) -> Iterator[Miss]:
    """Yield what kept the words of a sentence from telling an exercise, a relation or an office."""
    kept = reading(span.doc)
    if type_ is None or type_ in _EXERCISES:
        yield from _exercises(kept, span)
    for predicate, kinds in _RELATIONS.items():
        if type_ == predicate:
            yield from _relations(kept, span, predicate, kinds)
    if type_ is None:
        yield from _relations(kept, span, None, dict.fromkeys(kind for kinds in _RELATIONS.values() for kind in kinds))
    if type_ in {None, "HOLDS", "OF"}:
        yield from _offices(kept, span, titles)


def _exercises(kept: Reading, span: Span) -> Iterator[Miss]:
    lists = words("exercise_words")
    for token in span:
        lemma = token.lemma_.lower()
        if lemma not in lists["noun"] | lists["game"] | lists["training"] or any(token.i in range(*f.cue) for f in kept.frames):
            continue
        if is_exercise(token):
            says = "the word speaks of an exercise that other words of the article tell"
            yield miss_at(token, "merged", "exercises", says)
        elif civil := described(token) & lists["not"]:
            says = f"the word {min(civil)!r} before it says that it is no military exercise"
            yield miss_at(token, "civil", "exercises", says)
        else:
            says = "nothing says that it is military: no 'military' or 'naval' before it, no forces or nations hold it"
            yield miss_at(token, "not-military", "exercises", says)


def _relations(kept: Reading, span: Span, predicate: str | None, kinds: Iterable[str]) -> Iterator[Miss]:
    lists = words("relation_words")
    told = {frame.cue[0] for frame in kept.frames if frame.type == "" and frame.kind != "exercise"}
    for token in span:
        kind = next((each for each in kinds if token.lemma_.lower() in lists[each]), None)
        if kind is not None and token.i not in told and token.i not in kept.at:
            says = _ends(kept, span, allied=kind in {"ally", "alliance"}, told=predicate is not None)
            if says:
                yield miss_at(token, "ends", "relations", says)


def _ends(kept: Reading, span: Span, *, allied: bool, told: bool) -> str:
    """Return which ends of a relation a sentence does not have, "" where that is nothing to tell."""
    links = list(kept.within(span))
    nations = {link.iri for link in links if link.cls == "Nation"}
    bodies = {link.iri for link in links if link.cls in _BODIES}
    if allied and len(nations) < 2:
        return f"an alliance needs two nations, and the sentence names {len(nations)}"
    if not allied and not (nations and bodies):
        lacking = " and ".join(["no nation"] * (not nations) + ["no organisation"] * (not bodies))
        says = f"a membership needs a nation and an organisation, and the sentence names {lacking}"
        return says if nations or bodies or told else ""
    return "its two ends stand in the sentence, and not where the rules of the word look for them"


def _offices(kept: Reading, span: Span, titles: frozenset[str]) -> Iterator[Miss]:
    """Yield the titles of public office that nobody in the sentence got."""
    given = {index for person in kept.people for office in person.offices for index in range(office.start, office.end)}
    at = span.start
    while at < span.end:
        length = next((size for size in (4, 3, 2, 1) if span.doc[at : min(at + size, span.end)].text.lower() in titles), 0)
        if length and not any(index in given or index in kept.at for index in range(at, at + length)):
            yield _title(span.doc[at], span.doc[at : at + length])
        at += max(1, length)


def _title(token: Token, title: Span) -> Miss:
    says = f"the title {title.text!r} has no name beside it, and the office table no one holder of it on the day"
    return miss_at(token, "holder", "officials", says)
