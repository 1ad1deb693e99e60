"""The engine's own process: `python -m etl.load.embedded.daemon FOLDER TICKET [OWNER]`.

It runs until SIGTERM; one with an OWNER also ends when its standard input closes, so it never outlives the process it
works for. Exit code 75 means that another engine has the folder.
"""

import os
import signal
import sys
import threading
import traceback
from dataclasses import replace
from pathlib import Path

import psutil

from etl.load.embedded import engine as arcadedb
from etl.load.embedded import lock, state
from etl.load.embedded.folder import Folder, make_password

LOCK_SECONDS = 1.0  # longer than another process needs to look whether the lock is free


def main(folder: Folder, ticket: str, owner: int | None) -> int:
    """Run the engine of `folder` until told to end; return the exit code."""
    held = lock.wait(folder.lock, LOCK_SECONDS)
    if held is None:
        return lock.HELD
    with held:
        me = psutil.Process()
        command = state.command_of(owner) if owner else "entente db up"
        mine = state.State(me.pid, me.create_time(), owner, command, ticket)
        state.write(folder.state, mine)
        try:
            _serve(folder, mine)
        finally:
            folder.state.unlink(missing_ok=True)
    return 0


def _serve(folder: Folder, mine: state.State) -> None:
    end = _end_signal(watch_input=not mine.shared)
    make_password(folder)
    engine = arcadedb.start(folder)
    try:
        if not end.is_set():
            state.write(folder.state, replace(mine, port=engine.port))
        end.wait()
    finally:
        engine.stop()


def _end_signal(*, watch_input: bool) -> threading.Event:
    end = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: end.set())
    if watch_input:
        threading.Thread(target=_wait_for_end_of_input, args=(end,), daemon=True).start()
    return end


def _wait_for_end_of_input(end: threading.Event) -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    end.set()


if __name__ == "__main__":
    try:
        code = main(Folder(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
    except Exception as failure:
        traceback.print_exc()
        sys.stderr.write(f"{getattr(failure, 'what', failure)}\n")  # the last line, which the starting process shows
        code = 1
    sys.stderr.flush()
    # Java's leftover threads must not keep the process: everything is on the disk by now.
    os._exit(code)
