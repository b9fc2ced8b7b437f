"""The walls of the package: which part may import which, read from the source with `ast`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline

PACKAGE = Path(dateline.__file__).parent
STAGES = ("read", "segment", "annotate", "code", "resolve", "corroborate")
BASE = frozenset({"records", "errors", "reference", "collector"})
EVERY = frozenset(
    path.stem if path.suffix == ".py" else path.name for path in PACKAGE.iterdir() if path.name != "__pycache__"
)

# What each part may import besides itself. `run` stands at the rim and may import all.
ALLOWED: dict[str, frozenset[str]] = {
    "collector": frozenset(),
    "errors": frozenset(),
    "version": frozenset(),
    "records": frozenset({"errors"}),
    "reference": frozenset({"records", "errors"}),
    **dict.fromkeys(STAGES, BASE),
    "pipeline": BASE | set(STAGES) | {"version"},
    "store": BASE | {"version"},
    "explore": BASE | {"store", "version"},
    "run": EVERY,
    "api": EVERY,
    "__init__": frozenset({"api", "version", "code"}),  # code: so that the stage does not hide the function of its name
    "__main__": frozenset({"run"}),
}


def part_of(module: str) -> str:
    """Return the part of the package that a dotted name lies in; the package itself is "__init__"."""
    names = module.split(".")
    return names[1] if len(names) > 1 else "__init__"


def imports_of(source: str, own: tuple[str, ...]) -> Iterator[str]:
    """Yield the dotted names from the package that a source imports, those inside functions too.

    own: the dotted parts of the module's own package, which relative imports start from.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "dateline")
        elif isinstance(node, ast.ImportFrom):
            base = own[: len(own) - node.level + 1] if node.level else ()
            module = ".".join([*base, *filter(None, [node.module])])
            if module == "dateline":
                yield from (f"dateline.{alias.name}" for alias in node.names)
            elif module.startswith("dateline."):
                yield module


def sources() -> Iterator[tuple[str, Path]]:
    """Yield each source file of the package with the part that it belongs to."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path


def crossings(part: str, path: Path) -> list[str]:
    """Return the imports of a file that go through a wall."""
    own = ("dateline", *path.relative_to(PACKAGE).parent.parts)
    found = {part_of(name) for name in imports_of(path.read_text(encoding="utf-8"), own)}
    return sorted(found - ALLOWED.get(part, frozenset()) - {part})


@pytest.mark.parametrize(
    ("part", "path"), [pytest.param(*item, id=str(item[1].relative_to(PACKAGE))) for item in sources()]
)
def test_no_import_goes_through_a_wall(part: str, path: Path) -> None:
    assert part in ALLOWED, f"{path.name} belongs to no known part; add it to the table above"
    assert crossings(part, path) == []


def test_the_table_names_parts_that_exist() -> None:
    assert set(ALLOWED) <= EVERY


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import dateline.store.sqlite", ["dateline.store.sqlite"]),
        ("from dateline import records, code", ["dateline.records", "dateline.code"]),
        ("def f():\n    from dateline.read.text import text_blocks", ["dateline.read.text"]),
        ("from ..annotate import parse", ["dateline.annotate"]),
        ("from .cues import x", ["dateline.code.cues"]),
        ("import spacy\nfrom collections import Counter", []),
    ],
)
def test_every_way_to_import_is_seen(source: str, found: list[str]) -> None:
    assert list(imports_of(source, ("dateline", "code"))) == found


def test_records_know_nothing_of_libraries_but_msgspec() -> None:
    known = {"__future__", "msgspec", "dateline"}
    for path in sorted((PACKAGE / "records").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            tops = {name.split(".")[0] for name in names} - known
            assert tops <= _standard(), f"{path.name} imports {tops - _standard()}"


def _standard() -> frozenset[str]:
    import sys

    return frozenset(sys.stdlib_module_names)
