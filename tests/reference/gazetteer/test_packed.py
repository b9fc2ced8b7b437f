from pathlib import Path

import numpy as np
import pytest

from dateline.errors import DataError
from dateline.reference.gazetteer import packed


def _written(path: Path) -> Path:
    packed.write(path, {"a": np.arange(5, dtype=np.int32), "b": np.array([1.5, 2.5], np.float32)}, {"version": "x"})
    return path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    arrays, meta = packed.read(_written(tmp_path / "index.bin"))
    assert arrays["a"].tolist() == [0, 1, 2, 3, 4]
    assert arrays["b"].tolist() == [1.5, 2.5]
    assert meta == {"version": "x"}
    assert [p.name for p in tmp_path.iterdir()] == ["index.bin"]


def test_the_same_arrays_give_the_same_file(tmp_path: Path) -> None:
    assert _written(tmp_path / "one").read_bytes() == _written(tmp_path / "two").read_bytes()


def test_every_cut_and_change_is_noticed(tmp_path: Path) -> None:
    whole = _written(tmp_path / "index.bin").read_bytes()
    for length in (0, 4, 12, 40, len(whole) // 2, len(whole) - 1):
        (tmp_path / "cut.bin").write_bytes(whole[:length])
        with pytest.raises(DataError, match="gazetteer"):
            packed.read(tmp_path / "cut.bin")
    for at in (0, 9, 30, len(whole) - 70):
        changed = bytearray(whole)
        changed[at] ^= 0xFF
        (tmp_path / "changed.bin").write_bytes(changed)
        with pytest.raises(DataError):
            packed.read(tmp_path / "changed.bin")


def test_a_missing_file_is_no_damaged_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        packed.read(tmp_path / "none.bin")
