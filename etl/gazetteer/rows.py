"""The rows of `schema/gazetteer/*.csv`, one frozen class a file; field names are the column names."""

from dataclasses import dataclass


class _Aliased:
    """A row with its aliases in one cell, parted by a vertical bar."""

    __slots__ = ()
    name: str
    aliases: str

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *filter(None, self.aliases.split("|")))


@dataclass(frozen=True, slots=True)
class Nation:
    iso3: str
    iso2: str
    numeric: str
    qid: str
    name: str
    official_name: str
    capital: str
    region: str


@dataclass(frozen=True, slots=True)
class NationAlias:
    iso3: str
    alias: str
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A decision on one ambiguous surface: what it reads as, and under which condition."""

    surface: str
    reading: str
    condition: str
    context: str
    reason: str


@dataclass(frozen=True, slots=True)
class Organization:
    id: str
    name: str
    acronym: str
    kind: str
    headquarters: str
    qid: str
    founded: str
    dissolved: str

    @property
    def cls(self) -> str:
        return "Alliance" if self.kind in {"alliance", "partnership"} else "Organization"


@dataclass(frozen=True, slots=True)
class OrganizationAlias:
    id: str
    alias: str
    note: str


@dataclass(frozen=True, slots=True)
class Group(_Aliased):
    """An armed group, movement or party, and the state that it is at home in, if it is one state's."""

    id: str
    name: str
    nation: str
    aliases: str
    note: str


@dataclass(frozen=True, slots=True)
class Membership:
    organization: str
    member: str
    status: str
    from_: str
    to: str


@dataclass(frozen=True, slots=True)
class Series(_Aliased):
    id: str
    name: str
    aliases: str
    kind: str
    participants: str
    from_: str
    to: str


@dataclass(frozen=True, slots=True)
class PositionKind:
    kind: str
    name: str
    scope: str
    rank: str


@dataclass(frozen=True, slots=True)
class PositionTitle:
    kind: str
    title: str
    nation: str
    note: str


@dataclass(frozen=True, slots=True)
class Person(_Aliased):
    id: str
    name: str
    nation: str
    aliases: str
    qid: str


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    person: str
    nation: str
    kind: str
    from_: str
    to: str
    note: str


@dataclass(frozen=True, slots=True)
class OrganizationHead:
    person: str
    organization: str
    kind: str
    from_: str
    to: str
