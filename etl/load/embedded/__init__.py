"""The embedded store: ArcadeDB in a process of its own, on a loopback port, one engine a database folder.

with serve(Path("entente.db")) as server: …    an engine for this process, or the one that `up` keeps running
up(path) / down(path) / status(path)           an engine that several commands share
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from etl.errors import StoreError, StoreHeld
from etl.load.embedded import launch, lock, state
from etl.load.embedded.folder import DATABASE, HOST, USERNAME, Folder, folder_at
from etl.load.embedded.state import State
from etl.load.server import Server

__all__ = ["Status", "down", "serve", "status", "up"]


@dataclass(frozen=True, slots=True)
class Status:
    """Whether an engine runs for the folder at `path`, and how to reach it.

    shared: it was started by `up`, so that other commands and drivers may connect; None when none runs.
    """

    running: bool
    path: Path
    username: str
    password_file: Path
    pid: int | None = None
    uri: str | None = None
    database: str = DATABASE
    shared: bool | None = None


@contextmanager
def serve(path: Path) -> Iterator[Server]:
    """Give a server for the database at `path` as long as the block runs.

    It is the engine that `up` keeps running, or one that ends with the block. Raises StoreHeld, with the process that has
    the database open, and StoreError when the folder is none of ours or the engine does not start.
    """
    folder = folder_at(path)
    process, running = _join_or_start(folder, shared=False)
    try:
        yield _server(folder, running)
    finally:
        if process is not None:
            launch.stop(process)


def up(path: Path) -> Status:
    """Keep an engine running for the database at `path`; nothing changes when one does. Raises as `serve` does."""
    folder = folder_at(path)
    process, _ = _join_or_start(folder, shared=True)
    if process is not None:
        process.returncode = 0  # it goes on by itself: Python need not warn of a forgotten child
    return status(path)


def down(path: Path) -> Status:
    """End the engine that `up` keeps running, after it has written everything; nothing changes when none runs.

    Raises StoreHeld for an engine that belongs to a running command, StoreError when it does not end in time.
    """
    folder = folder_at(path)
    found = state.read(folder.state)
    if found is not None and not found.shared:
        raise launch.held(folder, found)
    if found is not None and (process := state.process_of(found)) is not None:
        _end(folder, process)
    _clean(folder)
    return status(path)


def status(path: Path) -> Status:
    """Tell whether an engine runs for the database at `path`; a file left by a killed one does not count."""
    folder = folder_at(path)
    found = state.read(folder.state)
    idle = Status(False, folder.path, USERNAME, folder.password_file)
    if found is None:
        return idle
    return replace(idle, running=True, pid=found.pid, uri=_uri(found) if found.port else None, shared=found.shared)


def _join_or_start(folder: Folder, *, shared: bool) -> tuple[launch.Process | None, State]:
    """Return the engine of `up`, or else one that this process starts, with its process."""
    if (running := _shared_engine(folder)) is not None:
        return None, running
    try:
        return launch.launch(folder, shared=shared)
    except StoreHeld:
        # Another `up` may have been a moment quicker: then its engine serves as well.
        if (running := _shared_engine(folder)) is None:
            raise
        return None, running


def _shared_engine(folder: Folder) -> State | None:
    """Return the engine of `up` once it answers, or None when no engine runs; raises StoreHeld for another's own.

    An engine whose owner was killed is about to end; it is waited for.
    """
    deadline = time.monotonic() + launch.START_SECONDS
    while (found := state.read(folder.state)) is not None:
        if found.owner is not None and psutil.pid_exists(found.owner):
            raise launch.held(folder, found)
        if found.shared and found.port is not None:
            return found
        if time.monotonic() > deadline:
            raise StoreError(f"the engine of {folder.path} (process {found.pid}) does not answer", hint=f"See {folder.log}.")
        time.sleep(0.05)
    return None


def _end(folder: Folder, process: psutil.Process) -> None:
    try:
        process.terminate()
        process.wait(launch.STOP_SECONDS)
    except psutil.NoSuchProcess:
        return
    except psutil.TimeoutExpired as failure:
        raise StoreError(
            f"the engine of {folder.path} (process {process.pid}) did not end in {launch.STOP_SECONDS:.0f} seconds",
            hint=f"See {folder.log}; `kill -9 {process.pid}` is safe, the database recovers when it is next opened.",
        ) from failure


def _clean(folder: Folder) -> None:
    """Take away what a killed engine left; the lock tells that no new one is about to start."""
    if folder.state.exists() and (free := lock.acquire(folder.lock)) is not None:
        with free:
            folder.state.unlink(missing_ok=True)


def _server(folder: Folder, found: State) -> Server:
    return Server(_uri(found), USERNAME, folder.password(), DATABASE, "arcadedb")


def _uri(found: State) -> str:
    return f"bolt://{HOST}:{found.port}"
