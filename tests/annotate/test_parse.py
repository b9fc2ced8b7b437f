"""The parse stage: sentence limits, offsets, clear errors about models."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from spacy.tokens import Doc

from dateline.annotate.parse import Parser, load_model
from dateline.errors import ModelError
from dateline.records import Reading, Span, Voice
from tests.factory import reading


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_any_text_gives_tokens_that_are_slices(parser: Parser, text: str) -> None:
    tree = parser(reading(text)).grammar()
    assert all(text[t.start : t.end].lower() == t.text.lower() for t in tree.tokens)  # a title is read in small letters
    assert [t.i for t in tree.tokens] == list(range(len(tree.tokens)))
    assert [i for first, last in tree.sentences for i in range(first, last)] == list(range(len(tree.tokens)))


def test_sentences_stop_at_line_ends_and_posts(parser: Parser) -> None:
    text = "Rain fell and\n\nthe post says we march — Ana (@ana) May 2, 2024 then the text goes on"
    start, end = text.index("the post"), text.index(" then")
    base = reading(text)
    post = Voice(id="v1", parent="v0", kind="post", speaker="Ana", span=Span(start, end), posted=date(2024, 5, 2))
    tree = parser(replace(base, voices=(*base.voices, post))).grammar()
    starts = {tree.tokens[first].start for first, _ in tree.sentences}
    assert {0, start, end + 1} <= starts


def test_capitals_or_a_town_behind_a_sentence_are_no_dateline(parser: Parser) -> None:
    for plain in (
        "Ana Roe left early. DAWN -- which had hoped for more -- left.",
        "Ana Roe left early. Tunis — home — shut.",
    ):
        assert len(parser(reading(plain)).grammar().sentences) == 2, plain


def test_a_dateline_is_no_part_of_its_sentence(parser: Parser) -> None:
    for head in (
        "LAGOS, March 3 (Atlantic Wire) - ",
        "CARTAGENA, Colombia (AW) — ",
        "TUNIS — ",
        "TUNIS, Feb. 3 - ",
        "ENUGU, Nigeria - ",
        "TUNIS, Feb. 3 (Atlantic Wire) - ",
        "TUNIS, 3.2.2010 (Atlantic Wire) -- ",
        "Tunis, Feb 3 (AW) - ",
        "La Paz, 3 Feb (AW).- ",
        "Tunis, AWN- ",
        "Tunis, February 3, AWN - ",
        "Tunis (Atlantic Wire) - ",
        "TUNIS, Tunisia (AW)_ ",
        "TUNIS (AW) _\n\n",
        "SPRINGDALE, Ark. (AW) -- ",
        "SPRINGDALE, N.Y. -- ",
        "Port shut for third day. TUNIS — ",
        "Port shut for third day. SPRINGDALE, Ark. (AW) -- ",
    ):
        text = f"{head}Dockers blocked the port."
        tree = parser(reading(text)).grammar()
        assert any(tree.tokens[first].text == "Dockers" for first, _ in tree.sentences), head
    for plain in (
        "The NGO (founded in 1990) - a small one - closed.",
        "Dockers United (DU) - a small union - closed the port.",
        "Ana Roe, 43, (independent) - a teacher - closed the school.",
        "Police in Tunis arrested two men - again.",
    ):
        assert len(parser(reading(plain)).grammar().sentences) == 1, plain


def test_flags_and_hashes_do_not_turn_the_tree(parser: Parser) -> None:
    tree = parser(
        reading("📷 Families from towns across 🇲🇿 #Sofala are visiting the tomb of #Captain_Alves.")
    ).grammar()
    verb = next(t for t in tree.tokens if t.text == "visiting")
    assert [t.text for t in tree.kids(verb.i, "nsubj")] == ["Families"]
    assert not any(t.text in ("#", "🇲", "🇿", "📷") for t in tree.tokens)


def test_a_caption_keeps_its_verb(parser: Parser) -> None:
    tree = parser(reading("Aleppo nomads commemorate memory of Martyr Halabi")).grammar()
    verb = next(t for t in tree.tokens if t.text == "commemorate")
    assert (verb.pos, verb.dep) == ("VERB", "ROOT")
    assert [t.text for t in tree.kids(verb.i, "nsubj", "dobj")] == ["nomads", "memory"]
    plain = parser(reading("The chief wants moderate changes.")).grammar()
    assert next(t for t in plain.tokens if t.text == "wants").pos == "VERB"


def test_what_never_ends_is_cut(parser: Parser) -> None:
    tree = parser(reading("word and " * 3000)).grammar()
    assert max(last - first for first, last in tree.sentences) <= 260


def test_many_readings_keep_their_order(parser: Parser) -> None:
    texts = [f"Report number {n}." for n in range(40)]
    assert [r.report.text for r in parser.pipe(map(reading, texts))] == texts


def test_missing_model_says_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"'en_none' is not installed; install it"):
        load_model("en_none")


def test_wrong_model_says_what_it_lacks(tmp_path: Path) -> None:
    import spacy

    for lang, name, reason in (("en", "bare", "has no parser"), ("de", "german", "has no parser")):
        spacy.blank(lang).to_disk(tmp_path / name)
        with pytest.raises(ModelError, match=reason):
            load_model(str(tmp_path / name))


@pytest.mark.parametrize(
    ("form", "lemma"), [("staged", "stage"), ("waged", "wage"), ("raped", "rape"), ("fined", "fine")]
)
def test_forms_of_common_verbs_are_not_read_as_those_of_rare_ones(parser: Parser, form: str, lemma: str) -> None:
    tokens = parser(reading(f"The gang {form} something there.")).grammar().tokens
    assert next(t.lemma for t in tokens if t.text == form) == lemma


def test_the_date_of_an_entry_is_no_part_of_its_sentence(parser: Parser) -> None:
    tree = parser(reading("3 May: Dockers block the port.\n\n9 May - About 40 men march.")).grammar()
    assert [tree.tokens[first].text for first, _ in tree.sentences] == ["3", "Dockers", "9", "About"]


def test_the_model_multiplies_by_numpy_and_leaves_others_their_way() -> None:
    from thinc.api import get_current_ops

    before = get_current_ops()
    vectors: Any = load_model().get_pipe("tok2vec")
    assert not any(node.ops.use_blis for node in vectors.model.walk())
    assert get_current_ops() is before


def test_one_thread_multiplies_while_a_batch_is_parsed(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    from threadpoolctl import ThreadpoolController

    def threads() -> set[int]:
        return {pool["num_threads"] for pool in ThreadpoolController().select(user_api="blas").info()}

    seen: list[set[int]] = []
    docs = parser._docs

    def seeing(batch: list[Reading]) -> list[Doc]:
        seen.append(threads())
        return docs(batch)

    monkeypatch.setattr(parser, "_docs", seeing)
    before = threads()
    parser(reading("Rain fell."))
    assert seen == [{1}]
    assert threads() == before
