"""The Java runtimes of this machine."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

_PLACES = (
    "/usr/lib/jvm/*",
    "/opt/*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "~/.sdkman/candidates/java/*",
    "~/.jdks/*",
)


def find(oldest: int) -> Path | None:
    """Return the home of the lowest Java that is at least `oldest`; None when there is none."""
    fit = {(version, home) for home in _homes() if (version := _version(home)) >= oldest}
    return min(fit)[1] if fit else None


def _homes() -> Iterator[Path]:
    yield from (Path(value) for name, value in os.environ.items() if re.fullmatch(r"JAVA_HOME(_\d+.*)?", name) and value)
    if java := shutil.which("java"):
        yield Path(java).resolve().parents[1]
    for pattern in map(os.path.expanduser, _PLACES):
        yield from (path.resolve() for path in Path("/").glob(pattern.lstrip("/")))


def _version(home: Path) -> int:
    """Return the major version that the `release` file of a runtime names; 0 where there is no runtime."""
    try:
        release = (home / "release").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE)
    return int(found[1]) if found and (home / "bin" / "java").exists() else 0
