"""docs/commands.md names every command, option and choice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from dateline.run.cli import app
from dateline.run.output import Format, Lines, Telling

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")
SHARED = PAGE.split("## dateline", 1)[0]


def _commands(group: Any, name: str) -> dict[str, Any]:
    """Return all commands by their full names, those of groups included."""
    found: dict[str, Any] = {}
    for word, command in group.commands.items():
        full = f"{name} {word}"
        found.update(_commands(command, full) if hasattr(command, "commands") else {full: command})
    return found


COMMANDS = _commands(typer.main.get_command(app), "dateline")


def _section(name: str) -> str:
    parts = re.split(r"^## ", PAGE, flags=re.M)
    return next((part for part in parts if part.startswith(f"{name}\n")), "")


def test_the_commands_of_the_contract_are_there() -> None:
    assert set(COMMANDS) == {
        "dateline code", "dateline build", "dateline events", "dateline explain", "dateline export", "dateline failures",
        "dateline eval", "dateline codebook", "dateline gazetteer build", "dateline gazetteer info", "dateline places",
        "dateline voices", "dateline wording",
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_a_section_with_an_example(name: str) -> None:
    assert f"\n{name} " in _section(name)


@pytest.mark.parametrize(
    ("name", "option"),
    [
        (name, option)
        for name, c in sorted(COMMANDS.items())
        for p in c.params
        for option in p.opts
        if option[:2] == "--"
    ],
)
def test_every_option_stands_in_its_section(name: str, option: str) -> None:
    where = SHARED if option == "--help" else _section(name)
    assert re.search(rf"{option}(?![\w-])", where), f"document {option} of {name} in docs/commands.md"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_no_section_tells_of_an_option_that_is_not_there(name: str) -> None:
    known = {option for param in COMMANDS[name].params for option in param.opts} | {"--help"}
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", _section(name)))
    assert told <= known


def test_every_choice_is_told() -> None:
    for choice in (*Format, *Lines, *Telling):
        assert f"`{choice}`" in PAGE
    for variable in ("DATELINE_DB", "DATELINE_CACHE", "DATELINE_DEBUG"):
        assert variable in SHARED
