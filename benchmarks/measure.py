"""Time, memory, and figures with their spread."""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence


def seconds(work: Callable[[], object]) -> float:
    """Return the wall time that `work` takes, in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def peak_memory(*, children: bool = False) -> float:
    """Return the most memory that this process has held so far, or any ended child of it, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def spread(figures: Sequence[float], digits: int = 1) -> str:
    """Return the median of `figures` with the least and the greatest: "17.9 (17.1–18.4)"."""
    median, least, most = statistics.median(figures), min(figures), max(figures)
    return f"{median:,.{digits}f}" + (f" ({least:,.{digits}f}–{most:,.{digits}f})" if len(figures) > 1 else "")
