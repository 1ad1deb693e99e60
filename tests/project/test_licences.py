"""Every locked package is under a licence that an Apache-2.0 project may build on, by its own metadata."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

import pytest
from checkout import ROOT
from test_locks import pins

ACCEPTED = re.compile(r"\b(MIT|0?BSD|Apache|MPL|Mozilla|LGPL|PSF|Python-2\.0|ISC|ISCL|Zlib|CC0|Unlicense)\b", re.IGNORECASE)
REFUSED = re.compile(r"\b(A?GPL|Affero|General Public)", re.IGNORECASE)
# name: why it may stay. What the metadata of a package does not say belongs here too.
EXCEPTIONS: dict[str, str] = {}
LOCKED = sorted(pins(ROOT / "requirements-dev.txt").items())


@pytest.mark.parametrize(
    "name", [name for name, pin in LOCKED if pin.requirement.marker is None or pin.requirement.marker.evaluate()]
)
def test_licence_is_accepted(name: str) -> None:
    if name in EXCEPTIONS:
        return
    try:
        stated = licence(distribution(name))
    except PackageNotFoundError:
        pytest.fail(f"{name} is locked but not installed: run `make setup`")
    assert stated, f"{name} states no licence"
    assert not REFUSED.search(stated.replace("LGPL", "")), f"{name}: {stated}"
    assert all(ACCEPTED.search(clause) for clause in re.split(r"\bAND\b", stated)), f"{name}: {stated}"


def licence(package: Distribution) -> str:
    """Return what a package says of its licence: the SPDX expression, else the classifiers, else the free text."""
    classifiers = [line for line in package.metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    return package.metadata.get("License-Expression") or "; ".join(classifiers) or package.metadata.get("License") or ""
