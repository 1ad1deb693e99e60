"""Tables fit the terminal: what is too wide for columns is printed a block a row, and nothing is lost."""

import pytest

from etl.cli import console

COLUMNS = ("date", "parties", "sentence", "event")
ROW = ("2025-07-11", ["North Korea", "Russia"], "Lavrov visited North Korea's Wonsan city on Friday for a meeting.", None)


def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], width: int) -> list[str]:
    monkeypatch.setattr(console, "_WIDE", width)
    console.print_table(COLUMNS, [ROW, ROW])
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_a_wide_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(monkeypatch, capsys, 200)
    assert any(line.split() == list(COLUMNS) for line in lines)
    assert sum("Wonsan city on Friday" in line for line in lines) == 2


def test_a_narrow_terminal_gets_a_block_a_row(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(monkeypatch, capsys, 50)
    assert max(map(len, lines)) <= 50
    assert [line for line in lines if line.startswith("date")] == ["date      2025-07-11"] * 2
    assert [line for line in lines if line.startswith("parties")] == ["parties   North Korea, Russia"] * 2
    assert not any(line.startswith("event") for line in lines)  # what is empty is left out
    assert " ".join(" ".join(lines).split()).count("Lavrov visited North Korea's Wonsan city on Friday for a meeting.") == 2
