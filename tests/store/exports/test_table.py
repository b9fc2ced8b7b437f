from datetime import date

from dateline.store.exports.table import COLUMNS, mention_rows, told_in
from tests.corroborate.factory import Said, report_of


def codes(type_: str, mode: str | None) -> tuple[str | None, str | None, str | None]:
    return ("Strategic developments", "Arrests", "17") if (type_, mode) == ("COERCE", "arrest") else (None, None, None)


SAID = Said(
    "The  Police arrested Ida Berg; ten fled.", source="the ministry", counts={"arrested": (1, 1), "injured": (2, None)},
    who={"actor": "Police", "recipient": "Ida Berg", "target": "a; b"},
)  # fmt: skip


def test_columns_are_those_of_the_contract() -> None:
    names = " ".join(COLUMNS)
    assert names.startswith(
        "mention_id report_id source outlet published voice_kind voice_speaker attribution_source type"
    )
    assert (
        "status date_from date_to time_precision time_basis actor1 actor1_country actor1_sector actor2 actor2_country"
        in names
    )
    assert "place admin1 country latitude longitude geo_precision geonameid place_basis participants_low" in names
    assert names.endswith(
        "trigger sentence span_start span_end acled_event_type acled_sub_event_type cameo_root confidence"
    )


def test_a_row_holds_the_mention() -> None:
    (row,) = mention_rows(told_in([report_of("North", SAID)]), codes)
    assert list(row) == list(COLUMNS)
    told = {name: row[name] for name in ("outlet", "attribution_source", "type", "actor1", "actor2", "target", "place")}
    assert told == {"outlet": "North", "attribution_source": "the ministry", "type": "COERCE", "actor1": "Police",
                    "actor2": "Ida Berg", "target": "a, b", "place": "Kerman"}  # fmt: skip
    assert (row["date_from"], row["latitude"], row["geonameid"]) == (date(2024, 5, 3), 30.283, None)
    assert [row[name] for name in ("arrested_low", "injured_low", "injured_high", "killed_low")] == [1, 2, None, None]
    assert row["sentence"] == "The Police arrested Ida Berg; ten fled."
    assert (row["acled_sub_event_type"], row["cameo_root"]) == ("Arrests", "17")


def test_what_is_not_known_stays_empty() -> None:
    (row,) = mention_rows(
        told_in([report_of("North", Said("Some marched.", "marched", "PROTEST", None, day=None, place=None))]), codes
    )
    assert all(
        row[name] is None for name in ("mode", "date_from", "place", "latitude", "actor1", "actor", "cameo_root")
    )
