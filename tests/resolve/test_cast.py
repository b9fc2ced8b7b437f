from __future__ import annotations

from collections.abc import Callable

from dateline.records import Parse
from dateline.reference.actors import registry
from dateline.reference.roles import roles
from dateline.resolve.cast import Cast, hashtag_names, leaders_by_sound

Parses = Callable[[str], Parse]


def cast(parse: Parses, text: str) -> Cast:
    return Cast(parse(text), text, registry(), roles(), leaders_by_sound(registry()))


def test_a_surname_means_the_person_named_in_full(parse: Parses) -> None:
    found = cast(parse, "Carlos Pardo spoke in Lima. Later Pardo left the city.").member("Pardo")
    assert found is not None
    assert found.entity == "local:carlos-pardo"


def test_spellings_of_one_person_are_one_member(parse: Parses) -> None:
    people = cast(parse, "General Qassem Tavani died in May. Ghasem Tavani was buried in June.")
    assert people.member("Qassem Tavani") is people.member("Ghasem Tavani") is not None


def test_a_short_form_means_its_long_form(parse: Parses) -> None:
    bodies = cast(parse, "The Highlands Weavers' Union (HWU) met in Quito. The HWU called a strike.")
    assert bodies.long_forms["HWU"] == "Highlands Weavers' Union"
    bodies = cast(parse, "The River Guard Units, also known as Haras Nahri, marched.")
    assert bodies.long_forms["Haras Nahri"] == "River Guard Units"


def test_a_described_body_is_the_one_last_named(parse: Parses) -> None:
    text = "The Highlands Weavers' Union met in Quito on Friday. The union called a strike."
    found = cast(parse, text).described("union", text.index("The union"))
    assert found is not None
    assert "Weavers" in found.name


def test_hashtags_are_split_into_words() -> None:
    assert list(hashtag_names("#General_Tavani and #JaneRoe #x")) == ["General Tavani", "Jane Roe", "x"]


def test_a_listed_leader_is_known_in_another_spelling(parse: Parses) -> None:
    found = cast(parse, "Volodymyr Zelenskyy spoke to reporters.").member("Volodymyr Zelenskyy")
    assert found is not None
    assert found.entity == "volodymyr-zelensky"


def test_a_title_is_known_only_behind_the_words_that_give_it(parse: Parses) -> None:
    text = "Commander Omar Said met Ali Hassan in Tyre. The commander left. Later Commander Ali Hassan spoke."
    member = cast(parse, text).titled("commander", text.index("left"))
    assert member is not None
    assert member.name == "Omar Said"


def test_a_hashtag_with_a_title_means_the_person(parse: Parses) -> None:
    members = cast(parse, "General Omar Said spoke in Tyre. #General_Said")
    assert members.member("General_Said") is members.member("Omar Said")
