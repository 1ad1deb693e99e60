"""Peers: "his Russian counterpart Sergey Lavrov" and "his predecessor Tony Blair" hold the office of someone named before."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from etl.transform.officials.homes import home_before, home_of
from etl.transform.officials.names import Named, named_after, named_before
from etl.transform.reading import Office, Person, Reading

_COUNTERPARTS = frozenset({"counterpart", "counterparts"})
_WORDS = _COUNTERPARTS | {"predecessor"}
# How far back the one whose peer is named may stand, in tokens.
_REACH = 80


class Peers:
    """Gives the peers of one article their offices."""

    def __init__(self, doc: Doc, kept: Reading) -> None:
        self._doc, self._kept = doc, kept

    def read(self) -> None:
        for token in self._doc:
            if token.lower_ in _WORDS:
                self._peer(token)

    def _peer(self, token: Token) -> None:
        left = home_before(self._doc, self._kept, token.i)
        named = self._named(token, left.left)
        model = next((each for each in self._before(token.i) if each.offices and all(each is not n.person for n in named)), None)
        if not named or model is None:
            return
        office = model.offices[-1]
        for each in named:
            person = each.person
            past = token.lower_ == "predecessor"
            home = left.home or (office.home if past else person.home or self._other_nation(token, office.home))
            if not person.offices:
                rule = "official.predecessor" if past else "official.counterpart"
                found = Office(office.title, office.kind, home, token.i, token.i + 1, former=past, rule=rule)
                person.offices.append(found)
            person.home = person.home or home

    def _named(self, token: Token, left: int) -> list[Named]:
        plural = token.lower_ == "counterparts"
        behind = named_after(self._doc, self._kept, token.i + 1, comma=True, plural=plural)
        return behind or named_before(self._doc, self._kept, left)

    def _before(self, index: int) -> Iterator[Person]:
        """Yield the people named before `index`, the latest first."""
        for at in range(index - 1, max(-1, index - _REACH), -1):
            link = self._kept.at.get(at)
            person = self._kept.person(link.iri) if link is not None and link.cls == "Official" else None
            if person is not None:
                yield person

    def _other_nation(self, token: Token, home: str | None) -> str | None:
        """Return another nation of the sentence, else the one whose capital the sentence names."""
        near = list(self._kept.within(token.sent))
        homes = [home_of(link) for link in near if link.cls == "Nation"] + [link.nation for link in near if link.nation]
        return next((each for each in homes if each != home), None)
