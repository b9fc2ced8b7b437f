"""The documents say what is there: links resolve, commands and options exist, examples are sound."""

from __future__ import annotations

import ast
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer

from dateline.run.cli import app
from dateline.run.scoring.gold import load_gold

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *(ROOT / folder / "README.md" for folder in ("bench", "samples", "requirements")),
    ]
)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
MODULE = re.compile(r"`((?:read|segment|annotate|code|resolve|corroborate|run)\.(?!lock)\w+)`")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def without_code(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", BLOCK.sub("", text))


def anchors_of(text: str) -> set[str]:
    """Return the anchors that a forge makes of the headings."""
    headings = re.findall(r"^#+ +(.+)$", BLOCK.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_into_the_project_resolve(document: Path) -> None:
    broken = []
    for target in LINK.findall(without_code(document.read_text(encoding="utf-8"))):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        found = file.exists() and file.is_relative_to(ROOT)
        if not found or (anchor and anchor not in anchors_of(file.read_text(encoding="utf-8"))):
            broken.append(target)
    assert broken == []


def told_commands() -> Iterator[tuple[str, str]]:
    """Yield each command line of the program in a document, with the document's name."""
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        blocks = [body for language, body in BLOCK.findall(text) if language in ("", "sh", "console")]
        lines = [line for body in blocks for line in body.replace("\\\n", " ").splitlines()]
        lines += re.findall(r"`(dateline [^`\n]+)`", BLOCK.sub("", text))
        for line in lines:
            command = re.search(r"(?:^|[|$] ?)(dateline [^|>#]*)", line.strip())
            if command:
                yield name_of(document), command.group(1).strip()


def misfits(line: str) -> list[str]:
    """Return the words of a command line that name no command or no option of it."""
    command: Any = typer.main.get_command(app)
    out = []
    for word in shlex.split(line)[1:]:
        if word.startswith("-") and word != "-":
            known = {name for parameter in command.params for name in parameter.opts} | {"--help", "-h"}
            out += [] if word.split("=")[0] in known else [word]
        elif hasattr(command, "commands") and word.isalpha() and word.islower():
            if word not in command.commands:
                return [*out, word]
            command = command.commands[word]
    return out


@pytest.mark.parametrize(("document", "line"), sorted(set(told_commands())))
def test_commands_and_options_exist(document: str, line: str) -> None:
    assert misfits(line) == [], f"{document} names what the command line does not have: {line}"


def test_wrong_commands_are_noticed() -> None:
    assert misfits("dateline guess x.txt") == ["guess"]
    assert misfits("dateline code x.txt --luck 3") == ["--luck"]
    assert misfits("dateline gazetteer burn") == ["burn"]
    assert misfits("dateline code - --published 2024-05-03 --format csv") == []


def test_readme_shows_how_to_start() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {"code", "build"} <= {line.split()[1] for document, line in told_commands() if document == "README.md"}
    for licence in ("CC BY 4.0", "CC BY-SA 4.0", "Apache-2.0", "MIT", "Unicode"):
        assert licence in readme


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_make_targets_exist(document: Path) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make (\w+)`|^make (\w+)$", document.read_text(encoding="utf-8"), re.MULTILINE))
    assert {one or other for one, other in named} <= targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_modules_that_are_named_exist(document: Path) -> None:
    named = MODULE.findall(document.read_text(encoding="utf-8"))
    missing = [name for name in named if not (ROOT / "src" / "dateline" / f"{name.replace('.', '/')}.py").is_file()]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_examples_in_python_and_json_are_sound(document: Path) -> None:
    for language, body in BLOCK.findall(document.read_text(encoding="utf-8")):
        if language == "python":
            ast.parse(body)
        elif language == "json":
            json.loads(body)


def test_the_example_of_gold_is_gold(tmp_path: Path) -> None:
    blocks = BLOCK.findall((ROOT / "bench" / "README.md").read_text(encoding="utf-8"))
    (example,) = (json.loads(body) for language, body in blocks if language == "json")
    example["source"] = "."
    (tmp_path / "gold.json").write_bytes(msgspec.json.encode(example))
    for name in example["reports"]:
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert load_gold(tmp_path)[0].gold.events[0].key == "strike"


def test_the_manifest_of_the_samples_says_what_their_gold_says() -> None:
    told = tomllib.loads((ROOT / "samples" / "manifest.toml").read_text(encoding="utf-8"))
    reports = [r for r in load_gold(ROOT / "bench" / "gold") if r.path.is_relative_to(ROOT / "samples")]
    gold = {report.name: report.gold for report in reports if report.path.suffix == ".txt"}
    assert told == {name: {"outlet": one.outlet, "published": one.published} for name, one in gold.items()}


def test_the_changelog_has_the_version() -> None:
    from dateline import __version__

    assert __version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_decision_is_dated_and_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    files = [path for path in folder.glob("*.md") if path.name != "README.md"]
    listed = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.name for path in files)
    for path in files:
        day = re.match(r"\d{4}-\d{2}-\d{2}(?=-)", path.name)
        assert day, f"{path.name} does not begin with its date"
        assert path.read_text(encoding="utf-8").startswith(f"# {day.group()}: ")
