"""ArcadeDB within this process, answering Bolt on loopback: only the engine's own process imports it."""

import os
import socket
from typing import Any

from arcadedb_embedded import ArcadeDBError, ArcadeDBServer  # type: ignore[import-untyped]

from etl.errors import StoreError
from etl.load.embedded.folder import DATABASE, HOST, Folder

ATTEMPTS = 5
MESSAGE_BYTES = 128 * 1024 * 1024

# Signals are left to Python; an engine without memory ends at once instead of limping; the serial collector starts sooner.
_JAVA = ["-Xrs", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC"]
_HEAP = "-Xmx2g"


class Engine:
    """One running ArcadeDB server; `port` is its Bolt port."""

    def __init__(self, server: Any, port: int) -> None:
        self._server = server
        self.port = port

    def stop(self) -> None:
        """Write everything to the disk and close the ports."""
        self._server.stop()


def start(folder: Folder) -> Engine:
    """Start the engine on a free port; raises StoreError with the engine's reason."""
    os.environ.setdefault("ARCADEDB_JVM_ERROR_FILE", str(folder.path / "java-crash-%p.log"))

    for attempt in range(ATTEMPTS):
        try:
            return _start_once(folder, _free_port(), _free_port())
        except ArcadeDBError as failure:
            # Another process can take the port between our look and the engine's.
            if "listen" not in f"{failure} {failure.__cause__}".lower() or attempt + 1 == ATTEMPTS:
                raise StoreError(f"ArcadeDB did not start on {folder.engine}: {failure}") from failure
    raise AssertionError("unreachable")


def _start_once(folder: Folder, bolt: int, http: int) -> Engine:
    server = ArcadeDBServer(str(folder.engine), folder.password(), _settings(folder, bolt, http), {"jvm_args": _java()})
    server.start()
    server.create_database(DATABASE)
    return Engine(server, bolt)


def _settings(folder: Folder, bolt: int, http: int) -> dict[str, Any]:
    return {
        "host": HOST,
        "http_port": http,
        "bolt_port": bolt,
        "bolt_maxMessageSize": MESSAGE_BYTES,
        "bolt_defaultDatabase": DATABASE,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server_logsDirectory": str(folder.engine / "log"),
        "serverMetrics": False,
        # "production" hides the reason of every error from the client; what else it would set stands in the next lines.
        "mode": "development",
        "txWalFlush": 1,
        "opencypher_loadCsv_allowFileUrls": False,
    }


def _java() -> list[str]:
    # ARCADEDB_JVM_ARGS is the package's own way to give more memory; it wins over our default.
    return _JAVA if "-Xmx" in os.environ.get("ARCADEDB_JVM_ARGS", "") else [*_JAVA, _HEAP]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
