"""The quick look-up of spaCy's attribute rules: the same matches as spaCy's own."""

from __future__ import annotations

import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from dateline.annotate.attribute_rules import QuickMatcher, quicken
from dateline.annotate.parse import DEFAULT_MODEL

TEXTS = (
    "The mayor didn't say why she had not come, but there're two who know: that clerk and I.",
    "Nuthin' ain't lost, y'all.  It's been so since May\n\nDo they do what they did? Give it to me or you.",
    "",
)


def test_the_packaged_model_gets_the_matches_that_spacy_finds() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    docs = [nlp(text) for text in TEXTS]
    wanted = [ruler.match(doc) for doc in docs]
    quick = QuickMatcher(ruler)
    assert [quick.match(doc) for doc in docs] == wanted
    assert [quick.match(doc) for doc in docs] == wanted  # from memory too
    assert sum(map(len, wanted)) > 50


def test_rules_of_any_shape_are_applied_in_their_order() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"LOWER": "light"}]], {"TAG": "JJ"})
    ruler.add([[{"LOWER": {"IN": ["a", "the"]}}, {"LOWER": "light"}]], {"TAG": "NN"}, index=1)
    ruler.add([[{"TAG": {"NOT_IN": ["DT", "JJ"]}, "LOWER": {"REGEX": "^lit"}}]], {"TAG": "VBD"})
    ruler.add([[{"LOWER": "the"}], [{"TAG": {"NOT_IN": ["", "X"]}}]], {"TAG": "DT"})
    doc = Doc(nlp.vocab, "The light lit a Light room".split(), tags=["", "", "", "", "", "X"])
    wanted = ruler.match(doc)
    quicken(nlp)
    assert ruler.match(doc) == wanted
    assert [token.tag_ for token in ruler(doc)] == ["DT", "NN", "VBD", "", "NN", "X"]
