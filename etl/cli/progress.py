"""Progress on standard error: a bar with rate and time left on a terminal, plain lines elsewhere, nothing with --quiet."""

import sys
import time

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Display
from rich.text import Text

from etl.cli.console import messages
from etl.model import Skipped
from etl.pipeline import Progress, Silent
from etl.pipeline.progress import Total

_SHOWN = 20
_SECONDS = 10.0


def progress(quiet: bool, *, output: str = "") -> Progress:
    """Return what shows the progress of a command that writes to `output`."""
    console = messages()
    if quiet:
        return Silent()
    # A bar and results would write over each other on the same terminal.
    shared = output == "-" and sys.stdout.isatty()
    return Bar(console) if console.is_terminal and not console.is_dumb_terminal and not shared else Lines(console)


class _Messages:
    """Names the first articles that are left out, so that a broken dump does not flood the terminal."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._left_out = 0

    def left_out(self, what: str, article: Skipped) -> None:
        self._left_out += 1
        if self._left_out <= _SHOWN:
            self.console.print(Text(f"{what} {article.where}: {article.reason}", style="yellow"))
        if self._left_out == _SHOWN:
            self.console.print(Text("further ones are counted, and named in the report of --json", style="yellow"))


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.finished_speed or task.speed or 0:.1f}/s" if task.completed else "", style="progress.data.speed")


class Bar(_Messages):
    """A bar for a terminal."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
        )
        self._display = Display(*columns, console=console, transient=True)
        self._task: TaskID | None = None

    def begin(self, phase: str, total: Total | None = None) -> None:
        if self._task is not None:
            self._display.remove_task(self._task)
        self._task = self._display.add_task(phase, total=total() if total else None)
        self._display.start()

    def step(self) -> None:
        if self._task is not None:
            self._display.advance(self._task)

    def end(self) -> None:
        self._display.stop()


class Lines(_Messages):
    """A line now and then, for logs."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._total: int | None = None
        self._count = 0
        self._began = self._told = time.monotonic()

    def begin(self, phase: str, total: Total | None = None) -> None:
        self._total = total() if total else None
        self._count = 0
        self._began = self._told = time.monotonic()
        self.console.print(Text(phase))

    def step(self) -> None:
        self._count += 1
        if time.monotonic() - self._told >= _SECONDS:
            self._told = time.monotonic()
            self.console.print(Text(self._line()))

    def end(self) -> None:
        pass

    def _line(self) -> str:
        rate = self._count / max(time.monotonic() - self._began, 1e-9)
        if not self._total:
            return f"{self._count} articles, {rate:.1f} a second"
        left = max(self._total - self._count, 0) / rate
        return f"{self._count} of {self._total} articles, {rate:.1f} a second, {left:.0f} seconds left"
