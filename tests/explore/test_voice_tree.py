from __future__ import annotations

import json

from rich.console import Console

from dateline.explore.voice_tree import depths, own_spans, voice_rows, voice_tree
from dateline.records import Attribution, Content, Loaded, Reading, Span, SpanText, Voice
from dateline.records.voice import Source
from tests import factory

TEXT = "It rained. Brave souls fled. He wrote that the “dyke is gone” at noon. The end.\x1b[31m"


def reading() -> Reading:
    outlet = Voice(id="v0", parent=None, kind="outlet", speaker="Outlet", span=Span(0, len(TEXT)))
    post = Voice(
        id="v1", parent="v0", kind="post", speaker="Mara Lind", handle="@maralind", platform="x", span=Span(29, 69)
    )
    quote = Voice(id="v2", parent="v1", kind="quote", speaker=None, span=Span(48, 60))
    said = Attribution(
        voice="v1",
        parent=None, source=Source(span=Span(29, 31), text="He", name="Bo Berg"), cue=SpanText(span=Span(32, 37), text="wrote"),
        content=Content(span=Span(38, 69)),
    )  # fmt: skip
    inner = Attribution(voice="v1", parent=0, source=None, cue=None, content=Content(span=Span(48, 60)))
    mark = Loaded(span=Span(11, 22), text="Brave souls", voice="v0", plain="people", why="glorifying")
    return factory.reading(TEXT, voices=(outlet, post, quote), attributions=(said, inner), loaded=(mark,))


def test_rows_tell_depth_own_words_and_marks() -> None:
    outlet, post, quote = voice_rows(reading())
    assert [row["depth"] for row in (outlet, post, quote)] == [0, 1, 2]
    assert outlet["own"] == [[0, 29], [69, len(TEXT)]]
    assert post["own"] == [[29, 48], [60, 69]]
    assert (outlet["loaded"][0]["plain"], post["loaded"]) == ("people", [])
    assert [(said["name"], said["cue"], said["parent"]) for said in post["attributions"]] == [
        ("Bo Berg", "wrote", None),
        (None, None, 0),
    ]
    assert quote["text"] == "dyke is gone"
    json.dumps([outlet, post, quote])


def test_own_words_and_nested_ones_make_up_a_voice() -> None:
    voices = reading().voices
    assert depths(voices) == {"v0": 0, "v1": 1, "v2": 2}
    assert sum(len(span) for voice in voices for span in own_spans(voice, voices)) == len(TEXT)


def test_tree_nests_and_is_safe_to_print() -> None:
    console = Console(width=200, color_system=None)
    with console.capture() as captured:
        console.print(voice_tree(reading()))
    lines = captured.get().splitlines()
    assert "Brave souls [people] fled." in lines[1]
    assert "⟨v1⟩" in lines[1]
    assert "\x1b" not in captured.get()
    depth = {
        name: next(line.index(name) for line in lines if name in line)
        for name in ("v0 Outlet", "v1 Mara", "v2 an unnamed")
    }
    assert depth["v0 Outlet"] < depth["v1 Mara"] < depth["v2 an unnamed"]
    assert any("Bo Berg (wrote)" in line for line in lines)
