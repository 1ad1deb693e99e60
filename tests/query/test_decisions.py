"""The file of decisions only grows; the last line about a pair stands, and what contradicts it is refused."""

from pathlib import Path

import pytest

from etl.errors import InputError, QueryError
from etl.query.decisions import Decision, Decisions


def decision(verdict: str, one: str, other: str) -> Decision:
    return Decision("2026-01-02T03:04:05+00:00", "Ada", verdict, one, other, one.title(), other.title(), "0.90", "why, then")


@pytest.fixture
def decisions(tmp_path: Path) -> Decisions:
    return Decisions(tmp_path / "x.decisions.csv")


def test_what_is_written_is_read_again(decisions: Decisions) -> None:
    assert decisions.decide(decision("accept", "official/a", "official/b"))
    assert decisions.decide(decision("split", "official/a", "official/c"))
    assert Decisions(decisions.file).log == decisions.log
    assert len(decisions.log) == 2


def test_the_same_decision_is_kept_once(decisions: Decisions) -> None:
    assert decisions.decide(decision("accept", "a", "b"))
    assert not decisions.decide(decision("accept", "a", "b"))
    assert len(decisions.log) == 1


def test_what_follows_from_two_decisions_needs_no_third(decisions: Decisions) -> None:
    decisions.decide(decision("accept", "a", "b"))
    decisions.decide(decision("accept", "b", "c"))
    assert decisions.group("a") == {"a", "b", "c"}
    assert not decisions.decide(decision("accept", "a", "c"))
    with pytest.raises(QueryError, match="decided on"):
        decisions.decide(decision("split", "a", "c"))


def test_two_groups_of_which_members_were_split_are_not_joined(decisions: Decisions) -> None:
    decisions.decide(decision("accept", "a", "b"))
    decisions.decide(decision("accept", "c", "d"))
    decisions.decide(decision("split", "b", "c"))
    with pytest.raises(QueryError, match="split b c") as refused:
        decisions.decide(decision("accept", "a", "d"))
    assert "undo 3" in refused.value.hint


def test_an_undone_decision_is_kept_and_does_not_stand(decisions: Decisions) -> None:
    decisions.decide(decision("accept", "a", "b"))
    decisions.decide(decision("accept", "c", "d"))
    assert decisions.undone(1, "Bea", "now").pair == {"a", "b"}
    assert [each.decision for each in decisions.log] == ["accept", "accept", "undo"]
    assert list(decisions.standing) == [frozenset({"c", "d"})]
    assert decisions.undone(None, "Bea", "now").pair == {"c", "d"}
    with pytest.raises(QueryError, match="no decision stands"):
        decisions.undone(None, "Bea", "now")
    with pytest.raises(QueryError, match="the decision 1 does not stand"):
        decisions.undone(1, "Bea", "now")
    assert Decisions(decisions.file).standing == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("when,who\n", "x.csv:1 has other columns"),
        ("when,who,decision,one,other,one_name,other_name,score,reason\nnow,Ada,merge,a,b,A,B,1,\n", "x.csv:2 is no decision"),
        ("when,who,decision,one,other,one_name,other_name,score,reason\nnow,Ada,accept,a\n", "x.csv:2 is no decision"),
    ],
)
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, text: str, fault: str) -> None:
    file = tmp_path / "x.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        Decisions(file)
