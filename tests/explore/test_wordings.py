from __future__ import annotations

from msgspec.structs import replace
from rich.console import Console

from dateline.corroborate import corroborate
from dateline.explore.wordings import wording_rows, wordings, wordings_table
from dateline.records import Argument, Event, Loaded, Reading, Span, Voice
from tests import factory


def telling(outlet: str, text: str, trigger: str, victim: str, mark: Loaded | None = None) -> Reading:
    start = text.index(victim)
    argument = Argument(
        role="victim", span=Span(start, start + len(victim)), text=victim, name=victim, entity=f"local:{victim}"
    )
    mention = factory.mention("ASSAULT", "shelling", start=text.index(trigger), word=trigger, arguments=(argument,))
    mention = replace(mention, id=f"m_{outlet}", report=f"r_{outlet}")
    voice = Voice(id="v0", parent=None, kind="outlet", speaker=outlet, span=Span(0, len(text)))
    one = factory.reading(text, voices=(voice,), events=(mention,), loaded=(mark,) if mark else ())
    return replace(one, report=replace(one.report, id=f"r_{outlet}", source=f"{outlet}.txt", outlet=outlet))


def joined(*readings: Reading) -> Event:
    """Return an event of the mentions of all readings, whatever the rules of joining say."""
    (first, *_) = corroborate(readings)
    return replace(first, mentions=tuple(mention.id for reading in readings for mention in reading.events))


MARK = Loaded(span=Span(8, 17), text="butchered", voice="v0", plain="killed", why="slur")
LEFT = telling("Left", "Rockets butchered heroes.", "butchered", "heroes", MARK)
RIGHT = telling("Right", "Rockets hit fighters.", "hit", "fighters")


def test_acts_and_persons_stand_side_by_side() -> None:
    found = list(wordings([joined(LEFT, RIGHT)], [LEFT, RIGHT]))
    told = {one.of: [(word.outlet, word.text, word.plain) for word in one.words] for one in found}
    assert told == {
        "act": [("Left", "butchered", "killed"), ("Right", "hit", None)],
        "victim": [("Left", "heroes", None), ("Right", "fighters", None)],
    }
    assert {one.of: one.name for one in found}["act"] == "ASSAULT/shelling"


def test_the_same_words_are_left_out() -> None:
    again = telling("Right", "Rockets butchered heroes.", "butchered", "heroes")
    alike = telling("Left", "Rockets butchered heroes.", "butchered", "heroes")
    assert list(wordings([joined(alike, again)], [alike, again])) == []


def test_one_voice_alone_compares_with_nobody() -> None:
    assert list(wordings([joined(LEFT)], [LEFT])) == []


def test_rows_and_table() -> None:
    event = joined(LEFT, RIGHT)
    found = list(wordings([event], [LEFT, RIGHT]))
    assert [row["words"][0]["span"] for row in wording_rows(found)] == [[8, 17], [18, 24]]
    console = Console(width=200, color_system=None)
    with console.capture() as captured:
        console.print(wordings_table(found, {event.id: event}))
    assert "killed (slur)" in captured.get()
    assert captured.get().count("ASSAULT / shelling") == 1
