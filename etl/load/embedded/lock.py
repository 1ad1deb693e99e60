"""An exclusive lock on a file that the operating system frees when its holder dies, however it dies."""

import sys
import time
from pathlib import Path
from typing import IO

HELD = 75  # the exit code of an engine that found the lock taken (EX_TEMPFAIL)
_PAUSE = 0.05


def wait(path: Path, seconds: float) -> IO[bytes] | None:
    """Lock `path` within `seconds`; return as `acquire` does."""
    deadline = time.monotonic() + seconds
    while (file := acquire(path)) is None and time.monotonic() < deadline:
        time.sleep(_PAUSE)
    return file


def acquire(path: Path) -> IO[bytes] | None:
    """Lock `path` without waiting; return the open file that keeps the lock, or None when another process has it."""
    file = path.open("a+b")
    try:
        _lock(file)
    except OSError:
        file.close()
        return None
    return file


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
