"""Gatherings, protests, mobilisations and help in the words of reporters, and the same words in other senses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import Reading

TOLD = [
    ("Fishermen popped corks on the quay in Vigo after the ruling.", "GATHER", "celebration"),
    ("Officials broke ground on the new hospital in Lusaka.", "GATHER", "ceremony"),
    ("Survivors cast petals into the river at Mostar.", "GATHER", "commemoration"),
    ("The synod met in plenary in Nairobi.", "GATHER", "congress"),
    ("His body was lowered into the grave at dusk.", "GATHER", "funeral"),
    ("The candidate whipped up 3,000 supporters in Cebu.", "GATHER", "rally"),
    ("Relatives maintained a silent watch outside the mine in Zonguldak.", "GATHER", "vigil"),
    ("Devotees pulled the chariot through Bhaktapur.", "GATHER", "procession"),
    ("The governor looked in on a burns ward in Lima.", "GATHER", "visit"),
    ("Pensioners raised their voices outside the treasury in Athens.", "PROTEST", "demonstration"),
    ("Rioters rained stones on the patrol.", "PROTEST", "riot"),
    ("The dockers folded their arms at midnight.", "PROTEST", "strike"),
    ("Villagers strung a cable across the road.", "PROTEST", "blockade"),
    ("Hauliers drew their lorries across the bridge at Vila.", "PROTEST", "blockade"),
    ("Pensioners lay down on the tarmac at Kisii.", "PROTEST", "blockade"),
    ("Villagers closed the road with boulders and branches.", "PROTEST", "blockade"),
    ("Somebody hurled a stone through the window of a bakery in Lyon.", "PROTEST", "vandalism"),
    ("The opposition did not take part in the election.", "PROTEST", "boycott"),
    ("The council decreed three days of mourning.", "GATHER", "commemoration"),
    ("The prisoners pushed away their trays.", "PROTEST", "hunger-strike"),
    ("Deputies absented themselves from the vote.", "PROTEST", "boycott"),
    ("Activists let down the tyres of thirty cars in Lyon.", "PROTEST", "vandalism"),
    ("Ghana flew 300 soldiers to the border.", "MOBILIZE", "troops"),
    ("Constables were posted at every mosque in Leeds.", "MOBILIZE", "police"),
    ("The army wheeled out new missiles on the coast.", "MOBILIZE", "weapons"),
    ("Elders armed the young men of the valley.", "MOBILIZE", "militia"),
    ("Surgeons patched up wounded soldiers of both sides.", "AID", None),
    ("Norway footed the bill for the field hospital.", "AID", None),
]
# What the passage makes telling, with the same words where it does not.
AROUND = [
    ("A megaphone was brought to Kafanchan. On Tuesday women sat outside the mill.", "demonstration"),
    ("The farmers set up a roadblock. The next day they came out again.", "demonstration"),
    ("A demonstration over fares filled Kolda. Youths burned the ticket office.", "riot"),
    ("Traders called a strike in Gao. The bazaar stayed shut.", "strike"),
    ("Nurses marched in Homa Bay. Police counted 900.", "demonstration"),
]
OTHER_SENSES = [
    "Forty women stood on the bridge and looked at the boats.",
    "The senators walked back to Congress after lunch.",
    "A teacher read out the names of the pupils.",
    "The removal men left a sofa across two chairs.",
    "In the wake of the merger, the shares gained.",
    "By convention, the speaker does not vote.",
    "Stir in the cream without ceremony.",
    "A march of cold fronts is expected.",
    "The home side ran riot in the second half.",
    "A lorry that shed its load blocked the motorway.",
    "Developers deploy code twice a day.",
    "The report buried its worst figure in a footnote.",
]


@pytest.fixture(scope="module")
def coded() -> Callable[[str], Reading]:
    coder = make_coder()

    def run(text: str) -> Reading:
        (done,) = coder.code([read_text(text)])
        assert isinstance(done, Reading)
        return done

    return run


@pytest.mark.parametrize(("text", "type_", "mode"), TOLD)
def test_families_of_wording(coded: Callable[[str], Reading], text: str, type_: str, mode: str | None) -> None:
    assert (type_, mode) in [(m.type, m.mode) for m in coded(text).events]


@pytest.mark.parametrize(("text", "mode"), AROUND)
def test_what_the_passage_makes_telling(coded: Callable[[str], Reading], text: str, mode: str) -> None:
    last = coded(text).events[-1]
    assert (last.type, last.mode) == ("PROTEST", mode)
    assert last.trigger.span.start > text.index(". ")


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_other_senses(coded: Callable[[str], Reading], text: str) -> None:
    assert coded(text).events == ()
