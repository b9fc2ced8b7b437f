import numpy as np

from dateline.annotate.place_choice import Group, settle, within
from dateline.reference.gazetteer import load_gazetteer
from tests.small_gazetteer import small_gazetteer


def group(key: str, **fields: object) -> Group:
    rows, qualities = small_gazetteer().rows(key)
    return Group(key, rows, qualities, **fields)  # type: ignore[arg-type]


def chosen(*groups: Group) -> list[tuple[str, str | None]]:
    settle(small_gazetteer(), groups)
    places = [small_gazetteer().place(g.best()) for g in groups]
    return [(place.name, place.country) for place in places]


def test_alone_the_larger_place_wins() -> None:
    assert chosen(group("paris")) == [("Paris", "FRA")]


def test_company_decides() -> None:
    assert chosen(group("paris"), group("texas", mentions=2.0), group("lamar county")) == [
        ("Paris", "USA"), ("Texas", "USA"), ("Lamar County", "USA"),
    ]  # fmt: skip


def test_a_stated_container_decides() -> None:
    egypt, virginia = small_gazetteer().row_of("EG"), small_gazetteer().row_of("US.VA")
    assert chosen(group("alexandria", inside=egypt)) == [("Alexandria", "EGY")]
    assert chosen(group("alexandria", inside=virginia)) == [("Alexandria", "USA")]


def test_a_province_is_not_its_capital() -> None:
    assert small_gazetteer().place(_settled(group("cusco")).best()).precision == "town"
    assert small_gazetteer().place(_settled(group("cusco", level="admin1")).best()).precision == "admin1"


def test_a_place_whose_inhabitants_nobody_tells_is_not_empty() -> None:
    gazetteer = load_gazetteer()
    one, *others = (Group(key, *gazetteer.rows(key)) for key in ("hays", "muscat", "aden"))
    settle(gazetteer, [one, *others])
    assert gazetteer.place(one.best()).country == "YEM"
    settle(gazetteer, [one, Group("wichita", *gazetteer.rows("wichita"))])
    assert gazetteer.place(one.best()).country == "USA"


def _settled(one: Group) -> Group:
    settle(small_gazetteer(), [one])
    return one


def test_shares_sum_to_one_and_are_ranked() -> None:
    ranked = _settled(group("alexandria")).ranked()
    assert abs(sum(share for _, share in ranked) - 1.0) < 1e-9
    assert ranked == sorted(ranked, key=lambda r: -r[1])


def test_a_lesser_town_far_from_the_story_is_taken_for_an_unlisted_spot() -> None:
    gazetteer = small_gazetteer()
    rows, qualities = gazetteer.rows("paris")
    texan = [gazetteer.place(int(row)).country == "USA" for row in rows]
    far, near = (Group("paris", rows[texan], qualities[texan]) for _ in range(2))
    egypt = gazetteer.row_of("EG")
    settle(gazetteer, [far, group("cairo", mentions=3.0), group("alexandria", inside=egypt, mentions=3.0)])
    settle(gazetteer, [near, group("texas", mentions=3.0), group("lamar county")])
    assert far.unlisted
    assert not near.unlisted


def test_a_name_in_a_word_of_spots_is_sooner_an_unlisted_one() -> None:
    gazetteer = small_gazetteer()
    rows, qualities = gazetteer.rows("paris")
    texan = [gazetteer.place(int(row)).country == "USA" for row in rows]
    town, park = Group("paris", rows[texan], qualities[texan]), Group("paris park", rows[texan], qualities[texan])
    for one in (town, park):
        settle(gazetteer, [one, group("cairo")])
    assert park.unlisted
    assert not town.unlisted


def test_within_a_subdivision_and_a_country() -> None:
    gazetteer = small_gazetteer()
    rows, _ = gazetteer.rows("paris")
    texas, france = gazetteer.row_of("US.TX"), gazetteer.row_of("FR")
    assert texas is not None
    assert france is not None
    countries = [gazetteer.place(int(row)).country for row in rows]
    assert within(gazetteer, rows, texas).tolist() == [c == "USA" for c in countries]
    assert within(gazetteer, rows, france).tolist() == [c == "FRA" for c in countries]


def test_groups_without_candidates_are_left_alone() -> None:
    empty = Group("nowhere", np.empty(0, np.int32), np.empty(0, np.uint8))
    settle(small_gazetteer(), [empty])
    assert len(empty.chances) == 0
