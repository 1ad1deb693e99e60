"""Trains the three models, chooses on held-out articles what has to be chosen, and writes them with their figures."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from etl.training.examples import Text, texts
from etl.training.fit import Numbers, fit_choice, fit_classes, softmax, table, vocabulary
from etl.training.measure import calibration, chosen_right, readings, reliability, type_scores
from etl.transform import Transformer
from etl.transform.events.learned.roles import ROLES
from etl.transform.events.learned.sides import Sides, ways
from etl.transform.events.learned.weights import save

FOLDS = 5
_KEEP = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35)


def train(gold: Path, out: Path) -> dict[str, float]:
    """Train on the articles of `gold`, write the models into `out`, and return what was measured on held-out articles."""
    return fit(texts(gold, Transformer(learned=False)), out)


def fit(found: Sequence[Text], out: Path) -> dict[str, float]:
    """Train on annotated articles that have been read; the same articles give the same models."""
    fold = np.random.default_rng(0).permutation(len(found)) % FOLDS
    shares = _cues(found, fold, out)
    keep = max(_KEEP, key=lambda each: (round(type_scores(found, shares, each)[2], 3), each))
    likely, figures = _sides(found, fold, _roles(found, fold, out), out)
    figures |= {
        f"events.type {name}": each
        for name, each in zip(("precision", "recall", "F1"), type_scores(found, shares, keep), strict=True)
    }
    figures["events.type F1, rules alone"] = type_scores(found, shares, 0.0)[2]
    read = readings(found, shares, keep)
    chosen = {
        "keep": keep,
        "likely": round(likely, 4),
        "calibration": calibration(read),
        "held out": {name: round(each, 4) for name, each in figures.items()},
        "reliability": reliability(read),
    }
    (out / "events.json").write_text(json.dumps(chosen, indent=1) + "\n", "utf-8")
    return figures


def _cues(found: Sequence[Text], fold: np.ndarray, out: Path) -> Numbers:
    """Write the model of cues; return how probable an event is at each word by models of the other folds."""
    used = [(word, place) for place, text in enumerate(found) for word in text.words]
    rows = [word.row for word, _ in used]
    wanted, counts = np.array([int(word.right) for word, _ in used]), np.array([word.counts for word, _ in used])
    return _held_out(rows, wanted, counts, fold[[place for _, place in used]], 2, (3, 20.0, 60), (out, "cues"))[:, 1]


def _roles(found: Sequence[Text], fold: np.ndarray, out: Path) -> Numbers:
    """Write the model of roles; return the probabilities that models of the other folds give each party."""
    used = [
        (row, role, place)
        for place, text in enumerate(found)
        for event in text.events
        for row, role in zip(event.rows, event.roles, strict=True)
    ]
    wanted = np.array([role for _, role, _ in used])
    places = fold[[place for *_, place in used]]
    return _held_out(
        [row for row, *_ in used], wanted, np.ones(len(used), bool), places, len(ROLES), (3, 10.0, 60), (out, "roles")
    )


def _held_out(
    rows: Sequence[Sequence[str]],
    wanted: np.ndarray,
    counts: np.ndarray,
    fold: np.ndarray,
    number: int,
    how: tuple[int, float, int],
    to: tuple[Path, str],
) -> Numbers:
    least, strength, steps = how
    words = vocabulary(rows, least)
    data = table(rows, words)
    shares = np.zeros((len(rows), number))
    for each in range(FOLDS):
        inside, outside = (fold != each) & counts, fold == each
        shares[outside] = softmax(
            data[outside] @ fit_classes(data[inside], wanted[inside], number, strength=strength, steps=steps)
        )
    save(*to, words, fit_classes(data[counts], wanted[counts], number, strength=strength, steps=steps).astype(np.float32))
    return shares


def _sides(found: Sequence[Text], fold: np.ndarray, shares: Numbers, out: Path) -> tuple[float, dict[str, float]]:
    """Write the model of sides, learned from held-out roles; return the weight of these, and how often it chooses rightly."""
    groups: list[list[Sides]] = []
    at = 0
    events = [(event, place) for place, text in enumerate(found) for event in text.events]
    for event, _ in events:
        groups.append(ways(event.fact["type"], event.found, shares[at : at + len(event.found)].astype(np.float32)))
        at += len(event.found)
    rows = [each.row for group in groups for each in group]
    words = vocabulary(rows, 3)
    data, likely = table(rows, words), np.array([each.likely for group in groups for each in group])
    right = np.array(
        [chosen_right(event, each)[1] for (event, _), group in zip(events, groups, strict=True) for each in group], float
    )
    ends = np.cumsum([len(group) for group in groups])
    slices = [slice(int(end) - len(group), int(end)) for end, group in zip(ends, groups, strict=True)]
    picked: list[Sides | None] = [None] * len(events)
    for each in range(FOLDS):
        inside = [piece for piece, (_, place) in zip(slices, events, strict=True) if fold[place] != each]
        weight, vector = fit_choice(data, likely, right, inside, strength=5.0, steps=60)
        for number, (piece, (_, place)) in enumerate(zip(slices, events, strict=True)):
            if fold[place] == each:
                picked[number] = groups[number][int(np.argmax(data[piece] @ vector + weight * likely[piece]))]
    weight, vector = fit_choice(data, likely, right, slices, strength=5.0, steps=60)
    save(out, "sides", words, vector.reshape(-1, 1).astype(np.float32))
    marks = np.array([chosen_right(event, way) for (event, _), way in zip(events, picked, strict=True) if way is not None], float)
    ruled = np.array([event.ruled for event, _ in events])
    return weight, {
        "events whose actors meet the gold": float(marks[:, 0].mean()),
        "events with all actors as in the gold": float(marks[:, 1].mean()),
        "meet the gold, read by rules too": float(marks[ruled, 0].mean()),
        "all as in the gold, read by rules too": float(marks[ruled, 1].mean()),
    }
