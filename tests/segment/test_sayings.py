from __future__ import annotations

from dateline.records import Span
from dateline.segment.sayings import OWN, Saying


def test_a_saying_may_hide_its_source_and_its_cue() -> None:
    saying = Saying(source=None, who=None, cue=None, content=Span(0, 4), commitment="say")
    assert saying.stands_for is None
    assert "we" in OWN
