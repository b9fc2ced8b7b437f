"""A reading by hand: an outlet, two posts, a quotation, reported speech, nested and overlapping marks."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.records import (
    Argument,
    Attribution,
    Candidate,
    Coder,
    Content,
    Count,
    EventMention,
    Loaded,
    MentionPlace,
    MentionTime,
    Reading,
    Report,
    Source,
    Span,
    SpanText,
    Time,
    Toponym,
    Voice,
)

TEXT = """Thousands of Tamsans gathered in Accra on Tuesday to honour the martyrdom of Kofi Adom.

The lighting of candles was beautiful, we are thousands here! pic.example/abc - Ama B (@amab) March 2, 2021

Police said that forty people were arrested near Tema. "They came in <peace> & left in vans," Esi Tetteh said.

A congress is planned for the following day."""


def span_of(words: str, start: int = 0) -> Span:
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def said(words: str) -> SpanText:
    return SpanText(span=span_of(words), text=words)


def _who(
    role: str, words: str, name: str | None = None, country: str | None = None, sector: str | None = None
) -> Argument:
    return Argument(role=role, span=span_of(words), text=words, name=name, country=country, sector=sector)


def _accra(precision: str) -> MentionPlace:
    assert precision == "town"
    return MentionPlace(
        toponym=1, name="Accra", geonameid=2306104, admin1="Greater Accra", country="GHA", lat=5.56, lon=-0.2,
        precision="town", basis="stated",
    )  # fmt: skip


@pytest.fixture
def reading() -> Reading:
    post = span_of("The lighting of candles")
    end = span_of("March 2, 2021").end
    quote = span_of("They came in <peace> & left in vans,")
    voices = (
        Voice(id="v0", parent=None, kind="outlet", speaker="The Capstan", span=Span(0, len(TEXT))),
        Voice(
            id="v1", parent="v0", kind="post", speaker="Ama B", handle="@amab", platform="x", posted=date(2021, 3, 2),
            span=Span(post.start, end), url="https://social.example/1",
        ),
        Voice(id="v2", parent="v0", kind="quote", speaker="Esi Tetteh", span=quote),
    )  # fmt: skip
    attributions = (
        Attribution(
            voice="v0",
            parent=None,
            source=Source(span=span_of("Police"), text="Police", name="Ghana police"),
            cue=said("said that"),
            content=Content(span=span_of("forty people were arrested near Tema")),
        ),
    )
    times = (
        Time(
            span=span_of("Tuesday"), text="Tuesday", type="DATE", value="2021-03-02", from_=date(2021, 3, 2),
            to=date(2021, 3, 3), precision="day", anchor="document",
        ),
        Time(
            span=span_of("the following day"), text="the following day", type="DATE", value=None, anchor="narrative",
            unresolved={"value": "no-anchor"},
        ),
    )  # fmt: skip
    toponyms = (
        Toponym(
            span=span_of("Tamsans"), text="Tamsans", kind="associative", unresolved={"geonameid": "not-in-gazetteer"}
        ),
        Toponym(
            span=span_of("Accra"), text="Accra", geonameid=2306104, name="Accra", feature="P", admin1="Greater Accra",
            country="GHA", lat=5.56, lon=-0.2, precision="town",
            candidates=(
                Candidate(geonameid=2306104, name="Accra", score=0.9), Candidate(geonameid=7, name="Akra", score=0.1),
            ),
        ),
    )  # fmt: skip
    counts = (
        Count(span=span_of("Thousands"), text="Thousands", of="participants", low=2000, high=9999, bound="vague"),
        Count(span=span_of("forty"), text="forty", of="arrested", low=40, high=40, bound="exact"),
    )
    loaded = (Loaded(span=span_of("martyrdom"), text="martyrdom", voice="v0", plain="death", why="honorific"),)
    events = (
        EventMention(
            id="m_01", report="r_0123456789abcdef", voice="v0", attribution=None, type="GATHER", mode="commemoration",
            status="occurred", trigger=said("gathered"),
            arguments=(_who("actor", "Thousands of Tamsans", "Tamsans", "GHA", "CVL"), _who("honouree", "Kofi Adom")),
            place=_accra("town"),
            time=MentionTime(time=0, from_=date(2021, 3, 2), to=date(2021, 3, 3), precision="day", basis="stated"),
            counts=(0,), unresolved={"confidence": "not-calibrated"},
        ),
        EventMention(
            id="m_02", report="r_0123456789abcdef", voice="v0", attribution=0, type="COERCE", mode="arrest",
            status="alleged", trigger=said("arrested"), arguments=(_who("recipient", "forty people"),), counts=(1,),
            unresolved={"time": "not-stated", "place": "not-in-gazetteer", "confidence": "not-calibrated"},
        ),
        EventMention(
            id="m_03", report="r_0123456789abcdef", voice="v1", attribution=None, type="GATHER", mode="vigil",
            status="occurred", trigger=said("lighting of candles"),
            place=_accra("town"), unresolved={"time": "no-anchor"},
        ),
    )  # fmt: skip
    report = Report(
        id="r_0123456789abcdef", source="samples/the-capstan.txt", outlet="The Capstan", title="Candles & <b>vans</b>",
        url="https://capstan.example/1", published=date(2021, 3, 3), language="en", text=TEXT,
    )  # fmt: skip
    return Reading(
        report=report, coder=Coder(version="0.1.0", config="c_1"), voices=voices, attributions=attributions,
        times=times, toponyms=toponyms, counts=counts, loaded=loaded, events=events,
    )  # fmt: skip
