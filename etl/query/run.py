"""Running a canned query: parameters from text to values, then one read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import process

from etl.errors import QueryError, UnknownName
from etl.query.answers import Read
from etl.query.catalogue import Parameter, Query
from etl.query.kinds import classes, value_of
from etl.query.resolve import resolve, resolve_fact
from etl.query.same import same_as


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a canned query: the columns that its header names, and one dictionary a row."""

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]


def run(read: Read, query: Query, given: Mapping[str, str]) -> Result:
    """Run `query` with the parameters `given` as text; `read` runs one statement, as Store.read does.

    Raises QueryError for an unknown or missing parameter or a value of the wrong kind, UnknownName for a name of no entity.
    """
    return Result(query.columns, read(query.cypher, **bind(read, query, given)).rows)


def bind(read: Read, query: Query, given: Mapping[str, str]) -> dict[str, Any]:
    """Return the value of every parameter of `query`; those that are neither given nor have a default are None.

    An entity is the list of all that stand in the store for it (`same_as`).
    """
    meant = {_parameter(query, name): text for name, text in given.items()}
    return {each.name: _value(read, query, each, meant.get(each.name)) for each in query.parameters}


def _parameter(query: Query, name: str) -> str:
    """Return the parameter that `name` means: its own name, or the class that just one parameter takes ("nation")."""
    names = [each.name for each in query.parameters]
    if name in names:
        return name
    taking = [each.name for each in query.parameters if name.capitalize() in classes(each.kind)]
    if len(taking) != 1:
        raise _unknown_parameter(query, name, names)
    return taking[0]


def _value(read: Read, query: Query, parameter: Parameter, given: str | None) -> Any:
    text = (given or "").strip() or parameter.default
    if text is None:
        if parameter.required:
            raise QueryError(
                f"the query {query.name!r} needs the parameter {parameter.name!r}: {parameter.help}", hint=_try(parameter)
            )
        return None
    try:
        return _read_value(read, parameter.kind, text)
    except UnknownName as error:
        raise UnknownName(f"parameter {parameter.name!r}: {error.what}", hint=error.hint) from error
    except QueryError as error:
        hint = f"{error.hint} {_try(parameter)}".strip()
        raise QueryError(f"parameter {parameter.name!r} ({parameter.kind}): {error.what}", hint=hint) from error


def _read_value(read: Read, kind: str, text: str) -> Any:
    if kind == "fact":
        return resolve_fact(text, read)
    return same_as(resolve(text, kind, read), read) if classes(kind) else value_of(text, kind)


def _unknown_parameter(query: Query, name: str, names: list[str]) -> QueryError:
    near = process.extractOne(name, names, score_cutoff=60)
    known = ", ".join(names) or "none"
    hint = (f"Did you mean {near[0]!r}? " if near else "") + f"Its parameters are: {known}."
    return QueryError(f"the query {query.name!r} has no parameter {name!r}", hint=hint)


def _try(parameter: Parameter) -> str:
    value = f'"{parameter.example}"' if " " in parameter.example else parameter.example
    return f"Try: -p {parameter.name}={value}"
