"""The version is one, and it is written into every reading."""

from __future__ import annotations

import re
from importlib.metadata import version

import dateline
from dateline.version import __version__


def test_the_version_is_a_release_or_one_on_the_way_to_it() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc|\.dev)\d+)?", __version__)


def test_the_package_and_what_is_installed_are_of_one_version() -> None:
    assert dateline.__version__ == __version__ == version("dateline")
