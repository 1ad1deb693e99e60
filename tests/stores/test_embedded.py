"""The life of the embedded engine: one a folder, shared or not, found again after any death."""

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent

import psutil
import pytest

from etl.errors import StoreError, StoreHeld
from etl.load.connection import connect
from etl.load.embedded import down, serve, status, up
from etl.load.server import Server


def _add(server: Server, key: str) -> None:
    with connect(server) as connection:
        connection.write(lambda tx: tx.run("CREATE (:Nation {iri: $key})", key=key).consume())


def _keys(server: Server) -> list[str]:
    with connect(server) as connection:
        return [row["iri"] for row in connection.read("MATCH (n:Nation) RETURN n.iri AS iri ORDER BY iri").rows]


@contextmanager
def _holder(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another Python that has the database open until its input closes."""
    program = """
        import sys
        from pathlib import Path
        from etl.load.embedded import serve
        with serve(Path(sys.argv[1])):
            print("open", flush=True)
            sys.stdin.read()
    """
    command = [sys.executable, "-c", dedent(program), str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """Where a database may be; no shared engine is left behind."""
    folder = tmp_path / "news.db"
    yield folder
    if status(folder).shared:
        down(folder)


def test_what_was_written_is_there_the_next_time(path: Path) -> None:
    with serve(path) as server:
        assert server.uri.startswith("bolt://127.0.0.1:")
        _add(server, "a")
    assert not status(path).running
    with serve(path) as server:
        assert _keys(server) == ["a"]


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX's")
def test_only_the_owner_can_read_the_password(path: Path) -> None:
    with serve(path) as server:
        file = status(path).password_file
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert file.read_text().strip() == server.password
        assert len(server.password) >= 24
        command = psutil.Process(status(path).pid).cmdline()
        assert not any(server.password in word for word in command)


def test_a_lost_password_is_replaced_by_a_new_one(path: Path) -> None:
    with serve(path) as server:
        _add(server, "a")
    status(path).password_file.unlink()
    with serve(path) as renewed:
        assert renewed.password != server.password
        assert _keys(renewed) == ["a"]


def test_another_process_is_told_who_holds_the_database(path: Path) -> None:
    with _holder(path) as holder:
        with pytest.raises(StoreHeld) as caught, serve(path):
            pass
        assert str(holder.pid) in caught.value.what
        assert "entente db up" in caught.value.hint
        for refused in (up, down):
            with pytest.raises(StoreHeld, match=str(holder.pid)):
                refused(path)
        assert (status(path).running, status(path).shared) == (True, False)


def test_the_engine_of_a_killed_process_ends_and_the_database_opens_again(path: Path) -> None:
    with _holder(path):
        engine = psutil.Process(status(path).pid)
    with serve(path) as server:
        _add(server, "a")
        assert status(path).pid != engine.pid
        assert not engine.is_running() or engine.status() == psutil.STATUS_ZOMBIE


def test_up_is_shared_until_down(path: Path) -> None:
    assert not status(path).running
    first = up(path)
    assert first.running
    assert first.shared
    assert up(path) == first == status(path)
    with serve(path) as server, serve(path) as same:
        assert server == same
        assert server.uri == first.uri
        _add(server, "a")
    assert status(path) == first
    assert not down(path).running
    assert not psutil.pid_exists(first.pid or 0)
    assert not down(path).running
    with serve(path) as server:
        assert _keys(server) == ["a"]


def test_a_killed_engine_is_recognised_and_nothing_committed_is_lost(path: Path) -> None:
    first = up(path)
    with serve(path) as server:
        for number in range(20):
            _add(server, f"{number:02}")
        engine = psutil.Process(first.pid)
        engine.kill()
        engine.wait(30)
    assert (path / "engine.json").exists()
    assert not status(path).running
    with serve(path) as server:
        assert _keys(server) == [f"{number:02}" for number in range(20)]


def test_a_state_file_whose_process_id_was_reused_does_not_count(path: Path) -> None:
    with serve(path):
        left = json.loads((path / "engine.json").read_text())
    left |= {"pid": os.getpid(), "owner": None}
    (path / "engine.json").write_text(json.dumps(left))
    assert not status(path).running
    assert not down(path).running
    assert not (path / "engine.json").exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1}', "null"])
def test_a_damaged_state_file_does_not_count(path: Path, content: str) -> None:
    path.mkdir()
    (path / "entente-database").touch()
    (path / "engine.json").write_text(content)
    assert not status(path).running


def test_of_two_that_start_at_once_exactly_one_wins(path: Path) -> None:
    go = time.monotonic() + 0.2

    def start(_: int) -> str:
        time.sleep(max(0.0, go - time.monotonic()))
        try:
            with serve(path) as server:
                _add(server, "a")
                time.sleep(1.0)
                return "open"
        except StoreHeld:
            return "held"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(start, range(2))) == ["held", "open"]


def test_two_ups_at_once_share_one_engine(path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: up(path), range(2))
    assert first == second
    assert first.running


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(StoreError, match="something else"), serve(tmp_path):
        pass
    with pytest.raises(StoreError, match="is a file"):
        status(tmp_path / "thesis.txt")
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_folder_that_cannot_be_made_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError) as caught, serve(tmp_path / "file" / "below"):
        pass
    assert "--db" in caught.value.hint


def test_an_engine_that_cannot_start_says_why(path: Path) -> None:
    path.mkdir()
    (path / "entente-database").touch()
    (path / "arcadedb").mkdir()
    (path / "arcadedb" / "databases").write_text("in the way")
    with pytest.raises(StoreError) as caught, serve(path):
        pass
    assert "engine.log" in caught.value.hint
    assert not status(path).running


def test_the_engine_prints_nothing(path: Path) -> None:
    program = "import sys; from pathlib import Path; from etl.load.embedded import serve\nwith serve(Path(sys.argv[1])): pass"
    done = subprocess.run([sys.executable, "-W", "error", "-c", program, str(path)], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
    assert (path / "engine.log").stat().st_size > 0
