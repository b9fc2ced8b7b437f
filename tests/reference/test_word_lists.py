"""Word lists are read whole, and a broken file says what is broken."""

from __future__ import annotations

import msgspec
import pytest

from dateline.errors import DataError
from dateline.reference.word_lists import parse_word_lists, word_lists


class Boats(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rowed: frozenset[str]
    endings: tuple[str, ...]


class Harbour(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    boats: Boats
    plurals: dict[str, str]


RAW = '[boats]\nrowed = """\ncanoe dinghy\nskiff\n"""\nendings = "oat kiff"\n[plurals]\nskiff = "skiffs"\n'


def parsed(raw: str) -> Harbour:
    return parse_word_lists(raw, "harbour.toml", Harbour, tables=("plurals",))


def test_a_string_is_parted_at_blanks_and_ends_of_lines() -> None:
    assert parsed(RAW).boats == Boats(rowed=frozenset(("canoe", "dinghy", "skiff")), endings=("oat", "kiff"))


def test_a_table_of_words_is_left_as_it_is() -> None:
    assert parsed(RAW).plurals == {"skiff": "skiffs"}


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (RAW.replace("rowed", "sailed"), "sailed"),
        (RAW.replace('endings = "oat kiff"\n', ""), "endings"),
        (RAW.replace('"oat kiff"', "3"), "split"),
        (RAW.replace("[boats]", "[boats"), "Expected"),
        (RAW.replace("[plurals]", "[ports]"), "ports"),
    ],
)
def test_a_broken_file_is_refused_with_the_name_of_what_is_broken(raw: str, named: str) -> None:
    with pytest.raises(DataError, match=rf"harbour\.toml is broken: .*{named}.*; mend the file"):
        parsed(raw)


def test_a_packaged_file_of_another_shape_is_refused_by_name() -> None:
    with pytest.raises(DataError, match=r"coding\.en\.toml is broken"):
        word_lists("coding.en.toml", Harbour, tables=("plurals", "forms"))
