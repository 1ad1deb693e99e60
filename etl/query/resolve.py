"""From a name as a person types it to the IRI of the entity that it means."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from etl import ids
from etl.errors import QueryError, UnknownName
from etl.query.answers import Read
from etl.query.kinds import CLASSES, classes
from etl.query.names import Name, Names, Strength, known, named, preferred

_FOLDERS = {
    "nation": ("Nation",), "organization": ("Organization", "Alliance"), "official": ("Official",), "group": ("Group",),
    "place": ("Place",), "position": ("Position",), "series": ("ExerciseSeries",), "exercise": ("Exercise",),
}  # fmt: skip
_FACTS = {"statement": "Statement", "event": "Situation", "exercise": "Situation", "claim": "Situation"}
_OFFERED = 5
_LISTED = 12
# Classes of which the gazetteer has every entity that a store may hold.
_CLOSED = frozenset({"Nation", "ExerciseSeries"})


def resolve(text: str, kind: str, read: Read) -> str:
    """Return the IRI of the entity of `kind` that `text` names: a name, alias, code, acronym, surname, or an IRI itself.

    Raises UnknownName with the nearest names, or with the candidates where several entities have the name.
    """
    wanted = classes(kind)
    if iri := _as_iri(text, kind, wanted):
        return iri
    sources = [known()] if set(wanted) <= _CLOSED else [known(), stored(read, wanted)]
    found = _strongest(text, wanted, sources)
    if len(found) == 1:
        return found[0].iri
    if found:
        raise _ambiguous(text, kind, found, [name for source in sources for name in source.all(wanted)])
    raise _unknown(text, kind, [name for source in sources for name in source.all(wanted)])


def called(text: str, sources: Iterable[Names]) -> list[Name]:
    """Return the entities that `text` names: of series and exercises all of a name, of all others the only one.

    Raises UnknownName with the nearest names, or with the candidates where several nations, officials, … have the name.
    """
    kept = list(sources)
    if iri := _as_iri(text, "entity", CLASSES["entity"]):
        names = [name for source in kept for name in source.all(CLASSES["entity"]) if name.iri == iri]
        return names[:1] or [Name(text, iri, "", Strength.NAME)]
    for kind in ("series", "agent", "exercise", "place", "position"):
        found = _strongest(text, CLASSES[kind], kept)
        if len(found) > 1 and kind == "agent":
            raise _ambiguous(text, kind, found, [name for source in kept for name in source.all(CLASSES[kind])])
        if found:
            return found
    raise _unknown(text, "entity", [name for source in kept for name in source.all(CLASSES["entity"])])


def resolve_fact(text: str, read: Read) -> str:
    """Return the IRI of a statement, event, exercise or claim that stands in the store; raises UnknownName for any other."""
    path = ids.path_of(text.strip())
    label = _FACTS.get(path.partition("/")[0])
    iri = ids.iri(path)
    if label and read(f"MATCH (fact:{label}) WHERE fact.iri = $iri RETURN fact.iri AS iri", iri=iri).rows:
        return iri
    raise UnknownName(
        f"{text!r} is no statement, event, exercise or claim of the store",
        hint="Give an IRI from the column statement, event, iri or claim of another query.",
    )


def _as_iri(text: str, kind: str, wanted: Iterable[str]) -> str | None:
    path = ids.path_of(text.strip())
    folder, slash, rest = path.partition("/")
    if not slash or not rest or (folder not in _FOLDERS and not text.startswith(ids.BASE)):
        return None
    if not set(_FOLDERS.get(folder, ())) & set(wanted):
        raise QueryError(f"{text!r} names no {_spoken(kind)}")
    return ids.iri(path)


def _strongest(text: str, wanted: tuple[str, ...], sources: Iterable[Names]) -> list[Name]:
    """Return the readings of `text`, the strongest of all sources; the gazetteer's decision breaks a tie."""
    found = {name.iri: name for source in reversed(list(sources)) for name in source.called(text, wanted)}
    strongest = min((name.strength for name in found.values()), default=None)
    kept = [name for name in found.values() if name.strength == strongest]
    reading = preferred().get(ids.fold(text))
    if len(kept) != 1 and reading:
        decided = [iri for iri in (ids.nation(reading), ids.organization(reading)) if not kept or iri in found]
        names = [name for source in sources for name in source.all(wanted) if name.iri in decided]
        return names[:1] or kept
    return kept


def stored(read: Read, wanted: tuple[str, ...] = CLASSES["entity"]) -> Names:
    """Return the names that stand in the store, for classes that the gazetteer does not close."""
    names: list[Name] = []
    for cls in (each for each in wanted if each not in _CLOSED and each != "Alliance"):
        for row in read(
            f"MATCH (n:{cls}) WHERE n.name IS NOT NULL RETURN n.iri AS iri, n.name AS name, n.acronym AS acronym"
        ).rows:
            names += named(row["name"], row["iri"], cls)
            names += named(row["acronym"], row["iri"], cls) if row["acronym"] else ()
    return Names(names)


def _ambiguous(text: str, kind: str, found: list[Name], names: list[Name]) -> UnknownName:
    shown = sorted(_shown([name.iri for name in found], names))
    more = f" and {len(shown) - _LISTED} more" if len(shown) > _LISTED else ""
    return UnknownName(
        f"{text!r} is the name of more than one {_spoken(kind)}", hint=f"Give one of: {', '.join(shown[:_LISTED])}{more}."
    )


def _unknown(text: str, kind: str, names: list[Name]) -> UnknownName:
    """Return the error with the entities that have the nearest names, each once."""
    by_form = {ids.fold(name.text): name.iri for name in names}
    near = process.extract(ids.fold(text), list(by_form), scorer=fuzz.ratio, limit=4 * _OFFERED, score_cutoff=55)
    shown = _shown(list(dict.fromkeys(by_form[form] for form, _, _ in near))[:_OFFERED], names)
    hint = f"The nearest names are: {', '.join(shown)}." if shown else "Give a name, a code, an acronym or an IRI."
    return UnknownName(f"no {_spoken(kind)} is called {text!r}", hint=hint)


def _shown(iris: list[str], names: list[Name]) -> list[str]:
    """Return each entity by its first name, with the end of its IRI, which may be given instead."""
    full: dict[str, str] = {}
    for name in sorted(names, key=lambda each: each.strength):
        full.setdefault(name.iri, name.text)
    return [f"{full[iri]} ({ids.path_of(iri)})" for iri in iris]


def _spoken(kind: str) -> str:
    return " or ".join(each if each in CLASSES else "fact" for each in kind.split("|"))
