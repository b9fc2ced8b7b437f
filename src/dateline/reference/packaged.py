"""Packaged TOML files as records."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TypeVar

import msgspec

from dateline.errors import DataError

Kind = TypeVar("Kind")


def packaged(name: str, kind: type[Kind]) -> Kind:
    """Read a file of `reference/data` in the shape of `kind`. Raises DataError when it is missing or of another shape."""
    try:
        table = tomllib.loads(files("dateline.reference.data").joinpath(name).read_text(encoding="utf-8"))
        return msgspec.convert(table, kind)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"the packaged file '{name}' is broken ({error}); reinstall dateline") from error
