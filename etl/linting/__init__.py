"""Lint: what in the gazetteer and the lexicon is wrong, without effect, or never used."""

from collections.abc import Container, Iterator

from etl.linting import aliases, cells, firing, rules, terms
from etl.linting.finding import Finding, Severity

__all__ = ["Finding", "Severity", "lint"]


def lint(fired: Container[str] | None = None) -> list[Finding]:
    """Return what is to be said about the knowledge in use, errors first, then by file and line.

    `fired` holds the ids of the rules that articles have shown to work; without it nothing is said about those that did not.
    """
    found = [*cells.check(), *aliases.check(), *rules.check(), *terms.check(), *_unused(fired)]
    return sorted(found, key=lambda each: (each.severity != "error", str(each.file), each.line, each.what))


def _unused(fired: Container[str] | None) -> Iterator[Finding]:
    if fired is not None:
        yield from firing.check(fired)
