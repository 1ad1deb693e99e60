"""Opening a store: a given server, one from the environment, or the embedded database."""

from pathlib import Path

import pytest
from invented import joined

from etl.load import Server, open_store


def test_a_given_server_is_used(server: Server) -> None:
    with open_store(server=server) as store:
        assert store.connection.server == server


def test_the_environment_names_the_server(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    monkeypatch.setenv("NEO4J_DATABASE", server.database or "")
    with open_store() as store:
        assert store.read("RETURN 1 AS one").rows == [{"one": 1}]


def test_what_was_loaded_stands_when_the_embedded_database_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("ENTENTE_DB", str(tmp_path / "here.db"))
    with open_store() as store:
        store.prepare()
        store.load([joined("a")])
        before = store.digest()
    with open_store(tmp_path / "here.db") as store:
        assert store.digest() == before
        assert store.load([joined("a")]).unchanged == 1
