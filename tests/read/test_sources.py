from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.read.sources import Source, expand, shown


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "d/b.txt",
        "d/a.HTML",
        "d/sub/c.jsonl",
        "d/x.pdf",
        "d/.hidden.txt",
        "d/.git/y.txt",
        "noend",
        "e/x.bin",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def names(inputs: list[str]) -> list[str]:
    return [s.name if isinstance(s, Source) else s.kind for s in expand(inputs)]


@pytest.mark.usefixtures("folder")
def test_folder_is_walked_in_order_with_known_endings_only() -> None:
    assert names(["d"]) == ["d/a.HTML", "d/b.txt", "d/sub/c.jsonl"]


@pytest.mark.usefixtures("folder")
def test_kinds_follow_endings() -> None:
    assert [s.kind for s in expand(["d"])] == ["html", "txt", "jsonl"]


@pytest.mark.usefixtures("folder")
def test_glob_and_repeats() -> None:
    assert names(["d/*.txt", "d", "d/b.txt", "-", "-"]) == ["d/b.txt", "d/a.HTML", "d/sub/c.jsonl", "standard input"]
    assert names(["**/*.txt"]) == ["d/b.txt"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("gone.txt", "missing"),
        ("*.zip", "missing"),
        ("e", "no-reports"),
        ("d/x.pdf", "unsupported"),
        ("noend", "unsupported"),
        ("https://news.example/a", "unsupported"),
        ("a\x00b", "missing"),
        ("x" * 5000, "missing"),
    ],
)
def test_troubles_are_yielded_and_name_the_input(name: str, kind: str) -> None:
    (error,) = expand([name])
    assert isinstance(error, InputError)
    assert error.kind == kind
    assert name in error.message


@pytest.mark.usefixtures("folder")
def test_kind_serves_standard_input_and_files_without_ending() -> None:
    assert list(expand(["-", "noend"], "html")) == [Source("standard input", "html"), Source("noend", "html", "noend")]
    assert list(expand(["-"])) == [Source("standard input", "txt")]


@pytest.mark.parametrize("name", ["", " "])
@pytest.mark.usefixtures("folder")
def test_an_empty_name_is_not_the_folder(name: str) -> None:
    (error,) = expand([name])
    assert isinstance(error, InputError)
    assert error.kind == "missing"
    assert "empty name" in error.message


def test_names_can_be_printed_and_stored_whatever_their_bytes() -> None:
    assert shown("d/caf\udce9.txt") == r"d/caf\udce9.txt"
    (error,) = expand(["caf\udce9.txt"])
    assert isinstance(error, InputError)
    assert error.source.encode() == rb"caf\udce9.txt"
