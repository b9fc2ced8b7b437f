from dataclasses import replace
from datetime import date

import pytest

from dateline.corroborate.agreement import event_of
from dateline.corroborate.statement import statements
from dateline.records import Event, Reading, content_id
from dateline.records.event import Agreement
from dateline.records.mention import Status
from tests.corroborate.factory import MAY, NORWAY, OSLO, Said, report_of


def event(*readings: Reading) -> Event:
    """Return the event of all mentions of the readings."""
    return event_of(statements(readings), {reading.report.id: reading for reading in readings})


def outlets(*said: Said) -> list[Reading]:
    return [report_of(f"Outlet {n}", one) for n, one in enumerate(said)]


def test_an_event_is_named_by_its_mentions() -> None:
    readings = outlets(Said("Ten arrested."), Said("Some arrested."))
    found = event(*readings)
    ids = sorted(mention.id for reading in readings for mention in reading.events)
    assert found.mentions == tuple(ids)
    assert found.id == content_id("ev", *ids)
    assert (found.type, found.mode, found.reports, found.voices, found.origins) == ("COERCE", "arrest", 2, 2, 2)


@pytest.mark.parametrize(
    ("ranges", "agreement"),
    [
        ([(27, 27)], "single"),
        ([(27, 27), (27, 27)], "agree"),
        ([(24, 99), (27, 27)], "compatible"),
        ([(27, 27), (41, 41)], "conflict"),
        ([(20, None), (27, 27)], "compatible"),
        ([(30, None), (None, 20)], "conflict"),
    ],
)
def test_numbers_agree_or_not(ranges: list[tuple[int | None, int | None]], agreement: Agreement) -> None:
    found = event(*outlets(*(Said(f"{n} arrested.", counts={"arrested": r}) for n, r in enumerate(ranges))))
    assert found.agreement["counts.arrested"] == agreement
    assert next(value.value for value in found.fields["counts.arrested"]) in [list(r) for r in ranges]


def test_every_value_names_its_mentions() -> None:
    readings = outlets(
        *(Said(f"{n} arrested.", counts={"arrested": r}) for n, r in enumerate([(3, 3), (5, 5), (5, 5)]))
    )
    ids = [reading.events[0].id for reading in readings]
    first, second = event(*readings).fields["counts.arrested"]
    assert (first.value, set(first.mentions)) == ([5, 5], set(ids[1:]))
    assert (second.value, second.mentions) == ([3, 3], (ids[0],))


@pytest.mark.parametrize(
    ("told", "status", "agreement"),
    [
        ([("occurred", None), ("occurred", None)], "occurred", "agree"),
        ([("ongoing", None), ("ongoing", "police")], "ongoing", "agree"),
        ([("planned", None), ("occurred", None)], "occurred", "compatible"),
        ([("occurred", None), ("denied", "the army")], "occurred", "conflict"),
        ([("occurred", "a witness"), ("denied", "the army")], "alleged", "conflict"),
        ([("alleged", "a witness"), ("denied", "the army")], "alleged", "conflict"),
        ([("denied", "the army")], "denied", "single"),
        ([("hypothetical", None), ("planned", None)], "planned", "compatible"),
    ],
)
def test_status_of_an_event(told: list[tuple[Status, str | None]], status: Status, agreement: Agreement) -> None:
    found = event(*outlets(*(Said(f"{n} arrested.", status=s, source=who) for n, (s, who) in enumerate(told))))
    assert (found.status, found.agreement["status"]) == (status, agreement)


def test_time_is_the_stretch_that_most_share() -> None:
    wide, narrow, off = (
        Said("1 arrested.", day=date(2024, 5, 1), days=31),
        Said("2 arrested."),
        Said("3 arrested.", day=date(2024, 5, 9)),
    )
    found = event(*outlets(wide, narrow))
    assert found.time is not None
    assert (found.time.from_, found.time.to) == (MAY, date(2024, 5, 4))
    assert found.agreement["time"] == "compatible"
    assert event(*outlets(narrow, off)).agreement["time"] == "conflict"
    assert event(*outlets(Said("4 arrested.", day=None))).time is None


def test_place_is_the_most_specific_that_is_shared() -> None:
    found = event(
        *outlets(Said("1 arrested.", place=NORWAY), Said("2 arrested.", place=OSLO), Said("3 arrested.", place=NORWAY))
    )
    assert found.place is not None
    assert found.place.name == "Oslo"
    assert found.agreement["place"] == "compatible"


def test_spellings_of_a_name_are_one_value() -> None:
    names = ("Qasem Darvishi", "Qassem Darvishi", "Omar Said")
    found = event(*outlets(*(Said(f"{n} arrested.", who={"recipient": name}) for n, name in enumerate(names))))
    values = found.fields["arguments.recipient"]
    assert [len(value.mentions) for value in values] == [2, 1]
    assert values[1].value == "Omar Said"
    assert found.agreement["arguments.recipient"] == "compatible"


def test_two_named_perpetrators_contradict_each_other() -> None:
    names = ("the Northern Brigade", "Omar Said")
    found = event(*outlets(*(Said(f"{n} arrested.", who={"perpetrator": name}) for n, name in enumerate(names))))
    assert found.agreement["arguments.perpetrator"] == "conflict"


def test_who_is_named_in_a_denial_alone_contradicts_nobody() -> None:
    told = Said("1 fired.", "fired", "ASSAULT", "shelling", who={"perpetrator": "Northern Brigade"})
    denial = Said("2 fired.", "fired", "ASSAULT", "shelling", "denied", who={"perpetrator": "Omar Said"})
    assert event(*outlets(told, denial)).agreement["arguments.perpetrator"] == "compatible"
    assert event(*outlets(told, replace(denial, status="alleged"))).agreement["arguments.perpetrator"] == "conflict"


def test_what_is_only_carried_over_contradicts_nobody_and_yields_to_what_is_stated() -> None:
    stated = Said("1 arrested.")
    carried = [Said(f"{n} arrested.", day=date(2024, 5, 9), place=OSLO, basis="inherited") for n in (2, 3)]
    found = event(*outlets(stated, *carried))
    assert (found.agreement["time"], found.agreement["place"]) == ("compatible", "compatible")
    assert found.time
    assert found.time.from_ == MAY
    assert found.place
    assert found.place.name == "Kerman"
    against = event(*outlets(stated, *(replace(one, basis="stated") for one in carried)))
    assert (against.agreement["time"], against.agreement["place"]) == ("conflict", "conflict")


def test_one_place_without_a_point_in_two_spellings_agrees() -> None:
    one, two = (Said(f"{n} arrested.", place=(n, None, None, "SYR", "town")) for n in ("Ad Dumayr", "Al-Dumayr"))
    assert event(*outlets(one, two)).agreement["place"] == "agree"


def test_one_post_shown_by_two_outlets_is_one_origin() -> None:
    words = "Ten of us were arrested at the gate this morning, send a lawyer"
    a, b = report_of("A", Said(f"{words}.", post="@gate")), report_of("B", Said(f"{words}!", post="@gate"))
    assert event(a, b).origins == 1
    own = report_of("C", Said("Ten people were arrested at a factory gate."), Said(f"{words}..", post="@gate"))
    assert event(a, b, own).origins == 1
    other = report_of("D", Said("Ten people were arrested at a factory gate."))
    assert event(a, b, other).origins == 2


def test_what_is_told_on_anothers_word_is_no_origin() -> None:
    a = report_of("Coast Wire", Said("Ten were arrested."))
    b = report_of("Inland Echo", Said("A dozen were arrested, Coast Wire said.", source="Coast Wire"))
    assert event(a, b).origins == 1
