"""docker-compose.yml is valid Compose, and what it names is there."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from interpolation import UnsetError, interpolate
from jsonschema import Draft202012Validator
from typer.main import get_command

from etl.cli import app
from etl.load.server import from_environment

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"NEO4J_PASSWORD": "a-long-password"}


def _written() -> dict[str, Any]:
    written: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    return written


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The file as Compose sees it with the password set."""
    replaced: dict[str, Any] = interpolate(_written(), ENVIRONMENT)
    return replaced


@pytest.fixture(scope="module")
def specification() -> Draft202012Validator:
    schema = json.loads((Path(__file__).parent / "schema" / "compose-spec.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_it_keeps_to_the_compose_specification(compose: dict[str, Any], specification: Draft202012Validator) -> None:
    assert [error.message for error in specification.iter_errors(compose)] == []


def test_the_specification_finds_a_mistake(compose: dict[str, Any], specification: Draft202012Validator) -> None:
    wrong = compose | {"services": {"neo4j": compose["services"]["neo4j"] | {"healthchek": {}}}}
    assert not specification.is_valid(wrong)


@pytest.mark.parametrize("environment", [{}, {"NEO4J_PASSWORD": ""}])
def test_there_is_no_default_password(environment: dict[str, str]) -> None:
    for service in ("neo4j", "entente"):
        with pytest.raises(UnsetError, match="NEO4J_PASSWORD"):
            interpolate(_written()["services"][service], environment)


def test_memory_can_be_set(compose: dict[str, Any]) -> None:
    more = interpolate(_written(), ENVIRONMENT | {"NEO4J_HEAP": "4G"})
    for size in ("initial", "max"):
        name = f"NEO4J_server_memory_heap_{size}__size"
        assert (compose["services"]["neo4j"]["environment"][name], more["services"]["neo4j"]["environment"][name]) == ("1G", "4G")


def test_ports_are_open_to_this_machine_only(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]
    assert ports == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]


def test_named_volumes_are_declared_and_folders_exist(compose: dict[str, Any]) -> None:
    sources = [mount.split(":")[0] for service in compose["services"].values() for mount in service["volumes"]]
    folders = {source for source in sources if source.startswith(".")}
    assert set(sources) - folders == set(compose["volumes"])
    assert folders == {"./seeds", "./cypher/browser"}
    assert [folder for folder in sorted(folders) if not (ROOT / folder).is_dir()] == []
    assert all(mount.endswith(":ro") for each in compose["services"].values() for mount in each["volumes"] if mount[0] == ".")


def test_the_job_waits_until_the_store_is_healthy(compose: dict[str, Any]) -> None:
    assert compose["services"]["entente"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    test = compose["services"]["neo4j"]["healthcheck"]["test"]
    assert ENVIRONMENT["NEO4J_PASSWORD"] not in " ".join(test)
    assert "$${" not in " ".join(test)


def test_the_job_finds_the_store_by_its_environment(compose: dict[str, Any]) -> None:
    job = compose["services"]["entente"]
    server = from_environment(job["environment"])
    assert server is not None
    assert re.fullmatch(r"bolt://(\w+):7687", server.uri)
    assert f"{server.username}/{server.password}" == compose["services"]["neo4j"]["environment"]["NEO4J_AUTH"]


def test_the_job_is_a_command_of_ours(compose: dict[str, Any]) -> None:
    command, *paths = compose["services"]["entente"]["command"]
    assert command in get_command(app).commands  # type: ignore[attr-defined]
    assert paths == [mount.split(":")[1] for mount in compose["services"]["entente"]["volumes"]]
