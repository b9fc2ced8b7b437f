import numpy as np

from dateline.annotate.place_choice import Group, settle
from dateline.annotate.spellings import other_spellings
from tests.small_gazetteer import small_gazetteer


def unlisted(key: str, inside: int | None = None) -> Group:
    return Group(key, np.empty(0, np.int32), np.empty(0, np.uint8), inside=inside)


def test_a_spelling_is_found_in_a_country_of_the_report() -> None:
    rows, qualities = small_gazetteer().rows("iraq")
    groups = [Group("iraq", rows, qualities), unlisted("tekrit")]
    settle(small_gazetteer(), groups)
    other_spellings(small_gazetteer(), groups)
    assert small_gazetteer().place(groups[1].best()).name == "Tikrit"


def test_without_a_country_nothing_is_guessed() -> None:
    lone = unlisted("tekrit")
    other_spellings(small_gazetteer(), [lone])
    assert len(lone.rows) == 0


def test_the_stated_container_bounds_the_search() -> None:
    peru = unlisted("tekrit", inside=small_gazetteer().row_of("PE"))
    iraq = unlisted("tekrit", inside=small_gazetteer().row_of("IQ"))
    other_spellings(small_gazetteer(), [peru, iraq])
    assert (len(peru.rows), len(iraq.rows)) == (0, 1)


def test_a_name_taken_for_unlisted_tells_no_country() -> None:
    rows, qualities = small_gazetteer().rows("iraq")
    groups = [Group("iraq", rows, qualities), unlisted("tekrit")]
    settle(small_gazetteer(), groups)
    groups[0].unlisted = True
    other_spellings(small_gazetteer(), groups)
    assert len(groups[1].rows) == 0
