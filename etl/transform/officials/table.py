"""The dated table of office-holders: who held which office of a nation on a day."""

from datetime import date

from etl import ids
from etl.gazetteer import Gazetteer
from etl.gazetteer.rows import OfficeHolder
from etl.model import Interval
from etl.transform.reading import Person, Reading

# A title in the news and the kinds of office it may mean in the table.
_SAME = {
    "president": ("president", "head-of-state", "supreme-leader"),
    "leader": ("supreme-leader", "president", "prime-minister", "head-of-state"),
    "monarch": ("monarch", "head-of-state"),
    "prime-minister": ("prime-minister", "chancellor"),
}


class OfficeTable:
    """Answers who held an office on a day."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._names = {person.id: person.name for person in gazetteer.people}
        self._homes = {person.id: person.nation for person in gazetteer.people}
        self._rows: dict[tuple[str, str], list[OfficeHolder]] = {}
        for row in gazetteer.office_holders:
            self._rows.setdefault((row.nation, row.kind), []).append(row)

    def holders(self, nation: str, kind: str | None, on: date) -> list[OfficeHolder]:
        """Return the rows of who held `kind` of `nation` on the day `on`."""
        kinds = _SAME.get(kind or "", (kind or "",))
        return [row for each in kinds for row in self._rows.get((nation, each), ()) if _covers(row, on)]

    def term(self, iri: str, nation: str, kind: str | None, on: date | None) -> OfficeHolder | None:
        """Return the term of the official `iri` in an office on a day, the only term where the day is not known."""
        kinds = _SAME.get(kind or "", (kind or "",))
        rows = [row for each in kinds for row in self._rows.get((nation, each), ()) if self._iri(row) == iri]
        if on is not None:
            rows = [row for row in rows if _covers(row, on)]
        return rows[0] if len(rows) == 1 else None

    def person(self, kept: Reading, nation: str, kind: str | None) -> Person | None:
        """Return the one holder on the day of publication as a person of the article; None when not exactly one."""
        if kept.published is None or kind is None:
            return None
        rows = self.holders(nation, kind, kept.published)
        if len({row.person for row in rows}) != 1:
            return None
        found = kept.person(self._iri(rows[0]))
        if found is None:
            found = Person(self._iri(rows[0]), self._names[rows[0].person], nation, known=True)
            kept.people.append(found)
        return found

    def _iri(self, row: OfficeHolder) -> str:
        return ids.official(self._names[row.person], self._homes[row.person])


def _covers(row: OfficeHolder, on: date) -> bool:
    since = Interval.parse(row.from_).earliest if row.from_ else None
    until = Interval.parse(row.to).latest if row.to else None
    day = on.isoformat()
    return (since is None or since <= day) and (until is None or day <= until)
