"""Homes: the nation or organisation that an office belongs to, named before, behind or inside its title, or near it."""

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc

from etl.knowledge import remembered
from etl.transform.coreference import antecedents
from etl.transform.lexicon import read
from etl.transform.officials.words import among
from etl.transform.reading import Link, Reading

_HOMES = frozenset({"Nation", "Organization", "Alliance"})


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a title: where its modifiers begin, the home they name, and whether the office is past.

    `place` is the token at which a region that belongs to the title begins ("Missouri Governor").
    """

    left: int
    home: str | None = None
    former: bool = False
    place: int | None = None
    sent_to: int | None = None


def home_before(doc: Doc, kept: Reading, start: int, *, envoy: bool = False) -> Before:
    """Return what the modifiers before a title say; with `envoy`, "Algerian US ambassador" is Algeria's."""
    index, former = _modifiers(doc, start - 1, modifiers())
    if index > 2 and doc[index].text == ")" and doc[index - 2].text == "(":
        index -= 3  # "International Monetary Fund (IMF) head"
    link = kept.at.get(index)
    if link is None or index != link.end - 1:
        if (owner := _owner(doc, index)) is not None:
            return Before(index + 1, owner, former)
        region = _region_before(doc, index)
        return Before(region[1], region[0], former, place=region[1]) if region else Before(index + 1, None, former)
    if link.cls in _HOMES:
        before, past = _modifiers(doc, link.start - 1, modifiers() - among("owning"))
        sender = kept.at.get(link.start - 1)
        if envoy and sender is not None and sender.cls == "Nation":
            return Before(sender.start, home_of(sender), former or past, sent_to=link.start)
        return Before(before + 1, home_of(link), former or past)
    nation = nation_of(link, doc)
    if nation:
        before, past = _modifiers(doc, link.start - 1, modifiers() - among("owning"))
        return Before(before + 1, nation, former or past, place=link.start)
    return Before(index + 1, None, former)


def _owner(doc: Doc, index: int) -> str | None:
    """Return the home that "its" or "the alliance's" before a title stands for; `index` is the token before it."""
    first = doc[index + 1] if index + 1 < len(doc) else None
    if first is not None and first.lower_ in {"its", "their"}:
        found = antecedents(first)
    elif first is not None and index >= 0 and first.lower_ in {"'s", "’s"} and doc[index].pos_ == "NOUN":
        found = antecedents(doc[index])
    else:
        return None
    homes = [each.iri.rsplit("/", 1)[-1] for each in found if each.cls in _HOMES]
    return homes[0] if len(homes) == 1 else None


def home_after(doc: Doc, kept: Reading, end: int) -> tuple[int, str | None, bool]:
    """Return the end of "of the Czech Republic" behind a title, the home it names, and whether a region was named."""
    if end >= len(doc) or doc[end].lower_ not in {"of", "for"}:
        return end, None, False
    index = end + 1
    while index < len(doc) and doc[index].lower_ in {"the", "-", "neighbouring", "neighboring"}:
        index += 1
    link = kept.at.get(index)
    if link is not None and link.start == index and link.cls in _HOMES:
        end = _place_end(doc, kept, link.end) if link.kind == "adjective" else link.end
        return end, home_of(link), link.kind == "capital"
    region = _region_at(doc, index)
    if region:
        return region[1], region[0], True
    if link is not None and link.start == index and link.kind == "place":
        return link.end, link.nation, True
    return end, None, False


def _place_end(doc: Doc, kept: Reading, index: int) -> int:
    """Return the end of "city of Gdansk" behind "the Polish", else `index`."""
    if index + 1 >= len(doc) or doc[index].lower_ not in among("place"):
        return index
    place = kept.at.get(index + 2)
    return place.end if doc[index + 1].lower_ == "of" and place is not None and place.kind == "place" else index + 1


def is_private(doc: Doc, kept: Reading, left: int, inside: range, right: int) -> bool:
    """Say whether a body that belongs to no state stands before a title, in it or behind it: "Sea-Eye spokesman"."""
    behind = right + 1 + (doc[right + 1 : right + 2].text == "the")
    while left > 1 and doc[left - 1].pos_ == "ADJ" and doc[left - 1].is_lower:
        left -= 1
    places = [left - 1, *inside] if left else [*inside]
    places += [behind] if doc[right : right + 1].text in {"of", "for", "at", "with"} else []
    return any(_is_private(doc, kept.at.get(index)) for index in places)


def _is_private(doc: Doc, link: Link | None) -> bool:
    if link is None or link.kind != "named":
        return False
    return not any(token.lower_ in among("of_state") for token in doc[link.start : link.end])


def home_of(link: Link) -> str:
    return link.iri.rsplit("/", 1)[-1]


def nation_of(link: Link, doc: Doc) -> str | None:
    """Return the nation that a place lies in, where it is a capital or a known region."""
    if link.cls != "Place":
        return None
    return link.nation or regions().get(doc[link.start : link.end].text)


class Nearby:
    """The nations of one article in order, to find the one that a bare title belongs to."""

    def __init__(self, kept: Reading) -> None:
        self._links = sorted((link for link in kept.links if link.cls == "Nation"), key=lambda each: each.start)
        self._starts = [link.start for link in self._links]
        self.homes = {home_of(link) for link in self._links}

    def first(self, doc: Doc, index: int, taken: set[str]) -> str | None:
        """Return the nation that the sentence begins with, else the article, else the next one; none of `taken`."""
        sentence = doc[index].sent
        here, at = bisect_left(self._starts, sentence.start), bisect_left(self._starts, index)
        after = bisect_left(self._starts, sentence.end)
        for low, high in ((here, at), (0, min(here, 12)), (at, after)):
            for link in self._links[low:high]:
                if home_of(link) not in taken:
                    return home_of(link)
        return None


@remembered
def modifiers() -> frozenset[str]:
    """Return the words that may stand before a title without changing whose it is."""
    return among("former") | among("owning") | among("modifier")


@remembered
def regions() -> dict[str, str]:
    """Return the nation of each region and city of `schema/lexicon/regions.csv`."""
    return {name: row["nation"] for row in read("regions") for name in row["names"].split("|")}


def _modifiers(doc: Doc, index: int, words: frozenset[str]) -> tuple[int, bool]:
    former = False
    while index >= 0 and doc[index].lower_ in words:
        former = former or doc[index].lower_ in among("former")
        index -= 1
    return index, former


def _region_before(doc: Doc, index: int) -> tuple[str, int] | None:
    for length in (3, 2, 1):
        start = index + 1 - length
        nation = regions().get(doc[start : index + 1].text) if start >= 0 else None
        if nation:
            return nation, start
    return None


def _region_at(doc: Doc, index: int) -> tuple[str, int] | None:
    for length in (3, 2, 1):
        nation = regions().get(doc[index : index + length].text)
        if nation:
            return nation, min(index + length, len(doc))
    return None
