from collections.abc import Callable

import pytest

from dateline.annotate.name_spans import NameSpan, SpanFinder
from dateline.records import Parse, Span
from tests.small_gazetteer import small_gazetteer

ParseText = Callable[[str], Parse]


def _find(grammar: Parse, text: str, wanted: Callable[[NameSpan], bool]) -> list[NameSpan]:
    finder = SpanFinder(small_gazetteer())
    return finder.find(finder.options(grammar, text), wanted)


def found(parse: ParseText, text: str) -> list[tuple[str, str, str]]:
    spans = _find(parse(text), text, lambda _: True)
    return [(span.span.of(text), span.source, span.level) for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Ad-Diwaniyah.", ("Ad-Diwaniyah", "name", "")),
        ("They met in Baghdad International Airport.", ("Baghdad International Airport", "name", "")),
        ("people waiting near baghdad airport", ("baghdad airport", "name", "")),
        ("Many Iraqis came.", ("Iraqis", "demonym", "")),
        ("The U.S. agreed.", ("U.S.", "short", "")),
        ("They walked to Plaza Mayor of Lima.", ("Plaza Mayor", "spot", "")),
        ("They prayed at the Tomb of Cyrus.", ("Tomb of Cyrus", "spot", "")),
        ("It began in Waterloo station.", ("Waterloo station", "spot", "")),
        ("They live in Salah ad Din province.", ("Salah ad Din", "name", "admin1")),
        ("He spoke in the guard's home town of Qal ez-Belmora.", ("Qal ez-Belmora", "unknown", "town")),
        ("He left the village of Belmora.", ("Belmora", "unknown", "town")),
        ("They met in her hometown of Belmora.", ("Belmora", "unknown", "town")),
        ("He spoke in the guard's home town of Qal-e Belmora.", ("Qal-e Belmora", "unknown", "town")),
        ("Shells hit the Belmora neighborhood on Friday.", ("Belmora", "unknown", "town")),
        ("Three men were shot at a Baghdad market.", ("Baghdad", "name", "")),
        ("The blast hit Iraq's Tikrit on Friday.", ("Tikrit", "name", "")),
        ("He died outside the town of Belmora Sunday.", ("Belmora", "unknown", "town")),
        ("They prayed at Belmora and Selmora mosque.", ("Selmora mosque", "spot", "")),
    ],
)
def test_names_and_spots(parse: ParseText, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(parse, text)


def test_a_short_form_counts_behind_a_place_only(parse: ParseText) -> None:
    assert ("Va.", "short", "") in found(parse, "A man from Alexandria, Va., was held.")
    assert "Va." not in [form for form, _, _ in found(parse, "Aunt Va. was held.")]


def test_generic_words_name_no_spot(parse: ParseText) -> None:
    assert found(parse, "They met at City Hall.") == []


def test_spans_do_not_overlap_and_refusal_falls_back_to_the_shorter(parse: ParseText) -> None:
    text = "Police closed Baghdad Square on Monday."
    spans = _find(parse(text), text, lambda span: span.source != "spot")
    assert [span.span.of(text) for span in spans] == ["Baghdad"]


def test_a_given_span_is_taken_as_it_is(parse: ParseText) -> None:
    text = "flights from baghdad were late"
    name = SpanFinder(small_gazetteer()).at(parse(text), text, Span(13, 20))
    assert name is not None
    assert (name.source, name.key) == ("name", "baghdad")


def test_a_lesser_town_is_no_part_of_a_longer_name(parse: ParseText) -> None:
    assert found(parse, "Shells hit Tikrit al-Gharbi on Friday.") == []
    assert [name for name, *_ in found(parse, "Shells hit Cairo al-Gharbi on Friday.")] == ["Cairo"]
