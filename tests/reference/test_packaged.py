"""Packaged files are read into their shape, or refused by name."""

from __future__ import annotations

import msgspec
import pytest

from dateline.errors import DataError
from dateline.reference.packaged import packaged


def test_a_file_is_read_in_its_shape() -> None:
    words = packaged("words.en.toml", dict[str, str])
    assert {"everyday", "usual"} <= words.keys()


@pytest.mark.parametrize("name", ["words.en.toml", "no-such-file.toml"])
def test_a_file_that_is_missing_or_of_another_shape_is_refused_by_name(name: str) -> None:
    class Other(msgspec.Struct):
        weights: dict[str, float]

    with pytest.raises(DataError, match=rf"'{name}' is broken .*reinstall"):
        packaged(name, Other)
