"""Starting the engine's process and waiting until it answers."""

import os
import secrets
import subprocess
import sys
import time
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen

import etl
from etl.errors import StoreError, StoreHeld
from etl.load.embedded import state
from etl.load.embedded.folder import Folder, make
from etl.load.embedded.lock import HELD
from etl.load.embedded.state import State

START_SECONDS = 180.0
STOP_SECONDS = 120.0
_PAUSE = 0.05

type Process = Popen[bytes]


def launch(folder: Folder, *, shared: bool) -> tuple[Process, State]:
    """Start an engine; return its process and its state once it answers.

    A shared engine goes on without this process, any other ends with it. Raises StoreHeld when another engine has the
    folder, StoreError when the engine ends or does not answer in time.
    """
    make(folder)
    ticket = secrets.token_hex(8)
    process = _spawn(folder, ticket, shared=shared)
    try:
        return process, _wait(folder, process, ticket)
    except BaseException:
        stop(process)
        raise


def stop(process: Process) -> None:
    """End an engine that this process started, by closing its input; by force only when it hangs."""
    if process.stdin is not None:
        process.stdin.close()
    else:
        process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def held(folder: Folder, holder: State | None) -> StoreHeld:
    """Return the error that tells who has the database open and what to do."""
    if holder is None:
        return StoreHeld(f"another process has the database {folder.path} open", hint="Try again in a moment.")
    pid = holder.owner or holder.pid
    return StoreHeld(
        f"the database {folder.path} is open in process {pid}" + (f" ({holder.command})" if holder.command else ""),
        hint="Wait until that process ends, or end it; `entente db up` beforehand lets several commands share the database.",
    )


def _spawn(folder: Folder, ticket: str, *, shared: bool) -> Process:
    command = [sys.executable, "-m", "etl.load.embedded.daemon", str(folder.path), ticket]
    # The package must be found from another working directory too.
    paths = [str(Path(etl.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    with folder.log.open("ab") as log:
        return Popen(
            command if shared else [*command, str(os.getpid())],
            stdin=DEVNULL if shared else PIPE,
            stdout=log,
            stderr=log,
            cwd=folder.engine,  # where the engine's stray files may go
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,  # Ctrl-C at the terminal is for us: the last transaction may need the engine.
        )


def _wait(folder: Folder, process: Process, ticket: str) -> State:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        found = state.read(folder.state)
        if found and found.ticket == ticket and found.port is not None:
            return found
        if process.poll() is not None:
            raise _ended(folder, process.returncode)
        time.sleep(_PAUSE)
    raise StoreError(f"the engine of {folder.path} did not answer within {START_SECONDS:.0f} seconds", hint=f"See {folder.log}.")


def _ended(folder: Folder, code: int) -> StoreError:
    if code == HELD:
        return held(folder, state.read(folder.state))
    lines = folder.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    last = lines[-1] if lines else "no reason was logged"
    return StoreError(f"the engine of {folder.path} ended while it started (code {code}): {last}", hint=f"See {folder.log}.")
