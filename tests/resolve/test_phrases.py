from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Parse, Span
from dateline.reference.actors import registry
from dateline.reference.roles import roles
from dateline.resolve.cast import Cast, leaders_by_sound
from dateline.resolve.phrases import Identity, Phrases

Parses = Callable[[str], Parse]


def identity(parse: Parses, text: str, phrase: str) -> Identity:
    parsed = parse(text)
    members = Cast(parsed, text, registry(), roles(), leaders_by_sound(registry()))
    start = text.index(phrase)
    span = Span(start, start + len(phrase))
    head = parsed.head_of(span)
    assert head is not None
    found = Phrases(parsed, members, registry(), roles()).identity(parsed.inside(span), head)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "phrase", "entity", "country", "sector"),
    [
        ("Thousands of Kenyans gathered.", "Thousands of Kenyans", "kenyan-people", "KEN", "CVL"),
        ("The people of Kenya mourned.", "The people of Kenya", "kenyan-people", "KEN", "CVL"),
        ("Iranian officials met them.", "Iranian officials", "iranian-officials", "IRN", "GOV"),
        ("Turkish officials met them.", "Turkish officials", "turkish-officials", "TUR", "GOV"),
        ("The Trump administration refused.", "The Trump administration", "united-states", "USA", "GOV"),
        ("The Rousseff government fell.", "The Rousseff government", "brazil", "BRA", "GOV"),
        ("The French government fell.", "The French government", "france", "FRA", "GOV"),
        ("Iraq's army moved north.", "Iraq's army", "iraq-military", "IRQ", "MIL"),
        ("The Kenyan police fired.", "The Kenyan police", "kenya-police", "KEN", "COP"),
        (
            "The Chinese foreign ministry replied.",
            "The Chinese foreign ministry",
            "china-foreign-ministry",
            "CHN",
            "GOV",
        ),
        ("Russia attacked the town.", "Russia", "russia", "RUS", "GOV"),
        ("Ukraine attacked the town.", "Ukraine", "ukraine", "UKR", "GOV"),
        ("The United States attacked.", "The United States", "united-states", "USA", "GOV"),
        ("Hezbollah fired rockets.", "Hezbollah", "hezbollah", "LBN", "UAF"),
        ("Police fired tear gas.", "Police", "local:police", None, "COP"),
        ("Seven hooded men threw stones.", "Seven hooded men", "local:hooded-men", None, None),
    ],
)
def test_a_phrase_means_somebody(
    parse: Parses, text: str, phrase: str, entity: str, country: str | None, sector: str | None
) -> None:
    found = identity(parse, text, phrase)
    assert (found.entity, found.country) == (entity, country)
    assert sector is None or found.sector == sector


def test_a_title_gives_the_sector_and_is_no_part_of_the_name(parse: Parses) -> None:
    found = identity(parse, "Education Minister Carlos Pardo resigned.", "Education Minister Carlos Pardo")
    assert (found.name, found.entity, found.sector) == ("Carlos Pardo", "local:carlos-pardo", "GOV")


def test_an_office_and_a_surname_mean_the_one_leader_of_that_name(parse: Parses) -> None:
    assert identity(parse, "President Macron spoke in Paris.", "President Macron").entity == "emmanuel-macron"


def test_a_surname_alone_means_no_listed_leader(parse: Parses) -> None:
    assert identity(parse, "Macron spoke in Paris.", "Macron").entity == "local:macron"
