from collections.abc import Callable

import pytest

from dateline.annotate.name_evidence import Evidence
from dateline.annotate.name_spans import SpanFinder
from dateline.records import Parse
from tests.small_gazetteer import small_gazetteer

ParseText = Callable[[str], Parse]


def kinds(parse: ParseText, text: str) -> dict[str, str]:
    grammar = parse(text)
    evidence = Evidence(small_gazetteer(), grammar, text)
    finder = SpanFinder(small_gazetteer())
    spans = finder.find(finder.options(grammar, text), evidence.wanted)
    return {span.span.of(text): evidence.kind(span) for span in spans}


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Paris was born in 1970.",
        "Lima was arrested on Monday.",
        "Lima, 34, was taken to a clinic.",
        "Virginia Woolf wrote it.",
        "General Lima spoke to reporters.",
        "Nice work, they said.",
        "The Bank of Cyprus cut its rates.",
        "The Army of the Two Limas claimed the raid.",
        "The Army of the Lima took the hill.",
        "The Lima Times reported it.",
        "The European Space Agency and the African Development Bank have signed.",
        "Belmora, May 3 (Lima) - It rained.",
        "It was the Fourth Latin American Meeting of Farmers.",
    ],
)
def test_people_and_common_words_are_no_places(parse: ParseText, text: str) -> None:
    assert kinds(parse, text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dozens marched in the capital Lima on Friday.", "Lima"),
        ("A man was shot near Tikrit.", "Tikrit"),
        ("The army bombed Belmora Hospital on Friday.", "Belmora Hospital"),
        ("The army shelled the key district of Marwan Al-Dalabi.", "Marwan Al-Dalabi"),
        ("Shells fell near the village of Karim-abad.", "Karim-abad"),
        ("Five men were taken in the disputed Belmori Gorge.", "Belmori Gorge"),
        ("Thousands marched in Lima's Belmorat refugee camp.", "Belmorat refugee camp"),
        ("Clashes went on in the al-Belmora neighbourhood.", "al-Belmora"),
        ("They marched to Market Square.", "Market Square"),
        ("A bomb killed two men in the Belmori sector.", "Belmori"),
    ],
)
def test_words_around_make_a_name_a_place(parse: ParseText, text: str, name: str) -> None:
    assert name in kinds(parse, text)


@pytest.mark.parametrize(
    "text",
    [
        "She spoke in the home town of Jane Roe.",
        "It is the birthplace of Jane Roe.",
        "The rate rose in April.",
        "They have confidence in Roe.",
        "They met at City Hall.",
    ],
)
def test_months_and_people_are_not_stood_in(parse: ParseText, text: str) -> None:
    assert kinds(parse, text) == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Thousands marched in Cairo on Sunday.", "Cairo", "literal"),
        ("Cairo said the talks were over.", "Cairo", "associative"),
        ("The Iraqi minister spoke.", "Iraqi", "associative"),
        ("A Lima-based group denied it.", "Lima", "associative"),
        ("Alexandria Police closed the road.", "Alexandria", "associative"),
        ("They met at Cairo's main market hall.", "Cairo", "literal"),
    ],
)
def test_kind_tells_spots_from_powers(parse: ParseText, text: str, name: str, kind: str) -> None:
    assert kinds(parse, text).get(name) == kind


def test_a_name_in_a_bodys_title_stands_for_the_body(parse: ParseText) -> None:
    assert set(kinds(parse, "She lives in the Lima Mountain Union.").values()) == {"associative"}


def test_a_place_named_before_is_one_where_it_is_visited(parse: ParseText) -> None:
    text = "A bomb went off in Lima on Friday. The governor, Hernan Paz Ulcue, visited Lima on Monday."
    grammar = parse(text)
    evidence = Evidence(small_gazetteer(), grammar, text)
    finder = SpanFinder(small_gazetteer())
    spans = finder.find(finder.options(grammar, text), evidence.wanted)
    assert [span.span.of(text) for span in spans] == ["Lima", "Lima"]


def test_a_saints_title_alone_is_no_place(parse: ParseText) -> None:
    assert "St." not in kinds(parse, "About 300 people picketed outside St. Brendan's on Monday.")
