"""Folders of knowledge add rows to the shipped ones or take their place, for as long as they are in use."""

import ast
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from etl import gazetteer, ids, knowledge
from etl.errors import KnowledgeError
from etl.evaluation.names import organization
from etl.query.names import known
from etl.reference import reference_graphs
from etl.transform import lexicon

_READS = re.compile(
    r"^from etl(\.transform)? import .*\b(lexicon|gazetteer|knowledge)\b|^from etl\.(gazetteer|knowledge|transform\.lexicon)\b",
    re.MULTILINE,
)

type Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file below a folder of knowledge, and return the folder."""

    def write_(name: str, text: str) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return tmp_path

    return write_


def test_rows_are_added_while_the_folder_is_in_use(write: Write) -> None:
    folder = write("lexicon/modality.csv", "id,kind,lemmas\nmy.verb,verb,contemplate\n")
    shipped = lexicon.words("modality")["verb"]
    with knowledge.given(folder):
        assert lexicon.words("modality")["verb"] == shipped | {"contemplate"}
    assert lexicon.words("modality")["verb"] == shipped


def test_a_row_with_the_key_of_a_shipped_one_takes_its_place(write: Write) -> None:
    head = "id,name,acronym,kind,headquarters,qid,founded,dissolved\n"
    folder = write("gazetteer/organizations.csv", head + "nato,Atlantic Alliance,NATO,alliance,Brussels,Q7184,1949-04-04,\n")
    before = gazetteer.load().organizations
    with knowledge.given(folder):
        now = gazetteer.load().organizations
        assert [each.name for each in now if each.id == "nato"] == ["Atlantic Alliance"]
    assert [each.id for each in now] == [each.id for each in before]


def test_rules_of_the_folder_come_first_and_later_folders_before_earlier_ones(write: Write, tmp_path: Path) -> None:
    head = "id,lemmas,object,preps,type,mode,frame,needs\n"
    write("one/lexicon/event_verbs.csv", head + "my.accuse,accuse,,,REJECT,,do,\n")
    write("two/lexicon/event_verbs.csv", head + "my.other,accuse,,,YIELD,,do,\n")
    with knowledge.given(tmp_path / "one", tmp_path / "two"):
        assert [rule.id for rule in lexicon.rules("event_verbs")["accuse"]][:3] == ["my.other", "my.accuse", "accuse.accuse"]


def test_the_reference_layer_the_names_and_the_scorer_know_the_rows_of_a_folder(write: Write) -> None:
    write("gazetteer/organization_aliases.csv", "id,alias,note\nnato,The Old Firm,\n")
    write("lexicon/same_organizations.csv", "id,organization,name\nmy.1,nato,the old firm\n")
    with knowledge.given(write("gazetteer/memberships.csv", "organization,member,status,from,to\nnato,AUT,member,2031-01-01,\n")):
        stated = {(each.subject, each.object) for graph in reference_graphs() for each in graph.statements}
        assert (ids.nation("AUT"), ids.organization("nato")) in stated
        assert [each.iri for each in known().called("the old firm", ["Alliance"])] == [ids.organization("nato")]
        assert organization("The Old Firm") == "nato"
    assert organization("The Old Firm") != "nato"


def test_a_file_with_a_byte_order_mark_and_columns_in_another_order_is_read(write: Write) -> None:
    folder = write("lexicon/modality.csv", "\ufeffkind,lemmas,id\nverb,contemplate,my.verb\n\n")
    with knowledge.given(folder):
        assert "contemplate" in lexicon.words("modality")["verb"]


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("lexicon/modalities.csv", "id,kind,lemmas\n", "modalities.csv has a name that nothing reads\nDid you mean 'modality'"),
        ("notes.csv", "id\n", "holds no knowledge"),
        ("lexicon/modality.csv", "id,kind\n", "modality.csv:1: the column 'lemmas' is missing"),
        ("lexicon/modality.csv", "id,kind,lemma\n", "modality.csv:1: there is no column 'lemma'\nDid you mean 'lemmas'"),
        ("lexicon/modality.csv", "id;kind;lemmas\n", "modality.csv:1: semicolons part the cells"),
        ("lexicon/modality.csv", "id,kind,lemmas\n\nmy,verb,a,b\n", "modality.csv:3: the row has 4 cells for 3 columns"),
        ("lexicon/modality.csv", 'id,kind,lemmas\nmy,verb,"a\n', "modality.csv:2: "),
        ("lexicon/modality.csv", "id,kind,lemmas\n,verb,a\n", "modality.csv:2: the first cell is empty"),
        ("lexicon/modality.csv", "id,kind,lemmas\nmy,verb,a\nmy,verb,b\n", "modality.csv:3: my stands in line 2 too"),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_to_do(write: Write, name: str, text: str, fault: str) -> None:
    folder = write(name, text)
    with pytest.raises(KnowledgeError) as failure, knowledge.given(folder):
        pass
    assert fault in str(failure.value)
    assert failure.value.hint
    assert knowledge.folders() == ()


def test_what_depends_on_knowledge_is_forgotten_with_it() -> None:
    """A cache of functools would go on answering from another folder."""
    package = Path(sys.modules["etl"].__path__[0])
    wrong = [
        f"{file}:{node.lineno}"
        for file in sorted(package.rglob("*.py"))
        if file.name != "folders.py" and _READS.search(text := file.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(each, ast.Name) and each.id in {"cache", "lru_cache"} for each in node.decorator_list)
    ]
    assert wrong == [], "use etl.knowledge.remembered"
