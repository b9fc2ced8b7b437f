"""The pipeline: order checked, one bad report never stops a run."""

from __future__ import annotations

import pytest

from dateline.annotate.parse import Parser
from dateline.errors import DatelineError, InputError
from dateline.pipeline import Pipeline, check, read_through
from dateline.records import Coder, Reading, Report
from tests.factory import reading


class Fails:
    """A stage that cannot code some texts."""

    needs: tuple[str, ...] = ("parse",)
    adds: tuple[str, ...] = ("events",)

    def __call__(self, reading: Reading) -> Reading:
        if "bad" in reading.report.text:
            raise ValueError("bad word")
        return reading


class NeedsVoices(Fails):
    needs: tuple[str, ...] = ("voices",)
    adds: tuple[str, ...] = ("voices",)


class AddsVoices(Fails):
    needs: tuple[str, ...] = ("report",)
    adds: tuple[str, ...] = ("voices",)


def pipeline(parser: Parser) -> Pipeline:
    return Pipeline(before=(AddsVoices(),), parser=parser, after=(Fails(),), coder=Coder(version="0", config="c"))


def test_stage_without_its_layers_is_refused() -> None:
    with pytest.raises(DatelineError, match="NeedsVoices needs voices"):
        check([NeedsVoices()])


def test_stages_run_in_order() -> None:
    one = reading("good")
    assert read_through(one, [AddsVoices(), NeedsVoices()]) == one


def test_failing_report_becomes_an_error_in_its_place(parser: Parser) -> None:
    reports = [Report(id=f"r_{n}", source=f"{n}.txt", text=text) for n, text in enumerate(("good", "bad", "fine"))]
    first, second, third = pipeline(parser).code(reports)
    assert isinstance(first, Reading)
    assert isinstance(third, Reading)
    assert isinstance(second, InputError)
    assert second.source == "1.txt"
    assert "bad word" in second.message
    assert first.parse is None
    assert first.coder == Coder(version="0", config="c")
