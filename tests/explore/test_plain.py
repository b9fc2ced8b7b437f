from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.explore.plain import plain


def test_escape_sequences_and_direction_changers_are_replaced_one_for_one() -> None:
    assert plain("a\x1b[31mb\u202ec\r\ud83d") == "a�[31mb�c��"
    assert plain("tab\tand line\nstay") == "tab\tand line\nstay"


@given(st.text())
def test_any_text_keeps_its_length_and_can_be_written(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(text).encode("utf-8").decode("utf-8") == plain(text)
