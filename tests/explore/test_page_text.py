from __future__ import annotations

from msgspec.structs import replace

from dateline.explore.marks import marks_of
from dateline.explore.page_records import uses_of
from dateline.explore.page_text import PieceView, TextColumn, hues_of, toponym_words
from dateline.records import Block, Reading, Span, Voice


def _pieces(reading: Reading) -> list[PieceView]:
    column = TextColumn(reading, marks_of(reading), uses_of(reading))
    return [piece for s in column.sections() for p in s.paragraphs for piece in p.pieces]


def _piece(reading: Reading, text: str) -> PieceView:
    return next(piece for piece in _pieces(reading) if piece.text == text)


def test_overlapping_marks_share_pieces(reading: Reading) -> None:
    assert _piece(reading, "Thousands").classes.split()[:2] == ["who", "count"]
    assert _piece(reading, "Tamsans").classes.split()[:2] == ["who", "place"]
    assert _piece(reading, " of ").classes.split() == ["who", "who-m_01-0"]


def test_words_of_one_record_lead_to_it_and_shared_ones_to_their_entry(reading: Reading) -> None:
    assert _piece(reading, "gathered").href == "#m_01"
    assert _piece(reading, "Tuesday").href == "#m_01"
    assert _piece(reading, "Accra").href == "#entry-place-1"
    assert _piece(reading, "martyrdom").href == "#entry-loaded-0"


def test_a_trigger_carries_the_numbers_of_its_records(reading: Reading) -> None:
    assert _piece(reading, "arrested").notes == ((2, "m_02"),)
    twice = replace(reading, events=(*reading.events, replace(reading.events[1], id="m_04")))
    assert _piece(twice, "arrested").notes == ((2, "m_02"), (4, "m_04"))


def test_a_loaded_word_shows_its_plain_counterpart(reading: Reading) -> None:
    assert _piece(reading, "martyrdom").title == "honorific; plain: death"


def test_sections_name_the_post_and_its_signature_stands_apart(reading: Reading) -> None:
    post = reading.voices[1]
    signed = post.span.end - len("- Ama B (@amab) March 2, 2021")
    voices = (reading.voices[0], replace(post, body=Span(post.span.start, signed)), *reading.voices[2:])
    signed_reading = replace(reading, voices=voices)
    sections = list(TextColumn(signed_reading, marks_of(signed_reading), {}).sections())
    assert [(s.post, s.speaker, s.handle, s.platform, s.posted) for s in sections][1] == (
        True, "Ama B", "@amab", "X", "2 March 2021",
    )  # fmt: skip
    assert "signature" in _piece(signed_reading, "- Ama B (@amab) March 2, 2021").classes


def test_a_quotation_is_labelled_with_its_speaker(reading: Reading) -> None:
    column = TextColumn(reading, marks_of(reading), {})
    labels = [name for s in column.sections() for p in s.paragraphs for name, _ in p.labels]
    assert labels == ["Esi Tetteh"]


def test_one_speaker_keeps_one_colour(reading: Reading) -> None:
    again = Voice(id="v3", parent="v0", kind="quote", speaker="Ama B", span=Span(0, 4))
    hues = hues_of(replace(reading, voices=(*reading.voices, again)))
    assert hues["v3"] == hues["v1"] != hues["v2"]


def test_headings_and_items_keep_their_kind(reading: Reading) -> None:
    first = Block(span=Span(0, 20), kind="heading")
    with_blocks = replace(reading, report=replace(reading.report, blocks=(first,)))
    kinds = [p.kind for s in TextColumn(with_blocks, (), {}).sections() for p in s.paragraphs]
    assert kinds == ["heading", "paragraph", "paragraph", "paragraph"]


def test_an_unresolved_toponym_says_so(reading: Reading) -> None:
    assert toponym_words(reading, 0) == "not in the gazetteer"
    assert toponym_words(reading, 1) == "Accra, Greater Accra, GHA"
