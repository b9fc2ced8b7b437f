"""Toponyms as the places of mentions, and the place of the dateline."""

from __future__ import annotations

import re
from typing import cast

from dateline.records import MentionPlace, Reading, Toponym
from dateline.records.mention import Basis, PlacePrecision

# "LIMA, June 2 (Agency) - ", "PARIS —", "LIMA (Agency) _", "Cusco, 2 June 2019."
_DATELINE_TAIL = re.compile(
    r"^[^\n]{0,60}?(?:\s[-–—_]{1,2}\s|\)\s*\.?\s*[-–—_:]|,\s*[A-Z]{3,}[-–—]+\s|—|^[^\n.]{0,30}\b\d{4}\b\s*[.\n])"
)
_TITLE = re.compile(r"[^\n]{10,200}[.!?]\s+")  # before a town in capitals, in the line of the title
_DATELINE_WITHIN = 300


def _shown(toponym: Toponym) -> str:
    """Return the name as the text writes it, or the gazetteer's for capitals, lower case and people's names ("Malians")."""
    other = toponym.text.isupper() or toponym.text.islower() or toponym.kind == "associative"
    return toponym.name if other and toponym.name else toponym.text


def mention_place(toponym: Toponym, number: int, basis: Basis) -> MentionPlace:
    """Return a toponym as the place of a mention.

    The point that the toponym layer guesses for an unlisted town, some town near by, is no point of a record.
    """
    unresolved = {k: v for k, v in toponym.unresolved.items() if k != "confidence"}
    lat, lon, precision = toponym.lat, toponym.lon, cast("PlacePrecision | None", toponym.precision)
    if toponym.geonameid is None and toponym.feature is None:
        lat = lon = precision = None
        unresolved["lat"] = unresolved["lon"] = unresolved["precision"] = "no-point"
    return MentionPlace(
        toponym=number, name=_shown(toponym), geonameid=toponym.geonameid, admin1=toponym.admin1, country=toponym.country,
        lat=lat, lon=lon, precision=precision, basis=basis, unresolved=unresolved,
    )  # fmt: skip


def dateline_place(reading: Reading) -> MentionPlace | None:
    """Return the place of the dateline at the head of the text ("LIMA, June 2 (Agency) -"), or None."""
    text = reading.report.text
    for number, toponym in enumerate(reading.toponyms[:3]):
        start = toponym.span.start
        if start > _DATELINE_WITHIN:
            break
        before = text[text.rfind("\n", 0, start) + 1 : start]
        opens = before.strip() == "" or (toponym.text.isupper() and _TITLE.fullmatch(text[:start]))
        tail = text[toponym.span.end : toponym.span.end + 80]
        if opens and _DATELINE_TAIL.match(tail):
            return mention_place(toponym, number, "document")
    return None
