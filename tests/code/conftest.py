"""What several tests of the event coder start from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.pipeline import make_coder
from dateline.read import read_text
from dateline.records import EventMention, Reading


@pytest.fixture(scope="module")
def coded() -> Callable[[str], tuple[EventMention, ...]]:
    """Return the mentions of a text, read by the whole pipeline."""
    coder = make_coder()

    def run(text: str) -> tuple[EventMention, ...]:
        (done,) = coder.code([read_text(text)])
        assert isinstance(done, Reading)
        return done.events

    return run
