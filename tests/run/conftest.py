"""A coder without a model for the runs; one small story with its gold and readings built by hand for the scores."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from dateline.records import (
    Argument,
    Count,
    EventMention,
    MentionPlace,
    MentionTime,
    Reading,
    Report,
    Span,
    SpanText,
    Voice,
)
from dateline.run.scoring.gold import Annotations, GoldReport

TEXT = (
    "KUMASI - Bakers marched through Kumasi on 4 March 2022, police said. "
    "About 300 people took part. The heroic bakers want cheaper flour.\n\n"
    "Bread is a right and we will not stop - Ama Darko (@amadarko) March 5, 2022\n\n"
    "A second march in Accra was called off."
)

GOLD: dict[str, Any] = {
    "outlet": "Ashanti Star", "published": "2022-03-05", "language": "en", "reprint_of": None,
    "voices": [
        {"kind": "post", "platform": "x", "speaker": "Ama Darko", "handle": "@amadarko", "posted": "2022-03-05",
         "first": "Bread is a", "last": "will not stop"},
    ],
    "events": [
        {"key": "march", "type": "PROTEST", "mode": "demonstration", "status": "occurred", "trigger": ["marched"],
         "from": "2022-03-04", "to": "2022-03-05", "place": {"name": "Kumasi", "lat": 6.69, "lon": -1.62, "km": 20},
         "voice": "outlet", "speaker": None, "roles": {"actor": ["bakers"]}, "counts": {"participants": [270, 330]}},
        {"key": "second", "type": "PROTEST", "mode": "demonstration", "status": "denied", "trigger": ["second march"],
         "from": None, "to": None, "place": None, "voice": "outlet", "speaker": None, "roles": {}, "counts": {}},
    ],
    "loaded": ["heroic"],
    "times": [{"text": "4 March 2022", "value": "2022-03-04"}],
    "places": [{"text": "Kumasi", "lat": 6.69, "lon": -1.62}, {"text": "Accra", "lat": 5.56, "lon": -0.2}],
}  # fmt: skip


@pytest.fixture
def faked(fakes: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every command and call of this process use the fake coder."""
    monkeypatch.setattr("dateline.run.build.make_coder_for", lambda *_, **__: fakes.make)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two reports and an empty file."""
    texts = tmp_path / "texts"
    texts.mkdir()
    told = ("Hundreds came to the rally in the old harbour", "Nothing of note happened in the town all day")
    for name, words in zip("ab", told, strict=True):
        (texts / f"{name}.txt").write_text(f"{words}, people who live there said to us on the phone.\n")
    (texts / "empty.txt").write_text("")
    return texts


@pytest.fixture
def fakes(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the module `fake_coder`, and let the worker processes that a test starts import it."""
    here = str(Path(__file__).parent)
    monkeypatch.syspath_prepend(here)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([here, *filter(None, [os.environ.get("PYTHONPATH")])]))
    return import_module("fake_coder")


def span_of(words: str) -> Span:
    """Return the first place of the words in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def place_of() -> Callable[[str], Span]:
    """Give the first place of words in the story's text."""
    return span_of


@pytest.fixture
def gold() -> dict[str, Any]:
    """Give the gold of the story's report as JSON holds it, free to be changed."""
    return deepcopy(GOLD)


@pytest.fixture
def gold_report(gold: dict[str, Any]) -> GoldReport:
    """Give the same as a record."""
    return GoldReport(
        story="bakers", file="star.txt", path=Path("star.txt"), gold=msgspec.convert(gold, Annotations, strict=False)
    )


@pytest.fixture
def write_gold(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that writes a story folder with its reports and gold, and returns the gold folder."""

    def write(reports: dict[str, Any], story: str = "bakers", **extra: Any) -> Path:
        folder = tmp_path / "gold" / story
        folder.mkdir(parents=True)
        for name in reports:
            (folder / name).write_text(TEXT, encoding="utf-8")
        (folder / "gold.json").write_text(json.dumps({"reports": reports, **extra}), encoding="utf-8")
        return folder.parent

    return write


@pytest.fixture
def make_mention() -> Callable[..., EventMention]:
    """Give a function that makes a mention of the march, right in every field but those that are given."""

    def make(words: str = "marched", **changes: Any) -> EventMention:
        place = MentionPlace(
            toponym=0, name="Kumasi", geonameid=1, admin1="Ashanti", country="GHA", lat=6.7, lon=-1.6, precision="town",
            basis="stated",
        )  # fmt: skip
        time = MentionTime(time=0, from_=date(2022, 3, 4), to=date(2022, 3, 5), precision="day", basis="stated")
        fields: dict[str, Any] = {
            "id": f"m_{words}", "report": "r_bakers/star.txt", "voice": "v0", "attribution": None, "type": "PROTEST",
            "mode": "demonstration", "status": "occurred", "trigger": SpanText(span=span_of(words), text=words),
            "arguments": (Argument(role="actor", span=span_of("Bakers"), text="Bakers"),), "counts": (0,),
            "place": place, "time": time,
        }  # fmt: skip
        return EventMention(**{**fields, **changes})

    return make


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    """Give a function that makes a reading of the text with the events that are given."""

    def make(*events: EventMention, source: str = "bakers/star.txt", **changes: Any) -> Reading:
        report = Report(
            id=f"r_{source}", source=source, outlet="The Ashanti Star", published=date(2022, 3, 5), text=TEXT
        )
        count = Count(span=span_of("About 300"), text="About 300", of="participants", low=270, high=330, bound="about")
        outlet = Voice(id="v0", parent=None, kind="outlet", speaker="The Ashanti Star", span=Span(0, len(TEXT)))
        fields: dict[str, Any] = {"report": report, "voices": (outlet,), "counts": (count,), "events": events}
        return Reading(**{**fields, **changes})

    return make
