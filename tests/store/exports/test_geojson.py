import io
import json

from dateline.corroborate import corroborate
from dateline.store.exports.geojson import event_features, mention_features, write_geojson
from dateline.store.exports.table import told_in
from tests.corroborate.factory import Said, report_of

READING = report_of("Nørth", Said("Ten arrested."), Said("Some marched.", "marched", "PROTEST", None, place=None))


def test_mentions_as_features_longitude_first() -> None:
    out = io.StringIO()
    write_geojson(out, mention_features(told_in([READING]), lambda *_: (None, None, None)), ["GeoNames, CC BY 4.0"])
    doc = json.loads(out.getvalue())
    assert (doc["type"], doc["credits"]) == ("FeatureCollection", ["GeoNames, CC BY 4.0"])
    placed, unplaced = doc["features"]
    assert placed["geometry"] == {"type": "Point", "coordinates": [57.079, 30.283]}
    assert (placed["id"], placed["properties"]["date_from"]) == (READING.events[0].id, "2024-05-03")
    assert unplaced["geometry"] is None


def test_events_as_features() -> None:
    events = corroborate([READING])
    features = list(event_features(events))
    assert [feature["id"] for feature in features] == [event.id for event in events]
    assert sorted(feature["geometry"] is None for feature in features) == [False, True]
    assert features[0]["properties"]["origins"] == 1


def test_nothing_is_an_empty_collection() -> None:
    out = io.StringIO()
    write_geojson(out, [], [])
    assert json.loads(out.getvalue())["features"] == []
