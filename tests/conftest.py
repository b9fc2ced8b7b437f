"""Fixtures that are slow to make and safe to share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.annotate.parse import Parser, load_model
from dateline.records import Parse, Reading, Report, Span, Voice


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The packaged English model, loaded once."""
    return Parser(load_model())


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[[str], Parse]:
    """Parse a text as one outlet's voice."""

    def run(text: str) -> Parse:
        report = Report(id="r_test", source="test.txt", text=text, published=date(2024, 5, 3), language="en")
        voice = Voice(id="v0", parent=None, kind="outlet", speaker=None, span=Span(0, len(text)))
        return parser(Reading(report=report, voices=(voice,))).grammar()

    return run
