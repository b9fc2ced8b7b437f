from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Parse, Span, Toponym
from dateline.reference.gazetteer.supplement import event_places
from dateline.resolve.place_features import Features, Scene, path_between
from tests import factory

ParseText = Callable[[str], Parse]
NOUNS = frozenset(("city", "outskirts"))


def toponym(text: str, name: str) -> Toponym:
    start = text.index(name)
    return Toponym(span=Span(start, start + len(name)), text=name, precision="town", geonameid=1)


def features(parse: ParseText, text: str, trigger: str, *names: str, kind: str = "") -> list[Features]:
    grammar = parse(text)
    token = grammar.at(text.index(trigger))
    assert token is not None
    scene = Scene(grammar, text, token, [toponym(text, n) for n in names], frozenset(), NOUNS, kind)
    return [found for found in scene.features() if found is not None]


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
def test_the_place_of_the_happening_scores_highest(
    parse: ParseText, text: str, near: str, far: str, trigger: str
) -> None:
    one, other = map(event_places().score, features(parse, text, trigger, near, far))
    assert one > other
    assert one > 0


def test_distances_and_directions_are_seen(parse: ParseText) -> None:
    text = "A bomb exploded in Tikrit, 40 miles north of Baghdad."
    tikrit, baghdad = features(parse, text, "exploded", "Tikrit", "Baghdad")
    assert (tikrit["distance"], tikrit["direction"], baghdad["distance"], baghdad["direction"]) == (0, 0, 1, 1)


def test_a_container_knows_what_it_holds(parse: ParseText) -> None:
    inner, outer = features(parse, "A bomb exploded in Paris, Texas.", "exploded", "Paris", "Texas")
    assert inner["lies in the name behind"] == outer["holds the name ahead"] == 1


def test_features_of_a_type_need_the_type(parse: ParseText) -> None:
    text = "Teachers marched from Lima on Monday."
    assert not any(name.startswith("PROTEST") for name in features(parse, text, "marched", "Lima")[0])
    assert features(parse, text, "marched", "Lima", kind="PROTEST")[0]["PROTEST from"] == 1


def test_no_path_between_sentences(parse: ParseText) -> None:
    text = "Teachers marched. It rained in Lima."
    grammar = parse(text)
    trigger, lima = grammar.at(text.index("marched")), grammar.at(text.index("Lima"))
    assert trigger is not None
    assert lima is not None
    assert path_between(grammar, lima, trigger) is None


@given(st.integers(0, 3), st.integers(0, 3))
def test_any_two_words_have_features(first: int, second: int) -> None:
    words = [("Ana", 1), ("sang", 1), ("in", 1), ("Lima", 2)]
    grammar = factory.sentence(*((w, w, "PROPN", "NNP", "dep", head) for w, head in words))
    text, token = factory.text_of(grammar), grammar.tokens[first]
    name = Toponym(span=Span(token.start, token.end), text=token.text)
    (found,) = Scene(grammar, text, grammar.tokens[second], [name], frozenset(), NOUNS).features()
    assert found is not None
    assert all(isinstance(value, float) for value in found.values())


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("A man was shot near a house in Lima.", "Lima", "through:spot"),
        ("They marched against the war in Peru.", "Peru", "through:strife"),
        ("They marched behind the Lima police.", "Lima", "of:power"),
        ("They marched, he said, in Lima on Monday.", "Lima", "between:said"),
        ("They marched in Lima on Monday.", "Lima", "next:on"),
        ("They marched in Lima on Monday.", "Lima", "sort:None"),
    ],
)
def test_what_stands_between_and_beside_is_seen(parse: ParseText, text: str, name: str, expected: str) -> None:
    trigger = "shot" if "shot" in text else "marched"
    assert features(parse, text, trigger, name)[0].get(expected) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "feature", "has"),
    [
        ("The envoy flew to Lima on Monday to negotiate.", "negotiate", "goes there first", True),
        ("The envoy, who flew to Lima on Monday, will negotiate.", "negotiate", "goes there first", True),
        ("The nurses went to the governor in Lima to negotiate.", "negotiate", "goes there first", True),
        ("The nurses wrote to the governor in Lima to negotiate.", "negotiate", "goes there first", False),
        ("She left for Lima and negotiated.", "negotiated", "goes there first", True),
        ("They negotiated before she flew to Lima.", "negotiated", "goes there first", False),
        ("The men left Lima and negotiated.", "negotiated", "goes there first", False),
        ("Lima's criminal court freed two men.", "freed", "local body", True),
        ("Two men were freed by Lima's mayor.", "freed", "local body", True),
        ("Lima's envoy freed two men.", "freed", "local body", False),
    ],
)
def test_who_has_gone_and_whose_body_acts_tell_the_place(
    parse: ParseText, text: str, trigger: str, feature: str, *, has: bool
) -> None:
    assert (feature in features(parse, text, trigger, "Lima")[0]) is has


def test_other_happenings_on_the_way_are_told_by_type(parse: ParseText) -> None:
    text = "Two men were shot when police killed five in Lima."
    grammar = parse(text)
    trigger, other = grammar.at(text.index("shot")), grammar.at(text.index("killed"))
    assert trigger is not None
    assert other is not None
    others = frozenset((other.i,))
    for alike, key in ((others, "through:act alike"), (frozenset(), "through:act")):
        scene = Scene(grammar, text, trigger, [toponym(text, "Lima")], others, NOUNS, alike=alike)
        found = scene.features()[0]
        assert found is not None
        assert found[key] == 1


@pytest.mark.parametrize("text", ["Troops patrolled Lima on Monday.", "Lima is patrolled by troops."])
def test_what_is_patrolled_is_the_place_in_either_voice(parse: ParseText, text: str) -> None:
    (found,) = features(parse, text, "patrolled", "Lima", kind="MOBILIZE")
    assert found["MOBILIZE object"] == 1
    assert event_places().score(found) > 0
