"""Gazetteer matching and its reconciliation with the statistical entities of spaCy."""

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from etl import ids
from etl.gazetteer import Gazetteer
from etl.transform.lexicon import words
from etl.transform.linking.ambiguity import NONE, Decider
from etl.transform.linking.repeats import find_repeats
from etl.transform.linking.surfaces import BLOCK, Sense, Surfaces
from etl.transform.reading import Link, Reading, reading

_GOVERNS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "poss", "appos"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMED = frozenset({"ORG", "NORP"})


class Linker:
    """Writes the links of a Doc: nations, organisations, series, people, other names and places."""

    def __init__(self, surfaces: Surfaces, gazetteer: Gazetteer) -> None:
        self._surfaces = surfaces
        self._decider = Decider(gazetteer.ambiguous)
        self._nations = {nation.iso3 for nation in gazetteer.nations}

    def __call__(self, doc: Doc) -> Doc:
        kept = reading(doc)
        blocked: set[int] = set()
        for span, sense in self._matches(doc):
            if sense == BLOCK:
                blocked.update(range(span.start, span.end))
                kept.drop("linking", "a longer phrase, which is no mention of the name in it", span.text, span.start)
            else:
                self._take(kept, span, sense)
        for span in doc.ents:
            _reconcile(kept, span, blocked)
        find_repeats(doc, kept)
        return doc

    def _matches(self, doc: Doc) -> list[tuple[Span, Sense]]:
        """Return the longest matches that do not overlap; of two senses of one span, the first."""
        found: dict[Span, Sense] = {}
        for span, sense in self._surfaces.find(doc):
            if not (sense.kind == "person" and _goes_on(span)):
                found.setdefault(span, sense)
        return [(span, found[span]) for span in filter_spans(found)]

    def _take(self, kept: Reading, span: Span, sense: Sense) -> None:
        decided = self._decider.reading(span)
        if decided == NONE:
            return _drop(kept, "another reading of an ambiguous name", span, sense)
        if decided in self._nations:
            sense = Sense(sense.kind, "Nation", ids.nation(decided), decided)
        if sense.cls == "Official" and _is_cut(span):
            return _drop(kept, "the name goes on behind a hyphen", span, sense)
        if sense.kind == "series-edition":
            if not _is_edition(span):
                return None
            sense = Sense("series", sense.cls, sense.iri, sense.label)
        if sense.cls == "Nation" and _is_other_name(span):
            return _drop(kept, "inside another name", span, sense)
        if sense.kind == "capital" and not _is_metonym(span):
            return kept.add(Link(span.start, span.end, "place", "Place", ids.place(span.text), span.text, sense.label))
        kept.add(Link(span.start, span.end, sense.kind, sense.cls, sense.iri, sense.label))
        return None


def _drop(kept: Reading, reason: str, span: Span, sense: Sense) -> None:
    """Leave a name out: the reason is the same for all names, so that a report can count them, the text tells which one."""
    kept.drop("linking", reason, f"{span.text} (not {sense.label})", span.start)


def _goes_on(span: Span) -> bool:
    """Say whether a person's name goes on behind a hyphen: "Lee Jun-seok" is no Lee Jun."""
    doc, end = span.doc, span.end
    if end + 1 >= len(doc) or doc[end].text != "-":
        return False
    return not (doc[end - 1].whitespace_ or doc[end].whitespace_)


def _is_edition(span: Span) -> bool:
    """Say whether a year follows: "Sea Breeze 2017", "Sea Breeze-17"."""
    after = [each.text for each in span.doc[span.end : span.end + 2]]
    return any(each.isdigit() and len(each) in {2, 4} for each in (after if after[:1] == ["-"] else after[:1]))


def _is_other_name(span: Span) -> bool:
    """Say whether a nation's name only forms part of the name of a paper, a club or a firm."""
    following = span.doc[span.end] if span.end < len(span.doc) else None
    return following is not None and following.pos_ == "PROPN" and following.text in words("linking_words")["no_nation"]


def _is_cut(span: Span) -> bool:
    """Say whether a hyphen goes on where the span ends: "Lee Jun-seok" is not Lee Jun."""
    doc = span.doc
    return span.end < len(doc) and doc[span.end].text == "-" and not doc[span.end - 1].whitespace_


def _is_metonym(span: Span) -> bool:
    """Say whether the name of a capital stands for the state: "Moscow says", "ties with Beijing"."""
    head = span.root
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in {"nmod", "compound"} and span.start and span.doc[span.start - 1].dep_ == "prep":
        return _is_target(span.doc[span.start - 1])  # "transfer to Pyongyang sensitive technologies"
    if head.dep_ == "pobj":
        return head.head.lower_ in words("linking_words")["dealing"] or _is_target(head.head)
    if head.dep_ in _GOVERNS:
        return not _names_place(head)
    return False


def _is_target(prep: Token) -> bool:
    return prep.lower_ in {"on", "to", "from"} and prep.head.lemma_.lower() in words("linking_words")["state_target"]


def _names_place(head: Token) -> bool:
    """Say whether a subject, object or owner is still only a place: "visited Seoul", "Kabul's airport"."""
    lists = words("linking_words")
    if head.dep_ in {"dobj", "dative"}:
        return head.head.lemma_ in lists["place_object"]
    if head.dep_ == "nsubjpass":
        return head.head.lemma_ in lists["place_subject"]
    if head.dep_ == "poss":
        return head.head.ent_type_ in _PLACES or head.head.lower_ in lists["place_part"]
    return False


def _reconcile(kept: Reading, span: Span, blocked: set[int]) -> None:
    """Add a statistical entity where the gazetteer is silent."""
    if any(index in kept.at for index in range(span.start, span.end)) or span.start in blocked:
        return
    start = span.start + (1 if span[0].lower_ == "the" and len(span) > 1 else 0)
    name = span.doc[start : span.end].text.removesuffix("'s").removesuffix("’s").strip()
    if span.label_ in _PLACES:
        kept.add(Link(start, span.end, "place", "Place", ids.place(name), name))
    elif span.label_ in _NAMED and name[:1].isupper():
        kept.add(Link(start, span.end, "named", "Group", ids.group(name), name))
