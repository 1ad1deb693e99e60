"""The tests of the transform share one Transformer."""

import pytest
from samples import reader

from etl.transform import Transformer


@pytest.fixture(scope="session")
def transformer() -> Transformer:
    return reader.transformer()
