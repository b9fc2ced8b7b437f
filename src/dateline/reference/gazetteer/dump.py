"""Places out of a full GeoNames dump (allCountries.zip), in place of the packages' towns and subdivisions.

The dump is streamed from the zip, three times, and never held: areas, a survey of the towns, the towns. Names of countries,
airports, demonyms and the curated places come from where they always do. A line that is broken is noted and passed over.
Source: the "readme.txt" of the GeoNames export, which gives the columns.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from dateline.errors import DataError
from dateline.reference.gazetteer.sources import City, RawPlace, Sources

_COLUMNS = 19
_NAMED = 20  # broken lines that are named by number; the rest are counted
# Populated places that are no more, or are no places: historical, destroyed, abandoned, "religious" and the like stay in.
_GONE = frozenset(("PPLH", "PPLW", "PPLQ", "PPLCH"))
_SPOTS = frozenset("SQR BDG DAM STDM PAL MSQE SHRN AIRB CAMP CMTY PRN RSTN BUSTN CTRF ARCH RUIN MNMT".split())
_REGIONS = frozenset("RGN RGNE ISL ISLS PEN MTS".split())
# Languages of the alternate names file that are no languages.
_NO_LANGUAGE = frozenset("link post iata icao faac wkdt unlc phon piny abbr tcid".split())


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the dump, the columns that are used. lat, lon: degrees; other: alternate names."""

    geonameid: int
    name: str
    other: tuple[str, ...]
    lat: float
    lon: float
    kind: str
    code: str
    country: str
    admin1: str
    admin2: str
    population: int


class DumpSources(Sources):
    """The sources with towns, subdivisions and spots of a GeoNames dump.

    geonames: allCountries.zip or .txt; alternate_names: alternateNamesV2.zip or .txt. Raises DataError where a file is missing or
    none such.
    """

    def __init__(self, geonames: Path, alternate_names: Path | None = None) -> None:
        self._path, self._names_path = geonames, alternate_names
        self._broken: dict[Path, dict[int, str]] = {}
        for path in filter(None, (geonames, alternate_names)):
            with _opened(path):
                pass

    def dump(self) -> str:
        """Return a hash of the files' sizes and contents, as far as the zip tells them."""
        parts = [_fingerprint(path) for path in (self._path, self._names_path) if path is not None]
        return blake2b("\n".join(parts).encode(), digest_size=5).hexdigest()

    def credits(self) -> dict[str, list[str]]:
        """Return version and licence by source, the dump's first."""
        return {f"GeoNames dump {self._path.name}": [self.dump(), "GeoNames, CC BY 4.0"], **super().credits()}

    def complaints(self) -> list[str]:
        """Return for each file how many lines were broken, the first by number and the reason of the first."""
        out = []
        for path, lines in self._broken.items():
            numbers = sorted(lines)
            named = ", ".join(map(str, numbers[:_NAMED])) + (" and others" if len(numbers) > _NAMED else "")
            lines_ = "line" if len(numbers) == 1 else "lines"
            out.append(
                f"skipped {len(numbers)} broken {lines_} of {path.name}: {named} (line {numbers[0]}: {lines[numbers[0]]})"
            )
        return out

    def cities(self) -> Iterator[City]:
        """Yield the populated places."""
        for line in self._lines():
            if line.kind == "P" and line.code not in _GONE:
                second = f"{line.country}.{line.admin1}.{line.admin2}" if line.admin2 else ""
                yield City(
                    line.geonameid, line.name, line.lat, line.lon, line.country, line.population, line.admin1,
                    list(line.other), second,
                )  # fmt: skip

    @property
    def city_admin2(self) -> dict[int, int]:
        """Return nothing: the towns of a dump know their second level themselves."""
        return {}

    @cached_property
    def subdivisions(self) -> list[list[str]]:
        """Return the first and second level areas in the form of the packages' rows."""
        number = {row[1]: str(i) for i, row in enumerate(self.country_names(), start=1)}
        first, second = self._areas
        rows = [_row(line, f"{line.country}.{line.admin1}", "1", "", number) for line in first]
        parents = {row[2]: str(i) for i, row in enumerate(rows, start=1)}
        for line in second:
            code = f"{line.country}.{line.admin1}"
            rows.append(_row(line, f"{code}.{line.admin2}", "2", parents.get(code, ""), number))
        return rows

    def points(self) -> dict[str, tuple[float, float]]:
        """Return the points of the areas by code."""
        first, second = self._areas
        out = {f"{line.country}.{line.admin1}": (line.lat, line.lon) for line in first}
        return out | {f"{line.country}.{line.admin1}.{line.admin2}": (line.lat, line.lon) for line in second}

    def country_points(self) -> dict[str, tuple[float, float]]:
        """Return the points of the independent countries as the dump has them."""
        return super().country_points() | self._country_points

    def spots(self) -> Iterator[RawPlace]:
        """Yield squares, bridges, dams, camps, regions and islands."""
        for line in self._lines():
            if line.code in _SPOTS or line.code in _REGIONS:
                yield RawPlace(
                    name=line.name, feature="S" if line.code in _SPOTS else "RGN", geonameid=line.geonameid,
                    names=[n for n in line.other if len(n) > 3], lat=line.lat, lon=line.lon, population=line.population,
                    country=line.country, admin1=f"{line.country}.{line.admin1}" if line.admin1 else "",
                )  # fmt: skip

    def alternate_names(self) -> Iterator[tuple[int, str]]:
        """Yield geonameid and name from the alternate names file, links, codes and historical names left out."""
        if self._names_path is None:
            return
        for number, cells in self._cells(self._names_path):
            if len(cells) < 4 or not cells[1].isdigit():
                self._note(self._names_path, number, "it has no geonameid and name")
            elif cells[2] not in _NO_LANGUAGE and cells[3] and not (len(cells) > 7 and cells[7] == "1"):
                yield int(cells[1]), cells[3]

    @cached_property
    def _areas(self) -> tuple[list[Line], list[Line]]:
        first, second = [], []
        for line in self._lines():
            if line.kind == "A" and line.code == "ADM1" and line.admin1:
                first.append(line)
            elif line.kind == "A" and line.code == "ADM2" and line.admin2:
                second.append(line)
            elif line.code == "PCLI":
                self._country_points[line.country] = (line.lat, line.lon)
        return first, second

    @cached_property
    def _country_points(self) -> dict[str, tuple[float, float]]:
        return {}

    def _lines(self) -> Iterator[Line]:
        for number, cells in self._cells(self._path):
            try:
                yield _line(cells)
            except ValueError as error:
                self._note(self._path, number, str(error))

    def _cells(self, path: Path) -> Iterator[tuple[int, list[str]]]:
        with _opened(path) as stream:
            try:
                for number, raw in enumerate(stream, start=1):
                    if raw.strip():
                        yield number, raw.decode("utf-8", "replace").rstrip("\r\n").split("\t")
            except (zipfile.BadZipFile, EOFError, OSError) as error:
                raise DataError(f"'{path}' is cut short or damaged ({error}); download it again") from error

    def _note(self, path: Path, number: int, reason: str) -> None:
        self._broken.setdefault(path, {})[number] = reason


def _line(cells: list[str]) -> Line:
    """Read the columns of one line. Raises ValueError with what is wrong."""
    if len(cells) != _COLUMNS:
        raise ValueError(f"it has {len(cells)} columns, not {_COLUMNS}")
    if not cells[0].isdigit() or not cells[1].strip():
        raise ValueError("it has no geonameid or no name")
    lat, lon = float(cells[4]), float(cells[5])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("its point is not on earth")
    other = tuple(name for name in (cells[2], *cells[3].split(",")) if name and name != cells[1])
    people = int(cells[14] or 0)
    return Line(int(cells[0]), cells[1], other, lat, lon, cells[6], cells[7], cells[8], cells[10], cells[11], people)


def _row(line: Line, code: str, level: str, parent: str, countries: dict[str, str]) -> list[str]:
    country = countries.get(line.country, "")
    return [line.name, code, code, str(line.geonameid), "", "|".join(line.other), level, parent, country]


@contextmanager
def _opened(path: Path) -> Iterator[Iterable[bytes]]:
    """Open a dump: the largest text in a zip, or the file itself. Raises DataError."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as whole, whole.open(_largest(whole, path)) as stream:
                yield stream
            return
        if path.suffix == ".zip" and path.exists():
            raise DataError(f"'{path}' is no zip file; download it again")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise DataError(f"'{path}' cannot be read ({error.strerror}); give the GeoNames file, zipped or not") from error


def _largest(whole: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    texts = [info for info in whole.infolist() if info.filename.endswith(".txt")]
    if not texts:
        raise DataError(f"'{path}' holds no .txt file; give allCountries.zip or alternateNamesV2.zip of GeoNames")
    return max(texts, key=lambda info: info.file_size)


def _fingerprint(path: Path) -> str:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as whole:
            return f"{_largest(whole, path).CRC:08x}"
    return f"{path.stat().st_size}-{path.stat().st_mtime_ns}"
