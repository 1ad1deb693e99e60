import io
import json

import pytest
from rich.console import Console

from etl.cli import console as output
from etl.cli import progress as shown
from etl.cli.progress import Bar, Lines, progress
from etl.model import Skipped
from etl.pipeline import Silent


def console(*, terminal: bool) -> tuple[Console, io.StringIO]:
    stream = io.StringIO()
    return Console(file=stream, force_terminal=terminal, width=100, color_system=None), stream


def test_a_terminal_gets_a_bar_with_rate_and_time_left() -> None:
    target, stream = console(terminal=True)
    bar = Bar(target)
    bar.begin("Loading the language model")
    bar.begin("Loading articles", lambda: 10)
    for _ in range(5):
        bar.step()
    bar.left_out("skipped", Skipped("a.txt:3", "broken"))
    bar._display.refresh()
    bar.end()
    assert "Loading articles" in stream.getvalue()
    assert "5/10" in stream.getvalue()
    assert "/s" in stream.getvalue()
    assert "skipped a.txt:3: broken" in stream.getvalue()


def test_a_log_gets_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "_SECONDS", 0.0)
    target, stream = console(terminal=False)
    lines = Lines(target)
    lines.begin("Loading articles", lambda: 10)
    lines.step()
    lines.begin("Loading more")
    lines.step()
    lines.end()
    first, second, third, fourth = stream.getvalue().splitlines()
    assert (first, third) == ("Loading articles", "Loading more")
    assert second.startswith("1 of 10 articles, ")
    assert second.endswith("seconds left")
    assert fourth.startswith("1 articles, ")


def test_a_broken_dump_does_not_flood_the_terminal() -> None:
    target, stream = console(terminal=False)
    lines = Lines(target)
    for number in range(1000):
        lines.left_out("skipped", Skipped(f"a.jsonl:{number}", "broken"))
    assert len(stream.getvalue().splitlines()) == 21


def test_quiet_shows_nothing() -> None:
    assert isinstance(progress(quiet=True), Silent)


def test_without_a_terminal_there_is_no_bar() -> None:
    assert isinstance(progress(quiet=False), Lines)


def test_values_are_shown_as_people_read_them() -> None:
    assert output.shown(None) == ""
    assert output.shown(True) == "yes"
    assert output.shown(0.98765) == "0.99"
    assert output.shown(["https://w3id.org/entente/id/nation/RUS", 2]) == "nation/RUS, 2"
    assert output.shown({"a": 1}) == "a: 1"


def test_csv_has_a_line_of_names_and_one_line_a_row() -> None:
    rows: list[dict[str, object]] = [{"a": 1, "b": ["x", "y"]}, {"a": None, "b": 'say "no", then'}, {"a": True, "b": {"c": 1}}]
    assert output.csv_of(("a", "b"), rows).decode().splitlines() == [
        "a,b",
        "1,x;y",
        ',"say ""no"", then"',
        'true,"{""c"":1}"',
    ]


def test_json_is_valid_for_every_value(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    output.print_json({"a": [1, None, "ü"], "b": object})
    assert json.loads(capsysbinary.readouterr().out)["a"] == [1, None, "ü"]
