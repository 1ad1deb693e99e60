"""How well confidence agrees with precision: facts by their confidence, as a table and as a plot."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks import report
from benchmarks.calibrate import JUDGED, matched
from etl.pipeline.evaluating import Evaluation
from etl.training.measure import tenths

type Facts = list[tuple[float, bool]]

_SIZE, _EDGE = 400, 50
_COLOURS = ("#1f77b4", "#d95f02")


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts of about the same confidence: how many, their mean confidence, and the share of them that is right."""

    facts: int
    confidence: float
    precision: float

    @property
    def interval(self) -> tuple[float, float]:
        """Return the 95 % interval of the precision (Wilson 1927)."""
        n, p, z = self.facts, self.precision, 1.96
        middle, width = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, (middle - width) / (1 + z * z / n)), min(1.0, (middle + width) / (1 + z * z / n))


def facts_of(evaluation: Evaluation, kind: str) -> Facts:
    """Return the confidence in each fact of a kind that was read, with whether the gold has it."""
    lines = evaluation.dataset.lines.items()
    return [(each["confidence"], right) for key, gold in lines for each, right in matched(kind, gold, evaluation.sheets[key])]


def bins(facts: Facts) -> list[Bin]:
    """Return the facts in tenths of confidence, the least sure first."""
    return [
        Bin(len(group), sum(sure for sure, _ in group) / len(group), sum(right for _, right in group) / len(group))
        for group in tenths(facts)
        if group
    ]


def calibration_error(found: Sequence[Bin]) -> float:
    """Return by how much confidence and precision differ on average (expected calibration error)."""
    total = sum(each.facts for each in found)
    return sum(each.facts * abs(each.confidence - each.precision) for each in found) / (total or 1)


def rows(evaluation: Evaluation) -> Iterator[report.Row]:
    """Yield for each kind the facts by confidence, and the calibration error."""
    yield "kind", "facts", "confidence", "precision", "95 %", "calibration error"
    for kind in JUDGED:
        found = bins(facts_of(evaluation, kind))
        for place, each in enumerate(found):
            low, high = each.interval
            error = f"{calibration_error(found):.3f}" if place == 0 else ""
            yield kind, str(each.facts), f"{each.confidence:.2f}", f"{each.precision:.2f}", f"{low:.2f}–{high:.2f}", error


def plot(evaluation: Evaluation) -> str:
    """Return the plot as SVG: precision over confidence, of events and of all other facts; the area of a dot is their number."""
    others = [fact for kind in JUDGED if kind != "event" for fact in facts_of(evaluation, kind)]
    series = {"events": bins(facts_of(evaluation, "event")), "all other facts": bins(others)}
    side = _SIZE + 2 * _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" font-family="sans-serif" font-size="13">',
        f'<rect width="{side}" height="{side}" fill="white"/>',
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#999" stroke-dasharray="4"/>',
        *_axes(),
    ]
    for place, (name, found) in enumerate(series.items()):
        parts += [part for each in found for part in _dot(each, _COLOURS[place])]
        parts.append(f'<circle cx="{_EDGE + 15}" cy="{_EDGE + 15 + 20 * place}" r="5" fill="{_COLOURS[place]}"/>')
        parts.append(f'<text x="{_EDGE + 27}" y="{_EDGE + 20 + 20 * place}">{name}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _x(share: float) -> float:
    return round(_EDGE + share * _SIZE, 1)


def _y(share: float) -> float:
    return round(_EDGE + (1 - share) * _SIZE, 1)


def _axes() -> Iterator[str]:
    yield f'<rect x="{_EDGE}" y="{_EDGE}" width="{_SIZE}" height="{_SIZE}" fill="none" stroke="#333"/>'
    for tenth in range(0, 11, 2):
        share = tenth / 10
        yield f'<text x="{_x(share)}" y="{_y(0) + 18}" text-anchor="middle">{share:g}</text>'
        yield f'<text x="{_x(0) - 8}" y="{_y(share) + 4}" text-anchor="end">{share:g}</text>'
    yield f'<text x="{_x(0.5)}" y="{_y(0) + 38}" text-anchor="middle">confidence</text>'
    yield f'<text transform="translate(15 {_y(0.5)}) rotate(-90)" text-anchor="middle">measured precision</text>'


def _dot(each: Bin, colour: str) -> Iterator[str]:
    low, high = each.interval
    x, radius = _x(each.confidence), round(2 + math.sqrt(each.facts), 1)
    yield f'<line x1="{x}" y1="{_y(low)}" x2="{x}" y2="{_y(high)}" stroke="{colour}" stroke-opacity="0.5"/>'
    yield f'<circle cx="{x}" cy="{_y(each.precision)}" r="{radius}" fill="{colour}" fill-opacity="0.7"/>'
