"""Linear models over named features: a row of words in, one score a class out; the weights lie in `schema/models/`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etl.errors import KnowledgeError
from etl.resources import schema

type Row = Sequence[str]
type Numbers = NDArray[np.float32]

MODELS = ("cues", "roles", "sides")


@dataclass(frozen=True, slots=True)
class Linear:
    """A weight for each feature and class; a feature that training did not see counts nothing."""

    columns: Mapping[str, int]
    matrix: Numbers

    def scores(self, rows: Sequence[Row]) -> Numbers:
        """Return the sum of the weights of the features of each row, all rows in one sum over the matrix."""
        place, none = self.columns.get, len(self.columns)
        at = [[each for word in row if (each := place(word)) is not None] or [none] for row in rows]
        if not at:
            return np.zeros((0, self.matrix.shape[1]), np.float32)
        starts = np.cumsum([0, *(len(each) for each in at[:-1])])
        sums: Numbers = np.add.reduceat(self.matrix[list(chain.from_iterable(at))], starts, axis=0)
        return sums

    def weight(self, word: str, cls: int) -> float:
        """Return the weight of one feature for one class."""
        return float(self.matrix[self.columns.get(word, len(self.columns)), cls])


@dataclass(frozen=True, slots=True)
class Models:
    """The three models of event reading, and what was chosen for them on held-out articles."""

    cues: Linear
    roles: Linear
    sides: Linear
    chosen: Mapping[str, Any]

    def confidence(self, share: float) -> float:
        """Return how many events read with this probability were right on held-out articles."""
        shares, rights = zip(*self.chosen["calibration"], strict=True) if self.chosen["calibration"] else ((0.0,), (0.5,))
        return round(float(np.interp(share, shares, rights)), 3)


def probabilities(scores: Numbers) -> Numbers:
    """Return the softmax of each row of scores."""
    powers: Numbers = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-1e9))
    shares: Numbers = powers / powers.sum(axis=1, keepdims=True)
    return shares


def linear(words: Sequence[str], matrix: Numbers) -> Linear:
    """Return a model whose last row, of zeros, stands for every unknown feature."""
    rows = np.vstack([matrix, np.zeros((1, matrix.shape[1]))]).astype(np.float32)
    return Linear({word: place for place, word in enumerate(words)}, rows)


@cache
def load(folder: Path | None = None) -> Models:
    """Read the models in `folder`, else the shipped ones; raises KnowledgeError when a file is missing or broken."""
    where = folder or schema("models")
    try:
        found = {name: _read(where, name) for name in MODELS}
        chosen = json.loads((where / "events.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"the models in {where} cannot be read: {error}", hint="Reinstall entente.") from error
    return Models(**found, chosen=chosen)


def _read(folder: Path, name: str) -> Linear:
    words = (folder / f"event_{name}.txt").read_text("utf-8").splitlines()
    matrix = np.load(folder / f"event_{name}.npy", allow_pickle=False)
    if matrix.ndim != 2 or len(words) != len(matrix):
        raise ValueError(f"event_{name} has {len(words)} features and weights of shape {matrix.shape}")
    return linear(words, matrix)


def save(folder: Path, name: str, words: Sequence[str], matrix: Numbers) -> None:
    """Write one model: its features, one a line, and their weights with half precision."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"event_{name}.txt").write_text("".join(f"{word}\n" for word in words), "utf-8")
    np.save(folder / f"event_{name}.npy", matrix.astype(np.float16), allow_pickle=False)
