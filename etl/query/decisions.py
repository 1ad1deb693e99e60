"""Decisions on entities that may be the same: a file that is only ever added to, and what stands after all of it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Literal, get_args

from etl import ids
from etl.errors import InputError, QueryError

type Verdict = Literal["accept", "split", "undo"]
type Pair = frozenset[str]

_VERDICTS = frozenset(get_args(Verdict.__value__))


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file: somebody says that two entities are the same, that they never are, or takes that back.

    `one` and `other` are IRIs without their base, as `official/choe-son-hui-prk`, the lesser first.
    """

    when: str
    who: str
    decision: str
    one: str
    other: str
    one_name: str
    other_name: str
    score: str
    reason: str

    @property
    def pair(self) -> Pair:
        return frozenset({self.one, self.other})


COLUMNS = tuple(each.name for each in fields(Decision))


class Decisions:
    """The lines of a file in order; the last one about a pair stands, and an undone one leaves the pair open."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.log: list[Decision] = list(_read(file)) if file.exists() else []

    @property
    def standing(self) -> dict[Pair, Decision]:
        """Return the decision that stands on each pair."""
        found: dict[Pair, Decision] = {}
        for each in self.log:
            found.pop(each.pair, None)
            if each.decision != "undo":
                found[each.pair] = each
        return found

    def accepted(self) -> list[Decision]:
        return [each for each in self.standing.values() if each.decision == "accept"]

    def group(self, one: str) -> set[str]:
        """Return all that are accepted to be the same as `one`, with itself."""
        found, new = {one}, {one}
        pairs = [each.pair for each in self.accepted()]
        while new:
            new = {other for pair in pairs if pair & new for other in pair} - found
            found |= new
        return found

    def settled(self, one: str, other: str) -> Decision | None:
        """Return what decides on a pair: a decision on it, or on two that are the same as these."""
        ours, theirs = self.group(one), self.group(other)
        direct = self.standing.get(frozenset({one, other}))
        if direct or other in ours:
            return direct or next((each for each in self.accepted() if other in each.pair and each.pair <= ours), None)
        split = (each for each in self.standing.values() if each.decision == "split")
        return next((each for each in split if each.pair & ours and each.pair & theirs), None)

    def decide(self, decision: Decision) -> bool:
        """Add a decision to the file; False where the same stands. Raises QueryError where the opposite does."""
        before = self.settled(decision.one, decision.other)
        if before is not None and before.decision == decision.decision:
            return False
        if before is not None:
            raise QueryError(
                f"{decision.one} and {decision.other} are decided on: {before.decision} {before.one} {before.other}",
                hint=f"`entente resolve undo {self.number(before)}` takes that back.",
            )
        self._append(decision)
        return True

    def undone(self, number: int | None, who: str, when: str) -> Decision:
        """Take back the decision with this number, or the last that stands, and return it; raises QueryError without one."""
        standing = self.standing
        if number is None:
            before = next(reversed(standing.values()), None)
        else:
            before = self.log[number - 1] if 0 < number <= len(self.log) else None
            before = before if before is not None and standing.get(before.pair) is before else None
        if before is None:
            what = "no decision stands" if number is None else f"the decision {number} does not stand"
            raise QueryError(what, hint="`entente resolve log` lists the decisions with their numbers.")
        names = (before.one, before.other, before.one_name, before.other_name)
        self._append(Decision(when, who, "undo", *names, before.score, f"takes back {self.number(before)}"))
        return before

    def number(self, decision: Decision) -> int:
        """Return the number of a decision: its place in the file."""
        return next(place for place, each in enumerate(self.log, 1) if each is decision)

    def _append(self, decision: Decision) -> None:
        new = not self.file.exists()
        try:
            with self.file.open("a", encoding="utf-8", newline="") as lines:
                lines.write((line(COLUMNS) + "\n" if new else "") + line(astuple(decision)) + "\n")
        except OSError as error:
            raise InputError(f"{self.file} cannot be written: {error.strerror or error}") from error
        self.log.append(decision)


def line(cells: tuple[str, ...]) -> str:
    """Return cells as a line of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _read(file: Path) -> Iterator[Decision]:
    hint = f"The first line is {','.join(COLUMNS)}; a decision is accept, split or undo."
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            reader = csv.reader(text)
            head = next(reader, None)
            if head is not None and tuple(head) != COLUMNS:
                raise InputError(f"{file}:1 has other columns than a file of decisions", hint=hint)
            for row in reader:
                if len(row) != len(COLUMNS) or row[2] not in _VERDICTS or not (row[3] and row[4]):
                    raise InputError(f"{file}:{reader.line_num} is no decision", hint=hint)
                one, other = sorted((ids.path_of(row[3]), ids.path_of(row[4])))
                yield Decision(row[0], row[1], row[2], one, other, *row[5:])
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{file} cannot be read: {error}", hint=hint) from error
