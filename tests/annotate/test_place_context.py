from collections.abc import Callable

import msgspec
import pytest

from dateline.annotate.name_spans import NameSpan
from dateline.annotate.place_context import context_groups, standing_in_text
from dateline.records import Parse, Report, Span
from tests.small_gazetteer import small_gazetteer

ParseText = Callable[[str], Parse]


def places(facts: dict[str, str], named: frozenset[str] = frozenset()) -> set[str]:
    gazetteer = small_gazetteer()
    report = msgspec.convert({"id": "r_test", "source": "test.txt", **facts}, Report)
    return {gazetteer.place(int(row)).name for g in context_groups(gazetteer, report, named) for row in g.rows}


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"title": "Hundreds march in Cairo"}, {"Cairo"}),
        ({"title": "Iraqi ministers resign"}, {"Iraq"}),
        ({"outlet": "Lima Bulletin"}, {"Lima"}),
        ({"outlet": "Prairie Courier"}, set()),
        ({"outlet": "Lake Legal Aid"}, set()),
        ({"outlet": "Tikrit Courier"}, set()),  # a small town's name is as often a word
        ({"url": "https://news.example.pe/a/1"}, {"Peru"}),
        ({"outlet": "example.fr"}, {"France"}),
        ({"url": "https://example.com/iq/1"}, set()),
        ({"url": "https://example.tv/a"}, set()),
        ({}, set()),
    ],
)
def test_names_beside_the_text_tell_the_part_of_the_world(facts: dict[str, str], found: set[str]) -> None:
    assert places(facts) == found


def test_what_the_text_names_itself_is_left_to_it() -> None:
    assert places({"title": "Hundreds march in Cairo"}, frozenset({"cairo"})) == set()


@pytest.mark.parametrize(
    ("text", "name", "more"),
    [
        ("LIMA, June 2 (Agency) - Teachers marched.", "LIMA", 1),
        ("Teachers marched in Lima.", "Lima", 0),
        ("The singer was born in Lima in 1950.", "Lima", -1),
        ("Police held a man from Lima.", "Lima", -1),
    ],
)
def test_datelines_count_more_and_origins_less(parse: ParseText, text: str, name: str, more: int) -> None:
    start = text.index(name)
    grammar = parse(text)
    first = grammar.inside(Span(start, start + 1))[0].i
    weight = standing_in_text(grammar, text, NameSpan(first, first + 1, Span(start, start + len(name)), "lima", "name"))
    assert (weight > 1) - (weight < 1) == more
