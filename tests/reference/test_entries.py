"""The dates that open the entries of a chronology, told from other lines that begin with words of a date."""

from __future__ import annotations

import pytest

from dateline.reference.entries import entry_heads


@pytest.mark.parametrize(
    "head",
    [
        "3 May: ", "22 February 1996 - ", "January 1997 - ", "1998: ", "May 3, 1999 — ", "Jan. 15: ", "Monday, 4 June: ",
        "Early June — ", "12 March–14 March: ", "2003—", "Tuesday: ", "• 3 May 1991: ",
        "3 May. ", "22 February 1996. ", "Jan. 15. ",
    ],
)  # fmt: skip
def test_a_date_and_its_mark_open_an_entry(head: str) -> None:
    text = f"{head}Farmers block the road.\n\n9 July 2001: Police clear it."
    spans = entry_heads(text)
    assert [text[s.start : s.end] for s in spans] == [head.removeprefix("• "), "9 July 2001: "]


@pytest.mark.parametrize(
    "line",
    [
        "In 1990: ",
        "400 people: ",
        "1,500 - ",
        "20 years - ",
        "May Day: ",
        "Lima, 3 May - ",
        "3 May ",
        "1. In May ",
        "Jan. 3 ",
    ],
)
def test_other_lines_open_none(line: str) -> None:
    assert not entry_heads(f"{line}Farmers block the road.\n\n{line}Police clear it.")


def test_one_dated_line_makes_no_chronology() -> None:
    assert not entry_heads("3 May: Farmers block the road.\n\nPolice clear it.")
