"""What is laid at somebody's door, and what beside a charge is known all the same."""

from __future__ import annotations

import pytest

import dateline


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("His party blamed the murder on the Lions, a gang which had threatened him in May.", "THREATEN", "occurred"),
        ("The army blamed the Column, a band whose leaders refused to disarm in 2017.", "REJECT", "occurred"),
        ("The ministry blamed hackers, who, it said, had broken into the network.", "COERCE", "alleged"),
        ("They accused one another of breaking the truce they signed in May.", "RETREAT", "occurred"),
        ("They accused one another of holding up a truce.", "RETREAT", "alleged"),
        ("Nobody has been charged with the killing of the nun.", "ASSAULT", "occurred"),
        ("A baker has been charged with the killing of the nun.", "ASSAULT", "alleged"),
        ("Two killings blamed on the militia shook the town.", "ASSAULT", "alleged"),
        ("Two brothers went on trial on Monday for the kidnapping of a banker.", "ASSAULT", "alleged"),
        ("He faces a trial for the murder of his landlord.", "ASSAULT", "alleged"),
        ("A trial opened in Jos after the murder of a banker.", "ASSAULT", "occurred"),
        ("The indictment says that the officers beat a cook with cables.", "ASSAULT", "alleged"),
        ("A report says that the officers beat a cook with cables.", "ASSAULT", "occurred"),
        (
            "His lawyer said that guards had beaten him in a cell.",
            "ASSAULT",
            "occurred",
        ),  # as much as a prosecutor's word
        ("The prosecutor said that he had beaten a guard in a cell.", "ASSAULT", "occurred"),
        ("A lawyer said that the police had arrested three students.", "COERCE", "occurred"),
        ("Two killings by the militia shook the town.", "ASSAULT", "occurred"),
    ],
)
def test_what_is_laid_at_a_door_and_what_is_told_beside_it(text: str, type_: str, expected: str) -> None:
    found = dateline.code(text, published="2023-03-14").events
    assert [m.status for m in found if m.type == type_] == [expected]
