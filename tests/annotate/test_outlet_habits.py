"""The order of dates in figures, and the outlet's country by its address."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from dateline.annotate.outlet_habits import figure_order, outlet_country
from dateline.reference.times import load_time_grammar
from tests import factory

GRAMMAR = load_time_grammar()
PUBLISHED = date(2024, 5, 3)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("On 25/03/2024 and 04/05/2024.", "dmy"),
        ("On 03/25/2024 and 04/05/2024.", "mdy"),
        ("On 02/05/2024.", "dmy"),
        ("On 05/02/2024.", "mdy"),
        ("No dates here.", "mdy"),
    ],
)
def test_the_order_of_bare_figures(text: str, order: str) -> None:
    assert figure_order(factory.reading(text, published=PUBLISHED).report, GRAMMAR) == order


@pytest.mark.parametrize(
    ("url", "country", "order"),
    [
        ("https://www.harbourpost.co.uk/a", "gb", "dmy"),
        ("https://harbourpost.ph/a", "ph", "mdy"),
        ("https://harbourpost.com/a", None, "mdy"),
        ("https://harbourpost.tv/a", None, "mdy"),
        (None, None, "mdy"),
    ],
)
def test_the_outlets_country(url: str | None, country: str | None, order: str) -> None:
    report = replace(factory.reading("On 04/05/2031.").report, url=url)
    assert outlet_country(report, GRAMMAR) == country
    assert figure_order(report, GRAMMAR) == order
