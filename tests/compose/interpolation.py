"""The variables of a Compose file, replaced as the Compose Specification says (the forms that ours uses)."""

import re
from collections.abc import Mapping
from typing import Any

_VARIABLE = re.compile(r"\$(?:(?P<escaped>\$)|(?P<plain>\w+)|\{(?P<name>\w+)(?:(?P<mark>:?[-?])(?P<word>[^}]*))?\})")


class UnsetError(Exception):
    """A variable that must be set is not."""


def interpolate(value: Any, environment: Mapping[str, str]) -> Any:
    """Return `value` with the variables in all its strings replaced; raises UnsetError for `${NAME:?…}` without a value."""
    match value:
        case str():
            return _VARIABLE.sub(lambda found: _replacement(found, environment), value)
        case list():
            return [interpolate(each, environment) for each in value]
        case dict():
            return {key: interpolate(each, environment) for key, each in value.items()}
        case _:
            return value


def _replacement(found: re.Match[str], environment: Mapping[str, str]) -> str:
    if found["escaped"]:
        return "$"
    given = environment.get(found["name"] or found["plain"])
    mark, word = found["mark"] or "", found["word"] or ""
    if given is not None and (given or not mark.startswith(":")):
        return given
    if mark.endswith("?"):
        raise UnsetError(word)
    return word
