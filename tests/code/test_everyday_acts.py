"""Wordings of acts and gatherings that everyday life has too: what they tell, and what they do not."""

from __future__ import annotations

import pytest

import dateline

TOLD = {
    "The suit was filed by the family of a driver.": ("GATHER", False),
    "Mourners filed past the coffin.": ("GATHER", True),
    "After pulling the car over, the officer spoke with the driver.": ("GATHER", False),
    "Devotees pulled the car of the deity through Puri.": ("GATHER", True),
    "The mayor cut taxes 50 days after taking office.": ("GATHER", False),
    "The governor took office on Monday.": ("GATHER", True),
    "The waiter will always remember my family.": ("GATHER", False),
    "Residents remembered the two nurses at a vigil on Sunday.": ("GATHER", True),
    "He said so in a telephone conference.": ("GATHER", False),
    "A quake struck near Oran, according to officials.": ("AGREE", False),
    "The two ministers struck an accord on fishing.": ("AGREE", True),
    "Few shopkeepers are willing to work on Sundays.": ("AGREE", False),
    "Norway is willing to send nurses.": ("AGREE", True),
    "Norway agreed to send nurses.": ("AGREE", True),
    "A neighbour hit her while backing out of a driveway.": ("REJECT", False),
    "The union backed out of its pledge.": ("REJECT", True),
    "She had called in sick for three days.": ("REQUEST", False),
    "The union called for a new ballot.": ("REQUEST", True),
    "A deputy was called to her home.": ("REQUEST", False),
    "Residents were asked to help the police.": ("REQUEST", True),
    "She plans to retake the test in May.": ("ASSAULT", False),
    "Troops retook the town on Friday.": ("ASSAULT", True),
    "Power producers want to kill the cap.": ("ASSAULT", False),
    "The fungus killed the eggs.": ("ASSAULT", False),
    "Gunmen killed two farmers.": ("ASSAULT", True),
    "You never get a human on the phone.": ("CONSULT", False),
    "The snake may stop eating in winter.": ("PROTEST", False),
    "The prisoners stopped eating on Monday.": ("PROTEST", True),
    "A tenant banged on the door, and the landlord called police.": ("COERCE", False),
    "Secret police banged on the door at dawn.": ("COERCE", True),
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_everyday_life_tells_no_act(text: str, told: tuple[str, bool]) -> None:
    type_, expected = told
    assert any(m.type == type_ for m in dateline.code(text).events) is expected
