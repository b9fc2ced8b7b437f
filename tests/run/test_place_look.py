import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.annotate.parse import Parser
from dateline.annotate.toponyms import FindToponyms
from dateline.errors import InputError
from dateline.records import Coder, Reading, Report, Span
from dateline.run.place_look import GivenSpans, PlaceCoder, given_spans
from dateline.segment.voices import FindVoices
from tests.small_gazetteer import small_gazetteer

MakeCoder = Callable[[GivenSpans | None], PlaceCoder]
TEXT = "Thousands marched in Paris, Texas on Monday."


@pytest.fixture
def coder(parser: Parser) -> MakeCoder:
    return lambda given: PlaceCoder(
        FindVoices(), parser, FindToponyms(small_gazetteer()), Coder(version="0", config="c_0"), given
    )


def report(source: str = "a") -> Report:
    return Report(id=f"r_{source}", source=source, text=TEXT)


def test_names_are_found_and_nothing_else_is_coded(coder: MakeCoder) -> None:
    (reading,) = coder(None).code([report()])
    assert isinstance(reading, Reading)
    assert [t.text for t in reading.toponyms] == ["Paris", "Texas"]
    assert reading.events == ()
    assert reading.parse is None


def test_exactly_the_given_names_are_resolved(coder: MakeCoder) -> None:
    given: GivenSpans = {"a": (Span(21, 26),), "b": ()}
    one, other = coder(given).code([report("a"), report("b")])
    assert isinstance(one, Reading)
    assert isinstance(other, Reading)
    assert [(t.span, t.text) for t in one.toponyms] == [(Span(21, 26), "Paris")]
    assert other.toponyms == ()


@pytest.mark.parametrize("span", [Span(40, 400), Span(-3, 2), Span(5, 5), Span(9, 3)])
def test_a_span_outside_of_the_text_is_one_sentence_and_the_next_is_coded(coder: MakeCoder, span: Span) -> None:
    bad, good = coder({"a": (span,), "b": (Span(21, 26),)}).code([report("a"), report("b")])
    assert isinstance(bad, InputError)
    assert "a: the given span" in str(bad)
    assert isinstance(good, Reading)


@pytest.mark.parametrize(
    ("row", "key", "spans"),
    [
        ({"id": "x", "toponyms": [{"span": [1, 4], "text": "any"}]}, "x", (Span(1, 4),)),
        ({"toponyms": [{"span": [1, 4]}]}, "FILE:1", (Span(1, 4),)),
        ({"id": "x", "toponyms": []}, "x", ()),
    ],
)
def test_spans_are_read_by_id_or_line(tmp_path: Path, row: dict[str, Any], key: str, spans: tuple[Span, ...]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n")
    assert given_spans(path) == {key.replace("FILE", str(path)): spans}


@pytest.mark.parametrize(
    "row", ['{"id": "x"}', '{"id": "x", "toponyms": 3}', '{"id": "x", "toponyms": [{"span": [1]}]}']
)
def test_a_row_without_spans_gets_an_error_of_its_own(tmp_path: Path, row: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("no json\n" + row + "\n")
    (error,) = given_spans(path).values()
    assert isinstance(error, InputError)
    assert "toponyms" in str(error)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl"):
        given_spans(tmp_path / "none.jsonl")
