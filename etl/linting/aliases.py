"""Names that mean two entities, and names that can never mean theirs."""

from collections.abc import Iterator
from dataclasses import dataclass

from etl.knowledge import GAZETTEER, Row, table
from etl.linting.cells import describe
from etl.linting.finding import Finding, error, warning
from etl.resources import schema


@dataclass(frozen=True, slots=True)
class _Alias:
    surface: str
    code: str
    row: Row
    person: bool = False


def check() -> Iterator[Finding]:
    """Yield the names that clash and those that an entry in ambiguous.csv leaves without effect."""
    decisions: dict[str, list[Row]] = {}
    longer: dict[str, Row] = {}
    for row in table(GAZETTEER, "ambiguous"):
        if row["condition"] == "longer":
            longer[row["context"]] = row
        else:
            decisions.setdefault(row["surface"], []).append(row)
    first: dict[str, _Alias] = {}
    # Of two rows that clash, the finding is about the one that is not shipped.
    for alias in sorted(_aliases(), key=lambda each: schema() not in each.row.file.parents):
        other = first.setdefault(alias.surface, alias)
        if other.code == alias.code:
            if other is not alias:
                yield warning("duplicate", alias.row, f"{alias.surface!r} stands in {describe(other.row)} too")
        elif alias.surface not in decisions and alias.surface not in longer:
            yield _clash(alias, other)
        yield from _shadowed(alias, decisions.get(alias.surface, []), longer.get(alias.surface))


def _clash(alias: _Alias, other: _Alias) -> Finding:
    what = f"{alias.surface!r} names {alias.code} here and {other.code} in {describe(other.row)}"
    hint = "Decide in ambiguous.csv what it means."
    # Two people of one name are told apart by their offices.
    return (warning if alias.person and other.person else error)("clash", alias.row, what, hint)


def _shadowed(alias: _Alias, decisions: list[Row], longer: Row | None) -> Iterator[Finding]:
    readings = {row["reading"] for row in decisions}
    default = next((row for row in decisions if row["condition"] == "default"), None)
    if longer is not None and longer["reading"] != alias.code:
        what = f"{alias.surface!r} never means {alias.code}: {describe(longer)} reads it as {longer['reading']}"
        yield warning("shadowed", alias.row, what, "Take one of the two rows out.")
    elif default is not None and not alias.person and alias.code not in readings:
        what = f"{alias.surface!r} never means {alias.code}: {describe(default)} reads it as {default['reading']}"
        yield warning("shadowed", alias.row, what, "Add the condition under which it does, or take the alias out.")


def _aliases() -> Iterator[_Alias]:
    for row in table(GAZETTEER, "nation_aliases"):
        yield _Alias(row["alias"], row["iso3"], row)
    for row in table(GAZETTEER, "organization_aliases"):
        yield _Alias(row["alias"], row["id"], row)
    for row in table(GAZETTEER, "exercise_series"):
        yield from (_Alias(name, row["id"], row) for name in (row["name"], *filter(None, row["aliases"].split("|"))))
    for row in table(GAZETTEER, "groups"):
        yield from (_Alias(name, row["id"], row) for name in (row["name"], *filter(None, row["aliases"].split("|"))))
    for row in table(GAZETTEER, "people"):
        yield from (_Alias(name, row["id"], row, True) for name in (row["name"], *filter(None, row["aliases"].split("|"))))
