import io
import json

from dateline.corroborate import corroborate
from dateline.store.exports.jsonld import CONTEXT, event_nodes, mention_nodes, write_jsonld
from dateline.store.exports.table import told_in
from tests.corroborate.factory import Said, report_of

SAID = Said("Police arrested ten.", who={"actor": "Police"}, counts={"arrested": (10, 10)}, source="the ministry")
READING = report_of("North", SAID)


def codes(_type: str, _mode: str | None) -> tuple[str, None, str]:
    return "Strategic developments", None, "17"


def test_a_mention_as_a_node() -> None:
    (node,) = mention_nodes(told_in([READING]), codes)
    assert node["id"] == f"urn:dateline:{READING.events[0].id}"
    assert (node["startDate"], node["endDate"]) == ("2024-05-03", "2024-05-03")
    assert node["location"]["geo"] == {"type": "schema:GeoCoordinates", "latitude": 30.283, "longitude": 57.079}
    assert node["participant"] == [{"role": "actor", "name": "Police"}]
    assert node["isBasedOn"]["publisher"] == "North"
    assert node["cameoRoot"] == "17"
    assert "acledSubEventType" not in node


def test_every_word_of_a_node_is_in_the_context() -> None:
    def words(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {w for key, v in value.items() if key not in ("fields", "agreement") for w in words(v)}
        return {w for item in value for w in words(item)} if isinstance(value, list) else set()

    nodes = [*mention_nodes(told_in([READING]), codes), *event_nodes(corroborate([READING]))]
    assert words(nodes) <= CONTEXT.keys()


def test_the_document_parses_and_names_its_sources() -> None:
    out = io.StringIO()
    write_jsonld(out, event_nodes(corroborate([READING])), ["GeoNames"])
    doc = json.loads(out.getvalue())
    assert doc["creditText"] == ["GeoNames"]
    assert doc["@context"] == CONTEXT
    assert [node["origins"] for node in doc["@graph"]] == [1]
