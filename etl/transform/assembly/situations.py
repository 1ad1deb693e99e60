"""Events, exercises and relations: from frames to entities, role statements and evidence."""

from dataclasses import dataclass

from etl import ids
from etl.model import Evidence, Interval, RoleSpan, Scalar, Statement
from etl.transform import dates, quotes
from etl.transform.actors import actors
from etl.transform.assembly.draft import Draft
from etl.transform.assembly.entities import Registry
from etl.transform.assembly.standing import standing
from etl.transform.places import places_of
from etl.transform.reading import Actor, Frame

_COOPERATIVE = frozenset({"AID", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it: the article itself, or a speaker, relayed by a medium."""

    asserted: bool
    speaker: str | None
    medium: str | None


def add_frames(draft: Draft, registry: Registry) -> None:
    """Add every frame of the reading."""
    for frame in draft.kept.frames:
        if frame.kind == "event":
            _event(draft, registry, frame)
        elif frame.kind == "exercise":
            _exercise(draft, registry, frame)
        else:
            _relation(draft, registry, frame)


def voice(draft: Draft, registry: Registry, frame: Frame) -> Voice:
    """Return who says what `frame` holds."""
    token = draft.doc[frame.cue[1] - 1]
    said = quotes.attribution(token, draft.kept.quotes, draft.kept.media)
    if not said.reported:
        return Voice(True, None, said.medium)
    speakers = actors(said.speaker)
    link = draft.kept.at.get(said.speaker.i) if said.speaker is not None else None
    name = registry.link(draft, link) if link is not None and link.cls == "Official" else None
    name = name or (registry.link(draft, speakers[0]) if speakers else None)
    return Voice(False, name or (said.speaker.text if said.speaker is not None else None), said.medium)


def _when(draft: Draft, frame: Frame) -> str | None:
    if frame.when is None and frame.status is None:  # an exercise has looked for its own
        found = dates.of(draft.doc[frame.cue[1] - 1], draft.kept.dated)
        frame.when = found.value if found is not None else None
    return frame.when


def _times(when: str | None) -> dict[str, Scalar | None]:
    if when is None:
        return {}
    interval = Interval.parse(when)
    return {"when": when, "earliest": interval.earliest, "latest": interval.latest, "precision": interval.precision}


def _event(draft: Draft, registry: Registry, frame: Frame) -> str:
    sources = [registry.link(draft, actor) for actor in frame.sources]
    targets = [registry.link(draft, actor) for actor in frame.targets]
    polarity, modality = _manner(frame)
    when = _when(draft, frame)
    iri = ids.event(frame.type, frame.mode, sources, targets, when, polarity, modality)
    name = f"{frame.type} {_codes(frame.sources)}" + (f" > {_codes(frame.targets)}" if targets else "")
    draft.entity(iri, "Event", type=frame.type, mode=frame.mode, polarity=polarity, modality=modality, name=name, **_times(when))
    supported = [iri]
    for actor, role in [(a, "ACTOR") for a in frame.sources] + [(a, "TARGET") for a in frame.targets]:
        supported += _role(draft, registry, iri, actor, role)
    supported += _transfers(draft, registry, frame, polarity, modality, when)
    where = frame.places or places_of(draft.kept, draft.doc[frame.cue[1] - 1], frame.mode)
    supported += [draft.state(Statement(iri, "TOOK_PLACE_IN", registry.link(draft, place))) for place in where]
    _support(draft, registry, frame, supported)
    return iri


def _codes(actors_: list[Actor]) -> str:
    return ", ".join(sorted(actor.label for actor in actors_)) or "?"


def _manner(frame: Frame) -> tuple[str, str]:
    ahead = "planned" if frame.planned else "hypothetical"
    modality = ahead if frame.hypothetical else "factual"
    return "negative" if frame.negated else "positive", modality


def _role(draft: Draft, registry: Registry, situation: str, actor: Actor, role: str) -> list[str]:
    who = registry.link(draft, actor)
    made = [draft.state(Statement(situation, role, who))]
    draft.mention(actor.start, actor.end, "actor", who)
    person = draft.kept.person(actor.through) if actor.through else None
    if person is not None:
        made.append(draft.state(Statement(situation, role, registry.person(draft, person), detail="representative")))
    return made


def _transfers(draft: Draft, registry: Registry, frame: Frame, polarity: str, modality: str, when: str | None) -> list[str]:
    """Return the TRANSFERRED statements of an event that gives or sells something to somebody."""
    if frame.type not in _COOPERATIVE or not frame.what:
        return []
    ends = [(registry.link(draft, one), registry.link(draft, other)) for one in frame.sources for other in frame.targets]
    return [draft.state(Statement(one, "TRANSFERRED", other, polarity, modality, when, detail=frame.what)) for one, other in ends]


def _exercise(draft: Draft, registry: Registry, frame: Frame) -> None:
    when = _when(draft, frame)
    who = [registry.link(draft, actor) for actor in frame.sources]
    iri = draft.entity(ids.exercise(who, when, frame.name), "Exercise", name=frame.name, **_times(when))
    supported = [iri]
    supported += [draft.state(Statement(each, "PARTICIPATED_IN", iri)) for each in who]
    supported += [draft.state(Statement(iri, "AIMED_AT", registry.link(draft, actor))) for actor in frame.targets]
    if frame.series:
        supported.append(draft.state(Statement(iri, "EDITION_OF", registry.exercise_series(draft, frame.series))))
    supported += [draft.state(Statement(iri, "TOOK_PLACE_IN", registry.link(draft, place))) for place in frame.places]
    _support(draft, registry, frame, supported)
    frame.mode = "exercise"
    _event(draft, registry, frame)


def _relation(draft: Draft, registry: Registry, frame: Frame) -> None:
    one, other = registry.link(draft, frame.sources[0]), registry.link(draft, frame.targets[0])
    if frame.kind == "ALLIED_WITH":
        one, other = sorted((one, other))
    polarity, modality = _manner(frame)
    said = Statement(one, frame.kind, other, polarity, modality, valid_from=frame.when)
    made = draft.state(standing(said, draft.kept.published))
    _support(draft, registry, frame, [made])


def _support(draft: Draft, registry: Registry, frame: Frame, supported: list[str]) -> None:
    said = voice(draft, registry, frame)
    sentence, start, end = draft.sentence(frame.cue[0])
    cue_start, cue_end = draft.span(*frame.cue)
    roles = [RoleSpan("ACTOR", *draft.span(a.start, a.end)) for a in frame.sources]
    roles += [RoleSpan("TARGET", *draft.span(a.start, a.end)) for a in frame.targets]
    draft.support(
        Evidence(
            tuple(dict.fromkeys(supported)),
            sentence,
            start,
            end,
            frame.rule,
            frame.confidence,
            cue=draft.doc[frame.cue[0] : frame.cue[1]].text,
            cue_start=cue_start,
            cue_end=cue_end,
            asserted=said.asserted,
            speaker=said.speaker,
            medium=said.medium,
            status=frame.status,
            kind=frame.exercise_kind,
            forces=frame.forces,
            aim=frame.aim,
            spans=tuple(roles),
        )
    )
