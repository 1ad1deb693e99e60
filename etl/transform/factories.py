"""The components of the transform as spaCy factories, in the order in which they read an article."""

from collections.abc import Callable

from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from etl import gazetteer
from etl.transform import dates, exercises, paragraphs, quotes, relations
from etl.transform.attributes import RememberingRuler
from etl.transform.events.component import find_events
from etl.transform.events.learned import decide
from etl.transform.linking.component import Linker
from etl.transform.linking.people import find_people
from etl.transform.linking.surfaces import build
from etl.transform.officials.component import Officials
from etl.transform.officials.table import OfficeTable
from etl.transform.officials.titles import Titles
from etl.transform.reading import reading
from etl.transform.standins import find_standins

type Component = Callable[[Doc], Doc]

ORDER = (
    "entente_sentences",
    "entente_linking",
    "entente_people",
    "entente_officials",
    "entente_dates",
    "entente_quotes",
    "entente_relations",
    "entente_exercises",
    "entente_events",
    "entente_standins",
)


@Language.factory("entente_paragraphs")
def _paragraphs(nlp: Language, name: str) -> Component:
    return paragraphs.mark_paragraphs


@Language.factory("entente_attributes")
def _attributes(nlp: Language, name: str) -> Component:
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return RememberingRuler(ruler, nlp.vocab)


@Language.factory("entente_sentences")
def _sentences(nlp: Language, name: str) -> Component:
    return paragraphs.join_split_sentences


@Language.factory("entente_linking")
def _linking(nlp: Language, name: str) -> Component:
    known = gazetteer.load()
    return Linker(build(known), known)


@Language.factory("entente_people")
def _people(nlp: Language, name: str) -> Component:
    return find_people


@Language.factory("entente_officials")
def _officials(nlp: Language, name: str) -> Component:
    known = gazetteer.load()
    return Officials(Titles(nlp, known.position_titles), OfficeTable(known))


@Language.factory("entente_dates")
def _dates(nlp: Language, name: str) -> Component:
    def find(doc: Doc) -> Doc:
        kept = reading(doc)
        kept.dates = dates.find(doc, kept.published)
        kept.dated = dates.hanging(doc, kept.dates)
        return doc

    return find


@Language.factory("entente_quotes")
def _quotes(nlp: Language, name: str) -> Component:
    def find(doc: Doc) -> Doc:
        kept = reading(doc)
        kept.quotes = quotes.find(doc, kept.media)
        return doc

    return find


@Language.factory("entente_standins")
def _standins(nlp: Language, name: str) -> Component:
    return find_standins


@Language.factory("entente_relations")
def _relations(nlp: Language, name: str) -> Component:
    return relations.find_relations


@Language.factory("entente_exercises")
def _exercises(nlp: Language, name: str) -> Component:
    return exercises.find_exercises


@Language.factory("entente_events", default_config={"learned": True})
def _events(nlp: Language, name: str, learned: bool) -> Component:
    return (lambda doc: decide(find_events(doc))) if learned else find_events
