"""What a rule says, by its id: the row of the lexicon that it is, or the note on one that is written in code."""

from dataclasses import dataclass, field

from etl.knowledge import LEXICON, Row, remembered, table
from etl.resources import schema

_TABLES = {"event_verbs": "verb", "event_nouns": "noun", "event_adjectives": "adjective"}
_NEEDS = {
    "source": "needs who acts",
    "target": "needs who is acted on",
    "two": "needs two actors",
    "alone": "may stand without actors",
    "negated": "only where it is denied",
    "done": "only where it was done",
    "foreign": "only where somebody abroad is named",
}


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule with the file that holds it, what it says in words, and its row of the lexicon."""

    id: str
    file: str
    says: str
    type: str | None = None
    mode: str | None = None
    row: dict[str, str] = field(default_factory=dict)


@remembered
def rule_text(ident: str) -> RuleText:
    """Return what the rule `ident` says; of one that no table knows only the id."""
    for name in _TABLES:
        for row in table(LEXICON, name):
            if row["id"] == ident:
                return _of_lexicon(name, row)
    for row in table(LEXICON, "rule_notes"):
        if row["id"] == ident:
            return RuleText(ident, row["module"], row["says"])
    return RuleText(ident, "", "a rule that this version of Entente does not have")


def _of_lexicon(name: str, row: Row) -> RuleText:
    kept = {key: value for key, value in row.cells.items() if value}
    return RuleText(row["id"], _where(row), _says(name, row), row["type"], row["mode"] or None, kept)


def _where(row: Row) -> str:
    """Return file and line of a row, the file below `schema/` where it is one of those."""
    shipped = schema().parent
    file = row.file.relative_to(shipped) if row.file.is_relative_to(shipped) else row.file
    return f"{file.as_posix()}:{row.line}"


def _says(name: str, row: Row) -> str:
    parts = [f"the {_TABLES[name]} {_some(row['lemmas'])}"]
    if row["object"].startswith(">"):
        parts.append(f"with {row['object'].removeprefix('>')} content")
    elif row["object"]:
        parts.append(f"with {'a modifier' if name == 'event_nouns' else 'an object'} of the class {row['object']}")
    if row["preps"]:
        parts.append(f"with {row['preps'].replace('|', ' or ')}")
    if needs := row["needs"].split("|"):
        parts += [_NEEDS[each] for each in needs if each in _NEEDS]
    frame = next((each for each in table(LEXICON, "frames") if each["id"] == row["frame"]), None)
    if frame is not None:
        parts.append(
            f"source at {_some(frame['source'], ';')}" + (f", target at {_some(frame['target'], ';')}" if frame["target"] else "")
        )
    return "; ".join(parts)


def _some(words: str, sign: str | None = None, most: int = 6) -> str:
    found = words.split(sign)
    return f" {'or' if sign is None else 'else'} ".join(found[:most]) + (" …" if len(found) > most else "")
