"""The trained models: what they decide beside the rules, why, and that training gives the same files again."""

import json
from pathlib import Path

import numpy as np
import pytest
from samples.reader import facts, ruled_facts, transformer

from etl.errors import KnowledgeError
from etl.model import Article
from etl.training import train
from etl.transform.events.learned import explain
from etl.transform.events.learned.weights import MODELS, linear, load
from etl.transform.reading import reading

INVENTED = [
    ("France attacks Spain.", "ASSAULT", ["FRA"], ["ESP"], "attacks"),
    ("Poland condemns Norway over the fishing dispute.", "ACCUSE", ["POL"], ["NOR"], "condemns"),
    ("Japan and Peru hold talks in Lima.", "CONSULT", ["JPN", "PER"], [], "talks"),
    ("Chile urges Kenya to free the sailors.", "REQUEST", ["CHL"], ["KEN"], "urges"),
    ("Ghana rejects the demand of Togo.", "REJECT", ["GHA"], ["TGO"], "rejects"),
    ("Egypt sends food aid to Sudan.", "AID", ["EGY"], ["SDN"], "sends"),
]


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small gold file of invented sentences."""
    file = tmp_path_factory.mktemp("gold") / "invented.jsonl"
    lines = [
        {
            "id": f"{turn}-{n}",
            "date": "2024-05-16",
            "text": text,
            "nations": [],
            "events": [{"type": kind, "source": one, "target": other, "cue": cue}],
        }
        for turn in range(3)
        for n, (text, kind, one, other, cue) in enumerate(INVENTED)
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return file


def test_training_gives_the_same_files_again(gold: Path, tmp_path: Path) -> None:
    for turn in ("one", "two"):
        train(gold, tmp_path / turn)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == sorted([*(f"event_{name}.{end}" for name in MODELS for end in ("npy", "txt")), "events.json"])
    assert [(tmp_path / "one" / name).read_bytes() for name in names] == [
        (tmp_path / "two" / name).read_bytes() for name in names
    ]


def test_what_was_trained_can_be_read_with(gold: Path, tmp_path: Path) -> None:
    figures = train(gold, tmp_path)
    assert figures["events.type F1"] >= figures["events.type F1, rules alone"] > 0
    assert load(tmp_path).roles.matrix.shape[1] == 3


def test_a_model_whose_files_do_not_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        load(tmp_path)


def test_an_unknown_feature_counts_nothing() -> None:
    model = linear(["a", "b"], np.array([[1.0, 2.0], [3.0, 4.0]], np.float32))
    assert model.scores([["a", "b"], ["c"], []]).tolist() == [[4.0, 6.0], [0.0, 0.0], [0.0, 0.0]]


def test_confidence_rises_with_probability() -> None:
    shares = [load().confidence(step / 20) for step in range(21)]
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] <= 1


def test_the_rules_alone_can_read_too() -> None:
    text = "France attacks Spain."
    (ruled,), (learned,) = ruled_facts(text)["events"], facts(text)["events"]
    assert (ruled["source"], ruled["target"]) == (learned["source"], learned["target"]) == (["FRA"], ["ESP"])


def test_a_decision_is_explained() -> None:
    doc = transformer().parse(Article("invented", "France attacks Spain.", "2024-05-16"))
    (frame,) = reading(doc).frames
    found = explain(doc, frame)
    assert {each.decision for each in found} == {"it is ASSAULT", "FRA is source", "ESP is target"}
    assert all(each.ground and each.weight for each in found)


def test_coordinated_verbs_share_only_their_subject() -> None:
    met, attacked = facts("Russia met Iran and attacked Ukraine.")["events"]
    assert (sorted(met["source"]), met["target"]) == (["IRN", "RUS"], [])
    assert (attacked["source"], attacked["target"]) == (["RUS"], ["UKR"])


def test_unnamed_groups_count_for_the_state_behind_them() -> None:
    assert facts("Opposition rebels in Chad attacked the army of Sudan on Monday.")["events"][0]["source_nations"] == ["TCD"]
