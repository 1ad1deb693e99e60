"""The kinds of parameter, and how the text that a person types becomes a value of one.

integer, boolean, string     as such
date, end-date               the first and the last day of a year, month or day: "2025-07" is 2025-07-01 or 2025-07-31
choice(a|b)                  one of the words
event-type, predicate        a PLOVER type, a relationship type of the ontology
fact                         the IRI of a statement, event, exercise or claim
nation, official, agent, …   an entity of one of the classes in `CLASSES`; `nation|organization` is either of two
"""

from collections.abc import Callable, Sequence

from rapidfuzz import process

from etl.errors import KnowledgeError, QueryError
from etl.model import Interval
from etl.ontology import ontology

CLASSES: dict[str, tuple[str, ...]] = {
    "nation": ("Nation",),
    "official": ("Official",),
    "organization": ("Organization", "Alliance"),
    "group": ("Group",),
    "place": ("Place",),
    "position": ("Position",),
    "series": ("ExerciseSeries",),
    "exercise": ("Exercise",),
    "agent": ("Nation", "Organization", "Alliance", "Official", "Group"),
    "entity": ("Nation", "Organization", "Alliance", "Official", "Group", "ExerciseSeries", "Exercise", "Place", "Position"),
}
PLOVER = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
# Types whose two sides may change places.
SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE", "MOBILIZE"})
_EXAMPLES = {
    "integer": "20", "boolean": "true", "string": "foreign", "date": "2025-07-11", "end-date": "2025-07-11",
    "event-type": "THREATEN", "predicate": "MEMBER_OF", "fact": "statement/0123456789abcdef", "nation": "North Korea",
    "official": "Sergey Lavrov", "organization": "NATO", "agent": "Russia", "entity": "Russia", "series": "Foal Eagle",
}  # fmt: skip


def is_kind(kind: str) -> bool:
    """Tell whether `kind` is one that a parameter may have."""
    return kind in _READERS or kind == "fact" or kind.startswith("choice(") or bool(classes(kind))


def classes(kind: str) -> tuple[str, ...]:
    """Return the classes of entity that `kind` may name; none for a kind that names no entity."""
    return tuple(cls for each in kind.split("|") for cls in CLASSES.get(each, ()))


def example_of(kind: str) -> str:
    """Return a value of `kind` to show."""
    return choices(kind)[0] if kind.startswith("choice(") else _EXAMPLES.get(kind.split("|", maxsplit=1)[0], "Russia")


def choices(kind: str) -> list[str]:
    """Return the words of a choice."""
    return kind.removeprefix("choice(").removesuffix(")").split("|")


def value_of(text: str, kind: str) -> int | bool | str:
    """Return the value of `text` as `kind`, which names no entity; raises QueryError saying what is wrong with it."""
    if kind.startswith("choice("):
        return _one_of(text.lower(), choices(kind), "choice")
    return _READERS[kind](text)


def _integer(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise QueryError(f"{text!r} is no whole number")
    return int(text)


def _boolean(text: str) -> bool:
    word = text.lower()
    if word not in {"true", "false", "yes", "no", "1", "0"}:
        raise QueryError(f"{text!r} is neither true nor false")
    return word in {"true", "yes", "1"}


def _day(text: str, last: bool) -> str:
    try:
        interval = Interval.parse(text)
    except KnowledgeError as error:
        raise QueryError(f"{text!r} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD") from error
    day = interval.latest if last else interval.earliest
    if day is None or "/" in text:
        raise QueryError(f"{text!r} is no single day, month or year")
    return day


def _one_of(word: str, words: Sequence[str], what: str) -> str:
    if word in words:
        return word
    near = [each for each, _, _ in process.extract(word, words, limit=3, score_cutoff=60)]
    raise QueryError(
        f"{word!r} is no {what}", hint=f"Did you mean {' or '.join(near)}?" if near else f"Known: {', '.join(words)}."
    )


def _event_type(text: str) -> str:
    return _one_of(text.upper(), PLOVER, "event type of PLOVER")


def _predicate(text: str) -> str:
    return _one_of("_".join(text.replace("_", " ").split()).upper(), sorted(ontology().relations), "relationship type")


_READERS: dict[str, Callable[[str], int | bool | str]] = {
    "integer": _integer,
    "boolean": _boolean,
    "string": str,
    "date": lambda text: _day(text, last=False),
    "end-date": lambda text: _day(text, last=True),
    "event-type": _event_type,
    "predicate": _predicate,
}
