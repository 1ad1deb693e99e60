"""The commands of one session share a language model, which takes seconds to load."""

from collections.abc import Iterator
from functools import cache

import pytest

import etl.transform


@pytest.fixture(autouse=True, scope="session")
def _one_model() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(etl.transform, "Transformer", cache(etl.transform.Transformer))
        yield
