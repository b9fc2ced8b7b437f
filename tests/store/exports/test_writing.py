import io
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.store.exports.writing import write_credits, writing


def test_a_file_appears_whole_and_alone(tmp_path: Path) -> None:
    with writing(tmp_path / "a.txt") as out:
        out.write("één\n")
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_bytes() == "één\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_failed_export_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fail() -> None:
        with writing(path) as out:
            out.write("new")
            raise ValueError

    with pytest.raises(ValueError):
        fail()
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("name", ["missing/a.txt", ""])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be written"), writing(tmp_path / name) as out:
        out.write("x")


def test_a_stream_stays_open() -> None:
    stream = io.StringIO()
    with writing(stream) as out:
        out.write("x")
    assert not stream.closed


def test_credits_stand_beside_the_file(tmp_path: Path) -> None:
    beside = write_credits(tmp_path / "m.csv", ["GeoNames, CC BY 4.0", "PLOVER"])
    assert beside.name == "m.csv.credits.txt"
    assert beside.read_text() == "GeoNames, CC BY 4.0\nPLOVER\n"
