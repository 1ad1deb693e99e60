"""The golden articles are read once, by the Transformer that all tests share."""

from typing import Any

import pytest
from samples import reader

from .articles import INVENTED, SEED, facts


@pytest.fixture(scope="session")
def sheets() -> dict[str, dict[str, Any]]:
    """The fact sheet of each golden article by name."""
    return {name: facts(reader.transformer(), name) for name in (*INVENTED, SEED)}
