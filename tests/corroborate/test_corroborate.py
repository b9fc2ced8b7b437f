from datetime import date
from random import Random

import msgspec

from dateline.corroborate import Judgement, corroborate, join
from dateline.records import Failure, Reading, Report
from tests.corroborate.factory import BARDSIR, MAY, Said, report_of

STORY = [
    report_of(
        "North",
        Said("Police arrested ten dockers in Kerman on Friday.", counts={"arrested": (10, 10)}),
        Said("In 2021 police arrested ten dockers here, too.", day=date(2021, 8, 1), days=31),
        Said(
            "A march is planned in Bardsir.",
            "march",
            "PROTEST",
            "demonstration",
            "planned",
            date(2024, 5, 6),
            place=BARDSIR,
        ),
        Said("Dockers marched in Kerman.", "marched", "PROTEST", "demonstration"),
    ),
    report_of(
        "South",
        Said(
            "More than twenty dockers were arrested, the union said.",
            source="the union",
            counts={"arrested": (20, None)},
        ),
        Said("Some dockers marched through the town.", "marched", "PROTEST", "demonstration"),
        Said("It was like August 2021, when ten were arrested.", day=date(2021, 8, 1), days=31),
        published=date(2024, 5, 4),
    ),
]


def sizes(readings: list[Reading]) -> list[int]:
    return sorted(len(event.mentions) for event in corroborate(readings))


def test_old_and_new_arrests_stay_apart_and_two_towns_do() -> None:
    events = corroborate(STORY)
    found = sorted((event.type, str(event.time and event.time.from_), len(event.mentions)) for event in events)
    assert found == [
        ("COERCE", "2021-08-01", 2), ("COERCE", "2024-05-03", 2), ("PROTEST", "2024-05-03", 2), ("PROTEST", "2024-05-06", 1),
    ]  # fmt: skip
    arrests = next(event for event in events if event.type == "COERCE" and event.time and event.time.from_ == MAY)
    assert arrests.agreement["counts.arrested"] == "conflict"
    assert (arrests.reports, arrests.origins) == (2, 2)


def test_the_order_of_the_readings_does_not_matter() -> None:
    expected = corroborate(STORY)
    for seed in range(5):
        mixed = list(STORY)
        Random(seed).shuffle(mixed)
        mixed = [msgspec.structs.replace(r, events=tuple(Random(seed).sample(r.events, len(r.events)))) for r in mixed]
        assert corroborate(mixed) == expected


def test_a_report_given_twice_counts_once() -> None:
    assert corroborate([*STORY, *STORY]) == corroborate(STORY)


def test_failures_and_empty_reports_make_no_events() -> None:
    failed = Reading(report=Report(id="r_x", source="x"), error=Failure(kind="empty", message="x is empty"))
    assert corroborate([failed, report_of("Empty")]) == []
    assert corroborate([]) == []


def test_every_mention_is_in_exactly_one_event() -> None:
    inside = sorted(mention for event in corroborate(STORY) for mention in event.mentions)
    assert inside == sorted(mention.id for reading in STORY for mention in reading.events)


def test_a_decision_parts_what_the_rules_join_and_leaving_it_out_undoes_it() -> None:
    joined = join(STORY)
    merged = next(j for j in joined.judgements if j.verdict == "merge")
    apart = Judgement(merged.a, merged.b, "different", 0.0, ("a desk editor says so",), by="editor")
    assert len(corroborate(STORY, [apart])) == len(joined.events) + 1
    assert corroborate(STORY) == list(joined.events)


def test_an_undated_condemnation_joins_across_reports_of_one_story() -> None:
    def condemned(outlet: str, march: str, sentence: str, who: str) -> Reading:
        return report_of(
            outlet,
            Said(march, "marched", "PROTEST", "demonstration"),
            Said(sentence, "condemned", "ACCUSE", "condemn", day=None, place=None, who={"actor": who}),
        )

    a = condemned("A", "Dockers marched here.", "Malin Ekdahl condemned the roster.", "Malin Ekdahl")
    b = condemned("B", "Many marched.", "The roster was condemned by Ekdahl.", "Ekdahl")
    c = condemned("C", "Crowds marched.", "Omar Said condemned the roster, too.", "Omar Said")
    assert sizes([a, b, c]) == [1, 2, 3]
