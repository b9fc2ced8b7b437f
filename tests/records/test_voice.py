"""Whose words stand at a place: the innermost voice's."""

from __future__ import annotations

from dateline.records import Span, Voice, voice_at


def voice(id_: str, parent: str | None, kind: str, start: int, end: int) -> Voice:
    return Voice(id=id_, parent=parent, kind=kind, speaker=None, span=Span(start, end))  # type: ignore[arg-type]


VOICES = (voice("v0", None, "outlet", 0, 100), voice("v1", "v0", "post", 20, 60), voice("v2", "v1", "quote", 30, 40))


def test_the_innermost_voice_owns_a_place() -> None:
    owners = [voice_at(VOICES, offset).id for offset in (0, 19, 20, 30, 39, 40, 59, 60, 99)]
    assert owners == ["v0", "v0", "v1", "v2", "v2", "v1", "v1", "v0", "v0"]


def test_a_place_outside_is_the_outlets() -> None:
    assert voice_at(VOICES, 500).id == "v0"
