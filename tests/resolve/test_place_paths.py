from collections.abc import Callable

import pytest

from dateline.records import Parse, Span, Toponym
from dateline.resolve.place_paths import coordinated, way

ParseText = Callable[[str], Parse]
NOUNS = frozenset(("city", "outskirts"))


def toponym(text: str, name: str) -> Toponym:
    start = text.index(name)
    return Toponym(span=Span(start, start + len(name)), text=name)


def cost(parse: ParseText, text: str, name: str, trigger: str) -> float:
    grammar = parse(text)
    token = grammar.at(text.index(trigger))
    assert token is not None
    return way(grammar, text, toponym(text, name), token, NOUNS).cost


@pytest.mark.parametrize(
    ("text", "near", "far", "trigger"),
    [
        ("Workers from Lima marched in Cusco on Monday.", "Cusco", "Lima", "marched"),
        ("Police in Cairo said a man was shot in Tanta.", "Tanta", "Cairo", "shot"),
        ("The singer, who was born in Lima, was shot in Cusco.", "Cusco", "Lima", "shot"),
        ("A bomb exploded in Tikrit, 40 miles north of Baghdad.", "Tikrit", "Baghdad", "exploded"),
        ("They marched in Cusco against the war in Iraq.", "Cusco", "Iraq", "marched"),
    ],
)
def test_the_place_of_the_happening_is_nearest(parse: ParseText, text: str, near: str, far: str, trigger: str) -> None:
    assert cost(parse, text, near, trigger) + 1 < cost(parse, text, far, trigger)


def test_of_passes_through_a_noun_of_place(parse: ParseText) -> None:
    town = cost(parse, "He was shot on the outskirts of Tikrit.", "Tikrit", "shot")
    office = cost(parse, "He was shot on the orders of Tikrit.", "Tikrit", "shot")
    assert town < office


def test_coordinated_places_come_together(parse: ParseText) -> None:
    text = "Rallies were held in Lima, Cusco and Puno."
    places = [toponym(text, name) for name in ("Puno", "Lima", "Cusco")]
    assert [t.text for t in coordinated(parse(text), places[0], places)] == ["Lima", "Cusco", "Puno"]
