"""Lint finds each fault that an invented folder of knowledge has, and none in what Entente ships."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl import knowledge
from etl.linting import Finding, lint

HEADS = {
    "event_verbs": "id,lemmas,object,preps,type,mode,frame,needs",
    "light_verbs": "id,kind,lemmas",
    "date_patterns": "id,resolver,needs,value,pattern,example",
    "memberships": "organization,member,status,from,to",
    "office_holders": "person,nation,kind,from,to,note",
    "organizations": "id,name,acronym,kind,headquarters,qid,founded,dissolved",
    "organization_aliases": "id,alias,note",
    "nation_aliases": "iso3,alias,kind,note",
    "people": "id,name,nation,aliases,qid",
    "ambiguous": "surface,reading,condition,context,reason",
    "exercise_series": "id,name,aliases,kind,participants,from,to",
}

type Findings = Callable[..., list[Finding]]


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    """Return what lint says about rows of a folder, by file."""

    def lint_rows(fired: set[str] | None = None, **rows: str) -> list[Finding]:
        for name, text in rows.items():
            file = tmp_path / ("gazetteer" if name in knowledge.KEYS else "lexicon") / f"{name}.csv"
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"{HEADS[name]}\n{text}\n", encoding="utf-8")
        with knowledge.opened(tmp_path):
            return [each for each in lint(fired) if tmp_path in each.file.parents]

    return lint_rows


def test_what_is_shipped_has_no_error() -> None:
    assert [each for each in lint() if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("name", "row", "what", "hint"),
    [
        ("event_verbs", "my.a,zap,,,REJCT,,do,", "the type 'REJCT'", "'REJECT'"),
        ("event_verbs", "my.a,zap,,,REJECT,,dos,", "the frame 'dos'", "'do'"),
        ("event_verbs", "my.a,zap,agremeent,,REJECT,,do,", "the object 'agremeent'", "'agreement'"),
        ("event_verbs", "my.a,zap,,,REJECT,,do,target|sorce", "the needs 'sorce'", "'source'"),
        ("event_verbs", "my.a,zap,,,,,do,", "type is empty", "Fill it in"),
        ("light_verbs", "my.a,lihgt,do", "the kind 'lihgt'", "'light'"),
        ("memberships", "nato,PKR,member,2020,", "the member 'PKR'", "'PRK'"),
        ("memberships", "natto,PRK,member,2020,", "the organization 'natto'", "'nato'"),
        ("memberships", "nato,PRK,membr,2020,", "the status 'membr'", "'member'"),
        ("memberships", "nato,PRK,member,2020-13,", "the from '2020-13' is no date", "YYYY"),
        ("organization_aliases", "natto,The Old Firm,", "the id 'natto'", "'nato'"),
        ("office_holders", "nobody-at-all,FRA,president,2031,,", "the person 'nobody-at-all'", ""),
        ("office_holders", "emmanuel-macron-fra,FRA,presidnet,2031,,", "the kind 'presidnet'", "'president'"),
        ("ambiguous", "Zap,PKR,default,,why", "the reading 'PKR'", "'PRK'"),
        ("ambiguous", "Zap,PRK,before,(,why", "the context '(' is no pattern", "regular expression"),
        ("exercise_series", "my-ex,Zap Shield,,navval,FRA|USA,2020,", "the kind 'navval'", "'naval'"),
        ("exercise_series", "my-ex,Zap Shield,,naval,FRA|DUE,2020,", "the participants 'DUE'", "'DEU'"),
    ],
)
def test_a_code_that_nothing_knows_is_an_error_with_the_nearest(
    findings: Findings, name: str, row: str, what: str, hint: str
) -> None:
    (found,) = findings(**{name: row})
    assert (found.severity, found.check, found.line) == ("error", "code", 2)
    assert what in found.what
    assert hint in found.hint


def test_a_mode_of_another_type_is_a_warning(findings: Findings) -> None:
    (found,) = findings(event_verbs="my.a,zap,,,REJECT,visit,do,")
    assert (found.severity, found.what) == ("warning", "my.a: 'visit' is no mode of REJECT")


@pytest.mark.parametrize(
    ("name", "row", "what"),
    [
        ("memberships", "nato,AUT,member,2031-01-01,2030", "ends (2030) before it begins (2031-01-01)"),
        ("memberships", "nato,FIN,member,2031-01-01,", "overlaps that of memberships.csv"),
        ("office_holders", "emmanuel-macron-fra,FRA,president,2018-01-01,2019,", "overlaps that of office_holders.csv"),
        ("organizations", "my-org,My Org,,igo,,,2020,2019", "ends (2019) before it begins (2020)"),
    ],
)
def test_dates_out_of_order_and_terms_that_overlap_are_errors(findings: Findings, name: str, row: str, what: str) -> None:
    found = [each for each in findings(**{name: row}) if each.check == "dates"]
    assert [each.severity for each in found] == ["error"]
    assert what in found[0].what


def test_terms_that_meet_in_a_month_do_not_overlap(findings: Findings) -> None:
    assert findings(memberships="nato,AUT,member,2031-01-01,2032-05\nnato,AUT,member,2032-05,") == []


def test_one_name_for_two_entities_is_an_error_until_it_is_decided(findings: Findings) -> None:
    clash = "my-org,The Old Firm,\nnato,The Old Firm,"
    organization = "my-org,My Org,,igo,,,2020,"
    (found,) = findings(organizations=organization, organization_aliases=clash)
    assert (found.severity, found.check, found.line) == ("error", "clash", 3)
    assert "'The Old Firm' names nato here and my-org in organization_aliases.csv:2" in found.what
    assert findings(ambiguous="The Old Firm,my-org,default,,why\nThe Old Firm,nato,anywhere,Brussels,why") == []


def test_two_people_of_one_name_are_only_a_warning(findings: Findings) -> None:
    (found,) = findings(people="my-man,Emmanuel Macron,BEL,,")
    assert (found.severity, found.check) == ("warning", "clash")


def test_a_name_that_can_never_win_is_shadowed(findings: Findings) -> None:
    aliases = "FRA,Zap,variant,\nFRA,Zap Bay,variant,"
    found = findings(nation_aliases=aliases, ambiguous="Zap,none,default,,why\nZap,none,longer,Zap Bay,why")
    assert [(each.severity, each.check, each.line) for each in found] == [("warning", "shadowed", 2), ("warning", "shadowed", 3)]
    assert "'Zap' never means FRA" in found[0].what
    assert findings(ambiguous="Zap,none,default,,why\nZap,FRA,before,near,why") == []


def test_the_same_name_twice_is_a_duplicate(findings: Findings) -> None:
    (found,) = findings(exercise_series="my-ex,Zap Shield,Zap Shield,naval,FRA,2020,")
    assert (found.severity, found.check) == ("warning", "duplicate")


@pytest.mark.parametrize(
    ("first", "second", "shadowed"),
    [
        ("my.a,zap,,,REJECT,,do,", "my.b,zap,agreement,,YIELD,,do,", True),
        ("my.a,zap,,,REJECT,,do,", "my.b,zap,,for|to,YIELD,,do,target", True),
        ("my.a,zap,,for|to|on,REJECT,,do,", "my.b,zap,,for,YIELD,,do,", True),
        ("my.a,zap,agreement,,REJECT,,do,", "my.b,zap,,,YIELD,,do,", False),
        ("my.a,zap,,for,REJECT,,do,", "my.b,zap,,for|to,YIELD,,do,", False),
        ("my.a,zap,,,REJECT,,do,target", "my.b,zap,,,YIELD,,do,", False),
        ("my.a,zap,,,REJECT,,do,", "my.b,zop,,,YIELD,,do,", False),
        ("my.a,zap,,,REJECT,,do,", "my.b,zap,,,YIELD,,visit,", False),
    ],
)
def test_a_rule_below_one_that_asks_for_less_is_shadowed(findings: Findings, first: str, second: str, shadowed: bool) -> None:
    found = findings(event_verbs=f"{first}\n{second}")
    assert [(each.check, each.line) for each in found] == ([("shadowed", 3)] if shadowed else [])


def test_words_and_patterns_that_stand_twice_are_duplicates(findings: Findings) -> None:
    (found,) = findings(light_verbs="my.a,light,do zap zap")
    assert found.what == "my.a has zap twice"
    found_patterns = findings(date_patterns="my.a,iso,,,zap,zap\nmy.b,iso,,,zap,zap")
    assert "my.b has the pattern of my.a (date_patterns.csv:2)" in [each.what for each in found_patterns]


def test_an_organisation_that_no_article_can_name_is_a_warning(findings: Findings) -> None:
    (found,) = findings(organizations="my-org,My Org,,igo,,,2020,")
    assert (found.severity, found.check) == ("warning", "unused")


def test_rules_that_never_fired_are_named_where_articles_were_read(findings: Findings) -> None:
    rows = "my.a,zap,,,REJECT,,do,\nmy.b,zop,,,REJECT,,do,"
    assert findings(event_verbs=rows) == []
    assert [each.what for each in findings({"my.a"}, event_verbs=rows)] == ["my.b fired in no article"]
