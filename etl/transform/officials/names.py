"""Holders: who is named behind a title, before it, or as the subject of a verb that gives the office."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from etl.transform.linking.people import add_person, name_end
from etl.transform.officials.homes import home_after
from etl.transform.officials.words import among
from etl.transform.reading import Link, Person, Reading

_JOINING = frozenset({",", "-", ":", "–", "—"})
# Words between a comma and a title that change nothing: "X, who is now the city's mayor".
_BEFORE_TITLE = frozenset(
    ["the", "a", "an", "its", "'s", "’s", "new", "also", "now", "who", "is", "previously", "formerly", "currently"]
)
_LISTED = 40  # tokens from a plural title to the list of those who hold it
_NO_NAME = frozenset({"ORG", "PRODUCT", "FAC", "WORK_OF_ART", "EVENT", "LAW"})
_TITLES = frozenset({"general", "secretary", "minister", "president", "council", "affairs", "air", "of"})
# Titles that begin the names of things: "General Dynamics", "Super King Air".
_IN_NAMES = frozenset({"general", "king", "queen", "admiral", "major", "marshal", "emperor", "prince", "princess"})


@dataclass(frozen=True, slots=True)
class Named:
    """A person, by one link of the article."""

    person: Person
    link: Link


def named_after(doc: Doc, kept: Reading, index: int, *, comma: bool, plural: bool) -> list[Named]:
    """Return who is named right behind a title, "X and Y" where the title is plural."""
    fresh = True
    if comma and index < len(doc) and doc[index].text in _JOINING:
        index, fresh = index + 1, False
    found: list[Named] = []
    while index < len(doc):
        index = _honorific(doc, kept, index)
        named = person_at(doc, kept, index, fresh=fresh or bool(found))
        if named is None:
            break
        found.append(named)
        if not plural:
            break
        index = _next(doc, kept, named.link.end)
    return found


def enclosed(doc: Doc, kept: Reading, index: int) -> list[Named]:
    """Return who is named between commas behind a bare title: "The foreign minister, Sergey Lavrov, said"."""
    if index >= len(doc) or doc[index].text != ",":
        return []
    named = person_at(doc, kept, _honorific(doc, kept, index + 1), fresh=False)
    return [named] if named is not None and _closed(doc, named.link.end) else []


def _closed(doc: Doc, index: int) -> bool:
    return doc[index : index + 1].text in {",", ".", ";", ")", ""}


def missed(doc: Doc, kept: Reading, index: int) -> list[Named]:
    """Return who is named between commas behind a title with its home, where the recogniser took the name for another."""
    if index >= len(doc) or doc[index].text != ",":
        return []
    end = name_end(doc, kept, index + 1)
    types = {each.ent_type_ for each in doc[index + 1 : end]}
    if not 2 <= end - index - 1 <= 4 or not types <= {"", "ORG", "PERSON"} or not _closed(doc, end):
        return []
    named = person_at(doc, kept, index + 1, fresh=True)
    return [named] if named is not None and named.link.end == end else []


def listed(doc: Doc, kept: Reading, index: int) -> list[Named]:
    """Return who is listed behind "including" or "such as" later in the sentence of a plural title."""
    for at in range(index, min(doc[index - 1].sent.end, index + _LISTED)):
        if doc[at].lower_ == "including" or (doc[at].lower_ == "as" and doc[at - 1].lower_ == "such"):
            return named_after(doc, kept, at + 1, comma=False, plural=True)
    return []


def _next(doc: Doc, kept: Reading, index: int) -> int:
    """Return where the next name of a list begins, past "of Turkey", "(D-MD)", a comma and "and"."""
    index, _, _ = home_after(doc, kept, index)
    if index < len(doc) and doc[index].text == "(":
        while index < len(doc) and doc[index].text != ")":
            index += 1
        index += 1
    while index < len(doc) and doc[index].lower_ in {",", "and"}:
        index += 1
    return index


def _honorific(doc: Doc, kept: Reading, index: int) -> int:
    while index < len(doc) - 1 and doc[index].lower_ in among("honorific") | among("leading") and _starts_name(kept, index + 1):
        index += 1
    return index


def _starts_name(kept: Reading, index: int) -> bool:
    link = kept.at.get(index)
    return link is not None and link.kind == "person" and link.start == index


def person_at(doc: Doc, kept: Reading, index: int, *, fresh: bool) -> Named | None:
    """Return the person named at `index`; with `fresh`, also one whose name the recogniser missed."""
    link = kept.at.get(index)
    if link is not None and link.kind == "person" and link.start == index:
        person = kept.person(link.iri)
        return Named(person, link) if person else None
    if not fresh or index >= len(doc) or (link is not None and link.cls not in {"Place", "Group"}):
        return None
    end = name_end(doc, kept, index)
    if end == index or end - index > 6 or _is_other(doc, index, end):
        return None
    kept.unlink(index, end)
    person, found = add_person(kept, doc[index:end])
    return Named(person, found)


def _is_other(doc: Doc, index: int, end: int) -> bool:
    """Say whether capital letters behind a title are no name: "General Dynamics", "Super King Air"."""
    first = doc[index]
    if first.lower_ in _TITLES or first.ent_type_ in {"DATE", "LANGUAGE"} or doc[index:end].text.isupper():
        return True
    if any(each.lower_ in among("body") for each in doc[index:end]):
        return True
    together = first.ent_iob_ == "I" or (first.ent_type_ and first.ent_type_ == doc[index - 1].ent_type_)
    return bool(together) and doc[index - 1].lower_ in _IN_NAMES and first.ent_type_ in _NO_NAME


def named_before(doc: Doc, kept: Reading, left: int, *, fresh: bool = False) -> list[Named]:
    """Return who is named before a comma before the title: "Sergey Lavrov, the Russian foreign minister"."""
    index = left - 1
    while index >= 0 and doc[index].lower_ in _BEFORE_TITLE | among("former") | among("place"):
        index -= 1
    if index < 1 or doc[index].text not in {",", "(", "–", "—", "-"}:
        return []
    index -= 1
    if doc[index].text == ")":  # an age or a party in brackets
        while index > 0 and doc[index].text != "(":
            index -= 1
        index -= 1
    link = kept.at.get(index)
    if link is not None and link.kind == "person":
        person = kept.person(link.iri)
        return [Named(person, link)] if person else []
    return fresh_before(doc, kept, index) if fresh else []


def fresh_before(doc: Doc, kept: Reading, last: int) -> list[Named]:
    """Return the two or three capitalised words before the comma as a name that the recogniser missed."""
    start = last + 1
    while start > 0 and _is_word_of_name(doc[start - 1], kept):
        start -= 1
    if not 2 <= last + 1 - start <= 4 or doc[last].ent_type_ in _NO_NAME - {"ORG"} or _goes_on(doc, kept, start - 1):
        return []
    named = person_at(doc, kept, start, fresh=True)
    return [named] if named and named.link.end == last + 1 else []


def _goes_on(doc: Doc, kept: Reading, index: int) -> bool:
    """Say whether the words before make a longer name of it: "the United States Marine Corps"."""
    return index >= 0 and (doc[index].lower_ == "the" or index in kept.at)


def _is_word_of_name(token: Token, kept: Reading) -> bool:
    link = kept.at.get(token.i)
    return token.pos_ == "PROPN" and token.is_title and token.is_alpha and (link is None or link.cls in {"Place", "Group"})
