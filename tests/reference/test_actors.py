from __future__ import annotations

import pytest

from dateline.errors import DataError
from dateline.reference.actors import fold, parse_registry, registry, slug
from dateline.reference.roles import roles


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("the UN", "united-nations"),
        ("United Nations", "united-nations"),
        ("Hizbollah", "hezbollah"),
        ("NATO", "nato"),
        ("WHO", "world-health-organization"),
        ("Médecins Sans Frontières", "doctors-without-borders"),
    ],
)
def test_an_alias_finds_its_actor(name: str, entity: str) -> None:
    assert [actor.id for actor in registry().find(name)] == [entity]


@pytest.mark.parametrize("name", ["who", "us", "Jane Roe"])
def test_common_words_and_strangers_find_nobody(name: str) -> None:
    assert registry().find(name) == ()


def test_an_acronym_of_two_bodies_finds_both() -> None:
    assert len(registry().find("RSF")) == 2


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Iran", "IRN"), ("Iranian", "IRN"), ("Iraqis", "IRQ"), ("Washington", "USA"), ("US", "USA"), ("us", None),
        ("South Korean", "KOR"), ("Côte d’Ivoire", "CIV"), ("Turkey", "TUR"), ("Britons", "GBR"), ("Tehran", "IRN"),
        ("Palestinians", "PSE"), ("Ruritania", None),
    ],
)  # fmt: skip
def test_a_word_tells_its_country(word: str, country: str | None) -> None:
    assert registry().country_of(word) == country


def test_every_state_has_an_adjective_and_every_sector_is_known() -> None:
    known = {*roles().people.values(), *roles().bodies.values()}
    assert set(registry().state_names) == set(registry().adjectives)
    assert {actor.sector for some in registry().names.values() for actor in some} <= known


def test_a_state_is_one_actor_with_its_government() -> None:
    state = registry().state("IRN")
    assert (state.id, state.sector, state.country) == ("iran", "GOV", "IRN")


def test_folding_levels_case_marks_and_articles() -> None:
    assert fold("The Côte d’Ivoire's") == "cote divoire"
    assert slug("Jane Roe") == "jane-roe"


@pytest.mark.parametrize("raw", ["[", "[demonyms]\n"])
def test_a_broken_registry_is_refused(raw: str) -> None:
    with pytest.raises(DataError, match="registry of actors"):
        parse_registry(raw)
