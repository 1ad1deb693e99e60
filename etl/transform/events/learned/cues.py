"""Words that may tell an event, and what the model is told about each."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.events.context import context
from etl.transform.events.derived import is_quoted
from etl.transform.events.fitting import NOUNS
from etl.transform.events.paths import light_verb
from etl.transform.lexicon import rules, words
from etl.transform.linked import ACTING
from etl.transform.reading import Frame, Reading, reading

TYPES = (
    "NONE", "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
_PARTICLES = frozenset({"prep", "prt", "agent"})
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may tell an event: the frame that the rules read from it (`beside`: from another word too), its features."""

    token: Token
    frame: Frame | None
    beside: bool
    row: list[str]


def cues(doc: Doc) -> list[Cue]:
    """Return the words of a Doc that the rules read an event from, or that are among the hints of the lexicon."""
    kept = reading(doc)
    told, left_out = _told(kept), _left_out(kept)
    found = []
    for number, sentence in enumerate(doc.sents):
        plain = [f"sentence{min(number, 2)}", f"states{min(3, len({x.iri for x in kept.within(sentence) if x.cls in ACTING}))}"]
        for token in sentence:
            frame, beside = told.get(token.i, (None, False))
            if frame is not None or (token.i not in kept.at and _is_hint(token)):
                row = [*plain, *_rule(frame, beside), *_features(kept, token, frame), *left_out.get(token.i, ())]
                found.append(Cue(token, frame, beside, list(dict.fromkeys(row))))
    return found


def _told(kept: Reading) -> dict[int, tuple[Frame, bool]]:
    found: dict[int, tuple[Frame, bool]] = {}
    for frame in kept.frames:
        found.update((index, (frame, False)) for index in range(*frame.cue))
    for frame in kept.frames:
        for span in frame.more:
            for index in range(*span):
                found.setdefault(index, (frame, True))
    return found


def _left_out(kept: Reading) -> dict[int, list[str]]:
    """Return for each word what the rules left out there, and why."""
    found: dict[int, list[str]] = {}
    for each, at in zip(kept.dropped, kept.dropped_at, strict=True):
        if at is not None and each.stage == "events":
            rule, _, reason = each.reason.partition(": ")
            found.setdefault(at, []).extend((f"left-out:{rule}", f"left-out-for:{reason}"))
    return found


def hints(lemma: str) -> list[str]:
    """Return the types of event that a word may tell, whatever the rules make of it."""
    return [kind for kind, lemmas in words("event_hints").items() if lemma in lemmas]


def _is_hint(token: Token) -> bool:
    return (token.pos_ == "VERB" or token.pos_ in NOUNS) and bool(hints(token.lemma_.lower()))


def _rule(frame: Frame | None, beside: bool) -> Iterator[str]:
    if frame is None:
        yield "rule:none"
        return
    said, sides = f"{frame.type}{beside:d}", f"{min(2, len(frame.sources))}{min(2, len(frame.targets))}"
    yield from (f"rule:{frame.rule}{beside:d}", f"rule-type:{said}", f"rule-kind:{frame.kind}{beside:d}")
    yield from (f"rule-sides:{sides}", f"rule-sides:{sides}{said}")
    for side, actors in (("source", frame.sources), ("target", frame.targets)):
        for cls in sorted({each.cls for each in actors}):
            yield from (f"rule-{side}:{cls}", f"rule-{side}:{cls}{said}")


def _features(kept: Reading, token: Token, frame: Frame | None) -> Iterator[str]:
    lemma, pos, head = token.lemma_.lower(), token.pos_, token.head
    yield from (f"lemma:{lemma}", f"lemma:{lemma}/{pos}", f"pos:{pos}", f"dep:{token.dep_}", f"lemma-dep:{lemma}/{token.dep_}")
    meant = hints(lemma)
    for kind in meant:
        yield from (f"hint:{kind}", f"hint:{kind}/{pos}", f"hint:{kind}/{len(meant)}")
    for kind in {rule.type for rule in rules("event_verbs" if pos == "VERB" else "event_nouns").get(lemma, ())}:
        yield f"lexicon:{kind}"
    yield from _word("head", head)
    yield f"head-dep:{head.lemma_.lower()}/{token.dep_}"
    yield from _around_verb(kept, token, lemma) if pos == "VERB" else _around_noun(kept, token, lemma)
    for each in token.children:
        if each.dep_ in _PARTICLES:
            yield from (f"prep:{each.lower_}", f"lemma-prep:{lemma}/{each.lower_}")
        elif each.dep_ in _CLAUSES:
            yield from (f"clause:{each.dep_}", *_word("content", each))
        elif each.dep_ in {"aux", "neg", "mark"}:
            yield f"{each.dep_}:{each.lower_}"
    yield from _manner(token, frame)


def _word(name: str, token: Token) -> Iterator[str]:
    lemma = token.lemma_.lower()
    yield f"{name}:{lemma}"
    for kind in hints(lemma):
        yield f"{name}-hint:{kind}"


def _around_verb(kept: Reading, verb: Token, lemma: str) -> Iterator[str]:
    thing, doer = syntax.patient(verb), syntax.subject(verb)
    if thing is not None:
        yield from (
            *_word("object", thing),
            f"lemma-object:{lemma}/{thing.lemma_.lower()}",
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
        yield from _word("carrier", carrier)
    verb = next((each for each in syntax.ancestors(noun, 5) if each.pos_ == "VERB"), None)
    if verb is not None:
        yield from _word("verb", verb)
    for each in noun.lefts:
        if each.dep_ in syntax.MODIFIERS:
            yield f"modifier-class:{_class(kept, each)}"
            if each.i not in kept.at:
                yield from (*_word("modifier", each), f"lemma-modifier:{lemma}/{each.lemma_.lower()}")
        elif each.dep_ == "det":
            yield f"determiner:{each.lower_}"
    if noun.tag_ in {"NNS", "NNPS"}:
        yield "plural"


def _class(kept: Reading, token: Token) -> str:
    link = kept.at.get(token.i)
    return link.cls if link is not None else token.ent_type_ or token.pos_


def _manner(token: Token, frame: Frame | None) -> Iterator[str]:
    how = frame if frame is not None else context(token, light_verb(token) if token.pos_ != "VERB" else None)
    yield f"meant:{how.negated:d}{how.hypothetical:d}{how.planned:d}"
    yield f"above:{'/'.join(each.dep_ for each in (token, *syntax.ancestors(token, 2)))}"
    if is_quoted(token):
        yield "quoted"
