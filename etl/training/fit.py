"""Fits linear models by L-BFGS: a softmax over classes, and a softmax over the alternatives of each group of rows."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

type Row = Sequence[str]
type Numbers = NDArray[np.float64]
type Places = NDArray[np.int64]


def vocabulary(rows: Iterable[Row], least: int) -> list[str]:
    """Return the features that at least `least` rows have, sorted."""
    count = Counter(word for row in rows for word in row)
    return sorted(word for word, number in count.items() if number >= least)


def table(rows: Sequence[Row], words: Sequence[str]) -> csr_matrix:
    """Return the rows as a sparse matrix with a column a feature."""
    columns = {word: place for place, word in enumerate(words)}
    found = [[columns[word] for word in row if word in columns] for row in rows]
    starts = np.cumsum([0, *(len(each) for each in found)])
    places = [place for each in found for place in each]
    return csr_matrix((np.ones(len(places)), places, starts), shape=(len(rows), len(words)))


def softmax(scores: Numbers) -> Numbers:
    """Return the softmax of each row."""
    powers: Numbers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Numbers = powers / powers.sum(axis=1, keepdims=True)
    return shares


def fit_classes(data: csr_matrix, wanted: Places, number: int, *, strength: float, steps: int) -> Numbers:
    """Return a weight for each feature and class that makes the wanted classes likely; `strength` draws the weights to 0."""
    truth = np.eye(number)[wanted]
    shape, turned = (data.shape[1], number), data.T.tocsr()

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        matrix = flat.reshape(shape)
        shares = softmax(data @ matrix)
        value = -np.log(np.maximum((shares * truth).sum(axis=1), 1e-12)).sum() + strength / 2 * (flat @ flat)
        return float(value), (turned @ (shares - truth)).ravel() + strength * flat

    found: Numbers = minimize(loss, np.zeros(shape[0] * number), jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    return found.reshape(shape)


def fit_choice(
    data: csr_matrix, likely: Numbers, right: Numbers, groups: Sequence[slice], *, strength: float, steps: int
) -> tuple[float, Numbers]:
    """Return a weight for `likely` and one a feature that make the right alternatives of each group of rows likely."""
    used = [group for group in groups if right[group].any()]
    turned = data.T.tocsr()

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        scores, slope, value = data @ flat[1:] + flat[0] * likely, np.zeros(len(likely)), 0.0
        for group in used:
            powers = np.exp(scores[group] - scores[group].max())
            shares = powers / powers.sum()
            hit = shares * right[group]
            value -= np.log(hit.sum() + 1e-12)
            slope[group] = shares - hit / (hit.sum() + 1e-12)
        return float(value + strength / 2 * (flat[1:] @ flat[1:])), np.concatenate(
            [[slope @ likely], turned @ slope + strength * flat[1:]]
        )

    start = np.concatenate([[1.0], np.zeros(data.shape[1])])
    found: Numbers = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    return float(found[0]), found[1:]
