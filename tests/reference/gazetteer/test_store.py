from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dateline.errors import DataError
from dateline.reference.gazetteer import build, store
from tests.small_gazetteer import SmallSources


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    real = build.pack
    monkeypatch.setattr(
        build, "pack", lambda path, version, sources=None, progress=None: real(path, version, SmallSources(), progress)
    )


def test_a_missing_index_is_built_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    gazetteer = store.load_gazetteer()
    assert gazetteer.path == store.default_path()
    assert store.current_version() in store.default_path().name
    assert gazetteer.version.startswith(store.current_version())


@pytest.mark.parametrize("broken", [b"", b"DLGAZ01\n", b"something else entirely, and long enough"])
def test_a_damaged_index_is_rebuilt(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "index.bin"
    path.write_bytes(broken)
    with pytest.raises(DataError, match="dateline gazetteer build"):
        store.load_gazetteer(path, build=False)
    assert len(store.load_gazetteer(path)) > 10


def test_an_index_of_another_version_is_rebuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = store.build_gazetteer(tmp_path / "index.bin")
    monkeypatch.setattr(store, "FORMAT", store.FORMAT + 1)
    with pytest.raises(DataError):
        store.load_gazetteer(path, build=False)
    assert store.load_gazetteer(path).version.startswith(store.current_version())


def test_two_builders_at_once_leave_one_sound_index(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        opened = list(pool.map(store.load_gazetteer, [tmp_path / "index.bin"] * 2))
    assert len(opened[0]) == len(opened[1])
    assert not list(tmp_path.glob("*.part"))


def test_a_sound_index_is_left_alone_when_only_needed(tmp_path: Path) -> None:
    path = store.build_gazetteer(tmp_path / "index.bin")
    before = path.stat().st_mtime_ns
    store.build_gazetteer(path, only_if_needed=True)
    assert path.stat().st_mtime_ns == before


def test_a_disk_that_refuses_is_told_with_the_way_out(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    with pytest.raises(DataError, match="DATELINE_CACHE"):
        store.build_gazetteer(blocker / "index.bin")
