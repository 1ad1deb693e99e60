"""The commands of one session share a language model, which takes seconds to load."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

import etl.transform
from etl import knowledge

_TRANSFORMER = etl.transform.Transformer


@cache
def _kept(_: tuple[object, ...], *given: Any) -> etl.transform.Transformer:
    return _TRANSFORMER(*given)


def _transformer(*given: Any) -> etl.transform.Transformer:
    """Return the Transformer of these arguments and of the knowledge in use."""
    return _kept(knowledge.folders(), *given)


@pytest.fixture(autouse=True, scope="session")
def _one_model() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(etl.transform, "Transformer", _transformer)
        yield
