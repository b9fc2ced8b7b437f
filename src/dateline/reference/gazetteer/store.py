"""Where the index lies, and how it comes to be there: built once, under a lock, moved into place in one step."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import IO

from dateline.errors import DataError
from dateline.reference.gazetteer import build, packed, supplement
from dateline.reference.gazetteer.dump import DumpSources
from dateline.reference.gazetteer.index import Gazetteer
from dateline.reference.gazetteer.sources import Sources

# Raised when keys, tables or the choice of names change.
FORMAT = 3


def default_path() -> Path:
    """Return the index's place: folder DATELINE_CACHE, else the user's cache folder; the name carries the version."""
    from platformdirs import user_cache_path

    given = os.environ.get("DATELINE_CACHE")
    folder = Path(given) if given else user_cache_path("dateline", appauthor=False)
    return folder / f"gazetteer-{current_version()}.bin"


def current_version() -> str:
    """Return a hash of the index's format, the data packages' versions and the curated places."""
    parts = [
        str(FORMAT),
        supplement.fingerprint(supplement.INDEXED),
        *(f"{k}={v}" for k, v in sorted(Sources().versions().items())),
    ]
    return blake2b("\n".join(parts).encode(), digest_size=6).hexdigest()


def load_gazetteer(path: Path | None = None, build: bool = True) -> Gazetteer:
    """Open the index, building it first when it is missing, damaged or of another version (unless `build` is false).

    Raises DataError with what to do when that is not possible. Needs no network.
    """
    place = Path(path) if path is not None else default_path()
    try:
        return _open(place)
    except (DataError, FileNotFoundError) as error:
        if not build:
            raise DataError(
                f"there is no usable gazetteer index at '{place}'; run 'dateline gazetteer build'"
            ) from error
    except OSError as error:
        raise DataError(f"the gazetteer index '{place}' cannot be read ({error.strerror}); {_ADVICE}") from error
    build_gazetteer(place, only_if_needed=True)
    return _open(place)


def build_gazetteer(
    path: Path | None = None,
    progress: build.Progress | None = None,
    *,
    only_if_needed: bool = False,
    geonames: Path | None = None,
    alternate_names: Path | None = None,
) -> Path:
    """Build the index from the installed packages, wait for another process that is at it, and return its path.

    only_if_needed: leave a sound index of this version as it is. geonames, alternate_names: files of a full GeoNames dump to take
    towns and subdivisions from. Raises DataError when a package or file is missing or the disk refuses.
    """
    sources = DumpSources(geonames, alternate_names) if geonames is not None else None
    place = Path(path) if path is not None else default_path()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with _lock(place.with_name(place.name + ".lock")):
            if not (only_if_needed and _sound(place)):
                build.pack(place, current_version(), sources, progress)
    except OSError as error:
        raise DataError(f"the gazetteer index cannot be written to '{place}' ({error.strerror}); {_ADVICE}") from error
    return place


_ADVICE = "set DATELINE_CACHE to a folder that can be written"


def _open(path: Path) -> Gazetteer:
    arrays, meta = packed.read(path)
    if meta.get("version") != current_version():
        raise DataError(f"the gazetteer index '{path}' was made by another version; run 'dateline gazetteer build'")
    return Gazetteer(arrays, meta, path)


def _sound(path: Path) -> bool:
    try:
        _open(path)
    except (DataError, OSError):
        return False
    return True


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Hold an exclusive lock on a file beside the index; the system frees it when the process ends."""
    with path.open("w") as file:
        _take(file)
        yield


def _take(file: IO[str]) -> None:
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
