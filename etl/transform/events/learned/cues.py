"""Words that the rules read an event from, and what the model is told about each."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from etl.transform import syntax
from etl.transform.events.derived import is_quoted
from etl.transform.events.paths import light_verb
from etl.transform.linked import ACTING
from etl.transform.reading import Frame, Reading, reading

_PARTICLES = frozenset({"prep", "prt", "agent"})
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that the rules read an event from, in its sentence: the frame, and what speaks for the event or against it."""

    token: Token
    sentence: Span
    frame: Frame
    row: list[str]


def cues(doc: Doc) -> list[Cue]:
    """Return the cues of the events of a Doc, in the order of its frames."""
    kept = reading(doc)
    frames = [each for each in kept.frames if each.kind == "event"]
    if not frames:
        return []
    sentences = list(doc.sents)
    starts, told = [each.start for each in sentences], [_sentence(kept, *each) for each in enumerate(sentences)]
    left_out = _left_out(kept)
    found = []
    for frame in frames:
        token, number = doc[frame.cue[0]], bisect_right(starts, frame.cue[0]) - 1
        row = [*told[number], *_rule(frame), *_features(kept, token), *_manner(token, frame)]
        found.append(Cue(token, sentences[number], frame, [*row, *left_out.get(token.i, ())]))
    return found


def _sentence(kept: Reading, number: int, sentence: Span) -> list[str]:
    states = {each.iri for each in kept.within(sentence) if each.cls in ACTING}
    return [f"sentence:{min(number, 2)}", f"states:{min(3, len(states))}"]


def _left_out(kept: Reading) -> dict[int, list[str]]:
    """Return for each word what the rules left out there, and why."""
    found: dict[int, list[str]] = {}
    for each, at in kept.dropped:
        if at is not None and each.stage == "events":
            rule, _, reason = each.reason.partition(": ")
            found.setdefault(at, []).extend((f"left-out:{rule}", f"left-out-for:{reason}"))
    return found


def _rule(frame: Frame) -> Iterator[str]:
    sides = f"{min(2, len(frame.sources))}{min(2, len(frame.targets))}"
    yield from (
        f"rule:{frame.rule}",
        f"type:{frame.type}",
        f"sides:{sides}",
        f"sides:{sides}/{frame.type}",
        f"more:{len(frame.more)}",
    )
    for side, actors in (("source", frame.sources), ("target", frame.targets)):
        for cls in sorted({each.cls for each in actors}):
            yield from (f"{side}:{cls}", f"{side}:{cls}/{frame.type}")


def _features(kept: Reading, token: Token) -> Iterator[str]:
    lemma, pos, head = token.lemma_.lower(), token.pos_, token.head
    yield from (f"lemma:{lemma}", f"lemma:{lemma}/{pos}", f"pos:{pos}", f"dep:{token.dep_}", f"dep:{lemma}/{token.dep_}")
    yield from (f"head:{head.lemma_.lower()}", f"head:{head.lemma_.lower()}/{token.dep_}")
    yield from _around_verb(kept, token, lemma) if pos == "VERB" else _around_noun(kept, token, lemma)
    for each in token.children:
        if each.dep_ in _PARTICLES:
            yield from (f"prep:{each.lower_}", f"prep:{lemma}/{each.lower_}")
            for thing in syntax.objects_of(each):
                yield from (f"{each.lower_}-class:{_class(kept, thing)}", f"{each.lower_}:{thing.lemma_.lower()}")
        elif each.dep_ in _CLAUSES:
            yield from (f"clause:{each.dep_}", f"content:{each.lemma_.lower()}")
        elif each.dep_ in {"aux", "neg", "mark"}:
            yield f"{each.dep_}:{each.lower_}"


def _around_verb(kept: Reading, verb: Token, lemma: str) -> Iterator[str]:
    thing, doer = syntax.patient(verb), syntax.subject(verb)
    if thing is not None:
        yield from (
            f"object:{thing.lemma_.lower()}",
            f"object:{lemma}/{thing.lemma_.lower()}",
            f"object-class:{_class(kept, thing)}",
        )
    else:
        yield "object:none"
    yield f"subject-class:{_class(kept, doer) if doer is not None else 'none'}"
    if syntax.is_passive(verb):
        yield "passive"


def _around_noun(kept: Reading, noun: Token, lemma: str) -> Iterator[str]:
    carrier = light_verb(noun)
    if carrier is not None:
        yield f"carrier:{carrier.lemma_.lower()}"
    verb = next((each for each in syntax.ancestors(noun, 5) if each.pos_ == "VERB"), None)
    if verb is not None:
        yield f"verb:{verb.lemma_.lower()}"
    for each in noun.lefts:
        if each.dep_ in syntax.MODIFIERS:
            yield f"modifier-class:{_class(kept, each)}"
            if each.i not in kept.at:
                yield from (f"modifier:{each.lemma_.lower()}", f"modifier:{lemma}/{each.lemma_.lower()}")
        elif each.dep_ == "det":
            yield f"determiner:{each.lower_}"
    if noun.tag_ in {"NNS", "NNPS"}:
        yield "plural"


def _class(kept: Reading, token: Token) -> str:
    link = kept.at.get(token.i)
    return link.cls if link is not None else token.ent_type_ or token.pos_


def _manner(token: Token, frame: Frame) -> Iterator[str]:
    yield f"meant:{frame.negated:d}{frame.hypothetical:d}{frame.planned:d}"
    yield f"above:{'/'.join(each.dep_ for each in (token, *syntax.ancestors(token, 2)))}"
    if is_quoted(token):
        yield "quoted"
