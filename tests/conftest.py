"""Fixtures that are slow to make and safe to share."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from datetime import date
from pathlib import Path

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


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data beside the checkout; whoever clones the project alone does not have it."""
    path = Path(__file__).parents[2] / "shared"
    if not path.is_dir():
        pytest.skip("needs the development data in ../shared, which is not part of the project")
    return path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With DATELINE_REQUIRE_ALL set, let a test that skips fail: nothing is optional in CI."""
    report = yield
    if os.environ.get("DATELINE_REQUIRE_ALL") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped although every test is required: {report.longrepr}"
    return report
