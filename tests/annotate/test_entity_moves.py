"""The recognizer's moves read off in one go: the same names as spaCy's own."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import fix_random_seed

from dateline.annotate.entity_moves import QuickRecognizer
from dateline.annotate.parse import DEFAULT_MODEL
from dateline.annotate.parse import Parser as ParseStage
from tests.factory import reading

TEXTS = (
    "On 4 March 2023 the Mayor of Port Elizabeth, Anna van der Merwe, met 1,200 members of the Transport Workers Union.",
    "",
    "Nairobi",
    "He left\n\nSouth Africa's Department of Home Affairs  on Tuesday. The New York Times said so at 5 p.m. EST",
    " \n ",
    "The United Nations High Commissioner for Refugees, who flew in from Addis Ababa, Ethiopia, gave $ 3.5 million",
)


@pytest.fixture(scope="module")
def packaged() -> Language:
    return spacy.load(DEFAULT_MODEL)


def wild_recognizer(seed: int, kind: str = "ner") -> Language:
    """Return a pipeline whose recognizer has random weights, so that it finds names everywhere, long ones too."""
    fix_random_seed(seed)
    nlp = spacy.blank("en")
    part = nlp.add_pipe(kind)
    for label in ("PERSON", "GPE", "DATE"):
        part.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    upper = part.model.get_ref("upper")  # type: ignore[attr-defined]
    chance = np.random.default_rng(seed)
    for name in ("W", "b"):
        upper.set_param(name, chance.normal(size=upper.get_param(name).shape).astype("f"))
    return nlp


def marked(nlp: Language, docs: list[Doc]) -> list[Any]:
    """Return what spaCy's recognizer and the quick one write into the texts."""
    quick = QuickRecognizer.of(nlp)
    assert quick is not None
    quick.mark(docs)
    return [doc.to_array(["ENT_IOB", "ENT_TYPE"]).tolist() for doc in docs]


def found(nlp: Language, docs: list[Doc]) -> list[Any]:
    """Return what spaCy's own recognizer writes into the texts."""
    docs = list(nlp.get_pipe("ner").pipe(iter(docs), batch_size=16))  # type: ignore[attr-defined]
    return [doc.to_array(["ENT_IOB", "ENT_TYPE"]).tolist() for doc in docs]


def test_the_packaged_model_gets_the_names_that_spacy_finds(packaged: Language) -> None:
    def parsed() -> list[Doc]:
        return list(packaged.pipe(TEXTS, disable=["ner"]))

    wanted = found(packaged, parsed())
    assert marked(packaged, parsed()) == wanted
    assert sum(iob == 3 for doc in wanted for iob, _ in doc) > 8


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=60), max_size=4))
def test_any_texts_get_the_names_that_spacy_finds(packaged: Language, texts: list[str]) -> None:
    assert marked(packaged, [*map(packaged.make_doc, texts)]) == found(packaged, [*map(packaged.make_doc, texts)])


@pytest.mark.parametrize("seed", range(12))
def test_names_stop_at_sentences_and_texts_whatever_the_weights(seed: int) -> None:
    nlp = wild_recognizer(seed)
    chance = random.Random(seed)

    def docs() -> list[Doc]:
        words = [chance.choices(["Rome", "ran", "\n", "of", "7"], k=length) for length in (0, 1, 2, 9, 40)]
        return [Doc(nlp.vocab, some, sent_starts=[chance.random() < 0.2 for _ in some]) for some in words]

    chance.seed(seed)
    wanted = found(nlp, docs())
    chance.seed(seed)
    assert marked(nlp, docs()) == wanted
    assert [3, 1] in [[a[0], b[0]] for doc in wanted for a, b in pairwise(doc)]  # a name of several words


def test_what_is_no_recognizer_of_the_known_kind_is_left_to_spacy() -> None:
    assert QuickRecognizer.of(wild_recognizer(1, "beam_ner")) is None
    assert QuickRecognizer.of(wild_recognizer(1)) is not None
    nlp = wild_recognizer(1)
    nlp.add_pipe("sentencizer")  # a later part may ask for the names
    assert QuickRecognizer.of(nlp) is None
    assert QuickRecognizer.of(spacy.blank("en")) is None
    nlp = wild_recognizer(1)
    nlp.add_pipe("entity_ruler", first=True)  # what it finds is to stay
    assert QuickRecognizer.of(nlp) is None


def test_a_pipeline_of_another_kind_is_run_whole(packaged: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXTS[0]
    quick = ParseStage(packaged)(reading(text)).grammar()
    monkeypatch.setattr(QuickRecognizer, "of", lambda nlp: None)
    assert ParseStage(packaged)(reading(text)).grammar() == quick
    assert quick.entities
