"""Who runs the engine of a database folder: a small file that the engine writes and the other processes read."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

SAME_START = 1.0  # seconds; a process id is reused far later than this


@dataclass(frozen=True, slots=True)
class State:
    """An engine's process.

    pid and started: the engine and its start (seconds since the epoch), which together name one process for good.
    owner and command: the process that the engine works for and ends with, and its command line; None for a shared one.
    ticket: the word that the starting process gave, to know its own engine by.
    port: the Bolt port; None until the engine answers.
    """

    pid: int
    started: float
    owner: int | None
    command: str
    ticket: str
    port: int | None = None

    @property
    def shared(self) -> bool:
        return self.owner is None


def read(path: Path) -> State | None:
    """Return the state of a living engine; None when there is none or it was killed and left its file behind."""
    try:
        state = State(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return state if is_alive(state) else None


def write(path: Path, state: State) -> None:
    """Put `state` in place of the former one at once, so that no reader sees half of it."""
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(asdict(state)), encoding="utf-8")
    draft.replace(path)


def is_alive(state: State) -> bool:
    """Tell whether the very process that wrote `state` still runs (not another one with its number, not a zombie)."""
    process = process_of(state)
    try:
        return process is not None and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def process_of(state: State) -> psutil.Process | None:
    try:
        process = psutil.Process(state.pid)
        return process if abs(process.create_time() - state.started) < SAME_START else None
    except psutil.Error:
        return None


def command_of(pid: int) -> str:
    """Return the command line of `pid`, for telling a person what it is; empty when it cannot be known."""
    try:
        return " ".join(psutil.Process(pid).cmdline())
    except psutil.Error:
        return ""
