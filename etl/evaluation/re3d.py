"""Gold of re3d: conflict reporting with entities and relations, of which what a fact sheet can say is scored.

Source: Dstl 2017, "Relationship and Entity Extraction Evaluation Dataset" (re3d).

entities: persons, organisations, places and nationalities that are mentioned by name. A mention that is a name of a present-day
state has to be that state in the fact sheet, whether the gold calls it a location, a nationality or, as a government, an
organisation. Every other has to be of its type, a people being a group like an organisation; part of a state may be that state.
Found mentions at other places do not count: the gold leaves out what its
annotators were not sure of.

relations: between persons and organisations, each pair once, in any direction, by what the fact sheet has for it:
FightingAgainst is an ASSAULT; AlliesOf and Likes are an alliance, or SUPPORT, AID or COOPERATE; CommWith is CONSULT or AGREE;
InChargeOf of a person over an organisation that is no government is an office. Pronouns have no counterpart, as the gold does
not say whom they stand for, nor have CoLocated, BelongsTo, HasAttrOf, Dislikes and Apart, and relations of weapons,
buildings and places. What is found counts where both ends are persons or organisations of the gold.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from etl import gazetteer
from etl.evaluation.coreference import OWNER, Span, head, reference
from etl.evaluation.kinds import Fact, Kind, all_of
from etl.evaluation.matching import equal
from etl.evaluation.names import fold
from etl.knowledge import remembered

type Ends = frozenset[str]

_RELATIONS = {
    "FightingAgainst": "FightingAgainst",
    "AlliesOf": "AlliesOf",
    "Likes": "AlliesOf",
    "CommWith": "CommWith",
    "InChargeOf": "InChargeOf",
}
_EVENTS = {
    "ASSAULT": "FightingAgainst",
    "SUPPORT": "AlliesOf",
    "AID": "AlliesOf",
    "COOPERATE": "AlliesOf",
    "CONSULT": "CommWith",
    "AGREE": "CommWith",
}
# What a mention in a fact sheet is, by its kind; any other that is no nation is an organisation or a group.
_MENTIONS = {"person": "Person", "place": "Location"}
_NAMED = ("Person", "Organisation", "Location", "Nationality")
_TYPES = {"Nationality": "Organisation"}
# Names for a state that may as well be meant as a place in it.
_SEATS = frozenset({"capital", "seat"})
_ACTORS = ("Person", "Organisation")
_SYNONYM = "IsSynonymOf"


def recognises(line: Fact) -> bool:
    """Say whether a line of a file is gold of this form."""
    return isinstance(line.get("entities"), list) and isinstance(line.get("relations"), list) and "events" not in line


def prepare(line: Fact, sheet: Fact) -> tuple[Fact, Fact]:
    """Return the entities and relations of the gold, and what the fact sheet has at the same places."""
    places = _Places(line)
    gold, found = _entities(line, sheet)
    return (
        {"entities": gold, "relations": _relations(places.relations())},
        {"entities": found, "relations": _relations(_found(sheet, places))},
    )


def _relations(found: Iterable[tuple[str, Ends]]) -> list[Fact]:
    """Return each relation once, in an order that does not depend on the run."""
    distinct = {(type_, tuple(sorted(ends))) for type_, ends in found}
    return [{"type": type_, "ends": list(ends)} for type_, ends in sorted(distinct)]


def _entities(line: Fact, sheet: Fact) -> tuple[list[Fact], list[Fact]]:
    gold, found = [], []
    mentions = [((each["span"][0], each["span"][1]), each) for each in sheet.get("mentions") or []]
    for each in line["entities"]:
        where = head((each["start"], each["end"]), each["text"])
        if each["type"] not in _NAMED or reference(each["text"]) != "name":
            continue
        type_ = _state(each["text"]) or _TYPES.get(each["type"], each["type"])
        fact = {"type": type_, "text": each["text"], "start": each["start"]}
        here = {_type(mention) for place, mention in mentions if _meet(place, where)}
        gold.append(fact)
        if here:
            right = type_ in here or (type_ == "Location" and not here.isdisjoint(_states().values()))
            found.append(fact if right else fact | {"type": min(here)})
    return gold, found


def _type(mention: Fact) -> str:
    return str(mention["id"]) if mention["id"] in _states().values() else _MENTIONS.get(mention["kind"], "Organisation")


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@remembered
def _states() -> dict[str, str]:
    return {fold(each.alias): each.iso3 for each in gazetteer.load().nation_aliases if each.kind not in _SEATS}


def _state(text: str) -> str | None:
    return _states().get(fold(OWNER.sub("", text)))


class _Places:
    """The persons and organisations of a document by place, each under one name for all its mentions."""

    def __init__(self, line: Fact) -> None:
        self.line = line
        actors = [each for each in line["entities"] if each["type"] in _ACTORS and "pronoun" not in reference(each["text"])]
        self.texts = {(each["start"], each["end"]): each["text"] for each in actors}
        self.persons = {(each["start"], each["end"]) for each in actors if each["type"] == "Person"}
        self.heads = {span: head(span, text) for span, text in self.texts.items()}
        self.names = {fold(text): fold(text) for text in self.texts.values()}
        for each in line["relations"]:
            if each["type"] == _SYNONYM:
                self._join(fold(each["source"]["text"]), fold(each["target"]["text"]))

    def _join(self, one: str, other: str) -> None:
        if one in self.names and other in self.names:
            kept, dropped = self.names[one], self.names[other]
            self.names = {name: kept if stands == dropped else stands for name, stands in self.names.items()}

    def relations(self) -> Iterator[tuple[str, Ends]]:
        """Yield the relations of the gold that a fact sheet can say."""
        for each in self.line["relations"]:
            one, other = ((each[end]["start"], each[end]["end"]) for end in ("source", "target"))
            known = one in self.texts and other in self.texts
            if known and each["type"] in _RELATIONS and (each["type"] != "InChargeOf" or self._office(one, other)):
                yield from _pair(_RELATIONS[each["type"]], self._name(one), self._name(other))

    def _office(self, one: Span, other: Span) -> bool:
        return one in self.persons and other not in self.persons

    def _name(self, span: Span) -> str:
        return self.names[fold(self.texts[span])]

    def at(self, spans: Iterable[list[int]]) -> set[str]:
        """Return whom the gold has at spans of a fact sheet."""
        return {self._name(span) for each in spans for span, where in self.heads.items() if _meet((each[0], each[1]), where)}

    def called(self, name: str) -> set[str]:
        """Return the organisation, or the state by its code, of the gold that goes by a name."""
        return {self._name(span) for span in self._organisations() if name in (_state(self.texts[span]), self.texts[span])}

    def in_title(self, title: str) -> set[str]:
        """Return the organisations of the gold that a title names, but for governments."""
        named = f" {fold(title)} "
        found = [span for span in self._organisations() if not _state(self.texts[span])]
        return {self._name(span) for span in found if f" {fold(self.texts[span])} " in named}

    def _organisations(self) -> Iterator[Span]:
        return (span for span in self.texts if span not in self.persons)


def _pair(type_: str, one: str, other: str) -> Iterator[tuple[str, Ends]]:
    if one != other:
        yield type_, frozenset({one, other})


def _found(sheet: Fact, places: _Places) -> Iterator[tuple[str, Ends]]:
    """Yield the relations of a fact sheet between persons and organisations of the gold."""
    for event in sheet.get("events") or []:
        if event["type"] in _EVENTS and not event["negated"]:
            sources, targets = places.at(event["source_spans"]), places.at(event["target_spans"])
            for one, other in product(sources, targets) if targets else combinations(sorted(sources), 2):
                yield from _pair(_EVENTS[event["type"]], one, other)
    for each in sheet.get("relations") or []:
        if each["type"] == "ALLIED_WITH" and not each["negated"]:
            for one, other in product(places.called(each["source"]), places.called(each["target"])):
                yield from _pair("AlliesOf", one, other)
    for each in sheet.get("officials") or []:
        title = f"{each['position']} of {each.get('organization') or ''}"
        for one, other in product(places.at([each["span"] or [0, 0]]), places.in_title(title)):
            yield from _pair("InChargeOf", one, other)


KINDS = (
    Kind("entities", "which state, or type, of a named mention", all_of("entities"), equal),
    Kind("relations", "type and both ends, in any direction", all_of("relations"), equal),
)
