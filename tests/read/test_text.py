from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.read.text import text_blocks


def pieces(text: str) -> list[str]:
    return [block.span.of(text) for block in text_blocks(text)]


def test_each_line_is_a_block() -> None:
    assert pieces("\n One line. \nAnother.\n\n\n Third\t\n") == ["One line.", "Another.", "Third"]


def test_wrapped_lines_are_one_block() -> None:
    text = (
        "Forty people marched to the bridge in Lund on Monday, and the police\n"
        "counted them twice before they wrote the number down in their book.\n\nNobody was hurt."
    )
    assert len(pieces(text)) == 2


def test_short_lines_are_not_taken_for_wrapped_ones() -> None:
    assert pieces("A list of towns that were hit by the storm:\nLund\nMalmo") == [
        "A list of towns that were hit by the storm:",
        "Lund",
        "Malmo",
    ]


@given(st.text())
def test_blocks_cover_all_words_in_order(text: str) -> None:
    blocks = text_blocks(text)
    assert "".join("".join(pieces(text)).split()) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
