"""Content ids tell contents apart and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import content_id

parts = st.lists(st.one_of(st.none(), st.text(), st.integers()), max_size=4)


@given(parts)
def test_same_parts_same_id(some: list[str | int | None]) -> None:
    assert content_id("r", *some) == content_id("r", *some)


def test_none_empty_and_joined_parts_differ() -> None:
    made = {
        content_id("r", None),
        content_id("r", ""),
        content_id("r", "a", "b"),
        content_id("r", "ab"),
        content_id("r", "a"),
    }
    assert len(made) == 5


def test_form() -> None:
    assert content_id("m", "x").startswith("m_")
    assert len(content_id("m", "x")) == 18
