"""The dated table of office-holders: who held which office of a nation or an organisation on a day."""

from collections.abc import Iterable
from datetime import date

from etl import ids
from etl.gazetteer import Gazetteer
from etl.gazetteer.rows import OfficeHolder
from etl.model import Interval, covers
from etl.transform.officials.words import among
from etl.transform.reading import Person, Reading

# A title in the news and the kinds of office it may mean in the table: the first that has a holder counts.
_SAME = {
    "president": ("president", "head-of-state", "supreme-leader"),
    "leader": ("supreme-leader", "chancellor", "prime-minister", "president", "head-of-state", "monarch"),
    "head-of-state": ("head-of-state", "monarch", "president", "supreme-leader"),
    "head-of-government": ("head-of-government", "prime-minister", "chancellor"),
    "monarch": ("monarch", "head-of-state"),
    "prime-minister": ("prime-minister", "chancellor", "head-of-government"),
    "chancellor": ("chancellor", "prime-minister"),
}


class OfficeTable:
    """Answers who held an office on a day."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._people = {person.id: person for person in gazetteer.people}
        self._words = {person.id: _words(person.name, person.aliases) for person in gazetteer.people}
        self._rows: dict[tuple[str, str], list[OfficeHolder]] = {}
        self._terms: dict[str, list[OfficeHolder]] = {}
        self._by_word: dict[tuple[str, str], set[str]] = {}
        for row in gazetteer.office_holders:
            self._take(row)
        for head in gazetteer.organization_heads:
            self._take(OfficeHolder(head.person, head.organization, head.kind, head.from_, head.to, ""))

    def holders(self, home: str, kind: str | None, on: date) -> list[OfficeHolder]:
        """Return the terms of who held `kind` of `home` on the day `on`, of the first kind that had a holder."""
        for each in _kinds(kind, home):
            terms = [term for term in self._rows.get((home, each), ()) if covers(term.from_, term.to, on)]
            if terms:
                return _latest(terms)
        return []

    def term(self, iri: str, home: str, kind: str | None, on: date | None) -> OfficeHolder | None:
        """Return the term of the official `iri` in an office on a day, the only term where the day is not known."""
        terms = [term for each in _kinds(kind, home) for term in self._rows.get((home, each), ()) if self._iri(term) == iri]
        if on is not None:
            terms = [term for term in terms if covers(term.from_, term.to, on)]
        return terms[0] if len(terms) == 1 else None

    def person(self, kept: Reading, home: str, kind: str | None) -> Person | None:
        """Return the one holder on the day of publication as a person of the article; None when not exactly one."""
        if kept.published is None or kind is None:
            return None
        terms = self.holders(home, kind, kept.published)
        if len({term.person for term in terms}) != 1:
            return None
        return self.known(kept, terms[0].person)

    def known(self, kept: Reading, ident: str) -> Person:
        """Return the person `ident` of the gazetteer as a person of the article."""
        row = self._people[ident]
        iri = ids.official(row.name, row.nation)
        return kept.person(iri) or kept.meet(Person(iri, row.name, row.nation, known=True))

    def named(
        self, name: str, kind: str | None, homes: Iterable[str], on: date | None, *, former: bool = False
    ) -> tuple[str, str] | None:
        """Return the id and the home of who held `kind` under `name` on a day, None when not exactly one did.

        With `former`, of who held it before that day.

        Of several, the one whose home is among `homes` is taken.
        """
        if on is None or kind is None:
            return None
        words = ids.fold(name).split()
        found = {
            (term.person, home)
            for home in self._by_word.get((kind, words[-1]), ()) if words
            for term in (self._before(home, kind, on) if former else self.holders(home, kind, on))
            if set(words) <= self._words[term.person]
        }  # fmt: skip
        if len(found) > 1:
            found = {each for each in found if each[1] in set(homes)}
        return found.pop() if len(found) == 1 else None

    def _before(self, home: str, kind: str, on: date) -> list[OfficeHolder]:
        day = on.isoformat()
        terms = (term for each in _kinds(kind, home) for term in self._rows.get((home, each), ()))
        return [term for term in terms if not term.from_ or (Interval.parse(term.from_).earliest or "") <= day]

    def served_near(self, iri: str, on: date, years: int = 12) -> bool:
        """Say whether the official `iri` held any office of the table within some years of a day."""
        terms = self._terms.get(iri)
        return not terms or any(_year(term.from_, 0) - years <= on.year <= _year(term.to, 9999) + years for term in terms)

    def serves(self, iri: str, on: date) -> bool:
        """Say whether the official `iri` may hold an office on a day: one of the table covers it, or the table knows of none."""
        terms = self._terms.get(iri)
        return not terms or any(covers(term.from_, term.to, on) for term in terms)

    def _take(self, term: OfficeHolder) -> None:
        self._rows.setdefault((term.nation, term.kind), []).append(term)
        self._terms.setdefault(self._iri(term), []).append(term)
        for kind in (term.kind, *(each for each, same in _SAME.items() if term.kind in same)):
            for word in self._words[term.person]:
                self._by_word.setdefault((kind, word), set()).add(term.nation)

    def _iri(self, term: OfficeHolder) -> str:
        row = self._people[term.person]
        return ids.official(row.name, row.nation)


def _words(name: str, aliases: str) -> frozenset[str]:
    return frozenset(word for each in (name, *aliases.split("|")) for word in ids.fold(each).split())


def _kinds(kind: str | None, home: str) -> tuple[str, ...]:
    if kind == "leader" and home in among("presidential"):
        return ("supreme-leader", "president", "prime-minister")
    return _SAME.get(kind or "", (kind or "",))


def _latest(terms: list[OfficeHolder]) -> list[OfficeHolder]:
    """Return on a day of hand-over the term that began; more than one where none began later."""
    last = max(term.from_ for term in terms)
    return [term for term in terms if term.from_ == last]


def _year(value: str, open_: int) -> int:
    return int(value[:4]) if value[:4].isdigit() else open_
