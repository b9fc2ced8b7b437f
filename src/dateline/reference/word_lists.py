"""Word lists of the rules of one stage: TOML tables of lists, each a string of lemmas parted by blanks."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from importlib.resources import files
from typing import TypeVar

import msgspec

from dateline.errors import DataError

Kind = TypeVar("Kind")


def word_lists(name: str, kind: type[Kind], *, tables: Collection[str] = ()) -> Kind:
    """Read a file of `reference/data` in the shape of `kind`. Raises DataError when the file breaks the format.

    tables: names of those that are no lists, but map one word to another.
    """
    raw = files("dateline.reference.data").joinpath(name).read_text(encoding="utf-8")
    return parse_word_lists(raw, name, kind, tables=tables)


def parse_word_lists(raw: str, name: str, kind: type[Kind], *, tables: Collection[str] = ()) -> Kind:
    """Build the lists from TOML. Raises DataError naming the list that is missing, unknown or no string of words."""
    try:
        data = {
            part: rows if part in tables else {key: words.split() for key, words in rows.items()}
            for part, rows in tomllib.loads(raw).items()
        }
        return msgspec.convert(data, kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, AttributeError) as error:
        raise DataError(f"{name} is broken: {error}; mend the file") from error
