"""A Neo4j Community server from its jars, on loopback, with authentication, ended by its process id."""

import secrets
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from etl.load.server import Server

START_SECONDS = 240.0
_OPENS = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
_CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
"""


@contextmanager
def run(java: Path, class_path: str, version: str, home: Path) -> Iterator[Server]:
    """Start the server in the empty folder `home`, give it when it answers, end it afterwards."""
    port = _free_port()
    _configure(home, port)
    with (home / "console.log").open("wb") as log:
        process = subprocess.Popen(
            _command(java, class_path, version, home), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
        try:
            yield _with_password(f"bolt://127.0.0.1:{port}", process, home)
        finally:
            process.kill()  # its data is thrown away, and an orderly end takes many seconds
            process.wait()


def _command(java: Path, class_path: str, version: str, home: Path) -> list[str]:
    five = version.startswith("5.")
    main = "org.neo4j.server.CommunityEntryPoint" if five else "org.neo4j.server.Neo4jCommunity"
    options = [] if five else ["--add-modules", "jdk.incubator.vector"]
    options += [f"--add-opens={package}=ALL-UNNAMED" for package in _OPENS]
    tuning = ["-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]  # short runs: a quick start counts more than the peak
    folders = [f"--home-dir={home}", f"--config-dir={home}/conf"]
    return [str(java / "bin" / "java"), *tuning, *options, "-cp", class_path, main, *folders]


def _configure(home: Path, port: int) -> None:
    for name in ("conf", "data", "logs", "plugins", "import"):
        (home / name).mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(_CONFIGURATION.format(bolt=port, http=_free_port()), encoding="utf-8")


def _with_password(uri: str, process: subprocess.Popen[bytes], home: Path) -> Server:
    """Wait for the server, replace its initial password, which it demands, and return it."""
    password = secrets.token_urlsafe(16)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with GraphDatabase.driver(uri, auth=("neo4j", "neo4j"), max_transaction_retry_time=0) as driver:
                driver.execute_query("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=password, database_="system")
            return Server(uri, "neo4j", password, "neo4j", "neo4j")
        except (DriverError, Neo4jError):
            time.sleep(0.5)
    tail = (home / "console.log").read_text(encoding="utf-8", errors="replace")[-2000:]
    raise RuntimeError(f"Neo4j did not start (exit code {process.poll()}):\n{tail}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
