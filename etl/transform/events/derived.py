"""Events that follow from something else: what is given in return, whom a claim accuses, who leaves an organisation."""

from spacy.tokens import Doc, Token

from etl.transform import syntax
from etl.transform.events.context import context
from etl.transform.events.paths import light_verb, roles
from etl.transform.lexicon import words
from etl.transform.reading import Frame, Reading, reading

GIVING = frozenset({"AID", "COOPERATE"})
_HOSTILE = frozenset({"THREATEN", "ASSAULT", "COERCE", "MOBILIZE"})
_GIVEN = ("aid", "weapons", "troops")


def is_quoted(token: Token) -> bool:
    """Say whether a token stands in a direct quotation."""
    return any(quote.direct and quote.start_char <= token.idx < quote.end_char for quote in reading(token.doc).quotes)


def in_return(kept: Reading, frame: Frame, cue: Token, taken: set[int]) -> None:
    """Add the giving that goes the other way: "supplies troops in return for economic assistance"."""
    if frame.type not in GIVING or not frame.sources or not frame.targets:
        return
    for noun in _returns(cue):
        if any(noun.lemma_.lower() in words("noun_classes")[each] for each in _GIVEN):
            taken.add(noun.i)
            kept.frames.append(
                Frame(
                    "event",
                    "AID",
                    (noun.i, noun.i + 1),
                    "aid.in-return",
                    0.7,
                    sources=list(frame.targets),
                    targets=list(frame.sources),
                    negated=frame.negated,
                    hypothetical=frame.hypothetical,
                    what=noun.doc[noun.left_edge.i : noun.i + 1].text,
                )
            )


def _returns(cue: Token) -> list[Token]:
    """Return the nouns behind "in return for" and "in exchange for" in the clause of `cue` or its purpose clause."""
    clauses = [cue, *(each for each in cue.children if each.dep_ == "advcl")]
    marks = [
        each
        for clause in clauses
        for prep in clause.subtree
        if prep.lower_ == "in"
        for each in prep.children
        if each.lower_ in {"return", "exchange"}
    ]
    return list(dict.fromkeys(noun for mark in marks for noun in syntax.preposition(mark, "for")))


def find_leaving(kept: Reading, doc: Doc) -> None:
    """Add a SANCTION where states leave an organisation: who withdraws reduces the ties that bind him to its members."""
    found: dict[tuple[int, int], Frame] = {}
    for left in (each for each in kept.frames if each.kind == "WITHDREW_FROM"):
        if left.cue in found:
            found[left.cue].sources += left.sources
        else:
            found[left.cue] = _leaving(doc[left.cue[0]], left)
    kept.frames += found.values()


def _leaving(cue: Token, left: Frame) -> Frame:
    how = context(cue, light_verb(cue) if cue.pos_ != "VERB" else None)
    return Frame(
        "event",
        "SANCTION",
        left.cue,
        "sanction.leaving",
        0.7,
        mode="withdraw",
        sources=list(left.sources),
        targets=list(left.targets),
        negated=how.negated,
        hypothetical=how.hypothetical,
        planned=how.planned,
    )


def find_content(kept: Reading, doc: Doc) -> None:
    """Add an ACCUSE where somebody claims that another does hostile things: "North Korea argues that US threats …"."""
    claims = words("modality")["claim"]
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in claims or any(f.cue[0] == verb.i for f in kept.frames):
            continue
        clause = syntax.child(verb, "ccomp")
        speakers = roles(verb, "subj") if clause is not None else []
        if clause is None or not speakers:
            continue
        ours = {each.iri for each in speakers}
        low, high = clause.left_edge.i, clause.right_edge.i
        inside = [f for f in kept.frames if f.type in _HOSTILE and low <= f.cue[0] <= high and not f.negated]
        accused = {a.iri: a for f in inside for a in f.sources if f.kind == "event" and a.iri not in ours}
        if accused:
            targets = list(accused.values())
            frame = Frame("event", "ACCUSE", (verb.i, verb.i + 1), "accuse.content", 0.6, sources=speakers, targets=targets)
            kept.frames.append(frame)


def find_demands(kept: Reading, doc: Doc) -> None:
    """Add a REQUEST where somebody says what another has to do: "Russia said that Sudan must return the helicopter"."""
    for modal in doc:
        verb = modal.head
        if (
            modal.dep_ != "aux"
            or modal.lower_ not in words("modality")["duty"]
            or verb.dep_ != "ccomp"
            or verb.head.pos_ != "VERB"
        ):
            continue
        speakers, bound = roles(verb.head, "subj"), roles(verb, "obj" if syntax.is_passive(verb) else "subj")
        ours = {each.iri for each in speakers}
        if speakers and bound and not ours & {each.iri for each in bound}:
            frame = Frame("event", "REQUEST", (modal.i, modal.i + 1), "request.duty", 0.6, sources=speakers, targets=bound)
            kept.frames.append(frame)
